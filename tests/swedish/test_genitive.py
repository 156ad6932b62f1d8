"""Genitive of names: Språkrådet's rules as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.genitive import genitive, joint_genitive


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


def test_joint_owners_inflect_the_last_name_only() -> None:
    assert joint_genitive(["Anna Berg", "Bo Ek"], joint=True) == "Anna Berg och Bo Eks"


def test_separate_owners_inflect_each_name() -> None:
    assert joint_genitive(["Anna Berg", "Bo Ek"], joint=False) == "Anna Bergs och Bo Eks"


def test_three_joint_owners_are_a_list_with_one_genitive() -> None:
    names = ["Anna Berg (M)", "Bo Ek (S)", "Cia Dahl (V)"]
    assert joint_genitive(names, joint=True) == "Anna Berg (M), Bo Ek (S) och Cia Dahls (V)"


@pytest.mark.parametrize("joint", [True, False])
def test_one_owner_is_a_plain_genitive_and_none_is_empty(joint: bool) -> None:
    assert joint_genitive(["Bo Ek"], joint=joint) == "Bo Eks"
    assert joint_genitive([], joint=joint) == ""
