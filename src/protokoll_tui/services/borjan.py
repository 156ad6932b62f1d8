"""Where to go on in a meeting that is opened."""

from __future__ import annotations

from protokoll_tui.domain.tree import paragraf_of
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.services.session import Session
from protokoll_tui.storage.log import Rad


def begin_at(session: Session) -> str:
    """The id of the § where a line was last typed on this computer, else of the first open one.

    A meeting where all is done begins with its first §; writing the agenda is no beginning.
    """
    if all(is_done(p) for p in session.state.paragraf):
        return first_open(session)
    return _last_typed(session) or first_open(session)


def first_open(session: Session) -> str:
    """The id of the first § that is not done, else of the first."""
    paragrafer = session.state.paragraf
    open_ones = (p.id for p in paragrafer if not is_done(p))
    return next(open_ones, paragrafer[0].id if paragrafer else "")


def _last_typed(session: Session) -> str:
    standing: dict[int, bool] = {}
    for line in reversed(session.store.lines()):
        if number := line.angrar or line.gor_om:
            standing.setdefault(number, bool(line.gor_om))
        elif _is_typed(line) and standing.get(line.nr, True):
            ids = line.huvud.get("ids", ())
            found = (p.id for id in ids if (p := paragraf_of(session.state, id)))
            if here := next(found, ""):
                return here
    return ""


def _is_typed(line: Rad) -> bool:
    """Whether a line of the log was typed in the § that it touched."""
    return bool((line.innehall or {}).get("rad")) and line.slag != "extra ärende"
