"""Who steps in when somebody comes, goes or is jävig: what the order says (R34–R37, R198)."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.kommun import Kommun, Vaxling
from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.procedure.intrade import (
    after_arrival,
    after_leaving,
    at_upprop,
    balance_changed,
    free,
    instead_of,
    may_return,
)
from protokoll_tui.procedure.narvaro import Gang
from protokoll_tui.procedure.platser import besattning
from tests.procedure.rum import DAY, GAR, KF, item, meeting, move, on, roster, walk

ORDER = {"C": ("M",), "M": ("C",)}
FIVE = roster("kå:C ab:M cd:S aw:S ef:V", "jn:C lg:M rh:S ft:S nv:V", order=ORDER)
ALL = "kå ab cd rh>aw ef"


def words(seats: tuple[Tjanst, ...]) -> str:
    return " ".join(f"{t.vem}>{t.ersatter}" if t.ersatter else t.vem for t in seats)


def at(serves: str, rest: str = "", kommun: Kommun = FIVE) -> Gang:
    return walk(kommun, meeting(serves=serves, rest=rest))


# The upprop


UPPROP = [
    # who is there, seats by hand, who serves
    ("kå ab cd aw ef", "", "kå ab cd aw ef"),
    ("kå ab cd ef rh ft", "", "kå ab cd rh>aw ef"),
    ("kå ab cd ef ft", "", "kå ab cd ft>aw ef"),
    ("kå ab cd ef lg", "", "kå ab cd lg>aw ef"),
    ("ab cd aw ef lg", "", "lg>kå ab cd aw ef"),
    ("ab cd aw ef jn lg", "", "jn>kå ab cd aw ef"),
    ("cd aw ef jn lg", "", "jn>kå lg>ab cd aw ef"),
    ("kå ab cd ef rh ft", "ft>aw", "kå ab cd ft>aw ef"),
    ("kå ab cd ef rh", "ingen>aw", "kå ab cd ingen>aw ef"),
    ("kå ab cd ef rh", "rh>zz", "kå ab cd rh>aw ef"),
    ("", "", ""),
]


@pytest.mark.parametrize(("here", "fixed", "serve"), UPPROP)
def test_at_the_upprop_every_seat_that_can_be_filled_is(here: str, fixed: str, serve: str) -> None:
    organ = besattning(FIVE, "n", DAY)
    assert words(at_upprop(organ, here.split(), on(fixed))) == serve


def test_in_fullmaktige_the_seat_of_a_party_without_ersattare_stays_empty() -> None:
    organ = besattning(roster("kå:C ab:M", "rh:S lg:M", KF), "n", DAY)
    assert words(at_upprop(organ, ["rh", "lg"])) == "lg>ab"


# Going


LEAVING = [
    ("ab", "jn lg ft", "lg>ab"),
    ("ab", "jn ft", "jn>ab"),
    ("ab", "ft", "ft>ab"),
    ("rh", "ft nv", "ft>aw"),
    ("ab", "", ""),
    ("lg", "lg ft", ""),
    ("zz", "lg", ""),
]


@pytest.mark.parametrize(("goes", "rest", "steps_in"), LEAVING)
def test_the_seat_of_one_who_goes_is_filled_by_the_one_in_turn(
    goes: str, rest: str, steps_in: str
) -> None:
    went = at(ALL, rest)
    assert words(after_leaving(went.organ, went.upprop, goes)) == steps_in


def test_nobody_who_is_kept_out_is_called() -> None:
    went = at(ALL, "lg jn")
    assert words(after_leaving(went.organ, went.upprop, "ab", {"lg"})) == "jn>ab"


def test_one_who_has_begun_keeps_the_turn_before_those_earlier_in_the_order() -> None:
    # ft served for aw until she came, and rh has come since.
    state = meeting(
        item(1, move(GAR, "ft", id="w1")),
        serves="kå ab cd ft>aw ef",
        rest="rh",
    )
    room = walk(FIVE, state).upprop.seated("aw", "aw")
    organ = walk(FIVE, state).organ
    assert free(organ, room) == ("rh", "ft")
    assert words(after_leaving(organ, room, "cd")) == "ft>cd"


# Coming


def test_a_ledamot_takes_the_own_seat_and_the_ersattare_moves_to_another_that_is_empty() -> None:
    went = at("kå cd rh>aw ef")
    assert words(after_arrival(went.organ, went.upprop, "aw")) == "aw rh>ab"
    went = at(ALL)
    assert words(after_arrival(went.organ, went.upprop, "aw")) == "aw"


def test_one_who_sits_already_moves_nobody() -> None:
    went = at(ALL)
    assert after_arrival(went.organ, went.upprop, "ab") == ()
    assert after_arrival(went.organ, went.upprop, "rh") == ()


COMING = [
    # who serves, who comes, who sits where then
    ("kå ab cd ef", "rh", "rh>aw"),
    ("kå cd ef", "rh", "rh>aw"),
    ("kå cd aw ef", "lg", "lg>ab"),
    ("kå cd aw ef", "rh", "rh>ab"),
    ("kå ab cd aw ef", "rh", ""),
    ("kå ab cd lg>aw ef", "rh", "rh>aw"),
    ("kå ab cd ft>aw ef", "rh", ""),
    ("ab cd lg>aw ef", "rh", "rh>aw lg>kå"),
    ("ab cd aw ef", "rh", "rh>kå"),
]


@pytest.mark.parametrize(("serves", "comes", "seats"), COMING)
def test_an_ersattare_who_comes_fills_an_empty_seat_or_takes_the_own_partys_from_another(
    serves: str, comes: str, seats: str
) -> None:
    went = at(serves)
    assert words(after_arrival(went.organ, went.upprop, comes)) == seats


def test_a_seat_left_empty_on_purpose_goes_to_nobody_later_in_the_order_than_who_waits() -> None:
    went = at("kå ab cd ef ingen>aw", "rh")
    assert after_arrival(went.organ, went.upprop, "ft") == ()
    assert words(after_arrival(went.organ, went.upprop, "aw")) == "aw"


def test_in_fullmaktige_an_ersattare_takes_no_seat_of_another_party() -> None:
    went = at("kå cd aw ef", kommun=roster("kå:C ab:M cd:S aw:S ef:V", "rh:S lg:M", KF))
    assert after_arrival(went.organ, went.upprop, "rh") == ()
    assert words(after_arrival(went.organ, went.upprop, "lg")) == "lg>ab"


def test_of_two_empty_seats_of_the_party_the_one_of_the_own_valkrets_is_taken() -> None:
    went = at("kå", kommun=roster("kå:C ab:M/norra cg:M/södra", "lg:M/södra", KF))
    assert words(after_arrival(went.organ, went.upprop, "lg")) == "lg>cg"


def test_nobody_who_is_javig_or_unknown_is_given_a_seat() -> None:
    went = at("kå ab cd ef")
    assert after_arrival(went.organ, went.upprop, "rh", {"rh"}) == ()
    assert after_arrival(went.organ, went.upprop, "zz") == ()


# Växeltjänstgöring


def returns(kommun: Kommun, serves: str, seats: str) -> bool:
    """Whether ab may serve again after leaving the seat to one."""
    gone = move(GAR, "ab", seats)
    went = walk(kommun, meeting(item(1, gone), serves=serves, rest="lg rh"))
    return may_return(went.organ, went.at("p1").slut, "ab")


RULES = [
    (Vaxling.FORBUD, "lg>ab", False),
    (Vaxling.FORBUD, "rh>ab", False),
    (Vaxling.STYRKEBALANS, "lg>ab", False),
    (Vaxling.STYRKEBALANS, "rh>ab", True),
    (Vaxling.STYRKEBALANS, "", True),
    (Vaxling.TILLATEN, "lg>ab", True),
]


@pytest.mark.parametrize(("rule", "seat", "may"), RULES)
def test_in_a_namnd_the_reglemente_says_who_may_serve_again(
    rule: Vaxling, seat: str, may: bool
) -> None:
    kommun = roster("kå:C ab:M cd:S", "lg:M rh:S", vaxeltjanstgoring=rule)
    assert returns(kommun, "kå ab cd", seat) is may


@pytest.mark.parametrize("rule", Vaxling)
def test_in_fullmaktige_nobody_serves_again_whatever_the_roster_says(rule: Vaxling) -> None:
    kommun = roster("kå:C ab:M cd:S", "lg:M rh:S", KF, vaxeltjanstgoring=rule)
    assert not returns(kommun, "kå ab cd", "lg>ab")


def test_a_ledamot_who_broke_off_is_offered_no_seat_and_one_who_came_late_is() -> None:
    gone = move(GAR, "ab", "lg>ab")
    went = walk(FIVE, meeting(item(1, gone), serves="kå ab cd ef", rest="lg"))
    room = went.at("p1").slut
    assert after_arrival(went.organ, room, "ab") == ()
    assert words(after_arrival(went.organ, room, "aw")) == "aw"


def test_the_balance_is_changed_where_another_party_or_nobody_has_the_seat() -> None:
    went = at("kå rh>ab cd")
    assert balance_changed(went.organ, went.upprop, "ab")
    assert balance_changed(went.organ, went.upprop, "ef")
    own = at("kå lg>ab cd")
    assert not balance_changed(own.organ, own.upprop, "ab")
    assert not balance_changed(own.organ, own.upprop, "zz")


# Jäv


JAVIGA = [
    # who is jävig, who waits, who serves instead
    ("ab", "lg jn", "", "lg>ab"),
    ("ab", "", "", "ingen>ab"),
    ("ab cd", "lg ft", "", "lg>ab ft>cd"),
    ("ab cd", "lg", "", "lg>ab ingen>cd"),
    ("cd ab", "lg", "", "ingen>cd lg>ab"),
    ("ab lg", "lg jn", "", "jn>ab"),
    ("rh", "ft", "", "ft>aw"),
    ("lg", "lg", "", ""),
    ("ab ab", "lg", "", "lg>ab"),
    ("ab", "lg jn", "lg", "jn>ab"),
]


@pytest.mark.parametrize(("who", "rest", "without", "seats"), JAVIGA)
def test_at_jav_the_one_in_turn_serves_or_the_seat_is_said_to_be_empty(
    who: str, rest: str, without: str, seats: str
) -> None:
    went = at(ALL, rest)
    found = instead_of(went.organ, went.upprop, who.split(), without.split())
    assert words(found) == seats


def test_one_whose_connection_is_lost_is_not_called() -> None:
    went = at(ALL, "lg jn")
    lost = walk(FIVE, meeting(item(1, move(GAR, "lg")), serves=ALL, rest="lg jn")).at("p1").slut
    assert free(went.organ, lost) == ("jn",)


def test_who_has_to_leave_a_seat_moves_to_one_of_the_own_party_before_an_earlier_one() -> None:
    went = at("rh>ab cd ef")
    assert words(after_arrival(went.organ, went.upprop, "ab")) == "ab rh>aw"


def test_who_has_to_leave_a_seat_and_is_kept_out_moves_nowhere() -> None:
    went = at("kå cd rh>aw ef")
    assert words(after_arrival(went.organ, went.upprop, "aw", {"rh"})) == "aw"
    taken = at("ab cd lg>aw ef")
    assert words(after_arrival(taken.organ, taken.upprop, "rh", {"lg"})) == "rh>aw"


def test_one_seat_is_enough_for_one_who_comes() -> None:
    went = at("cd aw ef")
    assert words(after_arrival(went.organ, went.upprop, "rh")) == "rh>kå"


def test_one_who_serves_already_takes_no_second_seat() -> None:
    went = at("kå rh>ab aw ef")
    assert after_arrival(went.organ, went.upprop, "rh") == ()


def test_one_who_is_kept_out_is_not_waited_for() -> None:
    went = at("kå ab cd ef", "rh")
    assert after_arrival(went.organ, went.upprop, "ft") == ()
    assert words(after_arrival(went.organ, went.upprop, "ft", {"rh"})) == "ft>aw"


def test_one_of_the_own_party_is_moved_to_whatever_its_ledamot_is_called() -> None:
    went = at("rh>kå cd ef")
    assert words(after_arrival(went.organ, went.upprop, "kå")) == "kå rh>aw"


def test_who_has_begun_is_before_one_who_comes_or_steps_in_for_jav() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ft")), serves="kå ab cd ft>aw ef", rest="rh"))
    room = went.upprop.seated("aw", "aw")
    assert words(instead_of(went.organ, room, ["cd"])) == "ft>cd"
    assert after_arrival(went.organ, room.seated("cd", ""), "rh") == ()
