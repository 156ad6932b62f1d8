"""No-break spaces in what people typed: figures and their signs must not part at a line end."""

import re

from protokoll_tui.swedish.dates import MONTHS, NBSP

_UNITS = ("kronor", "kr", "procent", "%", "miljoner", "miljarder", "tkr", "mkr", "mnkr")
_ANY = f"[ {NBSP}]"
_PATTERNS = (
    # 800 000, 1 250 000: one to three figures, then groups of exactly three.
    re.compile(rf"(?<!\d)\d{{1,3}}(?:{_ANY}\d{{3}})+(?!\d)"),
    # § 118, §§ 118–120
    re.compile(r"§ (?=\d)"),
    # 5 kap. 33 §, 3 a §
    re.compile(rf"\d+ ?[a-z]? kap\.(?: \d+(?: [a-z])? §)?|(?<!\d)\d+(?: [a-z])? §(?!{_ANY}?\d)"),
    re.compile(r"\bkl\. (?=\d)"),
    re.compile(rf"(?<!\d)\d{{1,2}} (?=(?:{'|'.join(MONTHS)})\b)"),
    re.compile(rf"(?<=\d) (?=(?:{'|'.join(map(re.escape, _UNITS))})(?!\w))"),
)


def bind(text: str) -> str:
    """The text with no-break spaces where a line must not end.

    Binds groups of three figures, "§ 118", "10 kap. 3 §", "kl. 14.20", day and month, and an
    amount and its unit. Nothing but spaces is changed. Source: Myndigheternas skrivregler.
    """
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: found[0].replace(" ", NBSP), text)
    return text
