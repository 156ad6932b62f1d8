"""What templates see of votes, of what settled them and of the way there. Plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protokoll_tui.rendering.vy import AktorVy, MalVy, SvarVy

if TYPE_CHECKING:
    from protokoll_tui.rendering.vy import FragaVy


@dataclass(frozen=True)
class AntalVy:
    """The counts of a vote; None = not stated, which is not zero."""

    ja: int | None = None
    nej: int | None = None
    avstar: int | None = None
    deltar_inte: int | None = None
    franvarande: int | None = None
    tomma: int | None = None


@dataclass(frozen=True)
class RostradVy:
    """A seat in the list of votes (R103): its ledamot, who serves there, and the mark.

    ``ledamot`` is empty for a seat that nobody was elected to, ``ersattare`` where the ledamot
    votes. The vote is the one of the person who serves (R109). ``rost`` is the mark's own word.
    """

    ledamot: tuple[AktorVy, ...] = ()
    parti: str = ""
    ersattare: tuple[AktorVy, ...] = ()
    rost: str = ""


@dataclass(frozen=True)
class RattadVy:
    """A mark that was corrected after the klubbslag (R77): whose, what stood and what stands."""

    vem: tuple[AktorVy, ...]
    stod: str
    rost: str


@dataclass(frozen=True)
class VoteringVy:
    """An open vote.

    ``nummer`` is 0 where the § has only one (R107). ``niva`` 0 = on the question itself, 1 = on
    its motförslag, 2 = on what is set against that, and so on; ``huvud`` = a motförslag was chosen
    for it. ``sist`` = no later vote took its place, ``forsta`` = it took none's (R78).
    ``samma`` = Ja and Nej are bifall and avslag of the same. ``antal`` is None while it is not
    counted. ``ja_roster`` … are those who voted so; ``namn`` = each of them is known. ``bilaga``
    is written out. ``lista`` is the number of the vote whose list holds here too. ``omkastat`` =
    the count went against what the chair found. ``ja_vann`` tells the chair's utslagsröst.
    """

    id: str
    nummer: int = 0
    niva: int = 0
    huvud: bool = False
    forsta: bool = True
    sist: bool = True
    begard_av: tuple[AktorVy, ...] = ()
    godkand: bool | None = None
    ja: SvarVy | None = None
    nej: SvarVy | None = None
    samma: bool = False
    antal: AntalVy | None = None
    lika: bool = False
    omkastat: bool = False
    ja_vann: bool = True
    namn: bool = False
    ja_roster: tuple[AktorVy, ...] = ()
    nej_roster: tuple[AktorVy, ...] = ()
    avstar: tuple[AktorVy, ...] = ()
    deltar_inte: tuple[AktorVy, ...] = ()
    franvarande: tuple[AktorVy, ...] = ()
    rader: tuple[RostradVy, ...] = ()
    rattade: tuple[RattadVy, ...] = ()
    bilaga: str = ""
    lista: int = 0
    inre: tuple[FragaVy, ...] = ()


@dataclass(frozen=True)
class ResultatVy:
    """The votes or places of one in a closed ballot, with others who got as many."""

    mal: tuple[MalVy, ...]
    antal: int


@dataclass(frozen=True)
class SlutenVy:
    """A closed ballot: numbers only (R64). ``resultat`` is from most to fewest.

    ``begard_av`` asked for it, where that is known. ``platser`` are the places of each list in a
    proportional election, which was asked for by ``begart_av`` of ``narvarande``.
    """

    id: str
    avgivna: int | None = None
    blanka: int | None = None
    ogiltiga: int | None = None
    omgang: int = 1
    resultat: tuple[ResultatVy, ...] = ()
    sist: bool = True
    proportionellt: bool = False
    begart_av: int | None = None
    narvarande: int | None = None
    platser: tuple[ResultatVy, ...] = ()
    begard_av: tuple[AktorVy, ...] = ()


@dataclass(frozen=True)
class AvgorandeVy:
    """What decided where the count did not.

    ``mal`` is what a minority asked for, ``antal`` how many of ``narvarande`` did, and
    ``tredjedel`` is False where that is known to be too few (R69). ``lotter`` are whom the lot fell
    on in an election.
    """

    grund: str
    skal: str = ""
    antal: int | None = None
    narvarande: int | None = None
    mal: MalVy | None = None
    lotter: tuple[MalVy, ...] = ()
    tredjedel: bool = True


EITHER = "bifall eller avslag"
"""The ``verkan`` of a förslag in an order where bifall and avslag are put as one question."""


@dataclass(frozen=True)
class OrdningVy:
    """The order of the propositions as the chair said it (R93).

    ``svar`` are the answers in their order, avslag among them; ``verkan`` is "bifall eller avslag"
    where the two are put as one question, and several förslag with the same name are one. ``metod``
    is how more than two are settled ("" = not said), ``samlat`` those put as one question (R97),
    ``lika`` those with the same words.
    """

    id: str
    metod: str = ""
    svar: tuple[SvarVy, ...] = ()
    samlat: tuple[MalVy, ...] = ()
    lika: tuple[AktorVy, ...] = ()
    godkand: bool | None = None


@dataclass(frozen=True)
class GangVy:
    """A step of the beslutsgång, in the order in which it happened.

    ``slag`` is tas upp, ordning, avvisat, fråga, votering, resultat, rostlista, sluten, avgörande
    or fallet. ``nyckel`` is the key of its sentence, ``avsnitt`` the sub-heading that it stands
    under: beslutsgang, omrostning, huvudvotering or motforslagsvotering.
    """

    slag: str
    nyckel: str
    avsnitt: str = "beslutsgang"
    fraga: FragaVy | None = None
    votering: VoteringVy | None = None
    sluten: SlutenVy | None = None
    ordning: OrdningVy | None = None
    mal: MalVy | None = None
    skal: str = ""


@dataclass(frozen=True)
class UpphavtVy:
    """An earlier decision that is repealed; ``organ`` empty = the organ's own."""

    organ: str = ""
    datum: str = ""
    nummer: str = ""
