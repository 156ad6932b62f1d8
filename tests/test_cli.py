"""The command line: the same services without a screen, in Swedish, with exit codes to trust."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import protokoll_tui
from protokoll_tui.cli import COULD_NOT, DONE, FINDINGS, WRONG_USE, main
from protokoll_tui.cli_parser import in_swedish
from protokoll_tui.domain.handelse import Satt
from protokoll_tui.rendering import style_names
from protokoll_tui.services.meetings import EXAMPLE, copy_example
from protokoll_tui.services.play import play
from protokoll_tui.services.session import Session
from tests.services.hand import at, say

ENGLISH = re.compile(
    r"\b(No such file|Permission denied|Traceback|Errno|is a directory"
    r"|usage|error|arguments?|required|options|positional|show this|expected)\b",
    re.I,
)


class Told:
    """What a command said and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> object:
    """Run the program in this process."""

    def ran(*words: object) -> Told:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        told = Told(code, out.decode("utf-8"), err.decode("utf-8"))
        assert not ENGLISH.search(told.err + told.out), told.err + told.out
        return told

    return ran


Run = object


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example after its script; nobody writes in it."""
    folder = tmp_path_factory.mktemp("spelat")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PROTOKOLL_STATE", str(folder / "tillstånd"))
        meeting = copy_example(folder / "möten")
        session = Session.open(meeting)
        told = play(session, (meeting.parent / "skript.txt").read_text(encoding="utf-8"))
        session.close()
    assert told.fel == 0
    return meeting.parent


@pytest.fixture
def played(whole: Path, tmp_path: Path) -> Path:
    """The example after its script, a copy of one's own."""
    return Path(shutil.copytree(whole, tmp_path / "möten")) / EXAMPLE


def call(run: object, *words: object) -> Told:
    assert callable(run)
    told = run(*words)
    assert isinstance(told, Told)
    return told


# demo


def test_the_example_is_written_to_a_folder_and_opens(run: Run, tmp_path: Path) -> None:
    told = call(run, "demo", "--till", tmp_path / "nytt" / "exempel")
    files = {file.name for file in (tmp_path / "nytt" / "exempel").iterdir()}
    assert (told.code, told.err) == (DONE, "")
    assert files == {"kommun.toml", "ks-2031-06-17.toml", "skript.txt"}
    assert "ks-2031-06-17.toml" in told.out
    path = tmp_path / "nytt" / "exempel" / "ks-2031-06-17.toml"
    assert len(Session.open(path, read_only=True).state.paragraf) == 14


def test_an_example_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    call(run, "demo", "--till", tmp_path)
    path = tmp_path / "ks-2031-06-17.toml"
    path.write_text("mitt eget", encoding="utf-8")
    told = call(run, "demo", "--till", tmp_path)
    assert (told.code, told.out) == (COULD_NOT, "")
    assert ".toml: Filen finns redan" in told.err
    assert path.read_text(encoding="utf-8") == "mitt eget"


