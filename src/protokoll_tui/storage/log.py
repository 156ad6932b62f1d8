"""The event log's lines: what was entered, chained so that a change is seen.

One file per installation and meeting, ``<stem>.logg/<meeting>.<installation>.jsonl`` beside the
meeting file, so that two machines never add to the same file. A line is a header and a content:

    {"huvud": {"nr": 12, …, "forra": hash of the header before, "innehall": hash of the content},
     "hash": hash of this header, "innehall": {"salt": …, "rad": …, "handelser": […], "rader": […]}}

The chain runs over headers only, so a content can be purged (null) without breaking it, and the
salt keeps a short secret content from being guessed from its hash. Change *detection*, not proof:
one who may write can compute a whole new chain; the hash in the meeting file and in the printed
protocol is what shows that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from protokoll_tui.domain.changes import WHOLE, Patch, patch_from_plain, patch_to_plain, touched
from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.coding import from_json, to_json
from protokoll_tui.storage.canonical import canonical_json, json_hash
from protokoll_tui.storage.historik import Spets


@dataclass(frozen=True)
class Rad:
    """A line of the log. ``innehall`` is None when it is purged."""

    huvud: Mapping[str, Any]
    innehall: Mapping[str, Any] | None
    hash: str

    @property
    def nr(self) -> int:
        """Its number, counted from 1 in each installation's log."""
        return int(self.huvud["nr"])

    @property
    def head(self) -> Spets:
        """The line as the newest one of its log."""
        return Spets(self.nr, self.hash)

    @property
    def slag(self) -> str:
        """What kind of entry it is."""
        return str(self.huvud.get("slag", ""))

    @property
    def tid(self) -> str:
        """When it was made, ISO 8601."""
        return str(self.huvud.get("tid", ""))

    @property
    def angrar(self) -> int:
        """The number of the line that this one takes back, or 0."""
        return int(self.huvud.get("angrar") or 0)

    @property
    def gor_om(self) -> int:
        """The number of the line that this one does again, or 0."""
        return int(self.huvud.get("gor_om") or 0)

    @property
    def sparr(self) -> bool:
        """Whether undo stops here."""
        return bool(self.huvud.get("sparr"))

    @property
    def patch(self) -> Patch:
        """What it changed; nothing when it is purged. Raises nothing on rows of another shape."""
        try:
            return patch_from_plain(from_json((self.innehall or {}).get("rader", [])))
        except (ValueError, TypeError):
            return ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that it was about: those it laid first, then others that it changed."""
        laid = (a.id for a in self.patch if a.falt == WHOLE and a.fore is None)
        return tuple(dict.fromkeys((*laid, *self.huvud.get("ids", ()))))


@dataclass(frozen=True)
class Entry:
    """What a line is made from."""

    tid: datetime
    vem: str
    dator: str
    slag: str
    patch: Patch = ()
    rad: str = ""
    handelser: tuple[Mapping[str, Any], ...] = ()
    angrar: int = 0
    gor_om: int = 0
    foraldrar: Mapping[str, Spets] = field(default_factory=dict)
    sparr: bool = False
    krockar: Patch = ()


class Skada(StrEnum):
    """What is wrong with a line: it is cut off, no line, its header or its content was changed,
    it does not follow the one before; or the log ends too early, or holds another line than the
    meeting file was written from."""

    HALV = "halv"
    OLASLIG = "oläslig"
    HUVUD = "huvud"
    INNEHALL = "innehåll"
    KEDJA = "kedja"
    AVKORTAD = "avkortad"
    ANNAN = "annan"


@dataclass(frozen=True)
class Problem:
    """Something wrong in a log; ``rad`` is the line of the file, from 1."""

    rad: int
    skada: Skada


def make_line(entry: Entry, before: Spets) -> Rad:
    """The line that follows ``before`` in the chain."""
    content = _content(entry)
    head: dict[str, Any] = {
        "nr": before.nr + 1,
        "tid": entry.tid.isoformat(timespec="seconds"),
        "vem": clean(entry.vem),
        "dator": clean(entry.dator),
        "slag": entry.slag,
        "ids": list(touched(entry.patch)),
        "angrar": entry.angrar or None,
        "gor_om": entry.gor_om or None,
        "foraldrar": {name: [h.nr, h.hash] for name, h in sorted(entry.foraldrar.items())},
        "sparr": entry.sparr,
        "forra": before.hash,
        "innehall": json_hash(content),
    }
    return Rad(head, content, json_hash(head))


def _content(entry: Entry) -> dict[str, Any]:
    content: dict[str, Any] = {
        "salt": os.urandom(16).hex(),
        "rad": entry.rad,
        "handelser": list(entry.handelser),
        "rader": patch_to_plain(entry.patch),
    }
    if entry.krockar:
        content["krockar"] = patch_to_plain(entry.krockar)
    cleaned: dict[str, Any] = _cleaned(to_json(content))
    return cleaned


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return {clean(str(key)): _cleaned(part) for key, part in value.items()}
    return value


def print_line(line: Rad) -> bytes:
    """A line as it stands in the file, line break included. ``read_line`` reads it back."""
    whole = {"huvud": line.huvud, "hash": line.hash, "innehall": line.innehall}
    return canonical_json(whole).encode("utf-8") + b"\n"


def read_line(data: bytes) -> Rad | None:
    """The line behind a row of a file; None when it is no line, or cut off."""
    try:
        whole = json.loads(data)
        head, content = whole["huvud"], whole["innehall"]
        line = Rad(head, content, whole["hash"])
        fits = (
            isinstance(head, dict)
            and (content is None or isinstance(content, dict))
            and isinstance(line.hash, str)
            and line.nr > 0
            and line.angrar >= 0
            and line.gor_om >= 0
        )
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        return None
    return line if fits else None


@dataclass(frozen=True)
class ReadLog:
    """A log as read: its lines that can be used, what is wrong, and where adding goes on.

    ``good`` is the length in bytes of what is to stay (a half last line is cut off there);
    ``ended`` tells whether that ends with a line break. ``rows`` are the lines of the file that
    the usable ones stand on.
    """

    lines: tuple[Rad, ...] = ()
    problems: tuple[Problem, ...] = ()
    good: int = 0
    ended: bool = True
    rows: tuple[int, ...] = ()

    @property
    def head(self) -> Spets:
        """The newest line."""
        return self.lines[-1].head if self.lines else Spets()


def read_log(data: bytes) -> ReadLog:
    """Read a whole log. A half last line and bad ones in the middle are left out, and told."""
    rows = data.split(b"\n")
    tail = rows.pop()
    lines: list[tuple[int, Rad]] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        line = read_line(row)
        if line is not None:
            lines.append((number, line))
        elif row.strip():
            problems.append(Problem(number, Skada.OLASLIG))
    last = read_line(tail) if tail else None
    if last is not None:
        lines.append((len(rows) + 1, last))
    elif tail:
        problems.append(Problem(len(rows) + 1, Skada.HALV))
    good = len(data) if last is not None else len(data) - len(tail)
    problems += verify_numbered(lines)
    usable = tuple(line for _, line in lines)
    standing = tuple(number for number, _ in lines)
    return ReadLog(usable, tuple(problems), good, last is None, standing)


def verify(lines: Sequence[Rad], expected: Spets | None = None) -> list[Problem]:
    """What is wrong with a chain of lines: changed headers, changed contents, gaps, a cut tail.

    ``expected`` is the newest line that the meeting file says it contains.
    """
    problems = verify_numbered(list(enumerate(lines, 1)))
    return problems if expected is None else problems + head_problems(lines, expected)


def head_problems(lines: Sequence[Rad], expected: Spets) -> list[Problem]:
    """Whether the newest line that the meeting file says it contains is missing or another."""
    if expected.nr == 0:
        return []
    known = {line.nr: line.hash for line in lines}
    last = lines[-1].nr if lines else 0
    if last < expected.nr:
        return [Problem(len(lines), Skada.AVKORTAD)]
    if known.get(expected.nr) != expected.hash:
        return [Problem(expected.nr, Skada.ANNAN)]
    return []


def verify_numbered(lines: Sequence[tuple[int, Rad]]) -> list[Problem]:
    """``verify`` for lines with the number of the row that each stands on."""
    problems: list[Problem] = []
    before = Spets()
    for number, line in lines:
        if json_hash(line.huvud) != line.hash:
            problems.append(Problem(number, Skada.HUVUD))
        if line.innehall is not None and json_hash(line.innehall) != line.huvud.get("innehall"):
            problems.append(Problem(number, Skada.INNEHALL))
        if line.huvud.get("forra") != before.hash or line.nr != before.nr + 1:
            problems.append(Problem(number, Skada.KEDJA))
        before = line.head
    return problems


def purge(lines: Sequence[Rad], numbers: set[int]) -> tuple[Rad, ...]:
    """The lines with the contents of some taken away (gallring); the chain still holds."""
    return tuple(Rad(r.huvud, None, r.hash) if r.nr in numbers else r for r in lines)
