"""Lines about who comes and goes, and who then serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import time
from itertools import zip_longest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.handelse import Handelse, Lagt, apply_all
from protokoll_tui.domain.narvaro import (
    TOM,
    Fas,
    Rorelse,
    RorelseSlag,
    Tjanst,
)
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure.dagar import later_days
from protokoll_tui.procedure.intrade import after_arrival, after_leaving, may_return, taking
from protokoll_tui.procedure.jav import challenged_anywhere, persons, stand_in_for, stand_ins
from protokoll_tui.procedure.narvaro import AVGANG, Narvaro, Skede, gang
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.upprop import answers_from_afar, from_afar, tried

_SLAG = {
    "kommer": RorelseSlag.KOMMER,
    "anländer": RorelseSlag.KOMMER,
    "återkommer": RorelseSlag.KOMMER,
    "går": RorelseSlag.GAR,
    "lämnar": RorelseSlag.GAR,
    "utvisas": RorelseSlag.VISAS_UT,
    "uteblir": RorelseSlag.UTEBLIR,
    "tappar": RorelseSlag.TAPPAR,
    "åter": RorelseSlag.ATER,
    "byter": RorelseSlag.BYTER,
    "distans": RorelseSlag.DISTANS,
}
_FAS = {"före": Fas.FORE, "under": Fas.UNDER, "efter": Fas.EFTER}

LEAVES = AVGANG | {RorelseSlag.TAPPAR}
"""Movements where > names who takes the seat of the one who goes; elsewhere it names the seat."""

_BY_ORDER = AVGANG | {RorelseSlag.KOMMER, RorelseSlag.ATER}
"""Movements at which somebody takes a seat by the order, where the line does not say who."""

NOBODY = frozenset({TOM, "-", "tom"})
"""How a line says that a seat is empty."""


def phase(p: Paragraf) -> Fas:
    """Where an item is as to its decision: not begun, begun, decided."""
    if is_done(p):
        return Fas.EFTER
    said = (p.yrkande, p.fraga, p.jav, p.ordforandeskap, p.overlaggning_avslutad)
    return Fas.UNDER if any(said) else Fas.FORE


def changes_phase(inmatning: Inmatning | None, fas: Fas) -> bool:
    """Whether a line about a movement says another phase than that."""
    said = [_FAS[w] for w in inmatning.ord if w in _FAS] if inmatning else []
    return bool(said) and said[0] is not fas


def room_in(skede: Skede, fas: Fas) -> Narvaro:
    """The room as it is in a phase of a §."""
    return {Fas.FORE: skede.borjan, Fas.UNDER: skede.beslut, Fas.EFTER: skede.slut}[fas]


def move(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Somebody comes, goes, loses the connection …; without a word for it the one that is due.

    Who steps in is as the line says after >, else as the order says (R34).
    """
    if "prövat" in inmatning.ord:
        return tried(rum.state, rum.klocka)
    who = _people(rum, inmatning)
    if not who:
        raise Oklart("vem_ror")
    if answers_from_afar(rum, inmatning):
        return from_afar(rum, who)
    if len(inmatning.tider) > 1:
        raise Oklart("en_tid")
    fas = next((_FAS[w] for w in inmatning.ord if w in _FAS), phase(rum.paragraf))
    laid: list[Rorelse] = []
    here = rum
    for sig, named in _pairs(rum, inmatning, who):
        r = _movement(here, inmatning, sig, fas, named)
        laid.append(r)
        here = _after(here, (Lagt(i=rum.paragraf.id, lista="rorelse", post=r),))
    events = tuple(Lagt(i=rum.paragraf.id, lista="rorelse", post=r) for r in laid)
    doubts = _doubts(rum, laid, fas)
    return Tolkning("närvaro", events, post=laid[0].id).marked(*doubts)


