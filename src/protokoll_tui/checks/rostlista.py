"""The röstlängd: one row per seat, whose marks they are, and whether the numbers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from protokoll_tui.checks import beslutstexter as texter
from protokoll_tui.checks.fynd import Allvar, Brist, Kontroll, Kontroller, Mote
from protokoll_tui.checks.underlag import Rostning, asked, underlag, voted
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Rost, Rostmarke, Votering
from protokoll_tui.procedure.jav import challenged, challenged_anywhere, persons
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rakning import FIELD_OF, is_called, marks

VOTED = (Rostmarke.JA, Rostmarke.NEJ, Rostmarke.AVSTAR)
"""Marks of those who take part in a vote."""


def _lists(m: Mote) -> Iterator[tuple[Paragraf, Votering]]:
    """Each röstlängd, under the vote that holds it."""
    yield from ((p, r.egen) for p, r in voted(m) if r.egen.rostlangd)


def changed_after_klubbslag(m: Mote) -> Iterator[Brist]:
    """R77: after the klubbslag no vote is cast, changed or taken back."""
    for p, v in _lists(m):
        for row in v.rostlangd:
            if row.stod and row.rost and row.stod is not row.rost:
                names = {"vem": m.namn(row.person), "stod": row.stod, "rost": row.rost}
                yield Brist(texter.CHANGED.format(**names), p.id, v.id)


def chair_not_last(m: Mote) -> Iterator[Brist]:
    """R77: whoever chairs votes last."""
    for p, v in _lists(m):
        chair = v.ordforande or presides(m.state, p)
        names = [row.person for row in v.rostlangd if row.person and row.rost in VOTED]
        if chair in names[:-1]:
            yield Brist(texter.CHAIR_NOT_LAST.format(vem=m.namn(chair)), p.id, v.id)


def twice(m: Mote) -> Iterator[Brist]:
    """R103: one row per seat, and nobody on two."""
    for p, v in _lists(m):
        for sig, n in Counter(row.person for row in v.rostlangd if row.person).items():
            if n > 1:
                yield Brist(texter.TWICE.format(vem=m.namn(sig)), p.id, v.id)
        for seat, n in Counter(row.plats for row in v.rostlangd if row.plats).items():
            if n > 1:
                yield Brist(texter.SEAT_TWICE.format(vem=m.namn(seat)), p.id, v.id)


def not_serving(m: Mote) -> Iterator[Brist]:
    """R103: those who vote are those who serve (5 kap. 67 § p. 5 KL)."""
    for p, v in _lists(m) if m.gang.registrerat else ():
        # What a jävig does has a finding of its own, and so has a vote under the wrong name.
        may = m.served(p) | challenged_anywhere(p) | {row.person for row, _ in _misnamed(m, p, v)}
        for row in v.rostlangd:
            if row.rost in VOTED and row.person and row.person not in may:
                yield Brist(texter.NOT_SERVING.format(vem=m.namn(row.person)), p.id, v.id)


def for_ledamot(m: Mote) -> Iterator[Brist]:
    """R109: the vote of an ersättare stands under the ersättare's own name."""
    for p, v in _lists(m) if m.gang.registrerat else ():
        for row, vem in _misnamed(m, p, v):
            text = texter.FOR_LEDAMOT.format(ledamot=m.namn(row.person), vem=m.namn(vem))
            yield Brist(text, p.id, v.id)


def _misnamed(m: Mote, p: Paragraf, v: Votering) -> Iterator[tuple[Rost, str]]:
    """Rows under the ledamot's name where another served on the seat all through the §."""
    skede = m.gang.at(p.id)
    first, last = skede.borjan.platser, skede.beslut.platser
    for row in v.rostlangd:
        vem = last.get(row.plats, "")
        if vem in ("", row.person) or row.person != row.plats or vem != first.get(row.plats):
            continue
        if row.rost in VOTED:
            yield row, vem


def seats(m: Mote) -> Iterator[Brist]:
    """R103: ja, nej, avstår, deltar inte, absent and empty are together the seats.

    A count that is not stated is not zero.
    """
    platser = m.gang.organ.antal
    for p, r in voted(m) if platser else ():
        v = r.egen
        if is_called(v) and len(v.rostlangd) != platser:
            text = texter.SEATS.format(rader=len(v.rostlangd), platser=platser)
            yield Brist(text, p.id, v.id)
        if v.antal:
            counts = [getattr(v.antal, name) for name in FIELD_OF.values()]
            total = sum(n or 0 for n in counts)
            if total > platser:
                yield Brist(texter.TOO_MANY.format(summa=total, platser=platser), p.id, v.id)
            elif None not in counts and total < platser:
                yield Brist(texter.NOT_ALL.format(summa=total, platser=platser), p.id, v.id)


