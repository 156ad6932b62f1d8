"""A yrkande is changed in the debate, or several movers agree on one (R74, R94)."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.forslag import Forslag, Mal
from protokoll_tui.domain.handelse import Handelse, Lagt, Satt
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande
from protokoll_tui.quickline import Inmatning
from protokoll_tui.services import rosttexter
from protokoll_tui.services.guidevy import actor_name
from protokoll_tui.services.tolkning import Oklart, Rum, Tolkning
from protokoll_tui.services.vilka import once, shares
from protokoll_tui.swedish.genitive import joint_genitive


def change(rum: Rum, inmatning: Inmatning) -> Tolkning:
    """``än y1 : text`` and ``än y1 y2 : text``: a new yrkande in place of those named.

    All their movers move it; who joined before must say so again. The other stands of the first
    one go with it. Raises ``Oklart`` where somebody else is named.
    """
    refs = [ref for ref in inmatning.ref if ref.lista == "y"]
    held = {post.id: post for ref in refs if isinstance(post := rum.live(ref), Yrkande)}
    old = list(held.values())
    _by_its_mover(rum, inmatning, old)
    own = [forslag for y in old if (forslag := _own(rum, y)) is not None]
    if not own:
        raise Oklart("inget_eget")
    new = replace(
        own[0],
        id=rum.new_id("forslag"),
        text="" if own[0].formellt else inmatning.text or "",
        motivering=inmatning.text or "" if own[0].formellt else "",
        ersatt_av="",
    )
    yrkande = Yrkande(
        id=rum.new_id("yrkande"),
        av=once(vem for y in old for vem in y.av),
        stallning=tuple(_moved(s, own[0], new) for s in old[0].stallning),
        instammer=tuple(Instammande(vem=vem) for vem in once(inmatning.stod)),
        tid=rum.klocka,
        ersatter=tuple(y.id for y in old),
    )
    replaced: tuple[Handelse, ...] = tuple(
        Satt(id=f.id, falt="ersatt_av", varde=new.id) for f in own
    )
    laid = tuple(
        Lagt(i=rum.paragraf.id, lista=lista, post=post)
        for lista, post in (("forslag", new), ("yrkande", yrkande))
    )
    events = (*laid, *replaced)
    return Tolkning("yrkande", events, post=yrkande.id, saknar_text=not inmatning.text)


def _by_its_mover(rum: Rum, inmatning: Inmatning, old: list[Yrkande]) -> None:
    """Only those who moved a yrkande change it; another takes it over with one of their own."""
    movers = [vem for y in old for vem in y.av]
    others = [vem for vem in inmatning.av if not any(shares(vem, own) for own in movers)]
    if not (movers and others):
        return
    places = tuple(rum.platser.name_of(rum.paragraf, y.id) for y in old)
    owners = joint_genitive([actor_name(vem, rum.kommun) for vem in movers], joint=len(old) == 1)
    who = actor_name(others[0], rum.kommun)
    raise Oklart("annans_yrkande", rosttexter.somebody_elses(places, owners, who))


def _own(rum: Rum, yrkande: Yrkande) -> Forslag | None:
    """The förslag that came with a yrkande, the one that a new wording is for."""
    asked = {s.pa.pa for s in yrkande.stallning if s.verkan is Verkan.BIFALL}
    mine = (f for f in rum.paragraf.forslag if f.id in asked and f.fran in yrkande.av)
    return next(mine, None)


def _moved(stand: Stallning, old: Forslag, new: Forslag) -> Stallning:
    return replace(stand, pa=Mal(pa=new.id)) if stand.pa.pa == old.id else stand
