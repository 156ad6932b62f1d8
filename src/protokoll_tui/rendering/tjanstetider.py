"""Who served on which seat in which §§, gathered over the meeting for the front page (R2, R7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from protokoll_tui.domain.narvaro import RorelseSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure.narvaro import AVGANG, Narvaro
from protokoll_tui.procedure.rostlangd import at_decision, challenged, holds, persons, points_of_jav
from protokoll_tui.rendering.narvaroposter import JavradVy, SpannVy
from protokoll_tui.rendering.narvarovy import Omgivning
from protokoll_tui.rendering.omstandigheter import clock
from protokoll_tui.swedish.dates import NBSP, format_sections

_Nyckel = TypeVar("_Nyckel")


@dataclass
class Tider:
    """What is known of a meeting's service, by the place of each § in the meeting.

    ``tjanst`` holds the §§ of each (seat, person), jäv not taken off; ``jav`` those that somebody
    was jävig in whole, ``punkter`` the points of others; ``del_av`` those that somebody served in
    but not at the decision, ``vid`` the points of those served in only where another was jävig;
    ``inne`` those that somebody was there in without serving.
    """

    tjanst: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    jav: dict[str, set[int]] = field(default_factory=dict)
    punkter: dict[str, dict[int, set[int]]] = field(default_factory=dict)
    del_av: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    vid: dict[tuple[str, str], dict[int, set[int]]] = field(default_factory=dict)
    inne: dict[str, set[int]] = field(default_factory=dict)
    distans: dict[str, set[int]] = field(default_factory=dict)

    def seats_of(self, sig: str) -> tuple[str, ...]:
        """The seats that somebody has served on."""
        return tuple(plats for plats, vem in self.tjanst if vem == sig)


def gathered(omgivning: Omgivning, paragrafer: tuple[Paragraf, ...]) -> Tider:
    """The service in some §§ of a meeting; without any, that after the upprop."""
    tider = Tider()
    if not paragrafer:
        _sits(tider, omgivning.gang.upprop, 0)
        _idle(tider, omgivning.gang.upprop, frozenset(), 0)
    for n, p in enumerate(paragrafer):
        _add(tider, p, n, omgivning)
    return tider


def _add(tider: Tider, p: Paragraf, n: int, omgivning: Omgivning) -> None:
    gang, out = omgivning.gang, challenged(p)
    skede = gang.at(p.id)
    _sits(tider, skede.beslut, n)
    _sits(tider, at_decision(gang, p), n)
    for seat, vem in skede.borjan.platser.items():
        if vem and skede.beslut.platser.get(seat) != vem:
            _put(tider.del_av, (seat, vem), n)
    _sits_at_points(tider, p, n, omgivning)
    for sig in out:
        _put(tider.jav, sig, n)
    for j in p.jav:
        for sig in persons(j.av):
            points = {punkt for punkt in j.punkter if holds(j, punkt)}
            if points:
                tider.punkter.setdefault(sig, {}).setdefault(n, set()).update(points)
    _idle(tider, skede.beslut, frozenset() if gang.organ.organ.fullmaktige else out, n)


def _sits_at_points(tider: Tider, p: Paragraf, n: int, omgivning: Omgivning) -> None:
    """Those who serve only at the points that others are jäviga in."""
    whole = {key for key, places in tider.tjanst.items() if n in places}
    for punkt in points_of_jav(p):
        for key in at_decision(omgivning.gang, p, punkt).platser.items():
            if key[1] and key not in whole:
                _put(tider.tjanst, key, n)
                if n not in tider.del_av.get(key, ()):
                    _put(tider.vid.setdefault(key, {}), n, punkt)


def _put(held: dict[_Nyckel, set[int]], key: _Nyckel, n: int) -> None:
    held.setdefault(key, set()).add(n)


def _sits(tider: Tider, room: Narvaro, n: int) -> None:
    for seat, vem in room.platser.items():
        if vem:
            _put(tider.tjanst, (seat, vem), n)
            if vem in room.distans:
                _put(tider.distans, vem, n)


def _idle(tider: Tider, room: Narvaro, out: frozenset[str], n: int) -> None:
    """Those who are there and serve on no seat; in a nämnd a jävig one must not be there (R48)."""
    for sig in room.inne - out - set(room.tjanstgor):
        if not any(n in tider.tjanst[key] for key in tider.tjanst if key[1] == sig):
            _put(tider.inne, sig, n)
            if sig in room.distans:
                _put(tider.distans, sig, n)


@dataclass(frozen=True)
class Ordning:
    """The §§ of a meeting in order, by which places become numbers."""

    paragrafer: tuple[Paragraf, ...]

    def numbers(self, places: Iterable[int]) -> tuple[int, ...]:
        """The numbers of §§ at some places, those that have one."""
        row = (self.paragrafer[n].nr for n in sorted(places) if n < len(self.paragrafer))
        return tuple(nr for nr in row if nr is not None)

    def label(self, n: int) -> str:
        """The § at a place ("§ 114"), "" where it has no number or is not there."""
        return format_sections(self.numbers((n,))) if n >= 0 else ""

    def span(self, places: set[int]) -> SpannVy:
        """Places as §§ that can be printed."""
        last = len(self.paragrafer) - 1
        words = self._words(places)
        if not places or len(places) > last:
            return SpannVy(bool(places), *words)
        first, end = min(places), max(places)
        whole = len(places) == end - first + 1
        return SpannVy(
            False,
            *words,
            fran=self.label(first) if whole and end == last else "",
            till=self.label(end) if whole and first == 0 else "",
            efter=self.label(first - 1),
        )

    def _words(self, places: set[int]) -> tuple[str, str]:
        """§§ with their sign and without it."""
        sections = format_sections(self.numbers(places))
        return sections, sections.partition(NBSP)[2]

    def jav_rows(self, sig: str, tider: Tider) -> tuple[JavradVy, ...]:
        """What somebody was jävig in: whole §§ on one row, then points § by §."""
        whole = tider.jav.get(sig, set())
        rows = []
        for hidden in (False, True):
            held = {n for n in whole if self.paragrafer[n].sekretess is hidden}
            rows += [JavradVy(*self._words(held), (), hidden)] if held else []
        return (*rows, *self.point_rows(tider.punkter.get(sig, {})))

    def point_rows(self, held: dict[int, set[int]]) -> tuple[JavradVy, ...]:
        """Points § by §."""
        return tuple(
            JavradVy(*self._words({n}), tuple(sorted(points)), self.paragrafer[n].sekretess)
            for n, points in sorted(held.items())
        )


def came_and_left(sig: str, omgivning: Omgivning) -> tuple[str, str]:
    """When somebody first came and last left, as printed; "" where it is not told."""
    mine = [r for p in omgivning.state.paragraf for r in p.rorelse if r.vem == sig and r.tid]
    came = [r for r in mine if r.slag is RorelseSlag.KOMMER]
    left = [r for r in mine if r.slag in AVGANG]
    late = came and sig not in omgivning.gang.upprop.inne
    gone = bool(left) and (not came or mine.index(left[-1]) > mine.index(came[-1]))
    return clock(came[0].tid) if late else "", clock(left[-1].tid) if gone else ""
