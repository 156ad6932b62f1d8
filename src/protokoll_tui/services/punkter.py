"""Numbered points that were written on one line."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.quickline import Inmatning

_VERBS = frozenset({"fr", "ny", "ti", "be", "ly"})


def points_apart(inmatning: Inmatning) -> Inmatning:
    """The line with each numbered point of a förslag or decision on a row of its own."""
    i = inmatning
    text = rows_of(i.text) if i.text and i.verb in _VERBS else i.text
    return replace(i, text=text, nasta=points_apart(i.nasta) if i.nasta else None)


def rows_of(text: str) -> str:
    """``1. Ett. 2. Två.`` with each point on its own row; any other text as it is."""
    if "\n" in text or not text.startswith("1. "):
        return text
    rows, rest = [], text
    for nr in range(2, text.count(". ") + 2):
        row, sign, after = rest.partition(f" {nr}. ")
        if not sign:
            break
        rows.append(row)
        rest = sign[1:] + after
    return "\n".join((*rows, rest))
