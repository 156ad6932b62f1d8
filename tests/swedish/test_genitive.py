"""Genitive of names: Språkrådet's rules as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish import genitive, list_genitive


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Berg", "Anna Bergs"),
        ("André", "Andrés"),
        ("Ikea", "Ikeas"),
        ("ordföranden", "ordförandens"),
        ("kommunstyrelsens arbetsutskott", "kommunstyrelsens arbetsutskotts"),
    ],
)
def test_a_name_takes_s(name: str, expected: str) -> None:
    assert genitive(name) == expected


@pytest.mark.parametrize("name", ["Hans Peters", "Max", "Inez", "Jonas", "Beatrix"])
def test_a_name_in_s_x_or_z_is_unchanged(name: str) -> None:
    assert genitive(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [("SKR", "SKR:s"), ("SKL", "SKL:s"), ("S", "S:s"), ("KS", "KS:s"), ("Grupp 2", "Grupp 2:s")],
)
def test_an_initialism_or_figure_takes_a_colon(name: str, expected: str) -> None:
    assert genitive(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mats Ek (M)", "Mats Eks (M)"),
        ("Hans Peters (S)", "Hans Peters (S)"),
        ("Eva Falk (-)", "Eva Falks (-)"),
    ],
)
def test_the_party_bracket_stays_after_the_genitive(name: str, expected: str) -> None:
    assert genitive(name) == expected


def test_an_empty_name_stays_empty() -> None:
    assert genitive("") == ""


@given(st.text())
def test_genitive_never_adds_an_apostrophe(name: str) -> None:
    marks = "'’`´"
    assert sum(genitive(name).count(mark) for mark in marks) <= sum(map(name.count, marks))


def test_every_owner_of_a_list_is_inflected() -> None:
    assert list_genitive(["Anna Berg", "Bo Ek"]) == "Anna Bergs och Bo Eks"


def test_every_party_stays_after_its_owner() -> None:
    names = ["Anna Berg (M)", "Hans Peters (S)", "Cia Dahl (V)"]
    assert list_genitive(names) == "Anna Bergs (M), Hans Peters (S) och Cia Dahls (V)"


def test_one_owner_is_a_plain_genitive_and_none_is_empty() -> None:
    assert list_genitive(["Bo Ek"]) == "Bo Eks"
    assert list_genitive([]) == ""
