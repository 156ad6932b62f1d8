"""An invented organ with ledamöter and ersättare, for the tests of who was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, OrganSlag, Person, Roll
from protokoll_tui.domain.narvaro import Deltagare, Fas, Rorelse, RorelseSlag, Tjanst
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.domain.sammantrade import Sammantrade

LEDAMOTER = (
    ("ab", "Anna Berg", "M", Roll.ORDFORANDE),
    ("cd", "Cia Dahl", "S", Roll.FORSTE_VICE),
    ("ef", "Eva Falk", "V", Roll.LEDAMOT),
    ("hp", "Hans Peters", "C", Roll.LEDAMOT),
    ("bo", "Bo Ek", "-", Roll.LEDAMOT),
)
ERSATTARE = (("nk", "Nina Ek", "M"), ("pö", "Per Ö", "S"), ("ul", "Ulla Lind", "V"))


def mandates(organ: str) -> tuple[Mandat, ...]:
    own = tuple(Mandat(person=sig, organ=organ, roll=roll) for sig, _, _, roll in LEDAMOTER)
    subs = (Mandat(person=sig, organ=organ, roll=Roll.ERSATTARE) for sig, _, _ in ERSATTARE)
    return (*own, *subs)


KOMMUN = Kommun(
    namn="Älvhamra kommun",
    organ=(
        Organ(id="ks", namn="kommunstyrelsen", platser=6),
        Organ(id="kf", namn="kommunfullmäktige", slag=OrganSlag.FULLMAKTIGE),
    ),
    person=(
        *(Person(sig=sig, namn=namn, parti=parti) for sig, namn, parti, _ in LEDAMOTER),
        *(Person(sig=sig, namn=namn, parti=parti) for sig, namn, parti in ERSATTARE),
        Person(sig="lh", namn="Lotta Hagman", titel="ekonomichef"),
        Person(sig="sg", namn="Stina Gren", titel="kommunsekreterare"),
    ),
    mandat=(*mandates("ks"), *mandates("kf")),
)


def aktorer(sigs: str) -> tuple[Aktor, ...]:
    return tuple(Aktor(person=sig) for sig in sigs.split())


def tj(vem: str, ersatter: str = "", skal: str = "") -> Tjanst:
    return Tjanst(vem=vem, ersatter=ersatter, skal=skal)


def rorelse(slag: RorelseSlag, vem: str = "", *tjanst: Tjanst, **kw: object) -> Rorelse:
    base: dict[str, object] = {"id": "i-1", "slag": slag, "vem": vem, "tjanst": tjanst}
    return Rorelse(**(base | kw))  # type: ignore[arg-type]


def p(nr: int | None, **kw: object) -> Paragraf:
    base: dict[str, object] = {
        "id": f"p-{nr}",
        "nr": nr,
        "rubrik": f"Ärende {nr}",
        "beslut": (Led(id=f"b-{nr}", text="Planen antas."),),
    }
    return Paragraf(**(base | kw))  # type: ignore[arg-type]


VID_UPPROPET = (tj("ab"), tj("cd"), tj("ef"), tj("nk", "hp"), tj("bo"))


def mote(*paragrafer: Paragraf, organ: str = "ks", **kw: object) -> Sammantrade:
    own: Any = {name: kw.pop(name) for name in ("deltagare", "justering") if name in kw}
    paragrafer = (replace(paragrafer[0], **own), *paragrafer[1:]) if own else paragrafer
    base: dict[str, object] = {
        "id": "m-1",
        "organ": organ,
        "datum": date(2031, 6, 17),
        "ordforande": "ab",
        "sekreterare": "sg",
        "tjanstgor": VID_UPPROPET,
        "ej_tjanstgor": ("pö",),
        "paragraf": paragrafer,
    }
    return Sammantrade(**(base | kw))  # type: ignore[arg-type]


def i_mitten(**kw: object) -> Sammantrade:
    """A meeting of § 117–120 where § 118 holds what is asked for."""
    return mote(p(117), p(118, **kw), p(119), p(120))


def helt() -> Sammantrade:
    """A meeting with something of everything."""
    kommer = rorelse(RorelseSlag.KOMMER, "hp", tj("hp"), id="i-1", tid=time(13, 40))
    gar = rorelse(RorelseSlag.GAR, "ab", tj("nk", "ab"), id="i-2", fas=Fas.UNDER, tid=time(14, 2))
    tappar = rorelse(RorelseSlag.TAPPAR, "bo", id="i-3", fas=Fas.UNDER, tid=time(14, 12))
    ater = rorelse(RorelseSlag.ATER, "bo", id="i-4", fas=Fas.UNDER, tid=time(14, 16))
    sjuk = rorelse(
        RorelseSlag.GAR, "cd", id="i-5", fas=Fas.EFTER, tid=time(15, 10), skal="på grund av sjukdom"
    )
    return mote(
        p(112, slag=ParagrafSlag.UPPROP, beslut=()),
        p(113, rorelse=(kommer,)),
        p(
            114,
            jav=(Jav(id="j-1", av=aktorer("ef"), tjanst=(tj("ul", "ef"),)),),
            deltagare=(Deltagare(id="v-1", vem="lh", till="p-115"),),
        ),
        p(
            115,
            rorelse=(gar, tappar, ater),
            ordforandeskap=(
                Ordforandeskap(id="o-1", vem="cd", fran=time(14, 2), till_paragraf="p-117"),
            ),
        ),
        p(116, omedelbart_justerad=True, foredragande=("Olle Sand, rektor", "lh")),
        p(
            117,
            rorelse=(sjuk,),
            jav=(Jav(id="j-2", av=aktorer("bo"), punkter=(2,), tjanst=(tj("ingen", "bo"),)),),
        ),
        p(
            118,
            ajournering=(
                Ajournering(id="u-1", fran=time(15, 20), till=time(15, 40)),
                Ajournering(id="u-2", fran=time(16), till=time(13), datum=date(2031, 6, 19)),
            ),
        ),
        p(119),
        plats="Stora salen, Älvhamra kommunhus",
        start=time(13),
        slut=time(16, 30),
        distans=("bo",),
        distans_provad=True,
        justering=(
            Justering(
                id="k-1",
                justerare=("ef",),
                datum=date(2031, 6, 24),
                tid=time(9, 30),
                plats="på kommunkansliet",
            ),
            Justering(id="k-2", justerare=("bo",), paragrafer=("p-116",), datum=date(2031, 6, 17)),
        ),
    )
