"""What is read can be written, and reads back the same; nothing that is typed is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.quickline import VERBS, Inmatning, candidates, print_line
from tests.quickline.people import RUM, read
from tests.quickline.test_parse import TABLE

TOKENS = st.sampled_from(
    [
        *(word for verb in VERBS for word in (verb.kod, *verb.ord)),
        *("ab", "cd", "zz", "anna", "Anna Berg", "af ugglas", "carl-johan", "foo", "bar"),
        *("S", "M", "X", "+alla", "alla", "+", "-", "+cd", "-cd", '"', '"x y"', '"a > b"'),
        *("f1", "y2", "q1", "p2", "p2,3", "p3-1", "1h", "2h", "119", "§118", "119>", "<", "?"),
        *("2/9", "2031-09-02", "31/2", "14.05", "14:05-14.20", "25.00", ">", ">socialnämnden"),
        *(":", "::", "//", "// av", "// bi :", "a:b", "x:", "\n", "\u00a0", "ensam", "dag"),
        *("ingen", "skriftlig", "nekad", "rä y1", "a\u030at", "#", ",", "-+", '":'),
        *("118-120", "§§118–120", ">cd", ">ingen", "kommer", "tappar", "före", "prövas", "jävig"),
        *("ersätter", "ersätts", "ersätts av", "träder in", "1410", "1410-1430", ">-", "byter"),
        *("kl.", "hem", "är", "anmäler", "§", "den 24/6", "för", "lämnar", "inte", "deltog"),
        *("om", "ja", "nej", "avstår", "deltar inte", "8-5", "8", "bilaga 5", "bilaga", "alla"),
        *("omvänt", "utslagsröst", "ja,", "nej:", "be >kf", "upphäver", "lika", "parvis", "m1"),
        *("va", "va 39", "blanka 2", "1 ogiltig", "lott", "sluten", "föreslår", "efter", "(S)"),
        *("avgår", "vakant", "t.o.m.", "till och med", "som", "valsedlar", "ab 20", "9-51"),
        *("till", "till nämnden", "inte i", "för att", "eftersom x", '"för att', "y1,", "ab,cd"),
    ]
)
GLUE = st.sampled_from([" ", " ", " ", "", "  "])
LINES = st.lists(st.tuples(TOKENS, GLUE), max_size=9).map(
    lambda parts: "".join(token + glue for token, glue in parts)
)


def settles(line: str) -> None:
    found = read(line)
    assert read(print_line(found)) == found


@given(LINES)
def test_a_line_of_any_tokens_is_read_and_written_back(line: str) -> None:
    settles(line)


@given(st.text())
def test_any_text_at_all_is_read_and_written_back(line: str) -> None:
    settles(line)


@given(st.text(st.sampled_from(':+->"/§ .,<?#\n avbirä1py2hS\u00a0\u0308'), max_size=30))
def test_any_signs_at_all_are_read_and_written_back(line: str) -> None:
    settles(line)


@given(st.one_of(LINES, st.text()))
def test_candidates_can_be_asked_for_anywhere(line: str) -> None:
    assert len(candidates(line, RUM, limit=3)) <= 3


@pytest.mark.parametrize("found", TABLE.values(), ids=list(TABLE))
def test_every_line_of_the_grammar_is_written_back(found: Inmatning) -> None:
    assert read(print_line(found)) == found


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ab avslag + cd", "av ab +cd"),
        ("åt Anna Berg >nämnden 1h : x", "åt ab >nämnden 1h : x"),
        ("åt 1h anna b > nämnden: x // av 2h", "åt ab 1h >nämnden : x // av 2h"),
        ("bi Sven Svensson p1-3", 'bi "Sven Svensson" p1,2,3'),
        ("bo ab 2/9", "bo ab 2031-09-02"),
        ("paus 9.30 9.45", "aj 09.30-09.45"),
        ("+cd", "in +cd"),
        ("ab av y1", "av ab y1"),
        ("Anna är sjuk", "Anna är sjuk"),
        ("an ab S : x", "an ab S : x"),
        ("§ 119", "119>"),
        ("no anteckna detta", "no : anteckna detta"),
    ],
)
def test_a_line_is_written_in_its_shortest_sure_form(typed: str, written: str) -> None:
    assert print_line(read(typed)) == written
