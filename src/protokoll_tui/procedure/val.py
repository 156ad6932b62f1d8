"""Elections of a §: who stands for what, how it is put, and whether it may be proportional. Pure.

An election with no more candidates than places is settled by acklamation; else, where somebody
asks for it, in a closed ballot (R79, R80; 5 kap. 54 § KL).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Sluten
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import live_forslag, live_yrkanden
from protokoll_tui.procedure.forlopp import Proposition
from protokoll_tui.procedure.kedja import joined
from protokoll_tui.procedure.valmetod import places_of


class Uppdragsslag(Term):
    """What is elected, as far as the law on proportional elections tells them apart."""

    PRESIDIUM = "presidium"
    ERSATTARE = "ersättare"
    LEDAMOT = "ledamot"
    REVISOR = "revisor"


_KINDS = (
    (re.compile(r"\bordf\w*|\bpresidi\w*|\bvice\b", re.IGNORECASE), Uppdragsslag.PRESIDIUM),
    (re.compile(r"ersättare\b|\bsuppleant", re.IGNORECASE), Uppdragsslag.ERSATTARE),
    (re.compile(r"\brevisor", re.IGNORECASE), Uppdragsslag.REVISOR),
    (re.compile(r"\bledam[oö]t", re.IGNORECASE), Uppdragsslag.LEDAMOT),
)


def kind_of(uppdrag: str) -> Uppdragsslag | None:
    """What kind of uppdrag the words name; None where they do not tell.

    The first that fits: "vice ordförande" is of the presidium, whatever else stands there.
    """
    return next((kind for words, kind in _KINDS if words.search(uppdrag)), None)


def organ_of(uppdrag: str) -> str:
    """What the uppdrag is in, folded for comparing: "socialnämnden"; "" where it is not said."""
    return uppdrag.partition(" i ")[2].strip().casefold()


def may_be_proportional(uppdrag: str) -> bool | None:
    """Whether an election may be proportional where enough ask for it; None = for a person to say.

    Ledamöter and ersättare of the organs listed in 5 kap. 58 § and 6 kap. 42 § KL and revisorer
    may; a presidium never (R81, R230).
    """
    kind = kind_of(uppdrag)
    return None if kind is None else kind is not Uppdragsslag.PRESIDIUM


@dataclass(frozen=True)
class Val:
    """An election: to what, for how many places, and the live förslag to it.

    An avsägelse is one too, with nobody to choose between.
    """

    uppdrag: str
    forslag: tuple[Forslag, ...]
    slag: ForslagSlag = ForslagSlag.VAL

    @property
    def platser(self) -> int:
        """The places that it fills, as its förslag say; at least one."""
        return places_of(self.forslag)

    @property
    def contested(self) -> bool:
        """Whether more stand than there are places; a list counts with all its names."""
        names = sum(max(1, len(f.kandidater)) for f in self.forslag)
        return self.slag is ForslagSlag.VAL and names > self.platser


def named(f: Forslag, punkter: tuple[int, ...] = ()) -> tuple[Aktor, ...]:
    """Those whom a förslag to an election names; ``punkter`` = only those, by their number."""
    return tuple(a for n, a in enumerate(f.kandidater, 1) if not punkter or n in punkter)


def elections(p: Paragraf) -> tuple[Val, ...]:
    """The elections of a §, one for each uppdrag, in the order in which they were proposed."""
    groups: dict[tuple[ForslagSlag, str], list[Forslag]] = {}
    for f in live_forslag(p):
        if f.slag in VALARENDEN:
            groups.setdefault((f.slag, f.uppdrag.strip()), []).append(f)
    return tuple(Val(uppdrag, tuple(f), slag) for (slag, uppdrag), f in groups.items())


def open_elections(p: Paragraf) -> tuple[Val, ...]:
    """The elections without an outcome."""
    won = [q.funnet for q in joined(p).fraga if q.funnet]
    yes = (svar for svar in won if svar.verkan is Verkan.BIFALL)
    done = {mal.pa for svar in yes for mal in svar.pa}
    return tuple(v for v in elections(p) if not done & {f.id for f in v.forslag})


def is_put(p: Paragraf, val: Val) -> bool:
    """Whether an election is put by itself: contested, or somebody in the room has proposed.

    What only the preparing body has proposed is decided at once (R191).
    """
    ids = {f.id for f in val.forslag}
    return val.contested or any(s.pa.pa in ids for y in live_yrkanden(p) for s in y.stallning)


def next_put(p: Paragraf) -> Val | None:
    """The next election that is put by itself; None when there is none left."""
    return next((val for val in open_elections(p) if is_put(p, val)), None)


def question_of(p: Paragraf, val: Val) -> Fraga | None:
    """The question of an election as it has been put, or None."""
    ids = {f.id for f in val.forslag}
    put = (q for q in reversed(p.fraga) if ids & {m.pa for svar in q.svar for m in svar.pa})
    return next(put, None)


def proposition(val: Val) -> Proposition:
    """The question of an election: one answer with all names where it is uncontested (R79)."""
    aims = tuple(Mal(pa=f.id) for f in val.forslag)
    if not val.contested:
        return Proposition((Svar(pa=aims),))
    return Proposition(tuple(Svar(pa=(mal,)) for mal in aims), Satt.MOT_VARANDRA)


def on_ballot(val: Val, proportional: bool = False) -> tuple[Mal, ...]:
    """What votes are counted for in a closed ballot: each name, or each list that stands whole.

    A name on a list is a point of it. Where every förslag fills all places the lists stand whole,
    as the groups of a proportional election do.
    """
    if proportional or all(len(f.kandidater) == val.platser for f in val.forslag):
        return tuple(Mal(pa=f.id) for f in val.forslag)
    return tuple(
        Mal(pa=f.id, punkter=(n,)) if len(f.kandidater) > 1 else Mal(pa=f.id)
        for f in val.forslag
        for n in range(1, max(1, len(f.kandidater)) + 1)
    )


def new_round(q: Fraga, id: str) -> Sluten:
    """The next closed ballot on a question: the one before stands, this one holds (R80)."""
    last = q.sluten[-1] if q.sluten else Sluten(omgang=0)
    return Sluten(
        id=id,
        omgang=last.omgang + 1,
        platser=last.platser,
        proportionellt=last.proportionellt,
    )


def missing(forslag: Forslag) -> tuple[str, ...]:
    """The fields that an elected name still lacks (R79); none where it stands in own words."""
    if forslag.slag is not ForslagSlag.VAL or not forslag.kandidater:
        return ()
    return tuple(name for name in ("uppdrag", "mandattid") if not getattr(forslag, name))
