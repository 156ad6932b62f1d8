"""Whole files written so that a reader, a crash or a power cut sees the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from protokoll_tui.storage import texter
from protokoll_tui.storage.errors import KanInteSpara

TRIES = 8
FIRST_WAIT = 0.02
LONGEST_WAIT = 1.0
HELD = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation; a reader or scanner holds the file."""

_WORDS = {
    errno.ENOSPC: texter.FULL_DISK,
    errno.EDQUOT: texter.FULL_DISK,
    errno.EFBIG: texter.FULL_DISK,
    errno.EACCES: texter.NO_ACCESS,
    errno.EPERM: texter.NO_ACCESS,
    errno.EROFS: texter.READ_ONLY_DISK,
    errno.ENOENT: texter.FOLDER_GONE,
    errno.ENOTDIR: texter.FOLDER_GONE,
    errno.EISDIR: texter.IS_FOLDER,
    errno.EIO: texter.FOLDER_GONE,
    errno.ESTALE: texter.FOLDER_GONE,
}
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class FileSystem(Protocol):
    """The calls that make data durable; a test gives its own to see their order or to fail."""

    def create(self, path: Path) -> int:
        """A descriptor of a new file that was not there."""

    def append(self, path: Path) -> int:
        """A descriptor for reading and adding to a file, made when missing."""

    def write(self, fd: int, data: bytes) -> None:
        """Write all of it."""

    def truncate(self, fd: int, size: int) -> None:
        """Cut the file."""

    def fsync(self, fd: int) -> None:
        """Have the data on the disk."""

    def close(self, fd: int) -> None:
        """Close."""

    def replace(self, source: Path, target: Path) -> None:
        """Rename over."""

    def link(self, source: Path, target: Path) -> None:
        """A second name for a file, refused when the name is taken."""

    def fsync_folder(self, folder: Path) -> None:
        """Have the names in a folder on the disk."""

    def unlink(self, path: Path) -> None:
        """Remove."""

    def mkdir(self, path: Path) -> None:
        """Make a folder with its parents; one that is there is left."""


class RealFileSystem:
    """The operating system's own."""

    def create(self, path: Path) -> int:
        """See ``FileSystem``."""
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o666)

    def append(self, path: Path) -> int:
        """See ``FileSystem``."""
        return os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND | _BINARY, 0o666)

    def write(self, fd: int, data: bytes) -> None:
        """See ``FileSystem``."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(fd, rest) :]

    def truncate(self, fd: int, size: int) -> None:
        """See ``FileSystem``."""
        os.ftruncate(fd, size)

    def fsync(self, fd: int) -> None:
        """See ``FileSystem``. macOS needs its own call to reach past the disk's cache."""
        full = _full_fsync()
        if full is None:
            os.fsync(fd)
        else:
            full(fd)

    def close(self, fd: int) -> None:
        """See ``FileSystem``."""
        os.close(fd)

    def replace(self, source: Path, target: Path) -> None:
        """See ``FileSystem``."""
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """See ``FileSystem``."""
        os.link(source, target)

    def fsync_folder(self, folder: Path) -> None:
        """See ``FileSystem``. Windows has no such call; NTFS journals the rename itself."""
        if os.name == "nt":
            return
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        except OSError as error:
            # Some network shares cannot; the file itself was flushed.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
                raise
        finally:
            os.close(fd)

    def unlink(self, path: Path) -> None:
        """See ``FileSystem``."""
        path.unlink(missing_ok=True)

    def mkdir(self, path: Path) -> None:
        """See ``FileSystem``."""
        path.mkdir(parents=True, exist_ok=True)


_BINARY: int = getattr(os, "O_BINARY", 0)

REAL_FS = RealFileSystem()


def _full_fsync() -> Callable[[int], object] | None:
    try:
        import fcntl
    except ImportError:
        return None
    command: int | None = getattr(fcntl, "F_FULLFSYNC", None)
    return None if command is None else lambda fd: fcntl.fcntl(fd, command)


