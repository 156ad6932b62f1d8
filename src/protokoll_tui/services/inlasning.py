"""Reading a foreign register into the roster: read, map, plan, carry out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from protokoll_tui.domain.kommun import Kommun, Mandat, Organ
from protokoll_tui.reading import texter
from protokoll_tui.reading.datum import parse_day
from protokoll_tui.reading.kolumner import (
    Falt,
    best_table,
    folded,
    heading_row,
    headings_of,
    propose,
    samples_of,
)
from protokoll_tui.reading.namn import name_key
from protokoll_tui.reading.process import read_file
from protokoll_tui.reading.tabell import Kalla, Tabell, column_letter
from protokoll_tui.reading.uppdrag import Brist, Kolumner, Uppdrag, read_rows, with_column
from protokoll_tui.services.register import read_roster_file, roster_path
from protokoll_tui.services.registermandat import Mandatval, Rad
from protokoll_tui.services.registernamn import Organen, Partier, organ_misspelt
from protokoll_tui.services.registerpersoner import Personval
from protokoll_tui.services.registerplan import Onskan, Plan
from protokoll_tui.storage.column_memory import recall_columns, remember_columns
from protokoll_tui.storage.kommun_file import KommunFil
from protokoll_tui.storage.kommun_write import write_kommun
from protokoll_tui.swedish.folding import fold

FALT = tuple(falt.value for falt in Falt)
"""What a column can hold, in words."""


@dataclass(frozen=True)
class Inlasning:
    """A foreign file as read, what its columns are taken for, and the roster it is for.

    ``mal`` is the roster's file, which may not be there yet; ``minns`` tells that the columns are
    those that the user chose for the same headings before.
    """

    fil: Path
    mal: Path
    kalla: Kalla
    tabell: Tabell
    rubrikrad: int
    kolumner: Kolumner
    roster: KommunFil
    minns: bool = False

    def samples(self, column: int) -> tuple[str, ...]:
        """Three values of a column, to see what it holds."""
        return samples_of(self.tabell, self.rubrikrad, column)

    def with_column(self, column: int, falt: str) -> Inlasning:
        """With one column taken for something else, one of ``FALT``."""
        columns = with_column(self.kolumner.falt, column, Falt(falt))
        return replace(self, kolumner=replace(self.kolumner, falt=columns))

    def find_column(self, word: str) -> int | None:
        """The column with that heading or letter."""
        headings = [folded(heading) for heading in self.kolumner.rubriker]
        if folded(word) and folded(word) in headings:
            return headings.index(folded(word))
        letters = [column_letter(at) for at in range(len(headings))]
        return letters.index(word.strip().upper()) if word.strip().upper() in letters else None


def begin(fil: Path, mal: Path) -> Inlasning:
    """Read a foreign file, in a child process, for the roster in ``mal`` (a file or a folder).

    Raises ProtokollError; nothing is changed.
    """
    kalla = read_file(fil)
    tabell = best_table(kalla.tabeller)
    row = heading_row(tabell)
    headings = headings_of(tabell, row)
    # The user may have written in the file that remembers: what is no field is no memory.
    known = [field for field in recall_columns(headings) if field in FALT]
    minns = bool(headings) and len(known) == len(headings)
    columns = tuple(map(Falt, known)) if minns else propose(headings)
    path = roster_path(mal)
    there = path.is_file()
    roster = read_roster_file(path) if there else KommunFil(Kommun(), None, (), ())
    kolumner = Kolumner(headings, columns)
    return Inlasning(fil, path, kalla, tabell, row, kolumner, roster, minns)


def parse_wished_day(text: str) -> date | None:
    """A day that the user wrote; None for nothing. Raises ValueError for what is no day."""
    return parse_day(text)


def missing_columns(kolumner: Kolumner) -> tuple[str, ...]:
    """What no column holds and without which no mandate can be read."""
    lacking = []
    if not kolumner.has(Falt.NAMN, Falt.EFTERNAMN):
        lacking.append(texter.COLUMN_NAME)
    return tuple(lacking)


def known_organs(lasning: Inlasning) -> tuple[Organ, ...]:
    """The organs of the roster, then those that the file names."""
    organs = Organen(list(lasning.roster.kommun.organ))
    rows, _ = read_rows(lasning.tabell, lasning.rubrikrad, lasning.kolumner)
    for row in rows:
        if row.organ:
            organs.find_or_make(row.organ)
    return (*organs.kanda, *organs.nya)


def plan_of(lasning: Inlasning, onskan: Onskan) -> Plan:
    """What the file would do to the roster. Changes nothing, raises nothing."""
    kommun = lasning.roster.kommun
    rows, faults = read_rows(lasning.tabell, lasning.rubrikrad, lasning.kolumner)
    if missing_columns(lasning.kolumner):
        return Plan(kommun, kommun)
    return _Planering(kommun, lasning.kolumner, onskan).plan(rows, faults)


def carry_out(lasning: Inlasning, plan: Plan) -> Path:
    """Write the roster of a plan, and remember what the columns were taken for.

    Out: the roster's file. Raises ProtokollError; the roster is then as it was.
    """
    write_kommun(lasning.mal, lasning.roster, plan.efter)
    remember_columns(lasning.kolumner.rubriker, [f.value for f in lasning.kolumner.falt])
    return lasning.mal


class _Planering:
    """One plan while it is made."""

    def __init__(self, kommun: Kommun, kolumner: Kolumner, onskan: Onskan) -> None:
        self.fore = kommun
        self.kolumner = kolumner
        self.onskan = onskan
        self.partier = Partier(list(kommun.parti))
        self.organen = Organen(list(kommun.organ))
        self.brister: list[Brist] = []
        self.nya_partier: dict[str, Brist] = {}

    def plan(self, rows: Sequence[Uppdrag], faults: Sequence[Brist]) -> Plan:
        here, elsewhere = self._of_the_organ(self._rightly_spelt(rows))
        here = [self._with_party(row) for row in here]
        persons = self._persons(here)
        wanted = self._wanted(here, persons.vem)
        between = replace(
            self.fore,
            organ=(*self.fore.organ, *self.organen.nya),
            parti=(*self.fore.parti, *self.partier.nya),
            person=tuple(persons.efter),
        )
        told = [*faults, *self.brister, *persons.brister]
        left_out = {name_key(fault.namn) for fault in told if fault.namn}
        held = frozenset(p.sig for p in self.fore.person if name_key(p.namn) in left_out)
        mandates = Mandatval(between, self.kolumner, held)
        mandates.lay(wanted, self.onskan.ersatt, self.onskan.dag)
        return self._result(between, persons, mandates, told, elsewhere)

    def _rightly_spelt(self, rows: Sequence[Uppdrag]) -> list[Uppdrag]:
        """The rows but those whose organ is as likely a slip for one of the roster or the file."""
        lines = Counter(row.organ for row in rows if row.organ)
        new = [name for name, _ in lines.most_common() if self.organen.find(name) is None]
        slips: dict[str, str] = {}
        for name in new:
            if known := organ_misspelt(name, [o.namn for o in self.organen.kanda]):
                slips[name] = texter.ORGAN_MISSPELT.format(organ=name, kant=known)
            elif common := organ_misspelt(name, (n for n in new if lines[n] > lines[name])):
                count = lines[name]
                slips[name] = texter.ORGAN_MISSPELT_IN_FILE.format(
                    organ=name, antal=count, kant=common
                )
        for row in (row for row in rows if row.organ in slips):
            self._left_out(row, slips[row.organ])
        return [row for row in rows if row.organ not in slips]

    def _of_the_organ(self, rows: Sequence[Uppdrag]) -> tuple[list[Uppdrag], int]:
        """The rows of the organ asked for, those that name none among them, and how many others."""
        if not self.onskan.organ:
            return list(rows), 0
        organ = self.organen.find_or_make(self.onskan.organ)
        named = [replace(row, organ=row.organ or organ.namn) for row in rows]
        here = [row for row in named if self.organen.find(row.organ) is organ]
        return here, len(rows) - len(here)

    def _with_party(self, row: Uppdrag) -> Uppdrag:
        known = set(self.partier.okanda)
        kod = self.partier.kod(row.parti)
        if self.partier.okanda - known:
            text = texter.NEW_PARTY.format(parti=row.parti)
            self.nya_partier[kod] = self.kolumner.fault(row.rad, text, Falt.PARTI)
        return replace(row, parti=kod)

    def _persons(self, rows: Sequence[Uppdrag]) -> Personval:
        # A line takes a party's letters for its group: no new signature may be the same.
        codes = {fold(p.kod) for p in (*self.fore.parti, *self.partier.nya)}
        persons = Personval(self.fore.person, self.kolumner, self.onskan, codes)
        persons.match(rows)
        return persons

    def _wanted(self, rows: Sequence[Uppdrag], vem: Mapping[int, str]) -> list[Rad]:
        if not self.kolumner.has(Falt.ROLL):
            return []
        found = []
        for row in rows:
            if not row.organ:
                self._left_out(row, texter.NO_ORGAN)
            elif row.roll is not None and (row.vakant or row.rad in vem):
                found.append(Rad(row.rad, self._mandate(row, vem.get(row.rad, ""))))
        return found

    def _left_out(self, row: Uppdrag, text: str) -> None:
        fault = self.kolumner.fault(row.rad, text, Falt.ORGAN, utelamnad=True)
        self.brister.append(replace(fault, namn=row.namn))

    def _mandate(self, row: Uppdrag, sig: str) -> Mandat:
        assert row.roll is not None
        return Mandat(
            person="" if row.vakant else sig,
            organ=self.organen.find_or_make(row.organ).id,
            roll=row.roll,
            parti=row.parti if row.vakant else "",
            valkrets=row.valkrets,
            ordning=row.ordning,
            vakant=row.vakant,
            fran=row.fran,
            till=row.till,
        )

    def _result(
        self,
        between: Kommun,
        persons: Personval,
        mandates: Mandatval,
        told: Sequence[Brist],
        elsewhere: int,
    ) -> Plan:
        count = len(self.fore.mandat)
        before, after = self.fore.mandat, tuple(mandates.nu)
        between = self._of_use(between, persons.vem, mandates)
        ended = set(map(id, mandates.avslutade))
        pairs = [(b, a) for b, a in zip(before, after, strict=False) if b != a]
        added = {self.nya_partier[p.kod] for p in between.parti if p.kod in self.nya_partier}
        faults = sorted({*told, *mandates.brister, *added}, key=_place)
        return Plan(
            fore=self.fore,
            efter=replace(between, mandat=after),
            organ=between.organ[len(self.fore.organ) :],
            partier=between.parti[len(self.fore.parti) :],
            personer=between.person[len(self.fore.person) :],
            bytta=tuple(
                (b, a) for b, a in zip(self.fore.person, persons.efter, strict=False) if b != a
            ),
            mandat=after[count:],
            andrade=tuple((b, a) for b, a in pairs if id(a) not in ended),
            avslutade=tuple(a for _, a in pairs if id(a) in ended),
            kvar=tuple(mandates.kvar),
            brister=tuple(faults),
            fragor=tuple(persons.fragor),
            oforandrade=sum(1 for at in mandates.tagna if at < count and before[at] == after[at]),
            andra_organ=elsewhere,
        )

    def _of_use(self, between: Kommun, vem: Mapping[int, str], mandates: Mandatval) -> Kommun:
        """Without the new persons whose every row is left out, and what they alone needed."""
        out = {fault.rad for fault in (*mandates.brister, *self.brister) if fault.utelamnad}
        needed = {sig for nr, sig in vem.items() if nr not in out}
        known = {person.sig for person in self.fore.person}
        persons = tuple(p for p in between.person if p.sig in known | needed)
        codes = {p.parti for p in persons} | {mandat.parti for mandat in mandates.nu}
        organs = {mandat.organ for mandat in mandates.nu}
        return replace(
            between,
            person=persons,
            parti=tuple(p for p in between.parti if p in self.fore.parti or p.kod in codes),
            organ=tuple(o for o in between.organ if o in self.fore.organ or o.id in organs),
        )


def _place(fault: Brist) -> tuple[bool, int, int, str]:
    """Faults in the order of the file; last those that are about no row of it."""
    return not fault.rad, fault.rad, fault.kolumn, fault.text
