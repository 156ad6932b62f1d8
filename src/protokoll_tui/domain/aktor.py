"""Who did it: a person, a group with the names serving then, or words as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from protokoll_tui.domain.records import Plain, Varde

SIGNATUR = re.compile(r"[a-zåäö][a-zåäö0-9]{1,3}")
"""A signature in the roster: two to four small letters or figures."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Aktor(Varde):
    """One who acts. Exactly one of ``person`` (signature), ``grupp`` (party) and ``ord`` is set.

    ``namn`` freezes the signatures that served when a group acted: the right to reserve is
    personal (R43, 4 kap. 27 §).
    """

    person: str = ""
    grupp: str = ""
    namn: tuple[str, ...] = ()
    ord: str = ""

    @property
    def signaturer(self) -> tuple[str, ...]:
        """The persons behind it: one, those of a group, or nobody in the roster."""
        return (self.person,) if self.person else self.namn

    def short(self) -> Plain | None:
        """``ab`` for a signature, the words for words that cannot be taken for one."""
        if self.okant or self.grupp or self.namn:
            return None
        if self.person and not self.ord and SIGNATUR.fullmatch(self.person):
            return self.person
        if self.ord and not self.person and not SIGNATUR.fullmatch(self.ord):
            return self.ord
        return None

    @classmethod
    def from_short(cls, value: Plain) -> Self | None:
        """The actor behind ``ab`` or ``arbetsutskottet``."""
        if not isinstance(value, str):
            return None
        return cls(person=value) if SIGNATUR.fullmatch(value) else cls(ord=value)


NOBODY = Aktor()
"""No one is named."""
