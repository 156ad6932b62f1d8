"""Votering and sluten omröstning: the count, and what Ja and Nej meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import NO_MAL, Mal
from protokoll_tui.domain.records import Nar, Post, Term, Varde
from protokoll_tui.domain.svar import Svar


class Rostmarke(Term):
    """What stands at a seat in an open vote; never merged in the data (R104)."""

    JA = "ja"
    NEJ = "nej"
    AVSTAR = "avstår"
    DELTAR_INTE = "deltar inte"
    FRANVARANDE = "frånvarande"
    TOM_PLATS = "tom plats"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rost(Varde):
    """One row of the röstlängd: one seat (R103). ``person`` is empty at a tom plats.

    ``stod`` is what stood there before a correction that came after the klubbslag (R77).
    """

    plats: str = ""
    person: str = ""
    rost: Rostmarke | None = None
    stod: Rostmarke | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rostetal(Varde):
    """Counts where the names are in a bilaga (R8). None = not stated, which is not zero."""

    ja: int | None = None
    nej: int | None = None
    avstar: int | None = None
    deltar_inte: int | None = None
    franvarande: int | None = None
    tomma: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Votering(Post):
    """An open vote: what Ja and Nej meant (R101), who asked, who chaired, and the marks.

    ``rostlangd`` is in roll order, chair last (R77); a row without a mark has not been called.
    ``antal`` is used with ``bilaga`` (its name or number) when only counts are in the text.
    ``lista`` is the id of another votering whose röstlängd holds for this one too. After the
    ``klubbslag`` no mark is changed without a trace.
    """

    ja: Svar | None = None
    nej: Svar | None = None
    begard_av: tuple[Aktor, ...] = ()
    godkand: bool | None = None
    ordforande: str = ""
    rostlangd: tuple[Rost, ...] = ()
    antal: Rostetal | None = None
    bilaga: str = ""
    lista: str = ""
    klubbslag: Nar = False
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Valresultat(Varde):
    """Votes for one aim in a closed ballot: a candidate, a point of a list, a whole list."""

    pa: Mal = NO_MAL
    roster: int = 0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Proportionellt(Varde):
    """A proportional election was asked for: by how many of how many present (R81)."""

    begart_av: int | None = None
    narvarande: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Sluten(Post):
    """A closed ballot (R64): numbers only. There is no field for who voted how, on purpose.

    ``begard_av`` names who asked for it, and says nothing of anybody's vote (R63). ``avgivna`` are
    all ballots, ``ogiltiga`` and ``blanka`` among them; None = not stated. ``platser`` are the
    places that it fills, None = as many as the förslag say. The last ``omgang`` is the one that
    holds.
    """

    avgivna: int | None = None
    ogiltiga: int | None = None
    blanka: int | None = None
    resultat: tuple[Valresultat, ...] = ()
    begard_av: tuple[Aktor, ...] = ()
    omgang: int = 1
    platser: int | None = None
    proportionellt: Proportionellt | None = None
