"""The pieces of a decision as views: what they repeal, and which other §§ they settle."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.beslut import Led, Upphavt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering.kallvy import source_views
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.rostposter import UpphavtVy
from protokoll_tui.rendering.vy import LedVy, ParagrafVy
from protokoll_tui.swedish.dates import format_date, format_sections


def piece_views(p: Paragraf, register: Paragrafregister) -> tuple[LedVy, ...]:
    """The pieces in their order; of a decision with both kinds, the first of its own is marked."""
    own = [led for led in p.beslut if not led.till]
    mixed = bool(own) and len(own) < len(p.beslut)
    return tuple(_piece(led, register, egen=mixed and led is own[0]) for led in p.beslut)


def _piece(led: Led, register: Paragrafregister, *, egen: bool) -> LedVy:
    return LedVy(
        id=led.id,
        text=led.text,
        till=_organ(led.till, register),
        enligt=source_views(led, register),
        upphaver=tuple(_repealed(u, register) for u in led.upphaver),
        egen=egen,
    )


def _repealed(u: Upphavt, register: Paragrafregister) -> UpphavtVy:
    return UpphavtVy(
        organ=_organ(u.organ, register),
        datum=format_date(u.datum) if u.datum else "",
        nummer=format_sections([u.nr]) if u.nr is not None else "",
    )


def _organ(id: str, register: Paragrafregister) -> str:
    """An organ by its name; one that is not in the roster as written."""
    return register.kommun.find_organ(id).namn or id if id else ""


def settled_elsewhere(view: ParagrafVy, state: Sammantrade) -> ParagrafVy:
    """The § with the others whose decision settles it too (R6); nothing is then waited for."""
    deciding = [
        p for p in state.paragraf if p.id != view.id if _settles(p, view.id) and p.nr is not None
    ]
    if not deciding:
        return view
    numbers = tuple(format_sections([p.nr]) for p in deciding if p.nr is not None)
    return replace(view, avgors_i=numbers, oppna=view.oppna - {"beslut", "beslutsgang"})


def _settles(p: Paragraf, id: str) -> bool:
    return any(id in led.paragrafer for led in p.beslut)
