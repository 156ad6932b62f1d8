"""kommun.toml: found beside a meeting or above it, and read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from protokoll_tui.domain.coding import Marke, decode
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.storage import texter
from protokoll_tui.storage.errors import KanInteLasa, TrasigFil
from protokoll_tui.storage.meeting_file import decode_text, parse_toml, read_bytes
from protokoll_tui.storage.scan import split_chunks

NAME = "kommun.toml"
PARENTS = 3


@dataclass(frozen=True)
class KommunFil:
    """The municipality of a meeting; ``path`` None and an empty one where no file is found.

    ``text`` is the file as read, for the lines of its tables.
    """

    kommun: Kommun
    path: Path | None
    marken: tuple[Marke, ...]
    notiser: tuple[str, ...]
    text: str = ""


def find_kommun(meeting: Path) -> Path | None:
    """kommun.toml beside the meeting file or in up to three folders above it."""
    folders = [meeting.parent, *meeting.parent.parents][: PARENTS + 1]
    return next((p for folder in folders if (p := folder / NAME).is_file()), None)


def load_kommun(meeting: Path) -> KommunFil:
    """Read the municipality of a meeting. Raises nothing: a meeting opens without it too.

    A value that cannot be read gives a mark.
    """
    path = find_kommun(meeting.absolute())
    if path is None:
        return KommunFil(Kommun(), None, (), (texter.NO_KOMMUN,))
    try:
        return read_kommun(path)
    except (KanInteLasa, TrasigFil) as error:
        why = error.fel if isinstance(error, TrasigFil) else error.message
        return KommunFil(Kommun(), path, (), (texter.kommun_broken(error.plats, why),))


def read_kommun(path: Path) -> KommunFil:
    """Read a roster. Raises ``KanInteLasa``, ``FelKodning`` or ``TrasigFil``."""
    text = decode_text(read_bytes(path)[0], path)
    marken: list[Marke] = []
    kommun = decode(Kommun, parse_toml(text, path), path.name, marken)
    return KommunFil(kommun, path, tuple(marken), (), text)


def table_lines(text: str) -> dict[tuple[str, int], int]:
    """The line of each ``[[list]]`` header of a file, by list and place in it, both from 1."""
    counts: Counter[str] = Counter()
    lines: dict[tuple[str, int], int] = {}
    before = 0
    for chunk in split_chunks(text):
        if chunk.array and len(chunk.path) == 1:
            counts[chunk.path[0]] += 1
            lines[chunk.path[0], counts[chunk.path[0]]] = before + _header_line(chunk.text)
        before += chunk.text.count("\n")
    return lines


def _header_line(text: str) -> int:
    """The line of a chunk on which its header stands: the comments above it belong to it."""
    rows = text.split("\n")
    return next(nr for nr, row in enumerate(rows, 1) if row.lstrip().startswith("["))
