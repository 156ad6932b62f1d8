"""The roster held against its checks, and its faults in words."""

from __future__ import annotations

from pathlib import Path

from protokoll_tui.checks.register import Rad, Registerfel, check_register
from protokoll_tui.checks.registertexter import sentence
from protokoll_tui.services import texter
from protokoll_tui.storage.errors import KanInteLasa
from protokoll_tui.storage.kommun_file import (
    NAME,
    KommunFil,
    find_kommun,
    read_kommun,
    table_lines,
)

TOLD = 3
"""So many faults are told when a meeting is opened; ``protokoll register`` tells all."""


def roster_notices(found: KommunFil) -> list[str]:
    """What to tell of a roster when a meeting is opened: the first faults, and how many more."""
    faults = check_register(found.kommun)
    told = _sentences(found, faults[:TOLD])
    if len(faults) > TOLD:
        told.append(texter.more_faults(len(faults) - TOLD))
    return told


def roster_faults(found: KommunFil) -> list[str]:
    """All faults of a roster, with unreadable values and signatures that lines cannot take."""
    from protokoll_tui.services.interpret import unusable_signatures

    marks = [f"{mark.plats}: {mark.text}" for mark in found.marken]
    name = found.path.name if found.path else NAME
    unusable = [f"{name}: {text}" for text in unusable_signatures(found.kommun)]
    return [*marks, *_sentences(found, check_register(found.kommun)), *unusable]


def own_roster(target: Path) -> Path:
    """The roster's file where the user named it or its folder: never that of a folder above."""
    return target if target.is_file() or target.suffix == ".toml" else target / NAME


def roster_path(target: Path) -> Path:
    """The roster's file: the one named, the one of the folder or above it, or the folder's own."""
    own = own_roster(target)
    return own if own == target else find_kommun(own.absolute()) or own


def read_roster(target: Path) -> KommunFil:
    """The roster in a file, in a folder, or above it. Raises ProtokollError where there is none."""
    path = roster_path(target)
    if path != target and not path.is_file():
        raise KanInteLasa(texter.NO_ROSTER, str(target))
    return read_roster_file(path)


def read_roster_file(path: Path) -> KommunFil:
    """The roster in a file. Raises ProtokollError, also where the file is a meeting."""
    found = read_kommun(path)
    unknown = dict(found.kommun.okant)
    if "paragraf" in unknown or isinstance(unknown.get("organ"), str):
        raise KanInteLasa(texter.NOT_ROSTER, str(path))
    return found


def _sentences(found: KommunFil, faults: tuple[Registerfel, ...]) -> list[str]:
    if not faults:
        return []
    lines = {Rad(lista, nr): line for (lista, nr), line in table_lines(found.text).items()}
    name = found.path.name if found.path else NAME
    return [sentence(name, fynd, lines) for fynd in faults]
