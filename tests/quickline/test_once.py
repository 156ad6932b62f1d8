"""A verb that is typed twice, and words that mean the same as another."""

from __future__ import annotations

import pytest

from protokoll_tui.quickline import parse, print_line
from tests.quickline.people import RUM


@pytest.mark.parametrize(
    "line",
    ["om 8-5", "av ab +cd : för dyrt", "rä y1 av ab", "bifall ab", "va ab >revisor", "se 18:1"],
)
@pytest.mark.parametrize("times", [2, 3])
def test_a_verb_said_again_is_read_once(line: str, times: int) -> None:
    verb, _, rest = line.partition(" ")
    again = " ".join((*[verb] * times, rest))
    assert parse(again, RUM) == parse(line, RUM)


def test_what_was_typed_is_kept_as_the_line() -> None:
    assert parse("om om 8-5", RUM).rad == "om om 8-5"


@pytest.mark.parametrize("line", ["no no så sade hon", "om bi ab", "hm hm"])
def test_a_note_or_another_word_is_not_taken_away(line: str) -> None:
    read = parse(line, RUM)
    assert line.endswith(read.text or "bi ab")
    assert read.verb != "bi" and (read.text or "") != "så sade hon"


@pytest.mark.parametrize("line", ['är "är" : Rubrik', 'se "se"', 'fr "fr" : text'])
def test_a_word_that_is_the_verb_itself_is_written_so_that_it_stays(line: str) -> None:
    read = parse(line, RUM)
    assert read.ord[:1] == (read.verb,) or read.av[0].ord == read.verb
    assert parse(print_line(read), RUM) == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("om två tredjedelar ja", "om majoritet ja"),
        ("om 2/3 ja", "om majoritet ja"),
        ("om två tredjedelars majoritet nej", "om majoritet nej"),
        ("om kvalificerad majoritet ja", "om majoritet ja"),
        ("om enhälligt ja", "om enhällighet ja"),
        ("om lotten nej", "om lottning nej"),
        ("rs ab p1 skriftligt", "rs ab p1 skriftlig"),
        ("an ab S nekas : text", "an ab S nekad : text"),
        ("sy ab avslås : text", "sy ab nekad : text"),
    ],
)
def test_another_form_of_a_word_means_the_same(typed: str, meant: str) -> None:
    assert parse(typed, RUM) == parse(meant, RUM)
