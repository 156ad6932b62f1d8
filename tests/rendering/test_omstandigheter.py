"""Around the matter: chairs, pauses, secrecy, who presented, and § that decide nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.paragraf import Ajournering, Ordforandeskap, Paragraf, ParagrafSlag
from protokoll_tui.rendering import (
    Rubrik,
    Stil,
    block_text,
    load_style,
    render_extract,
    render_sections,
    routine_text,
)
from protokoll_tui.rendering.omstandigheter import statute
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import BIFALL, KOMMUN, full, huvud, mote, paragraf, svar

STILAR = ("standard", "nacka")
STIL = load_style("standard")
SIGNING = (Justering(justerare=("cd",)),)


def written(p: Paragraf, stil: Stil = STIL) -> str:
    return document_text(render_extract(mote(p), "p-1", KOMMUN, stil)).replace(NBSP, " ")


def headings(p: Paragraf, stil: Stil = STIL) -> list[str]:
    blocks = render_extract(mote(p), "p-1", KOMMUN, stil).blocks
    return [block_text(b) for b in blocks if isinstance(b, Rubrik) and b.niva == 3]


# Chairs


def chaired(*held: tuple[str, time | None]) -> str:
    posts = tuple(
        Ordforandeskap(id=f"o-{n}", vem=vem, fran=fran) for n, (vem, fran) in enumerate(held)
    )
    text = written(paragraf(ordforandeskap=posts))
    return " ".join(text.split("Ordförande\n")[1].split("\n\n\n")[0].split())


AT = time(14, 20)
LATER = time(15, 0)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([("ab", None)], "Anna Berg (M) är ordförande under paragrafen."),
        ([("ab", AT)], "Anna Berg (M) är ordförande från kl. 14.20."),
        (
            [("ab", None), ("cd", AT)],
            "Anna Berg (M) är ordförande till kl. 14.20. "
            "Cia Dahl (S) är ordförande från kl. 14.20.",
        ),
        (
            [("ab", None), ("cd", AT), ("hp", LATER)],
            "Anna Berg (M) är ordförande till kl. 14.20. "
            "Cia Dahl (S) är ordförande från kl. 14.20 till kl. 15.00. "
            "Hans Peters (C) är ordförande från kl. 15.00.",
        ),
        (
            [("ab", None), ("cd", None)],
            "Anna Berg (M) är ordförande under en del av paragrafen. "
            "Cia Dahl (S) är ordförande under en del av paragrafen.",
        ),
        (
            [("ab", None), ("cd", None), ("hp", AT)],
            "Anna Berg (M) är ordförande under en del av paragrafen. "
            "Cia Dahl (S) är ordförande till kl. 14.20. "
            "Hans Peters (C) är ordförande från kl. 14.20.",
        ),
        (
            [("ab", AT), ("cd", AT)],
            "Anna Berg (M) är ordförande kl. 14.20. Cia Dahl (S) är ordförande från kl. 14.20.",
        ),
        (
            [("ab", time(14, 20, 5)), ("cd", AT)],
            "Anna Berg (M) är ordförande kl. 14.20. Cia Dahl (S) är ordförande från kl. 14.20.",
        ),
        ([("ab", AT), ("ab", LATER)], "Anna Berg (M) är ordförande från kl. 14.20."),
    ],
)
def test_each_who_chaired_is_told_with_the_time(
    held: list[tuple[str, time | None]], expected: str
) -> None:
    assert chaired(*held) == expected


def test_who_chaired_for_a_time_did_it_until_then_or_until_the_next() -> None:
    held = (
        Ordforandeskap(id="o-1", vem="ab", fran=time(13, 10), till=time(13, 40)),
        Ordforandeskap(id="o-2", vem="cd", fran=AT, till=time(15, 30)),
        Ordforandeskap(id="o-3", vem="hp", fran=LATER),
    )
    text = " ".join(written(paragraf(ordforandeskap=held)).split())
    assert "Anna Berg (M) är ordförande från kl. 13.10 till kl. 13.40." in text
    assert "Cia Dahl (S) är ordförande från kl. 14.20 till kl. 15.00." in text


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("fran", [time(14, 20), LATER])
def test_a_pause_that_has_not_ended_is_marked_while_it_is_looked_at(fran: time, stil: str) -> None:
    p = paragraf(
        ajournering=(Ajournering(id="u-1", fran=fran),),
        beslut=(Led(id="b-1", text="x"),),
        klubbslag=LATER,
    )
    mark = "Pausens slut (inte registrerat)"
    style = load_style(stil)
    assert mark in document_text(render_sections(mote(p), "p-1", KOMMUN, style))
    assert mark not in written(p, style)
    ended = replace(p, ajournering=(Ajournering(id="u-1", fran=fran, till=time(15, 30)),))
    assert mark not in document_text(render_sections(mote(ended), "p-1", KOMMUN, style))


# What was proposed


def proposed(decided: str, stil: Stil = STIL, **kw: object) -> str:
    forslag = huvud("1. Planen antas.\n2. Pengarna tas ur budgeten.")
    beslut = (Led(id="b-1", text=decided),) if decided else ()
    text = written(paragraf(forslag=(replace(forslag, **kw),), beslut=beslut), stil)  # type: ignore[arg-type]
    return text.partition("Förslag till beslut\n")[2].partition("\n\n\n")[0]


@pytest.mark.parametrize(
    "decided",
    [
        "Kommunstyrelsen avslår arbetsutskottets förslag.",
        "Kommunstyrelsen återremitterar ärendet.",
        "1. Planen antas.\n2. Pengarna tas ur reserven.",
    ],
)
def test_what_was_proposed_is_told_where_another_thing_was_decided(decided: str) -> None:
    assert proposed(decided).startswith(
        "Arbetsutskottets förslag:\n\n1. Planen antas.\n2. Pengarna tas ur budgeten."
    )
    assert "Förslag till beslut" not in headings(
        paragraf(forslag=(huvud(),), beslut=(Led(id="b-1", text=decided),)), load_style("nacka")
    )


def test_what_was_proposed_is_not_said_twice_nor_before_the_decision() -> None:
    assert proposed("1. Planen antas.\n2. Pengarna tas ur budgeten.") == ""
    assert proposed("") == ""
    assert proposed("Ärendet återremitteras.", aterkallat=True) == ""
    assert proposed("Planen antas", text="1. Planen antas.") == ""


def test_what_nobody_is_known_to_have_proposed_stands_without_a_name() -> None:
    assert proposed("Annat.", fran=None, text="Planen antas").startswith("Planen antas.\n")


# Pauses


def paused(fran: time | None, klubbslag: time | bool, stil: Stil = STIL) -> list[str]:
    pause = Ajournering(id="u-9", fran=fran, till=time(15, 0))
    return headings(replace(full(), ajournering=(pause,), klubbslag=klubbslag), stil)


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("klubbslag", [time(14, 30), time(14, 30, 45)])
def test_a_pause_after_the_decision_stands_after_it(stil: str, klubbslag: time) -> None:
    found = paused(time(14, 30), klubbslag, load_style(stil))
    assert found.count("Ajournering") == 1
    assert found.index("Ajournering") > found.index("Beslut")
    assert found.index("Ajournering") > found.index("Beslutsgång")


@pytest.mark.parametrize(
    ("fran", "klubbslag"), [(time(14, 29), time(14, 30)), (None, time(14, 30)), (AT, True)]
)
def test_a_pause_before_the_decision_or_at_an_unknown_time_belongs_to_the_debate(
    fran: time | None, klubbslag: time | bool
) -> None:
    found = paused(fran, klubbslag)
    assert found.index("Ajournering") < found.index("Yrkanden")


def test_a_style_without_the_later_section_still_prints_every_pause() -> None:
    bare = replace(STIL, ordning=tuple(d for d in STIL.ordning if d != "ajournering_efter"))
    assert paused(LATER, AT, bare).count("Ajournering") == 1


def test_pauses_are_told_in_the_order_they_were_held() -> None:
    pauses = (
        Ajournering(id="u-1"),
        Ajournering(id="u-2", fran=time(15, 10), till=time(15, 20)),
        Ajournering(id="u-3", fran=time(14, 5), till=time(14, 20)),
        Ajournering(id="u-4", fran=time(14, 50)),
    )
    text = written(paragraf(ajournering=pauses)).replace(NBSP, " ")
    told = [line for line in text.splitlines() if line.startswith("Sammanträdet ajourneras")]
    assert told == [
        "Sammanträdet ajourneras kl. 14.05–14.20.",
        "Sammanträdet ajourneras kl. 14.50.",
        "Sammanträdet ajourneras kl. 15.10–15.20.",
        "Sammanträdet ajourneras.",
    ]


# Secrecy


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("18:1", "18 kap. 1 § offentlighets- och sekretesslagen"),
        ("OSL 25:1", "25 kap. 1 § offentlighets- och sekretesslagen"),
        ("enligt 18:1", "18 kap. 1 § offentlighets- och sekretesslagen"),
        ("19:3 a", "19 kap. 3 a § offentlighets- och sekretesslagen"),
        ("18:1, 26:1", "18 kap. 1 § och 26 kap. 1 § offentlighets- och sekretesslagen"),
        ("18:1 26:1 OSL", "18 kap. 1 § och 26 kap. 1 § offentlighets- och sekretesslagen"),
        ("21 kap 1 §", "21 kap. 1 § offentlighets- och sekretesslagen"),
        ("21 kap. 1 §", "21 kap. 1 § offentlighets- och sekretesslagen"),
        ("21 kap.1§", "21 kap. 1 § offentlighets- och sekretesslagen"),
        ("OSL 21 kap 1§", "21 kap. 1 § offentlighets- och sekretesslagen"),
        ("osl 21 kap. 1", "21 kap. 1 § offentlighets- och sekretesslagen"),
        ("21 kap. 3 a § OSL", "21 kap. 3 a § offentlighets- och sekretesslagen"),
        ("21\u00a0kap. 3a\u00a0§", "21 kap. 3 a § offentlighets- och sekretesslagen"),
        (
            "21 kap. 1 § och 25 kap. 1 § offentlighets- och sekretesslagen",
            "21 kap. 1 § och 25 kap. 1 § offentlighets- och sekretesslagen",
        ),
        ("5 kap. 3 § skollagen", "5 kap. 3 § skollagen"),
        ("18:1 skollagen", "18:1 skollagen"),
        ("", ""),
    ],
)
def test_a_statute_is_written_out(typed: str, expected: str) -> None:
    assert statute(typed) == expected


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("", ""),
        ("18:1", " enligt 18 kap. 1 § offentlighets- och sekretesslagen"),
        ("tryckfrihetsförordningen.", " enligt tryckfrihetsförordningen"),
    ],
)
def test_the_neutral_line_of_a_secret_paragraf_names_the_law(
    typed: str, rest: str, stil: str
) -> None:
    text = written(replace(full(), sekretess=True, lagrum=typed), load_style(stil))
    assert f"Paragrafen omfattas av sekretess{rest}." in " ".join(text.split())


# Who presented


def test_who_presented_stands_under_the_matter() -> None:
    p = paragraf(arende="Planen är klar.", foredragande=("Lotta Hagman, ekonomichef", "Bo Ek"))
    assert (
        "Ärende\nPlanen är klar.\n\nFöredragande: Lotta Hagman, ekonomichef, och Bo Ek"
        in written(p)
    )
    assert "Föredragande" not in written(p, load_style("nacka"))


def test_who_presented_is_told_also_without_other_words_on_the_matter() -> None:
    assert "Ärende\nFöredragande: Bo Ek, rektor\n" in written(
        paragraf(foredragande=("Bo Ek, rektor",))
    )


def test_who_informs_is_told_in_the_sentence_alone() -> None:
    p = paragraf(slag=ParagrafSlag.INFORMATION, arende="x", foredragande=("Bo Ek, rektor",))
    assert "Föredragande" not in written(p)


# § that decide nothing


def routine(slag: ParagrafSlag, stil: str) -> str:
    p = paragraf(slag=slag, rubrik="Information om budgeten", foredragande=("Bo Ek, rektor",))
    return routine_text(mote(p, justering=SIGNING), p, KOMMUN, load_style(stil)) or ""


def told(slag: ParagrafSlag, text: str = "", **kw: object) -> Paragraf:
    p = paragraf(slag=slag, rubrik="Information om budgeten", foredragande=("Bo Ek, rektor",), **kw)
    words = text or routine_text(mote(p, justering=SIGNING), p, KOMMUN, STIL) or ""
    return replace(p, beslut=(Led(id="b-1", text=words),))


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize(
    ("slag", "expected"),
    [
        (ParagrafSlag.UPPROP, []),
        (ParagrafSlag.INFORMATION, ["Information"]),
        (ParagrafSlag.ANMALAN, ["Beslut"]),
        (ParagrafSlag.JUSTERARE, ["Beslut"]),
        (ParagrafSlag.DAGORDNING, ["Beslut"]),
    ],
)
def test_only_what_is_decided_stands_as_a_decision(
    slag: ParagrafSlag, expected: list[str], stil: str
) -> None:
    p = told(slag)
    found = [h for h in headings(p, load_style(stil)) if h != "Ärende"]
    assert found == expected
    words = p.beslut[0].text if expected == ["Beslut"] else routine(slag, stil)
    assert " ".join(words.split()) in " ".join(written(p, load_style(stil)).split())


TOLD = [
    (
        ParagrafSlag.UPPROP,
        "Ordföranden öppnar sammanträdet och håller upprop.",
        "Ordföranden öppnade sammanträdet och höll upprop.",
    ),
    (
        ParagrafSlag.INFORMATION,
        "Bo Ek, rektor, informerar om budgeten. Kommunstyrelsen noterar informationen.",
        "Bo Ek, rektor, informerade om budgeten. Kommunstyrelsen noterade informationen.",
    ),
]


@pytest.mark.parametrize(("slag", "now", "then"), TOLD)
def test_what_is_told_is_kept_in_the_tense_of_the_style(
    slag: ParagrafSlag, now: str, then: str
) -> None:
    assert [routine(slag, stil).replace(NBSP, " ") for stil in STILAR] == [now, then]


@pytest.mark.parametrize("kept", STILAR)
@pytest.mark.parametrize(("slag", "now", "then"), TOLD)
def test_what_is_told_is_printed_in_the_tense_of_the_style_whatever_it_was_kept_in(
    slag: ParagrafSlag, now: str, then: str, kept: str
) -> None:
    p = told(slag, routine(slag, kept))
    for stil, expected in zip(STILAR, (now, then), strict=True):
        text = " ".join(written(p, load_style(stil)).replace(NBSP, " ").split())
        assert expected in text


@pytest.mark.parametrize("stil", STILAR)
def test_what_the_secretary_wrote_of_an_upprop_stands_as_it_was_written(stil: str) -> None:
    words = "Ordföranden öppnar sammanträdet och hälsar alla välkomna."
    assert words in " ".join(written(told(ParagrafSlag.UPPROP, words), load_style(stil)).split())


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen ger kommundirektören en uppgift.",
        "Informationen noteras. Kommunstyrelsen beslutar att ärendet tas upp igen.",
        "Rektorn får i uppdrag att svara.",
    ],
)
def test_information_that_led_to_something_is_a_decision(text: str) -> None:
    assert headings(told(ParagrafSlag.INFORMATION, text)) == ["Beslut"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek informerar. Kommunstyrelsen tackar för informationen.",
        "Bo Ek informerar om vad nämnden har beslutat.",
        "Informationen noteras.",
    ],
)
def test_information_in_own_words_is_still_information(text: str) -> None:
    assert headings(told(ParagrafSlag.INFORMATION, text)) == ["Information"]


def test_a_proposition_makes_a_decision_of_any_paragraf() -> None:
    p = replace(
        told(ParagrafSlag.INFORMATION),
        forslag=(huvud(),),
        fraga=(Fraga(id="q-1", svar=(svar(BIFALL, "f-h"),), funnet=svar(BIFALL, "f-h")),),
    )
    assert "Beslut" in headings(p)
