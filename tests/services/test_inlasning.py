"""An import as a plan: who is who, which mandates are new, what is wrong, and what is written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokoll_tui.checks.register import check_register
from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, OrganSlag, Partitid, Person, Roll
from protokoll_tui.errors import ProtokollError
from protokoll_tui.reading.csvfil import read_csv
from protokoll_tui.services.inlasning import (
    Inlasning,
    begin,
    carry_out,
    known_organs,
    missing_columns,
    plan_of,
)
from protokoll_tui.services.register import read_roster
from protokoll_tui.services.registerord import plan_parts, plan_tail
from protokoll_tui.services.registerplan import Onskan, Partisvar, Plan
from protokoll_tui.services.signaturer import is_usable, propose_signature
from protokoll_tui.storage.scan import comments

TODAY = date(2031, 5, 1)
HEAD = "Namn;Parti;Organ;Uppdrag;Fr.o.m.;T.o.m.;Signatur\n"
ROSTER = """# Älvhamras register
namn = "Älvhamra kommun"   # kommunens namn

[[organ]]
id = "ks"
namn = "kommunstyrelsen"
platser = 3 # sedan 2027

[[parti]]
kod = "M"
namn = "Moderaterna"

[[parti]]
kod = "S"

# Personerna

[[person]]
sig = "ab"
namn = "Anna Berg" # ordföranden
parti = "M"

[[person]]
sig = "cd"
namn = "Cia Dahl"
parti = "S"
egen = "nyckel"

# Uppdragen
[[mandat]]
person = "ab"
organ = "ks"
roll = "ordförande"
fran = 2031-01-01
till = 2034-12-31

[[mandat]]
person = "cd" # Cia
organ = "ks"
roll = "ledamot"
fran = 2031-01-01
till = 2034-12-31

# sist
"""
AB = "Berg, Anna;M;Kommunstyrelsen;Ordförande;2031-01-01;2034-12-31\n"
CD = "Dahl, Cia;S;Kommunstyrelsen;Ledamot;2031-01-01;2034-12-31\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a roster full of comments."""
    home = tmp_path / "möten"
    home.mkdir()
    (home / "kommun.toml").write_text(ROSTER, encoding="utf-8")
    return home


def read(folder: Path, rows: str, head: str = HEAD) -> Inlasning:
    file = folder.parent / "register.csv"
    file.write_text(head + rows, encoding="utf-8")
    return begin(file, folder)


def plan(folder: Path, rows: str, head: str = HEAD, **wishes: object) -> Plan:
    onskan = replace(Onskan(TODAY), **wishes)  # type: ignore[arg-type]
    return plan_of(read(folder, rows, head), onskan)


def said(made: Plan) -> list[tuple[str, bool]]:
    return [(fault.plats, fault.utelamnad) for fault in made.brister]


def seats(made: Plan) -> list[tuple[str, str, Roll]]:
    return [(m.person, m.organ, m.roll) for m in made.mandat]


# Who is who


def test_a_file_that_says_what_the_roster_says_changes_nothing(folder: Path) -> None:
    made = plan(folder, AB + CD)
    assert made.tom
    assert (made.brister, made.oforandrade) == ((), 2)


def test_someone_new_gets_a_signature_and_a_mandate(folder: Path) -> None:
    made = plan(folder, "Ek, Eva;S;Kommunstyrelsen;Ersättare;2031-05-01;\n")
    (person,) = made.personer
    assert (person.sig, person.namn, person.parti) == ("ee", "Eva Ek", "S")
    assert seats(made) == [("ee", "ks", Roll.ERSATTARE)]
    assert made.brister == ()


def test_someone_known_keeps_the_signature_whatever_the_file_says(folder: Path) -> None:
    made = plan(folder, AB.replace("2034-12-31\n", "2034-12-31;zz\n"))
    assert made.tom
    assert said(made) == [("rad 2, kolumn G (Signatur)", False)]


