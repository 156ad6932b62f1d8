"""A written reservation reads as one, with its paper and without, in every style (R43)."""

from __future__ import annotations

from typing import Any

import pytest

from protokoll_tui.domain.handling import Handling
from protokoll_tui.domain.reservation import Reservation, ReservationForm
from protokoll_tui.rendering import load_style, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import BIFALL, KOMMUN, aktor, huvud, mote, paragraf, stand, yrkande

SKRIFTLIG, BILAGA = ReservationForm.SKRIFTLIG, ReservationForm.BILAGA
HANDLING = Handling(id="h-2", titel="Bilaga 2")


def said(stil: str = "standard", av: str = "ab", **kw: Any) -> str:
    fields: dict[str, Any] = {"form": SKRIFTLIG, "av": tuple(map(aktor, av.split()))}
    post = Reservation(id="r-1", **(fields | kw))
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(yrkande("y-1", "ab", stand(BIFALL, "f-h")),),
        handling=(HANDLING,),
        reservation=(post,),
    )
    return sentence_for(mote(p), "r-1", KOMMUN, load_style(stil)).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("stil", "words"),
    [
        ("standard", "Anna Berg reserverar sig mot beslutet och lämnar en skriftlig reservation."),
        ("nacka", "Anna Berg reserverade sig mot beslutet och lämnade en skriftlig reservation."),
        (
            "goteborg",
            "Ordföranden Anna Berg (M) reserverar sig mot beslutet och lämnar en skriftlig "
            "reservation.",
        ),
        ("lomma", "Anna Berg reserverar sig mot beslutet och lämnar en skriftlig reservation."),
    ],
)
def test_a_written_reservation_is_not_taken_for_an_oral_one(stil: str, words: str) -> None:
    assert said(stil) == words


@pytest.mark.parametrize("stil", ["standard", "nacka", "goteborg", "lomma"])
@pytest.mark.parametrize("form", [SKRIFTLIG, BILAGA])
def test_its_paper_is_named(stil: str, form: ReservationForm) -> None:
    text = said(stil, form=form, handling="h-2")
    assert text.endswith("mot beslutet. Reservationen finns i bilaga 2.")
    assert "skriftlig" not in text


@pytest.mark.parametrize(("handling", "words"), [("7", "bilaga 7"), ("Bilaga 7", "bilaga 7")])
def test_a_paper_known_by_its_number_alone_is_a_bilaga(handling: str, words: str) -> None:
    assert said(handling=handling).endswith(f"Reservationen finns i {words}.")


def test_for_whom_it_is_stands_before_how_it_was_given() -> None:
    assert said(till_forman=("y-1",)) == (
        "Anna Berg reserverar sig mot beslutet till förmån för sitt yrkande och lämnar en "
        "skriftlig reservation."
    )


def test_its_text_is_quoted_as_that_of_a_written_one() -> None:
    assert said(text="Vi vill vänta.").endswith(
        "mot beslutet. Den skriftliga reservationen lyder: ”Vi vill vänta.”"
    )


def test_a_reason_in_the_sentence_leaves_the_form_for_the_next() -> None:
    assert said(text="eftersom kostnaden är hög") == (
        "Anna Berg reserverar sig mot beslutet eftersom kostnaden är hög. Reservationen är "
        "skriftlig."
    )


def test_a_paper_that_is_not_named_is_a_paper_all_the_same() -> None:
    assert said(form=BILAGA).endswith("mot beslutet. Reservationen finns i en bilaga.")


def test_an_oral_one_says_nothing_of_its_form() -> None:
    assert said(form=ReservationForm.MUNTLIG) == "Anna Berg reserverar sig mot beslutet."
