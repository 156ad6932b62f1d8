"""Lines about how people stand to the decision, and what else is noted in the §."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Anteckning, Medgivande, Notering, Yttrande
from protokoll_tui.domain.handelse import Handelse, Lagt, Satt
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.reservation import DeltarInte, Reservation, ReservationForm
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import losers
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services import justeringar, texter
from protokoll_tui.services.narvaro import last_of, phase
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once, shares
from protokoll_tui.services.yrkanden import missing_points

BILAGA = re.compile(r"(?:(?:se|enligt|finns i)\s+)?bilaga\s+(\w{1,4})\.?", re.IGNORECASE)
"""A text that only says which bilaga has the words."""


def _laid(rum: Rum, lista: str, post: Post) -> tuple[Handelse, ...]:
    return (Lagt(i=rum.paragraf.id, lista=lista, post=post),)


def reserve(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A reservation; without a place it is in favour of the person's own lost yrkande."""
    form = next((ReservationForm(w) for w in inmatning.ord), ReservationForm.MUNTLIG)
    handling, text = _paper(inmatning)
    if form is ReservationForm.BILAGA and inmatning.nr:
        handling = f"bilaga {inmatning.nr}"
    reservation = Reservation(
        id=rum.new_id("reservation"),
        av=once(inmatning.av),
        punkter=inmatning.punkter,
        till_forman=_in_favour(rum, inmatning),
        form=ReservationForm.BILAGA if handling and form is ReservationForm.MUNTLIG else form,
        text=text,
        handling=handling,
        tid=rum.klocka,
    )
    laid = _laid(rum, "reservation", reservation)
    tolkning = Tolkning("reservation", laid, post=reservation.id)
    doubts = [] if inmatning.av else ["vem"]
    # There is nothing to reserve oneself against before the decision (4 kap. 27 § KL).
    doubts += [] if is_done(rum.paragraf) else ["fore_beslut"]
    return tolkning.marked(*doubts, *missing_points(rum, inmatning))


def _paper(inmatning: Inmatning) -> tuple[str, str]:
    """The bilaga that holds the words, and the words of the line: one of the two."""
    text = inmatning.text or ""
    named = BILAGA.fullmatch(text)
    return (f"bilaga {named[1]}", "") if named else ("", text)


