"""Events: what each does to a meeting, what it refuses, and how it is written in the log."""

from __future__ import annotations

import json
from datetime import time
from typing import Any

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Notering
from protokoll_tui.domain.coding import from_json, to_json
from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.handelse import (
    KINDS,
    Atertaget,
    Avstatt,
    Flyttat,
    Handelse,
    Instamt,
    Lagt,
    Numrerat,
    Rattat,
    Satt,
    Struket,
    apply,
    apply_all,
    from_plain,
    to_plain,
)
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import UnknownId, find, list_of, update
from protokoll_tui.domain.yrkande import Instammande, Yrkande
from tests.domain.meetings import AB, CD, EF, ids, small, yrkande


def joins(*who: Aktor, tid: time | None = None) -> tuple[Instammande, ...]:
    return tuple(Instammande(vem=vem, tid=tid) for vem in who)


def the_yrkande(state: Sammantrade, id: str = "y-1") -> Yrkande:
    found = find(state, id)
    assert isinstance(found, Yrkande)
    return found


@pytest.mark.parametrize(
    ("fore", "order"),
    [("", ["y-1", "y-2", "y-3"]), ("y-2", ["y-1", "y-3", "y-2"]), ("?", ["y-1", "y-2", "y-3"])],
)
def test_a_record_is_laid_before_a_sibling_or_last(fore: str, order: list[str]) -> None:
    after = apply(Lagt(i="p-1", lista="yrkande", post=yrkande("y-3"), fore=fore), small())
    assert [y.id for y in after.paragraf[0].yrkande] == order
    assert after.paragraf[1] is not None
    assert find(after, "y-3") == yrkande("y-3")


def test_those_who_join_are_added_once_and_a_mover_does_not_join_himself() -> None:
    first = apply(Instamt(yrkande="y-1", instammer=joins(CD, AB)), small())
    again = apply(Instamt(yrkande="y-1", instammer=joins(CD, EF, tid=time(15, 50))), first)
    assert the_yrkande(again).instammer == (*joins(CD), *joins(EF, tid=time(15, 50)))


def test_one_who_no_longer_joins_is_taken_away_whenever_he_joined() -> None:
    joined = apply(Instamt(yrkande="y-1", instammer=joins(CD, EF, tid=time(15, 50))), small())
    after = apply(Avstatt(yrkande="y-1", instammer=joins(CD)), joined)
    assert [i.vem for i in the_yrkande(after).instammer] == [EF]


@pytest.mark.parametrize("nar", [True, time(16, 2)])
def test_a_yrkande_taken_back_stays_in_the_record(nar: time | bool) -> None:
    after = apply(Atertaget(yrkande="y-1", nar=nar), small())
    assert the_yrkande(after).atertaget == nar
    assert ids(after) == ids(small())


def test_a_field_set_replaces_what_could_not_be_read() -> None:
    unread = update(small(), "p-1", lambda _: Paragraf(id="p-1", okant=(("nr", "x"), ("y", 1))))
    after = apply(Satt(id="p-1", falt="nr", varde=118), unread)
    assert (after.paragraf[0].nr, after.paragraf[0].okant) == (118, (("y", 1),))


def test_an_entry_put_right_takes_the_place_of_the_wrong_one() -> None:
    after = apply(Rattat(post=yrkande("y-1", EF)), small())
    assert [y.av for y in after.paragraf[0].yrkande] == [(EF,), (CD,)]


def test_an_entry_moves_with_all_below_it() -> None:
    after = apply(Flyttat(id="q-1", till="p-2"), small())
    assert list_of(after, "q-1") == ("p-2", "fraga")
    assert list_of(after, "v-1") == ("q-1", "votering")


def test_an_entry_moves_before_a_sibling() -> None:
    after = apply(Flyttat(id="y-2", till="p-1", fore="y-1"), small())
    assert [y.id for y in after.paragraf[0].yrkande] == ["y-2", "y-1"]


def test_a_struck_entry_is_gone_with_all_below_it() -> None:
    assert {"q-1", "v-1"} == set(ids(small())) - set(ids(apply(Struket(id="q-1"), small())))


def test_paragraphs_are_numbered_on_in_their_order() -> None:
    after = apply(Numrerat(forsta=200), small())
    assert [p.nr for p in after.paragraf] == [200, 201]
    assert apply(Numrerat(forsta=200), after).paragraf[0] is after.paragraf[0]