def test_a_signature_of_the_file_is_taken_when_it_is_free_and_can_be_typed(folder: Path) -> None:
    rows = "Ek, Eva;S;;;;;qx\nUv, Bo;S;;;;;av\nUv, Siv;S;;;;;qx\nUv, Per;S;;;;;cd\n"
    made = plan(folder, rows.replace(";;;;;", ";Kommunstyrelsen;Ersättare;;;"))
    assert [person.sig for person in made.personer] == ["qx", "bu", "su", "pu"]
    assert said(made) == [
        ("rad 3, kolumn G (Signatur)", False),
        ("rad 4, kolumn G (Signatur)", False),
        ("rad 5, kolumn G (Signatur)", False),
    ]
    assert "Eva Eks" in made.brister[1].text and "Cia Dahls" in made.brister[2].text


def test_a_new_signature_is_no_verb_no_party_and_nobody_s(folder: Path) -> None:
    head = "Namn;Parti;Organ;Uppdrag\n"
    names = ("Bo Ivarsson", "Kim Dag", "Anna Bo", "Anna Bo-Lind", "Åke Ture")
    rows = "".join(f"{name};KD;Kommunstyrelsen;Ersättare\n" for name in names)
    sigs = [person.sig for person in plan(folder, rows, head).personer]
    assert len(set(sigs)) == 5
    assert not {"bi", "kd", "ab", "åt"} & set(sigs)
    assert all(is_usable(sig) for sig in sigs)


