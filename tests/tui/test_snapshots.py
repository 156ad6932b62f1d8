"""How the meeting screen looks, in three sizes and both themes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from protokoll_tui.resources import example
from protokoll_tui.services.play import play
from protokoll_tui.services.session import Session
from protokoll_tui.tui.screens.votering import VoteScreen
from protokoll_tui.tui.theme import THEMES
from tests.services.hand import say
from tests.tui.hand import Hand, app_for, screen

LOCKED = "8.2.8"
"""Pictures are compared on the version they were taken with; another draws a little differently."""

pytestmark = pytest.mark.skipif(
    version("textual") != LOCKED, reason=f"snapshots are taken with textual {LOCKED}"
)


def until_the_debate_in_118(session: Session) -> None:
    """Play the script up to the chair's question in § 118."""
    script = (example() / "skript.txt").read_text(encoding="utf-8")
    before = script.split("\nan cd S")[0]
    play(session, before[: before.rindex("\növ\n")])


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_meeting_screen(
    session: Session, size: tuple[int, int], theme: str, snap_compare: Callable[..., bool]
) -> None:
    until_the_debate_in_118(session)
    app = app_for(session)

    async def before(pilot: Pilot[Any]) -> None:
        app.theme = theme
        await pilot.pause()
        screen(pilot).line.cursor_blink = False
        await pilot.pause()
        await Hand(pilot).type("in y1 nils")
        await pilot.pause(0.1)

    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [(80, 24), (110, 32)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_attendance_screen(
    session: Session, size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    until_the_debate_in_118(session)
    app = app_for(session)

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press("f3")
        await pilot.pause()
        pilot.app.screen.query_one(Input).cursor_blink = False
        await pilot.press("j", "ä", "space", "c", "g", "enter")
        await pilot.pause(0.1)

    assert snap_compare(app, terminal_size=size, run_before=before)


def test_the_vote_screen(session: Session, snap_compare: Callable[..., bool]) -> None:
    say(session, 112, "ru -aw +ft")
    say(session, 118, "av ab +cd", "di pk", "öv", "pr f1", "om ab")
    app = app_for(session)

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        screen(pilot).line.cursor_blink = False
        await Hand(pilot).enter()
        await Hand(pilot).type("JNNa")
        assert isinstance(pilot.app.screen, VoteScreen)
        await pilot.pause(0.1)

    assert snap_compare(app, terminal_size=(100, 30), run_before=before)


def test_the_read_only_screen_says_why(
    session: Session,
    meeting_file: Path,
    clock: Callable[[], datetime],
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Session, "saving", lambda _: ("ENBART LÄSNING: provet", True))
    second = Session.open(meeting_file, clock)
    second.store.notiser.clear()

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        screen(pilot).line.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app_for(second), terminal_size=(100, 30), run_before=before)
