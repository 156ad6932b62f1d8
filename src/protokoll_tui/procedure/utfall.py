"""What became of each yrkande: computed from the questions, never stored."""

from __future__ import annotations

from collections.abc import Iterator

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostmarke, Votering
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure.alternativ import (
    OWN_QUESTION,
    alternatives,
    is_about_election,
    is_counterpart,
    is_formal,
    is_main,
    is_refused,
    live_forslag,
    live_yrkanden,
    main_forslag,
    resolved,
    stand_svar,
)
from protokoll_tui.procedure.forlopp import course
from protokoll_tui.procedure.kedja import ended, is_among, last_vote, same_svar
from protokoll_tui.procedure.punktvis import (
    answer_for,
    disputes,
    is_whole,
    same_question,
    shares_points,
)
from protokoll_tui.procedure.rakning import with_list
from protokoll_tui.procedure.uppskjutet import all_put_off, is_put_off, points_put_off_by


class Utfall(Term):
    """The fate of a yrkande (R94). ``ej prövat`` is not ``fallet``."""

    BIFALLET = "bifallet"
    DELVIS = "delvis bifallet"
    AVSLAGET = "avslaget"
    FALLET = "fallet"
    EJ_PROVAT = "ej prövat"
    AVVISAT = "avvisat"
    ATERTAGET = "återtaget"
    ERSATT = "ersatt"


UTAN_EGET_FORSLAG = frozenset(
    {ParagrafSlag.ORDNINGSFRAGA, ParagrafSlag.FRAGA, ParagrafSlag.INTERPELLATION}
)
"""Kinds that may hold nothing but questions of order."""

LOST = frozenset({Utfall.AVSLAGET, Utfall.FALLET, Utfall.DELVIS})


def carried_formal(paragraf: Paragraf) -> Svar | None:
    """The answer by which the matter was put off, or None while it is to be settled (R92).

    What puts off points alone leaves the rest of the matter.
    """
    return next(iter(all_carried_formal(paragraf)), None)


