"""Who takes part in a decision: jäv, abstaining, reserving, being there at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time

from protokoll_tui.checks import beslutstexter, texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.checks.underlag import underlag
from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.narvaro import TOM, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Provning
from protokoll_tui.domain.votering import Rostmarke
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.alternativ import live_yrkanden
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.jav import challenged, counts, persons, points_of_jav
from protokoll_tui.procedure.narvaro import Narvaro, moved
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.procedure.utfall import Utfall

_RESERVES = re.compile(r"\breserver(?:ar|ade|at)\b", re.IGNORECASE)


def empty_seat_unsaid(m: Mote) -> Iterator[Brist]:
    """R198: at jäv somebody steps in, or the seat is said to be empty."""
    for p in m.state.paragraf:
        room = m.gang.at(p.id).beslut
        for j in p.jav:
            told = {t.ersatter or t.vem for t in j.tjanst}
            for sig in persons(j.av) if counts(j) else ():
                seat = room.seat_of(sig)
                if seat and seat not in told:
                    yield Brist(texter.EMPTY_SEAT.format(vem=m.namn(sig)), p.id, j.id)


def moves_though_challenged(m: Mote) -> Iterator[Brist]:
    """R48, R51: a jävig takes no part in the handling (5 kap. 47 §, 6 kap. 30 § KL)."""
    for p in m.state.paragraf:
        for y in live_yrkanden(p) if p.jav else ():
            points = _points(p, y)
            out = challenged(p).union(*(challenged(p, n) for n in points))
            for sig in sorted(_movers(y) & out):
                yield Brist(texter.STAYS.format(vem=m.namn(sig)), p.id, y.id)


def _points(p: Paragraf, y: Yrkande) -> frozenset[int]:
    """The points that a yrkande is about alone; none where it is about the whole."""
    changes = {f.id: f.mot for f in p.forslag if f.mot}
    aims = (changes.get(s.pa.pa) or s.pa for s in y.stallning)
    return frozenset(n for aim in aims for n in aim.punkter)


def _movers(y: Yrkande) -> frozenset[str]:
    return frozenset(persons((*y.av, *(i.vem for i in y.instammer))))


def decides_though_challenged(m: Mote) -> Iterator[Brist]:
    """R48, R51: a jävig neither votes nor reserves, in the § or at the point."""
    for p in m.state.paragraf:
        for r in p.reservation:
            out, whole = _challenged_at(p, r.punkter), not r.punkter
            for sig in sorted(out.intersection(persons(r.av))):
                yield Brist(texter.CANNOT_RESERVE.format(vem=m.namn(sig)), p.id, r.id)
            for n in points_of_jav(p) if whole else ():
                for sig in sorted((challenged(p, n) - out).intersection(persons(r.av))):
                    text = texter.NOT_THIS_POINT.format(vem=m.namn(sig), nr=n)
                    yield Brist(text, p.id, r.id)
        out = challenged(p)
        for sig in sorted(out & _voters(p)):
            yield Brist(texter.VOTES.format(vem=m.namn(sig)), p.id)


def _challenged_at(p: Paragraf, punkter: Iterable[int]) -> frozenset[str]:
    """Who is jävig at all of some points; of none, in the § as a whole."""
    each = [challenged(p, n) for n in punkter] or [challenged(p)]
    return frozenset.intersection(*each)


_TOOK_PART = frozenset({Rostmarke.JA, Rostmarke.NEJ, Rostmarke.AVSTAR})


def _voters(p: Paragraf) -> frozenset[str]:
    votes = (r for q in p.fraga for v in q.votering for r in v.rostlangd)
    return frozenset(r.person for r in votes if r.rost in _TOOK_PART)


def untried(m: Mote) -> Iterator[Brist]:
    """R49: a disputed jäv is decided by the organ (6 kap. 30 § 3 st. KL)."""
    for p in m.state.paragraf:
        for j in p.jav:
            if j.provning is Provning.PROVAS and is_done(p):
                names = m.names(persons(j.av))
                yield Brist(texter.UNTRIED.format(vem=names), p.id, j.id)
            elif j.deltog and not j.skal:
                names = m.names(persons(j.av))
                yield Brist(texter.TOOK_PART.format(vem=names), p.id, j.id)


def moves_without_serving(m: Mote) -> Iterator[Brist]:
    """R32: ledamöter and tjänstgörande ersättare move (4 kap. 22 §, 6 kap. 17 § KL)."""
    for p in m.state.paragraf if m.gang.registrerat else ():
        may = m.served(p) | challenged(p)
        for y in live_yrkanden(p):
            for sig in sorted(_movers(y) & m.there(p) - may):
                yield Brist(texter.NOT_SERVING.format(vem=m.namn(sig)), p.id, y.id)


def reserves_without_deciding(m: Mote) -> Iterator[Brist]:
    """R43: only who took part in the decision reserves (4 kap. 27 § KL)."""
    for p in m.state.paragraf if m.gang.registrerat else ():
        out = challenged(p)
        for r in p.reservation:
            took = {s for n in (r.punkter or (None,)) for s in serving(m.gang, p, n)}
            for sig in persons(r.av):
                if sig not in took and sig not in out:
                    yield Brist(texter.NOT_RESERVING.format(vem=m.namn(sig)), p.id, r.id)


def reserves_after_the_end(m: Mote) -> Iterator[Brist]:
    """R43: a reservation is announced before the meeting ends (4 kap. 27 § KL)."""
    end = m.state.slut
    for p in m.state.paragraf if end else ():
        for r in p.reservation:
            if r.tid and end and r.tid > end:
                names = m.names(persons(r.av))
                yield Brist(texter.AFTER_THE_END.format(vem=names), p.id, r.id)


def named_but_not_there(m: Mote) -> Iterator[Brist]:
    """R194: who is named in a § is among those who were there."""
    for p in m.state.paragraf if m.gang.registrerat else ():
        there = m.there(p) | {d.vem for d, _ in attending(m.state)}
        named = (
            *((y.id, _movers(y)) for y in live_yrkanden(p)),
            *((d.id, frozenset(persons(d.av))) for d in p.deltar_inte),
        )
        for post, sigs in named:
            for sig in sorted(sigs - there):
                yield Brist(texter.NOT_THERE.format(vem=m.namn(sig)), p.id, post)
        for j in p.jav:
            yield from _called_from_afar(m, j.tjanst, m.gang.at(p.id).beslut, p.id, j.id)
    for step in m.gang.steg if m.gang.registrerat else ():
        if (r := step.rorelse) is not None:
            room = moved(step.fore, replace(r, tjanst=()), m.gang.organ)
            yield from _called_from_afar(m, r.tjanst, room, step.paragraf, r.id)


def _called_from_afar(
    m: Mote, changes: tuple[Tjanst, ...], room: Narvaro, paragraf: str, post: str
) -> Iterator[Brist]:
    """Those who take a seat though they are not in the room."""
    for t in changes:
        if t.vem not in (TOM, "") and t.vem not in room.inne:
            yield Brist(texter.NOT_THERE.format(vem=m.namn(t.vem)), paragraf, post)


def must_decide(m: Mote) -> Iterator[Brist]:
    """R41: nobody who took part in the handling stands aside (4 kap. 26 § KL)."""
    for p in m.state.paragraf:
        if p.myndighetsutovning and not m.fullmaktige:
            for d in p.deltar_inte:
                names = m.names(persons(d.av))
                yield Brist(texter.MUST_DECIDE.format(vem=names), p.id, d.id)


def abstains_too_late(m: Mote) -> Iterator[Brist]:
    """R42: who will not take part says so before the proposition on the matter is put.

    One that is put on other points does not count.
    """
    for p in m.state.paragraf:
        for d in p.deltar_inte if p.fraga else ():
            put = [q.tid for q in _matters(p, d.punkter) if q.tid]
            if d.tid and d.tid > min(put, default=time.max):
                names = m.names(persons(d.av))
                yield Brist(texter.LATE_ABSTENTION.format(vem=names), p.id, d.id)


def _matters(p: Paragraf, punkter: tuple[int, ...]) -> tuple[Fraga, ...]:
    """The questions on the matter that are on some points, else those on how it is handled."""
    here = underlag(p)
    own = tuple(q for q in p.fraga if here.on_matter(q)) or p.fraga
    return tuple(q for q in own if not punkter or not _points_of(q) or _points_of(q) & {*punkter})


def _points_of(q: Fraga) -> set[int]:
    return {n for svar in q.svar for mal in svar.pa for n in mal.punkter}


def abstains_and_reserves(m: Mote) -> Iterator[Brist]:
    """R44: not both (4 kap. 27 § KL), at the same points and without a condition."""
    for p in m.state.paragraf:
        for d in p.deltar_inte:
            for r in p.reservation if not d.villkor else ():
                apart = d.punkter and not set(r.punkter) & set(d.punkter)
                both = _both(d.av, r.av) if not apart else frozenset()
                for sig in sorted(both):
                    text = texter.ABSTAINS_AND_RESERVES.format(vem=m.namn(sig))
                    yield Brist(text, p.id, r.id)


def _both(a: tuple[Aktor, ...], b: tuple[Aktor, ...]) -> frozenset[str]:
    return frozenset(persons(a)).intersection(persons(b))


def note_that_reserves(m: Mote) -> Iterator[Brist]:
    """R46: a note does not take the place of a reservation."""
    for p in m.state.paragraf:
        for a in p.anteckning:
            if _RESERVES.search(a.text):
                yield Brist(texter.NOTE_RESERVES, p.id, a.id)


_OWN = re.compile(r"\b(?:eget|egna|sitt|sina)\s+(?:yrkande|förslag)", re.IGNORECASE)


def reserves_for_nothing(m: Mote) -> Iterator[Brist]:
    """R192: an own yrkande that a reservation is for stands in the §."""
    for p in (p for p in m.state.paragraf if p.reservation):
        by = underlag(p).yrkande_av
        live = {y.id for y in live_yrkanden(p)}
        for r in p.reservation:
            if any(id not in live for id in r.till_forman):
                names = m.names(persons(r.av))
                yield Brist(beslutstexter.NOT_LIVE.format(vem=names), p.id, r.id)
            for sig in persons(r.av) if _OWN.search(r.text) else ():
                if not any(sig in movers for movers in by.values()):
                    yield Brist(beslutstexter.NO_OWN.format(vem=m.namn(sig)), p.id, r.id)


def reserves_though_won(m: Mote) -> Iterator[Brist]:
    """R193: who got all that was moved has nothing to reserve against."""
    for p in m.state.paragraf:
        for r in p.reservation if p.yrkande else ():
            for sig in persons(r.av):
                own = [y.id for y in live_yrkanden(p) if sig in underlag(p).yrkande_av[y.id]]
                if own and all(underlag(p).utfall[id] is Utfall.BIFALLET for id in own):
                    yield Brist(beslutstexter.WON.format(vem=m.namn(sig)), p.id, r.id)


DELTAGANDE: Kontroller = (
    Kontroll("R48", "6 kap. 30 §, 5 kap. 47 § KL", Allvar.HANDE, moves_though_challenged),
    Kontroll("R48", "6 kap. 30 §, 5 kap. 47 § KL", Allvar.FEL, decides_though_challenged),
    Kontroll("R49", "6 kap. 30 § 3 st. KL", Allvar.VARNING, untried),
    Kontroll("R198", "6 kap. 30 § KL", Allvar.VARNING, empty_seat_unsaid),
    Kontroll("R32", "4 kap. 22 § KL", Allvar.HANDE, moves_without_serving),
    Kontroll("R43", "4 kap. 27 § KL", Allvar.FEL, reserves_without_deciding),
    Kontroll("R43", "4 kap. 27 § KL", Allvar.HANDE, reserves_after_the_end),
    Kontroll("R194", "5 kap. 66 § KL", Allvar.FEL, named_but_not_there),
    Kontroll("R41", "4 kap. 26 § KL", Allvar.HANDE, must_decide),
    Kontroll("R42", "arbetsordningen", Allvar.VARNING, abstains_too_late),
    Kontroll("R192", "praxis", Allvar.VARNING, reserves_for_nothing),
    Kontroll("R193", "praxis", Allvar.VARNING, reserves_though_won),
    Kontroll("R44", "4 kap. 27 § KL", Allvar.FEL, abstains_and_reserves),
    Kontroll("R46", "praxis", Allvar.VARNING, note_that_reserves),
)
