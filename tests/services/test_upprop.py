"""The upprop: everybody with one key, then the exceptions, and who then serves where."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.services.session import Session
from protokoll_tui.services.uppropsrad import at_upprop, finished, in_item, is_upprop
from tests.services.hand import at, say

LEDAMOTER = ("kå", "ab", "cd", "ef", "gh", "mö", "hä", "ml", "ol", "cg", "aw", "ts", "pk")


def called(session: Session, *answers: str) -> None:
    """Give answers to the upprop; each must be taken."""
    for answer in answers:
        told = at_upprop(session, answer)
        assert told.tagen, told.text


def seats(session: Session) -> dict[str, str]:
    """Who serves on each seat after the upprop."""
    return dict(session.gang.upprop.platser)


def test_nobody_has_answered_before_the_upprop(session: Session) -> None:
    held = session.attendance_list()
    assert held.sammanfattning == "uppropet är inte gjort"
    assert not any(row.har for row in (*held.ledamoter, *held.ersattare))
    assert [row.sig for row in held.ledamoter] == list(LEDAMOTER)


def test_a_blank_calls_every_ledamot_and_another_one_every_ersattare(session: Session) -> None:
    called(session, " ")
    assert session.state.tjanstgor == tuple(Tjanst(vem=sig) for sig in LEDAMOTER)
    assert session.state.ej_tjanstgor == ()
    called(session, " ")
    assert len(session.state.ej_tjanstgor) == 10
    assert session.serving("") == "13 av 13 tjänstgör · beslutsför"


def test_those_who_are_away_are_replaced_by_those_in_turn(session: Session) -> None:
    called(session, " ", " ", "aw", "pk")
    assert seats(session)["aw"] == "ft"
    # Nobody is elected for a partilös: the first ersättare is in turn.
    assert seats(session)["pk"] == "jn"
    rows = {row.sig: row for row in session.attendance_list().ledamoter}
    assert rows["aw"].lage == "borta, ersätts av Fatima Tahir (S)"
    assert not rows["aw"].har and not rows["aw"].tjanstgor


def test_an_answer_given_twice_is_taken_back(session: Session) -> None:
    called(session, " ", "aw")
    before = session.state
    called(session, "ft", "ft")
    assert session.state == before


def test_a_name_will_do_and_one_that_fits_two_will_not(session: Session) -> None:
    called(session, " ", "Wallin")
    assert seats(session)["aw"] == ""
    told = at_upprop(session, "Lindqvist")
    assert not told.tagen
    assert told.text == "Namnet passar flera: ml eller ol. Skriv signaturen."


def test_somebody_at_a_distance_is_there(session: Session) -> None:
    called(session, " ", "*ts")
    assert session.state.distans == ("ts",)
    assert session.gang.upprop.distans == {"ts"}
    called(session, "*ts")
    assert not session.state.distans


def test_a_seat_given_by_hand_stands_with_its_reason(session: Session) -> None:
    called(session, " ", "aw", "ft", "rh", "rh>aw : Fatima Tahir är ny")
    assert seats(session)["aw"] == "rh"
    assert Tjanst(vem="rh", ersatter="aw", skal="Fatima Tahir är ny") in session.state.tjanstgor
    assert "ft" in session.state.ej_tjanstgor
    assert [f for f in session.fynd if f.regel == "R34"] == []


def test_a_seat_given_by_hand_without_a_reason_is_told_of(session: Session) -> None:
    called(session, " ", "aw", "ft", "rh", "rh>aw")
    (found,) = [f for f in session.fynd if f.regel == "R34"]
    assert found.text == (
        "Fatima Tahir (S) står före Roger Hallström (S) i tur till Ann-Sofie Wallins (S) plats. "
        "Skriv skälet efter kolon."
    )


def test_a_seat_can_be_left_empty_by_hand(session: Session) -> None:
    called(session, " ", " ", "aw", "ingen>aw")
    assert seats(session)["aw"] == ""
    assert session.serving("") == "12 av 13 tjänstgör · beslutsför"


def test_that_sight_and_sound_were_tried_is_noted_and_can_be_taken_back(session: Session) -> None:
    called(session, " ", "*ts", "*")
    assert session.state.distans_provad is not False
    called(session, "*")
    assert not session.state.distans_provad


@pytest.mark.parametrize("line", ["zz", "zz>aw", "rh>zz", "sg", ">", "rh>"])
def test_what_fits_nobody_is_said_and_changes_nothing(session: Session, line: str) -> None:
    called(session, " ")
    before = session.state
    told = at_upprop(session, line)
    assert not told.tagen and told.text
    assert session.state == before


def test_a_signature_is_an_answer_as_soon_as_it_can_be_no_other(session: Session) -> None:
    called(session, " ")
    assert not at_upprop(session, "a", whole=False).tagen
    assert at_upprop(session, "aw", whole=False).tagen
    assert seats(session)["aw"] == ""


def test_each_answer_is_durable_and_can_be_taken_back(session: Session) -> None:
    called(session, " ", "aw")
    again = Session.open(session.store.path, session.clock, read_only=True)
    assert again.gang.upprop.tjanstgor == session.gang.upprop.tjanstgor
    session.undo()
    assert seats(session)["aw"] == "aw"


def test_when_the_upprop_is_done_its_paragraph_is_settled(session: Session) -> None:
    here = at(session, 112).id
    assert is_upprop(session, here)
    assert not finished(session, here).tagen
    called(session, " ", "aw")
    told = finished(session, here)
    assert (told.tagen, told.text) == (True, "12 av 13 tjänstgör · beslutsför")
    assert is_done(at(session, 112)) and not is_upprop(session, here)


def test_no_quorum_at_the_upprop_is_said(session: Session) -> None:
    called(session, "kå", "ab", "cd", "ef", "gh", "mö")
    assert session.serving("") == "6 av 13 tjänstgör · INTE BESLUTSFÖR"


def test_the_line_ru_holds_the_upprop_too(session: Session) -> None:
    say(session, 112, "ru -aw pk +jn rh")
    assert session.state.tjanstgor[10] == Tjanst(vem="rh", ersatter="aw")
    assert seats(session)["pk"] == "jn"
    assert is_done(at(session, 112))


def test_ru_after_the_screen_keeps_what_was_answered(session: Session) -> None:
    called(session, " ", "aw")
    before = session.state.tjanstgor
    say(session, 112, "ru")
    assert session.state.tjanstgor == before


def test_ru_with_an_unknown_name_is_kept_as_a_note(session: Session) -> None:
    say(session, 112, "ru -zäta")
    assert not session.gang.registrerat
    assert [note.text for note in at(session, 112).notering] == ["ru -zäta"]


@pytest.mark.parametrize(
    ("line", "movement"),
    [
        ("aw", "kl aw"),
        ("aw 13.40", "kl aw 13.40"),
        ("aw>ft", "kl aw >ft"),
        ("*aw", "kl aw distans"),
        ("Anna Berg", "kl Anna Berg"),
        ("jä ab", "jä ab"),
        ("or cd", "or cd"),
    ],
)
def test_in_an_item_a_name_is_a_movement(session: Session, line: str, movement: str) -> None:
    from protokoll_tui.services.uppropsrad import as_movement

    assert as_movement(line) == movement


def test_a_movement_is_shown_before_it_is_recorded(session: Session) -> None:
    say(session, 112, "ru -aw +ft")
    here = at(session, 118).id
    shown = in_item(session, "aw 13.40", here, sure=False)
    assert not shown.tagen and at(session, 118).rorelse == ()
    assert in_item(session, "aw 13.40", here, sure=True).tagen
    (moved,) = at(session, 118).rorelse
    assert (moved.vem, moved.tjanst) == ("aw", (Tjanst(vem="aw"),))
    assert "ft" not in session.gang.at(here).beslut.tjanstgor


def test_a_movement_of_nobody_known_is_not_recorded(session: Session) -> None:
    say(session, 112, "ru")
    here = at(session, 118).id
    told = in_item(session, "Zäta", here, sure=True)
    assert not told.tagen and "finns inte i registret" in told.text
    assert at(session, 118).notering == ()
