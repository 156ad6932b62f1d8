"""Why a file could not be read: a key that the child gives and the parent puts into words."""

from __future__ import annotations


class Olaslig(Exception):
    """A file that is not read. ``kod`` is a key of texter.OLASLIG, ``om`` what it is about."""

    def __init__(self, kod: str, om: str = "") -> None:
        super().__init__(kod)
        self.kod = kod
        self.om = om
