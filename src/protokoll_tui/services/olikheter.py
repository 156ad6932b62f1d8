"""What two have changed at the same place, for a person to choose."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.changes import Krock
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import paragraf_of
from protokoll_tui.services.guide import heading


@dataclass(frozen=True)
class Olikhet:
    """A place that two have changed: what stands here and what did not fit."""

    plats: str
    har: str
    dar: str


def conflict(state: Sammantrade, krock: Krock) -> Olikhet:
    """A change that did not fit, with its place in words."""
    p = paragraf_of(state, krock.andring.id)
    place = f"{heading(p)} · {krock.andring.id}" if p else krock.andring.id
    return Olikhet(
        f"{place} · {krock.andring.falt}", str(krock.nu or ""), str(krock.andring.efter or "")
    )
