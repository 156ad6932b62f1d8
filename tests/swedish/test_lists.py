"""Lists in running text."""

import pytest

from protokoll_tui.swedish.lists import join_list, join_titled


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A och B"),
        (["A", "B", "C"], "A, B och C"),
        (["A", "B", "C", "D"], "A, B, C och D"),
    ],
)
def test_words_become_a_list_without_comma_before_och(words: list[str], expected: str) -> None:
    assert join_list(words) == expected


def test_another_conjunction_can_be_used() -> None:
    assert join_list(["A och B", "C"], "samt") == "A och B samt C"


def test_any_iterable_is_read_once() -> None:
    assert join_list(word for word in ("A", "B", "C")) == "A, B och C"


@pytest.mark.parametrize(
    ("words", "expected", "going_on"),
    [
        ([], "", ""),
        (["Bo Ek"], "Bo Ek", "Bo Ek"),
        (["Bo Ek, rektor"], "Bo Ek, rektor", "Bo Ek, rektor,"),
        (["Bo Ek, rektor,"], "Bo Ek, rektor", "Bo Ek, rektor,"),
        (["Bo Ek, rektor", "Cia Dahl"], "Bo Ek, rektor, och Cia Dahl", None),
        (["Bo Ek", "Cia Dahl, rektor"], "Bo Ek och Cia Dahl, rektor", None),
        (["A, x", "B", "C, y"], "A, x, B och C, y", "A, x, B och C, y,"),
        (["A", "B, x", "C"], "A, B, x, och C", None),
    ],
)
def test_a_title_is_closed_by_a_comma_before_what_follows(
    words: list[str], expected: str, going_on: str | None
) -> None:
    assert join_titled(words) == expected
    if going_on is not None:
        assert join_titled(words, goes_on=True) == going_on
