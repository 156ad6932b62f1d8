"""Who chairs a §, and who of the presidium may (R225)."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.paragraf import Ordforandeskap
from protokoll_tui.procedure.ordforande import chairs_from_before, may_chair, presides
from tests.procedure.rum import GAR, item, jav, meeting, move, roster, walk

FIVE = roster("kå:C ab:M cd:S aw:S ef:V", "lg:M rh:S")


def takes(vem: str, till: str = "") -> Ordforandeskap:
    return Ordforandeskap(id=f"o-{vem}", vem=vem, till_paragraf=till)


CHAIRS = [
    # what is recorded in the first and second §, who chairs the four §§
    ((), (), "kå kå kå kå"),
    ((takes("ab"),), (), "ab kå kå kå"),
    ((takes("ab", "p3"),), (), "ab ab ab kå"),
    ((takes("ab", "p3"),), (takes("cd"),), "ab cd ab kå"),
    ((takes("ab", "p4"),), (takes("cd", "p3"),), "ab cd cd ab"),
    ((takes("ab"), takes("cd")), (), "cd kå kå kå"),
    ((takes("ab", "zz"),), (), "ab kå kå kå"),
    ((), (takes("ab", "p1"),), "kå ab kå kå"),
]


@pytest.mark.parametrize(("first", "second", "chairs"), CHAIRS)
def test_the_chair_is_the_last_who_took_it_here_or_to_here(
    first: tuple[Ordforandeskap, ...], second: tuple[Ordforandeskap, ...], chairs: str
) -> None:
    items = (
        item(1, ordforandeskap=first),
        item(2, ordforandeskap=second),
        item(3),
        item(4),
    )
    state = meeting(*items, ordforande="kå")
    assert " ".join(presides(state, p) for p in items) == chairs


def test_a_chair_of_the_own_item_is_not_one_from_before() -> None:
    p = item(1, ordforandeskap=(takes("ab", "p2"),))
    state = meeting(p, item(2), ordforande="kå")
    assert chairs_from_before(state, p) is None
    assert chairs_from_before(state, item(2)) == takes("ab", "p2")


def test_an_item_that_is_not_in_the_meeting_is_chaired_by_whoever_chairs_after_the_last() -> None:
    assert presides(meeting(ordforande="kå"), item(9)) == "kå"


def test_those_of_the_presidium_who_take_part_may_chair_in_their_turn() -> None:
    gone = item(1, move(GAR, "kå"))
    out = item(2, jav("ab", "ingen>ab"))
    went = walk(FIVE, meeting(gone, out, serves="cd ab kå aw ef"))
    assert may_chair(went, gone) == ("ab", "cd")
    assert may_chair(went, out) == ("cd",)


def test_an_ersattare_on_the_chairs_seat_does_not_chair() -> None:
    p = item(1, move(GAR, "kå", "rh>kå"))
    went = walk(FIVE, meeting(p, serves="kå ab cd aw ef", rest="rh"))
    assert may_chair(went, p) == ("ab", "cd")


def test_nobody_may_chair_where_the_whole_presidium_is_away() -> None:
    p = item(1)
    assert may_chair(walk(FIVE, meeting(p, serves="aw ef")), p) == ()


def test_the_turn_is_that_of_the_presidium_and_not_of_the_names() -> None:
    p = item(1)
    assert may_chair(walk(FIVE, meeting(p, serves="aw cd ab kå ef")), p) == ("kå", "ab", "cd")
