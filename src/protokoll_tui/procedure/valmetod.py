"""Counting an election: the ballots, the most votes, and proportional places. Pure numbers.

What is built is the count of a closed ballot (5 kap. 54–56 §§ KL), the number that can ask for a
proportional election, and the places of each group by the largest quotients, as lagen om
proportionella val has it. What the law says beyond that is
stated by hand by the secretary: the order of the names within a group where its ballots differ,
that among the ersättare, and how the lot fell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Grund
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Sluten


def valkvot(narvarande: int, platser: int) -> int:
    """How many must ask for a proportional election: those present by the places and one (R81)."""
    return -(-narvarande // (platser + 1))


def can_ask(antal: int, narvarande: int, platser: int) -> bool:
    """Whether so many of those present can ask for a proportional election (R81)."""
    return antal >= valkvot(narvarande, platser)


@dataclass(frozen=True)
class Fordelning:
    """The places of each group, in the order given; ``lika`` share the next place by lot.

    ``kvar`` are the places that the lot is about; with none the election is counted to its end.
    """

    platser: tuple[int, ...]
    lika: tuple[int, ...] = ()
    kvar: int = 0


def allocate(roster: Sequence[int], platser: int, lotter: Iterable[int] = ()) -> Fordelning:
    """Places to groups of ballots: each to the largest votes / (places won + 1) (R81).

    ``lotter`` are the groups that the lot fell on, in the order drawn; it is drawn only where the
    equal ones are more than the places left. A group without votes gets nothing.
    """
    won, drawn = [0] * len(roster), list(lotter)
    while (left := platser - sum(won)) > 0:
        equal = _largest(roster, won)
        if len(equal) > left:
            chosen = next((n for n in drawn if n in equal), None)
            if chosen is None:
                return Fordelning(tuple(won), equal, left)
            drawn.remove(chosen)
            equal = (chosen,)
        for n in equal:
            won[n] += 1
        if not equal:
            break
    return Fordelning(tuple(won))


def _largest(roster: Sequence[int], won: Sequence[int]) -> tuple[int, ...]:
    """The groups with the largest quotient, none where nobody has a vote left to count."""
    quotients = [Fraction(votes, places + 1) for votes, places in zip(roster, won, strict=True)]
    best = max(quotients, default=Fraction(0))
    return tuple(n for n, quotient in enumerate(quotients) if quotient == best > 0)


@dataclass(frozen=True)
class Utgang:
    """How a closed ballot ended: who has a place, and who share the last ``kvar`` by lot."""

    valda: tuple[Mal, ...] = ()
    lika: tuple[Mal, ...] = ()
    kvar: int = 0


def most(sluten: Sluten, platser: int) -> Utgang:
    """Those with the most votes have the places; equal ones at the border share by lot (R80)."""
    every = {r.pa: r.roster for r in sluten.resultat}
    votes = {mal: n for mal, n in every.items() if n > 0}
    if not votes:
        return Utgang((), tuple(every), min(platser, len(every)))
    ranked = sorted(votes, key=lambda mal: -votes[mal])
    if len(ranked) <= platser:
        return Utgang(tuple(ranked))
    border = votes[ranked[platser]]
    above = tuple(mal for mal in ranked if votes[mal] > border)
    equal = tuple(mal for mal in ranked if votes[mal] == border)
    if len(above) == platser:
        return Utgang(above)
    return Utgang(above, equal, platser - len(above))


def proportional(sluten: Sluten, platser: int, lotter: Iterable[Mal] = ()) -> Fordelning:
    """The places of each group of a closed ballot, in the order of its results (R81)."""
    aims = [r.pa for r in sluten.resultat]
    drawn = [aims.index(mal) for mal in lotter if mal in aims]
    return allocate([r.roster for r in sluten.resultat], platser, drawn)


def outcome(p: Paragraf, q: Fraga) -> Utgang:
    """How the last closed ballot of a question ended, before any lot."""
    sluten = q.sluten[-1]
    if sluten.proportionellt is None:
        return most(sluten, places(p, q))
    shares = proportional(sluten, places(p, q))
    aims = tuple(r.pa for r in sluten.resultat)
    won = tuple(mal for mal, n in zip(aims, shares.platser, strict=True) if n)
    return Utgang(won, tuple(aims[n] for n in shares.lika), shares.kvar)


def elected(p: Paragraf, q: Fraga) -> Svar | None:
    """Who is elected in a closed ballot, those whom the lot fell on among them (R80).

    None while it is not counted, or a lot is still to be drawn.
    """
    if not q.sluten[-1].resultat:
        return None
    if q.sluten[-1].proportionellt is not None:
        return _on_lists(p, q)
    end = outcome(p, q)
    drawn = [mal for mal in lots(q) if mal not in end.valda]
    if end.kvar > len(lots(q)) or not (end.valda or drawn):
        return None
    return Svar(pa=(*end.valda, *drawn))


def seats(p: Paragraf, q: Fraga) -> tuple[tuple[Mal, int], ...]:
    """The places of each group in a proportional election, the lots drawn so far among them."""
    shares = proportional(q.sluten[-1], places(p, q), lots(q))
    return tuple(zip((r.pa for r in q.sluten[-1].resultat), shares.platser, strict=True))


def _on_lists(p: Paragraf, q: Fraga) -> Svar | None:
    """The names that got the places of their lists, in the order of the list; None = a lot is left.

    The order within a group is that of its ballots: where they differ the secretary states it.
    """
    if proportional(q.sluten[-1], places(p, q), lots(q)).kvar:
        return None
    names = {f.id: len(f.kandidater) for f in p.forslag}
    won = ((mal, n, names.get(mal.pa, 0)) for mal, n in seats(p, q) if n)
    aims = tuple(mal if n >= of else _first(mal, n) for mal, n, of in won)
    return Svar(pa=aims) if aims else None


def _first(mal: Mal, antal: int) -> Mal:
    return Mal(pa=mal.pa, punkter=tuple(range(1, antal + 1)))


def lots(q: Fraga) -> tuple[Mal, ...]:
    """Those whom the lot fell on, as recorded."""
    ruling = q.avgorande
    if ruling is None or ruling.grund is not Grund.LOTTNING or ruling.vinnare is None:
        return ()
    return ruling.vinnare.pa


def places(p: Paragraf, q: Fraga) -> int:
    """The places that an election fills: as its ballot says, else its förslag, else one.

    A list that wins or falls as a whole is one, unless the election is proportional.
    """
    sluten = q.sluten[-1] if q.sluten else None
    if sluten and sluten.platser is not None:
        return sluten.platser
    aims = {mal.pa for svar in q.svar for mal in svar.pa}
    aims |= {r.pa.pa for r in sluten.resultat} if sluten else set()
    on = [f for f in p.forslag if f.id in aims and f.slag is ForslagSlag.VAL]
    lists = sluten is not None and all(not r.pa.punkter for r in sluten.resultat)
    if lists and sluten and not sluten.proportionellt and any(len(f.kandidater) > 1 for f in on):
        return 1
    return places_of(on)


def places_of(forslag: Iterable[Forslag]) -> int:
    """The places that förslag to one election say that it fills; at least one."""
    return max((f.platser or len(f.kandidater) for f in forslag), default=1) or 1


def valid_ballots(sluten: Sluten) -> int | None:
    """The ballots that count: those cast but the invalid and the blank; None = not stated."""
    known = (sluten.avgivna, sluten.ogiltiga, sluten.blanka)
    cast, invalid, blank = known
    if cast is None or invalid is None or blank is None:
        return None
    return cast - invalid - blank


def adds_up(sluten: Sluten, platser: int) -> bool:
    """Whether the votes can have come from the ballots, as far as the numbers are stated.

    With one name or group on each ballot they are as many as the valid ballots. With several names
    nobody has more votes than there are valid ballots, and all together not more than the places
    on them.
    """
    votes = [r.roster for r in sluten.resultat]
    valid, exact = valid_ballots(sluten), True
    if valid is None:
        known = (sluten.ogiltiga, sluten.blanka)
        valid, exact = (sluten.avgivna or 0) - sum(n or 0 for n in known), False
        if sluten.avgivna is None:
            return True
    if min((valid, *votes)) < 0:
        return False
    if not votes:
        return True
    one_each = platser == 1 or sluten.proportionellt is not None
    if one_each:
        return sum(votes) == valid if exact else sum(votes) <= valid
    return max(votes) <= valid and sum(votes) <= valid * platser
