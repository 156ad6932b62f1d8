"""Own words after a sentence: they follow it, are quoted in it, or stand after it."""

from __future__ import annotations

from typing import Any

import pytest

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import DeltarInte, Reservation
from protokoll_tui.rendering import decision_text, load_style, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    aktor,
    eget,
    huvud,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)


def said(p: Paragraf, id: str, stil: str = "standard") -> str:
    return sentence_for(mote(p), id, KOMMUN, load_style(stil)).replace(NBSP, " ")


def decided(p: Paragraf, stil: str = "standard") -> str:
    return decision_text(mote(p), p, svar(AVSLAG, "f-h"), KOMMUN, load_style(stil))


def moved(ord: str) -> Paragraf:
    return paragraf(
        forslag=(huvud(),), yrkande=(yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord=ord)),)
    )


AVSLAG_SATS = "Anna Berg (M) yrkar avslag på arbetsutskottets förslag"
ORD = [
    ("eftersom det är för dyrt", " eftersom det är för dyrt."),
    ("eftersom det är för dyrt.", " eftersom det är för dyrt."),
    ("av kostnadsskäl m.m.", " av kostnadsskäl m.m."),
    ("det är för dyrt", ", med motiveringen ”det är för dyrt”."),
    ("det är för dyrt.", ", med motiveringen ”det är för dyrt”."),
    ("för dyrt", ", med motiveringen ”för dyrt”."),
    ("Det är för dyrt", ". Det är för dyrt."),
    ("Det är för dyrt. Vi vill vänta!", ". Det är för dyrt. Vi vill vänta!"),
]


@pytest.mark.parametrize(("ord", "rest"), ORD)
def test_own_words_are_joined_to_a_yrkande_by_how_they_begin(ord: str, rest: str) -> None:
    assert said(moved(ord), "y-1") == AVSLAG_SATS + rest


@pytest.mark.parametrize(("ord", "rest"), ORD)
def test_the_decision_takes_the_reason_over_in_the_same_way(ord: str, rest: str) -> None:
    assert decided(moved(ord)) == "Kommunstyrelsen avslår arbetsutskottets förslag" + rest


def test_a_style_quotes_with_its_own_marks() -> None:
    assert said(moved("det är dyrt"), "y-1", "nacka") == (
        'Anna Berg (M) yrkade att kommunstyrelsen avslår förslaget, med motiveringen "det är dyrt".'
    )


def test_words_in_the_middle_are_closed_before_the_next_stand() -> None:
    own = eget("f-n", ForslagSlag.TILLAGG, "ab", "Planen följs upp.")
    p = paragraf(
        forslag=(huvud(), own),
        yrkande=(
            yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord="det är dyrt."), stand(BIFALL, "f-n")),
        ),
    )
    assert said(p, "y-1") == (
        f"{AVSLAG_SATS}, med motiveringen ”det är dyrt”, och att beslutet får detta tillägg: "
        "”Planen följs upp.”"
    )


def test_a_sentence_of_its_own_stands_before_those_who_join() -> None:
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord="Det är dyrt"), instammer="cd"),),
    )
    assert said(p, "y-1") == f"{AVSLAG_SATS}. Det är dyrt. Cia Dahl (S) instämmer i yrkandet."


FORMELLA = [
    (
        ForslagSlag.ATERREMISS,
        "att ärendet återremitteras till nämnden",
        "Kommunstyrelsen återremitterar ärendet till nämnden",
    ),
    (
        ForslagSlag.REMISS,
        "att ärendet remitteras till nämnden för yttrande",
        "Kommunstyrelsen remitterar ärendet till nämnden för yttrande",
    ),
    (ForslagSlag.BORDLAGGNING, "att ärendet bordläggs", "Kommunstyrelsen bordlägger ärendet"),
]
MOTIV = [
    ("eftersom kostnaden är hög", *[" eftersom kostnaden är hög."] * 2),
    ("med hänvisning till kostnaden.", *[" med hänvisning till kostnaden."] * 2),
    ("Kostnaden är hög.", ". Kostnaden är hög.", ". Motivering: Kostnaden är hög."),
    (
        "kostnaden är hög",
        ", med motiveringen ”kostnaden är hög”.",
        ". Motivering: kostnaden är hög.",
    ),
    (
        "att kostnaden utreds",
        ", med motiveringen ”att kostnaden utreds”.",
        ". Motivering: att kostnaden utreds.",
    ),
]


