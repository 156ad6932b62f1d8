"""Generated records: any class from its type hints, and whole meetings with ids of their own."""

from __future__ import annotations

import types
import typing
from datetime import date, time
from typing import Any, TypeVar

from hypothesis import strategies as st

from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.coding import record_lists
from protokoll_tui.domain.records import Term, Varde

V = TypeVar("V", bound=Varde)

SCALARS: dict[type[Any], st.SearchStrategy[Any]] = {
    str: st.one_of(
        st.sampled_from(
            ["", "ab", "f-2b8k", "arbetsutskottet", "Åke Ö\u00a0Lång", "1. Ett\n2. Två"]
        ),
        st.text(max_size=8).map(clean),
    ),
    int: st.integers(0, 999),
    bool: st.booleans(),
    date: st.dates(),
    time: st.times().map(lambda t: t.replace(microsecond=0)),
}

UNKNOWN = st.lists(
    st.tuples(
        st.sampled_from(["x_framtid", "x_egen", "färg"]),
        st.one_of(SCALARS[str], st.integers(), st.lists(SCALARS[str], max_size=2)),
    ),
    max_size=2,
    unique_by=lambda pair: pair[0],
).map(tuple)


def any_record(cls: type[V], depth: int = 3) -> st.SearchStrategy[V]:
    """Records of a class with any values in their fields; lists grow shorter with depth."""
    hints = {n: h for n, h in typing.get_type_hints(cls).items() if n != "okant"}
    values = {name: _value(hint, depth) for name, hint in hints.items()}
    return st.builds(cls, **values, okant=UNKNOWN)


def _value(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    origin = typing.get_origin(hint)
    if origin is tuple:
        inner = _value(typing.get_args(hint)[0], depth - 1)
        return st.lists(inner, max_size=max(0, min(2, depth - 1))).map(tuple)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(_value(arm, depth) for arm in typing.get_args(hint)))
    if hint is types.NoneType:
        return st.none()
    if issubclass(hint, Term):
        return st.sampled_from(list(hint))
    if issubclass(hint, Varde):
        return any_record(hint, depth - 1)
    return SCALARS[hint]


def all_classes(root: type[Varde]) -> list[type[Varde]]:
    """A record class and every class that its fields hold, each once."""
    found: list[type[Varde]] = [root]
    for cls in found:
        for hint in typing.get_type_hints(cls).values():
            found += [c for c in _classes_in(hint) if c not in found]
    return found


def _classes_in(hint: Any) -> list[type[Varde]]:
    if isinstance(hint, type) and issubclass(hint, Varde):
        return [hint]
    return [cls for arg in typing.get_args(hint) for cls in _classes_in(arg)]


def record_list_names(cls: type[Varde]) -> set[str]:
    """The names of all record lists at or below a class."""
    names: set[str] = set()
    for name, inner in record_lists(cls).items():
        names |= {name} | record_list_names(inner)
    return names
