"""The votes of a line: ``om ab ja S V nej M SD avstår gh``, ``om 8-5``, ``om 40-38 bilaga 5``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from protokoll_tui.domain.aktor import Aktor

SIDES = {
    "ja": "ja",
    "nej": "nej",
    "avstår": "avstår",
    "avst": "avstår",
    "deltar": "deltar inte",
    "frånvarande": "frånvarande",
    "frånv": "frånvarande",
    "tom": "tom plats",
    "tomma": "tom plats",
}
"""Words that say how those who follow vote."""

EVERYONE = frozenset({"alla", "resten", "övriga"})
_APPENDIX = "bilaga"
_COUNT = re.compile(r"\d{1,3}")
_COUNTS = re.compile(r"(\d{1,3})[-–](\d{1,3})")
_LABEL = re.compile(r"\w{1,4}")
_SIGNS = frozenset("+->")
_EMPTY = frozenset({"inte", "ledamöter", "ledamot", "röster", "och", "samt", "mot"})


@dataclass(frozen=True)
class Rostsida:
    """A side of a vote: its mark, how many, who, and whether all who are left are meant."""

    marke: str
    antal: int | None = None
    vem: tuple[Aktor, ...] = ()
    alla: bool = False


@dataclass(frozen=True)
class Roster:
    """What a line says of the votes; ``rest`` are words that stand at no side."""

    sidor: tuple[Rostsida, ...] = ()
    bilaga: str = ""
    rest: tuple[Aktor, ...] = ()


def begins(token: str) -> bool:
    """Whether the votes begin with this word."""
    word = token.casefold().rstrip(",")
    return word in SIDES or word == _APPENDIX or _COUNTS.fullmatch(word) is not None


def read_votes(
    tokens: Sequence[str], named: Callable[[tuple[str, ...]], tuple[Aktor, ...]]
) -> Roster:
    """The votes behind the tokens. ``named`` gives the actors that a run of words names."""
    reader = _Votes(named)
    for token in tokens:
        *parted, last = token.split(",") if not token.startswith('"') else [token]
        for word in parted:
            reader.word(word)
            reader.flush()
        reader.word(last)
    reader.flush()
    return Roster(tuple(reader.sidor), reader.bilaga, reader.rest)


@dataclass
class _Votes:
    """What has been read so far."""

    named: Callable[[tuple[str, ...]], tuple[Aktor, ...]]
    sidor: list[Rostsida] = field(default_factory=list)
    words: tuple[str, ...] = ()
    bilaga: str = ""
    rest: tuple[Aktor, ...] = ()
    label_next: bool = False

    def word(self, token: str) -> None:
        """Put one word where it belongs."""
        word = token.casefold()
        label, self.label_next = self.label_next, False
        if label and _LABEL.fullmatch(token):
            self.bilaga = token
        elif counts := _COUNTS.fullmatch(token):
            self.flush()
            self.sidor += [Rostsida("ja", int(counts[1])), Rostsida("nej", int(counts[2]))]
        elif word in SIDES:
            self.flush()
            self.sidor.append(Rostsida(SIDES[word]))
        elif word == _APPENDIX:
            self.flush()
            self.label_next = True
        elif not self._of_side(token, word) and token and not _SIGNS.issuperset(token):
            self.words = (*self.words, token)

    def _of_side(self, token: str, word: str) -> bool:
        """Whether a word says how many, that all are meant, or nothing."""
        if word in _EMPTY:
            return True
        if not self.sidor or not (_COUNT.fullmatch(token) or word in EVERYONE):
            return False
        self.flush()
        last = self.sidor[-1]
        more = replace(last, alla=True) if word in EVERYONE else replace(last, antal=int(token))
        self.sidor[-1] = more
        return True

    def flush(self) -> None:
        """The words so far are names."""
        words, self.words = self.words, ()
        new = self.named(words) if words else ()
        if not self.sidor:
            self.rest += tuple(a for a in new if a not in self.rest)
            return
        last = self.sidor[-1]
        kept = tuple(a for n, a in enumerate(new) if a not in last.vem and a not in new[:n])
        self.sidor[-1] = replace(last, vem=(*last.vem, *kept))


def vote_words(
    sidor: Sequence[Rostsida], bilaga: str, written: Callable[[Aktor], str]
) -> list[str]:
    """The words that read back as these votes."""
    words: list[str] = []
    for sida in sidor:
        words.append("deltar" if sida.marke == "deltar inte" else sida.marke.split()[0])
        words += [str(sida.antal)] if sida.antal is not None else []
        words += ["alla"] if sida.alla else []
        words += [written(aktor) for aktor in sida.vem]
    return [*words, _APPENDIX, bilaga] if bilaga else words