@given(st.lists(st.text(max_size=12), max_size=40))
def test_every_name_has_a_signature_of_its_own(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(propose_signature(name, taken))
    assert len(set(taken)) == len(names)
    assert all(is_usable(sig) for sig in taken)


def test_a_known_name_in_another_party_is_asked_about_and_left_out_until_then(
    folder: Path,
) -> None:
    made = plan(folder, AB.replace(";M;", ";L;"))
    assert made.tom
    assert [(f.sig, f.parti_nu, f.parti_ny) for f in made.fragor] == [("ab", "M", "L")]
    assert said(made) == [("rad 2, kolumn B (Parti)", True)]


def test_one_who_has_changed_party_keeps_the_old_one_to_the_day_before(folder: Path) -> None:
    rows = AB.replace(";M;", ";L;")
    (fraga,) = plan(folder, rows).fragor
    answer: Mapping[str, Partisvar] = {fraga.nyckel: Partisvar.SAMMA}
    made = plan(folder, rows, svar=answer)
    ((before, after),) = made.bytta
    assert (before.parti, after.parti, after.sig) == ("M", "L", "ab")
    assert after.tidigare_parti == (Partitid(parti="M", till=date(2031, 4, 30)),)
    assert made.mandat == ()
    asked = plan(folder, rows, svar=answer, bytt=date(2031, 3, 1))
    assert asked.bytta[0][1].on(date(2031, 2, 28)).parti == "M"
    assert asked.bytta[0][1].on(date(2031, 3, 1)).parti == "L"


def test_a_namesake_in_another_party_can_be_another_person(folder: Path) -> None:
    rows = "Berg, Anna;S;Kommunstyrelsen;Ersättare;2031-01-01;\n"
    made = plan(folder, rows, alla=Partisvar.ANNAN)
    assert [(p.sig, p.parti) for p in made.personer] == [("abe", "S")]
    assert (made.bytta, seats(made)) == ((), [("abe", "ks", Roll.ERSATTARE)])


def test_an_older_file_with_the_earlier_party_is_the_same_person(folder: Path) -> None:
    text = ROSTER.replace('parti = "S"\negen', 'parti = "-"\negen').replace(
        'egen = "nyckel"', 'tidigare_parti = [{ parti = "S", till = 2031-03-31 }]'
    )
    (folder / "kommun.toml").write_text(text, encoding="utf-8")
    assert plan(folder, CD).tom


def test_two_namesakes_in_the_file_are_two_when_they_serve_at_once(folder: Path) -> None:
    rows = "Ek, Bo;M;Kommunstyrelsen;Ersättare;2031-01-01;\n"
    made = plan(folder, rows + rows.replace(";M;", ";S;"))
    assert [(p.namn, p.parti) for p in made.personer] == [("Bo Ek", "M"), ("Bo Ek", "S")]
    assert made.fragor == ()


def test_two_namesakes_in_the_file_who_follow_each_other_are_asked_about(folder: Path) -> None:
    rows = (
        "Ek, Bo;M;Kommunstyrelsen;Ersättare;2031-01-01;2031-12-31\n"
        "Ek, Bo;S;Kommunstyrelsen;Ersättare;2032-01-01;\n"
    )
    made = plan(folder, rows)
    assert (len(made.personer), len(made.fragor), said(made)[0][1]) == (1, 1, True)
    same = plan(folder, rows, alla=Partisvar.SAMMA, bytt=date(2032, 1, 1))
    assert [(p.parti, len(p.tidigare_parti)) for p in same.personer] == [("S", 1)]
    assert len(same.mandat) == 2


def test_a_row_without_party_is_the_namesake_that_has_one(folder: Path) -> None:
    rows = "Ek, Bo;M;Kommunstyrelsen;Ersättare;;\nEk, Bo;;Trafiknämnden;Ersättare;;\n"
    made = plan(folder, rows + "Dahl, Cia;;Trafiknämnden;Ledamot;;\n")
    assert [person.parti for person in made.personer] == ["M"]
    assert [m.person for m in made.mandat] == ["bek", "bek", "cd"]


def test_a_row_without_party_is_left_out_where_the_file_has_two_of_the_name(
    folder: Path,
) -> None:
    rows = "Ek, Bo;M;Kommunstyrelsen;Ersättare;;\nEk, Bo;S;Kommunstyrelsen;Ersättare;;\n"
    made = plan(folder, rows + "Ek, Bo;;Trafiknämnden;Ersättare;;\n")
    assert len(made.personer) == 2
    assert said(made) == [("rad 4, kolumn A (Namn)", True)]


def test_a_name_that_several_in_the_roster_have_needs_a_signature(folder: Path) -> None:
    twin = '[[person]]\nsig = "ax"\nnamn = "Anna Berg"\nparti = "M"\n'
    (folder / "kommun.toml").write_text(ROSTER + twin, encoding="utf-8")
    row = "Berg, Anna;M;Trafiknämnden;Ledamot;;"
    assert said(plan(folder, row + ";\n")) == [("rad 2, kolumn A (Namn)", True)]
    assert seats(plan(folder, row + ";ax\n")) == [("ax", "tn", Roll.LEDAMOT)]


# Parties and organs


def test_an_ersattare_of_an_unknown_party_is_told_and_the_party_added(folder: Path) -> None:
    made = plan(folder, "Ek, Eva;FD;Kommunstyrelsen;Ersättare;;\n")
    assert [p.kod for p in made.partier] == ["FD"]
    assert said(made) == [("rad 2, kolumn B (Parti)", False)]
    assert check_register(made.efter) == ()


@pytest.mark.parametrize("text", ["S", "s", "(S)", "Socialdemokraterna", "socialdemokraterna"])
def test_a_party_of_every_register_is_known_by_letters_and_name(folder: Path, text: str) -> None:
    made = plan(folder, f"Ek, Eva;{text};Kommunstyrelsen;Ersättare;;\n")
    assert made.personer[0].parti == "S"
    assert (made.partier, made.brister) == ((), ())


def test_one_without_party_has_the_sign_for_it(folder: Path) -> None:
    made = plan(folder, "Ek, Eva;vilde;Kommunstyrelsen;Ersättare;;\n")
    assert (made.personer[0].parti, made.partier) == ("-", ())


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Trafiknämnd", Organ(id="tn", namn="trafiknämnden")),
        (
            "Barn- och utbildningsnämnden",
            Organ(id="bun", namn="barn- och utbildningsnämnden"),
        ),
        (
            "Kommunfullmäktige",
            Organ(id="kf", namn="kommunfullmäktige", slag=OrganSlag.FULLMAKTIGE),
        ),
        (
            "Kommunstyrelsens arbetsutskott",
            Organ(id="kau", namn="kommunstyrelsens arbetsutskott", slag=OrganSlag.UTSKOTT),
        ),
        ("Teknisk nämnd", Organ(id="tn", namn="tekniska nämnden")),
        ("Tekniska nämnden", Organ(id="tn", namn="tekniska nämnden")),
        ("Gemensam nämnd", Organ(id="gn", namn="gemensamma nämnden")),
        ("Norra områdesnämnd", Organ(id="non", namn="norra områdesnämnden")),
        ("Nämnden för teknik", Organ(id="nt", namn="nämnden för teknik")),
        ("Kultur och fritidsnämnd", Organ(id="kfn", namn="kultur och fritidsnämnden")),
        ("Valberedning", Organ(id="vb", namn="valberedningen")),
    ],
)
def test_a_new_organ_gets_an_id_and_its_definite_name(
    folder: Path, text: str, organ: Organ
) -> None:
    made = plan(folder, f"Berg, Anna;M;{text};Ledamot;;\n")
    assert made.organ == (organ,)


