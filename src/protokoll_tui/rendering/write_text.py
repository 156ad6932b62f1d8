"""Plain text, wrapped, for diary systems and e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from protokoll_tui.rendering.blocks import (
    Block,
    Dokument,
    Lista,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    item_marks,
)
from protokoll_tui.rendering.texter import MASK, TABLE_BREAK

WIDTH = 72
_RULE = {1: "=", 2: "-", 3: ""}


class TextSkrivare:
    """Text in UTF-8, wrapped at 72 characters; headings stand alone, larger ones underlined."""

    namn = "txt"
    suffix = ".txt"

    def write(self, dokument: Dokument, *, publik: bool = False) -> bytes:
        """The document as text; ``publik`` leaves out what is masked."""
        return (document_text(dokument, publik=publik) + "\n").encode()


def document_text(dokument: Dokument, *, publik: bool = False, width: int = WIDTH) -> str:
    """The blocks as lines, without a line break at the end."""
    parts: list[str] = []
    labels: list[str] = []
    for block in dokument.blocks:
        if isinstance(block, Stycke) and block.roll == "sidfot":
            labels.append(run_text(block.runs, publik))
            continue
        written = "\n".join(_lines(block, publik, width))
        # A small heading stands close to what it heads.
        parts.append(written + ("\n" if _is_small(block) else "\n\n"))
    if labels:
        parts.append("\n" + "   ".join(labels))
    return "".join(parts).strip("\n")


def _is_small(block: Block) -> bool:
    return isinstance(block, Rubrik) and block.niva > 2


def _lines(block: Block, publik: bool, width: int) -> Iterable[str]:
    match block:
        case Rubrik():
            return _heading(block, publik, width)
        case Stycke():
            return wrapped(run_text(block.runs, publik), width)
        case Lista():
            return _list(block, publik, width)
        case Tabell():
            return _table(block, publik, width)


def _table(block: Tabell, publik: bool, width: int) -> list[str]:
    """A table in columns, where they have room; else cell by cell."""
    rows = [[run_text(cell.runs, publik) for cell in row] for row in block.rader]
    columns = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    whole = sum(columns) + len(TABLE_BREAK) * (len(columns) - 1)
    if whole > width or any("\n" in cell for cell in chain.from_iterable(rows)):
        return [line for row in rows for line in wrapped(TABLE_BREAK.join(row), width)]
    padded = ([cell.ljust(size) for cell, size in zip(row, columns, strict=False)] for row in rows)
    return [TABLE_BREAK.join(row).rstrip() for row in padded]


def _heading(block: Rubrik, publik: bool, width: int) -> Iterator[str]:
    lines = wrapped(run_text(block.runs, publik), width)
    yield from lines
    if rule := _RULE[block.niva]:
        yield rule * min(width, max(len(line) for line in lines))


def _list(lista: Lista, publik: bool, width: int) -> Iterator[str]:
    for mark, punkt in zip(item_marks(lista), lista.punkter, strict=True):
        inner = max(width - len(mark), 1)
        lines = wrapped(run_text(punkt.runs, publik), inner)
        for inner_list in punkt.listor:
            lines.extend(_list(inner_list, publik, inner))
        yield mark + lines[0] if lines else mark.rstrip()
        yield from (" " * len(mark) + line for line in lines[1:])


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width``; a longer word has a line of its own, a no-break space holds."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend(
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
        )
    return lines


def run_text(runs: Iterable[Run], publik: bool) -> str:
    """The text of runs, masked ones left out of the public version."""
    return "".join(MASK if publik and run.maskerad else run.text for run in runs)
