"""The votes: what Ja and Nej meant, how they ended, and what decided where the count did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from protokoll_tui.checks import beslutstexter as texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.checks.underlag import Underlag, asked, decided, underlag, voted
from protokoll_tui.domain.forslag import SKJUTER_UPP, ForslagSlag
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Rostmarke, Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.kedja import is_among, last_vote, same_svar, through
from protokoll_tui.procedure.omrostning import elects, is_election, minority_asking
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rakning import (
    is_called,
    is_tie,
    present,
    tally,
    third,
    two_thirds,
    votes_for,
    with_list,
)


def sides_unsaid(m: Mote) -> Iterator[Brist]:
    """R101: what Ja and what Nej mean is told of each vote."""
    for p, r in voted(m):
        unsaid = [word for word, side in (("ja", r.egen.ja), ("nej", r.egen.nej)) if side is None]
        if unsaid:
            vad = unsaid[0] if len(unsaid) == 1 else texter.BOTH_SIDES
            yield Brist(texter.NO_SIDES.format(vad=vad), p.id, r.egen.id)


def sides_alike(m: Mote) -> Iterator[Brist]:
    """R102: they are two different answers to one question."""
    for p, r in voted(m):
        if r.egen.ja is None or r.egen.nej is None:
            continue
        ja, nej = through(p, r.egen.ja), through(p, r.egen.nej)
        if same_svar(r.egen.ja, r.egen.nej) or (ja is not None and same_svar(ja, nej)):
            yield Brist(texter.SAME_SIDES, p.id, r.egen.id)


def uncounted(m: Mote) -> Iterator[Brist]:
    """R5: that a vote was held, and its result, is told (5 kap. 67 § p. 3 KL)."""
    for here in decided(m):
        for r in here.rostningar:
            if tally(r.votering) is None:
                yield Brist(texter.NO_RESULT, here.p.id, r.egen.id)


def names_missing(m: Mote) -> Iterator[Brist]:
    """R8: how each voted is told by name, in a list or its bilaga (5 kap. 67 § p. 5 KL)."""
    for here in decided(m):
        for r in here.rostningar:
            counted = tally(r.votering) is not None and not is_called(r.votering)
            if counted and not (r.egen.bilaga or r.egen.lista):
                yield Brist(texter.NO_NAMES, here.p.id, r.egen.id)


def tie_unsettled(m: Mote) -> Iterator[Brist]:
    """R40, R66: at a tie the chair has to vote, in an election the lot decides (5:56, 4:25 KL)."""
    for here in decided(m):
        for q in here.p.fraga:
            vote = _held(here.p, q)
            if vote and is_tie(vote) and not (q.avgorande and q.avgorande.vinnare):
                chair = _chair(m, here.p, vote)
                stands = _mark(vote, chair) in (Rostmarke.AVSTAR, Rostmarke.DELTAR_INTE)
                text = texter.TIE_CHAIR.format(vem=m.namn(chair)) if stands else texter.TIE
                yield Brist(texter.TIE if is_election(here.p, q) else text, here.p.id, q.id)


def _held(p: Paragraf, q: Fraga) -> Votering | None:
    """The vote of a question that holds, with its list."""
    vote = last_vote(q)
    return with_list(p, vote) if vote else None


def _chair(m: Mote, p: Paragraf, vote: Votering) -> str:
    """Who chaired at a vote: as it says itself, else who chairs the §."""
    return vote.ordforande or presides(m.state, p)


def _mark(vote: Votering, sig: str) -> Rostmarke | None:
    return next((row.rost for row in vote.rostlangd if row.person == sig != ""), None)


def wrong_ground(m: Mote) -> Iterator[Brist]:
    """R66: utslagsröst and lot decide at a tie alone, the lot in elections alone (5:56 KL)."""
    for here in asked(m):
        for q in here.p.fraga:
            ruling = q.avgorande
            if ruling and ruling.grund in (Grund.UTSLAGSROST, Grund.LOTTNING):
                text = _not_this_ground(here.p, q, _held(here.p, q), ruling)
                if text:
                    yield Brist(text.format(grund=ruling.grund.value), here.p.id, q.id)


def _not_this_ground(p: Paragraf, q: Fraga, vote: Votering | None, ruling: Avgorande) -> str:
    lot, election = ruling.grund is Grund.LOTTNING, is_election(p, q)
    if election and not lot:
        return texter.CASTING_IN_ELECTION
    if vote is None or q.sluten:
        return ""
    if tally(vote) is not None and not is_tie(vote):
        return texter.NO_TIE
    if lot and not election:
        return texter.LOT_IN_VOTE
    sides = [side for side in (vote.ja, vote.nej) if side]
    won = ruling.vinnare
    unknown = won and len(sides) == 2 and not is_among(won, sides)
    return texter.NEITHER_SIDE if unknown else ""


def against_own_vote(m: Mote) -> Iterator[Brist]:
    """R106: the utslagsröst is the chair's own vote, which is among those counted."""
    for here in asked(m):
        for q in here.p.fraga:
            ruling = q.avgorande
            if ruling is None or ruling.grund is not Grund.UTSLAGSROST:
                continue
            vote = _held(here.p, q)
            if vote is None:
                continue
            chair = _chair(m, here.p, vote)
            mark = _mark(vote, chair)
            other = {Rostmarke.JA: vote.nej, Rostmarke.NEJ: vote.ja}.get(mark) if mark else None
            if other and same_svar(ruling.vinnare, other):
                text = texter.AGAINST_OWN_VOTE.format(vem=m.namn(chair), rost=mark)
                yield Brist(text, here.p.id, q.id)


