"""The one base of everything that is told to the user as an error."""

from __future__ import annotations


class ProtokollError(Exception):
    """Something the user must know. ``message`` says what and what to do, ``plats`` where."""

    def __init__(self, message: str, plats: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.plats = plats

    def __str__(self) -> str:
        """Place first, as a reader looks for it: ``möte.toml, rad 12: …``."""
        return f"{self.plats}: {self.message}" if self.plats else self.message
