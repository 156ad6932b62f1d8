"""The check of the roster: what is a fault, what is not, and where it is said to stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from protokoll_tui.checks.register import FAULTS, Rad, Registerfel, check_register
from protokoll_tui.checks.registertexter import FYND, sentence
from protokoll_tui.domain.kommun import (
    Kommun,
    Mandat,
    Organ,
    Parti,
    Partiordning,
    Person,
    Roll,
)
from protokoll_tui.resources import example
from protokoll_tui.services.register import read_roster, roster_faults, roster_notices
from protokoll_tui.services.session import Session

START, END = date(2031, 1, 1), date(2034, 12, 31)
CHAIR = Mandat(person="ab", organ="ks", roll=Roll.ORDFORANDE, fran=START, till=END)
MEMBER = Mandat(person="cd", organ="ks", fran=START, till=END)
SUBSTITUTE = Mandat(person="ef", organ="ks", roll=Roll.ERSATTARE, fran=START, till=END)
KOMMUN = Kommun(
    organ=(Organ(id="ks", namn="kommunstyrelsen", platser=2), Organ(id="sn", namn="socialnämnden")),
    parti=(Parti(kod="M"), Parti(kod="S")),
    person=(
        Person(sig="ab", namn="Anna Berg", parti="M"),
        Person(sig="cd", namn="Cia Dahl", parti="S"),
        Person(sig="ef", namn="Eva Falk", parti="-"),
        Person(sig="sg", namn="Sara Grönlund", titel="sekreterare"),
    ),
    mandat=(CHAIR, MEMBER, SUBSTITUTE),
)
NEXT_YEAR = date(2032, 1, 1)


def with_person(person: Person) -> Kommun:
    return replace(KOMMUN, person=(*KOMMUN.person, person))


def with_mandat(*mandat: Mandat) -> Kommun:
    return replace(KOMMUN, mandat=(*KOMMUN.mandat, *mandat))


def with_ks(organ: Organ) -> Kommun:
    return replace(KOMMUN, organ=(organ, *KOMMUN.organ[1:]))


def told(kommun: Kommun) -> list[tuple[str, Rad]]:
    return [(fynd.regel, fynd.rad) for fynd in check_register(kommun)]


def test_a_roster_without_faults_gives_none() -> None:
    assert check_register(KOMMUN) == ()
    assert check_register(Kommun()) == ()


def test_the_example_has_no_faults() -> None:
    found = read_roster(Path(str(example())))
    assert len(found.kommun.mandat) > 25
    assert roster_faults(found) == []


@pytest.mark.parametrize(
    ("kommun", "regel", "rad"),
    [
        (with_person(Person(sig="ab", namn="Arne Bo")), "delad_signatur", Rad("person", 5)),
        (with_person(Person(namn="Arne Bo")), "utan_signatur", Rad("person", 5)),
        (with_person(Person(sig="Arne", namn="Bo")), "felskriven_signatur", Rad("person", 5)),
        (with_person(Person(sig="a", namn="Bo")), "felskriven_signatur", Rad("person", 5)),
        (with_mandat(Mandat(organ="sn")), "utan_person", Rad("mandat", 4)),
        (with_mandat(Mandat(person="xx", organ="sn")), "okand_person", Rad("mandat", 4)),
        (with_mandat(Mandat(person="ab", organ="bn")), "okant_organ", Rad("mandat", 4)),
        (with_mandat(Mandat(person="ab")), "okant_organ", Rad("mandat", 4)),
        (
            with_mandat(Mandat(person="sg", organ="sn", roll=Roll.ERSATTARE, parti="FD")),
            "okant_parti",
            Rad("mandat", 4),
        ),
        (with_person(Person(sig="gh", namn="Bo Ek", parti="FD")), "okant_parti", Rad("person", 5)),
        (
            with_mandat(Mandat(person="ab", organ="sn", fran=END, till=START)),
            "slutar_fore",
            Rad("mandat", 4),
        ),
        (
            with_mandat(replace(SUBSTITUTE, person="cd", fran=NEXT_YEAR)),
            "dubbelt_mandat",
            Rad("mandat", 4),
        ),
        (
            with_ks(Organ(id="ks", partiordning=(Partiordning(parti="M", sedan=("S", "Q")),))),
            "okant_i_partiordning",
            Rad("organ", 1),
        ),
        (
            with_person(Person(sig="ba", namn="Anna Berg", parti="M")),
            "samma_namn",
            Rad("person", 5),
        ),
    ],
)
def test_a_fault_is_told_of_its_table(kommun: Kommun, regel: str, rad: Rad) -> None:
    assert (regel, rad) in told(kommun)
    assert len({regel for regel, _ in told(kommun)}) == 1


def test_a_third_ledamot_on_two_seats_is_told_from_the_day_it_happens() -> None:
    kommun = with_mandat(Mandat(person="sg", organ="ks", fran=NEXT_YEAR))
    (fynd,) = check_register(kommun)
    assert (fynd.regel, fynd.rad) == ("for_manga", Rad("mandat", 4))
    assert dict(fynd.om)["dag"] == "2032-01-01"
    assert fynd.andra == (Rad("mandat", 1), Rad("mandat", 2))


@pytest.mark.parametrize(
    "mandat",
    [
        Mandat(person="sg", organ="ks", fran=date(2035, 1, 1)),
        Mandat(person="sg", organ="ks", till=date(2030, 12, 31)),
        Mandat(person="sg", organ="ks", roll=Roll.ERSATTARE),
        Mandat(person="sg", organ="sn"),
    ],
)
def test_who_holds_no_seat_that_day_is_not_counted(mandat: Mandat) -> None:
    assert check_register(with_mandat(mandat)) == ()


def test_a_vakant_seat_is_a_seat_and_needs_no_person() -> None:
    vakant = Mandat(organ="ks", vakant=True, fran=START)
    assert told(with_mandat(vakant)) == [("for_manga", Rad("mandat", 4))]
    assert told(with_mandat(replace(vakant, organ="sn"))) == []


def test_two_chairs_of_one_day_are_told_and_two_in_turn_are_not() -> None:
    wide = with_ks(Organ(id="ks", namn="kommunstyrelsen"))
    second = Mandat(person="sg", organ="ks", roll=Roll.ORDFORANDE, fran=NEXT_YEAR)
    both = replace(wide, mandat=(*wide.mandat, second))
    assert told(both) == [("tva_ordforande", Rad("mandat", 4))]
    after = replace(wide, mandat=(*wide.mandat, replace(second, fran=date(2035, 1, 1))))
    assert told(after) == []


def test_two_persons_with_one_name_in_two_parties_are_two_persons() -> None:
    assert told(with_person(Person(sig="ax", namn="Anna Berg", parti="S"))) == []


def test_a_roster_that_lists_no_parties_has_no_unknown_ones() -> None:
    assert told(replace(KOMMUN, parti=())) == []


def test_every_check_has_its_words() -> None:
    assert len(FAULTS) == 11
    assert set(FYND) >= {"delad_signatur", "for_manga", "samma_namn"}


def test_a_message_names_file_line_and_table() -> None:
    fynd = Registerfel(
        "utan_person", Rad("mandat", 12), (("organ", "kommunstyrelsen"), ("roll", "x"))
    )
    assert sentence("kommun.toml", fynd, {Rad("mandat", 12): 214}).startswith(
        "kommun.toml, rad 214: mandat 12: "
    )
    assert sentence("kommun.toml", fynd, {}).startswith("kommun.toml: mandat 12: ")


HEAD = '[[organ]]\nid = "ks"\nnamn = "kommunstyrelsen"\nplatser = 1\n\n[[parti]]\nkod = "M"\n\n'
FAULTY = """# Ledamöter
[[person]]
sig = "ab"
namn = "Anna Berg"
parti = "M"

