"""The app: themes, screens, palette, and what happens when something goes wrong."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual.binding import Binding, BindingType
from textual.screen import Screen

from protokoll_tui.services.session import Oppningsfel, Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.driver import driver_class
from protokoll_tui.tui.kvitton import Kvitton
from protokoll_tui.tui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from textual.command import Provider


def _commands() -> type[Provider]:
    """The palette's provider; it is loaded when the palette is first opened."""
    from protokoll_tui.tui.commands import Commands

    return Commands


@runtime_checkable
class Bevarar(Protocol):
    """A screen that holds text which is to be kept when the program ends."""

    def keep(self) -> None:
        """Keep it now."""


class ProtokollApp(Kvitton):
    """Opens a meeting, or the list of meetings in a folder."""

    TITLE = texter.APP_TITLE
    CSS = "ToastRack { dock: top; align: right top; margin-top: 1; }"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", texter.KEYS["palette"], priority=True),
        Binding("ctrl+q", "quit", texter.KEYS["quit"], priority=True),
        Binding("ctrl+t", "theme", texter.KEYS["theme"], show=False),
        # The default binding quits: a slip of the hand must never end a meeting.
        Binding("ctrl+c", "nothing", show=False),
    ]

    def __init__(
        self,
        session: Session | Oppningsfel | None = None,
        folder: Path | None = None,
        crash_file: Path | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        # The styles of the first screen are the app's: those of a default screen are not loaded.
        styles = "meeting" if isinstance(session, Session) else "modal"
        super().__init__(driver_class=driver_class(), css_path=f"screens/{styles}.tcss")
        self.session = session if isinstance(session, Session) else None
        self.fault = session if isinstance(session, Oppningsfel) else None
        self.folder = folder or Path()
        self.crash_file = crash_file
        self.clock = clock
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def on_ready(self) -> None:
        """The first frame is drawn: collect garbage again (see cli.py)."""
        gc.enable()

    def get_default_screen(self) -> Screen[object]:
        """The meeting itself, or the choice of one: no empty screen is drawn before it."""
        if self.session is not None:
            return self._meeting(self.session)
        if self.fault is not None:
            return self._broken(self.fault)
        from protokoll_tui.tui.screens.start import StartScreen

        return StartScreen(self.folder, self.clock)

    def open_meeting(self, session: Session | Oppningsfel) -> None:
        """From the choice of a meeting to the meeting, or to what is wrong with its file."""
        if isinstance(session, Oppningsfel):
            self.push_screen(self._broken(session))
        else:
            self.session = session
            self.push_screen(self._meeting(session))

    def _broken(self, fault: Oppningsfel) -> Screen[object]:
        from protokoll_tui.tui.screens.trasig import BrokenScreen

        return BrokenScreen(fault)

    def _meeting(self, session: Session) -> Screen[object]:
        from protokoll_tui.tui.screens.meeting import MeetingScreen

        return MeetingScreen(session)

    def action_help(self) -> None:
        """Help over whatever is shown."""
        from protokoll_tui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_command_palette(self) -> None:
        """The palette, in Swedish."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=texter.PALETTE_SEARCH))

    def action_theme(self) -> None:
        """The other theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_nothing(self) -> None:
        """Ctrl+c does nothing."""

    async def action_quit(self) -> None:
        """Leave; everything shown as saved is saved."""
        if self.session is not None:
            for shown in reversed(self.screen_stack):
                if isinstance(shown, Bevarar):
                    shown.keep()
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
