"""Lines about justering: who signs which §§, when and where (R23)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, Struket
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.justeringar import main_justering, recorded
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.narvarorader import signing_text
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning


def sign(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A justering of the §§ that are named, else of all that no other holds."""
    if any(not (a.person or a.ord) for a in inmatning.av):
        # A justerare is somebody, not a group.
        raise Oklart("vem_justerar")
    held = _sections(rum, inmatning)
    known = next((j for j in recorded(rum.state) if j.paragrafer == held), None)
    made = _with_line(known or _new(rum, held), inmatning)
    if not made.justerare:
        raise Oklart("vem_justerar")
    first: Handelse = (
        Rattat(post=made) if known else Lagt(i=rum.paragraf.id, lista="justering", post=made)
    )
    return _settled(rum, first, made, "justering")


def correct(rum: Rum, old: Justering, inmatning: Inmatning) -> Tolkning:
    """The justering at a place gets what the line says: other §§ too, where it names some."""
    held = _sections(rum, inmatning) if inmatning.nr is not None else old.paragrafer
    made = _with_line(replace(old, paragrafer=held), inmatning)
    return _settled(rum, Rattat(post=made), made, "rättelse")


def _settled(rum: Rum, first: Handelse, made: Justering, slag: str) -> Tolkning:
    return Tolkning(slag, (first, *_left(rum.state, made)), post=made.id, om=_told(rum, made))


def _new(rum: Rum, held: tuple[str, ...]) -> Justering:
    """One more is signed where the whole protokoll is, until something else is said."""
    rest = main_justering(rum.state)
    place = rest.plats if rest else ""
    return Justering(id=rum.new_id("justering"), paragrafer=held, plats=place)


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
    names = tuple(a.person or a.ord for a in inmatning.av if a.person or a.ord)
    return replace(
        j,
        justerare=names or j.justerare,
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
