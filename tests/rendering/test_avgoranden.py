"""What settled a vote is told as the votes were: no tie that was none, no third that was none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.fraga import Grund
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.domain.votering import Rost, Rostmarke
from protokoll_tui.rendering import Tabell, load_style, render_sections, style_names
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.avgorandefall import AVGORANDEFALL, FEW
from tests.rendering.exempel import aktor, mote
from tests.rendering.rostexempel import KOMMUN, counts, marks
from tests.rendering.rostfall import LATER, TODAY, ground, later, mot

AU = "arbetsutskottets förslag"


def told(fall: str, stil: str = "standard") -> str:
    p, organ = AVGORANDEFALL[fall]
    return printed(p, organ, stil)


def printed(p: Paragraf, organ: str, stil: str) -> str:
    made = render_sections(mote(p, organ), "p-1", KOMMUN, load_style(stil), forhandsvisning=False)
    return " ".join(document_text(made).replace(NBSP, " ").split())


@pytest.mark.parametrize("stil", style_names())
@pytest.mark.parametrize("fall", [fall for fall in AVGORANDEFALL if fall.startswith("no tie")])
def test_a_vote_that_is_no_tie_any_more_has_no_utslagsrost(fall: str, stil: str) -> None:
    text = told(fall, stil)
    assert "utslagsröst" not in text
    assert "lika röstetal" not in text


def test_an_outcome_against_the_votes_does_not_follow_from_them() -> None:
    assert (
        f"6 ja-röster och 7 nej-röster. Omröstningen ger ett annat resultat än det som ordföranden "
        f"fann. Kommunstyrelsen beslutar enligt {AU}."
    ) in told("no tie any more, the chair with the fewer")
    assert (f"7 ja-röster och 6 nej-röster. Kommunstyrelsen beslutar därmed enligt {AU}.") in told(
        "no tie any more, the chair with the more"
    )
    assert "Kommunstyrelsen beslutar därmed enligt Anna Bergs yrkande." in told(
        "no tie any more, the chair for nej"
    )


def test_a_vote_that_is_not_recorded_can_have_been_a_tie() -> None:
    assert "har ordföranden utslagsröst. Ordföranden röstar ja." in told(
        "utslagsröst, the votes not recorded"
    )


MINORITET = [
    ("a minority of too few", "Sex av de 20 närvarande ledamöterna begär därmed återremiss."),
    ("a minority of one", "En av de 20 närvarande ledamöterna begär därmed återremiss."),
    (
        "a minority of too few, but many",
        "Av de 62 närvarande ledamöterna begär därmed 16 återremiss.",
    ),
    (
        "a minority of just a third",
        "Minst en tredjedel av de 21 närvarande ledamöterna begär därmed återremiss.",
    ),
]


@pytest.mark.parametrize("stil", ["standard", "goteborg", "lomma"])
@pytest.mark.parametrize(("fall", "words"), MINORITET)
def test_a_third_is_said_only_where_it_was_one(fall: str, words: str, stil: str) -> None:
    assert words in told(fall, stil)


def test_without_a_vote_too_few_are_told_by_their_number_alone() -> None:
    assert "Återremiss begärs av 6 av de 20 närvarande ledamöterna. Kommunfullmäktige" in told(
        "a minority of too few without a vote"
    )


@pytest.mark.parametrize(
    ("stil", "words"),
    [
        ("standard", "29 nej-röster för återremiss. Hur var och en röstar framgår av bilaga 3. M"),
        ("nacka", "29 nej-röster för återremiss. Hur var och en röstade framgår av bilaga 3. M"),
        ("goteborg", "40 Ja mot 29 Nej. Hur var och en röstar framgår av bilaga 3. M"),
        ("lomma", "Ja: 40, Nej: 29. Hur var och en röstar framgår av bilaga 3. M"),
    ],
)
def test_where_the_names_are_is_said_after_the_counts(stil: str, words: str) -> None:
    p = later(antal=counts(40, 29), avgorande=ground(Grund.MINORITET, LATER))
    (q,) = p.fraga
    q = replace(q, votering=(replace(q.votering[0], bilaga="3"),))
    assert words in printed(replace(p, fraga=(q,)), "kf", stil)


@pytest.mark.parametrize(
    ("antal", "words"),
    [
        (counts(8, 5), "Ärendet ska därmed avgöras i dag."),
        (counts(5, 8), "Kommunstyrelsen återremitterar därmed ärendet."),
    ],
)
def test_goteborg_says_how_a_formal_question_ended(antal: object, words: str) -> None:
    assert words in printed(later(antal=antal), "ks", "goteborg")  # type: ignore[arg-type]


def test_goteborg_says_it_after_names_too() -> None:
    p = later()
    voted = mot(rostlangd=marks(ja="ab bo cd", nej="ef hp")).fraga[0].votering[0]
    (q,) = p.fraga
    q = replace(q, votering=(replace(voted, ja=TODAY, nej=LATER),))
    text = printed(replace(p, fraga=(q,)), "ks", "goteborg")
    assert "röstar Nej (2). Ärendet ska därmed avgöras i dag." in text


# Names in a list


@pytest.mark.parametrize(
    ("stil", "words"),
    [
        (
            "standard",
            "Följande röstar ja (2): Anna Berg (M) och Bo Ek (L). Följande röstar nej (2): Cia "
            "Dahl (S) och Eva Falk (V). Hans Peters (C) avstår från att rösta.",
        ),
        ("nacka", "Följande röstade ja (2): Anna Berg (M) och Bo Ek (L)."),
        ("goteborg", "Bo Ek (L) röstar Ja (2). Cia Dahl (S) och Eva Falk (V) röstar Nej (2)."),
    ],
)
def test_everybody_in_a_list_of_votes_has_a_party(stil: str, words: str) -> None:
    assert words in told("by name, one named before", stil)


def test_one_who_was_named_in_a_list_of_votes_has_been_named() -> None:
    p, organ = AVGORANDEFALL["by name, one named before"]
    reserved = replace(p, reservation=(Reservation(id="r-1", av=(aktor("hp"), aktor("ne"))),))
    assert "Hans Peters och Nina Ek (KD) reserverar sig" in printed(reserved, organ, "standard")


def test_the_table_has_the_party_of_each() -> None:
    rows = (*marks(ja="ab ne/ul"), Rost(person="cd", rost=Rostmarke.NEJ), Rost(plats="vakant1"))
    rows = (*rows[:-1], replace(rows[-1], rost=Rostmarke.TOM_PLATS))
    made = render_sections(mote(mot(rostlangd=rows)), "p-1", KOMMUN, load_style("lomma"))
    (table,) = [block for block in made.blocks if isinstance(block, Tabell)]
    cells = [tuple("".join(run.text for run in c.runs) for c in row[:3]) for row in table.rader]
    assert cells[1:-1] == [
        ("Anna Berg", "M", ""),
        ("Ulla Lind", "S", "Nina Ek (KD)"),
        ("Cia Dahl", "S", ""),
        ("vakant plats", "", ""),
    ]


def test_a_third_is_what_the_record_says_where_the_votes_are_unknown() -> None:
    text = printed(later(antal=None, avgorande=FEW, funnet=TODAY), "kf", "standard")
    assert "begärs av minst en tredjedel av de närvarande ledamöterna." in text
