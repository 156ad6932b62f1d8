"""Reservation, deltar inte, jäv: how a person stands to the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.records import Post, Term


class ReservationForm(Term):
    """How a reservation was given (R43, R193)."""

    MUNTLIG = "muntlig"
    SKRIFTLIG = "skriftlig"
    BILAGA = "bilaga"
    AVISERAD = "aviserad"
    UTEBLIVEN = "utebliven"


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class DeltarInte(Post):
    """Takes no part in the decision (R42): the § or points of it, perhaps on a condition."""

    av: tuple[Aktor, ...] = ()
    punkter: tuple[int, ...] = ()
    villkor: str = ""
    tid: time | None = None


@dataclass(frozen=True, kw_only=True)
class Jav(Post):
    """Jäv for the § or points of it (R48, R51)."""

    av: tuple[Aktor, ...] = ()
    punkter: tuple[int, ...] = ()
    skal: str = ""
    tid: time | None = None
