"""A copy of a meeting that a sync client left, brought back into the meeting."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.domain.changes import WHOLE, Andring, Krock, diff, put, reverse
from protokoll_tui.domain.debate import settled
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage.foreign import Sammanfort, double_numbers
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.meeting_file import Loaded
from protokoll_tui.storage.opening import newer_lines


def merge_copy(meeting: Path, ours: Sammantrade, historik: Historik, copy: Loaded) -> Sammanfort:
    """Ours with what the copy has besides; nothing that stands in ours is taken away.

    In: the meeting file, its state and what it holds of the logs, the copy. The common start is
    found by reversing the log lines that the copy lacks; where some are missing, only what the
    copy adds is taken in. Everything not taken in is a conflict, to be shown.
    """
    lines = newer_lines(meeting, ours.id, copy.historik, historik)
    expected = sum(
        max(0, head.nr - copy.historik.of(name).nr) for name, head in historik.logg.items()
    )
    sure = len(lines) == expected and all(line.innehall is not None for line in lines)
    patch = tuple(change for line in reversed(lines) for change in reverse(line.patch))
    base, left = put(ours, patch)
    sure = sure and not left
    theirs = diff(base, copy.state)
    taken = tuple(change for change in theirs if _may(change, sure))
    state, krockar = put(ours, taken)
    state = settled(state, ours, copy.state)
    refused = tuple(Krock(change, change.fore) for change in theirs if change not in taken)
    before = set(double_numbers(ours)) | set(double_numbers(copy.state))
    dubbla = tuple(nr for nr in double_numbers(state) if nr not in before)
    return Sammanfort(state, (*krockar, *refused), dubbla)


def _may(change: Andring, sure: bool) -> bool:
    if change.falt == WHOLE:
        return change.efter is not None
    return sure or change.fore is None
