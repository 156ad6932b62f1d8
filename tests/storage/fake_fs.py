"""A file system that tells what was called, and fails where it is told to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from protokoll_tui.storage.atomic import RealFileSystem

CALLS = ("create", "append", "write", "truncate", "fsync", "replace", "fsync_folder", "mkdir")


class SpyFs(RealFileSystem):
    """The real one; ``fails(call, path)`` gives an errno, or 0 to let the call through."""

    def __init__(self, fails: Callable[[str, str], int] | None = None) -> None:
        self.calls: list[str] = []
        self.fails = fails or (lambda call, path: 0)
        self._paths: dict[int, str] = {}

    def _called(self, call: str, path: object) -> None:
        self.calls.append(call)
        if code := self.fails(call, str(path)):
            raise OSError(code, os.strerror(code))

    def create(self, path: Path) -> int:
        self._called("create", path)
        fd = super().create(path)
        self._paths[fd] = str(path)
        return fd

    def append(self, path: Path) -> int:
        self._called("append", path)
        fd = super().append(path)
        self._paths[fd] = str(path)
        return fd

    def write(self, fd: int, data: bytes) -> None:
        if code := self.fails("write", self._paths[fd]):
            super().write(fd, data[: len(data) // 2])
            raise OSError(code, os.strerror(code))
        self.calls.append("write")
        super().write(fd, data)

    def truncate(self, fd: int, size: int) -> None:
        self._called("truncate", self._paths[fd])
        super().truncate(fd, size)

    def fsync(self, fd: int) -> None:
        self._called("fsync", self._paths[fd])
        super().fsync(fd)

    def replace(self, source: Path, target: Path) -> None:
        self._called("replace", target)
        super().replace(source, target)

    def fsync_folder(self, folder: Path) -> None:
        self._called("fsync_folder", folder)
        super().fsync_folder(folder)

    def mkdir(self, path: Path) -> None:
        self._called("mkdir", path)
        super().mkdir(path)
