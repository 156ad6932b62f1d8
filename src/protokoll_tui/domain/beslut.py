"""Led: a piece of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.records import Post, Varde


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Upphavt(Varde):
    """An earlier decision: of what organ (its id or name), on what day, in which §."""

    organ: str = ""
    datum: date | None = None
    nr: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Led(Post):
    """A piece of the decision: for the organ itself, or to another organ (``till``).

    ``text`` holds the words that were decided, with its points; ``enligt`` says what they were
    taken from; ``paragrafer`` are ids of other §§ that it settles too (R6); ``upphaver`` are
    earlier decisions that it repeals.
    """

    text: str = ""
    enligt: tuple[Mal, ...] = ()
    till: str = ""
    paragrafer: tuple[str, ...] = ()
    upphaver: tuple[Upphavt, ...] = ()
