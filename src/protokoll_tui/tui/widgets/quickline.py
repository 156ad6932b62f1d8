"""The quick line: where everything is typed. It keeps focus, and nothing typed is taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

LONG_PASTE = 160
"""A paste longer than this, or of several lines, is kept beside the line and named in it.

A line of thousands of characters makes each key slow (measured: 20 000 characters, 0.3 s).
"""

HIGHEST = 5
"""Rows the line may grow to when it wraps."""

_CHIP = re.compile(r"⟦(\d+): [^⟧]*⟧")


_EDITING = {
    key.strip(): binding.action
    for binding in TextArea.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What each editing key does in a text area."""


class Skrivare(Protocol):
    """Who owns the line. Told at once, not by message: the next key must find the line as it is
    after this one, however fast the keys come."""

    def line_submitted(self, line: str) -> None:
        """Enter was pressed."""

    def line_wants(self, what: str) -> None:
        """A key asks for something outside the line: ``complete``, ``up`` or ``down``."""

    def line_wiped(self, line: str) -> None:
        """Escape emptied the line."""

    def line_put_back(self, line: str) -> None:
        """Ctrl+z right after it gave the line back."""

    def step_back(self) -> None:
        """Ctrl+z on an empty line: the last entry is to be undone."""

    def key_passed(self, event: events.Key) -> bool:
        """A key that came after one that opened a screen: whether that screen has taken it."""


class QuickLine(TextArea):
    """One line of input. ``value`` is the line with pasted texts in full."""

    @dataclass
    class Edited(Message):
        """The line changed."""

        line: str

        def can_replace(self, message: Message) -> bool:
            """Only the newest line counts."""
            return isinstance(message, QuickLine.Edited)

    @dataclass
    class Grown(Message):
        """The line wraps to another number of rows."""

        rows: int

    def __init__(self, placeholder: str, owner: Skrivare) -> None:
        super().__init__(
            id="rad",
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=placeholder,
            highlight_cursor_line=False,
        )
        self.owner = owner
        self.pasted: dict[int, str] = {}
        self.rows = 1
        self.wiped = ""

    @property
    def value(self) -> str:
        """The line, pasted texts in full."""
        return _CHIP.sub(lambda m: self.pasted.get(int(m[1]), m[0]), self.text)

    def set_line(self, line: str) -> None:
        """Put a line in, cursor last. Long or many-lined text after the colon is folded."""
        head, colon, text = line.partition(" : ")
        if colon and self._is_long(text):
            line = head + colon + self._fold(text)
        # Through an edit, not load_text: ctrl+z must give back what stood here.
        self.replace(line, (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def clear_line(self) -> None:
        """Empty the line and its undo history."""
        self.load_text("")
        self.pasted.clear()

    def wipe(self) -> None:
        """Empty the line; ctrl+z right after it gives it back."""
        self.wiped = self.value or self.wiped
        self.owner.line_wiped(self.value)
        self.clear_line()

    def undo_or_step_back(self) -> None:
        """Undo in the text while there is some, or was before it was wiped; else the last entry."""
        if self.text:
            self.undo()
        elif self.wiped:
            self.set_line(self.wiped)
            self.owner.line_put_back(self.wiped)
            self.wiped = ""
        else:
            self.owner.step_back()

    async def _on_key(self, event: events.Key) -> None:
        if await self._handled(event):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    async def _handled(self, event: events.Key) -> bool:
        """Do what a key is for, here and now.

        Left to bindings, a key would be carried out by the app, after letters that came later.
        """
        if self.owner.key_passed(event):
            return True
        if event.key not in {"escape", "ctrl+z"}:
            self.wiped = ""
        wanted = {"tab": "complete", "up": "up", "down": "down"}.get(event.key)
        if event.key == "enter":
            self.owner.line_submitted(self.value)
        elif wanted and (wanted == "complete" or not self._wrapped()):
            self.owner.line_wants(wanted)
        elif event.key == "escape":
            self.wipe()
        elif event.key == "ctrl+z":
            self.undo_or_step_back()
        elif event.key in _EDITING and event.key not in {"ctrl+c", "ctrl+y"}:
            await self.run_action(_EDITING[event.key])
        else:
            return False
        return True

    def _wrapped(self) -> bool:
        return self.wrapped_document.height > 1

    async def _on_paste(self, event: events.Paste) -> None:
        self.wiped = ""
        text = event.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if self._is_long(text):
            event.stop()
            event.prevent_default()
            self.insert(self._fold(text))
        elif text != event.text:
            event.stop()
            event.prevent_default()
            self.insert(text)
        else:
            await super()._on_paste(event)

    def _is_long(self, text: str) -> bool:
        return len(text) > LONG_PASTE or "\n" in text

    def _fold(self, text: str) -> str:
        number = len(self.pasted) + 1
        self.pasted[number] = text
        words = " ".join(text.split())[:40].rstrip().replace("⟧", "")
        return f"⟦{number}: {words} … {len(text)} tecken⟧"

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen about each change of the line."""
        event.stop()
        # A fixed height that follows the text: with "auto" each key lays out the whole screen anew.
        rows = max(1, min(self.wrapped_document.height, HIGHEST))
        if rows != self.rows:
            self.rows = rows
            self.post_message(self.Grown(rows))
        self.post_message(self.Edited(self.value))
