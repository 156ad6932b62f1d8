"""Finding and changing a record by id, wherever it lies; the rest is shared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.ids import PREFIX
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import (
    UnknownId,
    add,
    find,
    list_of,
    paragraf_of,
    post_classes,
    remove,
    update,
    walk,
)
from tests.domain.meetings import ids, small, yrkande
from tests.domain.strategies import record_list_names


def test_every_record_is_met_once_holder_before_held() -> None:
    assert ids(small()) == ["m-1", "p-1", "f-1", "y-1", "y-2", "q-1", "v-1", "p-2"]


def test_every_record_list_has_a_class_and_an_id_prefix() -> None:
    assert set(post_classes()) == record_list_names(Sammantrade)
    assert set(post_classes()) <= set(PREFIX)
    assert len(set(PREFIX.values())) == len(PREFIX)


@pytest.mark.parametrize("post", list(walk(small())), ids=lambda p: str(p.id))
def test_a_record_is_found_by_its_id(post: Post) -> None:
    assert find(small(), post.id) == post


@pytest.mark.parametrize(
    ("id", "nr"), [("p-1", 118), ("v-1", 118), ("p-2", 119), ("m-1", None), ("?", None)]
)
def test_the_paragraph_of_a_record(id: str, nr: int | None) -> None:
    found = paragraf_of(small(), id)
    assert (found.nr if found else None) == nr


def test_a_change_deep_down_leaves_all_else_the_same_objects() -> None:
    before = small()
    after = update(before, "v-1", lambda v: replace(v, ordforande="cd"))
    assert after.paragraf[1] is before.paragraf[1]
    assert after.paragraf[0].yrkande is before.paragraf[0].yrkande
    assert after.paragraf[0].fraga[0].votering[0].ordforande == "cd"


def test_the_meeting_itself_can_be_changed() -> None:
    assert update(small(), "m-1", lambda m: replace(m, plats="salen")).plats == "salen"


def test_what_is_added_can_be_removed() -> None:
    assert remove(add(small(), "p-2", "yrkande", yrkande("y-9")), "y-9") == small()


@pytest.mark.parametrize(
    ("id", "place"), [("y-2", ("p-1", "yrkande")), ("p-2", ("m-1", "paragraf"))]
)
def test_where_a_record_lies(id: str, place: tuple[str, str]) -> None:
    assert list_of(small(), id) == place


def test_what_is_not_there_is_said_by_its_id() -> None:
    for act in (
        lambda: update(small(), "x-1", lambda p: p),
        lambda: remove(small(), "x-1"),
        lambda: list_of(small(), "x-1"),
        lambda: add(small(), "x-1", "yrkande", yrkande("y-9")),
    ):
        with pytest.raises(UnknownId, match="x-1"):
            act()
    assert find(small(), "x-1") is None
