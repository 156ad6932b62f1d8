"""The questions of a § as far as they have come: each matter one question, and what won it. Pure.

The house's own ways meet here: all proposals at once with a motförslag where a vote is asked for,
in pairs, or one at a time (R95, R98).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from protokoll_tui.domain.forslag import Forslag, Mal
from protokoll_tui.domain.fraga import Fraga, Metod, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import (
    alternatives,
    is_formal,
    is_main,
    main_forslag,
    resolved,
)
from protokoll_tui.procedure.kedja import (
    distinct,
    is_among,
    is_single,
    joined,
    pointed_at,
    through,
    winner,
)


class Avslagsplats(Term):
    """Where avslag on the huvudförslag is put among more proposals (R98)."""

    BLAND_ANDRA = "bland andra"
    FORST = "först"
    SIST = "sist"


@dataclass(frozen=True)
class Praxis:
    """How this organ in this house does what the law leaves open.

    ``metod`` settles more than two proposals, ``avslag`` says where avslag comes among them;
    ``fullmaktige``: the rules that only fullmäktige has (R68, R69).
    """

    metod: Metod = Metod.MOTFORSLAG
    avslag: Avslagsplats = Avslagsplats.BLAND_ANDRA
    fullmaktige: bool = False


@dataclass(frozen=True)
class Proposition:
    """A question that can be put: its answers, and how."""

    svar: tuple[Svar, ...]
    satt: Satt = Satt.MOT_VARANDRA


def course(p: Paragraf) -> Paragraf:
    """The § with each matter as one question, ``funnet`` what won the whole of it.

    None while a vote is open, or proposals on the matter are still to be put.
    """
    singly = {q.id for q in p.fraga if is_single(q)}
    whole = tuple(_so_far(p, q, q.id in singly) for q in joined(p).fraga)
    return p if whole == p.fraga else replace(p, fraga=whole)


def _so_far(p: Paragraf, q: Fraga, singly: bool) -> Fraga:
    """A matter that proposals are left of is not settled; where one carried, the others fell."""
    if singly and q.funnet and q.funnet.verkan is Verkan.BIFALL:
        return replace(q, svar=distinct((*q.svar, *alternatives(p))))
    if q.satt is not Satt.PARVIS and not singly:
        return q
    left = not _holds(q.svar, _proposals(p, singly))
    return replace(q, funnet=None) if left else q


def _proposals(p: Paragraf, singly: bool) -> tuple[Svar, ...]:
    answers = alternatives(p)
    return tuple(a for a in answers if a.verkan is Verkan.BIFALL) if singly else answers


def method_of(p: Paragraf, praxis: Praxis) -> Metod:
    """How more than two proposals are settled here: as said in the room, else as the house does."""
    said = [o.metod for o in p.ordning if o.metod]
    return said[-1] if said else praxis.metod


def next_main(p: Paragraf, praxis: Praxis) -> Proposition | None:
    """The next question on the matter as a whole; None when all proposals have been put."""
    answers = alternatives(p)
    if method_of(p, praxis) is Metod.VART_FOR_SIG and len(answers) > 2:
        return _next_single(p, answers)
    groups = rounds(p, praxis)
    last = last_on_matter(p)
    known = _answered(p, last)
    if len(groups) == 1:
        return None if _holds(known, groups[0]) else Proposition(groups[0], _way(groups[0]))
    for group in groups:
        if not _holds(known, group):
            if last is None:
                return Proposition(group, Satt.PARVIS)
            held = Svar(pa=(Mal(pa=last.id),))
            main = main_forslag(p)
            first = len(group) == 1 and main is not None and is_main(group[0], main)
            return Proposition((*group, held) if first else (held, *group), Satt.PARVIS)
    return None


def _way(answers: tuple[Svar, ...]) -> Satt:
    return Satt.VART_FOR_SIG if len(answers) > 2 else Satt.MOT_VARANDRA


def _holds(known: tuple[Svar, ...], group: tuple[Svar, ...]) -> bool:
    return all(is_among(a, known) for a in group)


def _answered(p: Paragraf, last: Fraga | None) -> tuple[Svar, ...]:
    """The answers that were tried in the questions up to the last one on the matter."""
    found = next((q for q in joined(p).fraga if last and q.id == last.id), None)
    return tuple(resolved(p, s) for s in found.svar) if found else ()


def last_on_matter(p: Paragraf) -> Fraga | None:
    """The last question on the matter that no other one settles part of."""
    inner = pointed_at(p)
    answers = alternatives(p)
    put = [q for q in p.fraga if q.id not in inner and not is_formal(p, q)]
    on = [q for q in put if any(_is_among(p, s, answers) for s in q.svar)]
    return on[-1] if on else None


def _is_among(p: Paragraf, svar: Svar, answers: tuple[Svar, ...]) -> bool:
    """Whether an answer, or what won where it points, is one of the alternatives."""
    meant = through(p, svar)
    return meant is not None and is_among(resolved(p, meant), answers)


def _next_single(p: Paragraf, answers: tuple[Svar, ...]) -> Proposition | None:
    put = [q for q in p.fraga if is_single(q)]
    won = [svar for q in put if (svar := winner(p, q))]
    if any(svar.verkan is Verkan.BIFALL for svar in won):
        return None
    tried = [s for q in put for s in q.svar]
    for svar in answers:
        if svar.verkan is Verkan.BIFALL and not is_among(svar, tried):
            return Proposition((svar, replace(svar, verkan=Verkan.AVSLAG)), Satt.VART_FOR_SIG)
    return None


def rounds(p: Paragraf, praxis: Praxis) -> tuple[tuple[Svar, ...], ...]:
    """The proposals in the groups they meet in: each group against the winner of those before."""
    answers, main = alternatives(p), main_forslag(p)
    if len(answers) < 3:
        return (answers,) if answers else ()
    avslag = tuple(a for a in answers if main and _is_avslag(a, main))
    if avslag and praxis.avslag is Avslagsplats.SIST:
        rest = tuple(a for a in answers if a not in avslag)
        return (*_grouped(rest, main, method_of(p, praxis)), avslag)
    if avslag and praxis.avslag is Avslagsplats.FORST:
        first = tuple(a for a in answers if main and is_main(a, main))
        rest = tuple(a for a in answers if a not in (*avslag, *first))
        pairs = method_of(p, praxis) is Metod.PARVIS
        return ((*first, *avslag), *(((a,) for a in rest) if pairs else (rest,)))
    return _grouped(answers, main, method_of(p, praxis))


def _is_avslag(svar: Svar, main: Forslag) -> bool:
    return svar.verkan is Verkan.AVSLAG and {m.pa for m in svar.pa} == {main.id}


def _grouped(
    answers: tuple[Svar, ...], main: Forslag | None, metod: Metod
) -> tuple[tuple[Svar, ...], ...]:
    """In pairs the huvudförslag comes last, against the one that is left of the others (R95)."""
    if metod is not Metod.PARVIS or len(answers) < 3:
        return (answers,)
    own = tuple(a for a in answers if main and is_main(a, main))
    others = tuple(a for a in answers if a not in own)
    return (others[:2], *((a,) for a in others[2:]), *((a,) for a in own))
