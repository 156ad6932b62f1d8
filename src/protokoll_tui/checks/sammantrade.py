"""How the meeting is held: distance, doors, times, the chair, who signs, who else is there."""

from __future__ import annotations

from collections.abc import Iterator

from protokoll_tui.checks import texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.domain.narvaro import DeltagareSlag, RorelseSlag
from protokoll_tui.domain.paragraf import UTAN_BESLUT
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.justeringar import justering_of, recorded
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rostlangd import challenged, rostlangd, serving
from protokoll_tui.procedure.steg import is_done

BOARDS = ("kommunstyrelsen", "regionstyrelsen")
"""The organs that personalföreträdare have no right to attend (7 kap. 11 § KL)."""


def distance_not_allowed(m: Mote) -> Iterator[Brist]:
    """R38: at a distance only as fullmäktige has decided (5 kap. 16 §, 6 kap. 24 § KL)."""
    if m.gang.organ.organ.distans:
        return
    organ = m.gang.organ.organ.namn
    for vem in sorted(m.gang.upprop.distans):
        yield Brist(texter.DISTANCE_OFF.format(vem=m.namn(vem), organ=organ))
    for step in m.gang.steg:
        for vem in sorted(step.efter.distans - step.fore.distans):
            text = texter.DISTANCE_OFF.format(vem=m.namn(vem), organ=organ)
            yield Brist(text, step.paragraf, step.rorelse.id if step.rorelse else "")


def lost_at_the_decision(m: Mote) -> Iterator[Brist]:
    """R38: all must see and hear each other when the organ decides (5 kap. 16 § KL)."""
    for p in (p for p in m.state.paragraf if is_done(p)):
        for row in rostlangd(m.gang, p):
            if row.tappad:
                yield Brist(texter.LOST_AT_DECISION.format(vem=m.namn(row.vem)), p.id)


def distance_untried(m: Mote) -> Iterator[Brist]:
    """R38: that sight and sound were tried is noted."""
    anyone = m.gang.upprop.distans or any(s.efter.distans for s in m.gang.steg)
    if anyone and m.state.distans_provad is False:
        yield Brist(texter.DISTANCE_UNTRIED)


def doors_in_fullmaktige(m: Mote) -> Iterator[Brist]:
    """R219: closed doors in fullmäktige take a decision (5 kap. 42 § KL)."""
    for p in m.state.paragraf if m.fullmaktige else ():
        for d in p.stangda_dorrar:
            if d.beslutat is False:
                yield Brist(texter.DOORS_UNDECIDED, p.id, d.id)


def doors_in_open_namnd(m: Mote) -> Iterator[Brist]:
    """R39: always closed for myndighetsutövning and secret data (6 kap. 25 § KL)."""
    for p in m.state.paragraf if m.gang.organ.organ.oppet and not m.fullmaktige else ():
        if (p.sekretess or p.myndighetsutovning) and not p.stangda_dorrar:
            yield Brist(texter.DOORS_OPEN, p.id)


def without_time(m: Mote) -> Iterator[Brist]:
    """R197: an arrival or departure has its time."""
    untimed = {RorelseSlag.BYTER, RorelseSlag.DISTANS, RorelseSlag.UTEBLIR}
    for p in m.state.paragraf:
        for r in p.rorelse:
            if r.tid is None and r.slag not in untimed:
                yield Brist(texter.NO_TIME.format(vem=m.namn(r.vem)), p.id, r.id)


def times_out_of_order(m: Mote) -> Iterator[Brist]:
    """R197: no movement is before the meeting began, or before one that came earlier."""
    last, day = m.state.start, m.state.datum
    for step in m.gang.steg:
        now, r = step.dag, step.rorelse
        if now != day:
            last, day = None, now
        if r is None or r.tid is None:
            continue
        if last is not None and r.tid < last:
            text = texter.too_early(m.namn(r.vem), r.tid, last)
            yield Brist(text, step.paragraf, r.id)
        last = max(r.tid, last or r.tid)


def new_day_untold(m: Mote) -> Iterator[Brist]:
    """R2, R13: on another day others may serve; nothing is said of who came."""
    told = {step.dag for step in m.gang.steg if step.rorelse is not None}
    day = m.state.datum
    for p in m.state.paragraf if m.gang.registrerat else ():
        now = m.gang.at(p.id).dag
        if now not in (day, *told):
            yield Brist(texter.NEW_DAY, p.id)
        day = now


