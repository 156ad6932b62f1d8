"""Keys of a Swedish keyboard arrive as the letters they print, and none of ours needs AltGr."""

from __future__ import annotations

import unicodedata

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from protokoll_tui.domain.clean import clean
from protokoll_tui.quickline import VERBS, Kontext, find_verb, parse
from protokoll_tui.quickline.ordval import MODIFIERS
from protokoll_tui.tui.driver import KITTY_ON, driver_class, without_kitty
from protokoll_tui.tui.texter import HELP_SIGNS

AWKWARD = frozenset("@£${[]}\\~|€´`¨^")
"""Signs that a Swedish keyboard gives with AltGr, or only after a dead key."""


def typed(data: str) -> list[Key]:
    parser = XTermParser()
    events = [event for event in parser.feed(data) if isinstance(event, Key)]
    return events + [event for event in parser.feed("") if isinstance(event, Key)]


def letters(data: str) -> str:
    return "".join(key.character or "" for key in typed(data))


@pytest.mark.parametrize("letter", "åäöÅÄÖé§½")
def test_a_swedish_letter_arrives_as_itself(letter: str) -> None:
    assert letters(letter) == letter


@pytest.mark.parametrize("letter", "åäöÅÄÖé")
def test_a_letter_sent_in_two_parts_becomes_one_when_the_line_is_read(letter: str) -> None:
    parts = unicodedata.normalize("NFD", letter)
    assert len(parts) == 2
    assert clean(letters(parts)) == letter


def test_a_verb_typed_in_two_parts_is_the_verb() -> None:
    line = unicodedata.normalize("NFD", "än hä p2 : ny lydelse")
    kontext = Kontext(namn={"hä": "Hanna Ängström"})
    assert parse(line, kontext) == parse("än hä p2 : ny lydelse", kontext)
    assert parse(line, kontext).verb == "än"


@pytest.mark.parametrize("letter", "åäöÅÄÖ")
def test_a_letter_sent_by_the_kitty_protocol_is_still_the_letter(letter: str) -> None:
    shift = 2 if letter.isupper() else 1
    assert letters(f"\x1b[{ord(letter.lower())};{shift};{ord(letter)}u") == letter


def test_altgr_and_a_figure_in_kitty_mode_gives_no_sign_which_is_why_we_never_ask_for_it() -> None:
    (key,) = typed("\x1b[50;3u")
    assert key.key == "alt+2"
    assert key.character != "@"


def test_the_request_for_kitty_keys_is_taken_out_and_nothing_else() -> None:
    before, after = "\x1b[?1049h\x1b[?25l", "åäö\x1b[<u\x1b[?2004h"
    assert without_kitty(f"{before}{KITTY_ON}{after}") == before + after
    assert without_kitty(KITTY_ON * 2) == ""
    untouched = "\x1b[>4;1m\x1b[>2u\x1b[1u text >1u"
    assert without_kitty(untouched) == untouched


def test_other_systems_keep_the_driver_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert driver_class() is None


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.kod)
def test_no_verb_and_no_example_needs_altgr_or_a_dead_key(verb: object) -> None:
    assert hasattr(verb, "exempel")
    words = [getattr(verb, "kod", ""), *getattr(verb, "ord", ()), verb.exempel]
    assert not AWKWARD & set("".join(words))


def test_no_sign_that_the_help_names_needs_altgr_or_a_dead_key() -> None:
    assert not AWKWARD & set("".join(sign for sign, _ in HELP_SIGNS))


def test_no_word_with_a_meaning_after_a_verb_needs_altgr_or_a_dead_key() -> None:
    assert not AWKWARD & set("".join(word for words in MODIFIERS.values() for word in words))


def test_a_letter_with_its_dots_left_out_is_another_verb_or_none() -> None:
    assert find_verb("av") is not find_verb("åv")
    assert find_verb("än") and find_verb("an") and find_verb("än") is not find_verb("an")
    assert find_verb("ar") is None and find_verb("är") is not None
