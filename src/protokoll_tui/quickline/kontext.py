"""What a line is read against: who there is, which parties, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.swedish.matching import match_names


@dataclass(frozen=True)
class Kontext:
    """Names by signature, party by signature, who serves, and the day of the meeting."""

    namn: Mapping[str, str] = field(default_factory=dict)
    parti: Mapping[str, str] = field(default_factory=dict)
    tjanstgor: tuple[str, ...] = ()
    dag: date = date(2000, 1, 1)

    def person(self, words: str) -> str | None:
        """The signature of the one that the words fit best; None when none or two fit."""
        if words in self.namn or words in self.tjanstgor:
            return words
        if len(words) < 2:
            return None
        found = match_names(words, self.namn)
        if not found or (len(found) > 1 and found[0].score == found[1].score):
            return None
        return found[0].key

    def may_be(self, word: str) -> bool:
        """Whether a word fits a person here, or several."""
        return len(word) > 1 and bool(match_names(word, self.namn))

    def group(self, kod: str) -> Aktor | None:
        """The party's group, frozen to those who serve now (4 kap. 27 §), or None."""
        if kod not in self.parti.values():
            return None
        names = tuple(sig for sig in self.tjanstgor if self.parti.get(sig) == kod)
        return Aktor(grupp=kod, namn=names)
