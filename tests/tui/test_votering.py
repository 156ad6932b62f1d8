"""The vote screen with real keys, fast: who votes how, the count to zero, and the line it makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from protokoll_tui.domain.votering import Votering
from protokoll_tui.procedure import StegKod, next_step
from protokoll_tui.procedure.rakning import tally
from protokoll_tui.quickline import find_verb, parse
from protokoll_tui.services.session import Session
from protokoll_tui.tui import rosttexter
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.screens.votering import MARK_OF, VoteScreen
from tests.services.hand import at, say
from tests.tui.hand import app_for, screen, settle
from tests.tui.test_fast_hands import burst

SIZE = (100, 30)
ALONG_PARTY_LINES = "JNNJJNJnj"
"""M, S and V, KD, L, MP, C, then Tomas Söderlund and Petra Kvist: 7 ja and 6 nej."""


def until_the_vote(session: Session, *asked: str, upprop: str = "ru") -> None:
    """§ 118 up to the chair's answer, and what is said of a vote then."""
    say(session, 112, upprop)
    say(session, 118, "av ab +cd", "öv", "pr f1", *asked)


async def opened(pilot: Pilot[None], keys: str = "118>⏎⏎") -> VoteScreen:
    await burst(pilot, keys)
    shown = pilot.app.screen
    assert isinstance(shown, VoteScreen)
    return shown


def said(pilot: Pilot[None], name: str) -> str:
    text = str(pilot.app.screen.query_one(f"#{name}", Static).render())
    return " ".join(text.split())


def vote(session: Session, nr: int = 118) -> Votering:
    return at(session, nr).fraga[0].votering[-1]


def votes(session: Session) -> dict[str, str]:
    return {row.person: row.rost.value for row in vote(session).rostlangd if row.rost}


async def test_a_line_that_asks_for_a_vote_opens_the_screen_and_loses_no_key(
    session: Session,
) -> None:
    until_the_vote(session)
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, f"118>⏎om ab⏎{ALONG_PARTY_LINES}7j11a⏎no : efteråt⏎")
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert screen(pilot).line.text == ""
    counted = tally(vote(session))
    assert counted and (counted.ja, counted.nej, counted.avstar) == (8, 4, 1)
    assert votes(session)["ml"] == "ja" and votes(session)["ts"] == "avstår"
    assert [note.text for note in at(session, 118).notering] == ["efteråt"]


