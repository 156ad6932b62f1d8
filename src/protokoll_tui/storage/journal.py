"""Where log lines go: the meeting's folder, else this computer, else memory for the time being."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import FULL, FileSystem, Reserve, reason
from protokoll_tui.storage.errors import KanInteAngra
from protokoll_tui.storage.historik import Spets
from protokoll_tui.storage.log import (
    Entry,
    Problem,
    Rad,
    ReadLog,
    Skada,
    head_problems,
    make_line,
    purge,
)
from protokoll_tui.storage.log_file import LogFile, log_path
from protokoll_tui.storage.queue import note_place, orphans, queue_file


class Plats(StrEnum):
    """Where the newest lines are."""

    MAPP = "mapp"
    LOKALT = "lokalt"
    MINNE = "minne"


class Journal:
    """This installation's log of one meeting, with what waits to be written to it."""

    def __init__(
        self, meeting: Path, id: str, installation: str, folder: Path, fs: FileSystem
    ) -> None:
        self.installation = installation
        self.lines: list[Rad] = []
        self.notiser: list[str] = []
        self.skal = ""
        self._meeting, self._id, self._folder = meeting, id, folder
        self._log = LogFile(log_path(meeting, id, installation), fs)
        self._queue = queue_file(folder, meeting, id, fs)
        self._reserve = Reserve(folder)
        self._waiting: list[Rad] = []
        self._unsaved: list[Rad] = []
        self._head = Spets()

    @property
    def head(self) -> Spets:
        """The newest line, written or waiting."""
        return self._head

    @property
    def waits(self) -> bool:
        """Whether lines wait for the meeting's folder."""
        return bool(self._waiting or self._unsaved)

    @property
    def unsaved(self) -> bool:
        """Whether lines are nowhere but in memory."""
        return bool(self._unsaved)

    def open(self, contained: Spets) -> None:
        """Read log and queue. ``contained`` is the newest line in the meeting file.

        What is wrong is told in ``notiser``; nothing is raised.
        """
        log: ReadLog | None = None
        try:
            log = self._log.read()
            self.lines = list(log.lines)
        except OSError as error:
            self.notiser.append(texter.unread_log(reason(error, reading=True)))
        self._head = self.lines[-1].head if self.lines else Spets()
        self._read_queue(contained)
        if log is not None:
            self._note(log, contained)
        if self._head.nr < contained.nr:
            self._head = contained
        found = orphans(self._folder, self._meeting, self._id)
        self.notiser += [texter.orphan_queue(place) for place in found]

    def _read_queue(self, contained: Spets) -> None:
        try:
            queue = self._queue.read()
        except OSError:
            return
        known = {line.hash for line in self.lines}
        waiting = [line for line in queue.lines if line.hash not in known]
        if not waiting:
            return
        first = Spets(waiting[0].nr - 1, str(waiting[0].huvud.get("forra", "")))
        if first in (self._head, contained) or waiting[-1].head == contained:
            self._waiting = waiting
            self.lines += waiting
            self._head = waiting[-1].head
            return
        self.notiser.append(texter.other_queue(len(waiting)))
        aside = self._queue.path.with_suffix(f".{waiting[0].hash[:8]}.annan")
        with contextlib.suppress(OSError):
            self._queue.path.replace(aside)
            self._queue.read()

    def _note(self, log: ReadLog, contained: Spets) -> None:
        """Say once, in words that mean something to a reader, what is wrong with the log."""
        if not self.lines and contained.nr:
            self.notiser.append(texter.NO_LOG)
        elif problems := [*log.problems, *head_problems(self.lines, contained)]:
            self.notiser.append(_told(log, contained, problems))

    def sync(self) -> None:
        """Learn of lines that another window of this installation has added. Raises nothing."""
        with contextlib.suppress(OSError):
            if not self.waits and self._log.changed():
                fresh = self._log.read()
                if fresh.head.nr >= self._head.nr and fresh.lines:
                    self.lines, self._head = list(fresh.lines), fresh.head

    def add(self, entry: Entry) -> Rad:
        """The next line, in memory; ``push`` writes it."""
        line = make_line(entry, self._head)
        self.lines.append(line)
        self._unsaved.append(line)
        self._head = line.head
        return line

    def push(self) -> Plats:
        """Write all that waits, in order, as near the meeting as it can be. Raises nothing;
        ``skal`` says why it is not in the folder."""
        self.skal = ""
        if not self.waits:
            return Plats.MAPP
        if self._tried(self._to_folder):
            return Plats.MAPP
        why = self.skal
        if not self._unsaved or self._tried(self._to_queue):
            self.skal = why
            return Plats.LOKALT
        return Plats.MINNE

    def _tried(self, write: Callable[[], None]) -> bool:
        for _ in range(2):
            try:
                write()
                return True
            except OSError as error:
                self.skal = reason(error)
                if error.errno not in FULL or not self._reserve.give():
                    return False
        return False

    def _to_folder(self) -> None:
        if not self._meeting.parent.is_dir():
            # The log's own folder may be made anew, a share that is gone may not.
            raise FileNotFoundError(2, texter.FOLDER_GONE)
        self._log.append([*self._waiting, *self._unsaved])
        self._unsaved.clear()
        if self._waiting:
            self._waiting.clear()
            self.notiser.append(texter.QUEUE_FLUSHED)
            # Left behind, its lines are known by their hash at the next opening.
            with contextlib.suppress(OSError):
                self._queue.remove()

    def give_up(self) -> list[Rad]:
        """Let go of what waits, since another window writes the log now. Raises nothing.

        Out: the lines that are neither in the log nor in the queue, which that window reads.
        """
        known: set[str] = set()
        for file in (self._log, self._queue):
            with contextlib.suppress(OSError):
                known |= {line.hash for line in file.read().lines}
        left = [line for line in (*self._waiting, *self._unsaved) if line.hash not in known]
        self._waiting, self._unsaved = [], []
        return left

    def purge(self, numbers: set[int]) -> None:
        """Take the contents of lines away, in the file. Raises OSError, ``KanInteSpara``,
        ``KanInteAngra`` while lines wait."""
        if self.waits:
            raise KanInteAngra(texter.PURGE_WAITS)
        lines = purge(self.lines, numbers)
        self._log.rewrite(lines)
        self.lines = list(lines)

    def _to_queue(self) -> None:
        self._queue.append(self._unsaved)
        note_place(self._queue, self._meeting)
        self._waiting += self._unsaved
        self._unsaved.clear()


def _told(log: ReadLog, contained: Spets, problems: Sequence[Problem]) -> str:
    if all(problem.skada is Skada.HALV for problem in problems):
        return texter.INTERRUPTED
    standing = list(zip(log.rows, log.lines, strict=True))
    saved = max((row for row, line in standing if line.nr <= contained.nr), default=0)
    behind = (log.lines[-1].nr if log.lines else 0) < contained.nr
    lost = {Skada.HALV, Skada.OLASLIG}
    unsure = not behind and any(p.rad > saved for p in problems if p.skada in lost)
    last = max(problem.rad for problem in problems)
    since = next((line.tid for row, line in standing if row > last), "")
    return texter.damaged(_moment(since), unsure)


def _moment(tid: str) -> datetime | None:
    try:
        return datetime.fromisoformat(tid)
    except ValueError:
        return None
