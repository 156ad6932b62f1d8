"""Lines that became no entries: each window keeps its own, the next one takes over what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokoll_tui.storage.aside import Undanlagd, adopt_lines, leave_lines, new_window, save_lines
from protokoll_tui.storage.drafts import Utkast, load_draft, save_draft

ONE, TWO = Undanlagd("bi hä", "p-2"), Undanlagd("no : två", "p-3", tomd=True)


def gone(_: int) -> bool:
    return False


def there(_: int) -> bool:
    return True


def test_lines_of_a_window_that_was_killed_come_to_the_next_one(tmp_path: Path) -> None:
    save_lines("m-2", new_window(), (ONE, TWO), tmp_path)
    second = new_window()
    assert adopt_lines("m-2", second, tmp_path, gone) == (ONE, TWO)
    third = new_window()
    assert adopt_lines("m-2", third, tmp_path, there) == ()
    assert adopt_lines("m-2", third, tmp_path, gone) == (ONE, TWO)


def test_lines_of_a_window_that_is_open_stay_its_own(tmp_path: Path) -> None:
    save_lines("m-2", new_window(), (ONE,), tmp_path)
    assert adopt_lines("m-2", new_window(), tmp_path, there) == ()


def test_lines_of_a_window_that_was_closed_are_free_at_once(tmp_path: Path) -> None:
    first = new_window()
    save_lines("m-2", first, (ONE,), tmp_path)
    leave_lines("m-2", first, tmp_path)
    assert adopt_lines("m-2", new_window(), tmp_path, there) == (ONE,)


def test_the_lines_of_two_windows_come_together_and_each_line_once(tmp_path: Path) -> None:
    save_lines("m-2", new_window(), (ONE,), tmp_path)
    save_lines("m-2", new_window(), (TWO, ONE), tmp_path)
    found = adopt_lines("m-2", new_window(), tmp_path, gone)
    assert sorted(found, key=lambda line: line.text) == [ONE, TWO]


def test_another_meetings_lines_and_the_draft_are_left_alone(tmp_path: Path) -> None:
    save_draft("m-2", "av ab", "p-1", tmp_path)
    save_lines("m-3", new_window(), (TWO,), tmp_path)
    assert adopt_lines("m-2", new_window(), tmp_path, gone) == ()
    assert load_draft("m-2", tmp_path) == Utkast("av ab", "p-1")
    assert adopt_lines("m-3", new_window(), tmp_path, gone) == (TWO,)


def test_a_window_without_lines_leaves_no_file(tmp_path: Path) -> None:
    window = new_window()
    save_lines("m-2", window, (ONE,), tmp_path)
    save_lines("m-2", window, (), tmp_path)
    leave_lines("m-2", window, tmp_path)
    assert list((tmp_path / "utkast").iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"crc": 1, "utkast": "[]"}', b"\xff"])
def test_a_damaged_file_gives_no_lines_and_stops_nothing(tmp_path: Path, data: bytes) -> None:
    save_lines("m-2", new_window(), (ONE,), tmp_path)
    next((tmp_path / "utkast").iterdir()).write_bytes(data)
    save_lines("m-2", new_window(), (TWO,), tmp_path)
    assert adopt_lines("m-2", new_window(), tmp_path, gone) == (TWO,)
