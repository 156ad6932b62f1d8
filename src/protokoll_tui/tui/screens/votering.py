"""The open vote: each seat is called, one key for each, with the running count down to zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from protokoll_tui.domain.votering import Rostmarke
from protokoll_tui.services.guide import heading
from protokoll_tui.services.rostlista import SIDES, Rostlista, Rostplats, open_roll, vote_line
from protokoll_tui.services.session import Session
from protokoll_tui.tui import rosttexter, texter
from protokoll_tui.tui.screens.narvaro import keys_content
from protokoll_tui.tui.wrap import wrap

MARK_OF = dict(zip("jnadf", SIDES, strict=True))
"""The mark of each key; its capital is for the whole party."""

TOGETHER = 1.5
"""Seconds within which two digits are one number."""

MARK_WIDTH = 13
"""Cells of the longest mark, and two more."""
_STYLE = {Rostmarke.JA: "bold $success", Rostmarke.NEJ: "bold $error"}


class Rostagare(Protocol):
    """Who opened the screen. Told at once, not by message: the keys that follow are its own."""

    def vote_marked(self, votering: str, rad: str) -> None:
        """The marks have changed; this is their line."""

    def vote_taken(self, votering: str, rad: str) -> None:
        """Everybody is called: the line is to be recorded."""

    def vote_paused(self, votering: str, rad: str) -> None:
        """The screen was closed with these marks."""

    def vote_by_count(self, votering: str, rad: str) -> None:
        """Only counts are to be taken; these were the marks so far."""

    def key_after(self, event: events.Key) -> None:
        """A key that came after the one that closed the screen."""


class VoteScreen(ModalScreen[None]):
    """Calls the röstlängd of a votering. Nothing is recorded but by its owner."""

    CSS_PATH = "votering.tcss"
    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "key('enter')", rosttexter.FOOTER["take"]),
        Binding("backspace", "key('backspace')", rosttexter.FOOTER["back"]),
        Binding("o", "key('o')", rosttexter.FOOTER["turn"]),
        Binding("l,f6", "key('l')", rosttexter.FOOTER["counts"]),
        Binding("f1", "app.help", texter.KEYS["help"]),
        Binding("escape", "key('escape')", texter.KEYS["close"]),
    ]

    def __init__(self, session: Session, paragraf: str, roll: Rostlista, owner: Rostagare) -> None:
        super().__init__()
        self.session = session
        self.here = paragraf
        self.roll = roll
        self.owner = owner
        self.is_open = True
        self._line: tuple[Rostlista, str] | None = None
        # The marks of a line that was taken up again are one step to take back.
        self._before = [open_roll(session, paragraf, roll.votering) or roll] if self._rad() else []
        self._said = ""
        self._rest = False
        self._digits = ""
        self._digit_at = 0.0
        self._drawn: list[Content] = []
        self._has_parts = False

    def compose(self) -> ComposeResult:
        """What the two mean, the count, the seats, who is called, the line, the keys."""
        yield Static(id="rubriken", markup=False)
        yield Static(id="betydelse", markup=False)
        yield Static(id="antalet", markup=False)
        seats = OptionList(id="langden", markup=False, compact=True)
        seats.can_focus = False
        yield seats
        yield Static(id="fragan", markup=False)
        yield Static(id="raden", markup=False)
        yield Static(id="tangenter", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show who is called first."""
        title = f"{rosttexter.TITLE}  {heading(self.session.paragraf(self.here))}"
        self.query_one("#rubriken", Static).update(title)
        self._has_parts = True
        self._fit(self.app.size.height)
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """In a low window the seats and who is called get the rows."""
        self._fit(event.size.height)
        self.show()

    def _fit(self, height: int) -> None:
        self.set_class(height < 20, "-lag")
        self.set_class(height < 12, "-liten")
        self.set_class(height < 7, "-pytteliten")

    # What is shown

    def show(self) -> None:
        """Draw everything from the list; before the first frame there is nothing to draw on."""
        if not (self._has_parts and self.is_open):
            return
        self._put("#betydelse", Content("\n").join(meaning_lines(self.roll)), 5)
        self._put("#antalet", count_content(self.roll))
        self._show_seats()
        self.query_one("#fragan").set_class(bool(self._said), "-varning")
        self._put("#fragan", Content(self._said or self._question()))
        self.query_one("#raden", Static).update(f"{texter.FORM_LINE} {self._rad() or 'om'}")
        self._put("#tangenter", keys_content(rosttexter.KEYS))

    def _put(self, name: str, content: Content, hang: int = 0) -> None:
        lines = wrap(content, max(self.app.size.width - 2, 10), hang)
        self.query_one(name, Static).update(Content("\n").join(lines))

    def _show_seats(self) -> None:
        seats = self.query_one("#langden", OptionList)
        rows = [seat_content(row, here=n == self.roll.vid) for n, row in enumerate(self.roll.rader)]
        if len(rows) != len(self._drawn):
            seats.set_options(map(Option, rows))
        else:
            for n, row in enumerate(rows):
                if row != self._drawn[n]:
                    seats.replace_option_prompt_at_index(n, row)
        self._drawn = rows
        seats.highlighted = self.roll.vid

    def _question(self) -> str:
        left, row = self.roll.kvar, self.roll.har
        if not left and not self._digits:
            ja, nej = self.roll.antal(Rostmarke.JA), self.roll.antal(Rostmarke.NEJ)
            tie = rosttexter.TIE if ja == nej else ""
            return rosttexter.ALL_CALLED.format(ja=ja, nej=nej, lika=tie)
        if self._rest:
            return rosttexter.REST.format(antal=len(left), val=rosttexter.CHOICE)
        if not row.person:
            return rosttexter.EMPTY_SEAT
        if row.rost:
            return rosttexter.VOTED.format(nr=row.nr, namn=row.namn, rost=row.rost.value)
        return rosttexter.NOW.format(nr=row.nr, namn=row.namn, val=rosttexter.CHOICE)

    def _rad(self) -> str:
        """The line of the marks; made once for each list, for it is read back as it is made."""
        if self._line is None or self._line[0] is not self.roll:
            self._line = self.roll, vote_line(self.roll, self.session.kontext(self.here))
        return self._line[1]

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if self.take(event):
            event.stop()
            event.prevent_default()

    def take(self, event: events.Key) -> bool:
        """Do what a key is for, here and now. Out: whether it was one of the screen's."""
        if not self.is_open:
            self.owner.key_after(event)
            return True
        char = event.character or ""
        if char.isdecimal():
            self._digit(char, event.time)
        elif not self._press(event.key, char):
            return False
        self.show()
        return True

    def _press(self, key: str, char: str) -> bool:
        self._said, self._digits = "", ""
        rest, self._rest = self._rest, False
        act = self._acts().get(key)
        if char and char.casefold() in {*MARK_OF, *"rol"}:
            act = self._letter(char, rest)
        if act is None:
            return False
        if key == "escape" and rest:
            return True
        act()
        return True

    def _acts(self) -> dict[str, Callable[[], None]]:
        page = max(self.query_one("#langden").size.height - 1, 1) if self._has_parts else 1
        return {
            **dict.fromkeys(("enter",), self._enter),
            **dict.fromkeys(("backspace", "ctrl+h", "ctrl+z"), self._take_back),
            "escape": self._close,
            "f6": self._count_only,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "pageup": lambda: self._move(-page),
            "pagedown": lambda: self._move(page),
            "home": lambda: self._move(-len(self.roll.rader)),
            "end": lambda: self._move(len(self.roll.rader)),
        }

    def _letter(self, char: str, rest: bool) -> Callable[[], None]:
        low = char.casefold()
        if low == "l":
            return self._count_only
        if self.session.store.read_only:
            return self._read_only
        if low == "r":
            return self._ask_rest
        if low == "o":
            return self._turn
        marke = MARK_OF[low]
        if rest:
            return lambda: self._mark(self.roll.rest(marke))
        return lambda: self._party(marke) if char != low else self._single(marke)

    def action_key(self, key: str) -> None:
        """The footer's keys by the mouse."""
        self._press(key, key if len(key) == 1 else "")
        self.show()

    def _move(self, step: int) -> None:
        self.roll = self.roll.at(self.roll.vid + step)

    def _digit(self, digit: str, now: float) -> None:
        self._said, self._rest = "", False
        typed = self._digits + digit if now - self._digit_at < TOGETHER else digit
        if int(typed) > len(self.roll.rader):
            typed = digit
        self._digits, self._digit_at = typed, now
        if 1 <= int(typed) <= len(self.roll.rader):
            self.roll = self.roll.at(int(typed) - 1)
        else:
            self._said = rosttexter.NO_SEAT.format(nr=typed)

    def _read_only(self) -> None:
        self._said = self.session.saving()[0]

    def _single(self, marke: Rostmarke) -> None:
        if self.roll.har.person:
            self._mark(self.roll.marked(marke))
        else:
            self._said = rosttexter.EMPTY_SEAT

    def _party(self, marke: Rostmarke) -> None:
        marked = self.roll.party(marke)
        if marked == self.roll:
            self._said = rosttexter.PARTY_DONE.format(parti=self.roll.har.parti)
        else:
            self._mark(marked)

    def _mark(self, marked: Rostlista) -> None:
        self._before.append(self.roll)
        self.roll = marked
        self._keep()

    def _keep(self) -> None:
        self.owner.vote_marked(self.roll.votering, self._rad())

    def _ask_rest(self) -> None:
        self._rest = bool(self.roll.kvar)

    def _take_back(self) -> None:
        """Take back what the last key marked, all of it, and stand there."""
        if self.session.store.read_only:
            self._read_only()
        elif self._before:
            old, self.roll = self.roll, self._before.pop()
            changed = zip(self.roll.rader, old.rader, strict=False)
            names = (f"{b.namn} {b.rost.value}" for a, b in changed if b.rost and a.rost != b.rost)
            self._said = rosttexter.TAKEN_BACK.format(vad=rosttexter.few(names))
            self._keep()
        else:
            self._said = rosttexter.NOTHING_TO_TAKE

    def _turn(self) -> None:
        """Ja and Nej change places, while nobody has voted."""
        if not self.roll.orord:
            self._said = rosttexter.TURN_FIRST
            return
        last, besked = self.session.record("om omvänt", self.here)
        again = open_roll(self.session, self.here, self.roll.votering)
        if besked is None or not besked.taken or again is None:
            self._said = besked.text if besked else " ".join(last.anmarkningar)
            return
        self.roll, self._before = again, []
        self._said = rosttexter.TURNED

    def _enter(self) -> None:
        if self.session.store.read_only:
            self._read_only()
        elif left := self.roll.kvar:
            names = (f"{row.nr} {row.namn}" for row in left)
            self._said = rosttexter.NOT_YET.format(vilka=rosttexter.few(names))
        else:
            self._leave(self.owner.vote_taken)

    def _close(self) -> None:
        self._leave(self.owner.vote_paused)

    def _count_only(self) -> None:
        self._leave(self.owner.vote_by_count)

    def _leave(self, tell: Callable[[str, str], None]) -> None:
        """Close; what comes of it is done before the next key."""
        self.is_open = False
        self.dismiss()
        tell(self.roll.votering, self._rad())

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.roll = self.roll.at(event.option_index)
        self.show()