def asked_after_klubbslag(m: Mote) -> Iterator[Brist]:
    """R63: a vote is asked for before the klubbslag (5 kap. 53–54 §§ KL)."""
    for p, r in voted(m):
        fixed = [t for t in (r.fraga.klubbslag, p.klubbslag) if isinstance(t, time)]
        first = min(fixed, default=None)
        if first and r.egen.tid and r.egen.tid > first:
            yield Brist(texter.after_klubbslag(r.egen.tid, first), p.id, r.egen.id)


def unapproved(m: Mote) -> Iterator[Brist]:
    """R76: the organ approves the voteringsproposition before it votes."""
    for p, r in voted(m):
        if r.egen.godkand is not True and tally(r.votering) is not None:
            yield Brist(texter.UNAPPROVED, p.id, r.egen.id)


# Other majorities than the simple one


def majority_not_there(m: Mote) -> Iterator[Brist]:
    """R67: unanimity and two thirds are held against the count (5:33, 5:37, 5:52, 5:58 KL).

    The law counts the thirds of those who are present; here they are of those who vote for or
    against, so that nothing is said that may be in order.
    """
    for here in asked(m):
        for q in here.p.fraga:
            ruling = q.avgorande
            vote = _held(here.p, q) if ruling and ruling.vinnare else None
            if vote and ruling and tally(vote) is not None:
                text = _unmet(vote, ruling)
                if text:
                    yield Brist(text, here.p.id, q.id)


def _unmet(vote: Votering, ruling: Avgorande) -> str:
    sides = [side for side in (vote.ja, vote.nej) if side]
    won = next((side for side in sides if same_svar(side, ruling.vinnare)), None)
    if won is None or len(sides) < 2:
        return ""
    yes, both = votes_for(vote, won), sum(votes_for(vote, side) for side in sides)
    no = both - yes
    if ruling.grund is Grund.ENHALLIGHET and yes >= no > 0:
        return texter.NOT_UNANIMOUS.format(antal=no)
    if ruling.grund is not Grund.KVALIFICERAD:
        return ""
    if yes >= no and yes < two_thirds(both):
        return texter.NOT_QUALIFIED.format(antal=yes, rostande=both)
    if yes < no and no >= two_thirds(present(vote)):
        return texter.QUALIFIED.format(antal=no, rostande=both)
    return ""


def _minorities(m: Mote) -> Iterator[tuple[Underlag, Fraga, Avgorande]]:
    for here in asked(m):
        for q in here.p.fraga:
            if q.avgorande and q.avgorande.grund is Grund.MINORITET:
                yield here, q, q.avgorande


def minority_in_namnd(m: Mote) -> Iterator[Brist]:
    """R72: a nämnd puts a matter off by majority alone (6 kap. 33 § 2 st. KL)."""
    for here, q, _ in _minorities(m) if not m.fullmaktige else ():
        yield Brist(texter.MINORITY_IN_NAMND, here.p.id, q.id)


def minority_in_election(m: Mote) -> Iterator[Brist]:
    """R70: an election is put off by majority alone (5 kap. 50 § 2 st. KL)."""
    for here, q, _ in _minorities(m):
        if elects(here.p):
            yield Brist(texter.MINORITY_IN_ELECTION, here.p.id, q.id)


