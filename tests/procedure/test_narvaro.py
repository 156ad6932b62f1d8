"""Who serves in each §, folded from the upprop and what was said since (R7, R35, R36)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from protokoll_tui.domain.narvaro import Fas, RorelseSlag
from protokoll_tui.domain.paragraf import Ajournering, Paragraf
from protokoll_tui.domain.reservation import Provning
from protokoll_tui.procedure.narvaro import Narvaro, Skede, served
from tests.procedure.rum import (
    ATER,
    BYTER,
    DAY,
    EFTER,
    FORE,
    GAR,
    KOMMER,
    TAPPAR,
    UNDER,
    item,
    jav,
    meeting,
    move,
    roster,
    walk,
)

FIVE = roster("kå:C ab:M cd:S aw:S ef:V", "lg:M rh:S ft:S nv:V", distans=True)
ALL = "kå ab cd rh>aw ef"


def seats(room: Narvaro) -> str:
    """The seats as the upprop writes them; an empty one with a dash."""
    words = (vem if vem == namn else f"{vem or '-'}>{namn}" for namn, vem in room.platser.items())
    return " ".join(words)


def story(*items: Paragraf, serves: str = ALL, rest: str = "lg ft nv") -> list[str]:
    """The seats at the decision of each §."""
    went = walk(FIVE, meeting(*items, serves=serves, rest=rest))
    return [seats(went.at(p.id).beslut) for p in items]


# The upprop


def test_without_an_upprop_every_ledamot_serves_and_no_vacant_seat_is_filled() -> None:
    went = walk(roster("kå:C -:S ab:M", "rh:S"), meeting(item(1)))
    assert seats(went.upprop) == "kå ab ->vakant"
    assert not went.registrerat


UPPROP = {
    "kå ab cd aw ef": "kå ab cd aw ef",
    "ef aw cd ab kå": "kå ab cd aw ef",
    "kå ab cd rh>aw ef": "kå ab cd rh>aw ef",
    "kå ab cd rh ef": "kå ab cd rh>aw ef",
    "kå lg cd rh ef": "kå lg>ab cd rh>aw ef",
    "rh kå ft cd ef": "kå ft>ab cd rh>aw ef",
    "kå ab cd ef ingen>aw": "kå ab cd ->aw ef",
    "kå ab cd": "kå ab cd ->aw ->ef",
    "kå ab cd rh>aw ft>aw ef": "kå ab cd rh>aw ef ft",
    "kå ab cd aw ef lg": "kå ab cd aw ef lg",
    "kå ab cd rh>zz ef": "kå ab cd rh>aw ef",
    "kå ab cd rh rh ef": "kå ab cd rh>aw ef",
    "kå zz": "kå zz>ab ->cd ->aw ->ef",
}


@pytest.mark.parametrize(("named", "room"), UPPROP.items())
def test_the_upprop_puts_each_on_a_seat(named: str, room: str) -> None:
    assert seats(walk(FIVE, meeting(serves=named)).upprop) == room


def test_those_on_the_upprop_are_in_the_room_and_those_at_a_distance_only_if_they_are() -> None:
    went = walk(FIVE, meeting(serves="kå ab", rest="lg", distans=("ab", "ef")))
    assert went.upprop.inne == {"kå", "ab", "lg"}
    assert went.upprop.distans == {"ab"}


# Movements and their phase


@pytest.mark.parametrize(
    ("fas", "rooms"),
    [
        (FORE, ("kå lg>ab cd", "kå lg>ab cd", "kå lg>ab cd")),
        (UNDER, ("kå ab cd", "kå lg>ab cd", "kå lg>ab cd")),
        (EFTER, ("kå ab cd", "kå ab cd", "kå lg>ab cd")),
    ],
)
def test_a_movement_counts_from_its_phase_on(fas: Fas, rooms: tuple[str, str, str]) -> None:
    three = roster("kå:C ab:M cd:S", "lg:M")
    went = walk(
        three, meeting(item(1, move(GAR, "ab", "lg>ab", fas)), serves="kå ab cd", rest="lg")
    )
    skede = went.at("p1")
    assert tuple(map(seats, (skede.borjan, skede.beslut, skede.slut))) == rooms


def test_the_phases_come_in_their_order_whatever_order_the_records_stand_in() -> None:
    back = move(KOMMER, "ab", "ab", EFTER)
    gone = move(GAR, "ab", "lg>ab", FORE)
    assert story(item(1, back, gone)) == ["kå lg>ab cd rh>aw ef"]
    assert story(item(1, back, gone), item(2))[1] == ALL


def test_one_who_served_at_some_time_in_an_item_served_in_it() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ab", "lg>ab", UNDER)), serves=ALL, rest="lg"))
    assert set(served(went.at("p1"))) == {"kå", "ab", "lg", "cd", "rh", "ef"}


def test_a_ledamot_who_comes_takes_the_own_seat_and_the_ersattare_leaves_it() -> None:
    assert story(item(1), item(2, move(KOMMER, "aw", "aw"))) == [ALL, "kå ab cd aw ef"]


def test_whoever_leaves_leaves_the_seat_and_an_ersattare_leaves_anothers() -> None:
    rooms = story(item(1, move(GAR, "rh")), item(2, move(GAR, "kå")))
    assert rooms == ["kå ab cd ->aw ef", "->kå ab cd ->aw ef"]


def test_a_change_of_seats_moves_one_person_and_never_doubles_one() -> None:
    assert story(item(1, move(BYTER, "rh", "rh>ab"))) == ["kå rh>ab cd ->aw ef"]


def test_a_seat_may_be_named_by_the_ersattare_who_sits_on_it() -> None:
    assert story(item(1, move(KOMMER, "aw", "aw>rh"))) == ["kå ab cd aw ef"]
    assert story(item(1, move(BYTER, "ft", "ft>rh"))) == ["kå ab cd ft>aw ef"]


def test_an_ersattare_without_a_word_of_for_whom_takes_the_seat_that_is_due() -> None:
    assert story(item(1, move(GAR, "ab")), item(2, move(BYTER, "lg", "lg")))[1] == (
        "kå lg>ab cd rh>aw ef"
    )


def test_one_more_than_the_seats_sits_on_a_seat_of_the_own_name_until_leaving() -> None:
    extra = move(BYTER, "lg", "lg")
    rooms = story(item(1, extra), item(2, move(GAR, "lg")), serves="kå ab cd aw ef")
    assert rooms[0] == "kå ab cd aw ef lg"
    assert rooms[1] == "kå ab cd aw ef ->lg"


@pytest.mark.parametrize("slag", [GAR, RorelseSlag.VISAS_UT])
def test_whoever_leaves_takes_no_seat_whatever_the_record_says(slag: RorelseSlag) -> None:
    assert story(item(1, move(slag, "ab", "ab"))) == ["kå ->ab cd rh>aw ef"]


def test_whoever_takes_a_seat_is_in_the_room() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ab", "lg>ab")), serves=ALL))
    assert "lg" in went.at("p1").beslut.inne
    assert "ab" not in went.at("p1").beslut.inne


def test_a_record_without_a_name_moves_nobody() -> None:
    assert story(item(1, move(GAR, ""), move(TAPPAR, "", id="w2"), move(BYTER, "", ">ab"))) == [ALL]


# To and with a §


def test_what_holds_to_a_section_is_taken_back_after_it() -> None:
    away = move(GAR, "ab", "lg>ab", till="p2")
    assert story(item(1, away), item(2), item(3)) == ["kå lg>ab cd rh>aw ef"] * 2 + [ALL]


def test_one_who_comes_to_and_with_a_section_gives_the_seat_back() -> None:
    here = move(KOMMER, "aw", "aw", till="p1")
    assert story(item(1, here), item(2)) == ["kå ab cd aw ef", ALL]


def test_an_ersattare_who_went_home_meanwhile_is_not_put_back() -> None:
    here = move(KOMMER, "aw", "aw", till="p2")
    rooms = story(item(1, here), item(2, move(GAR, "rh")), item(3))
    assert rooms[2] == "kå ab cd ->aw ef"


def test_an_ersattare_who_serves_elsewhere_meanwhile_stays_there() -> None:
    here = move(KOMMER, "aw", "aw", till="p2")
    rooms = story(item(1, here), item(2, move(GAR, "ab", "rh>ab")), item(3))
    assert rooms[2] == "kå rh>ab cd ->aw ef"


def test_a_ledamot_who_comes_back_gets_the_seat_whoever_took_it_since() -> None:
    away = move(GAR, "ab", "lg>ab", till="p2")
    rooms = story(item(1, away), item(2, move(GAR, "lg", "nv>ab")), item(3))
    assert rooms == ["kå lg>ab cd rh>aw ef", "kå nv>ab cd rh>aw ef", ALL]


def test_two_that_end_together_are_taken_back_the_newest_first() -> None:
    first, then = move(GAR, "ab", "lg>ab", till="p2"), move(GAR, "lg", "nv>ab", till="p2")
    assert story(item(1, first, then), item(2), item(3))[2] == ALL


def test_a_new_word_about_the_same_person_ends_what_was_held() -> None:
    away = move(GAR, "ab", "lg>ab", till="p3")
    rooms = story(item(1, away), item(2, move(KOMMER, "ab")), item(3), item(4))
    assert rooms[1:] == ["kå lg>ab cd rh>aw ef"] * 3
    here = move(KOMMER, "aw", "aw", till="p3")
    rooms = story(item(1, here), item(2, move(GAR, "aw", "rh>aw")), item(3), item(4))
    assert rooms[1:] == [ALL] * 3


def test_a_section_that_is_not_there_or_lies_behind_ends_nothing_before_the_own_one() -> None:
    assert story(item(1, move(GAR, "ab", till="zz")), item(2))[1] == "kå ->ab cd rh>aw ef"
    rooms = story(item(1), item(2, move(GAR, "ab", till="p1")), item(3))
    assert rooms == [ALL, "kå ->ab cd rh>aw ef", ALL]


# At a distance


def test_a_lost_connection_keeps_the_seat_and_comes_back_to_it() -> None:
    went = walk(
        FIVE,
        meeting(
            item(1, move(TAPPAR, "ef")), item(2, move(ATER, "ef")), serves=ALL, distans=("ef",)
        ),
    )
    lost, back = went.at("p1").beslut, went.at("p2").beslut
    assert seats(lost) == seats(back) == ALL
    assert lost.tappade == {"ef"}
    assert not back.tappade
    assert back.distans == {"ef"}


def test_one_who_leaves_is_neither_at_a_distance_nor_lost() -> None:
    records = (move(RorelseSlag.DISTANS, "ef"), move(TAPPAR, "ef"), move(GAR, "ef"))
    room = walk(FIVE, meeting(item(1, *records), serves=ALL)).at("p1").beslut
    assert not (room.distans | room.tappade | room.inne & {"ef"})


def test_one_who_comes_into_the_room_is_at_a_distance_no_more() -> None:
    state = meeting(item(1, move(KOMMER, "ef")), serves=ALL, distans=("ef",))
    assert walk(FIVE, state).at("p1").beslut.distans == frozenset()


def test_one_may_come_at_a_distance() -> None:
    state = meeting(item(1, move(KOMMER, "aw", "aw", distans=True)), serves=ALL)
    assert walk(FIVE, state).at("p1").beslut.distans == {"aw"}


# Breaking off


def broke_off(*items: Paragraf) -> list[set[str]]:
    went = walk(FIVE, meeting(*items, serves=ALL, rest="lg ft nv"))
    return [set(went.at(p.id).slut.avbrutna) for p in items]


def test_only_a_ledamot_breaks_off() -> None:
    assert broke_off(item(1, move(GAR, "ab"), move(GAR, "rh"))) == [{"ab"}]


def test_one_who_is_put_aside_for_another_has_broken_off() -> None:
    assert broke_off(item(1, move(BYTER, "lg", "lg>ab"))) == [{"ab"}]


def test_whoever_leaves_the_room_for_jav_has_not_broken_off() -> None:
    assert broke_off(item(1, move(GAR, "ab"), jav("ab"))) == [set()]
    disputed = jav("ab", provning=Provning.INTE_JAVIG)
    assert broke_off(item(1, move(GAR, "ab"), disputed)) == [{"ab"}]


def test_the_end_of_what_held_to_a_section_is_a_leaving_too() -> None:
    assert broke_off(item(1, move(KOMMER, "aw", "aw", till="p1")), item(2)) == [set(), {"aw"}]


def test_another_day_nobody_has_broken_off_and_a_pause_of_an_hour_changes_nothing() -> None:
    gone = move(GAR, "ab")
    later = Ajournering(id="u", fran=time(16), till=time(13), datum=date(2031, 6, 19))
    same = Ajournering(id="u", fran=time(14), till=time(15), datum=date(2031, 6, 17))
    pause = Ajournering(id="u", fran=time(14), till=time(15))
    assert broke_off(item(1, gone, ajournering=(later,)), item(2))[1] == set()
    assert broke_off(item(1, gone, ajournering=(same,)), item(2))[1] == {"ab"}
    assert broke_off(item(1, gone, ajournering=(pause,)), item(2))[1] == {"ab"}


def test_the_day_turns_in_the_phase_where_the_meeting_was_broken_off() -> None:
    day = date(2031, 6, 19)
    gone, back = move(GAR, "ab"), move(KOMMER, "ab", "ab", fas=UNDER)
    early = Ajournering(id="u", fran=time(16), till=time(13), datum=day, fas=FORE)
    during = replace(early, fas=UNDER)
    assert broke_off(item(1, gone, ajournering=(early,))) == [set()]
    for paus, dag, days in ((early, None, 2), (during, day, 2), (during, None, 1)):
        state = meeting(item(1, gone, replace(back, dag=dag), ajournering=(paus,)), serves=ALL)
        went = walk(FIVE, state)
        assert len({step.dag for step in went.steg}) == days
        assert (went.at("p1").dag, went.at("p1").slutdag) == (day, day)


def test_who_stays_away_on_another_day_has_broken_off_nothing() -> None:
    assert broke_off(item(1, move(RorelseSlag.UTEBLIR, "ab"))) == [set()]


def test_a_meeting_that_goes_on_another_day_knows_the_day_of_each_section() -> None:
    later = Ajournering(id="u", fran=time(16), till=time(13), datum=date(2031, 6, 19))
    went = walk(FIVE, meeting(item(1), item(2, ajournering=(later,)), item(3), serves=ALL))
    assert [s.dag for s in went.skeden] == [date(2031, 6, 17)] * 2 + [date(2031, 6, 19)]


# The whole


def test_a_section_that_is_not_on_the_agenda_is_as_the_meeting_ended() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ab")), serves=ALL))
    assert went.at("zz").beslut == went.at("p1").slut
    assert walk(FIVE, meeting(serves=ALL)).at("zz").beslut == went.upprop


def test_every_change_is_a_step_with_the_room_before_and_after() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ab", till="p1")), item(2), serves=ALL))
    first, last = went.steg
    assert (first.paragraf, last.paragraf) == ("p1", "p2")
    assert first.rorelse and last.rorelse is None
    assert first.efter == last.fore
    assert seats(last.efter) == ALL


# The room by itself


def test_an_empty_seat_is_nobodys_and_nobody_who_is_not_named_takes_one() -> None:
    room = Narvaro(platser={"ab": "ab", "cd": ""})
    assert [room.seat_of(sig) for sig in ("ab", "zz", "")] == ["ab", "", ""]
    left = room.seated("ab", "")
    assert dict(left.platser) == {"ab": "", "cd": ""}
    assert (left.begun, left.inne) == (frozenset(), frozenset())


def test_without_an_upprop_every_ledamot_has_begun_and_others_may_be_there() -> None:
    room = walk(FIVE, meeting(item(1), rest="lg")).upprop
    assert room.begun == {"kå", "ab", "cd", "aw", "ef"}
    assert room.inne == room.begun | {"lg"}


@pytest.mark.parametrize(
    ("serves", "expected"),
    [
        pytest.param("kå ingen>ab cd aw ef", "kå ->ab cd aw ef", id="nobody on a seat"),
        pytest.param("kå cd rh>aw rh", "kå ->ab cd rh>aw ->ef", id="the same person twice"),
    ],
)
def test_the_upprop_goes_on_after_an_odd_row(serves: str, expected: str) -> None:
    assert seats(walk(FIVE, meeting(item(1), serves=serves)).upprop) == expected


def test_of_a_paragraf_that_is_not_in_the_meeting_the_room_is_that_after_the_last() -> None:
    went = walk(FIVE, meeting(item(1, move(GAR, "ab", fas=EFTER)), serves=ALL))
    room = went.skeden[-1].slut
    assert went.at("gone") == Skede("gone", room, room, room)
    assert seats(room) == "kå ->ab cd rh>aw ef"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("ingen>aw", "kå ab cd ->aw ef", id="the seat by its name"),
        pytest.param("ingen>rh", "kå ab cd ->aw ef", id="the seat by who sits on it"),
        pytest.param("ingen>cd", "kå ab ->cd rh>aw ef", id="the own one"),
        pytest.param("ingen>zz", "kå ab cd rh>aw ef", id="one that is not known"),
    ],
)
def test_a_seat_is_left_empty_on_purpose(said: str, expected: str) -> None:
    assert story(item(1, move(BYTER, "lg", said))) == [expected]
    went = walk(FIVE, meeting(item(1, move(BYTER, "lg", said)), serves=ALL))
    assert set(went.at("p1").beslut.platser) == {"kå", "ab", "cd", "aw", "ef"}


def test_a_ledamot_who_comes_takes_the_own_seat_also_where_another_is_empty() -> None:
    assert story(item(1, move(KOMMER, "aw", "aw")), serves="kå ab rh>aw ef") == ["kå ab ->cd aw ef"]


def test_a_lost_connection_that_holds_to_a_paragraf_is_back_after_it() -> None:
    first = item(1, move(TAPPAR, "ef", till="p1"))
    went = walk(FIVE, meeting(first, item(2), serves=ALL, distans=("ef",)))
    assert [went.at(id).beslut.tappade for id in ("p1", "p2")] == [{"ef"}, frozenset()]
    assert went.at("p2").beslut.distans == {"ef"}


def test_who_is_elected_is_asked_for_the_day_of_the_meeting() -> None:
    left = replace(FIVE, mandat=tuple(replace(m, till=DAY) for m in FIVE.mandat))
    assert seats(walk(left, meeting(item(1))).upprop) == "kå ab cd aw ef"
    day_after = meeting(item(1), datum=DAY + timedelta(days=1))
    assert seats(walk(left, day_after).upprop) == ""
