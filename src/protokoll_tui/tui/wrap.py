"""Wrapping that keeps no-break spaces: Textual breaks lines at them, Swedish must not."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells
from textual.content import Content

_TOKEN = re.compile(r" +|[^ ]+")


def wrap(content: Content, width: int, hang: int = 0) -> list[Content]:
    """Styled text as lines of at most ``width`` cells, broken at ordinary blanks only.

    A word longer than the line is broken. Line breaks in the text stay. All lines but the first
    begin ``hang`` cells in, where that leaves half the width.
    """
    hang = hang if hang <= width // 2 else 0
    lines: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        at = 0
        for n, piece in enumerate(_pieces(line.plain, max(width, 2), hang)):
            words = line[at : at + len(piece.rstrip(" "))]
            lines.append(Content.assemble(" " * hang, words) if n and hang else words)
            at += len(piece)
    return lines


def _pieces(plain: str, width: int, hang: int) -> list[str]:
    """The text cut at line ends, blanks kept at the end of each; less room after the first."""
    if cell_len(plain) <= width:
        return [plain]
    pieces, used = [""], 0
    for token in _TOKEN.findall(plain):
        if token.startswith(" ") and pieces[-1]:
            pieces[-1] += token
            used += len(token)
            continue
        # Of a sign without width alone the library makes nothing.
        for part in chop_cells(token, width - hang) or [token]:
            if used + cell_len(part) > width and pieces[-1]:
                pieces.append("")
                used = hang
            pieces[-1] += part
            used += cell_len(part)
    return pieces
