"""The folder on this computer for what must not lie on the share: drafts, queue, who we are."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from protokoll_tui.domain.ids import ALPHABET, random_id
from protokoll_tui.storage.atomic import write_new

_ID = re.compile(r"[a-z0-9]{1,3}-[a-z0-9]{3,24}")
_INSTALLATION = re.compile(f"i-[{ALPHABET}]{{6,12}}")


def state_folder(
    env: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """The user's folder for the program's state; ``PROTOKOLL_STATE`` overrides it."""
    home = Path.home() if home is None else home
    if given := env.get("PROTOKOLL_STATE"):
        return Path(given)
    if platform == "win32":
        return Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local") / "protokoll-tui"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "protokoll-tui"
    return Path(env.get("XDG_STATE_HOME") or home / ".local" / "state") / "protokoll-tui"


def installation_id(folder: Path) -> str:
    """The random id of this installation, made the first time.

    A folder that cannot be written gives an id that lasts for this run. Raises nothing.
    """
    path = folder / "installation"
    if known := _read_id(path):
        return known
    fresh = "i" + random_id("x")[1:]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        write_new(path, f"{fresh}\n".encode())
    except OSError:
        return _read_id(path) or fresh
    return fresh


def _read_id(path: Path) -> str:
    try:
        text = path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
    return text if _INSTALLATION.fullmatch(text) else ""


def file_key(id: str) -> str:
    """An id as part of a file name. One that is no id of ours (the file may say anything) is
    replaced by a hash, so that no name can lead out of the folder."""
    return id if _ID.fullmatch(id) else f"x-{hashlib.sha256(id.encode()).hexdigest()[:16]}"
