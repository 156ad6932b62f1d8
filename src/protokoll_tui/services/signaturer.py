"""Signatures for new persons: short, like the name, and nothing that a line reads otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from protokoll_tui.domain.aktor import SIGNATUR
from protokoll_tui.reading.namn import PARTICLES
from protokoll_tui.services.interpret import is_name
from protokoll_tui.swedish.folding import fold, plain


def is_usable(sig: str) -> bool:
    """Whether a signature has the form of one, and a line takes it for a person."""
    return bool(SIGNATUR.fullmatch(sig)) and is_name(sig)


def propose_signature(namn: str, taken: Collection[str]) -> str:
    """The shortest free signature for a name: "Anna Berg" is ab, then abe, anb, abr … ab2.

    In: the name and the words that are somebody's already. The same name among the same words
    always gives the same.
    """
    return next(s for s in _proposals(namn) if s not in taken and is_usable(s))


def _proposals(namn: str) -> Iterator[str]:
    parts = [part for part in map(_letters, re.split(r"[\s-]+", namn)) if part] or ["xx"]
    first = parts[0]
    names = [part for part in parts[1:] if part not in PARTICLES] or [first[1:] or "x"]
    last = names[-1]
    yield first[0] + last[0]
    yield from (first[0] + name[0] for name in reversed(names[:-1]))
    yield (first[0] + "".join(name[0] for name in names))[:4]
    yield first[0] + last[:2]
    yield first[:2] + last[0]
    yield from (first[0] + last[0] + letter for letter in (last[1:] + first[1:]))
    yield first[:2] + last[:2]
    yield from (f"{first[0]}{last[0]}{number}" for number in range(2, 100))
    yield from (f"{letter}{number}" for letter in "abcdefghijkmnoqrsuwxz" for number in _RANGE)


_RANGE = range(100, 1000)
"""For the one whose name gives no more: any free signature is better than none."""


def _letters(word: str) -> str:
    """The letters of a word that a signature can have; é is e, å stays å."""
    return "".join(c if c in "åäö" else fold(c) for c in plain(word) if c.isalpha() and _is_one(c))


def _is_one(char: str) -> bool:
    return char in "åäö" or bool(re.fullmatch("[a-z]", fold(char)))
