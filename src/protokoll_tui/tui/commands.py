"""The palette: everything that can be done, with the key that does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeAlias

from textual.command import DiscoveryHit, Hit, Hits, Provider

from protokoll_tui.quickline import VERBS
from protokoll_tui.tui import texter

Command: TypeAlias = tuple[str, str, Callable[[], Any]]
"""Title, help, and what it runs."""

ACTIONS = {
    "narvaro": "screen.narvaro",
    "extract": "screen.extract",
    "arende": "screen.arende",
    "form": "screen.form",
    "help": "app.help",
    "undo": "screen.undo",
    "redo": "screen.redo",
    "next": "screen.step(1)",
    "previous": "screen.step(-1)",
    "theme": "app.theme",
    "save": "screen.retry",
    "take_over": "screen.take_over",
    "conflicts": "screen.conflicts",
    "quit": "app.quit",
}


class Commands(Provider):
    """Actions, then every verb; a verb is put into the quick line and so teaches its letters."""

    async def discover(self) -> Hits:
        """All of it, for an empty search."""
        for title, text, run in self._all():
            yield DiscoveryHit(title, run, help=text)

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        for title, text, run in self._all():
            score = matcher.match(f"{title} {text}")
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=text)

    def _all(self) -> list[Command]:
        from protokoll_tui.tui.screens.meeting import MeetingScreen

        found: list[Command] = []
        for key, (title, text) in texter.PALETTE.items():
            in_meeting = ACTIONS[key].startswith("screen.")
            if not in_meeting or isinstance(self.screen, MeetingScreen):
                found.append((title, text, self._runner(ACTIONS[key])))
        if isinstance(self.screen, MeetingScreen):
            line = self.screen.line
            for verb in VERBS:
                title = f"{verb.kod}  {verb.namn}"
                put = partial(line.set_line, f"{verb.kod} ")
                found.append((title, f"{verb.hjalp} – {verb.exempel}", put))
        return found

    def _runner(self, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.screen.run_action(action)

        return run
