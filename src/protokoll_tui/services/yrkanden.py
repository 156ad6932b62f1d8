"""Lines that state what someone asks for: yrkanden, instämmanden, withdrawals, förslag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import SKJUTER_UPP, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.handelse import Atertaget, Avstatt, Handelse, Instamt, Lagt, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.domain.text import Lista, parse_text
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande
from protokoll_tui.procedure import live_forslag, live_yrkanden, main_forslag
from protokoll_tui.procedure.utfall import question_on
from protokoll_tui.quickline import Inmatning
from protokoll_tui.quickline.verbs import NEEDS_TEXT
from protokoll_tui.services import andringar, texter
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning, parts_of
from protokoll_tui.services.vilka import leaving, once, organ_name

KINDS = {
    "än": ForslagSlag.ANDRING,
    "ti": ForslagSlag.TILLAGG,
    "ny": ForslagSlag.ALTERNATIV,
    "åt": ForslagSlag.ATERREMISS,
    "bo": ForslagSlag.BORDLAGGNING,
    "re": ForslagSlag.REMISS,
    "aj": ForslagSlag.AJOURNERING,
    "of": ForslagSlag.ORDNINGSFRAGA,
}


def stand(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A yrkande of any kind, with all its stands and the förslag that come with it."""
    if inmatning.verb == "än" and any(ref.lista == "y" for ref in inmatning.ref):
        return andringar.change(rum, inmatning)
    parts = tuple(parts_of(inmatning))
    named = tuple(vem for part in parts for vem in part.av)
    if parts[0].av and (others := [vem for vem in named if vem not in parts[0].av]):
        # After " // " the same person goes on: else words would be put into another's mouth.
        raise Oklart("annan_person", others[0].person or others[0].grupp or others[0].ord)
    movers = once(named)
    forslag: list[Forslag] = []
    stallningar: list[Stallning] = []
    for part in parts:
        if "övriga" in part.ord:
            stallningar += _on_all_others(rum, stallningar)
            continue
        for line in _each_aim(part):
            new, stallning = _stand(rum, line, movers)
            forslag += [new] if new else []
            stallningar.append(stallning)
    joined = once((vem for part in parts for vem in part.stod), movers)
    yrkande = Yrkande(
        id=rum.new_id("yrkande"),
        av=movers,
        stallning=tuple(stallningar),
        instammer=tuple(Instammande(vem=vem) for vem in joined),
        tid=rum.klocka,
    )
    laid = [Lagt(i=rum.paragraf.id, lista="forslag", post=f) for f in forslag]
    handelser = (*laid, Lagt(i=rum.paragraf.id, lista="yrkande", post=yrkande))
    lacks = any(part.verb in NEEDS_TEXT and not part.text for part in parts)
    tolkning = Tolkning("yrkande", handelser, post=yrkande.id, saknar_text=lacks)
    return tolkning.marked(*_doubts(rum, inmatning, yrkande))


def _each_aim(part: Inmatning) -> Iterator[Inmatning]:
    """``av f2 f3 y4 ab``: a stand towards each; own words follow the last of them."""
    refs = tuple(dict.fromkeys(ref for ref in part.ref if ref.lista in "fy"))
    if part.verb in KINDS or len(refs) < 2:
        yield part
        return
    yield from (replace(part, ref=(ref,), text=None) for ref in refs[:-1])
    yield replace(part, ref=refs[-1:])


def _on_all_others(rum: Rum, own: list[Stallning]) -> list[Stallning]:
    """Avslag on every proposal that the mover does not ask for."""
    mine = {s.pa.pa for s in own}
    main = main_forslag(rum.paragraf)
    others = (f for f in live_forslag(rum.paragraf) if f.id not in mine and f != main)
    return [Stallning(verkan=Verkan.AVSLAG, pa=Mal(pa=f.id)) for f in others]


def _doubts(rum: Rum, inmatning: Inmatning, yrkande: Yrkande) -> Iterator[str]:
    """What to look at again: no mover, a point that is not there, a change of mind."""
    if not yrkande.av:
        yield "vem"
    yield from late(rum)
    for part in parts_of(inmatning):
        yield from missing_points(rum, part)
    against = {(s.pa, s.verkan) for s in yrkande.stallning if not s.hand}
    for earlier in live_yrkanden(rum.paragraf):
        same = [vem for vem in yrkande.av if vem in earlier.av]
        if same and any((s.pa, _opposite(s.verkan)) in against for s in earlier.stallning):
            yield "yrkar_redan"


def late(rum: Rum) -> tuple[str, ...]:
    """A mark on what is asked for when the matter is decided already: it may be the wrong §."""
    return ("efter_beslut",) if rum.paragraf.beslut else ()


