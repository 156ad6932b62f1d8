"""Items without a huvudförslag: yrkanden against each other, and avslag on them all (R98, R100)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Metod, Propositionsordning, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import StegKod, Utfall, alternatives, next_step, outcomes
from protokoll_tui.procedure.alternativ import wishes
from protokoll_tui.procedure.forlopp import Praxis
from tests.procedure.builders import (
    AVSLAG,
    BIFALL,
    TILLAGG,
    avslag,
    bifall,
    forslag,
    fraga,
    item,
    stand,
    yrkar,
)

ETT, ANNAT = (forslag(id, ForslagSlag.ALTERNATIV) for id in "gh")
FOR_ETT, FOR_ANNAT = yrkar("c", stand(BIFALL, "g")), yrkar("d", stand(BIFALL, "h"))
INGET = yrkar("n", stand(AVSLAG, "g"), stand(AVSLAG, "h"))
INGETDERA = Svar(verkan=AVSLAG, pa=(Mal(pa="g"), Mal(pa="h")))
LIKA = Propositionsordning(id="o", lika=("g", "h"))


def moved(*yrkanden: Yrkande, **fields: object) -> Paragraf:
    return item(ETT, ANNAT, TILLAGG, *yrkanden, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paragraf", "answers"),
    [
        pytest.param(
            moved(INGET, FOR_ETT, FOR_ANNAT),
            (bifall("g"), bifall("h"), INGETDERA),
            id="avslag on all that is moved is one answer, and comes last",
        ),
        pytest.param(
            moved(FOR_ETT, yrkar("n", stand(AVSLAG, "g"), stand(AVSLAG, "t"))),
            (bifall("g"), avslag("g")),
            id="a tillägg is no proposal beside the one that it adds to",
        ),
        pytest.param(
            moved(FOR_ETT, yrkar("n", stand(AVSLAG, "h"))),
            (bifall("g"), avslag("h")),
            id="avslag on what nobody moves, such as the motion, is an answer",
        ),
        pytest.param(
            moved(FOR_ETT, FOR_ANNAT, yrkar("n", stand(AVSLAG, "g"))),
            (bifall("g"), bifall("h")),
            id="avslag on one of two is won when the other is",
        ),
        pytest.param(
            moved(FOR_ETT, yrkar("n", stand(BIFALL, "h"), stand(AVSLAG, "g"))),
            (bifall("g"), bifall("h")),
            id="who moves another is against the first by that",
        ),
        pytest.param(
            moved(
                FOR_ETT,
                yrkar(
                    "n",
                    stand(BIFALL, "h", hand=1),
                    stand(AVSLAG, "g", hand=2),
                    stand(AVSLAG, "h", hand=2),
                ),
            ),
            (bifall("g"), bifall("h"), INGETDERA),
            id="in second hand nothing",
        ),
        pytest.param(
            moved(
                FOR_ETT,
                FOR_ANNAT,
                yrkar("n", stand(AVSLAG, "g")),
                yrkar("m", stand(AVSLAG, "h"), av=INGET.av),
            ),
            (bifall("g"), bifall("h"), INGETDERA),
            id="laid as two yrkanden of the same mover",
        ),
        pytest.param(
            moved(FOR_ETT, FOR_ANNAT, yrkar("n", stand(AVSLAG, "g", 1), stand(AVSLAG, "h"))),
            (bifall("g"), bifall("h")),
            id="avslag on a point is not avslag on all",
        ),
        pytest.param(
            moved(FOR_ETT, FOR_ANNAT, yrkar("n", stand(AVSLAG, "h")), ordning=(LIKA,)),
            (Svar(pa=INGETDERA.pa), INGETDERA),
            id="of two with the same words both are meant",
        ),
    ],
)
def test_the_answers(paragraf: Paragraf, answers: tuple[Svar, ...]) -> None:
    assert alternatives(paragraf) == answers


def test_a_yrkande_asks_for_one_answer_where_it_is_against_all() -> None:
    mover = yrkar("n", stand(AVSLAG, "t"), *INGET.stallning)
    assert wishes(moved(FOR_ETT, FOR_ANNAT, mover), mover) == (avslag("t"), INGETDERA)
    assert wishes(moved(FOR_ETT, FOR_ANNAT), FOR_ETT) == (bifall("g"),)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (bifall("g"), [Utfall.BIFALLET, Utfall.FALLET, Utfall.AVSLAGET]),
        (bifall("h"), [Utfall.FALLET, Utfall.BIFALLET, Utfall.FALLET]),
        (INGETDERA, [Utfall.AVSLAGET, Utfall.AVSLAGET, Utfall.BIFALLET]),
    ],
)
def test_who_wants_neither_loses_when_one_wins(found: Svar, expected: list[Utfall]) -> None:
    put = fraga(bifall("g"), bifall("h"), INGETDERA, funnet=found)
    p = item(ETT, ANNAT, FOR_ETT, FOR_ANNAT, INGET, put)
    assert list(outcomes(p).values()) == expected
    assert next_step(p).kod is StegKod.BESLUT


def test_who_wants_neither_wins_when_each_falls_by_itself() -> None:
    praxis = Praxis(metod=Metod.VART_FOR_SIG)
    p = item(ETT, ANNAT, FOR_ETT, FOR_ANNAT, INGET)
    for n in range(2):
        step = next_step(p, praxis)
        step = next_step(replace(p, ordning=(Propositionsordning(id="o"),)), praxis)
        q = replace(fraga(*step.svar, funnet=step.svar[1]), id=f"q{n}", satt=step.satt)
        p = replace(p, fraga=(*p.fraga, q))
    assert next_step(p, praxis).kod is StegKod.BESLUT
    assert list(outcomes(p).values()) == [Utfall.AVSLAGET, Utfall.AVSLAGET, Utfall.BIFALLET]


def test_who_is_against_what_nobody_moves_wins_when_what_is_moved_falls_by_itself() -> None:
    praxis = Praxis(metod=Metod.VART_FOR_SIG)
    motion, eget = yrkar("m", stand(AVSLAG, "")), yrkar("n", stand(AVSLAG, "g"))
    put = replace(fraga(bifall("g"), avslag("g"), funnet=avslag("g")), satt=Satt.VART_FOR_SIG)
    p = item(ETT, motion, FOR_ETT, eget, put)
    assert next_step(p, praxis).kod is StegKod.BESLUT
    assert list(outcomes(p).values()) == [Utfall.BIFALLET, Utfall.AVSLAGET, Utfall.BIFALLET]
