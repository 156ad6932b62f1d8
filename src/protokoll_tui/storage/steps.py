"""What undo and redo take next, read out of the log's lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from protokoll_tui.domain.changes import Krock, Patch, put, touched
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import walk
from protokoll_tui.storage import texter
from protokoll_tui.storage.log import Rad

_NOT_MINE = frozenset({texter.KIND_HAND_EDIT, texter.KIND_MERGE, texter.KIND_RECOVERED})
"""Lines that no one typed in the program: undo passes them by."""


@dataclass(frozen=True)
class Steg:
    """A step: the entry's number, and the line whose patch is to be reversed."""

    nr: int
    rad: Rad


class Steps:
    """The entries that are live and those taken back, in the order of the log."""

    def __init__(self, lines: Iterable[Rad] = ()) -> None:
        self.undo: list[Steg] = []
        self.redo: list[Steg] = []
        for line in lines:
            self.add(line)

    def add(self, line: Rad) -> None:
        """Follow one more line of the log."""
        if line.angrar:
            self._move(self.undo, self.redo, line.angrar, line)
        elif line.gor_om:
            self._move(self.redo, self.undo, line.gor_om, line)
        elif line.slag not in _NOT_MINE:
            self.undo.append(Steg(line.nr, line))
            self.redo.clear()

    @staticmethod
    def _move(source: list[Steg], target: list[Steg], nr: int, line: Rad) -> None:
        if any(step.nr == nr for step in source):
            source[:] = [step for step in source if step.nr != nr]
            target.append(Steg(nr, line))


def put_near(state: Sammantrade, patch: Patch) -> tuple[Sammantrade, tuple[Krock, ...]]:
    """``changes.put`` that looks only into the §§ that the patch touches."""
    near = set(touched(patch))
    near |= {v["i"] for a in patch for v in (a.fore, a.efter) if isinstance(v, dict) and "i" in v}
    known = {p.id: p for p in state.paragraf if near.isdisjoint(post.id for post in walk(p))}
    stubs = tuple(Paragraf(id=p.id) if p.id in known else p for p in state.paragraf)
    new, krockar = put(replace(state, paragraf=stubs), patch)
    return replace(new, paragraf=tuple(known.get(p.id, p) for p in new.paragraf)), krockar