@pytest.mark.parametrize("text", ["Komunstyrelsen", "Kommun styrelsen", "Kommunstyreslen"])
def test_an_organ_that_is_nearly_one_of_the_roster_is_told_and_its_row_left_out(
    folder: Path, text: str
) -> None:
    made = plan(folder, CD + "Ek, Eva;S;" + text + ";Ersättare;;\n")
    assert (made.tom, made.organ, made.personer) == (True, (), ())
    assert said(made) == [("rad 3, kolumn C (Organ)", True)]
    assert "kommunstyrelsen gör det" in made.brister[0].text


def test_an_organ_that_is_nearly_another_of_the_file_is_told_on_the_fewer_rows(
    folder: Path,
) -> None:
    rows = "Ek, Eva;S;Trafiknämnden;Ledamot;;\nAl, Bo;S;Trafiknämden;Ledamot;;\n"
    made = plan(folder, rows + "By, Cia;S;Trafiknämnd;Ledamot;;\nNy, Dan;S;Trafiknämnd;Ledamot;;\n")
    assert [organ.namn for organ in made.organ] == ["trafiknämnden"]
    assert said(made) == [("rad 3, kolumn C (Organ)", True)]


def test_organs_that_differ_by_more_than_a_slip_are_two(folder: Path) -> None:
    names = ["Norra nämnden", "Södra nämnden", "Utskott 1", "Utskott 2", "Skolnämnden"]
    rows = "".join(f"Person {n}son;S;{name};Ledamot;;\n" for n, name in enumerate(names, 1))
    made = plan(
        folder, rows + "Sista Son;S;Socialnämnden;Ledamot;;\nMer Son;S;Socialnämnden;Ledamot;;\n"
    )
    assert len(made.organ) == 6
    assert [fault for fault in made.brister if "Organet" in fault.text] == []


def test_a_slip_for_another_organ_than_the_one_asked_for_is_told_too(folder: Path) -> None:
    made = plan(folder, "Ek, Eva;S;Komunstyrelsen;Ersättare;;\n", organ="ks")
    assert (said(made), made.andra_organ) == ([("rad 2, kolumn C (Organ)", True)], 0)


def test_a_party_is_not_told_where_its_only_row_is_left_out(folder: Path) -> None:
    made = plan(folder, "Ek, Eva;FD;Komunstyrelsen;Ersättare;;\n")
    assert (made.partier, len(made.brister)) == ((), 1)


@pytest.mark.parametrize("text", ["Kommunstyrelsen", "KOMMUNSTYRELSE", "ks", "KS"])
def test_a_known_organ_is_found_by_name_definite_or_not_and_by_id(folder: Path, text: str) -> None:
    assert plan(folder, AB.replace("Kommunstyrelsen", text)).tom


def test_only_the_organ_asked_for_is_read(folder: Path) -> None:
    made = plan(folder, AB + AB.replace("Kommunstyrelsen", "Trafiknämnden"), organ="ks")
    assert (made.tom, made.andra_organ) == (True, 1)


def test_a_file_without_organ_takes_the_one_asked_for(folder: Path) -> None:
    head, rows = "Namn;Parti;Uppdrag\n", "Ek, Eva;S;Ersättare\n"
    assert said(plan(folder, rows, head)) == [("rad 2", True)]
    assert seats(plan(folder, rows, head, organ="ks")) == [("ee", "ks", Roll.ERSATTARE)]


# Mandates


def test_a_mandate_with_another_end_is_changed_and_one_without_dates_is_not(
    folder: Path,
) -> None:
    made = plan(folder, CD.replace("2034-12-31", "2031-06-30"))
    ((before, after),) = made.andrade
    assert (before.till, after.till) == (date(2034, 12, 31), date(2031, 6, 30))
    assert plan(folder, "Dahl, Cia;S;Kommunstyrelsen;Ledamot;;\n").tom


