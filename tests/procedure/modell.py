"""Every course of an item up to a bound: the debates, the steps, and what is taken as the same.

A state is a §; a step is something that can happen next: the chair finds an answer, somebody asks
for a vote, the votes are counted, the chair or a minority decides, a förslag is laid.

Two reductions make the bound higher. Each is held against the whole in test_model, state by state.

``plain``: debates that differ only in what the beslutsgång does not look at are one. Names of
förslag and yrkanden; återremiss or bordläggning (both put the matter off, R90–R92); a second
yrkande with the same stands; where a yrkande on one of the three stages (formal, the matter,
tillägg) was moved among those on another; where in the debate bifall to the huvudförslag, always
the first answer, was moved. The order within a stage is kept: it is the order of the questions.

``fixed``: a question that no vote can be asked for on any more (R63) is what won it: how it was
found, counted or decided is forgotten, but not that a minority asked for it (R71).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from protokoll_tui.domain.forslag import FORMELLA, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.domain.yrkande import Stallning, Verkan
from protokoll_tui.procedure import Steg, StegKod, next_step
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.kedja import same_svar, through, winner
from protokoll_tui.procedure.omrostning import motforslag_question, sides_of, votable, waiting
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
FEW = (Rostetal(ja=10, nej=3), Rostetal(ja=3, nej=10))
"""Those who lost are no third: what a minority could do, it cannot here (R69)."""


# The debates


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


def plain_debates(left: int) -> Counter[Paragraf]:
    """The debates that differ, each with how many of all debates it stands for."""
    return Counter(plain(p) for p in debates(left))


def plain(p: Paragraf) -> Paragraf:
    """The debate without what the beslutsgång does not look at."""
    stages = {f.id: stage(f) for f in p.forslag}
    rows = {y.stallning: stages.get(y.stallning[0].pa.pa, 1) for y in reversed(p.yrkande)}
    order = {y.stallning: n for n, y in reversed(list(enumerate(p.yrkande)))}
    main = (stand(BIFALL, HUVUD.id),)
    stands = sorted(rows, key=lambda s: (rows[s], s != main, order[s]))
    forslag = sorted(p.forslag, key=stage)
    names = {f.id: f"f{n}" for n, f in enumerate(forslag)}
    return replace(
        p,
        forslag=tuple(renamed(f, names[f.id]) for f in forslag),
        yrkande=tuple(
            yrkar(f"y{n}", *(aimed_at(s, names) for s in some)) for n, some in enumerate(stands)
        ),
    )


def stage(forslag: Forslag) -> int:
    """0 formal, 1 on the matter, 2 tillägg: they are put in this order (R90, R96)."""
    return 0 if forslag.formellt else 2 if forslag.slag is ForslagSlag.TILLAGG else 1


def renamed(forslag: Forslag, id: str) -> Forslag:
    slag = ForslagSlag.ATERREMISS if forslag.slag in FORMELLA else forslag.slag
    return replace(forslag, id=id, slag=slag)


def aimed_at(stallning: Stallning, names: dict[str, str]) -> Stallning:
    pa = stallning.pa.pa
    return replace(stallning, pa=Mal(pa=names.get(pa, pa)))


# The steps


def after(p: Paragraf, step: Steg, praxis: Praxis) -> Iterator[Paragraf]:
    """Every item that the step, or a vote asked for on what was just found, leads to."""
    if p.beslut:
        return
    q = votable(p)
    if q is not None and len(q.svar) > 1:
        yield asked(p, q)
    match step.kod:
        case StegKod.FORSLAG:
            yield replace(p, forslag=(*p.forslag, HUVUD))
        case StegKod.ORDNING:
            yield replace(p, ordning=(Propositionsordning(id="o", godkand=True),))
        case StegKod.MOTFORSLAG:
            yield from (changed(p, step.fraga, funnet=svar) for svar in step.svar)
        case StegKod.ROSTNING:
            yield from counted(p, step, praxis)
        case StegKod.UTSLAGSROST | StegKod.MINORITET:
            yield from ruled(p, step)
        case StegKod.BESLUT:
            yield decided(p)
        case _:
            for svar in step.svar:
                new = Fraga(id=f"q{len(p.fraga)}", svar=step.svar, satt=step.satt, funnet=svar)
                yield replace(p, fraga=(*p.fraga, new))


def changed(p: Paragraf, id: str, **fields: object) -> Paragraf:
    rows = (replace(q, **fields) if q.id == id else q for q in p.fraga)  # type: ignore[arg-type]
    return replace(p, fraga=tuple(rows))


def asked(p: Paragraf, q: Fraga) -> Paragraf:
    inner = motforslag_question(q, f"q{len(p.fraga)}")
    ja, nej = sides_of(q, inner.id if inner else "")
    p = changed(p, q.id, votering=(Votering(id=f"v{q.id}", ja=ja, nej=nej),))
    return replace(p, fraga=(*p.fraga, inner)) if inner else p


def counted(p: Paragraf, step: Steg, praxis: Praxis) -> Iterator[Paragraf]:
    q = next(q for q in p.fraga if q.id == step.fraga)
    third = praxis.fullmaktige and stages_asked(p, q) == {0}
    for antal in (*COUNTS, *FEW) if third else COUNTS:
        yield changed(p, q.id, votering=(replace(q.votering[-1], antal=antal),))


def ruled(p: Paragraf, step: Steg) -> Iterator[Paragraf]:
    grund = Grund.MINORITET if step.kod is StegKod.MINORITET else Grund.UTSLAGSROST
    for svar in step.svar:
        yield changed(p, step.fraga, avgorande=Avgorande(grund=grund, vinnare=svar))


def stages_asked(p: Paragraf, fraga: Fraga) -> set[int]:
    """The stages that a question is on: 0 formal, 1 the matter, 2 tillägg."""
    stages = {f.id: stage(f) for f in p.forslag}
    aims = [m for s in fraga.svar for m in (through(p, s) or Svar()).pa]
    return {stages.get(mal.pa, 1) for mal in aims}


def fixed(p: Paragraf, praxis: Praxis) -> Paragraf:
    """The item with each question that no vote can be asked for on as what won it (R63)."""
    open_vote, last = waiting(p, praxis), votable(p)
    found: list[Fraga] = []
    gone: set[str] = set()
    for q in p.fraga:
        won = None if open_vote and open_vote.fraga.id == q.id else winner(p, q)
        if q.id in gone:
            gone |= chosen_in(q)
        elif won is None or (last and last.id == q.id):
            found.append(q)
        else:
            gone |= chosen_in(q)
            found.append(as_found(p, q, won))
    return p if found == list(p.fraga) else replace(p, fraga=tuple(found))


def chosen_in(q: Fraga) -> set[str]:
    """The question that chose what a vote set against the one found."""
    return {mal.pa for v in q.votering for side in (v.ja, v.nej) if side for mal in side.pa}


def as_found(p: Paragraf, q: Fraga, won: Svar) -> Fraga:
    funnet = next(svar for svar in q.svar if same_svar(through(p, svar), won))
    minority = q.avgorande and q.avgorande.grund is Grund.MINORITET
    kept = q.avgorande if minority else None
    return Fraga(id=q.id, svar=q.svar, satt=q.satt, funnet=funnet, avgorande=kept, klubbslag=True)


# The walk


@dataclass
class Vag:
    """A state with what comes next: ``ways`` in to it, ``said`` of it by the visitor."""

    p: Paragraf
    step: Steg
    said: object
    on: tuple[tuple[object, ...], ...] = ()
    ways: int = 0
    done: bool = False


Visit = Callable[[Paragraf, Steg], object]
"""Looks at a state and the step after it; gives what is to be counted of it."""


@dataclass(frozen=True)
class Gang:
    """A walk through every course of one item.

    ``visited`` states, of them ``decided``; ``seen`` how often each thing was said of a state on
    all courses, each on its own, and ``whole`` the states of those.
    """

    visited: int
    decided: int
    whole: int
    seen: Counter[object]


def walk(start: Paragraf, praxis: Praxis, visit: Visit, reduce: bool = True) -> Gang:
    """Every state that can be reached from an item, each once; each leads on to a decision."""
    known: dict[tuple[object, ...], Vag] = {}
    order: list[Vag] = []

    def go(raw: Paragraf) -> tuple[object, ...]:
        step = next_step(raw, praxis)
        said = visit(raw, step)
        p = fixed(raw, praxis) if reduce else raw
        key = (p.forslag, p.ordning, p.fraga, bool(p.beslut))
        here = known.get(key)
        if here is None:
            following = step if p is raw else next_step(p, praxis)
            here = known[key] = Vag(p, following, said if p is raw else visit(p, following))
            here.on = tuple(go(on) for on in after(p, step, praxis))
            # A state that leads back to one on the way to itself would not be done yet.
            assert all(known[k].done for k in here.on), "a way that goes round"
            assert here.on or p.beslut, "a state without a way on"
            here.done = True
            order.append(here)
        assert (here.step, here.said) == (step, said), "fixed, and something else comes next"
        return key

    known_start = go(start)
    known[known_start].ways = 1
    seen: Counter[object] = Counter()
    for here in reversed(order):
        seen[here.said] += here.ways
        for key in here.on:
            known[key].ways += here.ways
    ends = sum(bool(here.p.beslut) for here in order)
    return Gang(len(order), ends, seen.total(), seen)


def total(walks: Iterable[tuple[Gang, int]]) -> Gang:
    """Several walks as one, each counted so many times."""
    seen: Counter[object] = Counter()
    visited = ends = 0
    for one, times in walks:
        visited, ends = visited + one.visited, ends + one.decided
        for said, n in one.seen.items():
            seen[said] += n * times
    return Gang(visited, ends, seen.total(), seen)
