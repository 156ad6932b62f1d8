"""In a style that tells of the meeting in the past, what was moved is told in the past too."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.rendering import load_style, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import BIFALL, KOMMUN, eget, huvud, mal, mote, paragraf, stand, yrkande

YRKAT = [
    (
        eget("f-1", ForslagSlag.ANDRING, "ab", "Den ses över.", mot=mal("f-h", 2)),
        'att punkt 2 skulle lyda: "Den ses över."',
    ),
    (
        eget("f-1", ForslagSlag.ANDRING, "ab", "Den ses över.", mot=mal("f-h")),
        'att förslaget skulle lyda: "Den ses över."',
    ),
    (
        eget("f-1", ForslagSlag.TILLAGG, "ab", "Den ses över."),
        'att beslutet skulle få detta tillägg: "Den ses över."',
    ),
    (
        eget("f-1", ForslagSlag.ALTERNATIV, "ab", "Den ses över."),
        'att kommunstyrelsen i stället skulle besluta följande: "Den ses över."',
    ),
    (
        eget("f-1", ForslagSlag.ALTERNATIV, "ab", "Motionen anses besvarad."),
        "att motionen skulle anses besvarad.",
    ),
]


@pytest.mark.parametrize(("forslag", "words"), YRKAT)
def test_nacka_tells_new_words_in_the_past(forslag: Forslag, words: str) -> None:
    p = paragraf(
        forslag=(huvud("1. Policyn antas.\n2. Den trycks."), forslag),
        yrkande=(yrkande("y-1", "ab", stand(BIFALL, "f-1")),),
    )
    said = sentence_for(mote(p), "y-1", KOMMUN, load_style("nacka")).replace(NBSP, " ")
    assert said == f"Anna Berg (M) yrkade {words}"
