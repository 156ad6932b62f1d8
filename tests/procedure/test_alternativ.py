"""What there is to choose between: live yrkanden and förslag, and the answers they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import (
    additions,
    alternatives,
    formal_question,
    live_forslag,
    live_yrkanden,
    main_forslag,
    same_svar,
)
from protokoll_tui.procedure.alternativ import (
    against_all,
    changed_together,
    in_said_order,
    is_refused,
    resolved,
    together,
    yes_or_no,
)
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
    forslag,
    fraga,
    item,
    stand,
    yrkar,
)

DAG, TILLBAKA = avslag("r"), bifall("r")


@pytest.mark.parametrize(
    ("paragraf", "answers"),
    [
        pytest.param(item(), (), id="nothing laid"),
        pytest.param(item(HUVUD), (bifall("f"),), id="nobody said anything"),
        pytest.param(item(HUVUD, FOR), (bifall("f"),), id="plain bifall"),
        pytest.param(item(HUVUD, MOT), (bifall("f"), avslag("f")), id="avslag against it, R98"),
        pytest.param(
            item(HUVUD, FOR, MOT), (bifall("f"), avslag("f")), id="the huvudförslag first, R95"
        ),
        pytest.param(
            item(HUVUD, ALTERNATIV, EGET), (bifall("f"), bifall("g")), id="another proposal"
        ),
        pytest.param(
            item(HUVUD, ANDRING, ANDRA),
            (bifall("f"), bifall("k")),
            id="a changed point against the original, R96",
        ),
        pytest.param(item(HUVUD, TILLAGG, LAGGA_TILL), (bifall("f"),), id="tillägg apart, R96"),
        pytest.param(item(HUVUD, ATERREMISS, ATER), (bifall("f"),), id="formal ones apart, R90"),
        pytest.param(item(MOT), (avslag("f"),), id="only one avslag is left, R100"),
        pytest.param(
            item(yrkar("b", stand(AVSLAG, ""))),
            (avslag(""),),
            id="no förslag at all, R100",
        ),
        pytest.param(
            item(yrkar("a", stand(BIFALL, "")), yrkar("b", stand(AVSLAG, "")), HUVUD),
            (bifall("f"), avslag("f")),
            id="the förslag was written down after the yrkanden",
        ),
        pytest.param(
            item(HUVUD, yrkar("a", stand(BIFALL, "f", 1, 2), stand(AVSLAG, "f", 3))),
            (bifall("f"), bifall("f", 1, 2), avslag("f", 3)),
            id="point by point, R99",
        ),
        pytest.param(
            item(HUVUD, MOT, yrkar("c", stand(AVSLAG, "f"))),
            (bifall("f"), avslag("f")),
            id="two who ask the same are one answer, R93",
        ),
    ],
)
def test_the_answers_to_the_main_question(paragraf: Paragraf, answers: tuple[Svar, ...]) -> None:
    assert alternatives(paragraf) == answers


@pytest.mark.parametrize("nar", [True, time(15, 50)])
def test_a_yrkande_taken_back_is_no_alternative_and_its_forslag_dies_with_it_r3(
    nar: time | bool,
) -> None:
    paragraf = item(HUVUD, ALTERNATIV, replace(EGET, atertaget=nar))
    assert live_yrkanden(paragraf) == ()
    assert live_forslag(paragraf) == (HUVUD,)
    assert alternatives(paragraf) == (bifall("f"),)


def test_a_yrkande_changed_in_the_debate_replaces_the_old_one_r94() -> None:
    changed = yrkar("n", stand(AVSLAG, "f"), ersatter=("c",))
    paragraf = item(HUVUD, ALTERNATIV, EGET, changed)
    assert live_yrkanden(paragraf) == (changed,)
    assert alternatives(paragraf) == (bifall("f"), avslag("f"))


def test_a_proposal_lives_while_someone_else_still_asks_for_it() -> None:
    other = yrkar("n", stand(BIFALL, "g"))
    paragraf = item(HUVUD, ALTERNATIV, replace(EGET, atertaget=True), other)
    assert live_forslag(paragraf) == (HUVUD, ALTERNATIV)


def test_a_proposal_that_only_its_opponent_still_speaks_of_is_dead() -> None:
    against = yrkar("n", stand(AVSLAG, "r"))
    paragraf = item(HUVUD, ATERREMISS, replace(ATER, atertaget=True), against)
    assert live_forslag(paragraf) == (HUVUD,)
    assert formal_question(paragraf) == ()
    assert alternatives(paragraf) == (bifall("f"),)


@pytest.mark.parametrize("gone", [{"aterkallat": True}, {"ersatt_av": "g"}], ids=str)
def test_a_main_proposal_drawn_back_takes_the_stands_towards_it_along(
    gone: dict[str, str | bool],
) -> None:
    paragraf = item(replace(HUVUD, **gone), MOT)  # type: ignore[arg-type]
    assert main_forslag(paragraf) is None
    assert alternatives(paragraf) == ()


def test_formal_yrkanden_are_tried_one_by_one_in_the_order_laid_r91() -> None:
    laid = (HUVUD, ATERREMISS, BORDLAGGNING, ATER, BORD)
    assert formal_question(item(*laid)) == (DAG, TILLBAKA)
    after_first = item(*laid, fraga(DAG, TILLBAKA))
    assert formal_question(after_first) == (avslag("o"), bifall("o"))
    after_both = item(*laid, fraga(DAG, TILLBAKA), fraga(avslag("o"), bifall("o")))
    assert formal_question(after_both) == ()


def test_a_formal_question_without_a_finding_still_waits() -> None:
    put = replace(fraga(DAG, TILLBAKA), funnet=None)
    assert formal_question(item(HUVUD, ATERREMISS, ATER, put)) == (DAG, TILLBAKA)


def test_a_withdrawn_aterremiss_is_not_asked_about_r3() -> None:
    assert formal_question(item(HUVUD, ATERREMISS, replace(ATER, atertaget=True))) == ()


def test_tillagg_come_one_by_one_until_each_is_put_r97() -> None:
    laid = (HUVUD, TILLAGG, TILLAGG_2, LAGGA_TILL, LAGGA_TILL_2)
    assert additions(item(*laid)) == (TILLAGG, TILLAGG_2)
    assert additions(item(*laid, fraga(bifall("t"), avslag("t")))) == (TILLAGG_2,)


def test_answers_are_the_same_whatever_order_and_unknown_keys() -> None:
    both = Svar(verkan=AVSLAG, pa=(Mal(pa="r"), Mal(pa="o")))
    turned = Svar(verkan=AVSLAG, pa=(Mal(pa="o"), Mal(pa="r")), okant=(("x", 1),))
    assert same_svar(both, turned)
    assert not same_svar(both, replace(both, verkan=BIFALL))
    assert not same_svar(bifall("f"), bifall("f", 1))
    assert not same_svar(both, None)
    assert same_svar(None, None)


NOT_PUT = replace(ALTERNATIV, avvisat=True)
OVERRULE = forslag("y", ForslagSlag.ORDNINGSFRAGA, mot=Mal(pa="g"))
OF_ANOTHER = forslag("y", ForslagSlag.ORDNINGSFRAGA, mot=Mal(pa="f"))
NO_ORDER = forslag("y", ForslagSlag.ORDNINGSFRAGA)
LATER = forslag("y", ForslagSlag.BORDLAGGNING, mot=Mal(pa="g"))
PUT_IT, LEAVE_IT = fraga(bifall("y"), avslag("y")), fraga(avslag("y"), bifall("y"))


@pytest.mark.parametrize(
    ("parts", "refused"),
    [
        pytest.param((), True, id="nobody asked"),
        pytest.param((OVERRULE, PUT_IT), False, id="fullmäktige overruled the chair"),
        pytest.param((OVERRULE, LEAVE_IT), True, id="fullmäktige agreed with the chair"),
        pytest.param((OVERRULE, replace(PUT_IT, funnet=None)), True, id="not settled"),
        pytest.param((OVERRULE, fraga(bifall("f"), avslag("f"))), True, id="another question"),
        pytest.param((OF_ANOTHER, PUT_IT), True, id="of another proposal"),
        pytest.param((NO_ORDER, PUT_IT), True, id="of none"),
        pytest.param((LATER, PUT_IT), True, id="a bordläggning is no question of order"),
    ],
)
def test_what_the_chair_did_not_put_is_out_unless_fullmaktige_wants_it_r68(
    parts: tuple[Forslag | Fraga, ...], refused: bool
) -> None:
    p = item(HUVUD, NOT_PUT, EGET, *parts)
    assert is_refused(p, NOT_PUT) is refused
    assert (NOT_PUT in live_forslag(p)) is not refused
    assert not is_refused(p, HUVUD)


def said(**fields: Any) -> tuple[Propositionsordning, ...]:
    return (Propositionsordning(id="o", **fields),)


def test_the_same_words_are_put_as_one_and_the_huvudforslag_only_for_itself_r93() -> None:
    p = item(HUVUD, ALTERNATIV, TILLAGG, ordning=said(lika=("f", "g", "gone")))
    assert together(p, "f") == ("f", "g")
    assert together(p, "g") == ("g",)
    assert together(p, "t") == ("t",)
    both = item(TILLAGG, TILLAGG_2, ordning=said(samlat=("t", "u")))
    aims = (Mal(pa="t"), Mal(pa="u"))
    assert yes_or_no(both, TILLAGG) == (Svar(pa=aims), Svar(verkan=AVSLAG, pa=aims))
    assert yes_or_no(item(), TILLAGG) == (bifall("t"), avslag("t"))
    assert resolved(both, avslag("u")) == Svar(verkan=AVSLAG, pa=aims)


def test_the_order_that_was_said_goes_before_the_order_laid() -> None:
    laid = (ATERREMISS, BORDLAGGNING, TILLAGG)
    assert in_said_order(item(ordning=said(ordning=("t", "o"))), laid) == (
        TILLAGG,
        BORDLAGGNING,
        ATERREMISS,
    )
    assert in_said_order(item(), laid) == laid


POINT_3 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3,)))
OF_OTHER = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="g", punkter=(3,)))
WHOLE = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f"))
AIMLESS = forslag("l", ForslagSlag.ANDRING)
OWN_POINTS = forslag("l", ForslagSlag.ALTERNATIV, mot=Mal(pa="f", punkter=(3,)))
BOTH = yrkar("d", stand(BIFALL, "k"), stand(BIFALL, "l"))


@pytest.mark.parametrize(
    ("other", "yrkande", "expected"),
    [
        pytest.param(POINT_3, BOTH, ("k", "l"), id="two points in one yrkande"),
        pytest.param(POINT_3, ANDRA, ("k",), id="the other was laid by another"),
        pytest.param(OF_OTHER, BOTH, ("k",), id="points of another proposal"),
        pytest.param(WHOLE, BOTH, ("k",), id="the other is of the whole"),
        pytest.param(AIMLESS, BOTH, ("k",), id="the other says not of what"),
        pytest.param(OWN_POINTS, BOTH, ("k",), id="the other is no ändring"),
        pytest.param(
            POINT_3,
            yrkar("d", stand(BIFALL, "k"), stand(AVSLAG, "l")),
            ("k",),
            id="avslag on the other",
        ),
        pytest.param(
            POINT_3,
            yrkar("d", stand(BIFALL, "k", hand=1), stand(BIFALL, "l", hand=2)),
            ("k",),
            id="in first and second hand",
        ),
        pytest.param(
            POINT_3,
            yrkar("d", stand(BIFALL, "l"), stand(BIFALL, "f"), stand(BIFALL, "k")),
            ("l", "k"),
            id="in the order they were laid, and nothing but ändringar",
        ),
    ],
)
def test_changes_of_points_that_were_laid_together_are_one_r96(
    other: Forslag, yrkande: Yrkande, expected: tuple[str, ...]
) -> None:
    p = item(HUVUD, ALTERNATIV, ANDRING, other, yrkande)
    assert changed_together(p, "k") == expected
    assert resolved(p, bifall("k")) == bifall(expected[0])
    assert resolved(p, avslag("k")) == avslag("k")


def test_what_is_no_change_of_points_is_laid_with_nothing() -> None:
    p = item(HUVUD, ALTERNATIV, WHOLE, TILLAGG, EGET)
    assert [changed_together(p, id) for id in ("f", "g", "l", "t", "gone")] == [()] * 5


def test_avslag_on_all_that_is_moved_is_for_one_mover_and_without_a_huvudforslag_r100() -> None:
    own = (ALTERNATIV, forslag("l", ForslagSlag.ALTERNATIV))
    moved = (EGET, yrkar("x", stand(BIFALL, "l")))
    one, other = yrkar("n", stand(AVSLAG, "g")), yrkar("m", stand(AVSLAG, "l"))
    assert against_all(item(*own, *moved, one, other), one) == ()
    same = replace(other, av=one.av)
    both = (one.stallning[0], other.stallning[0])
    assert against_all(item(*own, *moved, one, same), one) == both
    with_main = item(HUVUD, *own[:1], *moved[:1], one)
    assert against_all(with_main, one) == ()
    unnamed = item(*own[:1], *moved[:1], yrkar("a", stand(BIFALL, "")), one)
    assert against_all(unnamed, one) == one.stallning
