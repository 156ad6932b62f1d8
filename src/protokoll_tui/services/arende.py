"""Writing the agenda: an item as a sheet of plain fields, and back to events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.clean import clean, clean_line
from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.handelse import Flyttat, Handelse, Lagt, Numrerat, Rattat, Struket
from protokoll_tui.domain.handling import Handling, Tidigare
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure import main_forslag
from protokoll_tui.procedure.steg import is_done

SAID = (
    *("yrkande", "fraga", "reservation", "deltar_inte", "jav", "anteckning", "yttrande"),
    *("ajournering", "ordforandeskap", "notering", "lydelse", "rorelse", "stangda_dorrar"),
    *("deltagare", "justering", "ordning"),
)
"""The lists of a § that hold what was said in the room."""


@dataclass(frozen=True)
class Blad:
    """An item of the agenda as fields. Lists are one row each, earlier treatments ``# rubrik``."""

    slag: str = ParagrafSlag.ARENDE.value
    dnr: str = ""
    rubrik: str = ""
    foredragande: str = ""
    fran: str = ""
    forslag: str = ""
    arende: str = ""
    handling: str = ""
    tidigare: str = ""
    expediering: str = ""


def sheet_of(p: Paragraf) -> Blad:
    """The sheet of a §."""
    main = main_forslag(p)
    fran = main.fran if main else None
    return Blad(
        slag=p.slag.value,
        dnr=p.dnr,
        rubrik=p.rubrik,
        foredragande="\n".join(p.foredragande),
        fran=(fran.person or fran.ord) if fran else "",
        forslag=main.text if main else "",
        arende=p.arende,
        handling="\n".join(h.titel for h in p.handling),
        tidigare="\n\n".join(f"# {t.rubrik}\n{t.text}".strip() for t in p.tidigare),
        expediering="\n".join(p.expediering),
    )


def save_sheet(
    p: Paragraf, blad: Blad, signatures: Iterable[str], make_id: Callable[[str], str] = random_id
) -> tuple[Handelse, ...]:
    """The events that make a § say what its sheet says; records that stay keep their ids."""
    new = replace(
        p,
        slag=ParagrafSlag(blad.slag),
        dnr=clean_line(blad.dnr),
        rubrik=clean_line(blad.rubrik),
        foredragande=_rows(blad.foredragande),
        arende=clean(blad.arende).strip(),
        handling=_handlingar(p, blad, make_id),
        tidigare=_tidigare(p, blad, make_id),
        expediering=_rows(blad.expediering),
        forslag=_forslag(p, blad, frozenset(signatures), make_id),
    )
    return () if new == p else (Rattat(post=new),)


def _rows(text: str) -> tuple[str, ...]:
    return tuple(row for line in clean(text).split("\n") if (row := line.strip()))


def _handlingar(p: Paragraf, blad: Blad, make_id: Callable[[str], str]) -> tuple[Handling, ...]:
    old = {h.titel: h for h in p.handling}
    fresh = (old.get(t) or Handling(id=make_id("handling"), titel=t) for t in _rows(blad.handling))
    return tuple(fresh)


def _tidigare(p: Paragraf, blad: Blad, make_id: Callable[[str], str]) -> tuple[Tidigare, ...]:
    old = {t.rubrik: t for t in p.tidigare}
    out = []
    for piece in re.split(r"^# *", clean(blad.tidigare), flags=re.M):
        rubrik, _, text = piece.strip().partition("\n")
        if rubrik:
            base = old.get(rubrik) or Tidigare(id=make_id("tidigare"), rubrik=rubrik)
            out.append(replace(base, text=text.strip()))
    return tuple(out)


def _forslag(
    p: Paragraf, blad: Blad, signatures: frozenset[str], make_id: Callable[[str], str]
) -> tuple[Forslag, ...]:
    main = main_forslag(p)
    text, fran = clean(blad.forslag).strip(), clean_line(blad.fran)
    # A förslag to elect somebody names him: whose it is says nothing by itself.
    alone = blad.slag == ParagrafSlag.VAL and not (main and main.handling)
    if not text and (alone or not fran):
        return tuple(f for f in p.forslag if f is not main)
    who = Aktor(person=fran) if fran in signatures else Aktor(ord=fran)
    if main is None:
        new = Forslag(id=make_id("forslag"), slag=ForslagSlag.HUVUD, fran=who, text=text)
        return (new, *p.forslag)
    changed = replace(main, text=text, fran=who if fran else None)
    return tuple(changed if f is main else f for f in p.forslag)


def new_item(state: Sammantrade, after: str, make_id: Callable[[str], str] = random_id) -> Lagt:
    """A new item after another, or last; numbered on.

    Once a § is done the numbers stand, and a new item can only come last (R57).
    """
    order = [p.id for p in state.paragraf]
    begun = any(is_done(p) for p in state.paragraf)
    at = len(order) if begun or after not in order else order.index(after) + 1
    numbers = [p.nr for p in state.paragraf if p.nr is not None]
    item = Paragraf(id=make_id("paragraf"), nr=max(numbers, default=0) + 1)
    fore = order[at] if at < len(order) else ""
    return Lagt(i=state.id, lista="paragraf", post=item, fore=fore)


def move_item(state: Sammantrade, id: str, step: int) -> tuple[Handelse, ...]:
    """Move an item one step up or down; the §§ that are not yet treated are numbered on.

    Nothing happens past the ends, nor to or past an item that is done: its number stands.
    """
    order = [p.id for p in state.paragraf]
    at = order.index(id)
    to = at + step
    if not 0 <= to < len(order) or is_done(state.paragraf[at]) or is_done(state.paragraf[to]):
        return ()
    rest = order[:at] + order[at + 1 :]
    fore = rest[to] if to < len(rest) else ""
    return (Flyttat(id=id, till=state.id, fore=fore), *renumber(state))


def renumber(state: Sammantrade, first: int | None = None) -> tuple[Handelse, ...]:
    """Number the §§ on from the lowest number there is, or from ``first``.

    Nothing is renumbered once a § is done: its number may have been said aloud.
    """
    numbers = [p.nr for p in state.paragraf if p.nr is not None]
    if any(is_done(p) for p in state.paragraf):
        return ()
    return (Numrerat(forsta=first if first is not None else min(numbers, default=1)),)


def remove_item(p: Paragraf) -> tuple[Handelse, ...]:
    """Take an item off the agenda before it is treated; nothing when something is recorded."""
    recorded = p.overlaggning_avslutad or is_done(p) or any(getattr(p, name) for name in SAID)
    return () if recorded else (Struket(id=p.id),)
