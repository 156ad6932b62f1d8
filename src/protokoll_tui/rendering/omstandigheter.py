"""What surrounds the matter of a §: who chaired, what law keeps it secret, whether it decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from itertools import zip_longest

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import DeltarInte
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.utfall import LOST, outcomes
from protokoll_tui.rendering.aktorer import person_actor
from protokoll_tui.rendering.malvy import Paragrafregister, is_own
from protokoll_tui.rendering.vy import MalVy, TidVy
from protokoll_tui.swedish.dates import format_time
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.text import capitalize

NOTED = frozenset(("noterar", "noterade", "tackar", "tackade", "tar", "tog", "har"))
"""What an organ does with information without deciding anything."""

_DECIDES = re.compile(r"\b(?:beslutar|beslutade|i uppdrag|uppdrar|uppdrog)\b")
_STATUTE = re.compile(r"(\d+)\s?(?::|[Kk]ap\b\.?)\s?(\d+)(?:\s?([a-z])\b)?(?:\s?§)?")
_BETWEEN = re.compile(
    r"[\s,]*(?:\b(?:och|samt|OSL|offentlighets- och sekretesslagen)\b\.?[\s,]*)*", re.IGNORECASE
)


def clock(moment: time | None) -> str:
    """A time as it is printed; empty where none is known."""
    return format_time(moment) if moment else ""


def chair_views(held: Iterable[Ordforandeskap], kommun: Kommun) -> tuple[TidVy, ...]:
    """Everyone who chaired, one after another, each until the next (R225)."""
    # Times are known to the minute; within one, the order is that in which it was said.
    kept = _said_once(sorted(held, key=lambda o: (o.fran is not None, _minute(o.fran))))
    row = tuple(_chair(o, after, kommun) for o, after in zip_longest(kept, kept[1:]))
    return tuple(replace(v, delad=len(row) > 1 and not (v.fran or v.till)) for v in row)


def _minute(moment: time | None) -> time:
    return (moment or time()).replace(second=0, microsecond=0)


def _said_once(row: Iterable[Ordforandeskap]) -> list[Ordforandeskap]:
    kept: list[Ordforandeskap] = []
    for o in row:
        if kept and kept[-1].vem == o.vem and kept[-1].till is None:
            kept[-1] = replace(kept[-1], till=o.till)
        else:
            kept.append(o)
    return kept


def _chair(o: Ordforandeskap, after: Ordforandeskap | None, kommun: Kommun) -> TidVy:
    ends = [t for t in (o.till, after.fran if after else None) if t]
    till = clock(min(ends, default=None))
    return TidVy(o.id, clock(o.fran), till, vem=(person_actor(o.vem, kommun),))


def statute(words: str) -> str:
    """The law that a § is secret by, written out: "18:1" and "18 kap 1 §" are a section of the OSL.

    Several sections make a list; other words are shown as they were typed.
    """
    words = words.strip().removeprefix("enligt ")
    found = list(_STATUTE.finditer(words))
    if not found or not _BETWEEN.fullmatch(_STATUTE.sub("", words)):
        return words
    sections = [f"{m[1]} kap. {m[2]} {m[3] + ' ' if m[3] else ''}§" for m in found]
    return f"{join_list(sections)} offentlighets- och sekretesslagen"


def alike_changes(p: Paragraf, register: Paragrafregister) -> frozenset[str]:
    """The ids of the ändringar on different points that are called after the same movers."""
    points: dict[str, frozenset[int]] = {
        f.id: frozenset(n for g in laid if g.mot for n in g.mot.punkter)
        for f in p.forslag
        if (laid := register.changes(f)) and any(is_own(f, y) for y in register.live())
    }
    owners = {f.id: register.owners(f) for f in p.forslag if f.id in points}
    return frozenset(
        a
        for a in points
        for b in points
        if owners[a] and owners[a] == owners[b] and points[a] != points[b]
    )


def conditional(d: DeltarInte, register: Paragrafregister) -> MalVy | None:
    """What has to fall for someone to take no part; None when it has: then they take none."""
    p = register.paragraf
    asked = next((y for y in p.yrkande if y.id == d.om_faller), None)
    if asked is None:
        register.okanda.add(d.om_faller)
        return None
    if outcomes(p).get(asked.id) in LOST:
        return None
    aims = (s.pa for s in asked.stallning if s.verkan is Verkan.BIFALL)
    formal = (m for m in aims if m.pa in register.forslag and register.forslag[m.pa].formellt)
    return register.target(next(formal, Mal(pa=asked.id)))


def decides(p: Paragraf, kommun: Kommun) -> bool:
    """Whether the words of ``beslut`` are a decision (R6).

    An upprop and information that is noted are told, not decided. A proposition, a förslag or
    words by which the organ does something make a decision of it in any §.
    """
    if p.slag not in (ParagrafSlag.UPPROP, ParagrafSlag.INFORMATION) or not p.beslut:
        return True
    if p.forslag or p.yrkande or p.fraga or any(led.enligt or led.till for led in p.beslut):
        return True
    return any(_decided(led.text, kommun) for led in p.beslut)


def _decided(text: str, kommun: Kommun) -> bool:
    if _DECIDES.search(text):
        return True
    names = "|".join(re.escape(capitalize(o.namn or o.id)) for o in kommun.organ)
    does = re.finditer(rf"\b(?:{names}) (\w+)", text) if names else ()
    return any(found[1] not in NOTED for found in does)
