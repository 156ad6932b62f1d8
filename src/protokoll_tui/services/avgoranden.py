"""Lines that settle something: debate closed, proposition, decision, routine, dropped items."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.fraga import Satt as SattPa
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, apply_all
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.text import Item, Lista, Stycke, parse_text, print_text
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure import (
    alternatives,
    decided_svar,
    formal_question,
    live_forslag,
    main_forslag,
    same_svar,
    stand_svar,
)
from protokoll_tui.procedure.alternativ import is_formal, resolved
from protokoll_tui.procedure.utfall import carried_formal, main_question
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.yrkanden import KINDS


def close_debate(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Överläggningen avslutad."""
    nar = rum.klocka or True
    handelse = Satt(id=rum.paragraf.id, falt="overlaggning_avslutad", varde=nar)
    return Tolkning("överläggningen avslutad", (handelse,), post=rum.paragraf.id)


def put_question(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A proposition and what the chair found (R62). Put again, it corrects the earlier entry."""
    answers, found = _question(rum, inmatning)
    if "ensam" in inmatning.ord:
        answers = (found,)
    elif not any(same_svar(found, svar) for svar in answers):
        answers = (*answers, found)
    how = SattPa.VART_FOR_SIG if len(answers) > 2 else SattPa.MOT_VARANDRA
    fraga = Fraga(id=rum.new_id("fraga"), svar=answers, satt=how, funnet=found, tid=rum.klocka)
    earlier = _same_question(rum, fraga)
    if earlier is None:
        laid: Handelse = Lagt(i=rum.paragraf.id, lista="fraga", post=fraga)
        return Tolkning("proposition", (laid,), post=fraga.id)
    corrected = replace(fraga, id=earlier.id, tid=earlier.tid)
    return Tolkning("rättelse", (Rattat(post=corrected),), post=earlier.id).marked("om_proposition")


def _question(rum: Rum, inmatning: Inmatning) -> tuple[tuple[Svar, ...], Svar]:
    """The answers of the question that the line settles, and the one found."""
    formal = _formal_found(rum, inmatning)
    if formal:
        return formal
    forslag = _aimed_forslag(rum, inmatning)
    if forslag and (forslag.formellt or forslag.slag is ForslagSlag.TILLAGG):
        return _yes_or_no(forslag, inmatning)
    answers = alternatives(rum.paragraf)
    return answers, _main_found(rum, inmatning, answers, forslag)


def _formal_found(rum: Rum, inmatning: Inmatning) -> tuple[tuple[Svar, ...], Svar] | None:
    waiting = formal_question(rum.paragraf)
    if "dag" in inmatning.ord:
        if not waiting:
            raise Oklart("inget_formellt")
        return waiting, waiting[0]
    kind = next((KINDS[word] for word in inmatning.ord if word in KINDS), None)
    if kind is None:
        return None
    forslag = next((f for f in live_forslag(rum.paragraf) if f.slag is kind), None)
    if forslag is None:
        raise Oklart("inget_formellt")
    return _yes_or_no(forslag, inmatning)


def _yes_or_no(forslag: Forslag, inmatning: Inmatning) -> tuple[tuple[Svar, ...], Svar]:
    aim = (Mal(pa=forslag.id),)
    yes, no = Svar(verkan=Verkan.BIFALL, pa=aim), Svar(verkan=Verkan.AVSLAG, pa=aim)
    order = (no, yes) if forslag.formellt else (yes, no)
    return order, no if "av" in inmatning.ord else yes


def _aimed_forslag(rum: Rum, inmatning: Inmatning) -> Forslag | None:
    forslag, yrkande = rum.aimed(inmatning, "f"), rum.aimed(inmatning, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        pa = yrkande.stallning[0].pa.pa
        forslag = next((f for f in rum.paragraf.forslag if f.id == pa), None)
    return forslag if isinstance(forslag, Forslag) else None


def _main_found(
    rum: Rum, inmatning: Inmatning, answers: tuple[Svar, ...], forslag: Forslag | None
) -> Svar:
    yrkande = rum.aimed(inmatning, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        return resolved(rum.paragraf, stand_svar(yrkande.stallning[0]))
    if forslag or "av" in inmatning.ord or "bi" in inmatning.ord:
        target = forslag or main_forslag(rum.paragraf)
        verkan = Verkan.AVSLAG if "av" in inmatning.ord else Verkan.BIFALL
        return Svar(verkan=verkan, pa=(Mal(pa=target.id if target else ""),))
    if len(answers) != 1:
        raise Oklart("valj_svar" if answers else "inget_forslag")
    return answers[0]


def _same_question(rum: Rum, fraga: Fraga) -> Fraga | None:
    aims = {mal.pa for svar in fraga.svar for mal in svar.pa}
    if is_formal(rum.paragraf, fraga) or aims <= {f.id for f in _tillagg(rum)}:
        same = (q for q in rum.paragraf.fraga if {m.pa for s in q.svar for m in s.pa} == aims)
        return next(same, None)
    return main_question(rum.paragraf)


def _tillagg(rum: Rum) -> tuple[Forslag, ...]:
    return tuple(f for f in rum.paragraf.forslag if f.slag is ForslagSlag.TILLAGG)


def decide(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The decision: as found, according to a förslag or yrkande, own words, or none."""
    klubba = Satt(id=rum.paragraf.id, falt="klubbslag", varde=rum.klocka or True)
    if "ingen" in inmatning.ord:
        return Tolkning("inget beslut", (klubba,), post=rum.paragraf.id)
    if inmatning.text:
        led = Led(id=rum.new_id("beslut"), text=inmatning.text, enligt=_sources(rum, inmatning))
    else:
        svar = _decided(rum, inmatning)
        led = Led(id=rum.new_id("beslut"), text=_words(rum, svar), enligt=svar.pa)
    laid = Lagt(i=rum.paragraf.id, lista="beslut", post=led)
    return Tolkning("beslut", (laid, klubba), post=led.id)


def _sources(rum: Rum, inmatning: Inmatning) -> tuple[Mal, ...]:
    return tuple(Mal(pa=rum.at(ref).id) for ref in inmatning.ref if ref.lista in "fy")


def _decided(rum: Rum, inmatning: Inmatning) -> Svar:
    forslag, yrkande = rum.aimed(inmatning, "f"), rum.aimed(inmatning, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        return resolved(rum.paragraf, stand_svar(yrkande.stallning[0]))
    if forslag:
        return Svar(pa=(Mal(pa=forslag.id),))
    if rum.paragraf.beslut:
        raise Oklart("beslut_finns")
    found = decided_svar(rum.paragraf)
    answers = alternatives(rum.paragraf)
    if found is None and formal_question(rum.paragraf):
        raise Oklart("formellt_forst")
    if found is None and len(answers) != 1:
        raise Oklart("valj_svar" if answers else "inget_forslag")
    return found or answers[0]


def _words(rum: Rum, svar: Svar) -> str:
    """The words decided, with the tillägg that carried (R96)."""
    from protokoll_tui.rendering import decision_text

    words = [decision_text(rum.state, rum.paragraf, svar, rum.kommun, rum.stil)]
    if carried_formal(rum.paragraf) is None:
        carried = [
            f.funnet for f in rum.paragraf.fraga if f.funnet and f.funnet.verkan is Verkan.BIFALL
        ]
        extra = [f for f in _tillagg(rum) if any(m.pa == f.id for s in carried for m in s.pa)]
        for forslag in extra:
            if all(m.pa != forslag.id for m in svar.pa):
                aim = Svar(pa=(Mal(pa=forslag.id),))
                more = decision_text(rum.state, rum.paragraf, aim, rum.kommun, rum.stil)
                words = [_added("\n\n".join(words), more)]
    return "\n\n".join(words)


def _added(text: str, more: str) -> str:
    """A decision with a tillägg: the next point where the decision has numbered points."""
    blocks, extra = parse_text(text), parse_text(more)
    last = blocks[-1] if blocks else None
    plain = all(isinstance(block, Stycke) for block in extra)
    if not (isinstance(last, Lista) and last.numbered and plain):
        return f"{text}\n\n{more}"
    points = tuple(Item(block.runs) for block in extra if isinstance(block, Stycke))
    longer = Lista(last.items + points, numbered=True, start=last.start)
    return print_text((*blocks[:-1], longer))


def settle_routine(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A routine item in one stroke, with the style's own words."""
    from protokoll_tui.rendering import routine_text

    chosen = _chosen_signers(rum, inmatning)
    after = apply_all(rum.state, chosen)
    text = inmatning.text or routine_text(after, rum.paragraf, rum.kommun, rum.stil)
    klubba = Satt(id=rum.paragraf.id, falt="klubbslag", varde=rum.klocka or True)
    if not text:
        return Tolkning("rutin", (*chosen, klubba), post=rum.paragraf.id)
    if rum.paragraf.beslut:
        again = replace(rum.paragraf.beslut[0], text=text)
        return Tolkning("rättelse", (*chosen, Rattat(post=again), klubba), post=again.id)
    led = Led(id=rum.new_id("beslut"), text=text)
    laid = Lagt(i=rum.paragraf.id, lista="beslut", post=led)
    return Tolkning("rutin", (*chosen, laid, klubba), post=led.id)


def _chosen_signers(rum: Rum, inmatning: Inmatning) -> tuple[Handelse, ...]:
    if rum.paragraf.slag is not ParagrafSlag.JUSTERARE:
        return ()
    if not inmatning.av:
        if not rum.state.justerare:
            raise Oklart("vem_justerar")
        return ()
    names = tuple(name for aktor in inmatning.av if (name := aktor.person or aktor.ord))
    if len(names) < len(inmatning.av):
        raise Oklart("vem_justerar")
    return (Satt(id=rum.state.id, falt="justerare", varde=names),)


def drop(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The item is taken off the agenda and keeps its number (R112)."""
    handelse = Satt(id=rum.paragraf.id, falt="utgar", varde=rum.klocka or True)
    return Tolkning("utgår", (handelse,), post=rum.paragraf.id)
