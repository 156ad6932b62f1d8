"""Who steps in for somebody who is jävig, and from where (R48, R198)."""

from __future__ import annotations

import pytest

from protokoll_tui.procedure.jav import stand_in_for, stand_ins
from tests.procedure.rum import item, jav

P = item(1, jav("ab cd", "rh>ab ingen>cd"), jav("ef", "lg>ef", 2), jav("aw", ""))


@pytest.mark.parametrize(
    ("sig", "seat", "vem"),
    [
        pytest.param("ab", "ab", "rh", id="somebody does"),
        pytest.param("cd", "cd", "", id="nobody was in turn"),
        pytest.param("aw", "aw", "", id="nobody is recorded"),
        pytest.param("ef", "ef", "", id="at a point alone"),
        pytest.param("kå", "kå", "", id="who is not jävig"),
        pytest.param("kå", "ab", "", id="who is not jävig has nobody on another seat"),
        pytest.param("ab", "cd", "", id="not on that seat"),
    ],
)
def test_who_serves_on_the_seat_of_one_who_is_javig(sig: str, seat: str, vem: str) -> None:
    assert stand_in_for(P, sig, seat) == vem


def test_those_who_step_in_are_told_of_all_records_but_one() -> None:
    assert stand_ins(P) == {"rh", "ingen", "lg"}
    assert stand_ins(P, "j-ef") == {"rh", "ingen"}
