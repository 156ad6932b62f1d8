"""Lines that became no entries, kept on this computer: one file per window and meeting.

A window that is gone, closed or killed, leaves its file to the next one that opens the meeting.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from protokoll_tui.domain.clean import clean
from protokoll_tui.storage.atomic import REAL_FS, FileSystem, write_atomic
from protokoll_tui.storage.drafts import draft_folder, pack, unpack
from protokoll_tui.storage.lock import pid_alive
from protokoll_tui.storage.state_dir import file_key

_NOBODY = 0


@dataclass(frozen=True)
class Undanlagd:
    """A line, the id of the § it was typed in ("" = none), and whether its writer wiped it."""

    text: str
    paragraf: str = ""
    tomd: bool = False


def new_window() -> str:
    """A name for a window of this program: whose it is, and which."""
    return _window(os.getpid())


def _window(pid: int) -> str:
    return f"{pid}-{os.urandom(4).hex()}"


def _path(meeting_id: str, window: str, folder: Path | None) -> Path:
    return draft_folder(folder) / f"{file_key(meeting_id)}.{window}.rader"


def save_lines(
    meeting_id: str,
    window: str,
    lines: tuple[Undanlagd, ...],
    folder: Path | None = None,
    fs: FileSystem = REAL_FS,
) -> None:
    """Keep the lines of a window, oldest first. Raises OSError or ``KanInteSpara``."""
    path = _path(meeting_id, window, folder)
    if not lines:
        path.unlink(missing_ok=True)
        return
    fs.mkdir(path.parent)
    rows = [asdict(line) | {"text": clean(line.text)} for line in lines]
    write_atomic(path, pack(rows), fs)


def leave_lines(meeting_id: str, window: str, folder: Path | None = None) -> None:
    """The window closes: its lines are for the next one. Raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        _path(meeting_id, window, folder).rename(_path(meeting_id, _window(_NOBODY), folder))


def adopt_lines(
    meeting_id: str,
    window: str,
    folder: Path | None = None,
    alive: Callable[[int], bool] = pid_alive,
) -> tuple[Undanlagd, ...]:
    """Make the lines of windows that are gone this window's own, each once, oldest first.

    Raises OSError or ``KanInteSpara``; then they are left for another time.
    """
    # By renaming first: of two windows that open at the same time one gets each file.
    claimed = [_claimed(path, folder, meeting_id) for path in _left(meeting_id, folder, alive)]
    files = [path for path in claimed if path is not None]
    lines = tuple(dict.fromkeys(line for path in files for line in _lines(path)))
    if lines:
        save_lines(meeting_id, window, lines, folder)
    for path in files:
        path.unlink(missing_ok=True)
    return lines


def _left(meeting_id: str, folder: Path | None, alive: Callable[[int], bool]) -> list[Path]:
    found = draft_folder(folder).glob(f"{file_key(meeting_id)}.*.rader")
    return sorted((path for path in found if not _owned(path, alive)), key=_age)


def _owned(path: Path, alive: Callable[[int], bool]) -> bool:
    pid = path.suffixes[-2].removeprefix(".").partition("-")[0] if len(path.suffixes) > 1 else ""
    return pid.isdecimal() and int(pid) != _NOBODY and alive(int(pid))


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _claimed(path: Path, folder: Path | None, meeting_id: str) -> Path | None:
    ours = _path(meeting_id, new_window(), folder)
    try:
        path.rename(ours)
    except FileNotFoundError:
        return None
    return ours


def _lines(path: Path) -> Iterator[Undanlagd]:
    rows = unpack(path)
    for row in rows if isinstance(rows, list) else ():
        with contextlib.suppress(KeyError, TypeError):
            yield Undanlagd(str(row["text"]), str(row["paragraf"]), bool(row["tomd"]))
