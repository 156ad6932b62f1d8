"""The list of who was there, for the front page and for an extract (section 4: försättsblad)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import PRESIDIUM
from protokoll_tui.domain.narvaro import DeltagareSlag
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.justeringar import justering_of, justeringar
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.platser import Plats
from protokoll_tui.rendering.aktorer import person_view
from protokoll_tui.rendering.narvaroposter import (
    BeslutandeVy,
    DagVy,
    DeltagareVy,
    JusteringVy,
    NarvaroVy,
    PartiVy,
    SignaturVy,
    SpannVy,
)
from protokoll_tui.rendering.narvarovy import Omgivning
from protokoll_tui.rendering.omstandigheter import clock
from protokoll_tui.rendering.tjanstetider import Ordning, Tider, came_and_left, gathered
from protokoll_tui.rendering.vy import PersonVy
from protokoll_tui.swedish.dates import NBSP, format_date, format_day, format_sections, format_span


def attendance_view(omgivning: Omgivning) -> NarvaroVy:
    """The whole meeting's list."""
    state = omgivning.state
    lista = _Lista(omgivning, state.paragraf)
    signing = _signings(omgivning)
    numbers = format_sections(Ordning(state.paragraf).numbers(range(len(state.paragraf))))
    return replace(
        lista.view(),
        dagar=_days(state),
        plats=state.plats,
        ovriga=_others(omgivning),
        justeringar=signing,
        utsedda=_chosen(omgivning),
        ordforande=_chairs(omgivning),
        signaturer=_signatures(omgivning, signing),
        paragrafer=numbers,
        nummer=numbers.partition(NBSP)[2],
        distans_provad=state.distans_provad is not False,
    )


def attendance_of(p: Paragraf, omgivning: Omgivning) -> NarvaroVy:
    """Those who take part in the decision of one §, for its extract."""
    return _Lista(omgivning, (p,), presides(omgivning.state, p)).view()


class _Lista:
    """The rows of those who are elected, over some §§."""

    def __init__(
        self, omgivning: Omgivning, paragrafer: tuple[Paragraf, ...], chair: str = ""
    ) -> None:
        self.omgivning = omgivning
        self.chair = chair
        self.ordning = Ordning(paragrafer)
        self.tider: Tider = gathered(omgivning, paragrafer)
        self.seats = {plats.namn: plats for plats in omgivning.gang.organ.platser}

    def view(self) -> NarvaroVy:
        order = {namn: n for n, namn in enumerate(self.seats)}
        held = sorted(
            {*self.tider.tjanst, *self.tider.del_av}, key=lambda k: order.get(k[0], len(order))
        )
        own = [self._row(seat, sig) for seat, sig in held if seat == sig]
        turn = {sig: n for n, sig in enumerate(self._elected())}
        first = {key: min(self.tider.tjanst.get(key) or {0}) for key in held}
        instead = sorted(
            (key for key in held if key[0] != key[1]),
            key=lambda key: (turn.get(key[1], len(turn)), first[key]),
        )
        others = [self._row(seat, sig) for seat, sig in instead]
        return NarvaroVy(
            ledamoter=tuple(own),
            ersattare=tuple(others),
            ej=tuple(self._idle(sig) for sig in self._elected() if sig in self.tider.inne),
            valda=tuple(self._anyone(sig) for sig in self._elected()),
            partier=_parties([row.vem for row in (*own, *others)]),
        )

    def _elected(self) -> tuple[str, ...]:
        """Ledamöter, then ersättare, then any other who was there, in the order of the roster."""
        organ = self.omgivning.gang.organ
        own = [namn for namn, plats in self.seats.items() if not plats.vakant]
        listed = [e.sig for e in organ.ersattare]
        rest = [sig for sig in self.omgivning.state.ej_tjanstgor if sig in self.tider.inne]
        rest += sorted(sig for sig in self.tider.inne if self._unlisted(sig))
        return tuple(dict.fromkeys((*own, *listed, *rest)))

    def _unlisted(self, sig: str) -> bool:
        """Whether somebody who is there is neither elected nor a deltagare: as they said it."""
        return sig not in {d.vem for d, _ in attending(self.omgivning.state)}

    def _person(self, sig: str) -> PersonVy:
        return person_view(sig, self.omgivning.kommun)

    def _row(self, seat: str, sig: str) -> BeslutandeVy:
        own = seat == sig
        plats = self.seats.get(seat)
        came, left = came_and_left(sig, self.omgivning)
        del_av = self.tider.del_av.get((seat, sig), set())
        vid = self.tider.vid.get((seat, sig), {})
        for_whom = () if own or self.omgivning.vacant(seat) else (self._person(seat),)
        return BeslutandeVy(
            vem=self._person(sig),
            roll=self._role(sig, plats) if own else "",
            for_vem=for_whom,
            vakant=self.omgivning.vacant(seat),
            spann=self.ordning.span(self.tider.tjanst.get((seat, sig), set()) - del_av - set(vid)),
            jav=self.ordning.jav_rows(sig, self.tider),
            distans=self._distance(sig),
            del_av=format_sections(self.ordning.numbers(del_av)),
            vid=self.ordning.point_rows(vid),
            kom=came,
            gick=left,
            ersatt_av=self._replaced(sig) if own else (),
            i_beslut=self._decided(seat, sig),
        )

    def _decided(self, seat: str, sig: str) -> bool:
        """Whether somebody took part in some decision on a seat."""
        whole = self.tider.tjanst.get((seat, sig), set())
        return bool(whole - self.tider.jav.get(sig, set()))

    def _distance(self, sig: str) -> SpannVy | None:
        places = self.tider.distans.get(sig)
        return self.ordning.span(places) if places else None

    def _role(self, sig: str, plats: Plats | None) -> str:
        """The role on the list; in the list of a §, "ordförande" is the one who chaired it."""
        first = PRESIDIUM[0]
        role = plats.roll if plats is not None and plats.roll in PRESIDIUM else None
        if sig == self.chair:
            role = first
        elif self.chair:
            role = None if role is first else role
        elif sig == self.omgivning.state.ordforande:
            role = role or first
        return role.value if role else ""

    def _replaced(self, seat: str) -> tuple[PersonVy, ...]:
        row = (sig for plats, sig in self.tider.tjanst if plats == seat and sig != seat)
        return tuple(self._person(sig) for sig in dict.fromkeys(row))

    def _idle(self, sig: str) -> BeslutandeVy:
        came, left = came_and_left(sig, self.omgivning)
        return BeslutandeVy(
            vem=self._person(sig),
            spann=self.ordning.span(self.tider.inne[sig]),
            distans=self._distance(sig),
            kom=came,
            gick=left,
            i_beslut=False,
            tjanstgor=False,
        )

    def _anyone(self, sig: str) -> BeslutandeVy:
        """Somebody elected, whether there or not."""
        seats = self.tider.seats_of(sig)
        if seats:
            own = sig if sig in seats else seats[0]
            return self._row(own, sig)
        if sig in self.tider.inne:
            return self._idle(sig)
        role = self._role(sig, self.seats.get(sig))
        absent = SpannVy()
        return BeslutandeVy(
            self._person(sig), role, spann=absent, i_beslut=False, tjanstgor=False, narvarande=False
        )


