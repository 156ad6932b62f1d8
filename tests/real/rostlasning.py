"""Reads the votes of a voting: numbers, or lists of names with their number."""

from __future__ import annotations

import re

from tests.real.arende import Rostningen, Svaret
from tests.real.goteborg import PERSON

ANTAL = {"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5}
TAL = r"\d+|[A-Za-zåäö]+"
LISTA = r"[A-ZÅÄÖ][^:]*?"

RESULTAT = (
    r"(?:Omröstningen utfaller med (?P<ja>\d+) Ja mot (?P<nej>\d+) Nej\."
    rf"(?: (?P<avstar>{TAL}) ledam(?:ot|öter) avstår från att rösta\.)?"
    rf"(?: (?P<borta>{TAL}) ledam(?:ot|öter) är frånvarande\.)?"
    rf"|(?:(?<=[”\"] )|(?<=[”\"]\. ))(?P<lista_ja>{LISTA}) röstar Ja \((?P<antal_ja>\d+)\)\."
    rf" (?P<lista_nej>{LISTA}) röstar Nej \((?P<antal_nej>\d+)\)\."
    rf"(?: (?P<lista_avstar>{LISTA}) avstår från att rösta \((?P<antal_avstar>\d+)\)\.)?)"
)
"""The result of a voting, in either of the two forms."""

ROSTANDE = re.compile(
    rf"(?P<ordf>[Oo]rdföranden )?(?P<namn>{PERSON})(?: \((?P<parti>[A-ZÅÄÖ-]+)\))?"
)


def read_votes(found: re.Match[str], ja: Svaret, nej: Svaret) -> Rostningen:
    """The voting of a match of ``RESULTAT`` with what its sides mean."""
    if found["lista_ja"]:
        return Rostningen(
            ja,
            nej,
            int(found["antal_ja"]),
            int(found["antal_nej"]),
            _number(found["antal_avstar"]),
            namn_ja=_names(found["lista_ja"]),
            namn_nej=_names(found["lista_nej"]),
            namn_avstar=_names(found["lista_avstar"] or ""),
            ordforande=_chair(found[0]),
        )
    absent = _number(found["borta"])
    return Rostningen(
        ja, nej, int(found["ja"]), int(found["nej"]), _number(found["avstar"]), absent
    )


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else ANTAL[words.lower()]


def _names(words: str) -> tuple[tuple[str, str], ...]:
    words = re.sub(r"[Tt]jänstgörande (?:ersättar(?:en|na)|ordföranden) ", "", words)
    return tuple((one["namn"], one["parti"] or "") for one in ROSTANDE.finditer(words))


def _chair(words: str) -> str:
    chair = re.search(rf"[Oo]rdföranden ({PERSON})", words)
    return chair[1] if chair else ""
