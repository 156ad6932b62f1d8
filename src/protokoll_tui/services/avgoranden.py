"""Lines that settle something: debate closed, decision, routine, dropped items."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.beslut import Led, Upphavt
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.handelse import Handelse, Lagt, Rattat, Satt, apply_all
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, ParagrafSlag
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.text import (
    Item,
    Lista,
    Stycke,
    parse_runs,
    parse_text,
    print_text,
)
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure import (
    alternatives,
    decided_svar,
    formal_question,
    main_forslag,
    point_by_point,
)
from protokoll_tui.procedure.alternativ import is_about_election, is_about_formal, wishes
from protokoll_tui.procedure.forlopp import course
from protokoll_tui.procedure.justeringar import main_justering
from protokoll_tui.procedure.uppskjutet import (
    carried_on_points,
    points_put_off_by,
    put_off,
    without_put_off,
)
from protokoll_tui.procedure.utfall import carried_formal
from protokoll_tui.procedure.val import open_elections, proposition
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services import justeringar
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.upprop import roll_call
from protokoll_tui.services.vilka import organ_name


def close_debate(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """Överläggningen avslutad."""
    nar = rum.klocka or True
    handelse = Satt(id=rum.paragraf.id, falt="overlaggning_avslutad", varde=nar)
    return Tolkning("överläggningen avslutad", (handelse,), post=rum.paragraf.id)


def decide(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The decision: as found, according to a förslag or yrkande, own words, or none."""
    if inmatning.av and "upphäver" not in inmatning.ord:
        raise Oklart("beslut_text")
    klubba = Satt(id=rum.paragraf.id, falt="klubbslag", varde=rum.klubba)
    if "ingen" in inmatning.ord:
        return Tolkning("inget beslut", (klubba,), post=rum.paragraf.id)
    pieces = _pieces(rum, inmatning)
    laid = tuple(Lagt(i=rum.paragraf.id, lista="beslut", post=led) for led in pieces)
    others = tuple(replace(klubba, id=id) for led in pieces for id in led.paragrafer)
    events = (*laid, klubba, *others)
    ids = tuple(led.id for led in pieces)
    lacks = inmatning.text == ""
    return Tolkning("beslut", events, post=ids[0], galler=ids, saknar_text=lacks)


def _pieces(rum: Rum, inmatning: Inmatning) -> tuple[Led, ...]:
    """The pieces of the decision: the words, what they follow, to whom, what else is settled.

    What was put off is a piece of its own for each answer, after what was decided (R99).
    """
    led = Led(
        id=rum.new_id("beslut"),
        till=organ_name(inmatning.mottagare, rum.kommun),
        paragrafer=_others_settled(rum, inmatning),
        upphaver=_repealed(rum, inmatning),
    )
    if inmatning.text is not None or led.upphaver:
        return (replace(led, text=inmatning.text or "", enligt=_sources(rum, inmatning)),)
    found = _decided(rum, inmatning)
    formal = tuple(svar for svar in found if is_about_formal(rum.paragraf, svar))
    matter = _at_points(rum, tuple(s for s in found if s not in formal), inmatning.punkter)
    if not inmatning.ref:
        formal += _put_off(rum, inmatning.punkter)
    parts = ((matter,) if matter else ()) + tuple((svar,) for svar in formal)
    words = [(_sources_of(rum, part), _words(rum, part)) for part in parts]
    rest = [Led(id=rum.new_id("beslut"), text=text, enligt=aims) for aims, text in words[1:]]
    return (replace(led, enligt=words[0][0], text=words[0][1]), *rest)


def _at_points(rum: Rum, found: tuple[Svar, ...], punkter: tuple[int, ...]) -> tuple[Svar, ...]:
    """Only some points of what was found: the rest is another piece (R203)."""
    main = main_forslag(rum.paragraf)
    left = tuple(nr for nr in punkter if not main or nr not in put_off(rum.paragraf, main.id))
    if not punkter:
        return found
    if not left:
        return ()
    return tuple(
        replace(svar, pa=tuple(replace(mal, punkter=left) for mal in svar.pa)) for svar in found
    )


def _put_off(rum: Rum, punkter: tuple[int, ...]) -> tuple[Svar, ...]:
    """The answers by which points were put off; with points only those that are about them."""
    if carried_formal(rum.paragraf):
        return ()
    carried = carried_on_points(rum.paragraf)
    meant = (f for f in carried if not punkter or set(points_put_off_by(f)) & set(punkter))
    return tuple(Svar(pa=(Mal(pa=f.id),)) for f in meant)


