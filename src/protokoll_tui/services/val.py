"""Lines of an election: who is proposed, a closed ballot and its count, the lot (R79–R82)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure import StegKod, alternatives, next_step
from protokoll_tui.procedure.kedja import ended
from protokoll_tui.procedure.omrostning import is_election, votable, waiting
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.procedure.val import (
    Val,
    elections,
    may_ask,
    next_put,
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
from protokoll_tui.services.vilka import once, organ_name
from protokoll_tui.services.yrkanden import late
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.uppdrag import places_said, singular

_DAY = re.compile(r"(?:den )?(\d{4}-\d\d-\d\d)")
_SHORT = (("t.o.m.", "till och med"), ("tom ", "till och med "), ("fr.o.m.", "från och med"))


def elect(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """What is said of an election: a proposal, a ballot asked for, its count, the lot."""
    if "lott" in inmatning.ord:
        return _lot(rum, inmatning)
    if any(s.vad in {BALLOTS, ROSTER, "blanka", "ogiltiga"} for s in inmatning.val.siffror):
        return _counted(rum, inmatning)
    if {"sluten", "ny", "proportionellt"} & set(inmatning.ord):
        return ballot(rum, inmatning)
    return _proposed(rum, inmatning)


# Who is proposed


def _proposed(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A förslag to elect somebody, or that somebody leaves; a yrkande where a person moves it."""
    forslag = _forslag(rum, inmatning)
    movers = once(a for a in inmatning.av if a.person or a.grupp)
    laid: tuple[Handelse, ...] = (Lagt(i=rum.paragraf.id, lista="forslag", post=forslag),)
    if not movers:
        return Tolkning("förslag", laid, post=forslag.id).marked(*_doubts(rum, inmatning))
    yrkande = Yrkande(
        id=rum.new_id("yrkande"),
        av=movers,
        stallning=(Stallning(verkan=Verkan.BIFALL, pa=Mal(pa=forslag.id)),),
        tid=rum.klocka,
    )
    laid = (*laid, Lagt(i=rum.paragraf.id, lista="yrkande", post=yrkande))
    return Tolkning("yrkande", laid, post=yrkande.id).marked(*_doubts(rum, inmatning))


def _forslag(rum: Rum, inmatning: Inmatning) -> Forslag:
    leaves = "avgår" in inmatning.ord
    if not inmatning.val.kandidater and "vakant" not in inmatning.ord:
        raise Oklart("vem_valjs")
    platser, uppdrag = places_said(inmatning.val.uppdrag)
    before = _before(rum) if not leaves else None
    if not uppdrag and before is None:
        raise Oklart("vilket_uppdrag")
    term = term_of(inmatning.text or "")
    return Forslag(
        id=rum.new_id("forslag"),
        slag=ForslagSlag.AVSAGELSE if leaves else ForslagSlag.VAL,
        fran=_source(rum, inmatning),
        kandidater=inmatning.val.kandidater,
        uppdrag=singular(uppdrag) if uppdrag else before.uppdrag if before else "",
        mandattid=term or (before.mandattid if before else ""),
        efter=inmatning.val.efter or (before.efter if before and not uppdrag else None),
        platser=platser or (before.platser if before and not uppdrag else None),
    )


def _before(rum: Rum) -> Forslag | None:
    """The förslag to an election that was recorded last: the next is to the same, unless told."""
    of_val = [f for f in rum.paragraf.forslag if f.slag is ForslagSlag.VAL]
    return of_val[-1] if of_val else None


def _source(rum: Rum, inmatning: Inmatning) -> Aktor | None:
    if not inmatning.av:
        return None
    first = inmatning.av[0]
    return replace(first, ord=organ_name(first.ord, rum.kommun)) if first.ord else first


def term_of(words: str) -> str:
    """A mandattid as it is written: "t.o.m. 2034-12-31" -> "till och med den 31 december 2034"."""
    term = words.strip().rstrip(".")
    for short, full in _SHORT:
        term = f"{full}{term[len(short) :]}" if term.casefold().startswith(short) else term
    bare = _DAY.fullmatch(term)
    term = f"till och med {term}" if bare else term
    return _DAY.sub(_written, term)


def _written(found: re.Match[str]) -> str:
    try:
        return f"den {format_date(date.fromisoformat(found[1]))}"
    except ValueError:
        return found[0]


def _doubts(rum: Rum, inmatning: Inmatning) -> Iterator[str]:
    yield from late(rum)
    for aktor in inmatning.val.kandidater:
        # A whole name may be somebody from outside; a lone word is more likely misspelt.
        if aktor.ord and " " not in aktor.ord:
            yield f"okand_person:{aktor.ord}"


# The question


