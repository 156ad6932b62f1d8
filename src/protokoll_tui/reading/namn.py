"""Names as registers write them, and the parties written with them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from protokoll_tui.domain.clean import clean_line
from protokoll_tui.swedish.folding import fold

PARTILOS = "-"
NO_PARTY = frozenset(
    {
        *("-", "–", "—", "partilos", "partilost", "vilde", "politisk vilde", "obunden"),
        *("oberoende", "utan parti", "utan partibeteckning", "politiskt obunden"),
    }
)
NOBODY = frozenset(
    {"vakant", "vakans", "vakant plats", "vakant uppdrag", "ej tillsatt", "tom plats"}
)
PARTICLES = frozenset(
    {
        *("af", "av", "von", "van", "de", "la", "der", "den", "du", "da", "di", "le"),
        *("zu", "dos", "del", "el", "bin", "ibn", "ter", "ten"),
    }
)
"""Parts of surnames that are written small."""

_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]\s*$")
_LETTERS = re.compile(r"[A-ZÅÄÖÉÜa-zåäöéü]{1,6}")
_DASHES = re.compile(r"\s*[‐‑‒–—]\s*|(?<=\w)(?:\s+-\s*|-\s+)(?=\w)")
_MARKS = re.compile(r"[´`’ʼ‘]")
_STARTS = re.compile(r"(?:^|(?<=[\s'-]))\w")


@dataclass(frozen=True)
class Namn:
    """A name in the order in which it is spoken, the party written in brackets after it, and a
    bracket that is no party ("tjänstledig")."""

    namn: str = ""
    parti: str = ""
    tillagg: str = ""
    vakant: bool = False


def parse_name(text: str) -> Namn:
    """A whole name: "Berg, Anna (M)", "Anna Berg", "BERG ANNA" stays in its order."""
    bare, bracket = _without_bracket(_even(text))
    if fold(bare) in NOBODY or (not bare and fold(bracket) in NOBODY):
        return Namn(vakant=True, parti=bracket if is_party(bracket) else "")
    last, comma, first = bare.partition(",")
    spoken = f"{first.strip()} {last.strip()}" if comma and first.strip() else bare.strip(" ,")
    name = _cased(spoken)
    if bracket and not is_party(bracket):
        return Namn(name, tillagg=bracket)
    return Namn(name, bracket)


def join_name(first: str, last: str) -> Namn:
    """A name from its two columns; a party may stand in brackets after either."""
    if not _even(first) or not _even(last):
        return parse_name(first or last)
    rest, bracket = _without_bracket(_even(last))
    given, other = _without_bracket(_even(first))
    return parse_name(f"{rest}, {given}" + (f" ({bracket or other})" if bracket or other else ""))


def is_party(text: str) -> bool:
    """Whether the words in a bracket may be a party: letters, or a word for having none."""
    letters = _LETTERS.fullmatch(text) is not None and fold(text) not in NOBODY
    return letters or fold(text) in NO_PARTY


def parse_party(text: str) -> str:
    """A party as written, without brackets; ``-`` for one who has none, "" where nothing stands."""
    bare = _even(text).strip("()[] ")
    if not bare:
        return PARTILOS if _even(text) in {"()", "( )"} else ""
    return PARTILOS if fold(bare) in NO_PARTY else bare


@lru_cache(maxsize=8192)
def name_key(namn: str) -> str:
    """What two spellings of one name have in common: no capitals, accents, dashes or marks."""
    return " ".join(re.sub(r"[-.']", " ", fold(_even(namn))).split())


def _even(text: str) -> str:
    line = _MARKS.sub("'", clean_line(text).replace("\u00a0", " "))
    return " ".join(_DASHES.sub("-", line).split()) if line not in {"-", "–", "—"} else "-"


def _without_bracket(text: str) -> tuple[str, str]:
    found = _BRACKET.search(text)
    return (text[: found.start()].strip(), found[1]) if found else (text, "")


def _cased(name: str) -> str:
    """A name in capitals only, or none, as names are written; any other stays as it is."""
    if name != name.upper() and name != name.lower():
        return name
    raised = _STARTS.sub(lambda m: m[0].upper(), name.lower())
    parts = raised.split(" ")
    small = [p.lower() if p.lower() in PARTICLES and at else p for at, p in enumerate(parts)]
    return " ".join(small)