def more_than_serve(m: Mote) -> Iterator[Brist]:
    """R103: no more vote than serve and take part, also where counts alone are known."""
    for p, r in voted(m) if m.gang.registrerat else ():
        antal = r.egen.antal
        if antal is None or is_called(r.egen):
            continue
        there = m.served(p) - challenged(p)
        out = _taking_no_part(p) & there if underlag(p).on_matter(r.fraga) else frozenset[str]()
        may = min(len(there), m.gang.organ.antal or len(there)) - len(out)
        cast = sum(n or 0 for n in (antal.ja, antal.nej, antal.avstar))
        # More than the seats is found by ``seats``.
        if may < cast <= (m.gang.organ.antal or cast):
            text = texter.MORE_THAN_SERVE.format(summa=cast, antal=may)
            yield Brist(text, p.id, r.egen.id)


def _taking_no_part(p: Paragraf) -> frozenset[str]:
    """Signatures of those who take no part in the whole decision, whatever happens."""
    whole = (d for d in p.deltar_inte if not (d.punkter or d.villkor or d.om_faller))
    return frozenset(sig for d in whole for sig in persons(d.av))


def other_count(m: Mote) -> Iterator[Brist]:
    """R214: the list of names has the numbers that are stated."""
    for p, v in _lists(m):
        if v.antal is None or not is_called(v):
            continue
        listed = marks(v.rostlangd)
        for name in FIELD_OF.values():
            said, there = getattr(v.antal, name), getattr(listed, name)
            if said is not None and said != there:
                text = texter.OTHER_COUNT.format(rader=there, marke=texter.MARKS[name], antal=said)
                yield Brist(text, p.id, v.id)


def marks_merged(m: Mote) -> Iterator[Brist]:
    """R104: to abstain, to take no part and to be jävig are different things."""
    for p, r in voted(m):
        out = _taking_no_part(p)
        if out and underlag(p).on_matter(r.fraga):
            for row in r.egen.rostlangd:
                if row.person in out and row.rost in VOTED:
                    text = texter.TAKES_NO_PART.format(vem=m.namn(row.person), rost=row.rost)
                    yield Brist(text, p.id, r.egen.id)
        for row in r.egen.rostlangd if p.jav else ():
            if row.rost is Rostmarke.DELTAR_INTE and row.person in challenged(p):
                yield Brist(texter.JAV_AS_ABSENT.format(vem=m.namn(row.person)), p.id, r.egen.id)


def same_bilaga(m: Mote) -> Iterator[Brist]:
    """R107: with several votes in a § each list tells which it is of."""
    for here in asked(m):
        own: list[Rostning] = [r for r in here.rostningar if r.egen.bilaga and not r.egen.lista]
        for n, r in enumerate(own):
            if any(r.egen.bilaga == o.egen.bilaga for o in own[:n]):
                text = texter.SAME_BILAGA.format(bilaga=r.egen.bilaga)
                yield Brist(text, here.p.id, r.egen.id)


ROSTLISTA: Kontroller = (
    Kontroll("R77", "arbetsordningen", Allvar.HANDE, changed_after_klubbslag),
    Kontroll("R77", "arbetsordningen", Allvar.VARNING, chair_not_last),
    Kontroll("R103", "5 kap. 67 § p. 5 KL", Allvar.FEL, twice),
    Kontroll("R103", "5 kap. 67 § p. 5 KL", Allvar.FEL, not_serving),
    Kontroll("R109", "5 kap. 67 § p. 5 KL", Allvar.FEL, for_ledamot),
    Kontroll("R103", "5 kap. 67 § p. 5 KL", Allvar.FEL, seats),
    Kontroll("R103", "5 kap. 67 § p. 5 KL", Allvar.FEL, more_than_serve),
    Kontroll("R214", "5 kap. 67 § p. 5 KL", Allvar.FEL, other_count),
    Kontroll("R104", "5 kap. 67 § p. 5 KL", Allvar.FEL, marks_merged),
    Kontroll("R107", "5 kap. 67 § p. 5 KL", Allvar.FEL, same_bilaga),
)
