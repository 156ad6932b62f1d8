"""The example meeting from its first line to its last, and all the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from protokoll_tui.domain.handelse import apply_all
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import find, walk
from protokoll_tui.procedure import StegKod, next_step, outcomes
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.quickline import parse
from protokoll_tui.services.borjan import first_open
from protokoll_tui.services.guide import guide_for
from protokoll_tui.services.guidevy import Harnast
from protokoll_tui.services.meetings import copy_example
from protokoll_tui.services.plats import Platser
from protokoll_tui.services.play import play
from protokoll_tui.services.recall import correction_line
from protokoll_tui.services.session import Clock, Session
from tests.services.hand import TickingClock, at, say

TYPED = {
    "Yrkande",
    "Reservation",
    "Anteckning",
    "Yttrande",
    "DeltarInte",
    "Notering",
    "Ajournering",
}
"""Kinds of entry that come back as a line."""


@pytest.fixture
def script(meeting_file: Path) -> str:
    return (meeting_file.parent / "skript.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The example after its script, by a clock that goes; these tests read and never write."""
    folder = tmp_path_factory.mktemp("spelat")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PROTOKOLL_STATE", str(folder / "tillstånd"))
        meeting = copy_example(folder / "möten")
        session = Session.open(meeting, TickingClock())
        script = (meeting.parent / "skript.txt").read_text(encoding="utf-8")
        assert play(session, script).fel == 0
        session.close()
    return session


