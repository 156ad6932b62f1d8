"""What the chair can say of the order of the propositions, case by case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.fraga import Metod, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from tests.rendering.exempel import AVSLAG, BIFALL, eget, huvud, mal, paragraf, stand, yrkande

TILLAGG = [
    eget(f"f-{n}", ForslagSlag.TILLAGG, sig, f"{text} följs upp.")
    for n, sig, text in (("t", "ef", "Planen"), ("u", "ef", "Kostnaden"), ("w", "bo", "Resorna"))
]
ANDRING = eget("f-n", ForslagSlag.ANDRING, "hp", "Kostnaden halveras.", mot=mal("f-h", 2))
ALTERNATIV = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Policyn prövas i ett år.")


def said(*ids: str, avslag: bool = True, metod: Metod | None = None, **kw: Any) -> Paragraf:
    """A huvudförslag, avslag on it and whatever else is named, in the order said."""
    others = [f for f in (ALTERNATIV, ANDRING, *TILLAGG) if f.id in ids]
    stands = [yrkande("y-h", "cd", stand(BIFALL, "f-h"))]
    stands += [yrkande("y-n", "ul", stand(AVSLAG, "f-h"))] if avslag else []
    for f in others:
        who = f.fran.person if f.fran else ""
        stands.append(yrkande(f"y{f.id}", who, stand(BIFALL, f.id)))
    p = paragraf(
        forslag=(huvud("1. Policyn antas.\n2. Kostnaden ryms i budget."), *others),
        yrkande=tuple(stands),
        ordning=(Propositionsordning(id="o-1", metod=metod, ordning=ids, godkand=True),),
    )
    return replace(p, **kw)


def struck() -> Paragraf:
    """A tillägg that was struck after the order was said, and one that was taken back."""
    p = said("f-h", "f-a", "f-t", "f-w")
    return replace(
        p,
        forslag=tuple(f for f in p.forslag if f.id != "f-t"),
        yrkande=tuple(replace(y, atertaget=y.id == "yf-w") for y in p.yrkande if y.id != "yf-t"),
    )


def by_points() -> Paragraf:
    """Avslag on point 1 and an ändring of point 2."""
    p = said("f-h", "f-n", avslag=False)
    return replace(p, yrkande=(*p.yrkande, yrkande("y-n", "ul", stand(AVSLAG, "f-h", 1))))


def without_huvud() -> Paragraf:
    """Nothing but what somebody moves, and avslag on all of it."""
    p = said("f-a", avslag=False)
    no = yrkande("y-n", "ul", stand(AVSLAG, "f-a"))
    return replace(p, forslag=p.forslag[1:], yrkande=(*p.yrkande[1:], no))


ORDNINGSFALL: dict[str, tuple[Paragraf, str]] = {
    "an order with avslag": (said("f-h", "f-a"), "ks"),
    "an order with avslag last": (said("f-a", "f-h"), "ks"),
    "an order with avslag and tillägg": (said("f-h", "f-a", "f-t", "f-u", "f-w"), "ks"),
    "an order with avslag, in pairs": (said("f-h", "f-a", metod=Metod.PARVIS), "ks"),
    "an order with avslag, one by one": (
        said("f-h", "f-a", "f-t", metod=Metod.VART_FOR_SIG),
        "ks",
    ),
    "an order of bifall or avslag, and tillägg": (said("f-h", "f-t", "f-w"), "ks"),
    "an order without avslag": (said("f-h", "f-a", "f-t", avslag=False), "ks"),
    "an order where the förslag is not named": (said("f-t", "f-u"), "ks"),
    "an order of which some was struck": (struck(), "ks"),
    "an order by points": (by_points(), "ks"),
    "an order without a huvudförslag": (without_huvud(), "ks"),
}