def found(rum: Rum, inmatning: Inmatning) -> tuple[tuple[Svar, ...], Svar] | None:
    """The election that a line of a proposition answers, and the answer; None where it is none."""
    p = rum.paragraf
    aimed = set(_aims(rum, inmatning.ref))
    named = next((v for v in elections(p) if aimed & {f.id for f in v.forslag}), None)
    bare = not (inmatning.ref or inmatning.ord or inmatning.punkter)
    val = next_put(p) if bare and is_next(rum) else named
    if val is None:
        return None
    answers = proposition(val).svar
    if len(answers) == 1:
        return answers, answers[0]
    meant = tuple(f.id for f in val.forslag if f.id in aimed)
    if not meant:
        raise Oklart("valj_kandidat")
    return answers, Svar(pa=tuple(Mal(pa=id) for id in meant))


def _aims(rum: Rum, refs: tuple[Ref, ...]) -> Iterator[str]:
    """Ids of the förslag to elections that a line names, by themselves or through a yrkande."""
    ids = {f.id for f in rum.paragraf.forslag if f.slag in VALARENDEN}
    for ref in refs:
        post = rum.holding(ref) if ref.lista in "fy" else None
        stands = post.stallning if isinstance(post, Yrkande) else ()
        own = (post.id,) if isinstance(post, Forslag) else ()
        yield from (id for id in (*own, *(s.pa.pa for s in stands)) if id in ids)


# The ballot


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
        return _marked(rum, inmatning, here, Tolkning("sluten omröstning", (asked,), post=last.id))
    if last and not last.resultat and "ny" not in inmatning.ord:
        raise Oklart("rakna_forst")
    new = next_ballot(here.fraga, rum.new_id("sluten"))
    if "proportionellt" in inmatning.ord:
        new = replace(new, proportionellt=_asked(rum, inmatning))
    laid = (*here.laid, Lagt(i=here.fraga.id, lista="sluten", post=new))
    tolkning = Tolkning("sluten omröstning", laid, post=new.id)
    return _marked(rum, inmatning, here, tolkning)


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
    aimed = set(_aims(rum, inmatning.ref))
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


def _marked(rum: Rum, inmatning: Inmatning, here: _Omrostning, tolkning: Tolkning) -> Tolkning:
    """A mark where too few asked for a proportional election, or of an uppdrag that has none."""
    if "proportionellt" not in inmatning.ord:
        return tolkning
    may = may_ask(here.val.uppdrag, _asked(rum, inmatning), here.val.platser)
    return tolkning.marked("inte_proportionellt") if may is False else tolkning


# The count


def _counted(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The ballots as counted. Said again before the next round, the line corrects the numbers."""
    here = _here(rum, inmatning)
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
        meant = next(_aims(rum, (siffra.lista,)), post.id)
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


# The lot


def _lot(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Whom the lot fell on; several, where several places were left (5 kap. 56 § KL)."""
    here = _here(rum, inmatning)
    if not (here.sluten and here.sluten.resultat):
        raise Oklart("rakna_forst")
    equal = outcome(rum.paragraf, here.fraga).lika
    if not equal:
        raise Oklart("ingen_lottning")
    named = [_aim_of(vem, here) for vem in inmatning.val.kandidater]
    aims = [*(mal for mal in named if mal), *(Mal(pa=id) for id in _aims(rum, inmatning.ref))]
    drawn = tuple(mal for mal in equal if _is_among(mal, aims))
    if not drawn:
        raise Oklart("vem_lotten")
    ruling = Avgorande(grund=Grund.LOTTNING, vinnare=Svar(pa=drawn))
    event = Satt(id=here.fraga.id, falt="avgorande", varde=ruling)
    return Tolkning("lottning", (event,), post=here.sluten.id)


def _is_among(mal: Mal, aims: list[Mal]) -> bool:
    return any(a.pa == mal.pa and (not a.punkter or a.punkter == mal.punkter) for a in aims)


def concerns(rum: Rum) -> bool:
    """Whether a vote that is asked for now is one in an election: it is closed (5 kap. 54 § KL)."""
    p = rum.paragraf
    put = votable(p)
    if put is not None:
        return is_election(p, put)
    open_vote = waiting(p, rum.praxis)
    if open_vote is not None:
        return is_election(p, open_vote.fraga)
    return is_next(rum)


def is_next(rum: Rum) -> bool:
    """Whether an election is what the chair puts now, also in a routine § with nothing else."""
    p = rum.paragraf
    alone = next_put(p) is not None and not alternatives(p)
    return alone or next_step(p, rum.praxis).kod is StegKod.VAL


def asked_for(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A vote in an election is closed: no mark of a voter is kept, whoever types it (R64)."""
    if any(sida.vem or sida.alla for sida in inmatning.roster):
        raise Oklart("sluten_namn", rad=texter.SECRET_BALLOT)
    if inmatning.roster or inmatning.ord:
        raise Oklart("sluten_antal")
    return ballot(rum, inmatning)
