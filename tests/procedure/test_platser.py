"""Which ersättare is in turn for which seat: nämnd and fullmäktige are not alike (R34, R37)."""

from __future__ import annotations

from datetime import date

import pytest

from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, Person, Roll
from protokoll_tui.procedure.platser import (
    Besattning,
    besattning,
    filled,
    in_turn,
    may_serve,
    party_order,
)
from tests.procedure.rum import DAY, KF, NAMND, roster


def seated(kommun: Kommun) -> Besattning:
    return besattning(kommun, "n", DAY)


def turn(organ: Besattning, seat: str, free: str, begun: str = "") -> str:
    plats = organ.seat(seat)
    assert plats is not None
    return in_turn(organ, plats, free.split(), begun.split())


SEATS = "kå:C ab:M cd:S ef:V"
SUBS = "jn:C lg:M rh:S ft:S nv:V dm:X"

ORDER = {"C": ("M", "V"), "V": ("S", "C")}

NAMND_TURNS = [
    # seat, free, begun, who is in turn
    ("ab", "jn lg rh", "", "lg"),
    ("cd", "jn lg ft rh", "", "rh"),
    ("kå", "rh lg nv", "", "lg"),
    ("kå", "rh nv", "", "nv"),
    ("kå", "rh dm", "", "rh"),
    ("ef", "jn lg rh", "", "rh"),
    ("ef", "jn lg", "", "jn"),
    ("ef", "lg dm", "", "lg"),
    ("ab", "dm rh", "", "rh"),
    ("cd", "rh ft", "ft", "ft"),
    ("cd", "rh ft lg", "lg", "rh"),
    ("ab", "rh ft", "ft", "ft"),
    ("ab", "", "", ""),
    ("ab", "zz", "", ""),
]


@pytest.mark.parametrize(("seat", "free", "begun", "due"), NAMND_TURNS)
def test_in_a_namnd_own_party_comes_first_then_the_order_of_parties_then_the_others(
    seat: str, free: str, begun: str, due: str
) -> None:
    organ = seated(roster(SEATS, SUBS, order=ORDER))
    assert turn(organ, seat, free, begun) == due


@pytest.mark.parametrize(
    ("seat", "free", "due"),
    [("ab", "lg rh", "lg"), ("ab", "rh jn dm", ""), ("cd", "ft rh", "rh"), ("ef", "dm", "")],
)
def test_in_fullmaktige_only_the_own_party_is_called(seat: str, free: str, due: str) -> None:
    organ = seated(roster(SEATS, SUBS, KF, order=ORDER))
    assert turn(organ, seat, free) == due


@pytest.mark.parametrize(
    ("seat", "free", "begun", "due"),
    [
        ("ab", "lg mn", "", "mn"),
        ("cd", "lg mn", "", "lg"),
        ("ab", "lg", "", "lg"),
        ("ab", "lg mn", "lg", "lg"),
    ],
)
def test_the_valkrets_of_the_seat_comes_first_but_whoever_has_begun_keeps_the_turn(
    seat: str, free: str, begun: str, due: str
) -> None:
    organ = seated(roster("ab:M/norra cd:M/södra", "lg:M/södra mn:M/norra", KF))
    assert turn(organ, seat, free, begun) == due


def test_a_number_goes_before_the_place_in_the_file_and_those_without_come_last() -> None:
    organ = seated(roster("ab:M", "aa:M bb:M/#2 cc:M/#1 dd:M"))
    assert [e.sig for e in organ.ersattare] == ["cc", "bb", "aa", "dd"]
    assert turn(organ, "ab", "aa bb cc dd") == "cc"


def test_a_seat_of_no_party_is_filled_by_anybody_also_in_fullmaktige() -> None:
    organ = seated(roster("ab:M pk:", "lg:M", KF))
    assert turn(organ, "pk", "lg") == "lg"
    assert party_order(organ.organ, "") == ()


def test_the_list_that_a_seat_was_won_on_counts_and_not_the_party_of_the_person() -> None:
    mandates = (
        Mandat(person="ab", organ="n", parti="S"),
        Mandat(person="lg", organ="n", roll=Roll.ERSATTARE),
        Mandat(person="rh", organ="n", roll=Roll.ERSATTARE),
    )
    people = (Person(sig="ab", parti="M"), Person(sig="lg", parti="M"), Person(sig="rh", parti="S"))
    organ = seated(Kommun(organ=(Organ(id="n"),), mandat=mandates, person=people))
    assert turn(organ, "ab", "lg rh") == "rh"


def test_seats_that_nobody_was_elected_to_have_names_of_their_own() -> None:
    organ = seated(roster("kå:C -:S ab:M -:M"))
    assert [p.namn for p in organ.platser] == ["kå", "ab", "vakant", "vakant2"]
    assert [p.parti for p in organ.platser if p.vakant] == ["S", "M"]


def test_seats_that_the_roster_lacks_are_vacant_and_count() -> None:
    organ = seated(roster("kå:C ab:M", platser=4))
    assert organ.antal == 4
    assert [p.vakant for p in organ.platser] == [False, False, True, True]


def test_a_roster_with_more_ledamoter_than_seats_counts_them_all() -> None:
    assert seated(roster("kå:C ab:M cd:S", platser=2)).antal == 3


def test_a_vacant_seat_of_a_party_is_filled_from_that_party() -> None:
    organ = seated(roster("kå:C -:S", "jn:C rh:S", KF))
    assert turn(organ, "vakant", "jn rh") == "rh"
    assert turn(organ, "vakant", "jn") == ""


def test_mandates_of_another_day_hold_no_seat() -> None:
    old = Mandat(person="ab", organ="n", till=date(2030, 12, 31))
    new = Mandat(person="cd", organ="n", fran=date(2031, 1, 1))
    organ = seated(Kommun(organ=(Organ(id="n"),), mandat=(old, new)))
    assert [p.namn for p in organ.platser] == ["cd"]


def test_no_ersattare_is_spent_on_another_party_while_the_own_seat_is_empty() -> None:
    organ = seated(roster("ab:M cd:S", "rh:S"))
    assert filled(organ, organ.platser, ["rh"]) == {"cd": "rh"}


def test_every_seat_is_filled_while_anybody_is_left() -> None:
    organ = seated(roster("kå:C ab:M cd:S ef:V", "rh:S ft:S lg:M"))
    given = filled(organ, organ.platser, ["rh", "ft", "lg"])
    assert given == {"kå": "ft", "ab": "lg", "cd": "rh"}


def test_nobody_is_put_on_two_seats_even_if_named_twice() -> None:
    organ = seated(roster("ab:M cg:M", "lg:M"))
    assert filled(organ, organ.platser, ["lg", "lg"]) == {"ab": "lg"}


@pytest.mark.parametrize(("slag", "may"), [(NAMND, True), (KF, False)])
def test_only_fullmaktige_shuts_out_an_ersattare_of_another_party(slag: object, may: bool) -> None:
    organ = seated(roster("ab:M", "rh:S", slag))  # type: ignore[arg-type]
    e = organ.substitute("rh")
    assert e is not None
    assert may_serve(organ, organ.platser[0], e) is may


def test_a_vacant_seat_keeps_its_roll_and_its_valkrets() -> None:
    organ = seated(roster("kå:C -:M/norra cd:S"))
    vacant = organ.seat("vakant")
    assert vacant is not None
    assert (vacant.parti, vacant.valkrets, vacant.roll) == ("M", "norra", Roll.FORSTE_VICE)
