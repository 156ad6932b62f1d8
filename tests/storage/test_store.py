"""What was acknowledged is there: after reopening, undo, crash, outage and a full disk."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from protokoll_tui.domain.handelse import Satt, Struket, apply
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.errors import (
    KanInteAngra,
    KanInteLasa,
    Skrivskyddat,
    TomFil,
    TrasigFil,
)
from protokoll_tui.storage.log_file import log_folder
from protokoll_tui.storage.meeting_file import load
from protokoll_tui.storage.store import Status
from tests.storage.builders import MORNING, enter, meeting, renamed, texts_of, write_meeting
from tests.storage.conftest import Open
from tests.storage.fake_fs import CALLS, SpyFs


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_meeting(tmp_path / "g")


def test_an_entry_is_in_the_log_before_the_file_is_replaced(file: Path, open_store: Open) -> None:
    fs = SpyFs()
    store = open_store(file, fs=fs)
    enter(store, "ett")
    fs.calls.clear()
    enter(store, "två")
    assert fs.calls == [
        *("append", "truncate", "write", "fsync"),
        *("create", "write", "fsync", "replace", "fsync_folder"),
    ]


def test_an_entry_is_there_after_reopening(file: Path, open_store: Open) -> None:
    store = open_store(file)
    kvitto = enter(store, "ett")
    assert (kvitto.status, kvitto.nr, kvitto.tid) == (Status.SPARAT, 1, MORNING)
    store.close()
    again = open_store(file)
    assert again.state == kvitto.state == store.state
    assert (again.notiser, again.krockar, again.read_only) == ([], (), False)


def test_what_was_typed_and_who_and_when_stands_in_the_log(file: Path, open_store: Open) -> None:
    store = open_store(file)
    enter(store, "ett")
    line = store.lines()[0]
    assert (line.huvud["vem"], line.huvud["dator"]) == ("Anna Berg", "DATOR1")
    assert line.innehall is not None
    assert line.innehall["rad"] == "ef ett"
    assert line.innehall["handelser"][0]["slag"] == "lagt"


def test_a_text_with_control_characters_is_kept_clean_from_the_start(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    kvitto = enter(store, "e\u0301tt\x1b[31m\ud800\u202e")
    assert texts_of(kvitto.state) == ["étt\ufffd"]
    store.close()
    assert open_store(file).state == kvitto.state


def _random_edit(state: Sammantrade, rng: random.Random, n: int) -> list[Satt | Struket]:
    p = rng.choice(state.paragraf)
    if rng.random() < 0.3 and p.yrkande:
        return [Struket(id=rng.choice(p.yrkande).id)]
    if rng.random() < 0.3:
        return [Satt(id=state.id, falt="plats", varde=f"Sal {n}")]
    return [Satt(id=p.id, falt="rubrik", varde=f"Rubrik {n}"), Satt(id=p.id, falt="dnr", varde="")]


def test_undo_restores_every_earlier_state_exactly_and_redo_every_later(
    file: Path, open_store: Open
) -> None:
    rng = random.Random(7)
    store = open_store(file)
    states = [store.state]
    for n in range(40):
        if rng.random() < 0.4:
            enter(store, f"text {n}", rng.randrange(3))
        else:
            events = _random_edit(store.state, rng, n)
            after = store.state
            for event in events:
                after = apply(event, after)
            store.record(store.state, after, events)
        states.append(store.state)
    for reopen in (False, True):
        if reopen:
            store.close()
            store = open_store(file)
        for wanted in reversed(states[:-1]):
            assert store.undo().state == wanted
        assert load(file).state == states[0]
        assert not store.can_undo
        if reopen:
            store.close()
            store = open_store(file)
        for wanted in states[1:]:
            assert store.redo().state == wanted
        assert not store.can_redo
    assert load(file).state == states[-1]


def test_undo_and_redo_go_on_after_reopening(file: Path, open_store: Open) -> None:
    store = open_store(file)
    for text in ("ett", "två", "tre"):
        enter(store, text)
    store.undo()
    store.close()
    store = open_store(file)
    store.undo()
    assert texts_of(store.state) == ["ett"]
    store.close()
    store = open_store(file)
    store.redo()
    store.redo()
    assert texts_of(store.state) == ["ett", "två", "tre"]


def test_a_new_entry_ends_what_can_be_done_again(file: Path, open_store: Open) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.undo()
    enter(store, "två")
    with pytest.raises(KanInteAngra, match="göra om"):
        store.redo()


def test_an_undo_is_an_entry_of_its_own_that_names_what_it_takes_back(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    assert store.undo().nr == 2
    assert store.redo().nr == 3
    assert [(r.angrar, r.gor_om) for r in store.lines()] == [(0, 0), (1, 0), (0, 1)]


def test_with_nothing_entered_there_is_nothing_to_undo(file: Path, open_store: Open) -> None:
    with pytest.raises(KanInteAngra, match="inget att ångra"):
        open_store(file).undo()


def test_undo_stops_at_what_is_adjusted(file: Path, open_store: Open) -> None:
    store = open_store(file)
    enter(store, "ett")
    p = store.state.paragraf[0]
    event = Satt(id=p.id, falt="omedelbart_justerad", varde=True)
    store.record(store.state, apply(event, store.state), [event], sparr=True)
    assert not store.can_undo
    for again in (store, None):
        if again is None:
            store.close()
            again = open_store(file)
        with pytest.raises(KanInteAngra, match="rättelse"):
            again.undo()


def test_undo_takes_back_only_what_still_stands(file: Path, open_store: Open) -> None:
    store = open_store(file)
    before = store.state
    first = before.paragraf[0]
    after = replace(
        before, paragraf=(replace(first, rubrik="Ny", dnr="KS 1"), *before.paragraf[1:])
    )
    store.record(before, after)
    store.close()
    text = file.read_text("utf-8").replace('rubrik = "Ny"', 'rubrik = "För hand"')
    file.write_text(text, "utf-8")
    store = open_store(file)
    kvitto = store.undo()
    assert (kvitto.state.paragraf[0].rubrik, kvitto.state.paragraf[0].dnr) == ("För hand", "")
    assert [k.nu for k in kvitto.krockar] == ["För hand"]


def test_an_entry_that_cannot_be_undone_does_not_hide_the_one_before(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.record(store.state, renamed(store.state, 0, "Ny"))
    store.close()
    text = file.read_text("utf-8").replace('rubrik = "Ny"', 'rubrik = "För hand"')
    file.write_text(text, "utf-8")
    store = open_store(file)
    with pytest.raises(KanInteAngra) as caught:
        store.undo()
    assert caught.value.krockar
    assert texts_of(store.undo().state) == []


def test_an_entry_made_on_a_stale_state_goes_onto_the_one_that_holds(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    old = store.state
    enter(store, "ett")
    kvitto = store.record(old, renamed(old, 1, "Ny"))
    assert texts_of(kvitto.state) == ["ett"]
    assert kvitto.state.paragraf[1].rubrik == "Ny"


def test_a_crash_between_log_and_file_loses_nothing(file: Path, open_store: Open) -> None:
    store = open_store(file)
    enter(store, "ett")
    data = file.read_bytes()
    enter(store, "två")
    kvitto = enter(store, "tre", 1)
    store.close()
    file.write_bytes(data)
    again = open_store(file)
    assert again.state == kvitto.state == load(file).state
    assert texter.recovered(2) in again.notiser
    again.undo()
    assert texts_of(again.state) == ["ett", "två"]


def test_a_log_line_that_no_longer_fits_is_shown_with_both_texts(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    data = file.read_bytes()
    store.record(store.state, renamed(store.state, 0, "Ny"))
    store.close()
    file.write_bytes(data.replace("Ärende 1".encode(), "För hand".encode()))
    again = open_store(file)
    assert again.state.paragraf[0].rubrik == "För hand"
    assert [(k.andring.efter, k.nu) for k in again.krockar] == [("Ny", "För hand")]
    again.close()
    last = open_store(file)
    assert last.krockar == ()
    assert last.state.paragraf[0].rubrik == "För hand"


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "nonsense"])
def test_a_missing_or_damaged_log_never_stops_a_meeting(
    file: Path, open_store: Open, damage: str
) -> None:
    store = open_store(file)
    for text in ("ett", "två", "tre"):
        enter(store, text)
    store.close()
    log = next(log_folder(file).glob("*.jsonl"))
    rows = log.read_bytes().splitlines(keepends=True)
    if damage == "gone":
        log.unlink()
    else:
        log.write_bytes({"empty": b"", "cut": rows[0], "nonsense": b"\xff\n"}[damage])
    again = open_store(file)
    assert again.state == store.state
    assert again.notiser
    assert enter(again, "fyra").nr == 4
    again.undo()
    assert texts_of(again.state) == ["ett", "två", "tre"]


def test_a_new_meeting_with_the_name_of_an_old_one_does_not_take_over_its_log(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "gammalt")
    store.close()
    write_meeting(file.parent, replace(meeting(), id="m-777777"))
    again = open_store(file)
    assert texts_of(again.state) == []
    assert not again.can_undo


def fail(call: str, code: int, where: Callable[[str], bool]) -> Callable[[str, str], int]:
    return lambda c, path: code if c == call and where(path) else 0


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", CALLS)
def test_a_refusal_anywhere_in_the_folder_keeps_the_entry_and_the_old_file(
    file: Path, open_store: Open, call: str, code: int
) -> None:
    fs = SpyFs()
    store = open_store(file, fs=fs)
    enter(store, "ett")
    fs.fails = fail(call, code, lambda path: "/g" in path)
    kvitto = enter(store, "två")
    assert texts_of(load(file).state) in (["ett"], ["ett", "två"])
    assert kvitto.status in (Status.SPARAT, Status.LOKALT)
    assert (kvitto.status is Status.SPARAT) == (kvitto.skal == "")
    store.close()
    fs.fails = lambda c, p: 0
    again = open_store(file, fs=fs)
    assert texts_of(again.state) == ["ett", "två"]
    assert load(file).state == again.state
    assert not again.pending


def test_with_the_share_gone_entries_wait_here_in_order_and_are_flushed_later(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    away = file.parent.rename(file.parent.with_name("borta"))
    for text in ("två", "tre"):
        kvitto = enter(store, text)
        assert kvitto.status is Status.LOKALT
        assert texter.FOLDER_GONE in kvitto.skal
    store.undo()
    assert store.pending
    away.rename(file.parent)
    assert store.retry().status is Status.SPARAT
    assert not store.pending
    assert texts_of(load(file).state) == ["ett", "två"]
    store.close()
    again = open_store(file)
    assert [line.nr for line in again.lines()] == [1, 2, 3, 4]
    assert again.notiser == []
    again.redo()
    assert texts_of(again.state) == ["ett", "två", "tre"]


def test_entries_that_waited_when_the_program_died_are_there_at_the_next_opening(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    away = file.parent.rename(file.parent.with_name("borta"))
    enter(store, "två")
    enter(store, "tre")
    away.rename(file.parent)
    (file.parent / "ks.toml.lås").unlink()
    again = open_store(file)
    assert texts_of(again.state) == texts_of(load(file).state) == ["ett", "två", "tre"]
    assert not again.pending
    assert list((again._session.folder / "ko").glob("*.jsonl")) == []


def test_a_queue_for_another_version_of_the_meeting_is_told_and_not_mixed_in(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    away = file.parent.rename(file.parent.with_name("borta"))
    enter(store, "två")
    away.rename(file.parent.with_name("gammal"))
    write_meeting(file.parent)
    again = open_store(file)
    assert texts_of(again.state) == []
    assert texter.other_queue(1) in again.notiser


def test_waiting_entries_for_a_copy_elsewhere_are_told_with_the_place(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    away = file.parent.rename(file.parent.with_name("borta"))
    enter(store, "två")
    (away / "ks.toml.lås").unlink()
    again = open_store(away / "ks.toml")
    assert texter.orphan_queue(str(file)) in again.notiser


def test_with_nowhere_to_write_the_entry_is_said_not_to_be_saved_and_kept_until_it_can(
    file: Path, open_store: Open
) -> None:
    fs = SpyFs()
    store = open_store(file, fs=fs)
    enter(store, "ett")
    fs.fails = lambda c, p: errno.EACCES
    kvitto = enter(store, "två")
    assert kvitto.status is Status.EJ_SPARAT
    assert texter.NO_ACCESS in kvitto.skal
    assert texts_of(store.state) == ["ett", "två"]
    assert enter(store, "tre").status is Status.EJ_SPARAT
    fs.fails = lambda c, p: 0
    assert store.retry().status is Status.SPARAT
    assert texts_of(load(file).state) == ["ett", "två", "tre"]
    assert [line.nr for line in open_store(file, read_only=True).lines()] == []
    store.close()
    assert len(open_store(file).lines()) == 3


def test_a_full_disk_gives_back_the_reserve_and_the_entry_is_saved(
    file: Path, open_store: Open, state: Path
) -> None:
    fs = SpyFs()
    store = open_store(file, fs=fs)
    assert (state / ".reserv").exists()
    fs.fails = lambda c, p: errno.ENOSPC if c == "write" and (state / ".reserv").exists() else 0
    assert enter(store, "ett").status is Status.SPARAT
    assert not (state / ".reserv").exists()
    assert texts_of(load(file).state) == ["ett"]


def test_a_file_size_limit_of_the_system_leaves_the_old_file_whole(
    file: Path, open_store: Open
) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    store = open_store(file)
    enter(store, "ett")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size - 100, hard))
        kvitto = enter(store, "två " * 50)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert kvitto.status is Status.LOKALT
    assert texts_of(load(file).state) == ["ett"]
    assert store.retry().status is Status.SPARAT
    assert len(texts_of(load(file).state)) == 2


def test_no_temp_file_is_left_in_the_folder(file: Path, open_store: Open) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.close()
    assert sorted(p.name for p in file.parent.iterdir()) == ["ks.logg", "ks.toml"]


def test_a_write_protected_file_is_opened_for_reading(file: Path, open_store: Open) -> None:
    file.chmod(0o444)
    store = open_store(file)
    assert store.read_only
    assert store.notiser == [texter.READ_ONLY_FILE]
    with pytest.raises(Skrivskyddat):
        enter(store, "ett")
    assert sorted(p.name for p in file.parent.iterdir()) == ["ks.toml"]


def test_a_folder_that_cannot_be_written_from_the_start_does_not_stop_the_work(
    file: Path, open_store: Open
) -> None:
    data = file.read_bytes()
    fs = SpyFs(lambda c, path: errno.EROFS if "/g" in path else 0)
    store = open_store(file, fs=fs)
    assert not store.read_only
    assert texter.READ_ONLY_DISK in store.notiser[0]
    kvitto = enter(store, "ett")
    assert (kvitto.status, file.read_bytes()) == (Status.LOKALT, data)
    store.close()
    fs.fails = lambda c, p: 0
    assert texts_of(open_store(file, fs=fs).state) == ["ett"]


def test_a_meeting_that_another_has_open_is_for_reading_until_one_says_otherwise(
    file: Path, open_store: Open
) -> None:
    anna = open_store(file)
    bo = open_store(file, "Bo Ek", dator="DATOR2")
    assert bo.read_only and bo.upptagen is not None
    assert bo.upptagen.vem == "Anna Berg"
    assert "Anna Berg" in bo.notiser[0]
    with pytest.raises(Skrivskyddat):
        enter(bo, "ett")
    taken = bo.take_over()
    assert not taken.read_only
    enter(taken, "från Bo")
    assert anna.pulse() is False
    assert "Bo Ek på DATOR2" in anna.notiser[-1]
    with pytest.raises(Skrivskyddat):
        enter(anna, "från Anna")
    assert sorted(texts_of(enter(anna.take_over(), "åter").state)) == ["från Bo", "åter"]


def test_opening_for_reading_leaves_no_trace(file: Path, open_store: Open) -> None:
    data = file.read_bytes()
    store = open_store(file, read_only=True)
    store.close()
    assert [p.name for p in file.parent.iterdir()] == ["ks.toml"]
    assert file.read_bytes() == data


def test_opening_and_closing_changes_no_byte(file: Path, open_store: Open) -> None:
    file.write_bytes(b"# min rubrik\r\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    data = file.read_bytes()
    open_store(file).close()
    assert file.read_bytes() == data


def test_a_broken_file_shows_the_last_good_version_with_all_that_was_entered(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.close()
    store = open_store(file)
    enter(store, "två")
    store._session.pen.release()
    file.write_bytes(file.read_bytes() + b"x = \n")
    broken = open_store(file)
    assert broken.read_only
    assert broken.trasig is not None and broken.trasig.text.endswith("x = \n")
    assert texts_of(broken.state) == ["ett", "två"]
    assert not (file.parent / "ks.toml.lås").exists()


def test_a_broken_file_without_a_good_version_is_told_and_the_lock_given_back(
    file: Path, open_store: Open
) -> None:
    file.write_bytes(b"id = \n")
    with pytest.raises(TrasigFil, match="rad 1"):
        open_store(file)
    assert [p.name for p in file.parent.iterdir()] == ["ks.toml"]


EMPTY = {"nothing": b"", "blanks": b" \r\n\t\n", "nuls": b"\0" * 4096, "bom": b"\xef\xbb\xbf"}


@pytest.mark.parametrize("left", EMPTY.values(), ids=EMPTY)
def test_an_empty_file_shows_all_that_was_entered_and_how_to_get_it_back(
    file: Path, open_store: Open, left: bytes
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store._session.pen.release()
    file.write_bytes(left)
    broken = open_store(file)
    assert isinstance(broken.trasig, TomFil) and broken.read_only
    assert texts_of(broken.state) == ["ett"]
    assert file.read_bytes() == left
    kept = broken.trasig.senaste
    assert kept is not None
    assert f"kopiera ks.logg/{kept.name} över ks.toml" in broken.notiser[0]
    file.write_bytes(kept.read_bytes())
    again = open_store(file)
    assert not again.read_only
    assert texts_of(again.state) == ["ett"]


@pytest.mark.parametrize("left", EMPTY.values(), ids=EMPTY)
def test_an_empty_file_with_nothing_kept_says_that_it_is_empty(
    file: Path, open_store: Open, left: bytes
) -> None:
    file.write_bytes(left)
    with pytest.raises(TomFil, match=r"ks\.toml: Filen är tom"):
        open_store(file)


def test_a_file_that_is_emptied_under_an_open_meeting_loses_no_entry(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    file.write_bytes(b"")
    kvitto = enter(store, "ett")
    assert kvitto.status is Status.SPARAT
    assert texts_of(load(file).state) == ["ett"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_number_that_two_paragraphs_have_is_told_at_opening(
    file: Path, open_store: Open, read_only: bool
) -> None:
    assert not any("mer än en gång" in told for told in open_store(file, read_only=True).notiser)
    file.write_bytes(file.read_bytes().replace(b"nr = 2\n", b"nr = 1\n"))
    told = open_store(file, read_only=read_only).notiser
    assert [note.partition(" på ")[0] for note in told if "mer än" in note] == [
        "§ 1 finns mer än en gång"
    ]


def test_a_file_that_is_not_there_is_told(file: Path, open_store: Open) -> None:
    with pytest.raises(KanInteLasa):
        open_store(file.with_name("annan.toml"))


def test_ids_given_at_opening_are_in_the_file_before_anything_points_at_them(
    file: Path, open_store: Open
) -> None:
    file.write_text('id = "m-2"\n[[paragraf]]\nnr = 1\n', "utf-8")
    store = open_store(file)
    assert load(file).state == store.state
    assert load(file).nya_id == ()


def test_a_relayouted_file_is_kept_before_it_is_written_anew(file: Path, open_store: Open) -> None:
    text = 'id = "m-2"\n# min\nparagraf = [{ id = "p-2" }]\n'
    file.write_text(text, "utf-8")
    store = open_store(file)
    enter(store, "ett")
    kept = [p.read_text("utf-8") for p in log_folder(file).glob("*.bak-*")]
    assert kept == [text]


def test_names_and_links_lead_to_one_meeting(file: Path, open_store: Open) -> None:
    link = file.with_name("genväg.toml")
    os.symlink(file, link)
    store = open_store(link)
    enter(store, "ett")
    assert link.is_symlink()
    assert texts_of(load(file).state) == ["ett"]


def test_a_sign_of_life_keeps_the_lock(file: Path, open_store: Open) -> None:
    store = open_store(file, clock=lambda: MORNING + timedelta(minutes=1))
    assert store.pulse() is True
    assert "09:01" in (file.parent / "ks.toml.lås").read_text("utf-8")


def test_purged_content_cannot_be_undone_and_the_meeting_stays(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    enter(store, "hemligt")
    store.purge({2})
    assert "hemligt" not in next(log_folder(file).glob("*.jsonl")).read_text("utf-8")
    with pytest.raises(KanInteAngra, match="gallrat"):
        store.undo()
    store.close()
    again = open_store(file)
    assert again.notiser == []
    assert texts_of(again.state) == ["ett", "hemligt"]
