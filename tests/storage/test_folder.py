"""New meetings, lists of meetings, and the municipality beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.storage.create import create_meeting, list_meetings, safe_name
from protokoll_tui.storage.errors import FinnsRedan, KanInteSpara
from protokoll_tui.storage.foreign import siblings
from protokoll_tui.storage.kommun_file import load_kommun, table_lines
from protokoll_tui.storage.meeting_file import load
from tests.storage.builders import meeting, write_meeting

DAY = date(2031, 6, 17)


def test_a_new_meeting_is_a_file_named_by_organ_and_date(tmp_path: Path) -> None:
    path = create_meeting(tmp_path / "ny", "ks", DAY, "Kommunstyrelsen i Åby")
    assert path.name == "Kommunstyrelsen-i-Åby-2031-06-17.toml"
    state = load(path).state
    assert (state.organ, state.datum) == ("ks", DAY)
    assert state.id.startswith("m-")


def test_a_new_meeting_never_overwrites(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, "ks", DAY)
    data = path.read_bytes()
    with pytest.raises(FinnsRedan, match="finns redan"):
        create_meeting(tmp_path, "ks", DAY)
    assert path.read_bytes() == data


def test_a_meeting_made_from_another_gets_its_own_id(tmp_path: Path) -> None:
    state = load(create_meeting(tmp_path, "ks", DAY, mall=meeting())).state
    assert state.id != meeting().id
    assert state.paragraf == meeting().paragraf


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(KanInteSpara):
        create_meeting(tmp_path / "fil" / "under", "ks", DAY)


@pytest.mark.parametrize("name", ["CON", "nul", "COM1", "Lpt9.txt", "con.toml", "COM¹"])
def test_names_that_windows_keeps_for_itself_are_not_used(name: str) -> None:
    assert safe_name(name) == f"_{name}"


@given(st.text(max_size=120))
def test_every_name_is_one_that_all_systems_take(text: str) -> None:
    name = safe_name(text)
    assert name and len(name) <= 81
    assert not set(name) & set('<>:"/\\|?*\n\t')
    assert not name.endswith((" ", ".")) and not name.startswith((".", "~"))


def test_a_list_shows_organ_day_count_and_headings_newest_first(tmp_path: Path) -> None:
    write_meeting(tmp_path, replace(meeting(2), datum=date(2030, 1, 2)), "a.toml")
    write_meeting(tmp_path, meeting(3), "b.toml")
    newest, older = list_meetings(tmp_path)
    assert (newest.organ, newest.datum, newest.antal) == ("ks", DAY, 3)
    assert newest.rubriker == ("Ärende 1", "Ärende 2", "Ärende 3")
    assert older.antal == 2


@pytest.mark.parametrize("secret", ["true", '"ja"', "1"])
def test_a_heading_under_secrecy_is_never_listed(tmp_path: Path, secret: str) -> None:
    (tmp_path / "a.toml").write_text(
        f'id = "m-2"\norgan = "ks"\n[[paragraf]]\nrubrik = "Hemlig"\nsekretess = {secret}\n'
        '[[paragraf]]\nrubrik = "Öppen"\n'
    )
    found = list_meetings(tmp_path)[0]
    assert (found.antal, found.rubriker) == (2, ("Öppen",))


def test_a_broken_file_is_listed_with_its_fault_and_kommun_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("id = \n")
    (tmp_path / "b.toml").write_bytes(b"\xff")
    (tmp_path / "kommun.toml").write_text('namn = "Sjövik"\n')
    found = list_meetings(tmp_path)
    assert [s.path.name for s in found if s.fel] == ["b.toml", "a.toml"]
    assert len(found) == 2


def test_an_empty_file_is_listed_as_one_and_an_empty_kommun_is_not(tmp_path: Path) -> None:
    (tmp_path / "ks.toml").write_bytes(b"")
    (tmp_path / "sn.toml").write_bytes(b"\0" * 512)
    (tmp_path / "kommun.toml").write_bytes(b"")
    found = list_meetings(tmp_path)
    assert [s.path.name for s in found] == ["sn.toml", "ks.toml"]
    assert all(s.fel.startswith("Filen är tom.") for s in found)


def test_a_changed_file_is_listed_anew(tmp_path: Path) -> None:
    path = write_meeting(tmp_path, meeting(2))
    assert list_meetings(tmp_path)[0].antal == 2
    write_meeting(tmp_path, meeting(3))
    assert list_meetings(tmp_path)[0].antal == 3
    assert path.exists()


def test_a_folder_that_is_gone_is_an_empty_list(tmp_path: Path) -> None:
    assert list_meetings(tmp_path / "borta") == []


def test_copies_of_a_meeting_are_known_by_the_id_inside(tmp_path: Path) -> None:
    path = write_meeting(tmp_path)
    write_meeting(tmp_path, meeting(), "ks-DATOR7.toml")
    write_meeting(tmp_path, replace(meeting(), id="m-999999"), "ks (1).toml")
    (tmp_path / "trasig.toml").write_text('id = "m-234567"\nx = \n')
    (tmp_path / "tom.toml").write_bytes(b"")
    assert [p.name for p in siblings(path, "m-234567")] == ["ks-DATOR7.toml", "trasig.toml"]


KOMMUN = 'namn = "Sjövik"\n[[person]]\nsig = "ab"\nnamn = "Anna Berg"\n'


@pytest.mark.parametrize("up", [0, 1, 3])
def test_the_municipality_is_found_beside_or_above(tmp_path: Path, up: int) -> None:
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    home = [folder, *folder.parents][up]
    (home / "kommun.toml").write_text(KOMMUN)
    found = load_kommun(folder / "ks.toml")
    assert found.path == home / "kommun.toml"
    assert found.kommun.namn == "Sjövik"


def test_a_municipality_further_up_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text(KOMMUN)
    found = load_kommun(tmp_path / "a" / "b" / "c" / "d" / "ks.toml")
    assert found.path is None
    assert "kommun.toml" in found.notiser[0]


def test_the_line_of_every_table_is_known_also_under_comments_and_texts() -> None:
    text = (
        'namn = "Sjövik"\n# [[person]] är ingen tabell här\n\n[[person]]\nsig = "ab"\n'
        'titel = """\n[[person]]\n"""\n\n# Cia\n# [ny]\n[[person]]\nsig = "cd"\n'
        "[[mandat]]\n[[mandat.okant]]\n[[mandat]]\n"
    )
    assert table_lines(text) == {
        ("person", 1): 4,
        ("person", 2): 12,
        ("mandat", 1): 14,
        ("mandat", 2): 16,
    }


def test_a_value_that_cannot_be_read_is_marked(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text('[[mandat]]\nroll = "kung"\n')
    assert "kung" in load_kommun(tmp_path / "ks.toml").marken[0].text


def test_a_broken_municipality_does_not_stop_the_meeting(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text("namn = \n")
    assert "rad 1" in load_kommun(tmp_path / "ks.toml").notiser[0]
