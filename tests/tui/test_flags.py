"""An own wording whose sentence has changed since is flagged where the secretary looks."""

from __future__ import annotations

from textual.widgets import Static

from protokoll_tui.services.session import Session
from tests.tui.hand import Hand, app_for


async def test_the_preview_flags_an_own_wording_that_no_longer_fits(session: Session) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        hand = Hand(pilot)
        for line in ("118>", "av ab", "ly y1 : Anna Berg vill avslå."):
            await hand.type(line)
            await hand.enter()
        title = pilot.app.screen.query_one("#utdrag-titel", Static)
        await pilot.pause(0.3)
        assert "Att se över" not in str(title.content)
        await hand.type("+cd")
        await hand.enter()
        await pilot.pause(0.3)
        assert "Att se över" in str(title.content)