def test_a_later_time_in_the_same_role_is_a_mandate_of_its_own(folder: Path) -> None:
    made = plan(folder, CD.replace("2031-01-01;2034-12-31", "2035-01-01;2038-12-31"))
    assert [m.fran for m in made.mandat] == [date(2035, 1, 1)]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (CD.replace("Ledamot", "Ersättare"), "rad 2, kolumn D (Uppdrag)"),
        (CD.replace("2031-01-01", "2031-03-01"), "rad 2, kolumn E (Fr.o.m.)"),
        (CD.replace("Ledamot", "Ordförande"), "rad 2, kolumn D (Uppdrag)"),
        ("Ek, Bo;M;Kommunstyrelsen;Ordförande;;\n", "rad 2, kolumn D (Uppdrag)"),
    ],
)
def test_what_does_not_fit_the_mandates_there_are_is_left_out(
    folder: Path, row: str, place: str
) -> None:
    made = plan(folder, row)
    assert said(made) == [(place, True)]
    assert made.tom


def test_more_ledamoter_than_seats_are_left_out_with_the_row(folder: Path) -> None:
    rows = "".join(f"Ek, {n};S;Kommunstyrelsen;Ledamot;2031-01-01;\n" for n in ("Bo", "Eva"))
    made = plan(folder, rows)
    assert said(made) == [("rad 3, kolumn D (Uppdrag)", True)]
    assert [person.namn for person in made.personer] == ["Bo Ek"]
    assert "3 platser" in made.brister[0].text


def test_a_mandate_without_person_is_left_out_and_a_vakant_one_is_not(folder: Path) -> None:
    made = plan(
        folder, ";S;Kommunstyrelsen;Ersättare;;\nVakant;S;Kommunstyrelsen;Ersättare;2031-01-01;\n"
    )
    assert said(made) == [("rad 2, kolumn A (Namn)", True)]
    assert made.mandat == (
        Mandat(organ="ks", roll=Roll.ERSATTARE, parti="S", vakant=True, fran=date(2031, 1, 1)),
    )


def test_a_chair_who_also_stands_as_ledamot_is_read_as_chair(folder: Path) -> None:
    row = "Ek, Bo;M;Trafiknämnden;Ledamot;;\n"
    made = plan(folder, row + row.replace("Ledamot", "Ordförande"))
    assert seats(made) == [("bek", "tn", Roll.ORDFORANDE)]
    assert said(made) == [("rad 2, kolumn D (Uppdrag)", False)]


def test_a_row_that_stands_twice_is_read_once(folder: Path) -> None:
    row = "Ek, Bo;M;Kommunstyrelsen;Ersättare;2031-01-01;\n"
    made = plan(folder, row + row)
    assert len(made.mandat) == 1
    assert said(made) == [("rad 3, kolumn A (Namn)", False)]


def test_mandates_are_ended_only_when_asked_for_and_only_in_the_organs_of_the_file(
    folder: Path,
) -> None:
    rows = AB + "Ek, Bo;S;Kommunstyrelsen;Ledamot;2032-03-01;2034-12-31\n"
    assert plan(folder, rows).avslutade == ()
    made = plan(folder, rows, ersatt=True, dag=date(2032, 3, 10))
    assert [(m.person, m.till) for m in made.avslutade] == [("cd", date(2032, 2, 29))]
    assert [m.person for m in made.mandat] == ["bek"]
    elsewhere = plan(folder, "Ek, Bo;S;Trafiknämnden;Ledamot;;\n", ersatt=True)
    assert elsewhere.avslutade == ()


def test_one_who_is_gone_from_a_file_without_anyone_new_is_ended_the_day_before(
    folder: Path,
) -> None:
    made = plan(folder, AB, ersatt=True)
    assert [(m.person, m.till) for m in made.avslutade] == [("cd", date(2031, 4, 30))]
    over = plan(folder, AB, ersatt=True, dag=date(2036, 1, 1))
    assert over.avslutade == ()


def test_one_who_begins_later_and_is_not_in_the_file_is_told_and_not_ended(folder: Path) -> None:
    made = plan(folder, AB, ersatt=True, dag=date(2030, 12, 1))
    assert (made.avslutade, said(made)) == ((), [("", False)])


