"""The small HTML that templates write, read into blocks. What is not known is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import NoReturn

from protokoll_tui.rendering import texter
from protokoll_tui.rendering.blocks import (
    ROLLER,
    Block,
    Cell,
    Lista,
    Punkt,
    Rubrik,
    Run,
    Stycke,
    Tabell,
)
from protokoll_tui.rendering.environment import LITERAL_MARK
from protokoll_tui.rendering.mallfel import MallFel
from protokoll_tui.swedish.spacing import bind

Locate = Callable[[str, str], str]
"""From the name of a template and a piece of its text to file and line."""

MARK = "<!--mall:"
MARK_END = "-->"
"""Around the name of the template that follows; ``Penna.borja`` writes it."""

_TEXT = frozenset(("h1", "h2", "h3", "p", "li", "th", "td"))
_INLINE = frozenset(("b", "i", "span"))
_HOLDERS = {
    "h1": ("",),
    "h2": ("",),
    "h3": ("",),
    "p": ("",),
    "ul": ("", "li"),
    "ol": ("", "li"),
    "li": ("ul", "ol"),
    "table": ("",),
    "tr": ("table",),
    "th": ("tr",),
    "td": ("tr",),
}
_ATTRIBUTES = {
    "p": ("data-nyckel", "class"),
    "ol": ("data-nyckel", "start"),
    "span": ("class",),
    "ul": ("data-nyckel",),
    "table": ("data-nyckel",),
    "h1": ("data-nyckel",),
    "h2": ("data-nyckel",),
    "h3": ("data-nyckel",),
}
_CLASSES = {"p": ROLLER, "span": ("maskerad",)}
# Spaces that HTML folds; the no-break space is not one of them.
_FOLD = re.compile(r"[ \t\r\n\f]+")
_SNIPPET = 40


@dataclass
class _Open:
    """An element whose end has not come: its attributes, text and parts so far."""

    tag: str
    attributes: dict[str, str]
    runs: list[Run] = field(default_factory=list)
    parts: list[object] = field(default_factory=list)


def parse_html(html: str, locate: Locate | None = None) -> tuple[Block, ...]:
    """Blocks from HTML of h1–h3, p, ul, ol, li, table, tr, th, td, b, i, span and br.

    ``locate`` finds file and line for an error. Raises ``MallFel`` on any other element or
    attribute, on text outside a block and on elements without end. Nothing reaches over the mark
    where a new template begins. Figures that people typed get the no-break spaces that they need.
    """
    blocks: list[Block] = []
    first, *sections = html.split(MARK)
    for template, piece in [("", first), *(_named(section) for section in sections)]:
        try:
            blocks.extend(_parsed(piece))
        except _Refused as refused:
            plats = locate(template, refused.snippet) if locate else template
            raise MallFel(refused.message, plats) from None
    return tuple(blocks)


def _named(section: str) -> tuple[str, str]:
    template, _, piece = section.partition(MARK_END)
    return template, piece


# A live preview renders the same § again and again, with one section changed.
@lru_cache(maxsize=512)
def _parsed(html: str) -> tuple[Block, ...]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return tuple(reader.blocks)


class _Refused(Exception):
    def __init__(self, message: str, snippet: str) -> None:
        super().__init__(message)
        self.message = message
        self.snippet = snippet


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[_Open] = []
        self._inline: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, if it may stand here."""
        attributes = {key: value or "" for key, value in attrs}
        self._check(tag, attributes)
        if tag == "br":
            self._add("\n")
        elif tag in _INLINE:
            self._inline.append((tag, attributes.get("class", "")))
        else:
            self._open.append(_Open(tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>`` is ``<br>``; other elements are opened and closed."""
        self.handle_starttag(tag, attrs)
        if tag != "br":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and put what it held where it belongs."""
        if tag in _INLINE:
            if not self._inline or self._inline.pop()[0] != tag:
                self._fail(texter.unclosed_tag(tag), f"</{tag}")
            return
        if self._inline or not self._open or self._open[-1].tag != tag:
            self._fail(texter.unclosed_tag(tag), f"</{tag}")
        self._close(self._open.pop())

    def handle_data(self, data: str) -> None:
        """Text: kept in a block, refused outside of one unless it is blank."""
        folded = bind(_FOLD.sub(" ", data)).replace(LITERAL_MARK, "==")
        if self._open and self._open[-1].tag in _TEXT:
            self._add(folded)
        elif folded.strip(" "):
            snippet = folded.strip(" ")[:_SNIPPET]
            self._fail(texter.text_outside(snippet), snippet)

    def finish(self) -> None:
        """Refuse what is still open."""
        if self._inline or self._open:
            tag = self._inline[-1][0] if self._inline else self._open[-1].tag
            self._fail(texter.unclosed_tag(tag), f"<{tag}")

    def _check(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in _HOLDERS and tag not in _INLINE and tag != "br":
            self._fail(texter.unknown_tag(tag), f"<{tag}")
        for key, value in attributes.items():
            if key not in _ATTRIBUTES.get(tag, ()):
                self._fail(texter.unknown_attribute(tag, key), key)
            if key == "class" and value not in _CLASSES[tag]:
                self._fail(texter.unknown_attribute(tag, value), value)
        around = self._open[-1].tag if self._open else ""
        allowed = around in _TEXT if tag not in _HOLDERS else around in _HOLDERS[tag]
        if not allowed:
            self._fail(texter.misplaced_tag(tag, around or texter.THE_DOCUMENT), f"<{tag}")

    def _add(self, text: str) -> None:
        runs = self._open[-1].runs
        if not runs or runs[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if not text:
            return
        manner = {tag for tag, _ in self._inline}
        masked = any(css == "maskerad" for _, css in self._inline)
        run = Run(text, fet="b" in manner, kursiv="i" in manner, maskerad=masked)
        last = runs[-1] if runs else None
        if last and (last.fet, last.kursiv, last.maskerad) == (run.fet, run.kursiv, masked):
            runs[-1] = Run(last.text + text, run.fet, run.kursiv, masked)
        else:
            runs.append(run)

    def _close(self, element: _Open) -> None:
        part = _built(element)
        if isinstance(part, Rubrik | Stycke | Lista | Tabell) and not self._open:
            self.blocks.append(part)
        elif self._open:
            self._open[-1].parts.append(part)

    def _fail(self, message: str, snippet: str) -> NoReturn:
        raise _Refused(message, snippet)


def _built(element: _Open) -> object:
    key = element.attributes.get("data-nyckel", "")
    runs = _trimmed(element.runs)
    match element.tag:
        case "h1" | "h2" | "h3":
            return Rubrik(int(element.tag[1]), runs, key)
        case "p":
            return Stycke(runs, key, element.attributes.get("class", ""))
        case "li":
            return Punkt(runs, tuple(p for p in element.parts if isinstance(p, Lista)))
        case "th" | "td":
            return Cell(runs, huvud=element.tag == "th")
        case "tr":
            return tuple(p for p in element.parts if isinstance(p, Cell))
        case "table":
            return Tabell(tuple(p for p in element.parts if isinstance(p, tuple)), key)
        case _:
            items = tuple(p for p in element.parts if isinstance(p, Punkt))
            start = element.attributes.get("start", "1")
            numbered = element.tag == "ol"
            return Lista(items, numbered, int(start) if start.isdecimal() else 1, key)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without space at the end."""
    while runs and not runs[-1].text.rstrip(" "):
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(" "), last.fet, last.kursiv, last.maskerad)
    return tuple(runs)
