"""One state folder and one way to open a meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

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
