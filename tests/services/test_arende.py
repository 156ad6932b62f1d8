"""Writing the agenda: sheets, order, numbers, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.handelse import Rattat, apply_all
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.services.arende import (
    Blad,
    move_item,
    new_item,
    remove_item,
    renumber,
    save_sheet,
    sheet_of,
)
from protokoll_tui.services.session import Session
from tests.services.hand import at, say

SIGNATURES = ("ab", "cd")


def saved(p: Paragraf, blad: Blad) -> Paragraf:
    """The § after its sheet was saved."""
    events = save_sheet(p, blad, SIGNATURES)
    after = apply_all(Sammantrade(id="m-222222", paragraf=(p,)), events)
    return after.paragraf[0]


# The sheet


def test_a_sheet_that_is_not_changed_changes_nothing(session: Session) -> None:
    for p in session.state.paragraf:
        assert save_sheet(p, sheet_of(p), SIGNATURES) == ()


def test_a_sheet_can_be_written_and_read_back() -> None:
    blad = Blad(
        slag="information",
        dnr="KS 2031/0300",
        rubrik="Skadan på bron",
        foredragande="Lotta Hagman, ekonomichef\nNils Vik, ingenjör",
        fran="arbetsutskottet",
        forslag="1. Bron stängs.\n2. Frågan tas upp i september.",
        arende="Bron är skadad.\n\nDen byggdes 1931.",
        handling="Tjänsteskrivelse\nRitning",
        tidigare="# Beslut i nämnden\nNämnden avstyrkte.\n\n# Samråd\nInga yttranden.",
        expediering="Fastighetsenheten\nEkonomienheten",
    )
    p = saved(Paragraf(id="p-222222", nr=1), blad)
    assert sheet_of(p) == blad
    assert save_sheet(p, sheet_of(p), SIGNATURES) == ()
    assert p.slag is ParagrafSlag.INFORMATION
    assert [t.rubrik for t in p.tidigare] == ["Beslut i nämnden", "Samråd"]
    assert p.forslag[0].fran == Aktor(ord="arbetsutskottet")


def test_rows_that_stay_keep_their_records(session: Session) -> None:
    old = at(session, 118)
    rows = sheet_of(old).handling.split("\n")
    blad = replace(sheet_of(old), handling="\n".join([rows[2], "Ny skrivelse", rows[0]]))
    new = saved(old, blad)
    assert [h.id for h in new.handling][::2] == [old.handling[2].id, old.handling[0].id]
    assert new.handling[0].datum == old.handling[2].datum
    assert new.handling[1].id not in {h.id for h in old.handling}


def test_a_new_text_for_the_forslag_keeps_its_id_and_its_paper(session: Session) -> None:
    old = at(session, 118)
    new = saved(old, replace(sheet_of(old), forslag="Kommunen avstår.", fran="ab"))
    (forslag,) = new.forslag
    assert (forslag.id, forslag.handling) == (old.forslag[0].id, old.forslag[0].handling)
    assert (forslag.text, forslag.fran) == ("Kommunen avstår.", Aktor(person="ab"))


def test_an_emptied_forslag_is_taken_away_and_others_stay(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.")
    p = at(session, 118)
    new = saved(p, replace(sheet_of(p), forslag="", fran=""))
    assert [f.text for f in new.forslag] == ["Kommunen avstår."]


def test_in_an_election_a_source_alone_is_no_forslag(session: Session) -> None:
    val = Blad(slag="val", rubrik="Val av ordförande", fran="valberedningen")
    assert saved(Paragraf(id="p-222222"), val).forslag == ()
    (f,) = saved(Paragraf(id="p-222222"), replace(val, forslag="Ada Ek väljs.")).forslag
    assert f.fran == Aktor(ord="valberedningen")
    say(session, 123, "va ab till ordförande i sn")
    p = at(session, 123)
    assert saved(p, replace(sheet_of(p), slag="val", fran="valberedningen")).forslag == p.forslag


def test_in_any_other_item_a_source_alone_is_a_forslag() -> None:
    (f,) = saved(Paragraf(id="p-222222"), Blad(rubrik="Budget", fran="arbetsutskottet")).forslag
    assert f.fran == Aktor(ord="arbetsutskottet")


def test_what_is_pasted_into_a_sheet_is_made_clean() -> None:
    p = saved(
        Paragraf(id="p-222222"),
        Blad(rubrik="Bro\x1b[31m\tn\u202e", arende="ett\r\ntvå\x00", expediering="\n  a  \n\nb"),
    )
    assert p.rubrik == "Bro n"
    assert p.arende == "ett\ntvå"
    assert p.expediering == ("a", "b")


def test_what_was_said_in_the_paragraph_survives_a_new_heading(session: Session) -> None:
    say(session, 118, "av ab +cd", "pr y1", "be")
    p = at(session, 118)
    (event,) = save_sheet(p, replace(sheet_of(p), rubrik="Arkivet"), SIGNATURES)
    assert isinstance(event, Rattat)
    assert event.post == replace(p, rubrik="Arkivet")


# New items, order and numbers


def numbers(session: Session) -> list[tuple[int | None, str]]:
    return [(p.nr, p.rubrik) for p in session.state.paragraf]


def test_a_new_item_comes_after_another_with_the_next_number(session: Session) -> None:
    after = at(session, 118).id
    laid = new_item(session.state, after)
    session.record_events("nytt ärende", [laid])
    order = [p.id for p in session.state.paragraf]
    assert order.index(laid.post.id) == order.index(after) + 1
    assert isinstance(laid.post, Paragraf) and laid.post.nr == 126


def test_the_first_item_of_an_empty_agenda_is_number_one() -> None:
    laid = new_item(Sammantrade(id="m-222222"), "")
    assert isinstance(laid.post, Paragraf) and laid.post.nr == 1


@pytest.mark.parametrize(("nr", "step"), [(112, -1), (125, 1)])
def test_nothing_moves_past_the_ends_of_the_agenda(session: Session, nr: int, step: int) -> None:
    assert move_item(session.state, at(session, nr).id, step) == ()


def test_an_item_moves_one_step_and_the_numbers_run_on(session: Session) -> None:
    moved, heading = at(session, 118).id, at(session, 118).rubrik
    session.record_events("flyttat", move_item(session.state, moved, -1))
    assert at(session, 117).rubrik == heading
    assert [p.nr for p in session.state.paragraf] == list(range(112, 126))
    session.record_events("flyttat", move_item(session.state, moved, 1))
    assert at(session, 118).rubrik == heading


def test_the_last_item_can_go_up_and_the_last_but_one_down(session: Session) -> None:
    last = session.state.paragraf[-1].id
    session.record_events("flyttat", move_item(session.state, last, -1))
    assert session.state.paragraf[-2].id == last
    session.record_events("flyttat", move_item(session.state, last, 1))
    assert session.state.paragraf[-1].id == last


def test_a_move_is_one_entry_and_undone_at_once(session: Session) -> None:
    before = session.state
    session.record_events("flyttat", move_item(session.state, at(session, 118).id, 1))
    assert session.undo().taken
    assert session.state == before


def test_the_whole_agenda_is_numbered_from_a_number(session: Session) -> None:
    session.record_events("numrerat", renumber(session.state, 40))
    assert [p.nr for p in session.state.paragraf] == list(range(40, 54))


def test_nothing_is_renumbered_once_a_number_may_have_been_said(session: Session) -> None:
    say(session, 112, "ru")
    assert renumber(session.state) == ()
    assert renumber(session.state, 40) == ()
    moved = move_item(session.state, at(session, 118).id, 1)
    before = {p.id: p.nr for p in session.state.paragraf}
    session.record_events("flyttat", moved)
    assert {p.id: p.nr for p in session.state.paragraf} == before


def test_an_item_that_nothing_was_said_about_can_be_taken_away(session: Session) -> None:
    p = at(session, 118)
    session.record_events("struket", remove_item(p))
    assert p.id not in {q.id for q in session.state.paragraf}
    session.undo()
    assert at(session, 118) == p


@pytest.mark.parametrize(
    "line",
    [
        *("av ab", "be : klart", "up", "be ingen", "an ab : text", "rs ab"),
        *("no : en notering", "di ab", "sy ab : text", "aj 14.05-14.20", "or ab", "öv"),
        "pr ordning",
    ],
)
def test_an_item_that_something_is_recorded_about_is_never_taken_away(
    session: Session, line: str
) -> None:
    say(session, 118, line)
    assert remove_item(at(session, 118)) == ()
