"""Who steps in when somebody comes, goes or is jävig: what the order says, for a person to accept.

Pure. What is accepted is recorded as ``tjanst`` and is from then on the fact (R34–R37).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from protokoll_tui.domain.kommun import Vaxling
from protokoll_tui.domain.narvaro import TOM, Tjanst
from protokoll_tui.procedure.narvaro import Narvaro, empty_seats
from protokoll_tui.procedure.platser import Besattning, Plats, filled, in_turn


def free(organ: Besattning, room: Narvaro, without: Collection[str] = ()) -> tuple[str, ...]:
    """Ersättare in the room who do not serve, in their order."""
    busy = {*room.tjanstgor, *without, *room.tappade}
    return tuple(e.sig for e in organ.ersattare if e.sig in room.inne and e.sig not in busy)


def at_upprop(
    organ: Besattning, here: Collection[str], fixed: Iterable[Tjanst] = ()
) -> tuple[Tjanst, ...]:
    """Who serves at the upprop where those are ``here``: each ledamot, and ersättare in turn.

    ``fixed`` are seats given by hand; they stand as they are.
    """
    own = {p.namn: Tjanst(vem=p.namn) for p in organ.platser if p.namn in here}
    own |= {t.ersatter: t for t in fixed if organ.seat(t.ersatter)}
    busy = {t.vem for t in own.values()}
    empty = (p for p in organ.platser if p.namn not in own)
    left = [e.sig for e in organ.ersattare if e.sig in here and e.sig not in busy]
    given = filled(organ, empty, left)
    own |= {namn: Tjanst(vem=vem, ersatter=namn) for namn, vem in given.items()}
    return tuple(own[p.namn] for p in organ.platser if p.namn in own)


def after_leaving(
    organ: Besattning, room: Narvaro, sig: str, without: Collection[str] = ()
) -> tuple[Tjanst, ...]:
    """Who takes the seat of one who goes; nothing where nobody is in turn."""
    seat = organ.seat(room.seat_of(sig))
    return _fill(organ, room, [seat] if seat else [], {sig, *without})


def after_arrival(
    organ: Besattning, room: Narvaro, sig: str, without: Collection[str] = ()
) -> tuple[Tjanst, ...]:
    """Who sits where when somebody comes.

    A ledamot takes the own seat back, unless that is växeltjänstgöring (R36); the ersättare who
    sat there moves to another empty seat. An ersättare fills an empty seat of the party, else takes
    a party fellow's seat from one of another party, else fills any that is empty (R37).
    """
    if organ.seat(sig):
        if room.platser.get(sig) == sig or not may_return(organ, room, sig):
            return ()
        return taking(organ, room, sig, sig, without)
    return _substitute_comes(organ, room, sig, without)


def may_return(organ: Besattning, room: Narvaro, sig: str) -> bool:
    """Whether a ledamot may serve now: not after breaking off the same day (R36).

    5 kap. 20 § KL in fullmäktige; in a nämnd as its reglemente says.
    """
    if sig not in room.avbrutna:
        return True
    if organ.organ.fullmaktige:
        return False
    rule = organ.organ.vaxeltjanstgoring
    if rule is Vaxling.STYRKEBALANS:
        return balance_changed(organ, room, sig)
    return rule is Vaxling.TILLATEN


def balance_changed(organ: Besattning, room: Narvaro, sig: str) -> bool:
    """Whether one of another party sits on a ledamot's seat, or nobody."""
    seat, holder = organ.seat(sig), organ.substitute(room.platser.get(sig, ""))
    return seat is not None and (holder is None or holder.parti != seat.parti)


def _substitute_comes(
    organ: Besattning, room: Narvaro, sig: str, without: Collection[str]
) -> tuple[Tjanst, ...]:
    e = organ.substitute(sig)
    if e is None or sig in without or room.seat_of(sig):
        return ()
    waiting = [*free(organ, room, without), sig]
    # A seat that was left empty on purpose is not given to one who is later in the order.
    due = [p for p in organ.platser if in_turn(organ, p, waiting, room.begun) == sig]
    empty = [p for p in empty_seats(room, organ) if p in due]
    own = [p for p in empty if p.parti == e.parti]
    own.sort(key=lambda p: bool(p.valkrets) and p.valkrets != e.valkrets)
    if own:
        return (Tjanst(vem=sig, ersatter=own[0].namn),)
    for plats in due if e.parti else ():
        holder = organ.substitute(room.platser.get(plats.namn, ""))
        if plats.parti == e.parti and holder is not None and holder.parti != e.parti:
            return taking(organ, room, sig, plats.namn, without)
    return tuple(Tjanst(vem=sig, ersatter=p.namn) for p in empty[:1])


def taking(
    organ: Besattning, room: Narvaro, sig: str, seat: str, without: Collection[str] = ()
) -> tuple[Tjanst, ...]:
    """Somebody takes a seat; the ersättare who sat there moves to another that is empty."""
    first = Tjanst(vem=sig) if seat == sig else Tjanst(vem=sig, ersatter=seat)
    after, out = room.seated(seat, sig), organ.substitute(room.platser.get(seat, ""))
    waiting = free(organ, after, {sig, *without})
    if out is None or out.sig not in waiting:
        return (first,)
    due = (
        p for p in empty_seats(after, organ) if in_turn(organ, p, waiting, room.begun) == out.sig
    )
    to = sorted(due, key=lambda p: p.parti != out.parti)[:1]
    return (first, *(Tjanst(vem=out.sig, ersatter=p.namn) for p in to))


def instead_of(
    organ: Besattning, room: Narvaro, sigs: Iterable[str], without: Collection[str] = ()
) -> tuple[Tjanst, ...]:
    """Who serves for those who are jäviga; ``ingen`` where nobody is in turn (R198).

    ``without`` are others who are jäviga or serve already.
    """
    out = tuple(dict.fromkeys(sigs))
    seats = [s for sig in out if (s := organ.seat(room.seat_of(sig)))]
    given = filled(organ, seats, free(organ, room, {*out, *without}), room.begun)
    return tuple(Tjanst(vem=given.get(s.namn, TOM), ersatter=s.namn) for s in seats)


def _fill(
    organ: Besattning, room: Narvaro, seats: Iterable[Plats], without: Collection[str]
) -> tuple[Tjanst, ...]:
    given = filled(organ, seats, free(organ, room, without), room.begun)
    return tuple(Tjanst(vem=vem, ersatter=namn) for namn, vem in given.items())
