"""Who serves in each §: folded from the upprop and the movements, never stored. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import TOM, Fas, Rorelse, RorelseSlag, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.dagar import later_days
from protokoll_tui.procedure.jav import challenged_anywhere
from protokoll_tui.procedure.platser import Besattning, Plats, besattning, filled

AVGANG = frozenset({RorelseSlag.GAR, RorelseSlag.VISAS_UT, RorelseSlag.UTEBLIR})
"""Movements by which somebody leaves the room."""

_PRESENCE = AVGANG | {RorelseSlag.KOMMER}
"""Movements of which a later one takes the place of an earlier one of the same person."""


@dataclass(frozen=True)
class Narvaro:
    """The room at one moment.

    ``inne`` are those in the room or connected, ``distans`` those of them at a distance,
    ``tappade`` those whose connection is lost; ``platser`` = who serves on each seat ("" = nobody).
    ``begun`` have served at this meeting, ``avbrutna`` are ledamöter who broke off that day for
    something else than jäv (R36).
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
        return next((namn for namn, vem in self.platser.items() if vem == sig != ""), "")

    def seated(self, namn: str, vem: str) -> Narvaro:
        """The room after somebody ("" = nobody) has taken a seat; an earlier seat is left.

        Who serves is there.
        """
        seats = {n: "" if v == vem else v for n, v in self.platser.items()} | {namn: vem}
        new = {vem} if vem else frozenset[str]()
        return replace(self, platser=seats, begun=self.begun | new, inne=self.inne | new)


class Skede(NamedTuple):
    """One § as to who is there: when it begins, at its decision, when it ends.

    ``dag`` is the day of its decision, ``slutdag`` that of its end: the meeting may go on another
    day (R13).
    """

    paragraf: str
    borjan: Narvaro
    beslut: Narvaro
    slut: Narvaro
    dag: date | None = None
    slutdag: date | None = None


class Steg(NamedTuple):
    """One change of the room: before, after, what made it (None: what held to a § has ended)."""

    paragraf: str
    rorelse: Rorelse | None
    fore: Narvaro
    efter: Narvaro
    dag: date | None = None


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
    walk = _Vandring(organ, start, {p.id: n for n, p in enumerate(state.paragraf)}, state.datum)
    skeden = tuple(walk.through(p) for p in state.paragraf)
    return Gang(organ, start, skeden, tuple(walk.steg), bool(state.tjanstgor))


@dataclass
class _Vandring:
    """Goes through the §§ in order; ``lopande`` are the movements that hold to and with a §."""

    organ: Besattning
    room: Narvaro
    order: Mapping[str, int]
    dag: date | None
    lopande: list[tuple[int, Rorelse, Narvaro]] = field(default_factory=list)
    steg: list[Steg] = field(default_factory=list)

    def through(self, p: Paragraf) -> Skede:
        """The § as to who is there."""
        self._end(p)
        borjan, beslut = self._phase(p, Fas.FORE), self._phase(p, Fas.UNDER)
        dag = self.dag
        return Skede(p.id, borjan, beslut, self._phase(p, Fas.EFTER), dag, self.dag)

    def _phase(self, p: Paragraf, fas: Fas) -> Narvaro:
        """The room at the end of a phase, which may have been broken off to another day."""
        breaks, out = later_days(p, fas), challenged_anywhere(p)
        for r in in_phase(p, fas):
            while breaks and r.dag is not None and breaks[0] <= r.dag:
                self._go_on(breaks.pop(0))
            self.lopande = [held for held in self.lopande if not _supersedes(r, held[1])]
            if r.till in self.order:
                last = max(self.order[r.till], self.order[p.id])
                self.lopande.append((last, r, self.room))
            self._step(p.id, r, moved(self.room, r, self.organ), out)
        for day in breaks:
            self._go_on(day)
        return self.room

    def _go_on(self, dag: date) -> None:
        """Another day: who broke off on the one before may serve again (R36)."""
        if dag != self.dag:
            self.dag, self.room = dag, replace(self.room, avbrutna=frozenset())

    def _end(self, p: Paragraf) -> None:
        """What held to the § before is taken back, the newest first."""
        over = [h for h in reversed(self.lopande) if h[0] < self.order[p.id]]
        self.lopande = [h for h in self.lopande if h[0] >= self.order[p.id]]
        for _, r, before in over:
            after = _taken_back(self.room, r, before, self.organ)
            self._step(p.id, None, after, challenged_anywhere(p))

    def _step(
        self, paragraf: str, r: Rorelse | None, after: Narvaro, javiga: frozenset[str]
    ) -> None:
        """One change. A ledamot who no longer serves has broken off, unless it is for jäv (R36).

        Nor has one who is late on another day.
        """
        gone = {vem for vem in self.room.tjanstgor if self.organ.seat(vem)}
        gone -= {*after.tjanstgor, *javiga}
        if r is not None and r.slag is RorelseSlag.UTEBLIR:
            gone.discard(r.vem)
        after = replace(after, avbrutna=after.avbrutna | gone)
        self.steg.append(Steg(paragraf, r, self.room, after, self.dag))
        self.room = after


