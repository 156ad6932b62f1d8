"""Made-up meetings for the properties of who serves: rosters, statements, records by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import TypeAlias

from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, Partiordning, Person, Roll, Vaxling
from protokoll_tui.domain.narvaro import TOM, Fas, Rorelse, RorelseSlag, Tjanst
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.intrade import (
    after_arrival,
    after_leaving,
    at_upprop,
    instead_of,
    taking,
)
from protokoll_tui.procedure.jav import challenged, challenged_anywhere, stand_in_for, stand_ins
from protokoll_tui.procedure.narvaro import AVGANG, Gang, Narvaro, gang
from protokoll_tui.procedure.platser import besattning
from protokoll_tui.procedure.rostlangd import at_decision
from tests.procedure.rum import DAY, KF, NAMND

PARTIES = "ABCDE"
ITEMS = 6
FASER = tuple(Fas)

Said: TypeAlias = tuple[str, int, int, int]
"""What is said: a kind, and three numbers that pick who, whom or where."""

KINDS = (
    *(
        "kommer",
        "går",
        "går",
        "kommer",
        "till",
        "tappar",
        "åter",
        "byter",
        "distans",
        "utvisas",
        "uteblir",
    ),
    *("jäv", "jäv", "punkt", "prövas", "ordförande", "paus", "dag", "nästa", "nästa", "fas", "fas"),
)
SAID = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.integers(0, 26), st.integers(0, 26), st.integers(0, ITEMS)
    ),
    min_size=4,
    max_size=18,
)


@st.composite
def rosters(draw: st.DrawFn) -> Kommun:
    """An organ of 3–15 seats and 0–10 ersättare from 1–5 parties, some seats vacant."""
    seats, subs = draw(st.integers(3, 15)), draw(st.integers(0, 10))
    parties = PARTIES[: draw(st.integers(1, 5))]
    picks = draw(st.lists(st.integers(0, 4), min_size=seats + subs, max_size=seats + subs))
    vacant = draw(st.sets(st.integers(1, seats - 1), max_size=3))
    numbered, kretsar = draw(st.booleans()), draw(st.booleans())
    slag = draw(st.sampled_from((NAMND, KF)))
    rule = draw(st.sampled_from(tuple(Vaxling)))
    mandates = []
    for n, pick in enumerate(picks):
        sub = n >= seats
        mandates.append(
            Mandat(
                person="" if n in vacant else f"e{n - seats}" if sub else f"l{n}",
                organ="n",
                roll=Roll.ERSATTARE if sub else Roll.ORDFORANDE if n == 0 else Roll.LEDAMOT,
                parti=parties[pick % len(parties)],
                valkrets=("norra", "södra")[pick % 2] if kretsar else "",
                ordning=(7 * n) % 11 if sub and numbered else None,
            )
        )
    organ = Organ(
        id="n",
        namn="nämnden",
        slag=slag,
        distans=True,
        platser=seats + draw(st.integers(0, 1)),
        vaxeltjanstgoring=rule,
        partiordning=(Partiordning(parti="A", sedan=("C", "B")),),
    )
    people = (Person(sig=m.person, namn=m.person, parti=m.parti) for m in mandates if m.person)
    return Kommun(
        organ=(organ,), person=(*people, Person(sig="zz", namn="zz")), mandat=(*mandates,)
    )


@dataclass(repr=False, eq=False)
class Mote:
    """A meeting that is recorded as the lines do it: the order says who steps in."""

    kommun: Kommun
    state: Sammantrade
    here: int = 0
    fas: int = 0
    day: date = DAY
    now: int = 0
    found: list[Rorelse | Jav] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def __repr__(self) -> str:
        """What was said, which is all that a failure needs to tell beside the roster."""
        return f"{_seats(self.kommun)}, upprop {_short(self.state.tjanstgor)}, {self.said}"

    @classmethod
    def begin(cls, kommun: Kommun, absent: int) -> Mote:
        """The upprop: all are there, but for those that the bits of a number leave out."""
        organ = besattning(kommun, "n", DAY)
        people = [m.person for m in kommun.mandat if m.person]
        here = {sig for n, sig in enumerate(people) if not absent >> n & 1}
        serves = at_upprop(organ, here)
        busy = {t.vem for t in serves}
        items = tuple(Paragraf(id=f"p{n}", nr=n) for n in range(ITEMS))
        rest = tuple(sig for sig in people if sig in here and sig not in busy)
        state = Sammantrade(
            id="m", organ="n", datum=DAY, tjanstgor=serves, ej_tjanstgor=rest, paragraf=items
        )
        return cls(kommun, replace(state, ordforande="l0"))

    @property
    def p(self) -> Paragraf:
        return self.state.paragraf[self.here]

    @property
    def gang(self) -> Gang:
        return gang(self.state, self.kommun)

    def room(self) -> Narvaro:
        skede = self.gang.at(self.p.id)
        return (skede.borjan, skede.beslut, skede.slut)[self.fas]

    def sig(self, n: int) -> str:
        people = [m.person for m in self.kommun.mandat if m.person]
        return people[n % len(people)]

    def say(self, said: Said) -> None:
        """Record one statement."""
        kind, a, b, c = said
        self.said.append(said)
        self.now += 1
        match kind:
            case "nästa":
                self.here, self.fas = min(self.here + 1, ITEMS - 1), 0
            case "fas":
                self.fas = min(self.fas + 1, 2)
            case "paus" | "dag":
                self._pause(kind == "dag", stays=c % 2 == 1)
            case "ordförande":
                chair = Ordforandeskap(id=self._id("o"), vem=self.sig(a), till_paragraf=f"p{c}")
                self._put(replace(self.p, ordforandeskap=(*self.p.ordforandeskap, chair)))
            case "jäv" | "punkt" | "prövas":
                self._challenge(kind, a, b, c)
            case _:
                self._move(kind, a, b, c)

    def _id(self, letter: str) -> str:
        return f"{letter}{self.now}"

    def _put(self, p: Paragraf) -> None:
        items = (p if q.id == p.id else q for q in self.state.paragraf)
        self.state = replace(self.state, paragraf=tuple(items))

    def _pause(self, other_day: bool, *, stays: bool) -> None:
        if other_day:
            self.day += timedelta(days=1)
        day, fas = (self.day, FASER[self.fas] if stays else None) if other_day else (None, None)
        pause = Ajournering(id=self._id("u"), fran=time(14), till=time(15), datum=day, fas=fas)
        self._put(replace(self.p, ajournering=(*self.p.ajournering, pause)))
        if other_day and not stays:
            # The day turns with the item: what is said next is said in another.
            self.here, self.fas = min(self.here + 1, ITEMS - 1), 0

    def _challenge(self, kind: str, a: int, b: int, c: int) -> None:
        av = dict.fromkeys((self.sig(a), self.sig(b)) if c % 3 == 0 else (self.sig(a),))
        points = (1 + c % 3,) if kind == "punkt" else ()
        jav = Jav(
            id=self._id("j"),
            av=tuple(Aktor(person=sig) for sig in av),
            punkter=points,
            provning=Provning.PROVAS if kind == "prövas" else Provning.ANMALD,
        )
        if kind != "prövas":
            went, p = self.gang, self.p
            where = points or (None, 1, 2, 3)
            busy = {s for n in where for s in challenged(p, n)}
            busy.update(s for n in where for s in at_decision(went, p, n).tjanstgor)
            steps_in = instead_of(went.organ, went.at(p.id).beslut, av, busy)
            jav = replace(jav, tjanst=steps_in)
        self.found.append(jav)
        self._put(replace(self.p, jav=(*self.p.jav, jav)))

    def _move(self, kind: str, a: int, b: int, c: int) -> None:
        vem, room, organ = self.sig(a), self.room(), self.gang.organ
        fas = FASER[self.fas]
        slag = {
            "tappar": RorelseSlag.TAPPAR,
            "åter": RorelseSlag.ATER,
            "byter": RorelseSlag.BYTER,
            "distans": RorelseSlag.DISTANS,
            "utvisas": RorelseSlag.VISAS_UT,
            "uteblir": RorelseSlag.UTEBLIR,
        }.get(kind, RorelseSlag.GAR if vem in room.inne else RorelseSlag.KOMMER)
        out = challenged_anywhere(self.p) | stand_ins(self.p) if fas is not Fas.EFTER else ()
        seats: tuple[Tjanst, ...] = ()
        if slag is RorelseSlag.DISTANS and vem not in room.inne:
            slag = RorelseSlag.KOMMER
        seat = room.seat_of(vem)
        steps_in = stand_in_for(self.p, vem, seat) if fas is not Fas.EFTER else ""
        if slag in AVGANG and steps_in:
            seats = (Tjanst(vem=steps_in, ersatter=seat),)
        elif slag in AVGANG:
            seats = after_leaving(organ, room, vem, out)
        elif slag in (RorelseSlag.KOMMER, RorelseSlag.ATER):
            seats = after_arrival(organ, room, vem, out)
        elif slag is RorelseSlag.BYTER:
            seat = organ.platser[b % len(organ.platser)].namn
            if vem not in room.inne or room.seat_of(vem) or organ.seat(vem):
                return
            seats = taking(organ, room, vem, seat, out)
        till = f"p{min(self.here + c % 3, ITEMS - 1)}" if kind == "till" else ""
        days = [a.datum for a in self.p.ajournering if a.datum and a.fas is fas]
        r = Rorelse(
            id=self._id("w"),
            slag=slag,
            vem=vem,
            fas=fas,
            tid=time(14),
            dag=days[-1] if days else None,
            till=till,
            tjanst=seats,
        )
        self.found.append(r)
        self._put(replace(self.p, rorelse=(*self.p.rorelse, r)))


@st.composite
def meetings(draw: st.DrawFn) -> Mote:
    """A meeting as the lines make it."""
    mote = Mote.begin(draw(rosters()), draw(st.integers(0, 2**12)) if draw(st.booleans()) else 0)
    for said in draw(SAID):
        mote.say(said)
    return mote


# Records as nobody would write them


def _sigs(kommun: Kommun) -> st.SearchStrategy[str]:
    people = [m.person for m in kommun.mandat if m.person]
    return st.sampled_from([*people, "zz", "okänd", ""])


def _seatings(kommun: Kommun) -> st.SearchStrategy[tuple[Tjanst, ...]]:
    vem = st.one_of(_sigs(kommun), st.just(TOM))
    where = st.one_of(_sigs(kommun), st.sampled_from(["", "vakant", "vakant2", "finns inte"]))
    return st.lists(st.builds(Tjanst, vem=vem, ersatter=where), max_size=3).map(tuple)


@dataclass(frozen=True, repr=False)
class Skrivet:
    """A meeting as a hand wrote it."""

    kommun: Kommun
    state: Sammantrade

    def __repr__(self) -> str:
        """What of it bears on who serves."""
        lines = [_seats(self.kommun), f"upprop {_short(self.state.tjanstgor)}"]
        for p in self.state.paragraf:
            lines += [
                f"{p.id} {r.fas} {r.vem} {r.slag} till {r.till}: {_short(r.tjanst)}"
                for r in p.rorelse
            ]
            lines += [
                f"{p.id} jäv {[a.person for a in j.av]} {j.punkter} {j.provning}: "
                f"{_short(j.tjanst)}"
                for j in p.jav
            ]
        return "\n".join(lines)


def _short(seats: tuple[Tjanst, ...]) -> str:
    return " ".join(f"{t.vem}>{t.ersatter}" for t in seats)


def _seats(kommun: Kommun) -> str:
    seats = (f"{m.person or '-'}:{m.parti}/{m.valkrets}" for m in kommun.mandat)
    return f"{kommun.organ[0].slag} {kommun.organ[0].platser}: {' '.join(seats)}"


@st.composite
def by_hand(draw: st.DrawFn) -> Skrivet:
    """A meeting whose records say anything at all of who serves."""
    kommun = draw(rosters())
    sigs, seats = _sigs(kommun), _seatings(kommun)
    number = iter(range(1000))
    moves = st.builds(
        Rorelse,
        slag=st.sampled_from(RorelseSlag),
        vem=sigs,
        fas=st.sampled_from(Fas),
        till=st.sampled_from(["", "", "", *(f"p{n}" for n in range(4)), "finns inte"]),
        distans=st.booleans(),
        tjanst=seats,
    )
    javs = st.builds(
        Jav,
        av=st.lists(st.builds(Aktor, person=sigs), min_size=1, max_size=2).map(tuple),
        punkter=st.sampled_from([(), (), (1,), (2, 3)]),
        tjanst=seats,
        provning=st.sampled_from(Provning),
    )
    items = tuple(
        Paragraf(
            id=f"p{n}",
            nr=n,
            rorelse=tuple(
                replace(r, id=f"w{next(number)}") for r in draw(st.lists(moves, max_size=3))
            ),
            jav=tuple(replace(j, id=f"j{next(number)}") for j in draw(st.lists(javs, max_size=2))),
        )
        for n in range(4)
    )
    own = tuple(Tjanst(vem=m.person) for m in kommun.mandat if m.roll is not Roll.ERSATTARE)
    more = draw(st.lists(seats, max_size=2))
    head = (*own, *(t for row in more for t in row)) if draw(st.booleans()) else sum(more, ())
    state = Sammantrade(
        id="m",
        organ="n",
        datum=DAY,
        tjanstgor=head,
        ej_tjanstgor=tuple(draw(st.lists(sigs, max_size=3))),
        paragraf=items,
    )
    return Skrivet(kommun, state)


def moments(mote: Gang) -> Iterator[tuple[str, date | None, Narvaro]]:
    """Each room that the meeting went through, with its § and its day."""
    for step in mote.steg:
        yield step.paragraf, step.dag, step.efter
