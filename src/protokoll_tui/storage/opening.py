"""What a meeting needs at opening: the log's newer lines, and what was changed outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protokoll_tui.domain.changes import Krock, Patch, diff, put
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.errors import KanInteLasa, TrasigFil
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.log import Rad
from protokoll_tui.storage.log_file import all_logs
from protokoll_tui.storage.meeting_file import Loaded, content_of, load
from protokoll_tui.storage.versions import last_good_path


@dataclass(frozen=True)
class Replayed:
    """A state after lines of a log: what did not fit, how many were put, which were purged."""

    state: Sammantrade
    krockar: tuple[Krock, ...] = ()
    antal: int = 0
    gallrade: tuple[int, ...] = ()


def replay(state: Sammantrade, lines: Iterable[Rad]) -> Replayed:
    """Put lines on a state, field by field, where the field still has its before-value."""
    todo = list(lines)
    patch = tuple(change for line in todo for change in line.patch)
    if not todo:
        return Replayed(state)
    new, krockar = put(state, patch) if patch else (state, ())
    purged = tuple(line.nr for line in todo if line.innehall is None)
    return Replayed(new, krockar, len(todo) - len(purged), purged)


def hand_edit(meeting: Path, loaded: Loaded) -> Patch | None:
    """What was changed outside the program since the file was last saved by it.

    Out: the difference, or None when the earlier version cannot be had. Raises nothing.
    """
    before = _as_left(meeting, loaded)
    return None if before is None else diff(before, loaded.state)


def is_edited(loaded: Loaded) -> bool:
    """Whether the file says something else than the program left in it."""
    return bool(loaded.historik.innehall) and loaded.historik.innehall != loaded.innehall


def _as_left(meeting: Path, loaded: Loaded) -> Sammantrade | None:
    """The meeting as the program left it: the last good version and the lines since then."""
    kept = last_good(meeting)
    if kept is None or kept.state.id != loaded.state.id:
        return None
    lines = newer_lines(meeting, loaded.state.id, kept.historik, loaded.historik)
    state = replay(kept.state, lines).state
    return state if content_of(state) == loaded.historik.innehall else None


def last_good(meeting: Path) -> Loaded | None:
    """The last good version, or None when there is none. Raises nothing."""
    try:
        return load(last_good_path(meeting))
    except (KanInteLasa, TrasigFil):
        return None


def newer_lines(meeting: Path, id: str, since: Historik, until: Historik | None) -> list[Rad]:
    """Lines of all installations after one state of the file, up to another, oldest first."""
    found = [
        line
        for installation, log in all_logs(meeting, id).items()
        for line in log.lines
        if line.nr > since.of(installation).nr
        and (until is None or line.nr <= until.of(installation).nr)
    ]
    return sorted(found, key=lambda line: (line.tid, line.nr))


def replay_notes(replayed: Replayed) -> list[str]:
    """What to tell of a replay."""
    told = [texter.recovered(replayed.antal)] if replayed.antal else []
    return told + [texter.NOT_RECOVERED] * bool(replayed.gallrade)
