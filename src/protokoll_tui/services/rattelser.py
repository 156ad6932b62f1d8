"""Lines that put entries right: corrected, moved, struck, given own words, made secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from protokoll_tui.domain.anteckning import Anteckning, Lydelse, Notering, Yttrande
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import VALARENDEN, Forslag, Mal
from protokoll_tui.domain.handelse import Flyttat, Handelse, Lagt, Rattat, Satt, Struket
from protokoll_tui.domain.narvaro import Deltagare, Rorelse
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import main_forslag
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.plats import LISTS
from protokoll_tui.services.tolkning import Oklart, Redigera, Rum, Tolkning
from protokoll_tui.services.vilka import once
from protokoll_tui.services.yrkanden import own_proposals

TEXT_FIELD = {
    "forslag": "text",
    "beslut": "text",
    "anteckning": "text",
    "yttrande": "text",
    "reservation": "text",
    "notering": "text",
}
"""Where the words of a record lie, for those that have some."""

KEPT = (
    *("id", "okant", "tid", "handling", "atertaget", "ersatter", "aterkallat", "ersatt_av"),
    "beslutat",
)
"""What no line says: it stays as it was when an entry is corrected."""


_LAW = re.compile(r"(?:OSL\s*)?\d+\s*(?::|kap\b\.?)\s*\d+", re.IGNORECASE)
"""How a section of the law begins: ``18:1``, ``OSL 18 kap. 1 §``."""


def _one(rum: Rum, inmatning: Inmatning) -> tuple[Post, str]:
    post = _all(rum, inmatning)[0]
    if len(inmatning.ref) > 1:
        raise Oklart("en_post")
    return post, LISTS[inmatning.ref[0].lista]


def _all(rum: Rum, inmatning: Inmatning) -> tuple[Post, ...]:
    """The entries at all places of the line, each once."""
    if not inmatning.ref:
        raise Oklart("vilken_post")
    return tuple(rum.at(ref) for ref in dict.fromkeys(inmatning.ref))


def _with_own(rum: Rum, posts: tuple[Post, ...]) -> tuple[tuple[Forslag, ...], tuple[str, ...]]:
    """The förslag that came with the yrkanden among them, and the ids of all, each once."""
    own = own_proposals(rum.paragraf, *_yrkanden(posts))
    return own, tuple(dict.fromkeys(post.id for post in (*own, *posts)))


def _yrkanden(posts: tuple[Post, ...]) -> list[Yrkande]:
    return [post for post in posts if isinstance(post, Yrkande)]


def correct(rum: Rum, inmatning: Inmatning, corrected: Tolkning) -> Tolkning:
    """An entry gets new content under its old identity; that is no withdrawal."""
    old, lista = _one(rum, inmatning)
    laid = [h for h in corrected.handelser if isinstance(h, Lagt)]
    match = next((h for h in laid if h.lista == lista), None)
    if match is None and isinstance(old, Notering) and old.otolkad and corrected.handelser:
        return _sorted_out(rum, old, corrected)
    if match is None:
        raise Oklart("annat_slag")
    new = _same_actor(old, same_identity(old, match.post))
    if isinstance(old, Ordforandeskap) and isinstance(new, Ordforandeskap):
        new = _same_time(old, new, inmatning)
    if isinstance(old, Rorelse) and isinstance(match.post, Rorelse):
        new = _said_time(old, match.post, inmatning)
    others: tuple[Handelse, ...] = tuple(h for h in laid if h is not match)
    if isinstance(old, Deltagare) and isinstance(new, Deltagare):
        others, new = _moved_to(rum.paragraf, match, old), _same_guest(old, new, inmatning)
    if isinstance(old, Forslag) and isinstance(new, Forslag):
        if others:
            raise Oklart("annat_slag")
        new = _same_kind(old, new)
    if isinstance(old, Yrkande) and isinstance(new, Yrkande):
        others, ids = _same_proposals(own_proposals(rum.paragraf, old), laid)
        new = _same_people(old, _renamed(new, ids))
    events = (*others, Rattat(post=new))
    again = Tolkning("rättelse", events, post=old.id, saknar_text=corrected.saknar_text)
    # What the entry itself said before is no change of mind, and who it was is known.
    known = {"yrkar_redan", "efter_beslut", "redan_med", "ordning_finns"}
    known |= {"vem"} if getattr(new, "av", ()) else set()
    told = (mark for mark in corrected.anmarkningar if mark.partition(":")[0] not in known)
    return again.marked(*told)


def _sorted_out(rum: Rum, note: Notering, corrected: Tolkning) -> Tolkning:
    """A line that was not understood gives way to what the right one becomes, in one entry."""
    gone = Struket(id=note.id)
    others = tuple(h for h in corrected.handelser if h != gone)
    marks = corrected.anmarkningar
    if not any(n.otolkad and n.id != note.id for n in rum.paragraf.notering):
        # The unread line is this one.
        marks = tuple(mark for mark in marks if not mark.startswith("efter_notering"))
    return replace(corrected, handelser=(gone, *others), anmarkningar=marks)


def _same_actor(old: Post, new: Post) -> Post:
    """A line without a name does not say that nobody did it."""
    if getattr(new, "av", True):
        return new
    kept: dict[str, Any] = {"av": getattr(old, "av", ())}
    return replace(new, **kept)


def _same_time(old: Ordforandeskap, new: Ordforandeskap, inmatning: Inmatning) -> Ordforandeskap:
    """A line without a time does not say when; one with a time says it to the minute."""
    said = inmatning.nasta.tider if inmatning.nasta else ()
    if not said:
        return replace(new, fran=old.fran, till=old.till)
    same = old.fran is not None and old.fran.replace(second=0, microsecond=0) == new.fran
    return replace(new, fran=old.fran) if same else new


def _said_time(old: Rorelse, new: Rorelse, inmatning: Inmatning) -> Rorelse:
    """A movement is at the time that the line says, else when it was; the seconds are kept."""
    said = inmatning.nasta.tider if inmatning.nasta else ()
    same = not said or (old.tid is not None and old.tid.replace(second=0) == new.tid)
    day = inmatning.nasta.datum if inmatning.nasta else None
    kept: Rorelse = replace(new, id=old.id, okant=old.okant, dag=day or old.dag)
    return replace(kept, tid=old.tid) if same else kept


def _same_guest(old: Deltagare, new: Deltagare, inmatning: Inmatning) -> Deltagare:
    """A line without a title says nothing of it."""
    said = inmatning.nasta and inmatning.nasta.text
    return new if said or new.vem != old.vem else replace(new, titel=old.titel, slag=old.slag)


def _moved_to(here: Paragraf, lagt: Lagt, old: Post) -> tuple[Handelse, ...]:
    """The move of an entry to the § that the line puts it in."""
    return () if lagt.i == here.id else (Flyttat(id=old.id, till=lagt.i),)


def same_identity(old: Post, new: Post) -> Post:
    """The new content under the old id, with what only the old entry knows."""
    names = type(old).__dataclass_fields__
    kept: dict[str, Any] = {name: getattr(old, name) for name in KEPT if name in names}
    if isinstance(new, Reservation | Anteckning | Yttrande) and (new.handling or new.text):
        # The words are in the bilaga that a line names, else no longer there alone.
        kept["handling"] = new.handling or (kept["handling"] if getattr(old, "text", "") else "")
    return replace(new, **kept)


def _same_kind(old: Forslag, new: Forslag) -> Forslag:
    """``fr`` says whose a förslag is and its words; what kind it is stays."""
    if new.slag in VALARENDEN:
        return replace(new, id=old.id, platser=new.platser or old.platser)
    if old.formellt:
        return replace(old, fran=new.fran, motivering=new.text)
    return replace(old, fran=new.fran, text=new.text)


def _same_proposals(
    old: tuple[Forslag, ...], laid: Iterable[Lagt]
) -> tuple[tuple[Handelse, ...], dict[str, str]]:
    """The förslag of a corrected yrkande under their old ids: a proposition may point at them.

    Out: the events, and the old id by the new one. Those without a counterpart are struck.
    """
    left, ids, events = list(old), dict[str, str](), list[Handelse]()
    for lagt in laid:
        if not isinstance(lagt.post, Forslag):
            continue
        slag = lagt.post.slag
        was = next((f for f in left if f.slag is slag), None)
        if was is None:
            events.append(lagt)
            continue
        left.remove(was)
        ids[lagt.post.id] = was.id
        events.append(Rattat(post=same_identity(was, lagt.post)))
    return (*(Struket(id=f.id) for f in left), *events), ids


def _renamed(yrkande: Yrkande, ids: Mapping[str, str]) -> Yrkande:
    stands = (replace(s, pa=replace(s.pa, pa=ids.get(s.pa.pa, s.pa.pa))) for s in yrkande.stallning)
    return replace(yrkande, stallning=tuple(stands))


def _same_people(old: Yrkande, new: Yrkande) -> Yrkande:
    """Those who joined before the correction keep the time when they did.

    A line without + leaves them all: it is about the words, and nobody is to drop out unseen.
    """
    if not new.instammer:
        left = (replace(i, vem=vem) for i in old.instammer for vem in once((i.vem,), new.av))
        return replace(new, instammer=tuple(left))
    joined = (next((i for i in old.instammer if i.vem == n.vem), n) for n in new.instammer)
    return replace(new, instammer=tuple(joined))


def move(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Entries go to another §; what they pointed at in the old one becomes the new one's."""
    posts = _all(rum, inmatning)
    if inmatning.nr is None:
        raise Oklart("vilken_paragraf")
    target = next((p for p in rum.state.paragraf if p.nr == inmatning.nr), None)
    if target is None:
        raise Oklart("ingen_paragraf", str(inmatning.nr))
    own, ids = _with_own(rum, posts)
    moved = (
        *(Flyttat(id=id, till=target.id) for id in ids),
        *_aimed_anew(own, target),
        *(again for yrkande in _yrkanden(posts) for again in _repointed(yrkande, own, target)),
    )
    return Tolkning("flytt", moved, galler=tuple(post.id for post in posts), om=str(inmatning.nr))