def missing_points(rum: Rum, inmatning: Inmatning) -> Iterator[str]:
    """A mark for each point that the förslag does not have."""
    main = main_forslag(rum.paragraf)
    if main is None or not inmatning.punkter or inmatning.ref:
        return
    blocks = parse_text(main.text)
    last = max((b.start + len(b.items) - 1 for b in blocks if isinstance(b, Lista)), default=1)
    yield from (f"saknar_punkt:{nr}" for nr in inmatning.punkter if nr > last)


def _stand(
    rum: Rum, part: Inmatning, movers: tuple[Aktor, ...]
) -> tuple[Forslag | None, Stallning]:
    if part.verb not in KINDS:
        verkan, pa = _aim(rum, part)
        att, tail = _own_words(part.text or "")
        return None, Stallning(verkan=verkan, pa=pa, hand=part.hand, att=att, ord=tail)
    forslag = _proposal(rum, part, movers)
    return forslag, Stallning(verkan=Verkan.BIFALL, pa=Mal(pa=forslag.id), hand=part.hand)


def _own_words(text: str) -> tuple[str, str]:
    """A text that begins with "att" is the whole clause; any other follows the generated one."""
    return (text[4:].strip(), "") if text.startswith("att ") else ("", text)


def _proposal(rum: Rum, part: Inmatning, movers: tuple[Aktor, ...]) -> Forslag:
    slag = KINDS[part.verb]
    main = main_forslag(rum.paragraf)
    text = part.text or ""
    formal = slag in SKJUTER_UPP or slag is ForslagSlag.AJOURNERING
    return Forslag(
        id=rum.new_id("forslag"),
        slag=slag,
        fran=movers[0] if movers else None,
        text="" if formal else text,
        motivering=text if formal else "",
        mot=_against(rum, part, slag, main),
        mottagare=organ_name(part.mottagare, rum.kommun),
        till_datum=part.datum,
    )


def _against(rum: Rum, part: Inmatning, slag: ForslagSlag, main: Forslag | None) -> Mal | None:
    """What a förslag changes or adds to, or the points it puts off (R99).

    A procedural one may be about any förslag.
    """
    named = rum.aimed(part, "f") or rum.aimed(part, "y")
    if slag in (ForslagSlag.ORDNINGSFRAGA, ForslagSlag.TILLAGG) and named:
        return Mal(pa=_own_id(named))
    on_points = slag in SKJUTER_UPP and bool(part.punkter)
    if on_points and named:
        return Mal(pa=_own_id(named), punkter=part.punkter)
    if on_points and main is None:
        raise Oklart("inget_forslag")
    changes = slag is ForslagSlag.ANDRING or on_points
    return Mal(pa=main.id, punkter=part.punkter) if main and changes else None


def _own_id(post: Post) -> str:
    """The id of a förslag, or of the one that a yrkande asks for first."""
    if isinstance(post, Yrkande) and post.stallning:
        return post.stallning[0].pa.pa
    return post.id


