"""Who chairs a §: by its own records, or by one that runs from before (R225)."""

from __future__ import annotations

from datetime import time

import pytest

from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.ordforande import chairs, presided, presides


def held(vem: str, fran: time | None = None, till: time | None = None, to: str = "") -> object:
    return Ordforandeskap(id=f"o-{vem}", vem=vem, fran=fran, till=till, till_paragraf=to)


def meeting(*rows: tuple[object, ...]) -> Sammantrade:
    items = tuple(
        Paragraf(id=f"p-{n}", nr=n, ordforandeskap=row)  # type: ignore[arg-type]
        for n, row in enumerate(rows, 1)
    )
    return Sammantrade(ordforande="ab", paragraf=items)


AT, LATER = time(14), time(15)


@pytest.mark.parametrize(
    ("row", "everyone", "last"),
    [
        ((), ("ab",), "ab"),
        ((held("cd"),), ("cd",), "cd"),
        ((held("cd", AT),), ("ab", "cd"), "cd"),
        ((held("cd", AT, LATER),), ("ab", "cd"), "ab"),
        ((held("cd", AT), held("ef", LATER)), ("ab", "cd", "ef"), "ef"),
        ((held("ef", LATER), held("cd", AT)), ("ab", "ef", "cd"), "ef"),
        ((held("cd"), held("ab", LATER)), ("cd", "ab"), "ab"),
    ],
)
def test_who_chairs_is_read_from_the_times(
    row: tuple[object, ...], everyone: tuple[str, ...], last: str
) -> None:
    state = meeting(row)
    assert presided(state, state.paragraf[0]) == everyone
    assert presides(state, state.paragraf[0]) == last


def test_a_chair_runs_to_and_with_its_last_paragraf() -> None:
    state = meeting((), (held("cd", AT, to="p-3"),), (), ())
    assert [presides(state, p) for p in state.paragraf] == ["ab", "cd", "cd", "ab"]
    assert [presided(state, p) for p in state.paragraf] == [("ab",), ("ab", "cd"), ("cd",), ("ab",)]
    assert [len(chairs(state, p)) for p in state.paragraf] == [0, 1, 1, 0]


def test_one_who_takes_the_chair_for_a_paragraf_gives_it_back() -> None:
    state = meeting((held("cd", to="p-3"),), (held("ef"),), ())
    assert [presides(state, p) for p in state.paragraf] == ["cd", "ef", "cd"]


def test_an_end_that_is_not_there_holds_for_its_own_paragraf_alone() -> None:
    state = meeting((held("cd", to="p-99"),), ())
    assert [presides(state, p) for p in state.paragraf] == ["cd", "ab"]
