"""The whole order of the propositions, as the chair may say it before any is put."""

from __future__ import annotations

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.svar import Svar
from protokoll_tui.procedure import StegKod
from protokoll_tui.procedure.plan import planned
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
    item,
    stand,
    yrkar,
)

FORMELL, HUVUDFRAGA, PUNKT, ADDED = (
    StegKod.FORMELL,
    StegKod.HUVUDFRAGA,
    StegKod.PUNKT,
    StegKod.TILLAGG,
)
LAID = (HUVUD, TILLAGG, TILLAGG_2)
PARTS = (HUVUD, ALTERNATIV, TILLAGG, TILLAGG_2, ATERREMISS, BORDLAGGNING)
ALL = (FOR, MOT, EGET, LAGGA_TILL, LAGGA_TILL_2, ATER, BORD)
MATTER = (HUVUDFRAGA, (bifall("f"), avslag("f"), bifall("g")))


def test_formal_ones_first_then_the_matter_then_each_tillagg_r90_r96() -> None:
    assert planned(item(*PARTS, *ALL)) == (
        (FORMELL, (avslag("r"), bifall("r"))),
        (FORMELL, (avslag("o"), bifall("o"))),
        MATTER,
        (ADDED, (bifall("t"), avslag("t"))),
        (ADDED, (bifall("u"), avslag("u"))),
    )


def test_what_has_been_put_is_not_planned_again() -> None:
    put = Fraga(id="q", svar=(avslag("r"), bifall("r")), funnet=avslag("r"))
    added = Fraga(id="q2", svar=(bifall("t"), avslag("t")), funnet=bifall("t"))
    kinds = [(kod, svar[0].pa[0].pa) for kod, svar in planned(item(*PARTS, *ALL, put, added))]
    assert kinds == [(FORMELL, "o"), (HUVUDFRAGA, "f"), (ADDED, "u")]


def test_tillagg_that_are_put_together_are_one_question_r97() -> None:
    said = Propositionsordning(id="o", samlat=("t", "u"))
    p = item(*LAID, FOR, LAGGA_TILL, LAGGA_TILL_2, ordning=(said,))
    aims = (Mal(pa="t"), Mal(pa="u"))
    assert planned(p)[1:] == ((ADDED, (Svar(pa=aims), Svar(verkan=AVSLAG, pa=aims))),)


def test_one_that_is_laid_between_two_that_are_put_together_does_not_part_them() -> None:
    said = Propositionsordning(id="o", samlat=("t", "u"))
    between = forslag("l", TILLAGG.slag)
    p = item(HUVUD, TILLAGG, between, TILLAGG_2, ordning=(said,))
    assert [[m.pa for m in svar[0].pa] for _, svar in planned(p)[1:]] == [["t", "u"], ["l"]]


def test_points_are_questions_of_their_own_r99() -> None:
    other = forslag("l", ANDRING.slag, mot=Mal(pa="f", punkter=(3,)))
    p = item(HUVUD, ANDRING, other, FOR, ANDRA, yrkar("n", stand(BIFALL, "l")))
    assert planned(p) == (
        (PUNKT, (bifall("f", 2), bifall("k"))),
        (PUNKT, (bifall("f", 3), bifall("l"))),
    )


def test_nothing_is_planned_where_nothing_is_proposed() -> None:
    assert planned(item()) == ()