def all_carried_formal(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers by which the matter was put off; several where minorities asked (R69)."""
    late = {f.id for f in paragraf.forslag if f.slag in SKJUTER_UPP and _ends(paragraf, f)}
    found = (q.funnet for q in course(paragraf).fraga if q.funnet)
    yes = (svar for svar in found if svar.verkan is Verkan.BIFALL)
    return tuple(svar for svar in yes if any(mal.pa in late for mal in svar.pa))


def _ends(paragraf: Paragraf, forslag: Forslag) -> bool:
    """Whether nothing is left to decide today when a formal förslag has carried (R99)."""
    on_points = bool(points_put_off_by(forslag))
    return not on_points or (forslag.mot is not None and all_put_off(paragraf, forslag.mot.pa))


def main_questions(paragraf: Paragraf) -> tuple[Fraga, ...]:
    """The questions put on the matter itself, in the order put; several when put by points."""
    extra = {f.id for f in paragraf.forslag if f.slag in OWN_QUESTION}
    apart = (q for q in course(paragraf).fraga if not is_formal(paragraf, q))
    return tuple(q for q in apart if not {m.pa for svar in q.svar for m in svar.pa} <= extra)


def elected_svar(paragraf: Paragraf) -> tuple[Svar, ...]:
    """What the elections of a § ended with, in the order put (R79, R80)."""
    found = (q.funnet for q in course(paragraf).fraga if q.funnet)
    return tuple(svar for svar in found if is_about_election(paragraf, svar))


def decided_svar(paragraf: Paragraf) -> tuple[Svar, ...]:
    """What the organ has answered: the formal answers that carried, else those on the matter.

    Empty = not settled.
    """
    formal = all_carried_formal(paragraf)
    if formal:
        return formal
    other = turned_down(paragraf)
    if other is not None:
        return (other,)
    found = tuple(q.funnet for q in main_questions(paragraf) if q.funnet)
    return (*found, *elected_svar(paragraf)) or _on_procedure_alone(paragraf)


def _on_procedure_alone(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers to questions of order in an item where nothing else is proposed.

    Whether a fråga or an interpellation may be put is then all there is to decide.
    """
    if paragraf.slag not in UTAN_EGET_FORSLAG or alternatives(paragraf):
        return ()
    return tuple(q.funnet for q in course(paragraf).fraga if q.funnet and is_formal(paragraf, q))


def outcomes(paragraf: Paragraf) -> dict[str, Utfall | None]:
    """The outcome of every yrkande by id; None = not settled."""
    paragraf = course(paragraf)
    live = {yrkande.id for yrkande in live_yrkanden(paragraf)}
    return {y.id: _outcome(paragraf, y, y.id in live) for y in paragraf.yrkande}


def _outcome(paragraf: Paragraf, yrkande: Yrkande, live: bool) -> Utfall | None:
    if yrkande.atertaget:
        return Utfall.ATERTAGET
    if not live:
        return Utfall.ERSATT
    stands = sorted(yrkande.stallning, key=lambda s: s.hand)
    # Avslag on what is gone is asked of nobody.
    asked = [s for s in stands if s.verkan is Verkan.BIFALL or not _dead(paragraf, s)] or stands
    by_hand: dict[int, list[Utfall | None]] = {}
    for s in asked:
        by_hand.setdefault(s.hand, []).append(_fate(paragraf, yrkande, s))
    return _first_hand([_joined(fates) for fates in by_hand.values()])


def _first_hand(fates: list[Utfall | None]) -> Utfall | None:
    """In first and second hand: the first that was won counts; the next lives when one fell."""
    for n, fate in enumerate(fates):
        if fate is Utfall.BIFALLET:
            return Utfall.DELVIS if n else Utfall.BIFALLET
        if fate in (None, Utfall.DELVIS):
            return fate
    return _tried(fates)[-1] if fates else None


def _joined(fates: list[Utfall | None]) -> Utfall | None:
    """Of stands taken together: all is to be won, and what was never tried does not count."""
    if None in fates:
        return None
    tried = _tried(fates)
    if len(set(tried)) == 1:
        return tried[0]
    return Utfall.DELVIS if Utfall.BIFALLET in tried else tried[0]


def _tried(fates: list[Utfall | None]) -> list[Utfall | None]:
    return [fate for fate in fates if fate is not Utfall.EJ_PROVAT] or fates


def _fate(paragraf: Paragraf, yrkande: Yrkande, stallning: Stallning) -> Utfall | None:
    said = _said_to_be_out(paragraf, stallning)
    if said is not None:
        return said
    if is_put_off(paragraf, stallning.pa):
        return Utfall.EJ_PROVAT
    wanted = resolved(paragraf, stand_svar(stallning))
    ways = disputes(paragraf)
    mine = [way for way in ways if answer_for(paragraf, way, wanted)] if len(ways) > 1 else []
    if mine and not carried_formal(paragraf):
        return _fate_by_points(paragraf, wanted, mine)
    if _goes_with_main(paragraf, wanted):
        return None if open_questions(paragraf) else Utfall.BIFALLET
    fraga = question_on(paragraf, stallning)
    if fraga is None:
        untried = carried_formal(paragraf) or _dead(paragraf, stallning)
        return Utfall.EJ_PROVAT if untried else None
    if fraga.funnet is None:
        return None
    fate = _measured(wanted, resolved(paragraf, fraga.funnet))
    won_by_other = fate is Utfall.FALLET and is_counterpart(paragraf, yrkande, stallning)
    return Utfall.BIFALLET if won_by_other else fate


def _goes_with_main(paragraf: Paragraf, wanted: Svar) -> bool:
    """Whether bifall is asked for to points that nobody is against, where others are put (R99)."""
    ways, main = disputes(paragraf), main_forslag(paragraf)
    if len(ways) < 2 or main is None or not is_main(wanted, main) or carried_formal(paragraf):
        return False
    return not any(shares_points(paragraf, way, (wanted,)) for way in ways)


def _said_to_be_out(paragraf: Paragraf, stallning: Stallning) -> Utfall | None:
    """The fate of a stand on a förslag that was never put: refused, or fallen with another."""
    aim = next((f for f in paragraf.forslag if f.id == stallning.pa.pa), None)
    if aim is None or not (aim.fallet or is_refused(paragraf, aim)):
        return None
    if stallning.verkan is Verkan.AVSLAG:
        return Utfall.BIFALLET
    return Utfall.FALLET if aim.fallet else Utfall.AVVISAT


def _fate_by_points(
    paragraf: Paragraf, wanted: Svar, ways: list[tuple[Svar, ...]]
) -> Utfall | None:
    """The fate of a stand that is tried in these questions, of several on one förslag."""
    other = turned_down(paragraf)
    if other is not None:
        return _measured(wanted, resolved(paragraf, other))
    return _joined([_on_question(paragraf, wanted, put_already(paragraf, way)) for way in ways])


def turned_down(paragraf: Paragraf) -> Svar | None:
    """What was found instead of the huvudförslag before its points were put, or None."""
    ways, main = disputes(paragraf), main_forslag(paragraf)
    if len(ways) < 2 or main is None or not is_whole(paragraf, ways[0]):
        return None
    put = put_already(paragraf, ways[0])
    found = put.funnet if put else None
    return None if found is None or is_main(found, main) else found


def has_fallen(paragraf: Paragraf, id: str) -> bool:
    """Whether a förslag on the matter was put and did not win; an ändring of it keeps it."""
    put = [q for q in main_questions(paragraf) if q.funnet]
    tried = {mal.pa for q in put for svar in q.svar for mal in resolved(paragraf, svar).pa}
    found = (q.funnet for q in put if q.funnet and q.funnet.verkan is Verkan.BIFALL)
    won = {mal.pa for svar in found for mal in resolved(paragraf, svar).pa}
    kept = {f.mot.pa for f in paragraf.forslag if f.id in won and f.mot}
    return id in tried and id not in won | kept


def open_questions(paragraf: Paragraf) -> tuple[tuple[Svar, ...], ...]:
    """Of several questions on the matter those that are still to be settled, each as its answers.

    None where the huvudförslag was turned down as a whole: then its points are not put.
    """
    if turned_down(paragraf):
        return ()
    put = ((way, put_already(paragraf, way)) for way in disputes(paragraf))
    return tuple(way for way, q in put if q is None or q.funnet is None)


def put_already(paragraf: Paragraf, question: tuple[Svar, ...]) -> Fraga | None:
    """The question on the matter with these answers, as it has been put, or None."""
    put = main_questions(paragraf)
    if len(disputes(paragraf)) < 2:
        return next(iter(put), None)
    return next((q for q in put if same_question(paragraf, q.svar, question)), None)


def _on_question(paragraf: Paragraf, wanted: Svar, fraga: Fraga | None) -> Utfall | None:
    if fraga is None or fraga.funnet is None:
        return None
    found = resolved(paragraf, fraga.funnet)
    answer = answer_for(paragraf, tuple(resolved(paragraf, s) for s in fraga.svar), wanted)
    return _measured(answer or wanted, found)


def _dead(paragraf: Paragraf, stallning: Stallning) -> bool:
    """Whether the förslag that is aimed at was withdrawn or replaced before it was put (R3)."""
    live = {f.id for f in live_forslag(paragraf)}
    return any(f.id == stallning.pa.pa and f.id not in live for f in paragraf.forslag)


def _measured(wanted: Svar, found: Svar) -> Utfall:
    """What was asked for against what was found, point by point (R99)."""
    pairs = [(mal, aim) for aim in wanted.pa for mal in found.pa if mal.pa == aim.pa]
    met = [(mal, aim) for mal, aim in pairs if _share_points(mal, aim)]
    if not met:
        return Utfall.FALLET
    if found.verkan is not wanted.verkan:
        return Utfall.AVSLAGET
    whole = any(not mal.punkter or _all_points(aim, mal) for mal, aim in met)
    return Utfall.BIFALLET if whole else Utfall.DELVIS


def _share_points(a: Mal, b: Mal) -> bool:
    return not a.punkter or not b.punkter or not set(a.punkter).isdisjoint(b.punkter)


def _all_points(aim: Mal, mal: Mal) -> bool:
    return bool(aim.punkter) and set(aim.punkter) <= set(mal.punkter)


def question_on(paragraf: Paragraf, stallning: Stallning) -> Fraga | None:
    """The question that settles a stand: one with its answer, else one on the same förslag."""
    wanted, main = resolved(paragraf, stand_svar(stallning)), main_forslag(paragraf)
    # Points that nobody is against go with the förslag, whatever points are put.
    for_main = main is not None and is_main(wanted, main)
    on_same: Fraga | None = None
    for fraga in course(paragraf).fraga:
        answers = [resolved(paragraf, svar) for svar in fraga.svar]
        if is_among(wanted, answers):
            return fraga
        aims = {mal.pa for svar in answers for mal in svar.pa}
        near = for_main or shares_points(paragraf, fraga.svar, (wanted,))
        on_same = on_same or (fraga if near and {mal.pa for mal in wanted.pa} & aims else None)
    return on_same


def losers(paragraf: Paragraf) -> tuple[tuple[str, Aktor], ...]:
    """Those who lost a yrkande, with its id: the first to be asked about a reservation (R43)."""
    fates = outcomes(paragraf)
    return tuple(
        (yrkande.id, aktor)
        for yrkande in paragraf.yrkande
        if fates[yrkande.id] in LOST
        for aktor in (*yrkande.av, *(i.vem for i in yrkande.instammer))
    )


def never_outvoted(paragraf: Paragraf) -> frozenset[str]:
    """Signatures of those who voted with the winning side in each vote by name that they were in.

    They have nothing to reserve themselves against, whoever spoke for them.
    """
    won: set[str] = set()
    lost: set[str] = set()
    for q in paragraf.fraga:
        vote, end = last_vote(q), ended(paragraf, q)
        for sig, side in _sides(with_list(paragraf, vote)) if vote and end else ():
            (won if same_svar(side, end) else lost).add(sig)
    return frozenset(won - lost)


def _sides(vote: Votering) -> Iterator[tuple[str, Svar]]:
    """Whoever voted for a side, and the side."""
    sides = {Rostmarke.JA: vote.ja, Rostmarke.NEJ: vote.nej}
    for row in vote.rostlangd:
        if row.rost and (side := sides.get(row.rost)):
            yield row.person, side
