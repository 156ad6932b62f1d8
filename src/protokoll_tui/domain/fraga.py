"""Fråga: what the chair puts to the organ, what was found, and what settled it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from protokoll_tui.domain.records import Nar, Post, Term, Varde
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Sluten, Votering


class Satt(Term):
    """How a question is put."""

    VART_FOR_SIG = "vart för sig"
    MOT_VARANDRA = "mot varandra"
    SAMLAT = "samlat"


class Grund(Term):
    """What decides where the count does not (R66–R71)."""

    UTSLAGSROST = "utslagsröst"
    LOTTNING = "lottning"
    MINORITET = "minoritet"
    KVALIFICERAD = "kvalificerad majoritet"
    ENHALLIGHET = "enhällighet"
    BEDOMNING = "bedömning"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Avgorande(Varde):
    """The winner where the count does not decide, on what ground and why."""

    grund: Grund = Grund.UTSLAGSROST
    vinnare: Svar | None = None
    skal: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Fraga(Post):
    """One proposition; the order of the list is the order put (R4).

    ``funnet`` is what the chair found, one of ``svar``: at acclamation it *is* the outcome (R62).
    None means that it is not recorded. No votering = acklamation.
    """

    svar: tuple[Svar, ...] = ()
    satt: Satt = Satt.MOT_VARANDRA
    funnet: Svar | None = None
    votering: tuple[Votering, ...] = ()
    sluten: tuple[Sluten, ...] = ()
    avgorande: Avgorande | None = None
    klubbslag: Nar = False
    tid: time | None = None