async def test_the_two_are_told_in_words_and_the_count_runs_down(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert said(pilot, "betydelse") == (
            "Ja bifall till arbetsutskottets förslag Nej avslag på arbetsutskottets förslag"
        )
        assert said(pilot, "antalet") == "Ja 0 · Nej 0 · Avstår 0 · kvar 13"
        assert said(pilot, "fragan").startswith("1 Anna Berg (M): ja (j), nej (n)")
        await burst(pilot, "Jn⏎")
        assert said(pilot, "antalet") == "Ja 2 · Nej 1 · Avstår 0 · kvar 10"
        assert said(pilot, "fragan").startswith("Kvar att ropa upp: 3 Eva Falk (V), ")
        await burst(pilot, "d5f")
        assert said(pilot, "antalet").endswith("Deltar inte 1 · Frånvarande 1 · kvar 8")
        await burst(pilot, "ra")
        assert "Enter tar rösterna: 2 ja, 1 nej." in said(pilot, "fragan")
        assert isinstance(pilot.app.screen, VoteScreen)
    assert votes(session) == {}


async def test_person_by_person_the_chair_is_last(session: Session) -> None:
    until_the_vote(session, "om ab", upprop="ru -aw +ft")
    async with app_for(session).run_test(size=SIZE) as pilot:
        shown = await opened(pilot)
        await burst(pilot, "jnjnjnjnjnjn")
        assert shown.roll.har.namn == "Karin Åkesson (C)"
        await burst(pilot, "j⏎")
        assert screen(pilot).here == at(session, 118).id
    assert votes(session)["kå"] == "ja" and votes(session)["ft"] == "nej"
    assert vote(session).klubbslag


async def test_backspace_takes_back_what_the_last_key_did(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        shown = await opened(pilot)
        await burst(pilot, "jN⌫")
        assert (shown.roll.har.person, len(shown.roll.kvar)) == ("cd", 12)
        assert said(pilot, "fragan").startswith("Borttaget: Cia Dahl (S) nej, ")
        await burst(pilot, "⌫⌫")
        assert said(pilot, "fragan") == "Ingen röst att ta bort."
        assert said(pilot, "raden") == "Rad: om"


async def test_escape_keeps_the_marks_as_the_line_and_enter_goes_on(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, "JN⎋")
        assert screen(pilot).line.text == "om ja M nej S"
        shown = await opened(pilot, "⏎")
        assert (shown.roll.har.person, len(shown.roll.kvar)) == ("ef", 8)
        await burst(pilot, "⎋⎋no : paus⏎om⏎rj⏎")
    assert [note.text for note in at(session, 118).notering] == ["paus"]
    assert list(votes(session).values()).count("nej") == 3


async def test_after_a_crash_the_marks_are_on_the_line_and_enter_goes_on(
    session: Session, meeting_file: Path, clock: Callable[[], datetime]
) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, "JN7a")
        screen_below = pilot.app.screen_stack[0]
        assert isinstance(screen_below, MeetingScreen)
        screen_below.keep()
    assert session.load_draft() == ("om ja M nej S avstår MP", at(session, 118).id)
    session.close()
    again = Session.open(meeting_file, clock)
    async with app_for(again).run_test(size=SIZE) as pilot:
        shown = await opened(pilot, "⏎")
        assert len(shown.roll.kvar) == 7
        await burst(pilot, "rj⏎")
    assert votes(again)["ml"] == "avstår" and len(votes(again)) == 13


async def test_undo_takes_the_whole_vote_back_and_its_marks_can_be_put_right(
    session: Session,
) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, f"{ALONG_PARTY_LINES}⏎")
        assert len(votes(session)) == 13
        await burst(pilot, "↶")
        assert votes(session) == {}
        await opened(pilot, "⏎")
        await burst(pilot, "12n⏎")
    counted = tally(vote(session))
    assert counted and (counted.ja, counted.nej) == (6, 7)


async def test_at_a_tie_the_chair_s_own_vote_comes_next(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, f"{ALONG_PARTY_LINES}12a")
        assert said(pilot, "fragan").endswith("6 ja, 6 nej, lika röstetal.")
        await burst(pilot, "⏎")
        assert next_step(at(session, 118)).kod is StegKod.UTSLAGSROST
        guide = str(screen(pilot).query_one("#guide-text", Static).render())
        assert "utslagsröst" in guide
        await burst(pilot, "↓⏎⏎")
    ruling = at(session, 118).fraga[0].avgorande
    assert ruling and ruling.vinnare == vote(session).ja


async def test_ja_and_nej_change_places_until_somebody_has_voted(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, "o")
        assert said(pilot, "betydelse").startswith("Ja avslag på arbetsutskottets förslag Nej")
        await burst(pilot, "jo")
        assert said(pilot, "fragan").startswith("Ja och nej kan bara byta plats innan")
    assert vote(session).ja != at(session, 118).fraga[0].funnet


