"""Earlier versions of a meeting file, kept in its log folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path

from protokoll_tui.storage.atomic import REAL_FS, FileSystem, write_atomic
from protokoll_tui.storage.errors import KanInteSpara
from protokoll_tui.storage.log_file import log_folder

DAYS = 30
"""How long a replaced version is kept."""

MOST = 20
"""How many replaced versions are kept at most, the newest: about 10 MB of the largest meetings."""


def last_good_path(meeting: Path) -> Path:
    """Where the last version lies that was whole when the meeting was opened or closed."""
    return log_folder(meeting) / f"{meeting.name}.bak"


def keep_last_good(meeting: Path, data: bytes, fs: FileSystem = REAL_FS) -> None:
    """Keep a whole version as the last good one. A folder that cannot be written is no error."""
    path = last_good_path(meeting)
    with contextlib.suppress(OSError, KanInteSpara):
        if not (path.exists() and path.read_bytes() == data):
            fs.mkdir(path.parent)
            write_atomic(path, data, fs)


def keep_replaced(meeting: Path, data: bytes, fs: FileSystem = REAL_FS) -> Path:
    """Keep a version that is about to be replaced, named by its hash. Raises OSError.

    Of a meeting the newest ``MOST`` (20) are kept, each for ``DAYS`` (30) days at most.
    """
    path = last_good_path(meeting)
    kept = path.with_name(f"{path.name}-{hashlib.sha256(data).hexdigest()[:8]}")
    if kept.exists():
        with contextlib.suppress(OSError):
            os.utime(kept)
        return kept
    fs.mkdir(kept.parent)
    write_atomic(kept, data, fs)
    others = [old for old in _replaced(meeting) if old != kept]
    for old in others[MOST - 1 :]:
        with contextlib.suppress(OSError):
            old.unlink()
    return kept


def prune(meeting: Path, now: float | None = None) -> None:
    """Remove replaced versions older than ``DAYS``. Raises nothing."""
    limit = (time.time() if now is None else now) - DAYS * 86_400
    _remove_older(meeting, limit)


def remove_replaced(meeting: Path) -> None:
    """Remove every replaced version, as gallring does. Raises nothing."""
    _remove_older(meeting, float("inf"))


def _remove_older(meeting: Path, limit: float) -> None:
    for old in _replaced(meeting):
        with contextlib.suppress(OSError):
            if old.stat().st_mtime < limit:
                old.unlink()


def _replaced(meeting: Path) -> list[Path]:
    """The replaced versions of a meeting, newest first."""
    path = last_good_path(meeting)
    found: list[tuple[float, Path]] = []
    with contextlib.suppress(OSError):
        for old in path.parent.iterdir():
            if old.name.startswith(f"{path.name}-"):
                with contextlib.suppress(OSError):
                    found.append((old.stat().st_mtime, old))
    return [old for _, old in sorted(found, reverse=True)]
