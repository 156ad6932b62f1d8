"""Agreement: the participle or adjective that fits a noun phrase."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from protokoll_tui.swedish.noun_table import (
    ADJECTIVES,
    COMMON_NOUNS,
    DETERMINERS,
    NEUTER_NOUNS,
    PREPOSITIONS,
)
from protokoll_tui.swedish.verbs import MissingForm, find_verb


class Gender(StrEnum):
    """What a word agrees with: an en-word, an ett-word or a plural."""

    N = "n"
    T = "t"
    PL = "pl"


def _nouns() -> Iterator[tuple[str, Gender]]:
    """Every form with its gender; plurals first, so that "förslag" alone reads as singular."""
    tables = ((COMMON_NOUNS, Gender.N), (NEUTER_NOUNS, Gender.T))
    rows = [(row.split(), gender) for table, gender in tables for row in table.split("\n") if row]
    for (_, _, plural, definite_plural), _ in rows:
        yield from ((plural, Gender.PL), (definite_plural, Gender.PL))
    for (singular, definite, _, _), gender in rows:
        yield from ((singular, gender), (definite, gender))


_FORMS = {form: gender for form, gender in _nouns() if form != "-"}
_ADJECTIVES = {row.split()[0]: row.split() for row in ADJECTIVES.strip().splitlines()}
_GENDERS = tuple(Gender)

# Shorter last parts are found by chance in other words ("festival" is no val).
_SHORTEST_LAST_PART = 4

_PREPOSITIONS = frozenset(PREPOSITIONS.split())
_DETERMINERS = {
    word: gender
    for words, gender in zip(DETERMINERS.strip().splitlines(), Gender, strict=True)
    for word in words.split()
}
# Tried in order: "het" (verksamhet) before "et" (bordet).
_ENDINGS = (
    (("na", "or", "ar", "er"), Gender.PL),
    (("het", "ing", "else", "ion"), Gender.N),
    (("et", "at", "ot", "ut", "ande", "ende", "um"), Gender.T),
)
_CONJUNCTIONS = frozenset(("och", "samt"))
_WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*|[0-9]+")


def participle(verb_key: str, gender: Gender) -> str:
    """The past participle of a verb in a gender: ("besvara", T) gives "besvarat".

    Raises UnknownVerb, and MissingForm where there is none. Source: Svenska Akademiens ordlista.
    """
    forms = find_verb(verb_key).participles
    if forms is None:
        raise MissingForm(verb_key, "particip")
    return forms[_GENDERS.index(gender)]


def adjective(word: str, gender: Gender) -> str:
    """An adjective of the field in a gender: ("jävig", PL) gives "jäviga".

    Raises KeyError for an adjective that is not in the table. Source: Svenska Akademiens ordlista.
    """
    return _ADJECTIVES[word][_GENDERS.index(gender)]


def agree(verb_key: str, noun_phrase: str) -> str:
    """The participle that fits a noun phrase: ("besvara", "motionerna") gives "besvarade".

    Source: Språkrådet ("motionen anses besvarad", "medborgarförslaget anses besvarat").
    """
    return participle(verb_key, gender_of(noun_phrase))


@lru_cache(maxsize=1024)
def gender_of(noun_phrase: str) -> Gender:
    """The gender of a noun phrase, by its head: "Anna Bergs yrkande om skolan" gives T.

    Two heads ("motionen och skrivelsen") and several persons are a plural, a full name is an
    en-word. A noun that is not in the table is read by its determiner, then by its ending (-na
    PL, -et T, -en N), and as an en-word when neither tells. Source: Språkrådet.
    """
    words = _before_preposition(_WORD.findall(noun_phrase))
    small = [word.casefold() for word in words]
    determined = [_DETERMINERS[word] for word in small if word in _DETERMINERS]
    if _is_several(small) or Gender.PL in determined:
        return Gender.PL
    if known := [gender for word in small if (gender := _known(word))]:
        return known[-1]
    if determined:
        return determined[0]
    return _by_form(words) if words else Gender.N


def _before_preposition(words: list[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
    return words[:end]


def _is_several(words: list[str]) -> bool:
    """Whether a number comes first, or "och" joins two things and not two owners of one thing."""
    if words and words[0].isdecimal() and words[0] != "1":
        return True
    return any(
        left.isdecimal() or _known(left) for left, word in pairwise(words) if word in _CONJUNCTIONS
    )


def _known(word: str) -> Gender | None:
    """The gender of a noun in the table, or of a compound by the longest last part in it."""
    if word in _FORMS:
        return _FORMS[word]
    tails = (word[at:] for at in range(1, len(word) - _SHORTEST_LAST_PART + 1))
    return next((_FORMS[tail] for tail in tails if tail in _FORMS), None)


def _by_form(words: list[str]) -> Gender:
    """The gender of a head that is not in the table: a name, or an ending."""
    head = words[-1]
    if len(words) > 1 and head[0].isupper():
        return Gender.PL if _CONJUNCTIONS & set(words) else Gender.N
    return next((gender for ends, gender in _ENDINGS if head.endswith(ends)), Gender.N)