def _pairs(rum: Rum, inmatning: Inmatning, who: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each who moves with the one named for it after >, "" where the line does not say."""
    said = named(rum, inmatning)
    if len(said) > len(who):
        raise Oklart("for_manga", rum.name(said[len(who)]))
    yield from zip_longest(who, said, fillvalue="")


def _after(rum: Rum, handelser: tuple[Handelse, ...]) -> Rum:
    state = apply_all(rum.state, handelser)
    here = next((p for p in state.paragraf if p.id == rum.paragraf.id), rum.paragraf)
    return replace(rum, state=state, paragraf=here, gang=gang(state, rum.kommun))


def _people(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Signatures of those who are named. Raises ``Oklart`` at one who is in no roster."""
    for aktor in inmatning.av:
        if aktor.ord:
            when = aktor.ord[0].isdigit()
            raise Oklart("okand_dag" if when else "okand_person", aktor.ord)
    return persons(inmatning.av)


def _movement(rum: Rum, inmatning: Inmatning, sig: str, fas: Fas, named: str) -> Rorelse:
    room = room_in(rum.gang.at(rum.paragraf.id), fas)
    slag = _kind(inmatning, room, sig, named)
    due = _due(rum, room, sig, slag, fas)
    seats = _seats(rum, room, sig, slag, named, fas) if named else due
    why = inmatning.text or ""
    if why and seats != due:
        # The reason is why the order was not followed (R34).
        seats, why = tuple(replace(t, skal=why) for t in seats), "" if seats else why
    return Rorelse(
        id=rum.new_id("rorelse"),
        slag=slag,
        vem=sig,
        fas=fas,
        tid=_time(rum, inmatning, slag),
        dag=inmatning.datum or next(reversed(later_days(rum.paragraf, fas)), None),
        till=last_of(rum, inmatning),
        distans=slag is RorelseSlag.KOMMER and "distans" in inmatning.ord,
        tjanst=seats,
        skal=why,
    )


def _time(rum: Rum, inmatning: Inmatning, slag: RorelseSlag) -> time | None:
    """The time said, else now; nobody stays away at a certain time."""
    now = None if slag is RorelseSlag.UTEBLIR else rum.nu
    return inmatning.tider[0] if inmatning.tider else now


def _kind(inmatning: Inmatning, room: Narvaro, sig: str, named: str) -> RorelseSlag:
    said = [_SLAG[w] for w in inmatning.ord if w in _SLAG]
    if said == [RorelseSlag.DISTANS] and sig not in room.inne:
        return RorelseSlag.KOMMER
    if said:
        return next((s for s in said if s is not RorelseSlag.DISTANS), said[0])
    if sig in room.tappade:
        return RorelseSlag.ATER
    if sig not in room.inne:
        return RorelseSlag.KOMMER
    if named and not room.seat_of(sig):
        return RorelseSlag.BYTER
    return RorelseSlag.GAR


def named(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """Signatures after >, ``ingen`` for nobody. Raises ``Oklart`` at an unknown name."""
    found: list[str] = []
    for part in inmatning.mottagare.split(","):
        words = [word for word in part.split() if not word.startswith("(")]
        while words:
            sig, used = _first_name(rum, words)
            found.append(sig)
            words = words[used:]
    return tuple(found)


def _first_name(rum: Rum, words: list[str]) -> tuple[str, int]:
    """Whom the longest run of words that fits one person names, and how many words it takes."""
    if words[0].casefold() in NOBODY:
        return TOM, 1
    for used in range(min(4, len(words)), 0, -1):
        alone = used == 1 or not any(rum.kommun.find_person(word) for word in words[:used])
        if alone and (sig := rum.find(" ".join(words[:used]))):
            return sig, used
    raise Oklart("okand_person", words[0])


def _due(rum: Rum, room: Narvaro, sig: str, slag: RorelseSlag, fas: Fas) -> tuple[Tjanst, ...]:
    """Who serves where after it as the order says."""
    organ, out = rum.gang.organ, _not_free(rum, fas)
    if slag in AVGANG:
        seat = room.seat_of(sig)
        if fas is not Fas.EFTER and (vem := stand_in_for(rum.paragraf, sig, seat)):
            # Whoever serves for one who is jävig stays when that one goes home.
            return (Tjanst(vem=vem, ersatter=seat),)
        return after_leaving(organ, room, sig, out)
    if slag in _BY_ORDER:
        return after_arrival(organ, room, sig, out)
    return ()


def _not_free(rum: Rum, fas: Fas) -> frozenset[str]:
    """Those who are jäviga or serve for one who is: nobody calls them while the item lasts."""
    p = rum.paragraf
    return challenged_anywhere(p) | stand_ins(p) if fas is not Fas.EFTER else frozenset()


def _seats(
    rum: Rum, room: Narvaro, sig: str, slag: RorelseSlag, named: str, fas: Fas
) -> tuple[Tjanst, ...]:
    """Who serves where after it as the line says; said to be nobody, the seat is simply left."""
    if named == TOM:
        return ()
    if slag in LEAVES:
        if not (own := room.seat_of(sig)):
            raise Oklart("ingen_plats", rum.name(sig))
        return (Tjanst(vem=named, ersatter=own),)
    seat = named if rum.gang.organ.seat(named) else room.seat_of(named)
    if not seat:
        raise Oklart("ingen_plats", rum.name(named))
    return taking(rum.gang.organ, room, sig, seat, _not_free(rum, fas))


def last_of(rum: Rum, inmatning: Inmatning) -> str:
    """The id of the § that a line holds to and with, from this one on; "" where it says none.

    Raises ``Oklart`` where the line begins in another §, or ends before this one.
    """
    if inmatning.nr is None:
        return ""
    if inmatning.fran_nr not in (None, rum.paragraf.nr):
        raise Oklart("annan_borjan", str(inmatning.fran_nr))
    last = numbered(rum, inmatning.nr)
    if rum.state.paragraf.index(last) < rum.state.paragraf.index(rum.paragraf):
        raise Oklart("fore_denna", str(inmatning.nr))
    return last.id


def numbered(rum: Rum, nr: int) -> Paragraf:
    """The § with a number. Raises ``Oklart`` where there is none."""
    found = next((p for p in rum.state.paragraf if p.nr == nr), None)
    if found is None:
        raise Oklart("ingen_paragraf", str(nr))
    return found


def _doubts(rum: Rum, laid: list[Rorelse], fas: Fas) -> Iterator[str]:
    """Marks on what is as likely a slip: who comes is here, who goes is not."""
    room = room_in(rum.gang.at(rum.paragraf.id), fas)
    for r in laid:
        there = r.vem in room.inne
        connected = r.slag is RorelseSlag.ATER and r.vem not in room.tappade
        if there and (connected or r.slag is RorelseSlag.KOMMER):
            yield f"redan_har:{rum.name(r.vem)}"
        if r.slag in LEAVES and not there:
            yield f"inte_har:{rum.name(r.vem)}"
        if r.slag is RorelseSlag.TAPPAR and there and r.vem not in room.distans:
            yield f"inte_pa_distans:{rum.name(r.vem)}"
        back = r.slag in (RorelseSlag.KOMMER, RorelseSlag.ATER) and not r.tjanst
        if back and not room.seat_of(r.vem) and not may_return(rum.gang.organ, room, r.vem):
            yield f"far_inte_tjanstgora:{rum.name(r.vem)} ({r.vem})"


def gone_since(rum: Rum, sigs: Iterable[str]) -> Iterator[str]:
    """Marks on those who were there earlier in the § and are not there, or not connected, now.

    Of one who was never there in it the checks tell (R194).
    """
    p = rum.paragraf
    rooms = [room for step in rum.gang.steg if step.paragraf == p.id for room in step[2:4]]
    now = room_in(rum.gang.at(p.id), phase(p))
    for sig in dict.fromkeys(sigs):
        was = any(sig in room.inne for room in rooms)
        if was and (sig not in now.inne or sig in now.tappade):
            yield f"inte_har_nu:{rum.name(sig)}"


def absent(rum: Rum, sigs: Iterable[str]) -> Iterator[str]:
    """Marks on those elected who are not there now, once an upprop says who is."""
    now = room_in(rum.gang.at(rum.paragraf.id), phase(rum.paragraf))
    elected = rum.kommun.valda(rum.state.organ, rum.state.datum)
    for sig in dict.fromkeys(sigs) if rum.gang.registrerat else ():
        if sig in elected and sig not in now.inne:
            yield f"inte_har_nu:{rum.name(sig)}"


def movement_line(post: Rorelse, nummer: Mapping[str, int]) -> Inmatning:
    """The line that says a movement, with the words that leave nothing to be guessed."""
    kinds = {slag: word for word, slag in reversed(_SLAG.items())}
    said = [kinds[post.slag]]
    said += ["distans"] if post.distans else []
    said += [next(word for word, fas in _FAS.items() if fas is post.fas)]
    skal = next((t.skal for t in post.tjanst if t.skal), post.skal)
    return Inmatning(
        verb="kl",
        av=(Aktor(person=post.vem),),
        nr=nummer.get(post.till),
        datum=post.dag,
        tider=(post.tid,) if post.tid else (),
        ord=tuple(said),
        mottagare=_pointed_at(post),
        text=skal or None,
    )


def _pointed_at(post: Rorelse) -> str:
    """What stands after >: who steps in for one who goes, else the seat of the one who comes."""
    if post.slag in LEAVES:
        seat = next((t.vem for t in post.tjanst if t.vem != post.vem), "")
    else:
        seat = next((t.ersatter or t.vem for t in post.tjanst if t.vem == post.vem), "")
    # Where the order would put somebody, it is said that nobody was.
    return seat or (TOM if post.slag in _BY_ORDER else "")
