"""Why somebody came, left or lost the connection: it happened to them, nobody gave a motivering."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from protokoll_tui.domain.narvaro import Fas, Rorelse
from protokoll_tui.domain.narvaro import RorelseSlag as SL
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.rendering import load_style, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.narvaroexempel import KOMMUN, aktorer, i_mitten, rorelse, tj

STILAR = ("standard", "nacka", "goteborg")


def told(*rorelser: Rorelse, stil: str = "standard", **kw: Any) -> str:
    state = i_mitten(rorelse=rorelser, **kw)
    return sentence_for(state, "i-1", KOMMUN, load_style(stil)).replace(NBSP, " ")


def gone(skal: str, slag: SL = SL.GAR, *tjanst: Any, **kw: Any) -> Rorelse:
    base: dict[str, Any] = {"fas": Fas.UNDER, "tid": time(14, 10), "skal": skal}
    return rorelse(slag, "ef", *tjanst, **(base | kw))


SAKER = [
    (gone("akut sjuk"), "Eva Falk (V) lämnar sammanträdet kl. 14.10, före beslutet (akut sjuk)."),
    (gone("akut sjuk."), "Eva Falk (V) lämnar sammanträdet kl. 14.10, före beslutet (akut sjuk)."),
    (
        gone("annat möte", till="p-120"),
        "Eva Falk (V) lämnar sammanträdet kl. 14.10, före beslutet, och återkommer efter § 120 "
        "(annat möte).",
    ),
    (
        gone("akut sjuk", SL.GAR, tj("ul", "ef")),
        "Eva Falk (V) lämnar sammanträdet kl. 14.10, före beslutet (akut sjuk). Ulla Lind (V) "
        "tjänstgör i stället för Eva Falk.",
    ),
    (
        gone("försenat tåg", SL.KOMMER, fas=Fas.FORE),
        "Eva Falk (V) återkommer kl. 14.10, efter § 117 (försenat tåg).",
    ),
    (
        gone("strömavbrott", SL.TAPPAR),
        "Eva Falk (V) förlorar anslutningen kl. 14.10, före beslutet (strömavbrott).",
    ),
    (
        gone("akut sjuk", SL.UTEBLIR),
        "Eva Falk (V) är inte närvarande när sammanträdet fortsätter (akut sjuk).",
    ),
    (gone("==sjuk==", tid=None), "Eva Falk (V) lämnar sammanträdet före beslutet (==sjuk==)."),
    (gone("==x", tid=None), "Eva Falk (V) lämnar sammanträdet före beslutet (==x)."),
]


@pytest.mark.parametrize(("moved", "words"), SAKER)
def test_a_reason_stands_in_brackets_at_the_end_of_the_sentence(moved: Rorelse, words: str) -> None:
    assert told(moved) == words


@pytest.mark.parametrize("stil", STILAR)
def test_no_style_says_that_anybody_gave_a_reason_for_falling_ill(stil: str) -> None:
    made = told(gone("akut sjuk"), stil=stil)
    assert made.endswith("sammanträdet kl. 14.10, före beslutet (akut sjuk).")


@pytest.mark.parametrize(
    ("skal", "rest"),
    [
        ("på grund av sjukdom", ", på grund av sjukdom."),
        ("för att hinna med tåget", ", för att hinna med tåget."),
        ("eftersom hon är sjuk", ", eftersom hon är sjuk."),
        ("då hon är sjuk", ", då hon är sjuk."),
        ("Hon är sjuk", ". Hon är sjuk."),
    ],
)
def test_words_that_go_on_with_the_sentence_or_are_one_do_so(skal: str, rest: str) -> None:
    assert told(gone(skal)) == f"Eva Falk (V) lämnar sammanträdet kl. 14.10, före beslutet{rest}"


@pytest.mark.parametrize(
    ("skal", "rest"),
    [
        ("eftersom hon stör ordningen", ", eftersom hon stör ordningen."),
        ("stör ordningen", ", med motiveringen ”stör ordningen”."),
    ],
)
def test_the_chair_gives_a_reason_for_sending_somebody_out(skal: str, rest: str) -> None:
    sent = gone(skal, SL.VISAS_UT, till="p-120")
    assert told(sent) == (
        f"Ordföranden visar ut Eva Falk (V) kl. 14.10, före beslutet{rest} Eva Falk återkommer "
        "efter § 120."
    )


def test_who_is_challenged_has_given_a_reason() -> None:
    jav = Jav(id="i-1", av=aktorer("ef"), skal="granne med sökanden")
    assert told(jav=(jav,)).endswith(", med motiveringen ”granne med sökanden”.")
