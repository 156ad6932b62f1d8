"""Days as registers write them. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from protokoll_tui.reading.tabell import Cell, words
from protokoll_tui.swedish.dates import parse_date

_OPEN = frozenset({"", "-", "–", "—", "tills vidare", "tv", "t.v.", "tv.", "löpande", "ej satt"})
_CLOCK = re.compile(r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_YEAR_IN_WORDS = re.compile(r"\d{4}")
_SERIAL = re.compile(r"\d{5}")
_SERIAL_ZERO = date(1899, 12, 30)
_ANY = date(2000, 1, 1)


class IngetDatum(ValueError):
    """Words that are no day."""


def parse_day(cell: Cell, *, last: bool = False) -> date | None:
    """A day; None where none is meant ("tills vidare"). Raises ``IngetDatum``.

    Reads ISO ("2031-01-01", "20310101"), Swedish ("1 januari 2031", "1/1 2031", "01.01.2031"), a
    time of day after it, a spreadsheet's number of days, and a year: its first day, or its last
    one where ``last``.
    """
    if isinstance(cell, date):
        return cell
    text = _CLOCK.sub("", words(cell)).strip()
    if text.casefold() in _OPEN:
        return None
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31) if last else date(int(text), 1, 1)
    if _SERIAL.fullmatch(text):
        return _SERIAL_ZERO + timedelta(days=int(text))
    found = _figures(text) or _words(text)
    if found is None:
        raise IngetDatum(text)
    return found


def _figures(text: str) -> date | None:
    for form, order in ((_COMPACT, (1, 2, 3)), (_YEAR_FIRST, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        if found := form.fullmatch(text):
            try:
                return date(*(int(found[part]) for part in order))
            except ValueError:
                return None
    return None


def _words(text: str) -> date | None:
    # A day without a year would be read as the next one: in a register that is a guess.
    return parse_date(text, _ANY) if _YEAR_IN_WORDS.search(text) else None
