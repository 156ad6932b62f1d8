"""What every test may use: a fresh example meeting and a state folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from protokoll_tui.services.meetings import copy_example
from protokoll_tui.services.session import Session

STORAGE = Path(__file__).parent / "storage"

AFTERNOON = datetime(2031, 6, 17, 15, 38, 20)


@pytest.fixture(autouse=True)
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Drafts, queues and installation ids stay inside the test."""
    folder = tmp_path / "tillstånd"
    monkeypatch.setenv("PROTOKOLL_STATE", str(folder))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return folder


@pytest.fixture(autouse=True)
def disk_not_waited_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is there at once; what a power cut leaves has its tests in storage."""
    if not request.path.is_relative_to(STORAGE):
        monkeypatch.setattr(os, "fsync", lambda fd: None)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still, so that documents and snapshots are the same each time."""
    return lambda: AFTERNOON


@pytest.fixture
def meeting_file(tmp_path: Path) -> Path:
    """The example meeting before it begins."""
    return copy_example(tmp_path / "möten")


@pytest.fixture
def session(meeting_file: Path, clock: Callable[[], datetime]) -> Session:
    """The example meeting, open."""
    return Session.open(meeting_file, clock)
