"""The meeting file as this process last knew it, and the saves that replace it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import FULL, FileSystem, Reserve, write_atomic
from protokoll_tui.storage.errors import TrasigFil
from protokoll_tui.storage.foreign import foreign_bytes
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.meeting_file import Image, Loaded, Signature, parse, render
from protokoll_tui.storage.versions import keep_replaced


@dataclass(frozen=True)
class Utbytt:
    """A version that somebody else has put in place of ours: as read, its bytes, and what the
    file looked like just before."""

    loaded: Loaded
    data: bytes
    signature: Signature


class Writer:
    """One meeting file: what it holds, what we made of it, whether others changed it."""

    def __init__(
        self, path: Path, loaded: Loaded, signature: Signature, fs: FileSystem, reserve: Reserve
    ) -> None:
        self.path = path
        self.base = loaded.state
        self.historik = loaded.historik
        self.image: Image | None = None if loaded.omskriven else loaded.image
        self._data = loaded.image.data
        self._signature: Signature | None = signature
        self._tried = b""
        self._fs, self._reserve = fs, reserve

    @property
    def data(self) -> bytes:
        """The file as we last read or wrote it."""
        return self._data

    def foreign(self) -> Utbytt | None:
        """What somebody else has written since, or None.

        A file that is gone is none. Raises OSError, ``TrasigFil`` (also for another meeting).
        """
        try:
            now = Signature.of(self.path)
            data = foreign_bytes(self.path, self._signature, (self._data, self._tried))
        except FileNotFoundError:
            # A folder that is gone tells of itself at the save.
            return None
        if data is None:
            # Some servers set the time of change after the file was closed.
            self._signature = now
            return None
        loaded = parse(data, self.path)
        if loaded.state.id != self.base.id:
            raise TrasigFil(texter.FOREIGN_ID, self.path, data.decode("utf-8", "replace"))
        return Utbytt(loaded, data, now)

    def adopt(self, theirs: Utbytt) -> None:
        """Take somebody else's version as what the file holds; ours was merged with it.

        It is kept aside, since the save that follows replaces it. Raises OSError.
        """
        keep_replaced(self.path, theirs.data, self._fs)
        ours = self.historik
        self.follow(theirs)
        self.historik = ours.joined(theirs.loaded.historik)
        self._signature = None

    def follow(self, theirs: Utbytt) -> None:
        """Know somebody else's version as what the file holds; it stays as it is."""
        self.base, self._data = theirs.loaded.state, theirs.data
        self.historik = theirs.loaded.historik
        self.image = None if theirs.loaded.omskriven else theirs.loaded.image
        self._signature, self._tried = theirs.signature, b""

    def save(self, state: Sammantrade, historik: Historik) -> None:
        """Replace the file. Raises OSError, ``KanInteSpara``, ``InterntFel``."""
        image = render(self.image, state, historik)
        self._tried = image.data
        try:
            info = write_atomic(self.path, image.data, self._fs)
        except OSError as error:
            if error.errno not in FULL or not self._reserve.give():
                raise
            info = write_atomic(self.path, image.data, self._fs)
        self._signature = Signature(info.st_mtime_ns, info.st_size, info.st_ino)
        self.base, self.image, self.historik = state, image, image.historik
        self._data = image.data

    def touched(self) -> bool:
        """The cheap look: whether the file may have been changed by others. Raises nothing."""
        with contextlib.suppress(OSError):
            return Signature.of(self.path) != self._signature
        return True
