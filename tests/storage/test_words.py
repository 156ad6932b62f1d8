"""What a secretary is told: one word for one thing, and nothing that cannot be acted on."""

from __future__ import annotations

import errno
import inspect
import re
from datetime import datetime
from pathlib import Path

import pytest

from protokoll_tui.storage import texter, toml_faults
from protokoll_tui.storage.create import create_meeting, summarize
from protokoll_tui.storage.errors import KanInteLasa, KanInteSpara
from protokoll_tui.storage.log_file import log_folder
from protokoll_tui.storage.meeting_file import load, read_bytes
from tests.storage.builders import MORNING, enter, texts_of, write_meeting
from tests.storage.conftest import Open
from tests.storage.fake_fs import SpyFs

ARGUMENTS = {
    "name": "ks.toml",
    "names": ["ks-DATOR7.toml"],
    "reason": "Disken är full",
    "temp": "~$ks.toml.tmp",
    "words": "Trasigt rör",
    "code": 32,
    "line": 3,
    "column": 4,
    "places": ["paragraf 1"],
    "numbers": [118],
    "count": 2,
    "path": "ks.toml",
    "place": "kommun.toml, rad 2",
    "who": "Anna Berg",
    "machine": "DATOR1",
    "since": datetime(2031, 6, 17, 8, 40),
    "left": 1,
    "row": 3,
    "sig": "ab",
    "id": "p-1",
    "unsure": True,
}


def all_texts() -> dict[str, str]:
    found = {name: value for name, value in vars(texter).items() if isinstance(value, str)}
    for name, function in inspect.getmembers(texter, inspect.isfunction):
        if function.__module__ == texter.__name__:
            given = inspect.signature(function).parameters
            found[name] = function(*(ARGUMENTS[p] for p in given))
    found |= dict(toml_faults.FAULTS)
    return {name: text for name, text in found.items() if not name.startswith("__")}


@pytest.mark.parametrize("name", sorted(all_texts()))
def test_one_word_for_one_thing(name: str) -> None:
    text = all_texts()[name]
    if name == "protokoll_tui" or name.startswith("KIND_"):
        return
    assert not re.search(r"(?i)\bmöte|\bmötes|\blogg|händelselogg|\bhuvudet\b|\bpost \d", text)
    assert "  " not in text and ".." not in text and not text.endswith(" ")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_meeting(tmp_path / "g")


def rows_of(file: Path) -> tuple[Path, list[bytes]]:
    log = next(log_folder(file).glob("*.jsonl"))
    return log, log.read_bytes().splitlines(keepends=True)


def told_again(file: Path, open_store: Open, damage: str) -> list[str]:
    """What is told at the next opening after a log of six entries was damaged."""
    minutes = iter(range(60))
    store = open_store(file, clock=lambda: MORNING.replace(minute=next(minutes) // 3))
    for n in range(6):
        enter(store, f"{n}")
    store.close()
    log, rows = rows_of(file)
    damaged = {
        "gaps": rows[:1] + rows[2:3] + rows[4:],
        "twice": [*rows[:3], *rows[:3], *rows[3:]],
        "unreadable": [*rows[:2], b"{skr\xff\n", *rows[3:]],
        "changed": [*rows[:2], rows[2].replace(b"DATOR1", b"DATOR9"), *rows[3:]],
        "cut": rows[:3],
        "gone": [],
        "half": [*rows, rows[5][:40]],
        "half of an entry": [*rows[:5], rows[5][:40]],
    }[damage]
    log.write_bytes(b"".join(damaged))
    again = open_store(file)
    assert texts_of(again.state) == ["0", "1", "2", "3", "4", "5"]
    return again.notiser


@pytest.mark.parametrize(
    "damage", ["gaps", "twice", "unreadable", "changed", "cut", "gone", "half", "half of an entry"]
)
def test_a_damaged_log_is_told_once_in_words_that_say_what_it_means(
    file: Path, open_store: Open, damage: str
) -> None:
    (told,) = told_again(file, open_store, damage)
    assert not re.search(r"(?i)logg|kedja|huvud|hash|\brad \d|\bpost \d", told)
    if damage != "half":
        assert "Filen innehåller hela sammanträdet" in told
        assert "ångra" in told
        assert "Du behöver inte göra något" in told


def test_a_damaged_log_says_how_far_back_undo_reaches(file: Path, open_store: Open) -> None:
    (told,) = told_again(file, open_store, "unreadable")
    assert re.search(r"före den 17\sjuni 2031 kl\.\s09\.\d\d", told)


def test_a_line_cut_off_in_a_crash_asks_to_look_at_the_last_entry(
    file: Path, open_store: Open
) -> None:
    (told,) = told_again(file, open_store, "half")
    assert "Se efter att det sista du skrev finns med" in told


def test_entries_that_only_the_damaged_log_held_are_not_said_to_be_in_the_file(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    data = file.read_bytes()
    enter(store, "två")
    enter(store, "tre")
    store.close()
    file.write_bytes(data)
    log, rows = rows_of(file)
    log.write_bytes(rows[0] + b"{skr\xff\n" + rows[2])
    told = " ".join(open_store(file).notiser)
    assert "hela sammanträdet" not in told
    assert "Se efter att det sista du skrev finns med" in told


def test_a_file_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(KanInteLasa) as caught:
        load(tmp_path / "finns.toml")
    assert str(caught.value) == f"{tmp_path / 'finns.toml'}: Filen finns inte."


def test_a_file_that_may_not_be_read_says_that(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "nej", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(KanInteLasa, match="Filen kan inte öppnas: Du får inte läsa den"):
        read_bytes(file)


def test_a_file_that_cannot_be_saved_is_told_with_its_whole_path(tmp_path: Path) -> None:
    fs = SpyFs(lambda c, p: errno.ENOSPC if c == "write" else 0)
    with pytest.raises(KanInteSpara) as caught:
        create_meeting(tmp_path, "ks", MORNING.date(), fs=fs)
    assert str(caught.value).startswith(f"{tmp_path}")


def test_a_broken_file_in_the_list_says_where_and_what(tmp_path: Path) -> None:
    path = tmp_path / "ks.toml"
    path.write_text('organ = "ks"\n[[paragraf]]\nnr\n', "utf-8")
    found = summarize(path)
    assert found is not None
    assert found.fel == "rad 3: Efter nyckeln saknas ett likhetstecken."
