"""Quick lines from a text file: the same parser and services as the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from protokoll_tui.domain.clean import clean
from protokoll_tui.quickline import Inmatning, parse
from protokoll_tui.services import texter
from protokoll_tui.services.borjan import first_open
from protokoll_tui.services.session import Session
from protokoll_tui.storage.meeting_file import decode_text, read_bytes


@dataclass(frozen=True)
class Spelat:
    """How it went: entries taken, lines kept as notes to be mended, lines left out because the §
    they were meant for does not exist, and marks by line number."""

    antal: int = 0
    fel: int = 0
    utelamnade: int = 0
    anmarkningar: tuple[tuple[int, str], ...] = ()
    ej_sparat: tuple[int, str] | None = None

    def left_out(self, nr: int, why: str) -> Spelat:
        """The same with one more line that was left out."""
        marks = (*self.anmarkningar, (nr, why))
        return replace(self, utelamnade=self.utelamnade + 1, anmarkningar=marks)


def read_script(source: str, keyboard: BinaryIO) -> str:
    """The text of a script: a file's, or what is typed where ``source`` is ``-``.

    Raises ProtokollError when it cannot be read or is not UTF-8.
    """
    path = Path(source)
    return decode_text(keyboard.read() if source == "-" else read_bytes(path)[0], path)


def play(session: Session, script: str, start: str = "") -> Spelat:
    """Record each line of a script, from the § ``start`` or the first that is open.

    Blank lines and lines that begin with ``#`` are skipped. A line that goes to a § that does not
    exist is not recorded, and nor are those after it, until one names a § that does: they were
    meant for another § than the one it stood in. It stops at a line that cannot be saved.
    """
    lage, told = _Lage(start or first_open(session)), Spelat()
    for nr, line in enumerate(clean(script).split("\n"), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            lage, told = _play_line(session, _Rad(nr, line), lage, told)
        if told.ej_sparat:
            break
    return told


@dataclass(frozen=True)
class _Rad:
    nr: int
    text: str


@dataclass(frozen=True)
class _Lage:
    """The § that lines go to; ``vilse`` says why they may not, since it is not the one meant."""

    paragraf: str
    vilse: str = ""


def _play_line(session: Session, rad: _Rad, lage: _Lage, told: Spelat) -> tuple[_Lage, Spelat]:
    inmatning = parse(rad.text, session.kontext(lage.paragraf))
    missing = _missing_section(session, inmatning)
    if missing is not None:
        lost = texter.AFTER_LOST_MOVE.format(paragraf=missing, rad=rad.nr)
        return replace(lage, vilse=lost), told.left_out(rad.nr, texter.LOST_MOVE.format(nr=missing))
    if lage.vilse and not _names_its_section(inmatning):
        return lage, told.left_out(rad.nr, lage.vilse)
    return _record(session, rad, lage, told)


def _missing_section(session: Session, inmatning: Inmatning) -> int | None:
    """The number of the § that a line goes to, where there is none with it."""
    there = {p.nr for p in session.state.paragraf}
    return inmatning.nr if inmatning.verb == "gå" and inmatning.nr not in {None, *there} else None


def _names_its_section(inmatning: Inmatning) -> bool:
    """Whether a line means the same wherever it stands: a § by its number, or a new one."""
    return inmatning.verb == "är" or (inmatning.verb == "gå" and inmatning.nr is not None)


def _record(session: Session, rad: _Rad, lage: _Lage, told: Spelat) -> tuple[_Lage, Spelat]:
    last, besked = session.record(rad.text, lage.paragraf)
    marks = (*told.anmarkningar, *((rad.nr, mark) for mark in last.anmarkningar))
    told = replace(told, anmarkningar=marks)
    if besked is not None and not besked.taken:
        return lage, replace(told, ej_sparat=(rad.nr, besked.text))
    unread = last.oklar or "okand_rad" in last.tolkning.anmarkningar
    told = replace(told, antal=told.antal + (besked is not None), fel=told.fel + unread)
    target = last.tolkning.ga_till
    return (_Lage(target) if target else lage), told
