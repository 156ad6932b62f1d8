"""A document of blocks as styled lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

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
from protokoll_tui.tui.wrap import wrap

STYLES = {"oppet": "italic $warning", "markning": "bold $warning", "organ": "$text-muted"}


def document_lines(
    dokument: Dokument, width: int, post: str = ""
) -> tuple[list[Content], int | None]:
    """A document as styled lines, and the line where the block of the record ``post`` begins."""
    lines: list[Content] = []
    at = None
    for block in dokument.blocks:
        if post and at is None and not isinstance(block, Tabell) and post in block.nyckel:
            at = len(lines)
        for line, hang in _block(block):
            lines += wrap(line, width, hang)
    return lines, at


def _block(block: Block) -> Iterator[tuple[Content, int]]:
    """The lines of a block, each with how far in its continuation begins."""
    match block:
        case Rubrik():
            yield Content(""), 0
            yield _runs(block.runs, "bold $primary" if block.niva <= 2 else "bold"), 0
        case Stycke():
            yield _runs(block.runs, STYLES.get(block.roll, "")), 0
            yield Content(""), 0
        case Lista():
            yield from _list(block, 0)
            yield Content(""), 0
        case Tabell():
            for row in block.rader:
                yield Content("  ").join([_runs(cell.runs, "") for cell in row]), 2
            yield Content(""), 0


def _list(block: Lista, depth: int) -> Iterator[tuple[Content, int]]:
    for mark, item in zip(item_marks(block, "– "), block.punkter, strict=True):
        yield Content.assemble(" " * depth + mark, _runs(item.runs, "")), depth + len(mark)
        for nested in item.listor:
            yield from _list(nested, depth + len(mark))


def _runs(runs: Iterable[Run], style: str) -> Content:
    pieces = []
    for run in runs:
        marks = [style, "bold" if run.fet else "", "italic" if run.kursiv else ""]
        marks += ["underline"] if run.maskerad else []
        pieces.append(Content.styled(run.text, " ".join(m for m in marks if m)))
    return Content("").join(pieces)
