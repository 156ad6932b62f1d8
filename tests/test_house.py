"""What the repository says of itself is true, and nothing in it is anybody else's."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.keys import format_key

from protokoll_tui.domain.coding import decode
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.quickline import VERBS, Kontext, parse
from protokoll_tui.quickline.verbs import Verb
from protokoll_tui.resources import example
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.meeting import MeetingScreen
from protokoll_tui.tui.texter import HELP_KEYS, PALETTE
from protokoll_tui.tui.widgets.quickline import QuickLine

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
TEXT = {".py", ".md", ".toml", ".txt", ".j2", ".tcss", ".json", ".html", ".svg", ".yml", ""}
WORDS = re.compile(r"\w+", re.UNICODE)
RUN = 8
"""So many words in a row are no chance."""

GOLDEN = Path("tests/rendering/golden")
"""What the program wrote: it speaks in the set phrases of a protocol, and is meant to."""


def tracked() -> list[Path]:
    """The files of the repository: those that git knows, else all that are no build product."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        words = [git, "-C", str(ROOT), "ls-files", "-z", "-c", "-o", "--exclude-standard"]
        run = subprocess.run(words, capture_output=True, check=False)
        names = run.stdout.decode("utf-8").split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    kept = (path for path in ROOT.rglob("*") if path.is_file())
    return [path for path in kept if not any(part.startswith(".") for part in path.parts)]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix in TEXT:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# Nothing of a machine, nothing of anybody else


def test_every_text_of_the_repository_is_utf8_with_plain_line_ends() -> None:
    found = list(texts())
    assert len(found) > 100
    assert [path for path, text in found if "\r" in text] == []


def test_no_file_that_is_installed_or_read_names_a_place_on_a_machine() -> None:
    places = re.compile(r"(?<![\w./~<$}-])/(?:work|root|home|tmp|Users)(?:/[\w.-]+|\b(?=[\s\"'`]))")
    named = {
        (str(path), found[0])
        for path, text in texts()
        if path.parts[0] != "tests"
        for found in places.finditer(text)
    }
    assert named == set()


def test_no_file_names_a_host() -> None:
    hosts = re.compile(
        r"https?://(?!www\.w3\.org/|fonts|cdnjs)([\w.-]+)|\b\w+\.(?:local|internal)\b"
    )
    allowed = {"x", "github.com", "docs.python.org", "textual.textualize.io"}
    # No place: the names that the parts of a workbook have in every workbook.
    allowed |= {"schemas.openxmlformats.org"}
    named = {
        (str(path), found[0])
        for path, text in texts()
        if path.suffix != ".svg" and path != Path("tests/test_house.py")
        for found in hosts.finditer(text)
        if found[1] not in allowed
    }
    assert named == set()


def test_the_lock_file_of_one_machine_is_not_shipped() -> None:
    assert "uv.lock" in read(".gitignore").split()
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    run = subprocess.run([git, "-C", str(ROOT), "ls-files", "uv.lock"], capture_output=True)
    assert run.stdout == b""


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in WORDS.findall(text)]
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real protocols are not beside the repository")
def test_no_words_of_a_real_protocol_are_copied() -> None:
    seeds: set[tuple[str, ...]] = set()
    for path in SEEDS.glob("*.txt"):
        seeds |= runs_of(path.read_text(encoding="utf-8"))
    assert len(seeds) > 1000
    copied = {
        (str(path), " ".join(run))
        for path, text in texts()
        if path.parent != GOLDEN
        for run in seeds & runs_of(text)
    }
    assert copied == set()


# The README


def test_the_readme_gives_one_command_to_try_and_one_to_test() -> None:
    text = read("README.md")
    commands = re.findall(r"^```\n(python -m pip install uv; .*)\n```$", text, re.MULTILINE)
    assert commands == [
        "python -m pip install uv; python -m uv run protokoll demo",
        "python -m pip install uv; python -m uv run pytest",
    ]


def test_what_must_pass_is_the_test_command_of_the_readme() -> None:
    script = read(".ci/run")
    assert '"$python" -m pip install --quiet uv' in script
    assert '"$python" -m uv run pytest\n' in script
    assert script.startswith("#!") and "set -euo pipefail" in script


