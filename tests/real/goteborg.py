"""Reads facts of who was there out of the protocols of a city, for a test that records them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.real.seed import SHARED

PROTOKOLL = SHARED / "data" / "protokoll"

HEADER = re.compile(
    r"Göteborgs Stad [Kk]ommunstyrelsen.*|Protokoll nr \d+|Sammanträdesdatum: .*|\d+ \(\d+\)"
    r"|Kommunstyrelsen|Kommunfullmäktige"
)
"""Lines of the head and foot of a page."""

HEADING = re.compile(
    r"Beslut|Justering|Tidigare behandling|Handling(?:ar)?|Beslutsgång|Yrkanden?|Ärendet"
    r"|Propositionsordning|Omröstning|Huvudvotering|Jäv|Protokollsanteckning(?:ar)?"
    r"|Reservation(?:er)?|Protokollsutdrag skickas till|§ ?\d+.*"
)
"""Lines that end the sentence before them."""

PERSON = r"(?!Ledam|Tjänst|Ordför)[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)+"
NAME = rf"{PERSON} \([A-ZÅÄÖ-]+\)"
TITLE = r"[Tt]jänstgörande (?:ersättar(?:en|na)|ordföranden)"
ACTORS = rf"(?:(?:{TITLE}|[Oo]rdföranden|,|och|samt|{NAME})\s?)+"


def protocols() -> list[Path]:
    """The protocols, or a skip that says what is missing."""
    found = sorted(PROTOKOLL.glob("*.txt"))
    if not found:
        pytest.skip("needs the protocols of data/protokoll, which are not on this machine")
    return found


def running_text(path: Path) -> str:
    """The text without heads of pages, a ¶ where a heading stood."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    kept = (line for line in lines if line and not HEADER.fullmatch(line))
    return " ".join("¶" if HEADING.fullmatch(line) else line for line in kept)


@dataclass(frozen=True)
class Faktum:
    """A sentence about who was there: its words, who it names, and as what.

    ``ersattare`` serve as such, ``ordforande`` is named as the chair and ``vice`` as one in the
    place of another; ``uppdrag`` = the persons are named for an office in kommunstyrelsen.
    """

    slag: str
    fil: str
    ord: str
    namn: tuple[tuple[str, str], ...]
    ersattare: frozenset[str] = field(default_factory=frozenset)
    ordforande: str = ""
    vice: str = ""
    uppdrag: bool = False

    @property
    def fullmaktige(self) -> bool:
        """Whether it is of fullmäktige."""
        return "-kf-" in self.fil


FORMS = {
    "jäv": r"(?:^|(?<=[.¶] ))(?P<vem>[^.¶:]*?) deltar inte i handläggningen av ärendet på grund av "
    r"jäv\.",
    "deltar inte": rf"(?P<vem>{ACTORS})deltar inte i beslutet\.",
    "yrkar": rf"(?P<vem>(?:{ACTORS})?{TITLE} {ACTORS})yrkar(?: [^.¶]*)\.",
    "reserverar sig": rf"(?P<vem>(?:{ACTORS})?{TITLE} {ACTORS})reserverar sig[^.¶]*\.",
    "på förslag av": rf"På förslag av (?P<vem>{TITLE} {ACTORS})\s?:",
    "justerar": rf"(?P<vem>[Tt]jänstgörande ordföranden {NAME})",
}
"""How each kind of fact is worded."""


def facts() -> Iterator[Faktum]:
    """Every fact of the protocols, kind by kind."""
    for path in protocols():
        text = running_text(path)
        for slag, form in FORMS.items():
            for found in re.finditer(form, text):
                yield _fact(slag, path.stem, found)


def _fact(slag: str, fil: str, found: re.Match[str]) -> Faktum:
    vem = " ".join(found["vem"].split()).strip(" ,")
    names = tuple(re.findall(rf"({PERSON}) \(([A-ZÅÄÖ-]+)\)", vem))
    substitutes, chair, vice, title = set(), "", "", ""
    for word in re.findall(rf"{TITLE}|[Oo]rdföranden|[Ll]edamöterna|ersättarna|{NAME}", vem):
        if not re.fullmatch(NAME, word):
            title = word.lower()
            continue
        name = word.rpartition(" (")[0]
        if "ersättar" in title:
            substitutes.add(name)
        elif title == "ordföranden":
            chair, title = name, ""
        elif title.endswith("ordföranden"):
            vice, title = name, ""
        # A single ersättare is named; whoever follows is not one.
        title = "" if title.endswith("ersättaren") else title
    return Faktum(
        slag,
        fil,
        " ".join(found[0].split()),
        names,
        frozenset(substitutes),
        chair,
        vice,
        "i kommunstyrelsen" in vem,
    )
