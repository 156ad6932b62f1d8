"""All checks of a meeting, or those that concern a §."""

from __future__ import annotations

from protokoll_tui.checks.beslutsgang import BESLUTSGANG
from protokoll_tui.checks.deltagande import DELTAGANDE
from protokoll_tui.checks.fynd import Fynd, Kontroller, Mote, run
from protokoll_tui.checks.narvaro import NARVARO
from protokoll_tui.checks.omrostning import OMROSTNING
from protokoll_tui.checks.rostlista import ROSTLISTA
from protokoll_tui.checks.sammantrade import SAMMANTRADE
from protokoll_tui.checks.valkontroll import VALKONTROLL
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.narvaro import Gang

ALLA: Kontroller = (
    *NARVARO,
    *DELTAGANDE,
    *SAMMANTRADE,
    *BESLUTSGANG,
    *OMROSTNING,
    *ROSTLISTA,
    *VALKONTROLL,
)


def findings(mote: Mote) -> tuple[Fynd, ...]:
    """Everything that the checks find in a meeting."""
    return run(ALLA, mote)


def findings_in(state: Sammantrade, kommun: Kommun, gang: Gang) -> tuple[Fynd, ...]:
    """Everything that the checks find in a meeting, with the room as it went."""
    return findings(Mote(state, kommun, gang))
