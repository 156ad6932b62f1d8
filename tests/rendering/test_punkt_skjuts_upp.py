"""The sentences of a point that is put off by itself, and of several that ask for the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.rendering import (
    Stil,
    Tabell,
    block_text,
    decision_text,
    load_style,
    render_sections,
)
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.verbs import Tense
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    eget,
    huvud,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)
from tests.rendering.rostexempel import KOMMUN

H = huvud("1. Ett.\n2. Två.\n3. Tre.")
BO = eget(
    "f-p",
    ForslagSlag.BORDLAGGNING,
    "ab",
    mot=Mal(pa="f-h", punkter=(2,)),
    till_datum=date(2031, 9, 2),
)
ATER = eget(
    "f-r",
    ForslagSlag.ATERREMISS,
    "cd",
    mot=Mal(pa="f-h", punkter=(1, 3)),
    mottagare="socialnämnden",
    motivering="för att räkna om",
)
K = eget("f-k", ForslagSlag.ANDRING, "ef", "Nytt tre.", mot=Mal(pa="f-h", punkter=(3,)))
A = eget("f-a", ForslagSlag.ATERREMISS, "ab", mottagare="socialnämnden")
B = eget("f-b", ForslagSlag.ATERREMISS, "cd")

BORD = yrkande("y-1", "ab", stand(BIFALL, "f-p"))
SKICKA = yrkande("y-2", "cd", stand(BIFALL, "f-r"))
ANDRA = yrkande("y-3", "ef", stand(BIFALL, "f-k"))
MOT = yrkande("y-4", "hp", stand(AVSLAG, "f-h"))
MOT_2 = yrkande("y-5", "ef", stand(AVSLAG, "f-h", 2))
TILL_A = yrkande("y-6", "ab", stand(BIFALL, "f-a"))
TILL_B = yrkande("y-7", "cd", stand(BIFALL, "f-b"))


def styled(name: str) -> Stil:
    if name in ("presens", "preteritum"):
        return replace(load_style("standard"), tempus={"allt": Tense(name)})
    return load_style(name)


def told(p: Paragraf, stil: str, organ: str = "ks", keys: str = "fraga votering resultat") -> str:
    """What the protocol says under these keys."""
    made = render_sections(mote(p, organ), "p-1", KOMMUN, styled(stil), forhandsvisning=False)
    kept = [
        block_text(block)
        for block in made.blocks
        if not isinstance(block, Tabell)
        and getattr(block, "nyckel", "").partition(":")[0] in keys.split()
    ]
    return "\n".join(kept).replace(NBSP, " ")


def formal(id: str, verkan: object = BIFALL, n: int = 1, **fields: object) -> Fraga:
    base = Fraga(
        id=f"q-{n}",
        svar=(svar(AVSLAG, id), svar(BIFALL, id)),
        funnet=svar(verkan, id),  # type: ignore[arg-type]
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def on_matter(*answers: Svar, funnet: Svar, satt: Satt = Satt.MOT_VARANDRA) -> Fraga:
    return Fraga(id="q-9", svar=answers, funnet=funnet, satt=satt)


def vote(id: str, ja: int, nej: int) -> tuple[Votering, ...]:
    sides = {"ja": svar(AVSLAG, id), "nej": svar(BIFALL, id)}
    counted = Rostetal(ja=ja, nej=nej)
    return (Votering(id="v", **sides, antal=counted, godkand=True, bilaga="3"),)  # type: ignore[arg-type]


def item(forslag: tuple[Forslag, ...], yrkande: tuple[Yrkande, ...], *fraga: Fraga) -> Paragraf:
    return paragraf(forslag=(H, *forslag), yrkande=yrkande, fraga=fraga)


YES = svar(BIFALL, "f-h")
NO = svar(AVSLAG, "f-h")
CHANGED = svar(BIFALL, "f-k")
BORDLAGD = item((BO,), (BORD, MOT_2, MOT), formal("f-p"), on_matter(YES, NO, funnet=YES))
ANDRAD = item((BO, K), (BORD, ANDRA), formal("f-p"), on_matter(YES, CHANGED, funnet=CHANGED))
TRE = item(
    (BO, K),
    (BORD, ANDRA, MOT),
    formal("f-p"),
    on_matter(YES, CHANGED, NO, funnet=CHANGED, satt=Satt.VART_FOR_SIG),
)
ENSAM = item((BO,), (BORD,), formal("f-p"), on_matter(YES, funnet=YES))
TVA_SLAG = item((BO, ATER), (BORD, SKICKA), formal("f-p", AVSLAG), formal("f-r", n=2))
ROSTAT = item((BO,), (BORD, MOT_2), formal("f-p", AVSLAG, votering=vote("f-p", 5, 8)))
I_DAG = item((BO,), (BORD,), formal("f-p", AVSLAG, votering=vote("f-p", 8, 5)))
MINORITET = item(
    (ATER,),
    (SKICKA,),
    formal(
        "f-r",
        AVSLAG,
        votering=vote("f-r", 20, 15),
        avgorande=Avgorande(grund=Grund.MINORITET, vinnare=svar(BIFALL, "f-r")),
    ),
)
FLERA = item(
    (A, B),
    (TILL_A, TILL_B),
    formal("f-a", AVSLAG),
    formal("f-b", AVSLAG, 2, votering=vote("f-b", 5, 8)),
)

AU = "arbetsutskottets förslag"


@pytest.mark.parametrize(
    ("p", "presens", "preteritum"),
    [
        (
            BORDLAGD,
            f"Ordföranden frågar om punkt 2 i {AU} ska avgöras i dag eller bordläggas och finner "
            "att kommunstyrelsen bordlägger punkten. Övriga yrkanden på punkt 2 prövas inte.\n"
            f"Ordföranden ställer bifall till punkterna 1 och 3 i {AU} mot avslag och finner att "
            "kommunstyrelsen bifaller punkterna 1 och 3.",
            f"Ordföranden frågade om punkt 2 i {AU} skulle avgöras i dag eller bordläggas och "
            "fann att kommunstyrelsen bordlade punkten. Övriga yrkanden på punkt 2 prövades "
            f"inte.\nOrdföranden ställde bifall till punkterna 1 och 3 i {AU} mot avslag och fann "
            "att kommunstyrelsen biföll punkterna 1 och 3.",
        ),
        (
            TVA_SLAG,
            f"Ordföranden frågar först om punkt 2 i {AU} ska bordläggas och finner att "
            "kommunstyrelsen avslår yrkandet.\n"
            f"Därefter frågar ordföranden om punkterna 1 och 3 i {AU} ska återremitteras och "
            "finner att kommunstyrelsen återremitterar punkterna.",
            f"Ordföranden frågade först om punkt 2 i {AU} skulle bordläggas och fann att "
            "kommunstyrelsen avslog yrkandet.\n"
            f"Därefter frågade ordföranden om punkterna 1 och 3 i {AU} skulle återremitteras och "
            "fann att kommunstyrelsen återremitterade punkterna.",
        ),
    ],
)
def test_the_question_names_the_point(p: Paragraf, presens: str, preteritum: str) -> None:
    assert told(p, "presens") == presens
    assert told(p, "preteritum") == preteritum


def test_a_point_decided_today() -> None:
    p = item((ATER,), (SKICKA,), formal("f-r", AVSLAG))
    assert told(p, "presens").endswith("återremitteras och finner att de ska avgöras i dag.")
    assert told(replace(I_DAG, fraga=(formal("f-p", AVSLAG),)), "preteritum").endswith(
        "bordläggas och fann att den skulle avgöras i dag."
    )


@pytest.mark.parametrize(
    ("stil", "sagt"),
    [
        (
            "presens",
            f"yrkar att punkt 2 i {AU} bordläggs till sammanträdet den 2 september 2031.",
        ),
        (
            "preteritum",
            f"yrkade att punkt 2 i {AU} skulle bordläggas till sammanträdet den 2 september 2031.",
        ),
        (
            "nacka",
            "yrkade att punkt 2 i förslaget bordläggs till sammanträdet den 2 september 2031.",
        ),
    ],
)
def test_the_yrkande_names_the_point(stil: str, sagt: str) -> None:
    assert told(BORDLAGD, stil, keys="yrkande").split("\n")[0].endswith(sagt)


def test_in_first_and_second_hand_the_point_is_named_too() -> None:
    two = yrkande("y-1", "ab", stand(BIFALL, "f-p", hand=1), stand(AVSLAG, "f-h", 2, hand=2))
    said = told(item((BO,), (two,)), "presens", keys="yrkande")
    assert said == (
        "Anna Berg (M) yrkar i första hand bordläggning av punkt 2 till sammanträdet den "
        f"2 september 2031 och i andra hand avslag på punkt 2 i {AU}."
    )


@pytest.mark.parametrize(
    ("p", "sagt"),
    [
        (ENSAM, f"Det finns ett förslag till beslut: punkterna 1 och 3 i {AU}."),
        (ANDRAD, f"I övrigt beslutar kommunstyrelsen enligt punkt 1 i {AU}."),
        (
            TRE,
            f"kommunstyrelsen beslutar enligt punkterna 1 och 3 i {AU} med den ändring som Eva "
            "Falk yrkar.",
        ),
        (TRE, f"Eva Falks ändringsyrkande och avslag på punkterna 1 och 3 i {AU}."),
    ],
)
def test_what_is_decided_beside_it_is_told_by_its_points(p: Paragraf, sagt: str) -> None:
    assert sagt in told(p, "presens")


def test_nacka_decides_what_is_left_and_not_what_was_moved_of_all() -> None:
    with_bifall = replace(ENSAM, yrkande=(BORD, yrkande("y-8", "cd", stand(BIFALL, "f-h"))))
    assert told(with_bifall, "nacka").endswith(
        "Kommunstyrelsen beslutade i enlighet med punkterna 1 och 3 i förslaget."
    )


@pytest.mark.parametrize(
    ("stil", "sagt"),
    [
        (
            "presens",
            "Den som vill att punkt 2 avgörs i dag röstar ja. Den som vill bordlägga punkt 2 "
            "röstar nej.\nOmröstningen ger 5 ja-röster och 8 nej-röster. Hur var och en röstar "
            "framgår av bilaga 3. Omröstningen ger ett annat resultat än det som ordföranden fann. "
            "Kommunstyrelsen bordlägger därmed "
            "punkten. Övriga yrkanden på punkt 2 prövas inte.",
        ),
        (
            "nacka",
            "Den som vill att punkt 2 avgörs i dag röstar ja. Den som vill bordlägga punkt 2 "
            "röstar nej.\nOmröstningen gav 5 ja-röster och 8 nej-röster. Hur var och en röstade "
            "framgår av bilaga 3. Kommunstyrelsen bordlade därmed punkten.",
        ),
        (
            "goteborg",
            "”Ja för avgörande i dag av punkt 2 och Nej för bordläggning av punkt 2.”\n"
            "Omröstningen utfaller med 5 Ja mot 8 Nej. Hur var och en röstar framgår av bilaga "
            "3. Kommunstyrelsen bordlägger därmed punkten.",
        ),
        (
            "lomma",
            "Den som önskar att punkt 2 avgörs i dag röstar ja och den som önskar bordlägga "
            "punkt 2 röstar nej.\nJa: 5, Nej: 8. Hur var och en röstar framgår av bilaga 3. "
            "Kommunstyrelsen bordlägger därmed punkten.",
        ),
    ],
)
def test_a_vote_on_a_point(stil: str, sagt: str) -> None:
    assert sagt in told(ROSTAT, stil)


def test_a_vote_that_keeps_the_point() -> None:
    assert "Punkten ska därmed avgöras i dag." in told(I_DAG, "presens")
    assert "Punkten skulle därmed avgöras i dag." in told(I_DAG, "preteritum")


@pytest.mark.parametrize(
    ("stil", "sagt"),
    [
        (
            "presens",
            "Kommunfullmäktige återremitterar punkterna till socialnämnden enligt 5 kap. 50 § "
            "kommunallagen för att räkna om.",
        ),
        (
            "goteborg",
            "Kommunfullmäktige återremitterar punkterna till socialnämnden genom en "
            "minoritetsåterremiss för att räkna om.",
        ),
    ],
)
def test_a_third_puts_points_off(stil: str, sagt: str) -> None:
    assert sagt in told(MINORITET, stil, "kf")


@pytest.mark.parametrize(
    ("stil", "frågan", "sidorna"),
    [
        (
            "presens",
            "Ordföranden frågar först om ärendet ska återremitteras till socialnämnden enligt Anna "
            "Bergs yrkande och finner att kommunstyrelsen avslår yrkandet.",
            "Den som vill återremittera ärendet enligt Cia Dahls yrkande röstar nej.",
        ),
        (
            "preteritum",
            "Därefter frågade ordföranden om ärendet skulle återremitteras enligt Cia Dahls "
            "yrkande och fann att kommunstyrelsen avslog yrkandet.",
            "Den som vill avslå Cia Dahls yrkande om återremiss röstar ja.",
        ),
        (
            "goteborg",
            "Därefter frågar ordföranden om ärendet ska återremitteras enligt Cia Dahls yrkande",
            "Nej för ärendets återremiss enligt Cia Dahls yrkande.”",
        ),
        (
            "lomma",
            "Därefter frågar ordföranden om ärendet ska återremitteras enligt Cia Dahls yrkande",
            "den som önskar återremittera ärendet enligt Cia Dahls yrkande röstar nej.",
        ),
    ],
)
def test_of_several_it_is_said_whose(stil: str, frågan: str, sidorna: str) -> None:
    said = told(FLERA, stil)
    assert frågan in said
    assert sidorna in said
    assert "Övriga yrkanden" not in said  # The other one was put.


@pytest.mark.parametrize(
    ("id", "presens", "preteritum"),
    [
        (
            "f-p",
            f"Punkt 2 i {AU} bordläggs till sammanträdet den 2 september 2031.",
            f"Punkt 2 i {AU} bordlades till sammanträdet den 2 september 2031.",
        ),
        (
            "f-r",
            f"Punkterna 1 och 3 i {AU} återremitteras till socialnämnden för att räkna om.",
            f"Punkterna 1 och 3 i {AU} återremitterades till socialnämnden för att räkna om.",
        ),
        (
            "f-h",
            "1. Ett.\n2. Två.\n3. Tre.",
            "1. Ett.\n2. Två.\n3. Tre.",
        ),
    ],
)
def test_the_decision_on_the_point(id: str, presens: str, preteritum: str) -> None:
    p = item((BO, ATER), (BORD, SKICKA))
    for stil, words in (("presens", presens), ("preteritum", preteritum)):
        made = decision_text(mote(p), p, svar(BIFALL, id), KOMMUN, styled(stil))
        assert made.replace(NBSP, " ") == words


def test_the_sources_of_the_pieces_in_goteborg() -> None:
    led = (
        Led(id="b-1", text="1. Ett.\n3. Tre.", enligt=(Mal(pa="f-h", punkter=(1, 3)),)),
        Led(id="b-2", text="Punkt 2 bordläggs.", enligt=(Mal(pa="f-p"),)),
    )
    said = told(replace(BORDLAGD, beslut=led), "goteborg", keys="enligt kalla beslut")
    assert f"Enligt punkterna 1 och 3 i {AU}:" in said
    assert "På förslag av ordföranden Anna Berg (M):" in said
    denied = replace(led[0], text=f"Kommunstyrelsen avslår punkterna 1 och 3 i {AU}.")
    p = replace(BORDLAGD, beslut=(denied,), fraga=(formal("f-p"), on_matter(YES, NO, funnet=NO)))
    assert "Enligt Hans Peters yrkande:" in told(p, "goteborg", keys="enligt kalla beslut")
