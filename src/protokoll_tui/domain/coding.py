"""Records to and from plain values: the one translation behind TOML, JSON, log and merge."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime, time
from typing import Any, TypeAlias, TypeVar, Union

from protokoll_tui.domain import texter
from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.records import Post, Term, Varde

V = TypeVar("V", bound=Varde)
R = TypeVar("R")


@dataclass(frozen=True)
class Marke:
    """Something in a file that could not be read; it is kept as it stands. ``plats`` says where."""

    plats: str
    text: str


def _per_class(function: Callable[[type[Varde]], R]) -> Callable[[type[Varde]], R]:
    """Remember what a function says of a record class: reflection is slow, classes are few."""
    known: dict[type[Varde], R] = {}

    def remembered(cls: type[Varde]) -> R:
        if cls not in known:
            known[cls] = function(cls)
        return known[cls]

    return remembered


class Unreadable(ValueError):
    """A value does not fit the field it stands in."""


_Decode: TypeAlias = Callable[[Any, str, list[Marke]], Any]


def encode(value: Varde) -> dict[str, Any]:
    """A record as plain values: fields that differ from their default, then unknown keys.

    A term is always written: a reader of the file should not have to know the default.
    """
    plain: dict[str, Any] = {}
    unread = {key for key, _ in value.okant}
    for field in _fields(type(value)):
        current = getattr(value, field.name)
        said = isinstance(current, Term) and field.name not in unread
        if said or current != _default(field):
            plain[field.name] = _plain(current)
    for key, unknown in value.okant:
        plain.setdefault(key, unknown)
    return plain


def decode(cls: type[V], plain: dict[str, Any], plats: str, marken: list[Marke]) -> V:
    """The record behind plain values. Strings are cleaned.

    In: the record class, a table, and where it stands (for messages). Unknown keys and unreadable
    values go to ``okant``; each unreadable value adds a ``Marke``. Raises nothing.
    """
    known = _decoders(cls)
    given: dict[str, Any] = {}
    unknown: list[tuple[str, Any]] = []
    for key, raw in plain.items():
        if key not in known:
            unknown.append((key, _cleaned(raw)))
            continue
        try:
            given[key] = known[key](raw, f"{plats} · {key}", marken)
        except Unreadable:
            marken.append(Marke(plats, texter.unreadable(key, raw)))
            unknown.append((key, _cleaned(raw)))
    return cls(**given, okant=tuple(unknown))


@_per_class
def record_lists(cls: type[Varde]) -> dict[str, type[Varde]]:
    """The fields of a record class that are lists of records with ids: field name to class."""
    return {
        name: inner
        for name, hint in _hints(cls).items()
        if (inner := _tuple_of(hint)) is not None and issubclass(inner, Post)
    }


def _tuple_of(hint: Any) -> type[Varde] | None:
    if typing.get_origin(hint) is not tuple:
        return None
    inner = typing.get_args(hint)[0]
    return inner if isinstance(inner, type) and issubclass(inner, Varde) else None


@_per_class
def _fields(cls: type[Varde]) -> tuple[Field[Any], ...]:
    first = [field for field in fields(cls) if field.name == "id"]
    return (*first, *(f for f in fields(cls) if f.name not in {"id", "okant"}))


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@_per_class
def _hints(cls: type[Varde]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {name: hint for name, hint in hints.items() if name != "okant"}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Varde):
        short = value.short()
        return encode(value) if short is None else short
    if isinstance(value, Term):
        return value.value
    return value


@_per_class
def _decoders(cls: type[Varde]) -> dict[str, _Decode]:
    return {name: _decoder(hint) for name, hint in _hints(cls).items()}


def _decoder(hint: Any) -> _Decode:
    origin = typing.get_origin(hint)
    if origin is tuple:
        return _tuple_decoder(_decoder(typing.get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        arms = [arg for arg in typing.get_args(hint) if arg is not types.NoneType]
        return _union_decoder([_decoder(arm) for arm in arms])
    if issubclass(hint, Varde):
        return _record_decoder(hint)
    if issubclass(hint, Term):
        return _term_decoder(hint)
    return _scalar_decoder(hint)


def _tuple_decoder(inner: _Decode) -> _Decode:
    def decode_tuple(raw: Any, plats: str, marken: list[Marke]) -> Any:
        if not isinstance(raw, list):
            raise Unreadable
        return tuple(inner(part, f"{plats} {n}", marken) for n, part in enumerate(raw, 1))

    return decode_tuple


def _union_decoder(arms: list[_Decode]) -> _Decode:
    def decode_union(raw: Any, plats: str, marken: list[Marke]) -> Any:
        for arm in arms:
            try:
                return arm(raw, plats, marken)
            except Unreadable:
                continue
        raise Unreadable

    return decode_union


def _record_decoder(cls: type[Varde]) -> _Decode:
    def decode_record(raw: Any, plats: str, marken: list[Marke]) -> Any:
        if isinstance(raw, dict):
            return decode(cls, raw, _place(plats, raw), marken)
        record = cls.from_short(_cleaned(raw))
        if record is None:
            raise Unreadable
        return record

    return decode_record


def _place(plats: str, raw: dict[str, Any]) -> str:
    """Records of a list are named by id, a § by its number: that is what a reader looks for."""
    if "nr" in raw:
        return f"§ {raw['nr']}"
    return f"{plats.rsplit(' ', 1)[0]} {raw['id']}" if "id" in raw else plats


def _term_decoder(cls: type[Term]) -> _Decode:
    def decode_term(raw: Any, plats: str, marken: list[Marke]) -> Any:
        try:
            return cls(raw)
        except ValueError:
            raise Unreadable from None

    return decode_term


def _scalar_decoder(cls: type[Any]) -> _Decode:
    def decode_scalar(raw: Any, plats: str, marken: list[Marke]) -> Any:
        # bool is an int and datetime a date: only the very type will do.
        if type(raw) is not cls:
            raise Unreadable
        if isinstance(raw, str):
            return clean(raw)
        return raw.replace(microsecond=0, tzinfo=None) if isinstance(raw, time) else raw

    return decode_scalar


def _cleaned(raw: Any) -> Any:
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, list):
        return [_cleaned(part) for part in raw]
    if isinstance(raw, dict):
        return {clean(key): _cleaned(value) for key, value in raw.items()}
    return raw


def to_json(value: Any) -> Any:
    """Plain values with dates and times as ``{"$": "2031-06-17"}``, for JSON.

    A table of the file that has ``$`` for its only key holds its value in a list of one.
    """
    if isinstance(value, date | time):
        return {"$": value.isoformat()}
    if isinstance(value, list):
        return [to_json(part) for part in value]
    if isinstance(value, dict):
        plain = {key: to_json(part) for key, part in value.items()}
        return {"$": [plain["$"]]} if set(plain) == {"$"} else plain
    return value


def from_json(value: Any) -> Any:
    """The plain values behind ``to_json``. Raises ValueError on a date that is none."""
    if isinstance(value, list):
        return [from_json(part) for part in value]
    if isinstance(value, dict):
        plain = {key: from_json(part) for key, part in value.items()}
        match plain:
            case {"$": str(text), **rest} if not rest:
                return _moment(text)
            case {"$": [only], **rest} if not rest:
                return {"$": only}
        return plain
    return value


def _moment(text: str) -> date | time | datetime:
    if "T" in text:
        return datetime.fromisoformat(text)
    return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)
