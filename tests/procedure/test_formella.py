"""Several formal questions in one item: which of them are still put when one has carried."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.svar import Svar
from protokoll_tui.procedure import StegKod, Utfall, decided_svar, next_step, outcomes
from protokoll_tui.procedure.forlopp import Praxis
from tests.procedure.builders import (
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    BORD,
    BORDLAGGNING,
    FOR,
    HUVUD,
    avslag,
    bifall,
    forslag,
    fraga,
    item,
    stand,
    yrkar,
)

ANNAN = forslag("v", ForslagSlag.ATERREMISS)
FRAGA = forslag("x", ForslagSlag.ORDNINGSFRAGA)
LAID = (HUVUD, ATERREMISS, BORDLAGGNING, ANNAN, FOR, ATER, BORD, yrkar("w", stand(BIFALL, "v")))


def put(*questions: Fraga, said: tuple[str, ...] = ()) -> Paragraf:
    """The item with these questions put, and what the chair said of their order."""
    order = (Propositionsordning(id="o", ordning=said),) if said else ()
    numbered = tuple(replace(q, id=f"q{n}") for n, q in enumerate(questions))
    return replace(item(*LAID), ordning=order, fraga=numbered)


CARRIED = fraga(avslag("r"), bifall("r"), funnet=bifall("r"))
DENIED = fraga(avslag("r"), bifall("r"), funnet=avslag("r"))


def ruled(q: Fraga, vinnare: Svar) -> Fraga:
    return replace(q, avgorande=Avgorande(grund=Grund.MINORITET, vinnare=vinnare))


@pytest.mark.parametrize(
    ("paragraf", "kod", "about"),
    [
        pytest.param(put(CARRIED), StegKod.BESLUT, "", id="the others are not tried, R92"),
        pytest.param(put(DENIED), StegKod.FORMELL, "o", id="the next one, as laid, R91"),
        pytest.param(
            put(CARRIED, said=("r", "v")),
            StegKod.FORMELL,
            "v",
            id="another återremiss, where the chair said that it is put",
        ),
        pytest.param(
            put(CARRIED, said=("r", "v", "o", "f")),
            StegKod.BESLUT,
            "",
            id="none, where the order of all of it was approved",
        ),
        pytest.param(
            put(CARRIED, said=("r", "o", "v")),
            StegKod.FORMELL,
            "v",
            id="but no bordläggning of what is sent back",
        ),
        pytest.param(
            put(CARRIED, fraga(avslag("v"), bifall("v"), funnet=avslag("v")), said=("r", "o", "v")),
            StegKod.BESLUT,
            "",
            id="both put",
        ),
        pytest.param(
            put(ruled(DENIED, bifall("r"))),
            StegKod.FORMELL,
            "o",
            id="each minority has its own tried, R71",
        ),
        pytest.param(
            put(ruled(DENIED, avslag("r")), fraga(avslag("o"), bifall("o"), funnet=bifall("o"))),
            StegKod.BESLUT,
            "",
            id="a third that did not ask for it opens nothing",
        ),
    ],
)
def test_what_is_put_after_a_formal_question(paragraf: Paragraf, kod: StegKod, about: str) -> None:
    step = next_step(paragraf)
    assert step.kod is kod
    aims = {mal.pa for svar in step.svar for mal in svar.pa}
    assert aims == ({about} if about else set())


@pytest.mark.parametrize("slag", [ParagrafSlag.ORDNINGSFRAGA, ParagrafSlag.FRAGA])
@pytest.mark.parametrize("found", [bifall("x"), avslag("x")])
def test_where_nothing_else_is_proposed_the_answer_is_the_decision(
    slag: ParagrafSlag, found: Svar
) -> None:
    asked = yrkar("a", stand(BIFALL, "x"))
    p = replace(item(FRAGA, asked), slag=slag)
    assert next_step(p).kod is StegKod.FORMELL
    p = replace(p, fraga=(fraga(avslag("x"), bifall("x"), funnet=found),))
    assert decided_svar(p) == (found,)
    assert next_step(p).kod is StegKod.BESLUT


def test_a_question_of_order_settles_no_ordinary_item() -> None:
    tried = fraga(avslag("x"), bifall("x"), funnet=bifall("x"))
    p = item(FRAGA, yrkar("a", stand(BIFALL, "x")), tried)
    assert decided_svar(p) == ()
    assert next_step(p).kod is StegKod.FORSLAG
    with_proposal = replace(item(HUVUD, FRAGA, FOR, tried), slag=ParagrafSlag.INTERPELLATION)
    assert decided_svar(with_proposal) == ()
    assert next_step(with_proposal).kod is StegKod.HUVUDFRAGA


@pytest.mark.parametrize("turned", [False, True], ids=["for first", "against first"])
def test_who_was_against_what_carried_has_lost_whatever_was_named_first_r43(turned: bool) -> None:
    stands = (stand(BIFALL, "f"), stand(AVSLAG, "r"))
    p = item(HUVUD, ATERREMISS, ATER, yrkar("n", *(reversed(stands) if turned else stands)))
    assert outcomes(replace(p, fraga=(CARRIED,)))["n"] is Utfall.AVSLAGET


def test_who_won_all_that_was_tried_has_not_lost() -> None:
    mover = yrkar("n", stand(BIFALL, "r"), stand(AVSLAG, "f"))
    assert outcomes(item(HUVUD, ATERREMISS, mover, CARRIED))["n"] is Utfall.BIFALLET


def test_two_stands_in_first_hand_are_both_to_be_won() -> None:
    mover = yrkar(
        "n", stand(BIFALL, "r", hand=1), stand(BIFALL, "v", hand=1), stand(AVSLAG, "f", hand=2)
    )
    p = item(HUVUD, ATERREMISS, ANNAN, mover)
    denied = replace(fraga(avslag("v"), bifall("v"), funnet=avslag("v")), id="q1")
    assert outcomes(replace(p, fraga=(CARRIED, denied)))["n"] is Utfall.DELVIS


def test_what_was_lost_in_first_hand_stays_lost_where_the_second_is_not_tried() -> None:
    mover = yrkar("n", stand(BIFALL, "v", hand=1), stand(AVSLAG, "f", hand=2))
    p = item(HUVUD, ANNAN, ATERREMISS, mover, ATER)
    denied = replace(fraga(avslag("v"), bifall("v"), funnet=avslag("v")), id="q1")
    assert outcomes(replace(p, fraga=(denied, CARRIED)))["n"] is Utfall.AVSLAGET


KF, NAMND = Praxis(fullmaktige=True), Praxis()


@pytest.mark.parametrize(
    ("praxis", "changes", "about"),
    [
        pytest.param(KF, {}, "v", id="in fullmäktige a third may have its own motivering"),
        pytest.param(NAMND, {}, "", id="in a nämnd nobody has, R72"),
        pytest.param(KF, {"minoritet_forut": True}, "", id="nor where a minority has used it"),
    ],
)
def test_beside_a_majority_another_aterremiss_is_tried_where_a_minority_may_have_it_r71(
    praxis: Praxis, changes: dict[str, bool], about: str
) -> None:
    other = replace(ANNAN, motivering="för att höra facket")
    laid = replace(put(CARRIED), **changes)  # type: ignore[arg-type]
    p = replace(laid, forslag=(HUVUD, ATERREMISS, BORDLAGGNING, other))
    step = next_step(p, praxis)
    assert {mal.pa for svar in step.svar for mal in svar.pa} == ({about} if about else set())
    same = replace(p, forslag=(HUVUD, ATERREMISS, BORDLAGGNING, ANNAN))
    assert next_step(same, praxis).kod is StegKod.BESLUT  # Its motivering is there already.
    elects = replace(p, forslag=(*p.forslag, forslag("e", ForslagSlag.VAL)))
    assert next_step(elects, praxis).kod is StegKod.BESLUT  # R70: not in a val.


def test_a_bordlaggning_that_carried_leaves_no_aterremiss_to_be_tried() -> None:
    other = replace(ANNAN, motivering="för att höra facket")
    carried = fraga(avslag("o"), bifall("o"), funnet=bifall("o"))
    p = replace(put(carried), forslag=(HUVUD, BORDLAGGNING, other))
    assert next_step(p, KF).kod is StegKod.BESLUT
