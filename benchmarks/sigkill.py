"""Kill a writing process again and again, and look for entries that were said to be saved.

    PYTHONPATH=src python benchmarks/sigkill.py [rounds]

A child records entries through ``MeetingStore`` and tells each acknowledged one through a pipe. It
is killed 0-30 ms after the first. The meeting is then opened: every acknowledged entry must be in
it, the file must be whole, undo must work. A kill keeps the system's cache, so this says nothing of
power cuts; the order of write, flush and rename is tested by itself.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from protokoll_tui.domain.handelse import Lagt, apply
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Yrkande
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.lock import lock_path
from protokoll_tui.storage.meeting_file import load, render
from protokoll_tui.storage.store import MeetingStore, Status

SECTIONS = 10
MOST_ENTRIES = 400


@dataclass
class Count:
    """What the rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    unreadable: int = 0
    lost: int = 0
    undo_failed: int = 0
    recovered: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.unreadable or self.lost or self.undo_failed)


def new_meeting(folder: Path) -> Path:
    """A meeting file of some §§."""
    rows = tuple(
        Paragraf(id=f"p-{n:06}", nr=n, rubrik=f"Ärende {n} " * 20) for n in range(1, SECTIONS + 1)
    )
    state = Sammantrade(id="m-234567", organ="ks", datum=date(2031, 6, 17), paragraf=rows)
    path = folder / "ks.toml"
    path.write_bytes(render(None, state, Historik()).data)
    return path


def write_entries(path: Path, folder: Path) -> None:
    """The child: record until killed; each acknowledged id goes to standard output."""
    store = MeetingStore.open(path, "Anna Berg", folder=folder)
    for n in range(MOST_ENTRIES):
        before = store.state
        post = Yrkande(id=random_id("yrkande"), stallning=(Stallning(att=f"post {n}"),))
        event = Lagt(i=before.paragraf[n % SECTIONS].id, lista="yrkande", post=post)
        kvitto = store.record(before, apply(event, before), [event], rad=f"post {n}")
        if kvitto.status is Status.SPARAT:
            os.write(1, f"{post.id}\n".encode())


def killed_child(path: Path, folder: Path, delay: float) -> list[str]:
    """Run the child and kill it so long after its first entry; the ids it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(path), str(folder)], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    # A half line at the end was not acknowledged in full.
    return (first + rest).decode().split("\n")[:-1]


def ids_in(path: Path) -> set[str]:
    """The yrkanden in a meeting file."""
    return {y.id for p in load(path).state.paragraf for y in p.yrkande}


def one_round(path: Path, folder: Path, known: set[str], delay: float, count: Count) -> None:
    """Kill once, open, compare; ``known`` gets what is to be there from now on."""
    acknowledged = killed_child(path, folder, delay)
    count.rounds += 1
    count.acknowledged += len(acknowledged)
    known |= set(acknowledged)
    try:
        in_file = ids_in(path)
    except Exception as error:
        print(f"unreadable: {error}")
        count.unreadable += 1
        in_file = set()
    if lock_path(path).exists():
        # Its pid may have been given to a new process; the lock itself is tested elsewhere.
        lock_path(path).unlink()
    store = MeetingStore.open(path, "Anna Berg", folder=folder)
    found = {y.id for p in store.state.paragraf for y in p.yrkande}
    count.lost += len(known - found)
    count.recovered += len(found - in_file)
    state = store.state
    store.undo()
    gone = found - {y.id for p in store.state.paragraf for y in p.yrkande}
    store.redo()
    count.undo_failed += not (len(gone) == 1 and store.state == state)
    known |= found
    store.close()


def run(rounds: int, seed: int = 1) -> Count:
    """Several rounds; a new meeting every tenth, so that the file does not grow without end."""
    rng, count = random.Random(seed), Count()
    with tempfile.TemporaryDirectory() as base:
        for n in range(rounds):
            if n % 10 == 0:
                home = Path(base) / str(n)
                home.mkdir()
                path, known = new_meeting(home), set[str]()
            one_round(path, home / "state", known, rng.uniform(0, 0.03), count)
    return count


def main() -> int:
    """Run as many rounds as asked for, print what they came to."""
    if sys.argv[1:2] == ["--child"]:
        write_entries(Path(sys.argv[2]), Path(sys.argv[3]))
        return 0
    count = run(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    print(count)
    return 0 if count.good else 1


if __name__ == "__main__":
    sys.exit(main())
