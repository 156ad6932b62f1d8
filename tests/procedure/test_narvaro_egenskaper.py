"""What holds of who serves in every meeting, as the lines make it and as a hand may write it.

SEKVENSER=20000 tries so many of each; the figure is printed with ``pytest -n 0 -s``.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from protokoll_tui.checks.fynd import Fynd
from protokoll_tui.checks.fynd import Mote as Granskad
from protokoll_tui.checks.granska import findings
from protokoll_tui.domain.handelse import Struket, apply_all
from protokoll_tui.domain.kommun import Kommun, Vaxling
from protokoll_tui.domain.narvaro import Fas, Rorelse, RorelseSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.jav import challenged, challenged_anywhere, holds
from protokoll_tui.procedure.narvaro import Gang, Narvaro, gang
from protokoll_tui.procedure.rostlangd import Langdrad, Tomhet, at_decision, rostlangd
from tests.procedure.narvaroled import Mote, Skrivet, by_hand, meetings, moments
from tests.procedure.rum import DAY

FASER = tuple(Fas)
_LEAVE = (RorelseSlag.GAR, RorelseSlag.VISAS_UT, RorelseSlag.UTEBLIR)

POINTS = (None, 1, 2, 3)
TRIED = Counter[str]()

often = settings(
    max_examples=int(os.environ.get("SEKVENSER", "150")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module", autouse=True)
def told() -> Iterator[None]:
    """Says at the end how many sequences were tried."""
    yield
    print(*(f"\n{n} sekvenser: {what}" for what, n in sorted(TRIED.items())))


def find(state: Sammantrade, kommun: Kommun, went: Gang) -> tuple[Fynd, ...]:
    return findings(Granskad(state, kommun, went))


def told_of(fynd: tuple[Fynd, ...], *rules: str) -> set[str]:
    """The §§ that one of some rules is broken in; "" is the upprop."""
    return {f.paragraf for f in fynd if f.regel in rules}


def langder(went: Gang, p: Paragraf) -> Iterator[tuple[int | None, tuple[Langdrad, ...]]]:
    yield from ((punkt, rostlangd(went, p, punkt)) for punkt in POINTS)


# What must hold of any meeting at all


def whole(room: Narvaro) -> None:
    """One seat one person, one person one seat, and all who serve are in the room."""
    assert len(room.tjanstgor) == len(set(room.tjanstgor))
    assert room.inne.issuperset(room.tjanstgor)
    assert not room.distans - room.inne


def sound(went: Gang, p: Paragraf) -> None:
    """A röstlängd has each seat once and nobody who is jävig; each empty seat says why."""
    for punkt, rows in langder(went, p):
        whole(at_decision(went, p, punkt))
        serve = [row.vem for row in rows if row.vem]
        assert len(serve) == len(set(serve))
        assert len({row.plats for row in rows}) == len(rows)
        assert not challenged(p, punkt).intersection(serve)
        assert all(bool(row.vem) is (row.tom is None) for row in rows)
        out = [row for row in rows if row.tom is Tomhet.JAV]
        held = {went.at(p.id).beslut.seat_of(sig) for sig in challenged(p, punkt)}
        assert {row.plats for row in out} <= held


def counted(went: Gang, p: Paragraf) -> bool:
    """Whether those who serve, are away, vacant or jäviga add up to the seats at every point."""
    seats = {plats.namn for plats in went.organ.platser}
    return all({row.plats for row in rows} == seats for _, rows in langder(went, p))


def lacking(went: Gang, p: Paragraf) -> bool:
    """Whether too few are there at the decision or at a point: counted from the seats alone."""
    skede, organ = went.at(p.id).beslut, went.organ
    for punkt in (None, *(n for j in p.jav for n in j.punkter)):
        out = challenged(p, punkt)
        there = {vem for vem in skede.tjanstgor if vem not in out}
        there |= {t.vem for j in p.jav if holds(j, punkt) for t in j.tjanst}
        there -= {*out, *skede.tappade, "ingen", ""}
        if organ.organ.fullmaktige:
            there |= {s for s in out if s in skede.tjanstgor and s not in skede.tappade}
        if 2 * min(len(there), organ.antal) <= organ.antal:
            return True
    return False


# Meetings that are said line by line


@often
@given(meetings())
def test_a_meeting_said_in_lines_has_one_person_on_each_seat(mote: Mote) -> None:
    TRIED["sagda rad för rad"] += 1
    went = mote.gang
    whole(went.upprop)
    for _, _, room in moments(went):
        whole(room)
    for p in mote.state.paragraf:
        sound(went, p)
        assert counted(went, p)
    TRIED["… där någon träder in vid jäv"] += any(
        t.vem != "ingen" for p in mote.state.paragraf for j in p.jav for t in j.tjanst
    )


@often
@given(meetings())
def test_a_lost_quorum_is_always_told_and_never_told_for_nothing(mote: Mote) -> None:
    TRIED["beslutsförhet"] += 1
    went, state = mote.gang, mote.state
    if state.tjanstgor:
        told = told_of(find(state, mote.kommun, went), "R29", "R30")
        TRIED["… utan beslutsförhet"] += bool(told)
        # Where two are put on a seat, the seats alone do not say who is there.
        twice = told_of(find(state, mote.kommun, went), "R196")
        assert told - twice == {p.id for p in state.paragraf if lacking(went, p)} - twice


@often
@given(meetings())
def test_what_the_order_says_is_never_found_to_be_out_of_turn_or_on_a_taken_seat(
    mote: Mote,
) -> None:
    TRIED["i tur"] += 1
    swaps = {r.id for r in mote.found if getattr(r, "slag", None) is RorelseSlag.BYTER}
    kinds = {r.id: type(r).__name__ for r in mote.found}
    for f in find(mote.state, mote.kommun, mote.gang):
        if f.post not in swaps and kinds.get(f.post) != "Jav":
            assert f.regel not in {"R34", "R195", "R196"}, f


# Växeltjänstgöring, by an oracle that walks the statements


def returned(mote: Mote) -> set[str]:
    """The §§ in which a ledamot serves who has left the seat before that day, for no jäv."""
    seats = {t.ersatter or t.vem: t.vem for t in mote.state.tjanstgor}
    own = {plats.namn for plats in mote.gang.organ.platser}
    off, found, day = set[str](), set[str](), mote.state.datum
    for p in mote.state.paragraf:
        for r in said_in(p):
            if isinstance(r, date):
                day, off = r, off if r == day else set()
                continue
            before = set(seats.values())
            if r.slag in _LEAVE:
                seats = {n: v for n, v in seats.items() if v != r.vem}
            for t in r.tjanst:
                seats = {n: v for n, v in seats.items() if v != t.vem}
                seats[t.ersatter or t.vem] = t.vem
            after = set(seats.values())
            if off & (after - before):
                found.add(p.id)
            off |= (before - after) & own - challenged_anywhere(p) - late(r)
    return found


def said_in(p: Paragraf) -> list[Rorelse | date]:
    """The movements of a § and the days that it went on, in the order they were said."""
    order: list[tuple[int, date, int, Rorelse | date]] = []
    for r in p.rorelse:
        order.append((FASER.index(r.fas), r.dag or date.min, 1, r))
    for a in (a for a in p.ajournering if a.datum):
        order.append((FASER.index(a.fas or Fas.EFTER), a.datum or date.min, 0, a.datum or DAY))
    return [said for *_, said in sorted(order, key=lambda row: row[:3])]


def late(r: Rorelse | None) -> set[str]:
    """One who is not back on another day has broken off nothing."""
    return {r.vem} if r and r.slag is RorelseSlag.UTEBLIR else set()


def seen_to_return(mote: Mote) -> set[str]:
    """The same by what can be seen: who serves at each moment of the meeting."""
    went, items = mote.gang, {p.id: p for p in mote.state.paragraf}
    own = {plats.namn for plats in went.organ.platser}
    before, off, today, found = set(went.upprop.tjanstgor), set[str](), mote.state.datum, set[str]()
    for step in went.steg:
        now = set(step.efter.tjanstgor)
        if step.dag != today:
            today, off = step.dag, set()
        if off & (now - before):
            found.add(step.paragraf)
        off |= (before - now) & own - challenged_anywhere(items[step.paragraf]) - late(step.rorelse)
        before = now
    return found


@often
@given(meetings())
def test_nobody_serves_again_the_same_day_untold(mote: Mote) -> None:
    TRIED["växeltjänstgöring"] += 1
    organ = mote.gang.organ.organ
    told = told_of(find(mote.state, mote.kommun, mote.gang), "R36")
    forbidden = organ.fullmaktige or organ.vaxeltjanstgoring is Vaxling.FORBUD
    if not forbidden:
        assert organ.vaxeltjanstgoring is not Vaxling.TILLATEN or not told
        return
    assert seen_to_return(mote) <= told
    TRIED["… med växeltjänstgöring"] += bool(told)
    if not any(r.till for p in mote.state.paragraf for r in p.rorelse):
        assert returned(mote) == told


# Records as nobody would write them


@often
@given(by_hand())
def test_whatever_a_hand_writes_nobody_sits_twice_and_too_many_are_told_of(
    written: Skrivet,
) -> None:
    TRIED["skrivna för hand"] += 1
    kommun, state = written.kommun, written.state
    went = gang(state, kommun)
    fynd = find(state, kommun, went)
    told = told_of(fynd, "R196")
    whole(went.upprop)
    for _, _, room in moments(went):
        whole(room)
    for p in state.paragraf:
        sound(went, p)
        for _, rows in langder(went, p):
            serve = sum(bool(row.vem) for row in rows)
            assert serve <= went.organ.antal or told & {p.id, ""}
        assert counted(went, p) or told & {p.id, ""}
        doubles_at_jav_are_told(p, fynd)
    if state.tjanstgor:
        # Where the record puts two on a seat, the seats alone do not say who is there.
        quorum = {p.id for p in state.paragraf if lacking(went, p)}
        assert told_of(fynd, "R29", "R30") - told == quorum - told
    taken_seats_are_told(state, went, fynd)


def taken_seats_are_told(state: Sammantrade, went: Gang, fynd: tuple[Fynd, ...]) -> None:
    """Two on a seat, and one from outside the room, are found at the movement that says so."""
    for step in went.steg:
        if (r := step.rorelse) is None:
            continue
        sits, mine = step.fore.platser, {f.regel for f in fynd if f.post == r.id}
        leaves = {r.vem} if r.slag in (*_LEAVE, RorelseSlag.TAPPAR) else set[str]()
        for t in r.tjanst:
            own = sits.get(t.ersatter) == t.ersatter
            taken = own and t.ersatter not in {*leaves, *step.fore.tappade, "", t.vem}
            if taken and t.vem not in ("", "ingen"):
                assert "R196" in mine
            outside = t.vem not in {*step.fore.inne, r.vem, "", "ingen"}
            if outside and state.tjanstgor:
                assert "R194" in mine


def doubles_at_jav_are_told(p: Paragraf, fynd: tuple[Fynd, ...]) -> None:
    """One who is named for two seats by two jäv of the whole § is found."""
    seats: dict[str, str] = {}
    for t in (t for j in p.jav if holds(j, None) for t in j.tjanst if t.vem not in ("", "ingen")):
        if seats.setdefault(t.vem, t.ersatter or t.vem) != (t.ersatter or t.vem):
            assert p.id in told_of(fynd, "R196")


# Nothing but the records counts


@often
@given(meetings())
def test_a_record_taken_away_leaves_the_meeting_as_if_it_had_never_been(mote: Mote) -> None:
    TRIED["strukna"] += 1
    for post in mote.found[-2:]:
        struck = apply_all(mote.state, (Struket(id=post.id),))
        assert gang(struck, mote.kommun) == gang(_never(mote.state, post), mote.kommun)


def _never(state: Sammantrade, post: Post) -> Sammantrade:
    def without(p: Paragraf) -> Paragraf:
        moves = tuple(r for r in p.rorelse if r.id != post.id)
        return replace(p, rorelse=moves, jav=tuple(j for j in p.jav if j.id != post.id))

    return replace(state, paragraf=tuple(map(without, state.paragraf)))


@often
@given(meetings())
def test_the_same_records_give_the_same_meeting_whichever_objects_they_are(mote: Mote) -> None:
    TRIED["kopierade"] += 1
    again, kommun = copy.deepcopy(mote.state), copy.deepcopy(mote.kommun)
    assert gang(again, kommun) == mote.gang
    assert find(again, kommun, gang(again, kommun)) == find(mote.state, mote.kommun, mote.gang)


SCRIPT = """
from tests.procedure.rum import *
from protokoll_tui.checks.fynd import Mote
from protokoll_tui.checks.granska import findings
from protokoll_tui.procedure.rostlangd import rostlangd
k = roster("kå:C ab:M cd:S aw:S ef:V", "jn:C lg:M rh:S ft:S nv:V")
s = meeting(
    item(1, move(GAR, "ab", "rh>ab ft>cd"), move(KOMMER, "zz", "zz", id="w2")),
    item(2, jav("kå cd ef", "nv>kå lg>cd lg>ef"), jav("kå cd aw", "", 1)),
    serves="kå ab cd aw ef", rest="jn lg rh ft nv", distans=("ef", "kå", "cd"),
)
g = walk(k, s)
print([rostlangd(g, p, n) for p in s.paragraf for n in (None, 1)])
print(findings(Mote(s, k, g)))
"""


def test_the_order_of_sets_in_memory_changes_neither_rows_nor_findings() -> None:
    def run(seed: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True
        )
        return done.stdout

    first = run("1")
    assert first.count("Fynd(") > 3
    assert {run("2"), run("3")} == {first}
