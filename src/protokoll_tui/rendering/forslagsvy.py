"""What was proposed to the organ, where the decision does not say it."""

from __future__ import annotations

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.penna import single
from protokoll_tui.rendering.vy import MalVy


def proposal_views(p: Paragraf, register: Paragrafregister) -> tuple[MalVy, ...]:
    """The huvudförslag that were not decided as they stand; none before there is a decision.

    What a yrkande proposes is quoted in it. One taken back or replaced was not decided upon.
    """
    decided = {compared(led.text) for led in p.beslut}
    decided.add(compared("\n\n".join(led.text for led in p.beslut)))
    return tuple(
        register.target(Mal(pa=f.id))
        for f in p.forslag
        if p.beslut and f.slag is ForslagSlag.HUVUD and f.text
        if not (f.aterkallat or f.ersatt_av) and compared(f.text) not in decided
    )


def compared(text: str) -> str:
    """The words alone: a lone point without its number, no stop, no difference of capitals."""
    one = single(text)
    return " ".join((text if one is None else one).split()).rstrip(".").casefold()