def in_phase(p: Paragraf, fas: Fas) -> tuple[Rorelse, ...]:
    """The movements of a phase in their order, those of another day last."""
    mine = (r for r in p.rorelse if r.fas is fas)
    return tuple(sorted(mine, key=lambda r: r.dag or date.min))


def _supersedes(r: Rorelse, held: Rorelse) -> bool:
    """Whether a movement says anew what an earlier one of the same person held for a while."""
    alike = {r.slag, held.slag} <= _PRESENCE or r.slag is held.slag
    return r.vem == held.vem and alike


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
        namn = t.ersatter or t.vem
        if t.vem in (TOM, ""):
            continue
        if organ.seat(namn) is None or room.platser.get(namn):
            unplaced.append(t.vem)
        else:
            room = room.seated(namn, t.vem)
    room = _place(room, organ, unplaced)
    room = replace(room, inne=room.inne | set(state.ej_tjanstgor))
    return replace(room, distans=room.inne & set(state.distans))


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


def seat_for(organ: Besattning, room: Narvaro, t: Tjanst) -> str:
    """The seat that somebody is put on: the one named, or the one that who is named sits on.

    Without a word of for whom it is the own one, else an empty one that is due; where there is
    none, one that the organ does not have (R196).
    """
    wanted = t.ersatter or t.vem
    if organ.seat(wanted) is not None:
        return wanted
    if sits := room.seat_of(wanted):
        return sits
    due = filled(organ, empty_seats(room, organ), [t.vem])
    spare = (p.namn for p in empty_seats(room, organ))
    return next(iter(due), None) or next(spare, t.vem)


def _taken_back(room: Narvaro, r: Rorelse, before: Narvaro, organ: Besattning) -> Narvaro:
    """The room with a movement undone; ``before`` is how it was when it happened.

    Who it was gets the seat back; others only where nobody has taken it since and they are free.
    """
    for name in ("inne", "distans", "tappade"):
        there, now = r.vem in getattr(before, name), getattr(room, name)
        room = replace(room, **{name: now | {r.vem} if there else now - {r.vem}})
    room = _only_who_is_there(room)
    for namn, vem in moved(before, r, organ).platser.items():
        old = before.platser.get(namn, "")
        if vem == old or not (old == r.vem or room.platser.get(namn) in (vem, "")):
            continue
        free = old in room.inne and (old == r.vem or not room.seat_of(old))
        room = room.seated(namn, old if free else "")
    return room


def _only_who_is_there(room: Narvaro) -> Narvaro:
    seats = {namn: vem if vem in room.inne else "" for namn, vem in room.platser.items()}
    return replace(room, platser=seats)


def moved(room: Narvaro, r: Rorelse, organ: Besattning) -> Narvaro:
    """The room after a movement. One who leaves leaves the seat; ``tjanst`` says who takes which.

    A ledamot's own seat is named by the bare signature.
    """
    off = frozenset({r.vem} if r.vem else ())
    match r.slag:
        case RorelseSlag.KOMMER | RorelseSlag.ATER:
            room = replace(room, inne=room.inne | off, tappade=room.tappade - off)
            # Whoever comes anew is in the room, unless it is said that it is at a distance.
            far = room.distans if r.slag is RorelseSlag.ATER else room.distans - off
            room = replace(room, distans=far | off if r.distans else far)
        case RorelseSlag.GAR | RorelseSlag.VISAS_UT | RorelseSlag.UTEBLIR:
            room = _gone(room, off)
        case RorelseSlag.TAPPAR:
            room = replace(room, tappade=room.tappade | off)
        case RorelseSlag.DISTANS:
            room = replace(room, distans=room.distans | off, inne=room.inne | off)
        case RorelseSlag.BYTER:
            pass
    for t in r.tjanst:
        room = _seated(room, t, r, organ)
    return room


def _seated(room: Narvaro, t: Tjanst, r: Rorelse, organ: Besattning) -> Narvaro:
    """The room after one change of seats; whoever has just left takes none."""
    if not t.vem or (t.vem == r.vem and r.slag in AVGANG):
        return room
    if t.vem != TOM:
        return room.seated(seat_for(organ, room, t), t.vem)
    namn = t.ersatter if organ.seat(t.ersatter) else room.seat_of(t.ersatter)
    return room.seated(namn, "") if namn else room


def _gone(room: Narvaro, off: frozenset[str]) -> Narvaro:
    return _only_who_is_there(
        replace(
            room,
            inne=room.inne - off,
            distans=room.distans - off,
            tappade=room.tappade - off,
        )
    )


def served(skede: Skede) -> tuple[str, ...]:
    """Everyone who served at some time in a §."""
    rooms = (skede.borjan, skede.beslut, skede.slut)
    return tuple(dict.fromkeys(vem for room in rooms for vem in room.tjanstgor))
