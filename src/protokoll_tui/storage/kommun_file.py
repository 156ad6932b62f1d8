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

NAME = "kommun.toml"
PARENTS = 3


@dataclass(frozen=True)
class KommunFil:
    """The municipality of a meeting; ``path`` None and an empty one where no file is found."""

    kommun: Kommun
    path: Path | None
    marken: tuple[Marke, ...]
    notiser: tuple[str, ...]


def find_kommun(meeting: Path) -> Path | None:
    """kommun.toml beside the meeting file or in up to three folders above it."""
    folders = [meeting.parent, *meeting.parent.parents][: PARENTS + 1]
    return next((p for folder in folders if (p := folder / NAME).is_file()), None)


def load_kommun(meeting: Path) -> KommunFil:
    """Read the municipality of a meeting. Raises nothing: a meeting opens without it too.

    A value that cannot be read and a signature that two persons share give marks.
    """
    path = find_kommun(meeting.absolute())
    if path is None:
        return KommunFil(Kommun(), None, (), (texter.NO_KOMMUN,))
    try:
        table = parse_toml(decode_text(read_bytes(path)[0], path), path)
    except (KanInteLasa, TrasigFil) as error:
        why = error.fel if isinstance(error, TrasigFil) else error.message
        return KommunFil(Kommun(), path, (), (texter.kommun_broken(error.plats, why),))
    marken: list[Marke] = []
    kommun = decode(Kommun, table, NAME, marken)
    counts = Counter(person.sig for person in kommun.person if person.sig)
    doubles = [Marke(NAME, texter.double_signature(sig)) for sig, n in counts.items() if n > 1]
    return KommunFil(kommun, path, (*marken, *doubles), ())
