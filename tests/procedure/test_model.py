"""A model check: every course of an item up to a bound, and nothing is left hanging in any of them.

The states and what is taken as the same: ``modell``. FORSLAG is the number of yrkanden, so with a
huvudförslag there are that many proposals and one.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from protokoll_tui.domain.fraga import Fraga, Grund, Metod
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure import Steg, StegKod, Utfall, live_yrkanden, next_step, outcomes
from protokoll_tui.procedure.alternativ import wishes
from protokoll_tui.procedure.forlopp import Avslagsplats, Praxis, course
from protokoll_tui.procedure.kedja import ended, is_among
from protokoll_tui.procedure.rakning import present, tally, third, votes_for
from protokoll_tui.procedure.utfall import all_carried_formal, decided_svar
from tests.procedure.minne import remembered
from tests.procedure.modell import Gang, debates, plain_debates, stages_asked, total, walk

BOUND = int(os.environ.get("FORSLAG", "2"))
"""How many yrkanden at most; docs/matningar.md has the figures of 3 and 4."""

WHOLE = int(os.environ.get("HELA", "2"))
"""How many yrkanden the reductions are held against the whole with."""

EVERY = [
    Praxis(metod, avslag, fullmaktige)
    for metod in Metod
    for avslag in Avslagsplats
    for fullmaktige in (False, True)
]
WHOLE_PRAXIS = [EVERY[n] for n in (1, 8, 12)] if WHOLE > 2 else [EVERY[1]]


def name(praxis: Praxis) -> str:
    where = "fullmäktige" if praxis.fullmaktige else "nämnd"
    return f"{praxis.metod}, avslag {praxis.avslag}, {where}"


# What holds in every state


def check(p: Paragraf, step: Steg) -> object:
    """What holds in every state; what is to be counted of it."""
    fates = outcomes(p)
    check_questions(p)
    check_votes(p)
    check_fates(p, fates)
    if p.beslut:
        assert step.kod in {StegKod.EFTER, StegKod.KLAR}
    elif step.kod is not StegKod.BESLUT:
        assert step.svar or step.kod in {StegKod.ORDNING, StegKod.FORSLAG}, "nothing to choose"
    if step.kod is StegKod.HUVUDFRAGA:
        won = {y.id for y in p.yrkande if fates[y.id] is Utfall.BIFALLET}
        assert won <= set(formal_ones(p)), "won the matter, and it is still to be put"
    if p.beslut or step.kod is StegKod.BESLUT:
        check_end(p, fates)
    return (step.kod, step.satt, len(step.svar), frozenset(fates.values()), bool(p.beslut))


def formal_ones(p: Paragraf) -> Iterator[str]:
    """Ids of the yrkanden on a formal förslag."""
    formal = {f.id for f in p.forslag if f.formellt}
    return (y.id for y in p.yrkande if {s.pa.pa for s in y.stallning} <= formal)


def check_questions(p: Paragraf) -> None:
    """No formal yrkande meets a material one, and each stage comes in its turn (R90, R96)."""
    stages = [stages_asked(p, q) for q in p.fraga]
    assert all(len(stage) <= 1 for stage in stages), "a formal yrkande against a material one"
    put = [min(stage) for stage in stages if stage]
    assert put == sorted(put), "the questions are not put in their order"


def check_votes(p: Paragraf) -> None:
    """The side with more votes has won; a minority of a third can put the matter off (R65, R69)."""
    for q in p.fraga:
        counted = tally(q.votering[-1]) if q.votering else None
        if counted is None or counted.ja is None or counted.nej is None:
            continue
        vote, ruling = q.votering[-1], q.avgorande
        if ruling is None:
            more = vote.ja if counted.ja > counted.nej else vote.nej
            assert ended(p, q) == (None if counted.ja == counted.nej else more)
        elif ruling.grund is Grund.MINORITET:
            side = max(votes_for(vote, svar) for svar in q.svar if svar == ruling.vinnare)
            assert side >= third(present(vote)), "fewer than a third put the matter off"
        else:
            assert counted.ja == counted.nej, "decided by the chair, and no tie"


def check_fates(p: Paragraf, fates: dict[str, Utfall | None]) -> None:
    """Each yrkande is accounted for, and of the answers to a question one at most is won."""
    assert set(fates) == {y.id for y in p.yrkande}
    for q in course(p).fraga:
        for y in live_yrkanden(p):
            check_fate(p, q, y, fates[y.id])


def check_fate(p: Paragraf, q: Fraga, y: Yrkande, fate: Utfall | None) -> None:
    wanted = wishes(p, y)
    if len(wanted) != 1 or not is_among(wanted[0], q.svar):
        return
    if q.funnet is None:
        assert fate in (None, Utfall.EJ_PROVAT), "settled before its question is"
    else:
        # Proposals turned down one by one end in avslag of them all.
        won = wanted[0].verkan is q.funnet.verkan and set(wanted[0].pa) <= set(q.funnet.pa)
        assert (fate is Utfall.BIFALLET) is won, "won without its answer, or the other way"


def check_end(p: Paragraf, fates: dict[str, Utfall | None]) -> None:
    """When there is nothing left to put every yrkande has its outcome, and there is a decision."""
    assert None not in fates.values(), "nothing left to put, and a yrkande without outcome"
    put = course(p).fraga
    assert all(q.funnet for q in put)
    assert decided_svar(p) or not p.yrkande, "a decision, and nothing was answered"
    untried = {id for id, fate in fates.items() if fate is Utfall.EJ_PROVAT}
    assert not untried or all_carried_formal(p), "not tried, and the matter was not put off"
    minority = (r.vinnare for q in p.fraga if (r := q.avgorande) and r.grund is Grund.MINORITET)
    if any(svar and svar.verkan is Verkan.BIFALL for svar in minority):
        assert untried.isdisjoint(formal_ones(p)), "a minority's right was not tried (R71)"


# The walks


def walks(bound: int, praxis: Praxis) -> Iterable[tuple[Gang, int]]:
    for start, times in plain_debates(bound).items():
        yield walk(start, praxis, check), times


@pytest.mark.parametrize("praxis", EVERY, ids=name)
def test_every_course_ends_in_a_decision_with_every_yrkande_accounted_for(praxis: Praxis) -> None:
    began = time.process_time()
    with remembered():
        every = total(walks(BOUND, praxis))
    took = time.process_time() - began
    print(
        f"{name(praxis)}: {every.visited} states, {every.decided} decided, "
        f"for {every.whole} on all courses; {took:.0f} s"
    )
    assert every.decided > 100


@pytest.mark.parametrize("praxis", WHOLE_PRAXIS, ids=name)
def test_what_is_taken_as_the_same_is_the_same_in_every_course(praxis: Praxis) -> None:
    with remembered():
        whole = total((walk(start, praxis, check, reduce=False), 1) for start in debates(WHOLE))
        every = total(walks(WHOLE, praxis))
    print(f"{name(praxis)}: {whole.visited} states, {every.visited} when the same are one")
    assert every.seen == whole.seen
    assert every.visited < whole.visited <= whole.whole == every.whole


def test_what_is_remembered_is_what_is_said() -> None:
    praxis = EVERY[1]
    for start in debates(1):
        said = [(next_step(start, praxis), outcomes(start))]
        with remembered():
            said += 2 * [(next_step(start, praxis), outcomes(start))]
        assert said[0] == said[1] == said[2]


def test_every_yrkande_of_a_debate_is_live() -> None:
    assert all(live_yrkanden(p) == p.yrkande for p in debates(2))
    assert sum(Counter(plain_debates(2)).values()) == len(list(debates(2)))
