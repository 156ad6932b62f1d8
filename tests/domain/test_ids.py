"""Ids: random, one per record, never used for two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.ids import ALPHABET, PREFIX, IdMaker, random_id, with_ids


def counter(*ids: str) -> IdMaker:
    """Ids handed out in turn."""
    found = iter(ids)
    return lambda kind: next(found)


def all_ids(table: dict[str, Any]) -> Iterator[str]:
    yield table["id"]
    for key, value in table.items():
        if key in PREFIX and isinstance(value, list):
            for child in value:
                yield from all_ids(child)


@pytest.mark.parametrize(("kind", "prefix"), [("yrkande", "y"), ("fraga", "q"), ("okänt", "x")])
def test_an_id_says_what_it_names_and_has_no_letters_that_look_alike(
    kind: str, prefix: str
) -> None:
    made = {random_id(kind) for _ in range(200)}
    assert len(made) == 200
    assert all(id.startswith(f"{prefix}-") and set(id[2:]) <= set(ALPHABET) for id in made)
    assert not set("01lioå") & set(ALPHABET)


def test_missing_ids_are_made_and_the_places_told() -> None:
    table = {"organ": "ks", "paragraf": [{"yrkande": [{"id": "y-1"}, {"tid": 1}]}]}
    filled, places = with_ids(table, counter("m-1", "p-1", "y-2"))
    assert filled == {
        "id": "m-1",
        "organ": "ks",
        "paragraf": [{"id": "p-1", "yrkande": [{"id": "y-1"}, {"id": "y-2", "tid": 1}]}],
    }
    assert places == ["sammantrade", "paragraf", "yrkande"]


def test_of_two_with_the_same_id_the_first_keeps_it() -> None:
    table = {"id": "m-1", "paragraf": [{"id": "p-1", "nr": 1}, {"id": "p-1", "nr": 2}]}
    filled, places = with_ids(table, counter("p-2"))
    assert [(p["id"], p["nr"]) for p in filled["paragraf"]] == [("p-1", 1), ("p-2", 2)]
    assert places == ["paragraf p-1"]


def test_an_id_that_is_no_word_is_replaced() -> None:
    filled, places = with_ids({"id": 7}, counter("m-1"))
    assert (filled, places) == ({"id": "m-1"}, ["sammantrade 7"])


def test_a_new_id_is_never_one_that_stands_further_down_or_was_just_made() -> None:
    table = {"id": "m-1", "paragraf": [{"nr": 1}, {"nr": 2}, {"id": "p-1"}]}
    filled, places = with_ids(table, counter("p-1", "p-2", "p-2", "m-1", "p-3"))
    assert [p["id"] for p in filled["paragraf"]] == ["p-2", "p-3", "p-1"]
    assert places == ["paragraf", "paragraf"]


def test_ids_that_differ_only_by_an_unseen_character_are_the_same() -> None:
    table = {"id": "m-1", "paragraf": [{"id": "p-1"}, {"id": "p-1\u200b"}]}
    filled, _ = with_ids(table, counter("p-2"))
    assert [p["id"] for p in filled["paragraf"]] == ["p-1", "p-2"]


def test_a_list_that_is_no_list_of_records_is_left_alone() -> None:
    table = {"id": "m-1", "yrkande": ["ab", {"id": "y-1"}], "annat": [{"a": 1}]}
    assert with_ids(table) == (table, [])


IDS = st.one_of(st.none(), st.sampled_from(["p-1", "p-2", "y-1", "", 3]))


def tables(kinds: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    own = IDS.map(lambda id: {} if id is None else {"id": id})
    if not kinds:
        return own
    children = st.lists(tables(kinds[1:]), max_size=3)
    return st.tuples(own, children).map(lambda both: {**both[0], kinds[0]: both[1]})


@given(tables(["paragraf", "fraga", "votering"]))
def test_in_any_file_every_record_gets_an_id_of_its_own(table: dict[str, Any]) -> None:
    filled, places = with_ids(table)
    found = list(all_ids(filled))
    assert len(found) == len(set(found))
    assert all(found)
    assert with_ids(filled) == (filled, [])
    assert len(places) <= len(found)
