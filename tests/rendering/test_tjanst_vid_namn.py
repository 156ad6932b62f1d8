"""Names with what somebody serves as before them, where a style asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.narvaro import Fas
from protokoll_tui.domain.narvaro import RorelseSlag as SL
from protokoll_tui.domain.paragraf import Ordforandeskap
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande
from protokoll_tui.rendering import (
    Stil,
    block_text,
    load_style,
    render_extract,
    render_sections,
    sentence_for,
)
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.narvaroexempel import KOMMUN, aktorer, mote, p, rorelse, tj

GOTEBORG = load_style("goteborg")
HUVUD = Forslag(id="f-h", fran=None, text="Planen antas.")
TVA = (tj("ab"), tj("cd"), tj("ef"), tj("nk", "hp"), tj("pö", "bo"))


def yrkat(av: str, instammer: str = "", **kw: object) -> Sammantrade:
    motion = Yrkande(
        id="y-1",
        av=aktorer(av),
        stallning=(Stallning(verkan=Verkan.AVSLAG, pa=Mal(pa="f-h")),),
        instammer=tuple(Instammande(vem=a) for a in aktorer(instammer)),
    )
    return replace(mote(p(118, forslag=(HUVUD,), yrkande=(motion,), **kw)), tjanstgor=TVA)


def said(state: Sammantrade, id: str = "y-1", stil: Stil = GOTEBORG) -> str:
    return sentence_for(state, id, KOMMUN, stil).replace(NBSP, " ")


NAMN = [
    ("cd", "Cia Dahl (S)"),
    ("nk", "Tjänstgörande ersättaren Nina Ek (M)"),
    ("cd nk", "Cia Dahl (S) och tjänstgörande ersättaren Nina Ek (M)"),
    ("nk cd", "Tjänstgörande ersättaren Nina Ek (M) och Cia Dahl (S)"),
    ("nk pö", "Tjänstgörande ersättarna Nina Ek (M) och Per Ö (S)"),
    ("cd ef nk", "Cia Dahl (S), Eva Falk (V) och tjänstgörande ersättaren Nina Ek (M)"),
    (
        "cd ef nk pö",
        "Cia Dahl (S), Eva Falk (V) samt tjänstgörande ersättarna Nina Ek (M) och Per Ö (S)",
    ),
    (
        "cd nk pö ab",
        "Cia Dahl (S), tjänstgörande ersättarna Nina Ek (M) och Per Ö (S) samt ordföranden "
        "Anna Berg (M)",
    ),
    ("nk ab", "Tjänstgörande ersättaren Nina Ek (M) och ordföranden Anna Berg (M)"),
    (
        "nk cd pö",
        "Tjänstgörande ersättaren Nina Ek (M), Cia Dahl (S) och tjänstgörande ersättaren Per Ö (S)",
    ),
    ("ab", "Ordföranden Anna Berg (M)"),
    ("ul", "Ulla Lind (V)"),
]


@pytest.mark.parametrize(("av", "names"), NAMN)
def test_a_mover_is_named_as_what_he_serves_as(av: str, names: str) -> None:
    assert said(yrkat(av)) == f"{names} yrkar avslag på förslaget."


@pytest.mark.parametrize("av", [av for av, _ in NAMN])
def test_the_other_styles_name_persons_alone(av: str) -> None:
    for name in ("standard", "nacka"):
        assert "jänstgörande" not in said(yrkat(av), stil=load_style(name))


def test_a_title_begins_the_second_sentence_with_a_capital() -> None:
    assert said(yrkat("cd", "nk")) == (
        "Cia Dahl (S) yrkar avslag på förslaget. Tjänstgörande ersättaren Nina Ek (M) instämmer i "
        "yrkandet."
    )


def test_who_chairs_in_the_place_of_another_is_named_so() -> None:
    whole = (Ordforandeskap(id="o-1", vem="cd"),)
    assert said(yrkat("cd", ordforandeskap=whole)).startswith(
        "Tjänstgörande ordföranden Cia Dahl (S) yrkar"
    )
    assert said(yrkat("ab", ordforandeskap=whole)).startswith("Anna Berg (M) yrkar")


def test_who_chairs_from_an_earlier_paragraf_is_named_so() -> None:
    held = Ordforandeskap(id="o-1", vem="cd", till_paragraf="p-118")
    state = yrkat("cd")
    state = replace(state, paragraf=(p(117, ordforandeskap=(held,)), *state.paragraf))
    assert said(state).startswith("Tjänstgörande ordföranden Cia Dahl (S)")


def test_who_steps_in_at_jav_is_named_as_an_ersattare() -> None:
    jav = (Jav(id="j-1", av=aktorer("ef"), punkter=(2,), tjanst=(tj("ul", "ef"),)),)
    assert said(yrkat("ul", jav=jav)).startswith("Tjänstgörande ersättaren Ulla Lind (V)")


def test_who_served_before_the_decision_is_named_as_an_ersattare() -> None:
    comes = (rorelse(SL.KOMMER, "hp", tj("hp"), fas=Fas.UNDER),)
    assert said(yrkat("nk", rorelse=comes)).startswith("Tjänstgörande ersättaren Nina Ek (M)")
    assert said(yrkat("hp", rorelse=comes)).startswith("Hans Peters (C)")


def test_reservations_and_those_who_take_no_part_are_named_so_too() -> None:
    state = yrkat(
        "nk",
        reservation=(Reservation(id="r-1", av=aktorer("cd nk"), till_forman=("y-1",)),),
        deltar_inte=(DeltarInte(id="d-1", av=aktorer("nk pö")),),
    )
    assert said(state, "r-1") == (
        "Cia Dahl (S) och tjänstgörande ersättaren Nina Ek (M) reserverar sig mot beslutet till "
        "förmån för Nina Eks yrkande."
    )
    assert said(state, "d-1") == (
        "Tjänstgörande ersättarna Nina Ek (M) och Per Ö (S) deltar inte i beslutet."
    )


def test_a_decision_says_whose_proposal_it_follows() -> None:
    forslag = Forslag(id="f-b", slag=ForslagSlag.BORDLAGGNING, fran=aktorer("nk")[0])
    led = Led(id="b-1", text="Ärendet bordläggs.", enligt=(Mal(pa="f-b"),))
    state = replace(mote(p(118, forslag=(forslag,), beslut=(led,))), tjanstgor=TVA)
    made = render_sections(state, "p-118", KOMMUN, GOTEBORG)
    texts = [block_text(b) for b in made.blocks]
    assert texts[1:4] == [
        "Beslut",
        "På förslag av tjänstgörande ersättaren Nina Ek (M):",
        "Ärendet bordläggs.",
    ]
    assert sentence_for(state, "b-1", KOMMUN, GOTEBORG) == "Ärendet bordläggs."


def test_movements_and_jav_name_persons_alone() -> None:
    state = yrkat(
        "cd",
        rorelse=(rorelse(SL.GAR, "nk", tj("ul", "hp"), fas=Fas.UNDER),),
        jav=(Jav(id="j-1", av=aktorer("ab ef"), tjanst=(tj("ingen", "ef"),)),),
    )
    assert said(state, "i-1").startswith("Nina Ek (M) lämnar sammanträdet före beslutet.")
    assert said(state, "j-1") == (
        "Anna Berg (M) och Eva Falk (V) deltar inte i handläggningen av ärendet på grund av jäv. "
        "Eva Falks plats är tom när ärendet behandlas."
    )


def test_the_words_before_a_name_belong_to_the_style() -> None:
    own = replace(
        GOTEBORG, text=dict(GOTEBORG.text) | {"tjanst_ersattare": "ers.", "tjanst_vice": "v. ordf."}
    )
    assert said(yrkat("cd nk"), stil=own).startswith("Cia Dahl (S) och ers. Nina Ek (M) yrkar")


def test_words_that_somebody_wrote_keep_their_letters() -> None:
    words = "tjänstgörande ersättaren var sen"
    state = yrkat("cd")
    decided = replace(state.paragraf[0], beslut=(Led(id="b-1", text=f"Sent. {words}"),))
    made = render_extract(replace(state, paragraf=(decided,)), "p-118", KOMMUN, GOTEBORG)
    assert f"Sent. {words}" in [block_text(b) for b in made.blocks]


def test_the_javiga_of_another_organ_stand_as_ledamoter_and_ersattare() -> None:
    def told(av: str) -> str:
        jav = Jav(id="j-1", av=aktorer(av), uppdrag="ks")
        return said(mote(p(118, jav=(jav,)), organ="kf"), "j-1")

    rest = "deltar inte i handläggningen av ärendet på grund av jäv."
    assert told("ab cd ef nk pö") == (
        "Ledamöterna Anna Berg (M), Cia Dahl (S), Eva Falk (V) och ersättarna Nina Ek (M) och "
        f"Per Ö (S) i kommunstyrelsen {rest}"
    )
    assert told("ab nk") == (
        f"Ledamoten Anna Berg (M) och ersättaren Nina Ek (M) i kommunstyrelsen {rest}"
    )
    assert told("ab cd") == f"Ledamöterna i kommunstyrelsen Anna Berg (M) och Cia Dahl (S) {rest}"
    assert told("nk pö") == f"Ersättarna i kommunstyrelsen Nina Ek (M) och Per Ö (S) {rest}"
    assert told("ab") == f"Anna Berg (M) {rest}"


@pytest.mark.parametrize(
    ("changes", "whose"),
    [
        ({}, "Cia Dahls (S) plats"),
        ({"parti_i_genitiv": False}, "Cia Dahls plats"),
        ({"parti": "komma"}, "Cia Dahls plats"),
        ({"parti_gemener": True}, "Cia Dahls (s) plats"),
    ],
)
def test_the_party_in_a_genitive_is_as_the_style_says(
    changes: dict[str, object], whose: str
) -> None:
    stil = replace(load_style("standard"), **changes)  # type: ignore[arg-type]
    state = mote(p(117), p(118, rorelse=(rorelse(SL.BYTER, "", tj("ingen", "cd")),)))
    assert said(state, "i-1", stil) == f"{whose} är tom från och med § 118."


def test_two_of_the_same_name_keep_their_party_in_every_form() -> None:
    twin = replace(KOMMUN.person[0], sig="zz", namn="Cia Dahl", parti="KD")
    kommun = replace(KOMMUN, person=(*KOMMUN.person, twin))
    state = mote(p(117), p(118, rorelse=(rorelse(SL.BYTER, "", tj("ingen", "cd")),)))
    made = sentence_for(state, "i-1", kommun, GOTEBORG).replace(NBSP, " ")
    assert made == "Cia Dahls (S) plats är tom från och med § 118."