def temp_name(path: Path) -> Path:
    """A name beside ``path`` that sync clients leave alone."""
    return path.with_name(f"~${path.name}.{os.urandom(4).hex()}.tmp")


def write_atomic(
    path: Path,
    data: bytes,
    fs: FileSystem = REAL_FS,
    sleep: Callable[[float], object] = time.sleep,
) -> os.stat_result:
    """Replace a file with ``data``, durably; the old one stays whole until the new one is.

    Out: what ``os.stat`` says of the new file. Raises ``KanInteSpara`` when a program on Windows
    keeps holding the old one (the new one then stays as a temp file), else OSError.
    """
    temp = temp_name(path)
    info = write_temp(temp, data, fs)
    _keep_mode(path, temp)
    try:
        _replace(temp, path, fs, sleep)
    except KanInteSpara:
        raise
    except OSError:
        _remove(temp, fs)
        raise
    fs.fsync_folder(path.parent)
    return info


def write_new(path: Path, data: bytes, fs: FileSystem = REAL_FS) -> None:
    """Make a file that was not there, whole or not at all. Raises FileExistsError, OSError."""
    temp = temp_name(path)
    write_temp(temp, data, fs)
    try:
        publish(temp, path, data, fs)
    finally:
        _remove(temp, fs)
    fs.fsync_folder(path.parent)


def publish(temp: Path, path: Path, data: bytes, fs: FileSystem = REAL_FS) -> None:
    """Give a finished temp file a name that must be free. Raises FileExistsError, OSError."""
    try:
        fs.link(temp, path)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some shares have no hard links.
        write_temp(path, data, fs)


def write_temp(temp: Path, data: bytes, fs: FileSystem) -> os.stat_result:
    """A new flushed file. It is removed again when anything fails. Raises OSError."""
    fd = fs.create(temp)
    try:
        try:
            fs.write(fd, data)
            fs.fsync(fd)
            return os.stat(temp)
        finally:
            # After a failed fsync the descriptor tells lies: it is closed, never flushed again.
            fs.close(fd)
    except OSError:
        _remove(temp, fs)
        raise


def _keep_mode(path: Path, temp: Path) -> None:
    with contextlib.suppress(OSError):
        os.chmod(temp, path.stat().st_mode & 0o7777)


def _remove(temp: Path, fs: FileSystem) -> None:
    with contextlib.suppress(OSError):
        fs.unlink(temp)


def _replace(temp: Path, path: Path, fs: FileSystem, sleep: Callable[[float], object]) -> None:
    wait = FIRST_WAIT
    for attempt in range(1, TRIES + 1):
        try:
            fs.replace(temp, path)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            if attempt == TRIES:
                raise KanInteSpara(texter.HELD, path, temp) from error
        sleep(wait * random.uniform(0.5, 1.0))
        wait = min(wait * 2, LONGEST_WAIT)


def reason(error: OSError, reading: bool = False) -> str:
    """Why the operating system refused, in Swedish; ``reading`` when a file was to be read."""
    if reading and error.errno in (errno.EACCES, errno.EPERM):
        return texter.NO_READING
    known = _WORDS.get(error.errno) if error.errno is not None else None
    return known or texter.os_reason(error.strerror or str(error), error.errno)


class Reserve:
    """Two megabytes kept aside, given back when the disk is full so that a meeting can end."""

    SIZE = 2_000_000

    def __init__(self, folder: Path) -> None:
        self._path = folder / ".reserv"

    def fill(self, fs: FileSystem = REAL_FS) -> None:
        """Take the room. A disk without room for it is no error."""
        if self._path.exists():
            return
        with contextlib.suppress(OSError):
            # Random, since a file system may store zeros as nothing.
            write_new(self._path, os.urandom(self.SIZE), fs)

    def give(self) -> bool:
        """Free the room. Out: whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
