"""The whole order of the propositions, before any is put (R93, 5 kap. 67 § p. 2 KL). Pure."""

from __future__ import annotations

from typing import NamedTuple

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.procedure.alternativ import (
    additions,
    together,
    waiting_formal,
    yes_or_no,
)
from protokoll_tui.procedure.forlopp import Praxis, rounds
from protokoll_tui.procedure.punktvis import disputes
from protokoll_tui.procedure.steg import NO_PRAXIS, StegKod


class Planerad(NamedTuple):
    """A question to come: what kind it is, and its answers."""

    kod: StegKod
    svar: tuple[Svar, ...]


def planned(p: Paragraf, praxis: Praxis = NO_PRAXIS) -> tuple[Planerad, ...]:
    """The questions that are left: formal ones first, the matter, then each tillägg (R90, R96)."""
    formal = (Planerad(StegKod.FORMELL, yes_or_no(p, f)) for f in waiting_formal(p))
    ways = disputes(p)
    kod = StegKod.PUNKT if len(ways) > 1 else StegKod.HUVUDFRAGA
    whole = tuple(svar for group in rounds(p, praxis) for svar in group)
    matter = (Planerad(kod, way if len(ways) > 1 else whole) for way in ways)
    seen: set[str] = set()
    extra: list[Planerad] = []
    for f in additions(p):
        if f.id not in seen:
            seen |= set(together(p, f.id))
            extra.append(Planerad(StegKod.TILLAGG, yes_or_no(p, f)))
    return (*formal, *matter, *extra)
