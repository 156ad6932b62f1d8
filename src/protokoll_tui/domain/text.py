"""The format of longer texts: paragraphs, lists, and what the public version masks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from protokoll_tui.domain.clean import clean


@dataclass(frozen=True)
class Run:
    """A stretch of text; ``masked`` text is left out of the public version."""

    text: str
    masked: bool = False


@dataclass(frozen=True)
class Item:
    """A list item with the lists nested in it."""

    runs: tuple[Run, ...]
    lists: tuple[Lista, ...] = ()


@dataclass(frozen=True)
class Lista:
    """A list, numbered from ``start`` or with dashes."""

    items: tuple[Item, ...]
    numbered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Stycke:
    """A paragraph."""

    runs: tuple[Run, ...]


Block: TypeAlias = Stycke | Lista

_MARK = "=="
_MASKED = re.compile("==((?:(?!==).)+)==", re.DOTALL)
_BULLET = re.compile(r"( *)(?:([-–•])|([0-9]{1,3})\.) +(\S.*)")
_DEEPEST = 9
"""Lists nest no deeper than this; what is indented more lies on the deepest level."""


def parse_text(text: str) -> tuple[Block, ...]:
    """Read the text format: a blank line parts paragraphs, ``- `` and ``1. `` make lists.

    Lists nest by indent (two spaces or more). ``==…==`` encloses what the public version masks.
    All else is literal. ``parse_text(print_text(b)) == b``.
    """
    blocks: list[Block] = []
    for chunk in re.split(r"\n[ ]*\n", clean(text).strip("\n")):
        lines = [line.rstrip(" ") for line in chunk.split("\n") if line.strip(" ")]
        blocks.extend(_chunk(_with_words(lines)))
    return _joined(blocks)


def _with_words(lines: list[str]) -> list[str]:
    """A bullet that stands alone on its line takes the words of the next."""
    out: list[str] = []
    for line in lines:
        joined = f"{out[-1]} {line.strip(' ')}" if out else ""
        if out and not any(map(_BULLET.fullmatch, (out[-1], line))) and _BULLET.fullmatch(joined):
            out[-1] = joined
        else:
            out.append(line)
    return out


def _chunk(lines: list[str]) -> list[Block]:
    plain: list[str] = []
    while lines and not _BULLET.fullmatch(lines[0]):
        plain.append(lines.pop(0).strip(" "))
    blocks: list[Block] = [Stycke(parse_runs(" ".join(plain)))] if plain else []
    return [*blocks, *_lists(lines, 1)]


def _lists(lines: list[str], level: int) -> tuple[Lista, ...]:
    """Lists from lines of which the first is a bullet; deeper lines belong to the item above."""
    found: list[Lista] = []
    while lines:
        match = _BULLET.fullmatch(lines.pop(0))
        assert match is not None
        nested = _below(lines, len(match[1]) if level < _DEEPEST else None)
        words = [match[4]]
        while nested and not _BULLET.fullmatch(nested[0]):
            words.append(nested.pop(0).strip(" "))
        item = Item(parse_runs(" ".join(words)), _lists(nested, level + 1))
        one = Lista((item,), numbered=match[3] is not None, start=int(match[3] or 1))
        joined = _join(found[-1], one) if found else None
        found[-1:] = [joined] if joined else [*found[-1:], one]
    return tuple(found)


def _below(lines: list[str], depth: int | None) -> list[str]:
    """Take the lines that belong to an item at ``depth``; None = no list lies deeper."""
    count = 0
    while count < len(lines) and (
        not _BULLET.fullmatch(lines[count]) or (depth is not None and _indent(lines[count]) > depth)
    ):
        count += 1
    taken = lines[:count]
    del lines[:count]
    return taken


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Items parted by a blank line still are one list when the numbers run on."""
    out: list[Block] = []
    for block in blocks:
        joined = _join(out[-1], block) if out else None
        out[-1:] = [joined] if joined else [*out[-1:], block]
    return tuple(out)


def _join(last: Block, block: Block) -> Lista | None:
    """Two lists as one, or None: a number that does not follow begins a list of its own."""
    if not (isinstance(last, Lista) and isinstance(block, Lista)):
        return None
    if last.numbered != block.numbered:
        return None
    if last.numbered and block.start != last.start + len(last.items):
        return None
    return Lista(last.items + block.items, last.numbered, last.start)


def parse_runs(line: str) -> tuple[Run, ...]:
    """Split a line at ``==…==``; a mark without its pair, or with nothing to mask, is literal."""
    parts = _MASKED.split(line)
    return tuple(Run(part, masked=bool(i % 2)) for i, part in enumerate(parts) if part)


def print_text(blocks: tuple[Block, ...]) -> str:
    """Write blocks in the text format."""
    return "\n\n".join(
        print_runs(block.runs) if isinstance(block, Stycke) else "\n".join(_print_list(block, 0))
        for block in blocks
    )


def _print_list(block: Lista, depth: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.numbered else "- "
        lines.append(" " * depth + mark + print_runs(item.runs))
        for nested in item.lists:
            lines.extend(_print_list(nested, depth + 3))
    return lines


def print_runs(runs: tuple[Run, ...]) -> str:
    """Write runs on one line, masked ones between marks."""
    return "".join(f"{_MARK}{run.text}{_MARK}" if run.masked else run.text for run in runs)
