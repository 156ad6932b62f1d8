"""kommun.toml with new and changed tables, everything else as the user wrote it."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from protokoll_tui.domain.coding import decode, encode
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.records import Varde
from protokoll_tui.errors import ProtokollError
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import REAL_FS, FileSystem, reason, write_atomic, write_new
from protokoll_tui.storage.edit import edit_block
from protokoll_tui.storage.errors import FinnsRedan, InterntFel, KanInteSpara, TrasigFil
from protokoll_tui.storage.kommun_file import KommunFil
from protokoll_tui.storage.meeting_file import decode_text, parse_toml, read_bytes
from protokoll_tui.storage.scan import split_chunks
from protokoll_tui.storage.toml_write import render_record, render_value

LISTS = ("organ", "parti", "person", "mandat")


class AndradUnderTiden(ProtokollError):
    """The roster was changed by another since it was read."""


def write_kommun(path: Path, before: KommunFil, after: Kommun, fs: FileSystem = REAL_FS) -> None:
    """Replace a roster; the one that was there stays beside it as ``kommun.toml.bak``.

    In: the file, the roster as it was read from it (``path`` None = there was no file), and the
    roster wanted, whose tables stand in the same order with new ones last. What would be written
    is read back first. Raises ProtokollError; the file is then as it was.
    """
    if after == before.kommun:
        return
    text = roster_text(before.text or texter.NEW_KOMMUN, before.kommun, after, path)
    try:
        if before.path is None:
            fs.mkdir(path.parent)
            write_new(path, text.encode(), fs)
            return
        old = read_bytes(path)[0]
        if decode_text(old, path) != before.text:
            raise AndradUnderTiden(texter.KOMMUN_CHANGED, path.name)
        write_atomic(path.with_name(f"{path.name}.bak"), old, fs)
        write_atomic(path, _as_before(text, old), fs)
    except FileExistsError as error:
        raise FinnsRedan(texter.exists_already(path.name), str(path.parent)) from error
    except OSError as error:
        raise KanInteSpara(reason(error), path) from error


def _as_before(text: str, old: bytes) -> bytes:
    """The text with the mark and the line ends of the file that it replaces."""
    if old.count(b"\r\n") * 2 > old.count(b"\n"):
        text = text.replace("\n", "\r\n")
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()


def roster_text(text: str, before: Kommun, after: Kommun, path: Path) -> str:
    """A roster's text for ``after`` in place of ``before``. Raises ``InterntFel``."""
    for attempt in (_in_text, _in_document):
        new = attempt(text, before, after)
        if new is not None and _reads_as(new, after, path):
            return new
    raise InterntFel(texter.internal_mismatch(path.name), str(path))


def _reads_as(text: str, wanted: Kommun, path: Path) -> bool:
    try:
        return decode(Kommun, parse_toml(text, path), path.name, []) == wanted
    except TrasigFil:
        return False


def _in_text(text: str, before: Kommun, after: Kommun) -> str | None:
    """The text with only the tables touched that differ."""
    parts = _records(text)
    for name in LISTS:
        old, new = _values(before, name), _values(after, name)
        mine = [at for at, (lista, _) in enumerate(parts) if lista == name]
        if len(mine) != len(old):
            return None
        for at, was, now in zip(mine, old, new, strict=False):
            if was != now:
                parts[at] = name, edit_block(parts[at][1], encode(was), encode(now), name)
        added = [(name, render_record((name,), encode(value))) for value in new[len(old) :]]
        last = mine[-1] + 1 if mine else len(parts)
        parts[last:last] = added
    return "".join(part for _, part in parts)


def _values(kommun: Kommun, name: str) -> Sequence[Varde]:
    values: Sequence[Varde] = getattr(kommun, name)
    return values


def _records(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with its list: a record with what lies below it, or "" for other."""
    parts: list[tuple[str, str]] = []
    for chunk in split_chunks(text):
        if chunk.array and len(chunk.path) == 1 and chunk.path[0] in LISTS:
            parts.append((chunk.path[0], chunk.text))
        elif parts and len(chunk.path) > 1 and chunk.path[0] == parts[-1][0]:
            parts[-1] = parts[-1][0], parts[-1][1] + chunk.text
        else:
            parts.append(("", chunk.text))
    return parts


def _in_document(text: str, before: Kommun, after: Kommun) -> str | None:
    """The same through tomlkit, for a roster whose tables stand inline."""
    try:
        document: Any = tomlkit.parse(text)
        for name in LISTS:
            old, new = _values(before, name), _values(after, name)
            if name not in document:
                document[name] = tomlkit.array()
            for at, value in enumerate(new):
                table = tomlkit.parse(f"x = {render_value(encode(value))}")["x"]
                if at >= len(old):
                    document[name].append(table)
                elif value != old[at]:
                    document[name][at] = table
        return tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError):
        return None
