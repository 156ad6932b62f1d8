"""The terminal driver: on Windows without the keyboard protocol that swallows AltGr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

KITTY_ON = "\x1b[>1u"


def without_kitty(data: str) -> str:
    """Terminal output without the request for kitty keys.

    Windows Terminal 1.25 then sends AltGr+2 as a key without a character, and ``@`` is lost
    (microsoft/terminal 19977). Nothing here needs kitty keys.
    """
    return data.replace(KITTY_ON, "")


def driver_class() -> type[Driver] | None:
    """The driver to give to the app, or None for Textual's own choice."""
    if sys.platform != "win32":
        return None
    from textual.drivers.windows_driver import WindowsDriver

    class QuietWindowsDriver(WindowsDriver):
        """Textual's driver that never turns the kitty protocol on."""

        def write(self, data: str) -> None:
            super().write(without_kitty(data))

    return QuietWindowsDriver
