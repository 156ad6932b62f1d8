"""How a question ended: through its vote, what decided a tie, and the questions it points at."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Sluten, Valresultat, Votering
from protokoll_tui.procedure.kedja import (
    answers_of,
    distinct,
    ended,
    is_among,
    is_single,
    joined,
    last_vote,
    pointed_at,
    same_svar,
    through,
    winner,
)
from tests.procedure.builders import AVSLAG, avslag, bifall, forslag, item

H, A, B, NO = bifall("f"), bifall("g"), bifall("k"), avslag("f")
SINGLY = Satt.VART_FOR_SIG


def fraga(id: str, *svar: Svar, funnet: Svar | None = None, **fields: Any) -> Fraga:
    return Fraga(id=id, svar=svar, funnet=funnet, **fields)


def vote(ja: Svar, nej: Svar, *numbers: int, id: str = "v", **fields: Any) -> Votering:
    """A vote, counted where the numbers of ja and nej are given."""
    antal = Rostetal(ja=numbers[0], nej=numbers[1]) if numbers else None
    return Votering(id=id, ja=ja, nej=nej, antal=antal, **fields)


def single(id: str, *, carried: bool | None) -> Fraga:
    """One proposal tried by itself."""
    funnet = None if carried is None else bifall(id[1:]) if carried else avslag(id[1:])
    return fraga(id, bifall(id[1:]), avslag(id[1:]), funnet=funnet, satt=SINGLY)


def ballot(*votes: tuple[str, int], id: str = "s") -> Sluten:
    return Sluten(id=id, resultat=tuple(Valresultat(pa=Mal(pa=f), roster=n) for f, n in votes))


def ruled(grund: Grund, vinnare: Svar | None) -> Avgorande:
    return Avgorande(grund=grund, vinnare=vinnare)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(H, bifall("f"), True, id="the same word on the same proposal"),
        pytest.param(H, NO, False, id="another word"),
        pytest.param(H, A, False, id="another proposal"),
        pytest.param(H, bifall("f", 1), False, id="a point of it"),
        pytest.param(
            Svar(pa=(Mal(pa="f"), Mal(pa="g"))),
            Svar(pa=(Mal(pa="g"), Mal(pa="f"))),
            True,
            id="in another order",
        ),
        pytest.param(None, None, True, id="neither is known"),
        pytest.param(None, H, False, id="the one is not known"),
        pytest.param(H, None, False, id="the other is not known"),
    ],
)
def test_two_answers_are_the_same_when_they_say_the_same(
    a: Svar | None, b: Svar | None, same: bool
) -> None:
    assert same_svar(a, b) is same


def test_the_same_answer_is_put_once_where_it_first_came() -> None:
    assert distinct((H, A, bifall("f"), NO, A)) == (H, A, NO)
    assert is_among(bifall("g"), (H, A)) and not is_among(NO, (H, A)) and not is_among(H, ())


def test_a_new_vote_at_once_takes_the_place_of_the_one_before_r78() -> None:
    first, second = vote(H, NO, 7, 6), vote(H, NO, 6, 7, id="w")
    q = fraga("q", H, NO, funnet=H, votering=(first, second))
    assert last_vote(q) is second and last_vote(fraga("q", H)) is None
    assert ended(item(q), q) == NO


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"funnet": NO}, NO, id="at acklamation what was found, R62"),
        pytest.param({}, None, id="nothing was found"),
        pytest.param({"funnet": H, "votering": (vote(H, NO),)}, None, id="a vote not counted"),
        pytest.param({"funnet": H, "votering": (vote(H, NO, 6, 7),)}, NO, id="the count, R65"),
        pytest.param({"funnet": H, "votering": (vote(H, NO, 6, 6),)}, None, id="a tie"),
        pytest.param(
            {
                "funnet": H,
                "votering": (vote(H, NO, 6, 6),),
                "avgorande": ruled(Grund.UTSLAGSROST, NO),
            },
            NO,
            id="a tie that the chair settled, R66",
        ),
        pytest.param(
            {
                "funnet": H,
                "votering": (vote(H, NO, 7, 6),),
                "avgorande": ruled(Grund.MINORITET, NO),
            },
            NO,
            id="a third did, whatever the count, R69",
        ),
        pytest.param(
            {
                "funnet": H,
                "votering": (vote(H, NO, 7, 6),),
                "avgorande": ruled(Grund.MINORITET, None),
            },
            H,
            id="a ground that names no winner",
        ),
        pytest.param({"funnet": H, "sluten": (Sluten(id="s"),)}, None, id="ballots not counted"),
    ],
)
def test_a_question_ended_with_what_was_found_or_counted_or_decided(
    fields: dict[str, Any], expected: Svar | None
) -> None:
    q = Fraga(id="q", svar=(H, NO), **fields)
    assert ended(item(q), q) == expected


VAL = tuple(forslag(id, ForslagSlag.VAL, platser=1) for id in "mn")
M, N = bifall("m"), bifall("n")


@pytest.mark.parametrize(
    ("sluten", "avgorande", "expected"),
    [
        pytest.param((ballot(("m", 7), ("n", 6)),), None, M, id="most votes, R80"),
        pytest.param(
            (ballot(("m", 7), ("n", 6)), ballot(("m", 6), ("n", 7), id="t")), None, N, id="the last"
        ),
        pytest.param((ballot(("m", 7), ("n", 6)), Sluten(id="t")), None, None, id="a new round"),
        pytest.param((ballot(("m", 6), ("n", 6)),), None, None, id="a lot is to be drawn"),
        pytest.param(
            (ballot(("m", 6), ("n", 6)),), ruled(Grund.LOTTNING, N), N, id="the lot fell, R66"
        ),
        pytest.param(
            (ballot(("m", 7), ("n", 6)),),
            ruled(Grund.LOTTNING, None),
            M,
            id="a lot that names nobody",
        ),
        pytest.param(
            (ballot(("m", 7), ("n", 6)),),
            ruled(Grund.BEDOMNING, None),
            M,
            id="a ground that names nobody",
        ),
        pytest.param(
            (ballot(("m", 7), ("n", 6)),),
            ruled(Grund.BEDOMNING, N),
            N,
            id="decided on another ground than the count",
        ),
        pytest.param(
            (Sluten(id="s"),), ruled(Grund.BEDOMNING, N), N, id="decided, and never counted"
        ),
    ],
)
def test_a_closed_ballot_elects_who_has_most(
    sluten: tuple[Sluten, ...], avgorande: Avgorande | None, expected: Svar | None
) -> None:
    q = fraga("q", M, N, funnet=M, sluten=sluten, avgorande=avgorande)
    assert ended(item(*VAL, q), q) == expected


# The chair found H; the vote is between it and what wins q1.
ASKED = fraga("q", H, A, B, funnet=H, votering=(vote(H, bifall("q1"), 6, 7),))


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((ASKED, fraga("q1", A, B, funnet=B)), B, id="the motförslag won, R95"),
        pytest.param((ASKED, fraga("q1", A, B)), None, id="the motförslag is not chosen"),
        pytest.param(
            (ASKED, fraga("q1", A, B, funnet=A, votering=(vote(A, B, 3, 4, id="w"),))),
            B,
            id="a vote on the motförslag too",
        ),
        pytest.param(
            (ASKED, fraga("q1", A, bifall("q2"), funnet=bifall("q2")), fraga("q2", B, NO)),
            None,
            id="a question two steps away is open",
        ),
        pytest.param(
            (
                ASKED,
                fraga("q1", A, bifall("q2"), funnet=bifall("q2")),
                fraga("q2", B, NO, funnet=NO),
            ),
            NO,
            id="through two questions, and avslag stays avslag",
        ),
        pytest.param(
            (ASKED, fraga("q1", A, bifall("q"), funnet=bifall("q"))),
            None,
            id="a ring has no winner",
        ),
        pytest.param(
            (fraga("q", bifall("q"), H, funnet=bifall("q")),),
            None,
            id="nor has one by itself",
        ),
        pytest.param((fraga("q", H, NO),), None, id="nothing found"),
    ],
)
def test_what_won_is_never_a_question(questions: tuple[Fraga, ...], expected: Svar | None) -> None:
    assert winner(item(*questions), questions[0]) == expected


@pytest.mark.parametrize(
    ("svar", "expected"),
    [
        pytest.param(H, H, id="a proposal is itself"),
        pytest.param(bifall("q1"), A, id="bifall to what won"),
        pytest.param(avslag("q1"), avslag("g"), id="avslag on what won"),
        pytest.param(avslag("q2"), H, id="avslag on an avslag"),
        pytest.param(
            Svar(pa=(Mal(pa="f"), Mal(pa="q1"), Mal(pa="k"))),
            Svar(pa=(Mal(pa="f"), Mal(pa="g"), Mal(pa="k"))),
            id="among other aims, in their order",
        ),
        pytest.param(Svar(pa=(Mal(pa="q1"), Mal(pa="q3"))), None, id="one of them is open"),
        pytest.param(Svar(pa=(Mal(pa="q1"),) * 2), Svar(pa=(Mal(pa="g"),) * 2), id="twice"),
    ],
)
def test_an_answer_says_what_won_where_it_points(svar: Svar, expected: Svar | None) -> None:
    p = item(fraga("q1", A, B, funnet=A), fraga("q2", H, NO, funnet=NO), fraga("q3", A, B))
    assert through(p, svar) == expected


def test_a_ring_that_begins_elsewhere_is_open_too() -> None:
    p = item(
        fraga("q1", bifall("q2"), A, funnet=bifall("q2")),
        fraga("q2", bifall("q1"), B, funnet=bifall("q1")),
    )
    assert through(p, bifall("q1")) is None
    assert through(p, A, frozenset({"q1"})) == A


def test_what_won_is_read_from_a_list_or_a_ballot_of_another_question() -> None:
    first = fraga("q0", H, NO, funnet=H, votering=(vote(H, NO, 6, 7),))
    same = fraga("q1", A, B, funnet=A, votering=(vote(A, B, id="w", lista="v"),))
    assert ended(item(first, same), same) == B
    assert through(item(first, same), bifall("q1")) == B
    by_ballot = fraga("q2", M, N, sluten=(ballot(("m", 6), ("n", 7)),))
    assert through(item(*VAL, by_ballot), bifall("q2")) == N


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((fraga("q", H, NO),), (H, NO), id="its own"),
        pytest.param(
            (fraga("q", bifall("q1"), H), fraga("q1", A, B)), (A, B, H), id="those it points at"
        ),
        pytest.param((fraga("q", bifall("q1"), A), fraga("q1", A, B)), (A, B), id="the same once"),
        pytest.param(
            (fraga("q", bifall("q1"), H), fraga("q1", bifall("q2"), A), fraga("q2", B, NO)),
            (B, NO, A, H),
            id="through two questions",
        ),
        pytest.param(
            (fraga("q", bifall("q1"), H), fraga("q1", bifall("q"), A)),
            (bifall("q"), A, H),
            id="a ring is not gone round",
        ),
        pytest.param(
            (
                fraga("q", bifall("q1"), H),
                fraga("q1", bifall("q2"), A),
                fraga("q2", bifall("q"), bifall("q1"), B),
            ),
            (bifall("q"), bifall("q1"), B, A, H),
            id="nor a longer one",
        ),
        pytest.param((fraga("q", bifall("q"), H),), (bifall("q"), H), id="nor itself"),
    ],
)
def test_all_that_could_win_a_question(
    questions: tuple[Fraga, ...], expected: tuple[Svar, ...]
) -> None:
    assert answers_of(item(*questions), questions[0]) == expected


def test_a_question_that_another_points_at_settles_part_of_it() -> None:
    in_answer = item(fraga("q1", A, B), fraga("q2", bifall("q1"), H), fraga("q3", NO))
    assert pointed_at(in_answer) == {"q1"}
    in_vote = item(ASKED, fraga("q1", A, B), fraga("", A, bifall("")))
    assert pointed_at(in_vote) == {"q1"}
    one_sided = replace(ASKED, votering=(Votering(id="v", ja=bifall("q1")),))
    assert pointed_at(item(one_sided, fraga("q1", A, B))) == {"q1"}


def shown(p: Paragraf) -> list[tuple[str, tuple[Svar, ...], Svar | None]]:
    return [(q.id, q.svar, q.funnet) for q in joined(p).fraga]


def test_a_matter_settled_in_several_questions_is_one() -> None:
    pairs = item(
        fraga("q1", A, B, funnet=A, satt=Satt.PARVIS),
        fraga("q2", bifall("q1"), H, funnet=bifall("q1"), satt=Satt.PARVIS, tid=time(14, 5)),
    )
    assert shown(pairs) == [("q2", (A, B, H), A)]
    one = joined(pairs).fraga[0]
    assert (one.satt, one.tid) == (Satt.PARVIS, time(14, 5))
    assert joined(joined(pairs)) == joined(pairs)


def test_a_vote_that_is_open_leaves_the_matter_open() -> None:
    waits = replace(ASKED, votering=(vote(H, bifall("q1")),))
    assert shown(item(waits, fraga("q1", A, B, funnet=A))) == [("q", (H, A, B), None)]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param(
            (single("qf", carried=False), single("qg", carried=True)),
            [("qf", (H, A), A)],
            id="the one that carried",
        ),
        pytest.param(
            (single("qf", carried=True), single("qg", carried=True)),
            [("qf", (H, A), H)],
            id="the first that carried",
        ),
        pytest.param(
            (single("qf", carried=False), single("qg", carried=False)),
            [("qf", (H, A), Svar(verkan=AVSLAG, pa=(Mal(pa="f"), Mal(pa="g"))))],
            id="all turned down",
        ),
        pytest.param(
            (single("qf", carried=False), single("qg", carried=None)),
            [("qf", (H, A), None)],
            id="one is open",
        ),
        pytest.param(
            (single("qf", carried=False),), [("qf", (H,), NO)], id="one by itself, turned down"
        ),
        pytest.param(
            (
                fraga("q", bifall("r"), avslag("r"), funnet=avslag("r")),
                single("qf", carried=False),
                fraga("qt", bifall("t"), avslag("t"), funnet=bifall("t")),
                single("qg", carried=True),
            ),
            [
                ("q", (bifall("r"), avslag("r")), avslag("r")),
                ("qf", (H, A), A),
                ("qt", (bifall("t"), avslag("t")), bifall("t")),
            ],
            id="other questions stay where they are, the matter where it began",
        ),
        pytest.param(
            (single("qf", carried=False), replace(single("qf", carried=False), id="qx")),
            [("qf", (H, H), NO)],
            id="what was turned down twice is named once",
        ),
    ],
)
def test_proposals_tried_one_at_a_time_are_one_matter(
    questions: tuple[Fraga, ...], expected: list[tuple[str, tuple[Svar, ...], Svar | None]]
) -> None:
    assert shown(item(*questions)) == expected


@pytest.mark.parametrize(
    ("svar", "satt", "expected"),
    [
        pytest.param((H, NO), SINGLY, True, id="bifall and avslag of one"),
        pytest.param((NO, H), SINGLY, True, id="in any order"),
        pytest.param((H, NO), Satt.MOT_VARANDRA, False, id="put against each other"),
        pytest.param((H, A), SINGLY, False, id="two proposals"),
        pytest.param((H, avslag("g")), SINGLY, False, id="avslag of another"),
        pytest.param((H, H), SINGLY, False, id="one word"),
        pytest.param((H, NO, A), SINGLY, False, id="three answers"),
        pytest.param((H,), SINGLY, False, id="one answer"),
    ],
)
def test_a_proposal_is_tried_by_itself_when_it_meets_nothing_but_avslag(
    svar: tuple[Svar, ...], satt: Satt, expected: bool
) -> None:
    assert is_single(fraga("q", *svar, satt=satt)) is expected
