"""Yrkanden on different points of one förslag: what is put next, and what becomes of each (R99)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import StegKod, Utfall, decided_svar, next_step, outcomes
from protokoll_tui.procedure.utfall import (
    main_questions,
    open_questions,
    put_already,
    question_on,
    turned_down,
)
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    LAGGA_TILL_2,
    MOT,
    TILLAGG,
    TILLAGG_2,
    avslag,
    bifall,
    forslag,
    item,
    stand,
    yrkar,
)

POINT_3 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3,)))
THREE = yrkar("n", stand(BIFALL, "l"))
H, NO, G, K, L = bifall("f"), avslag("f"), bifall("g"), bifall("k"), bifall("l")
AT_2, AT_3 = (bifall("f", 2), K), (bifall("f", 3), L)
TWO = (HUVUD, ANDRING, POINT_3, FOR, ANDRA, THREE)
"""Two points are contested and not the whole."""
ALSO = (HUVUD, ALTERNATIV, ANDRING, POINT_3, FOR, MOT, EGET, ANDRA, THREE)
"""The whole is contested too."""
WHOLE = (H, NO, G)
SAID = (Propositionsordning(id="o", godkand=True),)
BIFALLET, DELVIS, AVSLAGET, FALLET = (
    Utfall.BIFALLET,
    Utfall.DELVIS,
    Utfall.AVSLAGET,
    Utfall.FALLET,
)


def put(id: str, answers: tuple[Svar, ...], funnet: Svar | None) -> Fraga:
    return Fraga(id=id, svar=answers, funnet=funnet)


def laid(parts: tuple[Forslag | Yrkande, ...], *questions: Fraga) -> Paragraf:
    return item(*parts, *questions, ordning=SAID)


POINT_2_WON, POINT_3_LOST = put("q1", AT_2, K), put("q2", AT_3, bifall("f", 3))
ALL_OF_IT, NONE_OF_IT, ANOTHER = (put("q0", WHOLE, svar) for svar in (H, NO, G))
OPEN = put("q0", WHOLE, None)


@pytest.mark.parametrize(
    ("paragraf", "kod", "svar"),
    [
        pytest.param(laid(TWO), StegKod.PUNKT, AT_2, id="the first point"),
        pytest.param(laid(TWO, POINT_2_WON), StegKod.PUNKT, AT_3, id="the second"),
        pytest.param(laid(TWO, POINT_3_LOST), StegKod.PUNKT, AT_2, id="put in another order"),
        pytest.param(
            laid(TWO, put("q1", AT_2, None), POINT_3_LOST), StegKod.PUNKT, AT_2, id="found nothing"
        ),
        pytest.param(laid(ALSO), StegKod.HUVUDFRAGA, WHOLE, id="the whole before its points"),
        pytest.param(laid(ALSO, OPEN), StegKod.HUVUDFRAGA, WHOLE, id="nothing found on the whole"),
        pytest.param(laid(ALSO, ALL_OF_IT), StegKod.PUNKT, AT_2, id="then the points"),
    ],
)
def test_points_are_put_one_by_one_after_the_whole(
    paragraf: Paragraf, kod: StegKod, svar: tuple[Svar, ...]
) -> None:
    step = next_step(paragraf)
    assert (step.kod, step.svar, step.regel) == (kod, svar, "R99")


@pytest.mark.parametrize(
    "paragraf",
    [
        pytest.param(laid(TWO, POINT_2_WON, POINT_3_LOST), id="both points"),
        pytest.param(laid(ALSO, ALL_OF_IT, POINT_2_WON, POINT_3_LOST), id="the whole and both"),
        pytest.param(laid(ALSO, NONE_OF_IT), id="turned down: no points are put"),
        pytest.param(laid(ALSO, ANOTHER), id="another won: no points are put"),
    ],
)
def test_the_decision_comes_when_no_point_is_left(paragraf: Paragraf) -> None:
    assert next_step(paragraf).kod is StegKod.BESLUT
    assert open_questions(paragraf) == ()


def test_the_questions_that_are_left_are_those_without_a_finding() -> None:
    assert open_questions(laid(TWO)) == (AT_2, AT_3)
    assert open_questions(laid(TWO, POINT_2_WON)) == (AT_3,)
    assert open_questions(laid(TWO, put("q1", AT_2, None))) == (AT_2, AT_3)
    assert open_questions(laid(ALSO, ALL_OF_IT)) == (AT_2, AT_3)
    assert open_questions(item()) == ()


def test_what_was_found_instead_of_the_huvudforslag_turns_it_down() -> None:
    assert turned_down(laid(ALSO)) is None
    assert turned_down(laid(ALSO, OPEN)) is None
    assert turned_down(laid(ALSO, ALL_OF_IT)) is None
    assert turned_down(laid(ALSO, NONE_OF_IT)) == NO
    assert turned_down(laid(ALSO, ANOTHER)) == G
    assert turned_down(laid(TWO, POINT_2_WON)) is None, "a point is not the whole"
    assert turned_down(laid((HUVUD, FOR, MOT), put("q", (H, NO), NO))) is None, "no points"
    one_point = (HUVUD, ALTERNATIV, ANDRING, POINT_3, EGET, ANDRA, THREE)
    assert turned_down(item(*one_point[1:], put("q", (G, K, L), G))) is None, "no huvudförslag"


def test_a_question_is_found_by_its_points_or_where_there_is_one_it_is_that() -> None:
    p = laid(ALSO, POINT_3_LOST, ALL_OF_IT, POINT_2_WON)
    assert [put_already(p, way) for way in (WHOLE, AT_2, AT_3)] == [
        ALL_OF_IT,
        POINT_2_WON,
        POINT_3_LOST,
    ]
    assert put_already(laid(TWO, POINT_2_WON), AT_3) is None
    one = put("q", (H, NO), H)
    assert put_already(item(HUVUD, FOR, MOT, one), (H,)) == one
    assert put_already(item(HUVUD, FOR), (H,)) is None


SOME = yrkar("s", stand(BIFALL, "f", 2))
TWO_OF_THEM = yrkar("u", stand(BIFALL, "f", 2, 3))
REST = yrkar("v", stand(BIFALL, "f", 1))


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((), (None, None, None), id="nothing put"),
        pytest.param((POINT_2_WON,), (None, BIFALLET, None), id="one point"),
        pytest.param((put("q1", AT_2, None),), (None, None, None), id="nothing found"),
        pytest.param((POINT_2_WON, POINT_3_LOST), (DELVIS, BIFALLET, FALLET), id="both points"),
        pytest.param(
            (put("q1", AT_2, AT_2[0]), POINT_3_LOST), (BIFALLET, FALLET, FALLET), id="all as it was"
        ),
        pytest.param(
            (POINT_2_WON, put("q2", AT_3, L)), (FALLET, BIFALLET, BIFALLET), id="both changed"
        ),
    ],
)
def test_a_yrkande_on_the_whole_is_won_point_by_point(
    questions: tuple[Fraga, ...], expected: tuple[Utfall | None, ...]
) -> None:
    assert tuple(outcomes(laid(TWO, *questions)).values()) == expected


def fates(paragraf: Paragraf) -> dict[str, Utfall | None]:
    return outcomes(paragraf)


def test_where_the_whole_is_turned_down_its_points_go_with_it() -> None:
    denied, other = fates(laid(ALSO, NONE_OF_IT)), fates(laid(ALSO, ANOTHER))
    assert [denied[id] for id in "abcdn"] == [AVSLAGET, BIFALLET, FALLET, FALLET, FALLET]
    assert [other[id] for id in "abcdn"] == [FALLET, FALLET, BIFALLET, FALLET, FALLET]
    assert decided_svar(laid(ALSO, NONE_OF_IT, POINT_2_WON)) == (NO,)
    assert decided_svar(laid(ALSO, ALL_OF_IT, POINT_2_WON)) == (H, K)


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((), (None, None, None), id="nothing put"),
        pytest.param((put("q1", AT_2, AT_2[0]),), (BIFALLET, None, None), id="one left"),
        pytest.param(
            (put("q1", AT_2, AT_2[0]), put("q2", AT_3, L)),
            (BIFALLET, DELVIS, BIFALLET),
            id="one won",
        ),
        pytest.param((POINT_2_WON, put("q2", AT_3, L)), (FALLET, FALLET, BIFALLET), id="none won"),
    ],
)
def test_who_asked_for_points_has_the_fate_of_those_and_what_nobody_is_against_is_carried(
    questions: tuple[Fraga, ...], expected: tuple[Utfall | None, ...]
) -> None:
    p = laid((*TWO, SOME, TWO_OF_THEM, REST), *questions)
    assert tuple(fates(p)[id] for id in "suv") == expected


def test_a_point_that_nobody_is_against_falls_with_the_huvudforslag() -> None:
    parts = (*ALSO, REST)
    assert fates(laid(parts))["v"] is None
    assert fates(laid(parts, NONE_OF_IT))["v"] is AVSLAGET
    assert fates(laid(parts, ANOTHER))["v"] is FALLET
    assert fates(laid(parts, ALL_OF_IT))["v"] is BIFALLET
    sent_back = put("q9", (avslag("r"), bifall("r")), bifall("r"))
    assert fates(laid((*TWO, REST, ATERREMISS, ATER), sent_back))["v"] is Utfall.EJ_PROVAT


def test_a_formal_question_that_carried_leaves_the_points_untried() -> None:
    sent_back = put("q9", (avslag("r"), bifall("r")), bifall("r"))
    p = laid((*TWO, ATERREMISS, ATER), sent_back)
    assert [fates(p)[id] for id in "adn"] == [Utfall.EJ_PROVAT] * 3
    assert fates(p)["i"] is BIFALLET


NOT_PUT, FELL = replace(ALTERNATIV, avvisat=True), replace(ALTERNATIV, fallet=True)
AGAINST = yrkar("w", stand(AVSLAG, "g"))


@pytest.mark.parametrize(
    ("aim", "mover"),
    [
        pytest.param(NOT_PUT, Utfall.AVVISAT, id="the chair did not put it, R68"),
        pytest.param(FELL, Utfall.FALLET, id="it fell with another"),
        pytest.param(replace(NOT_PUT, fallet=True), Utfall.FALLET, id="both"),
    ],
)
def test_what_is_out_is_not_put_and_who_was_against_it_won(aim: Forslag, mover: Utfall) -> None:
    p = item(HUVUD, aim, EGET, MOT, AGAINST)
    assert [fates(p)[id] for id in "cbw"] == [mover, None, BIFALLET]
    aimless = item(HUVUD, ALTERNATIV, EGET, yrkar("w", stand(AVSLAG, "unknown")))
    assert fates(aimless)["w"] is None


def test_avslag_on_another_proposal_is_won_when_that_one_falls_r98() -> None:
    p = item(HUVUD, ALTERNATIV, FOR, EGET, AGAINST, put("q", (H, G), H))
    assert fates(p)["w"] is BIFALLET
    won = item(HUVUD, ALTERNATIV, FOR, EGET, AGAINST, put("q", (H, G), G))
    assert fates(won)["w"] is AVSLAGET


def test_a_question_that_holds_nothing_but_tillagg_is_not_on_the_matter_itself() -> None:
    both = Svar(pa=(Mal(pa="t"), Mal(pa="u")))
    parts = (HUVUD, TILLAGG, TILLAGG_2, LAGGA_TILL, LAGGA_TILL_2)
    one, two = put("q1", (bifall("t"), avslag("t")), bifall("t")), put("q2", (both,), both)
    mixed = put("q3", (H, bifall("t")), H)
    assert main_questions(item(*parts, one, two, mixed)) == (mixed,)


def test_the_question_with_the_very_answer_goes_before_one_on_the_same_proposal() -> None:
    near, exact = put("q1", (bifall("f", 3), L), L), put("q2", (NO, H), H)
    p = item(*TWO, near, exact)
    assert question_on(p, stand(AVSLAG, "f")) == exact
    assert question_on(item(*TWO, near), stand(BIFALL, "f")) == near
    assert question_on(item(*TWO, near), stand(BIFALL, "k")) is None
