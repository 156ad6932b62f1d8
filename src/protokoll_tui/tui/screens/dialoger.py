"""What opens over the meeting: editor, form, extract, item, conflicts. Each loads when opened."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import work
from textual.getters import query_one
from textual.screen import Screen

from protokoll_tui.quickline import with_text
from protokoll_tui.services.session import Session
from protokoll_tui.tui.widgets.quickline import QuickLine

if TYPE_CHECKING:
    from protokoll_tui.services.tolkning import Tolkning


class Dialoger(Screen[object]):
    """A screen with a quick line, a session and a § in hand, from which the dialogs open."""

    session: Session
    here: str
    line = query_one(QuickLine)

    @abstractmethod
    def show_all(self) -> None:
        """Draw everything from the state."""

    @abstractmethod
    def record(self, line: str) -> None:
        """Make a line an entry."""

    @abstractmethod
    def give_back(self, line: str) -> None:
        """Put a line back that became no entry."""

    @work
    async def write_text(self, line: str, tolkning: Tolkning) -> None:
        """Ask for the text that a line lacks; without it the line comes back as it is."""
        from protokoll_tui.tui.screens.editor import TextEditor

        old = tolkning.redigera.text if tolkning.redigera else ""
        written = await self.app.push_screen_wait(TextEditor(old, line))
        whole = with_text(line, written.text) if written.text not in {"", old} else line
        self.record(with_text(line, written.text)) if written.klar else self.give_back(whole)

    @work
    async def action_editor(self) -> None:
        """Write the text of the line in the editor."""
        from protokoll_tui.tui.screens.editor import TextEditor

        head, _, text = self.line.value.partition(" : ")
        written = await self.app.push_screen_wait(TextEditor(text, head))
        self.line.set_line(f"{head.rstrip()} : {written.text}" if written.text else head)

    @work
    async def action_form(self) -> None:
        """The same verbs as a form; it gives a line back."""
        from protokoll_tui.tui.screens.form import VerbForm

        line = await self.app.push_screen_wait(VerbForm(self.session, self.here, self.line.value))
        if line:
            self.line.set_line(line)

    @work
    async def action_extract(self) -> None:
        """The whole extract on the screen, to save or copy."""
        from protokoll_tui.tui.screens.utdrag import ExtractScreen

        await self.app.push_screen_wait(ExtractScreen(self.session, self.here))

    @work
    async def action_arende(self) -> None:
        """Write the item itself."""
        from protokoll_tui.tui.screens.arende import ArendeScreen

        self.here = (
            await self.app.push_screen_wait(ArendeScreen(self.session, self.here)) or self.here
        )
        self.show_all()

    @work
    async def action_conflicts(self) -> None:
        """Both texts where two have changed the same place."""
        from protokoll_tui.tui.screens.krock import ConflictScreen

        await self.app.push_screen_wait(ConflictScreen(self.session.conflicts()))
