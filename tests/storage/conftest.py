"""One state folder and one way to open a meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from protokoll_tui.storage.lock import lock_path
from protokoll_tui.storage.store import MeetingStore
from tests.storage.builders import clock

Open: TypeAlias = Callable[..., MeetingStore]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The user's state folder."""
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


@pytest.fixture
def open_store(state: Path) -> Open:
    """Open a meeting as Anna on DATOR1."""

    def opened(path: Path, vem: str = "Anna Berg", **rest: Any) -> MeetingStore:
        given = {"clock": clock, "dator": "DATOR1", "folder": state, **rest}
        return MeetingStore.open(path, vem, **given)

    return opened


def without_locks(file: Path, tmp_path: Path) -> MeetingStore:
    """Bo has the meeting open on another computer, in a folder that carries no locks in time:
    neither sees the lock of the other."""
    hidden = lock_path(file).rename(tmp_path / "annas.lås")
    bo = MeetingStore.open(file, "Bo Ek", dator="DATOR2", folder=tmp_path / "state2")
    lock = bo._session.pen.las
    assert lock is not None
    lock.path = lock_path(file).rename(tmp_path / "bos.lås")
    hidden.rename(lock_path(file))
    return bo
