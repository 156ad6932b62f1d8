"""Meetings for the tests of patches: a small one by hand, any two that share ids, and scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.changes import WHOLE, Andring
from protokoll_tui.domain.coding import encode
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.handelse import (
    Atertaget,
    Flyttat,
    Handelse,
    Instamt,
    Lagt,
    Numrerat,
    Satt,
    Struket,
    apply,
)
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import UnknownId, post_classes, walk
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande

AB, CD, EF = (Aktor(person=sig) for sig in ("ab", "cd", "ef"))


def yrkande(id: str, *av: Aktor, pa: str = "f-1") -> Yrkande:
    stand = Stallning(verkan=Verkan.AVSLAG, pa=Mal(pa=pa))
    return Yrkande(id=id, av=av or (AB,), stallning=(stand,))


def small() -> Sammantrade:
    """Two §§: one with a förslag, two yrkanden and a question with a vote; one nearly empty."""
    fraga = Fraga(id="q-1", votering=(Votering(id="v-1", begard_av=(AB,)),))
    first = Paragraf(
        id="p-1",
        nr=118,
        rubrik="Hamnen",
        forslag=(Forslag(id="f-1", text="1. Planen antas."),),
        yrkande=(yrkande("y-1"), yrkande("y-2", CD)),
        fraga=(fraga,),
    )
    return Sammantrade(
        id="m-1", organ="ks", paragraf=(first, Paragraf(id="p-2", nr=119, rubrik="Cykelväg"))
    )


SOME_TIMES = st.sampled_from([None, time(15, 40), time(15, 41), time(15, 42), time(15, 43)])
TEXTS = st.sampled_from(["", "ett", "två", "tre"])
PEOPLE = st.lists(st.sampled_from([AB, CD, EF, Aktor(ord="byalaget")]), max_size=3).map(tuple)
JOINED = st.lists(
    st.builds(
        Instammande,
        vem=st.sampled_from([AB, CD, EF]),
        tid=st.sampled_from([None, time(15, 40)]),
    ),
    max_size=3,
    unique_by=lambda i: i.vem,
).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> Sammantrade:
    """A meeting whose records have ids out of a small pool: two of them share many."""
    paragrafer = [
        Paragraf(id=id, nr=draw(st.sampled_from([None, 118])), rubrik=draw(TEXTS))
        for id in draw(_order("p", 3))
    ]
    if not paragrafer:
        return Sammantrade(id="m-1", plats=draw(TEXTS))
    made: list[tuple[str, str, Post]] = []
    made += [(p.id, "yrkande", _yrkande(draw, id)) for p, id in _dealt(draw, paragrafer, "y", 4)]
    made += [(p.id, "forslag", _forslag(draw, id)) for p, id in _dealt(draw, paragrafer, "f", 3)]
    fragor = [(p.id, "fraga", Fraga(id=id)) for p, id in _dealt(draw, paragrafer, "q", 2)]
    state = Sammantrade(id="m-1", plats=draw(TEXTS), paragraf=tuple(paragrafer))
    for i, lista, post in made + fragor:
        state = apply(Lagt(i=i, lista=lista, post=post), state)
    for fraga, id in _dealt(draw, [post for _, _, post in fragor], "v", 2):
        vote = Votering(id=id, ordforande=draw(TEXTS), begard_av=draw(PEOPLE))
        state = apply(Lagt(i=fraga.id, lista="votering", post=vote), state)
    return state


def _order(prefix: str, most: int) -> st.SearchStrategy[list[str]]:
    ids = st.sampled_from([f"{prefix}-{n}" for n in range(1, most + 1)])
    return st.lists(ids, max_size=most, unique=True)


def _dealt(draw: st.DrawFn, holders: list[Any], prefix: str, most: int) -> list[tuple[Any, str]]:
    if not holders:
        return []
    return [(draw(st.sampled_from(holders)), id) for id in draw(_order(prefix, most))]


def _yrkande(draw: st.DrawFn, id: str) -> Yrkande:
    return Yrkande(id=id, av=draw(PEOPLE), instammer=draw(JOINED), atertaget=draw(st.booleans()))


def _forslag(draw: st.DrawFn, id: str) -> Forslag:
    return Forslag(id=id, slag=draw(st.sampled_from(ForslagSlag)), text=draw(TEXTS))


Step = tuple[str, int, int, str]

SCRIPTS = st.lists(
    st.tuples(
        st.sampled_from(["lägg", "gå med", "ta tillbaka", "sätt", "flytta", "stryk", "numrera"]),
        st.integers(0, 20),
        st.integers(0, 20),
        st.sampled_from(["ett", "två", "tre"]),
    ),
    max_size=5,
)
"""What a writer does, not yet set against a meeting."""


def play(state: Sammantrade, script: list[Step], who: str) -> Sammantrade:
    """The meeting after a writer's script; a step that fits nothing is passed over."""
    for n, step in enumerate(script):
        try:
            state = apply(_event(state, step, f"{who}-{n}"), state)
        except UnknownId:
            continue
    return state


def _event(state: Sammantrade, step: Step, new: str) -> Handelse:
    verb, a, b, text = step
    posts = list(walk(state))
    post, other = posts[a % len(posts)], posts[b % len(posts)]
    match verb:
        case "lägg":
            return Lagt(i=post.id, lista="yrkande", post=yrkande(new), fore=other.id)
        case "gå med":
            joined = Instammande(vem=Aktor(person=text[:2] + new[:1]))
            return Instamt(yrkande=post.id, instammer=(joined,))
        case "ta tillbaka":
            return Atertaget(yrkande=post.id, nar=time(15, b))
        case "sätt":
            falt = next((f for f in ("rubrik", "text", "plats") if hasattr(post, f)), "")
            return Satt(id=post.id, falt=falt, varde=f"{text} {new}")
        case "flytta":
            return Flyttat(id=post.id, till=other.id)
        case "stryk":
            return Struket(id=post.id)
    return Numrerat(forsta=a)


Fact = tuple[str, str, str]


def facts(plain: dict[str, Any], home: str = "") -> Iterator[Fact]:
    """Every value of a meeting as (id, field, value); the parts of a list one by one."""
    yield plain["id"], "hemma", home
    for key, value in plain.items():
        if key in post_classes():
            for child in value:
                yield from facts(child, f"{plain['id']}.{key}")
        else:
            yield from values(plain["id"], key, value)


def values(id: str, key: str, value: Any) -> Iterator[Fact]:
    for part in value if isinstance(value, list) else [value]:
        if key == "instammer" and isinstance(part, dict):
            # Who joined on both sides stands once, with the earlier time.
            part = part.get("vem", part)
        if key != "id" and part is not None:
            yield id, key, repr(part)


def facts_of(state: Sammantrade) -> set[Fact]:
    return set(facts(encode(state)))


def facts_in(andring: Andring) -> set[Fact]:
    """What a change wanted to say."""
    if andring.falt != WHOLE:
        return set(values(andring.id, andring.falt, andring.efter))
    place = andring.efter
    return set(facts(place["post"], f"{place['i']}.{place['lista']}")) if place else set()


def ids(state: Sammantrade) -> list[str]:
    return [post.id for post in walk(state)]


def with_paragraf(state: Sammantrade, *paragrafer: Paragraf) -> Sammantrade:
    return replace(state, paragraf=paragrafer)
