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
    PARVIS = "parvis"
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
    """The winner where the count does not decide, on what ground and why.

    ``antal`` of ``narvarande`` asked for it, where a minority did without a votering (R69).
    """

    grund: Grund = Grund.UTSLAGSROST
    vinnare: Svar | None = None
    skal: str = ""
    antal: int | None = None
    narvarande: int | None = None


class Metod(Term):
    """How more than two proposals on one matter are settled."""

    MOTFORSLAG = "motförslag"
    PARVIS = "parvis"
    VART_FOR_SIG = "vart för sig"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Propositionsordning(Post):
    """What the chair said of the order of the propositions, and the organ approved (R93).

    ``metod`` None = as the house does it. ``ordning`` are ids of förslag in the order they are to
    be put, ``samlat`` those that are put as one question (R97), ``lika`` those with the same
    words, treated as one. Each entry adds to those before it.
    """

    metod: Metod | None = None
    ordning: tuple[str, ...] = ()
    samlat: tuple[str, ...] = ()
    lika: tuple[str, ...] = ()
    godkand: bool | None = None
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Fraga(Post):
    """One proposition; the order of the list is the order put (R4).

    ``funnet`` is what the chair found, one of ``svar``: at acclamation it *is* the outcome (R62).
    None means that it is not recorded. No votering = acklamation. An aim may be another question:
    then what won there is meant. The last votering is the one that holds.
    """

    svar: tuple[Svar, ...] = ()
    satt: Satt = Satt.MOT_VARANDRA
    funnet: Svar | None = None
    votering: tuple[Votering, ...] = ()
    sluten: tuple[Sluten, ...] = ()
    avgorande: Avgorande | None = None
    klubbslag: Nar = False
    tid: time | None = None
