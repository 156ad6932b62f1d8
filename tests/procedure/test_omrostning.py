"""A vote that was asked for: what it waits for, and what Ja and Nej mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import (
    Proportionellt,
    Rost,
    Rostetal,
    Rostmarke,
    Sluten,
    Valresultat,
    Votering,
)
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.omrostning import (
    Vantar,
    asks_for_minority,
    is_disputed,
    is_election,
    is_motforslag,
    minority_asking,
    motforslag_question,
    rest_of,
    sides_of,
    votable,
    waiting,
)
from tests.procedure.builders import (
    ATERREMISS,
    BORDLAGGNING,
    HUVUD,
    avslag,
    bifall,
    forslag,
    item,
)

NAMND, FULLMAKTIGE = Praxis(), Praxis(fullmaktige=True)
H, A, B, NO = bifall("f"), bifall("g"), bifall("k"), avslag("f")
DAG, TILLBAKA = avslag("r"), bifall("r")
REMISS = forslag("e", ForslagSlag.REMISS)
CANDIDATES = tuple(forslag(id, ForslagSlag.VAL) for id in "mn")
M, N = bifall("m"), bifall("n")
MATTER = (HUVUD, ATERREMISS, BORDLAGGNING, REMISS)
PARTS = (*MATTER, *CANDIDATES)


def fraga(id: str, *svar: Svar, funnet: Svar | None = None, **fields: Any) -> Fraga:
    return Fraga(id=id, svar=svar, funnet=funnet, **fields)


def vote(
    ja: Svar | None, nej: Svar | None, *numbers: int, id: str = "v", **fields: Any
) -> Votering:
    """A vote; the numbers are ja, nej, those who abstained, and those who took no part."""
    names = ("ja", "nej", "avstar", "deltar_inte")
    known: dict[str, Any] = dict(zip(names, numbers, strict=False))
    antal = Rostetal(**known) if known else None
    return Votering(id=id, ja=ja, nej=nej, antal=antal, **fields)


def asked(*votes: Votering, **fields: Any) -> Fraga:
    """The question q on which these votes were asked for."""
    answers = tuple(side for side in (votes[-1].ja, votes[-1].nej) if side)
    return fraga("q", *answers, funnet=votes[-1].ja, votering=votes, **fields)


def ballot(*votes: tuple[str, int], **fields: Any) -> Sluten:
    rows = tuple(Valresultat(pa=Mal(pa=f), roster=n) for f, n in votes)
    return Sluten(id="s", resultat=rows, **fields)


def ruled(grund: Grund, *winners: str) -> Avgorande:
    return Avgorande(grund=grund, vinnare=Svar(pa=tuple(Mal(pa=id) for id in winners)))


def waits(p: Paragraf, praxis: Praxis = NAMND) -> tuple[Vantar, str, tuple[Svar, ...], str] | None:
    """What is waited for: what, in which question, between which answers, in which vote."""
    found = waiting(p, praxis)
    if found is None:
        return None
    return found.vantar, found.fraga.id, found.svar, found.votering.id if found.votering else ""


ON_MOTFORSLAG = fraga("q", H, A, B, funnet=H, votering=(vote(H, bifall("q1")),))
CHOSEN = fraga("q1", A, B, funnet=B)
SECOND = (
    replace(CHOSEN, votering=(vote(B, bifall("q2"), id="w"),)),
    fraga("q2", A, NO),
)


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((), None, id="nothing has been put"),
        pytest.param((fraga("q", H, NO, funnet=H),), None, id="acklamation"),
        pytest.param((asked(vote(H, NO)),), (Vantar.ROSTNING, "q", (H, NO), "v"), id="the votes"),
        pytest.param((asked(vote(H, NO, 7, 6)),), None, id="counted"),
        pytest.param(
            (asked(vote(H, NO, 6, 6)),), (Vantar.UTSLAGSROST, "q", (H, NO), "v"), id="a tie, R66"
        ),
        pytest.param(
            (asked(vote(H, NO, 6, 6), avgorande=ruled(Grund.UTSLAGSROST, "f")),),
            None,
            id="a tie that was settled",
        ),
        pytest.param(
            (asked(vote(H, NO, 6, 6), avgorande=Avgorande(grund=Grund.UTSLAGSROST)),),
            (Vantar.UTSLAGSROST, "q", (H, NO), "v"),
            id="a ground without a winner settles nothing",
        ),
        pytest.param(
            (asked(vote(M, N, 6, 6)),),
            (Vantar.LOTTNING, "q", (M, N), "v"),
            id="a tie in an election is for the lot, R66",
        ),
        pytest.param(
            (asked(vote(H, NO, 6, 6), vote(H, NO, id="w")),),
            (Vantar.ROSTNING, "q", (H, NO), "w"),
            id="the last vote is the one, R78",
        ),
        pytest.param(
            (asked(Votering(id="v", ja=H)),),
            (Vantar.ROSTNING, "q", (H,), "v"),
            id="one side is not known",
        ),
        pytest.param(
            (fraga("q0", A, B, funnet=A), asked(vote(H, NO))),
            (Vantar.ROSTNING, "q", (H, NO), "v"),
            id="after a question without a vote",
        ),
        pytest.param(
            (
                replace(asked(vote(A, B, 6, 6), avgorande=ruled(Grund.UTSLAGSROST, "g")), id="q0"),
                asked(vote(H, NO)),
            ),
            (Vantar.ROSTNING, "q", (H, NO), "v"),
            id="after a vote that was settled",
        ),
        pytest.param(
            (
                asked(vote(H, NO, 7, 6, id="v")),
                replace(asked(vote(A, B, lista="v", id="w")), id="r"),
            ),
            None,
            id="the list of another vote holds here too",
        ),
        pytest.param(
            (ON_MOTFORSLAG, fraga("q1", A, B)),
            (Vantar.MOTFORSLAG, "q1", (A, B), ""),
            id="a motförslag, R95",
        ),
        pytest.param(
            (ON_MOTFORSLAG, CHOSEN),
            (Vantar.ROSTNING, "q", (H, bifall("q1")), "v"),
            id="the motförslag is chosen: the votes",
        ),
        pytest.param(
            (ON_MOTFORSLAG, *SECOND),
            (Vantar.MOTFORSLAG, "q2", (A, NO), ""),
            id="a vote on the motförslag: one for that first",
        ),
        pytest.param(
            (ON_MOTFORSLAG, SECOND[0], replace(SECOND[1], funnet=A)),
            (Vantar.ROSTNING, "q1", (B, bifall("q2")), "w"),
            id="the inner vote goes before the outer",
        ),
        pytest.param(
            (
                ON_MOTFORSLAG,
                replace(CHOSEN, votering=(vote(B, bifall("q2"), 7, 6, id="w"),)),
                replace(SECOND[1], funnet=A),
            ),
            (Vantar.ROSTNING, "q", (H, bifall("q1")), "v"),
            id="the inner vote is counted",
        ),
        pytest.param(
            (ON_MOTFORSLAG, replace(CHOSEN, funnet=None, votering=(vote(A, B, id="w"),))),
            (Vantar.ROSTNING, "q1", (A, B), "w"),
            id="a vote on the motförslag is no choice to be made",
        ),
        pytest.param(
            (fraga("q", H, A, B, funnet=H, votering=(vote(bifall("q1"), H),)), fraga("q1", A, B)),
            (Vantar.MOTFORSLAG, "q1", (A, B), ""),
            id="the motförslag as Ja",
        ),
        pytest.param(
            (asked(vote(H, NO)), fraga("r", A, B)),
            (Vantar.ROSTNING, "q", (H, NO), "v"),
            id="a question that no vote is on is nobody's motförslag",
        ),
        pytest.param(
            (ON_MOTFORSLAG, fraga("q1", M, N, sluten=(ballot(("m", 6), ("n", 7)),))),
            (Vantar.ROSTNING, "q", (H, bifall("q1")), "v"),
            id="a motförslag that a closed ballot chose",
        ),
    ],
)
def test_what_a_vote_waits_for(
    questions: tuple[Fraga, ...], expected: tuple[Vantar, str, tuple[Svar, ...], str] | None
) -> None:
    assert waits(item(*PARTS, *questions)) == expected


EQUAL = ballot(("m", 6), ("n", 6))


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        pytest.param(
            fraga("q", M, N, sluten=(Sluten(id="s"),)),
            (Vantar.ROSTNING, "q", (M, N), ""),
            id="the count",
        ),
        pytest.param(fraga("q", M, N, sluten=(ballot(("m", 7), ("n", 6)),)), None, id="counted"),
        pytest.param(
            fraga("q", M, N, sluten=(EQUAL,)),
            (Vantar.LOTTNING, "q", (M, N), ""),
            id="equal: the lot, R80",
        ),
        pytest.param(
            fraga("q", M, N, sluten=(EQUAL,), avgorande=ruled(Grund.LOTTNING, "n")),
            None,
            id="the lot was drawn",
        ),
        pytest.param(
            fraga("q", M, N, sluten=(EQUAL, Sluten(id="t"))),
            (Vantar.ROSTNING, "q", (M, N), ""),
            id="a new round",
        ),
        pytest.param(
            fraga(
                "q",
                M,
                N,
                sluten=(ballot(("m", 6), ("n", 6), ("o", 6), platser=2),),
                avgorande=ruled(Grund.LOTTNING, "n"),
            ),
            (Vantar.LOTTNING, "q", (M, bifall("o")), ""),
            id="a lot for each place: who has been drawn is out of it",
        ),
        pytest.param(
            fraga(
                "q",
                M,
                N,
                sluten=(ballot(("m", 1), ("n", 1), platser=1, proportionellt=Proportionellt()),),
                avgorande=ruled(Grund.LOTTNING, "o"),
            ),
            (Vantar.LOTTNING, "q", (M, N), ""),
            id="a lot that fell outside those who were equal is still to be drawn",
        ),
        pytest.param(fraga("q", M, N), None, id="no ballot"),
    ],
)
def test_what_a_closed_ballot_waits_for(
    q: Fraga, expected: tuple[Vantar, str, tuple[Svar, ...], str] | None
) -> None:
    assert waits(item(*PARTS, q)) == expected


def test_a_ballot_whose_equal_ones_were_all_drawn_waits_for_nothing() -> None:
    sluten = ballot(("m", 6), ("n", 6), ("o", 6), platser=3)
    both = fraga("q", M, N, sluten=(sluten,), avgorande=ruled(Grund.LOTTNING, "m", "n", "o"))
    assert waits(item(*PARTS, both)) is None


def test_a_question_is_an_election_when_a_candidate_is_among_the_answers() -> None:
    p = item(*PARTS)
    assert is_election(p, fraga("q", M, N))
    assert is_election(p, fraga("q", H, N))
    assert not is_election(p, fraga("q", H, NO))
    assert not is_election(p, fraga("q", bifall("unknown")))


BACK = vote(DAG, TILLBAKA, 40, 20)


@pytest.mark.parametrize(
    ("votering", "expected"),
    [
        pytest.param(BACK, True, id="a third exactly, R69"),
        pytest.param(vote(DAG, TILLBAKA, 41, 20), False, id="one too few"),
        pytest.param(vote(DAG, TILLBAKA, 40, 20, 1), False, id="who abstained was present"),
        pytest.param(vote(DAG, TILLBAKA, 40, 20, 0, 1), False, id="and who took no part"),
        pytest.param(vote(TILLBAKA, DAG, 20, 40), True, id="as Ja"),
        pytest.param(vote(TILLBAKA, DAG, 40, 20), False, id="it won"),
        pytest.param(vote(DAG, bifall("o"), 40, 20), True, id="a bordläggning"),
        pytest.param(vote(DAG, bifall("e"), 40, 20), False, id="a remiss is no such right"),
        pytest.param(
            vote(DAG, Svar(pa=(Mal(pa="r"), Mal(pa="o"))), 40, 20), True, id="several as one"
        ),
        pytest.param(
            vote(DAG, Svar(pa=(Mal(pa="r"), Mal(pa="f"))), 40, 20), False, id="and the matter too"
        ),
        pytest.param(vote(H, NO, 40, 20), False, id="on the matter itself"),
        pytest.param(vote(DAG, TILLBAKA), False, id="not counted"),
        pytest.param(vote(DAG, TILLBAKA, 0, 0), False, id="nobody was there"),
        pytest.param(vote(None, TILLBAKA, 40, 20), True, id="the other side is not known"),
        pytest.param(vote(DAG, TILLBAKA, 20, 20), True, id="a tie is no majority for it"),
    ],
)
def test_a_third_of_those_present_may_put_the_matter_off(
    votering: Votering, expected: bool
) -> None:
    q = asked(votering)
    p = item(*MATTER, q)
    assert asks_for_minority(p, q, FULLMAKTIGE) is expected
    assert not asks_for_minority(p, q, NAMND), "only in fullmäktige"
    assert not asks_for_minority(replace(p, minoritet_forut=True), q, FULLMAKTIGE), "once, R70"


def test_what_a_third_may_ask_for_is_waited_for_and_not_in_an_election() -> None:
    p = item(*MATTER, asked(BACK))
    assert waits(p, FULLMAKTIGE) == (Vantar.MINORITET, "q", (DAG, TILLBAKA), "v")
    assert waits(p, NAMND) is None
    assert not asks_for_minority(item(*PARTS, asked(BACK)), asked(BACK), FULLMAKTIGE)
    assert not asks_for_minority(p, fraga("q", DAG, TILLBAKA), FULLMAKTIGE), "no vote"


def test_a_third_is_counted_on_the_list_that_the_vote_uses() -> None:
    rows = tuple(Rost(plats=str(n), rost=Rostmarke.JA if n else Rostmarke.NEJ) for n in range(3))
    first = fraga("q0", H, NO, funnet=H, votering=(vote(H, NO, id="w", rostlangd=rows),))
    q = asked(vote(DAG, TILLBAKA, lista="w"))
    assert asks_for_minority(item(*MATTER, first, q), q, FULLMAKTIGE)


@pytest.mark.parametrize(
    ("votering", "expected"),
    [
        pytest.param(vote(H, NO, 5, 4, 10), True, id="more abstained than voted"),
        pytest.param(vote(H, NO, 5, 5, 10), False, id="as many"),
        pytest.param(vote(H, NO, 5, 4, 8), False, id="fewer"),
        pytest.param(vote(H, NO, 0, 0, 1), True, id="nobody voted"),
        pytest.param(vote(H, NO, 0, 1, 1), False, id="one voted"),
        pytest.param(vote(H, NO, 1, 0, 1), False, id="one voted ja"),
        pytest.param(vote(H, NO, 0, 0), False, id="nobody abstained"),
        pytest.param(vote(H, NO), False, id="not counted"),
    ],
)
def test_it_is_disputed_what_the_minority_wants_where_most_abstained_r69(
    votering: Votering, expected: bool
) -> None:
    assert is_disputed(votering) is expected


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param((), None, id="nothing was put"),
        pytest.param((fraga("q", H, NO, funnet=H),), "q", id="found"),
        pytest.param((fraga("q", H, NO),), None, id="nothing was found"),
        pytest.param((fraga("q", H, NO, funnet=H, klubbslag=True),), None, id="the klubbslag fell"),
        pytest.param((asked(vote(H, NO)),), None, id="a vote is asked for already"),
        pytest.param(
            (fraga("q", H, NO, funnet=H), fraga("r", A, B, funnet=A)), "r", id="the last put"
        ),
        pytest.param(
            (fraga("q", H, NO, funnet=H), fraga("r", A, B)), None, id="what was put before is fixed"
        ),
        pytest.param((ON_MOTFORSLAG, CHOSEN), "q1", id="a choice of motförslag"),
        pytest.param(
            (replace(ON_MOTFORSLAG, votering=(vote(H, bifall("q1"), 7, 6),)), CHOSEN),
            None,
            id="whose vote was counted",
        ),
        pytest.param(
            (replace(ON_MOTFORSLAG, votering=(vote(bifall("q1"), None, 7, 6),)), CHOSEN),
            None,
            id="where one side is not known",
        ),
        pytest.param(
            (
                asked(vote(H, NO, 7, 6)),
                fraga("p", H, A, funnet=H, votering=(vote(H, bifall("q1"), lista="v", id="w"),)),
                CHOSEN,
            ),
            None,
            id="counted by the list of another",
        ),
    ],
)
def test_a_vote_can_be_asked_for_on_what_was_last_found_r63(
    questions: tuple[Fraga, ...], expected: str | None
) -> None:
    found = votable(item(*PARTS, *questions))
    assert (found and found.id) == expected


def test_ja_is_what_was_found_and_nej_what_is_left_r95() -> None:
    two, three = fraga("q", H, NO, funnet=H), fraga("q", A, H, B, funnet=H)
    assert rest_of(two) == (NO,) and rest_of(three) == (A, B)
    assert sides_of(two, "q1") == (H, NO)
    assert sides_of(three, "q1") == (H, bifall("q1"))
    assert sides_of(three) == (H, bifall(""))


@pytest.mark.parametrize("q", [fraga("q", H, NO), fraga("q", H, funnet=H)])
def test_there_is_no_vote_where_nothing_was_found_or_nothing_is_left(q: Fraga) -> None:
    with pytest.raises(ValueError, match=r"^q$"):
        sides_of(q, "q1")


def test_of_several_that_are_left_a_question_chooses_the_motforslag() -> None:
    assert motforslag_question(fraga("q", H, NO, funnet=H), "q1") is None
    two = motforslag_question(fraga("q", H, A, B, funnet=H), "q1")
    assert two is not None and (two.id, two.svar, two.satt) == ("q1", (A, B), Satt.MOT_VARANDRA)
    three = motforslag_question(fraga("q", H, A, B, NO, funnet=H), "q1")
    assert three is not None and (three.svar, three.satt) == ((A, B, NO), Satt.VART_FOR_SIG)
    assert three.funnet is None


def test_a_question_on_the_motforslag_is_one_that_a_side_of_a_vote_points_at() -> None:
    on_main = fraga("q", H, A, B, funnet=H, votering=(vote(H, bifall("r0")),))
    chosen, other = fraga("r0", A, B), fraga("r1", M, N)
    p = item(*PARTS, on_main, chosen, other)
    assert [is_motforslag(p, q) for q in p.fraga] == [False, True, False]
    first = fraga("q", H, A, funnet=H, votering=(vote(bifall("r0"), H),))
    assert is_motforslag(item(*PARTS, first, chosen), chosen), "as Ja too"


@pytest.mark.parametrize(
    ("ruling", "votering", "expected"),
    [
        pytest.param({"antal": 29, "narvarande": 81}, None, (29, 81), id="as stated"),
        pytest.param({}, BACK, (20, 60), id="as counted"),
        pytest.param({"narvarande": 61}, BACK, (20, 61), id="of those stated to be there"),
        pytest.param({"antal": 19}, BACK, (20, 60), id="a number alone is held to the count"),
        pytest.param({"antal": 29}, None, None, id="nobody knows of how many"),
        pytest.param({}, vote(DAG, TILLBAKA), None, id="not counted"),
        pytest.param({}, vote(DAG, TILLBAKA, 1, 1, 8), None, id="more abstained: the chair says"),
        pytest.param({"vinnare": bifall("o")}, BACK, None, id="neither side"),
        pytest.param({"vinnare": None}, BACK, None, id="not said what"),
        pytest.param({"grund": Grund.BEDOMNING}, BACK, None, id="on another ground"),
    ],
)
def test_how_many_of_how_many_a_minority_is_r69(
    ruling: dict[str, Any], votering: Votering | None, expected: tuple[int, int] | None
) -> None:
    given: dict[str, Any] = {"grund": Grund.MINORITET, "vinnare": TILLBAKA} | ruling
    votes = (votering,) if votering else ()
    q = fraga("q", DAG, TILLBAKA, funnet=DAG, votering=votes, avgorande=Avgorande(**given))
    assert minority_asking(item(*MATTER, q), q) == expected


def test_a_minority_is_counted_on_the_list_that_the_vote_uses() -> None:
    rows = tuple(Rost(plats=str(n), rost=Rostmarke.JA if n else Rostmarke.NEJ) for n in range(3))
    first = fraga("q0", H, NO, funnet=H, votering=(vote(H, NO, id="w", rostlangd=rows),))
    ruling = Avgorande(grund=Grund.MINORITET, vinnare=TILLBAKA)
    q = replace(asked(vote(DAG, TILLBAKA, lista="w")), avgorande=ruling)
    assert minority_asking(item(*MATTER, first, q), q) == (1, 3)