def _parties(row: list[PersonVy]) -> tuple[PartiVy, ...]:
    found: dict[str, list[PersonVy]] = {}
    for person in dict.fromkeys(row):
        found.setdefault(person.parti, []).append(person)
    return tuple(PartiVy(parti, tuple(persons)) for parti, persons in found.items())


def _others(omgivning: Omgivning) -> tuple[DeltagareVy, ...]:
    """Those without a mandate: as recorded, who presented an item, and the secretary."""
    state, kommun = omgivning.state, omgivning.kommun
    ordning = Ordning(state.paragraf)
    rows: dict[str, DeltagareVy] = {}
    held: dict[tuple[str, str, DeltagareSlag, bool], set[int]] = {}
    for d, places in attending(state):
        titel = d.titel or omgivning.title(d.vem)
        held.setdefault((d.vem, titel, d.slag, d.distans), set()).update(places)
    for (vem, titel, slag, distans), those in held.items():
        who = person_view(vem, kommun)
        kept = replace(who, okand=False) if " " in who.namn else who
        span = ordning.span(those)
        rows[f"{len(rows)} {who.namn}"] = DeltagareVy(kept, titel, slag.value, span, distans)
    named = {row.vem.namn for row in rows.values()}
    rows |= {k: v for k, v in _presenters(omgivning).items() if v.vem.namn not in named}
    named |= {row.vem.namn for row in rows.values()}
    if state.sekreterare and (who := person_view(state.sekreterare, kommun)).namn not in named:
        titel = omgivning.title(state.sekreterare)
        rows[who.namn] = DeltagareVy(who, titel, "sekreterare")
    return tuple(rows.values())


