"""The child process: opens one foreign file, reads its table, writes plain cells as JSON.

It is started by ``process`` and changes nothing. Out on standard output: ``{"kalla": …}`` or
``{"fel": key, "om": …}``.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

from protokoll_tui.reading.csvfil import read_csv
from protokoll_tui.reading.felkoder import Olaslig
from protokoll_tui.reading.kalkylblad import is_workbook, read_workbook
from protokoll_tui.reading.tabell import Kalla, to_plain

MOST_BYTES = 20_000_000
MEMORY = 1_000_000_000
SECONDS = 20
"""Of the processor; the parent ends a child that waits."""


def main(path: Path) -> None:
    """Read the file and write what it holds."""
    _limit()
    sys.stdout.buffer.write(json.dumps(_answer(path)).encode("utf-8"))


def _answer(path: Path) -> dict[str, Any]:
    try:
        return {"kalla": to_plain(read_table(path))}
    except Olaslig as error:
        return {"fel": error.kod, "om": error.om}
    except OSError as error:
        kod = "saknas" if isinstance(error, FileNotFoundError) else "oppnas_inte"
        return {"fel": kod, "om": ""}
    except (MemoryError, RecursionError):
        return {"fel": "packad", "om": ""}


def read_table(path: Path) -> Kalla:
    """The tables of a file, by what it begins with and not by its name. Raises ``Olaslig``."""
    if not path.exists():
        raise Olaslig("saknas")
    if not path.is_file():
        # A pipe or a device may never end.
        raise Olaslig("ingen_fil")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Olaslig("stor")
    if not data:
        raise Olaslig("tom")
    return read_workbook(data) if is_workbook(data) else read_csv(data)


def _limit() -> None:
    """Limits of the system on memory and time, where it has them."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", SECONDS), ("RLIMIT_CORE", 0)):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            number = getattr(resource, kind)
            _, hard = resource.getrlimit(number)
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(number, (soft, hard))
