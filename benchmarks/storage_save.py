"""How long an entry takes until it is durable, at 1, 60 and 200 §§; and opening, undo.

    PYTHONPATH=src python benchmarks/storage_save.py [folder]

Give a folder on the disk that matters; the system's temporary folder may be in memory.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, Mal
from protokoll_tui.domain.handelse import Lagt, apply
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Yrkande
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.meeting_file import load, render
from protokoll_tui.storage.store import MeetingStore

ENTRIES = 100
TEXT = "Kommunstyrelsen antar planen för gång- och cykelvägar i tätorten.\n"


def section(number: int) -> Paragraf:
    """A § of about 7 KB."""
    forslag = Forslag(id=random_id("forslag"), fran=Aktor(ord="arbetsutskottet"), text=TEXT * 90)
    moved = tuple(
        Yrkande(
            id=random_id("yrkande"),
            av=(Aktor(person="ab"),),
            stallning=(Stallning(pa=Mal(pa=forslag.id), ord="med hänvisning till planen"),),
        )
        for _ in range(4)
    )
    return Paragraf(
        id=random_id("paragraf"),
        nr=number,
        rubrik=f"Ärende {number}",
        forslag=(forslag,),
        yrkande=moved,
    )


def ms(work: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def entry(store: MeetingStore, n: int) -> float:
    """Record one yrkande on a fresh or small §."""
    before = store.state
    post = Yrkande(id=random_id("yrkande"), av=(Aktor(person="cd"),))
    event = Lagt(i=before.paragraf[n % len(before.paragraf)].id, lista="yrkande", post=post)
    return ms(lambda: store.record(before, apply(event, before), [event], rad="bi cd"))


def measure(count: int, base: Path) -> str:
    """One row of the table."""
    rows = tuple(section(n) for n in range(1, count + 1))
    state = Sammantrade(id="m-234567", organ="ks", datum=date(2031, 6, 17), paragraf=rows)
    home = Path(tempfile.mkdtemp(dir=base))
    path = home / "ks.toml"
    path.write_bytes(render(None, state, Historik()).data)
    size = path.stat().st_size // 1024
    loads = statistics.median(ms(lambda: load(path)) for _ in range(5))
    store = MeetingStore.open(path, "Anna Berg", folder=home / "state")
    times = sorted(entry(store, n) for n in range(ENTRIES))
    undo = statistics.median(ms(store.undo) for _ in range(20))
    store.close()
    # Opened a second time: no reserve to lay aside, a log to read.
    opened = ms(lambda: MeetingStore.open(path, "Anna Berg", folder=home / "state").close())
    commented = path.read_text("utf-8").replace("\nrubrik", "\n# en kommentar\nrubrik")
    path.write_text(commented, "utf-8")
    store = MeetingStore.open(path, "Anna Berg", folder=home / "state")
    marked = statistics.median(entry(store, n) for n in range(20))
    store.close()
    p95 = times[int(len(times) * 0.95)]
    return (
        f"{count:>4} §§ {size:>5} KB   entry {statistics.median(times):5.1f}  p95 {p95:5.1f}  "
        f"with comments {marked:5.1f}  undo {undo:5.1f}  load {loads:6.1f}  open {opened:6.1f}"
    )


def main() -> None:
    """Print the table, in milliseconds."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=where) as base:
        for count in (1, 60, 200):
            print(measure(count, Path(base)))


if __name__ == "__main__":
    main()
