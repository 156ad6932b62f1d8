"""One program of a computer at a time: what the lock promises is checked and used in one piece.

Between the look at the lock and the last byte of a save another window could take the meeting
over, and both would add to one log. A lock of the operating system on a file in the user's state
folder closes that gap. Across computers it cannot be closed; there each has a log of its own, and
the compare at save does the rest.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 2.0
"""Seconds after which one goes on without: the other program may hang in a share that is gone."""

_PAUSE = 0.005


class Turn:
    """The turn of one meeting file on this computer. It may be taken again while it is held."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._depth = 0

    @contextlib.contextmanager
    def taken(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the turn meanwhile. Raises nothing: where it cannot be had, one goes on without."""
        fd = None if self._depth else _opened(self._path)
        self._depth += 1
        try:
            if fd is not None:
                _wait(fd, patience)
            yield
        finally:
            self._depth -= 1
            if fd is not None:
                # Closing gives it back, also when the program dies.
                os.close(fd)


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        return None


def _wait(fd: int, patience: float) -> None:
    end = time.monotonic() + patience
    while not _try(fd) and time.monotonic() < end:
        time.sleep(_PAUSE)


def _try(fd: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
