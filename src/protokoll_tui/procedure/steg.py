"""The one next thing to do in a §, and how far each part of it has come."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Grund, Satt
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import (
    additions,
    alternatives,
    formal_question,
    live_forslag,
    live_yrkanden,
    material_stands,
    waiting_formal,
    yes_or_no,
)
from protokoll_tui.procedure.forlopp import Praxis, Proposition, answers_put, next_main
from protokoll_tui.procedure.omrostning import Vantan, Vantar, elects, waiting
from protokoll_tui.procedure.punktvis import disputes, is_whole
from protokoll_tui.procedure.utfall import (
    carried_formal,
    decided_svar,
    losers,
    open_questions,
    question_on,
)
from protokoll_tui.procedure.val import elections, next_put, open_elections, proposition


class StegKod(Term):
    """What comes next."""

    RUTIN = "rutin"
    FORSLAG = "förslag saknas"
    ORDNING = "propositionsordning"
    MOTFORSLAG = "motförslag"
    ROSTNING = "rösträkning"
    UTSLAGSROST = "utslagsröst"
    LOTTNING = "lottning"
    MINORITET = "minoritet"
    FORMELL = "formell fråga"
    HUVUDFRAGA = "huvudfråga"
    PUNKT = "fråga på punkter"
    TILLAGG = "tillägg"
    VAL = "val"
    BESLUT = "beslut"
    EFTER = "efter beslutet"
    KLAR = "klar"


@dataclass(frozen=True)
class Steg:
    """The next step: what it is, the answers to choose between, and the rule behind it.

    ``svar`` is empty where nothing is put to the organ; with one answer that one is suggested.
    """

    kod: StegKod
    svar: tuple[Svar, ...] = ()
    regel: str = ""
    satt: Satt = Satt.MOT_VARANDRA
    fraga: str = ""
    votering: str = ""


_VOTE_RULES = {
    Vantar.MOTFORSLAG: "R95",
    Vantar.ROSTNING: "R65",
    Vantar.UTSLAGSROST: "R66",
    Vantar.LOTTNING: "R66",
    Vantar.MINORITET: "R69",
}

NO_PRAXIS = Praxis()
"""What holds where nothing else is said."""


def next_step(paragraf: Paragraf, praxis: Praxis = NO_PRAXIS) -> Steg:
    """The one next thing to do. ``praxis`` says what the house does where the law leaves it open.

    A vote that was asked for comes first: what it waits for is named.
    """
    if paragraf.utgar:
        return Steg(StegKod.KLAR)
    if is_routine(paragraf):
        return Steg(StegKod.KLAR if is_done(paragraf) else StegKod.RUTIN)
    open_vote = waiting(paragraf, praxis)
    if open_vote:
        return _vote(open_vote)
    if is_done(paragraf):
        return Steg(StegKod.EFTER, regel="R43") if losers(paragraf) else Steg(StegKod.KLAR)
    return _question(paragraf, praxis)


def is_routine(paragraf: Paragraf) -> bool:
    """Whether an item is settled in one stroke: its kind is, and nobody has asked for anything."""
    return paragraf.slag in RUTIN and not (live_yrkanden(paragraf) or paragraf.fraga)


def _vote(open_vote: Vantan) -> Steg:
    vote = open_vote.votering
    return Steg(
        StegKod(open_vote.vantar.value),
        open_vote.svar,
        _VOTE_RULES[open_vote.vantar],
        open_vote.fraga.satt,
        open_vote.fraga.id,
        vote.id if vote else "",
    )


def _question(paragraf: Paragraf, praxis: Praxis) -> Steg:
    if not _settled(paragraf, praxis):
        return _unsettled(paragraf, praxis)
    extra = additions(paragraf)
    if carried_formal(paragraf):
        return Steg(StegKod.BESLUT, regel="R6")
    if extra:
        return _addition(paragraf, extra[0])
    return _election(paragraf) or _at_once(paragraf)


def _election(paragraf: Paragraf) -> Steg | None:
    """The next election that is put by itself; the others are decided at once (R79)."""
    asked = next_put(paragraf)
    if asked is None:
        return None
    question = proposition(asked)
    regel = "R80" if asked.contested else "R79"
    return Steg(StegKod.VAL, question.svar, regel, question.satt)


def _at_once(paragraf: Paragraf) -> Steg:
    """The decision, with the elections that nobody contests."""
    left = tuple(proposition(val).svar[0] for val in open_elections(paragraf))
    if left and not decided_svar(paragraf):
        return Steg(StegKod.BESLUT, left, "R79")
    return Steg(StegKod.BESLUT, regel="R6")


def _addition(paragraf: Paragraf, forslag: Forslag) -> Steg:
    answers = yes_or_no(paragraf, forslag)
    several = len(answers[0].pa) > 1
    return Steg(
        StegKod.TILLAGG,
        answers,
        "R97" if several else "R96",
        Satt.SAMLAT if several else Satt.MOT_VARANDRA,
    )


def _settled(paragraf: Paragraf, praxis: Praxis) -> bool:
    """Whether all but the tillägg has been put; a yrkande laid late opens the question again."""
    if formal_left(paragraf, praxis):
        return False
    if carried_formal(paragraf):
        return True
    if len(disputes(paragraf)) > 1:
        return not open_questions(paragraf)
    if len(alternatives(paragraf)) > 2 and paragraf.fraga and next_main(paragraf, praxis):
        return False
    if elections(paragraf) and not alternatives(paragraf):
        return True
    late = (s for s in material_stands(paragraf) if question_on(paragraf, s) is None)
    return bool(decided_svar(paragraf)) and not any(True for _ in late)


def formal_left(paragraf: Paragraf, praxis: Praxis = NO_PRAXIS) -> tuple[Svar, ...]:
    """The answers to the next formal question, or nothing where the others need not be tried (R92).

    Once one has carried only those are put that a minority has the right to have tried with its
    own motivering (R71), and others of the same kind that the chair said are put. In fullmäktige
    a third has that right beside a majority too, as long as no minority has used it in the matter.
    """
    carried = carried_formal(paragraf)
    if carried is None or _by_minority(paragraf):
        return formal_question(paragraf)
    kinds = {f.slag for f in paragraf.forslag if f.id in {mal.pa for mal in carried.pa}}
    said = _said_to_be_put(paragraf)
    alike = (f for f in waiting_formal(paragraf) if f.slag in kinds)
    left = (f for f in alike if f.id in said or _own_reasons(paragraf, f, carried, praxis))
    following = next(left, None)
    return yes_or_no(paragraf, following) if following else ()


def _said_to_be_put(paragraf: Paragraf) -> set[str]:
    """The formal förslag that the chair named by themselves; the whole order is only an order."""
    formal = {f.id for f in paragraf.forslag if f.formellt}
    return {id for o in paragraf.ordning if formal.issuperset(o.ordning) for id in o.ordning}


def _own_reasons(p: Paragraf, forslag: Forslag, carried: Svar, praxis: Praxis) -> bool:
    """Whether a third may have this återremiss with its own motivering (R69–R71)."""
    if not praxis.fullmaktige or p.minoritet_forut or forslag.slag is not ForslagSlag.ATERREMISS:
        return False
    known = [f for f in p.forslag if f.id in {mal.pa for mal in carried.pa}]
    same = any(_asks_same(f, forslag) for f in known)
    return not elects(p) and not same


def _asks_same(a: Forslag, b: Forslag) -> bool:
    return (a.motivering, a.mottagare) == (b.motivering, b.mottagare)


def _by_minority(paragraf: Paragraf) -> bool:
    """Whether a third put the matter off."""
    ruled = (q.avgorande for q in paragraf.fraga)
    third = (r.vinnare for r in ruled if r and r.grund is Grund.MINORITET)
    return any(svar is not None and svar.verkan is Verkan.BIFALL for svar in third)


def _unsettled(paragraf: Paragraf, praxis: Praxis) -> Steg:
    formal = formal_left(paragraf, praxis)
    if wants_order(paragraf, praxis):
        return Steg(StegKod.ORDNING, regel="R93")
    if formal:
        return Steg(StegKod.FORMELL, formal, "R90")
    questions = disputes(paragraf)
    if not questions:
        return Steg(StegKod.FORSLAG, regel="R100")
    if not live_yrkanden(paragraf):
        # Nobody has asked for anything else: what is proposed can be decided at once.
        return Steg(StegKod.BESLUT, questions[0], "R191")
    if len(questions) == 1:
        asked = next_main(paragraf, praxis) or Proposition(questions[0])
        known = alternatives(paragraf)
        left_out = len(answers_put(paragraf, praxis)) < len(known)
        regel = "R100" if left_out else "R95" if len(known) > 2 else "R62"
        return Steg(StegKod.HUVUDFRAGA, asked.svar, regel, asked.satt)
    first = open_questions(paragraf)[0]
    kod = StegKod.HUVUDFRAGA if is_whole(paragraf, first) else StegKod.PUNKT
    return Steg(kod, first, "R99")


def wants_order(paragraf: Paragraf, praxis: Praxis = NO_PRAXIS) -> bool:
    """Whether the chair should say in what order the propositions come (R93).

    With more than two proposals on the matter, or more than two questions, and nothing put yet.
    """
    if paragraf.fraga or paragraf.ordning or not live_yrkanden(paragraf):
        return False
    apart = sum(f.formellt or f.slag is ForslagSlag.TILLAGG for f in live_forslag(paragraf))
    questions = disputes(paragraf)
    left_out = len(alternatives(paragraf)) - len(answers_put(paragraf, praxis))
    return apart + len(questions) > 2 or any(len(way) - left_out > 2 for way in questions)


def is_done(paragraf: Paragraf) -> bool:
    """Whether the organ is through with the item: a decision, a klubbslag, or it was dropped."""
    return bool(paragraf.beslut or paragraf.klubbslag or paragraf.utgar)


def unread(paragraf: Paragraf) -> bool:
    """Whether a line that was not understood waits to be sorted out."""
    return any(note.otolkad for note in paragraf.notering)


def unsettled(paragraf: Paragraf) -> bool:
    """Whether something is left to sort out: a line not understood, or a part not recorded."""
    return unread(paragraf) or any(lage is Lage.SAKNAS for _, lage, _ in progress(paragraf))


class Del(Term):
    """The parts of an item as the guide shows them."""

    ARENDE = "Ärende"
    YRKANDEN = "Yrkanden"
    BESLUTSGANG = "Beslutsgång"
    BESLUT = "Beslut"
    RESERVATIONER = "Reservationer"
    ANTECKNINGAR = "Anteckningar"


class Lage(Term):
    """How far a part has come."""

    KLART = "klart"
    PAGAR = "pågår"
    TOMT = "inget"
    SAKNAS = "inte registrerat"


def progress(paragraf: Paragraf) -> tuple[tuple[Del, Lage, int], ...]:
    """Each part with its state and how many entries it holds."""
    done = is_done(paragraf)
    y, a = len(live_yrkanden(paragraf)), len(paragraf.anteckning) + len(paragraf.yttrande)
    written = bool(paragraf.arende or paragraf.handling or paragraf.forslag)
    return (
        (Del.ARENDE, Lage.KLART if written else Lage.TOMT, 0),
        (Del.YRKANDEN, _list_state(y, done), y),
        (Del.BESLUTSGANG, _procedure_state(paragraf), len(paragraf.fraga)),
        (Del.BESLUT, _decision_state(paragraf, done), len(paragraf.beslut)),
        (
            Del.RESERVATIONER,
            _list_state(len(paragraf.reservation), True),
            len(paragraf.reservation),
        ),
        (Del.ANTECKNINGAR, _list_state(a, True), a),
    )


def _list_state(count: int, closed: bool) -> Lage:
    if not count:
        return Lage.TOMT
    return Lage.KLART if closed else Lage.PAGAR


def _procedure_state(paragraf: Paragraf) -> Lage:
    if waiting(paragraf, NO_PRAXIS):
        return Lage.PAGAR
    if next_put(paragraf):
        return Lage.PAGAR if paragraf.fraga else Lage.SAKNAS
    if elections(paragraf) and not (paragraf.fraga or alternatives(paragraf)):
        # Nobody contests it: nothing needs to be put.
        return Lage.TOMT
    if carried_formal(paragraf) or (_settled(paragraf, NO_PRAXIS) and not additions(paragraf)):
        return Lage.KLART
    if paragraf.fraga:
        # Decided with a tillägg that was never put: something is missing.
        return Lage.SAKNAS if is_done(paragraf) else Lage.PAGAR
    # A routine item is settled in one stroke: nothing needs to be put to the organ.
    owed = live_yrkanden(paragraf) and not (paragraf.slag in RUTIN and is_done(paragraf))
    return Lage.SAKNAS if owed else Lage.TOMT


def _decision_state(paragraf: Paragraf, done: bool) -> Lage:
    if done:
        return Lage.KLART
    return Lage.TOMT if paragraf.slag in UTAN_BESLUT else Lage.SAKNAS
