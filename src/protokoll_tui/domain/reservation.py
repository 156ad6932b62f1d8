"""Reservation, deltar inte, jäv: how a person stands to the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.domain.records import Post, Term


class ReservationForm(Term):
    """How a reservation was given (R43, R193)."""

    MUNTLIG = "muntlig"
    SKRIFTLIG = "skriftlig"
    BILAGA = "bilaga"
    AVISERAD = "aviserad"
    UTEBLIVEN = "utebliven"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Reservation(Post):
    """Who reserves against the decision (R9, R43).

    ``punkter`` empty = the whole decision. ``till_forman`` holds ids of yrkanden.
    """

    av: tuple[Aktor, ...] = ()
    punkter: tuple[int, ...] = ()
    till_forman: tuple[str, ...] = ()
    form: ReservationForm = ReservationForm.MUNTLIG
    text: str = ""
    handling: str = ""
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DeltarInte(Post):
    """Takes no part in the decision (R42): the § or points of it, perhaps on a condition.

    ``om_faller`` is the id of a yrkande: it holds when that one falls.
    """

    av: tuple[Aktor, ...] = ()
    punkter: tuple[int, ...] = ()
    villkor: str = ""
    om_faller: str = ""
    tid: time | None = None


class Provning(Term):
    """Whether a jäv that was called in question has been tried by the organ, and how it ended."""

    ANMALD = "anmäld"
    PROVAS = "prövas"
    JAVIG = "jävig"
    INTE_JAVIG = "inte jävig"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Jav(Post):
    """Jäv for the § or points of it (R48, R51).

    ``tjanst`` says who serves instead, or that the seat is empty (R198). ``provning`` is how a
    disputed one ended (R49), ``vackt_av`` who raised it, ``deltog`` that the challenged took part
    in trying it, which takes a reason (``skal``). ``uppdrag`` is the id of the organ that they
    are ledamöter and ersättare of, where that is why (R52).
    """

    av: tuple[Aktor, ...] = ()
    punkter: tuple[int, ...] = ()
    skal: str = ""
    tjanst: tuple[Tjanst, ...] = ()
    provning: Provning = Provning.ANMALD
    vackt_av: tuple[Aktor, ...] = ()
    deltog: bool = False
    uppdrag: str = ""
    tid: time | None = None
