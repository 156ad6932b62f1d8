"""Lines about the order of the propositions, and proposals that are never put (R68, R93–R97)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protokoll_tui.domain.forslag import Forslag
from protokoll_tui.domain.fraga import Metod, Propositionsordning
from protokoll_tui.domain.handelse import Lagt, Satt
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure.plan import planned
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.yrkanden import late

METHODS = {
    "motförslag": Metod.MOTFORSLAG,
    "parvis": Metod.PARVIS,
    "vart": Metod.VART_FOR_SIG,
}
_SAID = frozenset({"ordning", "samlat", "lika", *METHODS})
_NOT_PUT = {"faller": "fallet", "vägras": "avvisat"}


def says_order(inmatning: Inmatning) -> bool:
    """Whether a line is about the order of the propositions, or about what is not put."""
    return not (_SAID | _NOT_PUT.keys()).isdisjoint(inmatning.ord)


def set_order(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """What the chair says of the order, and the organ approves; or that a förslag is not put."""
    for word, falt in _NOT_PUT.items():
        if word in inmatning.ord:
            return _not_put(rum, inmatning, falt)
    named = tuple(dict.fromkeys(f.id for f in _named(rum, inmatning)))
    one = "samlat" in inmatning.ord or "lika" in inmatning.ord
    if one and len(named) < 2:
        raise Oklart("vilka_ihop")
    metod = next((METHODS[word] for word in inmatning.ord if word in METHODS), None)
    whole = "ordning" in inmatning.ord and not named
    said = Propositionsordning(
        id=rum.new_id("ordning"),
        metod=metod,
        ordning=() if one else named or (_as_planned(rum, metod) if whole else ()),
        samlat=named if "samlat" in inmatning.ord else (),
        lika=named if "lika" in inmatning.ord else (),
        godkand=True,
        tid=rum.klocka,
    )
    laid = Lagt(i=rum.paragraf.id, lista="ordning", post=said)
    tolkning = Tolkning("propositionsordning", (laid,), post=said.id)
    return tolkning if one else tolkning.marked(*late(rum), *_said_already(rum))


def _said_already(rum: Rum) -> Iterator[str]:
    """A mark where the order of all that is left has been said: once is enough (R93)."""
    p, left = rum.paragraf, set(_as_planned(rum))
    whole = (o for o in p.ordning if not (o.samlat or o.lika))
    said = [o for o in whole if left <= set(o.ordning) or not o.ordning]
    if said:
        yield f"ordning_finns:{rum.platser.name_of(p, said[-1].id)}"


def _as_planned(rum: Rum, metod: Metod | None = None) -> tuple[str, ...]:
    """The förslag in the order in which they are put, by a method said now (R90, R96)."""
    now = (Propositionsordning(metod=metod),) if metod else ()
    p = replace(rum.paragraf, ordning=(*rum.paragraf.ordning, *now))
    known = {f.id for f in p.forslag}
    answers = [svar for way in planned(p, rum.praxis) for svar in way.svar]
    # Avslag on one may come before it: the order is that of the förslag.
    answers.sort(key=lambda svar: svar.verkan is Verkan.AVSLAG)
    aims = (mal.pa for svar in answers for mal in svar.pa)
    return tuple(id for id in dict.fromkeys(aims) if id in known)


def _named(rum: Rum, inmatning: Inmatning) -> Iterator[Forslag]:
    """The förslag at the places of the line; of a yrkande those it asks for bifall to."""
    known = {f.id: f for f in rum.paragraf.forslag}
    for ref in inmatning.ref:
        post = rum.live(ref)
        if isinstance(post, Forslag):
            yield post
        elif isinstance(post, Yrkande):
            wanted = (s.pa.pa for s in post.stallning if s.verkan is Verkan.BIFALL)
            yield from (known[id] for id in wanted if id in known)


def _not_put(rum: Rum, inmatning: Inmatning, falt: str) -> Tolkning:
    named = tuple(_named(rum, inmatning))
    if not named:
        raise Oklart("vilken_post")
    nar = rum.klocka or True
    events = tuple(Satt(id=f.id, falt=falt, varde=nar) for f in named)
    if inmatning.text:
        events += tuple(Satt(id=f.id, falt="skal", varde=inmatning.text) for f in named)
    tolkning = Tolkning("inte framlagt", events, post=named[0].id)
    lacks = falt == "avvisat" and not inmatning.text
    return tolkning.marked("vagran_skal") if lacks else tolkning
