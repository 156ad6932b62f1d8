"""What the checks of the beslutsgång ask of a §, each thing computed once for each §. Pure.

The checks run while a person types, and a line changes one § of the meeting: what was computed of
the others is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from protokoll_tui.checks.fynd import Mote
from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import RUTIN, Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import additions, alternatives, waiting_formal
from protokoll_tui.procedure.forlopp import course
from protokoll_tui.procedure.jav import persons
from protokoll_tui.procedure.kedja import winner
from protokoll_tui.procedure.rakning import with_list
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.procedure.utfall import Utfall, outcomes
from protokoll_tui.procedure.val import Val, elections


class Rostning(NamedTuple):
    """A votering with the question it is on, and with the röstlängd that it uses."""

    fraga: Fraga
    egen: Votering
    votering: Votering


class Underlag:
    """A § as the checks of the beslutsgång see it."""

    def __init__(self, p: Paragraf) -> None:
        """Nothing is computed before it is asked for."""
        self.p = p

    @cached_property
    def forslag(self) -> dict[str, Forslag]:
        """Every förslag by id."""
        return {f.id: f for f in self.p.forslag}

    @cached_property
    def avgjort(self) -> bool:
        """Whether the organ is through with it, and it is no routine where nothing was put."""
        routine = self.p.slag in RUTIN and not self.p.fraga
        return is_done(self.p) and not self.p.utgar and not routine

    @cached_property
    def utfall(self) -> dict[str, Utfall | None]:
        """The outcome of each yrkande."""
        return outcomes(self.p)

    @cached_property
    def vinnare(self) -> tuple[tuple[Fraga, Svar | None], ...]:
        """Each question as it was put, with what won there."""
        return tuple((q, winner(self.p, q)) for q in self.p.fraga)

    @cached_property
    def rostningar(self) -> tuple[Rostning, ...]:
        """Each votering in the order held."""
        return tuple(Rostning(q, v, with_list(self.p, v)) for q in self.p.fraga for v in q.votering)

    @cached_property
    def slutligt(self) -> tuple[tuple[Svar, tuple[Svar, ...]], ...]:
        """What won each matter as a whole, and all that could have."""
        return tuple((q.funnet, q.svar) for q in course(self.p).fraga if q.funnet)

    def aims(self, q: Fraga) -> Iterator[str]:
        """What a question is about: ids of förslag, "" for the one of the matter."""
        inner = {o.id for o in self.p.fraga}
        yield from (mal.pa for svar in q.svar for mal in svar.pa if mal.pa not in inner)

    def kind(self, id: str) -> ForslagSlag:
        """What a förslag is; one that is not recorded is the matter's own."""
        known = self.forslag.get(id)
        return known.slag if known else ForslagSlag.HUVUD

    def formal(self, id: str) -> bool:
        """Whether it is about how the matter is handled (R90)."""
        return id in self.forslag and self.forslag[id].formellt

    def on_matter(self, q: Fraga) -> bool:
        """Whether a question is on the matter itself: no formal one, no tillägg, no election."""
        apart = (ForslagSlag.TILLAGG, ForslagSlag.VAL)
        kinds = [id for id in self.aims(q) if not self.formal(id) and self.kind(id) not in apart]
        return bool(kinds)

    @cached_property
    def val(self) -> tuple[Val, ...]:
        """The elections in it."""
        return elections(self.p) if any(f.slag is ForslagSlag.VAL for f in self.p.forslag) else ()

    @cached_property
    def att_prova(self) -> int:
        """How many proposals have to be put; an election with enough places counts as one."""
        p = self.p
        if not p.forslag and not p.yrkande:
            return 0
        votes = [2 if val.contested else 1 for val in self.val]
        return max([len(alternatives(p)) + len(waiting_formal(p)) + len(additions(p)), *votes])

    @cached_property
    def bifallna(self) -> frozenset[str]:
        """Ids of the förslag that won."""
        yes = (svar for svar, _ in self.slutligt if svar.verkan is Verkan.BIFALL)
        return frozenset(mal.pa for svar in yes for mal in svar.pa)

    @cached_property
    def provade(self) -> frozenset[str]:
        """Ids of the förslag that were put and settled, won or lost."""
        answers = (a for svar, rest in self.slutligt for a in (svar, *rest))
        return frozenset(mal.pa for svar in answers for mal in svar.pa) & set(self.forslag)

    def elects(self, id: str) -> bool:
        """Whether a förslag is to elect somebody."""
        return self.kind(id) is ForslagSlag.VAL

    @cached_property
    def uppskjutet(self) -> tuple[tuple[int, Forslag], ...]:
        """What put the matter off, with the place of the question that it carried in (R92)."""
        return tuple(
            (n, self.forslag[mal.pa])
            for n, (_, svar) in enumerate(self.vinnare)
            for mal in (svar.pa if svar and svar.verkan is Verkan.BIFALL else ())
            if mal.pa in self.forslag and self.forslag[mal.pa].slag in SKJUTER_UPP
        )

    @cached_property
    def yrkande_av(self) -> dict[str, frozenset[str]]:
        """Who moved or joined each yrkande."""
        return {
            y.id: frozenset(persons((*y.av, *(i.vem for i in y.instammer)))) for y in self.p.yrkande
        }


class _Samma:
    """A § told apart by being that very object: comparing what it holds would cost more."""

    def __init__(self, p: Paragraf) -> None:
        self.p = p

    def __hash__(self) -> int:
        return id(self.p)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Samma) and self.p is other.p


@lru_cache(maxsize=512)
def _kept(same: _Samma) -> Underlag:
    return Underlag(same.p)


def underlag(p: Paragraf) -> Underlag:
    """A § as the checks see it; the same object as long as the § is the same."""
    return _kept(_Samma(p))


def decided(m: Mote) -> Iterator[Underlag]:
    """The §§ that the organ is through with, but for routine."""
    yield from (here for p in m.state.paragraf if (here := underlag(p)).avgjort)


def asked(m: Mote) -> Iterator[Underlag]:
    """The §§ where something has been put to the organ."""
    yield from (underlag(p) for p in m.state.paragraf if p.fraga)


def voted(m: Mote) -> Iterator[tuple[Paragraf, Rostning]]:
    """Every votering of the meeting."""
    yield from ((here.p, r) for here in asked(m) for r in here.rostningar)
