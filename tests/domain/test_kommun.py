"""The roster: organs, persons, parties, and who holds a seat on a day."""

from __future__ import annotations

from datetime import date

import pytest

from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, OrganSlag, Parti, Person, Roll

KOMMUN = Kommun(
    namn="Älvhamra kommun",
    organ=(Organ(id="ks", namn="kommunstyrelsen", platser=3),),
    parti=(Parti(kod="S", namn="Socialdemokraterna"), Parti(kod="BYN")),
    person=(
        Person(sig="ab", namn="Anna Berg", parti="M"),
        Person(sig="cd", namn="Cia Dahl", parti="S"),
        Person(sig="ef", namn="Eva Falk"),
    ),
    mandat=(
        Mandat(person="ef", organ="ks", roll=Roll.ORDFORANDE),
        Mandat(person="ab", organ="ks", till=date(2031, 6, 17)),
        Mandat(person="cd", organ="ks", fran=date(2031, 6, 18), till=date(2031, 12, 31)),
        Mandat(person="gh", organ="ks", roll=Roll.ERSATTARE),
        Mandat(person="cd", organ="kf"),
    ),
)


def test_an_organ_in_the_roster_has_its_name() -> None:
    assert KOMMUN.find_organ("ks").namn == "kommunstyrelsen"


def test_an_organ_outside_the_roster_is_named_as_written() -> None:
    assert KOMMUN.find_organ("valnämnden") == Organ(
        id="valnämnden", namn="valnämnden", slag=OrganSlag.NAMND
    )


def test_a_person_is_found_by_signature_only() -> None:
    found = KOMMUN.find_person("ab")
    assert found is not None
    assert found.namn == "Anna Berg"
    assert KOMMUN.find_person("Anna Berg") is None
    assert KOMMUN.find_person("") is None


@pytest.mark.parametrize(
    ("kod", "namn"), [("S", "Socialdemokraterna"), ("BYN", "BYN"), ("X", "X"), ("", "")]
)
def test_a_party_without_a_name_goes_by_its_letters(kod: str, namn: str) -> None:
    assert KOMMUN.party_name(kod) == namn


@pytest.mark.parametrize(
    ("dag", "sigs"),
    [
        (date(2031, 6, 17), ("ef", "ab")),
        (date(2031, 6, 18), ("ef", "cd")),
        (date(2031, 12, 31), ("ef", "cd")),
        (date(2032, 1, 1), ("ef",)),
        (None, ("ef", "ab", "cd")),
    ],
)
def test_a_seat_is_held_from_its_first_day_through_its_last(
    dag: date | None, sigs: tuple[str, ...]
) -> None:
    assert KOMMUN.ledamoter("ks", dag) == sigs
    assert KOMMUN.valda("ks", dag) == (*sigs, "gh")


def test_an_organ_that_nobody_sits_in_is_empty() -> None:
    assert KOMMUN.ledamoter("bn", None) == KOMMUN.valda("bn", None) == ()
