"""Närvaro: who serves, who comes and goes, who else is in the room. Statements, nothing derived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Self

from protokoll_tui.domain.records import Nar, Plain, Post, Term, Varde

TOM = "ingen"
"""Stands in ``Tjanst.vem`` for a seat that is said to be empty (R198)."""


class Fas(Term):
    """When in an item something happened: before it began, before its decision, after it."""

    FORE = "före ärendet"
    UNDER = "före beslutet"
    EFTER = "efter beslutet"


class RorelseSlag(Term):
    """What somebody did; ``byter`` is a change of seats without anybody coming or going.

    ``uteblir`` = was there before the meeting was broken off, and has not come back (R13).
    """

    KOMMER = "kommer"
    GAR = "går"
    VISAS_UT = "visas ut"
    UTEBLIR = "uteblir"
    TAPPAR = "förlorar anslutningen"
    ATER = "åter ansluten"
    DISTANS = "på distans"
    BYTER = "byter"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Tjanst(Varde):
    """One who serves: ``vem``, on the seat of ``ersatter`` where that is another's.

    A seat is named by the signature of the ledamot who was elected to it, or ``vakant``,
    ``vakant2`` … where nobody was (situation 54). ``vem`` = ``ingen``: the seat is empty. ``skal``
    is why the order among ersättare was not followed (R34).
    """

    vem: str = ""
    ersatter: str = ""
    skal: str = ""

    def short(self) -> Plain | None:
        """The bare signature of one who serves on an own seat."""
        return None if self.ersatter or self.skal or self.okant else self.vem

    @classmethod
    def from_short(cls, value: Plain) -> Self | None:
        """The one who serves behind a bare signature."""
        return cls(vem=value) if isinstance(value, str) else None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rorelse(Post):
    """Somebody comes, goes, or loses the connection, in the § that holds the record (R7, R197).

    ``tjanst`` says who serves where from then on, ``distans`` that who comes does so at a
    distance. ``till`` is the id of the last § it holds for; empty = until something else is said.
    ``dag`` is set where the meeting was broken off in that phase and it happened afterwards.
    """

    slag: RorelseSlag = RorelseSlag.KOMMER
    vem: str = ""
    fas: Fas = Fas.FORE
    tid: time | None = None
    dag: date | None = None
    till: str = ""
    distans: bool = False
    tjanst: tuple[Tjanst, ...] = ()
    skal: str = ""


class DeltagareSlag(Term):
    """Why somebody without a mandate is in the room."""

    TJANSTEPERSON = "tjänsteperson"
    FOREDRAGANDE = "föredragande"
    PERSONALFORETRADARE = "personalföreträdare"
    REVISOR = "revisor"
    FORSLAGSSTALLARE = "förslagsställare"
    GAST = "gäst"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Deltagare(Post):
    """Somebody in the room without a mandate (situation 28): a signature or a name as written.

    There from the § that holds the record; ``till`` is the id of the last one (empty = to the
    end).
    """

    vem: str = ""
    titel: str = ""
    slag: DeltagareSlag = DeltagareSlag.TJANSTEPERSON
    till: str = ""
    distans: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StangdaDorrar(Post):
    """Closed doors in an item, from when to when (R39, R219); ``till`` is None while it lasts."""

    fran: time | None = None
    till: time | None = None
    beslutat: Nar = True