def _presenters(omgivning: Omgivning) -> dict[str, DeltagareVy]:
    """Who presented which §§ ("Lotta Hagman, ekonomichef"); the elected are no guests."""
    state, kommun = omgivning.state, omgivning.kommun
    elected = set(kommun.valda(state.organ, state.datum))
    names = {person.namn for person in kommun.person if person.sig in elected}
    places: dict[str, set[int]] = {}
    known: dict[str, tuple[PersonVy, str]] = {}
    for n, p in enumerate(state.paragraf):
        for words in p.foredragande:
            name, _, titel = (part.strip() for part in words.partition(","))
            who = replace(person_view(name, kommun), okand=False)
            if who.namn not in names:
                places.setdefault(who.namn, set()).add(n)
                known.setdefault(who.namn, (who, titel or omgivning.title(who.sig)))
    slag, ordning = DeltagareSlag.FOREDRAGANDE.value, Ordning(state.paragraf)
    return {
        namn: DeltagareVy(*known[namn], slag, ordning.span(held)) for namn, held in places.items()
    }


def _days(state: Sammantrade) -> tuple[DagVy, ...]:
    """Each day with its times; a meeting that was broken off goes on another day (R13)."""
    days: list[DagVy] = []
    day, start, pauses = state.datum, state.start, list[str]()
    for a in (a for p in state.paragraf for a in p.ajournering):
        if a.datum is None:
            span = format_span(a.fran, a.till) if a.fran and a.till else clock(a.fran)
            pauses += [span] if span else []
            continue
        days.append(_day(day, start, a.fran, pauses))
        day, start, pauses = a.datum, a.till, []
    days.append(_day(day, start, state.slut, pauses))
    return tuple(days)


def _day(day: date | None, start: time | None, end: time | None, pauses: list[str]) -> DagVy:
    span = format_span(start, end) if start and end else ""
    written = format_day(day) if day else ""
    return DagVy(written, clock(start), clock(end), span, tuple(pauses))


def _signings(omgivning: Omgivning) -> tuple[JusteringVy, ...]:
    """Every justering with its §§ (R23)."""
    groups = justeringar(omgivning.state)
    return tuple(_signing(j, held, len(groups) == 1, omgivning) for j, held in groups)


def _chosen(omgivning: Omgivning) -> tuple[JusteringVy, ...]:
    """Those who are to justera, once for all the §§ that the same persons sign."""
    groups: dict[tuple[str, ...], tuple[Paragraf, ...]] = {}
    for j, held in justeringar(omgivning.state):
        groups[j.justerare] = (*groups.get(j.justerare, ()), *held)
    return tuple(
        _signing(Justering(justerare=who), held, len(groups) == 1, omgivning)
        for who, held in groups.items()
        if who
    )


def _signing(
    j: Justering, held: tuple[Paragraf, ...], alone: bool, omgivning: Omgivning
) -> JusteringVy:
    sections = format_sections([p.nr for p in held if p.nr is not None])
    return JusteringVy(
        justerare=tuple(person_view(sig, omgivning.kommun) for sig in j.justerare),
        ordforande=(person_view(j.ordforande, omgivning.kommun),) if j.ordforande else (),
        plats=j.plats,
        datum=format_date(j.datum) if j.datum else "",
        tid=clock(j.tid),
        paragrafer=sections,
        nummer=sections.partition(NBSP)[2],
        alla=alone and len(held) == len(omgivning.state.paragraf),
    )


def _chairs(omgivning: Omgivning, *, sign: bool = False) -> tuple[SignaturVy, ...]:
    """Who chaired which §§ at the decision (R225), or signs for it (R23)."""
    state, kommun = omgivning.state, omgivning.kommun
    places: dict[str, list[Paragraf]] = {}
    for p in state.paragraf:
        signing = justering_of(state, p) if sign else None
        sig = signing.ordforande if signing and signing.ordforande else presides(state, p)
        places.setdefault(sig, []).append(p)
    if not places:
        places[state.ordforande] = []
    return tuple(
        SignaturVy(
            "ordforande",
            (person_view(sig, kommun),) if sig else (),
            format_sections(p.nr for p in held if p.nr is not None) if len(places) > 1 else "",
        )
        for sig, held in places.items()
    )


def _signatures(omgivning: Omgivning, signing: tuple[JusteringVy, ...]) -> tuple[SignaturVy, ...]:
    """The lines to sign on: secretary, those who chaired, those who justera."""
    state = omgivning.state
    secretary = (person_view(state.sekreterare, omgivning.kommun),) if state.sekreterare else ()
    lines = [
        SignaturVy("justerare", (who,), "" if j.alla else j.paragrafer)
        for j in signing
        for who in j.justerare
    ]
    return (
        SignaturVy("sekreterare", secretary),
        *_chairs(omgivning, sign=True),
        *(lines or [SignaturVy("justerare")]),
    )
