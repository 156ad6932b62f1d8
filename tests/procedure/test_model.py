"""A model check: every course of an item up to a bound, and nothing is left hanging in any of them.

A state is a §; a step is something that can happen next: a yrkande is moved, the chair finds an
answer, somebody asks for a vote, the votes are counted, the chair or a minority decides.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import FORMELLA, Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Metod, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import Steg, StegKod, live_yrkanden, next_step, outcomes
from protokoll_tui.procedure.forlopp import Avslagsplats, Praxis, course
from protokoll_tui.procedure.kedja import through
from protokoll_tui.procedure.omrostning import motforslag_question, sides_of, votable
from tests.procedure.builders import AVSLAG, BIFALL, HUVUD, decided, item, stand, yrkar

MOVES = (
    (BIFALL, None),
    (AVSLAG, None),
    (BIFALL, ForslagSlag.ALTERNATIV),
    (BIFALL, ForslagSlag.TILLAGG),
    (BIFALL, ForslagSlag.ATERREMISS),
    (BIFALL, ForslagSlag.BORDLAGGNING),
)
COUNTS = (Rostetal(ja=7, nej=6), Rostetal(ja=6, nej=7), Rostetal(ja=6, nej=6))
BOUND = int(os.environ.get("FORSLAG", "2"))
"""How many yrkanden at most; 4 visits every course that the figures in the docs are of."""

EVERY = [
    Praxis(metod, avslag, fullmaktige)
    for metod in Metod
    for avslag in Avslagsplats
    for fullmaktige in (False, True)
]
PRAXIS = EVERY if BOUND > 2 else [EVERY[n] for n in (1, 6, 9, 12)]


def moved(p: Paragraf, verkan: Verkan, slag: ForslagSlag | None) -> Paragraf:
    """The item with one more yrkande, and the förslag that comes with it."""
    n = len(p.yrkande)
    if slag is None:
        aims = aimed(p, verkan)
    else:
        aims = (f"{slag.value}{n}",)
        p = replace(p, forslag=(*p.forslag, Forslag(id=aims[0], slag=slag)))
    stands = (stand(verkan, aim) for aim in aims)
    return replace(p, yrkande=(*p.yrkande, yrkar(f"y{n}", *stands)))


def aimed(p: Paragraf, verkan: Verkan) -> tuple[str, ...]:
    """What bifall or avslag of no new proposal is about; without a huvudförslag all is denied."""
    own = [f for f in p.forslag if f.slag is ForslagSlag.ALTERNATIV]
    if verkan is AVSLAG and own and HUVUD not in p.forslag:
        return tuple(f.id for f in own)
    return (p.forslag[0].id if p.forslag else "",)


def debates(left: int) -> Iterator[Paragraf]:
    """The item with and without a huvudförslag, after every debate of so many yrkanden."""
    waiting = deque([(item(HUVUD), left), (item(), left)])
    while waiting:
        p, more = waiting.popleft()
        yield p
        if more:
            waiting.extend((moved(p, *move), more - 1) for move in MOVES)


def after(p: Paragraf, step: Steg) -> Iterator[Paragraf]:
    """Every item that the step, or a vote asked for on what was just found, leads to."""
    q = votable(p)
    if step.kod not in _VOTES and q is not None and len(q.svar) > 1:
        yield asked(p, q)
    match step.kod:
        case StegKod.ORDNING:
            yield replace(p, ordning=(Propositionsordning(id="o", godkand=True),))
        case StegKod.MOTFORSLAG:
            yield from (changed(p, step.fraga, funnet=svar) for svar in step.svar)
        case StegKod.ROSTNING:
            for antal in COUNTS:
                yield counted(p, step, antal)
        case StegKod.UTSLAGSROST:
            yield from (ruled(p, step, Grund.UTSLAGSROST, svar) for svar in step.svar)
        case StegKod.MINORITET:
            yield from (ruled(p, step, Grund.MINORITET, svar) for svar in step.svar)
        case StegKod.BESLUT:
            yield decided(p)
        case _:
            for svar in step.svar:
                new = Fraga(id=f"q{len(p.fraga)}", svar=step.svar, satt=step.satt, funnet=svar)
                yield replace(p, fraga=(*p.fraga, new))


_VOTES = {
    StegKod.MOTFORSLAG,
    StegKod.ROSTNING,
    StegKod.UTSLAGSROST,
    StegKod.LOTTNING,
    StegKod.MINORITET,
}


def changed(p: Paragraf, id: str, **fields: object) -> Paragraf:
    rows = (replace(q, **fields) if q.id == id else q for q in p.fraga)  # type: ignore[arg-type]
    return replace(p, fraga=tuple(rows))


def asked(p: Paragraf, q: Fraga) -> Paragraf:
    inner = motforslag_question(q, f"q{len(p.fraga)}")
    ja, nej = sides_of(q, inner.id if inner else "")
    p = changed(p, q.id, votering=(Votering(id=f"v{q.id}", ja=ja, nej=nej),))
    return replace(p, fraga=(*p.fraga, inner)) if inner else p


def counted(p: Paragraf, step: Steg, antal: Rostetal) -> Paragraf:
    q = next(q for q in p.fraga if q.id == step.fraga)
    return changed(p, q.id, votering=(replace(q.votering[-1], antal=antal),))


def ruled(p: Paragraf, step: Steg, grund: Grund, svar: Svar) -> Paragraf:
    return changed(p, step.fraga, avgorande=Avgorande(grund=grund, vinnare=svar))


def kinds_asked(p: Paragraf, fraga: Fraga) -> set[str]:
    kinds = {f.id: f.slag for f in p.forslag}
    aims = [m for s in fraga.svar for m in (through(p, s) or Svar()).pa]
    asked_of = {kinds.get(mal.pa) for mal in aims}
    return {
        "formell" if kind in FORMELLA else "tillägg" if kind is ForslagSlag.TILLAGG else "sak"
        for kind in asked_of
    }


def courses(start: Paragraf, praxis: Praxis) -> Iterator[tuple[Paragraf, Steg]]:
    """Every state that can be reached from an item, each once, with what comes next."""
    seen: set[tuple[object, ...]] = set()
    waiting = [start]
    while waiting:
        p = waiting.pop()
        key = (p.ordning, p.fraga, bool(p.beslut))
        if key in seen:
            continue
        seen.add(key)
        step = next_step(p, praxis)
        yield p, step
        if not p.beslut:
            waiting.extend(after(p, step))


def check(p: Paragraf, step: Steg) -> None:
    """What holds in every state (R90, R92, R94, R96)."""
    fates = outcomes(p)
    assert set(fates) == {y.id for y in p.yrkande}
    for fraga in p.fraga:
        assert len(kinds_asked(p, fraga)) <= 1, "a formal yrkande against a material one"
    if p.beslut:
        assert step.kod in {StegKod.EFTER, StegKod.KLAR}
    elif step.kod is StegKod.BESLUT:
        assert None not in fates.values(), "nothing left to put, and a yrkande without outcome"
        assert all(q.funnet for q in course(p).fraga)
    elif step.kod is StegKod.FORSLAG:
        assert not [f for f in p.forslag if f.slag is ForslagSlag.HUVUD]
    else:
        assert step.svar or step.kod is StegKod.ORDNING, "a state without a way on"


@pytest.mark.parametrize("praxis", PRAXIS, ids=lambda x: f"{x.metod} {x.avslag} {x.fullmaktige}")
def test_every_course_ends_in_a_decision_or_names_what_is_missing(praxis: Praxis) -> None:
    states = ends = 0
    for start in debates(BOUND):
        for p, step in courses(start, praxis):
            states += 1
            check(p, step)
            ends += bool(p.beslut)
    print(
        f"{praxis.metod}, avslag {praxis.avslag}, fullmäktige {praxis.fullmaktige}: "
        f"{states} states, {ends} decisions"
    )
    assert ends > (500 if BOUND > 1 else 50)
    assert all(live_yrkanden(p) == p.yrkande for p in debates(1))
