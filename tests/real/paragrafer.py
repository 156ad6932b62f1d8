"""Splits the protocols of a city into §§ and their sections, without the heads of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.real.goteborg import protocols
from tests.real.rattningar import ORD

HEADER = re.compile(
    r"Göteborgs Stad (?:[Kk]ommun(?:styrelsen|fullmäktige)|Stadsledningskontoret).*|protokoll"
    r"|Protokoll (?:nr \d+|\(nr \d+\))|Sammanträdesdatum: .*|\d+ \(\d+\)"
    r"|Kommunstyrelsen|Kommunfullmäktige"
)
"""Lines of the head and foot of a page."""

PARAGRAF = re.compile(r"§ ?(\d+)(?: Ärendenummer .*| \d+/\d+)?")
GANG = re.compile(
    r"Propositionsordning|Beslutsgång|Huvudvotering"
    r"|Omröstning(?: ?[-–] ?(?:huvudvotering|motförslag.*)| om antagande av motförslag.*)?",
    re.IGNORECASE,
)
"""Headings of what the chair puts and of the votings; read as one."""

HEADING = re.compile(
    rf"Beslut|Yrkanden?|Tidigare behandling|Handling(?:ar)?|Justering|Jäv|Ärendet"
    rf"|Protokollsanteckning(?:ar)?|Reservation(?:er)?|Protokollsutdrag skickas till"
    rf"|{GANG.pattern}",
    re.IGNORECASE,
)
NAMES = {"yrkande": "yrkanden", "reservation": "reservationer"}
"""Headings in the singular."""


@dataclass
class Paragrafen:
    """A §: its sections as running text, by heading in lower case."""

    fil: str
    nummer: int
    avsnitt: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, heading: str) -> str:
        return self.avsnitt.get(heading, "")

    def add(self, heading: str, line: str) -> None:
        """Lay a line under a heading."""
        self.avsnitt[heading] = f"{self[heading]} {line}".strip()

    def correct(self) -> None:
        """Change the words of the source where it cannot be read by rule."""
        for old, new in ORD.get((self.fil, self.nummer), ()):
            if not any(old in text for text in self.avsnitt.values()):
                raise ValueError(f"{self.fil} § {self.nummer} does not say: {old}")
            self.avsnitt = {head: text.replace(old, new) for head, text in self.avsnitt.items()}


def voted_on() -> Iterator[Paragrafen]:
    """The §§ with a voting, file by file."""
    for path in protocols():
        text = path.read_text(encoding="utf-8").replace("\f", "")
        for paragraf in _paragraphs(path.stem, text):
            if "voteringsproposition" in paragraf["gång"]:
                paragraf.correct()
                yield paragraf


def _paragraphs(fil: str, text: str) -> Iterator[Paragrafen]:
    paragraf, heading = Paragrafen(fil, 0), ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if found := PARAGRAF.fullmatch(line):
            yield paragraf
            paragraf, heading = Paragrafen(fil, int(found[1])), ""
        elif GANG.fullmatch(line):
            heading = "gång"
        elif HEADING.fullmatch(line):
            heading = NAMES.get(line.lower(), line.lower())
        elif not HEADER.fullmatch(line):
            paragraf.add(heading, line)
    yield paragraf
