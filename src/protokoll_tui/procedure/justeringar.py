"""Which justering each § belongs to (R23), and who signs it. Pure."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.dagar import decided_on


def recorded(state: Sammantrade) -> tuple[Justering, ...]:
    """Every justering that is settled, in the order of the §§ that hold them."""
    return tuple(j for p in state.paragraf for j in p.justering)


def main_justering(state: Sammantrade) -> Justering | None:
    """The justering of every § that no other holds, or None."""
    return next((j for j in recorded(state) if not j.paragrafer), None)


def justering_of(state: Sammantrade, p: Paragraf) -> Justering | None:
    """The justering that a § belongs to, or None where none is recorded for it.

    A § that is justerad at once and named in none has one of its own, on the day of its decision,
    with the signers of the others (R22).
    """
    named = next((j for j in recorded(state) if p.id in j.paragrafer), None)
    if named is not None:
        return named
    rest = main_justering(state)
    if p.omedelbart_justerad is False:
        return rest
    signers, chair = (rest.justerare, rest.ordforande) if rest else ((), "")
    day = decided_on(state, p)
    return Justering(justerare=signers, ordforande=chair, paragrafer=(p.id,), datum=day)


def justeringar(state: Sammantrade) -> tuple[tuple[Justering, tuple[Paragraf, ...]], ...]:
    """Every justering with its §§, in the order of the first § of each.

    Those at once that are in no other are one where the same persons sign on the same day.
    """
    groups: dict[Justering, tuple[Justering, list[Paragraf]]] = {}
    for p in state.paragraf:
        if (j := justering_of(state, p)) is not None:
            key = j if j.id else replace(j, paragrafer=())
            groups.setdefault(key, (j, []))[1].append(p)
    return tuple((j, tuple(held)) for j, held in groups.values())
