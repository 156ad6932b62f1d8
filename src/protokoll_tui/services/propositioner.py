"""Lines that record a proposition and what the chair found (R62)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.fraga import Satt as SattPa
from protokoll_tui.domain.handelse import Lagt, Rattat, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure import (
    alternatives,
    answer_for,
    disputes,
    formal_question,
    is_whole,
    live_forslag,
    main_forslag,
    put_already,
)
from protokoll_tui.procedure.alternativ import (
    is_formal,
    resolved,
    waiting_formal,
    wishes,
    yes_or_no,
)
from protokoll_tui.procedure.forlopp import answers_put, next_main
from protokoll_tui.procedure.kedja import is_among, is_single, same_svar, through
from protokoll_tui.procedure.omrostning import Vantar, is_election, waiting
from protokoll_tui.procedure.punktvis import points_hit
from protokoll_tui.procedure.utfall import main_questions
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services import val
from protokoll_tui.services.propositionsordningar import says_order, set_order
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.yrkanden import KINDS

Stalld = tuple[tuple[Svar, ...], Svar]
"""A question as its answers, and the one found."""


def put_question(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """What the chair found, in one question or in several on different points (R99).

    Put again, a line corrects the earlier entry. While a vote waits for its motförslag the line
    says which it is.
    """
    if says_order(inmatning):
        return set_order(rum, inmatning)
    if chosen := _motforslag(rum, inmatning):
        return chosen
    stallda = _one_finding_each(_questions(rum, inmatning))
    handelser = tuple(_event(rum, inmatning, *stalld) for stalld in stallda)
    corrected = any(isinstance(h, Rattat) for h in handelser)
    slag = "rättelse" if all(isinstance(h, Rattat) for h in handelser) else "proposition"
    tolkning = Tolkning(slag, handelser, post=handelser[-1].post.id)
    return tolkning.marked("om_proposition") if corrected else tolkning


def _event(rum: Rum, inmatning: Inmatning, answers: tuple[Svar, ...], found: Svar) -> Lagt | Rattat:
    if "ensam" in inmatning.ord:
        answers = (found,)
    elif not is_among(found, answers):
        answers = (*answers, found)
    fraga = Fraga(
        id=rum.new_id("fraga"),
        svar=answers,
        satt=_way(rum, answers),
        funnet=found,
        tid=rum.klocka,
    )
    earlier = _put_before(rum, fraga)
    if earlier is None:
        return Lagt(i=rum.paragraf.id, lista="fraga", post=fraga)
    # A vote on it that has been asked for stays.
    return Rattat(post=replace(earlier, svar=answers, satt=fraga.satt, funnet=found))


def _way(rum: Rum, answers: tuple[Svar, ...]) -> SattPa:
    """How a question is put: as the next one on the matter is, else after its answers."""
    asked = next_main(rum.paragraf, rum.praxis)
    if asked and asked.svar == answers:
        return asked.satt
    put = next((q for q in rum.paragraf.fraga if q.svar == answers), None)
    if put is not None:
        return put.satt
    if any(len(svar.pa) > 1 and _bundled(rum, svar) for svar in answers):
        return SattPa.SAMLAT
    return SattPa.VART_FOR_SIG if len(answers) > 2 else SattPa.MOT_VARANDRA


def _bundled(rum: Rum, svar: Svar) -> bool:
    said = {id for o in rum.paragraf.ordning for id in o.samlat}
    return {mal.pa for mal in svar.pa} <= said


def _motforslag(rum: Rum, inmatning: Inmatning) -> Tolkning | None:
    """Which proposal meets the one found, where a vote waits for that; None where none does."""
    found = waiting(rum.paragraf, rum.praxis)
    if found is None or found.vantar is not Vantar.MOTFORSLAG:
        return None
    q = found.fraga
    svar = _among(rum, q.svar, _wanted(rum, inmatning, q.svar, aimed_forslag(rum, inmatning)))
    if svar is None:
        raise Oklart("vilket_motforslag")
    return Tolkning("proposition", (Satt(id=q.id, falt="funnet", varde=svar),), post=q.id)


def _among(rum: Rum, answers: tuple[Svar, ...], wanted: tuple[Svar, ...]) -> Svar | None:
    """The answer of a question that a wish comes to, through what won where it points."""
    p = rum.paragraf
    meant = [(svar, through(p, svar)) for svar in answers]
    found = (svar for svar, end in meant for w in wanted if end and same_svar(resolved(p, end), w))
    return next(found, None)


def _one_finding_each(stallda: tuple[Stalld, ...]) -> tuple[Stalld, ...]:
    """Each question once. The chair finds one answer to a question."""
    found: dict[tuple[Svar, ...], Svar] = {}
    for answers, svar in stallda:
        if not same_svar(found.setdefault(answers, svar), svar):
            raise Oklart("ett_svar")
    return tuple(found.items())


def _questions(rum: Rum, inmatning: Inmatning) -> tuple[Stalld, ...]:
    formal = _formal_found(rum, inmatning)
    if formal:
        return (formal,)
    if chosen := val.found(rum, inmatning):
        return (chosen,)
    named = [ref for ref in inmatning.ref if ref.lista in "fy"]
    lines = [replace(inmatning, ref=(ref,)) for ref in named] or [inmatning]
    return tuple(stalld for line in lines for stalld in _questions_on(rum, line))


def _questions_on(rum: Rum, line: Inmatning) -> Iterator[Stalld]:
    """The questions that a line with one place or none settles."""
    forslag = aimed_forslag(rum, line)
    if forslag and (forslag.formellt or forslag.slag is ForslagSlag.TILLAGG):
        yield _yes_or_no(rum, forslag, line)
        return
    questions = disputes(rum.paragraf)
    _on_contested_points(rum, line, questions)
    if len(questions) > 1:
        yield from _by_points(rum, line, questions)
    else:
        yield _on_matter(rum, line, forslag)


def _on_contested_points(
    rum: Rum, line: Inmatning, questions: tuple[tuple[Svar, ...], ...]
) -> None:
    """Raises ``Oklart`` where nobody moves anything on the points of a line: they are not put."""
    p = rum.paragraf
    hit = {nr for question in questions for svar in question for nr in points_hit(p, svar)}
    if line.punkter and not hit & set(line.punkter):
        raise Oklart("inte_omtvistad", str(line.punkter[0]))


def _on_matter(rum: Rum, line: Inmatning, forslag: Forslag | None) -> Stalld:
    """The next question on the matter; where all have been put, the one that is corrected."""
    p = rum.paragraf
    wanted = _wanted(rum, line, alternatives(p), forslag)
    asked = next_main(p, rum.praxis)
    put = [q.svar for q in reversed(p.fraga) if q.id in {m.id for m in main_questions(p)}]
    for answers in [asked.svar] if asked else put:
        if (found := _among(rum, answers, wanted)) is not None:
            return answers, found
    if asked and len(asked.svar) < len(answers_put(p, rum.praxis)):
        raise Oklart("inte_i_fragan")
    return alternatives(p), wanted[0]


def _by_points(
    rum: Rum, line: Inmatning, questions: tuple[tuple[Svar, ...], ...]
) -> Iterator[Stalld]:
    """The questions on points that the line answers: those it names, else those not yet put."""
    wanted = _wanted(rum, line, questions[0], aimed_forslag(rum, line))
    told = bool(line.punkter) or any(ref.lista == "y" for ref in line.ref)
    answered = 0
    for question in questions:
        meant = not line.punkter or set(question[0].pa[0].punkter) & set(line.punkter)
        if not meant or not (told or put_already(rum.paragraf, question) is None):
            continue
        found = next((s for w in wanted if (s := answer_for(rum.paragraf, question, w))), None)
        if found is not None:
            answered += 1
            yield question, found
            if is_whole(rum.paragraf, question):
                return  # Its points are put in their turn, if it stands at all.
    if not answered:
        raise Oklart("vilken_punkt")


def _wanted(
    rum: Rum, line: Inmatning, answers: tuple[Svar, ...], forslag: Forslag | None
) -> tuple[Svar, ...]:
    """What the line says was found: the stands of a yrkande, or bifall or avslag."""
    yrkande = rum.aimed(line, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        return wishes(rum.paragraf, yrkande)
    if forslag or "av" in line.ord or "bi" in line.ord:
        target = forslag or main_forslag(rum.paragraf)
        verkan = Verkan.AVSLAG if "av" in line.ord else Verkan.BIFALL
        points = line.punkter if verkan is Verkan.AVSLAG else ()
        return (Svar(verkan=verkan, pa=(Mal(pa=target.id if target else "", punkter=points),)),)
    if len(answers) != 1:
        raise Oklart("valj_svar" if answers else "inget_forslag")
    return answers


def _formal_found(rum: Rum, inmatning: Inmatning) -> Stalld | None:
    asked = formal_question(rum.paragraf)
    if "dag" in inmatning.ord:
        if not asked:
            raise Oklart("inget_formellt")
        return asked, asked[0]
    kind = next((KINDS[word] for word in inmatning.ord if word in KINDS), None)
    if kind is None:
        return None
    left = (*waiting_formal(rum.paragraf), *live_forslag(rum.paragraf))
    forslag = next((f for f in left if f.slag is kind), None)
    if forslag is None:
        raise Oklart("inget_formellt")
    return _yes_or_no(rum, forslag, inmatning)


def _yes_or_no(rum: Rum, forslag: Forslag, inmatning: Inmatning) -> Stalld:
    order = yes_or_no(rum.paragraf, forslag)
    wanted = Verkan.AVSLAG if "av" in inmatning.ord else Verkan.BIFALL
    return order, next(svar for svar in order if svar.verkan is wanted)


def aimed_forslag(rum: Rum, inmatning: Inmatning) -> Forslag | None:
    """The förslag that the line names, or the one that the first stand of a yrkande is about."""
    forslag, yrkande = rum.aimed(inmatning, "f"), rum.aimed(inmatning, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        pa = yrkande.stallning[0].pa.pa
        forslag = next((f for f in rum.paragraf.forslag if f.id == pa), None)
    return forslag if isinstance(forslag, Forslag) else None


def _put_before(rum: Rum, fraga: Fraga) -> Fraga | None:
    """The question as it was put before, whole: with its votes."""
    p = rum.paragraf
    aims = {mal.pa for svar in fraga.svar for mal in svar.pa}
    additions = {f.id for f in p.forslag if f.slag is ForslagSlag.TILLAGG}
    if is_formal(p, fraga) or is_election(p, fraga) or aims <= additions:
        same = (q for q in p.fraga if {m.pa for s in q.svar for m in s.pa} == aims)
        return next(same, None)
    if exact := next((q for q in p.fraga if q.svar == fraga.svar), None):
        return exact
    in_steps = fraga.satt is SattPa.PARVIS or is_single(fraga)
    put = None if in_steps else put_already(p, fraga.svar)
    return next((q for q in p.fraga if put and q.id == put.id), None)