# samma signatur
[[person]]
sig = "ab"
namn = "Arne Bo"
parti = "Q"

[[mandat]]
organ = "ks"

[[mandat]]
person = "zz"
organ = "ks"
"""


def test_every_sentence_can_be_said_and_names_a_line(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text(HEAD + FAULTY, encoding="utf-8")
    faults = roster_faults(read_roster(tmp_path))
    assert len(faults) == 5
    assert all("{" not in fault for fault in faults)
    assert [fault.partition(":")[0] for fault in faults[:2]] == [
        "kommun.toml, rad 16",
        "kommun.toml, rad 21",
    ]
    assert any("den här" not in fault and "1 platser men 2 ledamöter" in fault for fault in faults)


def test_a_meeting_opens_and_tells_the_first_three_and_how_many_more(meeting_file: Path) -> None:
    meeting_file.with_name("kommun.toml").write_text(HEAD + FAULTY, encoding="utf-8")
    session = Session.open(meeting_file)
    notices = [n for n in session.notices() if n.startswith("kommun.toml")]
    assert len(notices) == 4
    assert "och 2 fel till" in notices[-1]
    assert "protokoll register" in notices[-1]


def test_a_roster_with_few_faults_is_told_without_a_rest(tmp_path: Path) -> None:
    (tmp_path / "kommun.toml").write_text(HEAD + "[[mandat]]\n", encoding="utf-8")
    told = roster_notices(read_roster(tmp_path))
    assert len(told) == 2
    assert all("till" not in notice for notice in told)
