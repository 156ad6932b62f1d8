"""Lines that became no entries are there again in the next window, whoever writes the meeting."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.services.session import Clock, Session
from protokoll_tui.services.undanlagda import MOST_WIPED


def texts(session: Session) -> list[str]:
    return [line.text for line in session.undanlagda.rader]


def test_a_readers_lines_come_back_and_the_writers_draft_is_untouched(
    session: Session, meeting_file: Path, clock: Clock
) -> None:
    reader = Session.open(meeting_file, clock)
    session.save_draft("av ab +c", "p-1")
    reader.undanlagda.add("bi hä", "p-2")
    reader.save_draft("no : halv", "p-2")
    reader.close()
    assert session.load_draft() == ("av ab +c", "p-1")
    again = Session.open(meeting_file, clock)
    assert [line.text for line in again.undanlagda.restore()] == ["bi hä", "no : halv"]
    assert texts(again) == ["bi hä", "no : halv"]


def test_what_became_an_entry_does_not_come_back(
    session: Session, meeting_file: Path, clock: Clock
) -> None:
    session.undanlagda.add("bi hä", "p-2")
    session.undanlagda.add("no : två", "p-2")
    session.undanlagda.drop("bi hä")
    session.close()
    again = Session.open(meeting_file, clock)
    assert [line.text for line in again.undanlagda.restore()] == ["no : två"]


def test_the_half_typed_line_of_a_reader_who_takes_over_is_kept_once(
    session: Session, meeting_file: Path, clock: Clock
) -> None:
    reader = Session.open(meeting_file, clock)
    reader.save_draft("bi hä", "p-2")
    reader.take_over()
    reader.save_draft("bi hä +cd", "p-2")
    reader.close()
    again = Session.open(meeting_file, clock)
    assert again.undanlagda.restore() == ()
    assert again.load_draft() == ("bi hä +cd", "p-2")


def test_wiped_lines_are_let_go_at_last_and_refused_ones_never(session: Session) -> None:
    session.undanlagda.add("vägrad", "p-1")
    for n in range(MOST_WIPED + 5):
        session.undanlagda.add(f"tömd {n}", "p-1", tomd=True)
    assert texts(session) == ["vägrad", *(f"tömd {n}" for n in range(5, MOST_WIPED + 5))]


def test_a_line_put_aside_twice_is_there_once_and_newest(session: Session) -> None:
    for text in ("ett", "två", "ett", " "):
        session.undanlagda.add(text, "p-1")
    assert texts(session) == ["två", "ett"]


def test_a_state_folder_that_cannot_be_written_keeps_the_lines_on_the_screen(
    session: Session, state_folder: Path
) -> None:
    (state_folder / "utkast").write_text("", encoding="utf-8")
    assert session.undanlagda.restore() == ()
    session.undanlagda.add("bi hä", "p-2")
    assert texts(session) == ["bi hä"]
