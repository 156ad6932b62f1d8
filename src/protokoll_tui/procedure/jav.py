"""Who is kept out of an item or a point of it by jäv (R48–R52). Pure."""

from __future__ import annotations

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.narvaro import TOM
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Jav, Provning


def persons(aktorer: tuple[Aktor, ...]) -> tuple[str, ...]:
    """The signatures behind actors: persons, and those of groups."""
    return tuple(sig for a in aktorer for sig in a.signaturer)


def counts(jav: Jav) -> bool:
    """Whether a jäv keeps anybody out: one in question does not before the organ says so (R49)."""
    return jav.provning in (Provning.ANMALD, Provning.JAVIG)


def holds(jav: Jav, punkt: int | None) -> bool:
    """Whether a jäv keeps its persons out of a point (None = the § as a whole)."""
    return counts(jav) and (not jav.punkter or punkt in jav.punkter)


def challenged(p: Paragraf, punkt: int | None = None) -> frozenset[str]:
    """The signatures of those who are jäviga in the § or at a point of it."""
    return frozenset(sig for j in p.jav if holds(j, punkt) for sig in persons(j.av))


def challenged_anywhere(p: Paragraf) -> frozenset[str]:
    """The signatures of those who are jäviga in the § or at some point of it."""
    return frozenset(sig for j in p.jav if counts(j) for sig in persons(j.av))


def points_of_jav(p: Paragraf) -> tuple[int, ...]:
    """The points that somebody is jävig at alone."""
    return tuple(sorted({n for j in p.jav for n in j.punkter}))


def stand_ins(p: Paragraf, but: str = "") -> frozenset[str]:
    """Those who serve for somebody who is jävig in the § or at a point, but for one record's."""
    held = (j for j in p.jav if counts(j) and j.id != but)
    return frozenset(t.vem for j in held for t in j.tjanst)


def stand_in_for(p: Paragraf, sig: str, seat: str) -> str:
    """Who serves on the seat of one who is jävig in the whole §, "" where nobody does."""
    if sig not in challenged(p):
        return ""
    found = (t.vem for j in p.jav if holds(j, None) for t in j.tjanst if t.ersatter == seat)
    return next((vem for vem in found if vem != TOM), "")
