"""The words of registers: headings, roles, names, parties and days."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.clean import clean_line
from protokoll_tui.domain.kommun import Roll
from protokoll_tui.reading.datum import IngetDatum, parse_day
from protokoll_tui.reading.kolumner import (
    SYNONYMS,
    Falt,
    best_table,
    folded,
    heading_row,
    headings_of,
    propose,
    samples_of,
)
from protokoll_tui.reading.namn import Namn, join_name, name_key, parse_name, parse_party
from protokoll_tui.reading.roller import parse_role
from protokoll_tui.reading.tabell import Kalla, Tabell, column_letter, from_plain, to_plain
from protokoll_tui.reading.uppdrag import Kolumner, read_rows, with_column

F = Falt

# Headings


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            ("Förnamn", "Efternamn", "Parti", "Organ", "Befattning", "Fr.o.m.", "T.o.m."),
            (F.FORNAMN, F.EFTERNAMN, F.PARTI, F.ORGAN, F.ROLL, F.FRAN, F.TILL),
        ),
        (
            ("NAMN", "partiförkortning", "Nämnd", "Roll", "From", "Tom", "Nr"),
            (F.NAMN, F.PARTI, F.ORGAN, F.ROLL, F.FRAN, F.TILL, F.ORDNING),
        ),
        (
            ("Tilltalsnamn", "Förnamn", "Efternamn", "Startdatum", "Slutdatum", "Valkrets", "Sign"),
            (F.FORNAMN, F.INGET, F.EFTERNAMN, F.FRAN, F.TILL, F.VALKRETS, F.SIGNATUR),
        ),
        (("Parti", "Partiförkortning"), (F.INGET, F.PARTI)),
        (("Namn", "Förnamn", "Efternamn"), (F.INGET, F.FORNAMN, F.EFTERNAMN)),
        (("E-post", "", "Telefon"), (F.INGET, F.INGET, F.INGET)),
    ],
)
def test_columns_are_proposed_from_their_headings(
    headings: tuple[str, ...], fields: tuple[Falt, ...]
) -> None:
    assert propose(headings) == fields


def test_no_heading_stands_for_two_things() -> None:
    words = [folded(word) for synonyms in SYNONYMS.values() for word in synonyms]
    by_field = {f: {folded(word) for word in synonyms} for f, synonyms in SYNONYMS.items()}
    assert len(words) > 60
    for one in by_field:
        for other in by_field:
            assert one is other or not by_field[one] & by_field[other]


@given(st.lists(st.sampled_from([w for s in SYNONYMS.values() for w in s] + ["x", ""])))
def test_every_column_gets_one_field_and_every_field_one_column(headings: list[str]) -> None:
    fields = propose(headings)
    used = [field for field in fields if field is not F.INGET]
    assert len(fields) == len(headings)
    assert len(set(used)) == len(used)


def test_the_headings_may_stand_below_a_title() -> None:
    tabell = Tabell((("Förtroendevalda 2031",), (), ("Namn", "Parti"), ("Bo", "S", "x")))
    assert heading_row(tabell) == 2
    assert headings_of(tabell, 2) == ("Namn", "Parti", "")
    assert samples_of(tabell, 2, 2) == ("x",)


def test_where_no_heading_is_known_the_first_row_that_holds_anything_is_taken() -> None:
    assert heading_row(Tabell((("",), ("Vem", "Vad"), ("Bo", "S")))) == 1
    assert heading_row(Tabell(())) == 0


def test_of_several_sheets_the_one_with_the_most_known_headings_is_read() -> None:
    info, lista = Tabell((("Uttag",),), "Info"), Tabell((("Namn", "Parti"),), "Lista")
    assert best_table((info, lista)) is lista
    assert best_table((info,)) is info


def test_a_field_moves_to_the_column_that_is_chosen_for_it() -> None:
    assert with_column((F.NAMN, F.PARTI), 1, F.NAMN) == (F.INGET, F.NAMN)
    assert with_column((F.NAMN, F.PARTI), 1, F.INGET) == (F.NAMN, F.INGET)


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_of_a_spreadsheet(index: int, letter: str) -> None:
    assert column_letter(index) == letter


@given(st.lists(st.lists(st.text(max_size=9) | st.dates()), max_size=5), st.text(max_size=5))
def test_a_table_comes_back_from_its_plain_form(rows: list[list[str | date]], name: str) -> None:
    kalla = Kalla((Tabell(tuple(map(tuple, rows)), clean_line(name)),), "UTF-8", "komma")
    assert from_plain(to_plain(kalla)) == kalla


# Roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ordförande", Roll.ORDFORANDE),
        ("ORDF.", Roll.ORDFORANDE),
        ("1:e vice ordförande", Roll.FORSTE_VICE),
        ("1:e v ordf", Roll.FORSTE_VICE),
        ("1 vice ordförande", Roll.FORSTE_VICE),
        ("Förste vice", Roll.FORSTE_VICE),
        ("Vice ordförande", Roll.FORSTE_VICE),
        ("2:a vice ordförande", Roll.ANDRE_VICE),
        ("2:e vice  ordförande", Roll.ANDRE_VICE),
        ("Andre vice ordförande", Roll.ANDRE_VICE),
        ("Andra vice ordf.", Roll.ANDRE_VICE),
        ("3:e vice ordförande", Roll.TREDJE_VICE),
        ("Tredje vice ordförande", Roll.TREDJE_VICE),
        ("Ledamot", Roll.LEDAMOT),
        ("Ordinarie ledamot", Roll.LEDAMOT),
        ("Ersättare", Roll.ERSATTARE),
        ("Suppleant", Roll.ERSATTARE),
        ("Adjungerad", None),
        ("Revisor", None),
        ("Sekreterare", None),
        ("Gruppledare", None),
        ("", None),
    ],
)
def test_a_role_is_read_from_its_words(text: str, role: Roll | None) -> None:
    assert parse_role(text) == (role, "", None)


@pytest.mark.parametrize("role", list(Roll))
def test_the_roster_s_own_words_are_roles(role: Roll) -> None:
    assert parse_role(role.value)[0] is role


@pytest.mark.parametrize(
    ("text", "role", "organ"),
    [
        ("Ledamot i socialnämnden", Roll.LEDAMOT, "socialnämnden"),
        ("1:e vice ordförande, Kommunstyrelsen", Roll.FORSTE_VICE, "Kommunstyrelsen"),
        (
            "Ersättare - Barn- och utbildningsnämnden",
            Roll.ERSATTARE,
            "Barn- och utbildningsnämnden",
        ),
    ],
)
def test_an_organ_may_stand_after_the_role(text: str, role: Roll, organ: str) -> None:
    assert parse_role(text) == (role, organ, None)


def test_an_ersattare_may_have_a_number() -> None:
    assert parse_role("Ersättare 3") == (Roll.ERSATTARE, "", 3)
    assert parse_role("Ersättare nr 12") == (Roll.ERSATTARE, "", 12)


# Names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg", Namn("Anna Berg")),
        ("Berg, Anna", Namn("Anna Berg")),
        ("Berg,Anna (M)", Namn("Anna Berg", "M")),
        ("Anna  Berg\u00a0(s)", Namn("Anna Berg", "s")),
        ("BERG, ANNA", Namn("Anna Berg")),
        ("VON EKEN, ANN-SOFIE", Namn("Ann-Sofie von Eken")),
        ("anna berg", Namn("Anna Berg")),
        ("af Granhult, Carl-Henrik", Namn("Carl-Henrik af Granhult")),
        ("Granhult, Carl-Henrik af", Namn("Carl-Henrik af Granhult")),
        ("von der Ek, Per", Namn("Per von der Ek")),
        ("de la Lind, Eva", Namn("Eva de la Lind")),
        ("Ann – Sofie Wallin", Namn("Ann-Sofie Wallin")),
        ("Wallin-Ek, Ann - Sofie", Namn("Ann-Sofie Wallin-Ek")),
        ("O’Dell, Siv", Namn("Siv O'Dell")),
        ("Petra Kvist (-)", Namn("Petra Kvist", "-")),
        ("Petra Kvist [partilös]", Namn("Petra Kvist", "partilös")),
        ("Petra Kvist (tjänstledig)", Namn("Petra Kvist", tillagg="tjänstledig")),
        ("Vakant", Namn(vakant=True)),
        ("VAKANT (S)", Namn(parti="S", vakant=True)),
        ("(vakant)", Namn(vakant=True)),
        ("", Namn()),
    ],
)
def test_a_name_is_read_as_it_is_spoken(text: str, name: Namn) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Anna", "Berg", Namn("Anna Berg")),
        ("Carl-Henrik", "af Granhult (M)", Namn("Carl-Henrik af Granhult", "M")),
        ("Anna (M)", "Berg", Namn("Anna Berg", "M")),
        ("", "Vakant", Namn(vakant=True)),
        ("Vakant", "", Namn(vakant=True)),
        ("", "Berg, Anna", Namn("Anna Berg")),
        ("", "", Namn()),
    ],
)
def test_a_name_in_two_columns_is_one_name(first: str, last: str, name: Namn) -> None:
    assert join_name(first, last) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann-Sofie Wallin", "ann sofie WALLIN", True),
        ("Siv O'Dell", "Siv O´Dell", True),
        ("Hélène Berg", "Helene Berg", True),
        ("Anna Berg", "Anne Berg", False),
        ("Maja Lindqvist", "Olof Lindqvist", False),
    ],
)
def test_two_spellings_of_one_name_are_known(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("S", "S"),
        (" (S) ", "S"),
        ("Socialdemokraterna", "Socialdemokraterna"),
        ("-", "-"),
        ("(-)", "-"),
        ("–", "-"),
        ("Vilde", "-"),
        ("politisk vilde", "-"),
        ("Partilös", "-"),
        ("", ""),
    ],
)
def test_a_party_is_read_with_or_without_brackets(text: str, party: str) -> None:
    assert parse_party(text) == party


# Days

NEW_YEAR = date(2031, 1, 1)


@pytest.mark.parametrize(
    "cell",
    [
        NEW_YEAR,
        "2031-01-01",
        "20310101",
        "2031/01/01",
        "2031.1.1",
        "2031-01-01 00:00:00",
        "2031-01-01T00:00",
        "1 januari 2031",
        "den 1 jan 2031",
        "1/1 2031",
        "01/01/2031",
        "1.1.2031",
        "47849",
        "2031",
    ],
)
def test_a_day_is_read_in_the_forms_of_registers(cell: str | date) -> None:
    assert parse_day(cell) == NEW_YEAR


def test_figures_are_read_day_first_as_in_sweden() -> None:
    assert parse_day("02/03/2031") == date(2031, 3, 2)


def test_a_year_alone_ends_on_its_last_day() -> None:
    assert parse_day("2034", last=True) == date(2034, 12, 31)


@pytest.mark.parametrize("text", ["", "-", "tills vidare", "Tills vidare", "–"])
def test_an_end_that_is_left_open_is_none(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "text", ["2031-02-30", "31-01-01", "1/1", "i morgon", "99999999", "1 januari", "0"]
)
def test_what_is_no_whole_day_is_never_guessed(text: str) -> None:
    with pytest.raises(IngetDatum):
        parse_day(text)


@given(st.text(max_size=20))
def test_no_words_are_more_than_a_day_none_or_a_fault(text: str) -> None:
    with contextlib.suppress(IngetDatum):
        assert parse_day(text) is None or isinstance(parse_day(text), date)


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)))
def test_every_iso_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day == parse_day(f"{day:%Y%m%d}")


# Rows

COLUMNS = Kolumner(
    ("Namn", "Parti", "Organ", "Uppdrag", "Fr.o.m.", "T.o.m.", "Nr"),
    (F.NAMN, F.PARTI, F.ORGAN, F.ROLL, F.FRAN, F.TILL, F.ORDNING),
)


def faults_of(*row: str) -> list[tuple[str, bool]]:
    _, faults = read_rows(Tabell(((), row)), 0, COLUMNS)
    return [(fault.plats, fault.utelamnad) for fault in faults]


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (("Bo Ek", "S", "KS", "Ledamot"), []),
        (("", "S", "KS", "Ledamot"), [("rad 2, kolumn A (Namn)", True)]),
        (("-", "S", "KS", "Ledamot"), [("rad 2, kolumn A (Namn)", True)]),
        (("Bo Ek", "S", "KS", "Adjungerad"), [("rad 2, kolumn D (Uppdrag)", True)]),
        (("Bo Ek", "S", "KS", ""), [("rad 2, kolumn D (Uppdrag)", True)]),
        (("Bo Ek", "S", "KS", "Ledamot", "snart"), [("rad 2, kolumn E (Fr.o.m.)", True)]),
        (
            ("Bo Ek", "S", "KS", "Ledamot", "2032-01-01", "2031-01-01"),
            [("rad 2, kolumn F (T.o.m.)", True)],
        ),
        (("Bo Ek", "S", "KS", "Ersättare", "", "", "x"), [("rad 2, kolumn G (Nr)", False)]),
        (("Bo Ek", "S", "KS", "Ledamot", "", "", "10 234"), []),
        (("Bo Ek (LSS-team)", "S", "KS", "Ledamot"), [("rad 2, kolumn A (Namn)", False)]),
    ],
)
def test_a_fault_is_told_with_row_and_column(
    row: tuple[str, ...], faults: list[tuple[str, bool]]
) -> None:
    assert faults_of(*row) == faults


def test_empty_rows_are_passed_over_and_the_others_keep_their_numbers() -> None:
    rows = ((), ("", " "), ("Bo Ek", "S", "KS", "Ersättare", "2031-01-01", "", "2"), ("",))
    (found,), faults = read_rows(Tabell(rows), 0, COLUMNS)
    assert faults == ()
    assert (found.rad, found.namn, found.roll, found.ordning) == (3, "Bo Ek", Roll.ERSATTARE, 2)
    assert (found.fran, found.till) == (NEW_YEAR, None)
