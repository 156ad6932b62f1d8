"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) as tables. Runs in the child process alone.

A workbook of today is a zip. It is unpacked here while its bytes are counted, since the sizes that
it declares may lie, and only what was counted is given on to the library, in a new zip.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from protokoll_tui.reading.felkoder import Olaslig
from protokoll_tui.reading.tabell import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Cell,
    Kalla,
    Tabell,
)

MOST_UNPACKED = 64_000_000
MOST_PARTS = 2_000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PIECE = 1 << 16
_TAKEN = re.compile(r"(?!.*vba).*(\.xml|\.rels|\.bin)|mimetype", re.IGNORECASE | re.DOTALL)
"""Parts that can hold cells; pictures and macros are never unpacked."""

_LOCAL = struct.Struct("<4s5HI2I2H")
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,7})([0-9]{1,9})"[^>]*(?<!/)>')
"""A cell that may hold something; the library passes over those that only have a look."""
_UNPLACED = re.compile(rb'<(?:\w+:)?(row|c)\b(?![^>]*\br=")')
"""A row or cell that does not say where it stands: after the one before it."""
_REPEATED = re.compile(rb'<table:table-cell\b[^>]*?columns-repeated="([0-9]{1,9})"[^>]*(?<!/)>')


def is_workbook(data: bytes) -> bool:
    """Whether a file begins as one of the kinds of workbook."""
    return data.startswith((ZIP, OLE))


def read_workbook(data: bytes) -> Kalla:
    """The sheets of a workbook that hold anything. Raises ``Olaslig``."""
    # Loaded with the first workbook, in the child.
    from python_calamine import CalamineWorkbook, PasswordError

    safe = repacked(data) if data.startswith(ZIP) else data
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(safe))
        names = book.sheet_names[:MOST_SHEETS]
        tables = [Tabell(_rows(book.get_sheet_by_name(name)), name) for name in names]
    except Olaslig:
        raise
    except PasswordError as error:
        raise Olaslig("losenord") from error
    except Exception as error:  # The library has many errors of its own, one for each format.
        raise Olaslig("ingen_bok") from error
    filled = tuple(table for table in tables if table.rader)
    if not filled:
        raise Olaslig("tom")
    return Kalla(filled)


def _rows(sheet: Any) -> tuple[tuple[Cell, ...], ...]:
    if sheet.total_height > MOST_ROWS:
        raise Olaslig("rader")
    if sheet.total_width > MOST_COLUMNS:
        raise Olaslig("kolumner", str(sheet.total_width))
    return tuple(
        tuple(_cell(value) for value in row) for row in sheet.to_python(skip_empty_area=False)
    )


def _cell(value: object) -> Cell:
    """A cell as words or a day; a number without decimals stands as it is written."""
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case bool():
            return "ja" if value else "nej"
        case float() if value.is_integer():
            return str(int(value))
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)[:LONGEST_CELL]


def repacked(data: bytes, most: int = MOST_UNPACKED) -> bytes:
    """A zip with the same parts, unpacked while counting. Raises ``Olaslig``."""
    left = most
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise Olaslig("ingen_bok") from error
    if len(parts) > MOST_PARTS:
        raise Olaslig("packad")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as clean:
        for part in parts:
            if not _TAKEN.fullmatch(part.filename):
                continue
            unpacked = _unpacked(data, part, left)
            left -= len(unpacked)
            _check_extent(part.filename.lower(), unpacked)
            clean.writestr(part.filename, unpacked)
    return out.getvalue()


def _unpacked(data: bytes, part: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of one part, never more than ``most``; what the zip says of sizes is not asked."""
    if part.flag_bits & 1:
        raise Olaslig("losenord")
    packed = _packed(data, part)
    if part.compress_type == zipfile.ZIP_STORED:
        if len(packed) > most:
            raise Olaslig("packad")
        return packed
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise Olaslig("ingen_bok")
    unpacker, pieces, count = zlib.decompressobj(-15), list[bytes](), 0
    try:
        while packed and not unpacker.eof:
            pieces.append(unpacker.decompress(packed, _PIECE))
            count += len(pieces[-1])
            if count > most:
                raise Olaslig("packad")
            packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Olaslig("ingen_bok") from error
    return b"".join(pieces)


def _packed(data: bytes, part: zipfile.ZipInfo) -> bytes:
    """The packed bytes of a part, found by its own header."""
    try:
        header = _LOCAL.unpack_from(data, part.header_offset)
    except struct.error as error:
        raise Olaslig("ingen_bok") from error
    if header[0] != ZIP:
        raise Olaslig("ingen_bok")
    start = part.header_offset + _LOCAL.size + header[-2] + header[-1]
    return data[start : start + part.compress_size]


def _check_extent(name: str, xml: bytes) -> None:
    """Refuse a sheet whose few cells span more than is read: the library fills in all between."""
    if "worksheets/" in name and name.endswith(".xml"):
        _check(*_extent(xml))
    elif name == "content.xml":
        _check(0, max((int(found[1]) for found in _REPEATED.finditer(xml)), default=0))


def _extent(xml: bytes) -> tuple[int, int]:
    """The last row and column of a sheet that hold anything."""
    rows = columns = wide = unplaced = 0
    for found in _UNPLACED.finditer(xml):
        row = found[1] == b"row"
        unplaced, wide = unplaced + row, 0 if row else wide + 1
        columns = max(columns, wide)
    for found in _CELL.finditer(xml):
        rows = max(rows, int(found[2]))
        columns = max(columns, _column_number(found[1]))
    return max(rows, unplaced), columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _check(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise Olaslig("rader")
    if columns > MOST_COLUMNS:
        raise Olaslig("kolumner", str(columns))
