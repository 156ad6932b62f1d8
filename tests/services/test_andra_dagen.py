"""A meeting that is broken off and goes on another day: who is there, the clock, the papers."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from protokoll_tui.domain.narvaro import Fas, RorelseSlag
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.rendering import sentence_for
from protokoll_tui.services.documents import extract_path
from protokoll_tui.services.session import Session
from tests.services.hand import TickingClock, at, say, sentence

SECOND = date(2031, 6, 19)


@pytest.fixture
def room(meeting_file: Path) -> Session:
    """The example on its second day: broken off in § 118 before the decision."""
    clock = TickingClock()
    session = Session.open(meeting_file, clock)
    say(session, 112, "ru -aw +jn lg nv rh", "kl ft")
    say(session, 118, "av ab", "kl cg", "aj 16.00 19/6 13.00")
    clock.now = datetime(2031, 6, 19, 13, 5)
    return session


def words(session: Session, nr: int, id: str) -> str:
    text = sentence_for(session.state, id, session.kommun, session.stil)
    return text.replace("\u00a0", " ")


def test_on_the_second_day_the_clock_is_that_days(room: Session) -> None:
    say(room, 118, "kl ef")
    moved = at(room, 118).rorelse[-1]
    assert (moved.tid, moved.dag, moved.fas) == (time(13, 7), SECOND, Fas.UNDER)
    say(room, 119, "kl gh")
    later = at(room, 119).rorelse[-1]
    assert (later.tid is not None, later.dag) == (True, None)


def test_on_the_first_day_a_movement_before_the_break_has_no_day(room: Session) -> None:
    assert [r.dag for r in at(room, 118).rorelse] == [None]


def test_in_a_section_of_the_first_day_the_second_days_clock_says_nothing(room: Session) -> None:
    say(room, 117, "kl ef")
    assert at(room, 117).rorelse[-1].tid is None


def test_who_does_not_come_back_is_said_without_a_time_and_gives_up_the_seat(
    room: Session,
) -> None:
    last = say(room, 118, "ab uteblir")
    r = at(room, 118).rorelse[-1]
    assert (r.slag, r.tid, r.dag) == (RorelseSlag.UTEBLIR, None, SECOND)
    assert "ab" not in serving(room.gang, at(room, 118))
    assert [f for f in last.fynd if f.regel == "R197"] == []
    assert words(room, 118, r.id) == (
        "Anna Berg (M) är inte närvarande när sammanträdet fortsätter. Jonas Nyqvist (C) "
        "tjänstgör i stället för Anna Berg."
    )


def test_who_comes_late_on_the_second_day_serves_again(room: Session) -> None:
    say(room, 118, "ab uteblir", "kl ab 13.30", "kl cg 13.31")
    assert {"ab", "cg"} <= set(serving(room.gang, at(room, 118)))
    assert [f for f in room.fynd if f.regel == "R36"] == []


def test_the_times_of_the_second_day_are_not_held_against_those_of_the_first(
    room: Session,
) -> None:
    say(room, 118, "kl ef 13.10")
    assert [f for f in room.fynd if f.regel == "R197" and "13.10" in f.text] == []


def test_a_movement_of_the_second_day_comes_back_as_its_line(room: Session) -> None:
    say(room, 118, "kl ef 13.10")
    line = room.last_line(at(room, 118).id) or ""
    assert line.startswith("rä k2 kl ef 2031-06-19 13.10 går under")
    before = at(room, 118).rorelse[-1]
    say(room, 118, line, "rä k2 kl ef 13.20")
    after = at(room, 118).rorelse[-1]
    assert (after.dag, after.tid) == (before.dag, time(13, 20))


def test_the_paper_of_a_section_has_the_day_of_its_decision_in_its_name(room: Session) -> None:
    names = [extract_path(room, at(room, nr).id, "txt").name for nr in (117, 118, 119)]
    assert names == [
        "ks-2031-06-17-§117.txt",
        "ks-2031-06-19-§118.txt",
        "ks-2031-06-19-§119.txt",
    ]


def test_that_nothing_is_said_of_who_came_is_told_though_somebody_left_the_day_before(
    room: Session,
) -> None:
    told = [f for f in room.fynd if "Ny sammanträdesdag" in f.text]
    assert [f.paragraf for f in told] == [at(room, 118).id]
    say(room, 118, "ab uteblir")
    assert [f for f in room.fynd if "Ny sammanträdesdag" in f.text] == []


def test_the_line_tells_what_staying_away_would_mean(room: Session) -> None:
    assert sentence(room, 118, "ab uteblir").startswith("Anna Berg (M) är inte närvarande när")