def test_what_is_told_of_no_row_comes_after_the_rows(folder: Path) -> None:
    rows = AB + "Ek, Bo;S;Kommunstyrelsen;Adjungerad;;;\n"
    made = plan(folder, rows, ersatt=True, dag=date(2030, 12, 1))
    assert said(made) == [("rad 3, kolumn D (Uppdrag)", True), ("", False)]
    assert "Cia Dahl" in made.brister[-1].text and "kommunstyrelsen" in made.brister[-1].text


def test_mandates_that_the_file_does_not_have_are_told_when_they_stay(folder: Path) -> None:
    made = plan(folder, AB)
    assert [m.person for m in made.kvar] == ["cd"]
    assert plan_tail(made, "så här") == (
        *("Inget nytt: allt i filen finns redan i registret.", "Oförändrade uppdrag: 1"),
        "1 uppdrag i registret finns inte i filen och står kvar: Cia Dahl (så här).",
    )
    assert plan(folder, AB, ersatt=True).kvar == ()


@pytest.mark.parametrize(
    "rows",
    [
        AB + CD,
        AB + CD.replace("Ledamot", "Adjungerad"),
        AB + CD.replace("Ledamot", "Ersättare"),
        "Ek, Bo;S;Trafiknämnden;Ledamot;;\n",
        AB.replace("2031-01-01;2034-12-31", "2035-01-01;2038-12-31"),
    ],
    ids=[
        "all are in the file",
        "its row is left out",
        "in another role",
        "another organ",
        "the next term",
    ],
)
def test_mandates_that_would_not_be_ended_are_not_told(folder: Path, rows: str) -> None:
    assert plan(folder, rows).kvar == ()


@pytest.mark.parametrize("dag", [date(2030, 12, 31), date(2035, 1, 1)])
def test_mandates_that_do_not_run_on_the_day_are_not_told(folder: Path, dag: date) -> None:
    assert plan(folder, AB, dag=dag).kvar == ()


def test_an_empty_seat_that_the_file_does_not_have_is_not_told(folder: Path) -> None:
    seat = '[[mandat]]\norgan = "ks"\nroll = "ledamot"\nvakant = true\nparti = "S"\n'
    (folder / "kommun.toml").write_text(ROSTER + seat, encoding="utf-8")
    assert [m.person for m in plan(folder, AB).kvar] == ["cd"]


def test_at_most_five_are_named_of_those_who_stay() -> None:
    persons = tuple(Person(sig=f"p{n}", namn=f"P{n}") for n in range(7))
    kommun = Kommun(person=persons)
    held = tuple(Mandat(person=p.sig, organ="ks") for p in (*persons, persons[0]))
    told = [plan_tail(Plan(kommun, kommun, kvar=held[:n]), "så")[-1] for n in (2, 5, 6, 8)]
    assert [line.partition("kvar: ")[2] for line in told] == [
        "P0, P1 (så).",
        "P0, P1, P2, P3, P4 (så).",
        "P0, P1, P2, P3, P4 och 1 till (så).",
        "P0, P1, P2, P3, P4 och 2 till (så).",
    ]
    assert told[-1].startswith("8 uppdrag")


def test_one_whose_row_is_left_out_is_not_ended(folder: Path) -> None:
    made = plan(folder, AB + CD.replace("Ledamot", "Adjungerad"), ersatt=True)
    assert (made.avslutade, said(made)) == ((), [("rad 3, kolumn D (Uppdrag)", True)])


def test_the_next_term_leaves_the_mandates_of_this_one_as_they_are(folder: Path) -> None:
    rows = (AB + CD).replace("2031-01-01;2034-12-31", "2035-01-01;2038-12-31")
    made = plan(folder, rows, ersatt=True)
    assert (made.avslutade, len(made.mandat)) == ((), 2)
    assert check_register(made.efter) == ()


def test_an_ersattare_s_turn_and_valkrets_are_read(folder: Path) -> None:
    head = "Namn;Parti;Organ;Uppdrag;Ordning;Valkrets\n"
    made = plan(folder, "Ek, Bo;M;Kommunstyrelsen;Ersättare;2;Norra\n", head)
    assert (made.mandat[0].ordning, made.mandat[0].valkrets) == (2, "Norra")


