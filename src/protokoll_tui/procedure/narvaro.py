"""Who serves in each §: folded from the upprop and the movements, never stored. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

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


@dataclass(frozen=True)
class Skede:
    """One § as to who is there: when it begins, at its decision, when it ends.

    ``fore`` is the room before any movement of the § itself.
    """

    paragraf: str
    borjan: Narvaro
    beslut: Narvaro
    slut: Narvaro
    dag: date | None = None
    fore: Narvaro = field(default_factory=Narvaro)


@dataclass(frozen=True)
class Gang:
    """The whole meeting: the organ that day, the room after the upprop, and each § in order."""

    organ: Besattning
    upprop: Narvaro
    skeden: tuple[Skede, ...] = ()
    registrerat: bool = False

    def at(self, paragraf: str) -> Skede:
        """The § with that id; of none the state after the upprop."""
        room = self.skeden[-1].slut if self.skeden else self.upprop
        found = (s for s in self.skeden if s.paragraf == paragraf)
        return next(found, Skede(paragraf, room, room, room, fore=room))


def gang(state: Sammantrade, kommun: Kommun) -> Gang:
    """Who serves in each §.

    Without a recorded upprop every ledamot is taken to serve (``registrerat`` is then False).
    """
    organ = besattning(kommun, state.organ, state.datum)
    room = start = after_upprop(state, organ)
    dag, running, skeden = state.datum, list[_Lopande](), list[Skede]()
    order = {p.id: n for n, p in enumerate(state.paragraf)}
    for n, p in enumerate(state.paragraf):
        room = fore = _ended(room, running, n)
        borjan = room = _moved(room, p, Fas.FORE, running, order)
        room = beslut = _moved(room, p, Fas.UNDER, running, order)
        room = _moved(room, p, Fas.EFTER, running, order)
        skeden.append(Skede(p.id, borjan, beslut, room, dag, fore))
        if later := next((a.datum for a in reversed(p.ajournering) if a.datum), None):
            dag, room = later, replace(room, avbrutna=frozenset())
    return Gang(organ, start, tuple(skeden), bool(state.tjanstgor))


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
        if not namn or room.platser.get(namn):
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


@dataclass(frozen=True)
class _Lopande:
    """A movement that holds to and with a §, with the room as it was before."""

    rorelse: Rorelse
    slut: int
    fore: Narvaro


def _moved(
    room: Narvaro, p: Paragraf, fas: Fas, running: list[_Lopande], order: Mapping[str, int]
) -> Narvaro:
    for r in p.rorelse:
        if r.fas is fas:
            if r.till in order:
                running.append(_Lopande(r, max(order[r.till], order[p.id]), room))
            room = moved(room, r)
    return room


def _ended(room: Narvaro, running: list[_Lopande], n: int) -> Narvaro:
    """The room at the start of the n:th §, with what held to the one before taken back."""
    for held in [h for h in running if h.slut < n]:
        running.remove(held)
        room = _taken_back(room, held)
    return room


def _taken_back(room: Narvaro, held: _Lopande) -> Narvaro:
    r, before = held.rorelse, held.fore
    vem = r.vem
    for name in ("inne", "distans", "tappade"):
        old, now = getattr(before, name), getattr(room, name)
        room = replace(room, **{name: now | {vem} if vem in old else now - {vem}})
    after = moved(before, r)
    changed = {n for n, who in after.platser.items() if before.platser.get(n, "") != who}
    seats = dict(room.platser)
    for namn in changed:
        if seats.get(namn, "") == after.platser[namn]:
            seats[namn] = before.platser.get(namn, "")
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
