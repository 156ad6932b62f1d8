"""What the user took the columns of a register's export for, remembered by their headings."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from protokoll_tui.storage.atomic import write_atomic
from protokoll_tui.storage.errors import KanInteSpara
from protokoll_tui.storage.state_dir import state_folder
from protokoll_tui.swedish.folding import fold

NAME = "kolumner.json"
MOST = 50
"""So many sets of headings are remembered, the newest."""


def recall_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """The fields chosen for these headings the last time; () where none were. Raises nothing."""
    found = _read().get(_key(headings))
    if not isinstance(found, list) or len(found) != len(headings):
        return ()
    return tuple(map(str, found))


def remember_columns(headings: Sequence[str], fields: Sequence[str]) -> None:
    """Keep the fields for these headings. A folder that cannot be written is no error."""
    known, key = _read(), _key(headings)
    known.pop(key, None)
    newest = dict([*known.items(), (key, list(fields))][-MOST:])
    path = _path()
    with contextlib.suppress(OSError, KanInteSpara):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, json.dumps(newest, ensure_ascii=False, indent=1).encode())


def _path() -> Path:
    return state_folder() / NAME


def _read() -> dict[str, Any]:
    try:
        known = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _key(headings: Sequence[str]) -> str:
    # Headings may be names where a file has none of its own: they are not kept in the clear.
    return hashlib.sha256("\n".join(map(fold, headings)).encode()).hexdigest()[:24]
