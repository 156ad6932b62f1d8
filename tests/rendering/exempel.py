"""An invented municipality and meetings in it, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Anteckning, Medgivande, Yttrande
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Satt
from protokoll_tui.domain.handling import Handling, Tidigare
from protokoll_tui.domain.kommun import Kommun, Organ, OrganSlag, Parti, Person
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation, ReservationForm
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Instammande, Stallning, Verkan, Yrkande

BIFALL, AVSLAG = Verkan.BIFALL, Verkan.AVSLAG

KOMMUN = Kommun(
    namn="Sjöviks kommun",
    organ=(
        Organ(id="ks", namn="kommunstyrelsen"),
        Organ(id="kf", namn="kommunfullmäktige", slag=OrganSlag.FULLMAKTIGE),
    ),
    parti=(Parti(kod="S", namn="Socialdemokraterna"), Parti(kod="V", namn="Vänsterpartiet")),
    person=(
        Person(sig="ab", namn="Anna Berg", parti="M"),
        Person(sig="cd", namn="Cia Dahl", parti="S"),
        Person(sig="ef", namn="Eva Falk", parti="V"),
        Person(sig="hp", namn="Hans Peters", parti="C"),
        Person(sig="bo", namn="Bo Ek", parti="-"),
        Person(sig="ul", namn="Ulla Lind"),
    ),
)


def aktor(sig: str) -> Aktor:
    return Aktor(person=sig)


def mal(id: str, *punkter: int) -> Mal:
    return Mal(pa=id, punkter=punkter)


def svar(verkan: Verkan, *ids: str) -> Svar:
    return Svar(verkan=verkan, pa=tuple(Mal(pa=id) for id in ids))


def huvud(text: str = "Kommunstyrelsen antar policyn.", fran: str = "arbetsutskottet") -> Forslag:
    return Forslag(id="f-h", fran=Aktor(ord=fran) if fran else None, text=text)


def eget(id: str, slag: ForslagSlag, fran: str, text: str = "", **kw: object) -> Forslag:
    return Forslag(id=id, slag=slag, fran=aktor(fran), text=text, **kw)  # type: ignore[arg-type]


def yrkande(id: str, av: str, *stallning: Stallning, instammer: str = "") -> Yrkande:
    return Yrkande(
        id=id,
        av=tuple(aktor(sig) for sig in av.split()),
        stallning=stallning,
        instammer=tuple(Instammande(vem=aktor(sig)) for sig in instammer.split()),
    )


def stand(verkan: Verkan, id: str = "", *punkter: int, **kw: object) -> Stallning:
    return Stallning(verkan=verkan, pa=mal(id, *punkter), **kw)  # type: ignore[arg-type]


def paragraf(**kw: object) -> Paragraf:
    base: dict[str, object] = {"id": "p-1", "nr": 118, "rubrik": "Policy för klimatet"}
    return Paragraf(**(base | kw))  # type: ignore[arg-type]


def mote(p: Paragraf, organ: str = "ks", **kw: object) -> Sammantrade:
    own: Any = {name: kw.pop(name) for name in ("deltagare", "justering") if name in kw}
    base: dict[str, object] = {
        "id": "m-1",
        "organ": organ,
        "datum": date(2031, 6, 17),
        "ordforande": "ab",
        "paragraf": (replace(p, **own),),
    }
    return Sammantrade(**(base | kw))  # type: ignore[arg-type]


def full() -> Paragraf:
    """A § where every section has something in it."""
    return paragraf(
        dnr="KS 2031/0266",
        rubrik="Gemensam finansiering av kunskapsstöd",
        arende="Regionens kommuner föreslås dela på kostnaden.\n\n"
        "Pengarna går till:\n\n- register\n- stöd i arbetet\n\nKostnaden är 200\u00a0000 kr.",
        handling=(
            Handling(id="h-1", titel="Tjänsteskrivelse den 3 juni 2031"),
            Handling(id="h-2", titel="Bilaga 2 Reservation"),
        ),
        tidigare=(
            Tidigare(
                id="g-1",
                rubrik="Beslut i arbetsutskottet den 3 juni 2031, § 40",
                text="Arbetsutskottet föreslog att rekommendationen antas.",
            ),
        ),
        ordforandeskap=(Ordforandeskap(id="o-1", vem="hp"),),
        jav=(Jav(id="j-1", av=(aktor("ul"),)),),
        ajournering=(Ajournering(id="u-1", fran=time(14, 5), till=time(14, 20)),),
        forslag=(
            huvud("1. Kommunstyrelsen antar rekommendationen.\n2. Kostnaden ryms i budget."),
            eget(
                "f-å",
                ForslagSlag.ATERREMISS,
                "ef",
                mottagare="socialnämnden",
                motivering="för att kostnaden ska utredas",
            ),
            eget("f-n", ForslagSlag.ANDRING, "bo", "Kostnaden tas ur reserven.", mot=mal("f-h", 2)),
        ),
        yrkande=(
            yrkande(
                "y-1",
                "ab",
                stand(AVSLAG, "f-h", ord="med hänvisning till att staten bör betala"),
                instammer="cd hp",
            ),
            yrkande("y-2", "ef", stand(BIFALL, "f-å", hand=1), stand(AVSLAG, "f-h", hand=2)),
            yrkande("y-3", "bo", stand(BIFALL, "f-n"), stand(BIFALL, "f-h")),
        ),
        fraga=(
            Fraga(
                id="q-1",
                svar=(svar(AVSLAG, "f-å"), svar(BIFALL, "f-å")),
                funnet=svar(AVSLAG, "f-å"),
            ),
            Fraga(
                id="q-2",
                svar=(svar(BIFALL, "f-h"), svar(AVSLAG, "f-h"), svar(BIFALL, "f-n")),
                satt=Satt.VART_FOR_SIG,
                funnet=svar(AVSLAG, "f-h"),
            ),
        ),
        deltar_inte=(DeltarInte(id="d-1", av=(aktor("hp"),)),),
        beslut=(
            Led(
                id="b-1",
                text="Kommunstyrelsen avslår förslaget med hänvisning till att staten bör betala.",
            ),
        ),
        reservation=(
            Reservation(id="r-1", av=(aktor("bo"),), till_forman=("y-3",)),
            Reservation(
                id="r-2", av=(aktor("ef"),), form=ReservationForm.SKRIFTLIG, handling="bilaga 2"
            ),
        ),
        anteckning=(
            Anteckning(
                id="a-1",
                av=(aktor("cd"),),
                grupp="S",
                text="Vi stöder tanken.\n\nStaten bör betala.",
            ),
            Anteckning(id="a-2", av=(aktor("ef"),), status=Medgivande.NEKAD),
        ),
        yttrande=(Yttrande(id="t-1", av=(aktor("hp"),), handling="bilaga 3"),),
        expediering=("Regionen", "Ekonomienheten"),
    )


HOSTILE = (
    '#panic("x") $E$ <b>&amp; {{ 7*7 }} {% raw %} \\ * _ ` @ref [x] ]]> // ~ <e>',
    "[S]",
    "{{ 7*7 }}",
    "</p><script>alert(1)</script>",
    "<!--mall:delar/x-->",
    "Åsa 🙂 \u00a0 Öberg",
    "x" * 2000,
    "",
    '"rakt" och ”böjt”',
)


def hostile(text: str) -> tuple[Sammantrade, Kommun]:
    """A meeting where a string stands wherever a person can write."""
    named = Kommun(
        namn=text,
        organ=(Organ(id="ks", namn=text or "ks"),),
        parti=(Parti(kod="S", namn=text),),
        person=(Person(sig="ab", namn=text, parti=text), Person(sig="cd", namn="Cia Dahl")),
    )
    p = paragraf(
        dnr=text,
        rubrik=text,
        arende=text,
        handling=(Handling(id="h-1", titel=text),),
        tidigare=(Tidigare(id="g-1", rubrik=text, text=text),),
        forslag=(huvud(text, text),),
        yrkande=(yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord=text), instammer="cd"),),
        fraga=(Fraga(id="q-1", svar=(svar(AVSLAG, "f-h"),), funnet=svar(AVSLAG, "f-h")),),
        beslut=(Led(id="b-1", text=text, till=text),),
        anteckning=(Anteckning(id="a-1", av=(aktor("cd"),), grupp="S", text=text),),
        expediering=(text,),
    )
    return mote(p), named


def nacka_shaped() -> Paragraf:
    """A § as the style nacka writes it most often: one alternative left, and a group's note."""
    avslag = svar(AVSLAG, "f-h")
    return paragraf(
        nr=41,
        dnr="SVKS 2031/88",
        rubrik="Gemensam båtplatskö för kommunerna vid viken",
        arende="Grannkommunerna vill ha en gemensam kö till båtplatserna. Kön ger:\n\n"
        "- kortare väntan\n- ett enda register",
        handling=(
            Handling(id="h-1", titel="Protokollsutdrag från arbetsutskottet den 14 maj 2031 § 12"),
            Handling(id="h-2", titel="Bilaga 1 Brev från grannkommunerna"),
        ),
        tidigare=(
            Tidigare(
                id="g-1",
                rubrik="Beslut i arbetsutskottet den 14 maj 2031 § 12",
                text="Arbetsutskottet föreslog kommunstyrelsen att gå med i kön.",
            ),
        ),
        forslag=(huvud("Kommunstyrelsen går med i den gemensamma kön."),),
        yrkande=(
            yrkande(
                "y-1",
                "ul",
                stand(AVSLAG, "f-h", ord="med hänvisning till att viken redan är full"),
                instammer="cd ef",
            ),
        ),
        fraga=(Fraga(id="q-1", svar=(avslag,), funnet=avslag),),
        beslut=(
            Led(
                id="b-1",
                text="Kommunstyrelsen avslår förslaget med hänvisning till att viken redan är "
                "full.",
            ),
        ),
        anteckning=(
            Anteckning(
                id="a-1", av=(aktor("ef"),), grupp="V", text="Kön är bra. Viken är liten ändå."
            ),
        ),
    )


