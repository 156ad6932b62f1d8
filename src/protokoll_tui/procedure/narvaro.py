"""Who serves in each §: folded from the upprop and the movements, never stored. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import TOM, Fas, Rorelse, RorelseSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.platser import Besattning, Plats, besattning, filled

AVGANG = frozenset({RorelseSlag.GAR, RorelseSlag.VISAS_UT})
"""Movements by which somebody leaves the room."""


@dataclass(frozen=True)
class Narvaro:
    """The room at one moment.

    ``inne`` are those in the room or connected, ``distans`` those of them at a distance,
    ``tappade`` those whose connection is lost; ``platser`` = who serves on each seat ("" = nobody).
    ``begun`` have served at this meeting, ``avbrutna`` are ledamöter who broke off that day (R36).
    """

    inne: frozenset[str] = frozenset()
    distans: frozenset[str] = frozenset()
    tappade: frozenset[str] = frozenset()
    platser: Mapping[str, str] = field(default_factory=dict)
    begun: frozenset[str] = frozenset()
    avbrutna: frozenset[str] = frozenset()

    @property
    def tjanstgor(self) -> tuple[str, ...]:
        """Those who serve, in roll order."""
        return tuple(vem for vem in self.platser.values() if vem)

    def seat_of(self, sig: str) -> str:
        """The name of the seat that somebody serves on, or ""."""
        return next((namn for namn, vem in self.platser.items() if vem == sig), "")

    def seated(self, namn: str, vem: str) -> Narvaro:
        """The room after somebody ("" = nobody) has taken a seat; an earlier seat is left."""
        seats = {n: "" if v == vem else v for n, v in self.platser.items()}
        begun = self.begun | {vem} if vem else self.begun
        return replace(self, platser=seats | {namn: vem}, begun=begun)


class Skede(NamedTuple):
    """One § as to who is there: when it begins, at its decision, when it ends."""

    paragraf: str
    borjan: Narvaro
    beslut: Narvaro
    slut: Narvaro
    dag: date | None = None


class Steg(NamedTuple):
    """One change of the room: before, after, what made it (None: what held to a § has ended)."""

    paragraf: str
    rorelse: Rorelse | None
    fore: Narvaro
    efter: Narvaro


@dataclass(frozen=True)
class Gang:
    """The whole meeting: the organ that day, the room after the upprop, and each § in order.

    ``registrerat`` = an upprop is recorded.
    """

    organ: Besattning
    upprop: Narvaro
    skeden: tuple[Skede, ...] = ()
    steg: tuple[Steg, ...] = ()
    registrerat: bool = False

    def at(self, paragraf: str) -> Skede:
        """The § with that id; of none the state after the last."""
        room = self.skeden[-1].slut if self.skeden else self.upprop
        found = (s for s in self.skeden if s.paragraf == paragraf)
        return next(found, Skede(paragraf, room, room, room))


def gang(state: Sammantrade, kommun: Kommun) -> Gang:
    """Who serves in each §.

    Without a recorded upprop every ledamot is taken to serve.
    """
    organ = besattning(kommun, state.organ, state.datum)
    start = after_upprop(state, organ)
    walk = _Vandring(start, {p.id: n for n, p in enumerate(state.paragraf)}, state.datum)
    skeden = tuple(walk.through(p) for p in state.paragraf)
    return Gang(organ, start, skeden, tuple(walk.steg), bool(state.tjanstgor))


@dataclass
class _Vandring:
    """Goes through the §§ in order; ``lopande`` are the movements that hold to and with a §."""

    room: Narvaro
    order: Mapping[str, int]
    dag: date | None
    lopande: list[tuple[int, Rorelse, Narvaro]] = field(default_factory=list)
    steg: list[Steg] = field(default_factory=list)

    def through(self, p: Paragraf) -> Skede:
        """The § as to who is there."""
        dag = self.dag
        self._end(p)
        borjan, beslut, slut = (self._phase(p, fas) for fas in Fas)
        if later := next((a.datum for a in reversed(p.ajournering) if a.datum), None):
            self.dag, self.room = later, replace(self.room, avbrutna=frozenset())
        return Skede(p.id, borjan, beslut, slut, dag)

    def _phase(self, p: Paragraf, fas: Fas) -> Narvaro:
        for r in p.rorelse:
            if r.fas is fas:
                if r.till in self.order:
                    last = max(self.order[r.till], self.order[p.id])
                    self.lopande.append((last, r, self.room))
                self._step(p.id, r, moved(self.room, r))
        return self.room

    def _end(self, p: Paragraf) -> None:
        """What held to the § before is taken back."""
        for held in [h for h in self.lopande if h[0] < self.order[p.id]]:
            self.lopande.remove(held)
            self._step(p.id, None, _taken_back(self.room, held[1], held[2]))

    def _step(self, paragraf: str, r: Rorelse | None, after: Narvaro) -> None:
        self.steg.append(Steg(paragraf, r, self.room, after))
        self.room = after


def after_upprop(state: Sammantrade, organ: Besattning) -> Narvaro:
    """The room after the upprop: those named on their seats, the rest of them as the order says."""
    if not state.tjanstgor:
        own = [p.namn for p in organ.platser if not p.vakant]
        seats = {p.namn: "" if p.vakant else p.namn for p in organ.platser}
        room = Narvaro(inne=frozenset(own), platser=seats, begun=frozenset(own))
        return replace(room, inne=room.inne | set(state.ej_tjanstgor))
    room = Narvaro(platser={p.namn: "" for p in organ.platser})
    unplaced = []
    for t in state.tjanstgor:
        namn = t.ersatter or (t.vem if organ.seat(t.vem) else "")
        if t.vem != TOM and (not namn or room.platser.get(namn)):
            unplaced.append(t.vem)
        elif t.vem != TOM:
            room = room.seated(namn, t.vem)
    room = _place(room, organ, unplaced)
    inne = {t.vem for t in state.tjanstgor if t.vem != TOM} | set(state.ej_tjanstgor)
    return replace(room, inne=frozenset(inne), distans=frozenset(inne & set(state.distans)))


def _place(room: Narvaro, organ: Besattning, unplaced: Iterable[str]) -> Narvaro:
    """Those who serve without a word of for whom: on the seats that they are in turn for."""
    left = [vem for vem in dict.fromkeys(unplaced) if not room.seat_of(vem)]
    for namn, vem in filled(organ, empty_seats(room, organ), left).items():
        room = room.seated(namn, vem)
        left.remove(vem)
    spare = [p.namn for p in empty_seats(room, organ)]
    for namn, vem in zip([*spare, *left[len(spare) :]], left, strict=False):
        # More than there are seats: each is kept on a seat of its own, and told of (R196).
        room = room.seated(namn, vem)
    return room


def empty_seats(room: Narvaro, organ: Besattning) -> tuple[Plats, ...]:
    """The seats that nobody serves on, in roll order."""
    return tuple(p for p in organ.platser if not room.platser.get(p.namn))


def _taken_back(room: Narvaro, r: Rorelse, before: Narvaro) -> Narvaro:
    """The room with a movement undone; ``before`` is how it was when it happened."""
    for name in ("inne", "distans", "tappade"):
        there, now = r.vem in getattr(before, name), getattr(room, name)
        room = replace(room, **{name: now | {r.vem} if there else now - {r.vem}})
    after, seats = moved(before, r).platser, dict(room.platser)
    for namn, vem in after.items():
        old = before.platser.get(namn, "")
        if vem != old and seats.get(namn, "") == vem:
            seats[namn] = old
    return replace(room, platser=seats)


def moved(room: Narvaro, r: Rorelse) -> Narvaro:
    """The room after a movement. One who leaves leaves the seat; ``tjanst`` says who takes which.

    A ledamot's own seat is named by the bare signature.
    """
    match r.slag:
        case RorelseSlag.KOMMER:
            room = replace(room, inne=room.inne | {r.vem}, tappade=room.tappade - {r.vem})
            if r.distans:
                room = replace(room, distans=room.distans | {r.vem})
        case RorelseSlag.GAR | RorelseSlag.VISAS_UT:
            room = _gone(room, r.vem)
        case RorelseSlag.TAPPAR:
            room = replace(room, tappade=room.tappade | {r.vem})
        case RorelseSlag.ATER:
            room = replace(room, tappade=room.tappade - {r.vem}, inne=room.inne | {r.vem})
        case RorelseSlag.DISTANS:
            room = replace(room, distans=room.distans | {r.vem}, inne=room.inne | {r.vem})
        case RorelseSlag.BYTER:
            pass
    for t in r.tjanst:
        room = room.seated(t.ersatter or t.vem, "" if t.vem == TOM else t.vem)
    return room


def _gone(room: Narvaro, vem: str) -> Narvaro:
    seats = {namn: "" if v == vem else v for namn, v in room.platser.items()}
    off = frozenset({vem})
    # Only one who sat on the own seat has broken off a service of a ledamot.
    broke_off = off if room.platser.get(vem) == vem else frozenset()
    return replace(
        room,
        avbrutna=room.avbrutna | broke_off,
        inne=room.inne - off,
        distans=room.distans - off,
        tappade=room.tappade - off,
        platser=seats,
    )


def served(skede: Skede) -> tuple[str, ...]:
    """Everyone who served at some time in a §."""
    rooms = (skede.borjan, skede.beslut, skede.slut)
    return tuple(dict.fromkeys(vem for room in rooms for vem in room.tjanstgor))
