"""The sentences of who came, went and served, and of jäv, each in present and past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import Fas, Rorelse, StangdaDorrar, Tjanst
from protokoll_tui.domain.narvaro import RorelseSlag as SL
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.domain.reservation import Jav, Provning
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering import Stycke, block_text, load_style, render_sections, sentence_for
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.verbs import Tense
from tests.rendering.narvaroexempel import KOMMUN, aktorer, i_mitten, mote, p, rorelse, tj

UNDER, EFTER = Fas.UNDER, Fas.EFTER
T = time(13, 40)


def said(state: Sammantrade, id: str, tense: Tense = Tense.PRESENS) -> str:
    stil = replace(load_style("standard"), tempus={"allt": tense})
    return sentence_for(state, id, KOMMUN, stil).replace(NBSP, " ")


def both(state: Sammantrade, id: str) -> tuple[str, str]:
    present, past = (said(state, id, tense) for tense in Tense)
    return present, past


def jav(av: str, *tjanst: Tjanst, **kw: object) -> Jav:
    return Jav(id="j-1", av=aktorer(av), tjanst=tjanst, **kw)  # type: ignore[arg-type]


RORELSER = [
    (
        rorelse(SL.KOMMER, "ul", tid=T),
        "Ulla Lind (V) kommer kl. 13.40, efter § 117.",
        "Ulla Lind (V) kom kl. 13.40, efter § 117.",
    ),
    (
        rorelse(SL.KOMMER, "hp", tj("hp"), tid=T),
        "Hans Peters (C) kommer kl. 13.40, efter § 117, och tjänstgör. Nina Ek (M) tjänstgör "
        "inte längre.",
        "Hans Peters (C) kom kl. 13.40, efter § 117, och tjänstgjorde. Nina Ek (M) "
        "tjänstgjorde inte längre.",
    ),
    (
        rorelse(SL.KOMMER, "ul", tj("ul", "cd"), fas=UNDER, distans=True),
        "Ulla Lind (V) ansluter på distans före beslutet och tjänstgör i stället för Cia Dahl (S).",
        "Ulla Lind (V) anslöt på distans före beslutet och tjänstgjorde i stället för Cia Dahl"
        " (S).",
    ),
    (
        rorelse(SL.KOMMER, "cd", fas=EFTER),
        "Cia Dahl (S) återkommer efter beslutet.",
        "Cia Dahl (S) återkom efter beslutet.",
    ),
    (
        rorelse(SL.KOMMER, "ul", tj("ul", "vakant"), till="p-120"),
        "Ulla Lind (V) tjänstgör på en vakant plats från och med § 118 till och med § 120.",
        "Ulla Lind (V) tjänstgjorde på en vakant plats från och med § 118 till och med § 120.",
    ),
    (
        rorelse(SL.KOMMER, "hp", tj("hp"), till="p-118", tid=T),
        "Hans Peters (C) kommer kl. 13.40, efter § 117, och tjänstgör till ärendets slut. Nina"
        " Ek (M) tjänstgör inte under den tiden.",
        "Hans Peters (C) kom kl. 13.40, efter § 117, och tjänstgjorde till ärendets slut. Nina"
        " Ek (M) tjänstgjorde inte under den tiden.",
    ),
    (
        rorelse(SL.KOMMER, "ul", distans=True, till="p-118"),
        "Ulla Lind (V) deltar på distans när ärendet behandlas.",
        "Ulla Lind (V) deltog på distans när ärendet behandlades.",
    ),
    (
        rorelse(SL.GAR, "ab", fas=EFTER, tid=T),
        "Anna Berg (M) lämnar sammanträdet kl. 13.40, efter beslutet.",
        "Anna Berg (M) lämnade sammanträdet kl. 13.40, efter beslutet.",
    ),
    (
        rorelse(SL.GAR, "ab", tj("pö", "ab"), fas=UNDER, tid=T),
        "Anna Berg (M) lämnar sammanträdet kl. 13.40, före beslutet. Per Ö (S) tjänstgör i "
        "stället för Anna Berg.",
        "Anna Berg (M) lämnade sammanträdet kl. 13.40, före beslutet. Per Ö (S) tjänstgjorde i"
        " stället för Anna Berg.",
    ),
    (
        rorelse(SL.GAR, "ab", tj("ingen"), tid=T, skal="eftersom hon är sjuk"),
        "Anna Berg (M) lämnar sammanträdet kl. 13.40, efter § 117, eftersom hon är sjuk. "
        "Platsen är tom.",
        "Anna Berg (M) lämnade sammanträdet kl. 13.40, efter § 117, eftersom hon är sjuk. "
        "Platsen var tom.",
    ),
    (
        rorelse(SL.GAR, "nk", tj("ul", "hp"), skal="Hon är sjuk."),
        "Nina Ek (M) lämnar sammanträdet efter § 117. Hon är sjuk. Ulla Lind (V) tjänstgör i "
        "stället för Hans Peters (C).",
        "Nina Ek (M) lämnade sammanträdet efter § 117. Hon är sjuk. Ulla Lind (V) tjänstgjorde"
        " i stället för Hans Peters (C).",
    ),
    (
        rorelse(SL.GAR, "ab", tj("pö", "ab", skal="eftersom Nina Ek inte kan"), till="p-120"),
        "Anna Berg (M) deltar inte från och med § 118 till och med § 120. Per Ö (S) tjänstgör "
        "i stället för Anna Berg eftersom Nina Ek inte kan.",
        "Anna Berg (M) deltog inte från och med § 118 till och med § 120. Per Ö (S) "
        "tjänstgjorde i stället för Anna Berg eftersom Nina Ek inte kan.",
    ),
    (
        rorelse(SL.GAR, "ab", tj("nk", "ab"), tj("pö", "hp"), fas=UNDER),
        "Anna Berg (M) lämnar sammanträdet före beslutet. Nina Ek (M) tjänstgör i stället för "
        "Anna Berg. Per Ö (S) tjänstgör i stället för Hans Peters (C).",
        "Anna Berg (M) lämnade sammanträdet före beslutet. Nina Ek (M) tjänstgjorde i stället "
        "för Anna Berg. Per Ö (S) tjänstgjorde i stället för Hans Peters (C).",
    ),
    (
        rorelse(SL.GAR, "ab", till="p-118"),
        "Anna Berg (M) deltar inte när ärendet behandlas.",
        "Anna Berg (M) deltog inte när ärendet behandlades.",
    ),
    (
        rorelse(SL.GAR, "ab", till="p-120", fas=UNDER, tid=T),
        "Anna Berg (M) lämnar sammanträdet kl. 13.40, före beslutet, och återkommer efter § 120.",
        "Anna Berg (M) lämnade sammanträdet kl. 13.40, före beslutet, och återkom efter § 120.",
    ),
    (
        rorelse(SL.GAR, "lh", fas=EFTER),
        "Lotta Hagman, ekonomichef, lämnar sammanträdet efter beslutet.",
        "Lotta Hagman, ekonomichef, lämnade sammanträdet efter beslutet.",
    ),
    (
        rorelse(SL.VISAS_UT, "ef", tj("ul", "ef"), fas=UNDER, tid=T),
        "Ordföranden visar ut Eva Falk (V) kl. 13.40, före beslutet. Ulla Lind (V) tjänstgör i"
        " stället för Eva Falk.",
        "Ordföranden visade ut Eva Falk (V) kl. 13.40, före beslutet. Ulla Lind (V) "
        "tjänstgjorde i stället för Eva Falk.",
    ),
    (
        rorelse(SL.VISAS_UT, "ef", till="p-118", fas=UNDER),
        "Ordföranden visar ut Eva Falk (V) före beslutet. Eva Falk återkommer efter ärendet.",
        "Ordföranden visade ut Eva Falk (V) före beslutet. Eva Falk återkom efter ärendet.",
    ),
    (
        rorelse(SL.UTEBLIR, "ef"),
        "Eva Falk (V) är inte närvarande när sammanträdet fortsätter.",
        "Eva Falk (V) var inte närvarande när sammanträdet fortsatte.",
    ),
    (
        rorelse(SL.UTEBLIR, "ef", till="p-118", skal="på grund av sjukdom"),
        "Eva Falk (V) är inte närvarande när sammanträdet fortsätter men kommer efter ärendet på "
        "grund av sjukdom.",
        "Eva Falk (V) var inte närvarande när sammanträdet fortsatte men kom efter ärendet på "
        "grund av sjukdom.",
    ),
    (
        rorelse(SL.TAPPAR, "bo", fas=UNDER, tid=T),
        "Bo Ek (-) förlorar anslutningen kl. 13.40, före beslutet.",
        "Bo Ek (-) förlorade anslutningen kl. 13.40, före beslutet.",
    ),
    (
        rorelse(SL.TAPPAR, "bo", till="p-120"),
        "Bo Ek (-) förlorar anslutningen efter § 117 och är åter ansluten efter § 120.",
        "Bo Ek (-) förlorade anslutningen efter § 117 och var åter ansluten efter § 120.",
    ),
    (
        rorelse(SL.ATER, "bo", tid=T),
        "Bo Ek (-) är åter ansluten kl. 13.40, efter § 117.",
        "Bo Ek (-) var åter ansluten kl. 13.40, efter § 117.",
    ),
    (
        rorelse(SL.DISTANS, "bo"),
        "Bo Ek (-) deltar på distans från och med § 118.",
        "Bo Ek (-) deltog på distans från och med § 118.",
    ),
    (
        rorelse(SL.DISTANS, "bo", fas=UNDER, tid=T, till="p-120"),
        "Bo Ek (-) deltar på distans från kl. 13.40, före beslutet, till och med § 120.",
        "Bo Ek (-) deltog på distans från kl. 13.40, före beslutet, till och med § 120.",
    ),
    (
        rorelse(SL.DISTANS, "bo", till="p-118"),
        "Bo Ek (-) deltar på distans när ärendet behandlas.",
        "Bo Ek (-) deltog på distans när ärendet behandlades.",
    ),
    (
        rorelse(SL.BYTER, "", tj("pö", "hp")),
        "Per Ö (S) börjar tjänstgöra i stället för Hans Peters (C) efter § 117. Nina Ek (M) "
        "tjänstgör inte längre.",
        "Per Ö (S) började tjänstgöra i stället för Hans Peters (C) efter § 117. Nina Ek (M) "
        "tjänstgjorde inte längre.",
    ),
    (
        rorelse(SL.BYTER, "", tj("pö", "hp"), till="p-120"),
        "Per Ö (S) tjänstgör i stället för Hans Peters (C) från och med § 118 till och med § "
        "120. Nina Ek (M) tjänstgör inte under den tiden.",
        "Per Ö (S) tjänstgjorde i stället för Hans Peters (C) från och med § 118 till och med "
        "§ 120. Nina Ek (M) tjänstgjorde inte under den tiden.",
    ),
    (
        rorelse(SL.BYTER, "", tj("ul", "cd"), tj("pö", "vakant"), fas=UNDER, tid=T),
        "Ulla Lind (V) börjar tjänstgöra i stället för Cia Dahl (S) kl. 13.40, före beslutet. "
        "Per Ö (S) tjänstgör på en vakant plats.",
        "Ulla Lind (V) började tjänstgöra i stället för Cia Dahl (S) kl. 13.40, före beslutet."
        " Per Ö (S) tjänstgjorde på en vakant plats.",
    ),
    (
        rorelse(SL.BYTER, "", tj("ingen", "cd"), till="p-120"),
        "Cia Dahls (S) plats är tom från och med § 118 till och med § 120.",
        "Cia Dahls (S) plats var tom från och med § 118 till och med § 120.",
    ),
    (
        rorelse(SL.BYTER, "", tj("ingen", "cd"), fas=UNDER),
        "Cia Dahls (S) plats är tom från och med beslutet.",
        "Cia Dahls (S) plats var tom från och med beslutet.",
    ),
    (
        rorelse(SL.BYTER, "", tid=T),
        "Tjänstgöringen ändras kl. 13.40, efter § 117 (inte registrerat).",
        "Tjänstgöringen ändrades kl. 13.40, efter § 117 (inte registrerat).",
    ),
]

JAV = [
    (
        jav("ab"),
        "Anna Berg (M) anmäler jäv och lämnar lokalen.",
        "Anna Berg (M) anmälde jäv och lämnade lokalen.",
    ),
    (
        jav("ab", tj("pö", "ab")),
        "Anna Berg (M) anmäler jäv och lämnar lokalen. Per Ö (S) tjänstgör i stället.",
        "Anna Berg (M) anmälde jäv och lämnade lokalen. Per Ö (S) tjänstgjorde i stället.",
    ),
    (
        jav("ab", tj("ingen")),
        "Anna Berg (M) anmäler jäv och lämnar lokalen. Platsen är tom när ärendet behandlas.",
        "Anna Berg (M) anmälde jäv och lämnade lokalen. Platsen var tom när ärendet behandlades.",
    ),
    (
        jav("nk", tj("ul", "hp")),
        "Nina Ek (M) anmäler jäv och lämnar lokalen. Ulla Lind (V) tjänstgör i stället.",
        "Nina Ek (M) anmälde jäv och lämnade lokalen. Ulla Lind (V) tjänstgjorde i stället.",
    ),
    (
        jav("pö", tj("ul", "hp")),
        "Per Ö (S) anmäler jäv och lämnar lokalen.",
        "Per Ö (S) anmälde jäv och lämnade lokalen.",
    ),
    (
        jav("ab ef", tj("pö", "ab"), tj("ul", "ef")),
        "Anna Berg (M) och Eva Falk (V) anmäler jäv och lämnar lokalen. Per Ö (S) tjänstgör i "
        "stället för Anna Berg och Ulla Lind (V) i stället för Eva Falk.",
        "Anna Berg (M) och Eva Falk (V) anmälde jäv och lämnade lokalen. Per Ö (S) "
        "tjänstgjorde i stället för Anna Berg och Ulla Lind (V) i stället för Eva Falk.",
    ),
    (
        jav("ab ef bo", tj("pö", "ab"), tj("ingen", "ef"), tj("ingen", "bo")),
        "Anna Berg (M), Eva Falk (V) och Bo Ek (-) anmäler jäv och lämnar lokalen. Per Ö (S) "
        "tjänstgör i stället för Anna Berg. Eva Falks och Bo Eks platser är tomma när ärendet "
        "behandlas.",
        "Anna Berg (M), Eva Falk (V) och Bo Ek (-) anmälde jäv och lämnade lokalen. Per Ö (S) "
        "tjänstgjorde i stället för Anna Berg. Eva Falks och Bo Eks platser var tomma när "
        "ärendet behandlades.",
    ),
    (
        jav("ab ef", tj("ingen", "ab"), tj("ingen", "ef"), punkter=(1, 3)),
        "Anna Berg (M) och Eva Falk (V) anmäler jäv för punkterna 1 och 3 och lämnar lokalen. "
        "Platserna är tomma när punkterna 1 och 3 behandlas.",
        "Anna Berg (M) och Eva Falk (V) anmälde jäv för punkterna 1 och 3 och lämnade lokalen."
        " Platserna var tomma när punkterna 1 och 3 behandlades.",
    ),
    (
        jav("ab", tj("pö", "ab"), punkter=(2,)),
        "Anna Berg (M) anmäler jäv för punkt 2 och lämnar lokalen. Per Ö (S) tjänstgör i stället.",
        "Anna Berg (M) anmälde jäv för punkt 2 och lämnade lokalen. Per Ö (S) tjänstgjorde i "
        "stället.",
    ),
    (
        jav("ab", tj("pö", "ab"), skal="eftersom hon är granne med sökanden"),
        "Anna Berg (M) anmäler jäv och lämnar lokalen eftersom hon är granne med sökanden. Per"
        " Ö (S) tjänstgör i stället.",
        "Anna Berg (M) anmälde jäv och lämnade lokalen eftersom hon är granne med sökanden. "
        "Per Ö (S) tjänstgjorde i stället.",
    ),
    (
        jav("ab", provning=Provning.PROVAS, vackt_av=aktorer("cd")),
        "Cia Dahl (S) väcker frågan om Anna Berg (M) är jävig. Prövningens utfall (inte "
        "registrerat).",
        "Cia Dahl (S) väckte frågan om Anna Berg (M) var jävig. Prövningens utfall (inte "
        "registrerat).",
    ),
    (
        jav("ab", provning=Provning.PROVAS),
        "Kommunstyrelsen prövar om Anna Berg (M) är jävig. Prövningens utfall (inte registrerat).",
        "Kommunstyrelsen prövade om Anna Berg (M) var jävig. Prövningens utfall (inte "
        "registrerat).",
    ),
    (
        jav("ab", tj("pö", "ab"), provning=Provning.JAVIG, vackt_av=aktorer("cd ef")),
        "Cia Dahl (S) och Eva Falk (V) väcker frågan om Anna Berg (M) är jävig. "
        "Kommunstyrelsen prövar frågan och beslutar att Anna Berg är jävig. Anna Berg lämnar "
        "lokalen. Per Ö (S) tjänstgör i stället.",
        "Cia Dahl (S) och Eva Falk (V) väckte frågan om Anna Berg (M) var jävig. "
        "Kommunstyrelsen prövade frågan och beslutade att Anna Berg var jävig. Anna Berg "
        "lämnade lokalen. Per Ö (S) tjänstgjorde i stället.",
    ),
    (
        jav("ab", provning=Provning.INTE_JAVIG),
        "Kommunstyrelsen prövar om Anna Berg (M) är jävig och beslutar att Anna Berg inte är "
        "jävig.",
        "Kommunstyrelsen prövade om Anna Berg (M) var jävig och beslutade att Anna Berg inte "
        "var jävig.",
    ),
    (
        jav("ab bo", provning=Provning.INTE_JAVIG, punkter=(2,)),
        "Kommunstyrelsen prövar om Anna Berg (M) och Bo Ek (-) är jäviga i fråga om punkt 2 "
        "och beslutar att Anna Berg och Bo Ek inte är jäviga.",
        "Kommunstyrelsen prövade om Anna Berg (M) och Bo Ek (-) var jäviga i fråga om punkt 2 "
        "och beslutade att Anna Berg och Bo Ek inte var jäviga.",
    ),
    (
        jav("ab", provning=Provning.INTE_JAVIG, skal="med hänvisning till avtalet"),
        "Kommunstyrelsen prövar om Anna Berg (M) är jävig med hänvisning till avtalet. "
        "Kommunstyrelsen beslutar att Anna Berg inte är jävig.",
        "Kommunstyrelsen prövade om Anna Berg (M) var jävig med hänvisning till avtalet. "
        "Kommunstyrelsen beslutade att Anna Berg inte var jävig.",
    ),
    (
        jav("ab", provning=Provning.JAVIG, deltog=True, skal="eftersom annars för få deltar"),
        "Kommunstyrelsen prövar om Anna Berg (M) är jävig och beslutar att Anna Berg är jävig."
        " Anna Berg deltar i prövningen eftersom annars för få deltar. Anna Berg lämnar "
        "lokalen.",
        "Kommunstyrelsen prövade om Anna Berg (M) var jävig och beslutade att Anna Berg var "
        "jävig. Anna Berg deltog i prövningen eftersom annars för få deltar. Anna Berg lämnade"
        " lokalen.",
    ),
]


@pytest.mark.parametrize(("post", "presens", "preteritum"), RORELSER)
def test_a_movement_in_both_tenses(post: Rorelse, presens: str, preteritum: str) -> None:
    assert both(i_mitten(rorelse=(post,)), "i-1") == (presens, preteritum)


@pytest.mark.parametrize(("post", "presens", "preteritum"), JAV)
def test_jav_in_both_tenses(post: Jav, presens: str, preteritum: str) -> None:
    assert both(i_mitten(jav=(post,)), "j-1") == (presens, preteritum)


@pytest.mark.parametrize("post", [row[0] for row in JAV if row[0].provning is Provning.ANMALD])
def test_in_fullmaktige_the_javiga_may_stay(post: Jav) -> None:
    state = mote(p(118, jav=(post,)), organ="kf")
    assert both(state, "j-1") == tuple(
        words.replace("lämnar lokalen", "deltar inte i handläggningen").replace(
            "lämnade lokalen", "deltog inte i handläggningen"
        )
        for words in both(i_mitten(jav=(post,)), "j-1")
    )


def test_those_javiga_for_another_organ_are_told_with_it() -> None:
    state = mote(p(118, jav=(jav("ab cd nk", uppdrag="ks"),)), organ="kf")
    assert said(state, "j-1") == (
        "Anna Berg (M), Cia Dahl (S) och Nina Ek (M) anmäler jäv som ledamöter och ersättare i "
        "kommunstyrelsen och deltar inte i handläggningen."
    )


# Lost and back


def lost_and_back(
    tid: time | None, ater: time | None, fas: Fas = UNDER, ater_fas: Fas = UNDER
) -> Sammantrade:
    lost = rorelse(SL.TAPPAR, "bo", fas=fas, tid=tid)
    back = rorelse(SL.ATER, "bo", id="i-2", fas=ater_fas, tid=ater)
    other = rorelse(SL.TAPPAR, "ef", id="i-3", fas=fas, tid=tid)
    return i_mitten(rorelse=(lost, other, back))


LOST = [
    (
        lost_and_back(time(14, 12), time(14, 16)),
        "Bo Ek (-) förlorar anslutningen kl. 14.12 och är åter ansluten kl. 14.16.",
        "Bo Ek (-) förlorade anslutningen kl. 14.12 och var åter ansluten kl. 14.16.",
    ),
    (
        lost_and_back(time(14, 12), time(14, 16), UNDER, EFTER),
        "Bo Ek (-) förlorar anslutningen kl. 14.12, före beslutet, och är åter ansluten "
        "kl. 14.16, efter beslutet.",
        "Bo Ek (-) förlorade anslutningen kl. 14.12, före beslutet, och var åter ansluten "
        "kl. 14.16, efter beslutet.",
    ),
    (
        lost_and_back(None, None, Fas.FORE, UNDER),
        "Bo Ek (-) förlorar anslutningen efter § 117 och är åter ansluten före beslutet.",
        "Bo Ek (-) förlorade anslutningen efter § 117 och var åter ansluten före beslutet.",
    ),
]


@pytest.mark.parametrize(("state", "presens", "preteritum"), LOST)
def test_lost_and_back_within_a_paragraf_is_one_sentence(
    state: Sammantrade, presens: str, preteritum: str
) -> None:
    assert both(state, "i-1") == (presens, preteritum)
    assert both(state, "i-2") == (presens, preteritum)
    blocks = render_sections(state, "p-118", KOMMUN, load_style("standard")).blocks
    told = [b.nyckel for b in blocks if isinstance(b, Stycke) and b.nyckel.startswith("rorelse")]
    assert told == ["rorelse:i-1", "rorelse:i-3"]


def test_one_who_is_lost_twice_is_told_of_twice() -> None:
    row = tuple(
        rorelse(slag, "bo", id=f"i-{n}", fas=UNDER, tid=time(14, n))
        for n, slag in enumerate((SL.TAPPAR, SL.ATER, SL.TAPPAR, SL.ATER), 1)
    )
    state = i_mitten(rorelse=row)
    told = "Bo Ek förlorar anslutningen kl. 14.03 och är åter ansluten kl. 14.04."
    assert said(state, "i-3") == said(state, "i-4") == told
    assert said(state, "i-1") == said(state, "i-2") != told


def test_back_in_a_later_paragraf_is_told_there() -> None:
    lost = p(117, rorelse=(rorelse(SL.TAPPAR, "bo", fas=EFTER),))
    state = mote(lost, p(118, rorelse=(rorelse(SL.ATER, "bo", id="i-2", fas=UNDER),)))
    assert said(state, "i-1") == "Bo Ek (-) förlorar anslutningen efter beslutet."
    assert said(state, "i-2") == "Bo Ek (-) är åter ansluten före beslutet."


# Where in the meeting


@pytest.mark.parametrize(
    ("paragrafer", "fas", "place"),
    [
        ((p(112),), Fas.FORE, "före § 112"),
        ((p(None),), Fas.FORE, "innan ärendet behandlas"),
        ((p(None), p(113)), Fas.FORE, "före § 113"),
        ((p(112), p(113)), Fas.FORE, "efter § 112"),
        ((p(112), p(113, slag=ParagrafSlag.INFORMATION, beslut=())), UNDER, "under § 113"),
        ((p(112), p(113, slag=ParagrafSlag.INFORMATION, beslut=())), EFTER, "efter § 113"),
        ((p(None, slag=ParagrafSlag.UPPROP, beslut=()),), UNDER, "under ärendet"),
        ((p(None, slag=ParagrafSlag.UPPROP, beslut=()),), EFTER, "efter ärendet"),
        ((p(112, utgar=True),), EFTER, "efter § 112"),
    ],
)
def test_the_place_of_a_movement_is_told_by_the_numbers_there_are(
    paragrafer: tuple[Paragraf, ...], fas: Fas, place: str
) -> None:
    *before, last = paragrafer
    state = mote(*before, replace(last, rorelse=(rorelse(SL.GAR, "ab", fas=fas),)))
    assert said(state, "i-1") == f"Anna Berg (M) lämnar sammanträdet {place}."


def test_one_who_comes_again_comes_back() -> None:
    gone = p(117, rorelse=(rorelse(SL.GAR, "ab", fas=EFTER),))
    back = p(118, rorelse=(rorelse(SL.KOMMER, "ab", tj("ab"), id="i-2", tid=T),))
    assert said(mote(gone, back), "i-2") == (
        "Anna Berg (M) återkommer kl. 13.40, efter § 117, och tjänstgör."
    )


@pytest.mark.parametrize("till", ["p-finns-inte", "p-None"])
def test_an_end_that_has_no_number_is_not_told(till: str) -> None:
    state = mote(p(117), p(118, rorelse=(rorelse(SL.GAR, "ab", till=till),)), p(None))
    assert said(state, "i-1") == "Anna Berg (M) lämnar sammanträdet efter § 117."


def test_a_person_nobody_knows_is_named_as_written_and_flagged() -> None:
    state = i_mitten(rorelse=(rorelse(SL.KOMMER, "zz", fas=UNDER),))
    assert said(state, "i-1") == "zz kommer före beslutet."
    flags = render_sections(state, "p-118", KOMMUN, load_style("standard")).flaggor
    assert [flag.nyckel for flag in flags] == ["zz"]


def test_a_movement_is_told_without_a_roster_too() -> None:
    gone = rorelse(SL.GAR, "ab", tj("ingen"), fas=UNDER)
    state = replace(i_mitten(rorelse=(gone,)), tjanstgor=())
    made = sentence_for(state, "i-1", Kommun(), load_style("standard"))
    assert made == "ab lämnar sammanträdet före beslutet. Platsen är tom."


# Who chairs


def chaired(state: Sammantrade, id: str, stil: str = "standard") -> list[str]:
    blocks = render_sections(state, id, KOMMUN, load_style(stil), hemligt=True).blocks
    return [
        block_text(b).replace(NBSP, " ")
        for b in blocks
        if isinstance(b, Stycke) and b.nyckel.startswith("ordforandeskap:")
    ]


def in_the_chair(
    till: str = "p-119", fran: time | None = None, vem: str = "cd", id: str = "o-1"
) -> Ordforandeskap:
    return Ordforandeskap(id=id, vem=vem, fran=fran, till_paragraf=till)


@pytest.mark.parametrize("stil", ["standard", "goteborg"])
def test_who_chairs_several_paragrafer_is_told_in_each(stil: str) -> None:
    state = i_mitten(ordforandeskap=(in_the_chair(),))
    assert chaired(state, "p-117", stil) == []
    assert chaired(state, "p-118", stil) == [
        "Cia Dahl (S) är ordförande från och med § 118 till och med § 119."
    ]
    assert chaired(state, "p-119", stil) == ["Cia Dahl (S) är ordförande under paragrafen."]
    assert chaired(state, "p-120", stil) == []


def test_who_takes_the_chair_in_the_middle_is_told_with_the_time() -> None:
    state = i_mitten(ordforandeskap=(in_the_chair(fran=time(14, 2)),))
    assert chaired(state, "p-118") == [
        "Cia Dahl (S) är ordförande från kl. 14.02 till och med § 119."
    ]
    assert chaired(state, "p-119") == ["Cia Dahl (S) är ordförande under paragrafen."]


def test_another_in_the_chair_ends_what_ran_from_before() -> None:
    later = Ordforandeskap(id="o-2", vem="ef", fran=time(15))
    whole = Ordforandeskap(id="o-3", vem="hp")
    first = p(118, ordforandeskap=(in_the_chair("p-120"),))
    state = mote(first, p(119, ordforandeskap=(later,)), p(120, ordforandeskap=(whole,)))
    assert chaired(state, "p-119") == [
        "Cia Dahl (S) är ordförande till kl. 15.00.",
        "Eva Falk (V) är ordförande från kl. 15.00.",
    ]
    assert chaired(state, "p-120") == ["Hans Peters (C) är ordförande under paragrafen."]


def test_the_chair_of_the_meeting_is_not_told_of_as_another() -> None:
    first = p(118, ordforandeskap=(in_the_chair("p-120"),))
    back = p(119, ordforandeskap=(in_the_chair("p-120", vem="ab", id="o-2"),))
    assert chaired(mote(first, back, p(120)), "p-120") == []


# Doors and days


DORRAR = [
    ("ks", {}, "Ärendet behandlas inom stängda dörrar."),
    (
        "ks",
        {"fran": time(14), "till": time(14, 20)},
        "Ärendet behandlas inom stängda dörrar kl. 14.00–14.20.",
    ),
    (
        "kf",
        {"fran": time(14)},
        "Kommunfullmäktige beslutar att överläggningen i ärendet ska hållas inom stängda dörrar. "
        "Dörrarna är stängda från kl. 14.00.",
    ),
    (
        "kf",
        {},
        "Kommunfullmäktige beslutar att överläggningen i ärendet ska hållas inom stängda dörrar.",
    ),
    (
        "kf",
        {"till": time(14), "beslutat": False},
        "Överläggningen i ärendet hålls inom stängda dörrar till kl. 14.00.",
    ),
]


@pytest.mark.parametrize(("organ", "values", "expected"), DORRAR)
def test_closed_doors_are_told_as_the_organ_closes_them(
    organ: str, values: dict[str, object], expected: str
) -> None:
    doors = StangdaDorrar(id="z-1", **values)  # type: ignore[arg-type]
    assert said(mote(p(118, stangda_dorrar=(doors,)), organ=organ), "z-1") == expected


AVBROTT = [
    (
        {"fran": time(16, 30), "till": time(13)},
        "Sammanträdet avbryts kl. 16.30 och fortsätter torsdagen den 19 juni 2031 kl. 13.00.",
        "Sammanträdet avbröts kl. 16.30 och fortsatte torsdagen den 19 juni 2031 kl. 13.00.",
    ),
    (
        {},
        "Sammanträdet avbryts och fortsätter torsdagen den 19 juni 2031.",
        "Sammanträdet avbröts och fortsatte torsdagen den 19 juni 2031.",
    ),
]


@pytest.mark.parametrize(("values", "presens", "preteritum"), AVBROTT)
def test_a_meeting_broken_off_goes_on_another_day(
    values: dict[str, time], presens: str, preteritum: str
) -> None:
    pause = Ajournering(id="u-1", datum=date(2031, 6, 19), **values)  # type: ignore[arg-type]
    state = i_mitten(ajournering=(pause,))
    assert both(state, "u-1") == (presens, preteritum)
    live = render_sections(state, "p-118", KOMMUN, load_style("standard"))
    assert "(inte registrerat)" not in "".join(block_text(b) for b in live.blocks)


# Own words, and what others have written


def test_an_own_wording_stands_for_a_movement_and_is_flagged_when_it_changes() -> None:
    made = said(i_mitten(rorelse=(rorelse(SL.GAR, "ab", fas=UNDER),)), "i-1")
    own = Lydelse(id="l-1", av="rorelse:i-1", text="Anna Berg går hem.", ersatter=made)
    for skal, flags in (("", 0), ("eftersom hon är sjuk", 1)):
        gone = rorelse(SL.GAR, "ab", fas=UNDER, skal=skal)
        state = i_mitten(rorelse=(gone,), lydelse=(own,))
        assert said(state, "i-1") == "Anna Berg går hem."
        found = render_sections(state, "p-118", KOMMUN, load_style("standard")).flaggor
        assert len(found) == flags


@pytest.mark.parametrize("text", ["</p><script>x</script>", "{{ 7*7 }}", "==x", "#panic"])
def test_names_titles_and_reasons_are_never_part_of_the_template(text: str) -> None:
    person = replace(KOMMUN.person[0], sig="zz", namn=f"Zz {text}", parti="", titel=text)
    kommun = replace(KOMMUN, person=(*KOMMUN.person, person))
    state = i_mitten(rorelse=(rorelse(SL.GAR, "zz", fas=UNDER, skal=f"eftersom {text}"),))
    made = sentence_for(state, "i-1", kommun, load_style("standard"))
    assert made == f"Zz {text}, {text}, lämnar sammanträdet före beslutet eftersom {text}."


def test_the_style_nacka_tells_in_the_past() -> None:
    gone = rorelse(SL.GAR, "ab", tj("nk", "ab"), fas=UNDER, tid=T)
    state = i_mitten(rorelse=(gone,), jav=(jav("ef", tj("ul", "ef")),))
    made = [sentence_for(state, id, KOMMUN, load_style("nacka")) for id in ("i-1", "j-1")]
    assert [words.replace(NBSP, " ") for words in made] == [
        "Anna Berg (M) lämnade sammanträdet kl. 13.40, före beslutet. Nina Ek (M) tjänstgjorde i "
        "stället för Anna Berg.",
        "Eva Falk (V) anmälde jäv och lämnade lokalen. Ulla Lind (V) tjänstgjorde i stället.",
    ]


def test_movements_after_the_decision_stand_after_it() -> None:
    row = (rorelse(SL.GAR, "ab", fas=EFTER), rorelse(SL.GAR, "cd", id="i-2", fas=UNDER))
    state = i_mitten(rorelse=row)
    for name in ("standard", "nacka", "goteborg"):
        blocks = render_sections(state, "p-118", KOMMUN, load_style(name)).blocks
        keys = [b.nyckel for b in blocks]
        assert keys.index("rorelse:i-1") > keys.index("beslut:b-118")
        assert keys.index("rorelse:i-1") > keys.index("rorelse:i-2")


def test_a_style_without_the_later_section_tells_all_movements_in_one() -> None:
    bare = load_style("standard")
    bare = replace(bare, ordning=tuple(x for x in bare.ordning if x != "narvaro_efter"))
    row = (rorelse(SL.GAR, "ab", fas=EFTER), rorelse(SL.GAR, "cd", id="i-2", fas=UNDER))
    blocks = render_sections(i_mitten(rorelse=row), "p-118", KOMMUN, bare).blocks
    keys = [b.nyckel for b in blocks if "rorelse" in b.nyckel or "narvaro" in b.nyckel]
    assert keys == ["avsnitt:narvaro", "rorelse:i-2", "rorelse:i-1"]
