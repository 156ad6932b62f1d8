"""Points of a förslag that are put off by themselves; the rest is decided today (R99). Pure."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.text import Lista, parse_text
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.kedja import winner


def points_put_off_by(forslag: Forslag) -> tuple[int, ...]:
    """The points that a formal förslag is about alone; none where it is the whole matter."""
    postpones = forslag.slag in SKJUTER_UPP
    return forslag.mot.punkter if postpones and forslag.mot else ()


def carried_on_points(p: Paragraf) -> tuple[Forslag, ...]:
    """The formal förslag that put points off, in the order in which they were put."""
    on_points = {f.id: f for f in p.forslag if points_put_off_by(f)}
    won = (svar for q in p.fraga if on_points and (svar := winner(p, q)))
    ids = (mal.pa for svar in won if svar.verkan is Verkan.BIFALL for mal in svar.pa)
    return tuple(on_points[id] for id in dict.fromkeys(ids) if id in on_points)


def put_off(p: Paragraf, id: str) -> frozenset[int]:
    """The points of a förslag that have been put off."""
    aims = (f.mot for f in carried_on_points(p) if f.mot and f.mot.pa == id)
    return frozenset(nr for mot in aims for nr in mot.punkter)


def is_put_off(p: Paragraf, mal: Mal) -> bool:
    """Whether an aim waits with the points that were put off, and is not put to the organ today.

    An ändring that touches one of them waits as a whole: its words cannot be decided in part.
    Something formal waits when all its points are put off, and it has not been tried before.
    """
    if mal.punkter and set(mal.punkter) <= put_off(p, mal.pa):
        return True
    own = next((f for f in p.forslag if f.id == mal.pa and f.mot and f.mot.punkter), None)
    if own is None or own.mot is None:
        return False
    off, points = put_off(p, own.mot.pa), set(own.mot.punkter)
    if own.slag is ForslagSlag.ANDRING:
        return bool(off & points)
    return points <= off and own.id not in _tried(p)


def _tried(p: Paragraf) -> set[str]:
    put = (q for q in p.fraga if winner(p, q))
    return {mal.pa for q in put for svar in q.svar for mal in svar.pa}


def point_numbers(text: str) -> frozenset[int]:
    """The numbers of the points of a text."""
    return frozenset(
        block.start + n
        for block in parse_text(text)
        if isinstance(block, Lista) and block.numbered
        for n in range(len(block.items))
    )


def points_at_stake(p: Paragraf, forslag: Forslag) -> frozenset[int]:
    """The points of a förslag that can be decided today; empty where it has no points."""
    return point_numbers(forslag.text) - put_off(p, forslag.id)


def without_put_off(p: Paragraf, mal: Mal) -> Mal:
    """An aim as what is left of it: the other points, where some of its own were put off."""
    off = put_off(p, mal.pa)
    whole = next((f.text for f in p.forslag if off and f.id == mal.pa), "")
    left = tuple(sorted(set(mal.punkter or point_numbers(whole)) - off))
    return replace(mal, punkter=left) if off and left else mal


def all_put_off(p: Paragraf, id: str) -> bool:
    """Whether a förslag has points and none of them is left: then the matter is put off."""
    text = next((f.text for f in p.forslag if f.id == id), "")
    return frozenset[int]() < point_numbers(text) <= put_off(p, id)
