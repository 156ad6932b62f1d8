"""All checks of a meeting, or those that concern a §."""

from __future__ import annotations

from protokoll_tui.checks.deltagande import DELTAGANDE
from protokoll_tui.checks.fynd import Fynd, Kontroller, Mote, run
from protokoll_tui.checks.narvaro import NARVARO

ALLA: Kontroller = (*NARVARO, *DELTAGANDE)


def findings(mote: Mote) -> tuple[Fynd, ...]:
    """Everything that the checks find in a meeting."""
    return run(ALLA, mote)
