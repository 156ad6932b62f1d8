"""Counting an election: the quota, the largest quotients, the most votes, the ballots."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.kedja import ended, winner
from protokoll_tui.procedure.omrostning import Vantar, waiting
from protokoll_tui.procedure.valmetod import (
    Fordelning,
    Utgang,
    adds_up,
    allocate,
    can_ask,
    most,
    outcome,
    places,
    proportional,
    valid_ballots,
    valkvot,
)
from protokoll_tui.procedure.valmetod import seats as seats_of
from tests.procedure.builders import bifall, forslag, item, who

VAL = ForslagSlag.VAL


def ballot(votes: str = "", **numbers: object) -> Sluten:
    """``"a 20 b 16"``; a figure after a colon is a point: ``"f:2 12"``."""
    words = votes.split()
    rows = [
        Valresultat(pa=aim(name), roster=int(n))
        for name, n in zip(words[::2], words[1::2], strict=True)
    ]
    return Sluten(id="s", resultat=tuple(rows), **numbers)  # type: ignore[arg-type]


def aim(name: str) -> Mal:
    id, _, nr = name.partition(":")
    return Mal(pa=id, punkter=(int(nr),) if nr else ())


def aims(names: str) -> tuple[Mal, ...]:
    return tuple(map(aim, names.split()))


# The quota


@pytest.mark.parametrize(
    ("narvarande", "platser", "kvot"),
    [(61, 15, 4), (41, 9, 5), (49, 13, 4), (51, 5, 9), (12, 2, 4), (1, 1, 1), (10, 4, 2)],
)
def test_the_quota_is_those_present_by_the_places_and_one_rounded_up(
    narvarande: int, platser: int, kvot: int
) -> None:
    assert valkvot(narvarande, platser) == kvot
    assert can_ask(kvot, narvarande, platser)
    assert not can_ask(kvot - 1, narvarande, platser)


# The places of groups


@pytest.mark.parametrize(
    ("roster", "platser", "delat"),
    [
        ((20, 16, 5), 5, (3, 2, 0)),
        ((100, 80, 30, 20), 8, (4, 3, 1, 0)),
        ((7,), 3, (3,)),
        ((6, 3), 3, (2, 1)),
        ((5, 0), 4, (4, 0)),
        ((0, 0), 4, (0, 0)),
        ((), 4, ()),
        ((9, 4), 0, (0, 0)),
    ],
)
def test_each_place_goes_to_the_largest_quotient(
    roster: tuple[int, ...], platser: int, delat: tuple[int, ...]
) -> None:
    assert allocate(roster, platser) == Fordelning(delat)


def test_equal_quotients_share_the_last_place_by_lot() -> None:
    assert allocate((10, 10, 5), 2) == Fordelning((1, 1, 0))
    assert allocate((10, 10, 5), 3) == Fordelning((1, 1, 0), (0, 1, 2), 1)
    assert allocate((10, 10, 5), 3, [2]) == Fordelning((1, 1, 1))
    assert allocate((4, 4, 4), 2) == Fordelning((0, 0, 0), (0, 1, 2), 2)
    assert allocate((4, 4, 4), 2, [1]) == Fordelning((0, 1, 0), (0, 2), 1)
    assert allocate((4, 4, 4), 2, [1, 0]) == Fordelning((1, 1, 0))


def test_a_lot_that_fell_on_one_who_was_not_equal_says_nothing() -> None:
    assert allocate((9, 4, 4), 2, [0]) == Fordelning((2, 0, 0))
    assert allocate((9, 4, 4), 3, [0]) == Fordelning((2, 0, 0), (1, 2), 1)


votes = st.lists(st.integers(0, 61), min_size=1, max_size=6)
seats = st.integers(0, 15)


def settled(roster: list[int], platser: int) -> tuple[int, ...]:
    """The places with every lot falling on the first of the equal ones."""
    lots: list[int] = []
    while (f := allocate(roster, platser, lots)).lika:
        lots.append(f.lika[0])
    return f.platser


@given(votes, seats)
def test_the_places_add_up(roster: list[int], platser: int) -> None:
    found = allocate(roster, platser)
    assert sum(found.platser) + found.kvar == (platser if any(roster) else 0)
    assert sum(settled(roster, platser)) == (platser if any(roster) else 0)


@given(votes, seats)
def test_a_lot_is_between_more_than_the_places_left(roster: list[int], platser: int) -> None:
    found = allocate(roster, platser)
    assert bool(found.lika) == bool(found.kvar)
    assert not found.lika or len(found.lika) > found.kvar


@given(votes, seats)
def test_one_more_place_takes_none_from_anybody(roster: list[int], platser: int) -> None:
    before, after = settled(roster, platser), settled(roster, platser + 1)
    assert all(a <= b for a, b in zip(before, after, strict=True))


@given(votes, seats, st.integers(0, 5), st.integers(1, 20))
def test_more_votes_never_cost_a_place(
    roster: list[int], platser: int, who: int, more: int
) -> None:
    n = who % len(roster)
    gained = [votes + (more if i == n else 0) for i, votes in enumerate(roster)]
    assert settled(gained, platser)[n] >= settled(roster, platser)[n]


@given(votes, seats)
def test_a_larger_group_never_has_fewer_places(roster: list[int], platser: int) -> None:
    won = allocate(roster, platser).platser
    for n, votes in enumerate(roster):
        for k, others in enumerate(roster):
            assert votes <= others or won[n] >= won[k]


@given(votes, st.integers(1, 15))
def test_a_group_of_the_quota_has_a_place_or_a_part_in_the_lot(
    roster: list[int], platser: int
) -> None:
    found = allocate(roster, platser)
    for n, votes in enumerate(roster):
        if votes and votes >= valkvot(sum(roster), platser):
            assert found.platser[n] or n in found.lika
        if votes * (platser + 1) > sum(roster):
            assert found.platser[n]


@given(st.lists(st.integers(0, 61), min_size=1, max_size=4), seats)
def test_the_order_of_the_groups_makes_no_difference(roster: list[int], platser: int) -> None:
    found = allocate(roster, platser)
    for order in permutations(range(len(roster))):
        moved = allocate([roster[n] for n in order], platser)
        assert moved.platser == tuple(found.platser[n] for n in order)
        assert {order[n] for n in moved.lika} == set(found.lika)


# The most votes


@pytest.mark.parametrize(
    ("votes", "platser", "valda", "lika", "kvar"),
    [
        ("a 20 b 16", 1, "a", "", 0),
        ("a 20 b 20", 1, "", "a b", 1),
        ("a 9 b 20 c 12", 2, "b c", "", 0),
        ("a 9 b 20 c 9", 2, "b", "a c", 1),
        ("a 9 b 9 c 9", 2, "", "a b c", 2),
        ("a 9 b 9 c 3", 2, "a b", "", 0),
        ("a 9 b 0 c 3", 3, "a c", "", 0),
        ("a 0 b 0", 1, "", "a b", 1),
        ("", 1, "", "", 0),
    ],
)
def test_the_most_votes_win_the_places_and_the_border_is_drawn(
    votes: str, platser: int, valda: str, lika: str, kvar: int
) -> None:
    assert most(ballot(votes), platser) == Utgang(aims(valda), aims(lika), kvar)


# In a question

ANNA = forslag("a", VAL, kandidater=who("ab"), uppdrag="ordförande")
CIA = forslag("c", VAL, kandidater=who("cd"), uppdrag="ordförande")
EVA = forslag("e", VAL, kandidater=who("ef"), uppdrag="ordförande")


def asked(*ballots: Sluten, lot: str = "", grund: Grund = Grund.LOTTNING) -> Fraga:
    ruling = Avgorande(grund=grund, vinnare=Svar(pa=aims(lot))) if lot else None
    return Fraga(
        id="q", svar=(bifall("a"), bifall("c"), bifall("e")), sluten=ballots, avgorande=ruling
    )


def end(q: Fraga) -> Svar | None:
    p = item(ANNA, CIA, EVA, q)
    assert winner(p, q) == ended(p, q)
    return ended(p, q)


def test_an_election_ends_with_the_most_votes_or_waits_for_the_lot() -> None:
    assert end(asked(ballot("a 20 c 16"))) == bifall("a")
    assert end(asked(ballot("a 18 c 18 e 3"))) is None
    assert end(asked(ballot("a 18 c 18 e 3"), lot="c")) == bifall("c")
    assert end(asked(ballot())) is None
    assert end(asked(ballot(), lot="c")) == bifall("c")


def test_a_new_round_takes_the_place_of_the_one_before() -> None:
    first, second = ballot("a 20 c 16"), ballot("a 15 c 21", omgang=2)
    assert end(asked(first, second)) == bifall("c")


def test_several_places_go_to_several_names_and_the_lot_to_the_last() -> None:
    three = ballot("a 20 c 16 e 9", platser=2)
    assert end(asked(three)) == Svar(pa=aims("a c"))
    tied = ballot("a 20 c 16 e 16", platser=2)
    assert end(asked(tied)) is None
    assert end(asked(tied, lot="e")) == Svar(pa=aims("a e"))
    assert end(asked(tied, lot="a e")) == Svar(pa=aims("a e"))


def test_where_two_places_are_drawn_one_lot_is_not_enough() -> None:
    tied = ballot("a 9 c 9 e 9", platser=2)
    assert end(asked(tied, lot="e")) is None
    assert end(asked(tied, lot="e a")) == Svar(pa=aims("e a"))


def test_another_ground_than_the_lot_is_taken_as_it_was_said() -> None:
    q = asked(ballot("a 20 c 16"), lot="c", grund=Grund.BEDOMNING)
    assert end(q) == bifall("c")


def test_an_open_ballot_waits_for_its_count_then_for_the_lot() -> None:
    for q, what, answers in (
        (asked(ballot()), Vantar.ROSTNING, "a c e"),
        (asked(ballot("a 18 c 18 e 3")), Vantar.LOTTNING, "a c"),
        (asked(ballot("a 9 c 9 e 9", platser=2), lot="e"), Vantar.LOTTNING, "a c"),
    ):
        waits = waiting(item(ANNA, CIA, EVA, q), Praxis())
        assert waits is not None and waits.vantar is what
        assert waits.svar == tuple(bifall(name) for name in answers.split())
    assert waiting(item(ANNA, CIA, EVA, asked(ballot("a 20 c 16"))), Praxis()) is None
    assert waiting(item(ANNA, CIA, EVA, asked(ballot("a 9 c 9"), lot="c")), Praxis()) is None


LISTA = forslag("f", VAL, kandidater=who("ab", "cd"))
LISTB = forslag("g", VAL, kandidater=who("ef", "gh"))


def test_the_places_are_those_of_the_ballot_else_of_the_names() -> None:
    lists = Fraga(id="q", svar=(bifall("f"), bifall("g")))
    for sluten, expected in (
        ((), 2),
        ((ballot("f 9 g 7"),), 1),
        ((ballot("f:1 9 f:2 8 g:1 7"),), 2),
        ((ballot("f 9 g 7", proportionellt=Proportionellt()),), 2),
        ((ballot("f 9 g 7", platser=3),), 3),
    ):
        q = Fraga(id="q", svar=lists.svar, sluten=sluten)
        assert places(item(LISTA, LISTB, q), q) == expected
    assert places(item(), Fraga(id="q")) == 1


def test_a_proportional_election_gives_each_group_its_part() -> None:
    shares = ballot("f 20 g 9", platser=4, proportionellt=Proportionellt(begart_av=9))
    q = Fraga(id="q", svar=(bifall("f"), bifall("g")), sluten=(shares,))
    p = item(LISTA, LISTB, q)
    assert outcome(p, q) == Utgang(aims("f g"))
    # The last place of the second list is not won: its first name is elected.
    assert ended(p, q) == Svar(pa=(Mal(pa="f"), Mal(pa="g", punkter=(1,))))
    assert seats_of(p, q) == ((Mal(pa="f"), 3), (Mal(pa="g"), 1))
    tied = ballot("f 8 g 8", platser=1, proportionellt=Proportionellt())
    q = Fraga(id="q", svar=q.svar, sluten=(tied,))
    assert outcome(p, q) == Utgang((), aims("f g"), 1)
    assert ended(item(LISTA, LISTB, q), q) is None
    lot = Avgorande(grund=Grund.LOTTNING, vinnare=bifall("g"))
    drawn = Fraga(id="q", svar=q.svar, sluten=(tied,), avgorande=lot)
    assert ended(item(LISTA, LISTB, drawn), drawn) == Svar(pa=(Mal(pa="g", punkter=(1,)),))


def test_the_places_of_a_proportional_election_are_those_of_its_lists() -> None:
    svar = (bifall("f"), bifall("g"))
    q = Fraga(id="q", svar=svar, sluten=(ballot("f 20 g 9", proportionellt=Proportionellt()),))
    p = item(LISTA, LISTB, q)
    assert outcome(p, q) == Utgang(aims("f"))
    assert seats_of(p, q) == ((Mal(pa="f"), 2), (Mal(pa="g"), 0))
    assert ended(p, q) == bifall("f"), "all its names, so the list itself"


# The ballots


@pytest.mark.parametrize(
    ("numbers", "valid"),
    [
        ({"avgivna": 39, "ogiltiga": 1, "blanka": 2}, 36),
        ({"avgivna": 39, "ogiltiga": 1}, None),
        ({"ogiltiga": 1, "blanka": 2}, None),
        ({"avgivna": 39, "ogiltiga": 0, "blanka": 0}, 39),
    ],
)
def test_the_valid_ballots_are_known_when_all_the_others_are(
    numbers: dict[str, Any], valid: int | None
) -> None:
    assert valid_ballots(ballot(**numbers)) == valid


@pytest.mark.parametrize(
    ("votes", "numbers", "platser", "right"),
    [
        ("a 20 b 16", (39, 1, 2), 1, True),
        ("a 20 b 17", (39, 1, 2), 1, False),
        ("a 20 b 15", (39, 1, 2), 1, False),
        ("a 20 b 15", (39, 1, None), 1, True),
        ("a 20 b 19", (39, 1, None), 1, False),
        ("a 20 b 19", (None, 1, 2), 1, True),
        ("a 36 b 20 c 10", (39, 1, 2), 2, True),
        ("a 36 b 36 c 1", (39, 1, 2), 2, False),
        ("a 37 b 1", (39, 1, 2), 2, False),
        ("", (39, 1, 2), 1, True),
        ("", (3, 2, 2), 1, False),
        ("a -1 b 37", (39, 1, 2), 1, False),
    ],
)
def test_the_votes_are_held_against_the_ballots(
    votes: str, numbers: tuple[int | None, ...], platser: int, right: bool
) -> None:
    cast, invalid, blank = numbers
    sluten = ballot(votes, avgivna=cast, ogiltiga=invalid, blanka=blank)
    assert adds_up(sluten, platser) is right


def test_the_groups_of_a_proportional_election_have_one_vote_of_each_ballot() -> None:
    groups = ballot("a 20 b 16", avgivna=36, ogiltiga=0, blanka=0, proportionellt=Proportionellt())
    assert adds_up(groups, 5)
    short = ballot("a 20 b 15", avgivna=36, ogiltiga=0, blanka=0, proportionellt=Proportionellt())
    assert not adds_up(short, 5)


def test_without_groups_and_without_votes_nobody_has_a_place() -> None:
    assert allocate([], 3) == Fordelning(())
    assert allocate([0, 0], 3) == Fordelning((0, 0))


def test_one_vote_is_enough_where_nobody_has_more() -> None:
    assert most(ballot("a 1 b 0"), 1) == Utgang(aims("a"))


def test_the_lot_falls_on_a_group_by_its_place_among_the_results() -> None:
    counted = ballot("a 3 b 3 c 3")
    assert proportional(counted, 1) == Fordelning((0, 0, 0), (0, 1, 2), 1)
    assert proportional(counted, 1, aims("c")) == Fordelning((0, 0, 1))
    assert proportional(counted, 2, aims("b zz a")) == Fordelning((1, 1, 0))


@pytest.mark.parametrize(
    ("slutet", "platser", "expected"),
    [
        pytest.param(ballot(avgivna=0, ogiltiga=0, blanka=0), 1, True, id="nobody voted"),
        pytest.param(ballot("a 0", avgivna=0, ogiltiga=0, blanka=0), 1, True, id="a row of none"),
        pytest.param(ballot("a 1", avgivna=0), 1, False, id="a vote without a ballot"),
        pytest.param(ballot("a 5 b 4", avgivna=9), 1, True, id="as many, the invalid not stated"),
        pytest.param(ballot("a 5 b 5", avgivna=9), 1, False, id="one more than the ballots"),
        pytest.param(
            ballot("a 5 b 5", avgivna=5, ogiltiga=0, blanka=0), 2, True, id="each name on each"
        ),
    ],
)
def test_the_votes_and_the_ballots_at_their_borders(
    slutet: Sluten, platser: int, expected: bool
) -> None:
    assert adds_up(slutet, platser) is expected


def test_the_places_are_those_of_the_election_that_is_put_or_counted() -> None:
    two = forslag("m", VAL, kandidater=who("ab"), platser=2)
    nine = forslag("n", VAL, kandidater=who("cd"), platser=9)
    matter = forslag("f", platser=7)
    q = Fraga(id="q", svar=(bifall("m"), bifall("f")))
    assert places(item(two, nine, matter, q), q) == 2
    counted = Fraga(id="q", sluten=(ballot("n 3"),))
    assert places(item(two, nine, counted), counted) == 9
