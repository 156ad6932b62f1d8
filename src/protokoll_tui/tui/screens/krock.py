"""Both texts, where two have changed the same place. Nothing is chosen here; nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from protokoll_tui.services.olikheter import Olikhet
from protokoll_tui.tui import texter


class ConflictScreen(ModalScreen[None]):
    """Lists the places with the text that stands and the text that did not fit."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", texter.KEYS["close"])]

    def __init__(self, places: Sequence[Olikhet]) -> None:
        super().__init__()
        self.places = places

    def compose(self) -> ComposeResult:
        """One text to scroll in."""
        yield Static(f"{texter.CONFLICT_TITLE}  (Esc)", classes="titel")
        with VerticalScroll() as scroll:
            scroll.can_focus = True
            yield Static(conflict_content(self.places))

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()


def conflict_content(places: Sequence[Olikhet]) -> Content:
    """The places as styled text."""
    if not places:
        return Content(texter.NO_CONFLICTS)
    lines: list[Content] = []
    for place in places:
        lines.append(Content.styled(place.plats, "bold $primary"))
        lines.append(Content.assemble((f"{texter.CONFLICT_OURS} ", "bold"), place.har))
        lines.append(Content.assemble((f"{texter.CONFLICT_THEIRS} ", "bold"), place.dar))
        lines.append(Content(""))
    return Content("\n").join(lines)