def test_every_link_of_the_documents_leads_somewhere() -> None:
    broken, met = [], 0
    for path in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                met += 1
                broken += [] if (path.parent / target).exists() else [(path.name, target)]
    assert met > 4
    assert broken == []


def test_every_command_that_the_readme_names_exists() -> None:
    from protokoll_tui.cli import COMMANDS

    named = set(re.findall(r"(?:^|`)protokoll ([a-z]\w+)", read("README.md"), re.MULTILINE))
    assert named == set(COMMANDS)


def test_every_line_that_the_readme_teaches_is_understood() -> None:
    kontext = kontext_of_the_example()
    rows = re.findall(r"^\| `([^`|]+)` \|", read("README.md"), re.MULTILINE)
    assert len(rows) > 6
    for row in rows:
        inmatning = parse(row, kontext)
        assert inmatning.verb, row
        assert not any(a.ord for a in (*inmatning.av, *inmatning.stod)), row


def test_the_newest_version_has_its_entry_among_the_changes() -> None:
    from protokoll_tui import __version__

    headings = re.findall(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == __version__


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    reasons = read("docs/beroenden.md").casefold()
    names = [re.split(r"[<>=~ ]", need)[0] for need in project["dependencies"]]
    assert names
    assert [name for name in names if name not in reasons] == []


# The help


def kontext_of_the_example() -> Kontext:
    table = tomllib.loads((example() / "kommun.toml").read_text(encoding="utf-8"))
    kommun = decode(Kommun, table, "", [])
    return Kontext(
        namn={p.sig: p.namn for p in kommun.person},
        parti={p.sig: p.parti for p in kommun.person},
        tjanstgor=kommun.ledamoter("ks", None),
    )


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.kod)
def test_a_verb_has_a_help_text_and_an_example_that_is_the_verb(verb: Verb) -> None:
    assert verb.hjalp and verb.namn and verb.exempel.split()[0] == verb.kod
    assert parse(verb.exempel, kontext_of_the_example()).verb == verb.kod


def test_no_signature_of_the_example_is_a_verb() -> None:
    words = {word for verb in VERBS for word in (verb.kod, *verb.ord)}
    signatures = set(kontext_of_the_example().namn)
    assert len(signatures) > 20
    assert words & signatures == set()


def bound_keys() -> set[str]:
    """Every key that does something while a meeting is open."""
    keys: set[str] = set()
    for holder in (ProtokollApp, MeetingScreen, QuickLine):
        for binding in holder.BINDINGS:
            named = binding.key if isinstance(binding, Binding) else binding[0]
            keys |= {format_key(key.strip()) for key in named.split(",")}
            keys |= {key.strip() for key in named.split(",")}
    return keys


KEYS_OF_THE_LINE = {"enter", "tab", "up", "escape"}
"""Keys that the quick line takes itself (widgets/quickline.py)."""


def help_keys() -> list[str]:
    """The keys of the help, one by one, as bindings name them."""
    names = {"pgup": "pageup", "pgdn": "pagedown", "esc": "escape", "↑": "up", "skift": "shift"}
    words = [
        key for keys, _ in HELP_KEYS if "Skift" not in keys for key in re.split(r"[ /]+", keys)
    ]
    return ["+".join(names.get(p, p) for p in word.casefold().split("+")) for word in words]


def test_every_key_of_the_help_does_something() -> None:
    bound, named = bound_keys() | KEYS_OF_THE_LINE, help_keys()
    assert len(named) > 12
    assert [key for key in named if key not in bound] == []


def test_the_keys_that_the_line_takes_itself_are_in_its_code() -> None:
    source = read("src/protokoll_tui/tui/widgets/quickline.py")
    strings = {n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)}
    assert strings >= KEYS_OF_THE_LINE


def test_every_key_that_the_palette_names_does_something() -> None:
    named = {
        key.casefold()
        for _, text in PALETTE.values()
        for key in re.findall(r"\b(F\d+|ctrl\+\w)\b", text)
    }
    assert len(named) > 6
    assert named <= bound_keys()
