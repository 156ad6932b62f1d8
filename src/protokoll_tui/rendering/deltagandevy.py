"""Who takes part in the decision of a § and who does not: jäv, and how it differs (R7, R48)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Roll
from protokoll_tui.domain.narvaro import Fas, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.procedure.narvaro import Narvaro
from protokoll_tui.procedure.ordforande import chairs, presided
from protokoll_tui.procedure.rostlangd import (
    Langdrad,
    at_decision,
    persons,
    points_of_jav,
    rostlangd,
    rows,
)
from protokoll_tui.rendering.aktorer import actor_views
from protokoll_tui.rendering.namn import ERSATTARE, ORDFORANDE, VICE
from protokoll_tui.rendering.narvaroposter import JavVy, SkillnadVy, TjanstVy
from protokoll_tui.rendering.narvarovy import (
    Omgivning,
    door_view,
    movement_views,
    tells_decision,
)
from protokoll_tui.rendering.omstandigheter import chair_views
from protokoll_tui.rendering.vy import ParagrafVy, TidVy


def with_presence(view: ParagrafVy, p: Paragraf, omgivning: Omgivning, skillnad: str) -> ParagrafVy:
    """The § with what is told of who was there and who chaired; ``skillnad`` as in the style."""
    decides = tells_decision(p, view.beslutas)
    told = movement_views(p, omgivning, decides)
    return replace(
        view,
        rorelser=tuple(r for r in told if r.fas != Fas.EFTER),
        rorelser_efter=tuple(r for r in told if r.fas == Fas.EFTER),
        dorrar=tuple(door_view(d) for d in p.stangda_dorrar),
        jav=tuple(jav_view(j, p, omgivning) for j in p.jav),
        ordforandeskap=_chairs(p, omgivning),
        skillnad=difference(p, omgivning, skillnad) if decides else None,
    )


def _chairs(p: Paragraf, omgivning: Omgivning) -> tuple[TidVy, ...]:
    """Who chairs; one who does so for several §§ is told with them where it begins."""
    ends = {o.id: omgivning.section(o.till_paragraf) for o in p.ordforandeskap}
    here = omgivning.section(p.id)
    row = chair_views(chairs(omgivning.state, p), omgivning.kommun)
    return tuple(
        replace(v, fran_paragraf=here, till_paragraf=end, delad=False)
        if here and (end := ends.get(v.id, "")) not in ("", here) and not v.till
        else v
        for v in row
    )


def jav_view(j: Jav, p: Paragraf, omgivning: Omgivning) -> JavVy:
    """Jäv, with who serves instead where any of them serves at all."""
    kommun, room = omgivning.kommun, omgivning.gang.at(p.id).beslut
    out = persons(j.av)
    serves = not room.platser or any(room.seat_of(sig) for sig in out)
    organ = kommun.find_organ(j.uppdrag) if j.uppdrag else None
    substitutes = _substitutes(j, omgivning)
    return JavVy(
        id=j.id,
        av=actor_views(j.av, kommun),
        punkter=j.punkter,
        antal=sum(_count(a) for a in j.av),
        skal=j.skal,
        tjanst=tuple(_instead(t, out, room, omgivning) for t in j.tjanst) if serves else (),
        provning=j.provning.value,
        vackt_av=actor_views(j.vackt_av, kommun),
        deltog=j.deltog,
        distans=bool(out) and room.distans.issuperset(out),
        uppdrag=organ.namn or organ.id if organ else "",
        ledamoter=actor_views((a for a in j.av if a.person not in substitutes), kommun),
        ersattare=actor_views((a for a in j.av if a.person in substitutes), kommun),
    )


def _count(a: Aktor) -> int:
    """How many an actor is; words as written may be anybody, and stand for several."""
    return 1 if a.person else max(len(a.namn), 2)


def _substitutes(j: Jav, omgivning: Omgivning) -> frozenset[str]:
    """Those who are ersättare in the organ that the jäv comes of."""
    held = omgivning.kommun.mandates(j.uppdrag, omgivning.state.datum) if j.uppdrag else ()
    return frozenset(m.person for m in held if m.roll is Roll.ERSATTARE)


def _instead(t: Tjanst, out: tuple[str, ...], room: Narvaro, omgivning: Omgivning) -> TjanstVy:
    """Who serves in the place of one who is jävig; a single one needs not be named."""
    seat = t.ersatter or (out[0] if len(out) == 1 else "")
    left = room.platser.get(seat, "")
    whom = left if left in out else omgivning.owner(seat)
    return TjanstVy(
        vem=omgivning.actors(t.vem),
        for_vem=omgivning.actors(whom),
        vakant=omgivning.vacant(seat),
        skal=t.skal,
    )


def difference(p: Paragraf, omgivning: Omgivning, mot: str) -> SkillnadVy | None:
    """Who takes part in the decision otherwise than is known already, or None (R7).

    ``mot`` says what is known: ``föregående`` = who took part in the § before, ``uppropet`` = who
    served after it, ``ordinarie`` = that each ledamot serves; ``nej`` = nothing is told. What a
    movement or a jäv of the § itself brings about is told there, and not again.
    """
    if mot == "nej":
        return None
    gang = omgivning.gang
    at_first = {row.plats: row for row in _known(p, omgivning, mot)}
    before = {row.plats: row for row in rows(gang.organ, omgivning.room_before(p))}
    now = rostlangd(gang, p)
    changed = tuple(
        (row, at_first.get(row.plats, Langdrad(row.plats)))
        for row in now
        if _same(row, before.get(row.plats)) and not _same(row, at_first.get(row.plats))
    )
    if not changed:
        return None
    serving = {row.vem for row in now if row.vem}
    return _difference(changed, serving, gang.at(p.id).beslut, omgivning)


def _known(p: Paragraf, omgivning: Omgivning, mot: str) -> tuple[Langdrad, ...]:
    """The rows that a reader takes as given."""
    organ = omgivning.gang.organ
    if mot == "ordinarie":
        own = ("" if plats.vakant else plats.namn for plats in organ.platser)
        return tuple(Langdrad(s.namn, vem) for s, vem in zip(organ.platser, own, strict=True))
    if mot == "uppropet":
        return rows(organ, omgivning.gang.upprop)
    return rows(organ, omgivning.room_after_last(p))


def _same(a: Langdrad, b: Langdrad | None) -> bool:
    return b is not None and (a.vem, a.distans, a.tappad) == (b.vem, b.distans, b.tappad)


def _difference(
    changed: tuple[tuple[Langdrad, Langdrad], ...],
    serving: set[str],
    room: Narvaro,
    omgivning: Omgivning,
) -> SkillnadVy:
    moved = [(now, then) for now, then in changed if now.vem != then.vem]
    stayed = [(now, then) for now, then in changed if now.vem == then.vem]
    own = [(now, then) for now, then in moved if now.vem and not now.ersatter]
    empty = [(now, then) for now, then in moved if not now.vem]
    gone = [then.vem for now, then in empty if then.vem == now.plats and then.vem not in room.inne]
    left = [now.plats for now, _ in empty if now.plats not in gone]
    actors = omgivning.actors
    return SkillnadVy(
        tjanst=tuple(_serves(now, omgivning) for now, _ in moved if now.ersatter),
        egna=actors(*(now.vem for now, _ in own)),
        undan=actors(*(then.vem for _, then in own if then.vem not in serving)),
        borta=actors(*gone),
        tomma=actors(*(omgivning.owner(plats) for plats in left)),
        vakanta=sum(omgivning.vacant(plats) for plats in left),
        distans=actors(*(now.vem for now, then in changed if now.distans and not _far(now, then))),
        pa_plats=actors(*(now.vem for now, then in stayed if then.distans and not now.distans)),
        utan=actors(*(now.vem for now, _ in changed if now.tappad)),
    )


def _far(now: Langdrad, then: Langdrad) -> bool:
    """Whether the same person took part at a distance after the upprop already."""
    return now.vem == then.vem and then.distans


def _serves(row: Langdrad, omgivning: Omgivning) -> TjanstVy:
    return TjanstVy(
        vem=omgivning.actors(row.vem),
        for_vem=omgivning.actors(omgivning.owner(row.plats)),
        vakant=omgivning.vacant(row.plats),
    )


def services(p: Paragraf, omgivning: Omgivning) -> dict[str, str]:
    """What those who are named in a § serve as, where it is not as a ledamot on an own seat."""
    state, skede = omgivning.state, omgivning.gang.at(p.id)
    rooms = [skede.borjan, skede.beslut, skede.slut, at_decision(omgivning.gang, p)]
    rooms += [at_decision(omgivning.gang, p, punkt) for punkt in points_of_jav(p)]
    own = {plats.namn for plats in omgivning.gang.organ.platser}
    found = {
        vem: ERSATTARE
        for room in rooms
        for seat, vem in room.platser.items()
        if vem and vem != seat and vem not in own
    }
    chairing = {sig: ORDFORANDE if sig == state.ordforande else VICE for sig in presided(state, p)}
    return found | chairing
