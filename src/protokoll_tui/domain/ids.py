"""Random ids: two machines that never met cannot give two records the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Any, TypeAlias

from protokoll_tui.domain.clean import clean

# No 0/o, 1/l/i: an id is read aloud over the phone when something has gone wrong.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 6

PREFIX = {
    "sammantrade": "m",
    "paragraf": "p",
    "forslag": "f",
    "yrkande": "y",
    "ordning": "c",
    "fraga": "q",
    "votering": "v",
    "sluten": "s",
    "beslut": "b",
    "reservation": "r",
    "deltar_inte": "d",
    "jav": "j",
    "anteckning": "a",
    "yttrande": "t",
    "handling": "h",
    "tidigare": "g",
    "notering": "n",
    "lydelse": "l",
    "ajournering": "u",
    "ordforandeskap": "o",
    "justering": "k",
    "rorelse": "w",
    "deltagare": "e",
    "stangda_dorrar": "z",
}

# The system's own randomness; the module secrets would load hashing that is not needed here.
_RANDOM = SystemRandom()

IdMaker: TypeAlias = Callable[[str], str]


def random_id(kind: str) -> str:
    """A new id for a record of ``kind`` (a list name such as ``yrkande``): ``y-7k3p2m``."""
    tail = "".join(_RANDOM.choice(ALPHABET) for _ in range(LENGTH))
    return f"{PREFIX.get(kind, 'x')}-{tail}"


def with_ids(table: dict[str, Any], make: IdMaker = random_id) -> tuple[dict[str, Any], list[str]]:
    """Give every record of a plain tree an id of its own.

    In: a meeting as plain values, perhaps edited by hand. Out: the same with an ``id`` in every
    table of a record list, and the places where one was missing or used twice.
    """
    fill = _Filling(set(_ids(table)), make)
    return fill.filled(table, "sammantrade"), fill.places


def _ids(table: dict[str, Any]) -> Iterator[str]:
    if isinstance(table.get("id"), str):
        yield clean(table["id"])
    for key, value in table.items():
        if _is_record_list(key, value):
            for child in value:
                yield from _ids(child)


def _is_record_list(key: str, value: Any) -> bool:
    return key in PREFIX and isinstance(value, list) and all(isinstance(v, dict) for v in value)


@dataclass
class _Filling:
    """Ids that stand anywhere in the file or were made, those met so far, and what was amiss."""

    taken: set[str]
    make: IdMaker
    seen: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)

    def filled(self, table: dict[str, Any], kind: str) -> dict[str, Any]:
        out: dict[str, Any] = {"id": self._own(table.get("id"), kind)}
        for key, value in table.items():
            if _is_record_list(key, value):
                out[key] = [self.filled(child, key) for child in value]
            elif key != "id":
                out[key] = value
        return out

    def _own(self, given: Any, kind: str) -> str:
        own = clean(given) if isinstance(given, str) else ""
        if not own or own in self.seen:
            self.places.append(f"{kind} {given}" if given else kind)
            own = self._unused(kind)
        self.seen.add(own)
        return own

    def _unused(self, kind: str) -> str:
        while (fresh := self.make(kind)) in self.taken:
            continue
        self.taken.add(fresh)
        return fresh