def _sources_of(rum: Rum, found: tuple[Svar, ...]) -> tuple[Mal, ...]:
    """What a piece of the decision is taken from, without points that were put off."""
    aims = (without_put_off(rum.paragraf, mal) for svar in found for mal in svar.pa)
    return tuple(dict.fromkeys(aims))


def _others_settled(rum: Rum, inmatning: Inmatning) -> tuple[str, ...]:
    """The other §§ that one decision settles (``be 422-430 : …``), by id (R6)."""
    if inmatning.nr is None or "upphäver" in inmatning.ord:
        return ()
    first = inmatning.fran_nr if inmatning.fran_nr is not None else inmatning.nr
    span = range(first, inmatning.nr + 1)
    known = {p.nr: p.id for p in rum.state.paragraf if p.nr is not None}
    if missing := [nr for nr in span if nr not in known]:
        raise Oklart("ingen_paragraf", str(missing[0]))
    return tuple(known[nr] for nr in span if known[nr] != rum.paragraf.id)


def _repealed(rum: Rum, inmatning: Inmatning) -> tuple[Upphavt, ...]:
    """An earlier decision that is repealed: ``be upphäver kf 2030-12-11 § 541``."""
    if "upphäver" not in inmatning.ord:
        return ()
    if inmatning.datum is None:
        raise Oklart("vad_upphavs")
    words = next((a.ord or a.person for a in inmatning.av), "")
    organ = organ_name(words, rum.kommun)
    return (Upphavt(organ=organ, datum=inmatning.datum, nr=inmatning.nr),)


def _sources(rum: Rum, inmatning: Inmatning) -> tuple[Mal, ...]:
    return tuple(Mal(pa=rum.holding(ref).id) for ref in inmatning.ref if ref.lista in "fy")


def _decided(rum: Rum, inmatning: Inmatning) -> tuple[Svar, ...]:
    """What the decision follows: what the line names, else what was found."""
    named = [ref for ref in inmatning.ref if ref.lista in "fy"]
    if named:
        lines = (replace(inmatning, ref=(ref,)) for ref in named)
        return tuple(dict.fromkeys(svar for line in lines for svar in _named(rum, line)))
    if rum.paragraf.beslut and not inmatning.punkter:
        raise Oklart("beslut_finns")
    found = decided_svar(rum.paragraf)
    if carried_formal(rum.paragraf):
        return found
    left = _uncontested(rum)
    if found:
        return (*found, *left)
    if formal_question(rum.paragraf):
        raise Oklart("formellt_forst")
    answers = alternatives(rum.paragraf)
    if len(answers) != 1 and not (left and not answers):
        raise Oklart("valj_svar" if answers else "inget_forslag")
    return (*answers, *left)


def _uncontested(rum: Rum) -> tuple[Svar, ...]:
    """The elections that are decided at once, since nobody contests them (R79)."""
    open_ones = open_elections(rum.paragraf)
    if any(val.contested for val in open_ones):
        raise Oklart("val_forst")
    return tuple(proposition(val).svar[0] for val in open_ones)


def _named(rum: Rum, line: Inmatning) -> tuple[Svar, ...]:
    forslag, yrkande = rum.aimed(line, "f"), rum.aimed(line, "y")
    if isinstance(yrkande, Yrkande) and yrkande.stallning:
        wanted = wishes(rum.paragraf, yrkande)
        return wanted if point_by_point(rum.paragraf, wanted) else wanted[:1]
    return (Svar(pa=(Mal(pa=forslag.id),)),) if forslag else ()


def _words(rum: Rum, found: tuple[Svar, ...]) -> str:
    """The words decided, with the tillägg that carried (R96)."""
    from protokoll_tui.rendering import decision_text, decision_text_by_points

    p, args = rum.paragraf, (rum.kommun, rum.stil)
    chosen = tuple(svar for svar in found if is_about_election(p, svar))
    if chosen:
        found = tuple(svar for svar in found if svar not in chosen)
        said = [decision_text(rum.state, p, svar, *args) for svar in chosen]
        sentences = [part for text in said for part in text.split("\n\n")]
        return _with_elections(rum, _words(rum, found) if found else "", sentences)
    if point_by_point(p, found):
        text = decision_text_by_points(rum.state, p, found, *args)
    elif len(found) == 1:
        text = decision_text(rum.state, p, found[0], *args)
    else:
        raise Oklart("flera_beslut")
    if any(is_about_formal(p, svar) for svar in found):
        return text
    named = {mal.pa for svar in found for mal in svar.pa}
    for forslag in _carried_additions(rum):
        if forslag.id not in named:
            aim = Svar(pa=(Mal(pa=forslag.id),))
            text = _added(text, decision_text(rum.state, p, aim, *args), _last_put_off(rum))
    return text


