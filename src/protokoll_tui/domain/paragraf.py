"""Paragraf: one item of the protocol with everything that was said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from protokoll_tui.domain.anteckning import Anteckning, Lydelse, Notering, Yttrande
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag
from protokoll_tui.domain.fraga import Fraga, Propositionsordning
from protokoll_tui.domain.handling import Handling, Tidigare
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.narvaro import Deltagare, Fas, Rorelse, StangdaDorrar
from protokoll_tui.domain.records import Nar, Post, Term
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation
from protokoll_tui.domain.yrkande import Yrkande


class ParagrafSlag(Term):
    """What kind of item a § is; it decides what the guide asks for."""

    ARENDE = "ärende"
    INFORMATION = "information"
    UPPROP = "upprop"
    JUSTERARE = "val av justerare"
    DAGORDNING = "fastställande av dagordning"
    ANMALAN = "anmälningsärenden"
    VAL = "val"
    INTERPELLATION = "interpellation"
    FRAGA = "fråga"
    ORDNINGSFRAGA = "ordningsfråga"


RUTIN = frozenset(
    {
        ParagrafSlag.INFORMATION,
        ParagrafSlag.UPPROP,
        ParagrafSlag.JUSTERARE,
        ParagrafSlag.DAGORDNING,
        ParagrafSlag.ANMALAN,
    }
)
"""Kinds that are settled in one stroke."""

UTAN_BESLUT = frozenset({ParagrafSlag.INFORMATION, ParagrafSlag.UPPROP, ParagrafSlag.FRAGA})
"""Kinds where no decision is asked for (R6)."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Ajournering(Post):
    """A pause in the item; ``till`` is None while it lasts.

    With ``datum`` the meeting is broken off and goes on that day, at ``till`` (R13), and ``fas``
    says when in the item; of an ordinary pause the times say it.
    """

    fran: time | None = None
    till: time | None = None
    datum: date | None = None
    fas: Fas | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Ordforandeskap(Post):
    """Someone else takes the chair (R225).

    ``fran`` None = from the start of the item, ``till`` None = until another does, or its end.
    ``till_paragraf`` is the id of the last § it holds for; empty = this one.
    """

    vem: str = ""
    fran: time | None = None
    till: time | None = None
    till_paragraf: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Paragraf(Post):
    """One § of the protocol. ``nr`` is None until it is numbered; lists stand in time order.

    ``klubbslag`` ends the item. ``sekretess`` keeps it out of lists, index and others' previews.
    ``minoritet_forut`` = a minority has put the matter off before (R69).
    ``myndighetsutovning`` = against an individual: no open doors, no standing aside (R39, R41).
    ``extra`` = it was not on the agenda that was sent out; ``tas_upp`` = all agreed to take it up
    all the same (R55).
    """

    nr: int | None = None
    slag: ParagrafSlag = ParagrafSlag.ARENDE
    dnr: str = ""
    rubrik: str = ""
    sekretess: bool = False
    lagrum: str = ""
    myndighetsutovning: bool = False
    minoritet_forut: bool = False
    extra: bool = False
    tas_upp: Nar = False
    arende: str = ""
    foredragande: tuple[str, ...] = ()
    expediering: tuple[str, ...] = ()
    overlaggning_avslutad: Nar = False
    klubbslag: Nar = False
    omedelbart_justerad: Nar = False
    utgar: Nar = False
    handling: tuple[Handling, ...] = ()
    tidigare: tuple[Tidigare, ...] = ()
    forslag: tuple[Forslag, ...] = ()
    yrkande: tuple[Yrkande, ...] = ()
    deltar_inte: tuple[DeltarInte, ...] = ()
    jav: tuple[Jav, ...] = ()
    ordning: tuple[Propositionsordning, ...] = ()
    fraga: tuple[Fraga, ...] = ()
    beslut: tuple[Led, ...] = ()
    reservation: tuple[Reservation, ...] = ()
    anteckning: tuple[Anteckning, ...] = ()
    yttrande: tuple[Yttrande, ...] = ()
    ajournering: tuple[Ajournering, ...] = ()
    ordforandeskap: tuple[Ordforandeskap, ...] = ()
    rorelse: tuple[Rorelse, ...] = ()
    stangda_dorrar: tuple[StangdaDorrar, ...] = ()
    deltagare: tuple[Deltagare, ...] = ()
    justering: tuple[Justering, ...] = ()
    notering: tuple[Notering, ...] = ()
    lydelse: tuple[Lydelse, ...] = ()
