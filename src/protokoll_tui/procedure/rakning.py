"""Counting a votering: marks of the röstlängd or printed counts, and which side has more. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering

FIELD_OF = {
    Rostmarke.JA: "ja",
    Rostmarke.NEJ: "nej",
    Rostmarke.AVSTAR: "avstar",
    Rostmarke.DELTAR_INTE: "deltar_inte",
    Rostmarke.FRANVARANDE: "franvarande",
    Rostmarke.TOM_PLATS: "tomma",
}
"""The count that each mark belongs to."""


def with_list(p: Paragraf, v: Votering) -> Votering:
    """The votering with the röstlängd it uses, where that is another's (budget, R97)."""
    if not v.lista:
        return v
    others = (o for q in p.fraga for o in q.votering if o.id == v.lista and o.id != v.id)
    other = next(others, None)
    return v if other is None else replace(v, rostlangd=other.rostlangd, antal=other.antal)


def is_called(v: Votering) -> bool:
    """Whether every seat of the röstlängd has its mark."""
    return bool(v.rostlangd) and all(row.rost for row in v.rostlangd)


def remainder(v: Votering) -> int:
    """How many seats have not been called."""
    return sum(row.rost is None for row in v.rostlangd)


def marks(rows: tuple[Rost, ...]) -> Rostetal:
    """The count of each mark."""
    given = [row.rost for row in rows]
    counts: dict[str, Any] = {name: given.count(mark) for mark, name in FIELD_OF.items()}
    return Rostetal(**counts)


def tally(v: Votering) -> Rostetal | None:
    """The counts of a votering: of a röstlängd that is called to the end, else as stated.

    None while neither is there, or where ja or nej was never said.
    """
    if is_called(v):
        return marks(v.rostlangd)
    known = v.antal
    return known if known and known.ja is not None and known.nej is not None else None


def is_tie(v: Votering) -> bool:
    """Whether it is counted and the sides are equal (R66)."""
    counted = tally(v)
    return counted is not None and counted.ja == counted.nej


def more(v: Votering) -> Svar | None:
    """The side with more votes (R65); None at a tie, or while it is not counted."""
    counted = tally(v)
    if counted is None or counted.ja == counted.nej:
        return None
    return v.ja if (counted.ja or 0) > (counted.nej or 0) else v.nej


def votes_for(v: Votering, svar: Svar) -> int:
    """The votes of the side that an answer is, 0 where it is neither."""
    counted = tally(v)
    if counted is None:
        return 0
    return (counted.ja or 0) if svar == v.ja else (counted.nej or 0) if svar == v.nej else 0


def present(v: Votering) -> int:
    """How many were present at a votering: abstainers and who took no part among them (R69)."""
    counted = tally(v)
    if counted is None:
        return 0
    there = (counted.ja, counted.nej, counted.avstar, counted.deltar_inte)
    return sum(number or 0 for number in there)


def third(narvarande: int) -> int:
    """How many are at least a third of those present (5 kap. 50 § KL)."""
    return -(-narvarande // 3)


def two_thirds(rostande: int) -> int:
    """How many are at least two thirds."""
    return -(-2 * rostande // 3)
