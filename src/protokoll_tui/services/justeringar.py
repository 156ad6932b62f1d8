"""Lines about justering: who signs which §§, when and where (R23)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, Struket
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.justeringar import main_justering
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.swedish.dates import format_date, format_sections, format_time
from protokoll_tui.swedish.lists import join_list


def sign(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A justering of the §§ that are named, else of all that no other holds."""
    if any(not (a.person or a.ord) for a in inmatning.av):
        # A justerare is somebody, not a group.
        raise Oklart("vem_justerar")
    held = _sections(rum, inmatning)
    known = _of(rum.state, held)
    made = _with_line(known or Justering(id=rum.new_id("justering"), paragrafer=held), inmatning)
    if not made.justerare:
        raise Oklart("vem_justerar")
    first: Handelse = (
        Rattat(post=made) if known else Lagt(i=rum.state.id, lista="justering", post=made)
    )
    return Tolkning(
        "justering", (first, *_left(rum.state, made)), post=made.id, om=_told(rum, made)
    )


def chosen(rum: Rum, names: tuple[str, ...]) -> Handelse:
    """The event by which these sign every § that no other justering holds."""
    known = main_justering(rum.state)
    if known is not None:
        return Satt(id=known.id, falt="justerare", varde=names)
    first = Justering(id=rum.new_id("justering"), justerare=names)
    return Lagt(i=rum.state.id, lista="justering", post=first)


def _sections(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Ids of the §§ that a line names. Raises ``Oklart`` where there is none with its number."""
    if inmatning.nr is None:
        return ()
    first = inmatning.nr if inmatning.fran_nr is None else inmatning.fran_nr
    found = (p.id for p in rum.state.paragraf if p.nr and first <= p.nr <= (inmatning.nr or 0))
    if not (ids := tuple(found)):
        raise Oklart("ingen_paragraf", str(inmatning.nr))
    return ids


def _of(state: Sammantrade, held: tuple[str, ...]) -> Justering | None:
    return next((j for j in state.justering if j.paragrafer == held), None)


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
    for j in state.justering:
        rest = tuple(id for id in j.paragrafer if id not in made.paragrafer)
        if j.id != made.id and rest != j.paragrafer:
            changed.append(
                Satt(id=j.id, falt="paragrafer", varde=rest) if rest else Struket(id=j.id)
            )
    return tuple(changed)


def _told(rum: Rum, j: Justering) -> str:
    names = join_list([rum.name(sig) for sig in j.justerare])
    numbers = [p.nr for p in rum.state.paragraf if p.id in j.paragrafer and p.nr is not None]
    what = format_sections(numbers) if numbers else "protokollet"
    day = f" den {format_date(j.datum)}" if j.datum else ""
    at = f" {format_time(j.tid)}" if j.tid else ""
    place = f" {j.plats}" if j.plats else ""
    return f"{names} justerar {what}{day}{at}{place}."