def test_a_file_without_roles_gives_persons_only(folder: Path) -> None:
    made = plan(folder, "Ek, Bo;M\n", "Namn;Parti\n")
    assert [person.namn for person in made.personer] == ["Bo Ek"]
    assert (made.mandat, made.brister) == ((), ())


def test_a_file_without_names_can_say_nothing(folder: Path) -> None:
    lasning = read(folder, "x;y\n", "Vem det är;Vad\n")
    assert missing_columns(lasning.kolumner)
    assert plan_of(lasning, Onskan(TODAY)).tom
    named = lasning.with_column(0, "namn")
    assert missing_columns(named.kolumner) == ()
    assert [person.namn for person in plan_of(named, Onskan(TODAY)).personer] == ["X"]


def test_a_column_is_found_by_heading_and_by_letter(folder: Path) -> None:
    lasning = read(folder, AB)
    assert [lasning.find_column(word) for word in ("fr.o.m.", "FROM", "e", "C", "Z", "")] == [
        *(4, 4, 4, 2, None, None)
    ]


def test_the_organs_to_choose_from_are_those_of_the_roster_and_of_the_file(folder: Path) -> None:
    lasning = read(folder, AB.replace("Kommunstyrelsen", "Trafiknämnd"))
    assert [organ.id for organ in known_organs(lasning)] == ["ks", "tn"]


def test_the_plan_is_said_in_words(folder: Path) -> None:
    rows = AB.replace(";M;", ";L;") + "Ek, Eva;S;Trafiknämnden;Ledamot;2031-01-01;\n"
    made = plan(folder, rows, alla=Partisvar.SAMMA)
    text = "\n".join(line for title, lines in plan_parts(made) for line in (title, *lines))
    assert "Eva Ek (S), ledamot, trafiknämnden, från 2031-01-01" in text
    assert "Anna Berg: (M) till och med 2031-04-30, sedan (L)" in text
    assert "trafiknämnden (tn)" in text
    assert plan_tail(made, "")[0] == "Oförändrade uppdrag: 1"
    assert "Inget nytt" in plan_tail(plan(folder, AB), "")[0]


# Writing


def written(folder: Path) -> str:
    return (folder / "kommun.toml").read_text(encoding="utf-8")


ROWS = (
    AB.replace(";M;", ";L;")
    + CD.replace("2034-12-31", "2031-06-30")
    + "Ek, Eva;FD;Trafiknämnden;Ledamot;2031-01-01;\nVakant;S;Trafiknämnden;Ledamot;;\n"
)


def carried_out(folder: Path, rows: str = ROWS) -> Plan:
    lasning = read(folder, rows)
    made = plan_of(lasning, Onskan(TODAY, alla=Partisvar.SAMMA))
    carry_out(lasning, made)
    return made


def test_what_is_written_is_what_was_planned_and_the_rest_stays_as_it_was(folder: Path) -> None:
    made = carried_out(folder)
    assert read_roster(folder).kommun == made.efter
    text = written(folder)
    assert list(comments(text)) == list(comments(ROSTER))
    assert 'egen = "nyckel"' in text and "platser = 3 # sedan 2027" in text
    assert text.index("# Uppdragen") < text.index("[[mandat]]") < text.index("# sist")
    gone = [line for line in ROSTER.splitlines() if line not in text.splitlines()]
    assert gone == ['parti = "M"']


def test_the_file_that_was_replaced_stays_beside(folder: Path) -> None:
    carried_out(folder)
    assert (folder / "kommun.toml.bak").read_text(encoding="utf-8") == ROSTER


def test_line_ends_and_the_mark_of_the_file_are_kept(folder: Path) -> None:
    path = folder / "kommun.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ROSTER.replace("\n", "\r\n").encode())
    carried_out(folder)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# ")
    assert data.count(b"\r\n") == data.count(b"\n") > 40


def test_a_roster_with_inline_tables_is_added_to_as_well(folder: Path) -> None:
    inline = (
        'namn = "Älvhamra" # här\norgan = [{ id = "ks", namn = "kommunstyrelsen" }]\n'
        'person = [\n    { sig = "ab", namn = "Anna Berg", parti = "M" }, # Anna\n]\n'
    )
    (folder / "kommun.toml").write_text(inline, encoding="utf-8")
    made = carried_out(folder)
    assert read_roster(folder).kommun == made.efter
    assert "# här" in written(folder) and "# Anna" in written(folder)


