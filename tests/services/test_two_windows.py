"""The same meeting in two windows: what each says agrees with what is true."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from protokoll_tui.services.session import Clock, Session
from protokoll_tui.storage.log_file import log_folder
from tests.services.hand import at, say


@pytest.fixture
def windows(meeting_file: Path) -> tuple[Session, Session]:
    """The first has the meeting at 08.40, the second, at 09.10, reads."""
    return (
        Session.open(meeting_file, lambda: datetime(2031, 6, 17, 8, 40)),
        Session.open(meeting_file, lambda: datetime(2031, 6, 17, 9, 10)),
    )


def look(*sessions: Session) -> list[str]:
    told: list[str] = []
    for session in sessions:
        if session.look():
            told += session.notices()
        session.pulse()
    return told


def files(session: Session) -> dict[str, int]:
    path = session.store.path
    return {p.name: p.stat().st_mtime_ns for p in (path, *log_folder(path).iterdir())}


def test_the_second_window_reads_and_says_who_has_the_file(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    vem, dator = second.store._session.who.vem, second.store._session.who.dator
    assert second.saving() == (
        f"ENBART LÄSNING: filen är öppen hos {vem} på {dator} sedan 08.40 · ctrl+l tar över",
        True,
    )
    assert first.saving() == ("öppnat", False)


def test_what_the_first_window_saves_is_seen_in_the_second(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    second.notices()
    say(first, 118, "av ab")
    assert second.look()
    assert len(at(second, 118).yrkande) == len(at(first, 118).yrkande)
    assert not second.look()


def test_after_a_take_over_both_windows_say_the_same_and_come_to_rest(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.notices()
    say(first, 118, "av ab")
    second.look()
    second.take_over()
    second.notices()
    say(second, 118, "av cd")
    (told,) = look(first, second)
    assert "tog över sammanträdet 09.10" in told and "ctrl+l" in told
    assert first.saving()[0].endswith("sedan 09.10 · ctrl+l tar över")
    assert second.saving() == ("sparat 09.10.00", False)
    assert at(first, 118) == at(second, 118)
    before = files(second)
    for _ in range(5):
        assert look(first, second) == []
    assert files(second) == before


def test_a_line_that_comes_after_the_take_over_is_refused_with_the_reason(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    second.take_over()
    _, besked = first.record("av ab", at(first, 118).id)
    assert besked is not None and not besked.taken
    assert "tog över sammanträdet 09.10" in besked.text
    assert "inte sparat" in besked.text
    first.take_over()
    say(first, 118, "av ab")
    assert first.saving() == ("sparat 08.40.00", False)


def test_a_meeting_that_cannot_be_taken_over_stays_open_for_reading(
    windows: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, second = windows

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "nej")

    monkeypatch.setattr("protokoll_tui.storage.lock.take_over", refuse)
    second.take_over()
    assert second.store.read_only
    assert any("Du får inte skriva i mappen" in text for text in second.notices())


def test_a_window_that_only_reads_leaves_the_half_written_line_of_the_first_alone(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.save_draft("av ab +c", "p-1")
    assert second.load_draft() is None
    second.save_draft("något annat", "p-2")
    second.clear_draft()
    assert first.load_draft() == ("av ab +c", "p-1")
    second.take_over()
    second.save_draft("bi cd", "p-2")
    first.look()
    first.clear_draft()
    assert second.load_draft() == ("bi cd", "p-2")


def test_one_window_alone_goes_on_as_before(meeting_file: Path, clock: Clock) -> None:
    session = Session.open(meeting_file, clock)
    session.notices()
    say(session, 118, "av ab")
    before = files(session)
    assert look(session) == []
    assert files(session) == before


def test_the_reader_is_told_when_the_file_is_free_and_can_take_it(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.close()
    assert second.saving() == (
        "ENBART LÄSNING: filen är inte längre öppen hos någon annan · ctrl+l tar över",
        True,
    )
    second.take_over()
    say(second, 118, "av ab")
    assert len(at(second, 118).yrkande) == 1
    assert not second.store.read_only
