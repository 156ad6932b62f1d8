"""Who chairs each §, also where the record that says so lies in an earlier one (R225). Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

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


def chairs(state: Sammantrade, p: Paragraf) -> tuple[Ordforandeskap, ...]:
    """Every time in the chair that a § has: those recorded in it, after one that still runs.

    One that runs from an earlier § holds from the start of this one, until somebody else takes the
    chair here. The chair of the meeting is not told as one that runs.
    """
    taken = any(o.fran is None for o in p.ordforandeskap)
    held = None if taken else chairs_from_before(state, p)
    if held is None or held.vem == state.ordforande:
        return p.ordforandeskap
    return (replace(held, fran=None, till=None, till_paragraf=""), *p.ordforandeskap)


def presided(state: Sammantrade, p: Paragraf) -> tuple[str, ...]:
    """Signatures of everyone who chaired in a §, the chair of the meeting first where so."""
    held = chairs(state, p)
    whole = any(o.fran is None and o.till is None for o in held)
    first = () if whole or not state.ordforande else (state.ordforande,)
    return tuple(dict.fromkeys((*first, *(o.vem for o in held if o.vem))))


def presides(state: Sammantrade, p: Paragraf) -> str:
    """The signature of who chaired at the decision: the last who took the chair in the §."""
    lasting = [o for o in chairs(state, p) if o.till is None and o.vem]
    lasting.sort(key=lambda o: o.fran or time.min)
    return lasting[-1].vem if lasting else state.ordforande


def may_chair(gang: Gang, p: Paragraf) -> tuple[str, ...]:
    """Those of the presidium who take part in a §, in their turn."""
    there = serving(gang, p)
    seats = sorted(
        (s for s in gang.organ.platser if s.roll in PRESIDIUM and s.namn in there),
        key=lambda s: PRESIDIUM.index(s.roll),
    )
    return tuple(s.namn for s in seats)
