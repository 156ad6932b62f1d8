"""Who is named on a line, each of them once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor


def once(aktorer: Iterable[Aktor], before: Iterable[Aktor] = ()) -> tuple[Aktor, ...]:
    """The actors without anybody named twice, there or among those ``before`` them.

    A group is frozen without the persons who are named by themselves; one that nobody is left
    of is left out.
    """
    aktorer = tuple(dict.fromkeys(aktorer))
    alone = {aktor.person for aktor in aktorer if aktor.person}
    taken = {sig for aktor in before for sig in signatures(aktor)}
    kept: list[Aktor] = []
    for aktor in aktorer:
        gone = taken | alone if aktor.grupp else taken
        left = tuple(sig for sig in signatures(aktor) if sig not in gone)
        taken |= set(left)
        if left or not signatures(aktor):
            kept.append(replace(aktor, namn=left) if aktor.grupp else aktor)
    return tuple(kept)


def signatures(aktor: Aktor) -> tuple[str, ...]:
    """The persons behind an actor: one, those of a group, or nobody in the roster."""
    return (aktor.person,) if aktor.person else aktor.namn


def same_side(one: Aktor, other: Aktor) -> bool:
    """Whether they are the same, whoever of a group served or was named by himself then."""
    return one == other or one.grupp == other.grupp != ""
