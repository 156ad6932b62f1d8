"""The order of the propositions: every answer that is put is said, avslag too (R93)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.rendering import load_style, render_sections, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import mote
from tests.rendering.ordningsfall import ORDNINGSFALL, said
from tests.rendering.rostexempel import KOMMUN, NEJ_H, A, H, question

AU = "arbetsutskottets förslag"
SAGT = [
    ("an order with avslag", f"först {AU}, därefter avslag på det och sist Anna Bergs yrkande"),
    (
        "an order with avslag last",
        f"först Anna Bergs yrkande, därefter {AU} och sist avslag på det",
    ),
    (
        "an order with avslag and tillägg",
        f"först {AU}, därefter avslag på det, sedan Anna Bergs yrkande, Eva Falks två "
        "tilläggsyrkanden och sist Bo Eks tilläggsyrkande",
    ),
    (
        "an order with avslag, in pairs",
        f"först {AU}, därefter avslag på det och sist Anna Bergs yrkande. Förslagen ställs mot "
        "varandra två och två",
    ),
    (
        "an order with avslag, one by one",
        f"först bifall till eller avslag på {AU}, därefter Anna Bergs yrkande och Eva Falks "
        "tilläggsyrkande. Förslagen prövas vart för sig",
    ),
    (
        "an order of bifall or avslag, and tillägg",
        f"först bifall till eller avslag på {AU}, därefter Eva Falks tilläggsyrkande och Bo Eks "
        "tilläggsyrkande",
    ),
    (
        "an order without avslag",
        f"först {AU}, därefter Anna Bergs yrkande och Eva Falks tilläggsyrkande",
    ),
    ("an order where the förslag is not named", "först Eva Falks två tilläggsyrkanden"),
    (
        "an order of which some was struck",
        f"först {AU}, därefter avslag på det och sist Anna Bergs yrkande",
    ),
    (
        "an order by points",
        f"först {AU}, därefter Hans Peters ändringsyrkande och sist avslag på punkt 1 i {AU}",
    ),
    (
        "an order without a huvudförslag",
        "först Anna Bergs yrkande, därefter avslag på det",
    ),
]


def told(p: Paragraf, stil: str = "standard") -> str:
    return sentence_for(mote(p), "o-1", KOMMUN, load_style(stil)).replace(NBSP, " ")


@pytest.mark.parametrize(("fall", "words"), SAGT)
def test_every_answer_is_said_in_its_place(fall: str, words: str) -> None:
    assert told(ORDNINGSFALL[fall][0]) == (
        f"Ordföranden redovisar beslutsgången: {words}. Kommunstyrelsen godkänner beslutsgången."
    )


def test_every_case_of_an_order_is_told_here() -> None:
    assert [fall for fall, _ in SAGT] == list(ORDNINGSFALL)


def test_what_was_struck_is_not_pointed_at_in_vain() -> None:
    p, _ = ORDNINGSFALL["an order of which some was struck"]
    made = render_sections(mote(p), "p-1", KOMMUN, load_style("standard"))
    assert not made.flaggor


def test_what_was_said_stands_when_the_questions_have_been_put() -> None:
    p = said("f-h", "f-a")
    put = replace(p, fraga=(question("q-1", H, NEJ_H, A, funnet=H),))
    assert told(put) == told(p)


def test_a_house_that_says_the_only_forslag_names_it_as_the_question_does() -> None:
    words = told(said("f-h", "f-a"), "nacka")
    assert f"först {AU}, därefter avslag på det och sist Anna Bergs yrkande" in words
