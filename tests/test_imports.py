"""One arrow of imports, and modules that hold one idea each."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import protokoll_tui

ROOT = Path(protokoll_tui.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
SCREENS = sorted((ROOT / "tui").rglob("*.py"))
COMMON = {"errors", "resources"}
BELOW = {
    "swedish": set[str](),
    "domain": {"swedish"},
    "procedure": {"domain", "swedish"},
    "checks": {"procedure", "domain", "swedish"},
    "quickline": {"domain", "swedish"},
    "reading": {"domain", "swedish", "errors"},
    "rendering": {"procedure", "domain", "swedish", *COMMON},
    "storage": {"domain", "swedish", *COMMON},
    "services": {
        *("rendering", "storage", "reading", "checks", "quickline", "procedure"),
        *("domain", "swedish"),
        *COMMON,
    },
    "tui": {
        *("services", "rendering", "quickline", "procedure", "domain", "swedish"),
        "errors",
    },
    "errors": set[str](),
    "resources": set[str](),
}
"""Each room with the rooms it may look down into."""

CHANGES = {"domain.changes", "domain.coding", "domain.tree"}
"""Where a meeting is changed or written down: a screen reads names and values only."""

ROOMS = sorted({*BELOW} - COMMON - {"tui"})
PURE = ["checks", "domain", "procedure", "quickline", "swedish"]
COMMAND_LINE = {"cli_parser", "cli_register", "cli_texter"}
LIMIT_MODULE, LIMIT_FUNCTION = 400, 40


def module_name(path: Path) -> str:
    """``services.session`` of a file in the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def own_imports(path: Path) -> Iterator[str]:
    """What a module takes from the package, without the package's own name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            whole = node.module == "protokoll_tui"
            names = [f"{node.module}.{a.name}" if whole else node.module or "" for a in node.names]
        else:
            continue
        own = (name for name in names if name.split(".")[0] == "protokoll_tui")
        yield from (name.removeprefix("protokoll_tui").lstrip(".") for name in own)


def names_from(path: Path, module: str) -> Iterator[str]:
    """The names that a module takes from another of ours."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == f"protokoll_tui.{module}":
            yield from (alias.name for alias in node.names)


def arrows(path: Path) -> Iterator[tuple[str, str]]:
    """The room of a module and each name it takes from another room."""
    room = module_name(path).split(".")[0]
    for name in own_imports(path):
        if name.split(".")[0] != room:
            yield room, name


def loaded_by(module: str) -> set[str]:
    """The packages that are loaded when a module is imported in a fresh interpreter."""
    code = (
        f"import importlib, json, pkgutil, sys\n"
        f"room = importlib.import_module('protokoll_tui.{module}')\n"
        f"for info in pkgutil.walk_packages(getattr(room, '__path__', []), room.__name__ + '.'):\n"
        f"    importlib.import_module(info.name)\n"
        f"print(json.dumps(sorted(name.split('.')[0] for name in sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT.parent), "PYTHONUTF8": "1"},
    )
    return set(json.loads(run.stdout))


@pytest.mark.parametrize("room", [*ROOMS, "cli"])
def test_everything_but_the_screen_loads_without_the_screen_s_library(room: str) -> None:
    assert not loaded_by(room) & {"textual", "rich"}


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_loads_no_files_format_and_no_templates(room: str) -> None:
    loaded = loaded_by(room)
    assert "protokoll_tui" in loaded
    assert not loaded & {"jinja2", "markupsafe", "tomlkit", "tomllib"}


@pytest.mark.parametrize("room", sorted(BELOW))
def test_a_room_looks_only_down(room: str) -> None:
    found = {pair for path in MODULES for pair in arrows(path) if pair[0] == room}
    upward = {name for _, name in found if name.split(".")[0] not in BELOW[room]}
    assert upward == set()


def test_every_module_lies_in_a_room_that_the_arrow_names() -> None:
    rooms = {module_name(path).split(".")[0] for path in MODULES}
    assert rooms - {*BELOW} == {"", "__main__", "cli", *COMMAND_LINE}


def test_the_domain_s_values_are_all_a_screen_takes_from_below_the_services() -> None:
    taken = {name for path in MODULES for room, name in arrows(path) if room == "tui"}
    assert any(name.startswith("services") for name in taken)
    assert {name for name in taken if name in CHANGES} == set()
    assert {name for path in SCREENS for name in names_from(path, "domain.handelse")} <= {
        "Handelse"
    }


def test_the_command_line_reaches_the_meeting_files_through_the_services_alone() -> None:
    for module in ("cli.py", "cli_register.py"):
        taken = {name.split(".")[0] for _, name in arrows(ROOT / module)}
        assert "services" in taken
        assert "storage" not in taken


def test_every_module_is_shorter_than_four_hundred_lines() -> None:
    long = {
        module_name(path): count
        for path in MODULES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) >= LIMIT_MODULE
    }
    assert long == {}


def test_every_function_is_shorter_than_forty_lines() -> None:
    long = {
        f"{module_name(path)}.{node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno and node.end_lineno - node.lineno + 1 >= LIMIT_FUNCTION
    }
    assert long == {}
