"""Finding a person while typing: signatures, parts of names, with or without å ä ö."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from protokoll_tui.swedish.folding import fold, plain
from protokoll_tui.swedish.sorting import SortKey, sort_key

_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HYPHENS = re.compile(r"[-'’]")


class _Rank(IntEnum):
    """How well a query word fits, worst first. What is typed as written outranks what is folded."""

    NONE = 0
    FOLDED_INITIALS = 1
    FOLDED_PREFIX = 2
    FOLDED_PART = 3
    FOLDED_SIGNATURE = 4
    INITIALS = 5
    PREFIX = 6
    PART = 7
    SIGNATURE = 8


@dataclass(frozen=True)
class Match:
    """A name found: its key (signature) and how well it fits; a higher score is better."""

    key: str
    score: int


@dataclass(frozen=True)
class _Forms:
    """What a query word is held against, once as written and once folded."""

    signature: str
    parts: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True)
class _Candidate:
    plain: _Forms
    folded: _Forms
    order: SortKey


def match_names(
    query: str, names: Mapping[str, str] | Sequence[tuple[str, str]]
) -> tuple[Match, ...]:
    """The names that a half-typed query fits, best first; nothing fitting gives ().

    `names` maps signatures to full names ("ab" to "Anna Berg (M)"; the bracket is not searched).
    A signature as written comes first, then a whole part of the name, the start of a part, and
    initials with the start of a surname ("aberg"); then the same with å ä ö folded away. Each
    word of the query must fit. Equal fits come in Swedish order. Source: Unicode Standard Annex
    15 for the composed form.
    """
    pairs = names.items() if isinstance(names, Mapping) else names
    words = [(word, fold(word)) for word in _words(query)]
    if not words:
        return ()
    found = [
        (-rank, candidate.order, key)
        for key, name in pairs
        if (rank := _rank_all(words, candidate := _candidate(key, name)))
    ]
    return tuple(Match(key, -rank) for rank, _, key in sorted(found))


def _rank_all(words: Iterable[tuple[str, str]], candidate: _Candidate) -> int:
    """The worst rank among the words, so that one that does not fit rules the name out."""
    return min(_rank(plain, folded, candidate) for plain, folded in words)


def _rank(plain: str, folded: str, candidate: _Candidate) -> int:
    exact = _rank_forms(plain, candidate.plain, _Rank.INITIALS)
    return exact or _rank_forms(folded, candidate.folded, _Rank.FOLDED_INITIALS)


def _rank_forms(word: str, forms: _Forms, lowest: _Rank) -> int:
    """The rank of a word against one set of forms; the four ranks follow on the lowest."""
    if word == forms.signature:
        return lowest + 3
    if word in forms.parts:
        return lowest + 2
    if any(part.startswith(word) for part in forms.parts):
        return lowest + 1
    if any(form.startswith(word) for form in forms.initials):
        return lowest
    return _Rank.NONE


@lru_cache(maxsize=4096)
def _candidate(key: str, name: str) -> _Candidate:
    written = _forms(plain(key), _words(_BRACKET.sub(" ", name)))
    return _Candidate(written, _folded(written), sort_key(name))


def _forms(signature: str, words: list[str]) -> _Forms:
    """ "carl-johan af ugglas" has these and their pieces as parts, and "cugglas" as initials."""
    pieces = [piece for word in words for piece in _HYPHENS.split(word)]
    joined = ["".join(_HYPHENS.split(word)) for word in words]
    initial = words[0][0] if words else ""
    surnames = [*pieces[1:], *joined[1:], "".join(joined[1:])]
    initials = [initial + surname for surname in surnames if surname]
    initials.append("".join(piece[0] for piece in pieces[:-1]) + "".join(pieces[-1:]))
    return _Forms(signature, tuple(dict.fromkeys([*words, *joined, *pieces])), tuple(initials))


def _folded(forms: _Forms) -> _Forms:
    return _Forms(
        fold(forms.signature),
        tuple(fold(part) for part in forms.parts),
        tuple(fold(form) for form in forms.initials),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))