def minority_not_allowed(m: Mote) -> Iterator[Brist]:
    """R69: a third, once in a matter, of bordläggning or återremiss (5 kap. 50 § KL)."""
    for here, q, ruling in _minorities(m) if m.fullmaktige else ():
        late = SKJUTER_UPP - {ForslagSlag.REMISS}
        won = ruling.vinnare
        if here.p.minoritet_forut:
            yield Brist(texter.MINORITY_AGAIN, here.p.id, q.id)
        if won and (
            won.verkan is Verkan.AVSLAG or any(here.kind(a.pa) not in late for a in won.pa)
        ):
            yield Brist(texter.MINORITY_OF_OTHER, here.p.id, q.id)
        known = minority_asking(here.p, q)
        if known and known[0] < third(known[1]):
            antal, there = known
            text = texter.MINORITY_TOO_SMALL.format(
                antal=antal, narvarande=there, minst=third(there)
            )
            yield Brist(text, here.p.id, q.id)


def minority_uncounted(m: Mote) -> Iterator[Brist]:
    """R215: how many asked is told where a minority put the matter off (5 kap. 50 § KL)."""
    for here, q, ruling in _minorities(m) if m.fullmaktige else ():
        vote = _held(here.p, q)
        stated = ruling.antal is not None and ruling.narvarande is not None
        if here.avgjort and not stated and (vote is None or tally(vote) is None):
            yield Brist(texter.MINORITY_UNCOUNTED, here.p.id, q.id)


def no_motive_in_fullmaktige(m: Mote) -> Iterator[Brist]:
    """R71, R215: those who asked for it say why (5 kap. 50 § 3 st. KL)."""
    if m.fullmaktige:
        yield from _no_motive(m, texter.NO_MOTIVE)


def no_motive_in_namnd(m: Mote) -> Iterator[Brist]:
    """R72: the receiver needs to know what to do (practice)."""
    if not m.fullmaktige:
        yield from _no_motive(m, texter.NO_MOTIVE_NAMND)


def _no_motive(m: Mote, text: str) -> Iterator[Brist]:
    for p in m.state.paragraf:
        back = [f for f in p.forslag if f.slag is ForslagSlag.ATERREMISS and not f.motivering]
        carried = {f.id for _, f in underlag(p).uppskjutet} if back else set[str]()
        for f in back if underlag(p).avgjort else ():
            if f.id in carried:
                yield Brist(text, p.id, f.id)


OMROSTNING: Kontroller = (
    Kontroll("R101", "5 kap. 67 § p. 3 KL", Allvar.FEL, sides_unsaid),
    Kontroll("R102", "5 kap. 67 § p. 3 KL", Allvar.FEL, sides_alike),
    Kontroll("R5", "5 kap. 67 § p. 3 KL", Allvar.FEL, uncounted),
    Kontroll("R8", "5 kap. 67 § p. 5 KL", Allvar.FEL, names_missing),
    Kontroll("R66", "4 kap. 25 §, 5 kap. 56 § KL", Allvar.FEL, tie_unsettled),
    Kontroll("R66", "5 kap. 56 § KL", Allvar.FEL, wrong_ground),
    Kontroll("R106", "5 kap. 56 § KL", Allvar.FEL, against_own_vote),
    Kontroll("R63", "5 kap. 53–54 §§ KL", Allvar.HANDE, asked_after_klubbslag),
    Kontroll("R76", "arbetsordningen", Allvar.VARNING, unapproved),
    Kontroll("R67", "5 kap. 33, 37, 52 och 58 §§ KL", Allvar.FEL, majority_not_there),
    Kontroll("R72", "6 kap. 33 § KL", Allvar.FEL, minority_in_namnd),
    Kontroll("R70", "5 kap. 50 § 2 st. KL", Allvar.FEL, minority_in_election),
    Kontroll("R69", "5 kap. 50 § KL", Allvar.FEL, minority_not_allowed),
    Kontroll("R215", "5 kap. 50 § KL", Allvar.FEL, minority_uncounted),
    Kontroll("R71", "5 kap. 50 § 3 st. KL", Allvar.FEL, no_motive_in_fullmaktige),
    Kontroll("R72", "praxis", Allvar.VARNING, no_motive_in_namnd),
)
