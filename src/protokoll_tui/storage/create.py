"""New meeting files, and what lies in a folder of meetings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from protokoll_tui.domain.clean import clean_line
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import REAL_FS, FileSystem, reason, write_new
from protokoll_tui.storage.errors import FinnsRedan, KanInteSpara, TomFil, TrasigFil
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.kommun_file import NAME as KOMMUN
from protokoll_tui.storage.meeting_file import meeting_text, parse_toml, render
from protokoll_tui.storage.scan import split_chunks
from protokoll_tui.storage.toml_faults import UNKNOWN

LONGEST_NAME = 80

_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True)
class Sammanfattning:
    """A meeting in a list. ``rubriker`` leaves out §§ with sekretess; ``fel`` says why a file
    could not be read."""

    path: Path
    id: str = ""
    organ: str = ""
    datum: date | None = None
    antal: int = 0
    rubriker: tuple[str, ...] = ()
    fel: str = ""


def safe_name(text: str) -> str:
    """A text as a file name that every system takes; å, ä and ö stay."""
    name = _FORBIDDEN.sub("-", clean_line(text))
    name = re.sub(r"[\s-]+", "-", name)[:LONGEST_NAME].strip(" .-~")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "sammanträde"


def create_meeting(
    folder: Path,
    organ: str,
    datum: date,
    namn: str = "",
    mall: Sammantrade | None = None,
    fs: FileSystem = REAL_FS,
) -> Path:
    """Make a meeting file; one that is there is never overwritten.

    In: the folder, the organ's id, the date, words for the file's name (else the id), and a
    meeting to start from, which gets a new id. Out: the file. Raises ``FinnsRedan``,
    ``KanInteSpara``.
    """
    path = folder / f"{safe_name(f'{namn or organ} {datum.isoformat()}')}.toml"
    state = replace(mall or Sammantrade(), id=random_id("sammantrade"), organ=organ, datum=datum)
    try:
        fs.mkdir(folder)
        write_new(path, render(None, state, Historik()).data, fs)
    except FileExistsError as error:
        raise FinnsRedan(texter.exists_already(path.name), str(folder)) from error
    except OSError as error:
        raise KanInteSpara(reason(error), path) from error
    return path


def list_meetings(folder: Path) -> list[Sammanfattning]:
    """The meeting files of a folder, newest first. Raises nothing; files without a meeting in
    them (kommun.toml) are left out."""
    try:
        paths = [p for p in folder.glob("*.toml") if p.is_file()]
    except OSError:
        return []
    found = [summary for path in sorted(paths) if (summary := summarize(path)) is not None]
    return sorted(found, key=lambda s: (s.datum or date.min, s.path.name), reverse=True)


def summarize(path: Path) -> Sammanfattning | None:
    """What a list shows of one file, or None when it holds no meeting. Raises nothing."""
    try:
        info = path.stat()
        return _summarize(path, info.st_mtime_ns, info.st_size)
    except OSError as error:
        return Sammanfattning(path, fel=texter.unopened(reason(error, reading=True)))


@lru_cache(maxsize=512)
def _summarize(path: Path, mtime_ns: int, size: int) -> Sammanfattning | None:
    try:
        text = meeting_text(path.read_bytes(), path)
    except TomFil as error:
        return None if path.name == KOMMUN else Sammanfattning(path, fel=error.fel)
    except TrasigFil as error:
        return Sammanfattning(path, fel=texter.fault_in_row(error.rad, error.fel))
    # Only the own values of each § are read, not what lies below them: that is most of the text.
    chunks = split_chunks(text)
    try:
        head = tomllib.loads(chunks[0].text)
        rows = [tomllib.loads(c.text)["paragraf"][0] for c in chunks if c.path == ("paragraf",)]
    except (tomllib.TOMLDecodeError, LookupError):
        return Sammanfattning(path, fel=_fault(text, path))
    if not ("organ" in head or rows):
        return None
    return _summary(path, head, rows)


def _fault(text: str, path: Path) -> str:
    """What is wrong in a text, with its place in the whole of it."""
    try:
        parse_toml(text, path)
    except TrasigFil as error:
        return texter.fault_in_row(error.rad, error.fel)
    return UNKNOWN


def _summary(path: Path, head: dict[str, Any], rows: list[dict[str, Any]]) -> Sammanfattning:
    datum = head.get("datum")
    return Sammanfattning(
        path,
        id=str(head.get("id", "")),
        organ=clean_line(str(head.get("organ", ""))),
        datum=datum if type(datum) is date else None,
        antal=len(rows),
        # Only a plain "false" opens a § to the list: what is not understood stays closed.
        rubriker=tuple(
            clean_line(str(row.get("rubrik", "")))
            for row in rows
            if row.get("sekretess", False) is False
        ),
    )
