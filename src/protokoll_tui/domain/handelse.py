"""Händelser: what was stated, as small frozen events, and what they do to the meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial, reduce, singledispatch
from typing import Any

from protokoll_tui.domain.coding import Marke, decode, encode
from protokoll_tui.domain.records import Nar, Post, Varde
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import UnknownId, add, find, list_of, post_classes, remove, update
from protokoll_tui.domain.yrkande import Instammande, Yrkande


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Handelse(Varde):
    """Something stated. ``apply`` gives the meeting after it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Lagt(Handelse):
    """A record was laid: a yrkande, a reservation, an item of the agenda …

    It goes into ``lista`` of the record ``i``, before the sibling ``fore`` or last.
    """

    i: str
    lista: str
    post: Post
    fore: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Instamt(Handelse):
    """More people join a yrkande."""

    yrkande: str
    instammer: tuple[Instammande, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Avstatt(Handelse):
    """People who joined a yrkande no longer do."""

    yrkande: str
    instammer: tuple[Instammande, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Atertaget(Handelse):
    """A yrkande is taken back (R3); that is a statement, unlike ``Struket``."""

    yrkande: str
    nar: Nar = True


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Satt(Handelse):
    """A field of a record got a value: a klubbslag, a heading, who chairs."""

    id: str
    falt: str
    varde: Any


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rattat(Handelse):
    """An entry was wrong and is put right: ``post`` takes the place of the one with its id."""

    post: Post


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Flyttat(Handelse):
    """An entry belongs elsewhere: under the record ``till``, before ``fore`` or last."""

    id: str
    till: str
    fore: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Struket(Handelse):
    """An entry was a mistake and never happened."""

    id: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Numrerat(Handelse):
    """The §§ of the meeting are numbered on from ``forsta``, in their order."""

    forsta: int


KINDS: dict[str, type[Handelse]] = {
    cls.__name__.lower(): cls
    for cls in (Lagt, Instamt, Avstatt, Atertaget, Satt, Rattat, Flyttat, Struket, Numrerat)
}


def apply_all(state: Sammantrade, handelser: Iterable[Handelse]) -> Sammantrade:
    """The meeting after several events in turn. Raises ``UnknownId``."""
    return reduce(lambda current, handelse: apply(handelse, current), handelser, state)


@singledispatch
def apply(handelse: Handelse, state: Sammantrade) -> Sammantrade:
    """The meeting after one event. Raises ``UnknownId`` when it points at nothing."""
    raise NotImplementedError(type(handelse).__name__)


@apply.register
def _(handelse: Lagt, state: Sammantrade) -> Sammantrade:
    return add(state, handelse.i, handelse.lista, handelse.post, handelse.fore)


@apply.register
def _(handelse: Instamt, state: Sammantrade) -> Sammantrade:
    def join(yrkande: Yrkande) -> Yrkande:
        known = [*(i.vem for i in yrkande.instammer), *yrkande.av]
        new = tuple(i for i in handelse.instammer if i.vem not in known)
        return replace(yrkande, instammer=yrkande.instammer + new)

    return _on_yrkande(state, handelse.yrkande, join)


def _on_yrkande(state: Sammantrade, id: str, change: Callable[[Yrkande], Yrkande]) -> Sammantrade:
    if not isinstance(find(state, id), Yrkande):
        raise UnknownId(id)
    return update(state, id, change)


@apply.register
def _(handelse: Avstatt, state: Sammantrade) -> Sammantrade:
    gone = [i.vem for i in handelse.instammer]

    def part(yrkande: Yrkande) -> Yrkande:
        rest = tuple(i for i in yrkande.instammer if i.vem not in gone)
        return replace(yrkande, instammer=rest)

    return _on_yrkande(state, handelse.yrkande, part)


@apply.register
def _(handelse: Atertaget, state: Sammantrade) -> Sammantrade:
    taken_back = partial(replace, atertaget=handelse.nar)
    return _on_yrkande(state, handelse.yrkande, taken_back)


@apply.register
def _(handelse: Satt, state: Sammantrade) -> Sammantrade:
    def put(post: Post) -> Post:
        if handelse.falt not in type(post).__dataclass_fields__:
            raise UnknownId(f"{handelse.id}.{handelse.falt}")
        # A value set now replaces one that could not be read in the file.
        rest = tuple(pair for pair in post.okant if pair[0] != handelse.falt)
        return replace(post, **{handelse.falt: handelse.varde, "okant": rest})

    return update(state, handelse.id, put)


@apply.register
def _(handelse: Rattat, state: Sammantrade) -> Sammantrade:
    if type(find(state, handelse.post.id)) is not type(handelse.post):
        raise UnknownId(handelse.post.id)
    return update(state, handelse.post.id, lambda _: handelse.post)


@apply.register
def _(handelse: Flyttat, state: Sammantrade) -> Sammantrade:
    post = find(state, handelse.id)
    if post is None or find(post, handelse.till) is not None:
        raise UnknownId(handelse.id)
    _, lista = list_of(state, handelse.id)
    return add(remove(state, handelse.id), handelse.till, lista, post, handelse.fore)


@apply.register
def _(handelse: Struket, state: Sammantrade) -> Sammantrade:
    return remove(state, handelse.id)


@apply.register
def _(handelse: Numrerat, state: Sammantrade) -> Sammantrade:
    numbered = tuple(
        p if p.nr == nr else replace(p, nr=nr)
        for nr, p in enumerate(state.paragraf, handelse.forsta)
    )
    return replace(state, paragraf=numbered)


def to_plain(handelse: Handelse) -> dict[str, Any]:
    """An event as plain values, with its kind under ``slag``."""
    match handelse:
        case Lagt():
            tail = {"i": handelse.i, "lista": handelse.lista, "post": encode(handelse.post)}
            plain = tail | ({"fore": handelse.fore} if handelse.fore else {})
        case Rattat():
            plain = {"lista": _list_name(handelse.post), "post": encode(handelse.post)}
        case Satt():
            plain = {"id": handelse.id, "falt": handelse.falt, "varde": _field_plain(handelse)}
        case Instamt() | Avstatt():
            joined = encode(Yrkande(instammer=handelse.instammer)).get("instammer", [])
            plain = {"yrkande": handelse.yrkande, "instammer": joined}
        case _:
            names = type(handelse).__dataclass_fields__
            plain = {name: getattr(handelse, name) for name in names if name != "okant"}
    return {"slag": type(handelse).__name__.lower(), **plain}


def _list_name(post: Post) -> str:
    return next(name for name, cls in post_classes().items() if cls is type(post))


def _field_plain(handelse: Satt) -> Any:
    value = handelse.varde
    if isinstance(value, tuple):
        return [encode(v) if isinstance(v, Varde) else v for v in value]
    if isinstance(value, Varde):
        return encode(value)
    return str(value) if isinstance(value, str) else value


def from_plain(plain: dict[str, Any]) -> Handelse:
    """The event behind plain values. Raises ValueError when it is none.

    The log is read for its patches; events are read back for people and for tests, so a ``Satt``
    keeps its value in plain form.
    """
    try:
        cls = KINDS[plain["slag"]]
        rest = {key: value for key, value in plain.items() if key != "slag"}
        if "post" in rest:
            rest["post"] = _post(rest["lista"], rest["post"])
            if cls is Rattat:
                del rest["lista"]
        if "instammer" in rest:
            marken: list[Marke] = []
            rest["instammer"] = decode(Yrkande, rest, "", marken).instammer
        return cls(**rest)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _post(lista: str, plain: dict[str, Any]) -> Post:
    return decode(post_classes()[lista], plain, lista, [])
