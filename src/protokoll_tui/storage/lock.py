"""A lock that says who has a meeting open. It is a courtesy: the safety is the compare at save.

The lock file ``<name>.lås`` lies beside the meeting and is published by a hard link, so it is whole
from the first moment. Its age is measured with the file server's clock: the lock's time of change
against that of a file made now in the same folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from protokoll_tui.storage.atomic import REAL_FS, FileSystem, publish, temp_name, write_temp

PULSE = 20
"""Seconds between signs of life."""

STALE = 90
"""Seconds without a sign of life after which a lock may be taken over, when the user says so."""


@dataclass(frozen=True)
class Upptagen:
    """Somebody else holds the lock. ``alder`` is seconds since the last sign of life; ``stale``
    tells that it looks abandoned; it is then never taken over unless the user says so. ``dod``
    tells that the program that held it on this very computer is gone: nobody can be asked.
    ``installation`` is whose log it writes, "" where that is not known."""

    vem: str
    dator: str
    sedan: datetime | None
    alder: float
    stale: bool
    id: str
    dod: bool = False
    installation: str = ""


@dataclass
class Las:
    """The lock, held by us."""

    path: Path
    vem: str
    dator: str
    start: str
    id: str
    installation: str = ""

    def other(self) -> Upptagen | None:
        """Who holds it now in our place; None while it is ours, or while nobody can tell.

        Raises FileNotFoundError when there is no lock any more, OSError.
        """
        body = _read(self.path.read_bytes())
        if body.get("id", self.id) == self.id:
            return None
        return _upptagen(body, 0.0, self.dator, pid_alive)

    def pulse(self, now: datetime) -> bool:
        """Give a sign of life. Out: whether the lock still is ours. Raises OSError.

        The file is written in place: one who takes the lock over renames it away first, so this
        can never write into theirs.
        """
        try:
            handle = self.path.open("r+b")
        except FileNotFoundError:
            return False
        with handle:
            if _read(handle.read()).get("id") != self.id:
                return False
            handle.seek(0)
            handle.write(self._data(now))
            handle.truncate()
        return True

    def release(self) -> None:
        """Give the lock back; another's is left. Raises nothing: it goes stale by itself."""
        with contextlib.suppress(OSError):
            if _read(self.path.read_bytes()).get("id") == self.id:
                self.path.unlink()

    def _data(self, now: datetime) -> bytes:
        body = {
            "vem": self.vem,
            "dator": self.dator,
            "pid": os.getpid(),
            "start": self.start,
            "puls": now.isoformat(timespec="seconds"),
            "id": self.id,
            "installation": self.installation,
        }
        return (json.dumps(body, ensure_ascii=False) + "\n").encode()


def lock_path(meeting: Path) -> Path:
    """The lock file of a meeting file."""
    return meeting.with_name(f"{meeting.name}.lås")


def acquire(
    meeting: Path,
    vem: str,
    now: datetime,
    dator: str = "",
    fs: FileSystem = REAL_FS,
    alive: Callable[[int], bool] | None = None,
    installation: str = "",
) -> Las | Upptagen:
    """Take the lock, or say who has it. Raises OSError where the folder cannot be written."""
    las = Las(
        lock_path(meeting),
        vem,
        dator or socket.gethostname(),
        now.isoformat(timespec="seconds"),
        os.urandom(8).hex(),
        installation,
    )
    data = las._data(now)
    temp = temp_name(las.path)
    fresh = write_temp(temp, data, fs).st_mtime
    try:
        publish(temp, las.path, data, fs)
    except FileExistsError:
        return _holder(las.path, fresh, las.dator, alive or pid_alive)
    finally:
        with contextlib.suppress(OSError):
            fs.unlink(temp)
    return las


def take_over(
    meeting: Path,
    held: Upptagen,
    vem: str,
    now: datetime,
    dator: str = "",
    fs: FileSystem = REAL_FS,
    alive: Callable[[int], bool] | None = None,
    installation: str = "",
) -> Las | Upptagen:
    """Take the lock from the holder that the user was told of, and from no one else.

    The rename decides between several that try: one that finds another holder's lock in its hand
    puts it back. Raises OSError.
    """
    path = lock_path(meeting)
    grave = temp_name(path)
    try:
        if _read(path.read_bytes()).get("id", "") != held.id:
            return acquire(meeting, vem, now, dator, fs, alive, installation)
        os.rename(path, grave)
    except FileNotFoundError:
        return acquire(meeting, vem, now, dator, fs, alive, installation)
    try:
        data = grave.read_bytes()
        if str(_read(data).get("id", "")) != held.id:
            with contextlib.suppress(FileExistsError):
                publish(grave, path, data, fs)
    finally:
        with contextlib.suppress(OSError):
            fs.unlink(grave)
    return acquire(meeting, vem, now, dator, fs, alive, installation)


def _holder(path: Path, fresh: float, host: str, alive: Callable[[int], bool]) -> Upptagen:
    try:
        body = _read(path.read_bytes())
        age = max(0.0, fresh - path.stat().st_mtime)
    except OSError:
        body, age = {}, 0.0
    return _upptagen(body, age, host, alive)


def _upptagen(
    body: dict[str, Any], age: float, host: str, alive: Callable[[int], bool]
) -> Upptagen:
    pid = body.get("pid")
    dead = body.get("dator") == host and type(pid) is int and pid > 0 and not alive(pid)
    return Upptagen(
        vem=str(body.get("vem", "")),
        dator=str(body.get("dator", "")),
        sedan=_moment(body.get("start")),
        alder=age,
        stale=dead or age > STALE,
        id=str(body.get("id", "")),
        dod=dead,
        installation=str(body.get("installation", "")),
    )


def _read(data: bytes) -> dict[str, Any]:
    try:
        body = json.loads(data)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def pid_alive(pid: int) -> bool:
    """Whether a process of this computer runs."""
    if os.name == "nt":
        # os.kill(pid, 0) would end the process there.
        return windows_pid_alive(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def windows_pid_alive(pid: int, kernel: Any = None) -> bool:
    """The same on Windows, by asking for the process's exit code; ``kernel`` is kernel32."""
    import ctypes

    if kernel is None:
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - unknown outside Windows
    query, still_active, denied = 0x1000, 259, 5
    handle = kernel.OpenProcess(query, False, pid)
    if not handle:
        return bool(kernel.GetLastError() == denied)
    try:
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        return bool(not known or code.value == still_active)
    finally:
        kernel.CloseHandle(handle)
