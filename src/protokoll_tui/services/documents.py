"""Writing documents to files."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.errors import ProtokollError
from protokoll_tui.services import texter
from protokoll_tui.services.session import Session
from protokoll_tui.storage.atomic import reason, write_atomic
from protokoll_tui.storage.create import safe_name
from protokoll_tui.storage.errors import KanInteSpara
from protokoll_tui.storage.state_dir import state_folder


class FileExists(ProtokollError):
    """There is a file with that name already; it is never overwritten unasked."""


def extract_path(session: Session, paragraf: str, form: str, *, hemligt: bool = False) -> Path:
    """Where an extract goes: beside the meeting file, named by organ, day of the decision and §.

    The name holds no heading: a heading can name a person (R124). All of a secret § has a name of
    its own, so that it is never taken for the neutral extract (R122).
    """
    state = session.state
    nr = session.paragraf(paragraf).nr
    decided = session.gang.at(paragraf).dag or state.datum
    day = decided.isoformat() if decided else ""
    parts = (state.organ, day, f"§{nr}" if nr else "", texter.SECRET_NAME if hemligt else "")
    name = "-".join(part for part in parts if part)
    return session.store.path.parent / f"{safe_name(name)}.{form}"


def write_document(data: bytes, path: Path, *, replace: bool = False) -> None:
    """Write a finished document. Raises ``FileExists``, or ``KanInteSpara``."""
    if path.exists() and not replace:
        raise FileExists(texter.FILE_EXISTS, str(path))
    try:
        write_atomic(path, data)
    except OSError as error:
        why = reason(error) if path.parent.is_dir() else texter.NO_FOLDER
        raise KanInteSpara(why, path) from error


def crash_path() -> Path:
    """Where a fault in the program is written down, for whoever mends it."""
    return state_folder() / "fel.txt"