def _aimed_anew(own: tuple[Forslag, ...], target: Paragraf) -> Iterator[Handelse]:
    """Changes of the old matter's förslag become changes of the new one's."""
    main = main_forslag(target)
    for forslag in own:
        if forslag.mot:
            mot = replace(forslag.mot, pa=main.id) if main else None
            yield Rattat(post=replace(forslag, mot=mot))


def _repointed(
    yrkande: Yrkande, own: tuple[Forslag, ...], target: Paragraf
) -> tuple[Handelse, ...]:
    main = main_forslag(target)
    mine = {f.id for f in own}
    stands = tuple(
        s
        if s.pa.pa in mine
        else replace(s, pa=Mal(pa=main.id if main else "", punkter=s.pa.punkter))
        for s in yrkande.stallning
    )
    return () if stands == yrkande.stallning else (Rattat(post=replace(yrkande, stallning=stands)),)


def strike_entry(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Entries never happened. With a yrkande go the förslag that came with it."""
    posts = _all(rum, inmatning)
    _, ids = _with_own(rum, posts)
    gone: tuple[Handelse, ...] = tuple(Struket(id=id) for id in ids)
    # What a struck change stood in place of is there again.
    again = (f.id for f in rum.paragraf.forslag if f.ersatt_av in ids and f.id not in ids)
    gone = (*gone, *(Satt(id=id, falt="ersatt_av", varde="") for id in again))
    if rum.paragraf.beslut and all(led in posts for led in rum.paragraf.beslut):
        # Without any decision the item is open again.
        gone = (*gone, Satt(id=rum.paragraf.id, falt="klubbslag", varde=False))
    settled = {id for post in posts if isinstance(post, Led) for id in post.paragrafer}
    open_again = (p.id for p in rum.state.paragraf if p.id in settled and not p.beslut)
    gone = (*gone, *(Satt(id=id, falt="klubbslag", varde=False) for id in open_again))
    return Tolkning("struket", gone, galler=tuple(post.id for post in posts))


def reword(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Own words for a generated sentence, kept with the sentence they replace."""
    from protokoll_tui.rendering import sentence_for

    post, lista = _one(rum, inmatning)
    if lista in {"beslut", "notering", "forslag"}:
        # These are the user's own words already: they are edited where they stand.
        return edit_text(post, lista, inmatning.text)
    generated = sentence_for(rum.state, post.id, rum.kommun, rum.stil, egen=False)
    key = f"{lista}:{post.id}"
    earlier = next((x for x in rum.paragraf.lydelse if x.av == key), None)
    if not inmatning.text:
        text = earlier.text if earlier else generated
        return Tolkning("egen lydelse", post=post.id, redigera=Redigera(post.id, "lydelse", text))
    own = Lydelse(
        id=earlier.id if earlier else rum.new_id("lydelse"),
        av=key,
        text=inmatning.text,
        ersatter=generated,
    )
    laid: Handelse = (
        Rattat(post=own) if earlier else Lagt(i=rum.paragraf.id, lista="lydelse", post=own)
    )
    return Tolkning("egen lydelse", (laid,), post=post.id)


def edit_text(post: Post, lista: str, text: str | None) -> Tolkning:
    """The words of a record: in the editor, or set at once where the line holds them."""
    falt = TEXT_FIELD[lista]
    if text is None:
        return Tolkning("ändrad text", redigera=Redigera(post.id, falt, getattr(post, falt)))
    return Tolkning("ändrad text", (Satt(id=post.id, falt=falt, varde=text),), post=post.id)


def seal(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The § is secret (R123), with the section of the law; said again it no longer is."""
    p, lagrum = rum.paragraf, " ".join(inmatning.ord) or inmatning.text or ""
    if p.sekretess and not lagrum:
        off = (Satt(id=p.id, falt="sekretess", varde=False), Satt(id=p.id, falt="lagrum", varde=""))
        return Tolkning("sekretess hävd", off, post=p.id)
    on: tuple[Handelse, ...] = (Satt(id=p.id, falt="sekretess", varde=True),)
    if lagrum:
        on = (*on, Satt(id=p.id, falt="lagrum", varde=lagrum))
    tolkning = Tolkning("sekretess", on, post=p.id, om=lagrum)
    law = _LAW.match(lagrum) or not lagrum
    return tolkning if law else tolkning.marked(f"lagrum:{lagrum}")


def extra_item(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """An ärende that was not on the agenda: last, with the next number (R57).

    ``är tas upp`` in it: all agree to take it up (R55).
    """
    if inmatning.ord == ("tas", "upp") and not inmatning.text:
        event = Satt(id=rum.paragraf.id, falt="tas_upp", varde=rum.klocka or True)
        return Tolkning("tas upp", (event,), post=rum.paragraf.id)
    numbers = [p.nr for p in rum.state.paragraf if p.nr is not None]
    item = Paragraf(
        id=rum.new_id("paragraf"),
        nr=max(numbers, default=0) + 1,
        slag=ParagrafSlag.ARENDE,
        dnr=" ".join(inmatning.ord),
        rubrik=(inmatning.text or "").replace("\n", " "),
        extra=True,
    )
    laid = Lagt(i=rum.state.id, lista="paragraf", post=item)
    named = " ".join(word for word in (str(item.nr), item.dnr, item.rubrik) if word)
    tolkning = Tolkning("extra ärende", (laid,), post=item.id, ga_till=item.id, om=named)
    return tolkning if inmatning.text else tolkning.marked("rubrik")
