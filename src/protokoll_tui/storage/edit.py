"""A block with hand-written comments, changed so that they and the layout around them stay.

The block is taken apart at its headers, down to single records. A record whose own values are
the same keeps its text; one that changed is edited with tomlkit, alone.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from protokoll_tui.domain.tree import post_classes
from protokoll_tui.storage.scan import Chunk, comments, split_chunks
from protokoll_tui.storage.toml_write import is_record_list, render_own, render_pair


@dataclass
class _Piece:
    """A record's own text (with sub-tables that are no records) and the records below it."""

    path: tuple[str, ...]
    text: str
    below: dict[str, list[_Piece]] = field(default_factory=dict)


def edit_block(text: str, old: dict[str, Any], new: dict[str, Any], root: str = "paragraf") -> str:
    """A block's text for ``new`` instead of ``old``; comments stay with what they stand above.

    In: the text, the record it holds (every record with its id) and the record wanted. A comment
    inside a value that is replaced moves above the record; the comments of a removed record go
    with it. The caller checks what the text reads back as.
    """
    piece = _taken_apart(text, root)
    return "".join(_written((root,), piece, old, new))


def _taken_apart(text: str, root: str) -> _Piece:
    chunks = split_chunks(text)
    lead = chunks[0].text
    top = _Piece((root,), lead + chunks[1].text)
    for chunk in chunks[2:]:
        _place(top, chunk)
    return top


def _place(top: _Piece, chunk: Chunk) -> None:
    holder, depth = top, 1
    for name in chunk.path[1:]:
        last = depth == len(chunk.path) - 1
        if last and chunk.array and name in post_classes():
            holder.below.setdefault(name, []).append(_Piece(chunk.path, chunk.text))
            return
        if name not in holder.below:
            break
        holder, depth = holder.below[name][-1], depth + 1
    # A table that is no record: it belongs to the record that its path leads to.
    holder.text += chunk.text


def _written(
    path: tuple[str, ...], piece: _Piece | None, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[str]:
    yield _own_text(path, piece, new)
    below = {} if piece is None else piece.below
    names = [*below, *(k for k, v in new.items() if k not in below and is_record_list(k, v))]
    for name in names:
        known = {
            record["id"]: (part, record)
            for part, record in zip(below.get(name, []), old.get(name, []), strict=False)
        }
        for child in new.get(name, []):
            part, was = known.get(child.get("id", ""), (None, {}))
            yield from _written((*path, name), part, was, child)


def _own_text(path: tuple[str, ...], piece: _Piece | None, new: dict[str, Any]) -> str:
    wanted = {k: v for k, v in new.items() if not is_record_list(k, v)}
    if piece is None:
        return render_own(path, wanted)
    if _own_values(piece.text, path) == wanted:
        return piece.text
    found = comments(piece.text)
    text = _synced(piece.text, path, wanted) if found else None
    if text is None or _own_values(text, path) != wanted:
        text = render_own(path, wanted)
    return _with_lost(text, found)


def _own_values(text: str, path: tuple[str, ...]) -> dict[str, Any] | None:
    try:
        table: Any = tomllib.loads(text)
        for name in path[:-1]:
            table = table[name]
        values = table[path[-1]][0]
    except (tomllib.TOMLDecodeError, LookupError, TypeError):
        return None
    return values if isinstance(values, dict) else None


def _synced(text: str, path: tuple[str, ...], wanted: dict[str, Any]) -> str | None:
    """The piece with its keys as wanted, through tomlkit; None where tomlkit cannot."""
    try:
        document = tomlkit.parse(text)
        table: Any = document
        for name in path[:-1]:
            table = table[name]
        table = table[path[-1]][0]
        now = table.unwrap()
        for key in now:
            if key not in wanted:
                del table[key]
        for key, value in wanted.items():
            if key not in now or now[key] != value:
                table[key] = tomlkit.parse(render_pair(key, value))[key]
        return tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError):
        return None


def _with_lost(text: str, before: tuple[str, ...]) -> str:
    """Comments that the edit dropped, put above the record."""
    lost = Counter(before) - Counter(comments(text))
    if not lost:
        return text
    lines = []
    for comment in before:
        if lost[comment] > 0:
            lost[comment] -= 1
            lines.append(f"{comment}\n")
    return "\n" + "".join(lines) + text.lstrip("\n")
