"""The seats of an organ, and which ersättare is in turn for each (R34, R37). Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, Roll

VAKANT = "vakant"
"""How a seat is named that nobody was elected to; the second is ``vakant2``."""

_UNNUMBERED = 10_000
"""The turn of an ersättare without a number: after those that have one."""


class Plats(NamedTuple):
    """A seat: ``namn`` is the signature of the ledamot who has it, or vakant, vakant2 …"""

    namn: str
    parti: str = ""
    valkrets: str = ""
    roll: Roll = Roll.LEDAMOT
    vakant: bool = False


class Ersattare(NamedTuple):
    """An ersättare with the list and valkrets elected for."""

    sig: str
    parti: str = ""
    valkrets: str = ""


@dataclass(frozen=True)
class Besattning:
    """An organ one day: its seats in roll order, its ersättare in their order."""

    organ: Organ
    platser: tuple[Plats, ...] = ()
    ersattare: tuple[Ersattare, ...] = ()

    @property
    def antal(self) -> int:
        """How many seats the organ has: more than half of them make a quorum (R29, R30)."""
        return max(self.organ.platser or 0, len(self.platser))

    def seat(self, namn: str) -> Plats | None:
        """The seat of that name, or None."""
        return next((plats for plats in self.platser if plats.namn == namn), None)

    def substitute(self, sig: str) -> Ersattare | None:
        """The ersättare with that signature, or None."""
        return next((e for e in self.ersattare if e.sig == sig), None)


def besattning(kommun: Kommun, organ: str, dag: date | None) -> Besattning:
    """Who is elected to an organ that day. A seat that the roster lacks a ledamot for is vakant."""
    body = kommun.find_organ(organ)
    mandates = kommun.mandates(organ, dag)
    own = [m for m in mandates if m.roll is not Roll.ERSATTARE]
    empty = [m for m in own if not m.person]
    empty += [Mandat(organ=organ)] * ((body.platser or 0) - len(own))
    held = tuple(Plats(m.person, _list(m, kommun), m.valkrets, m.roll) for m in own if m.person)
    vacant = tuple(
        Plats(f"{VAKANT}{n if n > 1 else ''}", m.parti, m.valkrets, m.roll, vakant=True)
        for n, m in enumerate(empty, 1)
    )
    subs = [m for m in mandates if m.roll is Roll.ERSATTARE and m.person]
    subs.sort(key=lambda m: _UNNUMBERED if m.ordning is None else m.ordning)
    row = (Ersattare(m.person, _list(m, kommun), m.valkrets) for m in subs)
    return Besattning(body, (*held, *vacant), tuple(row))


def _list(m: Mandat, kommun: Kommun) -> str:
    return m.parti or kommun.party_of(m.person)


def party_order(organ: Organ, parti: str) -> tuple[str, ...]:
    """The parties that ersättare for a party's ledamot are called from, its own first."""
    after = next((o.sedan for o in organ.partiordning if o.parti == parti), ())
    return (parti, *after) if parti else ()


def in_turn(
    organ: Besattning, plats: Plats, free: Collection[str], begun: Collection[str] = ()
) -> str:
    """The one of those who are free that is in turn for a seat, or "".

    Own party first, then the organ's order of parties, then the others; in each the one who has
    ``begun`` to serve, then the seat's valkrets, then the order of the ersättare. In fullmäktige
    an ersättare serves for the party elected for alone (5 kap. 17–18, 21 §§, 6 kap. 16–17 §§ KL).
    """
    parties = party_order(organ.organ, plats.parti)

    def turn(e: Ersattare) -> tuple[int, bool, bool]:
        rank = parties.index(e.parti) if e.parti in parties else len(parties)
        away = bool(plats.valkrets) and e.valkrets != plats.valkrets
        return rank, e.sig not in begun, away

    able = [e for e in organ.ersattare if e.sig in free and may_serve(organ, plats, e)]
    return min(able, key=turn).sig if able else ""


def may_serve(organ: Besattning, plats: Plats, e: Ersattare) -> bool:
    """Whether an ersättare may be called to a seat at all."""
    return not (organ.organ.fullmaktige and plats.parti) or e.parti == plats.parti


def filled(
    organ: Besattning,
    empty: Iterable[Plats],
    free: Iterable[str],
    begun: Collection[str] = (),
) -> dict[str, str]:
    """Seat to ersättare for each empty seat that can be filled.

    Every seat is first filled from its own party: an ersättare who is in turn there must not be
    spent on another's seat (R37).
    """
    left, given = list(dict.fromkeys(free)), dict[str, str]()
    waiting = list(empty)
    for own_only in (True, False):
        for plats in [p for p in waiting if p.namn not in given]:
            able = [s for s in left if not own_only or _same_list(organ, s, plats)]
            if vem := in_turn(organ, plats, able, begun):
                given[plats.namn] = vem
                left.remove(vem)
    return {p.namn: given[p.namn] for p in waiting if p.namn in given}


def _same_list(organ: Besattning, sig: str, plats: Plats) -> bool:
    e = organ.substitute(sig)
    return e is not None and e.parti == plats.parti != ""
