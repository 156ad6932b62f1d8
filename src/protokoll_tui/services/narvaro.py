"""Lines about who is in the room: coming, going, jäv, who else is there, closed doors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, apply_all
from protokoll_tui.domain.narvaro import (
    TOM,
    Deltagare,
    DeltagareSlag,
    Fas,
    Rorelse,
    RorelseSlag,
    StangdaDorrar,
    Tjanst,
)
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.intrade import after_arrival, after_leaving, instead_of, may_return
from protokoll_tui.procedure.narvaro import AVGANG, Narvaro, Skede, gang
from protokoll_tui.procedure.rostlangd import challenged, persons
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once
from protokoll_tui.swedish.lists import join_list

_SLAG = {
    "kommer": RorelseSlag.KOMMER,
    "går": RorelseSlag.GAR,
    "utvisas": RorelseSlag.VISAS_UT,
    "tappar": RorelseSlag.TAPPAR,
    "åter": RorelseSlag.ATER,
    "distans": RorelseSlag.DISTANS,
}
_FAS = {"före": Fas.FORE, "under": Fas.UNDER, "efter": Fas.EFTER}

NOBODY = frozenset({TOM, "-", "tom"})
"""How a line says that a seat is empty."""


def phase(p: Paragraf) -> Fas:
    """Where an item is as to its decision: not begun, begun, decided."""
    if is_done(p):
        return Fas.EFTER
    said = (p.yrkande, p.fraga, p.overlaggning_avslutad)
    return Fas.UNDER if any(said) else Fas.FORE


def room_in(skede: Skede, fas: Fas) -> Narvaro:
    """The room as it is in a phase of a §."""
    return {Fas.FORE: skede.borjan, Fas.UNDER: skede.beslut, Fas.EFTER: skede.slut}[fas]


def move(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Somebody comes, goes, loses the connection …; without a word for it the one that is due.

    Who steps in is as the line says after >, else as the order says (R34).
    """
    if "prövat" in inmatning.ord:
        return tried(rum.state, rum.klocka)
    who = _people(rum, inmatning)
    if not who:
        raise Oklart("vem_ror")
    if _far_at_upprop(rum, inmatning):
        far = tuple(dict.fromkeys((*rum.state.distans, *who)))
        return Tolkning(
            "på distans",
            (Satt(id=rum.state.id, falt="distans", varde=far),),
            om=join_list([rum.name(sig) for sig in who]),
        )
    fas = next((_FAS[w] for w in inmatning.ord if w in _FAS), phase(rum.paragraf))
    laid: list[Rorelse] = []
    here = rum
    for sig in who:
        r = _movement(here, inmatning, sig, fas, len(who) == 1)
        laid.append(r)
        here = _after(here, (Lagt(i=rum.paragraf.id, lista="rorelse", post=r),))
    events = tuple(Lagt(i=rum.paragraf.id, lista="rorelse", post=r) for r in laid)
    doubts = _doubts(rum, laid, fas)
    return Tolkning("närvaro", events, post=laid[0].id).marked(*doubts)


def _far_at_upprop(rum: Rum, inmatning: Inmatning) -> bool:
    """Whether somebody answers the upprop from a distance; later it is a movement."""
    calling = rum.paragraf.slag is ParagrafSlag.UPPROP and not is_done(rum.paragraf)
    return calling and inmatning.ord == ("distans",)


def tried(state: Sammantrade, klocka: time | None) -> Tolkning:
    """That all at a distance see and hear each other was tried, or was not after all (R38)."""
    value = (klocka or True) if state.distans_provad is False else False
    event = Satt(id=state.id, falt="distans_provad", varde=value)
    return Tolkning("ljud och bild prövade" if value else "inte prövat", (event,))


def _after(rum: Rum, handelser: tuple[Handelse, ...]) -> Rum:
    state = apply_all(rum.state, handelser)
    here = next((p for p in state.paragraf if p.id == rum.paragraf.id), rum.paragraf)
    return replace(rum, state=state, paragraf=here, gang=gang(state, rum.kommun))


