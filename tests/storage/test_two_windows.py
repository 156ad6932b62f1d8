"""A meeting that is open twice: one writes, the other reads, and each is told what is true."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import pytest

from protokoll_tui.storage.errors import Skrivskyddat
from protokoll_tui.storage.lock import lock_path
from protokoll_tui.storage.log import read_log, verify
from protokoll_tui.storage.log_file import log_folder
from protokoll_tui.storage.meeting_file import load
from protokoll_tui.storage.store import MeetingStore, Status
from tests.storage.builders import MORNING, enter, texts_of, write_meeting
from tests.storage.conftest import Open, without_locks
from tests.storage.fake_fs import SpyFs

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_meeting(tmp_path / "g")


def seen(file: Path) -> dict[str, tuple[int, int]]:
    """What a rewriting of any file in the folder would change; the lock gives signs of life."""
    paths = [file, *log_folder(file).glob("*")]
    return {p.name: (p.stat().st_ino, p.stat().st_mtime_ns) for p in paths}


def look(*stores: MeetingStore, rounds: int = 1) -> None:
    """What every window does every other second, and its signs of life."""
    for _ in range(rounds):
        for store in stores:
            store.refresh()
            store.pulse()


def whole_logs(file: Path) -> bool:
    logs = [read_log(path.read_bytes()) for path in log_folder(file).glob("*.jsonl")]
    return bool(logs) and all(not log.problems and not verify(log.lines) for log in logs)


def other_computer(file: Path, tmp_path: Path) -> MeetingStore:
    return MeetingStore.open(file, "Bo Ek", dator="DATOR2", folder=tmp_path / "state2")


def test_after_a_take_over_one_writes_and_the_other_reads(file: Path, open_store: Open) -> None:
    one = open_store(file)
    enter(one, "ett")
    two = open_store(file, "Bo Ek", clock=lambda: MORNING + timedelta(minutes=42)).take_over()
    enter(two, "två")
    look(one, two)
    assert (one.read_only, two.read_only) == (True, False)
    assert texts_of(one.state) == texts_of(two.state) == ["ett", "två"]
    (told,) = one.notiser
    for words in ("Bo Ek", "DATOR1", "09.42", "ctrl+l"):
        assert words in told
    assert one.upptagen is not None and one.upptagen.vem == "Bo Ek"
    assert two.notiser == []


def test_two_windows_that_only_look_write_nothing(file: Path, open_store: Open) -> None:
    one = open_store(file)
    enter(one, "ett")
    two = open_store(file, "Bo Ek").take_over()
    enter(two, "två")
    look(one, two)
    before = seen(file)
    look(one, two, rounds=5)
    assert seen(file) == before
    assert len(one.notiser) == 1
    assert whole_logs(file)
    one.close()
    two.close()
    assert open_store(file).notiser == []


def test_the_first_entry_after_a_take_over_is_refused_and_nothing_is_written(
    file: Path, open_store: Open
) -> None:
    one = open_store(file)
    two = open_store(file, "Bo Ek").take_over()
    enter(two, "två")
    before = seen(file)
    with pytest.raises(Skrivskyddat, match=r"Bo Ek på DATOR1.*ctrl\+l.*inte sparat"):
        enter(one, "ett")
    assert texts_of(one.state) == []
    assert one.notiser == []
    assert seen(file) == before
    assert one.refresh() is not None
    assert texts_of(one.state) == ["två"]


def test_who_lost_the_meeting_takes_it_back_with_everything_in_it(
    file: Path, open_store: Open
) -> None:
    one = open_store(file)
    enter(one, "ett")
    two = open_store(file, "Bo Ek").take_over()
    enter(two, "två")
    look(one)
    one = one.take_over()
    enter(one, "tre")
    look(two, one, rounds=3)
    assert (one.read_only, two.read_only) == (False, True)
    assert texts_of(one.state) == texts_of(two.state) == ["ett", "två", "tre"]
    assert whole_logs(file)
    one.undo()
    assert texts_of(one.state) == ["ett", "två"]


def test_undo_and_retry_are_refused_too(file: Path, open_store: Open) -> None:
    one = open_store(file)
    enter(one, "ett")
    two = open_store(file, "Bo Ek").take_over()
    for act in (one.undo, one.redo, one.retry):
        with pytest.raises(Skrivskyddat):
            act()
    assert texts_of(two.state) == ["ett"]


def test_what_waited_on_this_computer_is_taken_in_once_by_the_window_that_took_over(
    file: Path, open_store: Open
) -> None:
    one = open_store(file)
    enter(one, "ett")
    away = file.parent.rename(file.parent.with_name("borta"))
    assert enter(one, "väntar").status is Status.LOKALT
    away.rename(file.parent)
    two = open_store(file, "Bo Ek").take_over()
    enter(two, "två")
    look(one, two, rounds=3)
    assert texts_of(load(file).state) == ["ett", "väntar", "två"]
    assert texts_of(one.state) == texts_of(two.state)
    assert one.read_only and not one.pending
    assert whole_logs(file)


def test_what_was_saved_nowhere_is_told_and_taken_in_when_the_meeting_is_taken_back(
    file: Path, open_store: Open
) -> None:
    fs = SpyFs()
    one = open_store(file, fs=fs)
    fs.fails = lambda c, p: errno.EACCES
    assert enter(one, "nyss").status is Status.EJ_SPARAT
    fs.fails = lambda c, p: 0
    two = open_store(file, "Bo Ek").take_over()
    enter(two, "två")
    look(one, two, rounds=2)
    assert one.read_only
    assert "1 post är inte sparad" in one.notiser[0]
    assert texts_of(one.state) == ["nyss"]
    one = one.take_over()
    assert sorted(texts_of(one.state)) == sorted(texts_of(load(file).state)) == ["nyss", "två"]
    assert whole_logs(file)


def test_what_waited_is_merged_once_more_when_another_computer_took_over(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    enter(anna, "anna")
    away = file.parent.rename(file.parent.with_name("borta"))
    enter(anna, "väntar")
    away.rename(file.parent)
    bo = other_computer(file, tmp_path).take_over()
    enter(bo, "bo")
    look(anna, bo, rounds=2)
    assert anna.read_only and not anna.pending
    assert sorted(texts_of(load(file).state)) == ["anna", "bo", "väntar"]
    assert sorted(texts_of(bo.state)) == ["anna", "bo", "väntar"]
    before = seen(file)
    look(anna, bo, rounds=3)
    assert seen(file) == before


def test_a_lock_that_somebody_removed_is_taken_again_without_a_word(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    lock_path(file).unlink()
    look(store)
    assert lock_path(file).exists()
    assert not store.read_only
    assert store.notiser == []


def test_a_lock_that_cannot_be_read_is_no_take_over(file: Path, open_store: Open) -> None:
    store = open_store(file)
    lock_path(file).write_bytes(b"")
    look(store)
    assert enter(store, "ett").status is Status.SPARAT
    assert store.notiser == []


def test_in_a_folder_that_refuses_a_second_window_on_the_computer_only_reads(
    file: Path, open_store: Open
) -> None:
    fs = SpyFs(lambda c, path: errno.EROFS if "/g" in path else 0)
    one = open_store(file, fs=fs)
    assert enter(one, "ett").status is Status.LOKALT
    two = open_store(file, "Bo Ek", fs=fs)
    assert two.read_only and two.upptagen is not None
    fs.fails = lambda c, p: 0
    assert one.retry().status is Status.SPARAT
    assert lock_path(file).exists()
    one.close()
    assert not lock_path(file).exists()
    again = open_store(file, "Bo Ek")
    assert not again.read_only
    assert texts_of(again.state) == ["ett"]


def test_a_reader_sees_what_the_writer_saves_and_leaves_no_trace(
    file: Path, open_store: Open
) -> None:
    writer = open_store(file)
    reader = open_store(file, "Bo Ek")
    enter(writer, "ett")
    before = seen(file)
    assert reader.refresh() is not None
    assert texts_of(reader.state) == ["ett"]
    assert reader.refresh() is None
    assert seen(file) == before


def test_two_computers_that_do_not_see_each_others_locks_come_to_rest(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    bo = without_locks(file, tmp_path)
    enter(anna, "anna")
    enter(bo, "bo", 1)
    enter(anna, "mer", 2)
    writes = 0
    for _ in range(5):
        for store in (bo, anna):
            before = seen(file)
            look(store)
            writes += seen(file)[file.name] != before[file.name]
    assert writes <= 1
    assert sorted(texts_of(anna.state)) == sorted(texts_of(bo.state)) == ["anna", "bo", "mer"]
    assert load(file).state == anna.state == bo.state
    assert whole_logs(file)


def test_what_a_sync_client_put_in_place_of_ours_takes_nothing_of_ours_away(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    enter(anna, "ett")
    bo = without_locks(file, tmp_path)
    before = file.read_bytes()
    enter(anna, "två")
    enter(anna, "tre", 1)
    # Bo's computer has not got Anna's two entries yet when he saves, and his version wins.
    file.write_bytes(before)
    enter(bo, "bo", 2)
    look(anna)
    assert texts_of(load(file).state) == ["ett", "två", "tre", "bo"]
    look(bo, anna, rounds=2)
    assert texts_of(bo.state) == texts_of(anna.state) == ["ett", "två", "tre", "bo"]
    assert whole_logs(file)


def test_one_change_by_hand_is_noted_once_by_the_one_that_writes(
    file: Path, open_store: Open
) -> None:
    one = open_store(file)
    two = open_store(file, "Bo Ek")
    enter(one, "ett")
    text = file.read_text("utf-8").replace("Ärende 2", "För hand")
    file.write_text(text, "utf-8")
    look(one, two)
    before = seen(file)
    look(one, two, rounds=4)
    assert seen(file) == before
    assert len(one.notiser) == 1
    assert two.state.paragraf[1].rubrik == "För hand"


OTHER_WINDOW = """
import sys, time
from pathlib import Path
from protokoll_tui.storage.store import MeetingStore
from tests.storage.builders import enter

