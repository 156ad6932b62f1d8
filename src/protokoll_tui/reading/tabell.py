"""A table as read from a file: plain cells, each with its row in the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from protokoll_tui.domain.clean import clean_line

Cell: TypeAlias = str | date
"""What a cell holds: words, or a day where the file itself says that it is one."""

MOST_ROWS, MOST_COLUMNS = 20_000, 200
MOST_SHEETS = 10
LONGEST_CELL = 500


@dataclass(frozen=True)
class Tabell:
    """A table; ``blad`` is the sheet's name. Row 1 of ``rader`` is row 1 of the source."""

    rader: tuple[tuple[Cell, ...], ...]
    blad: str = ""


@dataclass(frozen=True)
class Kalla:
    """A file as read: its sheets, and how it was taken (``kodning`` and ``skilje`` of a CSV)."""

    tabeller: tuple[Tabell, ...]
    kodning: str = ""
    skilje: str = ""


def column_letter(index: int) -> str:
    """The letter of a column as a spreadsheet has it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def words(cell: Cell) -> str:
    """A cell as one clean line of words."""
    return cell.isoformat() if isinstance(cell, date) else clean_line(cell)


def to_plain(kalla: Kalla) -> dict[str, Any]:
    """A file as plain values for JSON; a day stands as a list with its ISO form."""
    return {
        "kodning": kalla.kodning,
        "skilje": kalla.skilje,
        "tabeller": [
            {"blad": t.blad, "rader": [[_cell_out(c) for c in row] for row in t.rader]}
            for t in kalla.tabeller
        ],
    }


def from_plain(plain: dict[str, Any]) -> Kalla:
    """The file behind ``to_plain``; the names of sheets are made clean.

    Raises ValueError, LookupError, TypeError or AttributeError where it is no such thing.
    """
    tables = tuple(map(_table_in, plain["tabeller"]))
    return Kalla(tables, clean_line(plain["kodning"]), clean_line(plain["skilje"]))


def _table_in(plain: Any) -> Tabell:
    rows = tuple(tuple(map(_cell_in, row)) for row in plain["rader"])
    return Tabell(rows, clean_line(plain["blad"]))


def _cell_out(cell: Cell) -> str | list[str]:
    return [cell.isoformat()] if isinstance(cell, date) else cell


def _cell_in(plain: Any) -> Cell:
    if isinstance(plain, list):
        return date.fromisoformat(plain[0])
    if not isinstance(plain, str):
        raise TypeError(type(plain).__name__)
    return plain
