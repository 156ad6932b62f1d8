"""Where a meeting that is opened again goes on."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.services.arende import new_item
from protokoll_tui.services.borjan import begin_at
from protokoll_tui.services.play import play
from protokoll_tui.services.session import Clock, Session
from tests.services.hand import at, say


def reopened(session: Session, path: Path, clock: Clock) -> Session:
    session.close()
    return Session.open(path, clock)


def test_a_fresh_meeting_begins_with_its_first_item(session: Session) -> None:
    assert begin_at(session) == at(session, 112).id


def test_it_goes_on_where_the_last_line_was_typed(
    session: Session, meeting_file: Path, clock: Clock
) -> None:
    say(session, 119, "av ab")
    say(session, 118, "bi hä")
    again = reopened(session, meeting_file, clock)
    assert begin_at(again) == at(again, 118).id


def test_a_line_that_was_undone_is_no_place_to_go_on_from(
    session: Session, meeting_file: Path, clock: Clock
) -> None:
    say(session, 118, "av ab")
    say(session, 119, "bi hä")
    session.undo()
    again = reopened(session, meeting_file, clock)
    assert begin_at(again) == at(again, 118).id
    again.redo()
    assert begin_at(again) == at(again, 119).id


def test_writing_the_agenda_is_no_beginning(session: Session) -> None:
    session.record_events("nytt ärende", (new_item(session.state, at(session, 118).id),))
    assert begin_at(session) == at(session, 112).id
    say(session, 118, "av ab", "är : Ett ärende till")
    assert begin_at(session) == at(session, 118).id


def test_a_meeting_where_all_is_done_begins_with_its_first_item(session: Session) -> None:
    from protokoll_tui.resources import example

    play(session, (example() / "skript.txt").read_text(encoding="utf-8"))
    assert begin_at(session) == at(session, 112).id
