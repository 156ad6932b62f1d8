"""Changes by others are found, merged by id, and never written over."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from protokoll_tui.domain.coding import encode
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Yrkande
from protokoll_tui.storage import texter
from protokoll_tui.storage.foreign import merge_versions
from protokoll_tui.storage.log_file import log_folder
from protokoll_tui.storage.meeting_file import load
from protokoll_tui.storage.store import MeetingStore, Status
from protokoll_tui.storage.versions import DAYS, MOST, keep_replaced, prune
from tests.storage.builders import enter, meeting, paragraf, texts_of, write_meeting
from tests.storage.conftest import Open, without_locks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_meeting(tmp_path / "g")


def by_hand(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_change_by_hand_during_the_meeting_is_merged_and_logged(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    by_hand(file, "Ärende 2", "Ändrat för hand")
    kvitto = enter(store, "två")
    assert kvitto.status is Status.SPARAT
    assert texts_of(kvitto.state) == ["ett", "två"]
    assert kvitto.state.paragraf[1].rubrik == "Ändrat för hand"
    assert load(file).state == kvitto.state
    line = store.lines()[-1]
    assert line.slag == texter.KIND_HAND_EDIT
    assert [(a.falt, a.efter) for a in line.patch] == [("rubrik", "Ändrat för hand")]


def test_a_change_by_hand_between_two_meetings_is_logged_with_its_difference(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.close()
    by_hand(file, "Ärende 2", "Ändrat för hand")
    again = open_store(file)
    assert texter.HAND_EDIT in again.notiser
    line = again.lines()[-1]
    assert line.slag == texter.KIND_HAND_EDIT
    assert [(a.fore, a.efter) for a in line.patch] == [("Ärende 2", "Ändrat för hand")]
    again.close()
    assert open_store(file).notiser == []


def test_a_change_by_hand_after_a_crash_is_told_from_what_was_entered(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    (file.parent / "ks.toml.lås").unlink()
    by_hand(file, "Ärende 2", "Ändrat för hand")
    again = open_store(file)
    assert [a.efter for a in again.lines()[-1].patch] == ["Ändrat för hand"]
    assert texts_of(again.undo().state) == []


def test_a_change_by_hand_without_the_earlier_version_is_still_told(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.close()
    next(log_folder(file).glob("*.bak")).unlink()
    by_hand(file, "Ärende 2", "Ändrat för hand")
    again = open_store(file)
    assert texter.HAND_EDIT_UNKNOWN in again.notiser
    assert again.lines()[-1].patch == ()


def test_another_layout_or_a_comment_is_no_change_of_the_meeting(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    store.close()
    by_hand(file, "[[paragraf]]\n", "# att göra: ring\n[[paragraf]]\n")
    again = open_store(file)
    assert again.notiser == []
    enter(again, "två")
    assert "# att göra: ring\n" in file.read_text("utf-8")


def test_a_comment_written_during_the_meeting_survives_the_next_entry(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    by_hand(file, "[[paragraf]]\n", "# ring\n[[paragraf]]\n")
    enter(store, "ett")
    assert "# ring\n" in file.read_text("utf-8")


def test_two_machines_that_change_different_things_lose_nothing(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    bo = without_locks(file, tmp_path)
    enter(anna, "anna 1")
    enter(bo, "bo 1", 1)
    enter(anna, "anna 2")
    enter(bo, "bo 2", 1)
    assert sorted(texts_of(load(file).state)) == ["anna 1", "anna 2", "bo 1", "bo 2"]
    merged = next(r for r in bo.lines() if r.slag == texter.KIND_MERGE)
    assert list(merged.huvud["foraldrar"]) == [anna._session.installation]
    assert anna.refresh() is not None
    assert sorted(texts_of(anna.state)) == ["anna 1", "anna 2", "bo 1", "bo 2"]
    anna.close()
    bo.close()
    assert open_store(file).notiser == []


def test_two_that_change_the_same_field_are_shown_both_texts(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    bo = without_locks(file, tmp_path)
    for store, words in ((anna, "Annas"), (bo, "Bos")):
        first = replace(store.state.paragraf[0], rubrik=words)
        after = replace(store.state, paragraf=(first, *store.state.paragraf[1:]))
        kvitto = store.record(store.state, after)
    assert kvitto.state.paragraf[0].rubrik == "Bos"
    assert [(k.andring.efter, k.nu) for k in kvitto.krockar] == [("Annas", "Bos")]
    content = bo.lines()[-1].innehall
    assert content is not None and "Annas" in str(content["krockar"])


def test_undo_passes_by_what_others_did(file: Path, open_store: Open, tmp_path: Path) -> None:
    anna = open_store(file)
    bo = without_locks(file, tmp_path)
    enter(anna, "anna")
    enter(bo, "bo", 1)
    kvitto = enter(anna, "mer")
    assert sorted(texts_of(kvitto.state)) == ["anna", "bo", "mer"]
    anna.undo()
    anna.undo()
    assert texts_of(anna.state) == ["bo"]
    assert not anna.can_undo


def test_the_version_that_is_replaced_is_kept_for_thirty_days(file: Path, open_store: Open) -> None:
    store = open_store(file)
    by_hand(file, "Ärende 2", "Ändrat för hand")
    theirs = file.read_bytes()
    enter(store, "ett")
    kept = next(log_folder(file).glob("*.bak-*"))
    assert kept.read_bytes() == theirs
    prune(file, kept.stat().st_mtime + DAYS * 86_400 - 1)
    assert kept.exists()
    prune(file, kept.stat().st_mtime + DAYS * 86_400 + 1)
    assert not kept.exists()


def test_of_the_versions_that_were_replaced_only_the_newest_are_kept(file: Path) -> None:
    for n in range(MOST + 5):
        kept = keep_replaced(file, f"version {n}".encode())
        os.utime(kept, (n, n))
    left = [p.read_text("utf-8") for p in log_folder(file).glob("*.bak-*")]
    assert sorted(left) == sorted(f"version {n}" for n in range(5, MOST + 5))


def test_a_version_that_is_replaced_again_counts_as_new(file: Path) -> None:
    first = keep_replaced(file, b"ett")
    os.utime(first, (1, 1))
    assert keep_replaced(file, b"ett") == first
    assert first.stat().st_mtime > 1


def test_a_file_that_another_program_left_broken_is_not_written_over(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    good = file.read_bytes()
    file.write_bytes(good + b"half = \n")
    kvitto = enter(store, "ett")
    assert kvitto.status is Status.LOKALT
    assert file.read_bytes().endswith(b"half = \n")
    file.write_bytes(good)
    assert store.retry().status is Status.SPARAT
    assert texts_of(load(file).state) == ["ett"]


def test_a_file_that_became_another_meeting_is_not_written_over(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    write_meeting(file.parent, replace(meeting(), id="m-888888"))
    data = file.read_bytes()
    kvitto = enter(store, "ett")
    assert (kvitto.status, file.read_bytes()) == (Status.LOKALT, data)
    assert texter.FOREIGN_ID in kvitto.skal


def test_a_file_that_was_taken_away_is_written_again(file: Path, open_store: Open) -> None:
    store = open_store(file)
    file.unlink()
    assert enter(store, "ett").status is Status.SPARAT
    assert texts_of(load(file).state) == ["ett"]


def test_a_change_that_leaves_time_and_size_alone_is_found_too(
    file: Path, open_store: Open
) -> None:
    store = open_store(file)
    enter(store, "ett")
    info = file.stat()
    data = file.read_bytes().replace("Ärende 2".encode(), "Ärende X".encode())
    with file.open("r+b") as handle:
        handle.write(data)
    os.utime(file, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert enter(store, "två").state.paragraf[1].rubrik == "Ärende X"


def test_a_copy_left_by_a_sync_client_is_told_at_opening(file: Path, open_store: Open) -> None:
    write_meeting(file.parent, meeting(), "ks-DATOR7.toml")
    assert texter.conflict_copies(["ks-DATOR7.toml"]) in open_store(file).notiser


def test_a_copy_left_by_a_sync_client_can_be_merged_in(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    copy = file.with_name("ks-DATOR7.toml")
    copy.write_bytes(file.read_bytes())
    other = MeetingStore.open(copy, "Bo", folder=tmp_path / "state2")
    enter(other, "i kopian", 1)
    other.close()
    store = open_store(file)
    enter(store, "här")
    kvitto = store.merge_copy(copy)
    assert sorted(texts_of(kvitto.state)) == ["här", "i kopian"]
    assert load(file).state == kvitto.state
    assert store.siblings() == []
    assert len(list(log_folder(file).glob("*.bak-*"))) == 1


def test_two_paragraphs_that_get_the_same_number_are_told(
    file: Path, open_store: Open, tmp_path: Path
) -> None:
    anna = open_store(file)
    bo = without_locks(file, tmp_path)
    for store, id in ((anna, "p-aaaaaa"), (bo, "p-bbbbbb")):
        new = replace(paragraf(218), id=id, forslag=(), yrkande=(), fraga=())
        after = replace(store.state, paragraf=(*store.state.paragraf, new))
        store.record(store.state, after)
    assert texter.double_numbers([218]) in bo.notiser
    assert {p.id for p in load(file).state.paragraf} >= {"p-aaaaaa", "p-bbbbbb"}


def _values(plain: Any) -> set[str]:
    if isinstance(plain, dict):
        return set().union(*map(_values, plain.values()))
    if isinstance(plain, list):
        return set().union(*map(_values, plain))
    return {plain} if isinstance(plain, str) else set()


def _edited(state: Sammantrade, rng: random.Random, who: str) -> tuple[Sammantrade, set[str]]:
    """A few random edits, and the words that were typed and still stand."""
    for n in range(rng.randrange(1, 5)):
        words = f"{who} {n} {rng.random()}"
        at = rng.randrange(len(state.paragraf))
        p = state.paragraf[at]
        y = Yrkande(id=f"y-{who}{rng.random()}", stallning=(Stallning(att=words),))
        added = replace(paragraf(218), id=f"p-{words}", rubrik=words, forslag=(), fraga=())
        new: list[Paragraf] = rng.choice(
            [
                [replace(p, rubrik=words)],
                [replace(p, expediering=(*p.expediering, words))],
                [replace(p, yrkande=(*p.yrkande, y))],
                [replace(p, yrkande=p.yrkande[1:])],
                [],
                [p, replace(added, yrkande=())],
                [replace(p, forslag=tuple(replace(f, text=words) for f in p.forslag))],
            ]
        )
        if len(state.paragraf) > 1 or new:
            state = replace(state, paragraf=(*state.paragraf[:at], *new, *state.paragraf[at + 1 :]))
    return state, {w for w in _values(encode(state)) if w.startswith(f"{who} ")}


def test_no_word_of_either_side_is_missing_from_the_merge_and_its_conflicts() -> None:
    rng = random.Random(3000)
    base = meeting(3)
    conflicts = 0
    for _ in range(600):
        ours, our_words = _edited(base, rng, "vi")
        theirs, their_words = _edited(base, rng, "de")
        merged = merge_versions(base, ours, theirs)
        kept = _values(encode(merged.state))
        for krock in merged.krockar:
            change = krock.andring
            kept |= _values([change.fore, change.efter, krock.nu])
        assert our_words | their_words <= kept
        conflicts += bool(merged.krockar)
    assert 0 < conflicts < 600
