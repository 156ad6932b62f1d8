"""CSV: which encoding, which separator, and the rows. The standard library alone."""

from __future__ import annotations

import codecs
import csv
import io
import itertools

from protokoll_tui.reading.felkoder import Olaslig
from protokoll_tui.reading.tabell import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Kalla,
    Tabell,
)

SEPARATORS = {";": "semikolon", ",": "komma", "\t": "tabb"}
"""In the order in which an equal count is settled: Swedish programs write semicolons."""

SAMPLE = 30
"""So many rows tell which separator it is."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def read_csv(data: bytes) -> Kalla:
    """The rows of a CSV file. Raises ``Olaslig``.

    UTF-8 with or without mark, UTF-16 with mark, else Windows-1252. A row counts as a spreadsheet
    counts it: a line break inside quotation marks begins no new one.
    """
    text, encoding = decode_csv(data)
    if not text.strip():
        raise Olaslig("tom")
    separator = sniff(text)
    return Kalla((Tabell(_rows(text, separator)),), encoding, SEPARATORS[separator])


def decode_csv(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises ``Olaslig``."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), codec), name
    if b"\0" in data:
        # No text of one byte for each letter holds a NUL: it is some other kind of file.
        raise Olaslig("ingen_tabell")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decoded(data, "cp1252"), "Windows-1252"


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise Olaslig("kodning") from error


def sniff(text: str) -> str:
    """The separator that parts the first rows into the most columns, alike in most of them."""
    sample = list(itertools.islice(io.StringIO(text, newline=""), SAMPLE))
    return max(SEPARATORS, key=lambda separator: _parted(sample, separator))


def _parted(lines: list[str], separator: str) -> int:
    """How many rows have as many columns as the most usual count above one, times that count."""
    try:
        rows = [len(row) for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return 0
    wide = [count for count in rows if count > 1]
    return max((wide.count(count) * count for count in set(wide)), default=0)


def _rows(text: str, separator: str) -> tuple[tuple[Cell, ...], ...]:
    # One letter more than is kept: a cell without end is a fault, not a reason to fill the memory.
    csv.field_size_limit(LONGEST_CELL * 20)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(row) > MOST_COLUMNS:
                raise Olaslig("kolumner", str(len(row)))
            if len(rows) >= MOST_ROWS:
                raise Olaslig("rader")
            rows.append(tuple(cell[:LONGEST_CELL] for cell in row))
    except csv.Error as error:
        raise Olaslig("citattecken", str(len(rows) + 1)) from error
    return tuple(rows)
