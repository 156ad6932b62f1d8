"""Lines about the room: who else is there, closed doors, myndighetsutövning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.handelse import Lagt, Satt, apply_all
from protokoll_tui.domain.narvaro import Deltagare, DeltagareSlag, StangdaDorrar
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.narvaro import last_of, numbered
from protokoll_tui.services.narvarorader import guest_name
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning, one_span


def attend(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Somebody without a mandate is in the room, from this § on or in the §§ said (R2, R26)."""
    one_span(inmatning)
    people, title = _who_attend(inmatning)
    if not people:
        raise Oklart("vem_narvarande")
    first = numbered(rum, inmatning.fran_nr) if inmatning.fran_nr else rum.paragraf
    till = last_of(replace(rum, paragraf=first), inmatning)
    rows = tuple(
        Deltagare(
            id=rum.new_id("deltagare"),
            vem=aktor.person or aktor.ord,
            titel=title or _title(rum, aktor),
            slag=_role(title),
            till=till,
            distans="distans" in inmatning.ord,
        )
        for aktor in people
    )
    events = tuple(Lagt(i=first.id, lista="deltagare", post=row) for row in rows)
    names = ", ".join(guest_name(row, rum.kommun) for row in rows)
    span = _span(inmatning, rum.paragraf.nr)
    told = Tolkning("närvarande", events, post=rows[0].id, om=f"{names}{span}")
    return told.marked(*_twice(rum, events))


def _twice(rum: Rum, events: tuple[Lagt, ...]) -> Iterator[str]:
    """Marks on those who are recorded already for some of the §§."""
    there = attending(rum.state)
    ids = [d.id for d, _ in there]
    for d, places in attending(apply_all(rum.state, events)):
        if d.id not in ids and any(
            old.vem == d.vem and set(held) & set(places) for old, held in there
        ):
            yield f"redan_med:{rum.name(d.vem)}"


def _who_attend(inmatning: Inmatning) -> tuple[tuple[Aktor, ...], str]:
    """Those who are named, and the title: after the colon, or last and in small letters."""
    people = tuple(aktor for aktor in inmatning.av if aktor.person or aktor.ord)
    title = inmatning.text or ""
    if len(people) > 1 and not title and people[-1].ord[:1].islower():
        return people[:-1], people[-1].ord
    return people, title


def _title(rum: Rum, aktor: Aktor) -> str:
    person = rum.kommun.find_person(aktor.person)
    return person.titel if person else ""


def _role(title: str) -> DeltagareSlag:
    """What somebody is by the title, a tjänsteperson where it says nothing of it."""
    words = title.casefold()
    kinds = (slag for slag in DeltagareSlag if slag.value in words)
    return next(kinds, DeltagareSlag.TJANSTEPERSON)


def _span(inmatning: Inmatning, here: int | None) -> str:
    if inmatning.nr is None:
        return f", från och med § {here}" if here else ""
    if inmatning.fran_nr is None:
        return f", till och med § {inmatning.nr}"
    alone = inmatning.fran_nr == inmatning.nr
    return f", § {inmatning.nr}" if alone else f", §§ {inmatning.fran_nr}–{inmatning.nr}"


def close_doors(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Closed doors: with times they are over, without they close or open now (R39, R219)."""
    lasting = [d for d in rum.paragraf.stangda_dorrar if d.till is None]
    if lasting and len(inmatning.tider) < 2:
        when = inmatning.tider[0] if inmatning.tider else rum.klocka
        opened = Satt(id=lasting[-1].id, falt="till", varde=when)
        return Tolkning("dörrarna öppnas", (opened,), post=lasting[-1].id)
    fran, till = (*inmatning.tider, None, None)[:2]
    doors = StangdaDorrar(id=rum.new_id("stangda_dorrar"), fran=fran or rum.klocka, till=till)
    laid = (Lagt(i=rum.paragraf.id, lista="stangda_dorrar", post=doors),)
    return Tolkning("stängda dörrar", laid, post=doors.id)


def end_meeting(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """When the meeting ended, and with two times when it began; without any: now (R2)."""
    times = inmatning.tider or ((rum.nu,) if rum.nu else ())
    if not times:
        raise Oklart("vilken_tid")
    if inmatning.av:
        raise Oklart("okand_dag", inmatning.av[0].person or inmatning.av[0].ord)
    values = dict(zip(("slut", "start"), reversed(times), strict=False))
    events = tuple(Satt(id=rum.state.id, falt=k, varde=v) for k, v in values.items())
    span = "–".join(f"{t:%H.%M}" for t in times)
    return Tolkning("sammanträdet slutar", events, om=span)


def exercise_authority(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The item is myndighetsutövning against an individual, or is not after all (R39, R41)."""
    now = not rum.paragraf.myndighetsutovning
    handelse = Satt(id=rum.paragraf.id, falt="myndighetsutovning", varde=now)
    return Tolkning("myndighetsutövning" if now else "inte myndighetsutövning", (handelse,))
