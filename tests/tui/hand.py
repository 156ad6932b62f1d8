"""A hand at the keyboard: types, pastes, counts, and knows what each key costs (KLM)."""

from __future__ import annotations

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import ModalScreen

from protokoll_tui.services.session import Session
from protokoll_tui.tui.app import ProtokollApp
from protokoll_tui.tui.screens.meeting import MeetingScreen

KEY, THINK = 0.20, 1.35
"""Seconds of the keystroke-level model: one key, one mental preparation (Card, Moran, Newell)."""


class Hand:
    """Plays keys on an app and counts them; a pasted text counts as one key."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.keys = 0
        self.thoughts = 0

    async def type(self, text: str) -> None:
        """Type a text and think once before it; only the last key waits for what it leads to."""
        self.thoughts += 1
        self.keys += len(text) - 1
        for char in text[:-1]:
            key = "space" if char == " " else _character_to_key(char)
            self.pilot.app.post_message(events.Key(key, char))
        await self.press(*("space" if char == " " else char for char in text[-1:]))

    async def press(self, *keys: str) -> None:
        """Press keys by name."""
        self.keys += len(keys)
        await self.pilot.press(*keys)

    async def enter(self) -> None:
        """Press Enter and wait until what it starts is done."""
        await self.press("enter")
        await settle(self.pilot)

    async def paste(self, text: str) -> None:
        """Paste a text where the focus is."""
        self.keys += 1
        focused = self.pilot.app.focused
        assert focused is not None
        focused.post_message(events.Paste(text))
        await settle(self.pilot)

    @property
    def seconds(self) -> float:
        """What the keystroke-level model says that it takes."""
        return self.keys * KEY + self.thoughts * THINK


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was started is done, or waits for an answer in a dialog."""
    await pilot.pause()
    while not isinstance(pilot.app.screen, ModalScreen) and any(
        worker.name == "submit" and worker.is_running for worker in pilot.app.workers
    ):
        await pilot.pause()


def app_for(session: Session) -> ProtokollApp:
    """The app on a meeting."""
    return ProtokollApp(session, clock=session.clock)


def screen(pilot: Pilot[None]) -> MeetingScreen:
    """The meeting screen, which must be on top."""
    shown = pilot.app.screen
    assert isinstance(shown, MeetingScreen)
    return shown