def changed() -> Paragraf:
    """A § with points: one is changed, one is added, words are given in every form."""
    return paragraf(
        nr=121,
        dnr="KS 2031/0240",
        rubrik="Plan mot ensamhet, 640 000 kronor",
        arende="Nämnden har gjort en plan enligt 5 kap. 4 § socialtjänstlagen.",
        foredragande=("Lotta Hagman, ekonomichef", "Per Ö"),
        ordforandeskap=(
            Ordforandeskap(id="o-1", vem="hp"),
            Ordforandeskap(id="o-2", vem="ul", fran=time(14, 20)),
        ),
        forslag=(
            huvud("1. Planen antas.\n2. Nämnden redovisar den.\n3. Pengarna tas ur budgeten."),
            eget(
                "f-n", ForslagSlag.ANDRING, "ab", "nämnden redovisar den i mars", mot=mal("f-h", 2)
            ),
            eget("f-m", ForslagSlag.ANDRING, "bo", "Reserven används", mot=mal("f-h", 3)),
            eget("f-t", ForslagSlag.TILLAGG, "ef", "ett samråd hålls den 3 oktober 2031"),
        ),
        yrkande=(
            yrkande("y-1", "ab cd", stand(BIFALL, "f-n"), instammer="ul"),
            yrkande("y-2", "bo", stand(BIFALL, "f-m"), stand(AVSLAG, "f-h", 1, ord="det är dyrt.")),
            yrkande("y-3", "ef", stand(BIFALL, "f-t")),
            yrkande("y-4", "hp", stand(AVSLAG, "f-h", ord="Staten bör betala")),
        ),
        fraga=(
            Fraga(
                id="q-1",
                svar=(
                    svar(BIFALL, "f-h"),
                    svar(BIFALL, "f-n"),
                    svar(BIFALL, "f-m"),
                    Svar(verkan=AVSLAG, pa=(mal("f-h", 1),)),
                    svar(AVSLAG, "f-h"),
                ),
                satt=Satt.VART_FOR_SIG,
                funnet=svar(BIFALL, "f-n"),
            ),
            Fraga(
                id="q-2",
                svar=(svar(BIFALL, "f-t"), svar(AVSLAG, "f-t")),
                funnet=svar(BIFALL, "f-t"),
            ),
        ),
        beslut=(
            Led(
                id="b-1",
                text="1. Planen antas.\n2. Nämnden redovisar den i mars.\n"
                "3. Pengarna tas ur budgeten.\n4. Ett samråd hålls den 3 oktober 2031.",
            ),
        ),
        klubbslag=time(15, 2, 30),
        ajournering=(
            Ajournering(id="u-1", fran=time(14, 40), till=time(14, 50)),
            Ajournering(id="u-2", fran=time(15, 2), till=time(15, 15)),
        ),
        reservation=(
            Reservation(
                id="r-1", av=(aktor("bo"),), till_forman=("y-2",), text="eftersom det är dyrt"
            ),
            Reservation(
                id="r-2", av=(aktor("hp"),), till_forman=("y-4",), text="staten bör betala"
            ),
        ),
    )
