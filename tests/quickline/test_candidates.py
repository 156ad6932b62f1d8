"""What could be typed next; and that verbs and signatures cannot be taken for each other."""

from __future__ import annotations

from itertools import combinations

import pytest

from protokoll_tui.quickline import VERBS, Kontext, Verb, candidates, find_verb
from protokoll_tui.quickline.verbs import AFTER_NAME, RAW, STANDS, WHOLE_LINE
from tests.quickline.people import RUM


def words(line: str, limit: int = 8) -> list[str]:
    return [found.ord for found in candidates(line, RUM, limit)]


def lines(line: str) -> list[str]:
    return [found.rad for found in candidates(line, RUM)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("av", "av"),
        ("avs", "av"),
        ("åt", "åt"),
        ("at", "åt"),
        ("återre", "åt"),
        ("an", "an"),
        ("än", "än"),
        ("tilla", "ti"),
        ("bord", "bo"),
        ("protokollsa", "an"),
        ("ab bif", "bi"),
    ],
)
def test_a_verb_is_suggested_by_its_beginning(typed: str, first: str) -> None:
    assert words(typed)[0] == first


def test_on_an_empty_line_the_verbs_are_shown() -> None:
    assert words("", limit=100) == [verb.kod for verb in VERBS]
    assert len(words("")) == 8


def test_a_verb_is_shown_with_its_name_and_an_example() -> None:
    (found,) = candidates("avsl", RUM)
    assert found.rad == "av "
    assert found.text.startswith("avslag: ")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("av an", "av ab "),
        ("av ab +ci", "av ab +cd "),
        ("av ab -ci", "av ab -cd "),
        ("av dahl", "av cd "),
        ("av ef", "av ef "),
        ("av anna li", "av al "),
        ("av cd anna be", "av cd ab "),
        ("av carl-jo", "av cu "),
        ("av carl-johan af ug", "av cu "),
        ("av ab fal", "av ab ef "),
    ],
)
def test_a_person_is_suggested_after_a_verb(typed: str, line: str) -> None:
    assert lines(typed)[0] == line


def test_all_persons_that_fit_are_shown_with_party_in_brackets() -> None:
    found = candidates("av anna", RUM)
    assert [(k.ord, k.text) for k in found] == [("ab", "Anna Berg (M)"), ("al", "Anna Lind")]


def test_before_the_verb_both_verbs_and_persons_are_suggested() -> None:
    assert {"av", "ab"} <= set(words("a", limit=100))


def test_after_a_name_only_what_somebody_does_is_suggested() -> None:
    assert "är" in words("ä", limit=100) and "är" not in words("ab ä", limit=100)
    assert "än" in words("ab ä", limit=100)


@pytest.mark.parametrize(
    "line",
    [
        "av ab : an",
        "av ab: an",
        "be : 1. a",
        ": a",
        "av ab ",
        "fr arb",
        "är KS an",
        "se an",
        "av xyz",
        "av ab +",
    ],
)
def test_nothing_is_suggested_in_free_text_or_where_nothing_fits(line: str) -> None:
    assert candidates(line, RUM) == ()


def test_an_empty_room_suggests_no_one() -> None:
    assert candidates("av a", Kontext()) == ()


def test_no_two_verbs_share_a_word() -> None:
    for one, other in combinations(VERBS, 2):
        assert not {one.kod, *one.ord} & {other.kod, *other.ord}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.kod))
def test_a_verb_has_two_letters_and_help(verb: Verb) -> None:
    assert len(verb.kod) == 2
    assert find_verb(verb.kod.upper()) is verb
    assert verb.exempel.split()[0] == verb.kod
    assert verb.hjalp


def test_the_groups_of_verbs_hold_only_verbs() -> None:
    assert {verb.kod for verb in VERBS} >= STANDS | RAW | WHOLE_LINE | AFTER_NAME
    assert not STANDS & (RAW | WHOLE_LINE)


def test_no_signature_here_is_a_verb() -> None:
    assert not [sig for sig in RUM.namn if find_verb(sig)]


def test_a_name_that_has_been_begun_goes_on_before_a_verb_is_offered() -> None:
    assert next(k.ord for k in candidates("anna b", RUM)) == "ab"
    assert next(k.ord for k in candidates("cia b", RUM)) == "bi"
