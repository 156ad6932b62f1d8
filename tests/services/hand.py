"""What a secretary does in these tests: says lines in a § and looks at what they became."""

from __future__ import annotations

from datetime import datetime, timedelta

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.services.lasning import Last
from protokoll_tui.services.session import Session

START = datetime(2031, 6, 17, 13, 0, 0)


class TickingClock:
    """A clock that goes one minute each time somebody looks at it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def at(session: Session, nr: int) -> Paragraf:
    """The § with that number, as it stands."""
    return next(p for p in session.state.paragraf if p.nr == nr)


def say(session: Session, nr: int, *lines: str) -> Last:
    """Record lines in a §; each must be taken. Out: how the last one was read."""
    last = Last(session.read("", at(session, nr).id).tolkning)
    for line in lines:
        last, besked = session.record(line, at(session, nr).id)
        assert besked is None or besked.taken, besked
    return last


def marks(last: Last) -> tuple[str, ...]:
    """The keys of the marks on a line, without what they are about."""
    return tuple(mark.partition(":")[0] for mark in last.tolkning.anmarkningar)


def sentence(session: Session, nr: int, line: str) -> str:
    """The sentence a line would become, with ordinary blanks."""
    return session.read(line, at(session, nr).id).mening.replace("\u00a0", " ")
