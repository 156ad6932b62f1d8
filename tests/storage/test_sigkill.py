"""A short round of ``benchmarks/sigkill.py``; the long one is run by hand."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_no_acknowledged_entry_is_lost_when_the_program_is_killed() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    script = str(ROOT / "benchmarks" / "sigkill.py")
    done = subprocess.run(
        [sys.executable, script, "10"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counted = dict(re.findall(r"(\w+)=(\d+)", done.stdout))
    assert counted["rounds"] == "10"
    assert int(counted["acknowledged"]) >= 10
    assert (counted["unreadable"], counted["lost"], counted["undo_failed"]) == ("0", "0", "0")
