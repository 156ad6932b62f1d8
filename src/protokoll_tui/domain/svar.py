"""Svar: one answer that the organ can give to a question."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.records import Varde
from protokoll_tui.domain.yrkande import Verkan


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Svar(Varde):
    """One answer: bifall or avslag of one or several aims.

    "Avgörs i dag" is avslag of every återremiss; identical yrkanden are one answer (R93).
    """

    verkan: Verkan = Verkan.BIFALL
    pa: tuple[Mal, ...] = ()
