"""Roles as registers write them. Pure."""

from __future__ import annotations

import re

from protokoll_tui.domain.clean import clean_line
from protokoll_tui.domain.kommun import Roll
from protokoll_tui.swedish.folding import fold

_FIRST = r"(?:1|1:e|1:a|1e|1a|i|forste|forsta|fo)\.?"
_SECOND = r"(?:2|2:e|2:a|2e|2a|ii|andre|andra)\.?"
_THIRD = r"(?:3|3:e|3:a|3e|3a|iii|tredje)\.?"
_VICE = r"(?:vice|v\.?|vo)"
_CHAIR = r"(?:ordforande(?:n)?|ordf\.?|ordfor\.?)"
_DEPUTY = rf"(?:{_VICE}[ -]?{_CHAIR}|vice)"
_STAND_IN = r"(?:ersattare(?:n)?|suppleant(?:en)?|suppl\.?|ers\.?)"

PATTERNS: tuple[tuple[str, Roll], ...] = (
    (rf"{_FIRST} ?{_DEPUTY}", Roll.FORSTE_VICE),
    (rf"{_SECOND} ?{_DEPUTY}", Roll.ANDRE_VICE),
    (rf"{_THIRD} ?{_DEPUTY}", Roll.TREDJE_VICE),
    (_DEPUTY, Roll.FORSTE_VICE),
    (_CHAIR, Roll.ORDFORANDE),
    (r"(?:ordinarie )?(?:ledamot(?:en)?|led\.?)|ordinarie", Roll.LEDAMOT),
    (rf"{_STAND_IN}|ersattande ledamot", Roll.ERSATTARE),
)
"""Patterns for the whole of a folded word, and the role that each is."""

_TAIL = re.compile(r"\s*(?:[,:–-]\s+|\s(?:i|av|for)\s+)(?P<organ>\S.*)$")
_NUMBERED = re.compile(rf"(?P<roll>{_STAND_IN}) ?(?:nr\.? ?)?(?P<nr>[0-9]{{1,3}})")


def parse_role(text: str) -> tuple[Roll | None, str, int | None]:
    """A role, the organ named after it ("Ledamot i socialnämnden") and an ersättare's number.

    None where the words are no role that the roster has ("Adjungerad").
    """
    line = clean_line(text)
    word = _plain(line)
    if numbered := _NUMBERED.fullmatch(word):
        return Roll.ERSATTARE, "", int(numbered["nr"])
    if role := _role(word):
        return role, "", None
    tail = _TAIL.search(line)
    if tail is None:
        return None, "", None
    return _role(_plain(line[: tail.start()])), tail["organ"].strip(), None


def _plain(line: str) -> str:
    return " ".join(fold(line).split())


def _role(word: str) -> Roll | None:
    return next((role for pattern, role in PATTERNS if re.fullmatch(pattern, word)), None)
