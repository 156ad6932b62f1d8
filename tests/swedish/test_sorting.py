"""Swedish alphabetical order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.sorting import sort_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["Ask", "Zorn", "Åberg", "Ärlig", "Öberg"],
        ["Vik", "Vys", "Wall", "Xu"],
        ["Ide", "idé", "Idel"],
        ["Mule", "Mylla", "Müller", "Myra"],
        ["Zorn", "Åsa", "Æbelø", "Ärlig", "Øberg", "Öhman"],
        ["§ 9", "§ 10", "§ 100"],
        ["bilaga 2", "bilaga 2 b", "bilaga 12"],
        ["1 a", "a", "b"],
        ["Berg Anna", "Berga"],
        ["", " ", "a"],
        ["a" + "9" * 5000, "a1" + "0" * 5000],
    ],
)
def test_texts_stand_in_swedish_order(in_order: list[str]) -> None:
    assert sorted(reversed(in_order), key=sort_key) == in_order


def test_capitals_do_not_move_a_name() -> None:
    assert sorted(["b", "A", "a", "B"], key=sort_key) == ["A", "a", "B", "b"]


def test_a_no_break_space_sorts_as_a_space() -> None:
    assert sort_key("§\u00a09") < sort_key("§ 10")
    assert sort_key("§ 9") < sort_key("§\u00a010")


@given(st.text())
def test_decomposed_text_sorts_as_composed(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.text(), st.text())
def test_the_order_is_total(left: str, right: str) -> None:
    same = unicodedata.normalize("NFC", left) == unicodedata.normalize("NFC", right)
    assert (sort_key(left) == sort_key(right)) is same
    assert same or (sort_key(left) < sort_key(right)) is not (sort_key(right) < sort_key(left))


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_sort_by_value(left: int, right: int) -> None:
    assert (sort_key(f"§ {left}") < sort_key(f"§ {right}")) is (left < right)
