"""A closed ballot in an election: held, counted, corrected, drawn by lot (R64, R80–R82)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.kedja import ended
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.procedure.val import (
    Val,
    elections,
    on_ballot,
    open_elections,
    proposition,
    question_of,
)
from protokoll_tui.procedure.val import new_round as next_ballot
from protokoll_tui.procedure.valmetod import outcome
from protokoll_tui.quickline import Inmatning, Ref
from protokoll_tui.quickline.valrad import BALLOTS, ROSTER, Valsiffra
from protokoll_tui.services import valtexter as texter
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once


def election_aims(rum: Rum, refs: tuple[Ref, ...]) -> Iterator[str]:
    """Ids of the förslag to elections that a line names, by themselves or through a yrkande."""
    ids = {f.id for f in rum.paragraf.forslag if f.slag in VALARENDEN}
    for ref in refs:
        post = rum.holding(ref) if ref.lista in "fy" else None
        stands = post.stallning if isinstance(post, Yrkande) else ()
        own = (post.id,) if isinstance(post, Forslag) else ()
        yield from (id for id in (*own, *(s.pa.pa for s in stands)) if id in ids)


@dataclass(frozen=True)
class _Omrostning:
    """An election that is decided in a closed ballot: its question, and the events so far."""

    val: Val
    fraga: Fraga
    sluten: Sluten | None
    laid: tuple[Handelse, ...] = ()


def ballot(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A closed ballot is held: the first, or a new round of the one before (R80)."""
    here = _here(rum, inmatning)
    last = here.sluten
    if last and not last.resultat and "proportionellt" in inmatning.ord:
        asked = Satt(id=last.id, falt="proportionellt", varde=_asked(rum, inmatning))
        return Tolkning("sluten omröstning", (asked,), post=last.id)
    if last and not last.resultat and "ny" not in inmatning.ord:
        raise Oklart("rakna_forst")
    new = next_ballot(here.fraga, rum.new_id("sluten"))
    if "proportionellt" in inmatning.ord:
        new = replace(new, proportionellt=_asked(rum, inmatning))
    else:
        new = replace(new, begard_av=_askers(inmatning))
    laid = (*here.laid, Lagt(i=here.fraga.id, lista="sluten", post=new))
    tolkning = Tolkning("sluten omröstning", laid, post=new.id)
    return tolkning.marked(*_unknown(inmatning))


def _askers(inmatning: Inmatning) -> tuple[Aktor, ...]:
    """Who asks for the ballot: ``om ab``, ``va sluten ab``. It says nothing of anybody's vote."""
    return once((*inmatning.av, *inmatning.val.kandidater))


def _unknown(inmatning: Inmatning) -> Iterator[str]:
    """Marks on words that are nobody's name, where the line is one of an election."""
    named = inmatning.val.kandidater if inmatning.verb == "va" else ()
    yield from (f"okand_person:{aktor.ord}" for aktor in named if aktor.ord)


def _here(rum: Rum, inmatning: Inmatning) -> _Omrostning:
    """The election that a line is about: the one it names, the one that is open, else the last."""
    val = _meant(rum, inmatning)
    fraga = question_of(rum.paragraf, val)
    if fraga is not None:
        return _Omrostning(val, fraga, fraga.sluten[-1] if fraga.sluten else None)
    question = proposition(val)
    if len(question.svar) < 2 and "proportionellt" not in inmatning.ord:
        raise Oklart("en_kandidat")
    new = Fraga(id=rum.new_id("fraga"), svar=question.svar, satt=question.satt, tid=rum.klocka)
    return _Omrostning(val, new, None, (Lagt(i=rum.paragraf.id, lista="fraga", post=new),))


def _meant(rum: Rum, inmatning: Inmatning) -> Val:
    """The election that a line names, else the one that is counted, else the next contested one.

    A new round or other numbers are of the one that was counted last. Where no other is contested
    a ballot is on the one that was just put. Nobody votes on whether somebody may leave.
    """
    p = rum.paragraf
    every = elections(p)
    aimed = set(election_aims(rum, inmatning.ref))
    if named := [v for v in every if aimed & {f.id for f in v.forslag}]:
        return named[0]
    put = [(v, q) for v in every if (q := question_of(p, v))]
    balloted = [(v, q) for v, q in put if q.sluten]
    counting = [v for v, q in balloted if ended(p, q) is None]
    again = balloted if "ny" in inmatning.ord or inmatning.val.siffror else []
    left = [v for v in open_elections(p) if v.slag is ForslagSlag.VAL]
    contested = [v for v in left if v.contested]
    found = [v for v, q in put if v.contested and not q.sluten]
    meant = [*counting, *(v for v, _ in again[-1:]), *contested, *found[-1:], *left]
    meant += [v for v, _ in put[-1:]]
    if not meant:
        raise Oklart("inget_val")
    return meant[0]


def _asked(rum: Rum, inmatning: Inmatning) -> Proportionellt:
    """By how many of those present a proportional election was asked for (R81)."""
    said = {s.vad: s.antal for s in inmatning.val.siffror}
    there = len(serving(rum.gang, rum.paragraf)) if rum.gang.registrerat else None
    return Proportionellt(begart_av=said.get("begärt"), narvarande=said.get("närvarande", there))


def marks_voters(inmatning: Inmatning) -> bool:
    """Whether a line tells who voted how."""
    return any(sida.vem or sida.alla for sida in inmatning.roster)


def refuse_votes(inmatning: Inmatning) -> None:
    """Raises ``Oklart`` for votes in an election, and keeps no voter's name (R64)."""
    if marks_voters(inmatning):
        raise Oklart("sluten_namn", rad=texter.SECRET_BALLOT)
    if inmatning.roster:
        raise Oklart("sluten_antal")


