"""Patches by id: what an entry changed, put on again, and taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings

from protokoll_tui.domain.changes import (
    Andring,
    diff,
    patch_from_plain,
    patch_to_plain,
    put,
    reverse,
    touched,
)
from protokoll_tui.domain.coding import from_json, to_json
from protokoll_tui.domain.handelse import Flyttat, Handelse, Lagt, Satt, Struket, apply
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import find, remove, update
from tests.domain.meetings import AB, CD, EF, ids, meetings, small, with_paragraf, yrkande

SOME = settings(max_examples=60, deadline=None)


@SOME
@given(meetings(), meetings())
def test_the_difference_of_any_two_meetings_leads_from_one_to_the_other(
    a: Sammantrade, b: Sammantrade
) -> None:
    assert put(a, diff(a, b)) == (b, ())


@SOME
@given(meetings(), meetings())
def test_the_difference_turned_round_leads_back(a: Sammantrade, b: Sammantrade) -> None:
    assert put(b, reverse(diff(a, b))) == (a, ())


@SOME
@given(meetings(), meetings())
def test_putting_a_patch_on_twice_is_putting_it_on_once(a: Sammantrade, b: Sammantrade) -> None:
    assert put(b, diff(a, b)) == (b, ())


@SOME
@given(meetings(), meetings())
def test_a_patch_comes_back_from_the_log(a: Sammantrade, b: Sammantrade) -> None:
    patch = diff(a, b)
    rows = json.loads(json.dumps(to_json(patch_to_plain(patch))))
    assert patch_from_plain(from_json(rows)) == patch


@SOME
@given(meetings())
def test_nothing_changed_is_an_empty_patch(a: Sammantrade) -> None:
    assert diff(a, a) == ()
    assert diff(a, replace(a, paragraf=tuple(replace(p) for p in a.paragraf))) == ()


EVENTS: dict[str, Handelse] = {
    "a field": Satt(id="p-1", falt="rubrik", varde="Hamnen, etapp 2"),
    "a field of the meeting": Satt(id="m-1", falt="plats", varde="Stora salen"),
    "a field that was empty": Satt(id="y-1", falt="tid", varde=time(15, 38)),
    "a record": Lagt(i="p-1", lista="yrkande", post=yrkande("y-3")),
    "a record between others": Lagt(i="p-1", lista="yrkande", post=yrkande("y-3"), fore="y-2"),
    "a paragraph first": Lagt(i="m-1", lista="paragraf", post=Paragraf(id="p-3"), fore="p-1"),
    "a record gone": Struket(id="y-1"),
    "a record with children gone": Struket(id="q-1"),
    "a paragraph gone": Struket(id="p-1"),
    "a move to another paragraph": Flyttat(id="y-1", till="p-2"),
    "a move with children": Flyttat(id="q-1", till="p-2"),
    "a field deep down": Satt(id="v-1", falt="ordforande", varde="cd"),
    "a new order": Flyttat(id="y-2", till="p-1", fore="y-1"),
}


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS.keys())
def test_an_entry_is_taken_back_and_done_again(event: Handelse) -> None:
    before = small()
    after = apply(event, before)
    patch = diff(before, after)
    assert patch
    assert put(after, reverse(patch)) == (before, ())
    assert put(before, patch) == (after, ())


def test_paragraphs_that_do_not_change_stay_the_same_objects() -> None:
    before = small()
    after, _ = put(before, diff(before, apply(EVENTS["a record"], before)))
    assert after.paragraf[1] is before.paragraf[1]
    assert after.paragraf[0] is not before.paragraf[0]


def test_a_patch_says_which_records_it_touches() -> None:
    before = small()
    changed = apply(Satt(id="y-1", falt="tid", varde=time(15, 38)), before)
    changed = apply(Satt(id="v-1", falt="ordforande", varde="cd"), changed)
    assert touched(diff(before, changed)) == ("y-1", "v-1")


def test_new_order_and_newcomers_between_come_out_as_they_were() -> None:
    before = with_paragraf(small(), Paragraf(id="a"), Paragraf(id="b"))
    after = with_paragraf(before, Paragraf(id="b"), Paragraf(id="n"), Paragraf(id="a"))
    new, krockar = put(before, diff(before, after))
    assert ([p.id for p in new.paragraf], krockar) == (["b", "n", "a"], ())


def test_a_record_moved_and_changed_below_in_one_go_can_be_taken_back() -> None:
    before = small()
    after = apply(Flyttat(id="q-1", till="p-2"), before)
    after = apply(Satt(id="v-1", falt="ordforande", varde="cd"), after)
    assert put(after, reverse(diff(before, after))) == (before, ())


def test_a_child_that_leaves_a_struck_record_survives() -> None:
    fraga = small().paragraf[0].fraga[0]
    before = apply(
        Lagt(i="p-2", lista="fraga", post=replace(fraga, id="q-2", votering=())), small()
    )
    after = apply(Struket(id="q-1"), apply(Flyttat(id="v-1", till="q-2"), before))
    assert put(before, diff(before, after)) == (after, ())
    assert put(after, reverse(diff(before, after))) == (before, ())


def test_undo_of_an_entry_leaves_the_sibling_that_came_later() -> None:
    before = small()
    mine = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3")), before)
    later = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-4", EF)), mine)
    undone, krockar = put(later, reverse(diff(before, mine)))
    assert krockar == ()
    assert [y.id for y in undone.paragraf[0].yrkande] == ["y-1", "y-2", "y-4"]


def test_undo_of_a_removal_puts_the_record_back_in_its_place() -> None:
    before = small()
    struck = apply(Struket(id="y-1"), before)
    later = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-4", EF)), struck)
    undone, krockar = put(later, reverse(diff(before, struck)))
    assert krockar == ()
    assert [y.id for y in undone.paragraf[0].yrkande] == ["y-1", "y-2", "y-4"]


def test_undo_of_a_removal_whose_next_sibling_is_gone_puts_it_last() -> None:
    before = small()
    struck = apply(Struket(id="y-1"), before)
    undone, _ = put(apply(Struket(id="y-2"), struck), reverse(diff(before, struck)))
    assert [y.id for y in undone.paragraf[0].yrkande] == ["y-1"]


def test_undo_of_an_entry_that_was_built_upon_is_a_conflict_and_changes_nothing() -> None:
    before = small()
    mine = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3")), before)
    later = apply(Satt(id="y-3", falt="tid", varde=time(15, 50)), mine)
    undone, (krock,) = put(later, reverse(diff(before, mine)))
    assert undone == later
    assert (krock.andring.id, krock.nu["tid"]) == ("y-3", time(15, 50))


def test_undo_of_an_entry_that_was_moved_since_is_a_conflict() -> None:
    before = small()
    mine = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3")), before)
    moved = apply(Flyttat(id="y-3", till="p-2"), mine)
    undone, krockar = put(moved, reverse(diff(before, mine)))
    assert (undone, len(krockar)) == (moved, 1)


def test_undo_of_a_text_that_was_rewritten_since_keeps_both_texts() -> None:
    before = small()
    mine = apply(Satt(id="p-1", falt="rubrik", varde="Min rubrik"), before)
    theirs = apply(Satt(id="p-1", falt="rubrik", varde="Deras rubrik"), mine)
    undone, (krock,) = put(theirs, reverse(diff(before, mine)))
    assert undone == theirs
    assert (krock.nu, krock.andring.efter) == ("Deras rubrik", "Hamnen")


def test_a_change_of_a_record_that_is_gone_is_a_conflict() -> None:
    before = small()
    patch = diff(before, apply(Satt(id="y-1", falt="tid", varde=time(15, 38)), before))
    gone = remove(before, "y-1")
    new, (krock,) = put(gone, patch)
    assert (new, krock.nu, krock.andring.efter) == (gone, None, time(15, 38))


def test_a_new_record_without_its_parent_is_a_conflict_that_holds_the_record() -> None:
    before = small()
    patch = diff(before, apply(Lagt(i="p-2", lista="yrkande", post=yrkande("y-9")), before))
    gone = remove(before, "p-2")
    new, (krock,) = put(gone, patch)
    assert new == gone
    assert krock.andring.efter["post"]["id"] == "y-9"


def test_a_move_to_a_place_that_is_gone_leaves_the_record_where_it_was() -> None:
    before = small()
    patch = diff(before, apply(Flyttat(id="y-1", till="p-2"), before))
    gone = remove(before, "p-2")
    new, krockar = put(gone, patch)
    assert new == gone
    assert [krock.andring.id for krock in krockar] == ["y-1"]


def test_a_record_that_another_moved_elsewhere_is_not_moved_again_unseen() -> None:
    before = apply(Lagt(i="m-1", lista="paragraf", post=Paragraf(id="p-3")), small())
    mine = apply(Flyttat(id="y-1", till="p-2"), before)
    theirs = apply(Flyttat(id="y-1", till="p-3"), before)
    new, krockar = put(mine, diff(before, theirs))
    assert new == mine
    assert krockar


def test_both_moved_it_to_the_same_place_is_no_conflict() -> None:
    before = small()
    moved = apply(Flyttat(id="y-1", till="p-2"), before)
    assert put(moved, diff(before, moved)) == (moved, ())


def test_no_two_records_become_one_when_ids_collide() -> None:
    before = small()
    mine = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3", EF)), before)
    theirs = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3", CD)), before)
    new, (krock,) = put(mine, diff(before, theirs))
    assert new == mine
    assert krock.andring.efter["post"]["av"] == ["cd"]


def test_a_list_is_changed_part_by_part() -> None:
    before = update(small(), "y-1", lambda y: replace(y, av=(AB, CD)))
    patch = diff(before, update(before, "y-1", lambda y: replace(y, av=(AB,))))
    later = update(before, "y-1", lambda y: replace(y, av=(AB, CD, EF)))
    new, krockar = put(later, patch)
    changed = find(new, "y-1")
    assert krockar == ()
    assert changed == replace(yrkande("y-1"), av=(AB, EF))


@pytest.mark.parametrize(
    ("fore", "efter"),
    [
        pytest.param(["ab", "cd"], ["cd", "ab"], id="a new order"),
        pytest.param(["ab"], ["ab", "ab"], id="the same twice"),
        pytest.param(["ab", "zz"], ["ab"], id="one taken away that is not there"),
        pytest.param(None, "ab", id="no list at all"),
    ],
)
def test_a_list_change_that_cannot_be_told_part_by_part_is_a_conflict(
    fore: object, efter: object
) -> None:
    state = replace(small(), distans=("ab", "cd", "ef"))
    new, krockar = put(state, (Andring("m-1", "distans", fore, efter),))
    assert new == state
    assert len(krockar) == 1


def test_unknown_keys_travel_in_a_patch_like_any_field() -> None:
    before = small()
    after = update(before, "y-1", lambda y: replace(y, okant=(("färg", "röd"), ("tom", []))))
    assert put(before, diff(before, after)) == (after, ())
    assert put(after, reverse(diff(before, after))) == (before, ())


@pytest.mark.parametrize("rows", [[["a", "b", 1]], [7], ["abcde"]])
def test_rows_of_another_shape_are_no_patch(rows: list[list[object]]) -> None:
    with pytest.raises((ValueError, TypeError)):
        patch_from_plain(rows)


def test_the_small_meeting_has_each_id_once() -> None:
    assert len(ids(small())) == len(set(ids(small()))) == 8
