"""The sentences of votes in the style standard, in present and past, as phrases.md has them."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure.kedja import winner
from protokoll_tui.rendering import (
    Stil,
    Tabell,
    block_text,
    decision_text,
    load_style,
    render_sections,
    sentence_for,
    style_names,
)
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.verbs import Tense
from tests.rendering.avgorandefall import AVGORANDEFALL
from tests.rendering.exempel import HOSTILE, mote
from tests.rendering.ordningsfall import ORDNINGSFALL
from tests.rendering.rostexempel import KOMMUN, kontraproposition, minoritet, parvis, tillagg
from tests.rendering.rostfall import FALL
from tests.rendering.valfall import VALFALL

EVERY = FALL | VALFALL | ORDNINGSFALL | AVGORANDEFALL

GOLDEN = Path(__file__).parent / "golden"
STEG = frozenset(
    [
        "fraga",
        "votering",
        "resultat",
        "rostlista",
        "sluten",
        "avgorande",
        "ordning",
        "avvisat",
        "fallet",
    ]
)


def in_tense(tense: Tense) -> Stil:
    return replace(load_style("standard"), tempus={"allt": tense})


def course(p: Paragraf, organ: str, stil: Stil) -> list[str]:
    """The paragraphs of the beslutsgång."""
    made = render_sections(mote(p, organ), "p-1", KOMMUN, stil, forhandsvisning=False)
    keyed = ((getattr(block, "nyckel", ""), block) for block in made.blocks)
    told = (b for key, b in keyed if key.partition(":")[0] in STEG and not isinstance(b, Tabell))
    return [block_text(block).replace(NBSP, " ") for block in told]


AU, AB, EF, BO = (
    "arbetsutskottets förslag",
    "Anna Bergs yrkande",
    "Eva Falks yrkande",
    "Bo Eks yrkande",
)
FRASER = [
    ("asked for by nobody named", "Omröstning begärs.", "Omröstning begärdes."),
    ("asked for by one", "Anna Berg begär omröstning.", "Anna Berg begärde omröstning."),
    (
        "asked for by nobody named",
        "Kommunstyrelsen godkänner denna omröstningsordning: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill bifalla {AB} röstar nej.",
        "Kommunstyrelsen godkände denna omröstningsordning: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill bifalla {AB} röstar nej.",
    ),
    (
        "bifall, and avslag on the same",
        "Kommunstyrelsen godkänner denna omröstningsordning: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill avslå det röstar nej.",
        "Kommunstyrelsen godkände denna omröstningsordning: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill avslå det röstar nej.",
    ),
    (
        "today",
        "Kommunstyrelsen godkänner denna omröstningsordning: Den som vill att ärendet avgörs i "
        "dag röstar ja. Den som vill återremittera ärendet röstar nej.",
        "Kommunstyrelsen godkände denna omröstningsordning: Den som vill att ärendet avgörs i "
        "dag röstar ja. Den som vill återremittera ärendet röstar nej.",
    ),
    (
        "asked for by nobody named",
        f"Omröstningen ger 8 ja-röster och 5 nej-röster. Kommunstyrelsen beslutar därmed enligt "
        f"{AU}.",
        f"Omröstningen gav 8 ja-röster och 5 nej-röster. Kommunstyrelsen beslutade därmed enligt "
        f"{AU}.",
    ),
    (
        "one nej-röst",
        "Omröstningen ger 12 ja-röster och 1 nej-röst.",
        "Omröstningen gav 12 ja-röster och 1 nej-röst.",
    ),
    (
        "unanimous",
        "Omröstningen ger 13 ja-röster och ingen nej-röst.",
        "Omröstningen gav 13 ja-röster och ingen nej-röst.",
    ),
    (
        "all against",
        "Omröstningen ger ingen ja-röst och 13 nej-röster.",
        "Omröstningen gav ingen ja-röst och 13 nej-röster.",
    ),
    (
        "names",
        "Hans Peters (C) avstår från att rösta.",
        "Hans Peters (C) avstod från att rösta.",
    ),
    (
        "several of each that did not vote",
        "Två ledamöter avstår från att rösta. Tre ledamöter deltar inte i omröstningen. Tolv "
        "ledamöter är frånvarande vid omröstningen. Två platser är tomma.",
        "Två ledamöter avstod från att rösta. Tre ledamöter deltog inte i omröstningen. Tolv "
        "ledamöter var frånvarande vid omröstningen. Två platser var tomma.",
    ),
    (
        "names",
        "Följande röstar ja (3): Anna Berg (M), Bo Ek (L) och Nina Ek (KD). Följande röstar nej "
        "(2): Cia Dahl (S) och Eva Falk (V).",
        "Följande röstade ja (3): Anna Berg (M), Bo Ek (L) och Nina Ek (KD). Följande röstade nej "
        "(2): Cia Dahl (S) och Eva Falk (V).",
    ),
    (
        "names of many who did not vote",
        "Följande avstår från att rösta (2): Bo Ek (L) och Hans Peters (C).",
        "Följande avstod från att rösta (2): Bo Ek (L) och Hans Peters (C).",
    ),
    (
        "a bilaga by its number",
        "Hur var och en röstar framgår av bilaga 1.",
        "Hur var och en röstade framgår av bilaga 1.",
    ),
    (
        "the other way round",
        "Omröstningen ger ett annat resultat än det som ordföranden fann.",
        "Omröstningen gav ett annat resultat än det som ordföranden fann.",
    ),
    (
        "a tie, the chair on ja",
        "Omröstningen ger 6 ja-röster och 6 nej-röster. Vid lika röstetal har ordföranden "
        f"utslagsröst. Ordföranden röstar ja. Kommunstyrelsen beslutar därmed enligt {AU}.",
        "Omröstningen gav 6 ja-röster och 6 nej-röster. Vid lika röstetal har ordföranden "
        f"utslagsröst. Ordföranden röstade ja. Kommunstyrelsen beslutade därmed enligt {AU}.",
    ),
    (
        "closed",
        "Omröstningen är sluten. Ledamöterna lämnar 39 valsedlar. Av dem är 2 blanka och 1 "
        "ogiltig. Ada Ek får 20 röster och Bo Ask 16 röster.",
        "Omröstningen var sluten. Ledamöterna lämnade 39 valsedlar. Av dem var 2 blanka och 1 "
        "ogiltig. Ada Ek fick 20 röster och Bo Ask 16 röster.",
    ),
    (
        "closed, the lot",
        "Ada Ek och Bo Ask får 20 röster var. Valet avgörs genom lottning. Lotten faller på "
        "Ada Ek.",
        "Ada Ek och Bo Ask fick 20 röster var. Valet avgjordes genom lottning. Lotten föll på "
        "Ada Ek.",
    ),
    (
        "a minority",
        "Omröstningen ger 40 ja-röster för avgörande i dag och 29 nej-röster för återremiss. "
        "Tolv ledamöter avstår från att rösta. Minst en tredjedel av de 81 närvarande "
        "ledamöterna begär därmed återremiss. Kommunfullmäktige återremitterar ärendet till "
        "kommunstyrelsen enligt 5 kap. 50 § kommunallagen",
        "Omröstningen gav 40 ja-röster för avgörande i dag och 29 nej-röster för återremiss. "
        "Tolv ledamöter avstod från att rösta. Minst en tredjedel av de 81 närvarande "
        "ledamöterna begärde därmed återremiss. Kommunfullmäktige återremitterade ärendet till "
        "kommunstyrelsen enligt 5 kap. 50 § kommunallagen",
    ),
    (
        "a minority without a vote",
        "Återremiss begärs av 17 av de 49 närvarande ledamöterna, alltså av minst en tredjedel.",
        "Återremiss begärdes av 17 av de 49 närvarande ledamöterna, alltså av minst en tredjedel.",
    ),
    (
        "a motförslag by acklamation",
        "Ordföranden prövar förslagen vart för sig och finner att kommunstyrelsen beslutar "
        f"enligt {AU}. Omröstning begärs.",
        "Ordföranden prövade förslagen vart för sig och fann att kommunstyrelsen beslutade "
        f"enligt {AU}. Omröstning begärdes.",
    ),
    (
        "a motförslag by acklamation",
        f"Arbetsutskottets förslag är huvudförslag. Ordföranden ställer {AB} mot {EF} och finner "
        f"att {AB} blir motförslag.",
        f"Arbetsutskottets förslag var huvudförslag. Ordföranden ställde {AB} mot {EF} och fann "
        f"att {AB} blev motförslag.",
    ),
    (
        "a motförslag by vote",
        "Omröstning begärs om motförslaget.",
        "Omröstning begärdes om motförslaget.",
    ),
    (
        "a motförslag by vote",
        "Kommunstyrelsen godkänner denna omröstningsordning: Den som vill ha "
        f"{AB} som motförslag röstar ja. Den som vill ha {EF} som motförslag röstar nej.",
        "Kommunstyrelsen godkände denna omröstningsordning: Den som vill ha "
        f"{AB} som motförslag röstar ja. Den som vill ha {EF} som motförslag röstar nej.",
    ),
    (
        "a motförslag by vote",
        f"Omröstningen ger 8 ja-röster och 5 nej-röster. {AB} blir därmed motförslag.",
        f"Omröstningen gav 8 ja-röster och 5 nej-röster. {AB} blev därmed motförslag.",
    ),
    (
        "four proposals deep",
        f"När motförslaget ska utses är {AB} huvudförslag. Ordföranden ställer först {EF} mot "
        f"{BO} och finner att {EF} ska ställas mot {AB}.",
        f"När motförslaget skulle utses var {AB} huvudförslag. Ordföranden ställde först {EF} mot "
        f"{BO} och fann att {EF} skulle ställas mot {AB}.",
    ),
    (
        "four proposals deep",
        "Kommunstyrelsen godkänner denna ordning för huvudomröstningen: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill bifalla {EF} röstar nej.",
        "Kommunstyrelsen godkände denna ordning för huvudomröstningen: Den som vill bifalla "
        f"{AU} röstar ja. Den som vill bifalla {EF} röstar nej.",
    ),
    (
        "pairs",
        f"Ordföranden ställer först {AB} mot {EF} och finner att {AB} ska ställas mot {AU}. "
        f"Därefter ställer ordföranden {AU} mot {AB} och finner att kommunstyrelsen beslutar "
        f"enligt {AU}.",
        f"Ordföranden ställde först {AB} mot {EF} och fann att {AB} skulle ställas mot {AU}. "
        f"Därefter ställde ordföranden {AU} mot {AB} och fann att kommunstyrelsen beslutade "
        f"enligt {AU}.",
    ),
    (
        "an order",
        f"Ordföranden redovisar beslutsgången: först {AU}, därefter {AB} och {EF}. "
        "Kommunstyrelsen godkänner beslutsgången.",
        f"Ordföranden redovisade beslutsgången: först {AU}, därefter {AB} och {EF}. "
        "Kommunstyrelsen godkände beslutsgången.",
    ),
    (
        "alike",
        "Kommunstyrelsen godkänner att yrkandena från Anna Berg och Eva Falk behandlas som ett, "
        "eftersom de har samma innehåll.",
        "Kommunstyrelsen godkände att yrkandena från Anna Berg och Eva Falk behandlades som ett, "
        "eftersom de hade samma innehåll.",
    ),
    (
        "refused as a new matter",
        "Ordföranden lägger inte fram Eva Falks förslag, eftersom det innebär att ett nytt "
        "ärende väcks (5 kap. 57 § kommunallagen).",
        "Ordföranden lade inte fram Eva Falks förslag, eftersom det innebar att ett nytt "
        "ärende väcktes (5 kap. 57 § kommunallagen).",
    ),
    (
        "refused for a law",
        "Ordföranden lägger inte fram Eva Falks förslag, eftersom det skulle leda till ett "
        "beslut som strider mot plan- och bygglagen (5 kap. 57 § kommunallagen).",
        "Ordföranden lade inte fram Eva Falks förslag, eftersom det skulle leda till ett "
        "beslut som strider mot plan- och bygglagen (5 kap. 57 § kommunallagen).",
    ),
    (
        "refused but put all the same",
        "Kommunfullmäktige beslutar att förslaget ändå ska läggas fram.",
        "Kommunfullmäktige beslutade att förslaget ändå skulle läggas fram.",
    ),
]


@pytest.mark.parametrize(("fall", "presens", "preteritum"), FRASER)
def test_the_phrase_is_said_in_both_tenses(fall: str, presens: str, preteritum: str) -> None:
    p, organ = FALL[fall]
    assert presens in " ".join(course(p, organ, in_tense(Tense.PRESENS)))
    assert preteritum in " ".join(course(p, organ, in_tense(Tense.PRETERITUM)))


@pytest.mark.parametrize("tense", list(Tense))
def test_every_case_is_told_as_it_was(tense: Tense) -> None:
    stil = in_tense(tense)
    parts = [f"## {n}\n" + "\n".join(course(p, o, stil)) for n, (p, o) in EVERY.items()]
    same("\n\n".join(parts) + "\n", f"rostfraser-{tense}.txt")


def same(made: str, name: str) -> None:
    file = GOLDEN / name
    if os.environ.get("SKRIV_GOLDEN"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


SLARV = re.compile(r"  | [.,:;]|\.\.|[.:] ?\.|None|[a-zåäö](?<!kap)(?<!kl)\. [a-zåäö]|: *$|\(0\)")
"""What a secretary would strike: double spaces and stops, a sentence that begins small."""


@pytest.mark.parametrize("stil", style_names())
@pytest.mark.parametrize("fall", list(EVERY))
def test_no_sentence_is_sloppy_in_any_style(fall: str, stil: str) -> None:
    p, organ = EVERY[fall]
    told = course(p, organ, load_style(stil))
    assert told
    for text in told:
        assert not SLARV.search(text), text
        assert text[0].isupper() or text[0].isdigit(), text
        assert text.endswith((".", ".”", '."')), text


@pytest.mark.parametrize("tense", list(Tense))
@pytest.mark.parametrize("fall", list(EVERY))
def test_no_sentence_begins_with_a_figure(fall: str, tense: Tense) -> None:
    p, organ = EVERY[fall]
    text = " ".join(course(p, organ, in_tense(tense)))
    assert not re.search(r"(?:^|(?<!omröstning)(?<=[.!?]) )\d", text.replace("kap. ", "")), text


def test_a_motforslag_is_told_within_the_vote_it_was_chosen_for() -> None:
    made = render_sections(mote(kontraproposition()), "p-1", KOMMUN, load_style("standard"))
    keys = [getattr(block, "nyckel", "") for block in made.blocks]
    told = [key for key in keys if key.partition(":")[0] in STEG]
    assert told == [
        "ordning:o-1",
        *("fraga:q-0", "fraga:q-1", "fraga:q-2"),
        *("votering:v-2", "resultat:v-2", "votering:v-1", "resultat:v-1"),
        *("votering:v-0", "resultat:v-0"),
    ]


def test_the_sentence_of_a_vote_says_what_ja_and_nej_mean_until_it_is_counted() -> None:
    counted = minoritet()
    (q, *rest), v = counted.fraga, counted.fraga[0].votering[0]
    waiting = replace(q, votering=(replace(v, antal=None, rostlangd=()),), avgorande=None)
    for p, said in (
        (counted, "ja-röster"),
        (replace(counted, fraga=(waiting, *rest)), "röstar ja"),
    ):
        assert said in sentence_for(mote(p, "kf"), "v-1", KOMMUN, load_style("standard"))


@pytest.mark.parametrize("lista", ["tabell", "bilaga"])
def test_the_names_stand_in_a_table_where_the_style_says_so(lista: str) -> None:
    stil = replace(load_style("standard"), rostlista=lista)
    made = render_sections(mote(tillagg()), "p-1", KOMMUN, stil)
    told = " ".join(block_text(block) for block in made.blocks)
    assert "Följande röstar" not in told
    assert "Hur var och en röstar framgår av omröstningslistan för omröstning 1." in told
    lists = [block for block in made.blocks if isinstance(block, Tabell)]
    assert [block.nyckel for block in lists] == ["rostlista:v-1", "rostlista:v-2"]
    rows = [tuple(block_text_of(cell.runs) for cell in row) for row in lists[0].rader]
    assert rows[0] == ("Ledamot", "Parti", "Tjänstgörande ersättare", "Ja", "Nej", "Avstår")
    assert rows[3] == ("Ulla Lind", "S", "Nina Ek (KD)", "X", "", "")
    assert rows[-1] == ("Summa", "", "", "3", "2", "1")


def block_text_of(runs: object) -> str:
    return "".join(run.text for run in runs)  # type: ignore[attr-defined]


def test_a_table_has_the_columns_that_are_used() -> None:
    stil = replace(load_style("standard"), rostlista="tabell")
    p, organ = FALL["names of many who did not vote"]
    text = document_text(render_sections(mote(p, organ), "p-1", KOMMUN, stil), width=120)
    head = next(line for line in text.splitlines() if line.startswith("Ledamot"))
    assert [cell.strip() for cell in head.split("|")][3:] == [
        *("Ja", "Nej", "Avstår", "Deltar inte", "Frånvarande", "Tom plats"),
    ]
    assert next(line for line in text.splitlines() if line.startswith("vakant plats"))


def test_names_are_never_lost_where_the_style_has_no_list() -> None:
    standard = load_style("standard")
    ordning = tuple(name for name in standard.ordning if name != "rostlista")
    stil = replace(standard, rostlista="tabell", ordning=ordning)
    assert "Följande röstar ja (3)" in " ".join(course(tillagg(), "ks", stil))


def test_names_in_a_bilaga_are_not_repeated() -> None:
    p, organ = FALL["a corrected vote"]
    assert not any("Följande" in text for text in course(p, organ, load_style("standard")))


def test_a_correction_after_the_klubbslag_is_told_in_every_style() -> None:
    p, organ = FALL["a corrected vote"]
    for name in style_names():
        assert "efter klubbslaget från" in " ".join(course(p, organ, load_style(name)))


def test_a_style_may_leave_out_that_the_chair_was_overturned() -> None:
    p, organ = FALL["all against"]
    stil = replace(load_style("standard"), annat_utfall=False)
    assert "ett annat resultat" not in " ".join(course(p, organ, stil))


def test_goteborg_has_a_heading_for_each_step() -> None:
    stil = load_style("goteborg")
    made = render_sections(mote(kontraproposition()), "p-1", KOMMUN, stil)
    heads = [
        block_text(block)
        for block in made.blocks
        if getattr(block, "nyckel", "") == "avsnitt:beslutsgang"
    ]
    assert heads == [
        "Propositionsordning",
        "Omröstning om motförslag i huvudvoteringen (omröstning 1)",
        "Omröstning om motförslag i huvudvoteringen (omröstning 2)",
        "Huvudvotering (omröstning 3)",
    ]


def test_goteborg_says_it_in_its_own_words() -> None:
    said = course(kontraproposition(), "ks", load_style("goteborg"))
    assert (
        "Ordföranden antecknar arbetsutskottets förslag som Ja-proposition i huvudvoteringen. "
        "Återstående yrkanden ställs under proposition. Ordföranden finner att Anna Bergs yrkande "
        "antagits som motförslag i huvudvoteringen. Omröstning begärs."
    ) in said
    assert (
        "Omröstningen utfaller med 7 Ja mot 5 Nej. 1 ledamot avstår från att rösta. Hur var och "
        "en röstar framgår av bilaga 3."
    ) in said
    named = course(tillagg(), "ks", load_style("goteborg"))
    assert (
        "Cia Dahl (S), Eva Falk (V) och Nina Ek (KD) röstar Ja (3). Ordföranden Anna Berg (M) "
        "och Hans Peters (C) röstar Nej (2). Bo Ek (L) avstår från att rösta (1)."
    ) in named
    assert "genom en minoritetsåterremiss" in " ".join(
        course(minoritet(), "kf", load_style("goteborg"))
    )


def test_lomma_says_it_in_its_own_words() -> None:
    stil = load_style("lomma")
    said = course(parvis(), "ks", stil)
    assert (
        f"Votering begärs och följande voteringsproposition godkänns: Den som önskar bifalla {AU} "
        f"röstar ja och den som önskar bifalla {AB} röstar nej."
    ) in said
    assert said[-1].startswith("Ja: 22, Nej: 22, Avstår: 1. Vid lika röstetal")
    assert (stil.praxis.metod.value, stil.praxis.avslag.value) == ("parvis", "bland andra")
    order = stil.ordning
    assert order.index("beslutsgang") < order.index("beslut") < order.index("reservationer")


TERM = "till och med den 31 december 2034"
VAL = {
    "elected, one": (
        f"Kommunfullmäktige väljer Anna Berg (M) till ledamot i socialnämnden {TERM}.",
        f"Kommunfullmäktige valde Anna Berg (M) till ledamot i socialnämnden {TERM}.",
    ),
    "elected, after somebody": (
        "Kommunfullmäktige väljer Anna Berg (M) till ledamot i socialnämnden "
        f"{TERM}, efter Ulla Lind (S).",
        "Kommunfullmäktige valde Anna Berg (M) till ledamot i socialnämnden "
        f"{TERM}, efter Ulla Lind (S).",
    ),
    "elected, several": (
        "Kommunfullmäktige väljer följande personer till ledamöter i socialnämnden "
        f"{TERM}: Anna Berg (M), Cia Dahl (S) och Eva Falk (V).",
        "Kommunfullmäktige valde följande personer till ledamöter i socialnämnden "
        f"{TERM}: Anna Berg (M), Cia Dahl (S) och Eva Falk (V).",
    ),
    "elected, nobody": (
        "Platsen som ledamot i socialnämnden förblir obesatt.",
        "Platsen som ledamot i socialnämnden förblev obesatt.",
    ),
    "elected, somebody leaves": (
        "Kommunfullmäktige befriar Anna Berg (M) från uppdraget som ledamot i socialnämnden från "
        "och med den 1 juli 2031.",
        "Kommunfullmäktige befriade Anna Berg (M) från uppdraget som ledamot i socialnämnden från "
        "och med den 1 juli 2031.",
    ),
    "elected, leaves fullmäktige": (
        "Kommunfullmäktige befriar Anna Berg (M) från uppdraget som ledamot i kommunfullmäktige "
        "och begär att länsstyrelsen utser en efterträdare.",
        "Kommunfullmäktige befriade Anna Berg (M) från uppdraget som ledamot i kommunfullmäktige "
        "och begärde att länsstyrelsen skulle utse en efterträdare.",
    ),
    "closed, proportional, of groups": (
        "Kommunfullmäktige väljer följande personer till ledamöter i socialnämnden "
        f"{TERM}: Anna Berg (M), Bo Ek (L) och Cia Dahl (S).",
        "Kommunfullmäktige valde följande personer till ledamöter i socialnämnden "
        f"{TERM}: Anna Berg (M), Bo Ek (L) och Cia Dahl (S).",
    ),
}


@pytest.mark.parametrize("fall", list(VAL))
def test_who_is_elected_is_decided_in_both_tenses(fall: str) -> None:
    p, organ = VALFALL[fall]
    won = winner(p, p.fraga[0])
    assert won is not None
    made = [
        decision_text(mote(p, organ), p, won, KOMMUN, in_tense(tense)).replace("\u00a0", " ")
        for tense in Tense
    ]
    assert made == list(VAL[fall])


def test_what_won_is_the_source_of_the_decision() -> None:
    """The count decides, not what the chair found: the source line follows it."""
    p, _ = FALL["all against"]
    from protokoll_tui.domain.beslut import Led

    led = Led(id="b-1", text="Policyn prövas.", enligt=(Mal(pa="f-a"),))
    made = render_sections(mote(replace(p, beslut=(led,))), "p-1", KOMMUN, load_style("goteborg"))
    assert "Enligt Anna Bergs yrkande:" in [block_text(block) for block in made.blocks]


@pytest.mark.parametrize("stil", style_names())
@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_people_write_about_a_vote_never_become_template(words: str, stil: str) -> None:
    p, organ = FALL["all must agree"]
    q = p.fraga[0]
    vote = replace(q.votering[0], bilaga=words, begard_av=(Aktor(ord=words),))
    assert q.avgorande is not None
    settled = replace(q, votering=(vote,), avgorande=replace(q.avgorande, skal=words))
    own = [replace(f, text=words, skal=words, fallet=n == 1) for n, f in enumerate(p.forslag)]
    hostile = replace(p, forslag=tuple(own), fraga=(settled,))
    made = render_sections(mote(hostile, organ), "p-1", KOMMUN, load_style(stil))
    told = " ".join(block_text(block) for block in made.blocks)
    assert "49" not in told or "7*7" not in words
    assert "&amp;amp;" not in told
