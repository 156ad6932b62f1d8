"""``protokoll register``: what it prints, what it asks, what it writes, how it ends."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from protokoll_tui import cli_register
from protokoll_tui.cli import COULD_NOT, DONE, FINDINGS, WRONG_USE, main
from protokoll_tui.services.inlasning import FALT
from protokoll_tui.services.register import read_roster
from tests.reading.arbetsbok import write_book
from tests.test_cli import ENGLISH, Told

Run = Callable[..., Told]

CSV = """Namn;Grupp X;Organ;Uppdrag;Fr.o.m.
Ny, Bo;S;Socialnämnden;Ledamot;2031-01-01
Berg, Anna;L;Socialnämnden;Ledamot;2031-01-01
Ek, Eva;S;Socialnämnden;Adjungerad;2031-01-01
"""


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process, with nobody at the keyboard."""
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def ran(*words: object) -> Told:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capfd.readouterr()
        assert not ENGLISH.search(out + err), out + err
        return Told(code, out, err)

    return ran


@pytest.fixture
def folder(meeting_file: Path) -> Path:
    """The folder of the example."""
    return meeting_file.parent


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A register with a heading that is not known, a changed party and a role that is none."""
    path = tmp_path / "register.csv"
    path.write_bytes(CSV.encode("cp1252"))
    return path


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> Iterator[str]:
    """Somebody at the keyboard who gives these answers."""
    left = iter(answers)
    monkeypatch.setattr(cli_register, "_can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(left))
    return left


def names(folder: Path) -> set[str]:
    return {person.namn for person in read_roster(folder).kommun.person}


# The check


def test_a_roster_without_faults_ends_well(run: Run, folder: Path) -> None:
    told = run("register", folder)
    assert (told.code, told.err) == (DONE, "")
    assert "Inga fel" in told.out


def test_the_roster_where_the_user_stands_is_checked(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert "Inga fel" in run("register").out


def test_every_fault_is_printed_with_its_line(run: Run, folder: Path) -> None:
    path = folder / "kommun.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('sig = "lg"', 'sig = "av"').replace('sig = "ft"', 'sig = "Fatima"')
    path.write_text(text, encoding="utf-8")
    told = run("register", path)
    assert told.code == FINDINGS
    rows = told.out.splitlines()
    assert len(rows) == 5
    assert sum(row.startswith("kommun.toml, rad ") for row in rows) == 3
    assert any("Signaturen av" in row for row in rows)


def test_a_folder_without_a_roster_is_said(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "a" / "b" / "c" / "d"
    empty.mkdir(parents=True)
    told = run("register", empty)
    assert (told.code, told.out) == (COULD_NOT, "")
    assert "ingen kommun.toml" in told.err


def test_a_meeting_is_no_roster_and_is_never_written_to(
    run: Run, meeting_file: Path, file: Path
) -> None:
    before = meeting_file.read_bytes()
    for told in (run("register", meeting_file), run("register", file, "--till", meeting_file)):
        assert (told.code, told.out) == (COULD_NOT, "")
        assert "är ett sammanträde" in told.err
    assert meeting_file.read_bytes() == before


def test_a_roster_that_is_not_there_is_not_another_one(run: Run, folder: Path) -> None:
    told = run("register", folder / "annan.toml")
    assert (told.code, told.out) == (COULD_NOT, "")
    assert "Filen finns inte" in told.err


def test_a_broken_roster_is_said_with_its_row(run: Run, folder: Path, file: Path) -> None:
    (folder / "kommun.toml").write_text("namn = \n", encoding="utf-8")
    assert "rad 1" in run("register", folder).err
    told = run("register", file, "--till", folder, "--ja")
    assert (told.code, told.out) == (COULD_NOT, "")


# The import


def test_without_a_terminal_and_without_yes_nothing_is_written(
    run: Run, folder: Path, file: Path
) -> None:
    before = (folder / "kommun.toml").read_bytes()
    told = run("register", file, "--till", folder)
    assert told.code == FINDINGS
    assert "Windows-1252" in told.out and "semikolon" in told.out
    assert "Namn → namn" in told.out and "Grupp X → används inte" in told.out
    assert "Lägg till --ja" in told.out
    assert "register.csv, rad 4, kolumn D (Uppdrag)" in told.err
    assert (folder / "kommun.toml").read_bytes() == before


def test_with_yes_it_is_written_and_rows_with_faults_are_named(
    run: Run, folder: Path, file: Path
) -> None:
    told = run("register", file, "--till", folder, "--kolumn", "Grupp X=parti", "--ja")
    assert told.code == FINDINGS
    assert "Bo Ny" in names(folder)
    assert "Eva Ek" not in names(folder)
    assert "--bytt-parti" in told.err
    assert read_roster(folder).kommun.party_of("ab") == "M"
    assert "kommun.toml.bak" in told.out


def test_a_register_without_faults_ends_well_and_twice_says_that_nothing_is_new(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    rows = (("Namn", "Parti", "Organ", "Uppdrag"), ("Ny, Bo", "S", "Socialnämnden", "Ledamot"))
    book = write_book(tmp_path / "r.xlsx", rows, "Uttag")
    told = run("register", book, "--till", folder / "kommun.toml", "--ja")
    assert (told.code, told.err) == (DONE, "")
    assert "Blad: Uttag" in told.out
    again = run("register", book, "--till", folder / "kommun.toml")
    assert (again.code, again.err) == (DONE, "")
    assert "Inget nytt" in again.out


def test_columns_are_remembered_for_the_next_time(run: Run, folder: Path, file: Path) -> None:
    run("register", file, "--till", folder, "--kolumn", "b=parti", "--ja")
    told = run("register", file, "--till", folder)
    assert "som du valde sist" in told.out
    assert "Grupp X → parti" in told.out


def test_a_changed_party_holds_from_the_day_given(run: Run, folder: Path, file: Path) -> None:
    words = ("--kolumn", "Grupp X=parti", "--bytt-parti", "1 mars 2031", "--ja")
    told = run("register", file, "--till", folder, *words)
    assert "(M) till och med 2031-02-28, sedan (L)" in told.out
    assert read_roster(folder).kommun.party_of("ab") == "L"


def test_a_folder_that_is_named_gets_a_roster_of_its_own(
    run: Run, folder: Path, file: Path
) -> None:
    before, own = (folder / "kommun.toml").read_bytes(), folder / "nytt"
    own.mkdir()
    told = run("register", file, "--till", own, "--ja")
    assert f"{own / 'kommun.toml'} (ny)" in told.out
    assert (own / "kommun.toml").is_file()
    assert (folder / "kommun.toml").read_bytes() == before
    again = run("register", file, "--till", own)
    assert f"Läser in i: {own / 'kommun.toml'}\n" in again.out


def test_a_folder_that_is_named_and_has_no_roster_is_not_checked_for_another_s(
    run: Run, folder: Path
) -> None:
    own = folder / "nytt"
    own.mkdir()
    told = run("register", "--till", own)
    assert (told.code, told.out) == (COULD_NOT, "")
    assert "Filen finns inte" in told.err


def test_without_a_folder_the_roster_is_the_nearest_one_above(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = folder / "möten"
    here.mkdir()
    monkeypatch.chdir(here)
    run("register", file, "--ja")
    assert "Bo Ny" in names(folder)
    assert list(here.iterdir()) == []


def test_mandates_that_the_file_does_not_have_are_ended_when_asked_for(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "r.csv"
    row = "Berg, Anna;M;au;Ledamot;2033-01-01"
    path.write_text(f"Namn;Parti;Organ;Uppdrag;Fr.o.m.\n{row}\n", encoding="utf-8")
    told = run("register", path, "--till", folder, "--ersätt-uppdrag", "--ja")
    assert "Uppdrag som avslutas (7)" in told.out
    ended = [m for m in read_roster(folder).kommun.mandat if f"{m.till}" == "2032-12-31"]
    assert {m.organ for m in ended} == {"au"}


def test_one_who_cannot_be_ended_is_told_with_the_roster_and_without_a_row(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    add_mandate(folder, "fran = 2099-01-01")
    path = tmp_path / "r.csv"
    path.write_text("Namn;Parti;Organ;Uppdrag\nBerg, Anna;M;au;Ledamot\n", encoding="utf-8")
    told = run("register", path, "--till", folder, "--ersätt-uppdrag")
    assert "\nkommun.toml: Bo Ek börjar först 2099-01-01" in told.err
    assert "rad 2:" not in told.err


def test_one_whom_the_file_does_not_have_is_told_with_the_option_that_ends(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    add_mandate(folder, "")
    path = tmp_path / "r.csv"
    path.write_text("Namn;Parti;Organ;Uppdrag\nBerg, Anna;M;au;Ledamot\n", encoding="utf-8")
    told = run("register", path, "--till", folder)
    assert "står kvar: Bo Ek (avslutas med --ersätt-uppdrag)." in told.out
    ended = run("register", path, "--till", folder, "--ersätt-uppdrag")
    assert "står kvar" not in ended.out


def add_mandate(folder: Path, fran: str) -> None:
    """One more in the roster, with the day that the mandate begins."""
    person = '\n[[person]]\nsig = "bek"\nnamn = "Bo Ek"\nparti = "M"\n'
    mandat = '\n[[mandat]]\nperson = "bek"\norgan = "au"\nroll = "ersättare"\n'
    with (folder / "kommun.toml").open("a", encoding="utf-8", newline="\n") as roster:
        roster.write(f"{person}{mandat}{fran}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kolumn", "Grupp X"), "inget val av kolumn"),
        (("--kolumn", "Grupp X=färg"), "inget val av kolumn"),
        (("--kolumn", "Finns inte=parti"), "ingen kolumn Finns inte"),
        (("--organ", "xx"), "organet xx"),
        (("--bytt-parti", "snart"), "ingen dag"),
        (("--kolumn", "Namn=parti"), "Ingen kolumn innehåller namn"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    run: Run, folder: Path, file: Path, words: tuple[str, ...], said: str
) -> None:
    before = (folder / "kommun.toml").read_bytes()
    told = run("register", file, "--till", folder, "--ja", *words)
    assert told.code == WRONG_USE
    assert said in told.err
    assert (folder / "kommun.toml").read_bytes() == before


def test_a_file_that_cannot_be_read_is_said_with_its_name(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "trasig.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    told = run("register", bad, "--till", folder, "--ja")
    assert (told.code, told.out) == (COULD_NOT, "")
    assert told.err.startswith("trasig.xlsx: ")


def test_help_names_every_field_a_column_can_hold(run: Run) -> None:
    told = run("register", "--hjälp")
    assert told.code == DONE
    assert all(field in " ".join(told.out.split()) for field in FALT)


def test_what_a_file_says_cannot_command_the_terminal(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    bell = "\x1b[31mNy\x07\u202e, Bo"
    rows = (("Namn", "Parti", "Organ", "Uppdrag"), ("Bo", "S", "ks", "Kung\u202e"), (bell, "S"))
    path = tmp_path / "r.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    told = run("register", path, "--till", folder)
    assert "Kung" in told.err and "Ny, Bo" in told.out
    assert not {"\x1b", "\x07", "\u202e"} & set(told.out + told.err)


# At a terminal


def test_a_no_leaves_the_roster_as_it_is(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "kommun.toml").read_bytes()
    answering(monkeypatch, "n")
    told = run("register", file, "--till", folder)
    assert (told.code, "Inget är skrivet." in told.out) == (FINDINGS, True)
    assert (folder / "kommun.toml").read_bytes() == before


def test_a_changed_party_is_asked_about_with_its_day(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = answering(monkeypatch, "j", "i går", "2031-03-01", "j")
    told = run("register", file, "--till", folder, "--kolumn", "Grupp X=parti")
    assert list(left) == []
    assert "i går är ingen dag" in told.out
    person = read_roster(folder).kommun.find_person("ab")
    assert person is not None
    assert (person.parti, str(person.tidigare_parti[0].till)) == ("L", "2031-02-28")


def test_a_namesake_can_be_another_person(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "n", "j")
    run("register", file, "--till", folder, "--kolumn", "Grupp X=parti")
    berg = [p for p in read_roster(folder).kommun.person if p.namn == "Anna Berg"]
    assert [person.parti for person in berg] == ["M", "L"]


def test_an_empty_answer_leaves_the_row_out(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "", "j")
    told = run("register", file, "--till", folder, "--kolumn", "Grupp X=parti")
    assert told.code == FINDINGS
    assert "Bo Ny" in names(folder)
    assert "rad 3, kolumn B" in told.err


def test_ctrl_c_at_a_question_ends_without_writing(
    run: Run, folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    before = (folder / "kommun.toml").read_bytes()
    answering(monkeypatch)
    monkeypatch.setattr("builtins.input", interrupted)
    told = run("register", file, "--till", folder)
    assert (told.code, "Inget är skrivet." in told.out) == (FINDINGS, True)
    assert (folder / "kommun.toml").read_bytes() == before
