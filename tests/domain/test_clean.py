"""``clean`` at every border: what goes, what stays, and that it settles."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.clean import clean, clean_line

HOSTILE = st.sampled_from(
    [
        *("\x1b", "\x1b[31m", "\x1b]0;titel\x07", "\x1b]8;;\x1b\\", "\x9b2J", "\x9d", "\x9c", "["),
        *("\x00", "\x07", "\x0b", "\x0c", "\x7f", "\x85", "\t", "\r", "\n", "\r\n"),
        *("\u00ad", "\u200b", "\u200e", "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff"),
        *("\ud800", "\udfff", "\ufffe", "\u030a", "\u0308", "\u00a0", " ", "a", "ö", "m", ";"),
    ]
)
ANYTHING = st.one_of(
    st.text(), st.lists(HOSTILE, max_size=12).map("".join), st.text(st.characters(), max_size=20)
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("A\u030ake So\u0308der", "Åke Söder", id="decomposed letters are composed"),
        pytest.param("a\x00b\x07c\x7fd\x80e", "abcde", id="C0 and C1 go"),
        pytest.param("ett\r\ntvå\rtre\nfyra", "ett\ntvå\ntre\nfyra", id="one kind of line break"),
        pytest.param("ett\x0btvå\x0ctre\x85fyra", "ett\ntvå\ntre\nfyra", id="breaks from papers"),
        pytest.param("ett\u2028två\u2029tre", "ett\ntvå\n\ntre", id="line and paragraph separator"),
        pytest.param("§\t118", "§ 118", id="a tab is a space"),
        pytest.param("\x1b[1;31mröd\x1b[0m", "röd", id="colours of a terminal go whole"),
        pytest.param("\x9b31mröd", "röd", id="the same in one character"),
        pytest.param("\x1b]0;titel\x07text", "text", id="OSC ended by BEL goes whole"),
        pytest.param("\x1b]8;;x\x1b\\text", "text", id="OSC ended by ST goes whole"),
        pytest.param("\x9d0;titel\x9ctext", "text", id="OSC in C1 goes whole"),
        pytest.param("\x1bPdata\x1b\\text", "text", id="DCS goes whole"),
        pytest.param("före \x1b]0;ord\nrad två", "före 0;ord\nrad två", id="OSC without end: kept"),
        pytest.param("före \x1b[31", "före [31", id="half a sequence loses its ESC only"),
        pytest.param("\x1b\x00[31mröd", "[31mröd", id="halves put together are text, not orders"),
        pytest.param("\x1b\u200b[2Jkvar", "[2Jkvar", id="the same with a zero-width between"),
        pytest.param("in\u202ete\u202c \u2066ja\u2069", "inte ja", id="bidi marks go"),
        pytest.param("kom\u00admun", "kommun", id="soft hyphen goes"),
        pytest.param("\ufefftext\ufeff", "text", id="BOM goes"),
        pytest.param("a\ud800b\udc00c", "a\ufffdb\ufffdc", id="lone surrogates are shown as such"),
        pytest.param("200\u00a0000\u202fkr", "200\u00a0000\u202fkr", id="no-break spaces stay"),
        pytest.param("👩\u200d🚒 – ”ja”", "👩\u200d🚒 – ”ja”", id="joined emoji and signs stay"),
    ],
)
def test_what_is_kept_of(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_what_is_clean_can_be_stored_and_shown(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert unicodedata.is_normalized("NFC", kept)
    assert not [c for c in kept if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(kept) & set("\u00ad\u200b\u200e\u202a\u202e\u2028\u2029\u2066\u2069\ufeff")


@given(st.text(st.sampled_from("abcåäöÅÄÖé 123.,–”’\u00a0\n"), max_size=40))
def test_ordinary_swedish_is_left_alone(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "piece", ["a", "\x1b", "\x1b[", "\x1b]", "\x9d", "\ud800", "e\u0301", "\x1b\u200b[m", " ", "\t"]
)
def test_twenty_thousand_of_anything_can_be_cleaned_over_and_over(piece: str) -> None:
    long = (piece * 20_000)[:20_000]
    kept = {clean(long) for _ in range(10)} | {clean(clean_line(long))}
    assert all(len(text) <= 20_000 for text in kept)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  § 118 \n Hamnen  ", "§ 118 Hamnen"),
        ("ett\n\n \n två", "ett två"),
        ("\n\n", ""),
        ("\u00a0ett", "\u00a0ett"),
        ("a  b", "a  b"),
    ],
)
def test_a_field_of_one_line_has_one_line(typed: str, line: str) -> None:
    assert clean_line(typed) == line


@given(ANYTHING)
def test_a_cleaned_line_is_clean_and_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == clean_line(line) == clean(line)
