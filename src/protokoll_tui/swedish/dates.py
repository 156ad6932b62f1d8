"""Dates, times, section numbers and amounts as figures in running text, and dates read back."""

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from itertools import groupby

NBSP = "\u00a0"
EN_DASH = "–"
_MINUS = "−"

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_SHORTEST_MONTH = 3

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SLASH = re.compile(r"(?P<day>[0-9]{1,2}) ?/ ?(?P<month>[0-9]{1,2})(?:[ /-](?P<year>[0-9]{4}))?")
_WORDS = re.compile(
    r"(?:(?P<weekday>[a-zåäö]+dag)(?:en)? )?(?:den )?"
    r"(?P<day>[0-9]{1,2})(?::e)? (?P<month>[a-z]+)\.?(?: (?P<year>[0-9]{4}))?"
)


def format_date(day: date) -> str:
    """A date in text: "17 juni 2019", with a no-break space between day and month.

    Source: Myndigheternas skrivregler.
    """
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year:04}"


def format_day(day: date) -> str:
    """A date with its weekday: "tisdag 17 juni 2031". Source: Myndigheternas skrivregler."""
    return f"{_WEEKDAYS[day.weekday()]} {format_date(day)}"


def format_on_day(day: date) -> str:
    """When something happens: "torsdagen den 19 juni 2031". Source: Myndigheternas skrivregler."""
    return f"{_WEEKDAYS[day.weekday()]}en den {format_date(day)}"


def format_time(moment: time) -> str:
    """A time of day: "kl. 14.05", with a no-break space. Source: Myndigheternas skrivregler."""
    return f"kl.{NBSP}{_clock(moment)}"


def format_span(start: time, end: time) -> str:
    """A span of time with an en dash: "kl. 14.05–14.20". Source: Myndigheternas skrivregler."""
    return f"{format_time(start)}{EN_DASH}{_clock(end)}"


def format_sections(numbers: Iterable[int]) -> str:
    """Section numbers: "§ 23", "§§ 23–25, 28"; in order, each once, no numbers give "".

    Source: Myndigheternas skrivregler.
    """
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    sign = "§" if len(ordered) == 1 else "§§"
    return f"{sign}{NBSP}{', '.join(_runs(ordered))}"


def format_amount(amount: int | Decimal) -> str:
    """A number in groups of three by no-break spaces, with decimal comma: "200 000", "3 050,5".

    Source: Myndigheternas skrivregler.
    """
    grouped = f"{abs(amount):,f}" if isinstance(amount, Decimal) else f"{abs(amount):,}"
    sign = _MINUS if amount < 0 else ""
    return sign + grouped.replace(",", NBSP).replace(".", ",")


def parse_date(text: str, anchor: date) -> date | None:
    """The date that a person wrote, or None; never raises.

    Reads "2019-06-17", "17 juni 2019", "den 17 juni", "tisdag 17 juni 2031", "17/6" and
    "17/6 2019". Without a year it is the first such day on or after the anchor. A weekday that
    contradicts the date gives None. Source: Myndigheternas skrivregler.
    """
    plain = " ".join(text.casefold().split())
    for form in (_ISO, _SLASH, _WORDS):
        if found := form.fullmatch(plain):
            return _resolve(found.groupdict(), anchor)
    return None


def is_written_as_date(text: str) -> bool:
    """Whether a text has the form of a date; the day may be one that is in no calendar.

    Source: Myndigheternas skrivregler.
    """
    plain = " ".join(text.casefold().split())
    found = next((m for form in (_ISO, _SLASH, _WORDS) if (m := form.fullmatch(plain))), None)
    return found is not None and (found["month"].isdecimal() or _month(found["month"]) > 0)


def _resolve(parts: dict[str, str | None], anchor: date) -> date | None:
    month, day = _month(parts["month"] or ""), int(parts["day"] or 0)
    year = parts["year"]
    found = _day(int(year), month, day) if year else _next_day(month, day, anchor)
    weekday = parts.get("weekday")
    if found and weekday and _WEEKDAYS[found.weekday()] != weekday:
        return None
    return found


def _month(word: str) -> int:
    """The number of a month by figure, name or abbreviation; 0 is no month."""
    if word.isdecimal():
        return int(word)
    if len(word) < _SHORTEST_MONTH:
        return 0
    return next((i for i, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def _next_day(month: int, day: int, anchor: date) -> date | None:
    # Eight years is the longest wait for a 29 February (1896 to 1904).
    candidates = (_day(anchor.year + ahead, month, day) for ahead in range(9))
    return next((found for found in candidates if found and found >= anchor), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(moment: time) -> str:
    return f"{moment:%H.%M}"


def _runs(ordered: list[int]) -> list[str]:
    """Numbers that follow each other become one span."""
    runs = []
    for _, group in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(f"{run[0]}{EN_DASH}{run[-1]}" if len(run) > 1 else str(run[0]))
    return runs
