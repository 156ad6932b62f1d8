"""What is shipped: everything the program reads, and nothing that it does not."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "protokoll_tui"

pytestmark = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("build", "hatchling")),
    reason="build and hatchling are not installed",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("byggt")
    words = ["--wheel", "--sdist", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(
        [sys.executable, "-m", "build", *words], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    (found,) = built.glob("*.tar.gz")
    return found


def in_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name.removeprefix("protokoll_tui/") for name in archive.namelist()}


def in_sdist(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files_below(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix()
        for path in found
        if not any(part.startswith((".", "__pycache__")) for part in path.parts)
    }


def test_the_wheel_holds_every_house_style(wheel: Path) -> None:
    wanted = {f"templates/{name}" for name in files_below(ROOT / "templates")}
    assert {"templates/standard/stil.toml", "templates/nacka/stil.toml"} <= wanted
    assert "templates/nacka/fraser.j2" in wanted
    assert wanted - in_wheel(wheel) == set()


def test_the_wheel_holds_the_example_and_the_looks_of_the_screens(wheel: Path) -> None:
    names = in_wheel(wheel)
    example = {f"exempel/{name}" for name in files_below(SOURCE / "exempel")}
    styles = {name for name in files_below(SOURCE) if name.endswith(".tcss")}
    assert {name.rpartition(".")[2] for name in example} == {"toml", "txt"}
    assert len(styles) >= 2
    assert (example | styles) - names == set()


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    names = {name for name in in_wheel(wheel) if ".dist-info/" not in name}
    program = files_below(SOURCE)
    templates = {f"templates/{name}" for name in files_below(ROOT / "templates")}
    assert names == program | templates
    assert not any("test" in name or "golden" in name for name in names)


def test_the_wheel_says_what_it_needs_and_how_it_is_started(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(info).decode("utf-8")
        starts = archive.read(info.replace("METADATA", "entry_points.txt")).decode("utf-8")
    assert "Requires-Python: >=3.11" in metadata
    needs = {
        line.split()[1].split(">")[0].split("<")[0].rstrip("=,")
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist:")
    }
    assert needs == {"textual", "tomlkit", "jinja2", "python-calamine"}
    assert "protokoll = protokoll_tui.cli:main" in starts


def test_the_sdist_holds_what_a_build_and_a_test_run_need(sdist: Path) -> None:
    names = in_sdist(sdist)
    wanted = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tests/conftest.py"}
    wanted |= {f"templates/{name}" for name in files_below(ROOT / "templates")}
    wanted |= {f"src/protokoll_tui/{name}" for name in files_below(SOURCE)}
    assert wanted - names == set()


def test_nothing_of_this_machine_is_shipped(wheel: Path, sdist: Path) -> None:
    names = in_wheel(wheel) | in_sdist(sdist)
    assert not any(name.endswith((".pyc", ".log", "uv.lock")) for name in names)
    assert not any(part.startswith(".venv") for name in names for part in name.split("/"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """The installed program, in a folder of its own."""
    folder = tmp_path_factory.mktemp("program")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installerat")
    code = (
        "import sys, protokoll_tui; from protokoll_tui.cli import main;"
        "assert 'installerat' in protokoll_tui.__file__, protokoll_tui.__file__;"
        "sys.exit(main(sys.argv[1:]))"
    )
    environment = {"PYTHONPATH": str(folder / "installerat"), "PYTHONUTF8": "1"}
    environment["PROTOKOLL_STATE"] = str(folder / "tillstånd")

    def ran(*words: str) -> str:
        run = subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=folder,
            env=environment,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout

    return ran


@pytest.fixture(scope="module")
def meeting(program: Callable[..., str]) -> str:
    """The example, played by the installed program."""
    program("demo", "--till", "möten")
    path = str(Path("möten") / "ks-2031-06-17.toml")
    assert "71 rader" in program("spela", path, str(Path("möten") / "skript.txt"))
    return path


@pytest.mark.parametrize("style", ["standard", "nacka"])
def test_an_installed_program_finds_its_styles_and_its_example(
    program: Callable[..., str], meeting: str, style: str
) -> None:
    assert "Kommunstyrelsen" in program("utdrag", meeting, "118", "--stil", style)
