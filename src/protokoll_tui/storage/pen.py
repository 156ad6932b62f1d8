"""The right to write in a meeting file: one program at a time has it, the others read."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from protokoll_tui.storage import lock
from protokoll_tui.storage.atomic import FileSystem, reason
from protokoll_tui.storage.lock import Las, Upptagen
from protokoll_tui.storage.turn import Turn


@dataclass(frozen=True)
class Who:
    """Who works, on which computer, by which clock."""

    vem: str
    dator: str
    clock: Callable[[], datetime]


class Pen:
    """The lock beside the meeting file or, where that folder refuses, one on this computer.

    Two windows of one installation share its log and its queue, so one of them must always be
    kept from writing, also while the meeting's folder cannot be reached.
    """

    def __init__(
        self, meeting: Path, who: Who, installation: str, folder: Path, fs: FileSystem
    ) -> None:
        self.installation = installation
        self.refused = ""
        self.las: Las | None = None
        self._meeting, self._who, self._folder, self._fs = meeting, who, folder, fs
        place = hashlib.sha256(str(meeting).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        self._local = folder / "las" / place
        self._at = meeting
        self.turn = Turn(self._local.with_suffix(".tur"))

    def fresh(self) -> Pen:
        """Another of the same meeting and user, which holds nothing."""
        other = Pen(self._meeting, self._who, self.installation, self._folder, self._fs)
        other._at = self._at
        return other

    def take(self) -> Upptagen | None:
        """Take it, or say who has it. Raises nothing; ``refused`` says why the folder did."""
        if self.las is not None:
            return None
        try:
            return self._take_at(self._meeting)
        except OSError as error:
            if not self._meeting.exists():
                return None
            self.refused = reason(error)
        with contextlib.suppress(OSError):
            self._fs.mkdir(self._local.parent)
            return self._take_at(self._local)
        return None

    def take_over(self, held: Upptagen) -> None:
        """Take it from the holder that the user was told of, and from no one else.

        ``take`` then tells who has it where somebody was faster. Raises OSError.
        """
        self._got(self._asked(lock.take_over, self._at, held))

    def lost_to(self) -> Upptagen | None:
        """Who has taken it from us. None while it is ours, or while that cannot be told.

        Then we hold nothing any more. A lock that somebody removed, or that the folder refused
        before, is taken here. Raises nothing.
        """
        other = None
        with contextlib.suppress(OSError):
            other = self._found()
        if other is not None:
            self.release()
        return other

    def pulse(self) -> None:
        """Give the sign of life. Raises nothing."""
        if self.las is not None:
            with contextlib.suppress(OSError):
                self.las.pulse(self._who.clock())

    def release(self) -> None:
        """Give it back. Raises nothing."""
        if self.las is not None:
            self.las.release()
            self.las = None

    def is_same(self, other: Upptagen) -> bool:
        """Whether another writes the same log and queue as we do, as far as can be told."""
        return other.installation in ("", self.installation)

    def _found(self) -> Upptagen | None:
        if self.las is None or self._at != self._meeting:
            with contextlib.suppress(OSError):
                return self._take_at(self._meeting)
        if self.las is None:
            return None
        try:
            return self.las.other()
        except FileNotFoundError:
            return self._take_at(self._at)

    def _take_at(self, place: Path) -> Upptagen | None:
        taken = self._asked(lock.acquire, place)
        if isinstance(taken, Upptagen) and taken.dod:
            # It died on this computer, so its user is sitting here, wanting to go on.
            taken = self._asked(lock.take_over, place, taken)
        self._at = place
        return self._got(taken)

    def _asked(
        self, ask: Callable[..., Las | Upptagen], place: Path, *held: Upptagen
    ) -> Las | Upptagen:
        who = self._who
        return ask(
            place,
            *held,
            who.vem,
            who.clock(),
            who.dator,
            fs=self._fs,
            installation=self.installation,
        )

    def _got(self, taken: Las | Upptagen) -> Upptagen | None:
        if isinstance(taken, Upptagen):
            return taken
        if self.las is not None:
            self.las.release()
        self.las = taken
        return None


class Writing(Protocol):
    """One that may write in a meeting, or only read."""

    read_only: bool

    @property
    def pen(self) -> Pen:
        """The right to write."""


S = TypeVar("S", bound=Writing)
P = ParamSpec("P")
R = TypeVar("R")


def in_turn(act: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Keep other programs of this computer from the meeting while one that may write acts."""

    def acting(store: S, /, *args: P.args, **rest: P.kwargs) -> R:
        with contextlib.nullcontext() if store.read_only else store.pen.turn.taken():
            return act(store, *args, **rest)

    return functools.update_wrapper(acting, act)
