"""A vote from the quick line: when the röstlängd is called, and what becomes of the marks."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import events

from protokoll_tui.services.guidevy import Guide
from protokoll_tui.tui import rosttexter
from protokoll_tui.tui.kvitton import Kvitton
from protokoll_tui.tui.radminne import Radminne
from protokoll_tui.tui.screens.filen import Filen

if TYPE_CHECKING:
    from protokoll_tui.services.tolkning import Tolkning
    from protokoll_tui.tui.screens.votering import VoteScreen


class Rostande(Filen):
    """A screen from which the vote screen opens; it records the line that comes back.

    ``paused`` is the line of marks that takes the call up again, with its §.
    """

    guide: Guide | None
    minne: Radminne
    _shown_line: str

    def __init__(self) -> None:
        super().__init__()
        self.paused = ("", "")
        self.vote_screen: VoteScreen | None = None
        self._marks: dict[str, str] = {}

    @abstractmethod
    def submit(self, line: str) -> None:
        """Carry out a line."""

    def restore_draft(self) -> None:
        """Marks that stood half-made are taken up again with Enter."""
        super().restore_draft()
        self.paused = (self.line.value.strip(), self.here)

    def calls_roll(self, line: str) -> bool:
        """Open the vote screen where that is what a line means: ``om``, or marks that wait."""
        rosta = self.guide.harnast.rosta if self.guide else ""
        wanted = line.strip()
        resumed = bool(wanted) and self.paused == (wanted, self.here)
        if not rosta or self.minne.holds(line) or not (resumed or wanted in {"", "om"}):
            return False
        if resumed and not self._is_marks(wanted):
            return False
        if resumed:
            self._marks[rosta] = wanted
        return self.open_vote(rosta)

    def _is_marks(self, line: str) -> bool:
        from protokoll_tui.services.rostlista import is_roll_line

        return is_roll_line(line, self.session.kontext(self.here))

    def open_vote(self, votering: str) -> bool:
        """Call the röstlängd of a votering. Out: whether there is one to call."""
        from protokoll_tui.services.rostlista import open_roll
        from protokoll_tui.tui.screens.votering import VoteScreen

        marks = self._marks.get(votering, "")
        roll = open_roll(self.session, self.here, votering, marks)
        if roll is None:
            return False
        self.line.clear_line()
        self._shown_line = ""  # The line is not edited: its marks are.
        self.vote_marked(votering, marks)
        self.vote_screen = VoteScreen(self.session, self.here, roll, self)
        if isinstance(self.app, Kvitton):
            self.app.quiet()
        self.app.push_screen(self.vote_screen)
        return True

    def open_laid_vote(self, tolkning: Tolkning) -> None:
        """Right after a line that laid a votering: call its röstlängd, unless it must wait."""
        from protokoll_tui.services.rostlista import laid_vote

        laid = laid_vote(tolkning)
        if laid and self.guide and self.guide.harnast.rosta == laid and not self.line.text:
            self.open_vote(laid)

    # What the vote screen tells

    def vote_marked(self, votering: str, rad: str) -> None:
        """The marks are kept as the half-typed line."""
        self._marks[votering] = rad
        self.utkast.touch(lambda: rad, self.here)

    def vote_taken(self, votering: str, rad: str) -> None:
        """Record the line as if it had been typed. Its marks stay known, should it be undone."""
        roll = self.vote_screen.roll if self.vote_screen else None
        self._back("")
        if rad and self.guide and self.guide.harnast.rosta == votering:
            self.submit(rad)
            if roll and self.guide.harnast.rosta != votering:
                self.notify(rosttexter.result(roll.antal))
        elif rad:
            self.give_back(rad)
            self.notify(rosttexter.VOTE_GONE, severity="warning")

    def vote_paused(self, votering: str, rad: str) -> None:
        """The marks stand on the line, from where Enter goes on."""
        self._back(rad)
        if rad:
            self.give_back(rad)
            self.notify(rosttexter.PAUSED)

    def vote_by_count(self, votering: str, rad: str) -> None:
        """Counts alone are typed; marks that were made are put aside."""
        self._back("")
        if rad:
            self.discard(rad)
        self.line.set_line("om ")
        self.notify(f"{rosttexter.COUNTS} {rosttexter.MARKS_ASIDE if rad else ''}".rstrip())

    def _back(self, paused: str) -> None:
        self.vote_screen = None
        self.paused = (paused, self.here)
        self.show_all()

    def key_passed(self, event: events.Key) -> bool:
        """A key that was on its way to the line when the vote screen opened is that screen's."""
        return self.vote_screen is not None and self.vote_screen.take(event)

    def key_after(self, event: events.Key) -> None:
        """A key that was on its way to the vote screen when it closed belongs to the line."""
        self.line.post_message(events.Key(event.key, event.character))
