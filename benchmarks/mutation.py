"""How many small faults in the procedure the tests find: each mutant of mutmut against its tests.

    python -m uv run --with mutmut==3.8.1 python benchmarks/mutation.py [module or mutant ...]

mutmut makes the mutants; here they meet the tests. Every test is collected once, then a process is
forked for each mutant, which runs the tests that reach the function, the quickest first, until one
fails. That takes a tenth of the time of starting pytest anew, and nothing that the right code has
remembered reaches a mutant. Survivors are shown as differences.

``SEKVENSER`` sets how far the properties go, as in the tests. The model check is slow and is left
out unless ``FORSLAG`` is set: give it those that survive the rest, by their names.
"""

from __future__ import annotations

import ast
import difflib
import gc
import os
import pickle
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

ROOT = Path(__file__).resolve().parents[1]
ROOM = "protokoll_tui/procedure"
TESTS = ("tests/procedure", "tests/checks")
# It starts Python anew, where the mutant is not.
APART = "tests/procedure/test_narvaro_egenskaper.py::test_the_order_of_sets_in_memory"
MODEL = "tests/procedure/test_model.py"
SECONDS = 60
KILLED, SURVIVED, TIMEOUT, UNREACHED = "dödade", "överlevde", "för långsamma", "nåddes inte"


def mutated(folder: Path, wanted: list[str]) -> dict[str, list[str]]:
    """A copy of the program with the mutants in it; the names of those wanted of each module."""
    modules = {name.partition(".")[0] for name in wanted}
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "templates").symlink_to(ROOT / "templates")
    names = {}
    for path in sorted((folder / "src" / ROOM).glob("*.py")):
        if modules and path.stem not in modules:
            continue
        made = mutate_file_contents(str(path), path.read_text("utf-8"))
        path.write_text(made.code, "utf-8")
        every = [n for n in made.mutant_names if "__mutmut_" in n]
        some = [n for n in every if f"{path.stem}.{n}" in wanted]
        names[path.stem] = some or every
    return names


def in_child(work: Callable[[], Any]) -> tuple[int, Any]:
    """What some work gives in a process of its own: its exit code, and what it returned."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        signal.alarm(SECONDS)
        try:
            with os.fdopen(write, "wb") as out:
                pickle.dump(work(), out)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, "rb") as into:
        told = into.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, pickle.loads(told) if told else None


def run(items: list[pytest.Item]) -> Iterator[bool]:
    """Whether each test passes."""
    for n, item in enumerate(items):
        following = items[n + 1] if n + 1 < len(items) else None
        reports = runtestprotocol(item, log=False, nextitem=following)
        yield not any(report.failed for report in reports)


def reached(items: list[pytest.Item]) -> dict[str, list[int]]:
    """The tests that reach each function, by their place, the quickest first."""
    set_mutant_under_test("stats")
    by_function: dict[str, list[tuple[float, int]]] = defaultdict(list)
    start = perf_counter()
    for n, passed in enumerate(run(items)):
        if not passed:
            raise SystemExit(f"{items[n].nodeid} går inte igenom")
        for function in state()._stats:
            by_function[function].append((perf_counter() - start, n))
        state()._stats.clear()
        start = perf_counter()
    return {name: [n for _, n in sorted(found)] for name, found in by_function.items()}


def found_by(mutant: str, items: list[pytest.Item]) -> int | None:
    """The first test that fails with this mutant in place of the right code, by its place."""
    set_mutant_under_test(mutant)
    return next((n for n, passed in enumerate(run(items)) if not passed), None)


class Runner:
    """Runs the mutants where pytest would have run the tests."""

    def __init__(self, folder: Path, names: dict[str, list[str]]) -> None:
        self.folder, self.names = folder, names
        self.fates: dict[str, dict[str, str]] = {}

    @pytest.fixture
    def tmp_path(self) -> Path:
        """One folder for all tests: what is pure writes nothing there."""
        return self.folder

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = session.items
        code, found = in_child(lambda: reached(items))
        if code:
            raise SystemExit("testerna går inte igenom utan mutanter")
        gc.freeze()
        for module, names in self.names.items():
            start = perf_counter()
            self.fates[module] = {n: fate(module, n, items, found) for n in names}
            path = self.folder / "src" / ROOM / f"{module}.py"
            print(*differences(path, self.fates[module]), sep="\n")
            print(line(module, self.fates[module]), f"{perf_counter() - start:.0f} s", flush=True)
        return True


def fate(module: str, name: str, items: list[pytest.Item], found: dict[str, list[int]]) -> str:
    """What became of one mutant."""
    full = f"{ROOM.replace('/', '.')}.{module}.{name}"
    own = found.get(re.sub(r"__mutmut_\d+$", "", full), [])
    if not own:
        return UNREACHED
    code, failed = in_child(lambda: found_by(full, [items[n] for n in own]))
    if code == -signal.SIGALRM:
        return TIMEOUT
    if failed:
        # What found this one is likely to find the next one in the same function.
        own.insert(0, own.pop(failed))
    return SURVIVED if not code and failed is None else KILLED


def line(module: str, fates: dict[str, str]) -> str:
    """One row of the table in docs/matningar.md."""
    count = Counter(fates.values())
    found = count[KILLED] + count[TIMEOUT]
    share = f"{100 * found / len(fates):.1f}".replace(".", ",") if fates else "–"
    cells = [len(fates), count[KILLED], count[TIMEOUT], count[SURVIVED] + count[UNREACHED]]
    return f"| {module} | {' | '.join(map(str, cells))} | {share} |"


def differences(path: Path, fates: dict[str, str]) -> Iterator[str]:
    """What each mutant that was not found changes."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    own = {n.name: ast.unparse(n) for n in tree if isinstance(n, ast.FunctionDef)}
    code = {name: text.replace(name, "", 1).splitlines() for name, text in own.items()}
    for name, what in fates.items():
        if what in (SURVIVED, UNREACHED):
            right = code[re.sub(r"\d+$", "orig", name)]
            changed = difflib.unified_diff(right, code[name], lineterm="", n=0)
            yield f"\n{path.stem}.{name} {what}"
            yield from (row for row in changed if not row.startswith(("---", "+++", "@@")))


def main() -> None:
    os.environ.setdefault("SEKVENSER", "20")
    # Which example shows a fault is not asked here, only whether some does.
    settings.register_profile(
        "mutation", phases=(Phase.explicit, Phase.generate), derandomize=True, database=None
    )
    settings.load_profile("mutation")
    os.chdir(ROOT)
    options = ["-n0", "-s", "--disable-warnings", "-p", "no:cacheprovider", f"--deselect={APART}"]
    if "FORSLAG" not in os.environ:
        options.append(f"--ignore={MODEL}")
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(Path(folder), mutated(Path(folder), sys.argv[1:]))
        sys.path.insert(0, f"{folder}/src")
        pytest.main([*TESTS, *options], plugins=[runner])
    print(line("alla", {m + n: f for m, own in runner.fates.items() for n, f in own.items()}))


if __name__ == "__main__":
    main()
