"""What became of an entry: saved, saved on this computer, or not saved yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from protokoll_tui.domain.changes import Krock
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.atomic import reason
from protokoll_tui.storage.journal import Plats


class Status(StrEnum):
    """Where an entry is. Only ``EJ_SPARAT`` is lost when the program dies."""

    SPARAT = "sparat"
    LOKALT = "sparat lokalt"
    EJ_SPARAT = "ej sparat"


@dataclass(frozen=True)
class Kvitto:
    """What became of an entry. ``state`` is the meeting now: with others' changes merged in and
    every text clean. ``krockar`` are what did not fit, to be shown with both texts."""

    status: Status
    skal: str
    tid: datetime
    nr: int
    state: Sammantrade
    krockar: tuple[Krock, ...] = ()


def status_without_file(place: Plats, why: str, error: Exception) -> tuple[Status, str]:
    """The status and the words for it when the meeting file could not be written.

    In: where the log line is and why it is not in the folder, and what stopped the file.
    """
    file_why = reason(error) if isinstance(error, OSError) else str(error)
    if place is Plats.MAPP:
        return Status.LOKALT, f"{texter.IN_LOG_ONLY}: {file_why}"
    if place is Plats.LOKALT:
        return Status.LOKALT, f"{texter.LOCAL_ONLY}: {why}"
    return Status.EJ_SPARAT, f"{texter.NOWHERE}: {why}"
