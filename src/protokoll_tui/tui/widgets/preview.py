"""The right side: the extract as it will be, out of the same blocks as every document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from protokoll_tui.tui import texter

if TYPE_CHECKING:
    from protokoll_tui.rendering import Dokument


class Preview(VerticalScroll):
    """Shows a document of blocks."""

    can_focus = False
    _shown = ""

    def compose(self) -> ComposeResult:
        """A heading of its own, then the document."""
        yield Static(texter.PREVIEW_TITLE, id="utdrag-titel")
        yield Static(id="utdrag-text")

    def show(self, dokument: Dokument, paragraf: str, post: str = "") -> None:
        """Show the document of a §, scrolled so that what ``post`` became can be seen."""
        from protokoll_tui.tui.widgets.dokument import document_lines

        width = self.scrollable_content_region.width or self.size.width
        lines, at = document_lines(dokument, width, post)
        flags = [texter.EXTRACT_FLAG.format(text=flag.text) for flag in dokument.flaggor]
        title = [
            Content(texter.PREVIEW_TITLE),
            *(Content.styled(f, "bold $warning") for f in flags),
        ]
        self.query_one("#utdrag-titel", Static).update(Content("\n").join(title))
        self.query_one("#utdrag-text", Static).update(Content("\n").join(lines))
        if paragraf != self._shown:
            self._shown = paragraf
            self.scroll_home(animate=False)
        elif at is not None:
            self.call_after_refresh(self.scroll_to, y=max(at - 3, 0), animate=False)

    def show_text(self, text: str) -> None:
        """Show a message under the last good preview."""
        self.query_one("#utdrag-titel", Static).update(Content.styled(text, "bold $error"))
