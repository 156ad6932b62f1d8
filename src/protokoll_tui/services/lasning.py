"""Reading the quick line: what it would do, the sentence it would become, what could follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokoll_tui.domain.handelse import apply_all
from protokoll_tui.domain.tree import UnknownId
from protokoll_tui.errors import ProtokollError
from protokoll_tui.quickline import Kandidat, Kontext, candidates, parse
from protokoll_tui.services import texter
from protokoll_tui.services.interpret import context_of, interpret, unusable_signatures
from protokoll_tui.services.tolkning import Rum, Tolkning

if TYPE_CHECKING:
    from protokoll_tui.services.session import Session


@dataclass(frozen=True)
class Last:
    """A line as read: what it means, the sentence it will become, and marks in words."""

    tolkning: Tolkning
    mening: str = ""
    anmarkningar: tuple[str, ...] = ()

    @property
    def oklar(self) -> bool:
        """Whether the line cannot be carried out and would only be kept as a flagged note."""
        first = self.tolkning.anmarkningar[:1]
        return self.tolkning.slag == "notering" and bool(first) and first[0] != "okand_rad"

    @property
    def tveksam(self) -> bool:
        """Whether a person should look again before it is kept: a name that is nobody's."""
        marks = {mark.partition(":")[0] for mark in self.tolkning.anmarkningar}
        return bool(marks & {"okand_person", "flera_personer"})


class Lasare:
    """Reads the lines of an open meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kontext: tuple[object, Kontext] | None = None

    def kontext(self) -> Kontext:
        """What lines are read against; kept while the meeting's head is the same."""
        state = self._session.state
        key = (state.organ, state.datum, state.tjanstgor)
        if self._kontext is None or self._kontext[0] != key:
            self._kontext = key, context_of(state, self._session.kommun)
        return self._kontext[1]

    def read(self, line: str, paragraf: str) -> Last:
        """What a line would do in a §, without doing it. Raises nothing."""
        tolkning = interpret(parse(line, self.kontext()), self._rum(paragraf))
        marks = tuple(texter.mark_text(a) for a in tolkning.anmarkningar)
        return Last(tolkning, self._sentence(tolkning), marks)

    def candidates(self, line: str) -> tuple[Kandidat, ...]:
        """What the last word of a line could become."""
        return candidates(line, self.kontext())

    def unusable_signatures(self) -> list[str]:
        """What to tell about signatures that a line would not read as a person."""
        return unusable_signatures(self._session.kommun)

    def _rum(self, paragraf: str) -> Rum:
        session = self._session
        now = session.clock().time().replace(microsecond=0)
        here = session.paragraf(paragraf)
        return Rum(session.state, here, session.kommun, lambda: session.stil, now)

    def _sentence(self, tolkning: Tolkning) -> str:
        if not tolkning.post or not tolkning.handelser:
            return ""
        from protokoll_tui.rendering import sentence_for

        session = self._session
        try:
            after = apply_all(session.state, tolkning.handelser)
            return sentence_for(after, tolkning.post, session.kommun, session.stil)
        except (UnknownId, ProtokollError):
            return ""