def correct(rum: Rum, fraga: Fraga, inmatning: Inmatning) -> Tolkning:
    """``rä q1 va 13 ab 7 cd 6``: the last ballot of an election put right; what is not said stays.

    Raises ``Oklart`` for a line that is no ballot's, without keeping a voter's name (R64).
    """
    refuse_votes(inmatning)
    val = next((v for v in elections(rum.paragraf) if question_of(rum.paragraf, v) == fraga), None)
    last = fraga.sluten[-1] if fraga.sluten else None
    if val is None or last is None:
        raise Oklart("annat_slag")
    here = _Omrostning(val, fraga, last)
    if is_count(inmatning):
        return replace(_counted(rum, inmatning, here), slag="rättelse")
    if "proportionellt" in inmatning.ord:
        again = replace(last, proportionellt=_asked(rum, inmatning))
    elif names := _askers(inmatning):
        again = replace(last, begard_av=names)
    else:
        raise Oklart("rakna_forst")
    return Tolkning("rättelse", (Rattat(post=again),), post=last.id).marked(*_unknown(inmatning))


def is_count(inmatning: Inmatning) -> bool:
    """Whether a line has numbers of a closed ballot."""
    return any(s.vad in {BALLOTS, ROSTER, "blanka", "ogiltiga"} for s in inmatning.val.siffror)


def counted(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The ballots as counted. Said again before the next round, the line corrects the numbers."""
    return _counted(rum, inmatning, _here(rum, inmatning))


def _counted(rum: Rum, inmatning: Inmatning, here: _Omrostning) -> Tolkning:
    laid = here.laid
    last = here.sluten
    fresh = last is None
    if last is None:
        last = next_ballot(here.fraga, rum.new_id("sluten"))
    result, new = _votes(rum, inmatning, here)
    numbers = {s.vad: s.antal for s in inmatning.val.siffror if s.vad != ROSTER}
    counted = replace(
        last,
        avgivna=numbers.get(BALLOTS, last.avgivna),
        blanka=numbers.get("blanka", last.blanka),
        ogiltiga=numbers.get("ogiltiga", last.ogiltiga),
        resultat=result or last.resultat,
    )
    laid = (*laid, *(Lagt(i=rum.paragraf.id, lista="forslag", post=f) for f in new))
    event = Lagt(i=here.fraga.id, lista="sluten", post=counted) if fresh else Rattat(post=counted)
    tolkning = Tolkning("sluten omröstning", (*laid, event), post=last.id)
    return tolkning.marked("rostande_namn") if inmatning.val.kandidater else tolkning


def _votes(
    rum: Rum, inmatning: Inmatning, here: _Omrostning
) -> tuple[tuple[Valresultat, ...], tuple[Forslag, ...]]:
    """The votes for each name or list, and the förslag of those who had not been proposed."""
    result: list[Valresultat] = []
    new: list[Forslag] = []
    for siffra in inmatning.val.siffror:
        if siffra.vad != ROSTER:
            continue
        aim = _aim(rum, siffra, here)
        if aim is None:
            new.append(
                Forslag(
                    id=rum.new_id("forslag"),
                    slag=ForslagSlag.VAL,
                    kandidater=(siffra.vem,) if siffra.vem else (),
                    uppdrag=here.val.uppdrag,
                    mandattid=here.val.forslag[0].mandattid,
                    platser=here.val.platser,
                )
            )
            aim = Mal(pa=new[-1].id)
        result.append(Valresultat(pa=aim, roster=siffra.antal))
    return tuple(result), tuple(new)


def _aim(rum: Rum, siffra: Valsiffra, here: _Omrostning) -> Mal | None:
    """What votes are for: a list by its place, a name by whose förslag it is on."""
    if siffra.lista:
        post = rum.at(siffra.lista)
        meant = next(election_aims(rum, (siffra.lista,)), post.id)
        if meant not in {f.id for f in here.val.forslag}:
            raise Oklart("inte_kandidat", f"{siffra.lista.lista}{siffra.lista.nr}")
        return Mal(pa=meant)
    return _aim_of(siffra.vem, here) if siffra.vem else None


def _aim_of(vem: Aktor, here: _Omrostning) -> Mal | None:
    """A name as it stands on the ballots: alone, as a point of a list, or its whole list."""
    asked = bool(here.sluten and here.sluten.proportionellt)
    whole = {mal.pa for mal in on_ballot(here.val, asked) if not mal.punkter}
    for f in here.val.forslag:
        if vem in f.kandidater:
            at = f.kandidater.index(vem) + 1
            return Mal(pa=f.id) if f.id in whole else Mal(pa=f.id, punkter=(at,))
    return None


def draw_lot(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Whom the lot fell on; several, where several places were left (5 kap. 56 § KL)."""
    here = _here(rum, inmatning)
    if not (here.sluten and here.sluten.resultat):
        raise Oklart("rakna_forst")
    equal = outcome(rum.paragraf, here.fraga).lika
    if not equal:
        raise Oklart("ingen_lottning")
    named = [_aim_of(vem, here) for vem in inmatning.val.kandidater]
    lists = (Mal(pa=id) for id in election_aims(rum, inmatning.ref))
    aims = [*(mal for mal in named if mal), *lists]
    drawn = tuple(mal for mal in equal if _is_among(mal, aims))
    if not drawn:
        raise Oklart("vem_lotten")
    ruling = Avgorande(grund=Grund.LOTTNING, vinnare=Svar(pa=drawn))
    event = Satt(id=here.fraga.id, falt="avgorande", varde=ruling)
    return Tolkning("lottning", (event,), post=here.sluten.id)


def _is_among(mal: Mal, aims: list[Mal]) -> bool:
    return any(a.pa == mal.pa and (not a.punkter or a.punkter == mal.punkter) for a in aims)
