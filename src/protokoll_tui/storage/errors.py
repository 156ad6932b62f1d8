"""What can be wrong with a file, as errors that say so to the user."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.domain.changes import Krock
from protokoll_tui.errors import ProtokollError
from protokoll_tui.storage import texter


class KanInteLasa(ProtokollError):
    """A file cannot be read at all: it is gone, or access is refused."""


class TrasigFil(ProtokollError):
    """The meeting file is no TOML. ``text`` is what it holds, for a read-only view.

    ``rad`` and ``kolumn`` count from 1 (0 = not known); ``fel`` is what is wrong there, a sentence
    without advice; ``senaste`` is the last good version.
    """

    def __init__(self, message: str, path: Path, text: str, rad: int = 0, kolumn: int = 0) -> None:
        super().__init__(message, texter.file_place(path.name, rad, kolumn))
        self.path, self.text, self.rad, self.kolumn = path, text, rad, kolumn
        self.fel = message
        self.senaste: Path | None = None


class FelKodning(TrasigFil):
    """The meeting file is not UTF-8; ``byte`` is the place of the first byte that is not."""

    def __init__(self, path: Path, data: bytes, byte: int) -> None:
        row = data.count(b"\n", 0, byte) + 1
        column = byte - data.rfind(b"\n", 0, byte)
        text = data.decode("utf-8", "replace")
        super().__init__(texter.BAD_ENCODING, path, text, row, column)
        self.byte = byte


class TomFil(TrasigFil):
    """There is nothing in the meeting file: a power cut or a sync left only its name."""

    def __init__(self, path: Path) -> None:
        super().__init__(texter.EMPTY_FILE, path, "")


class KanInteSpara(ProtokollError):
    """A file could not be replaced. ``temp`` is the new version where it was kept."""

    def __init__(self, reason: str, path: Path, temp: Path | None = None) -> None:
        super().__init__(texter.not_saved(reason, str(temp) if temp else ""), str(path))
        self.reason, self.temp = reason, temp


class Skrivskyddat(ProtokollError):
    """The meeting is open for reading only."""


class FinnsRedan(ProtokollError):
    """A new file would overwrite one that exists."""


class InterntFel(ProtokollError):
    """What would be written does not read back as the same values; nothing was written."""


class KanInteAngra(ProtokollError):
    """There is nothing to undo or redo, or something stands in the way. ``krockar`` says what."""

    def __init__(self, message: str, krockar: tuple[Krock, ...] = ()) -> None:
        super().__init__(message)
        self.krockar = krockar
