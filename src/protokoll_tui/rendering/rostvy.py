"""Votes as views: what Ja and Nej mean, the count, who voted how, and what decided beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Proportionellt, Rost, Rostmarke, Sluten, Votering
from protokoll_tui.procedure.kedja import ended, same_svar, through
from protokoll_tui.procedure.omrostning import minority_asking
from protokoll_tui.procedure.platser import VAKANT
from protokoll_tui.procedure.rakning import (
    is_called,
    is_tie,
    more,
    present,
    tally,
    third,
    with_list,
)
from protokoll_tui.procedure.valmetod import seats
from protokoll_tui.rendering.aktorer import actor_views, person_actor
from protokoll_tui.rendering.alternativvy import apart, as_put
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.rostposter import (
    AntalVy,
    AvgorandeVy,
    RattadVy,
    ResultatVy,
    RostradVy,
    SlutenVy,
    VoteringVy,
)
from protokoll_tui.rendering.vy import AktorVy, SvarVy
from protokoll_tui.swedish.text import decapitalize

_VACANT = re.compile(rf"(?:{VAKANT}\d*)?")
_NUMBER = re.compile(r"\d+|[A-ZÅÄÖ]|[a-zåäö]")


def inner_questions(p: Paragraf, v: Votering) -> tuple[Fraga, ...]:
    """The questions that chose what one side of a vote is, after it was asked for.

    In pairs the winner of the pair before is an answer of the question: that one came first.
    """
    aims = {mal.pa for side in (v.ja, v.nej) if side for mal in side.pa}
    before = {mal.pa for q in p.fraga for svar in q.svar for mal in svar.pa}
    late = aims - before
    return tuple(q for q in p.fraga if q.id and q.id in late and v not in q.votering)


def chosen_in(p: Paragraf) -> frozenset[str]:
    """Ids of the questions that are told within a vote, not at their own place."""
    return frozenset(q.id for o in p.fraga for v in o.votering for q in inner_questions(p, v))


def held(p: Paragraf) -> tuple[Votering, ...]:
    """The votes of a § in the order they were held: on a motförslag before the main one."""
    inner, found = chosen_in(p), list[Votering]()
    for q in p.fraga:
        if q.id not in inner:
            found.extend(v for v in _held(p, q, frozenset()) if v not in found)
    return tuple(found)


def _held(p: Paragraf, q: Fraga, seen: frozenset[str]) -> Iterator[Votering]:
    for v in q.votering:
        for inner in inner_questions(p, v):
            if inner.id not in seen:
                yield from _held(p, inner, seen | {q.id, inner.id})
        yield v


def vote_view(
    v: Votering, q: Fraga, register: Paragrafregister, niva: int, *, matter: bool
) -> VoteringVy:
    """A vote on a question; ``matter`` = on the matter itself, where points are named.

    The questions that it points at are put in by who builds them.
    """
    p = register.paragraf
    counted, row = with_list(p, v), held(p)
    numbers = {o.id: n for n, o in enumerate(row, 1)} if len(row) > 1 else {}
    ja, nej = _sides(v, q, register, matter)
    named = is_called(v) and not v.lista
    return VoteringVy(
        id=v.id,
        nummer=numbers.get(v.id, 0),
        niva=niva,
        huvud=not niva and bool(inner_questions(p, v)),
        forsta=v is q.votering[0],
        sist=v is q.votering[-1],
        begard_av=actor_views(v.begard_av, register.kommun),
        godkand=v.godkand,
        ja=ja,
        nej=nej,
        samma=ja is not None and nej is not None and _opposed(ja, nej),
        antal=_counts(counted),
        lika=is_tie(counted),
        omkastat=_overturned(p, q, counted),
        ja_vann=same_svar(ended(p, q), v.ja),
        namn=named and all(row.person or row.rost is Rostmarke.TOM_PLATS for row in v.rostlangd),
        ja_roster=_who(v, Rostmarke.JA, register),
        nej_roster=_who(v, Rostmarke.NEJ, register),
        avstar=_who(v, Rostmarke.AVSTAR, register),
        deltar_inte=_who(v, Rostmarke.DELTAR_INTE, register),
        franvarande=_who(v, Rostmarke.FRANVARANDE, register),
        rader=tuple(_row(r, register) for r in v.rostlangd) if named else (),
        rattade=tuple(_corrected(r, register) for r in v.rostlangd if r.stod is not None),
        bilaga=paper_name(v.bilaga),
        lista=numbers.get(v.lista, 0),
    )


def _sides(
    v: Votering, q: Fraga, register: Paragrafregister, matter: bool
) -> tuple[SvarVy | None, SvarVy | None]:
    """What Ja and Nej mean, named as the answers of the question are."""
    if v.ja is None or v.nej is None:
        return (
            register.answer(v.ja) if v.ja else None,
            register.answer(v.nej) if v.nej else None,
        )
    p = register.paragraf
    sides = (through(p, v.ja) or v.ja, through(p, v.nej) or v.nej)
    alone = len(as_put(q, register).svar) <= len(sides)
    both = replace(q, svar=sides, funnet=None)
    put = as_put(both, register, on_points=alone).svar if matter else sides
    views = [register.answer(svar) for svar in (put if len(put) == len(sides) else sides)]
    ja, nej = (apart(view) for view in views) if len(q.svar) > len(sides) else views
    return ja, nej


def _opposed(ja: SvarVy, nej: SvarVy) -> bool:
    same = [(m.id, m.punkter) for m in ja.mal] == [(m.id, m.punkter) for m in nej.mal]
    return same and ja.verkan != nej.verkan


def _counts(v: Votering) -> AntalVy | None:
    counted = tally(v)
    names = (field.name for field in fields(AntalVy))
    return AntalVy(**{name: getattr(counted, name) for name in names}) if counted else None


def _overturned(p: Paragraf, q: Fraga, v: Votering) -> bool:
    """Whether the count went against what the chair found."""
    won = more(v)
    if won is None or q.funnet is None:
        return False
    meant, found = through(p, won), through(p, q.funnet)
    return meant is not None and found is not None and not same_svar(meant, found)


def _who(v: Votering, mark: Rostmarke, register: Paragrafregister) -> tuple[AktorVy, ...]:
    voted = (row.person for row in v.rostlangd if row.rost is mark and row.person)
    return tuple(person_actor(sig, register.kommun) for sig in voted)


def _row(r: Rost, register: Paragrafregister) -> RostradVy:
    kommun = register.kommun
    # Who is not in the röstlängd of the organ sits on no seat that is known.
    seat = r.plats or r.person
    owner = () if _VACANT.fullmatch(seat) else (person_actor(seat, kommun),)
    return RostradVy(
        ledamot=owner,
        parti=owner[0].personer[0].parti if owner else "",
        ersattare=(person_actor(r.person, kommun),) if r.person and r.person != seat else (),
        rost=r.rost.value if r.rost else "",
    )


def _corrected(r: Rost, register: Paragrafregister) -> RattadVy:
    stod, rost = r.stod, r.rost
    whom = (person_actor(r.person or r.plats, register.kommun),)
    return RattadVy(whom, stod.value if stod else "", rost.value if rost else "")


def paper_name(name: str) -> str:
    """A paper as inside a sentence: "5" is "bilaga 5"."""
    if _NUMBER.fullmatch(name):
        return f"bilaga {name}"
    return decapitalize(name) if name.startswith("Bilaga") else name


def ground_view(a: Avgorande, q: Fraga, register: Paragrafregister) -> AvgorandeVy:
    """What decided beside the count; of a minority, what it asked for."""
    p = register.paragraf
    vote = with_list(p, q.votering[-1]) if q.votering else None
    there = a.narvarande or (present(vote) if vote else 0)
    asking = minority_asking(p, q)
    aims = (through(p, a.vinnare) or a.vinnare).pa if a.vinnare else ()
    return AvgorandeVy(
        grund=a.grund.value,
        skal=a.skal,
        antal=a.antal or (asking[0] if asking else None),
        narvarande=there or None,
        mal=register.target(aims[0]) if aims else None,
        lotter=tuple(register.target(mal) for mal in aims) if q.sluten else (),
        tredjedel=asking is None or asking[0] >= third(asking[1]),
    )


def ballot_views(q: Fraga, register: Paragrafregister) -> tuple[SlutenVy, ...]:
    """The closed ballots of a question, round by round."""
    return tuple(_ballot(s, q, register) for s in q.sluten)


def _ballot(s: Sluten, q: Fraga, register: Paragrafregister) -> SlutenVy:
    last = s is q.sluten[-1]
    asked = s.proportionellt or Proportionellt()
    row = sorted(s.resultat, key=lambda r: -r.roster)
    return SlutenVy(
        id=s.id,
        avgivna=s.avgivna,
        blanka=s.blanka,
        ogiltiga=s.ogiltiga,
        omgang=s.omgang,
        resultat=_grouped(((r.pa, r.roster) for r in row), register),
        sist=last,
        proportionellt=s.proportionellt is not None,
        begart_av=asked.begart_av,
        narvarande=asked.narvarande,
        platser=_places(q, register) if last and s.proportionellt else (),
        begard_av=actor_views(s.begard_av, register.kommun),
    )


def _grouped(rows: Iterable[tuple[Mal, int]], register: Paragrafregister) -> tuple[ResultatVy, ...]:
    """Rows in their order, those with the same number as one."""
    return tuple(
        ResultatVy(tuple(register.target(mal) for mal, _ in group), antal)
        for antal, group in groupby(rows, key=lambda row: row[1])
    )


def _places(q: Fraga, register: Paragrafregister) -> tuple[ResultatVy, ...]:
    """The places of each list, those that the lot gave among them."""
    won = sorted(seats(register.paragraf, q), key=lambda row: -row[1])
    return _grouped(((mal, n) for mal, n in won if n), register)
