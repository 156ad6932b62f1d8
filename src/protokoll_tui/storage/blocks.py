"""A meeting file as text blocks: the head and one per §. Only what changed is written anew."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from protokoll_tui.domain.coding import encode
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.storage import texter
from protokoll_tui.storage.canonical import content_hash
from protokoll_tui.storage.errors import InterntFel
from protokoll_tui.storage.scan import Chunk, comments, split_chunks
from protokoll_tui.storage.toml_write import render_document, render_record

HISTORIK = "historik"
"""The table of the head that is this room's own: what the file contains of each log."""


@dataclass(frozen=True)
class Block:
    """A § as text. ``plain`` is what the text says (with every id), ``post`` the record that it
    stands for (None: the text must be written anew), ``hash`` that of its content."""

    text: str
    plain: dict[str, Any]
    post: Paragraf | None
    hash: str


@dataclass(frozen=True)
class Head:
    """What stands before the §§, without ``[historik]``; ``lead`` is the comments above that."""

    text: str
    plain: dict[str, Any]
    lead: str = ""


@dataclass(frozen=True)
class Parts:
    """A file's text split: the head's, that of ``[historik]``, one per §."""

    head: str
    historik: str
    paragraf: tuple[str, ...]


def split_blocks(text: str) -> Parts:
    """Split a file's text. Tables of the meeting that stand among the §§ move to the head."""
    head, historik, found = [], [], list[list[str]]()
    for chunk in split_chunks(text):
        if chunk.path == ("paragraf",) and chunk.array:
            found.append([chunk.text])
        elif chunk.path[:1] == ("paragraf",) and found:
            found[-1].append(chunk.text)
        elif chunk.path[:1] == (HISTORIK,):
            historik.append(chunk.text)
        else:
            head.append(_ended(chunk))
    return Parts("".join(head), "".join(historik), tuple("".join(part) for part in found))


def _ended(chunk: Chunk) -> str:
    return chunk.text if not chunk.text or chunk.text.endswith("\n") else chunk.text + "\n"


def parse_parts(parts: Parts) -> dict[str, Any] | None:
    """The values of a split text, read block by block; None when the blocks do not add up."""
    try:
        table = tomllib.loads(parts.head)
        historik = tomllib.loads(parts.historik)
        paragraf = [tomllib.loads(text)["paragraf"] for text in parts.paragraf]
    except (tomllib.TOMLDecodeError, KeyError):
        return None
    if "paragraf" in table or HISTORIK in table or any(len(p) != 1 for p in paragraf):
        return None
    return {**table, **historik, "paragraf": [p[0] for p in paragraf]}


def join_blocks(head: Head, historik: str, blocks: Sequence[Block]) -> str:
    """The text of a file."""
    return "".join((head.text, historik, *(block.text for block in blocks)))


def _edited(text: str, before: dict[str, Any], after: dict[str, Any]) -> str:
    # Few blocks have comments: tomlkit (10 ms to import) is loaded for the first that has.
    from protokoll_tui.storage.edit import edit_block

    return edit_block(text, before, after)


def render_head(head: Head | None, plain: dict[str, Any]) -> Head:
    """The head for ``plain``: the same text where the values are the same, comments kept."""
    if head is not None and head.plain == plain and head.text:
        return head
    if head is None or not comments(head.text):
        text = render_document(plain)
        return Head(text, plain, "" if head is None else head.lead)
    # The head is edited as if it were a record without a header of its own.
    mark = "[[paragraf]]\n"
    text = _edited(mark + head.text, head.plain, plain)
    text = text.replace(mark, "", 1).lstrip("\n")
    if tomllib.loads(text) != plain:
        text = "".join(f"{c}\n" for c in comments(head.text)) + render_document(plain)
    return Head(text, plain, head.lead)


def render_block(old: Block | None, post: Paragraf) -> Block:
    """The block of a §: the old one where nothing changed, else written anew and read back.

    Raises ``InterntFel`` when it does not read back as the same values.
    """
    if old is not None and old.post is post:
        return old
    plain = encode(post)
    if old is not None and old.post is not None and old.plain == plain:
        return Block(old.text, old.plain, post, old.hash)
    if old is not None and comments(old.text):
        text = _edited(old.text, old.plain, plain)
        if _reads_as(text, plain):
            return Block(text, plain, post, content_hash(plain))
    text = _kept_comments(old) + render_record(("paragraf",), plain)
    if not _reads_as(text, plain):
        raise InterntFel(texter.internal_mismatch(post.id))
    return Block(text, plain, post, content_hash(plain))


def _kept_comments(old: Block | None) -> str:
    found = comments(old.text) if old is not None else ()
    return "\n" + "".join(f"{comment}\n" for comment in found) if found else ""


def _reads_as(text: str, plain: dict[str, Any]) -> bool:
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return set(read) == {"paragraf"} and read["paragraf"] == [plain]