def _aim(rum: Rum, part: Inmatning) -> tuple[Verkan, Mal]:
    verkan = Verkan.AVSLAG if part.verb == "av" else Verkan.BIFALL
    forslag, yrkande = rum.aimed(part, "f"), rum.aimed(part, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        theirs = yrkande.stallning[0]
        same = verkan is Verkan.BIFALL
        pa = replace(theirs.pa, punkter=part.punkter or theirs.pa.punkter)
        return (theirs.verkan if same else _opposite(theirs.verkan)), pa
    target = forslag or main_forslag(rum.paragraf)
    return verkan, Mal(pa=target.id if target else "", punkter=part.punkter)


def _opposite(verkan: Verkan) -> Verkan:
    return Verkan.BIFALL if verkan is Verkan.AVSLAG else Verkan.AVSLAG


def join(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Late supporters, or supporters taken away, of each yrkande named, else of the latest."""
    each = [_join(rum, line) for line in _one_each(rum, inmatning)]
    handelser = tuple(handelse for tolkning in each for handelse in tolkning.handelser)
    marks = dict.fromkeys(mark for tolkning in each for mark in tolkning.anmarkningar)
    return replace(each[-1], handelser=handelser, anmarkningar=tuple(marks))


def _one_each(rum: Rum, inmatning: Inmatning) -> list[Inmatning]:
    """The line once for each yrkande it names: two that were merged are one now."""
    named = [ref for ref in inmatning.ref if ref.lista == "y"]
    refs = {rum.live(ref).id: ref for ref in named}
    return [replace(inmatning, ref=(ref,)) for ref in refs.values()] or [inmatning]


def _join(rum: Rum, inmatning: Inmatning) -> Tolkning:
    yrkande = _meant(rum, inmatning)
    there = (*yrkande.av, *(i.vem for i in yrkande.instammer))
    new = tuple(Instammande(vem=vem, tid=rum.klocka) for vem in once(inmatning.stod, there))
    gone, smaller = _gone(yrkande, leaving(inmatning, yrkande, rum.kommun))
    handelser: tuple[Handelse, ...] = ()
    if inmatning.stod:
        handelser += (Instamt(yrkande=yrkande.id, instammer=new),)
    if gone:
        handelser += (Avstatt(yrkande=yrkande.id, instammer=gone),)
    if smaller:
        handelser += (Instamt(yrkande=yrkande.id, instammer=smaller),)
    if not handelser:
        raise Oklart("vem_instammer")
    if gone and not any(i.vem == g.vem for g in gone for i in yrkande.instammer):
        raise Oklart("instammer_inte")
    tolkning = Tolkning("instämmande", handelser, post=yrkande.id)
    unread = () if inmatning.ref else after_unread(rum, yrkande)
    return tolkning.marked(*late(rum), *unread) if new else tolkning


def _gone(
    yrkande: Yrkande, leave: tuple[Aktor, ...]
) -> tuple[tuple[Instammande, ...], tuple[Instammande, ...]]:
    """Who no longer joins, and the smaller groups in place of those that one of them was in."""
    alone = {vem.person for vem in leave if vem.person}
    broken = [i for i in yrkande.instammer if i.vem not in leave and alone & {*i.vem.namn}]
    inside = {sig for i in broken for sig in i.vem.namn}
    gone = tuple(Instammande(vem=vem) for vem in leave if vem.person not in inside)
    left = [(i, tuple(sig for sig in i.vem.namn if sig not in alone)) for i in broken]
    smaller = tuple(replace(i, vem=replace(i.vem, namn=namn)) for i, namn in left if namn)
    return (*gone, *broken), smaller


def after_unread(rum: Rum, yrkande: Yrkande) -> tuple[str, ...]:
    """A mark on a yrkande that is the latest only because the line after it was not read."""
    since = yrkande.tid
    unread = [n.tid for n in rum.paragraf.notering if n.otolkad and n.tid]
    if since is None or not any(tid >= since for tid in unread):
        return ()
    return (f"efter_notering:{rum.platser.name_of(rum.paragraf, yrkande.id)}",)


def withdraw(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Yrkanden are taken back: those named, else the person's latest, else the latest.

    A förslag is taken back by whoever it came from (``tb f1``).
    """
    if isinstance(gone := rum.aimed(inmatning, "f"), Forslag):
        nar = rum.klocka or True
        event = Satt(id=gone.id, falt="aterkallat", varde=nar)
        return Tolkning("förslaget återkallas", (event,), post=gone.id)
    meant = [_meant(rum, line) for line in _one_each(rum, inmatning)]
    ids = tuple(yrkande.id for yrkande in meant)
    events = tuple(Atertaget(yrkande=id, nar=rum.klocka or True) for id in ids)
    om = texter.taken_back(len(ids))
    tolkning = Tolkning("återtagande", events, post=ids[-1], galler=ids, om=om)
    stands = [stand for yrkande in meant for stand in yrkande.stallning]
    put = any(question_on(rum.paragraf, stand) for stand in stands)
    return tolkning.marked("efter_proposition") if put else tolkning


def _meant(rum: Rum, inmatning: Inmatning) -> Yrkande:
    named = rum.aimed(inmatning, "y")
    if isinstance(named, Yrkande):
        return named
    if inmatning.ref:
        raise Oklart("vilken_post")
    live = live_yrkanden(rum.paragraf)
    if inmatning.verb == "tb" and inmatning.av:
        live = tuple(y for y in live if any(vem in y.av for vem in inmatning.av))
    if not live:
        raise Oklart("inget_yrkande")
    return live[-1]


def propose(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The förslag that the matter is about; a second one is an alternative."""
    main = main_forslag(rum.paragraf)
    forslag = Forslag(
        id=rum.new_id("forslag"),
        slag=ForslagSlag.ALTERNATIV if main else ForslagSlag.HUVUD,
        fran=_source(rum, inmatning),
        text=inmatning.text or "",
    )
    laid = Lagt(i=rum.paragraf.id, lista="forslag", post=forslag)
    return Tolkning("förslag", (laid,), post=forslag.id, saknar_text=not inmatning.text)


def _source(rum: Rum, inmatning: Inmatning) -> Aktor | None:
    """Whose a förslag is: a person, or an organ by its name."""
    if not inmatning.av:
        return None
    whose = inmatning.av[0]
    return replace(whose, ord=organ_name(whose.ord, rum.kommun))


def own_proposals(paragraf: Paragraf, *yrkanden: Yrkande) -> tuple[Forslag, ...]:
    """Förslag that came with these yrkanden and that no other yrkande points at."""
    ids = {yrkande.id for yrkande in yrkanden}
    others = {s.pa.pa for y in paragraf.yrkande if y.id not in ids for s in y.stallning}
    mine = {s.pa.pa for y in yrkanden for s in y.stallning if s.verkan is Verkan.BIFALL}
    return tuple(
        f
        for f in paragraf.forslag
        if f.id in mine and f.id not in others and f.slag is not ForslagSlag.HUVUD
    )
