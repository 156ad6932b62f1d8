"""What is said of formal questions and of tillägg in the guide: what, and whose (R90, R94)."""

from __future__ import annotations

from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import others_like
from protokoll_tui.procedure.uppskjutet import points_put_off_by
from protokoll_tui.procedure.utfall import carried_formal, has_fallen
from protokoll_tui.services import texter
from protokoll_tui.services.guidevy import actor_name
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.genitive import joint_genitive


def formal_answer(p: Paragraf, forslag: Forslag, svar: Svar, kommun: Kommun) -> str:
    """ "Punkt 2 bordläggs", "ärendet återremitteras till socialnämnden enligt … yrkande".

    Whose yrkande it is, and where it goes, is said as soon as others ask for the same.
    """
    denied = svar.verkan is Verkan.AVSLAG
    sak = texter.postponed(points_put_off_by(forslag))
    if forslag.slag not in SKJUTER_UPP:
        return texter.ANSWERS[f"{forslag.slag.value}{' nej' if denied else ''}"]
    whose = _whose(p, forslag, kommun) if others_like(p, forslag) else ""
    if not denied:
        vart = texter.according_to(_where(forslag), whose) if whose else ""
        return texter.ANSWERS[forslag.slag.value].format(sak=sak, vart=vart)
    if whose:
        kind = texter.KIND_NAMES[forslag.slag]
        return texter.denied(whose, kind, points_put_off_by(forslag), _where(forslag))
    return texter.ANSWERS["dag"].format(sak=sak)


def formal_text(p: Paragraf, answers: tuple[Svar, ...]) -> str:
    """What the chair asks in a formal question that comes next; "" where it is no such question."""
    aims = {mal.pa for svar in answers for mal in svar.pa}
    asked = next((f for f in p.forslag if f.id in aims), None)
    if asked is None or not asked.formellt:
        return ""
    if carried_formal(p):
        return texter.NEXT["formell fråga till"]
    if asked.slag not in SKJUTER_UPP:
        return texter.NEXT[asked.slag.value]
    sak = texter.postponed(points_put_off_by(asked))
    return texter.NEXT["formell fråga"].format(sak=sak)


def falls_with(p: Paragraf, answers: tuple[Svar, ...]) -> str:
    """What to ask of a tillägg to a förslag that fell (R94); "" where what it adds to stands."""
    aims = {mal.pa for svar in answers for mal in svar.pa}
    bases = [f.mot.pa if f.mot else "" for f in p.forslag if f.id in aims]
    alone = len(bases) == 1 and has_fallen(p, bases[0])
    return texter.NEXT["tillägg faller"] if alone else ""


def _whose(p: Paragraf, forslag: Forslag, kommun: Kommun) -> str:
    """The movers of the yrkande that a förslag came with, in the genitive."""
    laid = (y for y in p.yrkande if any(s.pa.pa == forslag.id for s in y.stallning))
    yrkande = next((y for y in laid if forslag.fran in y.av), None)
    movers = yrkande.av if yrkande else (forslag.fran,) if forslag.fran else ()
    return joint_genitive([actor_name(a, kommun) for a in movers], joint=True) if movers else ""


def _where(forslag: Forslag) -> str:
    day = format_date(forslag.till_datum) if forslag.till_datum else ""
    if forslag.slag is ForslagSlag.BORDLAGGNING:
        return f" till den {day}" if day else ""
    return f" till {forslag.mottagare}" if forslag.mottagare else ""
