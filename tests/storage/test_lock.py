"""The lock says who, is never taken in silence, and is given back only by its holder."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from protokoll_tui.storage import lock
from protokoll_tui.storage.atomic import RealFileSystem
from protokoll_tui.storage.lock import Las, Upptagen, acquire, lock_path, pid_alive, take_over
from tests.storage.builders import MORNING


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ks.toml"


def take(file: Path, vem: str = "Anna", dator: str = "D1", **rest: Any) -> Las | Upptagen:
    return acquire(file, vem, MORNING, dator, **rest)


def held(file: Path, **rest: Any) -> Upptagen:
    found = take(file, "Bo", **rest)
    assert isinstance(found, Upptagen)
    return found


def age(file: Path, seconds: float) -> None:
    info = lock_path(file).stat()
    os.utime(lock_path(file), (info.st_atime, info.st_mtime - seconds))


def test_the_second_to_come_is_told_who_where_and_since_when(file: Path) -> None:
    take(file)
    found = held(file)
    assert (found.vem, found.dator, found.sedan, found.stale) == ("Anna", "D1", MORNING, False)


def test_a_lock_given_back_is_free(file: Path) -> None:
    first = take(file)
    assert isinstance(first, Las)
    first.release()
    assert isinstance(take(file, "Bo"), Las)
    assert [p.name for p in file.parent.iterdir()] == ["ks.toml.lås"]


def test_one_gives_back_only_ones_own(file: Path) -> None:
    first = take(file)
    assert isinstance(first, Las)
    age(file, 100)
    taken = take_over(file, held(file), "Bo", MORNING, "D2")
    assert isinstance(taken, Las)
    first.release()
    assert held(file).vem == "Bo"


def test_a_lock_without_a_sign_of_life_looks_abandoned_but_is_not_taken(file: Path) -> None:
    take(file)
    age(file, lock.STALE + 1)
    found = held(file)
    assert found.stale and found.alder > lock.STALE
    assert held(file).vem == "Anna"


def test_age_is_measured_with_the_clock_of_the_file_server(file: Path) -> None:
    class Behind(RealFileSystem):
        """A server whose clock is an hour behind ours."""

        def create(self, path: Path) -> int:
            fd = super().create(path)
            return fd

        def fsync(self, fd: int) -> None:
            super().fsync(fd)
            info = os.fstat(fd)
            os.utime(fd, (info.st_atime, info.st_mtime - 3600))

    take(file, fs=Behind())
    assert not held(file, fs=Behind()).stale
    assert held(file, fs=Behind()).alder < 5


def test_a_sign_of_life_keeps_the_lock_fresh_and_says_so_in_the_file(file: Path) -> None:
    first = take(file)
    assert isinstance(first, Las)
    age(file, 500)
    assert first.pulse(MORNING + timedelta(seconds=20))
    assert not held(file).stale
    assert json.loads(lock_path(file).read_bytes())["puls"] == "2031-06-17T09:00:20"


def test_a_dead_process_on_this_computer_looks_abandoned_at_once(file: Path) -> None:
    take(file)
    assert held(file, alive=lambda pid: False).stale


def test_a_process_on_another_computer_is_judged_by_age_alone(file: Path) -> None:
    take(file, dator="D9")
    assert not held(file, alive=lambda pid: False).stale


def test_the_loser_of_a_lock_notices_at_the_next_sign_of_life(file: Path) -> None:
    first = take(file)
    assert isinstance(first, Las)
    age(file, 100)
    take_over(file, held(file), "Bo", MORNING, "D2")
    assert first.pulse(MORNING) is False
    assert held(file).vem == "Bo"


def test_taking_over_takes_only_from_the_holder_one_was_told_of(file: Path) -> None:
    first = take(file)
    assert isinstance(first, Las)
    told = held(file)
    first.release()
    take(file, "Cia")
    found = take_over(file, told, "Bo", MORNING, "D2")
    assert isinstance(found, Upptagen) and found.vem == "Cia"


def test_of_several_that_take_over_a_lock_one_wins(file: Path) -> None:
    for _ in range(50):
        lock_path(file).unlink(missing_ok=True)
        take(file)
        age(file, 100)
        told = held(file)

        def contend(n: int, told: Upptagen = told) -> Las | Upptagen:
            return take_over(file, told, f"P{n}", MORNING, "D2")

        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(contend, range(4)))
        winners = [r for r in results if isinstance(r, Las)]
        alive = [w for w in winners if w.pulse(MORNING)]
        assert len(alive) == 1


def test_a_lock_file_of_nonsense_is_busy_not_free(file: Path) -> None:
    lock_path(file).write_bytes(b"\xff\x00")
    found = held(file)
    assert (found.vem, found.sedan) == ("", None)
    assert isinstance(take_over(file, found, "Bo", MORNING, "D2"), Las)


def test_without_hard_links_the_lock_still_has_one_holder(file: Path) -> None:
    class Fat(RealFileSystem):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links")

    assert isinstance(take(file, fs=Fat()), Las)
    assert held(file, fs=Fat()).vem == "Anna"


def test_a_process_that_has_ended_is_dead_and_this_one_lives() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert (pid_alive(os.getpid()), pid_alive(ended.pid)) == (True, False)


class Kernel:
    """The four calls of kernel32 that are used."""

    def __init__(self, handle: int, code: int = 0, error: int = 0) -> None:
        self.handle, self.code, self.error, self.closed = handle, code, error, False

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int:
        return self.handle

    def GetExitCodeProcess(self, handle: int, code: Any) -> int:
        ctypes.cast(code, ctypes.POINTER(ctypes.c_ulong)).contents.value = self.code
        return 1

    def GetLastError(self) -> int:
        return self.error

    def CloseHandle(self, handle: int) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("kernel", "alive"),
    [
        (lambda: Kernel(7, code=259), True),
        (lambda: Kernel(7, code=0), False),
        (lambda: Kernel(0, error=87), False),
        (lambda: Kernel(0, error=5), True),
    ],
)
def test_on_windows_a_process_is_asked_never_signalled(
    kernel: Callable[[], Kernel], alive: bool
) -> None:
    made = kernel()
    assert lock.windows_pid_alive(1234, made) is alive
    assert made.closed is bool(made.handle)
