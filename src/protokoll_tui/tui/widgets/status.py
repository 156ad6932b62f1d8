"""The top row: which meeting, who serves, and whether everything is saved."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.services.session import Session
from protokoll_tui.swedish.dates import format_day
from protokoll_tui.swedish.text import capitalize


class StatusLine(Static):
    """Left: the meeting. Right: the state of saving, red when something is not saved."""

    def __init__(self) -> None:
        super().__init__(id="status")

    def show(self, session: Session, paragraf: str) -> None:
        """Show the meeting, who serves in a §, and the state of its file."""
        left = meeting_title(session.state, session.kommun, session.gang.at(paragraf).dag)
        if said := session.serving(paragraf):
            left += f" · {said}"
        right, wrong = session.saving()
        self.set_class(wrong, "-fel")
        room = max(self.app.size.width - 2, 20)
        gap = room - len(left) - len(right)
        if gap < 2:
            left = left[: max(room - len(right) - 3, 0)] + "…" if room > len(right) + 3 else ""
            gap = max(room - len(left) - len(right), 1)
        self.update(Content(left + " " * gap + right))


def meeting_title(state: Sammantrade, kommun: Kommun, dag: date | None = None) -> str:
    """The meeting in words, on its first day or another: "Nämnden · tisdag 17 juni 2031"."""
    name, day = capitalize(kommun.find_organ(state.organ).namn), dag or state.datum
    return f"{name} · {format_day(day)}" if day else name
