"""A register read in from the first screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select, Static

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.services.register import read_roster
from protokoll_tui.tui import texter
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.register import RegisterScreen
from protokoll_tui.tui.screens.start import StartScreen
from tests.test_cli_register import add_mandate

SIZE = (100, 40)
NOON = datetime(2031, 5, 1, 12, 0)

CSV = """Namn;Grupp X;Organ;Uppdrag;Fr.o.m.
Ny, Bo;S;Socialnämnden;Ledamot;2031-01-01
Berg, Anna;L;Socialnämnden;Ledamot;2031-01-01
Ek, Eva;S;Socialnämnden;Adjungerad;2031-01-01
"""


async def wait(pilot: Pilot[None]) -> None:
    """Wait until what runs beside the screen is done and shown."""
    await pilot.pause()
    # What has been read is planned after that: a quiet screen is one that stays quiet.
    for _ in range(3):
        while any(w.group in {"las", "plan"} and w.is_running for w in pilot.app.workers):
            await pilot.pause(0.01)
        await pilot.pause()


def words(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).content)


async def opened(pilot: Pilot[None], file: Path) -> RegisterScreen:
    """The screen with a file read."""
    await pilot.press("r")
    await pilot.pause()
    shown = pilot.app.screen
    assert isinstance(shown, RegisterScreen)
    shown.query_one("#fil", Input).value = str(file)
    await pilot.press("enter")
    await wait(pilot)
    return shown


def roster(folder: Path) -> Kommun:
    return read_roster(folder).kommun


async def test_a_register_is_read_in_after_its_columns_and_doubts_are_settled(
    meeting_file: Path, tmp_path: Path
) -> None:
    folder = meeting_file.parent
    file = tmp_path / "register.csv"
    file.write_bytes(CSV.encode("cp1252"))
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(pilot, file)
        assert words(pilot, "#tips").startswith("register.csv läses in i")
        assert "Bo Ny, ledamot" in words(pilot, "#plan")
        shown._selects()[1].value = "parti"
        await wait(pilot)
        assert "Bo Ny (S), ledamot" in words(pilot, "#plan")
        assert "rad 4, kolumn D (Uppdrag)" in words(pilot, "#brister")
        assert "Anna Berg är (M)" in words(pilot, "#brister")
        answer = shown.query_one("#fragor Select", Select)
        answer.value = "samma person, bytt parti"
        await wait(pilot)
        assert "Anna Berg: (M) till och med 2031-04-30, sedan (L)" in words(pilot, "#plan")
        button = shown.query_one("#lasin", Button)
        assert not button.disabled
        button.press()
        await wait(pilot)
        assert isinstance(app.screen, StartScreen)
    kommun = roster(folder)
    assert kommun.party_of("ab") == "L"
    assert [m.organ for m in kommun.mandat[-2:]] == ["sn", "sn"]


async def test_leaving_changes_nothing(meeting_file: Path, tmp_path: Path) -> None:
    folder = meeting_file.parent
    before = (folder / "kommun.toml").read_bytes()
    file = tmp_path / "register.csv"
    file.write_text(CSV, encoding="utf-8")
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, file)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
    assert (folder / "kommun.toml").read_bytes() == before
    assert not (folder / "kommun.toml.bak").exists()


async def test_a_file_that_cannot_be_read_is_said_and_another_can_be_tried(
    meeting_file: Path, tmp_path: Path
) -> None:
    bad, good = tmp_path / "trasig.xlsx", tmp_path / "register.csv"
    bad.write_bytes(b"PK\x03\x04 trasig")
    good.write_text(CSV, encoding="utf-8")
    app = ProtokollApp(None, meeting_file.parent, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(pilot, bad)
        assert words(pilot, "#tips").startswith("trasig.xlsx: Filen går inte att läsa")
        assert shown.query_one("#lasin", Button).disabled
        shown.query_one("#fil", Input).value = str(good)
        await pilot.press("enter")
        await wait(pilot)
        assert "Bo Ny" in words(pilot, "#plan")
        shown.query_one("#fil", Input).value = str(bad)
        await pilot.press("enter")
        await wait(pilot)
        assert shown.query_one("#lasin", Button).disabled
        assert not shown.query_one("#falt").display


async def test_a_folder_without_a_roster_gets_one_and_the_form_knows_its_organs(
    tmp_path: Path,
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(CSV.replace("Grupp X", "Parti"), encoding="utf-8")
    folder = tmp_path / "a" / "b" / "c" / "d"
    folder.mkdir(parents=True)
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        app.screen.query_one("#fil", Input).value = str(file)
        await pilot.press("enter")
        await wait(pilot)
        app.screen.query_one("#lasin", Button).press()
        await wait(pilot)
        assert isinstance(app.screen, StartScreen)
        assert "socialnämnden" in words(pilot, "#organen")
        told = " ".join(str(note.message) for note in app._notifications)
        assert told == texter.REGISTER_NEW.format(fil="kommun.toml")
        assert not app.screen.query("#kommun")
        assert texter.START_FORM_HINT_EMPTY in words(pilot, "#tips")
    assert [person.namn for person in roster(folder).person] == ["Bo Ny", "Anna Berg"]


async def test_the_faults_can_be_reached_in_a_low_window(
    meeting_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(CSV, encoding="utf-8")
    app = ProtokollApp(None, meeting_file.parent, clock=lambda: NOON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = await opened(pilot, file)
        await pilot.press("pagedown")
        await pilot.pause()
        assert shown.query_one("#falt").scroll_y > 0


async def test_one_who_cannot_be_ended_is_told_with_the_roster_and_without_a_row(
    meeting_file: Path, tmp_path: Path
) -> None:
    folder, file = meeting_file.parent, tmp_path / "register.csv"
    add_mandate(folder, "fran = 2099-01-01")
    file.write_text("Namn;Parti;Organ;Uppdrag\nBerg, Anna;M;au;Ledamot\n", encoding="utf-8")
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(pilot, file)
        shown.query_one("#ersatt", Select).value = True
        await wait(pilot)
        assert "\nkommun.toml: Bo Ek börjar först 2099-01-01" in words(pilot, "#brister")
        assert "rad 2:" not in words(pilot, "#brister")


async def test_those_whom_the_file_does_not_have_are_told_with_the_choice_that_ends(
    meeting_file: Path, tmp_path: Path
) -> None:
    folder, file = meeting_file.parent, tmp_path / "register.csv"
    add_mandate(folder, "")
    file.write_text("Namn;Parti;Organ;Uppdrag\nBerg, Anna;M;au;Ledamot\n", encoding="utf-8")
    app = ProtokollApp(None, folder, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(pilot, file)
        told = words(pilot, "#plan")
        assert "Bo Ek" not in told and "och 2 till (välj ”avslutas” ovan" in told
        shown.query_one("#ersatt", Select).value = True
        await wait(pilot)
        assert "står kvar" not in words(pilot, "#plan")


@pytest.mark.parametrize("size", [(80, 24), SIZE], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_how_many_faults_there_are_is_seen_without_scrolling(
    meeting_file: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "register.csv"
    rows = ("Berg, Anna;M;Socialnämnden;Kung;", "Ek, Bo (tjänstledig);S;Socialnämnden;Ledamot;\n")
    text = CSV.replace("Grupp X", "Parti") + "\n".join(rows)
    file.write_text(text, encoding="utf-8")
    app = ProtokollApp(None, meeting_file.parent, clock=lambda: NOON)
    async with app.run_test(size=size) as pilot:
        shown = await opened(pilot, file)
        line = shown.query_one("#antal", Static)
        assert str(line.content) == "Se efter (4), 3 rader utelämnas"
        assert line.region.height == 1
        assert line.region.bottom <= shown.query_one("#falt").region.y
        assert shown.query_one("#falt").region.height > 8


async def test_how_many_faults_there_are_goes_when_they_go(
    meeting_file: Path, tmp_path: Path
) -> None:
    bad, good = tmp_path / "r.csv", tmp_path / "bra.csv"
    bad.write_text(CSV, encoding="utf-8")
    good.write_text("".join(CSV.splitlines(keepends=True)[:2]), encoding="utf-8")
    app = ProtokollApp(None, meeting_file.parent, clock=lambda: NOON)
    async with app.run_test(size=SIZE) as pilot:
        shown = await opened(pilot, bad)
        line = shown.query_one("#antal", Static)
        assert (line.display, str(line.content)) == (True, "Se efter (1), 1 rad utelämnas")
        for name in (good, bad, tmp_path / "saknas.csv"):
            shown.query_one("#fil", Input).value = str(name)
            shown.query_one("#fil", Input).focus()
            await pilot.press("enter")
            await wait(pilot)
            assert line.display is (name == bad)


def test_faults_that_leave_no_row_out_are_counted_alone() -> None:
    assert texter.register_faults(2, 0) == "Se efter (2)"
