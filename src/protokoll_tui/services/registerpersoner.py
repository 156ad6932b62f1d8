"""Who a name in a file is: someone in the roster, someone new, or one to ask about. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from protokoll_tui.domain.kommun import Partitid, Person
from protokoll_tui.reading import texter
from protokoll_tui.reading.kolumner import Falt
from protokoll_tui.reading.namn import name_key
from protokoll_tui.reading.uppdrag import Brist, Kolumner, Uppdrag
from protokoll_tui.services.registerplan import Onskan, Partifraga, Partisvar
from protokoll_tui.services.signaturer import is_usable, propose_signature
from protokoll_tui.swedish.folding import fold


@dataclass
class _En:
    """One name with one party in the file, and the rows that it stands on."""

    namn: str
    parti: str
    rader: list[Uppdrag]

    @property
    def nyckel(self) -> str:
        return f"{name_key(self.namn)}|{self.parti}"

    @property
    def spann(self) -> tuple[date, date]:
        """The first and the last day of its mandates."""
        starts = [row.fran or date.min for row in self.rader]
        return min(starts), max(row.till or date.max for row in self.rader)


@dataclass
class Personval:
    """The persons of a roster while a file is held against them.

    ``efter`` is the roster's persons with those that have changed party, then the new ones;
    ``vem`` says who each row is about, by its number.
    """

    fore: Sequence[Person]
    kolumner: Kolumner
    onskan: Onskan
    koder: set[str]
    efter: list[Person] = field(default_factory=list)
    vem: dict[int, str] = field(default_factory=dict)
    brister: list[Brist] = field(default_factory=list)
    fragor: list[Partifraga] = field(default_factory=list)
    _spann: dict[str, tuple[date, date]] = field(default_factory=dict)
    _namn: dict[str, str] = field(default_factory=dict)
    _platser: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def match(self, rows: Sequence[Uppdrag]) -> None:
        """Find or make the person of every row that names one."""
        for known in self.fore:
            self._take_up(known)
        everyone = _persons_of(rows)
        names = Counter(name_key(one.namn) for one in everyone)
        for one in [one for one in everyone if not one.parti and names[name_key(one.namn)] > 1]:
            # The file has the name in several parties, and does not say here which.
            self._unsure(one)
            everyone.remove(one)
        exact = {one.nyckel: found for one in everyone if (found := self._exact(one))}
        held = {p.sig for found in exact.values() for p in found}
        for one in everyone:
            found = exact.get(one.nyckel, [])
            person = self._one_of(one, found) if found else self._other(one, held)
            if person is not None:
                self._remember(one, person)

    def _remember(self, one: _En, person: Person) -> None:
        first, last = self._spann.get(person.sig, one.spann)
        begins, ends = one.spann
        self._spann[person.sig] = min(first, begins), max(last, ends)
        self.vem |= {row.rad: person.sig for row in one.rader}
        for row in one.rader[:1]:
            if row.signatur and row.signatur != person.sig and not self._is_new(person):
                text = texter.SIG_KEPT.format(namn=person.namn, sig=person.sig)
                self._told(row, text, Falt.SIGNATUR)

    def _is_new(self, person: Person) -> bool:
        return all(known.sig != person.sig for known in self.fore)

    def _namesakes(self, one: _En) -> list[Person]:
        return [self.efter[at] for at in self._platser[name_key(one.namn)]]

    def _take_up(self, person: Person) -> None:
        self._platser[name_key(person.namn)].append(len(self.efter))
        self.efter.append(person)
        self._namn[person.sig] = person.namn

    def _exact(self, one: _En) -> list[Person]:
        """Those with the name who have, or had, the party; without a party all of the name."""
        there = self._namesakes(one)
        if not one.parti:
            return [person for person in there if not person.parti] or there
        wanted = fold(one.parti)
        now = [p for p in there if fold(p.parti) == wanted]
        return now or [p for p in there if wanted in {fold(t.parti) for t in p.tidigare_parti}]

    def _one_of(self, one: _En, found: list[Person]) -> Person | None:
        signed = [p for p in found if any(row.signatur == p.sig for row in one.rader)]
        if len(found) == 1 or signed:
            return (signed or found)[0]
        self._unsure(one)
        return None

    def _unsure(self, one: _En) -> None:
        text = texter.SEVERAL_NAMESAKES.format(namn=one.namn)
        self._left_out(one, text, Falt.NAMN, Falt.EFTERNAMN, Falt.FORNAMN)

    def _other(self, one: _En, held: set[str]) -> Person | None:
        """One who is not in the roster with that party: new, or a question."""
        others = [p for p in self._namesakes(one) if p.sig not in held and self._may_be(p, one)]
        if not others:
            return self._new(one)
        person = others[0]
        fraga = Partifraga(
            one.nyckel, one.rader[0].rad, one.namn, person.sig, person.parti, one.parti
        )
        self.fragor.append(fraga)
        match self.onskan.answer(fraga):
            case Partisvar.SAMMA:
                return self._changed(person, one.parti)
            case Partisvar.ANNAN:
                return self._new(one)
        self._left_out(one, texter.other_party(one.namn, person.parti, one.parti), Falt.PARTI)
        return None

    def _may_be(self, person: Person, one: _En) -> bool:
        """Whether the file's own dates leave it open that the two are one."""
        if person.sig not in self._spann:
            return True
        first, last = self._spann[person.sig]
        begins, ends = one.spann
        return last < begins or ends < first

    def _changed(self, person: Person, parti: str) -> Person:
        before = Partitid(parti=person.parti, till=self.onskan.bytesdag - timedelta(days=1))
        new = replace(person, parti=parti, tidigare_parti=(*person.tidigare_parti, before))
        self.efter[self.efter.index(person)] = new
        return new

    def _new(self, one: _En) -> Person:
        person = Person(sig=self._signature(one), namn=one.namn, parti=one.parti)
        self._take_up(person)
        return person

    def _signature(self, one: _En) -> str:
        owners = self._namn
        given = next((row for row in one.rader if row.signatur), None)
        if given is None:
            return propose_signature(one.namn, owners.keys() | self.koder)
        if given.signatur not in owners and is_usable(given.signatur):
            return given.signatur
        proposed = propose_signature(one.namn, owners.keys() | self.koder)
        owner = owners.get(given.signatur, "")
        text = texter.sig_refused(given.signatur, owner, one.namn, proposed)
        self._told(given, text, Falt.SIGNATUR)
        return proposed

    def _told(self, row: Uppdrag, text: str, *falt: Falt) -> None:
        self.brister.append(self.kolumner.fault(row.rad, text, *falt))

    def _left_out(self, one: _En, text: str, *falt: Falt) -> None:
        faults = (self.kolumner.fault(r.rad, text, *falt, utelamnad=True) for r in one.rader)
        self.brister += [replace(fault, namn=one.namn) for fault in faults]


def _persons_of(rows: Sequence[Uppdrag]) -> list[_En]:
    """Each name with each party, in the order of the file; a row without party is one of those
    that have one, where there is one only."""
    parties: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if row.namn and row.parti:
            parties[name_key(row.namn)][row.parti] = None
    found: dict[tuple[str, str], _En] = {}
    for row in rows:
        if not row.namn:
            continue
        key = name_key(row.namn)
        parti = row.parti or (next(iter(parties[key])) if len(parties[key]) == 1 else "")
        found.setdefault((key, parti), _En(row.namn, parti, [])).rader.append(row)
    return list(found.values())
