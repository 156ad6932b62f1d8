"""Who is there as lists to look at: seats, ersättare, others, and what is to be seen to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protokoll_tui.checks.fynd import Fynd
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.justeringar import justeringar
from protokoll_tui.procedure.narvaro import Gang, Narvaro
from protokoll_tui.procedure.platser import Besattning, Plats
from protokoll_tui.procedure.rostlangd import Beslutsforhet, at_decision, challenged, quorum
from protokoll_tui.services import texter
from protokoll_tui.services.narvarorader import guest_name, signing_of
from protokoll_tui.swedish.dates import format_sections


@dataclass(frozen=True)
class Listrad:
    """One person: signature, name with party and role, and in words where the person is.

    ``har`` = in the room (or connected), ``tjanstgor`` = takes part in the decisions.
    """

    sig: str
    namn: str
    lage: str
    har: bool
    tjanstgor: bool


@dataclass(frozen=True)
class Narvarolista:
    """The lists for one §, or for the upprop."""

    sammanfattning: str
    ledamoter: tuple[Listrad, ...]
    ersattare: tuple[Listrad, ...]
    ovriga: tuple[str, ...] = ()
    fynd: tuple[str, ...] = ()


def attendance_at(
    state: Sammantrade, gang: Gang, kommun: Kommun, p: Paragraf, fynd: tuple[Fynd, ...]
) -> Narvarolista:
    """Who is there at the decision of a §."""
    room, out = at_decision(gang, p), challenged(p)
    q = quorum(gang, p)
    return _lists(state, gang.organ, room, kommun, out, texter.serving(q), fynd)


def attendance_at_upprop(
    state: Sammantrade, gang: Gang, kommun: Kommun, fynd: tuple[Fynd, ...]
) -> Narvarolista:
    """Who has answered the upprop; nobody where none is recorded."""
    empty = Narvaro(platser={p.namn: "" for p in gang.organ.platser})
    room = gang.upprop if gang.registrerat else empty
    q = Beslutsforhet(len(room.tjanstgor), gang.organ.antal)
    said = texter.serving(q) if gang.registrerat else texter.NO_UPPROP
    return _lists(state, gang.organ, room, kommun, frozenset(), said, fynd)


def _lists(
    state: Sammantrade,
    organ: Besattning,
    room: Narvaro,
    kommun: Kommun,
    out: frozenset[str],
    summary: str,
    fynd: tuple[Fynd, ...],
) -> Narvarolista:
    why = {t.vem: t.skal for t in state.tjanstgor if t.skal}
    return Narvarolista(
        summary,
        tuple(_seat(plats, room, kommun, out, why) for plats in organ.platser),
        tuple(_substitute(e.sig, room, kommun, out) for e in organ.ersattare),
        (*_others(state, kommun), *(signing_of(*j, kommun) for j in justeringar(state))),
        tuple(_grouped(state, fynd)),
    )


def _seat(
    plats: Plats, room: Narvaro, kommun: Kommun, out: frozenset[str], skal: Mapping[str, str]
) -> Listrad:
    holder, sig = room.platser.get(plats.namn, ""), plats.namn
    role = texter.ROLES.get(plats.roll, "")
    name = texter.VACANT if plats.vakant else kommun.named(sig)
    said = [_where(sig, room, out, sits=holder == sig)] if not plats.vakant else []
    if holder and holder != sig:
        said.append(texter.REPLACED.format(vem=kommun.named(holder)))
        said += [why] if (why := skal.get(holder)) else []
    text = " · ".join(filter(None, (name, role)))
    return Listrad(sig, text, ", ".join(filter(None, said)), sig in room.inne, holder == sig)


def _substitute(sig: str, room: Narvaro, kommun: Kommun, out: frozenset[str]) -> Listrad:
    seat = room.seat_of(sig)
    said = [_where(sig, room, out, sits=bool(seat))]
    if seat:
        said.append(texter.SERVES_FOR.format(vem=_seat_name(seat, kommun)))
    lage = ", ".join(filter(None, said))
    return Listrad(sig, kommun.named(sig), lage, sig in room.inne, bool(seat))


def _where(sig: str, room: Narvaro, out: frozenset[str], *, sits: bool) -> str:
    """Where somebody is, in words; "" for one who simply sits and serves."""
    if sig in out:
        return texter.CHALLENGED
    if sig not in room.inne:
        return texter.AWAY
    if sig in room.tappade:
        return texter.LOST
    if sig in room.distans:
        return texter.FAR
    return "" if sits else texter.HERE


def _seat_name(namn: str, kommun: Kommun) -> str:
    return kommun.named(namn) if kommun.find_person(namn) else texter.VACANT_SEAT


def _others(state: Sammantrade, kommun: Kommun) -> Iterator[str]:
    for d, places in attending(state):
        yield " ".join(filter(None, (guest_name(d, kommun), _numbers(state, places))))


def _numbers(state: Sammantrade, places: range) -> str:
    """The §§ that somebody was there for, "" for the whole meeting."""
    if len(places) == len(state.paragraf):
        return ""
    numbers = [nr for n in places if (nr := state.paragraf[n].nr) is not None]
    return f"({format_sections(numbers)})" if numbers else ""


def _grouped(state: Sammantrade, fynd: tuple[Fynd, ...]) -> Iterator[str]:
    """Findings, each once with all §§ that it is about."""
    number = {p.id: p.nr for p in state.paragraf}
    where: dict[tuple[str, str, str], list[int]] = {}
    for f in fynd:
        held = where.setdefault((f.regel, f.text, f.lag), [])
        if (nr := number.get(f.paragraf)) is not None and nr not in held:
            held.append(nr)
    for (regel, text, lag), numbers in where.items():
        place = f"{format_sections(numbers)}: " if numbers else ""
        yield f"{place}{text} ({lag}, {regel})"
