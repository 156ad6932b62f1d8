"""The one next thing to do in a §, and how far its parts have come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.anteckning import Anteckning
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.svar import Svar
from protokoll_tui.procedure import Del, Lage, Steg, StegKod, next_step, progress
from tests.procedure.builders import (
    ALTERNATIV,
    ATER,
    ATERREMISS,
    AVSLAG,
    BORD,
    BORDLAGGNING,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    MOT,
    TILLAGG,
    avslag,
    bifall,
    decided,
    fraga,
    item,
    stand,
    yrkar,
)

DAG, TILLBAKA = avslag("r"), bifall("r")
FORMAL = (HUVUD, ATERREMISS, ATER, MOT)
MAIN = fraga(bifall("f"), avslag("f"))


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
