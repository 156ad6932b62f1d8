"""Yrkande: a stand that someone takes towards a förslag in the debate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Self

from protokoll_tui.domain.aktor import NOBODY, Aktor
from protokoll_tui.domain.forslag import NO_MAL, Mal
from protokoll_tui.domain.records import Nar, Plain, Post, Term, Varde


class Verkan(Term):
    """Yes or no to a förslag."""

    BIFALL = "bifall"
    AVSLAG = "avslag"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Stallning(Varde):
    """One stand: bifall or avslag of what is aimed at.

    ``hand`` 1, 2, 3 = i första, andra, tredje hand (0 = not said). ``att`` is the mover's own
    clause in full (without "att"), ``ord`` own words that follow the generated clause
    ("med hänvisning till …"), ``villkor`` a condition ("om återremissen faller").
    """

    verkan: Verkan = Verkan.BIFALL
    pa: Mal = NO_MAL
    hand: int = 0
    att: str = ""
    ord: str = ""
    villkor: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Instammande(Varde):
    """One who joins a yrkande, and when; without ``tid`` together with the yrkande itself."""

    vem: Aktor = NOBODY
    tid: time | None = None

    def short(self) -> Plain | None:
        """The actor's own short form where no time of its own is recorded."""
        return None if self.tid or self.okant else self.vem.short()

    @classmethod
    def from_short(cls, value: Plain) -> Self | None:
        """One who joined at once."""
        vem = Aktor.from_short(value)
        return None if vem is None else cls(vem=vem)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Yrkande(Post):
    """A yrkande: who moves it, the stands it takes, who joins.

    ``atertaget`` is set when it is taken back (R3: it is then not printed as live); ``ersatter``
    holds the ids of yrkanden that this one replaces, changed in the debate or merged (R94).
    """

    av: tuple[Aktor, ...] = ()
    stallning: tuple[Stallning, ...] = ()
    instammer: tuple[Instammande, ...] = ()
    tid: time | None = None
    atertaget: Nar = False
    ersatter: tuple[str, ...] = ()
