"""How quick the screen is, on a real pty, beside a bare Textual app with the same widget kinds.

    python benchmarks/skarm.py [--runs 15] [--keys 120]

Prints milliseconds from a key to the first byte of the answer (a 60-§ meeting is open), and from
the start of the process to the first whole frame. The two apps take turns in the same run.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from protokoll_tui.domain.ids import random_id
from protokoll_tui.services.meetings import copy_example
from protokoll_tui.storage.create import create_meeting
from protokoll_tui.storage.meeting_file import load

ROWS, COLUMNS = 40, 120
READY = {"bare": b"KLAR", "ours": "Härnäst".encode()}
TEXT = "av ab +cd ef gh ts "

BARE = """
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, OptionList, Static, TextArea

class Bare(App):
    CSS = "#m {height: 1fr} OptionList {width: 26} VerticalScroll {width: 1fr} #r {height: 3}"
    def compose(self) -> ComposeResult:
        yield Static("status")
        with Horizontal(id="m"):
            yield OptionList(*[f"rad {n}" for n in range(60)])
            with VerticalScroll():
                yield Static("KLAR " * 60)
            with VerticalScroll():
                yield Static("text " * 600)
        with Vertical(id="r"):
            yield TextArea(compact=True)
            yield Static("mening")
            yield Static("val")
        yield Footer()
    def on_mount(self) -> None:
        self.animation_level = "none"
        self.query_one(TextArea).focus()

Bare().run()
"""


class Terminal:
    """A program on a pty."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What comes within some time; empty when nothing does."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        return os.read(self.fd, 65536) if ready else b""

    def wait_for(self, marker: bytes, seconds: float = 20) -> float:
        """Milliseconds from the start until ``marker`` has been drawn."""
        seen, end = b"", time.perf_counter() + seconds
        while marker not in seen:
            if time.perf_counter() > end:
                raise TimeoutError(seen[-2000:].decode("utf-8", "replace"))
            seen += self.read(0.5)
        return (time.perf_counter() - self.started) * 1000

    def settle(self, seconds: float = 0.25) -> None:
        """Read until nothing more comes; a blinking cursor never stops, so not for ever."""
        end = time.perf_counter() + 4 * seconds
        while self.read(seconds) and time.perf_counter() < end:
            pass

    def key(self, data: bytes) -> float:
        """Milliseconds from a key to the first byte of the answer."""
        self.settle(0.08)
        begun = time.perf_counter()
        os.write(self.fd, data)
        select.select([self.fd], [], [], 2)
        return (time.perf_counter() - begun) * 1000

    def stop(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def big_meeting(folder: Path) -> Path:
    """The example's matters repeated to 60 §§, with ids of their own."""
    source = load(copy_example(folder / "exempel")).state
    shutil.copy(folder / "exempel" / "kommun.toml", folder)
    matters = [p for p in source.paragraf if p.forslag]
    items = []
    for n in range(60):
        p = matters[n % len(matters)]
        fresh = {
            name: tuple(replace(post, id=random_id(name)) for post in getattr(p, name))
            for name in ("handling", "tidigare", "forslag")
        }
        items.append(replace(p, id=random_id("paragraf"), nr=n + 1, **fresh))
    state = replace(source, paragraf=tuple(items))
    return create_meeting(folder, "ks", date(2031, 6, 17), mall=state)


def percentile(values: list[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--keys", type=int, default=120)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "PROTOKOLL_STATE": str(folder / "s"), "TERM": "xterm-256color"}
        env |= {"COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        # What is installed has its bytecode beside it, also where this shell writes none.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        meeting = str(big_meeting(folder))
        commands = {
            "bare": [sys.executable, str(folder / "bare.py")],
            "ours": [sys.executable, "-m", "protokoll_tui", meeting],
        }
        first_frames(commands, env, options.runs)
        keys(commands, env, options.keys)


def first_frames(commands: dict[str, list[str]], env: dict[str, str], runs: int) -> None:
    """Time from start to the first frame, the apps in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(-1, runs):
        for name, command in commands.items():
            terminal = Terminal(command, env)
            took = terminal.wait_for(READY[name])
            terminal.stop()
            if run >= 0:  # The run before the first writes the bytecode.
                times[name].append(took)
    ratios = [a / b for a, b in zip(times["ours"], times["bare"], strict=True)]
    for name, values in times.items():
        print(f"första bild {name}: median {statistics.median(values):.0f} ms")
    print(f"första bild, kvot: median {statistics.median(ratios):.2f} ({runs} körningar)")


def keys(commands: dict[str, list[str]], env: dict[str, str], count: int) -> None:
    """Time from a key to the first byte, the apps in turn key by key."""
    terminals = {name: Terminal(command, env) for name, command in commands.items()}
    for name, terminal in terminals.items():
        terminal.wait_for(READY[name])
        terminal.settle(0.6)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for n in range(count):
        at = n % (2 * len(TEXT))
        data = TEXT[at].encode() if at < len(TEXT) else b"\x7f"
        for name, terminal in terminals.items():
            times[name].append(terminal.key(data))
    for terminal in terminals.values():
        terminal.stop()
    for name, values in times.items():
        middle, high = statistics.median(values), percentile(values, 0.95)
        print(f"tangent till byte {name}: median {middle:.1f} ms, p95 {high:.1f} ms")
    ratio = percentile(times["ours"], 0.95) / percentile(times["bare"], 0.95)
    print(f"tangent till byte, kvot av p95: {ratio:.2f} ({count} tangenter)")


if __name__ == "__main__":
    main()
