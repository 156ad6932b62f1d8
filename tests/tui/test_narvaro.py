"""The attendance screen with real keys, fast: the upprop, and who comes and goes later."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from protokoll_tui.procedure.steg import is_done
from protokoll_tui.services.session import Session
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.screens.narvaro import AttendanceScreen, Personlista
from tests.services.hand import at, say
from tests.tui.hand import Hand, app_for, screen

SIZE = (110, 32)


async def burst(pilot: Pilot[Any], keys: str) -> None:
    """All keys at once, none waiting for what the one before did; ``⏎`` = Enter."""
    names = {"⏎": "enter", " ": "space", "*": "asterisk", ">": "greater_than_sign", ":": "colon"}
    await pilot.press(*(names.get(key, key) for key in keys))
    await pilot.pause()


async def opened(pilot: Pilot[Any]) -> AttendanceScreen:
    await pilot.press("f3")
    await pilot.pause()
    shown = pilot.app.screen
    assert isinstance(shown, AttendanceScreen)
    return shown


def said(pilot: Pilot[Any], name: str) -> str:
    return str(pilot.app.screen.query_one(f"#{name}", Static).render())


async def test_thirteen_are_called_with_two_away_and_the_paragraph_is_settled(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, " awpk")
        assert "11 av 13 tjänstgör · beslutsför" in said(pilot, "rubriken")
        await burst(pilot, "⏎⏎")
        assert isinstance(pilot.app.screen, MeetingScreen)
    assert is_done(at(session, 112))
    assert {t.vem for t in session.state.tjanstgor}.isdisjoint({"aw", "pk"})


async def test_names_called_in_one_breath_are_all_taken(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, " awftrhrh>aw : ft är ny⏎*ts⏎")
    served = {t.ersatter or t.vem: t.vem for t in session.state.tjanstgor}
    assert served["aw"] == "rh"
    assert session.state.distans == ("ts",)
    assert session.state.ej_tjanstgor == ("ft",)


async def test_enter_after_each_signature_does_not_end_the_upprop(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, " aw⏎pk⏎*ts⏎")
        assert said(pilot, "svaret").startswith("Noterat.")
        assert isinstance(pilot.app.screen, AttendanceScreen)
        await burst(pilot, "⏎")
        assert isinstance(pilot.app.screen, MeetingScreen)
    assert is_done(at(session, 112))
    assert session.state.distans == ("ts",)


async def test_escape_empties_the_line_first_and_loses_no_answer(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, " zä")
        await pilot.press("escape")
        assert pilot.app.screen.query_one(Input).value == ""
        assert isinstance(pilot.app.screen, AttendanceScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MeetingScreen)
    assert len(session.state.tjanstgor) == 13


async def test_enter_before_anybody_has_answered_says_what_to_do(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, "⏎")
        assert said(pilot, "svaret") == "Ingen är uppropad än. Mellanslag: alla ledamöter är här."
        assert isinstance(pilot.app.screen, AttendanceScreen)


async def test_an_answer_is_taken_back_with_ctrl_z(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, " aw")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "13 av 13 tjänstgör" in said(pilot, "rubriken")


async def test_a_click_is_as_the_signature_typed(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        shown = await opened(pilot)
        await burst(pilot, " ")
        listed = shown.query_one("#ledamoter", Personlista)
        await pilot.click(listed, offset=(4, 1))
        await pilot.pause()
        assert "12 av 13 tjänstgör" in said(pilot, "rubriken")
        assert shown.query_one(Input).has_focus
    assert "ab" not in {t.vem for t in session.state.tjanstgor}


async def test_in_an_item_a_movement_is_shown_first_and_saved_by_another_enter(
    session: Session,
) -> None:
    say(session, 112, "ru -aw +ft")
    async with app_for(session).run_test(size=SIZE) as pilot:
        going = Hand(pilot)
        await going.type("118>")
        await going.enter()
        await opened(pilot)
        await burst(pilot, "aw⏎")
        assert at(session, 118).rorelse == ()
        await burst(pilot, "⏎")
        assert [r.vem for r in at(session, 118).rorelse] == ["aw"]
        await burst(pilot, "⏎")
        assert screen(pilot).here == at(session, 118).id


async def test_a_line_that_is_changed_after_it_was_shown_is_shown_again(session: Session) -> None:
    say(session, 112, "ru -aw +ft")
    async with app_for(session).run_test(size=SIZE) as pilot:
        going = Hand(pilot)
        await going.type("118>")
        await going.enter()
        await opened(pilot)
        await burst(pilot, "ab⏎")
        await pilot.press("backspace", "backspace")
        await burst(pilot, "cd⏎")
        assert at(session, 118).rorelse == ()
        await burst(pilot, "⏎")
    assert [r.vem for r in at(session, 118).rorelse] == ["cd"]


async def test_a_name_alone_on_the_quick_line_offers_the_movement_that_is_due(
    session: Session,
) -> None:
    say(session, 112, "ru -aw")
    async with app_for(session).run_test(size=SIZE) as pilot:
        hand = Hand(pilot)
        await hand.type("aw")
        await hand.enter()
        assert screen(pilot).line.value == "kl aw"
        await hand.enter()
    assert [r.vem for r in at(session, 112).rorelse] == ["aw"]
    assert hand.keys <= 5


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (64, 20)])
async def test_the_screen_survives_small_terminals(session: Session, size: tuple[int, int]) -> None:
    async with app_for(session).run_test(size=size) as pilot:
        await opened(pilot)
        await burst(pilot, " aw⏎⏎")
    assert is_done(at(session, 112))
