"""A file that is no TOML opens for reading, with the cursor at the fault; nothing is written."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import TextArea

from protokoll_tui.services.session import Oppningsfel, opened
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.trasig import BrokenScreen


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
