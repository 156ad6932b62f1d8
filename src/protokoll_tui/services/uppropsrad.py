"""The line of the attendance screen: answers to the upprop, and movements in a §."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.narvaro import TOM
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import Kontext, find_verb
from protokoll_tui.services import texter
from protokoll_tui.services.narvaro import NOBODY
from protokoll_tui.services.session import Session
from protokoll_tui.services.upprop import Upprop, recorded, tried, upprop_of
from protokoll_tui.swedish.matching import match_names

FAR = "*"
"""Before a signature: at a distance. Alone: that all see and hear each other was tried (R38)."""


@dataclass(frozen=True)
class Svar:
    """What became of a line: whether it was taken, and what to say."""

    tagen: bool = False
    text: str = ""


def is_upprop(session: Session, paragraf: str) -> bool:
    """Whether the upprop is held: in its § until that is done, elsewhere until there is one."""
    p = session.paragraf(paragraf)
    calling = p.slag is ParagrafSlag.UPPROP and not is_done(p)
    return calling or not session.gang.registrerat


def at_upprop(session: Session, line: str, *, whole: bool = True) -> Svar:
    """An answer: a blank for all, ``ab``, ``*ab``, ``rh>aw : skäl``, ``*`` alone.

    ``whole`` is False while it is still being typed: then only a signature that no other begins
    with is taken.
    """
    words = line.strip() or line
    if words == FAR and whole:
        return _tried(session)
    call = upprop_of(session.state, session.gang)
    if words == " ":
        return _record(session, call.all_here())
    if ">" in words:
        return _seat(session, call, words) if whole else Svar()
    far, name = words.startswith(FAR), words.removeprefix(FAR).strip()
    sig = name if not whole and _unmistakable(call, name) else ""
    sig = sig or (_find(session, call, name) if whole else "")
    if not sig:
        return Svar(text=_why(session, call, name) if whole and name else "")
    return _record(session, call.at_distance(sig) if far else call.turned(sig))


def _unmistakable(call: Upprop, name: str) -> bool:
    """Whether a word is a signature of the organ that no other one begins with."""
    known = (*call.ledamoter, *call.ersattare)
    return name in known and sum(sig.startswith(name) for sig in known) == 1


def _find(session: Session, call: Upprop, name: str) -> str:
    """The one of the organ that a name fits, "" where none or several do."""
    known = {*call.ledamoter, *call.ersattare}
    return name if name in known else Kontext(namn=_names(session, call)).person(name) or ""


def _why(session: Session, call: Upprop, name: str) -> str:
    """Why a name is nobody's: in no roster of the organ, or fitting several."""
    found = match_names(name, _names(session, call))
    best = [m.key for m in found if m.score == found[0].score]
    if len(best) > 1:
        return texter.mark_text(f"flera_personer:{' eller '.join(best)}")
    return texter.NOT_IN_ORGAN.format(om=name)


def _names(session: Session, call: Upprop) -> dict[str, str]:
    known = {*call.ledamoter, *call.ersattare}
    return {p.sig: p.namn for p in session.kommun.person if p.sig in known}


def _seat(session: Session, call: Upprop, words: str) -> Svar:
    """``rh>aw``: rh serves for aw; ``ingen>aw``: nobody does. A reason after a colon (R34)."""
    pair, _, why = words.partition(":")
    left, _, right = (part.strip() for part in pair.partition(">"))
    seat = right if call.organ.seat(right) else _find(session, call, right)
    vem = TOM if left.casefold() in NOBODY else _find(session, call, left)
    if not vem or call.organ.seat(seat) is None:
        return Svar(text=texter.NOT_IN_ORGAN.format(om=left if not vem else right))
    return _record(session, call.seated(vem, seat, why.strip()))


def _record(session: Session, call: Upprop) -> Svar:
    events = recorded(session.state, call)
    if not events:
        return Svar(True)
    besked = session.record_events("upprop", events)
    return Svar(besked.taken, besked.text)


def _tried(session: Session) -> Svar:
    """That sight and sound were tried is noted, or is not so after all."""
    act = tried(session.state, session.clock().time().replace(microsecond=0))
    besked = session.record_events(act.slag, act.handelser)
    return Svar(besked.taken, texter.ACTS[act.slag] if besked.taken else besked.text)


def finished(session: Session, paragraf: str) -> Svar:
    """The upprop is done: its § is settled, where it is one and is still open."""
    if not session.gang.registrerat:
        return Svar(text=texter.NOBODY_CALLED)
    p = session.paragraf(paragraf)
    if p.slag is ParagrafSlag.UPPROP and not is_done(p):
        _, besked = session.record("ru", p.id)
        if besked is not None and not besked.taken:
            return Svar(text=besked.text)
    return Svar(True, session.serving(paragraf))


def in_item(session: Session, line: str, paragraf: str, *, sure: bool) -> Svar:
    """A movement in a §: shown as the sentence it becomes, recorded when one is ``sure``.

    ``aw`` is ``kl aw``, ``*aw`` with ``distans``; a line that begins with a verb is as it stands.
    """
    line = as_movement(line)
    last = session.read(line, paragraf)
    said = " ".join((last.mening, *last.anmarkningar)).strip()
    if not sure:
        return Svar(text=f"{line}: {said}".strip())
    if last.oklar:
        return Svar(text=said)
    _, besked = session.record(line, paragraf)
    return Svar(bool(besked and besked.taken), said if besked and besked.taken else "")


def as_movement(line: str) -> str:
    """The quick line behind what is typed on the screen."""
    first = line.split()[0] if line.split() else ""
    if find_verb(first):
        return line
    pair = line.removeprefix(FAR).replace(">", " >", 1)
    return f"kl {pair.strip()}{' distans' if line.startswith(FAR) else ''}"