def formal(slag: ForslagSlag, ord: str) -> Paragraf:
    to = "" if slag is ForslagSlag.BORDLAGGNING else "nämnden"
    return paragraf(
        forslag=(eget("f-x", slag, "ab", mottagare=to, motivering=ord),),
        yrkande=(yrkande("y-1", "ab", stand(BIFALL, "f-x")),),
    )


def formally_decided(p: Paragraf) -> str:
    return decision_text(mote(p), p, svar(BIFALL, "f-x"), KOMMUN, load_style("standard"))


@pytest.mark.parametrize(("slag", "krav", "beslut"), FORMELLA)
@pytest.mark.parametrize(("ord", "rest", "motiv"), MOTIV)
def test_the_reason_of_a_formal_yrkande_is_joined_to_it_and_given_in_the_decision(
    slag: ForslagSlag, krav: str, beslut: str, ord: str, rest: str, motiv: str
) -> None:
    p = formal(slag, ord)
    assert said(p, "y-1") == f"Anna Berg (M) yrkar {krav}{rest}"
    put_off = slag is ForslagSlag.BORDLAGGNING
    assert formally_decided(p) == beslut + ("." if put_off else motiv)


def test_a_purpose_stands_for_the_opinion_that_a_remiss_asks_for() -> None:
    p = formal(ForslagSlag.REMISS, "för att kostnaden ska beräknas")
    rest = "till nämnden för att kostnaden ska beräknas."
    assert said(p, "y-1") == f"Anna Berg (M) yrkar att ärendet remitteras {rest}"
    assert formally_decided(p) == f"Kommunstyrelsen remitterar ärendet {rest}"


def test_a_reason_in_several_paragraphs_stands_below_the_decision() -> None:
    p = formal(ForslagSlag.ATERREMISS, "Det är dyrt.\n\nNämnden ska:\n\n- räkna\n- svara")
    assert formally_decided(p) == (
        "Kommunstyrelsen återremitterar ärendet till nämnden. Motivering:\n\nDet är dyrt.\n\n"
        "Nämnden ska:\n\n- räkna\n- svara"
    )


def test_taking_no_part_may_have_a_reason_that_is_no_condition() -> None:
    p = paragraf(deltar_inte=(DeltarInte(id="d-1", av=(aktor("bo"),), villkor="jag är kund"),))
    expected = "inte i beslutet, med motiveringen ”jag är kund”."
    assert said(p, "d-1") == f"Bo Ek (-) deltar {expected}"


def reserved(text: str, **kw: Any) -> str:
    r = Reservation(id="r-1", av=(aktor("hp"),), text=text, **kw)
    return said(paragraf(yrkande=moved("").yrkande, reservation=(r,)), "r-1")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("eftersom kostnaden är hög", " eftersom kostnaden är hög."),
        ("eftersom kostnaden är hög.", " eftersom kostnaden är hög."),
        ("kostnaden är hög", ". Reservationen lyder: ”kostnaden är hög”."),
        ("Kostnaden är hög.", ". Reservationen lyder: ”Kostnaden är hög.”"),
    ],
)
def test_a_reservation_goes_on_with_its_reason_where_it_can(text: str, rest: str) -> None:
    assert reserved(text) == f"Hans Peters (C) reserverar sig mot beslutet{rest}"


def test_a_reservation_for_a_yrkande_goes_on_after_it() -> None:
    assert reserved("eftersom kostnaden är hög", till_forman=("y-1",)) == (
        "Hans Peters (C) reserverar sig mot beslutet till förmån för Anna Bergs yrkande "
        "eftersom kostnaden är hög."
    )


def test_what_a_reservation_is_in_favour_of_is_not_said_twice() -> None:
    assert reserved("till förmån för Annas yrkande", till_forman=("y-1",)) == (
        "Hans Peters (C) reserverar sig mot beslutet till förmån för Annas yrkande."
    )


def test_a_reservation_in_several_paragraphs_is_quoted() -> None:
    assert reserved("eftersom det är dyrt.\n\nDet är också sent.").startswith(
        "Hans Peters (C) reserverar sig mot beslutet. Reservationen lyder:\n\n”eftersom"
    )
