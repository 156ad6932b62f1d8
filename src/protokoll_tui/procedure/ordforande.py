"""Who chairs a § (R225). Pure."""

from __future__ import annotations

from protokoll_tui.domain.kommun import PRESIDIUM
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.narvaro import Gang
from protokoll_tui.procedure.rostlangd import serving


def chairs_from_before(state: Sammantrade, p: Paragraf) -> Ordforandeskap | None:
    """The chair that was taken in an earlier § and holds for this one too, or None."""
    order = {q.id: n for n, q in enumerate(state.paragraf)}
    here = order.get(p.id, len(order))
    earlier = [o for q in state.paragraf[:here] for o in q.ordforandeskap]
    last = [o for o in earlier if order.get(o.till_paragraf, -1) >= here]
    return last[-1] if last else None


def chair_of(state: Sammantrade, p: Paragraf) -> str:
    """The signature of who chairs at the decision of a §."""
    if p.ordforandeskap:
        return p.ordforandeskap[-1].vem
    before = chairs_from_before(state, p)
    return before.vem if before else state.ordforande


def may_chair(gang: Gang, p: Paragraf) -> tuple[str, ...]:
    """Those of the presidium who take part in a §, in their turn."""
    there = serving(gang, p)
    seats = sorted(
        (s for s in gang.organ.platser if s.roll in PRESIDIUM and s.namn in there),
        key=lambda s: PRESIDIUM.index(s.roll),
    )
    return tuple(s.namn for s in seats)
