"""The room stays pure: only the standard library and itself, and nothing that touches the world."""

import ast
import sys
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


def test_every_public_name_exists_and_every_function_has_a_docstring_with_a_source() -> None:
    functions = [
        value
        for name in room.__all__
        if callable(value := getattr(room, name)) and not isinstance(value, type)
        if hasattr(value, "__doc__") and getattr(value, "__module__", "").startswith(room.__name__)
    ]
    assert len(functions) > 20
    assert [f.__name__ for f in functions if "Source:" not in (f.__doc__ or "")] == []
