"""The app: themes, screens, palette, and what happens when something goes wrong."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider

from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.commands import Commands
from protokoll_tui.tui.driver import driver_class
from protokoll_tui.tui.screens.help import HelpScreen
from protokoll_tui.tui.theme import DARK, LIGHT, THEMES


class ProtokollApp(App[None]):
    """Opens a meeting, or the list of meetings in a folder."""

    TITLE = texter.APP_TITLE
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", texter.KEYS["palette"], priority=True),
        Binding("ctrl+q", "quit", texter.KEYS["quit"], priority=True),
        Binding("ctrl+t", "theme", texter.KEYS["theme"], show=False),
        # The default binding quits: a slip of the hand must never end a meeting.
        Binding("ctrl+c", "nothing", show=False),
    ]

    def __init__(
        self,
        session: Session | None = None,
        folder: Path | None = None,
        crash_file: Path | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(driver_class=driver_class())
        self.session = session
        self.folder = folder or Path()
        self.crash_file = crash_file
        self.clock = clock
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Show the meeting, or the choice of one."""
        self.run_screens()

    @work
    async def run_screens(self) -> None:
        """From the choice of a meeting to the meeting, until the user leaves."""
        from protokoll_tui.tui.screens.meeting import MeetingScreen

        session = self.session
        if session is None:
            from protokoll_tui.tui.screens.start import StartScreen

            session = await self.push_screen_wait(StartScreen(self.folder, self.clock))
            self.session = session
        if session is None:
            self.exit()
        else:
            await self.push_screen(MeetingScreen(session))

    def action_help(self) -> None:
        """Help over whatever is shown."""
        self.push_screen(HelpScreen())

    def action_theme(self) -> None:
        """The other theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_nothing(self) -> None:
        """Ctrl+c does nothing."""

    async def action_quit(self) -> None:
        """Leave; everything shown as saved is saved."""
        if self.session is not None:
            self.session.close()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """A fault in the program: a file for whoever mends it, a sentence for whoever sat there."""
        self._return_code = 3
        if self.crash_file is not None and not self.is_headless:
            self.crash_file.parent.mkdir(parents=True, exist_ok=True)
            text = "".join(traceback.format_exception(error))
            self.crash_file.write_text(text, encoding="utf-8")
            self.exit(return_code=3, message=texter.CRASH.format(fil=self.crash_file))
        else:
            super()._handle_exception(error)
