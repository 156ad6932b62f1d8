"""Dates, times and figures in text, and dates read back."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.swedish.dates import (
    NBSP,
    format_amount,
    format_date,
    format_day,
    format_sections,
    format_span,
    format_time,
    is_written_as_date,
    parse_date,
)

ANCHOR = date(2019, 6, 1)


def with_plain_spaces(text: str) -> str:
    return text.replace(NBSP, " ")


def test_a_date_has_a_no_break_space_between_day_and_month() -> None:
    assert format_date(date(2019, 6, 17)) == "17\u00a0juni 2019"


def test_a_day_has_its_weekday_first() -> None:
    assert with_plain_spaces(format_day(date(2031, 6, 17))) == "tisdag 17 juni 2031"


def test_a_time_has_kl_a_no_break_space_and_a_point() -> None:
    assert format_time(time(14, 5)) == "kl.\u00a014.05"
    assert with_plain_spaces(format_time(time(9, 0))) == "kl. 09.00"


def test_a_span_has_an_en_dash_and_kl_once() -> None:
    assert format_span(time(14, 5), time(14, 20)) == "kl.\u00a014.05–14.20"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], ""),
        ([23], "§\u00a023"),
        ([23, 24], "§§\u00a023–24"),
        ([23, 25], "§§\u00a023, 25"),
        ([23, 24, 25, 28], "§§\u00a023–25, 28"),
        ([28, 23, 25, 24, 23], "§§\u00a023–25, 28"),
    ],
)
def test_section_numbers_that_follow_each_other_become_a_span(
    numbers: list[int], expected: str
) -> None:
    assert format_sections(numbers) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (3050, "3 050"),
        (200000, "200 000"),
        (1234567, "1 234 567"),
        (-40000, "−40 000"),
        (Decimal("3050.50"), "3 050,50"),
        (Decimal("1E+3"), "1 000"),
    ],
)
def test_an_amount_is_grouped_by_thousands(amount: int | Decimal, expected: str) -> None:
    assert with_plain_spaces(format_amount(amount)) == expected


def test_an_amount_does_not_break_over_lines() -> None:
    assert format_amount(200000) == "200\u00a0000"


@pytest.mark.parametrize(
    "text",
    [
        "2019-06-17",
        "17 juni 2019",
        "17\u00a0juni 2019",
        "  17  Juni 2019 ",
        "17 jun. 2019",
        "den 17 juni 2019",
        "den 17:e juni 2019",
        "måndag 17 juni 2019",
        "måndagen den 17 juni 2019",
        "17/6 2019",
        "17/6-2019",
        "17/6",
        "17 juni",
    ],
)
def test_a_date_is_read_in_each_way_people_write_it(text: str) -> None:
    assert parse_date(text, ANCHOR) == date(2019, 6, 17)


def test_a_date_without_year_may_be_the_anchor_itself() -> None:
    assert parse_date("1 juni", ANCHOR) == ANCHOR


def test_a_date_without_year_that_has_passed_is_next_year() -> None:
    assert parse_date("31 maj", ANCHOR) == date(2020, 5, 31)


def test_a_leap_day_without_year_waits_for_the_next_leap_year() -> None:
    assert parse_date("29/2", date(1896, 3, 1)) == date(1904, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "snart",
        "31 juni 2019",
        "2019-02-29",
        "0/0",
        "17 ju 2019",
        "17 junio 2019",
        "17 juni 0000",
        "30 februari",
        "1\u00b2/6",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text, ANCHOR) is None


def test_a_weekday_that_contradicts_the_date_gives_none() -> None:
    assert parse_date("tisdag 17 juni 2019", ANCHOR) is None


def test_a_passed_day_at_the_end_of_time_gives_none() -> None:
    assert parse_date("1 januari", date.max) is None


@given(st.dates(), st.dates())
def test_a_formatted_date_is_read_back(day: date, anchor: date) -> None:
    assert parse_date(format_date(day), anchor) == day
    assert parse_date(format_day(day), anchor) == day
    assert parse_date(f"{day:%d/%m} {day.year:04}", anchor) == day


@given(st.dates(max_value=date(9990, 1, 1)), st.dates(max_value=date(9990, 1, 1)))
def test_a_date_without_year_is_the_same_day_on_or_after_the_anchor(
    day: date, anchor: date
) -> None:
    found = parse_date(f"{day.day}/{day.month}", anchor)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= anchor


@given(st.text() | st.from_regex(r"[0-9/ -]{1,12}", fullmatch=True))
def test_reading_a_date_never_raises(text: str) -> None:
    found = parse_date(text, ANCHOR)
    assert found is None or parse_date(found.isoformat(), ANCHOR) == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(("31 september", True), ("2031-13-01", True), ("31/9", True), ("17 juni", True)),
        *(("måndag 17 juni 2031", True), ("i morgon", False), ("17 stolar", False), ("", False)),
    ],
)
def test_a_day_that_is_in_no_calendar_is_still_written_as_one(text: str, written: bool) -> None:
    assert is_written_as_date(text) is written
