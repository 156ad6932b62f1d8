"""The one next thing to do in a §, and how far each part of it has come."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, Paragraf
from protokoll_tui.domain.records import Term
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import (
    additions,
    formal_question,
    live_yrkanden,
    material_stands,
)
from protokoll_tui.procedure.punktvis import disputes, is_whole
from protokoll_tui.procedure.utfall import (
    carried_formal,
    decided_svar,
    losers,
    open_questions,
    question_on,
)


class StegKod(Term):
    """What comes next."""

    RUTIN = "rutin"
    FORSLAG = "förslag saknas"
    FORMELL = "formell fråga"
    HUVUDFRAGA = "huvudfråga"
    PUNKT = "fråga på punkter"
    TILLAGG = "tillägg"
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


def next_step(paragraf: Paragraf) -> Steg:
    """The one next thing to do, for what can be settled by acclamation."""
    if paragraf.utgar:
        return Steg(StegKod.KLAR)
    if paragraf.slag in RUTIN:
        return Steg(StegKod.KLAR if is_done(paragraf) else StegKod.RUTIN)
    if is_done(paragraf):
        return Steg(StegKod.EFTER, regel="R43") if losers(paragraf) else Steg(StegKod.KLAR)
    return _question(paragraf)


def _question(paragraf: Paragraf) -> Steg:
    if not _settled(paragraf):
        return _unsettled(paragraf)
    extra = additions(paragraf)
    if extra and not carried_formal(paragraf):
        aim = (Mal(pa=extra[0].id),)
        answers = (Svar(verkan=Verkan.BIFALL, pa=aim), Svar(verkan=Verkan.AVSLAG, pa=aim))
        return Steg(StegKod.TILLAGG, answers, "R96")
    return Steg(StegKod.BESLUT, regel="R6")


def _settled(paragraf: Paragraf) -> bool:
    """Whether all but the tillägg has been put; a yrkande laid late opens the question again."""
    if carried_formal(paragraf):
        return True
    if formal_question(paragraf):
        return False
    if len(disputes(paragraf)) > 1:
        return not open_questions(paragraf)
    late = (s for s in material_stands(paragraf) if question_on(paragraf, s) is None)
    return bool(decided_svar(paragraf)) and not any(True for _ in late)


def _unsettled(paragraf: Paragraf) -> Steg:
    formal = formal_question(paragraf)
    if formal:
        return Steg(StegKod.FORMELL, formal, "R90")
    questions = disputes(paragraf)
    if not questions:
        return Steg(StegKod.FORSLAG, regel="R100")
    if not live_yrkanden(paragraf):
        # Nobody has asked for anything else: what is proposed can be decided at once.
        return Steg(StegKod.BESLUT, questions[0], "R191")
    if len(questions) == 1:
        return Steg(StegKod.HUVUDFRAGA, questions[0], "R62")
    first = open_questions(paragraf)[0]
    kod = StegKod.HUVUDFRAGA if is_whole(paragraf, first) else StegKod.PUNKT
    return Steg(kod, first, "R99")


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
    if carried_formal(paragraf) or (_settled(paragraf) and not additions(paragraf)):
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
