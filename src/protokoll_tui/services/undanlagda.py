"""The lines of a window that became no entries: kept on this computer until they are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from protokoll_tui.storage.aside import (
    Undanlagd,
    adopt_lines,
    leave_lines,
    new_window,
    save_lines,
)
from protokoll_tui.storage.errors import KanInteSpara

MOST_WIPED = 20
"""Of lines that were wiped no more are kept, the newest; one that was refused is never let go."""


class Undanlagda:
    """Lines put aside, oldest first. Each change is on disk at once, where that can be."""

    def __init__(self, meeting_id: str, hemlig: Callable[[str, str], bool]) -> None:
        """``hemlig`` says whether a line, in a §, must not be kept anywhere (R64)."""
        self._hemlig = hemlig
        self.rader: tuple[Undanlagd, ...] = ()
        self._meeting_id = meeting_id
        self._window = new_window()
        self._half: dict[str, Undanlagd] = {}
        self._saved: tuple[Undanlagd, ...] = ()

    def restore(self) -> tuple[Undanlagd, ...]:
        """Take over what windows that are gone have left. Out: those lines."""
        with contextlib.suppress(OSError, KanInteSpara):
            left = adopt_lines(self._meeting_id, self._window)
            self._keep((*left, *self.rader))
            return left
        return ()

    def add(self, text: str, paragraf: str, tomd: bool = False) -> None:
        """Put a line aside as the newest; ``tomd``: its writer wiped it."""
        if text.strip() and not self._hemlig(text, paragraf):
            self._keep((*self._without(text), Undanlagd(text, paragraf, tomd)))

    def drop(self, text: str) -> None:
        """The line has become an entry."""
        self._keep(self._without(text))

    def half(self, text: str, paragraf: str, var: str = "rad") -> None:
        """What stands half-typed somewhere (``var``) that has no draft of its own; "" = nothing.

        The draft of the meeting belongs to the line of the window that writes.
        """
        self._half.pop(var, None)
        if text.strip() and not self._hemlig(text, paragraf):
            self._half[var] = Undanlagd(text, paragraf)
        self._keep(self.rader)

    def leave(self) -> None:
        """The window closes."""
        with contextlib.suppress(OSError):
            leave_lines(self._meeting_id, self._window)

    def _without(self, text: str) -> tuple[Undanlagd, ...]:
        return tuple(line for line in self.rader if line.text != text)

    def _keep(self, lines: tuple[Undanlagd, ...]) -> None:
        wiped = [line for line in lines if line.tomd]
        old = set(wiped[:-MOST_WIPED])
        self.rader = tuple(line for line in lines if line not in old)
        whole = (*self.rader, *self._half.values())
        if whole != self._saved:
            with contextlib.suppress(OSError, KanInteSpara):
                save_lines(self._meeting_id, self._window, whole)
                self._saved = whole


__all__ = ["Undanlagd", "Undanlagda"]
