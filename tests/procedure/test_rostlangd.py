"""The röstlängd of a § and its points: jäv, empty seats, quorum (R29, R30, R48–R52, R103)."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.procedure.jav import (
    challenged,
    challenged_anywhere,
    holds,
    persons,
    points_of_jav,
    stand_ins,
)
from protokoll_tui.procedure.narvaro import Narvaro
from protokoll_tui.procedure.rostlangd import Langdrad, Tomhet, quorum, rostlangd, serving
from protokoll_tui.procedure.rostlangd import rows as seats_of
from tests.procedure.rum import (
    BYTER,
    EFTER,
    GAR,
    KF,
    TAPPAR,
    item,
    jav,
    meeting,
    move,
    roster,
    walk,
)

FIVE = roster("kå:C ab:M cd:S aw:S ef:V", "lg:M rh:S ft:S nv:V")
FIVE_KF = roster("kå:C ab:M cd:S aw:S ef:V", "lg:M rh:S ft:S nv:V", KF)
ALL = "kå ab cd rh>aw ef"


def rows(p: Paragraf, punkt: int | None = None, kf: bool = False, serves: str = ALL) -> str:
    """One word per seat: who serves, or why nobody does."""
    went = walk(FIVE_KF if kf else FIVE, meeting(p, serves=serves, rest="lg ft nv"))
    found = rostlangd(went, p, punkt)
    return " ".join(row.vem or str(row.tom) for row in found)


# Jäv for the whole § and for a point


JAV = {
    "nobody": ((), "kå ab cd rh ef"),
    "one with an ersättare": ((jav("ab", "lg>ab"),), "kå lg cd rh ef"),
    "one without": ((jav("ab", "ingen>ab"),), "kå jäv cd rh ef"),
    "one where nothing is said of the seat": ((jav("ab"),), "kå jäv cd rh ef"),
    "two at once": ((jav("ab ef", "lg>ab nv>ef"),), "kå lg cd rh nv"),
    "two one after the other": ((jav("ab", "lg>ab"), jav("ef", "nv>ef")), "kå lg cd rh nv"),
    "one who serves for another": ((jav("rh", "ft>aw"),), "kå ab cd ft ef"),
    "the seat named by who sat on it": ((jav("rh", "ft>rh"),), "kå ab cd ft ef"),
    "one who does not serve": ((jav("lg"),), "kå ab cd rh ef"),
    "a jävig who would step in": ((jav("ab lg", "lg>ab"),), "kå jäv cd rh ef"),
    "one who becomes jävig after stepping in": (
        (jav("ab", "lg>ab"), jav("lg", "")),
        "kå jäv cd rh ef",
    ),
    "one who is no jävig after all": (
        (jav("ab", "lg>ab", provning=Provning.INTE_JAVIG),),
        "kå ab cd rh ef",
    ),
    "one who is being tried": ((jav("ab", provning=Provning.PROVAS),), "kå ab cd rh ef"),
    "one who was found jävig": (
        (jav("ab", "lg>ab", provning=Provning.JAVIG),),
        "kå lg cd rh ef",
    ),
    "a point alone": ((jav("ab", "lg>ab", 2),), "kå ab cd rh ef"),
}


@pytest.mark.parametrize(("javs", "room"), JAV.values(), ids=list(JAV))
def test_who_is_javig_is_out_of_the_seat_in_the_whole_item(
    javs: tuple[Jav, ...], room: str
) -> None:
    assert rows(item(1, *javs)) == room


@pytest.mark.parametrize(
    ("punkt", "room"),
    [
        (None, "kå ab cd rh jäv"),
        (1, "kå ab cd rh jäv"),
        (2, "kå lg cd rh jäv"),
        (3, "kå jäv cd rh jäv"),
    ],
)
def test_each_point_has_its_own_jav_beside_that_of_the_whole_item(
    punkt: int | None, room: str
) -> None:
    p = item(
        1, jav("ab", "lg>ab", 2), jav("ab", "ingen>ab", 3, id="j2"), jav("ef", "ingen>ef", id="j3")
    )
    assert rows(p, punkt) == room
    assert points_of_jav(p) == (2, 3)


def test_jav_is_over_with_the_item() -> None:
    first, then = item(1, jav("ab", "lg>ab")), item(2)
    went = walk(FIVE, meeting(first, then, serves=ALL, rest="lg"))
    assert serving(went, first) == ("kå", "lg", "cd", "rh", "ef")
    assert serving(went, then) == ("kå", "ab", "cd", "rh", "ef")


def test_who_comes_or_goes_after_the_decision_is_not_in_its_list() -> None:
    assert rows(item(1, move(GAR, "ab", fas=EFTER))) == "kå ab cd rh ef"


def test_an_empty_seat_says_whether_somebody_is_away_or_nobody_was_elected() -> None:
    kommun = roster("kå:C ab:M -:S", "rh:S")
    p = item(1)
    went = walk(kommun, meeting(p, serves="kå"))
    assert [str(row.tom) for row in rostlangd(went, p)] == ["None", "frånvaro", "vakant"]
    filled = walk(kommun, meeting(p, serves="kå rh>vakant"))
    assert serving(filled, p) == ("kå", "rh")


def test_a_seat_that_the_organ_does_not_have_is_a_row_only_while_somebody_sits_there() -> None:
    here, gone = item(1, move(BYTER, "lg", "lg")), item(2, move(GAR, "lg"))
    went = walk(FIVE, meeting(here, gone, serves="kå ab cd aw ef", rest="lg"))
    assert len(rostlangd(went, here)) == 6
    assert len(rostlangd(went, gone)) == 5


def test_a_row_tells_who_serves_for_another_and_who_is_at_a_distance_or_lost() -> None:
    p = item(1, move(TAPPAR, "ef"))
    went = walk(FIVE, meeting(p, serves=ALL, distans=("kå", "ef")))
    found = {row.plats: row for row in rostlangd(went, p)}
    assert [row.ersatter for row in found.values()] == [False, False, False, True, False]
    assert (found["kå"].distans, found["kå"].tappad) == (True, False)
    assert (found["ef"].distans, found["ef"].tappad) == (True, True)


# Who is meant


def test_the_persons_behind_a_group_are_those_who_served() -> None:
    group = Aktor(grupp="S", namn=("cd", "rh"))
    assert persons((Aktor(person="ab"), group, Aktor(ord="Okänd"))) == ("ab", "cd", "rh")
    assert challenged(item(1, Jav(id="j", av=(group,)))) == {"cd", "rh"}


def test_a_disputed_jav_holds_first_when_the_organ_has_said_so() -> None:
    held = {p: holds(jav("ab", provning=p), None) for p in Provning}
    assert [str(p) for p, yes in held.items() if yes] == ["anmäld", "jävig"]


def test_jav_at_a_point_counts_anywhere_in_the_item_but_not_for_all_of_it() -> None:
    p = item(1, jav("ab", "lg>ab", 2), jav("ef", "nv>ef", provning=Provning.INTE_JAVIG))
    assert challenged(p) == frozenset()
    assert challenged_anywhere(p) == {"ab"}
    assert stand_ins(p) == {"lg"}
    assert stand_ins(p, but="j-ab") == frozenset()


# Quorum


QUORUM = [
    # seats, who serves at the upprop, of a nämnd, of fullmäktige
    (5, "l0 l1 l2", True),
    (5, "l0 l1", False),
    (4, "l0 l1", False),
    (4, "l0 l1 l2", True),
    (9, "l0 l1 l2 l3 l4", True),
    (9, "l0 l1 l2 l3", False),
    (15, " ".join(f"l{n}" for n in range(8)), True),
    (15, " ".join(f"l{n}" for n in range(7)), False),
]


@pytest.mark.parametrize(("seats", "serves", "enough"), QUORUM)
@pytest.mark.parametrize("kf", [False, True])
def test_more_than_half_of_the_seats_make_a_quorum(
    seats: int, serves: str, enough: bool, kf: bool
) -> None:
    people = " ".join(f"l{n}:S" for n in range(seats))
    kommun = roster(people, "", KF) if kf else roster(people)
    p = item(1)
    q = quorum(walk(kommun, meeting(p, serves=serves)), p)
    assert (q.antal, q.platser, q.beslutsfor) == (len(serves.split()), seats, enough)


@pytest.mark.parametrize(("kf", "antal"), [(False, 2), (True, 5)])
def test_jav_breaks_the_quorum_of_a_namnd_and_not_of_fullmaktige(kf: bool, antal: int) -> None:
    p = item(1, jav("ab cd ef", "ingen>ab ingen>cd ingen>ef"))
    q = quorum(walk(FIVE_KF if kf else FIVE, meeting(p, serves=ALL)), p)
    assert (q.antal, q.beslutsfor) == (antal, kf)


def test_a_javig_and_the_one_who_stepped_in_fill_one_seat_together() -> None:
    p = item(1, jav("ab", "lg>ab"))
    q = quorum(walk(FIVE_KF, meeting(p, serves=ALL, rest="lg")), p)
    assert (q.antal, q.platser) == (5, 5)


def test_the_quorum_of_a_point_is_counted_with_the_jav_of_that_point() -> None:
    p = item(1, jav("ab cd ef", "", 2))
    went = walk(FIVE, meeting(p, serves=ALL))
    assert [quorum(went, p, n).antal for n in (None, 1, 2)] == [5, 5, 2]


@pytest.mark.parametrize("kf", [False, True])
def test_who_has_lost_the_connection_is_not_there_jav_or_no_jav(kf: bool) -> None:
    lost = item(1, move(TAPPAR, "ef"))
    both = item(1, move(TAPPAR, "ef"), jav("ef", "ingen>ef"))
    kommun = FIVE_KF if kf else FIVE
    for p in (lost, both):
        assert quorum(walk(kommun, meeting(p, serves=ALL, distans=("ef",))), p).antal == 4


def test_vacant_seats_count_among_the_seats_that_half_is_taken_of() -> None:
    p = item(1)
    q = quorum(walk(roster("kå:C ab:M -:S -:S"), meeting(p, serves="kå ab")), p)
    assert (q.antal, q.platser, q.beslutsfor) == (2, 4, False)


def test_an_organ_without_a_roster_is_as_large_as_those_who_serve() -> None:
    p = item(1)
    q = quorum(walk(roster(""), meeting(p, serves="xx yy")), p)
    assert (q.antal, q.platser) == (2, 2)


def test_an_empty_seat_has_no_name_on_it_and_says_why() -> None:
    p = item(1, jav("ab", "ingen>ab"))
    assert rostlangd(walk(FIVE, meeting(p, serves=ALL)), p)[1] == Langdrad("ab", "", Tomhet.JAV)


def test_the_seat_named_by_who_sat_on_it_is_that_one_where_more_are_empty() -> None:
    assert rows(item(1, jav("cd rh", "ft>rh lg>cd"))) == "kå ab lg ft ef"


def test_who_takes_part_in_a_point_is_told_by_the_jav_of_that_point() -> None:
    p = item(1, jav("ab", "lg>ab", 2))
    went = walk(FIVE, meeting(p, serves=ALL, rest="lg"))
    assert serving(went, p, 2) == ("kå", "lg", "cd", "rh", "ef")
    assert serving(went, p, 1) == ("kå", "ab", "cd", "rh", "ef")


def test_in_fullmaktige_the_javiga_of_a_point_are_present_who_left_later_too() -> None:
    p, later = item(1, jav("ab", "", 2)), item(2, move(GAR, "ab"))
    went = walk(FIVE_KF, meeting(p, later, serves=ALL))
    assert [quorum(went, p, n).antal for n in (1, 2)] == [5, 5]
    assert quorum(went, later).antal == 4


def test_the_roll_goes_on_after_a_seat_of_nobodys() -> None:
    room = Narvaro(platser={"kå": "kå", "zz": "", "ab": "ab"})
    went = walk(FIVE, meeting(item(1)))
    assert [row.plats for row in seats_of(went.organ, room)] == ["kå", "ab"]
