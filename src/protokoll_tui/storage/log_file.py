"""A log on disk: read whole, added to line by line, each flushed before it counts."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from protokoll_tui.storage.atomic import REAL_FS, FileSystem, write_atomic
from protokoll_tui.storage.log import Rad, ReadLog, print_line, read_log
from protokoll_tui.storage.state_dir import file_key


def log_folder(meeting: Path) -> Path:
    """The folder beside a meeting file for its logs and earlier versions."""
    return meeting.with_name(f"{meeting.stem}.logg")


def log_path(meeting: Path, id: str, installation: str) -> Path:
    """The log of one installation for one meeting. The meeting's id is part of the name, so that
    a new meeting that gets a removed one's file name does not take over its log."""
    return log_folder(meeting) / f"{file_key(id)}.{installation}.jsonl"


class LogFile:
    """One log file that this process adds to."""

    def __init__(self, path: Path, fs: FileSystem = REAL_FS) -> None:
        self.path = path
        self._fs = fs
        self._log = ReadLog()
        self._size = -1

    def read(self) -> ReadLog:
        """The log; one that is not there is empty. Raises OSError when it cannot be read."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        self._log, self._size = read_log(data), len(data)
        return self._log

    def changed(self) -> bool:
        """Whether the file is of another size than we left it. Raises OSError."""
        return self._actual_size() != self._size

    def _actual_size(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, lines: Sequence[Rad]) -> None:
        """Add lines and flush; a half line left by a crash is cut away first.

        Raises OSError; the file is then cut back to what it held.
        """
        if self.changed():
            self.read()
        fresh = self._size == 0
        if fresh:
            self._fs.mkdir(self.path.parent)
        data = b"" if self._log.ended else b"\n"
        data += b"".join(map(print_line, lines))
        good, self._size = self._log.good, -1
        fd = self._fs.append(self.path)
        try:
            self._write(fd, good, data)
        finally:
            self._fs.close(fd)
        if fresh:
            self._fs.fsync_folder(self.path.parent)
            self._fs.fsync_folder(self.path.parent.parent)
        self._log, self._size = ReadLog(good=good + len(data)), good + len(data)

    def _write(self, fd: int, good: int, data: bytes) -> None:
        self._fs.truncate(fd, good)
        try:
            self._fs.write(fd, data)
            self._fs.fsync(fd)
        except OSError:
            with contextlib.suppress(OSError):
                self._fs.truncate(fd, good)
            raise

    def remove(self) -> None:
        """Delete the file. Raises OSError."""
        self._fs.unlink(self.path)
        self._log, self._size = ReadLog(), 0

    def rewrite(self, lines: Sequence[Rad]) -> None:
        """Replace the whole log, as gallring does. Raises OSError, ``KanInteSpara``."""
        data = b"".join(map(print_line, lines))
        write_atomic(self.path, data, self._fs)
        self._log, self._size = ReadLog(good=len(data)), len(data)


def all_logs(meeting: Path, id: str) -> dict[str, ReadLog]:
    """Every installation's log of a meeting, by installation; what cannot be read is left out."""
    found: dict[str, ReadLog] = {}
    prefix = f"{file_key(id)}."
    with contextlib.suppress(OSError):
        for path in sorted(log_folder(meeting).glob("*.jsonl")):
            if path.name.startswith(prefix):
                with contextlib.suppress(OSError):
                    found[path.name[len(prefix) : -len(".jsonl")]] = read_log(path.read_bytes())
    return found
