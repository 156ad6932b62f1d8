"""The röstlängd of a §, or of one point of it: one row per seat, jäv and all (R7, R103). Pure."""

from __future__ import annotations

from typing import NamedTuple

from protokoll_tui.domain.narvaro import TOM
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.procedure.jav import challenged as challenged
from protokoll_tui.procedure.jav import holds as holds
from protokoll_tui.procedure.jav import persons as persons
from protokoll_tui.procedure.jav import points_of_jav as points_of_jav
from protokoll_tui.procedure.narvaro import Gang, Narvaro, seat_for
from protokoll_tui.procedure.platser import Besattning


class Tomhet(Term):
    """Why nobody serves on a seat."""

    JAV = "jäv"
    VAKANT = "vakant"
    FRANVARO = "frånvaro"


class Langdrad(NamedTuple):
    """A seat and who serves on it.

    ``plats`` names the seat (its ledamot's signature, or vakant …), ``vem`` who serves ("" with
    ``tom`` saying why). ``tappad`` = serves, but the connection is lost.
    """

    plats: str
    vem: str = ""
    tom: Tomhet | None = None
    distans: bool = False
    tappad: bool = False

    @property
    def ersatter(self) -> bool:
        """Whether an ersättare serves on it."""
        return bool(self.vem) and self.vem != self.plats


def rostlangd(gang: Gang, p: Paragraf, punkt: int | None = None) -> tuple[Langdrad, ...]:
    """The röstlängd at the decision of a § (or of a point), in roll order, one row per seat."""
    before = gang.at(p.id).beslut
    out = frozenset(before.seat_of(sig) for sig in challenged(p, punkt))
    return rows(gang.organ, at_decision(gang, p, punkt), out)


def at_decision(gang: Gang, p: Paragraf, punkt: int | None = None) -> Narvaro:
    """The room at the decision, those who are jäviga out of their seats and others in them."""
    before = room = gang.at(p.id).beslut
    out = challenged(p, punkt)
    for sig in sorted(out):
        if seat := room.seat_of(sig):
            room = room.seated(seat, "")
    for j in p.jav:
        for t in j.tjanst if holds(j, punkt) else ():
            if t.vem not in (TOM, "", *out):
                # A seat may be named by the ersättare who sat there before the jäv.
                sat = "" if gang.organ.seat(t.ersatter) else before.seat_of(t.ersatter)
                room = room.seated(sat or seat_for(gang.organ, room, t), t.vem)
    return room


def rows(
    organ: Besattning, room: Narvaro, out: frozenset[str] = frozenset()
) -> tuple[Langdrad, ...]:
    """The seats of a room; those that are empty say why (``out`` = seats left for jäv).

    A seat that the organ does not have is there as long as somebody sits on it (R196).
    """
    found = []
    for namn, vem in room.platser.items():
        plats, tom = organ.seat(namn), None
        if not vem and plats is None:
            continue
        if not vem:
            vacant = plats is not None and plats.vakant
            tom = Tomhet.JAV if namn in out else Tomhet.VAKANT if vacant else Tomhet.FRANVARO
        found.append(Langdrad(namn, vem, tom, vem in room.distans, vem in room.tappade))
    return tuple(found)


def serving(gang: Gang, p: Paragraf, punkt: int | None = None) -> tuple[str, ...]:
    """Signatures of those who take part in the decision, in roll order."""
    return tuple(row.vem for row in rostlangd(gang, p, punkt) if row.vem)


class Beslutsforhet(NamedTuple):
    """How many are there of how many seats, and whether more than half (R29, R30)."""

    antal: int
    platser: int

    @property
    def beslutsfor(self) -> bool:
        """Whether the organ can decide."""
        return 2 * self.antal > self.platser


def quorum(gang: Gang, p: Paragraf, punkt: int | None = None) -> Beslutsforhet:
    """The quorum at the decision of a § or of a point.

    Who has lost the connection is not there. In fullmäktige the jäviga count as present (5 kap.
    46 § KL); in a nämnd they do not (6 kap. 27 §).
    """
    there = {row.vem for row in rostlangd(gang, p, punkt) if row.vem and not row.tappad}
    if gang.organ.organ.fullmaktige:
        before = gang.at(p.id).beslut
        out = (sig for sig in challenged(p, punkt) if before.seat_of(sig))
        there |= {sig for sig in out if sig not in before.tappade}
    antal = min(len(there), gang.organ.antal) if gang.organ.antal else len(there)
    return Beslutsforhet(antal, gang.organ.antal or len(there))
