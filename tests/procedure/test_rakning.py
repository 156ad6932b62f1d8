"""Counting a votering: which side has more, who was present, and what a third of them is."""

from __future__ import annotations

from typing import Any

import pytest

from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering
from protokoll_tui.procedure.rakning import (
    is_called,
    is_tie,
    marks,
    more,
    present,
    remainder,
    tally,
    third,
    two_thirds,
    votes_for,
    with_list,
)
from tests.procedure.builders import avslag, bifall, item

MARKS = {
    "j": Rostmarke.JA,
    "n": Rostmarke.NEJ,
    "a": Rostmarke.AVSTAR,
    "d": Rostmarke.DELTAR_INTE,
    "f": Rostmarke.FRANVARANDE,
    "t": Rostmarke.TOM_PLATS,
    ".": None,
}
JA, NEJ = bifall("f"), avslag("f")


def rows(letters: str) -> tuple[Rost, ...]:
    """One seat for each letter; a dot has not been called."""
    return tuple(Rost(plats=f"p{n}", rost=MARKS[mark]) for n, mark in enumerate(letters))


def vote(letters: str = "", **fields: Any) -> Votering:
    return Votering(id="v", ja=JA, nej=NEJ, rostlangd=rows(letters), **fields)


def counted(ja: int | None, nej: int | None, **more: Any) -> Votering:
    return vote(antal=Rostetal(ja=ja, nej=nej, **more))


def test_every_mark_has_a_count_of_its_own_r104() -> None:
    assert marks(rows("jjjjjjnnnnnaaaaddd" + "fft.")) == Rostetal(
        ja=6, nej=5, avstar=4, deltar_inte=3, franvarande=2, tomma=1
    )


@pytest.mark.parametrize(
    ("letters", "called", "left"),
    [
        pytest.param("jn", True, 0, id="called to the end"),
        pytest.param("j.n..", False, 3, id="three left"),
        pytest.param("..", False, 2, id="none called"),
        pytest.param("", False, 0, id="no list"),
    ],
)
def test_a_list_is_called_when_every_seat_has_its_mark(
    letters: str, called: bool, left: int
) -> None:
    assert (is_called(vote(letters)), remainder(vote(letters))) == (called, left)


@pytest.mark.parametrize(
    ("votering", "expected"),
    [
        pytest.param(vote("jjn"), (2, 1), id="a list called to the end"),
        pytest.param(vote("jj.", antal=Rostetal(ja=5, nej=4)), (5, 4), id="else as stated"),
        pytest.param(vote("jjn", antal=Rostetal(ja=5, nej=4)), (2, 1), id="the list goes first"),
        pytest.param(vote("jj."), None, id="not called to the end"),
        pytest.param(vote(), None, id="nothing stated"),
        pytest.param(counted(5, None), None, id="nej was never said"),
        pytest.param(counted(None, 5), None, id="ja was never said"),
        pytest.param(counted(5, 0), (5, 0), id="nobody is a number too"),
    ],
)
def test_the_count_is_that_of_the_list_or_as_stated(
    votering: Votering, expected: tuple[int, int] | None
) -> None:
    known = tally(votering)
    assert (known and (known.ja, known.nej)) == expected


@pytest.mark.parametrize(
    ("votering", "won", "tie"),
    [
        pytest.param(counted(7, 6), JA, False, id="ja has more"),
        pytest.param(counted(6, 7), NEJ, False, id="nej has more"),
        pytest.param(counted(6, 6), None, True, id="equal, R66"),
        pytest.param(counted(0, 1), NEJ, False, id="none for ja"),
        pytest.param(counted(1, 0), JA, False, id="none for nej"),
        pytest.param(counted(0, 0), None, True, id="nobody voted"),
        pytest.param(vote("j."), None, False, id="not counted"),
    ],
)
def test_the_side_with_more_wins_r65(votering: Votering, won: Svar | None, tie: bool) -> None:
    assert (more(votering), is_tie(votering)) == (won, tie)


@pytest.mark.parametrize(
    ("votering", "ja", "nej", "there"),
    [
        pytest.param(counted(7, 6, avstar=3, deltar_inte=2), 7, 6, 18, id="abstainers are there"),
        pytest.param(counted(7, 6, franvarande=3, tomma=2), 7, 6, 13, id="the absent are not"),
        pytest.param(counted(0, 6), 0, 6, 6, id="none for ja"),
        pytest.param(counted(6, 0), 6, 0, 6, id="none for nej"),
        pytest.param(vote("j."), 0, 0, 0, id="not counted"),
    ],
)
def test_who_was_there_and_how_many_voted_for_each_side_r69(
    votering: Votering, ja: int, nej: int, there: int
) -> None:
    assert (votes_for(votering, JA), votes_for(votering, NEJ), present(votering)) == (
        ja,
        nej,
        there,
    )
    assert votes_for(votering, bifall("g")) == 0


@pytest.mark.parametrize(
    ("of", "a_third", "twice"),
    [(0, 0, 0), (1, 1, 1), (3, 1, 2), (4, 2, 3), (60, 20, 40), (61, 21, 41), (62, 21, 42)],
)
def test_a_part_of_a_person_is_a_whole_one(of: int, a_third: int, twice: int) -> None:
    assert (third(of), two_thirds(of)) == (a_third, twice)


def test_a_votering_may_use_the_list_of_another_r97() -> None:
    own = Votering(id="w", ja=NEJ, nej=JA, lista="v", bilaga="5")
    first = vote("jjn", antal=Rostetal(ja=2, nej=1))
    p = item(Fraga(id="q", votering=(first,)), Fraga(id="r", votering=(own,)))
    used = with_list(p, own)
    assert (used.rostlangd, used.antal) == (first.rostlangd, first.antal)
    assert (used.id, used.ja, used.bilaga) == ("w", NEJ, "5")


@pytest.mark.parametrize("lista", ["", "gone", "w"])
def test_a_votering_without_another_list_is_as_it_stands(lista: str) -> None:
    own = vote("jn", lista=lista)
    assert with_list(item(Fraga(id="q", votering=(own,))), own) is own
    alone = Votering(id="w", lista="w", antal=Rostetal(ja=1, nej=2))
    other = Votering(id="w", rostlangd=rows("j"))
    assert with_list(item(Fraga(id="q", votering=(other,))), alone) is alone
