"""An open meeting: what a user does to it, one function each, with or without a screen."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from protokoll_tui.domain.changes import Krock
from protokoll_tui.domain.handelse import Handelse, apply_all
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import UnknownId, find, paragraf_of
from protokoll_tui.errors import ProtokollError
from protokoll_tui.procedure.narvaro import Gang, gang
from protokoll_tui.procedure.rostlangd import quorum
from protokoll_tui.services import texter
from protokoll_tui.services.guide import guide_for
from protokoll_tui.services.guidevy import Guide
from protokoll_tui.services.plats import Platser, with_places
from protokoll_tui.services.praxis import praxis_of
from protokoll_tui.services.register import roster_notices
from protokoll_tui.services.undanlagda import Undanlagda
from protokoll_tui.storage.atomic import reason
from protokoll_tui.storage.drafts import clear_draft, load_draft, save_draft
from protokoll_tui.storage.errors import KanInteAngra, KanInteSpara, Skrivskyddat, TrasigFil
from protokoll_tui.storage.kommun_file import load_kommun
from protokoll_tui.storage.store import Kvitto, MeetingStore, Status

if TYPE_CHECKING:
    from protokoll_tui.checks.fynd import Fynd
    from protokoll_tui.quickline import Kandidat, Kontext
    from protokoll_tui.rendering import Dokument, Stil
    from protokoll_tui.services.lasning import Lasare, Last
    from protokoll_tui.services.narvarolista import Narvarolista
    from protokoll_tui.services.olikheter import Olikhet

Clock: TypeAlias = Callable[[], datetime]


@dataclass(frozen=True)
class Besked:
    """What became of an act: whether it was taken, in words, and the § to look at."""

    taken: bool
    text: str = ""
    paragraf: str = ""


@dataclass(frozen=True)
class Oppningsfel:
    """Why a file could not be opened: the error, the text it holds, the place of the fault."""

    error: ProtokollError
    text: str
    rad: int = 0
    kolumn: int = 0


def opened(path: Path, clock: Clock = datetime.now, stil: str = "") -> Session | Oppningsfel:
    """Open a meeting file, or say where it is broken.

    Raises ProtokollError when it cannot be read at all.
    """
    try:
        return Session.open(path, clock, stil)
    except TrasigFil as error:
        return Oppningsfel(error, error.text, error.rad, error.kolumn)


class Session:
    """A meeting file that is open, with roster, house style and clock."""

    def __init__(
        self, store: MeetingStore, kommun: Kommun, stil: str = "", clock: Clock = datetime.now
    ) -> None:
        self.store = store
        self.kommun = kommun.on(store.state.datum)
        self._stil_namn = stil
        self._stil: Stil | None = None
        self._gang: tuple[Sammantrade, Gang] | None = None
        self._fynd: tuple[Sammantrade, tuple[Fynd, ...]] | None = None
        self.clock = clock
        self._roster_told = False
        self._kvitto: Kvitto | None = None
        self._krockar: list[Krock] = list(store.krockar)
        self.platser = Platser()
        self.undanlagda = Undanlagda(store.state.id, lambda *rad: self.lasare.tells_voters(*rad))

    @classmethod
    def open(
        cls, path: Path, clock: Clock = datetime.now, stil: str = "", read_only: bool = False
    ) -> Session:
        """Open a meeting file with the roster found beside it or above it.

        ``stil`` overrides the style of the meeting and the municipality. Raises ProtokollError.
        """
        found = load_kommun(path)
        store = MeetingStore.open(path, user_name(), clock=clock, read_only=read_only)
        store.notiser += [*found.notiser, *(f"{m.plats}: {m.text}" for m in found.marken)]
        store.notiser += roster_notices(found)
        store.notiser += [f"{m.plats}: {m.text}" for m in store.marken]
        return cls(store, found.kommun, stil, clock)

    @property
    def stil(self) -> Stil:
        """The house style: as asked for, as the meeting says, as the municipality says.

        It is loaded on first use: templates are the slow part of a start. Raises ProtokollError.
        """
        if self._stil is None:
            from protokoll_tui.rendering import load_style

            name = self._stil_namn or self.state.stil or self.kommun.stil
            self._stil = load_style(name, self.store.path.parent / "mallar")
        return self._stil

    @property
    def state(self) -> Sammantrade:
        """The meeting as it stands."""
        return self.store.state

    def paragraf(self, id: str) -> Paragraf:
        """The § with that id, else the first one; an empty one where the agenda is empty."""
        found = (p for p in self.state.paragraf if p.id == id)
        return next(found, self.state.paragraf[0] if self.state.paragraf else Paragraf())

    @cached_property
    def lasare(self) -> Lasare:
        """Reads lines. It is loaded with the first one: no line is read before the first frame."""
        from protokoll_tui.services.lasning import Lasare

        return Lasare(self)

    @property
    def gang(self) -> Gang:
        """Who serves in each §; computed once for each state."""
        if self._gang is None or self._gang[0] is not self.state:
            self._gang = self.state, gang(self.state, self.kommun)
        return self._gang[1]

    @property
    def fynd(self) -> tuple[Fynd, ...]:
        """What the checks find in the meeting; computed once for each state."""
        if self._fynd is None or self._fynd[0] is not self.state:
            from protokoll_tui.checks.granska import findings_in

            self._fynd = self.state, findings_in(self.state, self.kommun, self.gang)
        return self._fynd[1]

    @property
    def with_errors(self) -> frozenset[str]:
        """Ids of the §§ where the record contradicts itself or lacks what the law asks for."""
        return frozenset(f.paragraf for f in self.fynd if f.fel)

    def kontext(self, paragraf: str = "") -> Kontext:
        """What lines are read against in a §."""
        return self.lasare.kontext(paragraf)

    def read(self, line: str, paragraf: str) -> Last:
        """What a line would do in a §, without doing it. Raises nothing."""
        return self.lasare.read(line, paragraf)

    def candidates(self, line: str) -> tuple[Kandidat, ...]:
        """What the last word of a line could become."""
        return self.lasare.candidates(line)

    def record(self, line: str, paragraf: str) -> tuple[Last, Besked | None]:
        """Carry out a line: what it meant, and what became of it (None: nothing was to be kept).

        A line that cannot be carried out is kept as a flagged note.
        """
        last = self.read(line, paragraf)
        tolkning = last.tolkning
        if not tolkning.handelser:
            return last, None
        return last, self.record_events(
            tolkning.slag, tolkning.handelser, tolkning.rad or line, sparr=tolkning.sparr
        )

    def mends(self, line: str, held: str) -> bool:
        """Whether a line is a doubtful one put right."""
        return self.lasare.mends(line, held)

    def keep(self, line: str, paragraf: str) -> Besked:
        """Keep a line as a flagged note, without carrying it out."""
        note = self.lasare.note_of(line, paragraf)
        return self.record_events(note.slag, note.handelser, note.rad or line)

    def record_events(
        self, slag: str, handelser: Iterable[Handelse], rad: str = "", sparr: bool = False
    ) -> Besked:
        """Apply events as one entry and make it durable."""
        events = tuple(handelser)
        try:
            after = apply_all(self.state, events)
            return self._took(self.store.record(self.state, after, events, rad, slag, sparr))
        except Skrivskyddat as error:
            return Besked(False, str(error))
        except UnknownId:
            return Besked(False, texter.GONE if self.state.paragraf else texter.NO_ITEM)

    def undo(self) -> Besked:
        """Take back the newest entry."""
        return self._step(self.store.undo, texter.UNDONE)

    def redo(self) -> Besked:
        """Do the undone entry again."""
        return self._step(self.store.redo, texter.REDONE)

    def _step(self, act: Callable[[], Kvitto], done: str) -> Besked:
        before = self.state
        try:
            kvitto = act()
        except (KanInteAngra, Skrivskyddat) as error:
            return Besked(False, str(error))
        self._took(kvitto)
        lines = self.store.lines()
        # A merge may have been logged after it.
        step = next(line for line in reversed(lines) if line.angrar or line.gor_om)
        number = step.angrar or step.gor_om
        what = next((line.slag for line in lines if line.nr == number), "")
        ids = step.huvud.get("ids", ())
        # What was undone may be gone now: it is looked for in both states.
        p = next((p for id in ids for m in (self.state, before) if (p := paragraf_of(m, id))), None)
        place = f" i § {p.nr}" if p and p.nr is not None else ""
        return Besked(True, done.format(vad=what, var=place), p.id if p else "")

    def _took(self, kvitto: Kvitto) -> Besked:
        self._kvitto = kvitto
        self._krockar += kvitto.krockar
        return Besked(True, kvitto.skal)

    def retry(self) -> Besked | None:
        """Try again to save what waits; None when nothing does."""
        if not self.store.pending:
            return None
        try:
            kvitto = self.store.retry()
        except Skrivskyddat as error:
            return Besked(False, str(error))
        self._took(kvitto)
        return Besked(kvitto.status is Status.SPARAT, kvitto.skal or texter.SAVED_NOW)

    def look(self) -> bool:
        """Take in what others saved and save what waits. Out: whether there is news to show."""
        kvitto = self.store.refresh()
        if kvitto is not None:
            self._took(kvitto)
        return kvitto is not None or bool(self.store.notiser)

    def pulse(self) -> None:
        """The lock's sign of life."""
        self.store.pulse()

    def close(self) -> None:
        """Give the meeting back."""
        self.undanlagda.leave()
        self.store.close()

    def take_over(self) -> None:
        """Take the meeting over from another who has it open; only when the user said so.

        It stays open for reading where that cannot be done; a notice says why.
        """
        try:
            self.store = self.store.take_over()
        except (OSError, ProtokollError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            self.store.notiser.append(texter.NOT_TAKEN.format(skal=why.rstrip(".")))
            return
        self._kvitto = None
        self._krockar += self.store.krockar

    def notices(self) -> tuple[str, ...]:
        """What the user has not yet been told about the file; each is given once."""
        if not self._roster_told:
            self._roster_told = True
            self.store.notiser += self.lasare.roster_doubts()
        told = tuple(dict.fromkeys(self.store.notiser))
        self.store.notiser.clear()
        return told

    def saving(self) -> tuple[str, bool]:
        """The state of saving in words, and whether something is wrong."""
        if self.store.read_only:
            store = self.store
            return texter.read_only(store.upptagen, store.trasig, store.left_free), True
        if self._kvitto is None:
            return texter.OPENED, False
        if self._kvitto.status is Status.SPARAT:
            return texter.SAVED.format(tid=f"{self._kvitto.tid:%H.%M.%S}"), False
        text = texter.LOCAL if self._kvitto.status is Status.LOKALT else texter.UNSAVED
        return text.format(skal=self._kvitto.skal), True

    def conflicts(self) -> tuple[Olikhet, ...]:
        """The places that two have changed since the meeting was opened."""
        from protokoll_tui.services.olikheter import conflict

        return tuple(conflict(self.state, krock) for krock in self._krockar)

    def last_line(self, paragraf: str) -> str | None:
        """The line that corrects the newest entry of a § that can be typed, or None."""
        from protokoll_tui.services.recall import correction_line

        p = self.paragraf(paragraf)
        known = self.platser, {q.id: q.nr for q in self.state.paragraf if q.nr is not None}
        for line in reversed(self.store.lines()):
            for id in line.ids:
                if id != p.id and find(p, id) and (again := correction_line(p, id, *known)):
                    return again
        return None

    def save_draft(self, text: str, paragraf: str) -> None:
        """Keep the half-typed line, where it can be kept; it stands on the line anyway.

        The one draft of a meeting belongs to the window that writes; a reader has its own place.
        """
        if self.store.read_only:
            self.undanlagda.half(text, paragraf)
            return
        kept = "" if self.lasare.tells_voters(text, paragraf) else text
        with contextlib.suppress(OSError, KanInteSpara):
            save_draft(self.state.id, kept, paragraf)
        self.undanlagda.half("", "")

    def load_draft(self) -> tuple[str, str] | None:
        """The half-typed line from before and its §, or None."""
        draft = None if self.store.read_only else load_draft(self.state.id)
        return (draft.text, draft.paragraf) if draft and draft.text.strip() else None

    def clear_draft(self) -> None:
        """Forget the half-typed line."""
        self.undanlagda.half("", "")
        if not self.store.read_only:
            with contextlib.suppress(OSError):
                clear_draft(self.state.id)

    def guide(self, paragraf: str, *, checked: bool = True) -> Guide:
        """The guide of a §; not ``checked`` = without what the checks find, which is quicker."""
        here = self.paragraf(paragraf)
        found = tuple(f for f in self.fynd if f.paragraf == here.id) if checked else ()
        praxis = praxis_of(here, self.gang, lambda: self.stil)
        return guide_for(self.state, here, self.kommun, self.platser, self.gang, found, praxis)

    def serving(self, paragraf: str) -> str:
        """How many serve in a §, in words; "" where the roster knows nobody."""
        if not self.gang.organ.platser:
            return ""
        if not self.gang.registrerat:
            return texter.NO_UPPROP
        return texter.serving(quorum(self.gang, self.paragraf(paragraf)))

    def attendance_list(self, paragraf: str = "") -> Narvarolista:
        """Who is there in a § as lists, or at the upprop; with all that the checks find."""
        from protokoll_tui.services.narvarolista import attendance_at, attendance_at_upprop

        facts = (self.state, self.gang, self.kommun)
        if not paragraf:
            return attendance_at_upprop(*facts, self.fynd)
        return attendance_at(*facts, self.paragraf(paragraf), self.fynd)

    def live(self, paragraf: str) -> Dokument:
        """The § as the extract will have it, with what is still open. Raises ProtokollError."""
        from protokoll_tui.rendering import render_sections

        made = render_sections(self.state, paragraf, self.kommun, self.stil, hemligt=True)
        return with_places(made, self.paragraf(paragraf), self.platser)

    def extract(self, paragraf: str, *, hemligt: bool = False, narvaro: bool = False) -> Dokument:
        """An extract: ``hemligt`` = all of a secret §, ``narvaro`` = names those who decided."""
        from protokoll_tui.rendering import render_extract

        facts = (self.state, paragraf, self.kommun, self.stil)
        made = render_extract(*facts, hemligt=hemligt, narvaro=narvaro)
        return with_places(made, self.paragraf(paragraf), self.platser)

    def attendance(self) -> Dokument:
        """The list of who was there, as the front page has it. Raises ProtokollError."""
        from protokoll_tui.rendering import render_attendance

        return render_attendance(self.state, self.kommun, self.stil)


def user_name() -> str:
    """Who works here, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "okänd"
