"""The line that would make an entry again: what Up and "rätta" put into the quick line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Anteckning, Medgivande, Notering, Yttrande
from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.narvaro import Deltagare, Rorelse, StangdaDorrar
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation, ReservationForm
from protokoll_tui.domain.votering import Rost, Rostmarke, Sluten, Valresultat, Votering
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure import main_forslag
from protokoll_tui.procedure.rakning import FIELD_OF
from protokoll_tui.procedure.val import named
from protokoll_tui.quickline import Inmatning, Ref, print_line
from protokoll_tui.quickline.rostrad import Rostsida
from protokoll_tui.quickline.valrad import BALLOTS, ROSTER, Valrad, Valsiffra
from protokoll_tui.services.efterat import BILAGA
from protokoll_tui.services.jav import jav_line
from protokoll_tui.services.narvaro import movement_line
from protokoll_tui.services.plats import LISTS, Platser, posts_of
from protokoll_tui.services.yrkanden import KINDS, own_proposals
from protokoll_tui.swedish.uppdrag import plural

_VERB_OF = {slag: verb for verb, slag in KINDS.items()}


def correction_line(
    paragraf: Paragraf, id: str, platser: Platser, nummer: Mapping[str, int]
) -> str | None:
    """``rä y1 av ab +cd : …`` for an entry that can be typed, or None for one that cannot.

    ``nummer`` are the numbers of the §§ by id.
    """
    # A closed ballot is put right by the place of its question.
    id = next((q.id for q in paragraf.fraga if id in {s.id for s in q.sluten}), id)
    post = next(
        (p for lista in LISTS.values() for p in posts_of(paragraf, lista) if p.id == id), None
    )
    ref = _ref(paragraf, id, platser)
    inmatning = line_of(paragraf, post, platser, nummer) if post else None
    if ref is None or inmatning is None:
        return None
    return print_line(Inmatning(verb="rä", ref=(ref,), nasta=inmatning))


def _ref(paragraf: Paragraf, id: str, platser: Platser) -> Ref | None:
    place = platser.place_of(paragraf, id)
    return Ref(*place) if place else None


def line_of(
    paragraf: Paragraf, post: Post, platser: Platser, nummer: Mapping[str, int]
) -> Inmatning | None:
    """The line of an entry, or None of one that cannot be typed."""
    if of_the_room := room_line(paragraf, post, nummer):
        return of_the_room
    match post:
        case Yrkande():
            return _yrkande(paragraf, post, platser)
        case Forslag():
            return _forslag(paragraf, post)
        case Reservation():
            return _reservation(paragraf, post, platser)
        case Anteckning() | Yttrande():
            return _anteckning(post)
        case DeltarInte():
            return Inmatning(verb="di", av=post.av, punkter=post.punkter, text=post.villkor or None)
        case Notering():
            return Inmatning(verb="no", text=post.text)
        case Votering():
            return vote_line(post)
        case Fraga():
            return ballot_line(paragraf, post, platser)
        case _:
            return None


def vote_line(post: Votering) -> Inmatning:
    """The votes as one line: the names of each side, or the counts."""
    sides: tuple[Rostsida, ...]
    if any(row.rost for row in post.rostlangd):
        sides = tuple(
            Rostsida(marke.value, vem=vem)
            for marke in Rostmarke
            if (vem := tuple(_named(r.person) for r in post.rostlangd if _is_said(r, marke)))
        )
    else:
        counts = [(m, getattr(post.antal, field)) for m, field in FIELD_OF.items() if post.antal]
        sides = tuple(Rostsida(m.value, n) for m, n in counts if n is not None)
    return Inmatning(verb="om", av=post.begard_av, roster=sides, bilaga=post.bilaga)


def ballot_line(paragraf: Paragraf, post: Fraga, platser: Platser) -> Inmatning | None:
    """The last closed ballot of a question as its numbers, or as who asked for it; None of none."""
    last = post.sluten[-1] if post.sluten else Sluten()
    given = ((BALLOTS, last.avgivna), ("blanka", last.blanka), ("ogiltiga", last.ogiltiga))
    numbers = tuple(Valsiffra(vad, antal) for vad, antal in given if antal is not None)
    votes = tuple(_votes(paragraf, resultat, platser) for resultat in last.resultat)
    if numbers or votes:
        return Inmatning(verb="va", val=Valrad(siffror=numbers + votes))
    return Inmatning(verb="om", av=last.begard_av) if last.begard_av else None


def _votes(paragraf: Paragraf, resultat: Valresultat, platser: Platser) -> Valsiffra:
    """The votes of somebody by name, those of a whole list by its place."""
    mal = resultat.pa
    meant = next((named(f, mal.punkter) for f in paragraf.forslag if f.id == mal.pa), ())
    if len(meant) == 1:
        return Valsiffra(ROSTER, resultat.roster, vem=meant[0])
    return Valsiffra(ROSTER, resultat.roster, lista=_ref(paragraf, mal.pa, platser))


def _is_said(row: Rost, marke: Rostmarke) -> bool:
    return row.rost is marke and bool(row.person)


def room_line(paragraf: Paragraf, post: Post, nummer: Mapping[str, int]) -> Inmatning | None:
    """The line of an entry about who is in the room, None of any other."""
    match post:
        case Deltagare():
            return _guest(paragraf, post, nummer)
        case Justering():
            return _signing(post, nummer)
        case Rorelse():
            return movement_line(post, nummer)
        case Jav():
            return jav_line(post)
        case Ordforandeskap():
            last = nummer.get(post.till_paragraf)
            who = (Aktor(person=post.vem),)
            return Inmatning(verb="or", av=who, nr=last, tider=_times(post))
        case Ajournering():
            return Inmatning(verb="aj", datum=post.datum, tider=_times(post))
        case StangdaDorrar():
            return Inmatning(verb="dr", tider=_times(post))
        case _:
            return None


def _guest(paragraf: Paragraf, post: Deltagare, nummer: Mapping[str, int]) -> Inmatning:
    last = nummer.get(post.till)
    first = paragraf.nr if last else None
    far = ("distans",) if post.distans else ()
    return Inmatning(
        verb="nä",
        av=(_named(post.vem),),
        fran_nr=first,
        nr=last,
        ord=far,
        text=post.titel or None,
    )


def _signing(post: Justering, nummer: Mapping[str, int]) -> Inmatning:
    """Its §§ where they are a row; a line without any leaves them as they are."""
    held = sorted(nummer[id] for id in post.paragrafer if id in nummer)
    held = held if held and held[-1] - held[0] == len(held) - 1 else []
    return Inmatning(
        verb="ju",
        av=tuple(map(_named, post.justerare)),
        fran_nr=held[0] if len(held) > 1 else None,
        nr=held[-1] if held else None,
        datum=post.datum,
        tider=(post.tid,) if post.tid else (),
        mottagare=post.plats,
    )


def _named(vem: str) -> Aktor:
    return Aktor(ord=vem) if " " in vem else Aktor(person=vem)


def _times(post: Ajournering | Ordforandeskap | StangdaDorrar) -> tuple[time, ...]:
    """From and to as a line says them; an end alone would be read as a start."""
    return tuple(t for t in (post.fran, post.till if post.fran else None) if t)


def _forslag(paragraf: Paragraf, post: Forslag) -> Inmatning | None:
    """None for one that came with a yrkande: it is corrected there."""
    if any(post in own_proposals(paragraf, yrkande) for yrkande in paragraf.yrkande):
        return None
    if post.slag in VALARENDEN:
        return election_line(post)
    words = post.motivering if post.formellt else post.text
    return Inmatning(verb="fr", av=(post.fran,) if post.fran else (), text=words or None)


def _anteckning(post: Anteckning | Yttrande) -> Inmatning:
    words = () if post.status is Medgivande.MEDGIVEN else (post.status.value,)
    verb = "an" if isinstance(post, Anteckning) else "sy"
    return Inmatning(verb=verb, av=post.av, grupp=post.grupp, ord=words, text=_said(post))


def _said(post: Anteckning | Yttrande | Reservation) -> str | None:
    """The words of an entry, or the bilaga that has them."""
    paper = post.handling if BILAGA.fullmatch(post.handling) else ""
    return post.text or paper or None


def election_line(forslag: Forslag) -> Inmatning:
    """A förslag of an election as it is typed."""
    leaves = ("avgår",) if forslag.slag is ForslagSlag.AVSAGELSE else ()
    vacant = () if forslag.kandidater else ("vakant",)
    several = forslag.platser if forslag.platser and forslag.platser > 1 else None
    uppdrag = f"{several} {plural(forslag.uppdrag)}" if several else forslag.uppdrag
    return Inmatning(
        verb="va",
        av=(forslag.fran,) if forslag.fran else (),
        ord=leaves or vacant,
        val=Valrad(forslag.kandidater, uppdrag, forslag.efter),
        text=forslag.mandattid or None,
    )


def _reservation(paragraf: Paragraf, post: Reservation, platser: Platser) -> Inmatning:
    refs = tuple(r for id in post.till_forman if (r := _ref(paragraf, id, platser)))
    bare = post.form is ReservationForm.MUNTLIG
    bare = bare or (post.form is ReservationForm.BILAGA and _said(post) != (post.text or None))
    words = () if bare else (post.form.value,)
    return Inmatning(
        verb="rs", av=post.av, ref=refs, punkter=post.punkter, ord=words, text=_said(post)
    )


def _yrkande(paragraf: Paragraf, yrkande: Yrkande, platser: Platser) -> Inmatning:
    own = {f.id for f in own_proposals(paragraf, yrkande)}
    line: Inmatning | None = None
    for n, stallning in reversed(list(enumerate(yrkande.stallning))):
        movers = yrkande.av if n == 0 else ()
        joined = tuple(i.vem for i in yrkande.instammer) if n == 0 else ()
        forslag = next((f for f in paragraf.forslag if f.id == stallning.pa.pa), None)
        stand = (
            _own(paragraf, stallning, forslag, platser)
            if forslag and forslag.id in own
            else _towards(paragraf, stallning, forslag, platser)
        )
        line = replace(stand, av=movers, stod=joined, hand=stallning.hand, nasta=line)
    return line or Inmatning(verb="bi", av=yrkande.av)


def _own(paragraf: Paragraf, stallning: Stallning, forslag: Forslag, platser: Platser) -> Inmatning:
    """A stand for the förslag that came with it; a tillägg names what it adds to."""
    if forslag.slag in VALARENDEN:
        return election_line(forslag)
    adds = forslag.slag in (ForslagSlag.TILLAGG, ForslagSlag.ORDNINGSFRAGA)
    base = _ref(paragraf, forslag.mot.pa, platser) if adds and forslag.mot else None
    return Inmatning(
        verb=_VERB_OF[forslag.slag],
        ref=(base,) if base else (),
        punkter=forslag.mot.punkter if forslag.mot else (),
        datum=forslag.till_datum,
        mottagare=forslag.mottagare,
        text=forslag.text or forslag.motivering or None,
    )


def _towards(
    paragraf: Paragraf, stallning: Stallning, forslag: Forslag | None, platser: Platser
) -> Inmatning:
    """A stand towards a förslag that was there already."""
    own = f"att {stallning.att}" if stallning.att else stallning.ord
    return Inmatning(
        verb="bi" if stallning.verkan is Verkan.BIFALL else "av",
        ref=_target(paragraf, forslag, platser),
        punkter=stallning.pa.punkter,
        text=own or None,
    )


def _target(paragraf: Paragraf, forslag: Forslag | None, platser: Platser) -> tuple[Ref, ...]:
    """No place for the main förslag: that is what a line without one means."""
    if forslag is None or forslag == main_forslag(paragraf):
        return ()
    ref = _ref(paragraf, forslag.id, platser)
    return (ref,) if ref else ()
