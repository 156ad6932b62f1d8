"""Workbooks made by hand, part by part, so that they can be as wrong as asked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape

from protokoll_tui.reading.tabell import column_letter

Cell: TypeAlias = str | int | float | tuple[str, str]
"""Words, a number, or a pair: ``("datum", "47849")`` or ``("formel", "Anna")``."""

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
STYLES = (
    f'<styleSheet {_MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)


def sheet(rows: Sequence[Sequence[Cell]], first: int = 1) -> str:
    """The XML of a sheet."""
    body = "".join(
        f'<row r="{nr}">'
        + "".join(_cell(f"{column_letter(at)}{nr}", cell) for at, cell in enumerate(row))
        + "</row>"
        for nr, row in enumerate(rows, first)
    )
    return f"<worksheet {_MAIN}><sheetData>{body}</sheetData></worksheet>"


def _cell(place: str, cell: Cell) -> str:
    match cell:
        case "":
            return f'<c r="{place}"/>'
        case ("datum", value):
            return f'<c r="{place}" s="1"><v>{value}</v></c>'
        case ("formel", value):
            return f'<c r="{place}" t="str"><f>A1</f><v>{escape(value)}</v></c>'
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        case _:
            return f'<c r="{place}"><v>{cell}</v></c>'


def parts_of(sheets: dict[str, str]) -> dict[str, str]:
    """The parts of a workbook, by name."""
    numbered = list(enumerate(sheets.items(), 1))
    names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, (n, _) in numbered)
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i, _ in numbered
    )
    links += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    start = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f"{_RELS}{start}</Relationships>",
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{names}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f"{_RELS}{links}</Relationships>",
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{i}.xml": xml for i, (_, xml) in numbered},
    }


def write_book(path: Path, rows: Sequence[Sequence[Cell]], name: str = "Blad1") -> Path:
    """A workbook with one sheet."""
    return write_parts(path, parts_of({name: sheet(rows)}))


def write_parts(path: Path, parts: dict[str, str]) -> Path:
    """A workbook of given parts."""
    path.write_bytes(packed(parts))
    return path


def packed(parts: dict[str, str]) -> bytes:
    """Parts as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def lying(data: bytes, name: str, size: int) -> bytes:
    """The same zip, where one part says that it is ``size`` bytes, with a checksum that agrees."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(name)
        with archive.open(name) as file:
            beginning = file.read(size)
    new = struct.pack("<I", zlib.crc32(beginning)), struct.pack("<I", size)
    out = bytearray(data)
    out[part.header_offset + 14 : part.header_offset + 18] = new[0]
    out[part.header_offset + 22 : part.header_offset + 26] = new[1]
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    out[at + 16 : at + 20] = new[0]
    out[at + 24 : at + 28] = new[1]
    return bytes(out)