def test_a_folder_without_a_roster_gets_one(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b" / "c" / "ny"
    home.mkdir(parents=True)
    made = carried_out(home)
    assert read_roster(home).kommun == made.efter
    assert written(home).startswith("# Skriv kommunens namn.")
    assert not (home / "kommun.toml.bak").exists()


def test_a_roster_that_another_has_changed_meanwhile_is_not_written_over(folder: Path) -> None:
    lasning = read(folder, ROWS)
    made = plan_of(lasning, Onskan(TODAY))
    (folder / "kommun.toml").write_text(ROSTER + "# min rad\n", encoding="utf-8")
    with pytest.raises(ProtokollError, match="ändrats av någon annan"):
        carry_out(lasning, made)
    assert written(folder) == ROSTER + "# min rad\n"


def test_what_the_columns_were_taken_for_is_remembered(folder: Path) -> None:
    lasning = read(folder, "Ek;M\n", "Vem;Vad\n").with_column(0, "namn")
    assert not lasning.minns
    carry_out(lasning, plan_of(lasning, Onskan(TODAY)))
    again = read(folder, "Ek;M\n", "Vem;Vad\n")
    assert again.minns
    assert again.kolumner == lasning.kolumner
    assert not read(folder, "Ek;M\n", "Vem;Annat\n").minns


def test_a_memory_that_was_written_in_by_hand_is_no_memory(
    folder: Path, state_folder: Path
) -> None:
    lasning = read(folder, "Ek;M\n", "Vem;Vad\n").with_column(0, "namn")
    carry_out(lasning, plan_of(lasning, Onskan(TODAY)))
    memory = state_folder / "kolumner.json"
    good = memory.read_text(encoding="utf-8")
    assert '"namn"' in good
    for bad in (good.replace('"namn"', '"färg"'), "[1", "[]", good.replace('"namn",', "")):
        memory.write_text(bad, encoding="utf-8")
        assert not read(folder, "Ek;M\n", "Vem;Vad\n").minns


NAMES = st.sampled_from(["Berg, Anna", "Dahl, Cia", "Ek, Bo", "af Ek, Eva-Lis", "Vakant", ""])
CELLS = st.tuples(
    NAMES,
    st.sampled_from(["M", "S", "FD", "vilde", ""]),
    st.sampled_from(["Kommunstyrelsen", "Trafiknämnd", "KS", ""]),
    st.sampled_from(["Ordförande", "Ledamot", "Ersättare", "1:e vice ordförande", "Adjungerad"]),
    st.sampled_from(["2031-01-01", "2031-05-01", "1/1 2035", "", "snart"]),
    st.sampled_from(["2034-12-31", "2031-12-31", "tills vidare", ""]),
    st.sampled_from(["", "", "qx", "cd", "av"]),
)


@lru_cache
def read_once(folder: Path) -> Inlasning:
    return read(folder, AB)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(CELLS, max_size=8), ersatt=st.booleans())
def test_reading_the_same_file_twice_changes_nothing_the_second_time(
    folder: Path, rows: list[tuple[str, ...]], ersatt: bool
) -> None:
    (folder / "kommun.toml").write_text(ROSTER, encoding="utf-8")
    text = HEAD + "".join(";".join(row) + "\n" for row in rows)
    # In this process: a child for each of so many files would take its time.
    tabell = read_csv(text.encode()).tabeller[0]
    lasning = replace(read_once(folder), tabell=tabell, roster=read_roster(folder))
    onskan = Onskan(TODAY, ersatt=ersatt, alla=Partisvar.SAMMA)
    first = plan_of(lasning, onskan)
    carry_out(lasning, first)
    text = written(folder)
    again = replace(lasning, roster=read_roster(folder))
    second = plan_of(again, onskan)
    assert second.tom, plan_parts(second)
    assert tomllib.loads(text)
    assert list(comments(text)) == list(comments(ROSTER))
    old = {fynd.regel for fynd in check_register(first.fore)}
    assert {f.regel for f in check_register(first.efter) if not f.tvekan} <= old
