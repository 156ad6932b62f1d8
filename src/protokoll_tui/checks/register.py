"""Faults of the roster (kommun.toml): one function for each, and all of them. Pure.

The roster decides who is on the roll, in which party and on which seat. A fault here becomes a
fault of the protokoll (R194–R196), so each is told with the tables that it concerns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from protokoll_tui.domain.aktor import SIGNATUR
from protokoll_tui.domain.kommun import Kommun, Mandat, Person, Roll
from protokoll_tui.swedish.folding import fold

PARTILOS = "-"
"""The letters of one without party; they need no table of their own."""

T = TypeVar("T")


@dataclass(frozen=True)
class Rad:
    """A table of the roster: the list it stands in and its place there, from 1."""

    lista: str
    nr: int


@dataclass(frozen=True)
class Registerfel:
    """A fault: its key (texter.FYND), the table it is told of, what it is about, other tables.

    ``tvekan`` = it may be right, and a person should look.
    """

    regel: str
    rad: Rad
    om: tuple[tuple[str, str], ...] = ()
    andra: tuple[Rad, ...] = ()
    tvekan: bool = False


def _fynd(regel: str, rad: Rad, *andra: Rad, tvekan: bool = False, **om: object) -> Registerfel:
    facts = tuple((key, str(value)) for key, value in om.items())
    return Registerfel(regel, rad, facts, andra, tvekan)


def _numbered(lista: str, values: Iterable[T]) -> list[tuple[Rad, T]]:
    return [(Rad(lista, nr), value) for nr, value in enumerate(values, 1)]


def shared_signatures(kommun: Kommun) -> Iterator[Registerfel]:
    """Two persons with one signature: the first alone is found by it (R194)."""
    yield from (
        _fynd("delad_signatur", at, first, sig=person.sig, namn=person.namn)
        for first, at, person in _repeated(kommun, lambda p: p.sig)
    )


def bad_signatures(kommun: Kommun) -> Iterator[Registerfel]:
    """A signature that is missing, or that a line cannot take for one."""
    for at, person in _numbered("person", kommun.person):
        if not person.sig:
            yield _fynd("utan_signatur", at, namn=person.namn)
        elif not SIGNATUR.fullmatch(person.sig):
            yield _fynd("felskriven_signatur", at, sig=person.sig, namn=person.namn)


def same_names(kommun: Kommun) -> Iterator[Registerfel]:
    """Two persons with one name and one party: perhaps one, written twice. A doubt."""

    def key(person: Person) -> object:
        return person.namn and (fold(person.namn), fold(person.parti))

    yield from (
        _fynd("samma_namn", at, first, tvekan=True, namn=person.namn, parti=person.parti)
        for first, at, person in _repeated(kommun, key)
    )


def _repeated(kommun: Kommun, key: Callable[[Person], object]) -> Iterator[tuple[Rad, Rad, Person]]:
    """Persons whose key another has: where the first of them stands, where they do."""
    first: dict[object, Rad] = {}
    for at, person in _numbered("person", kommun.person):
        known = key(person)
        if known and first.setdefault(known, at) != at:
            yield first[known], at, person


def unknown_parties(kommun: Kommun) -> Iterator[Registerfel]:
    """A person or mandate of a party that the roster does not list (R194).

    A roster that lists no parties says nothing of which there are.
    """
    for at, person in _numbered("person", kommun.person):
        if _is_unknown(kommun, person.parti):
            yield _fynd("okant_parti", at, parti=person.parti, vad=person.namn or person.sig)
    for at, mandat in _numbered("mandat", kommun.mandat):
        if _is_unknown(kommun, mandat.parti):
            yield _fynd("okant_parti", at, parti=mandat.parti, vad=_whose(kommun, mandat))


def unknown_in_order(kommun: Kommun) -> Iterator[Registerfel]:
    """An order of parties for calling ersättare that names an unknown one (R37)."""
    for at, organ in _numbered("organ", kommun.organ):
        named = (p for row in organ.partiordning for p in (row.parti, *row.sedan))
        for parti in dict.fromkeys(named):
            if _is_unknown(kommun, parti):
                yield _fynd("okant_i_partiordning", at, parti=parti, organ=organ.namn)


def _is_unknown(kommun: Kommun, parti: str) -> bool:
    known = {p.kod for p in kommun.parti}
    return bool(known) and parti not in known | {"", PARTILOS}


def mandates_of_nobody(kommun: Kommun) -> Iterator[Registerfel]:
    """A mandate without person that is not vakant, or of a person that is not there (R194)."""
    known = {person.sig for person in kommun.person}
    for at, mandat in _numbered("mandat", kommun.mandat):
        if not mandat.person and not mandat.vakant:
            yield _fynd("utan_person", at, organ=_organ(kommun, mandat), roll=mandat.roll)
        elif mandat.person and mandat.person not in known:
            yield _fynd("okand_person", at, sig=mandat.person, organ=_organ(kommun, mandat))


def mandates_of_no_organ(kommun: Kommun) -> Iterator[Registerfel]:
    """A mandate in an organ that the roster does not have."""
    known = {organ.id for organ in kommun.organ}
    for at, mandat in _numbered("mandat", kommun.mandat):
        if mandat.organ not in known:
            yield _fynd("okant_organ", at, organ=mandat.organ, vem=_whose(kommun, mandat))


def backward_mandates(kommun: Kommun) -> Iterator[Registerfel]:
    """A mandate that ends before it begins: it holds no day."""
    for at, mandat in _numbered("mandat", kommun.mandat):
        if mandat.fran and mandat.till and mandat.till < mandat.fran:
            yield _fynd(
                *("slutar_fore", at), fran=mandat.fran, till=mandat.till, vem=_whose(kommun, mandat)
            )


def too_many(kommun: Kommun) -> Iterator[Registerfel]:
    """More ledamöter on one day than the organ has seats (R196)."""
    held = _seats(kommun)
    for organ in kommun.organ:
        seats = held[organ.id]
        for _, mandat in seats if organ.platser is not None else ():
            there = [row for row, other in seats if _both(mandat, other) == _start(mandat)]
            if len(there) > (organ.platser or 0):
                yield _fynd(
                    "for_manga",
                    there[-1],
                    *there[:-1],
                    dag=mandat.fran or "",
                    antal=len(there),
                    platser=organ.platser,
                    organ=organ.namn or organ.id,
                )
                break


def two_chairs(kommun: Kommun) -> Iterator[Registerfel]:
    """Two ordförande in one organ on the same day (R225)."""
    held = _seats(kommun)
    for organ in kommun.organ:
        chairs = [row for row in held[organ.id] if row[1].roll is Roll.ORDFORANDE]
        for (first, one), (at, other) in combinations(chairs, 2):
            if day := _both(one, other):
                yield _fynd(
                    *("tva_ordforande", at, first),
                    organ=organ.namn or organ.id,
                    dag="" if day == date.min else day,
                    namn=_whose(kommun, other),
                )


def twice_in_organ(kommun: Kommun) -> Iterator[Registerfel]:
    """One person with two mandates in the same organ on the same day (R195)."""
    held: dict[tuple[str, str], list[tuple[Rad, Mandat]]] = {}
    for at, mandat in _numbered("mandat", kommun.mandat):
        if not mandat.person:
            continue
        before = held.setdefault((mandat.organ, mandat.person), [])
        for first, other in before:
            if _both(mandat, other):
                yield _fynd(
                    *("dubbelt_mandat", at, first),
                    vem=_whose(kommun, mandat),
                    organ=_organ(kommun, mandat),
                )
                break
        before.append((at, mandat))


def _seats(kommun: Kommun) -> dict[str, list[tuple[Rad, Mandat]]]:
    """The mandates that are seats, by organ."""
    held: dict[str, list[tuple[Rad, Mandat]]] = defaultdict(list)
    for at, mandat in _numbered("mandat", kommun.mandat):
        if mandat.roll is not Roll.ERSATTARE:
            held[mandat.organ].append((at, mandat))
    return held


def _start(mandat: Mandat) -> date:
    return mandat.fran or date.min


def _both(one: Mandat, other: Mandat) -> date | None:
    """The first day on which both hold, or None."""
    first = max(_start(one), _start(other))
    last = min(one.till or date.max, other.till or date.max)
    return first if first <= last else None


def _organ(kommun: Kommun, mandat: Mandat) -> str:
    return kommun.find_organ(mandat.organ).namn or mandat.organ


def _whose(kommun: Kommun, mandat: Mandat) -> str:
    person = kommun.find_person(mandat.person)
    return (person.namn if person else "") or mandat.person or "vakant"


FAULTS: tuple[Callable[[Kommun], Iterator[Registerfel]], ...] = (
    shared_signatures,
    bad_signatures,
    mandates_of_nobody,
    mandates_of_no_organ,
    twice_in_organ,
    too_many,
    two_chairs,
    backward_mandates,
    unknown_parties,
    unknown_in_order,
    same_names,
)
"""Every check, what does most harm in a meeting first."""


def check_register(kommun: Kommun) -> tuple[Registerfel, ...]:
    """All faults of a roster, in the order of ``FAULTS``; none where nothing is wrong.

    In: the roster as its file has it, not as on a day.
    """
    return tuple(fynd for fault in FAULTS for fynd in fault(kommun))
