"""The room stays pure: only the standard library and itself, and nothing that touches the world."""

import ast
import sys
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import protokoll_tui.swedish as room

WORLDLY = {"os", "io", "pathlib", "socket", "subprocess", "locale", "random", "time"}
MODULES = sorted(Path(next(iter(room.__path__))).glob("*.py"))


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
    return names


def test_the_room_imports_only_the_standard_library_and_itself() -> None:
    allowed = sys.stdlib_module_names - WORLDLY
    names = {(path.name, name) for path in MODULES for name in imported(path)}
    own = {pair for pair in names if pair[1].startswith("protokoll_tui.swedish")}
    assert own, "the room has modules"
    assert {pair for pair in names - own if pair[1].split(".")[0] not in allowed} == set()


def test_every_public_function_has_a_docstring_with_a_source() -> None:
    rooms = [import_module(f"{room.__name__}.{p.stem}") for p in MODULES if p.stem != "__init__"]
    functions = [
        value
        for module in rooms
        for name, value in vars(module).items()
        if isfunction(value) and value.__module__ == module.__name__ and name[0] != "_"
    ]
    assert len(functions) > 20
    assert [f.__name__ for f in functions if "Source:" not in (f.__doc__ or "")] == []
