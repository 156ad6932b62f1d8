"""Reading the quick line: what it would do, the sentence it would become, what could follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokoll_tui.checks.fynd import Fynd
from protokoll_tui.checks.granska import findings_in
from protokoll_tui.domain.handelse import apply_all
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import UnknownId, paragraf_of
from protokoll_tui.errors import ProtokollError
from protokoll_tui.procedure.narvaro import gang
from protokoll_tui.procedure.omrostning import elects
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.quickline import Kandidat, Kontext, candidates, mends, parse
from protokoll_tui.services import texter
from protokoll_tui.services.efterat import note
from protokoll_tui.services.interpret import context_of, interpret, unusable_signatures
from protokoll_tui.services.narvarorader import room_entry
from protokoll_tui.services.tolkning import Rum, Tolkning

if TYPE_CHECKING:
    from protokoll_tui.services.session import Session


DOUBTS = frozenset(
    {
        *("okand_person", "okand_dag", "flera_personer", "annan_grupp"),
        *("saknar_punkt", "efter_beslut", "efter_notering", "efter_proposition"),
        *(
            "lagrum",
            "rubrik",
            "redan_har",
            "inte_har",
            "inte_har_nu",
            "inte_pa_distans",
            "redan_med",
            "far_inte_tjanstgora",
        ),
        "redan_javig",
        *("rost_saknas", "rostetal", "efter_klubbslag", "ordning_finns"),
    }
)
"""Marks on lines that are as likely a slip of the hand as meant."""


ASKED_NEXT = frozenset({"R225"})
"""Rules whose breach the guide asks about as the next thing to do."""


@dataclass(frozen=True)
class Last:
    """A line as read: what it means, the sentence it will become, and marks in words.

    ``kvitto`` is said when it is done, where the screen itself does not show it; ``fynd`` are what
    the checks would find that they do not find yet.
    """

    tolkning: Tolkning
    mening: str = ""
    anmarkningar: tuple[str, ...] = ()
    kvitto: str = ""
    fynd: tuple[Fynd, ...] = ()

    @property
    def oklar(self) -> bool:
        """Whether the line cannot be carried out and would only be kept as a flagged note."""
        first = self.tolkning.anmarkningar[:1]
        return self.tolkning.slag == "notering" and bool(first) and first[0] != "okand_rad"

    @property
    def istallet(self) -> str:
        """The line that was probably meant by a name alone, else ""."""
        mark, _, said = (*self.tolkning.anmarkningar, "")[0].partition(":")
        return f"kl {said}" if mark == "bara_namn" else ""

    @property
    def tveksam(self) -> bool:
        """Whether a person should look again before it is kept."""
        return any(self._doubts())

    @property
    def skal(self) -> tuple[str, ...]:
        """Why somebody is asked about the line before it is kept, in words."""
        said = zip(self.anmarkningar, self._doubts(), strict=False)
        return tuple(text for text, doubt in said if doubt) or self.anmarkningar[:1]

    def _doubts(self) -> tuple[bool, ...]:
        """Of each mark on the line, then of each finding, whether it is asked about."""
        marks = (mark.partition(":")[0] for mark in self.tolkning.anmarkningar)
        grave = (f.grav and f.regel not in ASKED_NEXT for f in self.fynd)
        return (*(mark in DOUBTS for mark in marks), *grave)


class Lasare:
    """Reads the lines of an open meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kontext: tuple[object, Kontext] | None = None

    def kontext(self, paragraf: str = "") -> Kontext:
        """What lines are read against in a §; kept while the same people serve."""
        session = self._session
        here = session.paragraf(paragraf)
        key = (session.state.organ, session.state.datum, serving(session.gang, here))
        if self._kontext is None or self._kontext[0] != key:
            self._kontext = key, context_of(session.state, session.kommun, key[2])
        return self._kontext[1]

    def read(self, line: str, paragraf: str) -> Last:
        """What a line would do in a §, without doing it. Raises nothing."""
        tolkning = interpret(parse(line, self.kontext(paragraf)), self._rum(paragraf))
        fynd = self._new_findings(tolkning)
        found = (texter.finding(f, self._elsewhere(f, paragraf)) for f in fynd)
        marks = (*map(texter.mark_text, tolkning.anmarkningar), *found)
        said = self._words(texter.ACTS, tolkning)
        mening = self._sentence(tolkning) if said is None else said
        if tolkning.saknar_text or tolkning.redigera:
            # A sentence around a text that is not there yet would only mislead.
            mening = texter.OPENS_EDITOR
        return Last(tolkning, mening, marks, self._words(texter.RECEIPTS, tolkning) or "", fynd)

    def _new_findings(self, tolkning: Tolkning) -> tuple[Fynd, ...]:
        """What the checks would find after a line and do not find before it."""
        session = self._session
        if not tolkning.handelser or tolkning.slag == "notering":
            return ()
        try:
            after = apply_all(session.state, tolkning.handelser)
        except UnknownId:
            return ()
        known = {(f.regel, f.text, f.paragraf) for f in session.fynd}
        there = findings_in(after, session.kommun, gang(after, session.kommun))
        here = (f for f in there if (f.regel, f.text, f.paragraf) not in known)
        found = {(f.regel, f.text): f for f in here}.values()
        return tuple(sorted(found, key=lambda f: not f.grav))

    def _elsewhere(self, fynd: Fynd, paragraf: str) -> str:
        """The § that a finding is in ("§ 118"), where it is another one."""
        here = self._session.paragraf(paragraf).id
        found = (p.nr for p in self._session.state.paragraf if p.id == fynd.paragraf != here)
        return next((f"§\u00a0{nr}" for nr in found if nr is not None), "")

    def candidates(self, line: str) -> tuple[Kandidat, ...]:
        """What the last word of a line could become."""
        return candidates(line, self.kontext())

    def mends(self, line: str, held: str) -> bool:
        """Whether a line is ``held`` put right."""
        return mends(line, held, self.kontext())

    def note_of(self, line: str, paragraf: str) -> Tolkning:
        """What keeps a line as a flagged note, whatever it says; one with voters without them."""
        rum = self._rum(paragraf)
        meant = interpret(parse(line, self.kontext(paragraf)), rum)
        return meant if meant.rad else note(rum, line, otolkad=True)

    def tells_voters(self, line: str, paragraf: str) -> bool:
        """Whether a line says who voted how in an election: it is kept nowhere (R64)."""
        rum = self._rum(paragraf)
        if not elects(rum.paragraf):
            return False
        return bool(interpret(parse(line, self.kontext(paragraf)), rum).rad)

    def roster_doubts(self) -> list[str]:
        """What to tell of the roster: signatures that are no names on a line, an empty organ."""
        state, kommun = self._session.state, self._session.kommun
        doubts = unusable_signatures(kommun)
        if not kommun.valda(state.organ, state.datum):
            name = kommun.find_organ(state.organ).namn or state.organ
            doubts.append(texter.NO_MEMBERS.format(organ=name))
        return doubts

    def _rum(self, paragraf: str) -> Rum:
        session = self._session
        moment = session.clock()
        now, here = moment.time().replace(microsecond=0), session.paragraf(paragraf)
        skede = session.gang.at(paragraf)
        days = {skede.dag or session.state.datum, skede.slutdag or session.state.datum}
        return Rum(
            *(session.state, here, session.kommun, lambda: session.stil, now),
            gang=session.gang,
            i_dag=None in days or moment.date() in days,
            platser=session.platser,
        )

    def _words(self, texts: Mapping[str, str], tolkning: Tolkning) -> str | None:
        """What is said of an act that is no sentence of the protocol; None of one that is."""
        text = texts.get(tolkning.slag)
        if text is None:
            return None
        vad = " ".join(filter(None, map(self._told, tolkning.galler)))
        return text.format(vad=vad, om=tolkning.om).strip()

    def _told(self, id: str) -> str:
        """An entry as it stands: its sentence, else its place."""
        session = self._session
        p = paragraf_of(session.state, id)
        place = session.platser.name_of(p, id) if p else ""
        said = room_entry(session.state, p, id, session.kommun) if p else ""
        return said or self._sentence_of(session.state, id) or place

    def _sentence(self, tolkning: Tolkning) -> str:
        if not tolkning.post or not tolkning.handelser:
            return ""
        try:
            after = apply_all(self._session.state, tolkning.handelser)
        except UnknownId:
            return ""
        ids = tolkning.galler or (tolkning.post,)
        return "\n".join(self._sentence_of(after, id) for id in ids)

    def _sentence_of(self, state: Sammantrade, id: str) -> str:
        from protokoll_tui.rendering import sentence_for

        session = self._session
        try:
            return sentence_for(state, id, session.kommun, session.stil)
        except ProtokollError:
            return ""
