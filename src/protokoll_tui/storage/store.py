"""A meeting open for work: every entry durable before it counts, everything can be undone.

An entry goes first to the log, flushed, then into the meeting file, replaced whole. Where one of
them cannot be written the other holds the entry; where neither can, the store keeps it and says so.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from protokoll_tui.domain.changes import Krock, diff, reverse
from protokoll_tui.domain.handelse import Handelse, to_plain
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import REAL_FS, FileSystem
from protokoll_tui.storage.copies import merge_copy
from protokoll_tui.storage.errors import (
    InterntFel,
    KanInteAngra,
    KanInteLasa,
    KanInteSpara,
    Skrivskyddat,
    TrasigFil,
)
from protokoll_tui.storage.foreign import Sammanfort, siblings
from protokoll_tui.storage.historik import Spets
from protokoll_tui.storage.journal import Journal
from protokoll_tui.storage.lock import lock_path
from protokoll_tui.storage.log import Entry, Rad
from protokoll_tui.storage.meeting_file import cleaned, load
from protokoll_tui.storage.merging import Jamforelse, compare
from protokoll_tui.storage.pen import Pen, Who, in_turn
from protokoll_tui.storage.receipt import Kvitto, Status, status_without_file
from protokoll_tui.storage.session import Session, start
from protokoll_tui.storage.state_dir import installation_id, state_folder
from protokoll_tui.storage.steps import Steg, Steps, put_near
from protokoll_tui.storage.versions import keep_last_good, keep_replaced, remove_replaced
from protokoll_tui.storage.writer import Utbytt, Writer


class MeetingStore:
    """One meeting file with its log, lock and queue. Made by ``open``."""

    def __init__(self, session: Session) -> None:
        self.path = session.path
        self.state = session.state
        self.marken = session.marken
        self.notiser: list[str] = list(session.notiser)
        self.krockar = session.krockar
        self.upptagen = session.upptagen
        self.trasig = session.trasig
        self.read_only = session.read_only
        self._session = session
        self._journal: Journal = session.journal
        self._writer: Writer = session.writer
        self.pen = session.pen
        self._steps = Steps(session.journal.lines)
        self._unsaved_file = False
        self._left: list[Rad] = []
        self._open_krockar: list[Krock] = []

    @classmethod
    def open(
        cls,
        path: Path,
        vem: str,
        *,
        clock: Callable[[], datetime] = datetime.now,
        dator: str = "",
        read_only: bool = False,
        folder: Path | None = None,
        fs: FileSystem = REAL_FS,
    ) -> MeetingStore:
        """Open a meeting file.

        In: the file, who works, a clock, the computer's name, whether only to read, the folder
        for local state. Out: the store; ``notiser``, ``marken`` and ``krockar`` say what was
        found. It is read-only when another has it open (``upptagen``), when the file is write
        protected, or when it is broken and the last good version is shown (``trasig``).
        Raises ``KanInteLasa``; ``TrasigFil`` or ``FelKodning`` when there is no good version.
        """
        real = Path(os.path.realpath(path))
        who = Who(vem, dator or socket.gethostname(), clock)
        folder = folder or state_folder()
        pen = Pen(real, who, installation_id(folder), folder, fs)
        with contextlib.nullcontext() if read_only else pen.turn.taken():
            return cls._begun(start(real, who, folder, fs, read_only, pen))

    @classmethod
    def _begun(cls, session: Session) -> MeetingStore:
        store = cls(session)
        if not store.read_only:
            for entry in session.entries:
                store._log(entry)
            if session.entries or session.must_save:
                store._flush()
            keep_last_good(session.path, store._writer.data, session.fs)
        return store

    @in_turn
    def record(
        self,
        before: Sammantrade,
        after: Sammantrade,
        handelser: Iterable[Handelse] = (),
        rad: str = "",
        slag: str = "post",
        sparr: bool = False,
    ) -> Kvitto:
        """Make an entry durable: one log line, then the file.

        In: the meeting before and after, the events between, the line as typed, the kind of
        entry, and whether undo is to stop here. Raises ``Skrivskyddat`` when open for reading.
        """
        self._must_write()
        after = cleaned(after, before)
        patch = diff(before, after)
        krockar: tuple[Krock, ...] = ()
        if before is self.state:
            self.state = after
        else:
            # The caller had not seen a merge: the entry goes onto what holds now.
            self.state, krockar = put_near(self.state, patch)
        events = tuple(to_plain(handelse) for handelse in handelser)
        return self._entered(
            self._session.entry(slag, patch, rad=rad, handelser=events, sparr=sparr), krockar
        )

    @in_turn
    def undo(self) -> Kvitto:
        """Take back my newest live entry, where its values still stand.

        Raises ``KanInteAngra`` (nothing there, a barrier, purged, changed since), ``Skrivskyddat``.
        """
        self._must_write()
        if not self._steps.undo:
            raise KanInteAngra(texter.NOTHING_TO_UNDO)
        step = self._steps.undo[-1]
        if step.rad.sparr:
            raise KanInteAngra(texter.BARRIER)
        return self._reversed(step, self._steps.undo, texter.KIND_UNDO)

    @in_turn
    def redo(self) -> Kvitto:
        """Do again what was undone last. Raises as ``undo``."""
        self._must_write()
        if not self._steps.redo:
            raise KanInteAngra(texter.NOTHING_TO_REDO)
        return self._reversed(self._steps.redo[-1], self._steps.redo, texter.KIND_REDO)

    @property
    def can_undo(self) -> bool:
        """Whether ``undo`` has something to take back."""
        return bool(self._steps.undo) and not self._steps.undo[-1].rad.sparr

    @property
    def can_redo(self) -> bool:
        """Whether ``redo`` has something to do again."""
        return bool(self._steps.redo)

    @property
    def left_free(self) -> bool:
        """Whether the other who had the meeting open has closed it since."""
        return self.upptagen is not None and not lock_path(self.path).exists()

    def lines(self) -> tuple[Rad, ...]:
        """This installation's log, oldest first, what waits included."""
        return tuple(self._journal.lines)

    @property
    def pending(self) -> bool:
        """Whether something waits to be written to the meeting's folder."""
        return self._unsaved_file or self._journal.waits

    @in_turn
    def retry(self) -> Kvitto:
        """Try again to write what waits. Raises ``Skrivskyddat``."""
        self._must_write(saved="")
        return self._flush()

    @in_turn
    def refresh(self) -> Kvitto | None:
        """Take in what somebody else has saved, and save what waits. Raises nothing.

        Out: a receipt when something was, else None. Nothing is written where the file already
        holds all of ours; a reader only follows. Cheap when the file is as we left it: it may be
        called every other second. That somebody has taken the meeting over is told in ``notiser``.
        """
        self._tell_if_lost()
        if self.pending:
            return self._flush()
        if self.trasig is not None or self._left or (theirs := self._theirs()) is None:
            return None
        if not self.read_only:
            found = self._compared(theirs)
            if not found.hel:
                return self._flush()
            self.notiser += [found.notis] if found.patch else []
            self._note_doubles(found.merged)
        self._writer.follow(theirs)
        self.state = theirs.loaded.state
        return self._kvitto(Status.SPARAT)

    @in_turn
    def pulse(self) -> bool:
        """Give the lock's sign of life, every ``lock.PULSE`` seconds. Out: whether we may write.

        That somebody has taken the meeting over is told once in ``notiser``. Raises nothing.
        """
        self._tell_if_lost()
        if not self.read_only:
            self.pen.pulse()
        return not self.read_only

    def take_over(self) -> MeetingStore:
        """The meeting opened for work though ``upptagen`` says that another has it.

        Only when the user has said so. Out: a new store, with what this one could save nowhere;
        still read-only when somebody was faster. Raises as ``open``, and OSError when the folder
        cannot be written.
        """
        session = self._session
        pen = self.pen.fresh()
        with pen.turn.taken():
            if self.upptagen is not None:
                pen.take_over(self.upptagen)
            opened = start(self.path, session.who, session.folder, session.fs, False, pen)
            store = self._begun(opened)
            store._left = self._left
            if self._left and not store.read_only:
                store._take_in_left()
        return store

    def close(self) -> None:
        """Give the lock back and keep this version as the last good one. Raises nothing."""
        if not self.read_only and not self._unsaved_file:
            keep_last_good(self.path, self._writer.data, self._session.fs)
        self.pen.release()

    def siblings(self) -> list[Path]:
        """Other files in the folder with the same meeting, as sync clients leave behind."""
        return siblings(self.path, self.state.id)

    @in_turn
    def merge_copy(self, copy: Path) -> Kvitto:
        """Take in such a copy, and move it to the log folder once everything is saved.

        Out: as ``record``; ``krockar`` also hold what the copy lacks. Raises ``Skrivskyddat``,
        ``KanInteLasa``, ``TrasigFil``, and OSError when the copy cannot be moved.
        """
        self._must_write()
        loaded = load(copy)
        if loaded.state.id != self.state.id:
            raise TrasigFil(texter.OTHER_MEETING, copy, "")
        self._flush()
        ours = self._writer.historik
        merged = merge_copy(self.path, self.state, ours, loaded)
        patch = diff(self.state, merged.state)
        self.state = merged.state
        self._note_doubles(merged)
        parents = self._session.parents(loaded.historik, ours)
        lost = tuple(krock.andring for krock in merged.krockar)
        entry = self._session.entry(texter.KIND_MERGE, patch, foraldrar=parents, krockar=lost)
        kvitto = self._entered(entry, merged.krockar)
        if kvitto.status is Status.SPARAT:
            keep_replaced(self.path, loaded.image.data, self._session.fs)
            copy.unlink()
        return kvitto

    @in_turn
    def purge(self, numbers: set[int]) -> None:
        """Take the contents of log lines away (gallring); the chain still holds.

        Versions kept aside hold them too and are removed. Raises ``Skrivskyddat``, OSError,
        ``KanInteSpara``, ``KanInteAngra`` while lines wait to be written.
        """
        self._must_write()
        self._journal.purge(numbers)
        self._steps = Steps(self._journal.lines)
        remove_replaced(self.path)

    def _note_doubles(self, merged: Sammanfort) -> None:
        if merged.dubbla:
            self.notiser.append(texter.double_numbers(list(merged.dubbla)))

    def _must_write(self, saved: str = texter.NOT_SAVED) -> None:
        if lost := self._lost():
            raise Skrivskyddat(f"{lost} {saved}".strip())
        if self.read_only:
            raise Skrivskyddat(texter.READ_ONLY)
        self._journal.sync()

    def _lost(self) -> str:
        """What to tell where somebody has taken the meeting over since we last looked, else ""."""
        if self.read_only or (other := self.pen.lost_to()) is None:
            return ""
        if self.pending and not self.pen.is_same(other):
            # Our log is ours alone: what waits goes into the file once more, merged with theirs.
            self._flush()
        self._left = self._journal.give_up()
        self._unsaved_file, self.read_only, self.upptagen = False, True, other
        return texter.taken_over(other.vem, other.dator, other.sedan, len(self._left))

    def _tell_if_lost(self) -> None:
        if lost := self._lost():
            self.notiser.append(lost)

    def _take_in_left(self) -> None:
        patch = tuple(change for line in self._left for change in line.patch)
        after, krockar = put_near(self.state, patch)
        kvitto = self.record(self.state, after)
        self.krockar += (*krockar, *kvitto.krockar)
        self._left = []

    def _theirs(self) -> Utbytt | None:
        if not self._writer.touched():
            return None
        try:
            return self._writer.foreign()
        except (OSError, TrasigFil):
            return None

    def _compared(self, theirs: Utbytt) -> Jamforelse:
        return compare(self._session, self._journal, self._writer, self.state, theirs)

    def _log(self, entry: Entry) -> Rad:
        line = self._journal.add(entry)
        self._steps.add(line)
        return line

    def _entered(self, entry: Entry, krockar: tuple[Krock, ...]) -> Kvitto:
        self._log(entry)
        return self._flush(krockar)

    def _reversed(self, step: Steg, stack: list[Steg], slag: str) -> Kvitto:
        if step.rad.innehall is None:
            stack.pop()
            raise KanInteAngra(texter.PURGED)
        state, krockar = put_near(self.state, reverse(step.rad.patch))
        patch = diff(self.state, state)
        if not patch and step.rad.patch:
            # Passed by from now on, so that older entries can be reached.
            stack.pop()
            raise KanInteAngra(texter.UNDO_CONFLICT, krockar)
        self.state = state
        undo = slag == texter.KIND_UNDO
        entry = self._session.entry(
            slag, patch, angrar=step.nr if undo else 0, gor_om=0 if undo else step.nr
        )
        return self._entered(entry, krockar)

    def _flush(self, krockar: tuple[Krock, ...] = ()) -> Kvitto:
        place = self._journal.push()
        why = self._journal.skal
        self._open_krockar = list(krockar)
        try:
            self._save_file()
            self._unsaved_file, status, skal = False, Status.SPARAT, ""
        except (OSError, KanInteSpara, KanInteLasa, TrasigFil, InterntFel) as error:
            self._unsaved_file = True
            status, skal = status_without_file(place, why, error)
        self.notiser += self._journal.notiser
        self._journal.notiser.clear()
        return self._kvitto(status, skal)

    def _kvitto(self, status: Status, skal: str = "") -> Kvitto:
        tid, found = self._session.who.clock(), tuple(self._open_krockar)
        self._open_krockar = []
        return Kvitto(status, skal, tid, self._journal.head.nr, self.state, found)

    def _save_file(self) -> None:
        theirs = self._writer.foreign()
        if theirs is not None:
            self._merge(theirs)
        head: Spets = self._journal.head
        historik = self._writer.historik.with_head(self._session.installation, head)
        self._writer.save(self.state, historik)

    def _merge(self, theirs: Utbytt) -> None:
        """Their version and ours become one: a log line of its own, theirs kept aside."""
        found = self._compared(theirs)
        self._writer.adopt(theirs)
        self.state = found.merged.state
        entry = found.entry(self._session)
        if entry is not None:
            self._log(entry)
            self._journal.push()
            self._open_krockar += found.merged.krockar
            self.notiser.append(found.notis)
            self._note_doubles(found.merged)


__all__ = ["Kvitto", "MeetingStore", "Status"]
