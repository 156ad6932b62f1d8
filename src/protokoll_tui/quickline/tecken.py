"""How the words of a line look: places, points, numbers, times; and where its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokoll_tui.quickline.ordval import FILLERS_OF
from protokoll_tui.quickline.verbs import STEPS_IN, find_verb

GO = re.compile(r"\s*(?:(?P<word>[<>?]|hjälp)|(?:§\s*)?(?P<nr>\d{1,4})\s*>?)\s*")
COLON = re.compile(r"(?:(?<=\s)|^):|:(?=\s|$)")
NEXT = re.compile(r"(?:(?<=\s)|(?<=\s:))//\s+(?=(\S+?):?(?:\s|$))")
TOKEN = re.compile(r'"[^"]*"?|[+\-](?=\S)|>|[^\s"+>]+|[+]')
REF = re.compile(r"([fyqbranldjtuoksgvem])(\d{1,3})")
PLACES = re.compile(rf"(?:{REF.pattern}(?:\s*,\s*|\s+|$))+")
POINTS = re.compile(r"p(\d{1,2}(?:[-–,]\d{1,2})*)")
NUMBER = re.compile(r"§{0,2}(\d{1,4})(?:[-–](\d{1,4}))?")
HAND = re.compile(r"([123])h")
TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?:[-–]([01]?\d|2[0-3])[.:]([0-5]\d))?")

BARE_TIMES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?:[-–](?:[01]\d|2[0-3])[0-5]\d)?")
DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Ref:
    """A place in a list of the §: ``y2`` is the second yrkande."""

    lista: str
    nr: int


def split_text(line: str) -> tuple[str, str | None]:
    """The head of a line, and what follows its colon; None without one."""
    colon = COLON.search(line)
    if colon is None:
        return line, None
    return line[: colon.start()], line[colon.end() :].strip()


def once(line: str) -> str:
    """The line without a first verb that is said twice: ``om om 8-5``, where one stood already.

    A note keeps its words.
    """
    while True:
        first, _, rest = line.partition(" ")
        rest = rest.lstrip()
        verb = find_verb(first)
        if verb is None or verb.kod == "no" or rest.partition(" ")[0] != first:
            return line
        line = rest


def plain(words: str) -> str:
    """Words as a name: single blanks, no quotes, nothing that would begin a text or a stand."""
    kept = (word.strip(":") for word in words.replace('"', " ").split())
    return " ".join(word for word in kept if word not in {"", "//"})


def is_figure(verb: str, token: str) -> bool:
    """Whether a word after > is none of the names there, but a point, a time or a §."""
    figures = {"ju": (DAY, TIME)}.get(verb, (POINTS, TIME, NUMBER))
    return verb in STEPS_IN | {"ju", "be"} and any(figure.fullmatch(token) for figure in figures)


def ends_with(tokens: list[str], tail: tuple[str, ...]) -> bool:
    """Whether the words end so."""
    return tuple(t.casefold() for t in tokens[-len(tail) :]) == tail


def leads_to(token: str, rest: list[str]) -> bool:
    """Whether a word that is also a verb only says something with the next: ``är jävig``."""
    after = find_verb(rest[0]) if rest else None
    return after is not None and token.casefold() in FILLERS_OF.get(after.kod, ())


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of ``1,3-5``, each once."""
    found: list[int] = []
    for part in text.split(","):
        ends = sorted(int(n) for n in re.split("[-–]", part))
        found.extend(range(ends[0], ends[-1] + 1))
    return tuple(dict.fromkeys(found))