def _with_elections(rum: Rum, text: str, sentences: list[str]) -> str:
    """Who is elected, each a point where there are several, after what else is decided."""
    if text:
        for more in sentences:
            text = _added(text, more, _last_put_off(rum))
        return text
    if len(sentences) == 1:
        return sentences[0]
    return print_text((Lista(tuple(Item(parse_runs(s)) for s in sentences), numbered=True),))


def _last_put_off(rum: Rum) -> int:
    """The last number that a point which was put off keeps: no other point takes it (R99)."""
    main = main_forslag(rum.paragraf)
    return max(put_off(rum.paragraf, main.id), default=0) if main else 0


def _carried_additions(rum: Rum) -> list[Forslag]:
    found = [q.funnet for q in course(rum.paragraf).fraga if q.funnet]
    carried = {m.pa for svar in found if svar.verkan is Verkan.BIFALL for m in svar.pa}
    extra = (f for f in rum.paragraf.forslag if f.slag is ForslagSlag.TILLAGG)
    return [f for f in extra if f.id in carried]


def _added(text: str, more: str, taken: int) -> str:
    """A decision with a tillägg: the next point where the decision has numbered points.

    ``taken`` is a number that the next one comes after.
    """
    blocks, extra = parse_text(text), parse_text(more)
    last = blocks[-1] if blocks else None
    plain = all(isinstance(block, Stycke) for block in extra)
    if not (isinstance(last, Lista) and last.numbered and plain):
        return f"{text}\n\n{more}"
    points = tuple(Item(block.runs) for block in extra if isinstance(block, Stycke))
    if taken >= last.start + len(last.items):
        return f"{text}\n{print_text((Lista(points, numbered=True, start=taken + 1),))}"
    longer = Lista(last.items + points, numbered=True, start=last.start)
    return print_text((*blocks[:-1], longer))


def settle_routine(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """A routine item in one stroke, with the style's own words."""
    from protokoll_tui.rendering import routine_text

    chosen = _chosen(rum, inmatning)
    after = apply_all(rum.state, chosen)
    text = inmatning.text or routine_text(after, rum.paragraf, rum.kommun, rum.stil)
    klubba = Satt(id=rum.paragraf.id, falt="klubbslag", varde=rum.klubba)
    if not text and rum.paragraf.slag not in RUTIN | UTAN_BESLUT:
        raise Oklart("inte_rutin")
    if not text:
        return Tolkning("rutin", (*chosen, klubba), post=rum.paragraf.id)
    if rum.paragraf.beslut:
        again = replace(rum.paragraf.beslut[0], text=text)
        return Tolkning("rättelse", (*chosen, Rattat(post=again), klubba), post=again.id)
    led = Led(id=rum.new_id("beslut"), text=text)
    laid = Lagt(i=rum.paragraf.id, lista="beslut", post=led)
    return Tolkning("rutin", (*chosen, laid, klubba), post=led.id)


def _chosen(rum: Rum, inmatning: Inmatning) -> tuple[Handelse, ...]:
    """What a routine item settles beside its words: who is there, who signs."""
    if rum.paragraf.slag is ParagrafSlag.UPPROP:
        return roll_call(rum, inmatning)
    if inmatning.bort:
        raise Oklart("minus", inmatning.bort[0].person or inmatning.bort[0].ord)
    if rum.paragraf.slag is not ParagrafSlag.JUSTERARE:
        return ()
    known = main_justering(rum.state)
    if not inmatning.av:
        if known is None or not known.justerare:
            raise Oklart("vem_justerar")
        return ()
    names = tuple(name for aktor in inmatning.av if (name := aktor.person or aktor.ord))
    if len(names) < len(inmatning.av):
        raise Oklart("vem_justerar")
    return (justeringar.chosen(rum, names),)


def drop(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """The item is taken off the agenda and keeps its number (R112)."""
    handelse = Satt(id=rum.paragraf.id, falt="utgar", varde=rum.klocka or True)
    return Tolkning("utgår", (handelse,), post=rum.paragraf.id)
