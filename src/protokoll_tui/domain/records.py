"""What every record is made of: frozen values, ids, and keys of the file that we do not know."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Self, TypeAlias

from protokoll_tui.swedish.folding import fold

Plain: TypeAlias = str | int | float | bool | date | time | datetime | list[Any] | dict[str, Any]
"""What TOML can hold; the form between records and every file."""

Nar: TypeAlias = time | bool
"""When something happened: a time, True when the time is not known, False when it has not."""


class Term(StrEnum):
    """A closed list of the field's words; the folded form (``aterremiss``) is accepted too."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        wanted = fold(str(value))
        return next((term for term in cls if fold(term.value) == wanted), None)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Varde:
    """A value without identity of its own.

    ``okant`` holds keys and unreadable values found in a file, so that they survive every save.
    Every record compares and prints itself by these methods (``eq=False, repr=False``): written
    anew for each class they would cost a twentieth of the way to the first frame.
    """

    okant: tuple[tuple[str, Any], ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        said = (
            f"{n.name}={v!r}" for n in fields(self) if (v := getattr(self, n.name)) != n.default
        )
        return f"{type(self).__name__}({', '.join(said)})"

    def short(self) -> Plain | None:
        """The one-word form in the file, or None when the value needs a table."""
        return None

    @classmethod
    def from_short(cls, value: Plain) -> Self | None:
        """The value that a one-word form stands for, or None when it is not one."""
        return None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Post(Varde):
    """A record with a random id that is never used again (``y-7k3p2m``)."""

    id: str = ""
