"""The words of a decision, ready to be kept."""

from __future__ import annotations

from datetime import date, time

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.rendering import decision_text, load_style, routine_text
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    eget,
    huvud,
    mal,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)

STIL = load_style("standard")
POLICY = "1. Policyn antas.\n2. Den gäller från 2032.\n3. Nämnden följer upp."


def decided(p: Paragraf, found: Svar, stil: str = "standard") -> str:
    return decision_text(mote(p), p, found, KOMMUN, load_style(stil)).replace(NBSP, " ")


def test_bifall_gives_the_text_of_the_forslag_as_it_is() -> None:
    assert decided(paragraf(forslag=(huvud(POLICY),)), svar(BIFALL, "f-h")) == POLICY


@pytest.mark.parametrize(
    ("stil", "called"), [("standard", "arbetsutskottets förslag"), ("nacka", "förslaget")]
)
def test_avslag_gives_the_reason_of_the_yrkande(stil: str, called: str) -> None:
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(
            yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord="med hänvisning till kostnaden")),
            yrkande("y-2", "bo", stand(AVSLAG, "f-h")),
        ),
    )
    assert decided(p, svar(AVSLAG, "f-h"), stil) == (
        f"Kommunstyrelsen avslår {called} med hänvisning till kostnaden."
    )


def test_two_reasons_are_not_chosen_between() -> None:
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(
            yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord="för kostnadens skull")),
            yrkande("y-2", "bo", stand(AVSLAG, "f-h", ord="för tidens skull")),
        ),
    )
    assert decided(p, svar(AVSLAG, "f-h")) == "Kommunstyrelsen avslår arbetsutskottets förslag."


def test_a_motion_is_called_motionen() -> None:
    p = paragraf(rubrik="Motion om cykelväg")
    assert decided(p, svar(AVSLAG, "")) == "Kommunstyrelsen avslår motionen."
    assert decided(p, svar(BIFALL, "")) == "Kommunstyrelsen bifaller motionen."


@pytest.mark.parametrize(
    ("att", "expected"),
    [
        ("kommunstyrelsen avslår motionen", "Kommunstyrelsen avslår motionen."),
        ("att frågan får vila", "Frågan får vila."),
        ("avslå förslaget", "Kommunstyrelsen beslutar att avslå förslaget."),
    ],
)
def test_a_movers_own_clause_becomes_the_sentence(att: str, expected: str) -> None:
    p = paragraf(forslag=(huvud(),), yrkande=(yrkande("y-1", "ab", stand(AVSLAG, "f-h", att=att)),))
    assert decided(p, svar(AVSLAG, "f-h")) == expected


def change(text: str, *punkter: int) -> tuple[Forslag, ...]:
    return (
        huvud(POLICY),
        eget("f-n", ForslagSlag.ANDRING, "bo", text, mot=mal("f-h", *punkter)),
    )


@pytest.mark.parametrize(
    ("text", "punkter", "expected"),
    [
        ("Den gäller från 2033.", (2,), POLICY.replace("2032", "2033")),
        ("2. Den gäller från 2033.", (2,), POLICY.replace("2032", "2033")),
        ("Policyn antas inte.", (), "Policyn antas inte."),
        ("Något annat.", (9,), f"{POLICY}\n\nNågot annat."),
    ],
)
def test_an_andring_replaces_its_point_in_the_main_text(
    text: str, punkter: tuple[int, ...], expected: str
) -> None:
    assert decided(paragraf(forslag=change(text, *punkter)), svar(BIFALL, "f-n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den gäller från 2033", "Den gäller från 2033."),
        ("det kallas ”plan”", "Det kallas ”plan”."),
        ("det gäller (se bilaga 2)", "Det gäller (se bilaga 2)."),
        ("vem betalar?", "Vem betalar?"),
        ("1. policyn antas\n2. den gäller nu", "1. Policyn antas.\n2. Den gäller nu."),
        ("policyn antas\n\nden gäller nu", "Policyn antas.\n\nDen gäller nu."),
        ("nämnden ska:\n\n- följa upp\n- svara", "nämnden ska:\n\n- följa upp\n- svara"),
        ("att policyn antas", "att policyn antas"),
        ("eleven ==kim sten==", "Eleven ==kim sten==."),
    ],
)
@pytest.mark.parametrize("slag", [ForslagSlag.ALTERNATIV, ForslagSlag.TILLAGG])
def test_what_was_moved_is_decided_with_capital_and_stop(
    slag: ForslagSlag, text: str, expected: str
) -> None:
    own = eget("f-a", slag, "bo", text)
    assert decided(paragraf(forslag=(huvud(), own)), svar(BIFALL, "f-a")) == expected


def test_a_changed_point_is_decided_with_capital_and_stop() -> None:
    p = paragraf(forslag=change("den gäller från 2033", 2))
    assert decided(p, svar(BIFALL, "f-n")) == POLICY.replace("2032", "2033")