async def test_counts_alone_are_typed_and_the_marks_are_put_aside(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await opened(pilot)
        await burst(pilot, "Jl")
        assert screen(pilot).line.text == "om "
        assert [rad.text for rad in session.undanlagda.rader] == ["om ja M"]
        await burst(pilot, "8-5⏎")
    counted = tally(vote(session))
    assert counted and (counted.ja, counted.nej) == (8, 5)


async def test_without_an_upprop_counts_are_all_that_is_asked_for(session: Session) -> None:
    say(session, 118, "av ab", "öv", "pr f1")
    async with app_for(session).run_test(size=SIZE) as pilot:
        await burst(pilot, "118>⏎om ab⏎⏎")
        assert isinstance(pilot.app.screen, MeetingScreen)
        assert screen(pilot).line.text == "om "


async def test_who_only_reads_is_told_why_no_key_does_anything(
    session: Session, meeting_file: Path, clock: Callable[[], datetime]
) -> None:
    until_the_vote(session, "om ab")
    reader = Session.open(meeting_file, clock)
    async with app_for(reader).run_test(size=SIZE) as pilot:
        for keys in ("j", "N", "rj", "⌫", "o", "⏎"):
            await (opened(pilot) if keys == "j" else settle(pilot))
            await burst(pilot, keys)
            assert said(pilot, "fragan").startswith("ENBART LÄSNING")
            assert said(pilot, "antalet").endswith("kvar 13")
        await burst(pilot, "⎋")
        assert isinstance(pilot.app.screen, MeetingScreen)


async def test_a_doubtful_vote_is_asked_about_as_any_line(session: Session) -> None:
    until_the_vote(session, "om ab", "om ja zå")
    async with app_for(session).run_test(size=SIZE) as pilot:
        shown = await opened(pilot)
        assert shown.roll.rader[-1].person == "zå"
        await burst(pilot, "14nrj⏎")
        assert screen(pilot).line.text.startswith("om ja M")
        assert "zå" not in votes(session) or votes(session)["zå"] == "ja"
        await burst(pilot, "⏎")
    assert votes(session)["zå"] == "nej"


async def test_a_click_goes_to_a_seat_and_the_footer_does_what_it_says(session: Session) -> None:
    until_the_vote(session, "om ab")
    async with app_for(session).run_test(size=SIZE) as pilot:
        shown = await opened(pilot)
        await pilot.click(shown.query_one(OptionList), offset=(20, 3))
        await burst(pilot, "n")
        assert shown.roll.rader[3].rost is not None
        shown.action_key("backspace")
        assert len(shown.roll.kvar) == 13


def test_every_line_and_key_that_the_help_of_votes_names_is_one(session: Session) -> None:
    say(session, 112, "ru")
    known = session.kontext(at(session, 118).id)
    lines = [row for row, _ in rosttexter.HELP if len(row.split()[0]) == 2 and " " in row[:4]]
    lines = [row for row in lines if find_verb(row.split()[0])]
    assert len(lines) == 14
    for line in lines:
        read = parse(line, known)
        assert read.verb and not any(aktor.ord for aktor in read.av), line
    keys = {word for row, _ in (*rosttexter.HELP, *rosttexter.KEYS) for word in row.split()}
    assert {*MARK_OF, *(key.upper() for key in MARK_OF)} <= keys


def with_81_seats(meeting_file: Path) -> None:
    """The example's kommunstyrelse, 68 seats larger."""
    roster = meeting_file.parent / "kommun.toml"
    more = "".join(
        f'\n[[person]]\nsig = "x{n}"\nnamn = "Person Nummer{n}"\nparti = "SD"\n'
        f'\n[[mandat]]\nperson = "x{n}"\norgan = "ks"\nroll = "ledamot"\n'
        for n in range(10, 78)
    )
    text = roster.read_text(encoding="utf-8").replace("platser = 13", "platser = 81")
    roster.write_text(text + more, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12), (20, 5)])
async def test_81_seats_are_called_in_any_window(
    meeting_file: Path, clock: Callable[[], datetime], size: tuple[int, int]
) -> None:
    with_81_seats(meeting_file)
    large = Session.open(meeting_file, clock)
    until_the_vote(large, "om ab")
    async with app_for(large).run_test(size=size) as pilot:
        shown = await opened(pilot)
        await burst(pilot, "78n80a")
        seats = shown.query_one(OptionList)
        seen = range(seats.scroll_offset.y, seats.scroll_offset.y + seats.size.height)
        assert shown.roll.har.namn == "Karin Åkesson (C)"
        assert seats.highlighted == 80 and 80 in seen
        await burst(pilot, "jrn⏎")
    counted = tally(vote(large))
    assert counted and (counted.ja, counted.nej, counted.avstar) == (1, 79, 1)
    large.close()
