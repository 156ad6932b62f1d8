"""Lines of an election: who is proposed, and what a proposition or a vote in it is (R79–R82)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.handelse import Handelse, Lagt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure import StegKod, alternatives, next_step
from protokoll_tui.procedure.omrostning import is_election, votable, waiting
from protokoll_tui.procedure.val import (
    elections,
    next_put,
    proposition,
)
from protokoll_tui.quickline import Inmatning, parse
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.valsedlar import (
    ballot,
    counted,
    draw_lot,
    election_aims,
    is_count,
    marks_voters,
    refuse_votes,
)
from protokoll_tui.services.vilka import once, organ_name, with_organs
from protokoll_tui.services.yrkanden import late
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.uppdrag import places_said, singular

_DAY = re.compile(r"(?:den )?(\d{4}-\d\d-\d\d)")
_SHORT = (("t.o.m.", "till och med"), ("tom ", "till och med "), ("fr.o.m.", "från och med"))


def elect(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """What is said of an election: a proposal, a ballot asked for, its count, the lot."""
    if "lott" in inmatning.ord:
        return draw_lot(rum, inmatning)
    if is_count(inmatning):
        return counted(rum, inmatning)
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
    platser, uppdrag = places_said(with_organs(inmatning.val.uppdrag, rum.kommun))
    before = _before(rum) if not leaves else None
    if not uppdrag and before is None:
        raise Oklart("vilket_uppdrag")
    term = term_of(inmatning.text or "")
    return Forslag(
        id=rum.new_id("forslag"),
        slag=ForslagSlag.AVSAGELSE if leaves else ForslagSlag.VAL,
        fran=_source(rum, inmatning),
        kandidater=inmatning.val.kandidater,
        uppdrag=singular(uppdrag) or (before.uppdrag if before else ""),
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
    aimed = set(election_aims(rum, inmatning.ref))
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


def names_voters(rum: Rum, inmatning: Inmatning) -> bool:
    """Whether a line tells who voted how, after an election and with nothing else to vote on."""
    p = rum.paragraf
    last = any(is_election(p, q) for q in p.fraga[-1:])
    return (
        marks_voters(inmatning) and last and votable(p) is None and waiting(p, rum.praxis) is None
    )


def refuse_bare_votes(rum: Rum, text: str) -> None:
    """Raises ``Oklart`` for ``ja ab nej cd`` without a verb in an election: it is kept nowhere."""
    meant = parse(f"om {text}", rum.kontext())
    codes = {parti.kod for parti in rum.kommun.parti}
    voters = [a for sida in meant.roster for a in sida.vem if a.person or a.ord in codes]
    if voters and (concerns(rum) or names_voters(rum, meant)):
        refuse_votes(meant)


def asked_for(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A vote in an election is closed: no mark of a voter is kept, whoever types it (R64)."""
    refuse_votes(inmatning)
    if inmatning.ord:
        raise Oklart("sluten_antal")
    return ballot(rum, inmatning)
