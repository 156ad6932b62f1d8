"""The half-typed line, kept on this computer at most a second after each key."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from protokoll_tui.services.session import Session

AFTER = 0.8
"""Seconds from a key until the line is kept: saving ends with the program, not before it."""


class Utkast:
    """Keeps the line of a screen."""

    def __init__(self, screen: Screen[object], session: Session) -> None:
        self._screen = screen
        self._session = session
        self._timer: Timer | None = None
        self._due: Callable[[], None] | None = None

    def touch(self, line: Callable[[], str], paragraf: str) -> None:
        """The line changed: keep it soon, as it stands then."""
        # The newest way to the line counts: it may have moved on to another screen by then.
        self._due = lambda: self._save(line, paragraf)
        if self._timer is None:
            self._timer = self._screen.set_timer(AFTER, self.flush)

    def flush(self) -> None:
        """What was to be kept soon is kept now: the time has come, or the program ends."""
        if self._timer is not None and self._due is not None:
            self._timer.stop()
            self._due()

    def drop(self) -> None:
        """The line has become an entry."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._session.clear_draft()

    def _save(self, line: Callable[[], str], paragraf: str) -> None:
        self._timer = None
        self._session.save_draft(line(), paragraf)
