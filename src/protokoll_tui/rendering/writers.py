"""Formats: one shared interface, a table of those that exist, loaded only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from protokoll_tui.rendering import texter
from protokoll_tui.rendering.blocks import Dokument
from protokoll_tui.rendering.mallfel import OkantFormat


class Skrivare(Protocol):
    """Writes a document in one format."""

    @property
    def namn(self) -> str:
        """The name of the format ("text")."""

    @property
    def suffix(self) -> str:
        """The ending of its files (".txt")."""

    def write(self, dokument: Dokument, *, publik: bool = False) -> bytes:
        """The document as a file; ``publik`` leaves out what is masked."""


_MODULES = {
    "txt": "protokoll_tui.rendering.write_text:TextSkrivare",
    "html": "protokoll_tui.rendering.write_html:HtmlSkrivare",
    "json": "protokoll_tui.rendering.write_json:JsonSkrivare",
}


def writer_names() -> tuple[str, ...]:
    """The formats that exist."""
    return tuple(_MODULES)


def get_writer(namn: str) -> Skrivare:
    """The writer of a format. Raises ``OkantFormat``."""
    place = _MODULES.get(namn.lower().removeprefix("."))
    if place is None:
        raise OkantFormat(texter.unknown_writer(namn, writer_names()))
    module, _, name = place.partition(":")
    writer: Skrivare = getattr(import_module(module), name)()
    return writer
