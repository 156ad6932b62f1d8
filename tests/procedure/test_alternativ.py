"""What there is to choose between: live yrkanden and förslag, and the answers they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.procedure import (
    additions,
    alternatives,
    formal_question,
    live_forslag,
    live_yrkanden,
    main_forslag,
    same_svar,
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
