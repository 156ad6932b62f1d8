"""Lines that put one point off: what the guide asks, and the decision that is written (R99)."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Mal
from protokoll_tui.procedure import Utfall, outcomes
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say, sentence

NR = 115
ETT = "1. Kommunstyrelsen anvisar 1 250 000 kronor till ombyggnaden av köket på Björkskolan."
TVA = "2. Pengarna tas ur kommunstyrelsens investeringsreserv för 2031."
TRE = (
    "3. Barn- och utbildningsnämnden får i uppdrag att redovisa resultatet av ombyggnaden för "
    "kommunstyrelsen senast den 31 mars 2032."
)
BORDLAGD = "Punkt 2 i arbetsutskottets förslag bordläggs till sammanträdet den 2 september 2031."


def harnast(session: Session) -> tuple[str, dict[str, str]]:
    found = session.guide(at(session, NR).id).harnast
    return found.text, {val.rad: val.text for val in found.val}


def decision(session: Session) -> list[str]:
    return [led.text.replace("\u00a0", " ") for led in at(session, NR).beslut]


def fates(session: Session) -> list[Utfall | None]:
    return list(outcomes(at(session, NR)).values())


def test_a_yrkande_on_a_point_aims_at_it(session: Session) -> None:
    last = say(session, NR, "bo ab p2 2/9")
    assert marks(last) == ()
    (main, own) = at(session, NR).forslag
    assert own.mot == Mal(pa=main.id, punkter=(2,))
    assert sentence(session, NR, "åt cd p1,3 >socialnämnden : för att räkna om") == (
        "Cia Dahl (S) yrkar att punkterna 1 och 3 i arbetsutskottets förslag återremitteras till "
        "socialnämnden för att räkna om."
    )
    assert marks(say(session, NR, "re cd p9")) == ("saknar_punkt",)


def test_a_point_of_a_named_forslag_is_not_one_of_the_first(session: Session) -> None:
    say(session, NR, "fr cd : 1. Alfa.\n2. Beta.", "bo ab f2 p2")
    assert at(session, NR).forslag[-1].mot == Mal(pa=at(session, NR).forslag[1].id, punkter=(2,))


def test_a_point_of_nothing_cannot_be_put_off(session: Session) -> None:
    assert marks(say(session, NR, "tb f1", "bo ab p2")) == ("inget_forslag",)


def test_the_guide_asks_about_the_point_and_then_about_the_rest(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "än ef p2 : Pengarna lånas.")
    say(session, NR, "pr ordning")
    assert harnast(session) == (
        "ordföranden frågar om punkt 2 ska avgöras i dag",
        {"pr dag": "punkt 2 avgörs i dag", "pr bo": "punkt 2 bordläggs"},
    )
    say(session, NR, "pr bo")
    _, choices = harnast(session)
    assert choices["pr y2"] == "bifall till arbetsutskottets förslag, punkterna 1 och 3"
    assert "pr y3" not in choices
    say(session, NR, "pr y2")
    assert fates(session) == [Utfall.BIFALLET, Utfall.BIFALLET, Utfall.EJ_PROVAT]


def test_the_decision_leaves_the_point_out_and_says_that_it_is_put_off(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "pr bo", "pr f1")
    assert sentence(session, NR, "be") == f"{ETT}\n{TRE}\n{BORDLAGD}"
    say(session, NR, "be")
    assert decision(session) == [f"{ETT}\n{TRE}", BORDLAGD]
    main, own = at(session, NR).forslag
    sources = [led.enligt for led in at(session, NR).beslut]
    assert sources == [(Mal(pa=main.id, punkter=(1, 3)),), (Mal(pa=own.id),)]
    assert at(session, NR).klubbslag
    assert harnast(session)[0].startswith("nästa ärende")


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (
            ("än ef p3 : Nämnden redovisar.", "pr bo", "pr y2"),
            f"{ETT}\n3. Nämnden redovisar.",
        ),
        (("av ef : det är dyrt", "pr bo", "pr y2"), "Kommunstyrelsen avslår punkterna 1 och 3 i "),
        (("av ef p3", "pr bo", "pr y2"), f"{ETT}\n\nKommunstyrelsen avslår punkt 3 i "),
        (("ny ef : Köket rivs.", "pr bo", "pr y2"), "Köket rivs."),
        (("ti ef : Mer.", "pr bo", "pr f1", "pr y2"), f"{ETT}\n\n{TRE}\n4. Mer."),
        (("ti ef : Mer.", "pr bo", "pr f1", "pr av y2"), f"{ETT}\n{TRE}"),
    ],
    ids=["ändring", "avslag", "avslag on a point", "own proposal", "tillägg", "tillägg denied"],
)
def test_what_was_decided_beside_it(session: Session, lines: tuple[str, ...], first: str) -> None:
    say(session, NR, "bo ab p2 2/9", *lines, "be")
    decided, put_off = decision(session)
    assert decided.startswith(first)
    assert TVA not in decided
    assert put_off == BORDLAGD
    assert [r.text for r in session.guide(at(session, NR).id).poster if r.plats == "!"] == []


def test_a_tillagg_never_takes_the_number_of_a_point_that_was_put_off(session: Session) -> None:
    say(session, NR, "bo ab p2,3 2/9", "bi cd", "ti ef : Mer.", "pr bo", "pr f1", "pr y3", "be")
    assert decision(session)[0] == f"{ETT}\n4. Mer."


def test_points_sent_to_different_bodies_are_a_piece_each(session: Session) -> None:
    say(session, NR, "åt ab p2 >socialnämnden : för att räkna om", "re cd p3 >ekonomienheten")
    say(session, NR, "pr åt", "pr re", "pr f1", "be")
    assert decision(session) == [
        ETT,
        "Punkt 2 i arbetsutskottets förslag återremitteras till socialnämnden för att räkna om.",
        "Punkt 3 i arbetsutskottets förslag remitteras till ekonomienheten för yttrande.",
    ]


def test_all_points_put_off_put_the_matter_off(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "re cd p1,3 >ekonomienheten", "bi ef", "pr bo", "pr re")
    assert harnast(session)[1] == {"be": "beslut", "om": "omröstning begärs"}
    say(session, NR, "be")
    assert decision(session)[0] == BORDLAGD
    assert fates(session)[-1] is Utfall.EJ_PROVAT


def test_pieces_can_be_decided_by_themselves(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "pr bo", "pr f1", "be p1 >kf", "be p2,3")
    assert decision(session) == [ETT, TRE, BORDLAGD]
    assert [bool(led.till) for led in at(session, NR).beslut] == [True, False, False]


def test_the_put_off_point_alone_can_be_named(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "pr bo", "pr f1", "be p2", "be f1 p1")
    assert decision(session)[0] == BORDLAGD


def test_a_point_decided_today_is_a_point_like_the_others(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "pr dag", "pr f1", "be")
    assert decision(session) == [f"{ETT}\n{TVA}\n{TRE}"]
    assert fates(session)[0] is Utfall.AVSLAGET


def test_a_vote_says_what_ja_and_nej_are(session: Session) -> None:
    say(session, 112, "ru")
    say(session, NR, "bo ab p2 2/9", "bi cd", "pr dag", "om")
    assert harnast(session)[0] == "omröstning: ja = punkt 2 avgörs i dag, nej = punkt 2 bordläggs"
    say(session, NR, "om 5-8", "pr f1", "be")
    assert decision(session) == [f"{ETT}\n{TRE}", BORDLAGD]


def test_the_guide_says_whose_of_several_that_ask_for_the_same(session: Session) -> None:
    say(session, 112, "ru")
    say(session, NR, "åt ab >socialnämnden : för att räkna om", "åt cd : för att höra facket")
    say(session, NR, "pr ordning")
    _, choices = harnast(session)
    assert choices == {
        "pr dag": "avslag på Anna Bergs (M) yrkande om återremiss till socialnämnden",
        "pr åt": "ärendet återremitteras till socialnämnden enligt Anna Bergs (M) yrkande",
    }
    say(session, NR, "pr dag", "om")
    assert harnast(session)[0] == (
        "omröstning: ja = avslag på Anna Bergs (M) yrkande om återremiss till socialnämnden, "
        "nej = ärendet återremitteras till socialnämnden enligt Anna Bergs (M) yrkande"
    )
    rows = [r.text for r in session.guide(at(session, NR).id).poster]
    assert any("avslag på Anna Bergs (M) yrkande om återremiss" in text for text in rows)


def test_the_order_names_the_point(session: Session) -> None:
    say(session, NR, "bo ab p2 2/9", "bo cd", "bo ef p2", "av ef")
    text, _ = harnast(session)
    assert "bordläggning, bordläggning av punkt 2 (två yrkanden, vart för sig) och" in text


def test_bifall_to_the_rest_is_no_lost_yrkande_and_nobody_is_asked_to_reserve(
    session: Session,
) -> None:
    say(session, NR, "bo ab p2 2/9", "bi cd", "av ef p2", "pr bo", "pr f1", "be")
    assert fates(session) == [Utfall.BIFALLET, Utfall.BIFALLET, Utfall.EJ_PROVAT]
    assert isinstance(at(session, NR).beslut[0], Led)
    assert "reservation" not in harnast(session)[0]
