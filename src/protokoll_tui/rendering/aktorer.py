"""Persons, groups and words as written, from signatures to what templates see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.rendering.vy import AktorVy, PersonVy


def person_view(sig: str, kommun: Kommun) -> PersonVy:
    """The person behind a signature; one who is not in the roster is named as written."""
    found = kommun.find_person(sig)
    if found is None:
        return PersonVy(sig, sig, okand=True)
    return PersonVy(sig, found.namn or sig, found.parti)


def person_actor(sig: str, kommun: Kommun) -> AktorVy:
    """The person behind a signature, as one who acts."""
    return AktorVy("person", (person_view(sig, kommun),))


def actor_view(aktor: Aktor, kommun: Kommun) -> AktorVy:
    """One who acts, with the names that are frozen in a group."""
    if aktor.grupp:
        personer = tuple(person_view(sig, kommun) for sig in aktor.namn)
        return AktorVy("grupp", personer, kommun.party_name(aktor.grupp))
    if aktor.ord:
        return AktorVy("ord", (), aktor.ord)
    return person_actor(aktor.person, kommun)


def actor_views(aktorer: Iterable[Aktor], kommun: Kommun) -> tuple[AktorVy, ...]:
    """``actor_view`` of each."""
    return tuple(actor_view(aktor, kommun) for aktor in aktorer)


def homonyms(kommun: Kommun) -> frozenset[str]:
    """Names that more than one person has: there the party must not be left out (R194)."""
    counts = Counter(person.namn for person in kommun.person)
    return frozenset(name for name, count in counts.items() if count > 1)