def _people(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Signatures of those who are named. Raises ``Oklart`` at one who is in no roster."""
    for aktor in inmatning.av:
        if aktor.ord:
            raise Oklart("okand_person", aktor.ord)
    return persons(inmatning.av)


def _movement(rum: Rum, inmatning: Inmatning, sig: str, fas: Fas, alone: bool) -> Rorelse:
    room = room_in(rum.gang.at(rum.paragraf.id), fas)
    named = _named(rum, inmatning) if alone else ()
    slag = _kind(inmatning, room, sig, named)
    seats = _seats(rum, room, sig, slag, named)
    if seats and named and inmatning.text:
        seats = tuple(replace(t, skal=inmatning.text) for t in seats)
    return Rorelse(
        id=rum.new_id("rorelse"),
        slag=slag,
        vem=sig,
        fas=fas,
        tid=inmatning.tider[0] if inmatning.tider else rum.nu,
        till=_last(rum, inmatning),
        distans=slag is RorelseSlag.KOMMER and "distans" in inmatning.ord,
        tjanst=seats,
        skal="" if named else inmatning.text or "",
    )


def _kind(inmatning: Inmatning, room: Narvaro, sig: str, named: tuple[str, ...]) -> RorelseSlag:
    said = [_SLAG[w] for w in inmatning.ord if w in _SLAG]
    if said == [RorelseSlag.DISTANS] and sig not in room.inne:
        return RorelseSlag.KOMMER
    if said:
        return next((s for s in said if s is not RorelseSlag.DISTANS), said[0])
    if sig in room.tappade:
        return RorelseSlag.ATER
    if sig not in room.inne:
        return RorelseSlag.KOMMER
    if named and not room.seat_of(sig):
        return RorelseSlag.BYTER
    return RorelseSlag.GAR


def _named(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Signatures after >, ``ingen`` for nobody. Raises ``Oklart`` at an unknown name."""
    found = []
    for word in inmatning.mottagare.replace(",", " ").split():
        sig = TOM if word.casefold() in NOBODY else rum.find(word)
        if not sig:
            raise Oklart("okand_person", word)
        found.append(sig)
    return tuple(found)


def _seats(
    rum: Rum, room: Narvaro, sig: str, slag: RorelseSlag, named: tuple[str, ...]
) -> tuple[Tjanst, ...]:
    """Who serves where after it: as named, else as the order says."""
    organ, out = rum.gang.organ, challenged(rum.paragraf)
    if named and slag in AVGANG:
        seat = room.seat_of(sig)
        # Said to be nobody, the seat is simply left.
        return tuple(Tjanst(vem=v, ersatter=seat) for v in named[:1] if seat and v != TOM)
    if named:
        return tuple(_on(sig, n) for n in named[:1] if n != TOM)
    if slag in AVGANG:
        return after_leaving(organ, room, sig, out)
    if slag is RorelseSlag.KOMMER:
        return after_arrival(organ, room, sig, out)
    return ()


def _on(sig: str, seat: str) -> Tjanst:
    return Tjanst(vem=sig) if seat == sig else Tjanst(vem=sig, ersatter=seat)


def _last(rum: Rum, inmatning: Inmatning) -> str:
    """The id of the § that a line holds to and with, "" where it says none."""
    if inmatning.nr is None:
        return ""
    return numbered(rum, inmatning.nr).id


def numbered(rum: Rum, nr: int) -> Paragraf:
    """The § with a number. Raises ``Oklart`` where there is none."""
    found = next((p for p in rum.state.paragraf if p.nr == nr), None)
    if found is None:
        raise Oklart("ingen_paragraf", str(nr))
    return found


def _doubts(rum: Rum, laid: list[Rorelse], fas: Fas) -> Iterator[str]:
    """Marks on what is as likely a slip: who comes is here, who goes is not."""
    room = room_in(rum.gang.at(rum.paragraf.id), fas)
    for r in laid:
        there = r.vem in room.inne
        if r.slag is RorelseSlag.KOMMER and there:
            yield f"redan_har:{rum.name(r.vem)}"
        if r.slag in AVGANG and not there:
            yield f"inte_har:{rum.name(r.vem)}"
        back = r.slag is RorelseSlag.KOMMER and not r.tjanst
        if back and not may_return(rum.gang.organ, room, r.vem):
            yield f"far_inte_tjanstgora:{rum.name(r.vem)}"


def challenge(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Jäv for the § or points of it, with who steps in; or how a disputed one ended (R48–R49)."""
    known = rum.aimed(inmatning, "j")
    if isinstance(known, Jav):
        return _tried(rum, inmatning, known)
    if not inmatning.av:
        raise Oklart("vem_javig")
    av = once(inmatning.av)
    disputed = "prövas" in inmatning.ord
    jav = Jav(
        id=rum.new_id("jav"),
        av=av,
        punkter=inmatning.punkter,
        skal=inmatning.text or "",
        tjanst=() if disputed else _stepping_in(rum, inmatning, av),
        provning=Provning.PROVAS if disputed else Provning.ANMALD,
        vackt_av=once(inmatning.stod, av),
        tid=rum.klocka,
    )
    laid = (Lagt(i=rum.paragraf.id, lista="jav", post=jav),)
    return Tolkning("jäv", laid, post=jav.id)


def _stepping_in(rum: Rum, inmatning: Inmatning, av: tuple[Aktor, ...]) -> tuple[Tjanst, ...]:
    room, out = rum.gang.at(rum.paragraf.id).beslut, persons(av)
    named = _named(rum, inmatning)
    due = instead_of(rum.gang.organ, room, (*out, *challenged(rum.paragraf)))
    mine = [t for t in due if t.ersatter in {room.seat_of(sig) for sig in out}]
    said = zip(mine, named, strict=False)
    return (*(replace(t, vem=vem) for t, vem in said), *mine[len(named) :])


def _tried(rum: Rum, inmatning: Inmatning, jav: Jav) -> Tolkning:
    """The organ has tried it: ``jä j1 jävig``, ``jä j1 inte``."""
    not_so = "inte" in inmatning.ord
    if not (not_so or "jävig" in inmatning.ord):
        raise Oklart("javsprovning")
    tried = replace(
        jav,
        provning=Provning.INTE_JAVIG if not_so else Provning.JAVIG,
        tjanst=() if not_so else _stepping_in(rum, inmatning, jav.av),
        deltog=jav.deltog or "deltog" in inmatning.ord,
        skal=inmatning.text or jav.skal,
    )
    return Tolkning("jävsprövning", (Rattat(post=tried),), post=jav.id)


def attendance_line(post: Rorelse | Jav) -> Inmatning:
    """The line that says a movement or a jäv, with the words that leave nothing to be guessed."""
    own = [t for t in post.tjanst if isinstance(post, Jav) or t.vem != post.vem]
    others = " ".join(t.vem for t in own) or " ".join(t.ersatter or t.vem for t in post.tjanst)
    if isinstance(post, Jav):
        words = ("prövas",) if post.provning is Provning.PROVAS else ()
        return Inmatning(
            verb="jä",
            av=(*post.av, *post.vackt_av) if words else post.av,
            punkter=post.punkter,
            ord=words,
            mottagare=others,
            text=post.skal or None,
        )
    kinds = {slag: word for word, slag in _SLAG.items()}
    said = [kinds[post.slag]] if post.slag in kinds else []
    said += ["distans"] if post.distans else []
    said += [next(word for word, fas in _FAS.items() if fas is post.fas)]
    skal = next((t.skal for t in post.tjanst if t.skal), post.skal)
    return Inmatning(
        verb="kl",
        av=(Aktor(person=post.vem),),
        tider=(post.tid,) if post.tid else (),
        ord=tuple(said),
        mottagare=others,
        text=skal or None,
    )


def attend(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Somebody without a mandate is in the room, from this § on or in the §§ said (R2, R26)."""
    if not inmatning.av:
        raise Oklart("vem_narvarande")
    first = numbered(rum, inmatning.fran_nr).id if inmatning.fran_nr else rum.paragraf.id
    title = inmatning.text or ""
    rows = tuple(
        Deltagare(
            id=rum.new_id("deltagare"),
            vem=aktor.person or aktor.ord,
            titel=title or _title(rum, aktor),
            slag=_role(title),
            fran=first,
            till=_last(rum, inmatning),
        )
        for aktor in inmatning.av
        if aktor.person or aktor.ord
    )
    events = tuple(Lagt(i=rum.state.id, lista="deltagare", post=row) for row in rows)
    names = ", ".join(_with_title(rum, row) for row in rows)
    return Tolkning("närvarande", events, post=rows[0].id, om=f"{names}{_span(inmatning)}")


def _title(rum: Rum, aktor: Aktor) -> str:
    person = rum.kommun.find_person(aktor.person)
    return person.titel if person else ""


def _role(title: str) -> DeltagareSlag:
    """What somebody is by the title, a tjänsteperson where it says nothing of it."""
    words = title.casefold()
    kinds = (slag for slag in DeltagareSlag if slag.value in words)
    return next(kinds, DeltagareSlag.TJANSTEPERSON)


def _with_title(rum: Rum, row: Deltagare) -> str:
    name = rum.name(row.vem)
    return f"{name}, {row.titel}" if row.titel else name


def _span(inmatning: Inmatning) -> str:
    if inmatning.nr is None:
        return ""
    if inmatning.fran_nr is None:
        return f", till och med § {inmatning.nr}"
    return f", §§ {inmatning.fran_nr}–{inmatning.nr}"


def close_doors(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Closed doors: with times they are over, without they close or open now (R39, R219)."""
    lasting = [d for d in rum.paragraf.stangda_dorrar if d.till is None]
    if lasting and not inmatning.tider:
        opened = Satt(id=lasting[-1].id, falt="till", varde=rum.klocka)
        return Tolkning("dörrarna öppnas", (opened,), post=lasting[-1].id)
    fran, till = (*inmatning.tider, None, None)[:2]
    doors = StangdaDorrar(id=rum.new_id("stangda_dorrar"), fran=fran or rum.klocka, till=till)
    laid = (Lagt(i=rum.paragraf.id, lista="stangda_dorrar", post=doors),)
    return Tolkning("stängda dörrar", laid, post=doors.id)


def exercise_authority(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The item is myndighetsutövning against an individual, or is not after all (R39, R41)."""
    now = not rum.paragraf.myndighetsutovning
    handelse = Satt(id=rum.paragraf.id, falt="myndighetsutovning", varde=now)
    return Tolkning("myndighetsutövning" if now else "inte myndighetsutövning", (handelse,))
