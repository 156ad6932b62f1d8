"""Keys that come faster than the screen can follow: each lands where it was aimed, none is lost."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from protokoll_tui.domain.handelse import Satt
from protokoll_tui.procedure.justeringar import recorded
from protokoll_tui.services.session import Session
from protokoll_tui.tui.screens.editor import LongText, Skrivet, TextEditor
from protokoll_tui.tui.screens.meeting import MeetingScreen
from tests.services.hand import at
from tests.tui.hand import app_for, screen, settle

SIZE = (100, 30)
NAMED = {
    "⏎": "enter",
    "⌫": "backspace",
    "⎋": "escape",
    "↶": "ctrl+z",
    "↑": "up",
    "↓": "down",
    "→": "tab",
}


async def burst(pilot: Pilot[None], text: str) -> None:
    """Every key of a text at once, as a terminal gives them after the program was held up."""
    for char in text:
        key = NAMED.get(char) or _character_to_key(char)
        pilot.app.post_message(events.Key(key, None if char in NAMED else char))
    await settle(pilot)
    await pilot.pause()


async def editor_open(pilot: Pilot[None]) -> None:
    """Wait until the editor can be typed in."""
    for _ in range(200):
        if pilot.app.screen.query(LongText):
            break
        await pilot.pause(0.01)
    await pilot.pause()


def notes(session: Session, nr: int) -> list[str]:
    return [note.text for note in at(session, nr).notering]


async def test_what_is_typed_after_enter_is_the_next_line(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : ett⏎no : två⏎no : tre⏎av ab")
        assert notes(session, 112) == ["ett", "två", "tre"]
        assert screen(pilot).line.text == "av ab"


async def test_lines_for_several_paragraphs_go_where_each_belongs(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab +cd⏎119>⏎bi hä⏎118>⏎+mö⏎")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["ab"]
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == ["cd", "mö"]
    assert [y.av[0].person for y in at(session, 119).yrkande] == ["hä"]


async def test_a_letter_taken_back_is_the_one_before_it(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : etta⌫⌫⌫⌫två⏎")
    assert notes(session, 112) == ["två"]


async def test_escape_empties_only_what_was_typed_before_it(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : ett⎋no : två⏎")
    assert notes(session, 112) == ["två"]


async def test_undo_takes_back_the_entry_before_it_and_no_later_one(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : ett⏎↶no : två⏎")
    assert notes(session, 112) == ["två"]


async def test_tab_completes_the_word_that_was_typed_before_it(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av åkes→⏎")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["kå"]


async def test_an_arrow_chooses_before_the_enter_that_follows_it(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab⏎pr ⌫↓⏎")
        line = screen(pilot).line.text
    assert line.startswith("pr ")


async def test_three_enters_do_what_three_slow_ones_do(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        for _ in range(3):
            await pilot.press("enter")
            await settle(pilot)
        slow = [p.id for p in session.state.paragraf if p.klubbslag]
        shown = screen(pilot).here, screen(pilot).line.text
        while session.undo().taken:
            pass
        again = MeetingScreen(session)
        await pilot.app.push_screen(again)
        await pilot.pause()
        await burst(pilot, "⏎⏎⏎")
        assert [p.id for p in session.state.paragraf if p.klubbslag] == slow
        assert (again.here, again.line.text) == shown


@pytest.mark.parametrize("line", ["bi yy", "hemställer om paus"])
async def test_a_doubtful_line_with_more_typed_after_it_is_kept_as_a_note(
    session: Session, line: str
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, f"118>⏎{line}⏎än ab p1 : ny lydelse⏎")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["ab"]
    assert notes(session, 118) == [line]
    assert at(session, 118).notering[0].otolkad


async def test_a_doubtful_line_typed_over_with_the_name_put_right_leaves_no_note(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎bi yy⏎bi hä⏎")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["hä"]
    assert notes(session, 118) == []


async def test_what_escape_wiped_comes_back_with_undo_before_any_entry_is_undone(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : ett⏎av ab : lång motivering⎋↶")
        assert screen(pilot).line.text == "av ab : lång motivering"
        assert notes(session, 112) == ["ett"]


async def test_the_next_paragraph_leaves_a_half_typed_line_where_it_is(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        before = screen(pilot).here
        await pilot.press(*"bi", "ctrl+g")
        await settle(pilot)
        assert screen(pilot).line.text == "bi"
        assert screen(pilot).here != before


async def test_a_text_written_in_the_editor_is_on_the_line_after_escape(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎an cd S⏎")
        await editor_open(pilot)
        await pilot.press(*"lång", "escape")
        await settle(pilot)
        assert screen(pilot).line.text == "an cd S : lång"
        assert at(session, 118).anteckning == ()


async def test_escape_before_the_editor_is_drawn_gives_the_text_back(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        given: list[Skrivet | None] = []
        editor = TextEditor("orden", "§ 118", lambda keep: None)
        pilot.app.push_screen(editor, given.append)
        editor.action_cancel()
        await settle(pilot)
    assert given == [Skrivet("orden", False)]


async def test_a_line_typed_while_the_editor_opens_waits_for_it(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎an cd S⏎")
        await editor_open(pilot)
        underneath = pilot.app.screen_stack[0]
        assert isinstance(underneath, MeetingScreen)
        underneath.line.insert("av ab")
        await pilot.press(*"text", "escape")
        await settle(pilot)
        assert screen(pilot).line.text == "av ab"
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("up")
        await settle(pilot)
        assert screen(pilot).line.text == "an cd S : text"


async def test_lines_typed_while_another_has_the_file_are_all_there_when_it_is_taken(
    session: Session,
) -> None:
    second = Session.open(session.store.path, session.clock)
    async with app_for(second).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎no : ett⏎bi hä⏎")
        assert (notes(second, 118), at(second, 118).yrkande) == ([], ())
        assert screen(pilot).line.text == "bi hä"
        await pilot.press("ctrl+l")
        await settle(pilot)
        await burst(pilot, "⏎")
        await pilot.press("up")
        await burst(pilot, "⏎")
        assert [y.av[0].person for y in at(second, 118).yrkande] == ["hä"]
        assert notes(second, 118) == ["ett"]


def pile(session: Session) -> list[str]:
    return [line.text for line in session.undanlagda.rader]


async def test_a_long_line_with_the_same_verb_typed_over_it_is_kept_as_a_note(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av xq : med hänvisning till kostnaden⏎av hä⏎")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["hä"]
    assert notes(session, 118) == ["av xq : med hänvisning till kostnaden"]


async def test_a_doubtful_line_wiped_with_escape_is_no_note_and_comes_back_with_up(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av xq : lång motivering⏎⎋än ab p1 : ny lydelse⏎")
        assert notes(session, 118) == []
        await burst(pilot, "↑")
        assert screen(pilot).line.value == "av xq : lång motivering"


async def test_a_wiped_line_comes_back_with_up_after_others_have_been_typed(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab : lång motivering⎋no : två⏎↑")
        assert screen(pilot).line.value == "av ab : lång motivering"
        await burst(pilot, "⏎↑")
        assert screen(pilot).line.value.startswith("rä y1 av ab")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["ab"]
    assert pile(session) == []


async def test_up_again_goes_on_to_older_lines_and_to_the_latest_entry(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab⏎bi ett⎋bi två⎋↑")
        shown = [screen(pilot).line.value]
        for _ in range(2):
            await burst(pilot, "↑")
            shown.append(screen(pilot).line.value)
        assert shown == ["bi två", "bi ett", "rä y1 av ab"]
    assert pile(session) == ["bi ett", "bi två"]


async def test_after_another_key_ctrl_z_undoes_entries_and_no_wiped_line_comes_between(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "no : ett⏎no : fel⎋no : två⏎↶↶")
        assert screen(pilot).line.value == ""
    assert notes(session, 112) == []


async def test_a_wiped_line_that_was_mended_and_saved_is_not_left_behind(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎bi hä⎋↑ +cd⏎")
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == ["cd"]
    assert pile(session) == []


async def test_a_doubtful_line_is_kept_in_the_paragraph_where_it_was_typed(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎bi xq⏎")
        await pilot.press("ctrl+g")
        await burst(pilot, "no : annat⏎")
    assert (notes(session, 118), notes(session, 119)) == (["bi xq"], ["annat"])


async def test_what_a_reader_typed_is_there_when_the_window_is_opened_again(
    session: Session,
) -> None:
    reader = Session.open(session.store.path, session.clock)
    session.save_draft("den skrivandes rad", "")
    async with app_for(reader).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎no : ett⏎bi hä⏎no : halv")
        await pilot.press("ctrl+q")
    assert session.load_draft() == ("den skrivandes rad", "")
    again = Session.open(session.store.path, session.clock)
    async with app_for(again).run_test(size=SIZE) as pilot:
        await pilot.pause()
        told = " ".join(str(note.message) for note in pilot.app._notifications)
        assert "3 rader som inte blev poster" in told
        shown = []
        for _ in range(3):
            await burst(pilot, "↑")
            shown.append(screen(pilot).line.value)
    assert shown == ["no : halv", "bi hä", "no : ett"]


async def test_a_line_put_back_from_another_paragraph_says_which(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎bi hä⎋119>⏎↑")
        told = [str(note.message) for note in pilot.app._notifications]
    assert any("§ 118" in text for text in told)


async def test_a_line_typed_just_before_the_program_ends_is_kept(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab : halv")
        await pilot.press("ctrl+q")
    again = Session.open(session.store.path, session.clock)
    assert again.load_draft() == ("av ab : halv", at(again, 118).id)


async def test_a_suggestion_typed_over_is_simply_gone(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "113>⏎⏎⏎>⏎")
        assert screen(pilot).here == at(session, 114).id
    assert notes(session, 113) == []
    assert pile(session) == []


async def test_a_line_begun_by_hand_is_not_selected_when_a_candidate_ends_it(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av anna↓⏎")
        whole = screen(pilot).line.value
        assert whole == "av ab "
        await burst(pilot, "+cd")
        assert screen(pilot).line.value == whole + "+cd"


async def test_a_text_half_written_in_the_editor_is_kept_when_the_program_ends(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎an ab⏎")
        await settle(pilot)
        await pilot.press(*"Halv")
        await pilot.press("ctrl+q")
    again = Session.open(session.store.path, session.clock)
    assert again.load_draft() == ("an ab : Halv", at(again, 118).id)


async def test_an_empty_box_is_no_entry(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        for line in ("fr arbetsutskottet", "be :", "än ab p1"):
            await burst(pilot, f"118>⏎{line}⏎")
            await settle(pilot)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert screen(pilot).line.value == line
            await burst(pilot, "⎋")
    p = at(session, 118)
    assert (len(p.forslag), p.beslut, p.yrkande) == (1, (), ())


async def test_a_form_that_is_left_with_escape_can_be_taken_back(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎")
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("tab", *"ab", "escape")
        await pilot.pause()
        assert screen(pilot).line.value == ""
        await pilot.press("ctrl+z")
        assert screen(pilot).line.value == "bi ab"


async def test_a_suggestion_that_lacks_a_name_waits_for_it(session: Session) -> None:
    signing = recorded(session.state)[0]
    session.record_events("start", (Satt(id=signing.id, falt="justerare", varde=()),))
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "113>⏎⏎⏎⏎")
        assert screen(pilot).line.value == "ru "
        await burst(pilot, "ab⏎")
    assert recorded(session.state)[0].justerare == ("ab",)
    assert notes(session, 113) == []


async def test_a_bare_plus_right_after_a_line_that_failed_joins_nobody_unasked(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎av ab⏎än gh p9 : Annat⏎+kå⏎")
        assert at(session, 118).yrkande[0].instammer == ()
        assert screen(pilot).line.value == "+kå"
    assert notes(session, 118) == ["än gh p9 : Annat"]


async def test_a_name_that_another_line_is_typed_over_is_kept_as_a_note(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎ef⏎")
        assert screen(pilot).line.text == "kl ef"
        await burst(pilot, "av ab⏎")
    assert notes(session, 118) == ["ef"]
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["ab"]


async def test_the_offered_line_with_a_time_leaves_no_note_of_the_name(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎ef⏎kl ef 15.10⏎")
    assert notes(session, 118) == []
    assert [r.vem for r in at(session, 118).rorelse] == ["ef"]