def _in_favour(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    named = tuple(rum.holding(ref) for ref in inmatning.ref if ref.lista == "y")
    if named:
        return tuple(post.id for post in named if isinstance(post, Yrkande))
    lost = {id for id, vem in losers(rum.paragraf) if any(shares(vem, a) for a in inmatning.av)}
    return tuple(y.id for y in rum.paragraf.yrkande if y.id in lost)


def note_for_protocol(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A protokollsanteckning, own or for a group; granted unless it is said to be refused (R46)."""
    status = Medgivande(_status(inmatning))
    handling, text = _paper(inmatning)
    anteckning = Anteckning(
        id=rum.new_id("anteckning"),
        av=once(inmatning.av),
        grupp=inmatning.grupp,
        text=_unquoted(text),
        handling=handling,
        status=status,
        tid=rum.klocka,
    )
    lacks = not inmatning.text and status is not Medgivande.NEKAD
    laid = _laid(rum, "anteckning", anteckning)
    tolkning = Tolkning("anteckning", laid, post=anteckning.id, saknar_text=lacks)
    return tolkning.marked(*_whose(rum, inmatning))


def _whose(rum: Rum, inmatning: Inmatning) -> Iterator[str]:
    """Marks on who speaks: nobody, or one who is of another party than the group spoken for."""
    if not inmatning.av:
        yield "vem"
    for person in (rum.kommun.find_person(aktor.person) for aktor in inmatning.av):
        if person and person.parti and inmatning.grupp not in ("", person.parti):
            grupp = rum.kommun.party_name(inmatning.grupp)
            yield f"annan_grupp:{texter.OTHER_GROUP.format(namn=person.med_parti, grupp=grupp)}"


def statement(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A särskilt yttrande."""
    handling, text = _paper(inmatning)
    yttrande = Yttrande(
        id=rum.new_id("yttrande"),
        av=once(inmatning.av),
        grupp=inmatning.grupp,
        text=_unquoted(text),
        handling=handling,
        status=Medgivande(_status(inmatning)),
        tid=rum.klocka,
    )
    tolkning = Tolkning("yttrande", _laid(rum, "yttrande", yttrande), post=yttrande.id)
    return tolkning.marked(*_whose(rum, inmatning))


def _status(inmatning: Inmatning) -> str:
    return inmatning.ord[0] if inmatning.ord else Medgivande.MEDGIVEN


def _unquoted(text: str) -> str:
    """The style sets quotation marks; those that were pasted around the whole text go."""
    for opening, closing in ("””", '""', "“”", "»«", "»»"):
        body = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and len(text) > 1:
            return text if opening in body or closing in body else body.strip()
    return text


def abstain(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Takes no part in the decision, or in points of it (R42)."""
    deltar = DeltarInte(
        id=rum.new_id("deltar_inte"),
        av=once(inmatning.av),
        punkter=inmatning.punkter,
        villkor=inmatning.text or "",
        om_faller=_if_falls(rum, inmatning),
        tid=rum.klocka,
    )
    tolkning = Tolkning("deltar inte", _laid(rum, "deltar_inte", deltar), post=deltar.id)
    return tolkning if inmatning.av else tolkning.marked("vem")


def _if_falls(rum: Rum, inmatning: Inmatning) -> str:
    """The yrkande whose fall makes it so (``di ab y2``), "" where it holds in any case."""
    named = rum.aimed(inmatning, "y")
    return named.id if named else ""


def adjust_now(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The § is adjusted at once (R22); after that undo does not pass it."""
    names = justeringar.named(inmatning)
    now = Satt(id=rum.paragraf.id, falt="omedelbart_justerad", varde=rum.nu or True)
    signed = justeringar.at_once(rum, names) if names else ()
    return Tolkning("omedelbar justering", (now, *signed), post=rum.paragraf.id, sparr=True)


def pause(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A pause: with times it is over, without it begins or ends now; with a day it goes on then."""
    if inmatning.datum:
        return _continued(rum, inmatning)
    running = [a for a in rum.paragraf.ajournering if a.till is None and a.datum is None]
    if running and len(inmatning.tider) < 2:
        when = inmatning.tider[0] if inmatning.tider else rum.klocka
        ended = Satt(id=running[-1].id, falt="till", varde=when)
        return Tolkning("ajournering slut", (ended,), post=running[-1].id)
    if inmatning.tider:
        fran, till = _span(inmatning)
        ajournering = Ajournering(id=rum.new_id("ajournering"), fran=fran, till=till)
        return Tolkning("ajournering", _laid(rum, "ajournering", ajournering), post=ajournering.id)
    begun = Ajournering(id=rum.new_id("ajournering"), fran=rum.klocka)
    return Tolkning("ajournering", _laid(rum, "ajournering", begun), post=begun.id)


def _continued(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The meeting is broken off and goes on another day, at the last time said (R13)."""
    *before, again = inmatning.tider or (None,)
    ajournering = Ajournering(
        id=rum.new_id("ajournering"),
        fran=before[0] if before else rum.klocka,
        till=again,
        datum=inmatning.datum,
        fas=phase(rum.paragraf),
    )
    laid = _laid(rum, "ajournering", ajournering)
    return Tolkning("fortsatt sammanträde", laid, post=ajournering.id)


def _span(inmatning: Inmatning) -> tuple[time | None, time | None]:
    """From and to, as far as the line says. Raises ``Oklart`` where the end is before the start."""
    fran, till = (*inmatning.tider, None, None)[:2]
    if fran and till and till < fran:
        raise Oklart("tider")
    return fran, till


def take_chair(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Someone takes the chair, at the time said, else from now or the start of the § (R225)."""
    aktor = inmatning.av[0] if len(inmatning.av) == 1 else Aktor()
    if not (aktor.person or aktor.ord):
        raise Oklart("vem_ordforande")
    fran, till = _span(inmatning)
    p = rum.paragraf
    # Whoever had the chair before stays in the record: a slip is put right with "rätta".
    begun = bool(p.yrkande or p.fraga or p.ordforandeskap)
    chair = Ordforandeskap(
        id=rum.new_id("ordforandeskap"),
        vem=aktor.person or aktor.ord,
        fran=fran or (rum.klocka if begun else None),
        till=till,
        till_paragraf=last_of(rum, inmatning),
    )
    return Tolkning("ordförande", _laid(rum, "ordforandeskap", chair), post=chair.id)


def note(rum: Rum, text: str, otolkad: bool = False) -> Tolkning:
    """A free note of the secretary; ``otolkad`` marks a line that was not understood."""
    notering = Notering(id=rum.new_id("notering"), text=text, otolkad=otolkad, tid=rum.klocka)
    return Tolkning("notering", _laid(rum, "notering", notering), post=notering.id)
