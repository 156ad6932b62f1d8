"""Receipts: the newest takes the place of the one before it, so that a burst covers nothing."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification, Notify

LASTING = 12.0
"""Seconds that a notice about the file is shown: it stays though receipts come."""

_RANK = ("information", "warning", "error")


class Kvitton(App[None]):
    """An app in which a receipt ends those before it, but no weightier one."""

    def quiet(self) -> None:
        """A screen opens that is to be seen at once: receipts give way, what lasts stays."""
        for old in list(self._notifications):
            if old.timeout < LASTING:
                self._unnotify(old)

    def on_notify(self, event: Notify) -> None:
        """Before it is shown: take away what it replaces."""
        for old in list(self._notifications):
            if _replaces(event.notification, old):
                self._unnotify(old, refresh=False)


def _replaces(new: Notification, old: Notification) -> bool:
    lasts = max(new.timeout, old.timeout) >= LASTING
    return not lasts and _RANK.index(new.severity) >= _RANK.index(old.severity)
