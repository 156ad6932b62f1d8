"""What lies on this computer: where, whose, and the half-typed line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.storage.drafts import Utkast, clear_draft, load_draft, save_draft
from protokoll_tui.storage.state_dir import file_key, installation_id, state_folder

HOME = Path("/home/anna")


@pytest.mark.parametrize(
    ("env", "platform", "folder"),
    [
        ({}, "linux", HOME / ".local/state/protokoll-tui"),
        ({"XDG_STATE_HOME": "/x"}, "linux", Path("/x/protokoll-tui")),
        ({}, "darwin", HOME / "Library/Application Support/protokoll-tui"),
        ({"LOCALAPPDATA": "/l"}, "win32", Path("/l/protokoll-tui")),
        ({}, "win32", HOME / "AppData/Local/protokoll-tui"),
        ({"PROTOKOLL_STATE": "/p", "XDG_STATE_HOME": "/x"}, "linux", Path("/p")),
    ],
)
def test_each_system_has_its_own_place(env: dict[str, str], platform: str, folder: Path) -> None:
    assert state_folder(env, platform, HOME) == folder


def test_an_installation_keeps_its_id(tmp_path: Path) -> None:
    assert installation_id(tmp_path / "s") == installation_id(tmp_path / "s")
    assert installation_id(tmp_path / "s") != installation_id(tmp_path / "t")


def test_a_damaged_id_is_replaced_by_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "installation").write_text("../../ut")
    fresh = installation_id(tmp_path)
    assert fresh.startswith("i-")
    assert installation_id(tmp_path) == fresh


def test_a_state_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    assert installation_id(tmp_path / "fil" / "under").startswith("i-")


@given(st.text(max_size=30))
def test_no_id_of_a_file_leads_out_of_a_folder(id: str) -> None:
    key = file_key(id)
    assert Path(key).name == key
    assert key.isascii() and ":" not in key and "\\" not in key


def test_different_ids_have_different_names() -> None:
    assert len({file_key(i) for i in ("m-234567", "../a", "../b", "M-234567", "con")}) == 5


def test_a_draft_is_kept_until_it_is_cleared(tmp_path: Path) -> None:
    save_draft("m-2", "ab yrkar avs", "p-2", tmp_path)
    assert load_draft("m-2", tmp_path) == Utkast("ab yrkar avs", "p-2")
    clear_draft("m-2", tmp_path)
    clear_draft("m-2", tmp_path)
    assert load_draft("m-2", tmp_path) is None


def test_each_meeting_has_one_draft_the_latest(tmp_path: Path) -> None:
    save_draft("m-2", "ett", folder=tmp_path)
    save_draft("m-2", "två", folder=tmp_path)
    save_draft("m-3", "tre", folder=tmp_path)
    assert [load_draft(m, tmp_path) for m in ("m-2", "m-3")] == [Utkast("två"), Utkast("tre")]


def test_a_damaged_draft_is_none_whatever_byte_was_changed(tmp_path: Path) -> None:
    save_draft("m-2", "abc åäö", "p-2", tmp_path)
    path = next((tmp_path / "utkast").iterdir())
    data = path.read_bytes()
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert load_draft("m-2", tmp_path) in (None, Utkast("abc åäö", "p-2"))
        path.write_bytes(data[:at])
        assert load_draft("m-2", tmp_path) is None
