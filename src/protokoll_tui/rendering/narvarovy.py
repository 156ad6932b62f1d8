"""Who came, went and served in a §, as the views that templates see (R7, R197, R198)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import TOM, Fas, Rorelse, RorelseSlag, StangdaDorrar, Tjanst
from protokoll_tui.domain.paragraf import UTAN_BESLUT, Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.narvaro import Gang, Narvaro, gang, in_phase, moved
from protokoll_tui.rendering.aktorer import person_actor
from protokoll_tui.rendering.narvaroposter import DorrVy, RorelseVy, TjanstVy
from protokoll_tui.rendering.omstandigheter import clock
from protokoll_tui.rendering.vy import AktorVy
from protokoll_tui.swedish.dates import format_sections, format_span

"""The order in which things happen in an item."""


@dataclass(frozen=True)
class Omgivning:
    """The meeting around a §: who is who, and who is where."""

    state: Sammantrade
    kommun: Kommun
    gang: Gang

    @classmethod
    def of(cls, state: Sammantrade, kommun: Kommun) -> Omgivning:
        """The meeting; the last one is remembered, since a preview renders it again and again."""
        last = _senast[0] if _senast else None
        if last is None or last.state is not state or last.kommun is not kommun:
            _senast[:] = [cls(state, kommun, gang(state, kommun))]
        return _senast[0]

    def actors(self, *sigs: str) -> tuple[AktorVy, ...]:
        """The persons behind signatures; nobody behind none."""
        return tuple(person_actor(sig, self.kommun) for sig in sigs if sig and sig != TOM)

    def day(self, p: Paragraf) -> date | None:
        """The day that a § was decided: a meeting may go on another day (R13)."""
        return self.gang.at(p.id).dag or self.state.datum

    def room_before(self, p: Paragraf) -> Narvaro:
        """The room before any movement of the § itself."""
        steps = (s.fore for s in self.gang.steg if s.paragraf == p.id and s.rorelse is not None)
        return next(steps, self.gang.at(p.id).borjan)

    def room_after_last(self, p: Paragraf) -> Narvaro:
        """The room when the § before ended; for the first one, after the upprop."""
        skeden = self.gang.skeden
        pairs = zip_longest((None, *skeden), skeden)
        found = (a for a, b in pairs if b is not None and b.paragraf == p.id)
        last = next(found, None)
        return last.slut if last else self.gang.upprop

    def owner(self, plats: str) -> str:
        """The ledamot who was elected to a seat, "" for a vacant one."""
        return "" if self.vacant(plats) else plats

    def vacant(self, plats: str) -> bool:
        """Whether nobody was elected to a seat."""
        seat = self.gang.organ.seat(plats)
        return seat is not None and seat.vakant

    def section(self, id: str) -> str:
        """The number of a § ("§ 114"), "" where it has none or is not there."""
        found = (p.nr for p in self.state.paragraf if p.id == id and p.nr is not None)
        return format_sections(found)

    def section_before(self, id: str) -> str:
        """The number of the § before."""
        row = self.state.paragraf
        pairs = zip_longest((None, *row), row)
        return next((self.section(a.id) for a, b in pairs if a and b and b.id == id), "")

    def title(self, sig: str) -> str:
        """The title of somebody who is not elected to the organ."""
        if sig in self.kommun.valda(self.state.organ, self.state.datum):
            return ""
        given = next((d.titel for d, _ in attending(self.state) if d.vem == sig and d.titel), "")
        person = self.kommun.find_person(sig)
        return given or (person.titel if person else "")


_senast: list[Omgivning] = []


def tells_decision(p: Paragraf, beslutas: bool) -> bool:
    """Whether a § holds a decision, so that it matters who took part in it (R6, R7)."""
    return beslutas and (p.slag not in UTAN_BESLUT or bool(p.beslut)) and p.utgar is False


def movement_views(p: Paragraf, omgivning: Omgivning, beslutas: bool) -> tuple[RorelseVy, ...]:
    """The movements of a §, each against the room as it then was; lost and back are one."""
    room = omgivning.room_before(p)
    told: list[RorelseVy] = []
    for r in (r for fas in Fas for r in in_phase(p, fas)):
        if r.slag is RorelseSlag.ATER and _joined(told, _movement(r, p, room, omgivning, beslutas)):
            room = moved(room, r, omgivning.gang.organ)
            continue
        told.append(_movement(r, p, room, omgivning, beslutas))
        room = moved(room, r, omgivning.gang.organ)
    return tuple(told)


def _joined(told: list[RorelseVy], back: RorelseVy) -> bool:
    """Put a reconnection to where the same person lost the connection; whether it was done."""
    for n in reversed(range(len(told))):
        if told[n].vem == back.vem:
            lost = told[n].slag == RorelseSlag.TAPPAR and not told[n].ater and not told[n].till
            if lost and not back.tjanst and not told[n].tjanst:
                told[n] = replace(told[n], ater=back)
                return True
            return False
    return False


def _movement(
    r: Rorelse, p: Paragraf, room: Narvaro, omgivning: Omgivning, beslutas: bool
) -> RorelseVy:
    own = _main_service(r)
    others = (t for t in r.tjanst if t is not own)
    return RorelseVy(
        id=r.id,
        slag=r.slag.value,
        vem=omgivning.actors(r.vem),
        titel=omgivning.title(r.vem),
        fas=r.fas.value,
        tid=clock(r.tid),
        efter=omgivning.section_before(p.id),
        nummer=omgivning.section(p.id),
        till=omgivning.section(r.till),
        har=bool(r.till) and r.till == p.id,
        beslutas=beslutas,
        distans=r.distans,
        igen=r.vem in room.avbrutna or r.vem in omgivning.gang.upprop.inne,
        egen=_service(own, r, room, omgivning) if own else None,
        tjanst=tuple(_service(t, r, room, omgivning) for t in others),
        skal=r.skal,
    )


def _main_service(r: Rorelse) -> Tjanst | None:
    """The service that the sentence itself tells of: that of who comes, the first of a change."""
    if r.slag is RorelseSlag.BYTER:
        return next(iter(r.tjanst), None)
    comes = r.slag is RorelseSlag.KOMMER and r.vem
    return next((t for t in r.tjanst if t.vem == r.vem), None) if comes else None


def _service(t: Tjanst, r: Rorelse, room: Narvaro, omgivning: Omgivning) -> TjanstVy:
    """Who serves where after a movement; whoever sat there and sits nowhere then is told too."""
    seat = t.ersatter or ("" if t.vem == TOM else t.vem) or room.seat_of(r.vem)
    sat, after = room.platser.get(seat, ""), moved(room, r, omgivning.gang.organ)
    named = (r.vem, omgivning.owner(seat))
    gives_way = sat if sat in after.inne and not after.seat_of(sat) and sat not in named else ""
    return TjanstVy(
        vem=omgivning.actors(t.vem),
        for_vem=() if t.vem == seat else omgivning.actors(omgivning.owner(seat)),
        vakant=omgivning.vacant(seat),
        sin=bool(seat) and room.seat_of(r.vem) == seat,
        undan=omgivning.actors(gives_way),
        skal=t.skal,
    )


def door_view(d: StangdaDorrar) -> DorrVy:
    """Closed doors with their time as printed."""
    span = format_span(d.fran, d.till) if d.fran and d.till else ""
    return DorrVy(d.id, clock(d.fran), clock(d.till), span, d.beslutat is not False)
