"""The mandates of a file held against those of the roster: new, changed, ended. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from protokoll_tui.domain.kommun import PRESIDIUM, Kommun, Mandat, Roll
from protokoll_tui.reading import texter
from protokoll_tui.reading.kolumner import Falt
from protokoll_tui.reading.uppdrag import Brist, Kolumner


@dataclass(frozen=True)
class Rad:
    """A mandate that the file wants, with its row."""

    nr: int
    mandat: Mandat


@dataclass
class Mandatval:
    """The mandates of a roster while a file's are laid to them.

    ``kommun`` has the persons and organs as they will be. ``nu`` begins as the roster's mandates,
    in their order; what the file has of them is in ``tagna``, by place, with its row. ``kvar`` is
    what it does not have, where nothing is ended. The mandates of ``skyddade`` are not ended: the
    file has them, on rows that are left out.
    """

    kommun: Kommun
    kolumner: Kolumner
    skyddade: frozenset[str] = frozenset()
    nu: list[Mandat] = field(default_factory=list)
    brister: list[Brist] = field(default_factory=list)
    avslutade: list[Mandat] = field(default_factory=list)
    kvar: list[Mandat] = field(default_factory=list)
    tagna: dict[int, int] = field(default_factory=dict)

    _utelamnade: set[tuple[str, str]] = field(default_factory=set)
    _platser: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for mandat in self.kommun.mandat:
            self._take_up(mandat)

    def _take_up(self, mandat: Mandat) -> None:
        self._platser[mandat.organ].append(len(self.nu))
        self.nu.append(mandat)

    def lay(self, rows: Sequence[Rad], ersatt: bool, dag: date) -> None:
        """Lay the rows to the roster; where ``ersatt``, end what the file does not have."""
        rest = [row for row in self._without_doubles(rows) if not self._is_there(row)]
        newest = {
            organ: _newest([row for row in rows if row.mandat.organ == organ], dag)
            for organ in dict.fromkeys(row.mandat.organ for row in rows)
        }
        if ersatt:
            for organ, day in newest.items():
                self._end(organ, day, dag)
        for row in rest:
            self._add(row)
        if not ersatt:
            self.kvar = [m for organ, day in newest.items() for m in self._left(organ, day, dag)]

    def _without_doubles(self, rows: Sequence[Rad]) -> list[Rad]:
        """The rows but those of a ledamot who stands as one of the presidium on another row."""
        presiding: dict[tuple[str, str], list[Rad]] = defaultdict(list)
        for row in rows:
            if row.mandat.roll in PRESIDIUM and row.mandat.person:
                presiding[row.mandat.organ, row.mandat.person].append(row)
        kept = []
        for row in rows:
            mine = presiding[row.mandat.organ, row.mandat.person]
            chair = next((other for other in mine if _overlap(other.mandat, row.mandat)), None)
            if row.mandat.roll is Roll.LEDAMOT and chair:
                text = texter.ALSO_MEMBER.format(roll=chair.mandat.roll, rad=chair.nr)
                self.brister.append(self.kolumner.fault(row.nr, text, Falt.ROLL))
            else:
                kept.append(row)
        return kept

    def _is_there(self, row: Rad) -> bool:
        """Whether the roster has the mandate; it then takes on what the file says of its end."""
        found = self._same(row.mandat)
        if found is None:
            return False
        if found in self.tagna:
            text = texter.TWICE_IN_FILE.format(rad=self.tagna[found])
            self.brister.append(self.kolumner.fault(row.nr, text, *_NAME))
            return True
        self.tagna[found] = row.nr
        self.nu[found] = _updated(self.nu[found], row.mandat)
        return True

    def _same(self, wanted: Mandat) -> int | None:
        """The place of the mandate with the same holder, organ and role on the same days."""
        alike = [
            at
            for at in self._platser[wanted.organ]
            for m in [self.nu[at]]
            if _who(m) == _who(wanted) and m.roll is wanted.roll and _overlap(m, wanted)
            if wanted.fran is None or m.fran in {None, wanted.fran}
            if not (m.vakant and at in self.tagna)
        ]
        return next(iter(alike), None)

    def _missing(self, organ: str, dag: date) -> list[int]:
        """The places of the organ's mandates that the file does not have and that are not over."""
        return [
            at
            for at in self._platser[organ]
            if at not in self.tagna and self.nu[at].person not in self.skyddade
            if not _is_over(self.nu[at], dag)
        ]

    def _left(self, organ: str, newest: date, dag: date) -> list[Mandat]:
        """The organ's mandates of the day that the file does not have; a row of their holder that
        is left out is told of by itself."""
        missing = [self.nu[at] for at in self._missing(organ, max(newest, dag))]
        held = [m for m in missing if m.person and not m.vakant and m.runs(dag)]
        return [m for m in held if (organ, m.person) not in self._utelamnade]

    def _end(self, organ: str, newest: date, dag: date) -> None:
        """End the organ's mandates that the file does not have, on the day before its newest."""
        for at in self._missing(organ, max(newest, dag)):
            mandat = self.nu[at]
            # One who began with the newest of them has served since, until now.
            first = newest if _start(mandat) < newest else dag
            if _start(mandat) < first:
                self.nu[at] = replace(mandat, till=first - timedelta(days=1))
                self.avslutade.append(self.nu[at])
            else:
                self.brister.append(self._not_ended(mandat))

    def _not_ended(self, mandat: Mandat) -> Brist:
        vem, organ = _name(self.kommun, mandat), self.kommun.find_organ(mandat.organ).namn
        return Brist(0, 0, "", texter.NOT_ENDED.format(vem=vem, dag=mandat.fran, organ=organ))

    def _add(self, row: Rad) -> None:
        if self._is_there(row):
            return
        if fault := self._obstacle(row.mandat):
            text, falt = fault
            self.brister.append(self.kolumner.fault(row.nr, text, *falt, utelamnad=True))
            self._utelamnade.add((row.mandat.organ, row.mandat.person))
            return
        self.tagna[len(self.nu)] = row.nr
        self._take_up(row.mandat)

    def _obstacle(self, new: Mandat) -> tuple[str, tuple[Falt, ...]] | None:
        """Why a mandate cannot be laid to those there are, and in which column it shows."""
        held = (self.nu[at] for at in self._platser[new.organ])
        there = [mandat for mandat in held if _overlap(mandat, new)]
        namn = _name(self.kommun, new)
        organ = self.kommun.find_organ(new.organ)
        if own := next((m for m in there if m.person and m.person == new.person), None):
            had = texter.had_already(namn, own, organ.namn)
            return had, (Falt.FRAN,) if own.roll is new.roll else (Falt.ROLL,)
        chair = next((m for m in there if m.roll is Roll.ORDFORANDE), None)
        if new.roll is Roll.ORDFORANDE and chair:
            other = _name(self.kommun, chair)
            return texter.SECOND_CHAIR.format(vem=other, organ=organ.namn), (Falt.ROLL,)
        count = _most_at_once(new, there)
        if organ.platser is not None and new.roll is not Roll.ERSATTARE and count > organ.platser:
            told = texter.no_seat(organ.namn, organ.platser, count)
            return told, (Falt.ROLL,)
        return None


