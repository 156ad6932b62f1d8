"""What opening a meeting finds and gathers: file, lock, log, and what is to be entered at once."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from protokoll_tui.domain.changes import Krock, Patch
from protokoll_tui.domain.coding import Marke
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import FileSystem, Reserve
from protokoll_tui.storage.errors import KanInteSpara, TomFil, TrasigFil
from protokoll_tui.storage.foreign import double_numbers, siblings
from protokoll_tui.storage.historik import Historik, Spets
from protokoll_tui.storage.journal import Journal
from protokoll_tui.storage.lock import Upptagen
from protokoll_tui.storage.log import Entry
from protokoll_tui.storage.meeting_file import Loaded, parse, read_bytes
from protokoll_tui.storage.opening import (
    hand_edit,
    is_edited,
    last_good,
    newer_lines,
    replay,
    replay_notes,
)
from protokoll_tui.storage.pen import Pen, Who
from protokoll_tui.storage.versions import keep_replaced, last_good_path, prune
from protokoll_tui.storage.writer import Writer


@dataclass
class Session:
    """A meeting as opened. ``entries`` are the log lines that opening it calls for."""

    path: Path
    who: Who
    folder: Path
    fs: FileSystem
    pen: Pen
    loaded: Loaded
    state: Sammantrade
    journal: Journal
    writer: Writer
    marken: tuple[Marke, ...] = ()
    notiser: list[str] = field(default_factory=list)
    krockar: tuple[Krock, ...] = ()
    upptagen: Upptagen | None = None
    trasig: TrasigFil | None = None
    read_only: bool = False
    must_save: bool = False
    entries: list[Entry] = field(default_factory=list)

    @property
    def installation(self) -> str:
        """Whose log is written here."""
        return self.pen.installation

    def entry(self, slag: str, patch: Patch, **rest: Any) -> Entry:
        """A log entry made now by this user."""
        return Entry(self.who.clock(), self.who.vem, self.who.dator, slag, patch, **rest)

    def parents(self, theirs: Historik, ours: Historik) -> Mapping[str, Spets]:
        """Heads of other installations that their version has and ours has not."""
        return {
            name: head
            for name, head in theirs.logg.items()
            if name != self.installation and head.nr > ours.of(name).nr
        }


def start(path: Path, who: Who, folder: Path, fs: FileSystem, read_only: bool, pen: Pen) -> Session:
    """Open a meeting file; ``pen`` is the right to write, held already or to be asked for.

    Raises as ``MeetingStore.open``.
    """
    protected = _protected(path)
    # The lock first: what is read under it is not about to be replaced by another window.
    upptagen = None if read_only or protected else pen.take()
    try:
        session = _read(path, who, folder, fs, pen)
    except BaseException:
        pen.release()
        raise
    session.upptagen = upptagen
    session.notiser += _pen_notes(pen, upptagen)
    if protected and not read_only:
        session.notiser.append(texter.READ_ONLY_FILE)
    session.read_only = bool(read_only or protected or upptagen or session.trasig)
    if session.trasig is not None:
        _show_last_good(session)
        pen.release()
    elif not session.read_only:
        _catch_up(session)
    doubles = double_numbers(session.state)
    session.notiser += [texter.double_numbers(list(doubles))] if doubles else []
    return session


def _pen_notes(pen: Pen, upptagen: Upptagen | None) -> list[str]:
    told = [texter.folder_refuses(pen.refused)] if pen.refused else []
    if upptagen is not None:
        told.append(texter.busy(upptagen.vem, upptagen.dator, upptagen.sedan))
    return told


def _protected(path: Path) -> bool:
    try:
        return path.stat().st_mode & 0o222 == 0
    except OSError:
        return False


def _read(path: Path, who: Who, folder: Path, fs: FileSystem, pen: Pen) -> Session:
    data, signature = read_bytes(path)
    trasig: TrasigFil | None = None
    try:
        loaded = parse(data, path)
    except TrasigFil as error:
        trasig = error
        loaded = _last_good(path, error)
    reserve = Reserve(folder)
    reserve.fill(fs)
    return Session(
        path=path,
        who=who,
        folder=folder,
        fs=fs,
        pen=pen,
        loaded=loaded,
        state=loaded.state,
        journal=Journal(path, loaded.state.id, pen.installation, folder, fs),
        writer=Writer(path, loaded, signature, fs, reserve),
        marken=loaded.marken,
        trasig=trasig,
    )


def _last_good(path: Path, error: TrasigFil) -> Loaded:
    kept = last_good(path)
    if kept is None:
        raise error
    error.senaste = last_good_path(path)
    if isinstance(error, TomFil):
        # No row can be mended here: the way on is the version that is kept.
        where = f"{error.senaste.parent.name}/{error.senaste.name}"
        error.message = f"{error.message} {texter.put_back(where, path.name)}"
    return kept


def _show_last_good(session: Session) -> None:
    """The last good version and what the logs hold since: all that was entered is seen."""
    lines = newer_lines(session.path, session.state.id, session.loaded.historik, None)
    replayed = replay(session.state, lines)
    session.state, session.krockar = replayed.state, replayed.krockar
    session.notiser += [str(session.trasig), texter.LAST_GOOD]


def _catch_up(session: Session) -> None:
    """Take in what was changed outside, and own log lines that the file does not hold yet."""
    loaded, journal = session.loaded, session.journal
    contained = loaded.historik.of(session.installation)
    journal.open(contained)
    session.notiser += journal.notiser
    journal.notiser.clear()
    _note_layout(session)
    if is_edited(loaded):
        _note_hand_edit(session)
    newer = [line for line in journal.lines if line.nr > contained.nr]
    replayed = replay(session.state, newer)
    session.state, session.krockar = replayed.state, replayed.krockar
    session.notiser += replay_notes(replayed)
    if replayed.krockar:
        lost = tuple(krock.andring for krock in replayed.krockar)
        session.entries.append(session.entry(texter.KIND_RECOVERED, (), krockar=lost))
    session.must_save |= bool(newer) or journal.waits
    copies = [other.name for other in siblings(session.path, loaded.state.id)]
    session.notiser += [texter.conflict_copies(copies)] if copies else []
    prune(session.path)


def _note_layout(session: Session) -> None:
    """New ids must be in the file before any entry points at them."""
    loaded = session.loaded
    if loaded.nya_id:
        session.must_save = True
        session.notiser.append(texter.missing_ids(list(loaded.nya_id)))
    if loaded.omskriven:
        session.notiser.append(texter.RETYPED_FILE)
        with contextlib.suppress(OSError, KanInteSpara):
            keep_replaced(session.path, loaded.image.data, session.fs)


def _note_hand_edit(session: Session) -> None:
    patch = hand_edit(session.path, session.loaded)
    session.notiser.append(texter.HAND_EDIT_UNKNOWN if patch is None else texter.HAND_EDIT)
    session.entries.append(session.entry(texter.KIND_HAND_EDIT, patch or ()))
