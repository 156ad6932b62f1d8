"""Numbers as words and nouns that follow their number."""

import pytest

from protokoll_tui.swedish.numbers import count_noun, number_word


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "noll"), (1, "en"), (2, "två"), (8, "åtta"), (12, "tolv"), (13, "13"), (-1, "-1")],
)
def test_a_number_is_a_word_up_to_twelve(n: int, expected: str) -> None:
    assert number_word(n) == expected


def test_a_number_at_the_start_of_a_sentence_has_a_capital() -> None:
    assert number_word(12, capital=True) == "Tolv"
    assert number_word(8, capital=True) == "Åtta"


def test_one_ett_word_is_ett_and_no_other_number_changes() -> None:
    assert number_word(1, neuter=True) == "ett"
    assert number_word(2, neuter=True) == "två"
    assert number_word(1, capital=True, neuter=True) == "Ett"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "ingen ja-röst"), (1, "1 ja-röst"), (2, "2 ja-röster"), (41, "41 ja-röster")],
)
def test_a_noun_follows_its_number(n: int, expected: str) -> None:
    assert count_noun(n, "ja-röst", "ja-röster") == expected


def test_none_of_an_ett_word_is_inget() -> None:
    assert count_noun(0, "yrkande", "yrkanden", neuter=True) == "inget yrkande"
