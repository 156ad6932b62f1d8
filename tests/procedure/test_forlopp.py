"""How far a matter has come, and in what groups its proposals meet: the house's own ways."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Metod, Propositionsordning, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.forlopp import (
    Avslagsplats,
    Praxis,
    course,
    is_unmoved,
    last_on_matter,
    method_of,
    next_main,
    rounds,
)
from protokoll_tui.procedure.utfall import decided_svar, losers, outcomes
from tests.procedure.builders import (
    ALTERNATIV,
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    MOT,
    avslag,
    bifall,
    forslag,
    item,
    stand,
    yrkar,
)

OTHER = forslag("l", ForslagSlag.ALTERNATIV)
THIRD = forslag("m", ForslagSlag.ALTERNATIV)
EGET_2, EGET_3 = yrkar("x", stand(BIFALL, "l")), yrkar("z", stand(BIFALL, "m"))
H, NO, G, L, M = bifall("f"), avslag("f"), bifall("g"), bifall("l"), bifall("m")
PARTS = (HUVUD, ALTERNATIV, OTHER, THIRD, ATERREMISS)
ALL = (FOR, MOT, EGET, EGET_2)
THREE = (FOR, EGET, EGET_2)
MOTFORSLAG, PARVIS, SINGLY = Metod
BLAND, FORST, SIST = Avslagsplats


def fraga(id: str, *svar: Svar, funnet: Svar | None = None, **fields: Any) -> Fraga:
    return Fraga(id=id, svar=svar, funnet=funnet, **fields)


def pair(id: str, *svar: Svar, funnet: Svar | None = None) -> Fraga:
    return fraga(id, *svar, funnet=funnet, satt=Satt.PARVIS)


def single(id: str, *, carried: bool) -> Fraga:
    """One proposal tried by itself."""
    yes, no = bifall(id[1:]), avslag(id[1:])
    return fraga(id, yes, no, funnet=yes if carried else no, satt=Satt.VART_FOR_SIG)


def test_the_way_said_in_the_room_goes_before_that_of_the_house() -> None:
    def said(*metoder: Metod | None) -> tuple[Propositionsordning, ...]:
        return tuple(Propositionsordning(id=f"o{n}", metod=m) for n, m in enumerate(metoder))

    house = Praxis(PARVIS)
    assert method_of(item(), house) is PARVIS
    assert method_of(item(ordning=said(None)), house) is PARVIS
    assert method_of(item(ordning=said(MOTFORSLAG, SINGLY, None)), house) is SINGLY
    assert method_of(item(ordning=said(MOTFORSLAG, PARVIS, SINGLY)), Praxis()) is SINGLY


@pytest.mark.parametrize(
    ("yrkanden", "praxis", "expected"),
    [
        pytest.param((FOR,), Praxis(), ((H,),), id="one proposal"),
        pytest.param((FOR, MOT), Praxis(PARVIS, FORST), ((H, NO),), id="two are one group"),
        pytest.param(ALL, Praxis(), ((H, NO, G, L),), id="all at once, R95"),
        pytest.param(ALL, Praxis(PARVIS), ((NO, G), (L,), (H,)), id="in pairs, huvud last, R95"),
        pytest.param(
            (*ALL, EGET_3), Praxis(PARVIS), ((NO, G), (L,), (M,), (H,)), id="five in pairs"
        ),
        pytest.param(ALL, Praxis(avslag=SIST), ((H, G, L), (NO,)), id="avslag last, R98"),
        pytest.param(
            (FOR, MOT, EGET),
            Praxis(PARVIS, SIST),
            ((H, G), (NO,)),
            id="avslag last, and two are no pairs",
        ),
        pytest.param(ALL, Praxis(PARVIS, SIST), ((G, L), (H,), (NO,)), id="in pairs, avslag last"),
        pytest.param(ALL, Praxis(avslag=FORST), ((H, NO), (G, L)), id="avslag first, R98"),
        pytest.param(
            ALL, Praxis(PARVIS, FORST), ((H, NO), (G,), (L,)), id="avslag first, then in pairs"
        ),
        pytest.param(THREE, Praxis(avslag=FORST), ((H, G, L),), id="nobody wants avslag: first"),
        pytest.param(THREE, Praxis(avslag=SIST), ((H, G, L),), id="nobody wants avslag: last"),
        pytest.param(THREE, Praxis(PARVIS), ((G, L), (H,)), id="three in pairs"),
    ],
)
def test_the_groups_that_the_proposals_meet_in(
    yrkanden: tuple[Yrkande, ...], praxis: Praxis, expected: tuple[tuple[Svar, ...], ...]
) -> None:
    assert rounds(item(*PARTS, *yrkanden), praxis) == expected


def test_without_a_huvudforslag_the_groups_are_of_what_was_moved() -> None:
    own = (ALTERNATIV, OTHER, THIRD)
    moved = item(*own, EGET, EGET_2, EGET_3)
    assert rounds(item(), Praxis()) == ()
    assert rounds(moved, Praxis(PARVIS, FORST)) == ((G, L), (M,))
    assert rounds(moved, Praxis(MOTFORSLAG, SIST)) == ((G, L, M),)
    against = item(*own, *(yrkar("q", *(stand(AVSLAG, f.id) for f in own)),), EGET, EGET_2)
    none = Svar(verkan=AVSLAG, pa=(Mal(pa="g"), Mal(pa="l")))
    assert rounds(against, Praxis(avslag=SIST))[0][:2] == (G, L)
    assert none.verkan is AVSLAG


def put(p_fraga: tuple[Fraga, ...], praxis: Praxis, *yrkanden: Yrkande) -> object:
    """The answers of the next question on the matter and how it is put, or None."""
    found = next_main(item(*PARTS, *(yrkanden or ALL), *p_fraga), praxis)
    return found and (found.svar, found.satt)


HELD_1, HELD_2 = bifall("q1"), bifall("q2")
FIRST = pair("q1", NO, G, funnet=G)
NEXT = pair("q2", HELD_1, L, funnet=L)
LAST = pair("q3", H, HELD_2, funnet=H)


@pytest.mark.parametrize(
    ("questions", "praxis", "expected"),
    [
        pytest.param((), Praxis(), ((H, NO, G, L), Satt.VART_FOR_SIG), id="all at once"),
        pytest.param((fraga("q", H, NO, G, L, funnet=H),), Praxis(), None, id="all were put"),
        pytest.param(
            (fraga("q", H, NO, G, funnet=H),),
            Praxis(),
            ((H, NO, G, L), Satt.VART_FOR_SIG),
            id="one came late: all anew",
        ),
        pytest.param((), Praxis(PARVIS), ((NO, G), Satt.PARVIS), id="the first pair"),
        pytest.param((FIRST,), Praxis(PARVIS), ((HELD_1, L), Satt.PARVIS), id="the second"),
        pytest.param(
            (FIRST, NEXT), Praxis(PARVIS), ((H, HELD_2), Satt.PARVIS), id="huvud stands first"
        ),
        pytest.param((FIRST, NEXT, LAST), Praxis(PARVIS), None, id="all pairs were put"),
        pytest.param(
            (pair("q1", H, NO, funnet=H),),
            Praxis(avslag=FORST),
            ((HELD_1, G, L), Satt.PARVIS),
            id="avslag first: then what is left",
        ),
        pytest.param(
            (fraga("q1", H, G, L, funnet=G),),
            Praxis(avslag=SIST),
            ((HELD_1, NO), Satt.PARVIS),
            id="avslag last",
        ),
        pytest.param(
            (fraga("q0", avslag("r"), bifall("r"), funnet=avslag("r")), FIRST),
            Praxis(PARVIS),
            ((HELD_1, L), Satt.PARVIS),
            id="a formal question is no pair",
        ),
        pytest.param((), Praxis(SINGLY), ((H, NO), Satt.VART_FOR_SIG), id="one at a time"),
        pytest.param(
            (single("qf", carried=False),),
            Praxis(SINGLY),
            ((G, avslag("g")), Satt.VART_FOR_SIG),
            id="the first fell: the next",
        ),
        pytest.param(
            (single("qf", carried=True),), Praxis(SINGLY), None, id="the first carried: no more"
        ),
        pytest.param(
            (single("qf", carried=False), single("qg", carried=False), single("ql", carried=False)),
            Praxis(SINGLY),
            None,
            id="all fell",
        ),
        pytest.param(
            (single("qg", carried=False), single("qf", carried=False)),
            Praxis(SINGLY),
            ((L, avslag("l")), Satt.VART_FOR_SIG),
            id="whichever was put first",
        ),
        pytest.param(
            (fraga("q0", avslag("r"), bifall("r"), funnet=bifall("r")),),
            Praxis(SINGLY),
            ((H, NO), Satt.VART_FOR_SIG),
            id="what carried in another matter does not count",
        ),
    ],
)
def test_the_next_question_on_the_matter(
    questions: tuple[Fraga, ...], praxis: Praxis, expected: object
) -> None:
    assert put(questions, praxis) == expected


def test_two_proposals_meet_each_other_whatever_the_house_does() -> None:
    for metod in Metod:
        assert put((), Praxis(metod), FOR, MOT) == ((H, NO), Satt.MOT_VARANDRA)
        assert put((fraga("q", H, NO, funnet=H),), Praxis(metod), FOR, MOT) is None
    assert next_main(item(), Praxis()) is None


def test_a_pair_without_a_huvudforslag_has_what_is_held_first() -> None:
    p = item(ALTERNATIV, OTHER, THIRD, EGET, EGET_2, EGET_3, pair("q1", G, L, funnet=G))
    found = next_main(p, Praxis(PARVIS))
    assert found is not None and found.svar == (HELD_1, M)


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((), None, id="nothing was put"),
        pytest.param((FIRST,), "q1", id="one"),
        pytest.param((FIRST, NEXT), "q2", id="the one that points at the one before"),
        pytest.param((FIRST, pair("q2", H, L, funnet=L)), "q2", id="the last of two apart"),
        pytest.param(
            (FIRST, fraga("q0", avslag("r"), bifall("r"), funnet=avslag("r"))),
            "q1",
            id="a formal one is not on the matter",
        ),
        pytest.param((FIRST, fraga("q5", bifall("t"), avslag("t"))), "q1", id="nor a tillägg"),
        pytest.param(
            (FIRST, fraga("q6", HELD_2, bifall("t")), pair("q2", G, L)),
            "q1",
            id="nor one that points at what is open",
        ),
        pytest.param(
            (fraga("q7", bifall("t"), bifall("")),), "q7", id="förslaget is the huvudförslag"
        ),
    ],
)
def test_the_last_question_on_the_matter(
    questions: tuple[Fraga, ...], expected: str | None
) -> None:
    found = last_on_matter(item(*PARTS, *ALL, *questions))
    assert (found and found.id) == expected


def so_far(*questions: Fraga, yrkanden: tuple[Yrkande, ...] = THREE) -> list[object]:
    return [(q.svar, q.funnet) for q in course(item(*PARTS, *yrkanden, *questions)).fraga]


def test_a_matter_that_proposals_are_left_of_is_not_settled() -> None:
    first = pair("q1", G, L, funnet=G)
    assert so_far(first) == [((G, L), None)]
    last = pair("q2", H, HELD_1, funnet=HELD_1)
    assert so_far(first, last) == [((H, G, L), G)]
    not_denied = pair("q2", H, HELD_1, funnet=H)
    assert so_far(first, not_denied, yrkanden=ALL) == [((H, G, L), None)], "avslag is left"
    against = fraga("q2", HELD_1, funnet=HELD_1)
    assert so_far(first, against) == [((G, L), G)], "only what is put in pairs waits for more"


def test_one_at_a_time_the_matter_is_settled_when_one_carried_or_all_fell() -> None:
    f, g, x = (single(id, carried=False) for id in ("qf", "qg", "ql"))
    assert so_far(f) == [((H,), None)]
    assert so_far(f, g) == [((H, G), None)]
    none = Svar(verkan=AVSLAG, pa=(Mal(pa="f"), Mal(pa="g"), Mal(pa="l")))
    assert so_far(f, g, x) == [((H, G, L), none)]
    assert so_far(f, single("qg", carried=True)) == [((H, G, L), G)]
    # Avslag is no proposal to be tried.
    assert so_far(f, g, x, yrkanden=ALL) == [((H, G, L), none)]
    assert so_far(f, single("qg", carried=True), yrkanden=ALL) == [((H, G, NO, L), G)]


def test_other_questions_are_as_they_were_put() -> None:
    formal = fraga("q0", avslag("r"), bifall("r"), funnet=avslag("r"))
    g = single("qg", carried=True)
    assert so_far(formal, g, yrkanden=(*THREE, ATER))[0] == (formal.svar, formal.funnet)
    plain = item(*PARTS, *THREE, fraga("q", H, G, L, funnet=H))
    assert course(plain) is plain


def test_no_yrkande_has_its_outcome_while_pairs_are_left() -> None:
    p = item(*PARTS, *THREE, pair("q1", G, L, funnet=G))
    assert set(outcomes(p).values()) == {None}
    assert decided_svar(p) == () and losers(p) == ()


@pytest.mark.parametrize(
    ("added", "unmoved"),
    [
        pytest.param(forslag("t", ForslagSlag.TILLAGG), False, id="to the only proposal"),
        pytest.param(
            forslag("t", ForslagSlag.TILLAGG, mot=Mal(pa="f")), False, id="to the huvudförslag"
        ),
        pytest.param(
            forslag("t", ForslagSlag.TILLAGG, mot=Mal(pa="g")), True, id="to another proposal"
        ),
        pytest.param(forslag("t", ForslagSlag.ALTERNATIV), True, id="a proposal of its own"),
    ],
)
def test_who_adds_to_the_huvudforslag_wants_it_r100(added: Forslag, unmoved: bool) -> None:
    p = item(HUVUD, ALTERNATIV, added, EGET, LAGGA_TILL)
    assert is_unmoved(p, HUVUD) is unmoved


def test_one_at_a_time_the_last_without_a_finding_leaves_the_matter_open() -> None:
    f, g = (single(id, carried=False) for id in ("qf", "qg"))
    open_one = replace(single("ql", carried=False), funnet=None)
    assert so_far(f, g, open_one) == [((H, G, L), None)]
    assert so_far(f, yrkanden=(FOR, MOT)) == [((H,), NO)]


def test_when_every_pair_has_met_the_last_one_says_what_won() -> None:
    every = (H, NO, G, L)
    assert so_far(FIRST, NEXT, LAST, yrkanden=ALL) == [(every, H)]
    other = replace(LAST, funnet=HELD_2)
    assert so_far(FIRST, NEXT, other, yrkanden=ALL) == [(every, L)]
