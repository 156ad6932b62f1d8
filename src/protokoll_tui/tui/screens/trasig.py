"""A meeting file that cannot be read: where the fault is, and the text, for reading only."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Static, TextArea

from protokoll_tui.services.session import Oppningsfel
from protokoll_tui.tui import texter
from protokoll_tui.tui.screens.editor import split_long_lines


class BrokenScreen(Screen[object]):
    """Shows the text of a broken file with the cursor at the fault. Nothing is written."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", texter.KEYS["quit"])]

    def __init__(self, fault: Oppningsfel) -> None:
        super().__init__()
        self.fault = fault

    def compose(self) -> ComposeResult:
        """What is wrong, what to do, the text."""
        yield Static(str(self.fault.error), classes="titel", markup=False)
        hint = texter.BROKEN_HINT if self.fault.text else texter.EMPTY_HINT
        yield Static(hint, classes="tips", markup=False)
        text = split_long_lines(self.fault.text)
        yield TextArea(text, read_only=True, show_line_numbers=True, id="text")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Go to the fault."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor((max(self.fault.rad - 1, 0), max(self.fault.kolumn - 1, 0)), center=True)