_NAME = (Falt.NAMN, Falt.EFTERNAMN, Falt.FORNAMN)


def _who(mandat: Mandat) -> tuple[str, str, bool, str]:
    """Whose a mandate is: a person's, or an empty seat of a party."""
    return mandat.organ, mandat.person, mandat.vakant, mandat.parti if mandat.vakant else ""


def _newest(rows: Sequence[Rad], dag: date) -> date:
    """The latest day until now on which a mandate of the file begins; where all begin later, the
    first of those days."""
    begins = [row.mandat.fran for row in rows if row.mandat.fran]
    until_now = [day for day in begins if day <= dag]
    return max(until_now) if until_now else min(begins, default=dag)


def _is_over(mandat: Mandat, dag: date) -> bool:
    return mandat.till is not None and mandat.till < dag


def _start(mandat: Mandat) -> date:
    return mandat.fran or date.min


def _overlap(one: Mandat, other: Mandat) -> bool:
    first = max(one.fran or date.min, other.fran or date.min)
    return first <= min(one.till or date.max, other.till or date.max)


def _updated(old: Mandat, new: Mandat) -> Mandat:
    """A mandate with what the file says of it; what the file does not say stays."""
    return replace(
        old,
        fran=new.fran or old.fran,
        till=new.till or old.till,
        ordning=old.ordning if new.ordning is None else new.ordning,
        valkrets=new.valkrets or old.valkrets,
    )


def _most_at_once(new: Mandat, there: Iterable[Mandat]) -> int:
    """How many hold a seat with the new one, on the day when they are most."""
    seats = [m for m in there if m.roll is not Roll.ERSATTARE]
    days = {max(m.fran or date.min, new.fran or date.min) for m in (new, *seats)}
    return max(1 + sum(m.runs(day) for m in seats) for day in days)


def _name(kommun: Kommun, mandat: Mandat) -> str:
    return kommun.name_of(mandat.person) or "vakant"