def statements(script: str) -> list[str]:
    lines = (line.strip() for line in script.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def steps(session: Session, script: str) -> Iterator[Session]:
    """The meeting before the script and after each line of it."""
    yield session
    here = first_open(session)
    for line in statements(script):
        last, _ = session.record(line, here)
        here = last.tolkning.ga_till or here
        yield session


def changed(session: Session, script: str) -> Iterator[tuple[Session, Paragraf, Harnast]]:
    """Each § with its guide, again only when it, its guide or who is in the room is another."""
    known: dict[str, object] = {}
    for now in steps(session, script):
        rows = now.state.paragraf
        room = (replace(now.state, paragraf=()), [(q.rorelse, q.ajournering) for q in rows])
        for p in rows:
            harnast = guide_for(now.state, p, now.kommun, Platser(), now.gang).harnast
            if known.get(p.id) != (p, harnast, room):
                known[p.id] = (p, harnast, room)
                yield now, p, harnast


def test_every_line_of_the_script_is_understood(session: Session, script: str) -> None:
    told = play(session, script)
    assert (told.fel, told.anmarkningar, told.ej_sparat) == (0, (), None)
    moves = sum(line == ">" for line in statements(script))
    assert told.antal == len(statements(script)) - moves


def test_when_the_script_ends_every_paragraph_is_settled(played: Session) -> None:
    assert [p.nr for p in played.state.paragraf if not is_done(p)] == []
    left = {next_step(p).kod for p in played.state.paragraf}
    assert left <= {StegKod.KLAR, StegKod.EFTER}
    fates = [fate for p in played.state.paragraf for fate in outcomes(p).values()]
    assert len(fates) > 10 and None not in fates
    assert not any(n.otolkad for p in played.state.paragraf for n in p.notering)


def test_the_played_meeting_reads_back_from_its_file_as_it_was(played: Session) -> None:
    again = Session.open(played.store.path, read_only=True)
    assert again.state == played.state
    assert again.notices() == ()


def test_a_script_goes_on_at_the_first_paragraph_that_is_open(session: Session) -> None:
    say(session, 112, "ru")
    say(session, 113, "ru")
    play(session, "ru")
    assert at(session, 114).klubbslag
    assert first_open(session) == at(session, 115).id


def test_blank_lines_and_comments_of_a_script_are_skipped(session: Session) -> None:
    before = session.state
    assert play(session, "\n   \n# av ab\n\t\n").antal == 0
    assert session.state == before


def test_lines_that_are_not_understood_are_counted_and_named_by_row(session: Session) -> None:
    told = play(session, "118>\n\nTomas frågar något\nbi xy\nin y9 cd\n")
    assert (told.antal, told.fel) == (3, 2)
    assert [nr for nr, _ in told.anmarkningar] == [3, 4, 5]
    assert [n.otolkad for n in at(session, 118).notering] == [True, True]


def test_lines_after_a_move_to_a_paragraph_that_is_not_there_are_written_nowhere(
    session: Session,
) -> None:
    told = play(session, "118>\nav ab\n49>\nbi hä\n>\nTomas frågar\n119>\nbi ol\n")
    assert [nr for nr, _ in told.anmarkningar] == [3, 4, 5, 6]
    assert all("inte inskriven" in why and "§ 49" in why for _, why in told.anmarkningar)
    assert "rad 3" in told.anmarkningar[1][1]
    assert (told.antal, told.fel, told.utelamnade) == (2, 0, 4)
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["ab"]
    assert [y.av[0].person for y in at(session, 119).yrkande] == ["ol"]
    assert not any(p.notering for p in session.state.paragraf)


def test_a_new_item_is_a_place_to_go_on_from_after_a_move_that_failed(session: Session) -> None:
    told = play(session, "49>\nbi hä\när : Ett ärende till\nav ab\n")
    assert [nr for nr, _ in told.anmarkningar] == [1, 2]
    assert [y.av[0].person for y in at(session, 126).yrkande] == ["ab"]
    assert not any(p.yrkande for p in session.state.paragraf if p.nr != 126)


# Back and forth


def test_undo_goes_all_the_way_back_and_redo_all_the_way_forth(
    meeting_file: Path, script: str
) -> None:
    session = Session.open(meeting_file, TickingClock())
    initial = session.state
    # Undo stops at what was adjusted at once: that has a test of its own.
    free = "\n".join(line for line in statements(script) if line != "oj")
    count = play(session, free).antal
    final = session.state
    for _ in range(count):
        assert session.undo().taken
    assert session.state == initial
    assert not session.undo().taken
    for _ in range(count):
        assert session.redo().taken
    assert session.state == final
    assert not session.redo().taken


def test_undo_and_redo_reach_through_a_file_that_was_closed_between(
    meeting_file: Path, script: str, clock: Clock
) -> None:
    session = Session.open(meeting_file, clock)
    initial = session.state
    free = "\n".join(line for line in statements(script) if line != "oj")
    count = play(session, free).antal
    final = session.state
    half = count // 2
    for _ in range(half):
        session.undo()
    middle = session.state
    session.close()
    session = Session.open(meeting_file, clock)
    assert session.state == middle
    for _ in range(count - half):
        assert session.undo().taken
    assert session.state == initial
    session.close()
    session = Session.open(meeting_file, clock)
    for _ in range(count):
        assert session.redo().taken
    assert session.state == final


def test_undo_does_not_pass_a_paragraph_that_was_adjusted_at_once(session: Session) -> None:
    say(session, 122, "bi mö", "pr f1", "be", "oj")
    adjusted = session.state
    besked = session.undo()
    assert not besked.taken and "rättelse" in besked.text
    assert session.state == adjusted
    assert at(session, 122).omedelbart_justerad
    say(session, 123, "no : sagt efteråt")
    assert session.undo().taken
    assert session.state == adjusted


def test_undo_says_what_it_took_back_and_where(session: Session) -> None:
    say(session, 118, "av ab")
    besked = session.undo()
    assert besked.text == "Ångrat i § 118: yrkande"
    assert besked.paragraf == at(session, 118).id
    assert session.redo().text == "Gjort om i § 118: yrkande"


# The guide


def test_the_guide_always_names_a_next_thing_that_can_be_done(
    session: Session, script: str
) -> None:
    asked = 0
    for now, p, harnast in changed(session, script):
        assert harnast.text.strip()
        asked += len(harnast.val)
        for val in harnast.val:
            assert val.text.strip()
        for val in harnast.val[:1]:
            last = now.read(val.rad, p.id)
            assert not last.oklar, (p.nr, val, last.anmarkningar)
            assert last.tolkning.anmarkningar == (), (p.nr, val)
            # A decision may be suggested while somebody has lost the connection: it is told.
            assert {f.regel for f in last.fynd} <= {"R38"}, (p.nr, val)
    assert asked > 200


def test_every_answer_that_the_guide_offers_is_taken_as_it_is_worded(
    session: Session, script: str
) -> None:
    for now, p, _ in changed(session, script):
        harnast = now.guide(p.id).harnast
        for val in harnast.val if harnast.valj else ():
            if not val.rad.startswith("pr"):
                continue
            last = now.read(val.rad, p.id)
            after = apply_all(now.state, last.tolkning.handelser)
            here = find_paragraf(after, p.id)
            entries = guide_for(after, here, now.kommun, Platser(), now.gang).poster
            assert any(row.text == f"proposition: {val.text}" for row in entries)


def find_paragraf(state: Sammantrade, id: str) -> Paragraf:
    return next(p for p in state.paragraf if p.id == id)


def test_taking_what_the_guide_suggests_settles_every_paragraph(session: Session) -> None:
    here = first_open(session)
    for _ in range(100):
        harnast = session.guide(here).harnast
        if not harnast.val:
            break
        last, _ = session.record(harnast.val[0].rad, here)
        here = last.tolkning.ga_till or here
    assert all(is_done(p) for p in session.state.paragraf)
    assert session.guide(here).harnast.text.startswith("alla paragrafer är genomgångna")


def test_after_the_last_paragraph_the_guide_leads_back_to_one_left_open(session: Session) -> None:
    for p in session.state.paragraf:
        if p.nr != 118:
            say(session, p.nr or 0, "be : klart" if p.slag.value == "ärende" else "ru")
    harnast = session.guide(at(session, 125).id).harnast
    assert "§ 118" in harnast.text
    assert [val.rad for val in harnast.val] == ["118>"]


# An entry comes back as a line


def entries(session: Session) -> Iterator[tuple[Paragraf, str, str]]:
    """Every entry that comes back as a line: its §, its id, the line."""
    numbers = {p.id: p.nr for p in session.state.paragraf if p.nr}
    for p in session.state.paragraf:
        for post in walk(p):
            line = correction_line(p, post.id, Platser(), numbers) if post is not p else None
            if line is not None:
                yield p, post.id, line


def test_every_entry_that_was_typed_comes_back_as_a_line_that_gives_it_again(
    played: Session,
) -> None:
    kinds = set()
    for p, id, line in entries(played):
        old = find(p, id)
        last = played.read(line, p.id)
        assert last.anmarkningar == (), line
        new = find(apply_all(played.state, last.tolkning.handelser), id)
        assert new == old, line
        kinds.add(type(old).__name__)
    assert kinds >= TYPED - {"Yttrande"}


def test_taking_the_line_of_an_entry_unchanged_changes_nothing_in_the_meeting(
    played: Session,
) -> None:
    before = played.state
    for p, _, line in entries(played):
        last = played.read(line, p.id)
        assert apply_all(before, last.tolkning.handelser) == before, line


def test_every_typed_entry_has_a_line_and_no_own_forslag_has_one_beside_its_yrkande(
    played: Session,
) -> None:
    with_line = {id for _, id, _ in entries(played)}
    for p in played.state.paragraf:
        typed = {post.id for post in walk(p) if type(post).__name__ in TYPED}
        assert typed <= with_line
        brought = {f.id for f in p.forslag if f.slag.value != "huvud"}
        assert not brought & with_line


def test_an_entry_s_line_is_read_the_same_after_it_was_printed(played: Session) -> None:
    for _, _, line in entries(played):
        read = parse(line, played.kontext())
        assert read.verb == "rä" and read.nasta is not None
        assert replace(read, rad="") == replace(parse(read.rad, played.kontext()), rad="")


def test_up_gives_the_newest_entry_of_the_paragraph(session: Session) -> None:
    p = at(session, 118).id
    assert session.last_line(p) is None
    say(session, 118, "av ab +cd")
    assert session.last_line(p) == "rä y1 av ab +cd"
    say(session, 119, "bi ol")
    assert session.last_line(p) == "rä y1 av ab +cd"
    say(session, 118, "ny gh : Ärendet avskrivs.")
    assert session.last_line(p) == "rä y2 ny gh : Ärendet avskrivs."
    say(session, 118, "+hä")
    assert session.last_line(p) == "rä y2 ny gh +hä : Ärendet avskrivs."
    session.undo()
    assert session.last_line(p) == "rä y2 ny gh : Ärendet avskrivs."


def test_up_after_a_motion_of_form_gives_the_motion_with_its_reason(session: Session) -> None:
    say(session, 118, "åt pk >socialnämnden : för att belysa kostnaden")
    line = session.last_line(at(session, 118).id)
    assert line == "rä y1 åt pk >socialnämnden : för att belysa kostnaden"
