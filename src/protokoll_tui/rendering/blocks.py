"""The block list: what every document is between templates and writers. Plain frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from protokoll_tui.domain.text import parse_runs
from protokoll_tui.rendering.texter import MASK


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner; ``maskerad`` is left out of the public version.

    ``\\n`` in ``text`` is a line break.
    """

    text: str
    fet: bool = False
    kursiv: bool = False
    maskerad: bool = False


@dataclass(frozen=True)
class Rubrik:
    """A heading of level 1 to 3. ``nyckel`` names the record or section it stands for."""

    niva: int
    runs: tuple[Run, ...]
    nyckel: str = ""


@dataclass(frozen=True)
class Stycke:
    """A paragraph. ``roll`` is empty for running text, else one of ``ROLLER``."""

    runs: tuple[Run, ...]
    nyckel: str = ""
    roll: str = ""


@dataclass(frozen=True)
class Punkt:
    """A list item with the lists nested in it."""

    runs: tuple[Run, ...]
    listor: tuple[Lista, ...] = ()


@dataclass(frozen=True)
class Lista:
    """A list, numbered from ``start`` or with marks."""

    punkter: tuple[Punkt, ...]
    numrerad: bool = False
    start: int = 1
    nyckel: str = ""


@dataclass(frozen=True)
class Cell:
    """A table cell; ``huvud`` marks a header."""

    runs: tuple[Run, ...]
    huvud: bool = False


@dataclass(frozen=True)
class Tabell:
    """A table, row by row."""

    rader: tuple[tuple[Cell, ...], ...]
    nyckel: str = ""


Block: TypeAlias = Rubrik | Stycke | Lista | Tabell

ROLLER = ("organ", "markning", "oppet", "neutral", "sidfot")
"""What a paragraph can be beside running text: line under the title, mark such as EJ JUSTERAT,
something not recorded yet, the neutral line of a secret §, label of the footer."""


@dataclass(frozen=True)
class Flagga:
    """Something in a document that a person should look at.

    ``nyckel`` names the record; ``da`` and ``nu`` are both texts where a sentence has changed.
    """

    slag: str
    nyckel: str
    text: str
    da: str = ""
    nu: str = ""


@dataclass(frozen=True)
class Dokument:
    """A finished document: title, metadata, blocks, and what is flagged in it.

    Title and metadata may hold masks of the text format; ``shown`` takes them out.
    """

    titel: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    flaggor: tuple[Flagga, ...] = ()


def item_marks(lista: Lista, bullet: str = "- ") -> tuple[str, ...]:
    """What stands before each item of a list, all of one width.

    Lines of an item after its first are indented by that width, and so are the lists in it.
    """
    if not lista.numrerad:
        return (bullet,) * len(lista.punkter)
    marks = [f"{n}. " for n, _ in enumerate(lista.punkter, lista.start)]
    width = max(map(len, marks), default=0)
    return tuple(mark.ljust(width) for mark in marks)


def plain(runs: Iterable[Run]) -> str:
    """The text of runs, without manner."""
    return "".join(run.text for run in runs)


def shown(text: str, publik: bool) -> str:
    """A title or a metadata value as a reader may see it, without marks."""
    return "".join(MASK if publik and run.masked else run.text for run in parse_runs(text))


def block_text(block: Block) -> str:
    """All text of a block, items and cells on a line each."""
    match block:
        case Rubrik() | Stycke():
            return plain(block.runs)
        case Lista():
            return "\n".join(_items(block))
        case Tabell():
            return "\n".join(plain(cell.runs) for row in block.rader for cell in row)


def _items(lista: Lista) -> Iterable[str]:
    for punkt in lista.punkter:
        yield plain(punkt.runs)
        for inner in punkt.listor:
            yield from _items(inner)
