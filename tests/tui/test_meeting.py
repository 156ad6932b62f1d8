"""The meeting screen, played with keys: what is typed is what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Select, Static, TextArea

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.services.session import Session
from protokoll_tui.storage.meeting_file import load
from protokoll_tui.tui import texter
from protokoll_tui.tui.screens.editor import TextEditor
from protokoll_tui.tui.screens.form import VerbForm
from protokoll_tui.tui.screens.help import HelpScreen
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.screens.utdrag import ExtractScreen
from protokoll_tui.tui.widgets.quickline import QuickLine
from tests.services.hand import say
from tests.tui.hand import Hand, app_for, screen, settle


def on_disk(path: Path, nr: int) -> Paragraf:
    """The § as the file holds it."""
    return next(p for p in load(path).state.paragraf if p.nr == nr)


async def test_an_entry_is_in_the_file_when_the_screen_shows_it(
    session: Session, meeting_file: Path
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("av ab +cd ef")
        await hand.enter()
        shown = screen(pilot)
        assert "sparat 15.38.20" in str(shown.status.content)
        yrkande = on_disk(meeting_file, 118).yrkande[0]
        assert [i.vem.person for i in yrkande.instammer] == ["cd", "ef"]
        assert shown.line.value == ""


async def test_the_formal_sentence_stands_under_the_line_before_enter(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("av ab +cd")
        assert "Anna Berg (M) yrkar avslag på arbetsutskottets förslag" in await sentence(pilot)


async def test_the_guide_names_the_next_thing_and_enter_takes_it(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await pilot.pause()
        assert screen(pilot).guide is not None
        await hand.enter()
        assert screen(pilot).line.value == "ru"
        await hand.enter()
        await hand.enter()
        assert screen(pilot).here == session.state.paragraf[1].id
        assert session.state.paragraf[0].klubbslag


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24)])
async def test_a_line_that_was_filled_in_says_that_enter_again_saves_it(
    session: Session, size: tuple[int, int]
) -> None:
    async with app_for(session).run_test(size=size) as pilot:
        hand = Hand(pilot)
        await pilot.pause()
        assert texter.SUGGESTED not in await sentence(pilot)
        await hand.enter()
        assert texter.SUGGESTED in await sentence(pilot)
        screen(pilot).show_all()
        assert texter.SUGGESTED in await sentence(pilot)
        await hand.type("no : eget")
        assert texter.SUGGESTED not in await sentence(pilot)


async def test_what_the_chair_found_is_chosen_and_never_suggested(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        for line in ("118>", "av ab", "bi hä"):
            await hand.type(line)
            await hand.enter()
        await hand.enter()
        assert screen(pilot).line.value == ""
        await hand.press("down")
        await hand.enter()
        assert screen(pilot).line.value == "pr y1"
        await hand.enter()
        found = session.paragraf(screen(pilot).here).fraga[0].funnet
        assert found is not None
        assert found.verkan.value == "avslag"


async def test_ctrl_z_undoes_text_while_there_is_text_and_else_the_last_entry(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("av ab")
        await hand.enter()
        await hand.type("bi")
        await hand.press("ctrl+z")
        assert len(session.paragraf(screen(pilot).here).yrkande) == 1
        screen(pilot).line.clear_line()
        await hand.press("ctrl+z")
        await settle(pilot)
        assert not session.paragraf(screen(pilot).here).yrkande
        await hand.press("ctrl+y")
        await settle(pilot)
        assert len(session.paragraf(screen(pilot).here).yrkande) == 1


async def test_undo_goes_across_items_and_shows_where(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        for line in ("118>", "av ab", "119>"):
            await hand.type(line)
            await hand.enter()
        await hand.press("ctrl+z")
        await settle(pilot)
        assert session.paragraf(screen(pilot).here).nr == 118


async def test_a_long_paste_is_folded_in_the_line_and_kept_whole_in_the_file(
    session: Session, meeting_file: Path
) -> None:
    text = "Stycke ett med åäö.\r\n\r\n" + "Ett långt stycke. " * 1200
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("an cd : ")
        await hand.paste(text)
        assert len(screen(pilot).line.text) < 120
        await hand.enter()
        kept = on_disk(meeting_file, 118).anteckning[0].text
        assert kept.split() == text.split()
        assert kept.startswith("Stycke ett med åäö.\n\n")


async def test_an_entry_that_needs_a_text_opens_the_editor(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("an cd")
        await hand.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TextEditor)
        await hand.type("Vi vill ")
        await hand.press("ctrl+s")
        await settle(pilot)
        assert session.paragraf(screen(pilot).here).anteckning[0].text == "Vi vill"


async def test_a_line_that_cannot_be_carried_out_stays_and_is_a_note_on_the_second_enter(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("tb y9")
        await hand.enter()
        assert screen(pilot).line.value == "tb y9"
        assert "y9 finns inte" in await sentence(pilot)
        await hand.enter()
        notering = session.paragraf(screen(pilot).here).notering[0]
        assert (notering.text, notering.otolkad) == ("tb y9", True)


async def test_an_unknown_line_becomes_a_flagged_note_at_once(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("hallå där")
        await hand.enter()
        assert session.paragraf(screen(pilot).here).notering[0].text == "hallå där"


async def test_up_on_an_empty_line_recalls_the_last_entry_for_correction(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        for line in ("118>", "av ab +cd"):
            await hand.type(line)
            await hand.enter()
        await hand.press("up")
        assert screen(pilot).line.value == "rä y1 av ab +cd"
        await hand.type(" gh")
        await hand.enter()
        p = session.paragraf(screen(pilot).here)
        assert len(p.yrkande) == 1
        assert [i.vem.person for i in p.yrkande[0].instammer] == ["cd", "gh"]


async def test_tab_takes_the_top_candidate(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("av anna")
        await pilot.pause(0.05)
        await hand.press("tab")
        assert screen(pilot).line.value == "av ab "


async def test_f2_gives_the_same_verb_as_a_form(session: Session) -> None:
    async with app_for(session).run_test(size=(100, 40)) as pilot:
        hand = Hand(pilot)
        await hand.type("av ab +cd")
        await hand.press("f2")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, VerbForm)
        assert form.query_one("#verb", Select).value == "av"
        form.query_one("#text", TextArea).text = "med hänvisning till kostnaden"
        await pilot.pause()
        await hand.press("ctrl+s")
        await settle(pilot)
        assert screen(pilot).line.value == "av ab +cd : med hänvisning till kostnaden"


@pytest.mark.parametrize(("key", "kind"), [("f1", HelpScreen), ("f5", ExtractScreen)])
async def test_help_and_extract_open_and_escape_comes_back(
    session: Session, key: str, kind: type
) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, kind)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert isinstance(pilot.app.focused, QuickLine)


async def test_the_extract_is_written_beside_the_meeting_and_not_over_another(
    session: Session, meeting_file: Path
) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("s")
        written = meeting_file.parent / "ks-2031-06-17-§112.txt"
        assert "Upprop" in written.read_text(encoding="utf-8")
        written.write_text("mitt eget", encoding="utf-8")
        await pilot.press("s")
        assert written.read_text(encoding="utf-8") == "mitt eget"
        await pilot.press("s")
        assert "Upprop" in written.read_text(encoding="utf-8")


async def test_a_secret_paragraf_is_shown_and_saved_whole_only_when_asked_for(
    session: Session, meeting_file: Path
) -> None:
    say(session, 118, "se 18:1")
    folder = meeting_file.parent
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await pilot.press("f5", "s", "v", "s", "v", "h")
        await pilot.pause()
        shown = pilot.app.screen
        assert isinstance(shown, ExtractScreen)
        assert "översättningsarkiv" not in str(shown.query_one("#dokument", Static).content)
        await pilot.press("v")
        await pilot.pause()
        assert "översättningsarkiv" in str(shown.query_one("#dokument", Static).content)
    neutral = (folder / "ks-2031-06-17-§118.txt").read_text(encoding="utf-8")
    whole = (folder / "ks-2031-06-17-§118-sekretess.txt").read_text(encoding="utf-8")
    page = (folder / "ks-2031-06-17-§118.html").read_text(encoding="utf-8")
    assert "översättningsarkiv" not in neutral + page
    assert "översättningsarkiv" in whole and "OMFATTAS AV SEKRETESS" in whole


async def test_the_key_for_what_is_secret_changes_nothing_in_an_open_paragraf(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        shown = pilot.app.screen
        assert isinstance(shown, ExtractScreen)
        before = shown.document
        await pilot.press("v")
        assert (shown.document, shown.whole) == (before, False)
        assert not shown.query("#sekretess")


async def test_a_half_typed_line_comes_back_after_a_crash(
    session: Session, meeting_file: Path
) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        hand = Hand(pilot)
        await hand.type("an cd : Vi ville")
        await pilot.pause(1.0)
    session.close()
    again = Session.open(meeting_file, session.clock)
    async with app_for(again).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert screen(pilot).line.value == "an cd : Vi ville"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (20, 5), (400, 100)])
async def test_the_screen_survives_every_size_and_the_line_can_be_typed_in(
    session: Session, size: tuple[int, int]
) -> None:
    async with app_for(session).run_test(size=size) as pilot:
        hand = Hand(pilot)
        await hand.type("118>")
        await hand.enter()
        await hand.type("av ab")
        assert screen(pilot).line.region.height >= 1
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(*size)
        await hand.enter()
        assert session.paragraf(screen(pilot).here).yrkande


async def test_the_mouse_goes_to_an_item_and_the_line_keeps_the_focus(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        await pilot.click("#dagordning", offset=(5, 6))
        await settle(pilot)
        assert session.paragraf(screen(pilot).here).nr == 118
        assert isinstance(pilot.app.focused, QuickLine)


async def test_the_next_window_only_reads_and_says_who_has_the_meeting(
    session: Session, meeting_file: Path
) -> None:
    second = Session.open(meeting_file, session.clock)
    async with app_for(second).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        await pilot.pause()
        assert "ENBART LÄSNING" in str(screen(pilot).status.content)
        await hand.type("av ab")
        await hand.enter()
        assert screen(pilot).line.value == "av ab"
        assert not session.state.paragraf[0].yrkande


async def test_a_secret_item_shows_no_heading_in_the_agenda(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        for line in ("118>", "se 18:1"):
            await hand.type(line)
            await hand.enter()
        row = screen(pilot).agenda.get_option_at_index(6).prompt
        assert "översättningsarkiv" not in str(row)
        assert "Omfattas av sekretess" in str(row)


async def test_the_palette_puts_a_verb_into_the_line_and_so_teaches_it(session: Session) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        hand = Hand(pilot)
        await hand.press("ctrl+p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CommandPalette)
        await hand.type("omedelbar")
        await pilot.pause(0.5)
        await hand.press("enter")
        await pilot.pause(0.3)
        assert screen(pilot).line.value == "oj "


async def test_ctrl_c_does_not_quit(session: Session) -> None:
    async with app_for(session).run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+c", "ctrl+c")
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, MeetingScreen)


async def sentence(pilot: Pilot[None]) -> str:
    """What stands under the line, on one line."""
    await pilot.pause(0.05)
    return " ".join(str(screen(pilot).sentence.content).split())
