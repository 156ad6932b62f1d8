"""Rendering: records become views, templates make sentences of them, writers make files."""

from protokoll_tui.rendering.beslutstext import (
    decision_text,
    decision_text_by_points,
    routine_text,
)
from protokoll_tui.rendering.blocks import (
    Block,
    Cell,
    Dokument,
    Flagga,
    Lista,
    Punkt,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    block_text,
    item_marks,
)
from protokoll_tui.rendering.mallfel import MallFel, OkandParagraf, OkandStil, OkantFormat
from protokoll_tui.rendering.stil import Stil, load_style, style_names
from protokoll_tui.rendering.utdrag import (
    render_attendance,
    render_extract,
    render_sections,
    sentence_for,
)
from protokoll_tui.rendering.writers import Skrivare, get_writer, writer_names

__all__ = [
    "Block",
    "Cell",
    "Dokument",
    "Flagga",
    "Lista",
    "MallFel",
    "OkandParagraf",
    "OkandStil",
    "OkantFormat",
    "Punkt",
    "Rubrik",
    "Run",
    "Skrivare",
    "Stil",
    "Stycke",
    "Tabell",
    "block_text",
    "decision_text",
    "decision_text_by_points",
    "get_writer",
    "item_marks",
    "load_style",
    "render_attendance",
    "render_extract",
    "render_sections",
    "routine_text",
    "sentence_for",
    "style_names",
    "writer_names",
]
