"""Under the line: what could be typed next, chosen with the arrows, Tab or the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from protokoll_tui.services.guidevy import Val


class Kandidater(Static):
    """Candidates, one per row; none is chosen until an arrow key is pressed."""

    @dataclass
    class Picked(Message):
        """A candidate was clicked."""

        rad: str

    def __init__(self) -> None:
        super().__init__(id="kandidater")
        self._values: tuple[Val, ...] = ()
        self._at: int | None = None

    def show_values(self, values: tuple[Val, ...]) -> None:
        """Show these; a choice made among others is forgotten: Enter takes what is seen."""
        if values != self._values or self._at is not None:
            self._values, self._at = values, None
            self._draw()

    def step(self, step: int) -> None:
        """Move the choice."""
        if self._values:
            start = -1 if step > 0 else 0
            self._at = ((start if self._at is None else self._at) + step) % len(self._values)
            self._draw()

    def chosen(self) -> str | None:
        """The line of the chosen candidate, or None."""
        return None if self._at is None else self._values[self._at].rad

    def top(self) -> str | None:
        """The line of the first candidate, or None."""
        return self._values[0].rad if self._values else None

    def _draw(self) -> None:
        height = 4
        first = max(0, (self._at or 0) - height + 1)
        rows = [self._row(n) for n in range(first, min(first + height, len(self._values)))]
        # The height is fixed: a new layout of the whole screen for each key would be felt.
        self.update(Content("\n").join(rows), layout=False)

    def _row(self, n: int) -> Content:
        val = self._values[n]
        mark, style = ("▸ ", "bold $accent") if n == self._at else ("  ", "")
        return Content.styled(f"{mark}{val.text}", style)

    def on_click(self, event: events.Click) -> None:
        """A click on a row takes it."""
        first = max(0, (self._at or 0) - 3)
        n = first + event.y
        if n < len(self._values):
            self.post_message(self.Picked(self._values[n].rad))
