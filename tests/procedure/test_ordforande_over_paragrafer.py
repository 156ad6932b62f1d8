"""Who chairs a §: by its own records, or by one that runs from before (R225)."""

from __future__ import annotations

from datetime import time

import pytest

from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.ordforande import chairs, chairs_from_before, presided, presides


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


FROM_BEFORE = Ordforandeskap(id="o-cd", vem="cd", fran=AT, till=None, till_paragraf="p-2")


def test_who_takes_the_chair_from_the_start_ends_one_that_runs() -> None:
    own = held("ef")
    state = meeting((FROM_BEFORE,), (own,))
    assert chairs(state, state.paragraf[1]) == (own,)


def test_one_that_runs_holds_from_the_start_until_another_takes_the_chair() -> None:
    own = held("ef", LATER)
    state = meeting((FROM_BEFORE,), (own,))
    runs = Ordforandeskap(id="o-cd", vem="cd")
    assert chairs(state, state.paragraf[1]) == (runs, own)


def test_nothing_that_was_recorded_runs_to_a_paragraf_that_is_not_in_the_meeting() -> None:
    state = meeting((FROM_BEFORE,), ())
    assert chairs_from_before(state, Paragraf(id="p-9")) is None
