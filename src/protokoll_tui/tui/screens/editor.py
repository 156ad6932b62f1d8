"""A real editor for long texts: wraps, pastes, undoes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Static, TextArea

from protokoll_tui.domain.clean import clean
from protokoll_tui.tui import texter

LONGEST = 2000
"""A longer line makes each key slow; a line break inside a paragraph means nothing."""


class LongText(TextArea):
    """A text area that takes a paste of any length without growing slow."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.read_only:
            self.insert(split_long_lines(clean(event.text)))


@dataclass(frozen=True)
class Skrivet:
    """What was written, and whether it was said to be done: nothing written is thrown away."""

    text: str
    klar: bool


class TextEditor(ModalScreen[Skrivet]):
    """Edits a text and gives it back; ``touched`` is called with the way to it at each change."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "done", texter.EDITOR_SAVE, priority=True),
        Binding("escape", "cancel", texter.EDITOR_CANCEL, priority=True),
    ]

    def __init__(self, text: str, about: str, touched: Callable[[Callable[[], str]], None]) -> None:
        super().__init__()
        self.text = text
        self.about = about
        self._touched = touched

    def compose(self) -> ComposeResult:
        """What the text belongs to, the text, the two ways out."""
        yield Static(f"{texter.EDITOR_TITLE}  {self.about}", classes="titel", markup=False)
        yield Static(texter.EDITOR_HINT, classes="tips", markup=False)
        yield LongText(split_long_lines(self.text), soft_wrap=True, id="text")
        with Horizontal(classes="knappar"):
            yield Button(texter.EDITOR_SAVE, id="klar", variant="primary")
            yield Button(texter.EDITOR_CANCEL, id="avbryt")

    def on_mount(self) -> None:
        """Begin at the end of what stands there."""
        area = self.query_one(LongText)
        area.focus()
        area.move_cursor(area.document.end)

    def on_text_area_changed(self) -> None:
        """What is written here is kept like a half-typed line."""
        self._touched(self._written)

    def _written(self) -> str:
        """What stands there; a key may come before the area is drawn, or after it is gone."""
        if areas := self.query(LongText):
            self.text = areas.first().text
        return clean(self.text).strip()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The mouse way."""
        self.action_done() if event.button.id == "klar" else self.action_cancel()

    def action_done(self) -> None:
        """The text is done."""
        self._leave(True)

    def action_cancel(self) -> None:
        """Back to the line, with the text: it is not saved yet."""
        self._leave(False)

    def _leave(self, klar: bool) -> None:
        self.dismiss(Skrivet(self._written(), klar))


def split_long_lines(text: str, longest: int = LONGEST) -> str:
    """Break lines over ``longest`` characters at a sentence end, else at a blank.

    Nothing is lost: a single line break inside a paragraph is read as a blank.
    """
    return "\n".join(part for line in text.split("\n") for part in _pieces(line, longest))


def _pieces(line: str, longest: int) -> list[str]:
    pieces: list[str] = []
    while len(line) > longest:
        ends = [m.end() for m in re.finditer(r"[.!?] ", line[:longest])]
        at = ends[-1] if ends else line.rfind(" ", 0, longest) + 1
        if at <= 0:
            break
        pieces.append(line[: at - 1])
        line = line[at:]
    return [*pieces, line]