def test_events_follow_each_other() -> None:
    events = [Struket(id="y-1"), Struket(id="y-2"), Numrerat(forsta=1)]
    after = apply_all(small(), events)
    assert (after.paragraf[0].yrkande, after.paragraf[0].nr) == ((), 1)


@pytest.mark.parametrize(
    "event",
    [
        Lagt(i="p-9", lista="yrkande", post=yrkande("y-3")),
        Lagt(i="p-1", lista="paragraf", post=yrkande("y-3")),
        Lagt(i="p-1", lista="rubrik", post=yrkande("y-3")),
        Instamt(yrkande="y-9", instammer=()),
        Instamt(yrkande="f-1", instammer=joins(CD)),
        Avstatt(yrkande="y-9", instammer=()),
        Avstatt(yrkande="p-1", instammer=()),
        Atertaget(yrkande="y-9"),
        Atertaget(yrkande="f-1"),
        Satt(id="y-9", falt="tid", varde=None),
        Satt(id="y-1", falt="finns inte", varde=None),
        Rattat(post=yrkande("y-9")),
        Rattat(post=Forslag(id="y-1")),
        Flyttat(id="y-9", till="p-2"),
        Flyttat(id="y-1", till="p-9"),
        Flyttat(id="y-1", till="q-1"),
        Flyttat(id="q-1", till="v-1"),
        Flyttat(id="m-1", till="p-1"),
        Struket(id="y-9"),
        Struket(id="m-1"),
    ],
    ids=str,
)
def test_an_event_that_points_at_nothing_that_fits_says_so(event: Handelse) -> None:
    with pytest.raises(UnknownId):
        apply(event, small())


def test_an_event_that_nobody_knows_is_a_fault_of_the_program() -> None:
    with pytest.raises(NotImplementedError, match="Handelse"):
        apply(Handelse(), small())


EVENTS: list[Handelse] = [
    Lagt(i="p-1", lista="yrkande", post=yrkande("y-3", Aktor(ord="byalaget"))),
    Lagt(i="p-1", lista="notering", post=Notering(id="n-1", text="?", otolkad=True), fore="n-0"),
    Instamt(yrkande="y-1", instammer=(*joins(CD), *joins(EF, tid=time(15, 50)))),
    Instamt(yrkande="y-1", instammer=()),
    Avstatt(yrkande="y-1", instammer=joins(Aktor(grupp="S", namn=("cd", "ef")))),
    Atertaget(yrkande="y-1"),
    Atertaget(yrkande="y-1", nar=time(16, 2)),
    Satt(id="p-1", falt="klubbslag", varde=time(16, 5)),
    Satt(id="p-1", falt="rubrik", varde="Ny rubrik"),
    Satt(id="p-1", falt="nr", varde=None),
    Rattat(post=Forslag(id="f-1", slag=ForslagSlag.TILLAGG, text="Ny text")),
    Flyttat(id="y-1", till="p-2"),
    Flyttat(id="y-1", till="p-2", fore="y-4"),
    Struket(id="y-1"),
    Numrerat(forsta=112),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: type(e).__name__)
def test_an_event_comes_back_from_the_log(event: Handelse) -> None:
    line = json.dumps(to_json(to_plain(event)))
    assert from_plain(from_json(json.loads(line))) == event


def test_every_kind_of_event_is_tried() -> None:
    assert {type(event) for event in EVENTS} == set(KINDS.values())


@pytest.mark.parametrize(
    ("varde", "plain"),
    [
        (ParagrafSlag.VAL, "val"),
        (("ab", "cd"), ["ab", "cd"]),
        ((AB,), [{"person": "ab"}]),
        (yrkande("y-1").stallning[0].pa, {"pa": "f-1"}),
    ],
)
def test_a_value_that_was_set_is_plain_in_the_log(varde: Any, plain: Any) -> None:
    assert to_plain(Satt(id="p-1", falt="x", varde=varde))["varde"] == plain


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"slag": "påhittat"},
        {"slag": ["lagt"]},
        {"slag": "lagt", "i": "p-1"},
        {"slag": "lagt", "i": "p-1", "lista": "påhittad", "post": {}},
        {"slag": "lagt", "i": "p-1", "lista": "yrkande", "post": "ab"},
        {"slag": "struket", "id": "y-1", "dessutom": 1},
    ],
)
def test_plain_values_that_are_no_event_are_said_to_be_none(plain: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_plain(plain)
