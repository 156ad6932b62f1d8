"""The whole extract on the screen: read it, save it, copy it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from protokoll_tui.errors import ProtokollError
from protokoll_tui.rendering import get_writer
from protokoll_tui.services.documents import FileExists, extract_path, write_document
from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.clipboard import copy_text
from protokoll_tui.tui.widgets.dokument import document_lines

PAGE_WIDTH = 84


class ExtractScreen(ModalScreen[None]):
    """Shows the extract of one §."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5,q", "dismiss", texter.KEYS["close"]),
        Binding("s", "save('txt')", show=False),
        Binding("h", "save('html')", show=False),
        Binding("j", "save('json')", show=False),
        Binding("k", "copy", show=False),
        Binding("v", "whole", show=False),
    ]

    def __init__(self, session: Session, paragraf: str) -> None:
        super().__init__()
        self.session = session
        self.paragraf = paragraf
        self.document = session.extract(paragraf)
        self.whole = False
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        """Title, what is to be looked over, the document, the keys."""
        yield Static(self.document.titel, classes="titel", markup=False)
        yield Static(texter.EXTRACT_HINT, classes="tips", markup=False)
        if self._secret:
            yield Static(texter.EXTRACT_NEUTRAL, id="sekretess", classes="tips", markup=False)
        for flag in self.document.flaggor:
            yield Static(texter.EXTRACT_FLAG.format(text=flag.text), classes="tips", markup=False)
        with VerticalScroll() as scroll:
            scroll.can_focus = True
            yield Static(id="dokument")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()
        self.on_resize()

    def on_resize(self) -> None:
        """Wrapped to the width there is, at most as wide as a page."""
        width = min(self.size.width - 6, PAGE_WIDTH)
        lines, _ = document_lines(self.document, width)
        self.query_one("#dokument", Static).update(Content("\n").join(lines))

    @property
    def _secret(self) -> bool:
        return self.session.paragraf(self.paragraf).sekretess

    def action_whole(self) -> None:
        """All of a secret §, and back to its neutral extract."""
        if not self._secret:
            return
        self.whole = not self.whole
        self.document = self.session.extract(self.paragraf, hemligt=self.whole)
        self._asked = None
        hint = texter.EXTRACT_WHOLE if self.whole else texter.EXTRACT_NEUTRAL
        self.query_one("#sekretess", Static).update(hint)
        self.query_one(".titel", Static).update(self.document.titel)
        self.on_resize()

    def action_save(self, form: str) -> None:
        """Write the extract beside the meeting file; a second press writes over an old one."""
        path = extract_path(self.session, self.paragraf, form, hemligt=self.whole)
        try:
            data = get_writer(form).write(self.document)
            write_document(data, path, replace=self._asked == path)
            self.notify(texter.WRITTEN.format(fil=path), markup=False, timeout=10)
        except FileExists:
            self._asked = path
            self.notify(texter.EXISTS.format(fil=path.name), markup=False, severity="warning")
        except ProtokollError as error:
            self.notify(str(error), markup=False, severity="error")

    def action_copy(self) -> None:
        """Copy the text of the extract."""
        text = get_writer("txt").write(self.document).decode("utf-8")
        done = copy_text(text, self.app)
        self.notify(texter.COPIED if done else texter.COPY_FAILED)
