"""The guide of a §: its parts, its entries with their places, and the one next thing to do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure import (
    Steg,
    StegKod,
    next_step,
    outcomes,
    progress,
)
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.justeringar import main_justering
from protokoll_tui.procedure.kedja import through
from protokoll_tui.procedure.narvaro import Gang
from protokoll_tui.procedure.ordforande import may_chair, presides
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.procedure.steg import NO_PRAXIS, is_done, unread, unsettled
from protokoll_tui.procedure.uppskjutet import points_put_off_by, without_put_off
from protokoll_tui.services import texter
from protokoll_tui.services.formellasvar import falls_with, formal_answer, formal_text
from protokoll_tui.services.guidevy import Guide, Harnast, Postrad, Val, actor_name
from protokoll_tui.services.narvarorader import entries, finding_rows, to_chair, to_settle
from protokoll_tui.services.omrostningsguide import may_vote, question_rows, vote_next
from protokoll_tui.services.plats import Platser
from protokoll_tui.services.reservationsguide import reservation_next
from protokoll_tui.services.svarsrad import answer_line
from protokoll_tui.services.valguide import elected_text, election_next, proposed_text
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.genitive import joint_genitive
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.text import capitalize

if TYPE_CHECKING:
    from protokoll_tui.checks.fynd import Fynd

NAMES_SHOWN = 3
"""Supporters named in a row of the guide; more are counted."""


def guide_for(
    state: Sammantrade,
    paragraf: Paragraf,
    kommun: Kommun,
    platser: Platser,
    gang: Gang,
    fynd: tuple[Fynd, ...] = (),
    praxis: Praxis = NO_PRAXIS,
) -> Guide:
    """The guide of one §, its entries with the numbers they go by, and what checks found there."""
    rows = (
        *_left_open(paragraf),
        *finding_rows(fynd, paragraf, platser),
        *_entries(paragraf, kommun, platser),
        *entries(state, paragraf, kommun, platser),
    )
    return Guide(progress(paragraf), rows, _next(state, paragraf, kommun, platser, gang, praxis))


def _left_open(p: Paragraf) -> Iterator[Postrad]:
    """Why a § that is done is still marked in the agenda, where no note says it."""
    if is_done(p) and not p.utgar and not unread(p) and unsettled(p):
        yield Postrad("!", texter.LEFT_OPEN, fel=True)


def forslag_name(p: Paragraf, forslag: Forslag | None, kommun: Kommun) -> str:
    """A förslag as a noun phrase: "arbetsutskottets förslag", "Anna Bergs (M) ändringsyrkande"."""
    if forslag is None or forslag.fran is None:
        return texter.UNKNOWN_ORGAN
    came_with = (y for y in p.yrkande if any(s.pa.pa == forslag.id for s in y.stallning[:1]))
    yrkande = next((y for y in came_with if forslag.fran in y.av), None)
    names = [actor_name(a, kommun) for a in (yrkande.av if yrkande else (forslag.fran,))]
    kind = texter.KIND_OF_FORSLAG.get(forslag.slag, texter.KIND_OF_FORSLAG[ForslagSlag.HUVUD])
    return f"{joint_genitive(names, joint=True)} {kind}"


def _entries(p: Paragraf, kommun: Kommun, platser: Platser) -> Iterator[Postrad]:
    fates = outcomes(p)
    shown = {s.pa.pa for y in p.yrkande for s in y.stallning if s.verkan is Verkan.BIFALL}
    for f in p.forslag:
        if f.id not in shown or f.fran is None or f.slag.value == "huvud":
            words = proposed_text(f, kommun) or _first_words(f.text)
            text = f"{forslag_name(p, f, kommun)}: {words}" if f.fran or f.text else words
            yield Postrad(platser.name_of(p, f.id), text)
    for y in p.yrkande:
        fate = fates[y.id]
        text = _yrkande(p, y, kommun, platser)
        yield Postrad(platser.name_of(p, y.id), text, fate.value if fate else "")
    yield from question_rows(p, platser, lambda svar: answer_text(p, svar, kommun), kommun)
    for b in p.beslut:
        yield Postrad(platser.name_of(p, b.id), f"beslut: {_first_words(b.text)}")
    yield from _after(p, kommun, platser)


def _after(p: Paragraf, kommun: Kommun, platser: Platser) -> Iterator[Postrad]:
    named = (
        ("reservation", p.reservation),
        ("anteckning", p.anteckning),
        ("yttrande", p.yttrande),
        ("deltar inte", p.deltar_inte),
    )
    for word, posts in named:
        for post in posts:
            who = join_list(tuple(actor_name(a, kommun) for a in post.av))
            words = _first_words(getattr(post, "text", ""))
            text = f"{word}: {who}" + (f" · {words}" if words else "")
            yield Postrad(platser.name_of(p, post.id), text)
    for a in p.ajournering:
        times = "–".join(f"{t:%H.%M}" for t in (a.fran, a.till) if t)
        text = f"ajournering {times}" + ("" if a.till or a.datum else " pågår")
        text += texter.UNTIL_DAY.format(dag=format_date(a.datum)) if a.datum else ""
        yield Postrad(platser.name_of(p, a.id), text)
    for o in p.ordforandeskap:
        times = "–".join(f"{t:%H.%M}" for t in (o.fran, o.till) if t)
        text = f"ordförande: {actor_name(Aktor(person=o.vem), kommun)} {times}".rstrip()
        yield Postrad(platser.name_of(p, o.id), text)
    for n in p.notering:
        mark = texter.NOTE_UNREAD if n.otolkad else ""
        yield Postrad(platser.name_of(p, n.id), _first_words(n.text), mark, fel=n.otolkad)


def _yrkande(p: Paragraf, y: Yrkande, kommun: Kommun, platser: Platser) -> str:
    what = _stands(p, y, kommun, platser)
    who = join_list(tuple(actor_name(a, kommun) for a in y.av)) or "?"
    return f"{what} · {who}{_joined(y, kommun)}"


def _joined(y: Yrkande, kommun: Kommun) -> str:
    """Who joins, by name while the row has room for it."""
    names = [actor_name(i.vem, kommun) for i in y.instammer]
    if not names:
        return ""
    text = ", ".join(names) if len(names) <= NAMES_SHOWN else texter.joined_by(len(names))
    return f" · {text if text.startswith(texter.JOINS) else f'{texter.JOINS} {text}'}"


def _stands(p: Paragraf, y: Yrkande, kommun: Kommun, platser: Platser) -> str:
    """What a yrkande asks for; on which förslag too, where it asks for the same on several."""
    kinds = [_stand(p, s, kommun) for s in y.stallning]
    places = [platser.name_of(p, s.pa.pa) for s in y.stallning]
    if len(set(kinds)) < len(kinds):
        kinds = [f"{kind} {place}" for kind, place in zip(kinds, places, strict=True)]
    return " och ".join(kinds)


def _stand(p: Paragraf, s: Stallning, kommun: Kommun) -> str:
    forslag = next((f for f in p.forslag if f.id == s.pa.pa), None)
    if forslag and (proposed := proposed_text(forslag, kommun)):
        return proposed
    kind = texter.VERKAN_NAMES[s.verkan]
    if forslag and forslag.slag.value != "huvud" and s.verkan is Verkan.BIFALL:
        kind = texter.KIND_NAMES[forslag.slag]
    numbers = s.pa.punkter or (points_put_off_by(forslag) if forslag else ())
    points = f" p{','.join(map(str, numbers))}" if numbers else ""
    return f"{s.hand}h {kind}{points}" if s.hand else f"{kind}{points}"


def _first_words(text: str, width: int = 70) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rsplit(" ", 1)[0] + " …"


def answer_text(p: Paragraf, svar: Svar, kommun: Kommun) -> str:
    """An answer in words: "avslag på arbetsutskottets förslag"."""
    svar = through(p, svar) or svar
    if elected := elected_text(p, svar, kommun):
        return elected
    forslag = next((f for f in p.forslag if svar.pa and f.id == svar.pa[0].pa), None)
    if forslag and forslag.formellt:
        return formal_answer(p, forslag, svar, kommun)
    if forslag and forslag.slag.value == "tillägg":
        return texter.ANSWERS["tillägg ja" if svar.verkan is Verkan.BIFALL else "tillägg nej"]
    text = texter.ANSWERS[svar.verkan.value].format(vad=forslag_name(p, forslag, kommun))
    points = without_put_off(p, svar.pa[0]).punkter if svar.pa else ()
    if points:
        return texter.ANSWERS["punkter"].format(vad=text, punkter=texter.points(points))
    return text


def _next(
    state: Sammantrade,
    p: Paragraf,
    kommun: Kommun,
    platser: Platser,
    gang: Gang,
    praxis: Praxis,
) -> Harnast:
    step = next_step(p, praxis)
    running = [a for a in p.ajournering if a.fran and a.till is None and a.datum is None]
    if running:
        since = texter.NEXT["paus"].format(vad=f"{running[-1].fran:%H.%M}")
        return Harnast(since, (Val("aj", "pausen är slut"),))
    if first := _first_settled(state, p, kommun, platser, gang):
        return first
    said = partial(answer_text, p, kommun=kommun)
    there = len(serving(gang, p)) if gang.registrerat else 0
    chosen = election_next(p, step, platser, kommun, there)
    if chosen := chosen or vote_next(p, step, praxis, platser, said):
        return chosen
    match step.kod:
        case StegKod.RUTIN:
            return _routine(state, p, step, gang)
        case StegKod.FORSLAG:
            return _nothing_proposed(p, step)
        case StegKod.BESLUT:
            return _decision(p, step, kommun)
        case StegKod.EFTER:
            return _afterwards(state, p, step, kommun, platser, gang)
        case StegKod.KLAR:
            return _unread(p, platser) or onward(state, p)
    return _question(p, step, kommun, platser)


def _nothing_proposed(p: Paragraf, step: Steg) -> Harnast:
    if p.slag is ParagrafSlag.VAL:
        return Harnast(texter.NEXT["val saknas"], (Val("va ", "den som föreslås"),), "R79")
    return Harnast(_say(step), (Val("fr ", "förslaget"), Val("be : ", "egen text")), step.regel)


def _question(p: Paragraf, step: Steg, kommun: Kommun, platser: Platser) -> Harnast:
    """A question to the organ, with the answers that the chair can find."""
    answers = tuple(Val(answer_line(p, s, platser), answer_text(p, s, kommun)) for s in step.svar)
    if step.kod is StegKod.TILLAGG and (falls := falls_with(p, step.svar)):
        line = f"{answers[0].rad} faller"
        return Harnast(falls, (Val(line, texter.ANSWERS["tillägg faller"]), *answers), "R94")
    points = step.svar[0].pa[0].punkter if step.svar else ()
    text = formal_text(p, step.svar) or _say(step, punkter=texter.points(points))
    known_over = p.overlaggning_avslutad or p.fraga
    if step.kod in {StegKod.HUVUDFRAGA, StegKod.PUNKT} and not known_over:
        text = texter.DEBATE_OVER.format(text=capitalize(text))
    return Harnast(text, (*answers, *may_vote(p)), step.regel, valj=len(answers) > 1)


def _routine(state: Sammantrade, p: Paragraf, step: Steg, gang: Gang) -> Harnast:
    what, done = texter.ROUTINE[p.slag]
    if p.slag is ParagrafSlag.JUSTERARE and not _signers(state):
        return Harnast(_say(step, vad=what), (Val("ru ", texter.WHO_SIGNS),))
    if p.slag is ParagrafSlag.UPPROP and not gang.registrerat:
        return Harnast(texter.NEXT["upprop"], (Val("ru", texter.ALL_HERE),), "R2")
    return Harnast(_say(step, vad=what), (Val("ru", done),))


def _first_settled(
    state: Sammantrade, p: Paragraf, kommun: Kommun, platser: Platser, gang: Gang
) -> Harnast | None:
    """What must be settled before the matter goes on.

    Whether an unannounced one is taken up, a disputed jäv, somebody in the chair.
    """
    if is_done(p):
        return None
    if gang.organ.organ.fullmaktige and p.extra and p.tas_upp is False:
        choices = (Val("är tas upp", "ärendet tas upp"), Val("up", "ärendet utgår"))
        return Harnast(texter.NEXT["tas upp"], choices, "R55", valj=True)
    if not gang.registrerat:
        return None
    chair = presides(state, p)
    if not chair or chair in serving(gang, p):
        return to_settle(p, platser)
    return to_settle(p, platser) or to_chair(chair, may_chair(gang, p), kommun)


def _signers(state: Sammantrade) -> tuple[str, ...]:
    chosen = main_justering(state)
    return chosen.justerare if chosen else ()


def _say(step: Steg, **words: str) -> str:
    return texter.NEXT[step.kod.value].format(**words)


def _decision(p: Paragraf, step: Steg, kommun: Kommun) -> Harnast:
    if not step.svar:
        return Harnast(_say(step), (Val("be", "beslut"), *may_vote(p)), step.regel)
    forslag = next((f for f in p.forslag if f.id == step.svar[0].pa[0].pa), None)
    text = texter.NEXT["beslut utan yrkanden"].format(vad=forslag_name(p, forslag, kommun))
    return Harnast(text, (Val("be", "beslut"),), step.regel)


def _afterwards(
    state: Sammantrade, p: Paragraf, step: Steg, kommun: Kommun, platser: Platser, gang: Gang
) -> Harnast:
    there = serving(gang, p) if gang.registrerat else ()
    asked = reservation_next(p, step, kommun, platser, there)
    return asked or _unread(p, platser) or onward(state, p)


def _unread(p: Paragraf, platser: Platser) -> Harnast | None:
    """The first line of a § that was not understood, when all else is done."""
    unread = next((note for note in p.notering if note.otolkad), None)
    if unread is None:
        return None
    place = platser.name_of(p, unread.id)
    text = texter.NEXT["reda ut"].format(vad=place)
    return Harnast(text, (Val(">", "nästa ärende"), Val(f"st {place}", "noteringen är utredd")))


def onward(state: Sammantrade, p: Paragraf) -> Harnast:
    """Where to go when a § is done: the next one, or the first that was left open."""
    here = next(n for n, q in enumerate(state.paragraf) if q.id == p.id)
    if here + 1 < len(state.paragraf):
        text = texter.NEXT["klar"].format(vad=heading(state.paragraf[here + 1]))
        return Harnast(text, (Val(">", "nästa ärende"),))
    waiting = next((q for q in state.paragraf if not is_done(q)), None)
    if waiting is None:
        return Harnast(texter.NEXT["sist"])
    text = texter.NEXT["sist, öppet"].format(vad=heading(waiting))
    return Harnast(text, (Val(f"{waiting.nr}>", "dit"),))


def heading(p: Paragraf) -> str:
    """A § as lists name it; a secret one without its heading (R123)."""
    number = f"§ {p.nr}" if p.nr is not None else "§"
    return f"{number} {texter.SECRET if p.sekretess else p.rubrik}".strip()