def meaning_lines(roll: Rostlista) -> Iterator[Content]:
    """What Ja and Nej mean, a line each."""
    for marke, vad in ((Rostmarke.JA, roll.ja), (Rostmarke.NEJ, roll.nej)):
        yield Content.assemble((f"{rosttexter.SIDES[marke]:<4} ", _STYLE[marke]), vad)


def count_content(roll: Rostlista) -> Content:
    """The running count: ``Ja 7 · Nej 3 · Avstår 1 · kvar 2``."""
    counts = rosttexter.counted((marke, roll.antal(marke)) for marke in SIDES)
    left = len(roll.kvar)
    style = "$accent" if left else "$success"
    return Content("  ·  ").join(
        [*map(Content, counts), Content.styled(rosttexter.LEFT.format(antal=left), style)]
    )


def seat_content(row: Rostplats, here: bool) -> Content:
    """A seat as a row: its number, the mark in words, who votes, and for whom."""
    mark = row.rost.value if row.rost else ""
    lage = f" · {row.lage}" if row.lage else ""
    return Content.assemble(
        ("▸" if here else " ", "bold $accent"),
        (f"{row.nr:>3}  ", "$primary"),
        (f"{mark:<{MARK_WIDTH}}", _STYLE.get(row.rost, "") if row.rost else ""),
        (row.namn, "" if row.kvar or row.rost in _STYLE else "$text-muted"),
        (lage, "italic $text-muted"),
    )
