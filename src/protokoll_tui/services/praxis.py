"""How this house does what the law leaves open (R91, R95, R98, R100)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.errors import ProtokollError
from protokoll_tui.procedure.alternativ import alternatives, main_forslag
from protokoll_tui.procedure.forlopp import Praxis, is_unmoved
from protokoll_tui.procedure.narvaro import Gang

if TYPE_CHECKING:
    from protokoll_tui.rendering import Stil


def praxis_of(p: Paragraf, gang: Gang, load_stil: Callable[[], Stil]) -> Praxis:
    """The organ's and the house's practice in a §; the style is loaded only where it matters.

    That is with three proposals, or with a huvudförslag that nobody moves. One that cannot be read
    stops no meeting.
    """
    plain = Praxis(fullmaktige=gang.organ.organ.fullmaktige)
    main, count = main_forslag(p), len(alternatives(p))
    if count < 2 or (count < 3 and not (main and is_unmoved(p, main))):
        return plain
    try:
        return replace(load_stil().praxis, fullmaktige=plain.fullmaktige)
    except ProtokollError:
        return plain
