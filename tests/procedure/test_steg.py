"""The one next thing to do in a §, and how far its parts have come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from protokoll_tui.domain.anteckning import Anteckning, Notering, Yttrande
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Propositionsordning, Satt
from protokoll_tui.domain.handling import Handling
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.procedure import Del, Lage, Steg, StegKod, next_step, progress
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.steg import unread, unsettled, wants_order
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    BORD,
    BORDLAGGNING,
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
    decided,
    forslag,
    fraga,
    item,
    stand,
    who,
    yrkar,
)

DAG, TILLBAKA = avslag("r"), bifall("r")
FORMAL = (HUVUD, ATERREMISS, ATER, MOT)
MAIN = fraga(bifall("f"), avslag("f"))
POINT_3, POINT_4 = (
    forslag(id, ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(nr,)))
    for id, nr in (("l", 3), ("m", 4))
)
THREE, FOUR = yrkar("x", stand(BIFALL, "l")), yrkar("z", stand(BIFALL, "m"))


@pytest.mark.parametrize(
    ("paragraf", "kod", "svar", "regel"),
    [
        pytest.param(item(), StegKod.FORSLAG, (), "R100", id="nothing to decide on"),
        pytest.param(item(HUVUD), StegKod.BESLUT, (bifall("f"),), "R191", id="nobody spoke"),
        pytest.param(
            item(HUVUD, FOR), StegKod.HUVUDFRAGA, (bifall("f"),), "R62", id="plain bifall"
        ),
        pytest.param(
            item(HUVUD, MOT),
            StegKod.HUVUDFRAGA,
            (bifall("f"), avslag("f")),
            "R62",
            id="avslag against the huvudförslag",
        ),
        pytest.param(item(HUVUD, FOR, MOT, MAIN), StegKod.BESLUT, (), "R6", id="found, decide"),
        pytest.param(
            item(yrkar("b", stand(AVSLAG, ""))),
            StegKod.HUVUDFRAGA,
            (avslag(""),),
            "R62",
            id="no förslag at all and one avslag, R100",
        ),
        pytest.param(
            item(*FORMAL), StegKod.FORMELL, (DAG, TILLBAKA), "R90", id="the formal one first"
        ),
        pytest.param(
            item(*FORMAL, fraga(DAG, TILLBAKA)),
            StegKod.HUVUDFRAGA,
            (bifall("f"), avslag("f")),
            "R62",
            id="settled today, then the matter",
        ),
        pytest.param(
            item(*FORMAL, fraga(TILLBAKA, DAG)), StegKod.BESLUT, (), "R6", id="sent back, R92"
        ),
        pytest.param(
            item(HUVUD, ATERREMISS, BORDLAGGNING, ATER, BORD, fraga(DAG, TILLBAKA)),
            StegKod.FORMELL,
            (avslag("o"), bifall("o")),
            "R90",
            id="the second formal one, R91",
        ),
        pytest.param(
            item(HUVUD, TILLAGG, LAGGA_TILL, FOR, MAIN),
            StegKod.TILLAGG,
            (bifall("t"), avslag("t")),
            "R96",
            id="tillägg after the main question",
        ),
        pytest.param(
            item(HUVUD, TILLAGG, LAGGA_TILL, MAIN, fraga(bifall("t"), avslag("t"))),
            StegKod.BESLUT,
            (),
            "R6",
            id="tillägg put, decide",
        ),
        pytest.param(
            item(HUVUD, TILLAGG, ATERREMISS, LAGGA_TILL, ATER, fraga(TILLBAKA, DAG)),
            StegKod.BESLUT,
            (),
            "R6",
            id="sent back: no tillägg is put, R92",
        ),
        pytest.param(
            item(*FORMAL, MAIN),
            StegKod.FORMELL,
            (DAG, TILLBAKA),
            "R90",
            id="a formal yrkande that was overlooked is still asked for, R94",
        ),
        pytest.param(
            item(HUVUD, ALTERNATIV, FOR, EGET, MAIN),
            StegKod.HUVUDFRAGA,
            (bifall("f"), bifall("g")),
            "R62",
            id="an alternative that came late opens the question again, R94",
        ),
        pytest.param(
            item(HUVUD, FOR, replace(MAIN, funnet=None)),
            StegKod.HUVUDFRAGA,
            (bifall("f"),),
            "R62",
            id="put without a finding: still to be found",
        ),
        pytest.param(decided(item(HUVUD, FOR, MAIN)), StegKod.KLAR, (), "", id="all won: done"),
        pytest.param(
            decided(item(HUVUD, FOR, MOT, MAIN)), StegKod.EFTER, (), "R43", id="somebody lost"
        ),
        pytest.param(item(HUVUD, klubbslag=True), StegKod.KLAR, (), "", id="no decision, but over"),
        pytest.param(item(HUVUD, MOT, utgar=True), StegKod.KLAR, (), "", id="dropped, R112"),
    ],
)
def test_the_next_thing_to_do(
    paragraf: Paragraf, kod: StegKod, svar: tuple[Svar, ...], regel: str
) -> None:
    assert next_step(paragraf) == Steg(kod, svar, regel)


@pytest.mark.parametrize("slag", ParagrafSlag, ids=lambda slag: str(slag.name))
def test_routine_kinds_are_settled_in_one_stroke(slag: ParagrafSlag) -> None:
    before = StegKod.RUTIN if slag in RUTIN else StegKod.BESLUT
    assert next_step(item(HUVUD, slag=slag)).kod is before
    assert next_step(item(HUVUD, slag=slag, beslut=True)).kod is StegKod.KLAR
    assert next_step(item(slag=slag, klubbslag=True)).kod is StegKod.KLAR


def test_a_routine_item_that_somebody_moves_something_in_is_put_like_any_other() -> None:
    moved = item(HUVUD, MOT, slag=ParagrafSlag.INFORMATION)
    assert next_step(moved).kod is StegKod.HUVUDFRAGA
    put = replace(moved, fraga=(fraga(bifall("f"), avslag("f")),))
    assert next_step(put).kod is StegKod.BESLUT
    back = replace(MOT, atertaget=True)
    assert next_step(replace(moved, yrkande=(back,))).kod is StegKod.RUTIN


def states(paragraf: Paragraf) -> dict[Del, tuple[Lage, int]]:
    return {part: (lage, count) for part, lage, count in progress(paragraf)}


def test_an_empty_item_has_nothing_but_lacks_its_decision() -> None:
    empty = states(item())
    assert list(empty) == list(Del)
    assert empty[Del.BESLUT] == (Lage.SAKNAS, 0)
    assert {empty[part] for part in Del if part is not Del.BESLUT} == {(Lage.TOMT, 0)}


@pytest.mark.parametrize("slag", sorted(UTAN_BESLUT), ids=str)
def test_kinds_without_a_decision_do_not_lack_one_r6(slag: ParagrafSlag) -> None:
    assert states(item(slag=slag))[Del.BESLUT] == (Lage.TOMT, 0)


@pytest.mark.parametrize(
    ("paragraf", "lage"),
    [
        (item(HUVUD), Lage.TOMT),
        (item(HUVUD, MOT), Lage.SAKNAS),
        (item(*FORMAL, fraga(DAG, TILLBAKA)), Lage.PAGAR),
        (item(*FORMAL, fraga(TILLBAKA, DAG)), Lage.KLART),
        (item(HUVUD, MOT, replace(MAIN, funnet=None)), Lage.PAGAR),
        (item(HUVUD, MOT, MAIN), Lage.KLART),
        (item(HUVUD, TILLAGG, LAGGA_TILL, MAIN), Lage.PAGAR),
        (item(HUVUD, TILLAGG, LAGGA_TILL, MAIN, fraga(bifall("t"), avslag("t"))), Lage.KLART),
    ],
)
def test_how_far_the_procedure_has_come(paragraf: Paragraf, lage: Lage) -> None:
    assert states(paragraf)[Del.BESLUTSGANG] == (lage, len(paragraf.fraga))


def test_the_parts_of_an_item_in_progress_and_of_one_that_is_done() -> None:
    taken_back = replace(FOR, id="z", atertaget=True)
    running = item(HUVUD, MOT, taken_back)
    assert states(running)[Del.ARENDE][0] is Lage.KLART
    assert states(running)[Del.YRKANDEN] == (Lage.PAGAR, 1)
    done = replace(
        decided(running),
        reservation=(Reservation(id="r"),),
        anteckning=(Anteckning(id="a"), Anteckning(id="c")),
    )
    assert states(done)[Del.YRKANDEN] == (Lage.KLART, 1)
    assert states(done)[Del.BESLUT] == (Lage.KLART, 1)
    assert states(done)[Del.RESERVATIONER] == (Lage.KLART, 1)
    assert states(done)[Del.ANTECKNINGAR] == (Lage.KLART, 2)


ASKED = replace(MAIN, votering=(Votering(id="v", ja=bifall("f"), nej=avslag("f")),))
AGAINST = Svar(pa=(Mal(pa="q1"),))
AMONG = Fraga(
    id="q",
    svar=(bifall("f"), avslag("f"), bifall("g")),
    funnet=bifall("f"),
    votering=(Votering(id="v", ja=bifall("f"), nej=AGAINST),),
)
CHOICE = Fraga(id="q1", svar=(avslag("f"), bifall("g")), satt=Satt.SAMLAT)


def counted(q: Fraga, ja: int, nej: int) -> Fraga:
    return replace(q, votering=(replace(q.votering[0], antal=Rostetal(ja=ja, nej=nej)),))


NAMES = tuple(forslag(id, ForslagSlag.VAL, kandidater=who(id)) for id in "mn")
TIE = counted(
    replace(
        fraga(bifall("m"), bifall("n")),
        votering=(Votering(id="v", ja=bifall("m"), nej=bifall("n")),),
    ),
    6,
    6,
)
LATE = replace(
    fraga(DAG, TILLBAKA), votering=(Votering(id="v", ja=DAG, nej=TILLBAKA),), satt=Satt.SAMLAT
)


@pytest.mark.parametrize(
    ("paragraf", "step"),
    [
        pytest.param(
            item(HUVUD, MOT, ASKED),
            Steg(StegKod.ROSTNING, MAIN.svar, "R65", MAIN.satt, "q", "v"),
            id="the votes",
        ),
        pytest.param(
            item(HUVUD, MOT, counted(ASKED, 6, 6)),
            Steg(StegKod.UTSLAGSROST, MAIN.svar, "R66", MAIN.satt, "q", "v"),
            id="a tie",
        ),
        pytest.param(
            item(*NAMES, TIE),
            Steg(StegKod.LOTTNING, TIE.svar, "R66", TIE.satt, "q", "v"),
            id="a tie in an election",
        ),
        pytest.param(
            item(HUVUD, ALTERNATIV, MOT, EGET, AMONG, CHOICE),
            Steg(StegKod.MOTFORSLAG, CHOICE.svar, "R95", Satt.SAMLAT, "q1", ""),
            id="a motförslag",
        ),
        pytest.param(
            item(*FORMAL, counted(LATE, 7, 6)),
            Steg(StegKod.MINORITET, LATE.svar, "R69", Satt.SAMLAT, "q", "v"),
            id="a third of those present",
        ),
    ],
)
def test_a_vote_comes_before_all_else_and_says_what_it_waits_for(
    paragraf: Paragraf, step: Steg
) -> None:
    assert next_step(paragraf, Praxis(fullmaktige=True)) == step
    assert next_step(decided(paragraf), Praxis(fullmaktige=True)) == step


def said(**fields: Any) -> tuple[Propositionsordning, ...]:
    return (Propositionsordning(id="o", **fields),)


def test_tillagg_that_the_chair_takes_together_are_put_together_r97() -> None:
    laid = (HUVUD, TILLAGG, TILLAGG_2, LAGGA_TILL, LAGGA_TILL_2, MAIN)
    aims = (Mal(pa="t"), Mal(pa="u"))
    both = (Svar(pa=aims), Svar(verkan=AVSLAG, pa=aims))
    step = next_step(item(*laid, ordning=said(samlat=("t", "u"))))
    assert step == Steg(StegKod.TILLAGG, both, "R97", Satt.SAMLAT)


LAID_TWO = (HUVUD, TILLAGG, ATERREMISS, FOR, LAGGA_TILL, ATER)


@pytest.mark.parametrize(
    ("paragraf", "wanted"),
    [
        pytest.param(item(HUVUD, FOR, MOT), False, id="two proposals"),
        pytest.param(item(HUVUD, ALTERNATIV, MOT, EGET), True, id="three proposals"),
        pytest.param(item(HUVUD, TILLAGG, FOR, LAGGA_TILL), False, id="two questions"),
        pytest.param(item(*LAID_TWO), True, id="three questions"),
        pytest.param(
            item(HUVUD, TILLAGG, TILLAGG_2, FOR, LAGGA_TILL, LAGGA_TILL_2), True, id="two tillägg"
        ),
        pytest.param(
            item(HUVUD, ATERREMISS, BORDLAGGNING, FOR, ATER, BORD), True, id="two formal ones"
        ),
        pytest.param(item(*LAID_TWO, ordning=said()), False, id="it was said"),
        pytest.param(item(*LAID_TWO, fraga(DAG, TILLBAKA)), False, id="one has been put"),
        pytest.param(
            item(HUVUD, TILLAGG, TILLAGG_2, ATERREMISS), False, id="nobody has moved anything"
        ),
        pytest.param(
            item(HUVUD, ANDRING, POINT_3, ANDRA, THREE), False, id="two points are two questions"
        ),
        pytest.param(
            item(HUVUD, ANDRING, POINT_3, POINT_4, ANDRA, THREE, FOUR), True, id="three points"
        ),
    ],
)
def test_the_order_is_said_where_there_are_more_than_two_to_choose_between_r93(
    paragraf: Paragraf, wanted: bool
) -> None:
    assert wants_order(paragraf) is wanted
    assert (next_step(paragraf) == Steg(StegKod.ORDNING, regel="R93")) is wanted


def test_the_rule_behind_a_question_on_more_than_two_proposals_is_another() -> None:
    three = item(HUVUD, ALTERNATIV, FOR, MOT, EGET, ordning=said())
    assert (next_step(three).regel, next_step(three).satt) == ("R95", Satt.VART_FOR_SIG)
    late = item(HUVUD, ALTERNATIV, MOT, EGET, MAIN)
    assert next_step(late).kod is StegKod.HUVUDFRAGA


def stands(id: str, uppdrag: str = "ordförande", **fields: Any) -> Forslag:
    return forslag(id, ForslagSlag.VAL, kandidater=who(id), uppdrag=uppdrag, platser=1, **fields)


ANNA, BO, CIA = stands("m"), stands("n"), stands("l", "vice ordförande")
FOR_ANNA, FOR_CIA = yrkar("x", stand(BIFALL, "m")), yrkar("z", stand(BIFALL, "l"))
CONTEST = (bifall("m"), bifall("n"))
ELECTED = fraga(*CONTEST)


@pytest.mark.parametrize(
    ("paragraf", "step"),
    [
        pytest.param(
            item(ANNA, BO), Steg(StegKod.VAL, CONTEST, "R80", Satt.MOT_VARANDRA), id="contested"
        ),
        pytest.param(
            item(ANNA, FOR_ANNA), Steg(StegKod.VAL, (bifall("m"),), "R79"), id="moved in the room"
        ),
        pytest.param(
            item(ANNA), Steg(StegKod.BESLUT, (bifall("m"),), "R79"), id="as prepared: at once"
        ),
        pytest.param(
            item(ANNA, CIA),
            Steg(StegKod.BESLUT, (bifall("m"), bifall("l")), "R79"),
            id="two as prepared",
        ),
        pytest.param(
            item(CIA, ANNA, BO), Steg(StegKod.VAL, CONTEST, "R80"), id="only one is contested"
        ),
        pytest.param(item(ANNA, BO, ELECTED), Steg(StegKod.BESLUT, regel="R6"), id="elected"),
        pytest.param(
            item(ANNA, BO, CIA, FOR_CIA, ELECTED),
            Steg(StegKod.VAL, (bifall("l"),), "R79"),
            id="the next election",
        ),
        pytest.param(
            item(HUVUD, ANNA, BO), Steg(StegKod.BESLUT, (bifall("f"),), "R191"), id="and a matter"
        ),
        pytest.param(
            item(HUVUD, FOR, ANNA, BO),
            Steg(StegKod.HUVUDFRAGA, (bifall("f"),), "R62"),
            id="the matter first",
        ),
        pytest.param(
            item(HUVUD, FOR, ANNA, BO, fraga(bifall("f"))),
            Steg(StegKod.VAL, CONTEST, "R80"),
            id="then the election",
        ),
        pytest.param(
            item(HUVUD, FOR, ANNA, fraga(bifall("f"))),
            Steg(StegKod.BESLUT, regel="R6"),
            id="the matter is found, and nobody contests the election",
        ),
    ],
)
def test_an_election_is_put_where_it_is_contested_or_moved_in_the_room(
    paragraf: Paragraf, step: Steg
) -> None:
    assert next_step(paragraf) == step


@pytest.mark.parametrize(
    ("paragraf", "lage"),
    [
        pytest.param(item(ANNA, BO), Lage.SAKNAS, id="a contested election, nothing put"),
        pytest.param(item(ANNA, BO, ASKED), Lage.PAGAR, id="a vote is open"),
        pytest.param(
            item(ANNA, BO, fraga(bifall("l"))), Lage.PAGAR, id="another election has been put"
        ),
        pytest.param(item(ANNA), Lage.TOMT, id="nobody contests it"),
        pytest.param(item(HUVUD, MOT, counted(ASKED, 7, 6)), Lage.KLART, id="a vote was counted"),
        pytest.param(
            item(HUVUD, ALTERNATIV, MOT, EGET, fraga(bifall("f"), avslag("f"), bifall("g"))),
            Lage.KLART,
            id="three proposals were put",
        ),
        pytest.param(
            item(HUVUD, ALTERNATIV, MOT, EGET, MAIN), Lage.PAGAR, id="one of three is left"
        ),
        pytest.param(item(ANNA, BO, ELECTED), Lage.KLART, id="elected"),
        pytest.param(item(HUVUD, MOT, ANNA), Lage.SAKNAS, id="a matter beside it"),
        pytest.param(
            decided(item(HUVUD, TILLAGG, LAGGA_TILL, MAIN)), Lage.SAKNAS, id="a tillägg never put"
        ),
        pytest.param(decided(item(HUVUD, MOT)), Lage.SAKNAS, id="decided and nothing put"),
        pytest.param(
            decided(item(HUVUD, MOT, slag=sorted(RUTIN)[0])), Lage.TOMT, id="routine needs nothing"
        ),
        pytest.param(
            item(HUVUD, MOT, slag=sorted(RUTIN)[0]), Lage.SAKNAS, id="routine that is not over"
        ),
    ],
)
def test_what_the_procedure_lacks(paragraf: Paragraf, lage: Lage) -> None:
    assert states(paragraf)[Del.BESLUTSGANG] == (lage, len(paragraf.fraga))


@pytest.mark.parametrize(
    "written",
    [{"arende": "En beskrivning."}, {"handling": (Handling(id="h"),)}, {"forslag": (HUVUD,)}],
    ids=["a description", "a handling", "a förslag"],
)
def test_a_matter_is_written_when_any_part_of_it_is(written: dict[str, Any]) -> None:
    assert states(replace(item(), **written))[Del.ARENDE] == (Lage.KLART, 0)


def test_yttranden_are_counted_with_the_anteckningar() -> None:
    p = replace(item(), anteckning=(Anteckning(id="a"),), yttrande=(Yttrande(id="y"),))
    assert states(p)[Del.ANTECKNINGAR] == (Lage.KLART, 2)


def test_an_item_is_unsettled_while_a_line_is_not_understood_or_a_part_is_missing() -> None:
    whole = decided(item(HUVUD, FOR, MAIN))
    puzzling = replace(whole, notering=(Notering(id="n"), Notering(id="m", otolkad=True)))
    plain = replace(whole, notering=(Notering(id="n"),))
    assert [unread(p) for p in (whole, plain, puzzling)] == [False, False, True]
    assert [unsettled(p) for p in (whole, plain, puzzling)] == [False, False, True]
    assert unsettled(item(HUVUD)) and not unread(item(HUVUD))
