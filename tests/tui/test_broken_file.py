"""A file that is no TOML opens for reading, with the cursor at the fault; nothing is written."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static, TextArea

from protokoll_tui.services.session import Oppningsfel, Session, opened
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.screens.trasig import BrokenScreen
from tests.services.hand import at, say


async def test_the_text_is_shown_with_the_cursor_at_the_line_and_column(
    meeting_file: Path,
) -> None:
    lines = meeting_file.read_text(encoding="utf-8").split("\n")
    fault = next(n for n, line in enumerate(lines) if line.startswith("datum"))
    lines[fault] = 'datum = "2031'
    meeting_file.write_text("\n".join(lines), encoding="utf-8")
    before = meeting_file.read_bytes()
    found = opened(meeting_file)
    assert isinstance(found, Oppningsfel)
    assert f"rad {fault + 1}" in str(found.error)
    async with ProtokollApp(found).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, BrokenScreen)
        area = pilot.app.screen.query_one(TextArea)
        assert area.cursor_location[0] == fault
        await pilot.press("x", "enter", "delete")
        assert 'datum = "2031\n' in area.text
    assert meeting_file.read_bytes() == before


async def test_an_empty_file_is_picked_from_the_list_and_says_how_to_go_on(
    meeting_file: Path,
) -> None:
    meeting_file.write_bytes(b"")
    app = ProtokollApp(None, meeting_file.parent)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BrokenScreen)
        said = " ".join(str(line.content) for line in app.screen.query(Static))
        assert "Filen är tom" in said and "säkerhetskopia" in said
        assert "Rätta raden" not in said
    assert meeting_file.read_bytes() == b""


async def test_an_empty_file_with_a_whole_version_beside_it_is_read_from_that(
    meeting_file: Path,
) -> None:
    session = Session.open(meeting_file)
    say(session, 118, "av ab")
    session.close()
    meeting_file.write_bytes(b"")
    app = ProtokollApp(None, meeting_file.parent)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)
        assert at(app.screen.session, 118).yrkande
        told = " ".join(str(note.message) for note in app._notifications)
        assert "Filen är tom" in told and "Så kommer du vidare" in told
