"""What a vote that was asked for still waits for: a motförslag, the votes, who decides a tie. Pure.

A vote asked for on more than two proposals is between the one that the chair found and a
motförslag, chosen among the rest in a question of its own; there too a vote may be asked for, and
so on (R95). At a tie the chair decides, in an election the lot (R66). In fullmäktige a third of
those present puts the matter off (R69).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protokoll_tui.domain.forslag import SKJUTER_UPP, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Grund, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.kedja import ended, last_vote, same_svar, through
from protokoll_tui.procedure.rakning import (
    is_tie,
    more,
    present,
    tally,
    third,
    votes_for,
    with_list,
)
from protokoll_tui.procedure.valmetod import lots, outcome


class Vantar(Term):
    """What a vote waits for."""

    MOTFORSLAG = "motförslag"
    ROSTNING = "rösträkning"
    UTSLAGSROST = "utslagsröst"
    LOTTNING = "lottning"
    MINORITET = "minoritet"


@dataclass(frozen=True)
class Vantan:
    """A question that is not settled: what it waits for, and the answers to choose between."""

    vantar: Vantar
    fraga: Fraga
    svar: tuple[Svar, ...] = ()
    votering: Votering | None = None


def waiting(p: Paragraf, praxis: Praxis) -> Vantan | None:
    """What the vote that comes first waits for, or None where no vote is open."""
    return next(_waiting(p, praxis), None)


def _waiting(p: Paragraf, praxis: Praxis) -> Iterator[Vantan]:
    for q in p.fraga:
        vote = last_vote(q)
        if q.avgorande and q.avgorande.vinnare and not q.sluten:
            continue
        if vote is None:
            yield from _closed(p, q)
            continue
        below = [o for o in p.fraga for side in (vote.ja, vote.nej) if side and _points(side, o)]
        for other in below:
            if not other.votering and ended(p, other) is None:
                yield Vantan(Vantar.MOTFORSLAG, other, other.svar)
        if all(through(p, side) for side in (vote.ja, vote.nej) if side):
            yield from _on_vote(p, q, with_list(p, vote), praxis)


def _points(side: Svar, q: Fraga) -> bool:
    return any(mal.pa == q.id for mal in side.pa)


def _on_vote(p: Paragraf, q: Fraga, vote: Votering, praxis: Praxis) -> Iterator[Vantan]:
    answers = tuple(side for side in (vote.ja, vote.nej) if side)
    if tally(vote) is None:
        yield Vantan(Vantar.ROSTNING, q, answers, vote)
    elif is_tie(vote):
        how = Vantar.LOTTNING if is_election(p, q) else Vantar.UTSLAGSROST
        yield Vantan(how, q, answers, vote)
    elif asks_for_minority(p, q, praxis):
        yield Vantan(Vantar.MINORITET, q, answers, vote)


def _closed(p: Paragraf, q: Fraga) -> Iterator[Vantan]:
    """A closed ballot waits for its count, or at a tie for the last place for the lot (R80)."""
    if not q.sluten or ended(p, q) is not None:
        return
    if not q.sluten[-1].resultat:
        yield Vantan(Vantar.ROSTNING, q, q.svar)
        return
    drawn = set(lots(q))
    equal = tuple(Svar(pa=(mal,)) for mal in outcome(p, q).lika if mal not in drawn)
    if equal:
        yield Vantan(Vantar.LOTTNING, q, equal)


def is_election(p: Paragraf, q: Fraga) -> bool:
    """Whether a question is an election: the lot decides there (5 kap. 56 § KL)."""
    val = {f.id for f in p.forslag if f.slag is ForslagSlag.VAL}
    return any(mal.pa in val for svar in q.svar for mal in svar.pa)


def elects(p: Paragraf) -> bool:
    """Whether somebody is to be elected in a §."""
    return any(f.slag is ForslagSlag.VAL for f in p.forslag)


def asks_for_minority(p: Paragraf, q: Fraga, praxis: Praxis) -> bool:
    """Whether those who lost a vote on putting the matter off are a third of those present.

    Fullmäktige alone, once in a matter, and never where somebody is to be elected (R69, R70;
    5 kap. 50 § KL).
    """
    vote = last_vote(q)
    if not praxis.fullmaktige or p.minoritet_forut or vote is None or elects(p):
        return False
    vote = with_list(p, vote)
    late = {f.id for f in p.forslag if f.slag in SKJUTER_UPP - {ForslagSlag.REMISS}}
    for side in (vote.ja, vote.nej):
        if side and side.verkan is Verkan.BIFALL and {m.pa for m in side.pa} <= late:
            lost = not same_svar(more(vote), side)
            return lost and votes_for(vote, side) >= third(present(vote)) > 0
    return False


def minority_asking(p: Paragraf, q: Fraga) -> tuple[int, int] | None:
    """How many of how many present asked for what a minority got: as stated, else as counted.

    None where that is not known, nor where more abstained than voted: then it is for the chair to
    say (R69).
    """
    ruling, vote = q.avgorande, last_vote(q)
    if ruling is None or ruling.grund is not Grund.MINORITET:
        return None
    if ruling.antal is not None and ruling.narvarande is not None:
        return ruling.antal, ruling.narvarande
    vote = with_list(p, vote) if vote else None
    if vote is None or tally(vote) is None or ruling.vinnare is None or is_disputed(vote):
        return None
    side = next((s for s in (vote.ja, vote.nej) if same_svar(s, ruling.vinnare)), None)
    return (votes_for(vote, side), ruling.narvarande or present(vote)) if side else None


def is_disputed(vote: Votering) -> bool:
    """Whether more abstained than voted: what the minority wants is for the chair to say (R69)."""
    counted = tally(vote)
    if counted is None:
        return False
    return (counted.avstar or 0) > (counted.ja or 0) + (counted.nej or 0)


def votable(p: Paragraf) -> Fraga | None:
    """The question that a vote can be asked for on now: the last put, found, not yet fixed (R63).

    Those before it were fixed when it was put. A choice of motförslag is over when the vote that
    it was for has been counted.
    """
    q = p.fraga[-1] if p.fraga else None
    if q is None or q.funnet is None or q.klubbslag or q.votering or q.sluten:
        return None
    counted = [v for o in p.fraga for v in o.votering if tally(with_list(p, v))]
    over = {mal.pa for v in counted for side in (v.ja, v.nej) if side for mal in side.pa}
    return None if q.id in over else q


def rest_of(q: Fraga) -> tuple[Svar, ...]:
    """The answers that the one which was found meets in a vote."""
    return tuple(svar for svar in q.svar if not same_svar(svar, q.funnet))


def sides_of(q: Fraga, motforslag: str = "") -> tuple[Svar, Svar]:
    """What Ja and Nej mean in a vote on a question that the chair has found an answer to.

    Ja is what was found (R95), Nej what is left; of several what wins the question ``motforslag``.
    """
    rest = rest_of(q)
    if q.funnet is None or not rest:
        raise ValueError(q.id)
    return q.funnet, rest[0] if len(rest) == 1 else Svar(pa=(Mal(pa=motforslag),))


def is_motforslag(p: Paragraf, q: Fraga) -> bool:
    """Whether a question chooses what meets the proposal that was found in another (R95)."""
    votes = (v for o in p.fraga for v in o.votering)
    return any(_points(side, q) for v in votes for side in (v.ja, v.nej) if side)


def motforslag_question(q: Fraga, id: str) -> Fraga | None:
    """The question that chooses what a vote sets against the one found; None with one left."""
    rest = rest_of(q)
    way = Satt.VART_FOR_SIG if len(rest) > 2 else Satt.MOT_VARANDRA
    return Fraga(id=id, svar=rest, satt=way) if len(rest) > 1 else None
