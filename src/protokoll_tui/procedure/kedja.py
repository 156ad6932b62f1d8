"""How each question ended, through votes and through the questions that it points at. Pure.

A matter may be settled in several questions: pairs of proposals, a motförslag before a vote, one
proposal at a time. ``joined`` shows each matter as one question with all its answers and what won.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.fraga import Fraga, Grund, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.rakning import more, with_list
from protokoll_tui.procedure.valmetod import elected

OPPOSITE = {Verkan.BIFALL: Verkan.AVSLAG, Verkan.AVSLAG: Verkan.BIFALL}


def same_svar(a: Svar | None, b: Svar | None) -> bool:
    """Whether two answers say the same, unknown keys aside."""
    if a is None or b is None:
        return a is b
    return a.verkan is b.verkan and _aims(a) == _aims(b)


def _aims(svar: Svar) -> frozenset[tuple[str, tuple[int, ...]]]:
    return frozenset((mal.pa, mal.punkter) for mal in svar.pa)


def is_among(svar: Svar | None, answers: Iterable[Svar]) -> bool:
    """Whether one of the answers says the same."""
    return any(same_svar(svar, known) for known in answers)


def distinct(answers: Iterable[Svar]) -> tuple[Svar, ...]:
    """Answers that say the same once, in the order they first came."""
    kept: list[Svar] = []
    for svar in answers:
        if not is_among(svar, kept):
            kept.append(svar)
    return tuple(kept)


def last_vote(q: Fraga) -> Votering | None:
    """The votering that holds: a new one at once takes the place of the one before (R78)."""
    return q.votering[-1] if q.votering else None


def ended(p: Paragraf, q: Fraga) -> Svar | None:
    """The answer that a question ended with, as it stands in the question; None = not settled.

    What was decided on another ground than the count comes first, then the count, then what the
    chair found: at acklamation that is the fact (R62).
    """
    if q.sluten and q.sluten[-1].resultat and _by_lot_at_most(q):
        return elected(p, q)
    if q.avgorande and q.avgorande.vinnare:
        return q.avgorande.vinnare
    if q.sluten:
        return None
    vote = last_vote(q)
    return more(with_list(p, vote)) if vote else q.funnet


def _by_lot_at_most(q: Fraga) -> bool:
    """Whether nothing but the count, or a lot between equal ones, decides an election (R80)."""
    ruling = q.avgorande
    return ruling is None or ruling.vinnare is None or ruling.grund is Grund.LOTTNING


def winner(p: Paragraf, q: Fraga) -> Svar | None:
    """The answer that won a question, its aims förslag and never questions; None = not settled."""
    found = ended(p, q)
    return through(p, found, frozenset({q.id})) if found else None


def through(p: Paragraf, svar: Svar, seen: frozenset[str] = frozenset()) -> Svar | None:
    """An answer with what won in place of each question it points at; None where one is open."""
    asked = {q.id: q for q in p.fraga}
    if not any(mal.pa in asked for mal in svar.pa):
        return svar
    verkan, aims = svar.verkan, list[Mal]()
    for mal in svar.pa:
        if mal.pa not in asked:
            aims.append(mal)
            continue
        if mal.pa in seen:
            return None
        ended_with = ended(p, asked[mal.pa])
        won = through(p, ended_with, seen | {mal.pa}) if ended_with else None
        if won is None:
            return None
        verkan = won.verkan if svar.verkan is Verkan.BIFALL else OPPOSITE[won.verkan]
        aims += won.pa
    return replace(svar, verkan=verkan, pa=tuple(aims))


def answers_of(p: Paragraf, q: Fraga, seen: frozenset[str] = frozenset()) -> tuple[Svar, ...]:
    """All that could win a question: its answers, and those of questions it points at."""
    asked = {o.id: o for o in p.fraga if o.id not in seen and o.id != q.id}
    found: list[Svar] = []
    for svar in q.svar:
        inner = [asked[mal.pa] for mal in svar.pa if mal.pa in asked]
        found += [s for o in inner for s in answers_of(p, o, seen | {q.id})] or [svar]
    return distinct(found)


def pointed_at(p: Paragraf) -> frozenset[str]:
    """Ids of questions that settle what another one is about."""
    sides = (s for q in p.fraga for v in q.votering for s in (v.ja, v.nej) if s)
    answers = (s for q in p.fraga for s in q.svar)
    ids = {q.id for q in p.fraga if q.id}
    return frozenset(mal.pa for svar in (*answers, *sides) for mal in svar.pa if mal.pa in ids)


def joined(p: Paragraf) -> Paragraf:
    """The § with each matter as one question: all its answers, ``funnet`` what won there.

    ``funnet`` is None while a vote is open. Joining what is joined changes nothing.
    """
    inner = pointed_at(p)
    roots = [
        Fraga(id=q.id, svar=answers_of(p, q), satt=q.satt, funnet=winner(p, q), tid=q.tid)
        for q in p.fraga
        if q.id not in inner
    ]
    return replace(p, fraga=tuple(_one_by_one_joined(roots)))


def _one_by_one_joined(questions: list[Fraga]) -> Iterator[Fraga]:
    """Proposals tried one at a time as one question; the place is that of the first."""
    singles = [q for q in questions if is_single(q)]
    for q in questions:
        if q not in singles:
            yield q
        elif q is singles[0]:
            answers = tuple(s for one in singles for s in _yes(one))
            carried = (one.funnet for one in singles if one.funnet and one.funnet in _yes(one))
            yield replace(q, svar=answers, funnet=next(carried, None) or _denied(singles))


def _yes(q: Fraga) -> tuple[Svar, ...]:
    return tuple(svar for svar in q.svar if svar.verkan is Verkan.BIFALL)


def _denied(singles: list[Fraga]) -> Svar | None:
    """What is left when every proposal was turned down: avslag of them all; None while open."""
    ended_with = [q.funnet for q in singles]
    if None in ended_with:
        return None
    aims = (mal for svar in ended_with if svar for mal in svar.pa)
    return Svar(verkan=Verkan.AVSLAG, pa=tuple(dict.fromkeys(aims)))


def is_single(q: Fraga) -> bool:
    """Whether a question tries one proposal by itself, of several on the same matter."""
    if q.satt is not Satt.VART_FOR_SIG or len(q.svar) != 2:
        return False
    one, other = q.svar
    return one.verkan is not other.verkan and _aims(one) == _aims(other)
