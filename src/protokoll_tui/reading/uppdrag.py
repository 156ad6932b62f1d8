"""The rows of a table as mandates in words, and what is wrong in them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from protokoll_tui.domain.kommun import Roll
from protokoll_tui.reading import texter
from protokoll_tui.reading.datum import IngetDatum, parse_day
from protokoll_tui.reading.kolumner import Falt
from protokoll_tui.reading.namn import Namn, join_name, parse_name, parse_party
from protokoll_tui.reading.roller import parse_role
from protokoll_tui.reading.tabell import Cell, Tabell, column_letter, words


@dataclass(frozen=True)
class Brist:
    """A fault of the source: its row and column, from 1 (0 = none), the column's heading, what is
    wrong. ``utelamnad`` = the row is not read in; ``namn`` is then whose it is."""

    rad: int
    kolumn: int
    rubrik: str
    text: str
    utelamnad: bool = False
    namn: str = ""

    @property
    def plats(self) -> str:
        """``rad 14, kolumn C (Parti)``; nothing where it is about no row of the source."""
        if not self.rad:
            return ""
        if not self.kolumn:
            return f"rad {self.rad}"
        heading = f" ({self.rubrik})" if self.rubrik else ""
        return f"rad {self.rad}, kolumn {column_letter(self.kolumn - 1)}{heading}"


@dataclass(frozen=True, kw_only=True)
class Uppdrag:
    """One row: somebody's mandate as the register has it. ``roll`` None = the row has none."""

    rad: int
    namn: str = ""
    parti: str = ""
    signatur: str = ""
    organ: str = ""
    roll: Roll | None = None
    vakant: bool = False
    fran: date | None = None
    till: date | None = None
    ordning: int | None = None
    valkrets: str = ""


@dataclass(frozen=True)
class Kolumner:
    """Which column holds what: the headings of a table and a field for each."""

    rubriker: tuple[str, ...]
    falt: tuple[Falt, ...]

    def index(self, *wanted: Falt) -> int | None:
        """The column of the first of the fields that has one."""
        return next((self.falt.index(falt) for falt in wanted if falt in self.falt), None)

    def has(self, *wanted: Falt) -> bool:
        """Whether a column holds one of the fields."""
        return self.index(*wanted) is not None

    def fault(self, rad: int, text: str, *falt: Falt, utelamnad: bool = False) -> Brist:
        """A fault in the column that holds one of the fields."""
        at = self.index(*falt)
        if at is None:
            return Brist(rad, 0, "", text, utelamnad)
        return Brist(rad, at + 1, self.rubriker[at], text, utelamnad)


def with_column(falt: Sequence[Falt], at: int, wanted: Falt) -> tuple[Falt, ...]:
    """The fields with one column's changed; a field that another column had moves here."""
    cleared = (Falt.INGET if f is wanted else f for f in falt)
    return tuple(wanted if n == at else f for n, f in enumerate(cleared))


def read_rows(
    tabell: Tabell, rubrikrad: int, kolumner: Kolumner
) -> tuple[tuple[Uppdrag, ...], tuple[Brist, ...]]:
    """The mandates below the headings, and faults by row and column. Raises nothing."""
    found: list[Uppdrag] = []
    faults: list[Brist] = []
    for nr, cells in enumerate(tabell.rader[rubrikrad + 1 :], rubrikrad + 2):
        if any(words(cell) for cell in cells):
            reader = _Rad(nr, cells, kolumner)
            uppdrag = reader.read()
            faults += reader.faults
            found += [uppdrag] if uppdrag else []
    return tuple(found), tuple(faults)


@dataclass
class _Rad:
    """One row while it is read."""

    nr: int
    cells: Sequence[Cell]
    kolumner: Kolumner
    faults: list[Brist] = field(default_factory=list)

    def cell(self, falt: Falt) -> Cell:
        at = self.kolumner.index(falt)
        return self.cells[at] if at is not None and at < len(self.cells) else ""

    def words(self, falt: Falt) -> str:
        return words(self.cell(falt))

    def fault(self, text: str, *falt: Falt, utelamnad: bool = False) -> None:
        self.faults.append(self.kolumner.fault(self.nr, text, *falt, utelamnad=utelamnad))

    def read(self) -> Uppdrag | None:
        """The row's mandate; None where it cannot be one."""
        name = self._name()
        roll, organ, number = self._role()
        fran, till = self._day(Falt.FRAN), self._day(Falt.TILL)
        if fran and till and till < fran:
            text = texter.ends_before(fran, till)
            self.fault(text, Falt.TILL, Falt.FRAN, utelamnad=True)
        ordning = self._order() if roll is Roll.ERSATTARE and number is None else number
        if any(fault.utelamnad for fault in self.faults):
            self.faults = [replace(fault, namn=name.namn) for fault in self.faults]
            return None
        return Uppdrag(
            rad=self.nr,
            namn=name.namn,
            parti=parse_party(self.words(Falt.PARTI)) or parse_party(name.parti),
            signatur=self.words(Falt.SIGNATUR).casefold(),
            organ=self.words(Falt.ORGAN) or organ,
            roll=roll,
            vakant=name.vakant,
            fran=fran,
            till=till,
            ordning=ordning,
            valkrets=self.words(Falt.VALKRETS),
        )

    def _name(self) -> Namn:
        whole = self.words(Falt.NAMN)
        first, last = self.words(Falt.FORNAMN), self.words(Falt.EFTERNAMN)
        name = parse_name(whole) if whole else join_name(first, last)
        columns = (Falt.NAMN, Falt.EFTERNAMN, Falt.FORNAMN)
        if name.tillagg:
            self.fault(texter.BRACKET.format(ord=name.tillagg), *columns)
        if not name.vakant and not any(char.isalpha() for char in name.namn):
            self.fault(texter.NO_PERSON, *columns, utelamnad=True)
        return name

    def _role(self) -> tuple[Roll | None, str, int | None]:
        if not self.kolumner.has(Falt.ROLL):
            return None, "", None
        text = self.words(Falt.ROLL)
        found = parse_role(text)
        if found[0] is None:
            told = texter.NO_ROLE.format(ord=text) if text else texter.EMPTY_ROLE
            self.fault(told, Falt.ROLL, utelamnad=True)
        return found

    def _day(self, falt: Falt) -> date | None:
        try:
            return parse_day(self.cell(falt), last=falt is Falt.TILL)
        except IngetDatum as error:
            self.fault(texter.NO_DAY.format(ord=error), falt, utelamnad=True)
            return None

    def _order(self) -> int | None:
        text = self.words(Falt.ORDNING).casefold().removeprefix("nr").strip(" .")
        if text.isdecimal() and text.isascii() and len(text) < 4:
            return int(text)
        if text:
            self.fault(texter.NO_ORDER.format(ord=text), Falt.ORDNING)
        return None
