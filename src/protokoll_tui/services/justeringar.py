"""Lines about justering: who signs which §§, when and where (R23)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, Struket
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.dagar import decided_on
from protokoll_tui.procedure.justeringar import main_justering, recorded
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.narvarorader import signing_text
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning, one_span


def sign(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A justering of the §§ that are named, else of all that no other holds."""
    one_span(inmatning)
    made = _with_line(_of(rum, _sections(rum, inmatning)), inmatning)
    if not made.justerare:
        raise Oklart("vem_justerar")
    return Tolkning("justering", _events(rum, made), post=made.id, om=_told(rum, made))


def correct(rum: Rum, old: Justering, inmatning: Inmatning) -> Tolkning:
    """The justering at a place gets what the line says: other §§ too, where it names some."""
    held = _sections(rum, inmatning) if inmatning.nr is not None else old.paragrafer
    made = _with_line(replace(old, paragrafer=held), inmatning)
    return Tolkning("rättelse", _events(rum, made), post=made.id, om=_told(rum, made))


def at_once(rum: Rum, names: tuple[str, ...]) -> tuple[Handelse, ...]:
    """The events by which these, and no others, sign the § at hand the day it is decided."""
    day = decided_on(rum.state, rum.paragraf)
    return _events(rum, replace(_of(rum, (rum.paragraf.id,)), justerare=names, datum=day))


def named(inmatning: Inmatning) -> tuple[str, ...]:
    """Those whom a line names to sign. Raises ``Oklart`` at a group: a justerare is somebody."""
    if any(not (a.person or a.ord) for a in inmatning.av):
        raise Oklart("vem_justerar")
    return tuple(a.person or a.ord for a in inmatning.av)


def _of(rum: Rum, held: tuple[str, ...]) -> Justering:
    """The justering of just these §§, else a new one: where the whole protokoll is signed, and of
    §§ that are justerade at once on the day of their decision."""
    if known := next((j for j in recorded(rum.state) if j.paragrafer == held), None):
        return known
    signed = [p for p in rum.state.paragraf if p.id in held]
    days = {decided_on(rum.state, p) for p in signed}
    now = len(days) == 1 and all(p.omedelbart_justerad is not False for p in signed)
    rest = main_justering(rum.state)
    return Justering(
        id=rum.new_id("justering"),
        paragrafer=held,
        plats=rest.plats if rest else "",
        datum=days.pop() if now else None,
    )


def _events(rum: Rum, made: Justering) -> tuple[Handelse, ...]:
    known = any(j.id == made.id for j in recorded(rum.state))
    laid = Lagt(i=rum.paragraf.id, lista="justering", post=made)
    return (Rattat(post=made) if known else laid, *_left(rum.state, made))


def chosen(rum: Rum, names: tuple[str, ...]) -> Handelse:
    """The event by which these sign every § that no other justering holds."""
    known = main_justering(rum.state)
    if known is not None:
        return Satt(id=known.id, falt="justerare", varde=names)
    first = Justering(id=rum.new_id("justering"), justerare=names)
    return Lagt(i=rum.paragraf.id, lista="justering", post=first)


def _sections(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Ids of the §§ that a line names. Raises ``Oklart`` where there is none with its number."""
    if inmatning.nr is None:
        return ()
    first = inmatning.nr if inmatning.fran_nr is None else inmatning.fran_nr
    found = (p.id for p in rum.state.paragraf if p.nr and first <= p.nr <= (inmatning.nr or 0))
    if not (ids := tuple(found)):
        raise Oklart("ingen_paragraf", str(inmatning.nr))
    return ids


def _with_line(j: Justering, inmatning: Inmatning) -> Justering:
    """The justering with what a line says; what it does not say stays."""
    return replace(
        j,
        justerare=named(inmatning) or j.justerare,
        datum=inmatning.datum or j.datum,
        tid=inmatning.tider[0] if inmatning.tider else j.tid,
        plats=inmatning.mottagare or j.plats,
    )


def _left(state: Sammantrade, made: Justering) -> tuple[Handelse, ...]:
    """The other justeringar give up the §§ that this one takes: no § is signed twice (R23)."""
    changed: list[Handelse] = []
    for j in recorded(state):
        rest = tuple(id for id in j.paragrafer if id not in made.paragrafer)
        if j.id != made.id and rest != j.paragrafer:
            changed.append(
                Satt(id=j.id, falt="paragrafer", varde=rest) if rest else Struket(id=j.id)
            )
    return tuple(changed)


def _told(rum: Rum, j: Justering) -> str:
    return f"{signing_text(j, rum.state, rum.kommun)}."
