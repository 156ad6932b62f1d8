"""Changes by others: seen before a save, merged by id, and copies that a sync client left."""

from __future__ import annotations

import re
import time
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from protokoll_tui.domain.changes import Krock, merge
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage.meeting_file import Signature

RACY = 2_000_000_000
"""Nanoseconds: a file changed so lately may have been changed again without a new time."""

_HEAD = 65_536
_ID = re.compile(r"""^id[ \t]*=[ \t]*["']([^"'\n]+)["']""", re.MULTILINE)


@dataclass(frozen=True)
class Sammanfort:
    """Two versions made one. ``krockar`` are changes of theirs that did not fit: ours stands in
    the state, theirs in the conflict. ``dubbla`` are § numbers that became double."""

    state: Sammantrade
    krockar: tuple[Krock, ...]
    dubbla: tuple[int, ...]


def foreign_bytes(path: Path, known: Signature | None, ours: tuple[bytes, ...]) -> bytes | None:
    """The file's bytes if somebody else has written it, else None.

    In: the file, what it looked like when we left it, and the versions that are ours. The cheap
    look is trusted only when the file has lain still for a while. Raises OSError.
    """
    now = Signature.of(path)
    if now == known and abs(time.time_ns() - now.mtime_ns) > RACY:
        return None
    data = path.read_bytes()
    return None if data in ours else data


def merge_versions(base: Sammantrade, ours: Sammantrade, theirs: Sammantrade) -> Sammanfort:
    """Three-way merge by id. Nothing is dropped: what does not fit is a conflict."""
    state, krockar = merge(base, ours, theirs)
    before = set(double_numbers(ours)) | set(double_numbers(theirs))
    dubbla = tuple(nr for nr in double_numbers(state) if nr not in before)
    return Sammanfort(state, krockar, dubbla)


def double_numbers(state: Sammantrade) -> tuple[int, ...]:
    """§ numbers that are used more than once."""
    counts = Counter(p.nr for p in state.paragraf if p.nr is not None)
    return tuple(nr for nr, count in counts.items() if count > 1)


def siblings(path: Path, id: str) -> list[Path]:
    """Other files in the folder that hold the same meeting, as sync clients leave them behind.

    Known by the id inside, whatever their names. Raises nothing.
    """
    try:
        others = [p for p in sorted(path.parent.glob("*.toml")) if p.name != path.name]
    except OSError:
        return []
    return [other for other in others if meeting_id(other) == id]


def meeting_id(path: Path) -> str:
    """The id of the meeting in a file, "" where there is none. Reads the head only."""
    try:
        with path.open("rb") as handle:
            text = handle.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    head = re.split(r"^[ \t]*\[", text.replace("\r\n", "\n"), maxsplit=1, flags=re.MULTILINE)[0]
    try:
        id = tomllib.loads(head).get("id", "")
    except tomllib.TOMLDecodeError:
        found = _ID.search(head)
        id = found[1] if found else ""
    return id if isinstance(id, str) else ""
