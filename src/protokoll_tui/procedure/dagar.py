"""On which days a meeting that was broken off went on (R13). Pure."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from protokoll_tui.domain.narvaro import Fas
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade


def later_days(p: Paragraf, *faser: Fas) -> list[date]:
    """The days that a § went on after it was broken off in one of some phases.

    Of a break that does not say when in the item, the item is taken to be decided before it.
    """
    return [a.datum for a in p.ajournering if a.datum and (a.fas or Fas.EFTER) in faser]


def decided_on(state: Sammantrade, p: Paragraf) -> date | None:
    """The day of the decision in a §."""
    before = takewhile(lambda q: q.id != p.id, state.paragraf)
    days = [day for q in before for day in later_days(q, *Fas)]
    return [state.datum, *days, *later_days(p, Fas.FORE, Fas.UNDER)][-1]