def test_the_words_of_the_preparing_body_are_not_touched() -> None:
    p = paragraf(forslag=(huvud("att anta policyn"),))
    assert decided(p, svar(BIFALL, "f-h")) == "att anta policyn"


def test_bifall_to_some_points_gives_those_points_with_their_numbers() -> None:
    found = Svar(verkan=BIFALL, pa=(mal("f-h", 1, 3),))
    assert decided(paragraf(forslag=(huvud(POLICY),)), found) == (
        "1. Policyn antas.\n3. Nämnden följer upp."
    )


FORMELLA = [
    (
        eget("f-x", ForslagSlag.BORDLAGGNING, "ef", till_datum=date(2031, 8, 20)),
        "Kommunstyrelsen bordlägger ärendet till sammanträdet den 20 augusti 2031.",
    ),
    (
        eget("f-x", ForslagSlag.ATERREMISS, "ef", mottagare="nämnden", motivering="för att tänka"),
        "Kommunstyrelsen återremitterar ärendet till nämnden för att tänka.",
    ),
    (
        eget("f-x", ForslagSlag.REMISS, "ef", mottagare="skolnämnden"),
        "Kommunstyrelsen remitterar ärendet till skolnämnden för yttrande.",
    ),
    (eget("f-x", ForslagSlag.AJOURNERING, "ef"), "Kommunstyrelsen ajournerar sammanträdet."),
]


@pytest.mark.parametrize(("forslag", "expected"), FORMELLA)
def test_a_formal_forslag_is_decided_in_a_sentence_of_its_own(
    forslag: Forslag, expected: str
) -> None:
    p = paragraf(forslag=(forslag,))
    assert decided(p, svar(BIFALL, "f-x")) == expected
    assert decided(p, svar(AVSLAG, "f-x")) == ""


def test_the_winner_of_an_earlier_question_is_what_is_decided() -> None:
    other = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Kommunstyrelsen väntar.")
    question = Fraga(id="q-1", svar=(svar(BIFALL, "f-a"),), funnet=svar(BIFALL, "f-a"))
    p = paragraf(forslag=(huvud(), other), fraga=(question,))
    assert decided(p, svar(BIFALL, "q-1")) == "Kommunstyrelsen väntar."


def test_equal_yrkanden_put_as_one_are_decided_once() -> None:
    one = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Kommunstyrelsen väntar.")
    two = eget("f-b", ForslagSlag.ALTERNATIV, "bo", "Kommunstyrelsen väntar.")
    p = paragraf(forslag=(one, two))
    assert decided(p, svar(BIFALL, "f-a", "f-b")) == "Kommunstyrelsen väntar."


def test_a_yrkande_taken_back_lends_no_reason() -> None:
    gone = Yrkande(id="y-1", stallning=(stand(AVSLAG, "f-h", ord="av skäl"),), atertaget=time(0, 0))
    p = paragraf(forslag=(huvud(),), yrkande=(gone,))
    assert decided(p, svar(AVSLAG, "f-h")) == "Kommunstyrelsen avslår arbetsutskottets förslag."


RUTIN = [
    (ParagrafSlag.UPPROP, "Ordföranden öppnar sammanträdet och håller upprop."),
    (
        ParagrafSlag.JUSTERARE,
        "Kommunstyrelsen utser Cia Dahl (S) att justera protokollet tillsammans med ordföranden. "
        "Protokollet justeras den 19 juni 2031 i stadshuset.",
    ),
    (ParagrafSlag.DAGORDNING, "Kommunstyrelsen fastställer dagordningen."),
    (
        ParagrafSlag.INFORMATION,
        "Per Ö, ekonomichef, informerar om budgeten. Kommunstyrelsen noterar informationen.",
    ),
    (
        ParagrafSlag.ANMALAN,
        "Kommunstyrelsen har tagit del av anmälningsärendena och lägger dem till handlingarna.",
    ),
    (ParagrafSlag.ARENDE, None),
]


@pytest.mark.parametrize(("slag", "expected"), RUTIN)
def test_a_routine_paragraf_has_its_sentence(slag: ParagrafSlag, expected: str | None) -> None:
    p = paragraf(slag=slag, rubrik="Information om budgeten", foredragande=("Per Ö, ekonomichef",))
    signing = Justering(id="k-1", justerare=("cd",), datum=date(2031, 6, 19), plats="i stadshuset")
    state = mote(p, justering=(signing,))
    made = routine_text(state, p, KOMMUN, STIL)
    assert (made.replace(NBSP, " ") if made else made) == expected


def test_nobody_is_named_justerare_before_someone_is_chosen() -> None:
    p = paragraf(slag=ParagrafSlag.JUSTERARE)
    assert routine_text(mote(p), p, KOMMUN, STIL) is None
