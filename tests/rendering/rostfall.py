"""What can happen at a vote and before it, case by case: each is a § and the organ that meets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import (
    Avgorande,
    Fraga,
    Grund,
    Metod,
    Propositionsordning,
    Satt,
)
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Sluten, Valresultat
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    aktor,
    eget,
    huvud,
    mal,
    paragraf,
    stand,
    svar,
    yrkande,
)
from tests.rendering.rostexempel import (
    NEJ_H,
    A,
    B,
    H,
    counts,
    four,
    kontraproposition,
    marks,
    minoritet,
    parvis,
    question,
    three,
    tillagg,
    two,
    vart_for_sig,
    vote,
    winner_of,
)


def mot(
    antal: Rostetal | None = None, funnet: Svar = H, avgorande: Avgorande | None = None, **kw: Any
) -> Paragraf:
    """A vote between the huvudförslag and one other proposal."""
    v = vote("v-1", kw.pop("ja", H), kw.pop("nej", A), antal, **kw)
    return two(fraga=(question("q-1", H, A, funnet=funnet, votering=(v,), avgorande=avgorande),))


def bifall(antal: Rostetal, ja: Svar = H, nej: Svar = NEJ_H, funnet: Svar = H) -> Paragraf:
    """A vote between bifall and avslag."""
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(
            yrkande("y-1", "ef", stand(AVSLAG, "f-h")),
            yrkande("y-2", "cd", stand(BIFALL, "f-h")),
        ),
    )
    return replace(
        p,
        fraga=(question("q-1", H, NEJ_H, funnet=funnet, votering=(vote("v-1", ja, nej, antal),)),),
    )


LATER, TODAY = svar(BIFALL, "f-å"), svar(AVSLAG, "f-å")


def later(
    slag: ForslagSlag = ForslagSlag.ATERREMISS,
    antal: Rostetal | None = None,
    ja: Svar = TODAY,
    nej: Svar = LATER,
    funnet: Svar | None = TODAY,
    forslag: dict[str, Any] | None = None,
    **kw: Any,
) -> Paragraf:
    """A formal förslag, voted on where there are counts."""
    p = minoritet()
    f = replace(p.forslag[1], slag=slag, **(forslag or {}))
    v = () if antal is None else (vote("v-1", ja, nej, antal),)
    return replace(
        p,
        forslag=(p.forslag[0], f),
        fraga=(question("q-1", TODAY, LATER, funnet=funnet, votering=v, **kw),),
        beslut=(),
    )


N = [
    eget(f"f-{n}", ForslagSlag.VAL, sig, name)
    for n, sig, name in (("x", "ab", "Ada Ek"), ("y", "ef", "Bo Ask"), ("z", "cd", "Cajsa Lo"))
]
X, Y, Z = (svar(BIFALL, f.id) for f in N)


def ballot(*resultat: tuple[str, int], id: str = "s-1", **kw: Any) -> Sluten:
    return Sluten(
        id=id, resultat=tuple(Valresultat(pa=Mal(pa=f"f-{n}"), roster=r) for n, r in resultat), **kw
    )


def val(
    *sluten: Sluten, funnet: Svar | None = None, avgorande: Avgorande | None = None
) -> Paragraf:
    """An election in closed ballots."""
    return paragraf(
        rubrik="Val av ordförande",
        forslag=tuple(N),
        fraga=(question("q-1", X, Y, Z, funnet=funnet, sluten=sluten, avgorande=avgorande),),
    )


def ground(grund: Grund, vinnare: Svar, **kw: Any) -> Avgorande:
    return Avgorande(grund=grund, vinnare=vinnare, **kw)


def refused(skal: str, *fraga: Fraga) -> Paragraf:
    """A förslag that the chair did not put."""
    return paragraf(
        forslag=(
            huvud(),
            eget("f-v", ForslagSlag.ALTERNATIV, "ef", "Bron rivs.", avvisat=True, skal=skal),
            eget("f-o", ForslagSlag.ORDNINGSFRAGA, "ef", mot=mal("f-v")),
        ),
        yrkande=(yrkande("y-1", "ef", stand(BIFALL, "f-v")),),
        fraga=fraga,
    )


PUT, NOT_PUT = svar(BIFALL, "f-o"), svar(AVSLAG, "f-o")

T = tillagg()


def bundled(**kw: Any) -> Paragraf:
    """Two tillägg put as one question."""
    yes, no = svar(BIFALL, "f-t", "f-u"), svar(AVSLAG, "f-t", "f-u")
    return replace(
        T,
        beslut=(),
        ordning=(Propositionsordning(id="o-1", **kw),),
        fraga=(question("q-1", yes, no, funnet=no, satt=Satt.SAMLAT),),
    )


def ordered(**kw: Any) -> Paragraf:
    """What the chair said of the order, before anything is put."""
    return replace(four(), ordning=(Propositionsordning(id="o-1", **kw),), fraga=())


FALL: dict[str, tuple[Paragraf, str]] = {
    "asked for by nobody named": (mot(counts(8, 5)), "ks"),
    "asked for by one": (mot(counts(8, 5), begard_av=(aktor("ab"),)), "ks"),
    "asked for by two": (mot(counts(8, 5), begard_av=(aktor("hp"), aktor("bo"))), "ks"),
    "an order that was not approved on record": (mot(counts(8, 5), godkand=None), "ks"),
    "sides that are not recorded": (mot(counts(8, 5), ja=None, nej=None), "ks"),
    "the other way round": (mot(counts(8, 5), ja=A, nej=H), "ks"),
    "one nej-röst": (mot(counts(12, 1)), "ks"),
    "one ja-röst": (mot(counts(1, 12)), "ks"),
    "unanimous": (mot(counts(13, 0)), "ks"),
    "all against": (mot(counts(0, 13)), "ks"),
    "nobody votes": (mot(counts(0, 0, avstar=13)), "ks"),
    "not counted": (mot(), "ks"),
    "a tie that the chair has not decided": (mot(counts(6, 6)), "ks"),
    "a tie, the chair on ja": (mot(counts(6, 6), avgorande=ground(Grund.UTSLAGSROST, H)), "ks"),
    "a tie, the chair on nej": (mot(counts(6, 6), avgorande=ground(Grund.UTSLAGSROST, A)), "ks"),
    "one of each that did not vote": (
        mot(counts(8, 5, avstar=1, deltar_inte=1, franvarande=1, tomma=1)),
        "ks",
    ),
    "several of each that did not vote": (
        mot(counts(8, 5, avstar=2, deltar_inte=3, franvarande=12, tomma=2)),
        "ks",
    ),
    "many of each that did not vote": (
        mot(counts(8, 5, avstar=13, deltar_inte=14, franvarande=15, tomma=16)),
        "ks",
    ),
    "names": (mot(rostlangd=marks(ja="ab bo ne/ul", nej="cd ef", avstar="hp")), "ks"),
    "names of many who did not vote": (
        mot(
            rostlangd=(
                *marks(ja="ab", avstar="bo hp", deltar_inte="cd", frånvarande="ef ul"),
                Rost(plats="vakant", rost=Rostmarke.TOM_PLATS),
            )
        ),
        "ks",
    ),
    "all with ja by name": (mot(rostlangd=marks(ja="ab bo")), "ks"),
    "one with nej by name": (mot(rostlangd=marks(ja="ab bo", nej="cd")), "ks"),
    "a corrected vote": (
        mot(
            rostlangd=(*marks(ja="ab bo"), replace(marks(nej="ef")[0], stod=Rostmarke.JA)),
            bilaga="Bilaga 2 Röstlista",
        ),
        "ks",
    ),
    "a bilaga by its number": (mot(counts(8, 5), bilaga="1"), "ks"),
    "bifall, and avslag on the same": (bifall(counts(8, 5)), "ks"),
    "avslag as ja": (bifall(counts(8, 5), ja=NEJ_H, nej=H, funnet=NEJ_H), "ks"),
    "today": (later(antal=counts(8, 5)), "ks"),
    "not today": (later(antal=counts(5, 8)), "ks"),
    "återremiss as ja": (later(antal=counts(8, 5), ja=LATER, nej=TODAY, funnet=LATER), "ks"),
    "bordläggning": (
        later(ForslagSlag.BORDLAGGNING, counts(5, 8), forslag={"mottagare": "", "motivering": ""}),
        "ks",
    ),
    "ajournering": (
        later(ForslagSlag.AJOURNERING, counts(5, 8), forslag={"mottagare": "", "motivering": ""}),
        "ks",
    ),
    "a minority": (
        later(antal=counts(40, 29, avstar=12), avgorande=ground(Grund.MINORITET, LATER)),
        "kf",
    ),
    "a minority with own words": (
        later(
            antal=counts(29, 40, avstar=12),
            ja=LATER,
            nej=TODAY,
            forslag={"motivering": "Kostnaden är inte känd. Den ska utredas"},
            avgorande=ground(Grund.MINORITET, LATER, narvarande=81),
        ),
        "kf",
    ),
    "a minority for bordläggning": (
        later(
            ForslagSlag.BORDLAGGNING,
            counts(40, 29),
            forslag={"mottagare": "", "motivering": "", "till_datum": date(2031, 8, 20)},
            avgorande=ground(Grund.MINORITET, LATER),
        ),
        "kf",
    ),
    "a minority without a vote": (
        later(avgorande=ground(Grund.MINORITET, LATER, antal=17, narvarande=49)),
        "kf",
    ),
    "a minority without a vote, nothing found": (
        later(funnet=None, avgorande=ground(Grund.MINORITET, LATER)),
        "kf",
    ),
    "a qualified majority": (
        mot(
            counts(25, 16),
            avgorande=ground(
                Grund.KVALIFICERAD,
                A,
                skal="eftersom frågan gäller folkomröstning (5 kap. 37 § kommunallagen)",
            ),
        ),
        "kf",
    ),
    "all must agree": (
        mot(
            counts(40, 1), avgorande=ground(Grund.ENHALLIGHET, A, skal="Ärendet hade inte beretts.")
        ),
        "kf",
    ),
    "judged by the chair": (
        mot(
            counts(14, 0, avstar=17),
            avgorande=ground(Grund.BEDOMNING, A, skal="eftersom fler avstod än röstade"),
        ),
        "kf",
    ),
    "the lot after an open vote": (mot(counts(6, 6), avgorande=ground(Grund.LOTTNING, A)), "ks"),
    "a vote held anew": (
        two(
            fraga=(
                question(
                    "q-1",
                    H,
                    A,
                    funnet=H,
                    votering=(vote("v-1", H, A, counts(7, 6)), vote("v-2", H, A, counts(6, 7))),
                ),
            )
        ),
        "ks",
    ),
    "a list used twice": (
        replace(
            T,
            beslut=(),
            fraga=(
                T.fraga[1],
                replace(
                    T.fraga[2],
                    avgorande=None,
                    votering=(vote("v-2", svar(BIFALL, "f-u"), svar(AVSLAG, "f-u"), lista="v-1"),),
                ),
            ),
        ),
        "ks",
    ),
    "a motförslag by acklamation": (
        three(
            fraga=(
                question(
                    "q-0",
                    H,
                    A,
                    B,
                    funnet=H,
                    satt=Satt.VART_FOR_SIG,
                    votering=(vote("v-0", H, winner_of("q-1"), counts(8, 5)),),
                ),
                question("q-1", A, B, funnet=A),
            )
        ),
        "ks",
    ),
    "a motförslag by vote": (
        three(
            fraga=(
                question(
                    "q-0",
                    H,
                    A,
                    B,
                    funnet=H,
                    satt=Satt.VART_FOR_SIG,
                    votering=(vote("v-0", H, winner_of("q-1")),),
                ),
                question("q-1", A, B, funnet=A, votering=(vote("v-1", A, B, counts(8, 5)),)),
            )
        ),
        "ks",
    ),
    "a motförslag that is still to be chosen": (
        three(
            fraga=(
                question(
                    "q-0",
                    H,
                    A,
                    B,
                    funnet=H,
                    satt=Satt.VART_FOR_SIG,
                    votering=(vote("v-0", H, winner_of("q-1")),),
                ),
                question("q-1", A, B),
            )
        ),
        "ks",
    ),
    "avslag as motförslag": (
        two(
            yrkande=(*two().yrkande, yrkande("y-n", "bo", stand(AVSLAG, "f-h"))),
            fraga=(
                question(
                    "q-0",
                    A,
                    H,
                    NEJ_H,
                    funnet=A,
                    satt=Satt.VART_FOR_SIG,
                    votering=(vote("v-0", A, winner_of("q-1"), counts(5, 8)),),
                ),
                question("q-1", H, NEJ_H, funnet=NEJ_H),
            ),
        ),
        "ks",
    ),
    "four proposals deep": (kontraproposition(), "ks"),
    "pairs": (
        replace(
            parvis(),
            ordning=(),
            fraga=(parvis().fraga[0], replace(parvis().fraga[1], votering=(), avgorande=None)),
        ),
        "ks",
    ),
    "a pair by vote": (
        three(
            fraga=(
                question(
                    "q-1",
                    A,
                    B,
                    funnet=A,
                    satt=Satt.PARVIS,
                    votering=(vote("v-1", A, B, counts(3, 9)),),
                ),
                question("q-2", H, winner_of("q-1"), funnet=H, satt=Satt.PARVIS),
            )
        ),
        "ks",
    ),
    "one first, then all": (
        four(
            fraga=(
                question("q-1", H, NEJ_H, funnet=H, satt=Satt.PARVIS),
                question("q-2", winner_of("q-1"), A, B, funnet=A, satt=Satt.PARVIS),
            )
        ),
        "ks",
    ),
    "one by one": (vart_for_sig(), "ks"),
    "tillägg": (replace(T, fraga=T.fraga[1:2]), "ks"),
    "tillägg as one": (bundled(samlat=("f-t", "f-u"), godkand=True), "ks"),
    "tillägg as one, not approved on record": (bundled(samlat=("f-t", "f-u")), "ks"),
    "alike": (ordered(lika=("f-a", "f-b"), godkand=True), "ks"),
    "alike, not approved on record": (ordered(lika=("f-a", "f-b")), "ks"),
    "an order": (ordered(ordning=("f-h", "f-a", "f-b"), godkand=True), "ks"),
    "an order of one": (ordered(ordning=("f-h",)), "ks"),
    "an order of a method": (ordered(metod=Metod.VART_FOR_SIG, godkand=True), "ks"),
    "an order in pairs": (ordered(metod=Metod.PARVIS, godkand=True), "ks"),
    "an order with a motförslag": (ordered(metod=Metod.MOTFORSLAG, godkand=True), "ks"),
    "an order without words": (ordered(godkand=True), "ks"),
    "refused as a new matter": (refused("nytt ärende"), "kf"),
    "refused for a law": (refused("plan- och bygglagen"), "kf"),
    "refused without a reason": (refused(""), "kf"),
    "refused but put all the same": (
        refused("plan- och bygglagen", question("q-1", PUT, NOT_PUT, funnet=PUT)),
        "kf",
    ),
    "refused for good": (
        refused("plan- och bygglagen", question("q-1", PUT, NOT_PUT, funnet=NOT_PUT)),
        "kf",
    ),
    "refused but put by vote": (
        refused(
            "plan- och bygglagen",
            question(
                "q-1",
                PUT,
                NOT_PUT,
                funnet=NOT_PUT,
                votering=(vote("v-1", PUT, NOT_PUT, counts(30, 20)),),
            ),
        ),
        "kf",
    ),
    "fallen": (
        replace(
            T,
            beslut=(),
            fraga=(),
            forslag=(T.forslag[0], T.forslag[1], replace(T.forslag[2], fallet=True)),
        ),
        "ks",
    ),
    "fallen with a reason": (
        replace(
            T,
            beslut=(),
            fraga=(),
            forslag=(
                T.forslag[0],
                T.forslag[1],
                replace(T.forslag[2], fallet=True, skal="eftersom planen inte antas"),
            ),
        ),
        "ks",
    ),
    "closed": (val(ballot(("x", 20), ("y", 16), avgivna=39, blanka=2, ogiltiga=1)), "kf"),
    "closed, of three, after acklamation": (
        val(ballot(("x", 20), ("y", 16), ("z", 1), avgivna=37), funnet=Y),
        "kf",
    ),
    "closed, one blank": (val(ballot(("x", 1), avgivna=2, blanka=1)), "kf"),
    "closed, one ballot": (val(ballot(("x", 1), avgivna=1, ogiltiga=0)), "kf"),
    "closed, invalid alone": (val(ballot(("x", 9), ("y", 1), avgivna=12, ogiltiga=2)), "kf"),
    "closed, the lot": (
        val(ballot(("x", 20), ("y", 20), avgivna=40), avgorande=ground(Grund.LOTTNING, X)),
        "kf",
    ),
    "closed, the lot and a third": (
        val(
            ballot(("x", 20), ("y", 20), ("z", 3), avgivna=43), avgorande=ground(Grund.LOTTNING, Y)
        ),
        "kf",
    ),
    "closed, in two rounds": (
        val(
            ballot(("x", 15), ("y", 15), ("z", 9), avgivna=39),
            ballot(("x", 20), ("y", 19), id="s-2", avgivna=39, omgang=2),
        ),
        "kf",
    ),
    "closed, nothing counted": (val(ballot()), "kf"),
}
