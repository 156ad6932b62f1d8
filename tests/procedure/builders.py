"""§§ for the tests of the beslutsgång, built as the secretary states them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande

BIFALL, AVSLAG = Verkan.BIFALL, Verkan.AVSLAG


def who(*sigs: str) -> tuple[Aktor, ...]:
    return tuple(Aktor(person=sig) for sig in sigs)


def forslag(id: str, slag: ForslagSlag = ForslagSlag.HUVUD, **fields: Any) -> Forslag:
    return Forslag(id=id, slag=slag, **fields)


def stand(verkan: Verkan, pa: str, *punkter: int, hand: int = 0) -> Stallning:
    return Stallning(verkan=verkan, pa=Mal(pa=pa, punkter=punkter), hand=hand)


def yrkar(id: str, *stands: Stallning, **fields: Any) -> Yrkande:
    """A yrkande of the one whose signature is the id's letter twice."""
    return Yrkande(**{"id": id, "av": who(id), "stallning": stands, **fields})


def bifall(pa: str, *punkter: int) -> Svar:
    return Svar(verkan=BIFALL, pa=(Mal(pa=pa, punkter=punkter),))


def avslag(pa: str, *punkter: int) -> Svar:
    return Svar(verkan=AVSLAG, pa=(Mal(pa=pa, punkter=punkter),))


def fraga(*svar: Svar, funnet: Svar | None = None) -> Fraga:
    """A question; the first answer is what the chair found unless another is given."""
    return Fraga(id="q", svar=svar, funnet=funnet or svar[0])


def item(*parts: Forslag | Yrkande | Fraga, beslut: bool = False, **fields: Any) -> Paragraf:
    """A § with these parts in the order given."""
    return Paragraf(
        id="p",
        forslag=tuple(p for p in parts if isinstance(p, Forslag)),
        yrkande=tuple(p for p in parts if isinstance(p, Yrkande)),
        fraga=tuple(p for p in parts if isinstance(p, Fraga)),
        beslut=(Led(id="b", text="Beslutet."),) if beslut else (),
        **fields,
    )


def decided(paragraf: Paragraf) -> Paragraf:
    return replace(paragraf, beslut=(Led(id="b", text="Beslutet."),), klubbslag=True)


def joined(yrkande: Yrkande, *sigs: str) -> Yrkande:
    return replace(yrkande, instammer=tuple(Instammande(vem=vem) for vem in who(*sigs)))


HUVUD = forslag("f")
ALTERNATIV = forslag("g", ForslagSlag.ALTERNATIV)
ANDRING = forslag("k", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(2,)))
TILLAGG = forslag("t", ForslagSlag.TILLAGG)
TILLAGG_2 = forslag("u", ForslagSlag.TILLAGG)
ATERREMISS = forslag("r", ForslagSlag.ATERREMISS)
BORDLAGGNING = forslag("o", ForslagSlag.BORDLAGGNING)
PAUS = forslag("s", ForslagSlag.AJOURNERING)

FOR = yrkar("a", stand(BIFALL, "f"))
MOT = yrkar("b", stand(AVSLAG, "f"))
EGET = yrkar("c", stand(BIFALL, "g"))
ANDRA = yrkar("d", stand(BIFALL, "k"))
LAGGA_TILL = yrkar("e", stand(BIFALL, "t"))
LAGGA_TILL_2 = yrkar("h", stand(BIFALL, "u"))
ATER = yrkar("i", stand(BIFALL, "r"))
BORD = yrkar("j", stand(BIFALL, "o"))
