"""The beslutsgång step by step: questions, votes and their results as they followed each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Nar
from protokoll_tui.rendering.malvy import FRAGA, Paragrafregister
from protokoll_tui.rendering.ordningsvy import order_view
from protokoll_tui.rendering.rostposter import GangVy, VoteringVy
from protokoll_tui.rendering.rostvy import chosen_in
from protokoll_tui.rendering.vy import FragaVy


def course_view(
    fragor: tuple[FragaVy, ...], p: Paragraf, register: Paragrafregister
) -> tuple[GangVy, ...]:
    """Everything that was said of the propositions, in the order in which it happened."""
    inner = chosen_in(p)
    put = [q for q in p.fraga if q.id not in inner]
    before: dict[int, list[GangVy]] = {}
    for place, step in _beside(put, p, register):
        before.setdefault(place, []).append(step)
    steps: list[GangVy] = []
    for n, view in enumerate(fragor):
        steps += [*before.get(n, ()), *_question(view)]
    return (*steps, *before.get(len(fragor), ()))


def votes_of(gang: tuple[GangVy, ...]) -> tuple[VoteringVy, ...]:
    """The votes of a beslutsgång, in the order held."""
    return tuple(step.votering for step in gang if step.slag == "resultat" and step.votering)


def _question(q: FragaVy) -> Iterator[GangVy]:
    """A question, what chose the motförslag of its vote, the vote and its result."""
    if q.funnet or not q.sluten or q.form == "val":
        yield GangVy("fråga", f"fraga:{q.id}", fraga=q)
    for v in q.votering:
        for inner in v.inre:
            yield from _question(inner)
        under = "huvudvotering" if v.huvud else "motforslagsvotering" if v.niva else "omrostning"
        if not _waits(v):
            yield GangVy("votering", f"votering:{v.id}", under, q, v)
        yield GangVy("resultat", f"resultat:{v.id}", under, q, v)
        yield GangVy("rostlista", f"rostlista:{v.id}", under, q, v)
    for s in q.sluten:
        yield GangVy("sluten", f"sluten:{s.id}", "omrostning", q, sluten=s)
    if q.avgorande and not (q.votering or q.sluten):
        yield GangVy("avgörande", f"avgorande:{q.id}", fraga=q)


def _waits(v: VoteringVy) -> bool:
    """Whether what a side means is still to be chosen: the order cannot be told yet."""
    return any(mal.slag == FRAGA for side in (v.ja, v.nej) if side for mal in side.mal)


def _beside(
    put: list[Fraga], p: Paragraf, register: Paragrafregister
) -> Iterator[tuple[int, GangVy]]:
    """What was said beside the questions, each with the place of the question it came before."""
    if p.tas_upp is not False:
        yield 0, GangVy("tas upp", f"tas_upp:{p.id}")
    for o in p.ordning:
        made = order_view(o, register)
        yield _place(o.tid or False, put), GangVy("ordning", f"ordning:{o.id}", ordning=made)
    for f in p.forslag:
        if f.avvisat:
            place = _tried(f, put, p) if _tried(f, put, p) < len(put) else _place(f.avvisat, put)
            target = register.target(Mal(pa=f.id))
            yield place, GangVy("avvisat", f"avvisat:{f.id}", mal=target, skal=f.skal)
    for f in p.forslag:
        if f.fallet:
            place = _place(f.fallet, put) if isinstance(f.fallet, time) else len(put)
            target = register.target(Mal(pa=f.id))
            yield place, GangVy("fallet", f"fallet:{f.id}", mal=target, skal=f.skal)


def _place(nar: Nar, put: list[Fraga]) -> int:
    """Before which question something happened; of an unknown time before the first."""
    if not isinstance(nar, time):
        return 0
    return next((n for n, q in enumerate(put) if q.tid is None or q.tid >= nar), len(put))


def _tried(f: Forslag, put: list[Fraga], p: Paragraf) -> int:
    """The place of the question whether the förslag is put all the same (R68)."""
    asks = {
        o.id
        for o in p.forslag
        if o.slag is ForslagSlag.ORDNINGSFRAGA and o.mot and o.mot.pa == f.id
    }
    aims = ((n, mal.pa) for n, q in enumerate(put) for svar in q.svar for mal in svar.pa)
    return next((n for n, id in aims if id in asks), len(put))
