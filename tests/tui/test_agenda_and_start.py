"""Before the meeting: choosing or creating it, and writing its items."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Footer, Input, Select, Static
from textual.widgets._footer import FooterKey

from protokoll_tui.domain.anteckning import Notering
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.arende import ArendeScreen
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.screens.start import StartScreen
from protokoll_tui.tui.widgets.agenda import row_text
from tests.services.hand import at
from tests.tui.hand import app_for, screen, settle

SIZE = (80, 24)
NOON = datetime(2031, 3, 1, 12, 0)


def told(pilot: Pilot[None]) -> str:
    return " ".join(str(note.message) for note in pilot.app._notifications)


def words(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).content)


# The list of meetings


async def test_enter_opens_the_newest_meeting_at_once(meeting_file: Path) -> None:
    app = ProtokollApp(None, meeting_file.parent)
    async with app.run_test(size=SIZE) as pilot:
        assert isinstance(app.screen, StartScreen)
        assert words(pilot, "#tips") == texter.START_HINT
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)


async def test_an_empty_folder_says_what_its_form_wants(tmp_path: Path) -> None:
    app = ProtokollApp(None, tmp_path, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        assert words(pilot, "#tips") == texter.START_FORM_HINT_EMPTY
        assert pilot.app.focused is app.screen.query_one("#organ")


async def test_a_day_without_a_year_is_read_aloud(tmp_path: Path) -> None:
    app = ProtokollApp(None, tmp_path, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", *"17/6")
        await pilot.pause()
        assert "tisdag 17\u00a0juni 2031" in words(pilot, "#dagen")


@pytest.mark.parametrize(
    ("day", "first", "said"),
    [
        ("17/6", "0", texter.START_BAD_NUMBER),
        ("17/6", "10000", texter.START_BAD_NUMBER),
        ("17/6", "²", texter.START_BAD_NUMBER),
        ("31 september", "1", texter.START_NO_SUCH_DAY),
        ("i morgon", "1", texter.START_BAD_DATE),
    ],
)
async def test_what_no_meeting_can_begin_with_is_said_and_nothing_is_made(
    meeting_file: Path, day: str, first: str, said: str
) -> None:
    before = sorted(meeting_file.parent.iterdir())
    app = ProtokollApp(None, meeting_file.parent, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        for field, value in (("organ", "ks"), ("datum", day), ("forsta", first)):
            app.screen.query_one(f"#{field}", Input).value = value
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        assert told(pilot) == said
    assert sorted(meeting_file.parent.iterdir()) == before


async def test_a_folder_without_a_municipality_says_so_before_anything_is_made(
    tmp_path: Path, meeting_file: Path
) -> None:
    async with ProtokollApp(None, tmp_path / "tom").run_test(size=SIZE) as pilot:
        assert "ingen kommun.toml" in words(pilot, "#kommun")
        button = pilot.app.screen.query_one("#skapa").region
        assert button.bottom <= SIZE[1]
    async with ProtokollApp(None, meeting_file.parent).run_test(size=SIZE) as pilot:
        assert not pilot.app.screen.query("#kommun")


async def test_a_meeting_of_an_organ_without_members_says_so(meeting_file: Path) -> None:
    folder = meeting_file.parent
    roster = folder / "kommun.toml"
    more = '\n[[organ]]\nid = "sn"\nnamn = "socialnämnden"\n'
    roster.write_text(roster.read_text(encoding="utf-8") + more, encoding="utf-8")
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"sn", "tab", *"17/6", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)
        assert "socialnämnden inga ledamöter" in told(pilot)


# The item


async def test_a_key_pressed_by_mistake_adds_to_a_heading_and_is_told(session: Session) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        before = at(session, 112).rubrik
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("x", "escape")
        await settle(pilot)
        assert at(session, 112).rubrik == before + "x"
        assert "Ändrat i § 112" in told(pilot) and "rubrik" in told(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert at(session, 112).rubrik == before


async def test_an_item_that_was_only_looked_at_tells_of_no_change(session: Session) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        before = session.state
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
        assert session.state == before
        assert "Ändrat" not in told(pilot)


async def test_every_way_out_of_the_item_can_be_seen_at_eighty_columns(session: Session) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, ArendeScreen)
        for button in app.screen.query(Button):
            assert button.region.right <= SIZE[0] and button.region.bottom <= SIZE[1]


async def test_a_new_item_before_the_meeting_follows_the_one_shown_and_is_numbered(
    session: Session,
) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"117>", "enter")
        await settle(pilot)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.click("#nytt")
        await pilot.pause()
        app.screen.query_one("#rubrik", Input).value = "Ny skola"
        await pilot.press("escape")
        await settle(pilot)
    assert at(session, 118).rubrik == "Ny skola"
    assert [p.nr for p in session.state.paragraf] == list(range(112, 127))


async def test_items_are_added_one_after_another_without_the_mouse(session: Session) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"117>", "enter")
        await settle(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert "ctrl+n" in {shown.binding.key for shown in app.screen.active_bindings.values()}
        foot = app.screen.query_one(Footer)
        assert any(key.description == "Nytt ärende" for key in foot.query(FooterKey))
        for rubrik in ("ett", "två"):
            await pilot.press("ctrl+n", *rubrik)
        await pilot.press("escape")
        await settle(pilot)
    assert [at(session, nr).rubrik for nr in (118, 119)] == ["ett", "två"]


async def test_a_new_item_during_the_meeting_comes_last(session: Session) -> None:
    app = app_for(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"ru", "enter")
        await settle(pilot)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.click("#nytt")
        await pilot.pause()
        app.screen.query_one("#rubrik", Input).value = "Ny skola"
        await pilot.press("escape")
        await settle(pilot)
        assert screen(pilot).here == at(session, 126).id
    assert at(session, 126).rubrik == "Ny skola"
    assert [p.nr for p in session.state.paragraf] == list(range(112, 127))


async def test_a_sheet_is_saved_when_the_program_ends(session: Session, meeting_file: Path) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press(*"XY", "ctrl+q")
    assert at(Session.open(meeting_file, read_only=True), 112).rubrik.endswith("XY")


def put_aside(session: Session) -> list[str]:
    return [line.text for line in session.undanlagda.rader]


async def test_a_sheet_that_was_being_written_is_there_after_a_crash(session: Session) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press(*"XY")
        await pilot.pause(1.0)
        # As if the program were killed here: the window's own file is all there is.
        session.undanlagda.leave()
        left = Session.open(session.store.path, session.clock, read_only=True)
        left.undanlagda.restore()
        assert put_aside(left) == ["no : Rubrik i § 112 Upprop: UppropXY"]
        await pilot.press("escape")
        await pilot.pause()
    assert put_aside(session) == []


async def test_a_reader_who_writes_in_a_sheet_gets_out_and_keeps_the_words(
    session: Session,
) -> None:
    reader = Session.open(session.store.path, session.clock)
    async with app_for(reader).run_test(size=(100, 30)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert "ENBART LÄSNING" in words(pilot, "#rubriken")
        await pilot.press(*"XY", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MeetingScreen)
    assert put_aside(reader) == ["no : Rubrik i § 112 Upprop: UppropXY"]


async def test_escape_closes_an_open_list_and_not_the_sheet(session: Session) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        pilot.app.screen.query_one("#slag", Select).focus()
        await pilot.press("enter")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ArendeScreen)
        assert not pilot.app.screen.query_one("#slag", Select).expanded


async def test_an_item_is_moved_with_a_key_and_one_that_is_removed_leaves_its_neighbour(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        screen(pilot).here = at(session, 120).id
        moved = at(session, 120)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("ctrl+down", "ctrl+down")
        assert [p.nr for p in session.state.paragraf if p.id == moved.id] == [122]
        after = at(session, 123).id
        await pilot.click("#stryk")
        await pilot.pause()
        assert "§ 122" in words(pilot, "#rubriken")
        assert session.paragraf(after).nr == 122


async def test_an_item_that_is_done_stays_where_it_is(session: Session) -> None:
    session.record("be f1", at(session, 118).id)
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        screen(pilot).here = at(session, 117).id
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("ctrl+down")
        assert texter.ARENDE_FIXED in told(pilot)
    assert at(session, 117).id
    assert [p.nr for p in session.state.paragraf] == sorted(
        p.nr or 0 for p in session.state.paragraf
    )


# The agenda

UNREAD = (Notering(id="n-1", text="xyz", otolkad=True),)
MOVED = (Yrkande(id="y-1"),)


@pytest.mark.parametrize(
    ("p", "sign"),
    [
        (Paragraf(id="p-1"), " "),
        (Paragraf(id="p-1", yrkande=MOVED), "●"),
        (Paragraf(id="p-1", notering=(Notering(id="n-1", text="xyz"),)), " "),
        (Paragraf(id="p-1", notering=UNREAD), "!"),
        (Paragraf(id="p-1", notering=UNREAD, yrkande=MOVED), "!"),
        (Paragraf(id="p-1", notering=UNREAD, klubbslag=True), "!"),
        (Paragraf(id="p-1", notering=UNREAD, utgar=True), "!"),
        (Paragraf(id="p-1", utgar=True, yrkande=MOVED), "–"),
        (Paragraf(id="p-1", klubbslag=True), "✓"),
        (Paragraf(id="p-1", klubbslag=True, yrkande=MOVED), "!"),
        (Paragraf(id="p-1", klubbslag=True, yrkande=MOVED, slag=ParagrafSlag.ANMALAN), "✓"),
    ],
)
def test_a_row_says_how_far_its_item_has_come_and_what_is_left_to_sort_out(
    p: Paragraf, sign: str
) -> None:
    assert row_text(p, here=False)[1] == sign


def test_an_error_that_the_checks_found_shows_when_the_item_is_done(session: Session) -> None:
    begun, done = Paragraf(id="p-1", yrkande=MOVED), Paragraf(id="p-1", klubbslag=True)
    assert [row_text(p, here=False, fel=True)[1] for p in (begun, done)] == ["●", "!"]
    for line in ("bi hä", "av ab", "pr f1", "om ab", "om 7-6", "be"):
        session.record(line, next(p.id for p in session.state.paragraf if p.nr == 118))
    # Numbers alone, without a bilaga: how each voted has to be told (R8).
    assert {p.nr for p in session.state.paragraf if p.id in session.with_errors} == {118}
