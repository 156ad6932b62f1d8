"""Lines about jäv: who is out of an item, who steps in, and how a disputed one ended (R48–R49)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.handelse import Lagt, Rattat
from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.procedure.intrade import instead_of
from protokoll_tui.procedure.jav import challenged, counts, persons, points_of_jav
from protokoll_tui.procedure.narvaro import Narvaro
from protokoll_tui.procedure.rostlangd import at_decision
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.narvaro import named
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once

_PROVNING = {
    "prövas": Provning.PROVAS,
    "jävig": Provning.JAVIG,
    "inte": Provning.INTE_JAVIG,
}
"""What a line says of a jäv that is called in question."""


def challenge(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Jäv for the § or points of it, with who steps in; or how a disputed one ended."""
    known = rum.aimed(inmatning, "j")
    if isinstance(known, Jav):
        return _tried(rum, inmatning, known)
    if not inmatning.av:
        raise Oklart("vem_javig")
    av = once(inmatning.av)
    jav = Jav(
        id=rum.new_id("jav"),
        av=av,
        punkter=inmatning.punkter,
        skal=inmatning.text or "",
        provning=_said(inmatning) or Provning.ANMALD,
        vackt_av=once(inmatning.stod, av),
        deltog="deltog" in inmatning.ord,
        tid=rum.klocka,
    )
    jav = replace(jav, tjanst=_stepping_in(rum, inmatning, jav))
    laid = (Lagt(i=rum.paragraf.id, lista="jav", post=jav),)
    return Tolkning("jäv", laid, post=jav.id).marked(*_known_already(rum, jav))


def _said(inmatning: Inmatning) -> Provning | None:
    return next((_PROVNING[word] for word in inmatning.ord if word in _PROVNING), None)


def _known_already(rum: Rum, jav: Jav) -> Iterator[str]:
    """Marks on those who are jäviga there already: the line is as likely typed twice."""
    before = challenged(rum.paragraf).union(*(challenged(rum.paragraf, n) for n in jav.punkter))
    yield from (f"redan_javig:{rum.name(sig)}" for sig in persons(jav.av) if sig in before)


def _stepping_in(rum: Rum, inmatning: Inmatning, jav: Jav) -> tuple[Tjanst, ...]:
    """Who serves on each seat that is left: as named, else as the order says (R34, R198)."""
    if not counts(jav):
        return ()
    others = tuple(j for j in rum.paragraf.jav if j.id != jav.id)
    p, room, said = replace(rum.paragraf, jav=others), _room(rum), named(rum, inmatning)
    # A jäv for the whole § meets those for each point of it.
    where: tuple[int | None, ...] = jav.punkter or (None, *points_of_jav(p))
    busy = {sig for n in where for sig in challenged(p, n)}
    busy.update(sig for n in where for sig in at_decision(rum.gang, p, n).tjanstgor)
    out = tuple(sig for sig in dict.fromkeys(persons(jav.av)) if room.seat_of(sig))
    if len(said) > len(out):
        raise Oklart("for_manga", rum.name(said[len(out)]))
    chosen = (
        Tjanst(vem=vem, ersatter=room.seat_of(sig)) for sig, vem in zip(out, said, strict=False)
    )
    left = out[len(said) :]
    # Whoever was jävig there already keeps the one who steps in.
    known = frozenset.intersection(*(challenged(p, n) for n in where))
    kept = {t.ersatter: t for j in others if counts(j) for t in j.tjanst}
    again = (kept[seat] for sig in left if sig in known and (seat := room.seat_of(sig)) in kept)
    # Nobody who is named here, and nobody who is jävig here, is due for the other seats.
    new = [sig for sig in left if sig not in known]
    rest = instead_of(rum.gang.organ, room, new, {*busy, *said, *persons(jav.av)})
    return (*chosen, *again, *rest)


def _room(rum: Rum) -> Narvaro:
    return rum.gang.at(rum.paragraf.id).beslut


def _tried(rum: Rum, inmatning: Inmatning, jav: Jav) -> Tolkning:
    """The organ has tried it: ``jä j1 jävig``, ``jä j1 inte``."""
    found = _said(inmatning)
    if found not in (Provning.JAVIG, Provning.INTE_JAVIG):
        raise Oklart("javsprovning")
    tried = replace(
        jav,
        provning=found,
        deltog=jav.deltog or "deltog" in inmatning.ord,
        skal=inmatning.text or jav.skal,
    )
    tried = replace(tried, tjanst=_stepping_in(rum, inmatning, tried))
    return Tolkning("jävsprövning", (Rattat(post=tried),), post=jav.id)


def jav_line(post: Jav) -> Inmatning:
    """The line that says a jäv, with who steps in on each seat."""
    words = tuple(word for word, provning in _PROVNING.items() if provning is post.provning)
    return Inmatning(
        verb="jä",
        av=post.av,
        stod=post.vackt_av,
        punkter=post.punkter,
        ord=(*words, "deltog") if post.deltog else words,
        mottagare=" ".join(t.vem for t in post.tjanst),
        text=post.skal or None,
    )