def nobody_chairs(m: Mote) -> Iterator[Brist]:
    """R225: somebody chairs each § (5 kap. 72 § p. 5, 6 kap. 22 § KL)."""
    for p in m.treated():
        chair = presides(m.state, p)
        if chair and chair not in serving(m.gang, p):
            yield Brist(texter.NO_CHAIR.format(vem=m.namn(chair)), p.id)


def justering_overlaps(m: Mote) -> Iterator[Brist]:
    """R23: every § belongs to one justering."""
    for p in m.state.paragraf:
        if sum(p.id in j.paragrafer for j in recorded(m.state)) > 1:
            yield Brist(texter.TWICE_CHOSEN, p.id)
        elif recorded(m.state) and justering_of(m.state, p) is None:
            yield Brist(texter.NOT_CHOSEN, p.id)


def at_once_undecided(m: Mote) -> Iterator[Brist]:
    """R22: what is justerat at once has been decided and written."""
    for p in m.state.paragraf:
        decides = p.slag not in UTAN_BESLUT and p.utgar is False
        if decides and p.omedelbart_justerad is not False and not p.beslut:
            yield Brist(texter.AT_ONCE_UNDECIDED, p.id)


def unfit_to_sign(m: Mote) -> Iterator[Brist]:
    """R23: who signs a § beside its chair was there, and took part in it."""
    for p in m.treated():
        j = justering_of(m.state, p) if is_done(p) else None
        out, there, chair = challenged(p), m.there(p), presides(m.state, p)
        for sig in j.justerare if j else ():
            text = texter.SIGNS_AND_CHAIRS if sig == chair else ""
            text = text or (texter.SIGNS_THOUGH_OUT if sig in out else "")
            text = text or ("" if sig in there else texter.SIGNS_THOUGH_AWAY)
            if text:
                yield Brist(text.format(vem=m.namn(sig)), p.id)


def staff_representatives(m: Mote) -> Iterator[Brist]:
    """R227: personalföreträdare, how many and where (7 kap. 10–17 §§ KL)."""
    kind = DeltagareSlag.PERSONALFORETRADARE
    staff = [(d, places) for d, places in attending(m.state) if d.slag is kind]
    if staff and m.gang.organ.organ.namn in BOARDS:
        yield Brist(texter.STAFF_IN_BOARD.format(organ=m.gang.organ.organ.namn))
    if len(staff) > 3:
        yield Brist(texter.STAFF_TOO_MANY)
    for n, p in enumerate(m.state.paragraf):
        there = any(n in places for _, places in staff)
        if there and p.myndighetsutovning:
            yield Brist(texter.STAFF_IN_AUTHORITY, p.id)


SAMMANTRADE: Kontroller = (
    Kontroll("R225", "5 kap. 72 § p. 5, 6 kap. 22 § KL", Allvar.FEL, nobody_chairs),
    Kontroll("R38", "5 kap. 16 §, 6 kap. 24 § KL", Allvar.HANDE, distance_not_allowed),
    Kontroll("R38", "5 kap. 16 §, 6 kap. 24 § KL", Allvar.HANDE, lost_at_the_decision),
    Kontroll("R38", "5 kap. 16 §, 6 kap. 24 § KL", Allvar.VARNING, distance_untried),
    Kontroll("R219", "5 kap. 42 § KL", Allvar.VARNING, doors_in_fullmaktige),
    Kontroll("R39", "6 kap. 25 § KL", Allvar.VARNING, doors_in_open_namnd),
    Kontroll("R197", "5 kap. 66 § KL", Allvar.VARNING, without_time),
    Kontroll("R197", "5 kap. 66 § KL", Allvar.VARNING, times_out_of_order),
    Kontroll("R2", "5 kap. 66 § KL", Allvar.UPPLYSNING, new_day_untold),
    Kontroll("R23", "5 kap. 69 § KL", Allvar.FEL, justering_overlaps),
    Kontroll("R23", "5 kap. 69 § KL", Allvar.VARNING, unfit_to_sign),
    Kontroll("R22", "5 kap. 69 § KL", Allvar.VARNING, at_once_undecided),
    Kontroll("R227", "7 kap. 10–17 §§ KL", Allvar.VARNING, staff_representatives),
)
