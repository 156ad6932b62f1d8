"""Elections: that a closed ballot is secret and counted right, and what may be proportional."""

from __future__ import annotations

from collections.abc import Iterator

from protokoll_tui.checks import beslutstexter as texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.checks.underlag import Underlag, asked, decided, voted
from protokoll_tui.domain.forslag import Forslag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Proportionellt, Sluten
from protokoll_tui.procedure.kedja import ended
from protokoll_tui.procedure.omrostning import is_election
from protokoll_tui.procedure.rostlangd import serving
from protokoll_tui.procedure.val import (
    Uppdragsslag,
    kind_of,
    may_be_proportional,
    missing,
    organ_of,
)
from protokoll_tui.procedure.valmetod import adds_up, can_ask, lots, outcome, places, valkvot


def named_election(m: Mote) -> Iterator[Brist]:
    """R64: a vote in an election is closed (5 kap. 54 § KL)."""
    for p, r in voted(m):
        if is_election(p, r.fraga):
            yield Brist(texter.NAMED_ELECTION, p.id, r.egen.id)


def more_than_numbers(m: Mote) -> Iterator[Brist]:
    """R64: a closed ballot holds numbers; what else a file says of it may be a voter's name."""
    for p, _, s in _ballots(m):
        parts = (s, *s.resultat, *(r.pa for r in s.resultat), s.proportionellt or Proportionellt())
        keys = dict.fromkeys(key for part in parts for key, _ in part.okant)
        if keys:
            yield Brist(texter.MORE_THAN_NUMBERS.format(vad=", ".join(keys)), p.id, s.id)


def _ballots(m: Mote) -> Iterator[tuple[Paragraf, Fraga, Sluten]]:
    for here in asked(m):
        yield from ((here.p, q, s) for q in here.p.fraga for s in q.sluten)


def miscounted(m: Mote) -> Iterator[Brist]:
    """R80: the votes come from the ballots, and the ballots from those who serve."""
    for p, q, s in _ballots(m):
        if not adds_up(s, places(p, q)):
            yield Brist(texter.BALLOTS, p.id, s.id)
        there = len(serving(m.gang, p)) if m.gang.registrerat and s.avgivna else 0
        if there and (s.avgivna or 0) > max(there, len(m.served(p))):
            text = texter.TOO_MANY_BALLOTS.format(antal=s.avgivna, tjanstgor=there)
            yield Brist(text, p.id, s.id)


def no_lot(m: Mote) -> Iterator[Brist]:
    """R66, R80: at a tie in an election the lot decides (5 kap. 56 § KL)."""
    for here in decided(m):
        for q in here.p.fraga:
            counted = bool(q.sluten and q.sluten[-1].resultat)
            if counted and ended(here.p, q) is None:
                yield Brist(texter.NO_LOT, here.p.id, q.id)


def lot_elsewhere(m: Mote) -> Iterator[Brist]:
    """R80: the lot is between those who have as many votes."""
    for here in asked(m):
        for q in here.p.fraga:
            if not (q.sluten and q.sluten[-1].resultat and lots(q)):
                continue
            end = outcome(here.p, q)
            if set(lots(q)) - {*end.valda, *end.lika} or not end.lika:
                yield Brist(texter.LOT_ELSEWHERE, here.p.id, q.id)


def too_few_ask(m: Mote) -> Iterator[Brist]:
    """R81: as many as the quota ask for a proportional election (2 § lagen, 5 kap. 58 § KL)."""
    for p, q, s in _ballots(m):
        asked_by = s.proportionellt
        if asked_by is None or asked_by.begart_av is None or asked_by.narvarande is None:
            continue
        antal, there, n = asked_by.begart_av, asked_by.narvarande, places(p, q)
        if not can_ask(antal, there, n):
            text = texter.TOO_FEW_ASK.format(
                antal=antal, narvarande=there, platser=n, minst=valkvot(there, n)
            )
            yield Brist(text, p.id, s.id)


def presidium_proportional(m: Mote) -> Iterator[Brist]:
    """R230: a presidium is never elected proportionally (5 kap. 11, 58 §§ KL)."""
    for here, q, f in _proportional(m):
        if may_be_proportional(f.uppdrag) is False:
            yield Brist(texter.PRESIDIUM, here.p.id, q.id)


def substitutes_alone(m: Mote) -> Iterator[Brist]:
    """R82: ersättare are elected proportionally only where the ledamöter were."""
    for here, q, f in _proportional(m):
        if kind_of(f.uppdrag) is not Uppdragsslag.ERSATTARE:
            continue
        of = {i.id for i in here.p.forslag if _ledamot_beside(i, f)}
        others = [o for o in here.p.fraga if of & set(here.aims(o)) and ended(here.p, o)]
        if others and not any(o.sluten and o.sluten[-1].proportionellt for o in others):
            yield Brist(texter.SUBSTITUTES_ALONE, here.p.id, q.id)


def _ledamot_beside(i: Forslag, f: Forslag) -> bool:
    same = organ_of(i.uppdrag) == organ_of(f.uppdrag)
    return kind_of(i.uppdrag) is Uppdragsslag.LEDAMOT and same


def _proportional(m: Mote) -> Iterator[tuple[Underlag, Fraga, Forslag]]:
    """Each question settled by a proportional election, with one of its förslag."""
    for here in asked(m):
        for q in here.p.fraga:
            known = [here.forslag[id] for id in here.aims(q) if id in here.forslag]
            if known and q.sluten and q.sluten[-1].proportionellt:
                yield here, q, known[0]


def incomplete(m: Mote) -> Iterator[Brist]:
    """R79: who is elected has an uppdrag and a mandattid."""
    for here in decided(m):
        for f in (f for val in here.val for f in val.forslag):
            put_down = f.id in here.provade - here.bifallna
            if missing(f) and not put_down:
                names = (a.ord or m.namn(a.person) for a in f.kandidater)
                yield Brist(texter.incomplete(names, missing(f)), here.p.id, f.id)


VALKONTROLL: Kontroller = (
    Kontroll("R64", "5 kap. 54 § KL", Allvar.HANDE, named_election),
    Kontroll("R64", "5 kap. 54 § KL", Allvar.FEL, more_than_numbers),
    Kontroll("R80", "5 kap. 54 § KL", Allvar.FEL, miscounted),
    Kontroll("R80", "5 kap. 56 § KL", Allvar.FEL, no_lot),
    Kontroll("R80", "5 kap. 56 § KL", Allvar.FEL, lot_elsewhere),
    Kontroll("R81", "lagen om proportionella val, 5 kap. 58 § KL", Allvar.FEL, too_few_ask),
    Kontroll("R82", "lagen om proportionella val", Allvar.FEL, substitutes_alone),
    Kontroll("R230", "5 kap. 11 och 58 §§ KL", Allvar.FEL, presidium_proportional),
    Kontroll("R79", "praxis", Allvar.VARNING, incomplete),
)
