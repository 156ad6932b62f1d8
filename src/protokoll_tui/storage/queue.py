"""Log lines that wait on this computer while the meeting's folder cannot be written."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from protokoll_tui.storage.atomic import REAL_FS, FileSystem
from protokoll_tui.storage.log_file import LogFile
from protokoll_tui.storage.state_dir import file_key


def _stem(meeting: Path, id: str) -> str:
    place = hashlib.sha256(str(meeting).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{file_key(id)}.{place}"


def queue_file(folder: Path, meeting: Path, id: str, fs: FileSystem = REAL_FS) -> LogFile:
    """The queue of one meeting file. Copies of a meeting in two places have a queue each."""
    return LogFile(folder / "ko" / f"{_stem(meeting, id)}.jsonl", fs)


def note_place(queue: LogFile, meeting: Path) -> None:
    """Remember for which file a queue waits, so that one that was moved can be told of."""
    path = queue.path.with_suffix(".plats")
    with contextlib.suppress(OSError):
        if not path.exists():
            path.write_text(json.dumps(str(meeting)), "utf-8")


def orphans(folder: Path, meeting: Path, id: str) -> list[str]:
    """Other places of the same meeting for which entries wait on this computer."""
    own = _stem(meeting, id)
    found = []
    with contextlib.suppress(OSError):
        for path in sorted((folder / "ko").glob(f"{file_key(id)}.*.jsonl")):
            if path.name != f"{own}.jsonl" and path.stat().st_size:
                found.append(_place(path))
    return found


def _place(path: Path) -> str:
    try:
        return str(json.loads(path.with_suffix(".plats").read_text("utf-8")))
    except (OSError, ValueError):
        return path.name
