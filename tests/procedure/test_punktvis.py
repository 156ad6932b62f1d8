"""Yrkanden on different points of one förslag: which questions they make, and what they mean."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.punktvis import (
    answer_for,
    disputes,
    is_whole,
    point_by_point,
    points_hit,
    same_question,
    shares_points,
)
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    AVSLAG,
    BIFALL,
    EGET,
    FOR,
    HUVUD,
    MOT,
    avslag,
    bifall,
    forslag,
    item,
    stand,
    yrkar,
)

H, NO, G, K, L = bifall("f"), avslag("f"), bifall("g"), bifall("k"), bifall("l")
POINT_3 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3,)))
POINTS_23 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3, 2)))
POINTS_34 = forslag("m", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3, 4)))
POINT_1 = forslag("n", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(1,)))
WHOLE = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f"))
OF_OTHER = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="g", punkter=(3,)))
THREE = yrkar("e", stand(BIFALL, "l"))
FOUR = yrkar("h", stand(BIFALL, "m"))
ONE = yrkar("i", stand(BIFALL, "n"))
NOT_1 = yrkar("j", stand(AVSLAG, "f", 1))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((), (), id="nothing is proposed"),
        pytest.param((HUVUD,), ((H,),), id="nobody is against it"),
        pytest.param((HUVUD, FOR, MOT), ((H, NO),), id="on the whole"),
        pytest.param((HUVUD, ANDRING, ANDRA), ((H, K),), id="one set of points is one question"),
        pytest.param(
            (HUVUD, ANDRING, POINT_3, ANDRA, THREE),
            ((bifall("f", 2), K), (bifall("f", 3), L)),
            id="two points apart, R99",
        ),
        pytest.param(
            (HUVUD, ANDRING, POINT_3, THREE, ANDRA),
            ((bifall("f", 3), L), (bifall("f", 2), K)),
            id="in the order moved",
        ),
        pytest.param(
            (HUVUD, ANDRING, POINTS_23, ANDRA, THREE), ((H, K, L),), id="they share a point"
        ),
        pytest.param(
            (HUVUD, ANDRING, POINT_1, POINTS_34, POINTS_23, ANDRA, ONE, FOUR, THREE),
            ((bifall("f", 2, 3, 4), K, bifall("m"), L), (bifall("f", 1), bifall("n"))),
            id="one that shares with two joins them, where the first came",
        ),
        pytest.param(
            (HUVUD, POINT_1, ANDRING, POINT_3, ONE, ANDRA, THREE, MOT),
            (
                (H, NO),
                (bifall("f", 1), bifall("n")),
                (bifall("f", 2), K),
                (bifall("f", 3), L),
            ),
            id="the whole first, where it is contested too",
        ),
        pytest.param(
            (HUVUD, ANDRING, ANDRA, NOT_1),
            ((bifall("f", 2), K), (bifall("f", 1), avslag("f", 1))),
            id="avslag on a point",
        ),
        pytest.param(
            (HUVUD, ALTERNATIV, OF_OTHER, ANDRING, EGET, THREE, ANDRA),
            ((H, G, L, K),),
            id="points of another proposal are about the whole of this",
        ),
        pytest.param((ANDRING, POINT_3, ANDRA, THREE), ((K, L),), id="without a huvudförslag"),
    ],
)
def test_each_set_of_points_is_a_question(
    parts: tuple[Forslag | Yrkande, ...], expected: tuple[tuple[Svar, ...], ...]
) -> None:
    assert disputes(item(*parts)) == expected


P = item(HUVUD, ALTERNATIV, ANDRING, POINT_3, WHOLE, ANDRA, THREE)
LAID = item(HUVUD, ANDRING, POINT_3, yrkar("d", stand(BIFALL, "k"), stand(BIFALL, "l")))


@pytest.mark.parametrize(
    ("svar", "points"),
    [
        pytest.param(H, set(), id="the whole"),
        pytest.param(bifall("f", 1, 4), {1, 4}, id="points of it"),
        pytest.param(K, {2}, id="an ändring of a point"),
        pytest.param(G, set(), id="another proposal"),
        pytest.param(bifall("gone"), set(), id="nothing that is known"),
        pytest.param(Svar(pa=(Mal(pa="k"), Mal(pa="f", punkter=(4,)))), {2, 4}, id="two aims"),
        pytest.param(Svar(pa=(Mal(pa="k"), Mal(pa="f"))), set(), id="one of them the whole"),
    ],
)
def test_the_points_that_an_answer_is_about(svar: Svar, points: set[int]) -> None:
    assert points_hit(P, svar) == points
    assert points_hit(item(ALTERNATIV), svar) == set()


def test_changes_laid_together_are_about_the_points_of_them_all_r96() -> None:
    assert points_hit(LAID, K) == points_hit(LAID, L) == {2, 3}


AT_2, AT_3 = (bifall("f", 2), K), (bifall("f", 3), avslag("f", 3))
ALL = (H, NO, G)


@pytest.mark.parametrize(
    ("a", "b", "same", "touch"),
    [
        pytest.param(AT_2, AT_2, True, True, id="the same points"),
        pytest.param(AT_2, AT_3, False, False, id="other points"),
        pytest.param(AT_2, (bifall("f", 2, 3), NO), False, True, id="one is on the whole too"),
        pytest.param(AT_2, (bifall("f", 2, 3), avslag("f", 3)), True, True, id="they share one"),
        pytest.param(ALL, (H, G), True, True, id="both on the whole"),
        pytest.param(AT_2, ALL, False, True, id="points and the whole"),
        pytest.param(ALL, AT_2, False, True, id="the whole and points"),
        pytest.param((H, K), AT_2, True, True, id="the whole against a point is on the point"),
    ],
)
def test_two_questions_are_one_where_they_share_points(
    a: tuple[Svar, ...], b: tuple[Svar, ...], same: bool, touch: bool
) -> None:
    assert (same_question(P, a, b), shares_points(P, a, b)) == (same, touch)
    assert (same_question(P, b, a), shares_points(P, b, a)) == (same, touch)


def test_a_question_is_on_the_whole_when_some_answer_but_the_huvudforslag_is() -> None:
    assert is_whole(P, ALL) and is_whole(P, (H,)) and is_whole(P, (K, G))
    assert not is_whole(P, AT_2) and not is_whole(P, (H, K))
    assert is_whole(item(ANDRING, ANDRA), (K,)), "there is no huvudförslag"


@pytest.mark.parametrize(
    ("question", "wanted", "expected"),
    [
        pytest.param(AT_2, K, K, id="one of the answers"),
        pytest.param(AT_2, H, bifall("f", 2), id="bifall to the whole holds for its points"),
        pytest.param(AT_2, bifall("f", 2, 3), bifall("f", 2), id="bifall to more points"),
        pytest.param(AT_2, bifall("f", 3), None, id="other points"),
        pytest.param(AT_2, avslag("f", 2), avslag("f", 2), id="avslag that no one else asks for"),
        pytest.param(AT_2, avslag("f", 2, 3), avslag("f", 2), id="avslag on more points"),
        pytest.param(AT_2, NO, None, id="avslag on the whole says nothing of the points"),
        pytest.param(AT_2, G, None, id="another proposal"),
        pytest.param(ALL, H, H, id="on the whole: the whole"),
        pytest.param(ALL, bifall("f", 2), None, id="on the whole: points say nothing"),
        pytest.param((H, G), NO, None, id="on the whole: avslag is not put"),
        pytest.param((NO, G), H, None, id="on the whole: bifall is not put"),
        pytest.param((Svar(), G), H, None, id="an answer without an aim"),
        pytest.param(
            AT_2,
            Svar(pa=(Mal(pa="g"), Mal(pa="f", punkter=(2,)))),
            bifall("f", 2),
            id="one of several aims",
        ),
    ],
)
def test_what_a_wish_comes_to_in_a_question_on_points(
    question: tuple[Svar, ...], wanted: Svar, expected: Svar | None
) -> None:
    assert answer_for(P, question, wanted) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param((bifall("f", 1), K), True, id="each on points"),
        pytest.param((H, K), True, id="the whole, and a point of it"),
        pytest.param((K,), False, id="one is no several"),
        pytest.param((K, G), False, id="another proposal among them"),
        pytest.param((NO, K), False, id="avslag on the whole"),
        pytest.param((), False, id="nothing was found"),
    ],
)
def test_several_answers_on_points_are_one_decision(
    found: tuple[Svar, ...], expected: bool
) -> None:
    assert point_by_point(P, found) is expected


def test_without_a_huvudforslag_nothing_is_decided_by_points() -> None:
    assert not point_by_point(item(ANDRING, ANDRA), (K, L))
