"""Half-typed text kept on this computer, so that a crash takes a second's typing at most."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protokoll_tui.domain.clean import clean
from protokoll_tui.storage.atomic import REAL_FS, FileSystem, write_atomic
from protokoll_tui.storage.state_dir import file_key, state_folder


@dataclass(frozen=True)
class Utkast:
    """What stood on the quick line, and the id of the § that it belongs to ("" = none)."""

    text: str
    paragraf: str = ""


def draft_folder(folder: Path | None = None) -> Path:
    """Where half-typed text lies: in the folder given, else in the user's."""
    return (folder or state_folder()) / "utkast"


def pack(value: Any) -> bytes:
    """Plain values as the bytes of a file that tells whether it is whole."""
    body = json.dumps(value, ensure_ascii=False)
    whole = {"crc": zlib.crc32(body.encode()), "utkast": body}
    return json.dumps(whole, ensure_ascii=False).encode()


def unpack(path: Path) -> Any:
    """What ``pack`` put in a file, or None where it is not there or not whole. Raises nothing."""
    try:
        whole = json.loads(path.read_bytes())
        body = whole["utkast"].encode()
        return json.loads(body) if zlib.crc32(body) == whole["crc"] else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _path(meeting_id: str, folder: Path | None) -> Path:
    return draft_folder(folder) / f"{file_key(meeting_id)}.json"


def save_draft(
    meeting_id: str,
    text: str,
    paragraf: str = "",
    folder: Path | None = None,
    fs: FileSystem = REAL_FS,
) -> None:
    """Keep the one draft of a meeting. Raises OSError or ``KanInteSpara``."""
    path = _path(meeting_id, folder)
    fs.mkdir(path.parent)
    write_atomic(path, pack({"text": clean(text), "paragraf": clean(paragraf)}), fs)


def load_draft(meeting_id: str, folder: Path | None = None) -> Utkast | None:
    """The draft of a meeting, or None when there is none that is whole. Raises nothing."""
    body = unpack(_path(meeting_id, folder))
    try:
        return Utkast(str(body["text"]), str(body["paragraf"]))
    except (KeyError, TypeError):
        return None


def clear_draft(meeting_id: str, folder: Path | None = None) -> None:
    """Forget the draft of a meeting. Raises OSError when it cannot be removed."""
    _path(meeting_id, folder).unlink(missing_ok=True)
