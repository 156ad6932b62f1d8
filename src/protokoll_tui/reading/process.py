"""Reading a foreign file in a child process, with a limit on its time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from protokoll_tui.errors import ProtokollError
from protokoll_tui.reading import texter
from protokoll_tui.reading.tabell import Kalla, from_plain

SECONDS = 10.0
MOST_ANSWERED = 200_000_000
"""No table within the limits of ``tabell`` becomes so many bytes of JSON."""


class KanInteLasaTabell(ProtokollError):
    """A foreign file could not be read as a table."""


def read_file(path: Path, seconds: float = SECONDS, command: Sequence[str] = ()) -> Kalla:
    """The tables of a CSV file or workbook, read in a child process.

    In: the file, the longest time it may take, and another command in place of ours (for tests).
    Raises ``KanInteLasaTabell`` with the file's name, whatever the file or the child does.
    """
    words = [*(command or _command()), str(path.absolute())]
    with tempfile.TemporaryFile() as out:
        try:
            code = _run(words, out, seconds)
        except subprocess.TimeoutExpired as error:
            raise _fault(path, "tid", f"{seconds:.0f}") from error
        except OSError as error:
            raise _fault(path, "start") from error
        answer = _answer(out) if code == 0 else {}
    return _read(path, answer)


def _command() -> list[str]:
    # -P: a file json.py in the folder where the user stands must not be taken for the library's.
    return [sys.executable, "-P", "-X", "utf8", "-c", _START, str(Path(__file__).parents[2])]


_START = (
    "import sys; sys.path.append(sys.argv[1]); from pathlib import Path; "
    "from protokoll_tui.reading.barn import main; main(Path(sys.argv[2]))"
)
"""What the child runs: found as an installed program is, else where this one lies."""


def _run(words: Sequence[str], out: IO[bytes], seconds: float) -> int:
    """Run the child to its end. Raises TimeoutExpired; it is then ended."""
    return subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ).returncode


def _answer(out: IO[bytes]) -> dict[str, Any]:
    out.seek(0)
    data = out.read(MOST_ANSWERED + 1)
    if len(data) > MOST_ANSWERED:
        return {}
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _read(path: Path, answer: dict[str, Any]) -> Kalla:
    if kod := str(answer.get("fel", "")):
        raise _fault(path, kod, str(answer.get("om", "")))
    try:
        return from_plain(answer["kalla"])
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        # The child died: most often it met its limit on memory.
        raise _fault(path, "avbruten") from error


def _fault(path: Path, kod: str, om: str = "") -> KanInteLasaTabell:
    return KanInteLasaTabell(texter.unreadable(kod, om), path.name)
