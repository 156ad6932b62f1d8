"""What a check finds, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.narvaro import Gang, Narvaro, served
from protokoll_tui.swedish.lists import join_list


class Allvar(Term):
    """How grave a finding is.

    ``fel``: the record contradicts itself. ``hände``: what happened breaks the law, and the record
    must say so all the same. Neither stops anything.
    """

    FEL = "fel"
    HANDE = "hände"
    VARNING = "varning"
    UPPLYSNING = "upplysning"


@dataclass(frozen=True)
class Fynd:
    """A finding: the rule, how grave, what is the matter in words, in which § and record."""

    regel: str
    allvar: Allvar
    text: str
    lag: str = ""
    paragraf: str = ""
    post: str = ""

    @property
    def grav(self) -> bool:
        """Whether a person is asked about it before it is kept."""
        return self.allvar in (Allvar.FEL, Allvar.HANDE)

    @property
    def fel(self) -> bool:
        """Whether something can be put right in the record."""
        return self.allvar is Allvar.FEL


@dataclass(frozen=True)
class Mote:
    """What a check looks at."""

    state: Sammantrade
    kommun: Kommun
    gang: Gang

    @property
    def fullmaktige(self) -> bool:
        """Whether the rules of fullmäktige hold."""
        return self.gang.organ.organ.fullmaktige

    def namn(self, sig: str) -> str:
        """A person as messages name one: name (party)."""
        return self.kommun.named(sig)

    def names(self, sigs: Iterable[str]) -> str:
        """Several persons as messages name them: "A (S), B (M) och C"."""
        return join_list(map(self.namn, sigs))

    def treated(self) -> Iterator[Paragraf]:
        """The §§ that are treated; who serves in them is known once an upprop is recorded."""
        if self.gang.registrerat:
            yield from (p for p in self.state.paragraf if p.utgar is False)

    def there(self, p: Paragraf) -> frozenset[str]:
        """Everyone who was in the room at some time in a §."""
        skede = self.gang.at(p.id)
        rooms: tuple[Narvaro, ...] = (skede.borjan, skede.beslut, skede.slut)
        return frozenset[str]().union(*(room.inne for room in rooms))

    def served(self, p: Paragraf) -> frozenset[str]:
        """Everyone who served at some time in a §, those who stepped in at jäv too."""
        stood_in = {t.vem for j in p.jav for t in j.tjanst}
        return frozenset({*served(self.gang.at(p.id)), *stood_in})


@dataclass(frozen=True)
class Brist:
    """What a check yields: the words, the § and the record they are about."""

    text: str
    paragraf: str = ""
    post: str = ""


@dataclass(frozen=True)
class Kontroll:
    """A rule with its law, gravity, the days its wording holds, and the function that checks it."""

    regel: str
    lag: str
    allvar: Allvar
    hitta: Callable[[Mote], Iterator[Brist]]
    lydelse_fran: date | None = None
    lydelse_till: date | None = None

    def holds(self, dag: date | None) -> bool:
        """Whether the rule holds in this wording on a day."""
        return dag is None or (
            (self.lydelse_fran is None or self.lydelse_fran <= dag)
            and (self.lydelse_till is None or dag <= self.lydelse_till)
        )


Kontroller: TypeAlias = tuple[Kontroll, ...]


def run(kontroller: Kontroller, mote: Mote) -> tuple[Fynd, ...]:
    """What some checks find in a meeting, in the order of the checks."""
    return tuple(
        Fynd(k.regel, k.allvar, t.text, k.lag, t.paragraf, t.post)
        for k in kontroller
        if k.holds(mote.state.datum)
        for t in k.hitta(mote)
    )