def test_a_roster_of_ones_own_is_not_written_over_by_the_example(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "kommun.toml"
    mine.write_text('namn = "Min kommun"\n', encoding="utf-8")
    assert call(run, "demo", "--till", tmp_path).code == COULD_NOT
    assert mine.read_text(encoding="utf-8") == 'namn = "Min kommun"\n'
    assert [file.name for file in tmp_path.glob("*.t*")] == ["kommun.toml"]


def test_a_file_is_no_folder_to_write_the_example_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("text", encoding="utf-8")
    told = call(run, "demo", "--till", tmp_path / "fil" / "mapp")
    assert told.code == COULD_NOT
    assert told.err.strip()


# spela


def test_a_script_is_recorded(run: Run, meeting_file: Path) -> None:
    told = call(run, "spela", meeting_file, meeting_file.parent / "skript.txt")
    assert (told.code, told.err) == (DONE, "")
    assert told.out == "71 rader inskrivna.\n"
    assert Session.open(meeting_file, read_only=True).state.paragraf[3].beslut


def test_a_script_can_come_from_the_keyboard(
    run: Run, meeting_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO("118>\r\nav hä\r\n".encode()), encoding="cp1252")
    monkeypatch.setattr("sys.stdin", given)
    assert call(run, "spela", meeting_file, "-").code == DONE
    state = Session.open(meeting_file, read_only=True)
    assert at(state, 118).yrkande[0].av[0].person == "hä"


def test_a_script_may_begin_with_a_byte_order_mark(
    run: Run, meeting_file: Path, tmp_path: Path
) -> None:
    script = tmp_path / "rader.txt"
    script.write_bytes("\ufeff118>\r\nav hä\r\n".encode())
    told = call(run, "spela", meeting_file, script)
    assert (told.code, told.err) == (DONE, "")
    assert told.out.startswith("1 ")


def test_lines_that_are_not_understood_are_named_by_row_and_kept(
    run: Run, meeting_file: Path, tmp_path: Path
) -> None:
    script = tmp_path / "rader.txt"
    script.write_text("118>\n\n# en kommentar\nTomas undrar\nin y9 cd\nbi hä\n", encoding="utf-8")
    told = call(run, "spela", meeting_file, script)
    assert told.code == FINDINGS
    rows = told.err.splitlines()
    assert [row.split(":")[0] for row in rows] == ["rad 4", "rad 5"]
    assert "2 att reda ut" in told.out
    notes = at(Session.open(meeting_file, read_only=True), 118).notering
    assert [note.text for note in notes] == ["Tomas undrar", "in y9 cd"]


def test_lines_for_a_paragraph_that_is_not_there_are_named_and_give_code_one(
    run: Run, meeting_file: Path, tmp_path: Path
) -> None:
    script = tmp_path / "rader.txt"
    script.write_text("118>\nav hä\n49>\nbi cd\n", encoding="utf-8")
    told = call(run, "spela", meeting_file, script)
    assert (told.code, told.out) == (
        FINDINGS,
        "1 rader inskrivna, 0 att reda ut, 2 inte inskrivna.\n",
    )
    assert [row.split(":")[0] for row in told.err.splitlines()] == ["rad 3", "rad 4"]
    assert len(at(Session.open(meeting_file, read_only=True), 118).yrkande) == 1


@pytest.mark.parametrize("missing", ["möte", "skript", "båda"])
def test_a_file_that_is_not_there_is_said_in_swedish(
    run: Run, meeting_file: Path, tmp_path: Path, missing: str
) -> None:
    gone = tmp_path / "saknas.toml"
    meeting = gone if missing != "skript" else meeting_file
    script = gone if missing != "möte" else meeting_file.parent / "skript.txt"
    told = call(run, "spela", meeting, script)
    assert (told.code, told.out) == (COULD_NOT, "")
    assert "saknas.toml" in told.err and "Filen finns inte" in told.err
    assert told.err.count("\n") == 1


def test_a_script_in_another_encoding_is_said_and_nothing_is_recorded(
    run: Run, meeting_file: Path, tmp_path: Path
) -> None:
    before = meeting_file.read_bytes()
    script = tmp_path / "rader.txt"
    script.write_bytes("118>\nav hä\n".encode("latin-1"))
    told = call(run, "spela", meeting_file, script)
    assert told.code == COULD_NOT
    assert "UTF-8" in told.err and "rader.txt" in told.err
    assert meeting_file.read_bytes() == before


def test_a_folder_is_no_meeting_and_no_script(run: Run, meeting_file: Path) -> None:
    folder = meeting_file.parent
    assert call(run, "spela", folder, folder / "skript.txt").code == COULD_NOT
    assert call(run, "spela", meeting_file, folder).code == COULD_NOT
    assert call(run, "utdrag", folder, "118").code == COULD_NOT


def test_a_meeting_that_another_has_open_takes_no_lines_and_says_so(
    run: Run, meeting_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Session.open(meeting_file)
    monkeypatch.setenv("PROTOKOLL_STATE", str(tmp_path / "annan"))
    script = tmp_path / "rader.txt"
    script.write_text("118>\nav hä\n", encoding="utf-8")
    told = call(run, "spela", meeting_file, script)
    assert told.code == COULD_NOT
    assert "Rad 2" in told.err and "läsning" in told.err
    other.close()
    assert call(run, "spela", meeting_file, script).code == DONE


def test_a_broken_meeting_is_said_with_its_row(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "möte.toml"
    broken.write_text('organ = "ks"\nplats = \n', encoding="utf-8")
    for words in (("spela", broken, broken), ("utdrag", broken)):
        told = call(run, *words)
        assert told.code == COULD_NOT
        assert "möte.toml, rad 2" in told.err


def test_the_last_good_version_is_no_answer_for_a_meeting_that_is_broken(
    run: Run, played: Path
) -> None:
    """There is one beside the file, which the screen would show for reading."""
    lines = played.read_text(encoding="utf-8").split("\n")
    row = next(n for n, line in enumerate(lines) if line.startswith("datum"))
    lines[row] = 'datum = "2031'
    played.write_text("\n".join(lines), encoding="utf-8")
    assert Session.open(played, read_only=True).state.paragraf
    script = played.parent / "rader.txt"
    script.write_text("118>\n", encoding="utf-8")
    for words in (("utdrag", played, "118"), ("spela", played, script)):
        told = call(run, *words)
        assert (told.code, told.out) == (COULD_NOT, "")
        assert f"{played.name}, rad {row + 1}, kolumn 14: Filen kan inte läsas." in told.err


def test_an_empty_meeting_file_says_what_it_is_and_how_to_go_on(run: Run, played: Path) -> None:
    played.write_bytes(b"")
    told = call(run, "utdrag", played, "118")
    assert (told.code, told.out) == (COULD_NOT, "")
    assert f"{played.name}: Filen är tom." in told.err and ".toml.bak över" in told.err


# utdrag


def test_an_extract_is_written_as_text(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118")
    assert told.code == DONE
    assert "Kommunstyrelsen avslår arbetsutskottets förslag" in " ".join(told.out.split())
    assert "§ 118" in told.out.replace("\u00a0", " ")


@pytest.mark.parametrize("word", ["118", "§118", "§ 118"])
def test_a_paragraph_is_named_with_or_without_its_sign(run: Run, played: Path, word: str) -> None:
    assert "översättningsarkiv" in call(run, "utdrag", played, word).out


class Page(HTMLParser):
    """The tags of a page that stand open, and the words outside the style."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.met.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data


def test_an_extract_is_written_as_one_page(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "--format", "html")
    page = Page()
    page.feed(told.out)
    assert told.code == DONE
    assert page.open == []
    assert (page.met.count("html"), page.met.count("body"), page.met.count("h1")) == (1, 1, 1)
    assert told.out.startswith("<!doctype html>")
    assert "Anna Berg" in page.words


def test_an_extract_is_written_as_json(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "--format", "json")
    assert told.code == DONE
    plain = json.loads(told.out)
    assert plain["metadata"]["paragraf"].replace("\u00a0", " ") in {"118", "§ 118"}


def test_several_paragraphs_follow_each_other_as_text(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "116")
    words = told.out.replace("\u00a0", " ")
    assert 0 <= words.index("§ 118") < words.index("§ 116")
    whole = call(run, "utdrag", played)
    assert whole.code == DONE
    assert all(f"§ {nr}" in whole.out.replace("\u00a0", " ") for nr in range(112, 126))


@pytest.mark.parametrize("form", ["html", "json"])
@pytest.mark.parametrize("chosen", [("118", "116"), ()])
def test_several_paragraphs_do_not_become_one_broken_file(
    run: Run, played: Path, form: str, chosen: tuple[str, ...]
) -> None:
    told = call(run, "utdrag", played, *chosen, "--format", form)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert form in told.err and "en paragraf" in told.err


def test_a_style_changes_how_it_is_said(run: Run, played: Path) -> None:
    standard = call(run, "utdrag", played, "118", "--stil", "standard")
    nacka = call(run, "utdrag", played, "118", "--stil", "Nacka")
    assert (standard.code, nacka.code) == (DONE, DONE)
    assert standard.out != nacka.out
    assert call(run, "utdrag", played, "118").out == standard.out


def test_an_unknown_style_names_those_that_exist(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "--stil", "lund")
    assert told.code == WRONG_USE
    assert "lund" in told.err
    assert all(name in told.err for name in style_names())
    assert told.out == ""


def test_an_unknown_format_names_those_that_exist(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "--format", "odt")
    assert told.code == WRONG_USE
    assert all(name in told.err for name in ("odt", "txt", "html", "json"))


def test_an_unknown_paragraph_names_those_that_exist(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "999", "abc")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert len(told.err.splitlines()) == 2
    assert "abc är inga paragrafnummer" in told.err
    assert "§ 999" in told.err and "§§ 112–125" in told.err


@pytest.mark.parametrize("word", ["116-118", "§§116–118"])
def test_a_run_of_paragraphs_is_named_by_its_ends(run: Run, played: Path, word: str) -> None:
    told = call(run, "utdrag", played, word)
    words = told.out.replace("\u00a0", " ")
    assert told.code == DONE
    assert 0 <= words.index("§ 116") < words.index("§ 117") < words.index("§ 118")
    assert "§ 119" not in words


def test_a_paragraph_asked_for_twice_is_written_once(run: Run, played: Path) -> None:
    once = call(run, "utdrag", played, "118")
    assert call(run, "utdrag", played, "118", "118-118").out == once.out


@pytest.fixture
def doubled(played: Path) -> Path:
    """The example after its script, with § 119 numbered 118 by hand."""
    text = played.read_text(encoding="utf-8")
    played.write_text(text.replace("\nnr = 119\n", "\nnr = 118\n", 1), encoding="utf-8")
    return played


def test_of_two_paragraphs_with_one_number_both_are_printed(run: Run, doubled: Path) -> None:
    other = next(
        p.rubrik for p in Session.open(doubled, read_only=True).state.paragraf[7:] if p.nr == 118
    )
    for words in (("118",), ("118-118",), ()):
        told = call(run, "utdrag", doubled, *words)
        assert told.code == DONE
        assert told.err.startswith("§ 118 finns 2 gånger i filen.")
        assert "översättningsarkiv" in told.out
        assert other in " ".join(told.out.split())


@pytest.mark.parametrize("form", ["html", "json"])
def test_two_paragraphs_with_one_number_are_no_page(run: Run, doubled: Path, form: str) -> None:
    told = call(run, "utdrag", doubled, "118", "--format", form)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert "§ 118 finns mer än en gång" in told.err and form in told.err


def test_a_meeting_without_paragraphs_says_so(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "tomt.toml"
    empty.write_text('format = 1\nid = "m-222222"\norgan = "ks"\n', encoding="utf-8")
    told = call(run, "utdrag", empty)
    assert told.code == WRONG_USE
    assert "inga numrerade paragrafer" in told.err


@pytest.mark.parametrize("words", [("{fil}",), ("utdrag", "{fil}"), ("spela", "{fil}", "{skript}")])
def test_a_roster_is_no_meeting_file(run: Run, meeting_file: Path, words: tuple[str, ...]) -> None:
    roster = meeting_file.parent / "kommun.toml"
    before = roster.read_bytes()
    script = meeting_file.parent / "skript.txt"
    told = call(run, *(word.format(fil=roster, skript=script) for word in words))
    assert (told.code, told.out) == (WRONG_USE, "")
    assert "kommun.toml: Filen är ingen sammanträdesfil." in told.err
    assert roster.read_bytes() == before


def test_a_file_is_written_and_never_written_over_unasked(
    run: Run, played: Path, tmp_path: Path
) -> None:
    out = tmp_path / "utdrag.txt"
    assert call(run, "utdrag", played, "118", "-o", out).out == ""
    first = out.read_bytes()
    assert "översättningsarkiv" in first.decode("utf-8")
    told = call(run, "utdrag", played, "116", "-o", out)
    assert told.code == COULD_NOT
    assert "utdrag.txt" in told.err and "--ersätt" in told.err
    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("name", "form"),
    [("u.html", "html"), ("u.JSON", "json"), ("u.txt", "txt"), ("utdrag", "txt")],
)
def test_the_ending_of_the_file_is_its_format(
    run: Run, played: Path, tmp_path: Path, name: str, form: str
) -> None:
    asked = call(run, "utdrag", played, "118", "--format", form)
    assert call(run, "utdrag", played, "118", "-o", tmp_path / name).code == DONE
    assert (tmp_path / name).read_text(encoding="utf-8") == asked.out


@pytest.mark.parametrize("name", ["u.pdf", "u.docx"])
def test_an_ending_that_is_no_format_of_ours_is_said_and_nothing_is_written(
    run: Run, played: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    told = call(run, "utdrag", played, "118", "-o", out)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert out.suffix in told.err and ".txt, .html, .json" in told.err
    assert not out.exists()
    assert call(run, "utdrag", played, "118", "-o", out, "--format", "txt").code == DONE


@pytest.mark.parametrize("word", ["--ersätt", "--ersatt"])
def test_a_file_is_written_over_when_it_is_said(
    run: Run, played: Path, tmp_path: Path, word: str
) -> None:
    out = tmp_path / "utdrag.txt"
    out.write_text("gammalt", encoding="utf-8")
    assert call(run, "utdrag", played, "118", "-o", out, word).code == DONE
    assert "översättningsarkiv" in out.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_said_in_swedish(
    run: Run, played: Path, tmp_path: Path
) -> None:
    told = call(run, "utdrag", played, "118", "-o", tmp_path / "saknas" / "ut.txt")
    assert told.code == COULD_NOT
    assert "ut.txt" in told.err


@pytest.mark.parametrize("word", ["--närvaro", "--narvaro"])
def test_an_extract_can_name_those_who_take_part(run: Run, played: Path, word: str) -> None:
    bare = call(run, "utdrag", played, "118")
    told = call(run, "utdrag", played, "118", word)
    assert (bare.code, told.code) == (DONE, DONE)
    assert "Beslutande" not in bare.out
    row = "Roger Hallström (S), tjänstgör i stället för Ann-Sofie Wallin (S)"
    assert row in " ".join(told.out.split())


def test_every_paragraf_can_have_its_own_list(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "--närvaro")
    assert told.code == DONE
    assert told.out.count("Beslutande\n") == told.out.count("Protokollsutdrag\n") > 10


@pytest.mark.parametrize("command", ["närvaro", "narvaro"])
def test_the_list_of_who_was_there_is_written(run: Run, played: Path, command: str) -> None:
    told = call(run, command, played)
    assert (told.code, told.err) == (DONE, "")
    assert told.out.startswith("Närvaro\n=======\n\nÄlvhamra kommun")
    assert "- Karin Åkesson (C), ordförande\n" in told.out
    assert "§§" in told.out.split("Paragrafer\n")[1]


def test_the_list_follows_style_format_and_file(run: Run, played: Path, tmp_path: Path) -> None:
    assert "\nBESLUTANDE\n" in call(run, "närvaro", played, "--stil", "nacka").out
    assert json.loads(call(run, "närvaro", played, "--format", "json").out)["metadata"]["slag"] == (
        "närvaro"
    )
    out = tmp_path / "närvaro.html"
    assert call(run, "närvaro", played, "-o", out).code == DONE
    assert "<h1>Närvaro</h1>" in out.read_text(encoding="utf-8")
    again = call(run, "närvaro", played, "-o", out)
    assert again.code == COULD_NOT
    assert call(run, "närvaro", played, "-o", out, "--ersätt").code == DONE


def test_the_list_of_nothing_is_wrong_use(run: Run, tmp_path: Path) -> None:
    assert call(run, "närvaro").err.startswith("Skriv vilken fil det gäller.")
    assert call(run, "närvaro", tmp_path / "finns-inte.toml").code == COULD_NOT


def test_an_extract_changes_neither_the_meeting_nor_its_folder(run: Run, played: Path) -> None:
    before = {f.name: f.read_bytes() for f in played.parent.iterdir() if f.is_file()}
    call(run, "utdrag", played, "118")
    after = {f.name: f.read_bytes() for f in played.parent.iterdir() if f.is_file()}
    assert after == before


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_the_public_version_leaves_out_what_is_masked(
    run: Run, meeting_file: Path, form: str
) -> None:
    session = Session.open(meeting_file)
    say(session, 118, "be : Bidraget till ==Stina Olsson== beviljas.", "an ab : ==Hemligt== ord")
    session.close()
    whole = call(run, "utdrag", meeting_file, "118", "--format", form)
    public = call(run, "utdrag", meeting_file, "118", "--format", form, "--publik")
    assert "Stina Olsson" in whole.out and "Hemligt" in whole.out
    assert "Stina" not in public.out and "Hemligt" not in public.out
    assert "beviljas" in public.out
    assert "==" not in public.out.replace("=====", "")


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_of_a_secret_paragraph_only_its_number_and_a_neutral_line_are_shown(
    run: Run, played: Path, form: str
) -> None:
    session = Session.open(played)
    say(session, 118, "se 18:1", "ly y1 : Egen hemlig mening.", "+mö")
    session.close()
    told = call(run, "utdrag", played, "118", "--format", form)
    said = told.out + told.err
    for word in ("översättningsarkiv", "Anna", "Berg", "0412", "hemlig mening", "Cia", "Vi delar"):
        assert word not in said
    assert "sekretess" in told.out.casefold()
    assert "118" in told.out


def test_the_one_who_prints_a_secret_paragraf_is_told_how_to_print_all_of_it(
    run: Run, played: Path
) -> None:
    session = Session.open(played)
    say(session, 118, "se 18:1")
    session.close()
    told = call(run, "utdrag", played, "117-119")
    assert [line for line in told.err.splitlines() if line] == [
        "§ 118 omfattas av sekretess och skrivs bara med sitt nummer. "
        "Lägg till --hemligt för hela paragrafen."
    ]
    assert call(run, "utdrag", played, "118", "--publik").err == ""


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_a_secret_paragraf_is_printed_whole_and_marked_when_asked_for(
    run: Run, played: Path, form: str
) -> None:
    session = Session.open(played)
    say(session, 118, "se 18:1")
    session.close()
    told = call(run, "utdrag", played, "118", "--format", form, "--hemligt")
    assert (told.code, told.err) == (DONE, "")
    for word in ("översättningsarkiv", "Anna Berg", "0412", "OMFATTAS AV SEKRETESS", "18 kap."):
        assert word in told.out.replace("\u00a0", " ")


def test_what_is_secret_is_in_no_public_version(run: Run, played: Path) -> None:
    told = call(run, "utdrag", played, "118", "--hemligt", "--publik")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert "--hemligt" in told.err and "--publik" in told.err


def test_what_is_flagged_in_an_extract_is_said_beside_it(run: Run, meeting_file: Path) -> None:
    session = Session.open(meeting_file)
    say(session, 118, "av ab", "ly y1 : Anna Berg säger nej.", "+cd")
    session.close()
    told = call(run, "utdrag", meeting_file, "118")
    assert told.code == DONE
    assert told.err.strip() and told.err.strip() not in told.out


def test_an_unreadable_value_of_the_file_does_not_stop_the_extract(run: Run, played: Path) -> None:
    text = played.read_text(encoding="utf-8")
    changed = text.replace('plats = "Stora salen, Älvhamra kommunhus"', "plats = 17", 1)
    assert changed != text
    played.write_text(changed, encoding="utf-8")
    assert call(run, "utdrag", played, "118").code == DONE


# Words, codes and terminals


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["utdrag", "--help"]])
def test_help_and_version_are_given(run: Run, words: list[str]) -> None:
    told = call(run, *words)
    assert told.code == DONE
    assert told.out.strip()


@pytest.mark.parametrize(
    "words", [["utdrag"], ["spela", "fil"], ["--finns-inte"], ["utdrag", "f", "--stil"]]
)
def test_wrong_words_give_code_two(run: Run, words: list[str]) -> None:
    told = call(run, *words)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err.splitlines()[1].startswith("Så skrivs det: protokoll")


def test_a_misspelled_command_is_told_which_there_are(run: Run) -> None:
    told = call(run, "utdrga")
    assert told.code == WRONG_USE
    assert "utdrga" in told.err and "demo, närvaro, register, spela, utdrag" in told.err


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("unrecognized arguments: --ut=1 x", "Förstår inte: --ut=1 x"),
        ("the following arguments are required: SKRIPT", "Det saknas: SKRIPT."),
        ("argument --stil: expected one argument", "Efter --stil ska något stå."),
        ("worded in a way that is not known", "Förstår inte vad som ska göras."),
    ],
)
def test_a_fault_of_the_command_line_is_said_in_swedish(fault: str, said: str) -> None:
    assert in_swedish(fault) == said


def test_what_is_neither_a_command_nor_a_file_is_wrong_use(run: Run) -> None:
    told = call(run, "finns-inte.toml")
    assert told.code == WRONG_USE
    assert "finns-inte.toml: Filen finns inte." in told.err


def test_without_a_terminal_the_other_way_in_is_named(run: Run, meeting_file: Path) -> None:
    for words in ([meeting_file], [meeting_file.parent]):
        told = call(run, *words)
        assert (told.code, told.out) == (WRONG_USE, "")
        assert "protokoll spela" in told.err and told.err.count("\n") == 1


def test_the_demo_without_a_terminal_says_where_the_example_lies(run: Run) -> None:
    told = call(run, "demo")
    assert told.code == WRONG_USE
    path = Path(told.out.splitlines()[0].removeprefix("Exemplet ligger i "))
    assert path.is_file()
    assert path.parent.name.startswith("protokoll-demo-")


def subprocess_run(*words: object, encoding: str) -> subprocess.CompletedProcess[bytes]:
    source = str(Path(protokoll_tui.__file__).parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "protokoll_tui", *map(str, words)],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": source, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "ascii"])
def test_a_windows_code_page_does_not_eat_letters(meeting_file: Path, encoding: str) -> None:
    done = subprocess_run("utdrag", meeting_file, "118", encoding=encoding)
    assert done.returncode == DONE
    assert "översättningsarkiv" in done.stdout.decode("utf-8")
    told = subprocess_run("utdrag", meeting_file, "999", encoding=encoding)
    assert told.returncode == WRONG_USE
    assert "§ 999 finns inte" in told.stderr.decode("utf-8")


def test_a_meeting_with_a_style_that_does_not_exist_says_so_and_gives_the_file_back(
    run: Run, meeting_file: Path, tmp_path: Path
) -> None:
    session = Session.open(meeting_file)
    session.record_events("stil", [Satt(id=session.state.id, falt="stil", varde="lund")])
    session.close()
    script = tmp_path / "rader.txt"
    script.write_text("118>\nav hä\n", encoding="utf-8")
    told = call(run, "spela", meeting_file, script)
    assert told.code == COULD_NOT
    assert "lund" in told.err
    assert not Session.open(meeting_file).store.read_only
