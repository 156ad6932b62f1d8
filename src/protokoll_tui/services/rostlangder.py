"""The röstlängd of a vote: who is called, in what order, and the marks a line gives (R103)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Rost, Rostmarke
from protokoll_tui.procedure import Utfall, outcomes, points_hit
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rostlangd import Langdrad, rostlangd
from protokoll_tui.quickline.rostrad import Rostsida
from protokoll_tui.services.tolkning import Rum

_FELL = {Utfall.AVSLAGET, Utfall.FALLET}


def at_vote(rum: Rum, q: Fraga) -> tuple[Rost, ...]:
    """One row for each seat, the chair last (R77). Nothing where no upprop is recorded.

    Marked already: an empty seat, who takes no part in the decision, who has lost the connection.
    """
    if not rum.gang.registrerat:
        return ()
    p = rum.paragraf
    chair = presides(rum.state, p)
    out = _apart(p, q)
    rows = [_row(row, out) for row in rostlangd(rum.gang, p, _point_of(p, q))]
    return tuple(sorted(rows, key=lambda row: row.person == chair != ""))


def _row(row: Langdrad, out: frozenset[str]) -> Rost:
    mark = None
    if not row.vem:
        mark = Rostmarke.TOM_PLATS
    elif row.vem in out:
        mark = Rostmarke.DELTAR_INTE
    elif row.tappad:
        mark = Rostmarke.FRANVARANDE
    return Rost(plats=row.plats, person=row.vem, rost=mark)


def _point_of(p: Paragraf, q: Fraga) -> int | None:
    """The point that a question is about alone: jäv may differ from point to point."""
    points = {n for svar in q.svar for n in points_hit(p, svar)}
    return points.pop() if len(points) == 1 else None


def _apart(p: Paragraf, q: Fraga) -> frozenset[str]:
    """Who takes no part in what is voted on (R42): a condition has come true, a point is meant."""
    points = {n for svar in q.svar for n in points_hit(p, svar)}
    # What is voted on has not fallen yet, whatever the chair found.
    unsettled = tuple(replace(o, funnet=None) if o.id == q.id else o for o in p.fraga)
    asked = any(d.om_faller for d in p.deltar_inte)
    fates = outcomes(replace(p, fraga=unsettled)) if asked else {}
    return frozenset(
        sig
        for d in p.deltar_inte
        if not d.punkter or (points and points <= set(d.punkter))
        if not d.om_faller or fates.get(d.om_faller) in _FELL
        for aktor in d.av
        for sig in aktor.signaturer
    )


def called(
    rows: tuple[Rost, ...], sidor: Iterable[Rostsida], traced: bool = False
) -> tuple[Rost, ...]:
    """The rows with the marks of a line: first "alla", then those who are named, the last counts.

    Marks from before are kept where the line says nothing else. ``traced``: a mark that is changed
    leaves what stood there. Who has no seat gets a row of its own: what was said is kept.
    """
    sidor = tuple(sidor)
    named = {sig: Rostmarke(s.marke) for s in sidor for a in s.vem for sig in _persons(a)}
    everyone = next((Rostmarke(s.marke) for s in reversed(sidor) if s.alla), None)
    found = tuple(_called(row, named, everyone, traced) for row in rows)
    seated = {row.person for row in rows}
    extra = (Rost(person=sig, rost=mark) for sig, mark in named.items() if sig not in seated)
    return (*found, *extra)


def _persons(aktor: Aktor) -> tuple[str, ...]:
    return aktor.signaturer or ((aktor.ord,) if aktor.ord else ())


def _called(
    row: Rost, named: dict[str, Rostmarke], everyone: Rostmarke | None, traced: bool
) -> Rost:
    new = named.get(row.person, row.rost or everyone) if row.person else row.rost
    if traced and row.rost and new is not row.rost:
        return replace(row, rost=new, stod=row.stod or row.rost)
    return replace(row, rost=new)
