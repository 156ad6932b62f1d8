"""Two writers, one debate: who joined stands once, and what was said stands in its order."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.changes import merge
from protokoll_tui.domain.handelse import Instamt, Lagt, apply
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import find
from protokoll_tui.domain.yrkande import Instammande, Yrkande
from tests.domain.meetings import AB, CD, EF, SOME_TIMES, small, yrkande


def joined(*pairs: tuple[Aktor, time | None]) -> Sammantrade:
    rows = tuple(Instammande(vem=vem, tid=tid) for vem, tid in pairs)
    return apply(Instamt(yrkande="y-1", instammer=rows), small())


def supporters(state: Sammantrade) -> list[tuple[Aktor, time | None]]:
    found = find(state, "y-1")
    assert isinstance(found, Yrkande)
    return [(i.vem, i.tid) for i in found.instammer]


def test_one_who_joined_on_both_sides_stands_once_with_the_earlier_time() -> None:
    early, late = time(15, 40), time(15, 42)
    for ours, theirs in ((early, late), (late, early)):
        result, krockar = merge(small(), joined((CD, ours)), joined((CD, theirs)))
        assert (supporters(result), krockar) == ([(CD, early)], ())


def test_one_who_joined_at_once_on_one_side_joined_at_once() -> None:
    for ours, theirs in ((None, time(15, 40)), (time(15, 40), None)):
        result, _ = merge(small(), joined((CD, ours)), joined((CD, theirs)))
        assert supporters(result) == [(CD, None)]


def test_a_group_that_joined_on_both_sides_stands_once() -> None:
    group = Aktor(grupp="S", namn=("cd", "ef"))
    ours, theirs = joined((group, time(15, 42))), joined((group, time(15, 40)))
    assert supporters(merge(small(), ours, theirs)[0]) == [(group, time(15, 40))]


def test_supporters_of_both_sides_stand_in_the_order_of_time() -> None:
    ours = joined((CD, time(15, 41)), (EF, time(15, 45)))
    theirs = joined((Aktor(person="gh"), time(15, 43)))
    result, _ = merge(small(), ours, theirs)
    assert [vem.person for vem, _ in supporters(result)] == ["cd", "gh", "ef"]


def said(state: Sammantrade, id: str, tid: time | None, fore: str = "") -> Sammantrade:
    post = replace(yrkande(id, AB), tid=tid)
    return apply(Lagt(i="p-1", lista="yrkande", post=post, fore=fore), state)


def order(state: Sammantrade) -> list[str]:
    return [y.id for y in state.paragraf[0].yrkande]


def test_yrkanden_of_both_sides_stand_in_the_order_they_were_made() -> None:
    ours = said(said(small(), "y-o1", time(15, 41)), "y-o2", time(15, 45))
    theirs = said(said(small(), "y-t1", time(15, 40)), "y-t2", time(15, 43))
    result, krockar = merge(small(), ours, theirs)
    assert krockar == ()
    assert order(result) == ["y-1", "y-2", "y-t1", "y-o1", "y-t2", "y-o2"]
    other, _ = merge(small(), theirs, ours)
    assert order(other) == order(result)


def test_reservations_are_ordered_too() -> None:
    def reserved(id: str, tid: time) -> Sammantrade:
        return apply(Lagt(i="p-1", lista="reservation", post=Reservation(id=id, tid=tid)), small())

    result, _ = merge(small(), reserved("r-o", time(16, 2)), reserved("r-t", time(16, 1)))
    assert [r.id for r in result.paragraf[0].reservation] == ["r-t", "r-o"]


def test_without_times_ours_stand_first_as_they_were() -> None:
    ours, theirs = said(small(), "y-o", None), said(small(), "y-t", None)
    assert order(merge(small(), ours, theirs)[0]) == ["y-1", "y-2", "y-o", "y-t"]


def test_an_order_that_a_writer_chose_is_kept_against_the_clock() -> None:
    ours = said(said(small(), "y-o1", time(15, 50)), "y-o2", time(15, 41))
    theirs = said(small(), "y-t", time(15, 45))
    found = order(merge(small(), ours, theirs)[0])
    assert found.index("y-o1") < found.index("y-o2")


@given(st.lists(SOME_TIMES, max_size=4), st.lists(SOME_TIMES, max_size=4))
def test_neither_sides_own_order_is_disturbed(
    our_times: list[time | None], their_times: list[time | None]
) -> None:
    ours, theirs = small(), small()
    for n, tid in enumerate(our_times):
        ours = said(ours, f"y-o{n}", tid)
    for n, tid in enumerate(their_times):
        theirs = said(theirs, f"y-t{n}", tid)
    result = order(merge(small(), ours, theirs)[0])
    for side in (ours, theirs):
        assert [id for id in result if id in order(side)] == order(side)
    both = [t for t in (*our_times, *their_times) if t is not None]
    if len(both) == len(our_times) + len(their_times) and all(
        times == sorted(times, key=str) for times in (our_times, their_times)
    ):
        posts = {y.id: y.tid for y in merge(small(), ours, theirs)[0].paragraf[0].yrkande}
        assert [posts[id] for id in result[2:]] == sorted(both)
