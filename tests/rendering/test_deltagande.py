"""Who took part in a decision, told in the § where it differs from the upprop (R7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import Fas, Rorelse
from protokoll_tui.domain.narvaro import RorelseSlag as SL
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering import (
    Lista,
    Stycke,
    block_text,
    load_style,
    render_extract,
    render_sections,
    sentence_for,
)
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.narvaroexempel import KOMMUN, aktorer, helt, mote, p, rorelse, tj

STIL = replace(load_style("standard"), skillnad="uppropet")


def told(state: Sammantrade, id: str, stil: str = "standard", mot: str = "uppropet") -> str:
    """The line on who takes part, "" where there is none."""
    style = replace(load_style(stil), skillnad=mot)
    blocks = render_sections(state, id, KOMMUN, style, hemligt=True).blocks
    found = [b for b in blocks if isinstance(b, Stycke) and b.nyckel.startswith("narvaro:")]
    return block_text(found[0]).replace(NBSP, " ") if found else ""


def after(*row: Rorelse, last: Paragraf | None = None) -> Sammantrade:
    """§ 118 with movements, and § 119 where they have had their effect."""
    return mote(p(118, rorelse=row), last or p(119))


SKILLNAD = [
    (
        (rorelse(SL.GAR, "ab", tj("pö", "ab")),),
        "Per Ö (S) tjänstgör i stället för Anna Berg (M).",
    ),
    (
        (rorelse(SL.GAR, "ab", tj("pö", "ab")), rorelse(SL.GAR, "cd", tj("ul", "cd"), id="i-2")),
        "Per Ö (S) tjänstgör i stället för Anna Berg (M) och Ulla Lind (V) i stället för "
        "Cia Dahl (S).",
    ),
    (
        (rorelse(SL.GAR, "ab", tj("ingen", "ab")),),
        "Anna Berg (M) är frånvarande och platsen är tom.",
    ),
    (
        (rorelse(SL.GAR, "ab"), rorelse(SL.GAR, "bo", id="i-2")),
        "Anna Berg (M) och Bo Ek (-) är frånvarande och platserna är tomma.",
    ),
    ((rorelse(SL.GAR, "nk"),), "Hans Peters (C) plats är tom."),
    ((rorelse(SL.BYTER, "", tj("ingen", "cd")),), "Cia Dahls (S) plats är tom."),
    ((rorelse(SL.KOMMER, "hp", tj("hp")),), "Hans Peters (C) tjänstgör, men inte Nina Ek (M)."),
    (
        (rorelse(SL.KOMMER, "hp", tj("hp")), rorelse(SL.GAR, "ab", tj("nk", "ab"), id="i-2")),
        "Hans Peters (C) tjänstgör. Nina Ek (M) tjänstgör i stället för Anna Berg (M).",
    ),
    (
        (rorelse(SL.KOMMER, "ul", tj("ul", "vakant")),),
        "Ulla Lind (V) tjänstgör på en vakant plats.",
    ),
    ((rorelse(SL.DISTANS, "cd"),), "Cia Dahl (S) deltar på distans."),
    (
        (rorelse(SL.KOMMER, "ul", tj("ul", "cd"), distans=True),),
        "Ulla Lind (V) tjänstgör i stället för Cia Dahl (S). Ulla Lind deltar på distans.",
    ),
    ((rorelse(SL.TAPPAR, "bo"),), "Bo Ek (-) är inte ansluten."),
    (
        (rorelse(SL.TAPPAR, "bo"), rorelse(SL.TAPPAR, "ef", id="i-2")),
        "Eva Falk (V) och Bo Ek (-) är inte anslutna.",
    ),
]


@pytest.mark.parametrize(("row", "expected"), SKILLNAD)
def test_a_later_paragraf_tells_how_it_differs_from_the_upprop(
    row: tuple[Rorelse, ...], expected: str
) -> None:
    assert told(after(*row), "p-119") == expected


def test_the_paragraf_of_the_movement_does_not_say_it_twice() -> None:
    row = (rorelse(SL.GAR, "ab", tj("pö", "ab")), rorelse(SL.TAPPAR, "bo", id="i-2"))
    assert told(after(*row), "p-118") == ""


def test_what_a_movement_after_the_decision_brings_is_told_from_the_next_on() -> None:
    state = after(rorelse(SL.GAR, "ab", fas=Fas.EFTER))
    assert told(state, "p-118") == ""
    assert told(state, "p-119") == "Anna Berg (M) är frånvarande och platsen är tom."


def test_those_of_the_upprop_are_not_told_of() -> None:
    assert [told(mote(p(118), p(119)), id) for id in ("p-118", "p-119")] == ["", ""]


def test_one_who_is_back_is_not_told_of() -> None:
    gone = rorelse(SL.GAR, "ab", tj("pö", "ab"), till="p-118")
    assert told(after(gone), "p-119") == ""
    back = p(119, rorelse=(rorelse(SL.KOMMER, "ab", tj("ab"), id="i-2", fas=Fas.UNDER),))
    state = mote(p(118, rorelse=(rorelse(SL.GAR, "ab", tj("pö", "ab")),)), back, p(120))
    assert told(state, "p-120") == ""


def test_the_jav_of_the_paragraf_itself_is_told_in_its_own_sentence_alone() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"), tjanst=(tj("ul", "ef"),))
    state = after(rorelse(SL.GAR, "ab", tj("pö", "ab")), last=p(119, jav=(jav,)))
    assert told(state, "p-119") == "Per Ö (S) tjänstgör i stället för Anna Berg (M)."


@pytest.mark.parametrize(
    "last",
    [
        p(119, slag=ParagrafSlag.INFORMATION, beslut=()),
        p(119, slag=ParagrafSlag.UPPROP, beslut=()),
        p(119, utgar=True),
    ],
)
def test_a_paragraf_that_decides_nothing_tells_no_difference(last: Paragraf) -> None:
    assert told(after(rorelse(SL.GAR, "ab"), last=last), "p-119") == ""


def test_without_an_upprop_every_ledamot_is_taken_to_serve() -> None:
    state = replace(after(rorelse(SL.GAR, "ab")), tjanstgor=())
    assert told(state, "p-119") == "Anna Berg (M) är frånvarande och platsen är tom."


def test_the_style_nacka_tells_it_in_the_past() -> None:
    state = after(rorelse(SL.GAR, "ab", tj("pö", "ab")))
    assert told(state, "p-119", "nacka") == "Per Ö (S) tjänstgjorde i stället för Anna Berg (M)."


def test_a_secret_paragraf_tells_nothing_of_it_unless_all_is_asked_for() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"), tjanst=(tj("ul", "ef"),))
    gone = rorelse(SL.GAR, "cd", id="i-2")
    last = p(119, sekretess=True, jav=(jav,), rorelse=(gone,))
    state = after(rorelse(SL.GAR, "ab"), last=last)
    for hemligt, shown in ((False, False), (True, True)):
        made = render_extract(state, "p-119", KOMMUN, STIL, hemligt=hemligt, narvaro=True)
        text = " ".join(block_text(b) for b in made.blocks)
        assert [word in text for word in ("Eva Falk", "Cia Dahl", "Beslutande")] == [shown] * 3


def test_the_line_is_not_the_sentence_of_what_was_done_with_the_paragraf() -> None:
    state = after(rorelse(SL.GAR, "ab"), last=p(119, omedelbart_justerad=True))
    assert told(state, "p-119")
    assert sentence_for(state, "p-119", KOMMUN, STIL) == (
        "Kommunstyrelsen beslutar att paragrafen justeras omedelbart."
    )


def test_the_line_can_be_worded_by_hand() -> None:
    own = Lydelse(id="l-1", av="narvaro:p-119", text="Alla utom Anna Berg deltar.")
    state = after(rorelse(SL.GAR, "ab"), last=p(119, lydelse=(own,)))
    assert told(state, "p-119") == "Alla utom Anna Berg deltar."


# Those who take part, listed in an extract


def listed(state: Sammantrade, id: str, kommun: Kommun = KOMMUN) -> list[str]:
    made = render_extract(state, id, kommun, STIL, narvaro=True)
    rows = next((b for b in made.blocks if isinstance(b, Lista)), None)
    return block_text(rows).replace(NBSP, " ").split("\n") if rows else []


def test_an_extract_alone_names_those_who_take_part() -> None:
    assert listed(helt(), "p-116") == [
        "Cia Dahl (S), ordförande",
        "Eva Falk (V)",
        "Hans Peters (C)",
        "Bo Ek (-), på distans",
        "Nina Ek (M), tjänstgör i stället för Anna Berg (M)",
    ]


def test_one_who_is_javig_is_not_among_those_who_take_part() -> None:
    assert listed(helt(), "p-114") == [
        "Anna Berg (M), ordförande",
        "Cia Dahl (S), förste vice ordförande",
        "Hans Peters (C)",
        "Bo Ek (-), på distans",
        "Ulla Lind (V), tjänstgör i stället för Eva Falk (V)",
    ]


def test_one_who_is_javig_at_a_point_takes_part_in_the_others() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"), punkter=(2,), tjanst=(tj("ul", "ef"),))
    assert listed(mote(p(118, jav=(jav,))), "p-118")[2:] == [
        "Eva Falk (V), ej punkt 2 på grund av jäv",
        "Bo Ek (-)",
        "Nina Ek (M), tjänstgör i stället för Hans Peters (C)",
        "Ulla Lind (V), tjänstgör i stället för Eva Falk, punkt 2",
    ]


def test_one_who_also_left_before_the_decision_has_served_for_a_part_of_it() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"), punkter=(2, 3), tjanst=(tj("ul", "ef"),))
    state = mote(p(118, jav=(jav,)))
    assert listed(state, "p-118")[-1].endswith("Eva Falk, punkterna 2 och 3")
    back = rorelse(SL.KOMMER, "ef", tj("ef"), fas=Fas.UNDER)
    state = mote(p(118, jav=(jav,), rorelse=(back,)), tjanstgor=(tj("ab"), tj("ul", "ef")))
    assert listed(state, "p-118")[-1].endswith("Eva Falk, för en del av beslutet")


def test_one_whose_jav_was_tried_and_not_found_takes_part() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"), provning=Provning.INTE_JAVIG)
    assert "Eva Falk (V)" in listed(mote(p(118, jav=(jav,))), "p-118")


def test_one_who_left_before_the_decision_does_not_take_part() -> None:
    gone = rorelse(SL.GAR, "ef", fas=Fas.UNDER)
    assert not any("Eva Falk" in row for row in listed(mote(p(118, rorelse=(gone,))), "p-118"))


def test_who_chairs_the_paragraf_is_its_chair_on_the_list() -> None:
    chair = Ordforandeskap(id="o-1", vem="ef", fran=time(14))
    assert listed(mote(p(118, ordforandeskap=(chair,))), "p-118")[:3] == [
        "Anna Berg (M)",
        "Cia Dahl (S), förste vice ordförande",
        "Eva Falk (V), ordförande",
    ]


def test_the_list_says_what_the_line_would_have_said() -> None:
    state = after(rorelse(SL.GAR, "ab", tj("pö", "ab")))
    made = render_extract(state, "p-119", KOMMUN, STIL, narvaro=True)
    assert "narvaro:p-119" not in [b.nyckel for b in made.blocks]
    assert "Per Ö (S), tjänstgör i stället för Anna Berg (M)" in listed(state, "p-119")


def test_an_item_without_a_number_has_its_list_too() -> None:
    jav = Jav(id="j-1", av=aktorer("ef"))
    assert not any("Eva" in row for row in listed(mote(p(None, jav=(jav,))), "p-None"))


def test_nobody_at_all_is_no_list() -> None:
    state = replace(mote(p(118)), tjanstgor=(), ej_tjanstgor=())
    assert listed(state, "p-118", Kommun()) == []


def test_a_style_can_list_them_in_every_extract() -> None:
    always = replace(STIL, narvaro_i_utdrag=True)
    state = mote(p(118))
    keys = [b.nyckel for b in render_extract(state, "p-118", KOMMUN, always).blocks]
    assert "avsnitt:deltagande" in keys
    bare = render_extract(state, "p-118", KOMMUN, STIL).blocks
    assert "avsnitt:deltagande" not in [b.nyckel for b in bare]


BEFORE_AND_AFTER = [
    ("föregående", "", ""),
    ("uppropet", "", "Per Ö (S) tjänstgör i stället för Anna Berg (M)."),
    ("nej", "", ""),
]


@pytest.mark.parametrize(("mot", "here", "after_that"), BEFORE_AND_AFTER)
def test_a_style_says_what_the_reader_takes_as_known(mot: str, here: str, after_that: str) -> None:
    left = rorelse(SL.GAR, "ab", tj("pö", "ab"))
    state = mote(p(118, rorelse=(left,)), p(119), p(120))
    assert told(state, "p-118", mot=mot) == here
    assert told(state, "p-120", mot=mot) == after_that


def test_one_who_is_back_without_a_sentence_is_told_of_once() -> None:
    away = replace(rorelse(SL.GAR, "ab", tj("pö", "ab")), till="p-118")
    state = mote(p(118, rorelse=(away,)), p(119), p(120))
    assert told(state, "p-119", mot="föregående") == (
        "Anna Berg (M) tjänstgör, men inte Per Ö (S)."
    )
    assert told(state, "p-120", mot="föregående") == ""


def test_held_against_the_ledamoter_themselves_every_ersattare_is_told_of() -> None:
    state = mote(p(118), p(119))
    assert "tjänstgör i stället för" in told(state, "p-119", mot="ordinarie")
