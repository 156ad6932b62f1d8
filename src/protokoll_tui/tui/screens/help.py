"""Help: the verbs, the signs and the keys on one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from protokoll_tui.quickline import VERBS
from protokoll_tui.tui import rosttexter, texter


class HelpScreen(ModalScreen[None]):
    """Everything that can be typed and pressed."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "dismiss", texter.KEYS["close"])
    ]

    def compose(self) -> ComposeResult:
        """One text to scroll in."""
        yield Static(f"{texter.HELP_TITLE}  (Esc)", classes="titel")
        with VerticalScroll() as scroll:
            scroll.can_focus = True
            yield Static(help_content())

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()


def help_content() -> Content:
    """The help as styled text."""
    verbs = [(f"{v.kod}  {v.namn}", f"{v.hjalp}  [{v.exempel}]") for v in VERBS]
    return Content("\n").join(
        [
            Content(texter.HELP_INTRO),
            *_section(texter.HELP_VERBS, verbs, 30),
            *_section(texter.HELP_ROOM_TITLE, texter.HELP_ROOM, 24),
            *_section(rosttexter.HELP_TITLE, rosttexter.HELP, 24),
            *_section(texter.HELP_SIGNS_TITLE, texter.HELP_SIGNS, 12),
            *_section(texter.HELP_KEYS_TITLE, texter.HELP_KEYS, 24),
        ]
    )


def _section(title: str, rows: Iterable[tuple[str, str]], width: int) -> list[Content]:
    lines = [Content.assemble((f"{a:<{width}}", "$primary"), b) for a, b in rows]
    return [Content(""), Content.styled(title, "bold $accent"), *lines]
