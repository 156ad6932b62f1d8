"""Who is in the room without a mandate, and in which §§. Pure."""

from __future__ import annotations

from protokoll_tui.domain.narvaro import Deltagare
from protokoll_tui.domain.sammantrade import Sammantrade


def attending(state: Sammantrade) -> tuple[tuple[Deltagare, range], ...]:
    """Everyone recorded, each with the places in ``state.paragraf`` of the §§ they were there for.

    A last § that is gone, or stands before the first, says nothing: they stayed to the end.
    """
    at = {p.id: n for n, p in enumerate(state.paragraf)}
    found = []
    for first, p in enumerate(state.paragraf):
        for d in p.deltagare:
            last = at.get(d.till, -1)
            found.append((d, range(first, (last if last >= first else len(at) - 1) + 1)))
    return tuple(found)
