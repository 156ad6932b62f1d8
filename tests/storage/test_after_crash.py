"""A program that died leaves its lock behind; whoever sits at that computer goes on at once."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

from protokoll_tui.storage.create import create_meeting
from protokoll_tui.storage.lock import lock_path
from protokoll_tui.storage.store import MeetingStore


def left_behind(meeting: Path, dator: str) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    body = {"vem": "Anna", "dator": dator, "pid": gone.pid, "id": "x", "start": "2031-06-17T13:00"}
    lock_path(meeting).write_text(json.dumps(body), encoding="utf-8")


def test_the_lock_of_a_dead_program_on_this_computer_is_taken_over(tmp_path: Path) -> None:
    meeting = create_meeting(tmp_path, "ks", date(2031, 6, 17))
    left_behind(meeting, socket.gethostname())
    store = MeetingStore.open(meeting, "Anna")
    assert not store.read_only
    assert store.upptagen is None


def test_the_lock_of_another_computer_is_not_taken_over_in_silence(tmp_path: Path) -> None:
    meeting = create_meeting(tmp_path, "ks", date(2031, 6, 17))
    left_behind(meeting, "DATOR7")
    store = MeetingStore.open(meeting, "Bo")
    assert store.read_only
    assert store.upptagen is not None
    assert store.upptagen.dator == "DATOR7"
