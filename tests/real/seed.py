"""Reads the facts of a real § out of an extracted text, for a test that types them in again."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("PROTOKOLL_SHARED", Path(__file__).parents[3] / "shared"))
NACKA = SHARED / "seeds" / "000_42c8d708a8b840e0.txt"

HEADINGS = (
    "Beslut",
    "Ärende",
    "Handlingar i ärendet",
    "Ärendets tidigare behandling",
    "Yrkanden",
    "Beslutsgång",
    "Protokollsanteckningar",
)

SPLIT_WORDS = {"Protokol I santeckni ngar": "Protokollsanteckningar"}
"""Words that the extraction tore apart in what the program itself writes."""

FOOTER = re.compile(r"Ordförandes signatur.*")
"""The boxes at the foot of each page."""

PERSON = r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+)+"


def needed(path: Path) -> Path:
    """The file, or a skip that says which one is missing."""
    if not path.is_file():
        pytest.skip(f"needs {path.name} from the shared seeds, which are not on this machine")
    return path


@dataclass(frozen=True)
class Seed:
    """A § as read: head, and the lines of each section with extraction artefacts taken away."""

    nr: int
    dnr: str
    rubrik: str
    sections: dict[str, list[str]]

    def text(self, heading: str) -> str:
        """A section as one running text."""
        return " ".join(self.sections[heading])


def read_seed(path: Path = NACKA) -> Seed:
    """Take a § apart: blank lines, page footers and torn headings away, nothing else."""
    lines = [line.strip() for line in needed(path).read_text(encoding="utf-8").splitlines()]
    lines = [FOOTER.sub("", line).strip() for line in lines]
    lines = [SPLIT_WORDS.get(line, line) for line in lines if line]
    head = re.fullmatch(r"§ (\d+) (.+)", lines[0])
    assert head is not None
    sections: dict[str, list[str]] = {"": []}
    for line in lines[1:]:
        if line in HEADINGS:
            sections[line] = []
        else:
            sections[list(sections)[-1]].append(line)
    return Seed(int(head[1]), head[2], " ".join(sections.pop("")), sections)


@dataclass(frozen=True)
class Yrkandet:
    """Who moved, who joined, and the words that follow "avslår förslaget"."""

    mover: str
    supporters: list[tuple[str, str]]
    organ: str
    words: str


def read_yrkande(seed: Seed) -> Yrkandet:
    """The facts of a yrkande on avslag in the form that this municipality writes it."""
    match = re.fullmatch(
        rf"({PERSON}) yrkade, med instämmande av (.+?), att (\w+) avslår förslaget (.+)\.",
        seed.text("Yrkanden"),
    )
    assert match is not None
    supporters = re.findall(rf"({PERSON}) \((\w+)\)", match[2])
    return Yrkandet(match[1], supporters, match[3], match[4])


@dataclass(frozen=True)
class Anteckningen:
    """Who had a note written, of which party, for which group, and the note."""

    who: str
    party: str
    group: str
    words: str


def read_note(seed: Seed) -> Anteckningen:
    """The facts of the note for a group."""
    match = re.fullmatch(
        rf"({PERSON}) \((\w+)\) lät anteckna följande till protokollet "
        r"för (\w+)s \w+grupp: (\".+\")",
        seed.text("Protokollsanteckningar"),
    )
    assert match is not None
    return Anteckningen(*match.groups())


def read_treatments(seed: Seed) -> list[tuple[str, str]]:
    """The earlier treatments: heading as written, and the text under it."""
    found: list[tuple[str, list[str]]] = []
    for line in seed.sections["Ärendets tidigare behandling"]:
        if line.startswith("Beslut i "):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return [(heading, " ".join(text)) for heading, text in found]


def words(text: str) -> list[str]:
    """The words of a text; bullets and list marks are no words, whatever blank parts them."""
    text = re.sub(r"(?m)^\s*(?:[•–-]|\d+\.)\s", " ", text)
    return [word for word in re.split(r"[\s\u00a0]+", text) if word and word != "•"]
