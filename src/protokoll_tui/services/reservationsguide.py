"""Who is asked about a reservation when the decision is taken, and the lines for it (R43)."""

from __future__ import annotations

from collections.abc import Collection

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure import Steg, losers
from protokoll_tui.procedure.utfall import never_outvoted
from protokoll_tui.services import texter
from protokoll_tui.services.guidevy import Harnast, Val, actor_name
from protokoll_tui.services.plats import Platser
from protokoll_tui.swedish.lists import join_list


def reservation_next(
    p: Paragraf, step: Steg, kommun: Kommun, platser: Platser, there: Collection[str]
) -> Harnast | None:
    """The question after the decision; None where nobody is left to be asked.

    ``there`` are those who took part in the decision: nobody else may reserve himself (4 kap. 27 §
    KL); empty = not known. Those who lost different yrkanden have a line for each.
    """
    lost = _lost(p, there)
    if not lost:
        return None
    everyone = tuple(dict.fromkeys(a for found in lost.values() for a in found))
    names = join_list(tuple(actor_name(a, kommun) for a in everyone))
    text = texter.NEXT[step.kod.value].format(vad=names, sitt=texter.their_own(len(lost)))
    if all(set(found) == set(everyone) for found in lost.values()):
        lines = [f"rs {_signs(everyone)}"]
    else:
        lines = [f"rs {_signs(found)} {platser.name_of(p, id)}" for id, found in lost.items()]
    offered = (Val(line, "reservation") for line in lines)
    return Harnast(text, (Val(">", "nästa ärende"), *offered), step.regel)


def _signs(aktorer: tuple[Aktor, ...]) -> str:
    return " ".join(a.person or a.grupp for a in aktorer)


def _lost(p: Paragraf, there: Collection[str]) -> dict[str, tuple[Aktor, ...]]:
    """Those who lost each yrkande that nobody has reserved himself in favour of yet, by its id."""
    winners = never_outvoted(p)
    done = {id for r in p.reservation for id in r.till_forman}
    reserved = {sig for r in p.reservation for a in r.av for sig in a.signaturer}
    found: dict[str, tuple[Aktor, ...]] = {}
    for id, aktor in losers(p):
        # One who has reserved himself without saying in favour of what has been asked.
        if id not in done and reserved.isdisjoint(aktor.signaturer):
            found[id] = (*found.get(id, ()), *_who(aktor, winners, there))
    return {id: tuple(dict.fromkeys(own)) for id, own in found.items() if own}


def _who(aktor: Aktor, winners: Collection[str], there: Collection[str]) -> tuple[Aktor, ...]:
    """An actor, or those of a group who did not vote with the majority."""
    sigs = aktor.signaturer
    if not sigs:
        return (aktor,)
    left = [sig for sig in sigs if sig not in winners and (not there or sig in there)]
    if left and set(winners).isdisjoint(sigs):
        return (aktor,)
    return tuple(Aktor(person=sig) for sig in left)
