"""Who is in the room as the guide shows it: entries of a §, findings, and what is to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import TOM, Deltagare, Rorelse, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.services import texter
from protokoll_tui.services.guidevy import Harnast, Postrad, Val, actor_name
from protokoll_tui.services.plats import Platser
from protokoll_tui.swedish.dates import format_date, format_sections, format_time
from protokoll_tui.swedish.genitive import genitive
from protokoll_tui.swedish.lists import join_list

if TYPE_CHECKING:
    from protokoll_tui.checks.fynd import Fynd


def entries(state: Sammantrade, p: Paragraf, kommun: Kommun, platser: Platser) -> Iterator[Postrad]:
    """The movements, the jäv and the closed doors of a §, its guests and its justeringar."""
    for r in p.rorelse:
        yield Postrad(platser.name_of(p, r.id), _movement(r, kommun))
    for j in p.jav:
        yield Postrad(platser.name_of(p, j.id), _jav(j, kommun))
    for d in p.stangda_dorrar:
        times = "–".join(f"{t:%H.%M}" for t in (d.fran, d.till) if t)
        lasting = "" if d.till else texter.LASTING
        yield Postrad(platser.name_of(p, d.id), f"{texter.DOORS} {times}{lasting}".strip())
    for g in p.deltagare:
        yield Postrad(platser.name_of(p, g.id), _guest(g, state, kommun))
    for v in p.justering:
        yield Postrad(platser.name_of(p, v.id), signing_text(v, state, kommun))


def room_entry(state: Sammantrade, p: Paragraf, id: str, kommun: Kommun) -> str:
    """A guest or a justering in words, "" of any other entry."""
    guests = (_guest(g, state, kommun) for g in p.deltagare if g.id == id)
    signed = (signing_text(v, state, kommun) for v in p.justering if v.id == id)
    return next(iter((*guests, *signed)), "")


def _guest(g: Deltagare, state: Sammantrade, kommun: Kommun) -> str:
    last = next((p.nr for p in state.paragraf if p.id == g.till and p.nr is not None), None)
    who = guest_name(g, kommun)
    return texter.GUEST_UNTIL.format(vem=who, nr=last) if last else texter.GUEST.format(vem=who)


def guest_name(g: Deltagare, kommun: Kommun) -> str:
    """Somebody without a mandate, with the title: "Lotta Hagman, socialdirektör, på distans"."""
    far = texter.FAR if g.distans else ""
    return ", ".join(filter(None, (kommun.name_of(g.vem), g.titel, far)))


def signing_text(j: Justering, state: Sammantrade, kommun: Kommun) -> str:
    """What was said of a justering, with the §§ that it names itself."""
    return signing_of(j, [p for p in state.paragraf if p.id in j.paragrafer], kommun)


def signing_of(j: Justering, held: Iterable[Paragraf], kommun: Kommun) -> str:
    """Who signs which §§, when and where: "Hanna Ek justerar §§ 118–120 den 24 juni 2031"."""
    names = join_list([kommun.name_of(sig) for sig in j.justerare]) or "?"
    numbers = [p.nr for p in held if p.nr is not None]
    what = format_sections(numbers) if numbers else texter.THE_PROTOKOLL
    day = f" den {format_date(j.datum)}" if j.datum else ""
    at = f" {format_time(j.tid)}" if j.tid else ""
    place = f" {j.plats}" if j.plats else ""
    return f"{names} justerar {what}{day}{at}{place}"


def _movement(r: Rorelse, kommun: Kommun) -> str:
    when = f" {r.tid:%H.%M}" if r.tid else ""
    who = kommun.named(r.vem)
    far = texter.AT_DISTANCE if r.distans else ""
    return f"{r.slag.value}{when}{far} · {who}{_seats(r.tjanst, r.vem, kommun)}"


def _seats(seats: tuple[Tjanst, ...], alone: str, kommun: Kommun) -> str:
    """Who serves where; of ``alone``, who is named already, without the name."""
    said = "; ".join(_seat(t, alone, kommun) for t in seats)
    return f" · {said}" if said else ""


def _seat(t: Tjanst, alone: str, kommun: Kommun) -> str:
    of, vem = kommun.name_of(t.ersatter), kommun.name_of(t.vem)
    if t.vem == TOM:
        return texter.EMPTY if t.ersatter == alone else texter.EMPTY_SEAT.format(plats=genitive(of))
    if t.ersatter and t.ersatter == alone:
        return texter.STEPS_IN.format(vem=vem)
    if t.ersatter:
        return texter.FOR.format(vem="" if t.vem == alone else vem, plats=of).strip()
    return texter.SERVES.format(vem="" if t.vem == alone else vem).strip()


def _jav(j: Jav, kommun: Kommun) -> str:
    who = join_list(tuple(actor_name(a, kommun) for a in j.av))
    alone = j.av[0].person if len(j.av) == 1 else ""
    points = f" {texter.points(j.punkter)}" if j.punkter else ""
    tried = "" if j.provning is Provning.ANMALD else f" · {j.provning.value}"
    return f"jäv{points}: {who}{tried}{_seats(j.tjanst, alone, kommun)}"


def finding_rows(fynd: tuple[Fynd, ...], p: Paragraf, platser: Platser) -> Iterator[Postrad]:
    """What the checks find in a §, each with its rule and the entry it is about."""
    for f in fynd:
        place = platser.name_of(p, f.post) if f.post else ""
        about = f" ({place})" if place else ""
        law = texter.LAW.format(lag=f.lag, regel=f.regel)
        yield Postrad("!" if f.grav else "obs", f"{f.text}{about}", law, fel=f.grav)


def to_settle(p: Paragraf, platser: Platser) -> Harnast | None:
    """A disputed jäv that the organ has not decided yet (R49)."""
    open_one = next((j for j in p.jav if j.provning is Provning.PROVAS), None)
    if open_one is None:
        return None
    place = platser.name_of(p, open_one.id)
    lines = (Val(f"jä {place} jävig", "jävig"), Val(f"jä {place} inte", "inte jävig"))
    return Harnast(texter.NEXT["jäv prövas"], lines, "R49", valj=True)


def to_chair(chair: str, due: tuple[str, ...], kommun: Kommun) -> Harnast | None:
    """Somebody of the presidium is to take the chair, where the one who has it takes no part."""
    others = [sig for sig in due if sig != chair]
    if not others:
        return None
    text = texter.NEXT["ordförande saknas"].format(vad=kommun.name_of(chair))
    lines = tuple(Val(f"or {sig}", kommun.named(sig)) for sig in others)
    return Harnast(text, lines, "R225")
