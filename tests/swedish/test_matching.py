"""Finding a person while typing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.folding import fold
from protokoll_tui.swedish.matching import Match, match_names

NAMES = {
    "ab": "Anna Berg (M)",
    "ak": "Anna Karlsson (S)",
    "ax": "Bo Akesson (C)",
    "bå": "Bo Åkesson (V)",
    "cu": "Carl-Johan af Ugglas (M)",
    "ek": "Mats Ek (S)",
    "eb": "Maja Ekberg (L)",
    "öb": "Eva Öberg (MP)",
    "ré": "René Ångström (KD)",
}


def found(query: str) -> list[str]:
    return [match.key for match in match_names(query, NAMES)]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("anna", ["ab", "ak"]),
        ("ber", ["ab"]),
        ("BERG", ["ab"]),
        ("aberg", ["ab"]),
        ("oberg", ["öb"]),
        ("öberg", ["öb"]),
        ("rene", ["ré"]),
        ("angstrom", ["ré"]),
        ("johan", ["cu"]),
        ("carl-j", ["cu"]),
        ("carljohan", ["cu"]),
        ("ugg", ["cu"]),
        ("af", ["cu"]),
        ("cugglas", ["cu"]),
        ("cafugglas", ["cu"]),
        ("zz", []),
        ("", []),
        (" . ", []),
    ],
)
def test_a_name_is_found_by_its_parts(query: str, keys: list[str]) -> None:
    assert found(query) == keys


def test_a_signature_as_written_comes_first() -> None:
    assert found("ak") == ["ak", "ax", "bå"]


def test_a_signature_as_written_outranks_its_folded_neighbours() -> None:
    names = {"ab": "Cia Dahl", "åb": "Eva Falk", "äb": "Ida Holm"}
    assert [match.key for match in match_names("åb", names)] == ["åb", "ab", "äb"]
    assert [match.key for match in match_names("ab", names)] == ["ab", "åb", "äb"]


def test_swedish_letters_as_typed_outrank_folded_ones() -> None:
    assert found("åk") == ["bå", "ak", "ax"]
    assert found("åkes") == ["bå", "ax"]
    assert found("akes") == ["ax", "bå"]


def test_a_whole_surname_outranks_the_start_of_another() -> None:
    assert found("ek") == ["ek", "eb"]
    assert [m.key for m in match_names("ek", {"x": "Maja Ekberg", "y": "Mats Ek"})] == ["y", "x"]


def test_every_word_of_the_query_must_fit() -> None:
    assert found("anna b") == ["ab"]
    assert found("berg anna") == ["ab"]
    assert found("anna ugglas") == []


def test_the_party_is_not_searched() -> None:
    assert found("mp") == []


def test_equal_fits_come_in_swedish_order() -> None:
    names = [("1", "Bo Öst"), ("2", "Bo Åker"), ("3", "Bo Zorn"), ("4", "Bo Ärlig")]
    assert [match.key for match in match_names("bo", names)] == ["3", "2", "4", "1"]


def test_a_decomposed_query_and_a_decomposed_name_match() -> None:
    query = unicodedata.normalize("NFD", "Åke")
    names = {"x": unicodedata.normalize("NFD", "Bo Åkesson")}
    assert match_names(query, names) == match_names("åke", {"x": "Bo Åkesson"})
    assert len(match_names("åke", names)) == 1


def test_a_better_fit_has_a_higher_score() -> None:
    first, second, third = match_names("ak", NAMES)
    assert first.score > second.score > third.score
    assert isinstance(first, Match)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Åkesson", "akesson"), ("ÄÖÉÜ", "aoeu"), ("Æbelø", "abelo"), ("Straße", "strasse")],
)
def test_folding_takes_swedish_letters_to_plain_ones(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzåäöé", min_size=1, max_size=12)


@given(LETTERS, LETTERS, st.data())
def test_any_start_of_a_surname_finds_its_owner_folded_or_not(
    first: str, last: str, data: st.DataObject
) -> None:
    start = last[: data.draw(st.integers(1, len(last)))]
    names = {"sig": f"{first.capitalize()} {last.capitalize()}"}
    assert match_names(start, names)
    assert match_names(fold(start), names)
