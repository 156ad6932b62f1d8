"""The sentences of the style standard, each in present and past, as phrases.md has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.anteckning import Anteckning, Medgivande, Yttrande
from protokoll_tui.domain.forslag import Forslag, ForslagSlag
from protokoll_tui.domain.fraga import Fraga, Satt
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation, ReservationForm
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.rendering import Stil, load_style, sentence_for
from protokoll_tui.rendering.ritning import Ritning
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.verbs import Tense
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    aktor,
    eget,
    huvud,
    mal,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)


def in_tense(tense: Tense, **changes: object) -> Stil:
    return replace(load_style("standard"), tempus={"allt": tense}, **changes)  # type: ignore[arg-type]


def both(p: Paragraf, id: str, organ: str = "ks") -> tuple[str, str]:
    present, past = (
        sentence_for(mote(p, organ), id, KOMMUN, in_tense(tense)).replace(NBSP, " ")
        for tense in Tense
    )
    return present, past


LAGT = {
    "alternativ": eget("f-a", ForslagSlag.ALTERNATIV, "ef", "Kommunstyrelsen väntar."),
    "ändring": eget("f-n", ForslagSlag.ANDRING, "ef", "Sju dagar räcker.", mot=mal("f-h", 2)),
    "tillägg": eget("f-t", ForslagSlag.TILLAGG, "ef", "Planen följs upp."),
    "återremiss": eget(
        "f-å", ForslagSlag.ATERREMISS, "ef", mottagare="nämnden", motivering="för att tänka"
    ),
    "bordläggning": eget("f-b", ForslagSlag.BORDLAGGNING, "ef", till_datum=date(2031, 8, 20)),
    "remiss": eget("f-r", ForslagSlag.REMISS, "ef", mottagare="skolnämnden"),
    "ajournering": eget("f-j", ForslagSlag.AJOURNERING, "ef"),
    "besvarad": eget("f-m", ForslagSlag.ALTERNATIV, "ef", "Motionen anses besvarad."),
}


YRKANDEN = [
    (
        yrkande("y-1", "ab", stand(BIFALL, "f-h")),
        "Anna Berg (M) yrkar bifall till arbetsutskottets förslag.",
        "Anna Berg (M) yrkade bifall till arbetsutskottets förslag.",
    ),
    (
        yrkande("y-1", "ab hp", stand(AVSLAG, "f-h")),
        "Anna Berg (M) och Hans Peters (C) yrkar avslag på arbetsutskottets förslag.",
        "Anna Berg (M) och Hans Peters (C) yrkade avslag på arbetsutskottets förslag.",
    ),
    (
        yrkande("y-1", "ab", stand(AVSLAG, "f-h", ord="med hänvisning till kostnaden")),
        "Anna Berg (M) yrkar avslag på arbetsutskottets förslag med hänvisning till kostnaden.",
        "Anna Berg (M) yrkade avslag på arbetsutskottets förslag med hänvisning till kostnaden.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-n"), stand(BIFALL, "f-h")),
        "Eva Falk (V) yrkar att punkt 2 ska lyda: ”Sju dagar räcker.” "
        "I övrigt yrkar Eva Falk bifall till arbetsutskottets förslag.",
        "Eva Falk (V) yrkade att punkt 2 skulle lyda: ”Sju dagar räcker.” "
        "I övrigt yrkade Eva Falk bifall till arbetsutskottets förslag.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-t")),
        "Eva Falk (V) yrkar att beslutet får detta tillägg: ”Planen följs upp.”",
        "Eva Falk (V) yrkade att beslutet skulle få detta tillägg: ”Planen följs upp.”",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-a")),
        "Eva Falk (V) yrkar att kommunstyrelsen i stället beslutar följande: "
        "”Kommunstyrelsen väntar.”",
        "Eva Falk (V) yrkade att kommunstyrelsen i stället skulle besluta följande: "
        "”Kommunstyrelsen väntar.”",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-m")),
        "Eva Falk (V) yrkar att motionen ska anses besvarad.",
        "Eva Falk (V) yrkade att motionen skulle anses besvarad.",
    ),
    (
        yrkande("y-1", "ab", stand(BIFALL, "f-h", 1, 3), stand(AVSLAG, "f-h", 2)),
        "Anna Berg (M) yrkar bifall till punkterna 1 och 3 och avslag på punkt 2 "
        "i arbetsutskottets förslag.",
        "Anna Berg (M) yrkade bifall till punkterna 1 och 3 och avslag på punkt 2 "
        "i arbetsutskottets förslag.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-å", hand=1), stand(AVSLAG, "f-h", hand=2)),
        "Eva Falk (V) yrkar i första hand återremiss till nämnden för att tänka "
        "och i andra hand avslag på arbetsutskottets förslag.",
        "Eva Falk (V) yrkade i första hand återremiss till nämnden för att tänka "
        "och i andra hand avslag på arbetsutskottets förslag.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-å")),
        "Eva Falk (V) yrkar att ärendet återremitteras till nämnden för att tänka.",
        "Eva Falk (V) yrkade att ärendet skulle återremitteras till nämnden för att tänka.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-b")),
        "Eva Falk (V) yrkar att ärendet bordläggs till sammanträdet den 20 augusti 2031.",
        "Eva Falk (V) yrkade att ärendet skulle bordläggas till sammanträdet den 20 augusti 2031.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-r")),
        "Eva Falk (V) yrkar att ärendet remitteras till skolnämnden för yttrande.",
        "Eva Falk (V) yrkade att ärendet skulle remitteras till skolnämnden för yttrande.",
    ),
    (
        yrkande("y-1", "ef", stand(BIFALL, "f-j")),
        "Eva Falk (V) yrkar att sammanträdet ajourneras.",
        "Eva Falk (V) yrkade att sammanträdet skulle ajourneras.",
    ),
    (
        yrkande("y-1", "ab", stand(BIFALL, "f-h"), instammer="cd"),
        "Anna Berg (M) yrkar bifall till arbetsutskottets förslag. "
        "Cia Dahl (S) instämmer i yrkandet.",
        "Anna Berg (M) yrkade bifall till arbetsutskottets förslag. "
        "Cia Dahl (S) instämde i yrkandet.",
    ),
    (
        yrkande("y-1", "ab", stand(BIFALL, "f-h"), instammer="cd ef bo ul"),
        "Anna Berg (M) yrkar bifall till arbetsutskottets förslag. "
        "Cia Dahl (S), Eva Falk (V), Bo Ek (-) och Ulla Lind instämmer i yrkandet.",
        "Anna Berg (M) yrkade bifall till arbetsutskottets förslag. "
        "Cia Dahl (S), Eva Falk (V), Bo Ek (-) och Ulla Lind instämde i yrkandet.",
    ),
    (
        yrkande("y-1", "ab", stand(AVSLAG, "f-h", villkor="om återremissen faller")),
        "Anna Berg (M) yrkar avslag på arbetsutskottets förslag om återremissen faller.",
        "Anna Berg (M) yrkade avslag på arbetsutskottets förslag om återremissen faller.",
    ),
    (
        yrkande("y-1", "ab", stand(BIFALL, "f-h", att="nämnden får vänta till hösten")),
        "Anna Berg (M) yrkar att nämnden får vänta till hösten.",
        "Anna Berg (M) yrkade att nämnden får vänta till hösten.",
    ),
    (
        yrkande("y-1", "ab"),
        "Anna Berg (M) yrkar (inte registrerat).",
        "Anna Berg (M) yrkade (inte registrerat).",
    ),
]


@pytest.mark.parametrize(("post", "presens", "preteritum"), YRKANDEN)
def test_a_yrkande_in_both_tenses(post: Yrkande, presens: str, preteritum: str) -> None:
    laid = [f for f in LAGT.values() if any(s.pa.pa == f.id for s in post.stallning)]
    assert both(paragraf(forslag=(huvud(), *laid), yrkande=(post,)), "y-1") == (presens, preteritum)


def test_without_a_recorded_forslag_it_is_called_forslaget() -> None:
    p = paragraf(yrkande=(yrkande("y-1", "ab", stand(AVSLAG)),))
    assert both(p, "y-1") == (
        "Anna Berg (M) yrkar avslag på förslaget.",
        "Anna Berg (M) yrkade avslag på förslaget.",
    )


def test_without_a_recorded_forslag_a_motion_is_called_motionen() -> None:
    p = paragraf(rubrik="Motion om cykelväg", yrkande=(yrkande("y-1", "ab", stand(BIFALL)),))
    assert both(p, "y-1")[0] == "Anna Berg (M) yrkar bifall till motionen."


def test_several_points_of_an_own_forslag_stand_as_a_list_below() -> None:
    own = eget("f-a", ForslagSlag.ALTERNATIV, "ef", "1. Planen antas.\n2. Den följs upp.")
    p = paragraf(forslag=(own,), yrkande=(yrkande("y-1", "ef", stand(BIFALL, "f-a")),))
    assert both(p, "y-1")[0] == (
        "Eva Falk (V) yrkar att kommunstyrelsen beslutar följande:\n\n"
        "1. Planen antas.\n2. Den följs upp."
    )


def test_supporters_name_the_yrkande_when_there_are_several() -> None:
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(
            yrkande("y-1", "hp", stand(BIFALL, "f-h"), instammer="cd"),
            yrkande("y-2", "ab", stand(AVSLAG, "f-h")),
        ),
    )
    assert both(p, "y-1")[0].endswith("Cia Dahl (S) instämmer i Hans Peters yrkande.")


@pytest.mark.parametrize(
    ("tense", "expected"),
    [
        (
            Tense.PRESENS,
            "Anna Berg (M) yrkar, med instämmande av Cia Dahl (S) och Eva Falk (V), "
            "bifall till arbetsutskottets förslag.",
        ),
        (
            Tense.PRETERITUM,
            "Anna Berg (M) yrkade, med instämmande av Cia Dahl (S) och Eva Falk (V), "
            "bifall till arbetsutskottets förslag.",
        ),
    ],
)
def test_a_style_can_put_supporters_in_the_sentence(tense: Tense, expected: str) -> None:
    p = paragraf(
        forslag=(huvud(),), yrkande=(yrkande("y-1", "ab", stand(BIFALL, "f-h"), instammer="cd ef"),)
    )
    stil = in_tense(tense, instammande="i meningen")
    assert sentence_for(mote(p), "y-1", KOMMUN, stil) == expected


def test_a_changed_yrkande_says_so_and_supporters_join_the_changed_one() -> None:
    changed = replace(yrkande("y-2", "ef", stand(BIFALL, "f-a"), instammer="cd"), ersatter=("y-1",))
    p = paragraf(
        forslag=(huvud(), LAGT["alternativ"]),
        yrkande=(yrkande("y-1", "ef", stand(AVSLAG, "f-h")), changed),
    )
    assert both(p, "y-2") == (
        "Eva Falk ändrar sitt yrkande till följande: ”Kommunstyrelsen väntar.” "
        "Cia Dahl (S) instämmer i det ändrade yrkandet.",
        "Eva Falk ändrade sitt yrkande till följande: ”Kommunstyrelsen väntar.” "
        "Cia Dahl (S) instämde i det ändrade yrkandet.",
    )


def test_a_joint_yrkande_replaces_two() -> None:
    joint = replace(yrkande("y-3", "ef cd", stand(BIFALL, "f-a")), ersatter=("y-1", "y-2"))
    p = paragraf(forslag=(huvud(), LAGT["alternativ"]), yrkande=(joint,))
    assert both(p, "y-3") == (
        "Eva Falk (V) och Cia Dahl (S) enas om ett gemensamt yrkande: ”Kommunstyrelsen väntar.” "
        "De tar tillbaka sina tidigare yrkanden.",
        "Eva Falk (V) och Cia Dahl (S) enades om ett gemensamt yrkande: ”Kommunstyrelsen väntar.” "
        "De tog tillbaka sina tidigare yrkanden.",
    )


def test_a_yrkande_taken_back_is_told_but_not_printed() -> None:
    gone = replace(yrkande("y-1", "ab", stand(AVSLAG)), atertaget=time(0, 0))
    assert both(paragraf(yrkande=(gone,)), "y-1") == (
        "Anna Berg (M) tar tillbaka sitt yrkande.",
        "Anna Berg (M) tog tillbaka sitt yrkande.",
    )


ANNAS = eget("f-a", ForslagSlag.ALTERNATIV, "ab", "Kommunstyrelsen väntar.")
BOS = eget("f-b", ForslagSlag.ALTERNATIV, "bo", "Kommunstyrelsen avstår.")
FORSLAG = (huvud(), ANNAS, BOS)
FRAGOR: list[tuple[str, tuple[Forslag, ...], Fraga, str, str]] = [
    (
        "ett",
        (huvud(),),
        Fraga(svar=(svar(BIFALL, "f-h"),), funnet=svar(BIFALL, "f-h")),
        "Det finns ett förslag till beslut. Ordföranden frågar om kommunstyrelsen antar det "
        "och finner att svaret är ja.",
        "Det fanns ett förslag till beslut. Ordföranden frågade om kommunstyrelsen antog det "
        "och fann att svaret var ja.",
    ),
    (
        "bara avslag kvar",
        (huvud(),),
        Fraga(svar=(svar(AVSLAG, "f-h"),), funnet=svar(AVSLAG, "f-h")),
        "Det finns ett förslag till beslut: avslag på arbetsutskottets förslag. Ordföranden frågar "
        "om kommunstyrelsen antar det och finner att svaret är ja.",
        "Det fanns ett förslag till beslut: avslag på arbetsutskottets förslag. Ordföranden "
        "frågade om kommunstyrelsen antog det och fann att svaret var ja.",
    ),
    (
        "två",
        (huvud(), ANNAS),
        Fraga(svar=(svar(BIFALL, "f-h"), svar(BIFALL, "f-a")), funnet=svar(BIFALL, "f-h")),
        "Ordföranden ställer arbetsutskottets förslag mot Anna Bergs (M) yrkande och finner att "
        "kommunstyrelsen beslutar enligt arbetsutskottets förslag.",
        "Ordföranden ställde arbetsutskottets förslag mot Anna Bergs (M) yrkande och fann att "
        "kommunstyrelsen beslutade enligt arbetsutskottets förslag.",
    ),
    (
        "bifall",
        (huvud(),),
        Fraga(svar=(svar(BIFALL, "f-h"), svar(AVSLAG, "f-h")), funnet=svar(BIFALL, "f-h")),
        "Ordföranden ställer bifall till arbetsutskottets förslag mot avslag och finner att "
        "kommunstyrelsen bifaller arbetsutskottets förslag.",
        "Ordföranden ställde bifall till arbetsutskottets förslag mot avslag och fann att "
        "kommunstyrelsen biföll arbetsutskottets förslag.",
    ),
    (
        "avslag först",
        (huvud(),),
        Fraga(svar=(svar(AVSLAG, "f-h"), svar(BIFALL, "f-h")), funnet=svar(AVSLAG, "f-h")),
        "Ordföranden ställer avslag på arbetsutskottets förslag mot bifall och finner att "
        "kommunstyrelsen avslår arbetsutskottets förslag.",
        "Ordföranden ställde avslag på arbetsutskottets förslag mot bifall och fann att "
        "kommunstyrelsen avslog arbetsutskottets förslag.",
    ),
    (
        "i dag",
        (LAGT["återremiss"],),
        Fraga(svar=(svar(AVSLAG, "f-å"), svar(BIFALL, "f-å")), funnet=svar(AVSLAG, "f-å")),
        "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att "
        "det ska avgöras i dag.",
        "Ordföranden frågade om ärendet skulle avgöras i dag eller återremitteras och fann att "
        "det skulle avgöras i dag.",
    ),
    (
        "återremiss",
        (huvud(), LAGT["återremiss"]),
        Fraga(svar=(svar(AVSLAG, "f-å"), svar(BIFALL, "f-å")), funnet=svar(BIFALL, "f-å")),
        "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att "
        "kommunstyrelsen återremitterar ärendet. Övriga yrkanden prövas inte.",
        "Ordföranden frågade om ärendet skulle avgöras i dag eller återremitteras och fann att "
        "kommunstyrelsen återremitterade ärendet. Övriga yrkanden prövades inte.",
    ),
    (
        "bordläggning",
        (LAGT["bordläggning"],),
        Fraga(svar=(svar(BIFALL, "f-b"), svar(AVSLAG, "f-b")), funnet=svar(AVSLAG, "f-b")),
        "Ordföranden frågar om ärendet ska avgöras i dag eller bordläggas och finner att "
        "det ska avgöras i dag.",
        "Ordföranden frågade om ärendet skulle avgöras i dag eller bordläggas och fann att "
        "det skulle avgöras i dag.",
    ),
    (
        "remiss",
        (LAGT["remiss"],),
        Fraga(svar=(svar(BIFALL, "f-r"), svar(AVSLAG, "f-r")), funnet=svar(BIFALL, "f-r")),
        "Ordföranden frågar om ärendet ska avgöras i dag eller remitteras och finner att "
        "kommunstyrelsen remitterar ärendet. Övriga yrkanden prövas inte.",
        "Ordföranden frågade om ärendet skulle avgöras i dag eller remitteras och fann att "
        "kommunstyrelsen remitterade ärendet. Övriga yrkanden prövades inte.",
    ),
    (
        "ajournering",
        (LAGT["ajournering"],),
        Fraga(svar=(svar(BIFALL, "f-j"), svar(AVSLAG, "f-j")), funnet=svar(BIFALL, "f-j")),
        "Ordföranden frågar om sammanträdet ska ajourneras och finner att sammanträdet ska "
        "ajourneras.",
        "Ordföranden frågade om sammanträdet skulle ajourneras och fann att sammanträdet skulle "
        "ajourneras.",
    ),
    (
        "tillägg",
        (huvud(), LAGT["tillägg"]),
        Fraga(svar=(svar(BIFALL, "f-t"), svar(AVSLAG, "f-t")), funnet=svar(AVSLAG, "f-t")),
        "Ordföranden frågar om kommunstyrelsen bifaller Eva Falks (V) tilläggsyrkande och finner "
        "att kommunstyrelsen avslår det.",
        "Ordföranden frågade om kommunstyrelsen biföll Eva Falks (V) tilläggsyrkande och fann "
        "att kommunstyrelsen avslog det.",
    ),
    (
        "tre",
        FORSLAG,
        Fraga(
            svar=(svar(BIFALL, "f-h"), svar(BIFALL, "f-a"), svar(BIFALL, "f-b")),
            satt=Satt.VART_FOR_SIG,
            funnet=svar(BIFALL, "f-a"),
        ),
        "Det finns tre förslag till beslut, i denna ordning: arbetsutskottets förslag, "
        "Anna Bergs (M) yrkande och Bo Eks (-) yrkande. Ordföranden prövar förslagen vart för sig "
        "och finner att kommunstyrelsen bifaller Anna Bergs yrkande och avslår övriga förslag.",
        "Det fanns tre förslag till beslut, i denna ordning: arbetsutskottets förslag, "
        "Anna Bergs (M) yrkande och Bo Eks (-) yrkande. Ordföranden prövade förslagen vart för sig "
        "och fann att kommunstyrelsen biföll Anna Bergs yrkande och avslog övriga förslag.",
    ),
    (
        "som ett",
        FORSLAG,
        Fraga(svar=(svar(BIFALL, "f-h"), svar(BIFALL, "f-a", "f-b")), funnet=svar(BIFALL, "f-h")),
        "Kommunstyrelsen godkänner att yrkandena från Anna Berg (M) och Bo Ek (-) behandlas som "
        "ett, eftersom de har samma innehåll. Ordföranden ställer arbetsutskottets förslag mot "
        "Anna Bergs och Bo Eks yrkanden och finner att kommunstyrelsen beslutar enligt "
        "arbetsutskottets förslag.",
        "Kommunstyrelsen godkände att yrkandena från Anna Berg (M) och Bo Ek (-) behandlades som "
        "ett, eftersom de hade samma innehåll. Ordföranden ställde arbetsutskottets förslag mot "
        "Anna Bergs och Bo Eks yrkanden och fann att kommunstyrelsen beslutade enligt "
        "arbetsutskottets förslag.",
    ),
    (
        "inte funnet",
        (huvud(),),
        Fraga(svar=(svar(BIFALL, "f-h"), svar(AVSLAG, "f-h"))),
        "Ordföranden ställer bifall till arbetsutskottets förslag mot avslag (inte registrerat).",
        "Ordföranden ställde bifall till arbetsutskottets förslag mot avslag (inte registrerat).",
    ),
]


@pytest.mark.parametrize(
    ("forslag", "fraga", "presens", "preteritum"),
    [f[1:] for f in FRAGOR],
    ids=[f[0] for f in FRAGOR],
)
def test_a_proposition_in_both_tenses(
    forslag: tuple[Forslag, ...], fraga: Fraga, presens: str, preteritum: str
) -> None:
    others = (yrkande("y-9", "", stand(AVSLAG, "f-h")),) if "Övriga" in presens else ()
    p = paragraf(forslag=forslag, fraga=(replace(fraga, id="q-1"),), yrkande=others)
    assert both(p, "q-1") == (presens, preteritum)


def test_two_formal_questions_are_put_one_after_the_other() -> None:
    p = paragraf(
        forslag=(LAGT["bordläggning"], LAGT["återremiss"]),
        fraga=(
            Fraga(
                id="q-1",
                svar=(svar(BIFALL, "f-b"), svar(AVSLAG, "f-b")),
                funnet=svar(AVSLAG, "f-b"),
            ),
            Fraga(
                id="q-2",
                svar=(svar(BIFALL, "f-å"), svar(AVSLAG, "f-å")),
                funnet=svar(AVSLAG, "f-å"),
            ),
        ),
    )
    assert [" ".join(pair) for pair in zip(both(p, "q-1"), both(p, "q-2"), strict=True)] == [
        "Ordföranden frågar först om ärendet ska bordläggas och finner att kommunstyrelsen avslår "
        "yrkandet. Därefter frågar ordföranden om ärendet ska återremitteras och finner att "
        "kommunstyrelsen avslår yrkandet.",
        "Ordföranden frågade först om ärendet skulle bordläggas och fann att kommunstyrelsen "
        "avslog yrkandet. Därefter frågade ordföranden om ärendet skulle återremitteras och fann "
        "att kommunstyrelsen avslog yrkandet.",
    ]


def test_three_forslag_in_pairs_meet_the_winner_of_the_first_pair() -> None:
    p = paragraf(
        forslag=FORSLAG,
        fraga=(
            Fraga(
                id="q-1",
                svar=(svar(BIFALL, "f-a"), svar(BIFALL, "f-b")),
                funnet=svar(BIFALL, "f-a"),
            ),
            Fraga(
                id="q-2",
                svar=(svar(BIFALL, "f-h"), svar(BIFALL, "q-1")),
                funnet=svar(BIFALL, "f-h"),
            ),
        ),
    )
    assert both(p, "q-1")[0] == (
        "Ordföranden ställer först Anna Bergs (M) yrkande mot Bo Eks (-) yrkande och finner att "
        "Anna Bergs yrkande ska ställas mot arbetsutskottets förslag."
    )
    assert both(p, "q-2")[1] == (
        "Därefter ställde ordföranden arbetsutskottets förslag mot Anna Bergs yrkande och fann "
        "att kommunstyrelsen beslutade enligt arbetsutskottets förslag."
    )


def test_point_by_point_is_said_once() -> None:
    def on(n: int) -> tuple[Svar, Svar]:
        return (Svar(verkan=BIFALL, pa=(mal("f-h", n),)), Svar(verkan=AVSLAG, pa=(mal("f-h", n),)))

    p = paragraf(
        forslag=(huvud(),),
        fraga=(
            Fraga(id="q-1", svar=on(1), funnet=on(1)[0]),
            Fraga(id="q-2", svar=on(2), funnet=on(2)[1]),
        ),
    )
    assert both(p, "q-1")[0] == (
        "Ordföranden tar upp förslaget punkt för punkt. Ordföranden ställer bifall till punkt 1 "
        "mot avslag och finner att kommunstyrelsen bifaller punkt 1."
    )
    assert both(p, "q-2")[1] == (
        "Ordföranden ställde bifall till punkt 2 mot avslag och fann att kommunstyrelsen "
        "avslog punkt 2."
    )


def _r(av: str = "ab", **kw: object) -> Reservation:
    actors = tuple(aktor(sig) for sig in av.split())
    return Reservation(id="r-1", av=actors, **kw)  # type: ignore[arg-type]


def _n(**kw: object) -> Anteckning:
    return Anteckning(id="a-1", av=(aktor("cd"),), **kw)  # type: ignore[arg-type]


EFTER = [
    (
        {"reservation": (_r(),)},
        "Anna Berg (M) reserverar sig mot beslutet.",
        "Anna Berg (M) reserverade sig mot beslutet.",
    ),
    (
        {"reservation": (_r(punkter=(2,)),)},
        "Anna Berg (M) reserverar sig mot punkt 2 i beslutet.",
        "Anna Berg (M) reserverade sig mot punkt 2 i beslutet.",
    ),
    (
        {"reservation": (_r(form=ReservationForm.SKRIFTLIG, handling="bilaga 2"),)},
        "Anna Berg (M) reserverar sig mot beslutet. Reservationen finns i bilaga 2.",
        "Anna Berg (M) reserverade sig mot beslutet. Reservationen finns i bilaga 2.",
    ),
    (
        {"reservation": (_r(form=ReservationForm.UTEBLIVEN),)},
        "Anna Berg (M) anmälde en skriftlig reservation. "
        "Texten hade inte lämnats in när protokollet justerades.",
        "Anna Berg (M) anmälde en skriftlig reservation. "
        "Texten hade inte lämnats in när protokollet justerades.",
    ),
    (
        {"reservation": (_r(form=ReservationForm.AVISERAD),)},
        "Anna Berg (M) anmäler en skriftlig reservation.",
        "Anna Berg (M) anmälde en skriftlig reservation.",
    ),
    (
        {"reservation": (Reservation(id="r-1", av=(Aktor(grupp="S", namn=("cd", "ul", "ab")),)),)},
        "Samtliga tjänstgörande ledamöter för Socialdemokraterna reserverar sig mot beslutet: "
        "Cia Dahl (S), Ulla Lind och Anna Berg (M).",
        "Samtliga tjänstgörande ledamöter för Socialdemokraterna reserverade sig mot beslutet: "
        "Cia Dahl (S), Ulla Lind och Anna Berg (M).",
    ),
    (
        {"reservation": (Reservation(id="r-1", av=(Aktor(grupp="S", namn=("cd", "ul")),)),)},
        "Cia Dahl (S) och Ulla Lind reserverar sig mot beslutet.",
        "Cia Dahl (S) och Ulla Lind reserverade sig mot beslutet.",
    ),
    (
        {"reservation": (Reservation(id="r-1", av=(Aktor(grupp="V", namn=("ef",)),)),)},
        "Eva Falk (V) reserverar sig mot beslutet.",
        "Eva Falk (V) reserverade sig mot beslutet.",
    ),
    (
        {"anteckning": (_n(text="Detta räcker inte"),)},
        "Cia Dahl (S) lämnar denna anteckning till protokollet: ”Detta räcker inte”.",
        "Cia Dahl (S) lämnade denna anteckning till protokollet: ”Detta räcker inte”.",
    ),
    (
        {"anteckning": (_n(grupp="S", text="Nej."),)},
        "Cia Dahl (S) lämnar denna anteckning till protokollet för Socialdemokraternas grupp i "
        "kommunstyrelsen: ”Nej.”",
        "Cia Dahl (S) lämnade denna anteckning till protokollet för Socialdemokraternas grupp i "
        "kommunstyrelsen: ”Nej.”",
    ),
    (
        {"anteckning": (_n(status=Medgivande.NEKAD),)},
        "Cia Dahl (S) begär att få lämna en anteckning till protokollet. "
        "Ordföranden medger det inte.",
        "Cia Dahl (S) begärde att få lämna en anteckning till protokollet. "
        "Ordföranden medgav det inte.",
    ),
    (
        {"yttrande": (Yttrande(id="t-1", av=(aktor("hp"),), handling="bilaga 3"),)},
        "Hans Peters (C) lämnar ett särskilt yttrande (bilaga 3).",
        "Hans Peters (C) lämnade ett särskilt yttrande (bilaga 3).",
    ),
    (
        {"deltar_inte": (DeltarInte(id="d-1", av=(aktor("bo"),)),)},
        "Bo Ek (-) deltar inte i beslutet.",
        "Bo Ek (-) deltog inte i beslutet.",
    ),
    (
        {"deltar_inte": (DeltarInte(id="d-1", av=(aktor("bo"),), punkter=(3,)),)},
        "Bo Ek (-) deltar inte i beslutet om punkt 3.",
        "Bo Ek (-) deltog inte i beslutet om punkt 3.",
    ),
    (
        {
            "deltar_inte": (
                DeltarInte(id="d-1", av=(aktor("bo"),), villkor="om yrkandet om återremiss faller"),
            )
        },
        "Bo Ek (-) deltar inte i beslutet om yrkandet om återremiss faller.",
        "Bo Ek (-) anmälde att Bo Ek inte skulle delta i beslutet om yrkandet om återremiss föll.",
    ),
    (
        {"jav": (Jav(id="j-1", av=(aktor("ul"),)),)},
        "Ulla Lind anmäler jäv och lämnar lokalen.",
        "Ulla Lind anmälde jäv och lämnade lokalen.",
    ),
    (
        {"ordforandeskap": (Ordforandeskap(id="o-1", vem="hp"),)},
        "Hans Peters (C) är ordförande under paragrafen.",
        "Hans Peters (C) var ordförande under paragrafen.",
    ),
    (
        {"ajournering": (Ajournering(id="u-1", fran=time(14, 5), till=time(14, 20)),)},
        "Sammanträdet ajourneras kl. 14.05–14.20.",
        "Sammanträdet ajournerades kl. 14.05–14.20.",
    ),
    (
        {"omedelbart_justerad": True},
        "Kommunstyrelsen beslutar att paragrafen justeras omedelbart.",
        "Kommunstyrelsen beslutade att paragrafen skulle justeras omedelbart.",
    ),
    ({"utgar": True}, "Ärendet utgår.", "Ärendet utgick."),
]


@pytest.mark.parametrize(("delar", "presens", "preteritum"), EFTER)
def test_what_follows_the_decision_in_both_tenses(
    delar: dict[str, object], presens: str, preteritum: str
) -> None:
    p = paragraf(**delar)
    value = next(iter(delar.values()))
    id = value[0].id if isinstance(value, tuple) else p.id
    assert both(p, id) == (presens, preteritum)


def test_in_fullmaktige_a_javig_person_may_stay() -> None:
    p = paragraf(jav=(Jav(id="j-1", av=(aktor("ul"),)),))
    assert both(p, "j-1", "kf") == (
        "Ulla Lind anmäler jäv och deltar inte i handläggningen.",
        "Ulla Lind anmälde jäv och deltog inte i handläggningen.",
    )


ANNAS_YRKANDE = yrkande("y-1", "ab", stand(AVSLAG, "f-h"))
BOS_YRKANDE = yrkande("y-2", "bo", stand(AVSLAG, "f-h"))
GEMENSAMT = yrkande("y-3", "ab bo", stand(AVSLAG, "f-h"))


@pytest.mark.parametrize(
    ("av", "forman", "expected"),
    [
        ("ab", ("y-1",), "Anna Berg reserverar sig mot beslutet till förmån för sitt yrkande."),
        (
            "cd",
            ("y-1",),
            "Cia Dahl (S) reserverar sig mot beslutet till förmån för Anna Bergs yrkande.",
        ),
        (
            "ab bo",
            ("y-1", "y-2"),
            "Anna Berg och Bo Ek reserverar sig mot beslutet till förmån för sina yrkanden.",
        ),
        (
            "ab bo",
            ("y-3",),
            "Anna Berg och Bo Ek reserverar sig mot beslutet till förmån för sitt gemensamma "
            "yrkande.",
        ),
        (
            "cd",
            ("y-1", "y-2"),
            "Cia Dahl (S) reserverar sig mot beslutet till förmån för Anna Bergs och Bo Eks "
            "yrkanden.",
        ),
    ],
)
def test_a_reservation_says_whose_yrkande_it_is_for(
    av: str, forman: tuple[str, ...], expected: str
) -> None:
    p = paragraf(
        forslag=(huvud(),),
        yrkande=(ANNAS_YRKANDE, BOS_YRKANDE, GEMENSAMT),
        reservation=(_r(av, till_forman=forman),),
    )
    present, past = both(p, "r-1")
    assert present == expected
    assert past == expected.replace("reserverar", "reserverade")


FASTA = [
    ("punktvis", (), "Ordföranden tar upp förslaget punkt för punkt.", "tog upp"),
    (
        "vagran_upphavd",
        (),
        "Kommunstyrelsen beslutar att förslaget ändå ska läggas fram.",
        "skulle",
    ),
    ("extra_arende", ("frågan",), "Kommunstyrelsen tar upp frågan som ett extra ärende.", "tog"),
    (
        "alla_overens_i_dag",
        (),
        "Alla närvarande ledamöter är överens om att ärendet får avgöras i dag "
        "(5 kap. 52 § kommunallagen).",
        "fick",
    ),
    (
        "alla_overens_om_beslutet",
        (),
        "Alla närvarande ledamöter är överens om beslutet (5 kap. 33 § kommunallagen).",
        "var",
    ),
    (
        "stangda_dorrar",
        (),
        "Kommunstyrelsen beslutar att överläggningen i ärendet ska hållas inom stängda dörrar.",
        "skulle",
    ),
    ("dagordning", (), "Kommunstyrelsen fastställer dagordningen.", "fastställde"),
    (
        "anmalningsarenden",
        (),
        "Kommunstyrelsen har tagit del av anmälningsärendena och lägger dem till handlingarna.",
        "tog del av anmälningsärendena och lade dem",
    ),
    (
        "delegationsbeslut",
        ("maj 2031",),
        "Kommunstyrelsen noterar redovisningen av delegationsbeslut för maj 2031.",
        "noterade",
    ),
    (
        "information",
        (("Per Ö, ekonomichef",), "budgeten"),
        "Per Ö, ekonomichef, informerar om budgeten. Kommunstyrelsen noterar informationen.",
        "informerade om budgeten. Kommunstyrelsen noterade",
    ),
    (
        "ordning",
        ("prövas återremissen", "huvudfrågan"),
        "Ordföranden redovisar beslutsgången: först prövas återremissen, därefter huvudfrågan. "
        "Kommunstyrelsen godkänner beslutsgången.",
        "godkände",
    ),
    (
        "upprop",
        (),
        "Ordföranden öppnar sammanträdet och håller upprop.",
        "öppnade sammanträdet och höll",
    ),
    (
        "foreslar",
        ("kommunfullmäktige",),
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.",
        "föreslog",
    ),
    ("ajournerar", (), "Kommunstyrelsen ajournerar sammanträdet.", "ajournerade"),
]


@pytest.mark.parametrize(("makro", "argument", "presens", "i_preteritum"), FASTA)
def test_a_fixed_phrase_in_both_tenses(
    makro: str, argument: tuple[object, ...], presens: str, i_preteritum: str
) -> None:
    made = [_phrase(makro, tense, *argument) for tense in Tense]
    assert made[0] == presens
    assert i_preteritum in made[1]


def _phrase(makro: str, tense: Tense, *argument: object) -> str:
    ritning = Ritning(mote(paragraf()), paragraf(), KOMMUN, in_tense(tense))
    return ritning.phrase(makro, *argument).replace(NBSP, " ")


PERSONFRASER = [
    (
        "tar_tillbaka_efter",
        "Kommunstyrelsen godkänner enhälligt att Anna Berg (M) tar tillbaka sitt yrkande.",
        "Kommunstyrelsen godkände enhälligt att Anna Berg (M) tog tillbaka sitt yrkande.",
    ),
]


@pytest.mark.parametrize(("makro", "presens", "preteritum"), PERSONFRASER)
def test_a_phrase_about_a_record_in_both_tenses(makro: str, presens: str, preteritum: str) -> None:
    p = paragraf(yrkande=(yrkande("y-1", "ab"),))
    made = []
    for tense in Tense:
        ritning = Ritning(mote(p), p, KOMMUN, in_tense(tense))
        made.append(ritning.phrase(makro, ritning.paragraf.yrkanden[0]))
    assert made == [presens, preteritum]


@pytest.mark.parametrize(
    ("makro", "argument", "presens", "preteritum"),
    [
        (
            "vagran_nytt_arende",
            (),
            "Ordföranden lägger inte fram Anna Bergs (M) förslag, eftersom det "
            "innebär att ett nytt ärende väcks (5 kap. 57 § kommunallagen).",
            "Ordföranden lade inte fram Anna Bergs (M) förslag, eftersom det innebar att ett nytt "
            "ärende väcktes (5 kap. 57 § kommunallagen).",
        ),
        (
            "vagran_lag",
            ("skollagen",),
            "Ordföranden lägger inte fram Anna Bergs (M) förslag, eftersom "
            "det skulle leda till ett beslut som strider mot skollagen (5 kap. 57 § "
            "kommunallagen).",
            "Ordföranden lade inte fram Anna Bergs (M) förslag, eftersom det skulle leda till ett "
            "beslut som strider mot skollagen (5 kap. 57 § kommunallagen).",
        ),
        (
            "justerare",
            ("19 juni 2031", "i stadshuset"),
            "Kommunstyrelsen utser Anna Berg (M) att "
            "justera protokollet tillsammans med ordföranden. Protokollet justeras den "
            "19 juni 2031 i stadshuset.",
            "Kommunstyrelsen utsåg Anna Berg (M) att justera protokollet tillsammans "
            "med ordföranden. Protokollet skulle justeras den 19 juni 2031 i stadshuset.",
        ),
    ],
)
def test_a_phrase_about_a_person_in_both_tenses(
    makro: str, argument: tuple[object, ...], presens: str, preteritum: str
) -> None:
    p = paragraf(yrkande=(yrkande("y-1", "ab"),))
    made = []
    for tense in Tense:
        ritning = Ritning(mote(p), p, KOMMUN, in_tense(tense))
        who = ritning.paragraf.yrkanden[0].av
        made.append(ritning.phrase(makro, who, *argument))
    assert made == [presens, preteritum]


def test_the_wording_agrees_with_the_list_of_phrases() -> None:
    """Sentences of phrases.md that need no filling in stand word for word in the macros."""
    source = Path(__file__).parents[3] / "shared" / "domain" / "phrases.md"
    if not source.is_file():
        pytest.skip(f"{source} finns inte här")
    wanted = source.read_text(encoding="utf-8")
    for makro in ("punktvis", "ovriga_provas_inte", "utgar"):
        for tense in Tense:
            assert _phrase(makro, tense) in wanted
