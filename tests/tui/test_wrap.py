"""Lines are broken at ordinary blanks, lose nothing, and fit."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from protokoll_tui.tui.wrap import wrap

NBSP = "\u00a0"
LETTERS = "abcåäö .,-–§" + NBSP + "日本\u0301"


def plain(text: str, width: int) -> list[str]:
    return [line.plain for line in wrap(Content(text), width)]


def without_blanks(text: str) -> str:
    return text.replace(" ", "").replace("\n", "")


def test_a_text_that_fits_is_one_line() -> None:
    assert plain("ab yrkar avslag", 20) == ["ab yrkar avslag"]


def test_an_amount_is_never_parted_at_its_no_break_space() -> None:
    text = f"Kommunstyrelsen anvisar 1{NBSP}250{NBSP}000{NBSP}kronor"
    assert plain(text, 26) == ["Kommunstyrelsen anvisar", f"1{NBSP}250{NBSP}000{NBSP}kronor"]


def test_a_hyphen_is_no_place_to_break() -> None:
    assert plain("Carl-Henrik af Granhult", 12) == ["Carl-Henrik", "af Granhult"]


def test_a_word_that_is_longer_than_the_line_is_broken() -> None:
    assert plain("samhällsbyggnadsnämnden", 10) == ["samhällsby", "ggnadsnämn", "den"]


def test_line_breaks_of_the_text_stay_and_so_do_empty_lines() -> None:
    assert plain("ett\n\ntvå", 10) == ["ett", "", "två"]
    assert plain("", 10) == [""]


def test_the_style_of_a_word_follows_it_to_the_next_line() -> None:
    content = Content.assemble("ett ord ", ("som är fett", "bold"))
    second = wrap(content, 9)[1]
    assert second.plain == "som är"
    assert [(s.start, s.end, str(s.style)) for s in second.spans] == [(0, 6, "bold")]


def test_all_lines_but_the_first_hang() -> None:
    lines = [line.plain for line in wrap(Content("1. en lång punkt i förslaget"), 12, 3)]
    assert lines == ["1. en lång", "   punkt i", "   förslaget"]


def test_nothing_hangs_where_it_would_leave_no_room() -> None:
    assert all(not line.plain.startswith(" ") for line in wrap(Content("ett två tre"), 4, 3))


def test_wide_characters_count_as_two() -> None:
    lines = plain("日本語 日本語 ab", 8)
    assert all(cell_len(line) <= 8 for line in lines)
    assert without_blanks("".join(lines)) == "日本語日本語ab"


def test_a_width_of_nothing_still_shows_every_letter() -> None:
    assert without_blanks("".join(plain("åäö ab", 0))) == "åäöab"


@given(st.text(alphabet=LETTERS + "\n", max_size=120), st.integers(min_value=2, max_value=40))
@example("a  b", 2)
@example("aa \u0301", 2)
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = plain(text, width)
    assert without_blanks("".join(lines)) == without_blanks(text)
    assert all(cell_len(line) <= width for line in lines)


@given(
    st.lists(st.text(alphabet="abcåäö" + NBSP, min_size=1, max_size=8), min_size=1, max_size=12),
    st.integers(min_value=8, max_value=40),
)
def test_words_that_fit_a_line_are_never_broken(words: list[str], width: int) -> None:
    lines = plain(" ".join(words), width)
    assert [word for line in lines for word in line.split(" ") if word] == words
