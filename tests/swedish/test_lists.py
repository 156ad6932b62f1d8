"""Lists in running text."""

import pytest

from protokoll_tui.swedish import join_list


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
