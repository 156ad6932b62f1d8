"""The rows of the tables of checks, and the room that their meetings are held in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from protokoll_tui.checks.fynd import Allvar
from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from tests.procedure.rum import KF, meeting, roster

SEATS, SUBS = "kå:C ab:M cd:S gh:S ef:V", "jn:C lg:M rh:S ft:S nv:V"
N = roster(SEATS, SUBS)
F = roster(SEATS, SUBS, KF)
ALL, REST = "kå ab cd rh>gh ef", "jn lg ft nv"
FEL, HANDE, VARNING = Allvar.FEL, Allvar.HANDE, Allvar.VARNING
UPPLYSNING = Allvar.UPPLYSNING


def held(*items: Paragraf, serves: str = ALL, rest: str = REST, **fields: Any) -> Sammantrade:
    return meeting(*items, serves=serves, rest=rest, **fields)


def who(sigs: str) -> tuple[Aktor, ...]:
    return tuple(Aktor(person=sig) for sig in sigs.split())


@dataclass(frozen=True)
class Rad:
    """What a check finds in one meeting, and one in which it finds nothing."""

    kontroll: str
    mote: Sammantrade
    fynd: tuple[tuple[str, Allvar, str, str, str], ...]
    nara: Sammantrade
    kommun: Kommun = N
    nara_kommun: Kommun | None = None


def rad(
    kontroll: str,
    mote: Sammantrade,
    regel: str,
    allvar: Allvar,
    *texter: tuple[str, str, str],
    nara: Sammantrade,
    kommun: Kommun = N,
    nara_kommun: Kommun | None = None,
) -> Rad:
    """``texter`` are text, § and record of each finding."""
    found = tuple((regel, allvar, *row) for row in texter)
    return Rad(kontroll, mote, found, nara, kommun, nara_kommun)
