"""Quick lines from a text file: the same parser and services as the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from protokoll_tui.domain.clean import clean
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.services.session import Session
from protokoll_tui.storage.meeting_file import decode_text, read_bytes


@dataclass(frozen=True)
class Spelat:
    """How it went: entries taken, lines kept as notes to be mended, and marks by line number."""

    antal: int = 0
    fel: int = 0
    anmarkningar: tuple[tuple[int, str], ...] = ()
    ej_sparat: tuple[int, str] | None = None


def read_script(source: str, keyboard: BinaryIO) -> str:
    """The text of a script: a file's, or what is typed where ``source`` is ``-``.

    Raises ProtokollError when it cannot be read or is not UTF-8.
    """
    path = Path(source)
    return decode_text(keyboard.read() if source == "-" else read_bytes(path)[0], path)


def play(session: Session, script: str, start: str = "") -> Spelat:
    """Record each line of a script, from the § ``start`` or the first that is open.

    Blank lines and lines that begin with ``#`` are skipped. It stops at a line that cannot be
    saved.
    """
    here = start or first_open(session)
    marks: list[tuple[int, str]] = []
    count = unread = 0
    for nr, line in enumerate(clean(script).split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        last, besked = session.record(line, here)
        marks += [(nr, mark) for mark in last.anmarkningar]
        if besked is not None and not besked.taken:
            return Spelat(count, unread, tuple(marks), (nr, besked.text))
        here = last.tolkning.ga_till or here
        count += besked is not None
        unread += last.oklar or "okand_rad" in last.tolkning.anmarkningar
    return Spelat(count, unread, tuple(marks))


def first_open(session: Session) -> str:
    """The id of the first § that is not done, else of the first."""
    paragrafer = session.state.paragraf
    open_ones = (p.id for p in paragrafer if not is_done(p))
    return next(open_ones, paragrafer[0].id if paragrafer else "")
