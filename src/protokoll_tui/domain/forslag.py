"""Förslag: something the organ can say yes to; and what points at one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.records import Nar, Plain, Post, Term, Varde


class ForslagSlag(Term):
    """What a förslag asks for."""

    HUVUD = "huvud"
    ALTERNATIV = "alternativ"
    ANDRING = "ändring"
    TILLAGG = "tillägg"
    ATERREMISS = "återremiss"
    BORDLAGGNING = "bordläggning"
    REMISS = "remiss"
    AJOURNERING = "ajournering"
    ORDNINGSFRAGA = "ordningsfråga"
    VAL = "val"
    AVSAGELSE = "avsägelse"


FORMELLA = frozenset(
    {
        ForslagSlag.ATERREMISS,
        ForslagSlag.BORDLAGGNING,
        ForslagSlag.REMISS,
        ForslagSlag.AJOURNERING,
        ForslagSlag.ORDNINGSFRAGA,
    }
)
"""Kinds that are tried before the matter itself (R90)."""

SKJUTER_UPP = FORMELLA - {ForslagSlag.AJOURNERING, ForslagSlag.ORDNINGSFRAGA}
"""Kinds that end the matter for today when they carry (R92)."""


VALARENDEN = frozenset({ForslagSlag.VAL, ForslagSlag.AVSAGELSE})
"""Kinds about who holds an uppdrag; put by themselves, never against what else is proposed."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Mal(Varde):
    """What is aimed at: the id of a Forslag or a Fraga (its winner); ``punkter`` empty = all."""

    pa: str = ""
    punkter: tuple[int, ...] = ()

    def short(self) -> Plain | None:
        """The bare id where all points are meant."""
        return None if self.punkter or self.okant else self.pa

    @classmethod
    def from_short(cls, value: Plain) -> Self | None:
        """The aim behind a bare id."""
        return cls(pa=value) if isinstance(value, str) else None


NO_MAL = Mal()
"""Nothing in particular is aimed at: "förslaget" of a matter where none is recorded."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Forslag(Post):
    """A förslag. ``text`` is the decision as proposed; a formal one has receiver or date instead.

    ``mot`` names what it changes, stands against or adds to, ``handling`` the paper that holds it.
    ``avvisat`` is set when the chair did not put it (R68, ``skal`` says why), ``fallet`` when it
    was said to have fallen with another (R94).

    One to elect somebody names the ``kandidater`` in their order, the ``uppdrag`` ("ledamot i
    socialnämnden"), the ``mandattid`` in words and whom they come ``efter`` (R79). ``platser`` are
    the places that the election fills, None = one for each of its own names. With no name the place
    stays vacant. An avsägelse names who leaves the ``uppdrag``, and in ``mandattid`` from when.
    """

    slag: ForslagSlag = ForslagSlag.HUVUD
    fran: Aktor | None = None
    text: str = ""
    mot: Mal | None = None
    handling: str = ""
    motivering: str = ""
    mottagare: str = ""
    till_datum: date | None = None
    aterkallat: Nar = False
    ersatt_av: str = ""
    avvisat: Nar = False
    skal: str = ""
    fallet: Nar = False
    kandidater: tuple[Aktor, ...] = ()
    uppdrag: str = ""
    mandattid: str = ""
    efter: Aktor | None = None
    platser: int | None = None

    @property
    def formellt(self) -> bool:
        """Whether it is tried before the matter itself (R90)."""
        return self.slag in FORMELLA
