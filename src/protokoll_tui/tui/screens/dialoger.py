"""What opens over the meeting: editor, form, extract, item, conflicts. Each loads when opened."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.getters import query_one
from textual.screen import Screen

from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.utkast import Utkast
from protokoll_tui.tui.widgets.quickline import QuickLine

if TYPE_CHECKING:
    from protokoll_tui.services.tolkning import Tolkning


class Dialoger(Screen[object]):
    """A screen with a quick line, a session and a § in hand, from which the dialogs open."""

    session: Session
    utkast: Utkast
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

    @abstractmethod
    def discard(self, line: str) -> None:
        """A line was made and thrown away: out of the way, but it can be brought back."""

    @work
    async def write_text(self, line: str, tolkning: Tolkning) -> None:
        """Ask for the text that a line lacks; without it the line comes back as it is."""
        from protokoll_tui.quickline import with_text
        from protokoll_tui.tui.screens.editor import TextEditor

        old = tolkning.redigera.text if tolkning.redigera else ""

        def whole(text: str) -> str:
            return with_text(line, text) if text not in {"", old} else line

        written = await self.app.push_screen_wait(TextEditor(old, line, self._keeper(whole)))
        if written.klar and written.text:
            self.record(with_text(line, written.text))
            return
        self.give_back(whole(written.text))
        if written.klar:
            self.notify(texter.EDITOR_EMPTY, severity="warning")

    @work
    async def action_editor(self) -> None:
        """Write the text of the line in the editor."""
        from protokoll_tui.tui.screens.editor import TextEditor

        head, _, text = self.line.value.partition(" : ")

        def whole(text: str) -> str:
            return f"{head.rstrip()} : {text}" if text else head

        written = await self.app.push_screen_wait(TextEditor(text, head, self._keeper(whole)))
        self.line.set_line(whole(written.text))

    def _keeper(self, whole: Callable[[str], str]) -> Callable[[Callable[[], str]], None]:
        """Keeps what stands in the editor, as the line that it belongs to."""
        return lambda text: self.utkast.touch(lambda: whole(text()), self.here)

    @work
    async def action_form(self) -> None:
        """The same verbs as a form; it gives a line back."""
        from protokoll_tui.tui.screens.form import VerbForm

        form = VerbForm(self.session, self.here, self.line.value, self._keeper(str))
        made = await self.app.push_screen_wait(form)
        if made.klar:
            self.line.set_line(made.text)
        elif made.text:
            self.discard(made.text)
        self.utkast.touch(lambda: self.line.value, self.here)

    @work
    async def action_extract(self) -> None:
        """The whole extract on the screen, to save or copy."""
        from protokoll_tui.tui.screens.utdrag import ExtractScreen

        await self.app.push_screen_wait(ExtractScreen(self.session, self.here))

    @work
    async def action_narvaro(self) -> None:
        """Who is there: the upprop, and who comes and goes."""
        from protokoll_tui.tui.screens.narvaro import AttendanceScreen

        self.here = await self.app.push_screen_wait(AttendanceScreen(self.session, self.here))
        self.show_all()

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
