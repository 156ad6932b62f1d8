"""A meeting file read and written: bytes, text blocks, records, and what it holds of the logs."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from protokoll_tui.domain.coding import Marke, decode, encode
from protokoll_tui.domain.ids import with_ids
from protokoll_tui.domain.records import Varde
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import reason
from protokoll_tui.storage.blocks import (
    HISTORIK,
    Block,
    Head,
    Parts,
    join_blocks,
    parse_parts,
    render_block,
    render_head,
    split_blocks,
)
from protokoll_tui.storage.canonical import content_hash
from protokoll_tui.storage.errors import FelKodning, KanInteLasa, TomFil, TrasigFil
from protokoll_tui.storage.historik import (
    Historik,
    historik_from,
    render_historik,
    whole_hash,
)
from protokoll_tui.storage.scan import comments

V = TypeVar("V", bound=Varde)

_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True)
class Signature:
    """What a cheap look at a file tells: two that differ may still hold the same bytes."""

    mtime_ns: int
    size: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> Signature:
        """Of the file now. Raises OSError."""
        info = path.stat()
        return cls(info.st_mtime_ns, info.st_size, info.st_ino)


@dataclass(frozen=True)
class Image:
    """A meeting as text blocks; ``data`` is the file."""

    head: Head
    blocks: tuple[Block, ...]
    historik: Historik
    data: bytes


@dataclass(frozen=True)
class Loaded:
    """A meeting as read. ``marken`` are values that could not be read, ``nya_id`` the places of
    records that got an id now, ``omskriven`` whether the layout could not be followed."""

    state: Sammantrade
    image: Image
    historik: Historik
    marken: tuple[Marke, ...]
    nya_id: tuple[str, ...]
    omskriven: bool
    innehall: str


def read_bytes(path: Path) -> tuple[bytes, Signature]:
    """A file's bytes, opened, read and closed at once. Raises ``KanInteLasa``."""
    try:
        signature = Signature.of(path)
        return path.read_bytes(), signature
    except OSError as error:
        gone = isinstance(error, FileNotFoundError) and path.parent.is_dir()
        why = texter.NO_FILE if gone else texter.unopened(reason(error, reading=True))
        raise KanInteLasa(why, str(path)) from error


def load(path: Path) -> Loaded:
    """Read a meeting file. Raises ``KanInteLasa``, ``FelKodning``, ``TomFil`` or ``TrasigFil``."""
    return parse(read_bytes(path)[0], path)


def parse(data: bytes, path: Path) -> Loaded:
    """A meeting from a file's bytes; ``path`` is for messages only. Raises as ``load``."""
    text = meeting_text(data, path)
    parts = split_blocks(text)
    table = parse_parts(parts)
    retyped = table is None
    if table is None:
        table = parse_toml(text, path)
        parts = Parts("", "", ())
    historik = historik_from(table.pop(HISTORIK, None))
    filled, places = with_ids(table)
    marken: list[Marke] = []
    state = decode(Sammantrade, filled, path.name, marken)
    image = _image_of(parts, table, filled, state, historik, data)
    content = _content(state, image.blocks)
    return Loaded(state, image, historik, tuple(marken), tuple(places), retyped, content)


def _image_of(
    parts: Parts,
    table: dict[str, Any],
    filled: dict[str, Any],
    state: Sammantrade,
    historik: Historik,
    data: bytes,
) -> Image:
    own = {key: value for key, value in table.items() if key != "paragraf"}
    lead = "".join(f"{comment}\n" for comment in comments(parts.historik))
    head = Head(parts.head, own, lead and "\n" + lead)
    rows = zip(parts.paragraf, table.get("paragraf", []), filled.get("paragraf", []), strict=False)
    blocks = tuple(
        Block(text, given, post if raw == given else None, content_hash(encode(post)))
        for (text, raw, given), post in zip(rows, state.paragraf, strict=False)
    )
    return Image(head, blocks, historik, data)


def head_plain(state: Sammantrade) -> dict[str, Any]:
    """The meeting's own values, without its §§; the format's number always stands first."""
    return {"format": state.format, **encode(replace(state, paragraf=()))}


def content_of(state: Sammantrade) -> str:
    """The hash of what a meeting says, as ``Historik.innehall`` keeps it."""
    return _content(state, ())


def _content(state: Sammantrade, blocks: Sequence[Block]) -> str:
    if len(blocks) == len(state.paragraf):
        hashes = [block.hash for block in blocks]
    else:
        hashes = [content_hash(encode(post)) for post in state.paragraf]
    return whole_hash(content_hash(head_plain(state)), hashes)


def decode_text(data: bytes, path: Path) -> str:
    """The text of a file: UTF-8 with or without BOM, any line ends. Raises ``FelKodning``."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        shift = len(data) - len(data.removeprefix(codecs.BOM_UTF8))
        raise FelKodning(path, data, error.start + shift) from error
    text = text.replace("\r\n", "\n")
    return text if not text or text.endswith("\n") else text + "\n"


def meeting_text(data: bytes, path: Path) -> str:
    """The text of a meeting file. Raises ``FelKodning``, and ``TomFil`` where there is none.

    A disk that lost its power may leave NULs in place of what was written.
    """
    text = decode_text(data, path)
    if not text.strip("\0 \t\r\n"):
        raise TomFil(path)
    return text


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """The values of a TOML text. Raises ``TrasigFil`` with line and column."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        from protokoll_tui.storage.toml_faults import in_swedish

        words = str(error)
        place = _PLACE.search(words)
        at = place.groups() if place else (None, None)
        row, column = int(at[0] or text.count("\n") + 1), int(at[1] or 1)
        why = in_swedish(_PLACE.sub("", words).strip())
        broken = TrasigFil(texter.broken_toml(why), path, text, row, column)
        broken.fel = why
        raise broken from error


def render(image: Image | None, state: Sammantrade, historik: Historik) -> Image:
    """The file for a state: only the blocks of changed §§ are written anew and read back.

    ``historik.innehall`` is set here. Raises ``InterntFel`` when a block does not read back.
    """
    plain = head_plain(state)
    head = render_head(image.head if image else None, plain)
    known = {block.plain["id"]: block for block in image.blocks} if image else {}
    blocks = tuple(render_block(known.get(post.id), post) for post in state.paragraf)
    content = whole_hash(content_hash(plain), (block.hash for block in blocks))
    stamped = Historik(historik.logg, content)
    text = join_blocks(head, render_historik(stamped, head.lead), blocks)
    return Image(head, blocks, stamped, text.encode("utf-8"))


def cleaned(state: Sammantrade, before: Sammantrade) -> Sammantrade:
    """A state as it reads after a save and a load: every changed text is clean.

    §§ that are the same objects as in ``before`` are taken as clean.
    """
    known = {id(post) for post in before.paragraf}
    paragraf = tuple(p if id(p) in known else _as_read(p) for p in state.paragraf)
    own = replace(state, paragraf=())
    return replace(_as_read(own), paragraf=paragraf)


def _as_read(record: V) -> V:
    read = decode(type(record), encode(record), "", [])
    return record if read == record else read
