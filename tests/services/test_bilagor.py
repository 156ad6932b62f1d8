"""A reservation or note that is in a bilaga, and the forms that a hurried hand writes."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.anteckning import Medgivande
from protokoll_tui.domain.reservation import ReservationForm
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say, sentence

DECIDED = ("av ab", "pr f1", "be")


@pytest.fixture
def beslutat(session: Session) -> Session:
    """§ 118 decided."""
    say(session, 118, *DECIDED)
    return session


@pytest.mark.parametrize(
    "line", ["rs cd : bilaga 7", "rs cd : Bilaga 7.", "rs cd : se bilaga 7", "rs cd bilaga 7"]
)
def test_a_text_that_is_only_a_bilaga_is_where_the_reservation_is(
    beslutat: Session, line: str
) -> None:
    assert sentence(beslutat, 118, line) == (
        "Cia Dahl (S) reserverar sig mot beslutet. Reservationen finns i bilaga 7."
    )
    say(beslutat, 118, line)
    (r,) = at(beslutat, 118).reservation
    assert (r.form, r.handling, r.text) == (ReservationForm.BILAGA, "bilaga 7", "")
    back = beslutat.last_line(at(beslutat, 118).id)
    assert back == "rä r1 rs cd : bilaga 7"
    say(beslutat, 118, back)
    assert at(beslutat, 118).reservation == (r,)


def test_a_written_reservation_in_a_bilaga_is_written(beslutat: Session) -> None:
    say(beslutat, 118, "rs cd skriftligt : bilaga 7")
    (r,) = at(beslutat, 118).reservation
    assert (r.form, r.handling) == (ReservationForm.SKRIFTLIG, "bilaga 7")
    assert beslutat.last_line(at(beslutat, 118).id) == "rä r1 rs cd skriftlig : bilaga 7"


def test_a_bilaga_is_corrected_to_another_and_to_words(beslutat: Session) -> None:
    say(beslutat, 118, "rs cd : bilaga 7", "rä r1 rs cd : bilaga 8")
    assert at(beslutat, 118).reservation[0].handling == "bilaga 8"
    say(beslutat, 118, "rä r1 rs cd : Det blir för dyrt.")
    (r,) = at(beslutat, 118).reservation
    assert (r.handling, r.text) == ("", "Det blir för dyrt.")


@pytest.mark.parametrize("verb", ["an", "sy"])
def test_a_note_that_is_only_a_bilaga_is_in_it(beslutat: Session, verb: str) -> None:
    last = say(beslutat, 118, f"{verb} hä : bilaga 3")
    assert last.mening.replace("\u00a0", " ").endswith("(bilaga 3).")
    assert beslutat.last_line(at(beslutat, 118).id) in {
        "rä a1 an hä : bilaga 3",
        "rä t1 sy hä : bilaga 3",
    }


def test_a_bilaga_among_other_words_is_part_of_them(beslutat: Session) -> None:
    say(beslutat, 118, "rs cd : Kostnaden i bilaga 7 är för låg.")
    (r,) = at(beslutat, 118).reservation
    assert (r.handling, r.text) == ("", "Kostnaden i bilaga 7 är för låg.")


@pytest.mark.parametrize("word", ["skriftlig", "skriftligt", "skriftligen", "Skriftligt"])
def test_a_written_reservation_is_said_in_any_form(beslutat: Session, word: str) -> None:
    assert marks(say(beslutat, 118, f"rs cd p1 {word}")) == ()
    (r,) = at(beslutat, 118).reservation
    assert r.form is ReservationForm.SKRIFTLIG
    assert [a.person for a in r.av] == ["cd"]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *((w, Medgivande.NEKAD) for w in ("nekad", "nekas", "nekat", "avslås", "vägras")),
        *((w, Medgivande.BEGARD) for w in ("begärd", "begär")),
        *((w, Medgivande.MEDGIVEN) for w in ("medges", "medgiven", "")),
    ],
)
def test_whether_a_note_was_granted_is_said_in_any_form(
    beslutat: Session, word: str, status: Medgivande
) -> None:
    assert marks(say(beslutat, 118, f"an hä {word} : text")) == ()
    (a,) = at(beslutat, 118).anteckning
    assert (a.status, [x.person for x in a.av]) == (status, ["hä"])
