"""What is wrong in a TOML file is told in Swedish, whatever it is and whichever Python reads it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from protokoll_tui.storage import toml_faults
from protokoll_tui.storage.create import summarize
from protokoll_tui.storage.errors import TrasigFil
from protokoll_tui.storage.meeting_file import parse, parse_toml
from protokoll_tui.storage.toml_faults import UNKNOWN, in_swedish

FAULTS = [
    ("a\n", "likhetstecken"),
    ("a = \n", "Värdet går inte att läsa"),
    ("a = abc\n", "citattecken"),
    ("a = 1 2\n", "radbrytning"),
    ("= 1\n", "Raden"),
    ("a. = 1\n", "nyckel"),
    ("[a\n", "]"),
    ("[[a]\n", "]]"),
    ("[a]\n[a]\n", "Rubriken [a]"),
    ("[a.b]\n[a.b]\n", "Rubriken [a.b]"),
    ("a = 1\na = 2\n", "redan ett värde"),
    ("a = 1\n[a.b]\n", "redan ett värde"),
    ("a = 1\n[[a]]\n", "redan ett värde"),
    ("a = {b = 1}\n[a.c]\n", "Rubriken [a.c]"),
    ("a = [1]\n[[a]]\n", "a är redan avslutad"),
    ("a = {b = {c = 1}, b.d = 2}\n", "b.d är redan avslutad"),
    ("[a.b]\n[a]\nb.c = 1\n", "a.b"),
    ("a = [1\n", "listan"),
    ("a = [1 2]\n", "listan"),
    ("a = {b = 1\n", "klammer"),
    ("a = {b = 1, b = 2}\n", "b står två gånger"),
    ('a = "x\\q"\n', "omvänt snedstreck"),
    ('a = """x\\ y"""\n', "omvänt snedstreck"),
    ('a = "\\uzz"\n', "teckenkod"),
    ('a = "\\ud800"\n', "teckenkod"),
    ('a = "x\n', "radbrytning"),
    ('a = "x', "avslutande citattecken"),
    ('a = """x\n', "avslutande citattecken"),
    ("a = 'x\n", "avslutande"),
    ("a = '''x\n", "avslutande"),
    ('a = "\x00"\n', "tecken som inte syns"),
    ("# \x01\n", "tecken som inte syns"),
    ("a = '\x02'\n", "tecken som inte syns"),
    ("a = 2031-02-30\n", "Datumet"),
    ("a = 2031-06-17T15:00:00+24:00\n", "radbrytning"),
    ("a = " + "[" * 5000 + "]" * 5000 + "\n", "för djupt"),
]


ENGLISH = re.compile(
    r"(?i)\b(expected|invalid|cannot|after|found|illegal|unclosed|unescaped|line|column)\b"
)


@pytest.mark.parametrize(("text", "words"), FAULTS, ids=lambda value: repr(value)[:30])
def test_every_fault_is_told_in_swedish_and_no_english_is_left(text: str, words: str) -> None:
    with pytest.raises(TrasigFil) as caught:
        parse_toml(text, Path("ks.toml"))
    told = str(caught.value)
    assert words in told
    assert not re.search(
        r"(?i)\b(expected|invalid|cannot|after|found|illegal|unclosed|unescaped|line|column)\b",
        told,
    )
    assert UNKNOWN not in told


def test_every_message_of_this_python_is_known() -> None:
    source = Path(tomllib.__file__).with_name("_parser.py").read_text("utf-8")
    raised = r'(?:suffixed_err\(\s*src, pos,|TOMLDecodeError\()\s*f?"([^"]+)"'
    messages = [found for found in re.findall(raised, source) if not found.startswith("{msg}")]
    assert len(messages) > 15
    for message in messages:
        said = re.sub(r"\{key_stem!r\}|\{\w+(?:\[pos\])?!r\}", "'a'", message)
        said = re.sub(r"\{(?:key|\w+_key|abs_key_parent)\}", "('a', 'b')", said)
        assert in_swedish(said.replace("\\\\", "\\")) != UNKNOWN, said


def test_a_message_that_is_not_known_gives_a_swedish_sentence() -> None:
    assert in_swedish("Something quite new") == UNKNOWN


@pytest.mark.parametrize("known", [message for message, _ in toml_faults.FAULTS])
def test_every_sentence_is_whole(known: str) -> None:
    sentence = dict(toml_faults.FAULTS)[known]
    assert sentence[0].isupper() or sentence[0] in "[{"
    assert sentence.endswith(".")


def test_the_place_stands_first_and_the_sentences_follow_each_other() -> None:
    with pytest.raises(TrasigFil) as caught:
        parse(b'id = "m-2"\nplats\n', Path("ks.toml"))
    assert str(caught.value) == (
        "ks.toml, rad 2, kolumn 6: Filen kan inte läsas. Efter nyckeln saknas ett likhetstecken. "
        "Rätta raden, eller öppna den senaste hela versionen."
    )


def test_the_list_of_meetings_says_it_too(tmp_path: Path) -> None:
    path = tmp_path / "ks.toml"
    path.write_text('organ = "ks"\n[[paragraf]]\nnr\n', "utf-8")
    found = summarize(path)
    assert found is not None
    assert "Efter nyckeln saknas ett likhetstecken." in found.fel
    assert "rad 3" in found.fel
