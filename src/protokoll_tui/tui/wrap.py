"""Wrapping that keeps no-break spaces: Textual breaks lines at them, Swedish must not."""

from __future__ import annotations

import textwrap

from rich.cells import cell_len
from textual.content import Content


def wrap(content: Content, width: int) -> list[Content]:
    """Styled text as lines of at most ``width`` cells, broken at ordinary blanks only.

    A word longer than the line is broken. Line breaks in the text stay.
    """
    lines: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        at, plain = 0, line.plain
        for part in _pieces(plain, max(width, 1)):
            lines.append(line[at : at + len(part)].rstrip())
            at += len(part)
    return lines


def _pieces(plain: str, width: int) -> list[str]:
    """The text cut at line ends, blanks kept at the end of each piece."""
    if cell_len(plain) <= width:
        return [plain]
    wrapper = textwrap.TextWrapper(
        width, break_on_hyphens=False, drop_whitespace=False, replace_whitespace=False
    )
    pieces: list[str] = []
    for piece in wrapper.wrap(plain):
        if pieces and not piece.strip(" "):
            pieces[-1] += piece
        elif pieces and piece.startswith(" "):
            blank = len(piece) - len(piece.lstrip(" "))
            pieces[-1] += piece[:blank]
            pieces.append(piece[blank:])
        else:
            pieces.append(piece)
    return pieces
