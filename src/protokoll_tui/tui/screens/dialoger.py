"""What opens over the meeting: editor, form, extract, item, conflicts. Each loads when opened."""

from __future__ import annotations

from abc import abstractmethod

from textual import work
from textual.getters import query_one
from textual.screen import Screen

from protokoll_tui.services.session import Session
from protokoll_tui.tui.widgets.quickline import QuickLine


class Dialoger(Screen[object]):
    """A screen with a quick line, a session and a § in hand, from which the dialogs open."""

    session: Session
    here: str
    line = query_one(QuickLine)

    @abstractmethod
    def show_all(self) -> None:
        """Draw everything from the state."""

    @work
    async def action_editor(self) -> None:
        """Write the text of the line in the editor."""
        head, _, text = self.line.value.partition(" : ")
        from protokoll_tui.tui.screens.editor import TextEditor

        new = await self.app.push_screen_wait(TextEditor(text, head))
        if new is not None:
            self.line.set_line(f"{head.rstrip()} : {new}")

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
