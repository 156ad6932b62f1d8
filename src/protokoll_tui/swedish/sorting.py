"""Swedish alphabetical order."""

import unicodedata

_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TWINS = {"ü": "y", "æ": "ä", "ø": "ö", "đ": "d", "ð": "d", "ł": "l"}
_DIGITS = frozenset("0123456789")
_SIGN, _NUMBER, _LETTER, _OTHER = range(4)

Weight = tuple[int, int, str]
SortKey = tuple[tuple[Weight, ...], str, str]


def sort_key(text: str) -> SortKey:
    """A key for sorted(): a–z å ä ö, capitals and accents ignored, numbers by value.

    w comes after v, é is read as e, ü as y, æ as ä, ø as ö; "§ 9" comes before "§ 10". Signs come
    before numbers before letters. Accents and capitals decide only between texts that are
    otherwise the same. Source: Svenska Akademiens ordlista, Språkrådet.
    """
    composed = unicodedata.normalize("NFC", text)
    small = unicodedata.normalize("NFC", composed.casefold())
    return _weights(small), small, composed


def _weights(text: str) -> tuple[Weight, ...]:
    weights: list[Weight] = []
    digits = ""
    for char in text:
        if char in _DIGITS:
            digits += char
            continue
        if digits:
            weights.append(_number(digits))
            digits = ""
        weights.extend(_letter(base) for base in _bases(char))
    return (*weights, _number(digits)) if digits else tuple(weights)


def _number(digits: str) -> Weight:
    # Length first, then the figures, is order by value without a limit on how long they are.
    value = digits.lstrip("0")
    return _NUMBER, len(value), value


def _bases(char: str) -> str:
    """The letters that a letter is sorted as, without accents that Swedish does not sort by."""
    if char in _RANK:
        return char
    if char in _TWINS:
        return _TWINS[char]
    parts = unicodedata.normalize("NFD", char)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _letter(char: str) -> Weight:
    if char in _RANK:
        return _LETTER, _RANK[char], ""
    if char.isalpha():
        return _OTHER, ord(char), ""
    # All kinds of space sort as one, so that a no-break space does not move a heading.
    return _SIGN, ord(" ") if char.isspace() else ord(char), ""
