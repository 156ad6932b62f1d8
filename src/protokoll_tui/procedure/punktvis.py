"""Yrkanden that hit different points of one förslag: each set of points is a question (R99)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.forslag import NO_MAL, Forslag, Mal
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import (
    alternatives,
    changed_together,
    is_main,
    main_forslag,
)
from protokoll_tui.procedure.kedja import same_svar


def disputes(paragraf: Paragraf) -> tuple[tuple[Svar, ...], ...]:
    """The questions on the matter itself, each as its answers, the huvudförslag first.

    One question, unless the yrkanden hit sets of points apart from each other: then one for each
    set, in the order moved (R96, R99), after the one on the whole where that too is contested.
    """
    answers, main = alternatives(paragraf), main_forslag(paragraf)
    against = [svar for svar in answers if not (main and is_main(svar, main))]
    hits = [points_hit(paragraf, svar) for svar in against]
    sets = _apart([hit for hit in hits if hit])
    if main is None or len(sets) < 2:
        return (answers,) if answers else ()
    by_points = tuple(_question(paragraf, main, points, against) for points in sets)
    others = [svar for svar, hit in zip(against, hits, strict=True) if not hit]
    return ((Svar(pa=(Mal(pa=main.id),)), *others), *by_points) if others else by_points


def _question(
    paragraf: Paragraf, main: Forslag, points: frozenset[int], against: list[Svar]
) -> tuple[Svar, ...]:
    stands = Svar(pa=(Mal(pa=main.id, punkter=tuple(sorted(points))),))
    hits = ((svar, points_hit(paragraf, svar)) for svar in against)
    return (stands, *(svar for svar, hit in hits if hit and hit <= points))


def _apart(hits: list[frozenset[int]]) -> list[frozenset[int]]:
    """The sets joined where they share a point, in the order in which they first came."""
    sets: list[frozenset[int]] = []
    for hit in hits:
        joined = [known for known in sets if known & hit]
        whole = frozenset[int]().union(hit, *joined)
        at = sets.index(joined[0]) if joined else len(sets)
        sets = [known for known in sets if known not in joined]
        sets.insert(at, whole)
    return sets


def points_hit(paragraf: Paragraf, svar: Svar) -> frozenset[int]:
    """The points of the huvudförslag that an answer is about; empty where it is about the whole."""
    main = main_forslag(paragraf)
    hits = [_points_of(paragraf, main, mal) for mal in svar.pa] if main else []
    return frozenset[int]().union(*hits) if all(hits) else frozenset()


def _points_of(paragraf: Paragraf, main: Forslag, mal: Mal) -> frozenset[int]:
    if mal.pa == main.id:
        return frozenset(mal.punkter)
    together = changed_together(paragraf, mal.pa)
    changes = (f.mot for f in paragraf.forslag if f.id in together and f.mot)
    return frozenset(nr for mot in changes if mot.pa == main.id for nr in mot.punkter)


def _put_on(paragraf: Paragraf, question: tuple[Svar, ...]) -> frozenset[int]:
    """The points that a question is put on; empty for one on the whole matter."""
    main = main_forslag(paragraf)
    hits = [
        points_hit(paragraf, svar)
        for svar in question
        if not (main and is_main(svar, main) and not points_hit(paragraf, svar))
    ]
    return frozenset[int]().union(*hits) if all(hits) else frozenset()


def same_question(paragraf: Paragraf, a: tuple[Svar, ...], b: tuple[Svar, ...]) -> bool:
    """Whether two questions on the matter, each as its answers, are one.

    They are when they share points, or when both are on the whole.
    """
    mine, other = _put_on(paragraf, a), _put_on(paragraf, b)
    return bool(mine & other) or mine == other


def answer_for(paragraf: Paragraf, question: tuple[Svar, ...], wanted: Svar) -> Svar | None:
    """The answer to one of several questions that a wish comes to; None: it says nothing of it.

    Bifall that is wished for the whole förslag holds for its points.
    """
    exact = next((svar for svar in question if same_svar(svar, wanted)), None)
    if exact is not None:
        return exact
    # An answer read from a file may aim at several; none such is put point by point.
    aim = question[0].pa[0] if question[0].pa else NO_MAL
    meant = next((mal for mal in wanted.pa if mal.pa == aim.pa), None)
    if meant is None or (meant.punkter and not set(meant.punkter) & set(aim.punkter)):
        return None
    if wanted.verkan is Verkan.BIFALL:
        return question[0] if aim.punkter else None
    return replace(question[0], verkan=Verkan.AVSLAG) if meant.punkter else None


def shares_points(paragraf: Paragraf, a: tuple[Svar, ...], b: tuple[Svar, ...]) -> bool:
    """Whether two questions may touch: one of them is on the whole, or they share a point."""
    mine, other = _put_on(paragraf, a), _put_on(paragraf, b)
    return not mine or not other or bool(mine & other)


def is_whole(paragraf: Paragraf, question: tuple[Svar, ...]) -> bool:
    """Whether a question is on the whole matter, not on points of it."""
    return not _put_on(paragraf, question)


def point_by_point(paragraf: Paragraf, found: tuple[Svar, ...]) -> bool:
    """Whether several answers together are one decision: each on points of the huvudförslag."""
    main = main_forslag(paragraf)
    whole = (main is not None and is_main(svar, main) for svar in found)
    hits = (points_hit(paragraf, svar) for svar in found)
    return len(found) > 1 and all(hit or w for hit, w in zip(hits, whole, strict=True))
