"""The text format of the files as HTML, and generated sentences as text and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from markupsafe import Markup, escape

from protokoll_tui.domain.text import Block, Lista, Run, Stycke, parse_runs, parse_text
from protokoll_tui.rendering.environment import LITERAL_MARK
from protokoll_tui.swedish.text import sentence

BLOCK = "\ue000"
"""Encloses, inside a sentence, a text with paragraphs and lists of its own."""

_SPACE = re.compile(r"[ \t\r\n\f]+")


def fold_space(text: str) -> str:
    """Text on one line; no-break spaces are kept."""
    return _SPACE.sub(" ", text).strip(" ")


def raw_text(text: str) -> str:
    """What a template made, without the escaping that it was made with."""
    return unescape(str(text)) if isinstance(text, Markup) else text


def end_sentence(text: str) -> str:
    """The sentence with its stop, unless it ends with a text of its own."""
    return text if text.rstrip().endswith(BLOCK) else sentence(text)


def sentence_text(raw: str) -> str:
    """A generated sentence in the text format, as it is shown, compared and stored."""
    pieces = [piece if inner else fold_space(piece) for inner, piece in _pieces(raw)]
    return "\n\n".join(piece for piece in pieces if piece).replace(LITERAL_MARK, "==")


def sentence_html(raw: str, key: str) -> Markup:
    """A generated sentence as paragraphs and lists, each marked with its key."""
    parts: list[str] = []
    for inner, piece in _pieces(raw):
        if inner:
            parts.append(text_html(piece, key))
        elif folded := fold_space(piece):
            parts.append(_paragraph(parse_runs(folded), key))
    return Markup("".join(parts))


def _pieces(raw: str) -> Iterator[tuple[bool, str]]:
    for n, piece in enumerate(raw.split(BLOCK)):
        yield bool(n % 2), piece


def text_html(text: str, key: str = "") -> Markup:
    """A text in the text format as paragraphs and lists."""
    return Markup("".join(_block(block, key) for block in parse_text(text)))


def _block(block: Block, key: str) -> str:
    if isinstance(block, Stycke):
        return _paragraph(block.runs, key)
    return _list(block, key)


# Built of plain strings: formatting by Markup took a quarter of the time of a preview.
def _paragraph(runs: Iterable[Run], key: str) -> str:
    return f"<p{_key(key)}>{runs_html(runs)}</p>\n"


def _list(block: Lista, key: str) -> str:
    tag = "ol" if block.numbered else "ul"
    start = f' start="{block.start}"' if block.start != 1 else ""
    items = "".join(
        f"<li>{runs_html(item.runs)}{''.join(_list(inner, '') for inner in item.lists)}</li>\n"
        for item in block.items
    )
    return f"<{tag}{start}{_key(key)}>\n{items}</{tag}>\n"


def _key(key: str) -> str:
    return f' data-nyckel="{escape(key)}"' if key else ""


def runs_html(runs: Iterable[Run]) -> Markup:
    """Runs as inline HTML, masked ones in their span."""
    return Markup("".join(_run(run) for run in runs))


def _run(run: Run) -> str:
    text = escape(run.text.replace(LITERAL_MARK, "=="))
    return f'<span class="maskerad">{text}</span>' if run.masked else str(text)