store = MeetingStore.open(Path(sys.argv[1]), "Bo Ek", dator="DATOR1", folder=Path(sys.argv[2]))
assert store.read_only
store = store.take_over()
enter(store, "två")
print("klar", flush=True)
for _ in range(40):
    store.refresh()
    store.pulse()
    time.sleep(0.02)
assert not store.read_only and store.notiser == [], store.notiser
enter(store, "tre")
store.close()
"""


def test_two_programs_on_one_computer_never_write_in_one_log_by_turns(
    file: Path, open_store: Open, state: Path
) -> None:
    one = open_store(file)
    enter(one, "ett")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    words = [sys.executable, "-c", textwrap.dedent(OTHER_WINDOW), str(file), str(state)]
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "klar\n"
        look(one)
        before = seen(file)
        look(one, rounds=50)
        assert seen(file) == before
        with pytest.raises(Skrivskyddat):
            enter(one, "fel")
        assert other.wait() == 0
    look(one)
    assert len(one.notiser) == 1
    assert texts_of(one.state) == ["ett", "två", "tre"]
    assert whole_logs(file)


FIGHTER = """
import sys, time
from pathlib import Path
from protokoll_tui.storage.errors import Skrivskyddat
from protokoll_tui.storage.store import MeetingStore
from tests.storage.builders import enter

name = sys.argv[3]
store = MeetingStore.open(Path(sys.argv[1]), name, dator="DATOR1", folder=Path(sys.argv[2]))
end = time.monotonic() + 1.0
count = 0
while time.monotonic() < end:
    try:
        if store.read_only:
            store = store.take_over()
        enter(store, f"{name}{count}")
        count += 1
        store.refresh()
    except Skrivskyddat:
        pass
store.close()
print(count)
"""


def test_two_programs_that_fight_for_a_meeting_lose_nothing_and_keep_the_log_whole(
    file: Path, state: Path
) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    words = [sys.executable, "-c", FIGHTER, str(file), str(state)]
    both = [
        subprocess.Popen([*words, name], env=env, stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    counts = [int(program.communicate()[0]) for program in both]
    taken = {f"{name}{n}" for name, count in zip("ab", counts, strict=True) for n in range(count)}
    assert set(texts_of(load(file).state)) == taken
    assert whole_logs(file)
