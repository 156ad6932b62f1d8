"""Who serves: quorum, order among ersättare, changes of seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from protokoll_tui.checks import texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.domain.kommun import Vaxling
from protokoll_tui.domain.narvaro import TOM, Fas, Rorelse, RorelseSlag, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.procedure.intrade import at_upprop, balance_changed, free
from protokoll_tui.procedure.jav import (
    challenged_anywhere,
    counts,
    holds,
    points_of_jav,
    stand_ins,
)
from protokoll_tui.procedure.narvaro import AVGANG, Narvaro, Steg
from protokoll_tui.procedure.platser import Plats, in_turn, may_serve
from protokoll_tui.procedure.rostlangd import at_decision, quorum


def quorum_of_fullmaktige(m: Mote) -> Iterator[Brist]:
    """R29: more than half of the ledamöter; jäv does not break it (5 kap. 45–46 §§ KL)."""
    if m.fullmaktige:
        yield from _quorum(m)


def quorum_of_namnd(m: Mote) -> Iterator[Brist]:
    """R30: more than half, also after jäv and at each point (6 kap. 27 § KL)."""
    if not m.fullmaktige:
        yield from _quorum(m)


def _quorum(m: Mote) -> Iterator[Brist]:
    for p in m.treated():
        for punkt in (None, *points_of_jav(p)):
            q = quorum(m.gang, p, punkt)
            if q.platser and not q.beslutsfor:
                yield Brist(texter.quorum(q.antal, q.platser, punkt), p.id)


def turn_among_substitutes(m: Mote) -> Iterator[Brist]:
    """R34, R37: the order among ersättare is fixed (5 kap. 17–18 §§, 6 kap. 16–17 §§ KL)."""
    yield from _turn_at_upprop(m)
    items = {p.id: p for p in m.state.paragraf}
    for step in m.gang.steg:
        if (r := step.rorelse) is not None:
            p = items[step.paragraf]
            left = frozenset({r.vem} if r.slag in (*AVGANG, RorelseSlag.TAPPAR) else ())
            served = stand_ins(p) if r.fas is not Fas.EFTER else frozenset[str]()
            jav = challenged_anywhere(p) | served if r.fas is not Fas.EFTER else served
            # Who has served for a jävig stays: whose turn it was is asked of the jäv.
            changes = tuple(t for t in r.tjanst if t.vem not in served)
            yield from _turn(m, changes, step.fore, r, p, left | jav)
    for p in m.state.paragraf:
        for j in p.jav:
            if counts(j):
                out = challenged_anywhere(p) | stand_ins(p, but=j.id)
                yield from _turn(m, j.tjanst, m.gang.at(p.id).beslut, j, p, out)


def _turn_at_upprop(m: Mote) -> Iterator[Brist]:
    organ, room = m.gang.organ, m.gang.upprop
    due = {t.ersatter: t.vem for t in at_upprop(organ, room.inne)}
    why = {t.vem for t in m.state.tjanstgor if t.skal}
    for plats in organ.platser if m.gang.registrerat else ():
        vem, tur = room.platser.get(plats.namn, ""), due.get(plats.namn, "")
        if vem in ("", plats.namn, tur) or vem in why:
            continue
        if text := _cannot(m, plats, vem):
            yield Brist(text)
        elif tur and tur not in room.tjanstgor:
            yield Brist(texter.out_of_turn(m.namn(vem), _seat(m, plats), m.namn(tur)))


def _turn(
    m: Mote,
    changes: tuple[Tjanst, ...],
    room: Narvaro,
    post: Post,
    p: Paragraf,
    out: frozenset[str],
) -> Iterator[Brist]:
    """``out`` are those who are not called: jäviga, who has just left, who serves already."""
    organ = m.gang.organ
    taking = {t.vem for t in changes}
    for t in changes:
        plats = organ.seat(t.ersatter)
        if plats is None or t.vem in (TOM, "", t.ersatter) or t.skal:
            continue
        if text := _cannot(m, plats, t.vem):
            yield Brist(text, p.id, post.id)
            continue
        # Who loses the seat is as much in turn as those who wait.
        waiting = {*free(organ, room), room.platser.get(plats.namn, "")} - {*taking, *out}
        tur = in_turn(organ, plats, {*waiting, t.vem}, room.begun)
        if tur != t.vem:
            text = texter.out_of_turn(m.namn(t.vem), _seat(m, plats), m.namn(tur))
            yield Brist(text, p.id, post.id)


def _cannot(m: Mote, plats: Plats, vem: str) -> str:
    """Why somebody cannot be called to a seat at all, "" where nothing is against it."""
    e = m.gang.organ.substitute(vem)
    if e is None:
        return texter.NO_SUBSTITUTE.format(vem=m.namn(vem), organ=m.gang.organ.organ.namn)
    if may_serve(m.gang.organ, plats, e):
        return ""
    return texter.OTHER_PARTY.format(vem=m.namn(vem), plats=_seat(m, plats))


def _seat(m: Mote, plats: Plats) -> str:
    """A seat in words: its ledamot, or that nobody was elected to it."""
    return texter.seat_of("" if plats.vakant else m.namn(plats.namn))


def change_inside_item(m: Mote) -> Iterator[Brist]:
    """R35: who serves is changed between items, not in the middle of one (practice; 5:19 KL)."""
    for p in m.state.paragraf:
        for r in p.rorelse:
            if r.fas is not Fas.UNDER or r.slag is RorelseSlag.UTEBLIR:
                continue
            if vem := [m.namn(t.vem) for t in r.tjanst if t.vem != TOM]:
                yield Brist(texter.mid_item(vem), p.id, r.id)


def alternating_in_fullmaktige(m: Mote) -> Iterator[Brist]:
    """R36: one who broke off may not serve again the same day (5 kap. 20 § KL)."""
    if m.fullmaktige:
        yield from _alternating(m)


def alternating_in_namnd(m: Mote) -> Iterator[Brist]:
    """R36: the same in a nämnd, as its reglemente says."""
    rule = m.gang.organ.organ.vaxeltjanstgoring
    for step, found in _returns(m) if not m.fullmaktige else ():
        allowed = rule is Vaxling.TILLATEN or (
            rule is Vaxling.STYRKEBALANS and balance_changed(m.gang.organ, step.fore, found)
        )
        if not allowed:
            yield _returned(m, step, found)


def _alternating(m: Mote) -> Iterator[Brist]:
    yield from (_returned(m, step, vem) for step, vem in _returns(m))


def _returned(m: Mote, step: Steg, vem: str) -> Brist:
    post = step.rorelse.id if step.rorelse else ""
    return Brist(texter.RETURNS.format(vem=m.namn(vem)), step.paragraf, post)


def _returns(m: Mote) -> Iterator[tuple[Steg, str]]:
    """Each time that a ledamot who broke off serves again, and who."""
    for step in m.gang.steg:
        again = step.fore.avbrutna.intersection(step.efter.tjanstgor)
        yield from ((step, vem) for vem in sorted(again.difference(step.fore.tjanstgor)))


def in_both_lists(m: Mote) -> Iterator[Brist]:
    """R195: an ersättare serves or does not."""
    for vem in m.state.ej_tjanstgor:
        if vem in {t.vem for t in m.state.tjanstgor}:
            yield Brist(texter.BOTH_LISTS.format(vem=m.namn(vem)))


def more_than_seats(m: Mote) -> Iterator[Brist]:
    """R196: not more serve than there are seats."""
    platser = m.gang.organ.antal
    at_first = _without_seat(m, m.gang.upprop) if platser else set()
    if at_first:
        yield Brist(texter.too_many(len(m.gang.upprop.tjanstgor), platser))
    for p in m.state.paragraf if platser else ():
        rooms = (at_decision(m.gang, p, punkt) for punkt in (None, *points_of_jav(p)))
        extra = set[str]().union(*(_without_seat(m, room) for room in rooms))
        for vem in sorted(extra - at_first):
            yield Brist(texter.NO_SEAT.format(vem=m.namn(vem)), p.id)


def _without_seat(m: Mote, room: Narvaro) -> set[str]:
    """Those who are said to serve though the organ has no seat for them."""
    organ = m.gang.organ
    return {vem for namn, vem in room.platser.items() if vem and organ.seat(namn) is None}


def two_on_a_seat(m: Mote) -> Iterator[Brist]:
    """R196: one seat, one person; one person, one seat."""
    yield from _same(m, m.state.tjanstgor)
    for step in m.gang.steg:
        if (r := step.rorelse) is not None:
            yield from _same(m, r.tjanst, step.fore, step.paragraf, r.id)
            yield from _nowhere(m, r.tjanst, step.fore, step.paragraf, r.id)
            yield from _pushed_out(m, r, step)
    for p in m.state.paragraf:
        yield from dict.fromkeys(_same_at_jav(m, p))
        yield from _twice(m, p)
        for j in p.jav:
            yield from _nowhere(m, j.tjanst, m.gang.at(p.id).beslut, p.id, j.id)


def _same_at_jav(m: Mote, p: Paragraf) -> Iterator[Brist]:
    room = m.gang.at(p.id).beslut
    for punkt in (None, *points_of_jav(p)):
        held = [j for j in p.jav if holds(j, punkt)]
        changes = [t for j in held for t in j.tjanst]
        yield from _same(m, changes, room, p.id, held[-1].id if held else "")


def _place(m: Mote, t: Tjanst, room: Narvaro | None) -> str:
    """The seat that is meant: the one named, or the one that who is named sits on."""
    namn = t.ersatter or t.vem
    known = m.gang.organ.seat(namn) is not None or room is None
    return namn if known or room is None else room.seat_of(namn) or namn


def _nowhere(
    m: Mote, changes: Iterable[Tjanst], room: Narvaro, paragraf: str, post: str
) -> Iterator[Brist]:
    """Those who are put on no seat that there is."""
    for t in changes:
        if t.vem not in ("", TOM) and m.gang.organ.seat(_place(m, t, room)) is None:
            where = f" ({t.ersatter})" if t.ersatter else ""
            yield Brist(texter.NOWHERE.format(vem=m.namn(t.vem), plats=where), paragraf, post)


def _same(
    m: Mote,
    changes: Iterable[Tjanst],
    room: Narvaro | None = None,
    paragraf: str = "",
    post: str = "",
) -> Iterator[Brist]:
    """What several changes say twice at once."""
    on, of = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for t in changes:
        if t.vem:
            on[_place(m, t, room)].append(t.vem)
        if t.vem not in ("", TOM):
            of[t.vem].append(_place(m, t, room))
    for namn, people in on.items():
        if len(set(people)) > 1:
            here = [texter.NOBODY if vem == TOM else m.namn(vem) for vem in dict.fromkeys(people)]
            yield Brist(texter.same_seat(here, _named_seat(m, namn)), paragraf, post)
    for vem, seats in of.items():
        if len(set(seats)) > 1:
            names = [_named_seat(m, namn) for namn in dict.fromkeys(seats)]
            yield Brist(texter.several_seats(m.namn(vem), names), paragraf, post)


def _named_seat(m: Mote, namn: str) -> str:
    plats = m.gang.organ.seat(namn)
    return _seat(m, plats) if plats else texter.seat_of(m.namn(namn))


def _twice(m: Mote, p: Paragraf) -> Iterator[Brist]:
    """One who steps in at jäv and serves on another seat already, or on that of one who stays."""
    room, out = m.gang.at(p.id).beslut, challenged_anywhere(p)
    for j in p.jav:
        for t in j.tjanst if counts(j) else ():
            own = room.seat_of(t.vem) if t.vem else ""
            if own and own != t.ersatter and t.vem != t.ersatter:
                seats = [_named_seat(m, own), _named_seat(m, t.ersatter)]
                yield Brist(texter.several_seats(m.namn(t.vem), seats), p.id, j.id)
            seat = _place(m, t, room)
            holder = room.platser.get(seat, "")
            if holder not in ("", t.vem, *out) and t.vem not in ("", TOM):
                yield Brist(_instead(m, t.vem, seat, holder), p.id, j.id)


def _instead(m: Mote, vem: str, seat: str, holder: str) -> str:
    names = {"vem": m.namn(vem), "plats": _named_seat(m, seat), "ledamot": m.namn(holder)}
    return texter.PUSHED_OUT.format(**names)


def _pushed_out(m: Mote, r: Rorelse, step: Steg) -> Iterator[Brist]:
    """A ledamot who is there and whose own seat somebody else is put on."""
    for t in r.tjanst:
        sits = step.fore.platser.get(t.ersatter) == t.ersatter != ""
        leaves = r.slag in (*AVGANG, RorelseSlag.TAPPAR) and r.vem == t.ersatter
        gone = leaves or t.ersatter in step.fore.tappade
        if sits and t.vem not in (TOM, "", t.ersatter) and not gone:
            yield Brist(_instead(m, t.vem, t.ersatter, t.ersatter), step.paragraf, r.id)


NARVARO: Kontroller = (
    Kontroll("R29", "5 kap. 45–46 §§ KL", Allvar.HANDE, quorum_of_fullmaktige),
    Kontroll("R30", "6 kap. 27 § KL", Allvar.HANDE, quorum_of_namnd),
    Kontroll("R195", "5 kap. 66 § KL", Allvar.FEL, in_both_lists),
    Kontroll("R196", "5 kap. 66 § KL", Allvar.FEL, more_than_seats),
    Kontroll("R196", "5 kap. 66 § KL", Allvar.FEL, two_on_a_seat),
    Kontroll("R36", "5 kap. 20 § KL", Allvar.HANDE, alternating_in_fullmaktige),
    Kontroll("R36", "reglementet", Allvar.VARNING, alternating_in_namnd),
    Kontroll("R34", "5 kap. 17–18 §§, 6 kap. 16–17 §§ KL", Allvar.VARNING, turn_among_substitutes),
    Kontroll("R35", "5 kap. 19 § KL, praxis", Allvar.VARNING, change_inside_item),
)
