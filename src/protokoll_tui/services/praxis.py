"""How this house does what the law leaves open (R91, R95, R98)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure.alternativ import alternatives
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.narvaro import Gang

if TYPE_CHECKING:
    from protokoll_tui.rendering import Stil


def praxis_of(p: Paragraf, gang: Gang, load_stil: Callable[[], Stil]) -> Praxis:
    """The organ's and the house's practice in a §; the style is loaded with three proposals."""
    fullmaktige = gang.organ.organ.fullmaktige
    if len(alternatives(p)) < 3:
        return Praxis(fullmaktige=fullmaktige)
    return replace(load_stil().praxis, fullmaktige=fullmaktige)
