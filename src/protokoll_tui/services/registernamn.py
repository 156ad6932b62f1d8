"""Organs and parties of a file, found in the roster or made for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest

from protokoll_tui.domain.kommun import Organ, OrganSlag, Parti
from protokoll_tui.reading.namn import PARTILOS
from protokoll_tui.swedish.folding import fold
from protokoll_tui.swedish.text import decapitalize

RIKSDAG = {
    "S": "Socialdemokraterna",
    "M": "Moderaterna",
    "SD": "Sverigedemokraterna",
    "C": "Centerpartiet",
    "V": "Vänsterpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "MP": "Miljöpartiet",
}
"""Parties that every register has; any other that the roster lacks is told."""

_WORDS = {
    fold(word): kod
    for kod, name in RIKSDAG.items()
    for word in (kod, name, name.removesuffix("partiet"))
} | {
    "socialdemokratiska arbetarepartiet": "S",
    "moderata samlingspartiet": "M",
    "miljopartiet de grona": "MP",
    "liberalerna (tidigare folkpartiet)": "L",
}

_ENDINGS = {
    "namnd": "en",
    "styrelse": "n",
    "utskott": "et",
    "beredning": "en",
    "kommitte": "n",
    "delegation": "en",
}
"""What makes a name definite, by how it ends when folded."""
_TAILS = ("namnd", "styrelse", "fullmaktige", "utskott", "beredning", "kommitte", "delegation")
_SMALL = {"och", "for", "i", "av"}

_LONG_ENOUGH = 6
_NEAR = 0.87
"""How much alike two words of an organ's name are, of 1, when one is a slip for the other."""


@dataclass
class Partier:
    """The parties of a roster, and those that are added to it."""

    kanda: list[Parti]
    nya: list[Parti] = field(default_factory=list)
    okanda: set[str] = field(default_factory=set)

    def kod(self, text: str) -> str:
        """The letters of a party by its letters or name; one that is not there is added."""
        if text in {"", PARTILOS}:
            return text
        if known := self._find(text):
            return known.kod
        kod = _WORDS.get(fold(text), "")
        if kod and (known := self._find(kod)):
            return known.kod
        self.nya.append(Parti(kod=kod or text, namn=RIKSDAG.get(kod, "")))
        if not kod:
            self.okanda.add(text)
        return self.nya[-1].kod

    def _find(self, text: str) -> Parti | None:
        everyone = [*self.kanda, *self.nya]
        exact = (p for p in everyone if p.kod == text)
        wanted = fold(text)
        alike = (p for p in everyone if wanted in {fold(p.kod), fold(p.namn)})
        return next(exact, None) or next(alike, None)


@dataclass
class Organen:
    """The organs of a roster, and those that are added to it."""

    kanda: list[Organ]
    nya: list[Organ] = field(default_factory=list)

    def find(self, text: str) -> Organ | None:
        """The organ with that id or name, definite or not."""
        wanted = _stem(text)
        return next(
            (o for o in [*self.kanda, *self.nya] if wanted in {_stem(o.id), _stem(o.namn)}), None
        )

    def find_or_make(self, text: str) -> Organ:
        """The organ with that name; one that is not there is added."""
        found = self.find(text)
        if found is None:
            found = _new_organ(text, {o.id for o in [*self.kanda, *self.nya]})
            self.nya.append(found)
        return found


@lru_cache(maxsize=4096)
def _stem(text: str) -> str:
    """A name folded and definite, as it is looked for: "Socialnämnd" is "socialnamnden"."""
    return fold(_definite(text))


def _definite(text: str) -> str:
    """ "Social nämnd" is "Sociala nämnden"; what belongs to another is definite as it stands."""
    words = text.split()
    if len(words) > 1 and fold(words[-2]).endswith("s"):
        return " ".join(words)
    last = fold(words[-1]) if words else ""
    ending = next((e for tail, e in _ENDINGS.items() if last.endswith(tail)), "")
    if ending and last in _ENDINGS and len(words) > 1 and words[-2].isalpha():
        words[-2] = _adjective(words[-2])
    return " ".join(words) + ending


def _adjective(word: str) -> str:
    """The form before a definite noun: teknisk–tekniska, gemensam–gemensamma."""
    if fold(word) in _SMALL or word[-1:] in "ae":
        return word
    return f"{word}ma" if word.endswith("sam") else f"{word}a"


def organ_misspelt(text: str, organs: Iterable[str]) -> str:
    """The organ that a name is as likely a slip for, "" where there is none.

    ``organs`` are other names. A long word may differ by little; another figure or another short
    word ("norra", "södra") makes it another organ.
    """
    return next((name for name in organs if _alike(_stem(text), _stem(name))), "")


def _alike(one: str, other: str) -> bool:
    if one == other:
        return False
    pairs = list(zip_longest(one.split(), other.split(), fillvalue=""))
    joined = one.replace(" ", "") == other.replace(" ", "")
    return joined or all(a == b or _slip(a, b) for a, b in pairs)


def _slip(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    return (
        shortest >= _LONG_ENOUGH
        and not any(map(str.isdigit, one + other))
        and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR
    )


def _new_organ(text: str, taken: Iterable[str]) -> Organ:
    """An organ as a roster has it: its name definite and small, an id of first letters."""
    folded = " ".join(fold(text).split())
    namn = decapitalize(_definite(text))
    return Organ(id=_id(folded, set(taken)), namn=namn, slag=_kind(fold(namn)))


def _kind(folded: str) -> OrganSlag:
    if "fullmaktige" in folded:
        return OrganSlag.FULLMAKTIGE
    return OrganSlag.UTSKOTT if "utskott" in folded else OrganSlag.NAMND


def _id(folded: str, taken: set[str]) -> str:
    """ "barn- och utbildningsnamnden" is bun, "kommunstyrelsen" ks."""
    found: list[str] = re.findall(r"[a-z]+", folded)
    words = [word for word in found if word not in _SMALL] or ["organ"]
    last = words[-1]
    tail = next((t for t in _TAILS if t in last and not last.startswith(t)), "")
    short = "".join(word[0] for word in words) + tail[:1]
    longer = (last[:n] + tail[:1] for n in range(2, len(last)))
    numbered = (f"{short}{n}" for n in range(2, 10_000))
    return next(id for id in (short, *longer, *numbered) if id not in taken and len(id) > 1)
