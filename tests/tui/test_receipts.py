"""What is told in the corner: the newest receipt alone, and what concerns the file beside it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from protokoll_tui.services.session import Session
from tests.services.hand import at
from tests.tui.hand import app_for, screen, settle
from tests.tui.test_fast_hands import burst

SIZE = (80, 24)


async def told(pilot: Pilot[None]) -> list[str]:
    """The texts in the corner, when all is drawn."""
    for _ in range(3):
        await pilot.pause()
    return [str(toast._notification.message) for toast in pilot.app.screen.query(Toast)]


async def test_of_receipts_in_a_burst_the_newest_alone_is_seen(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE, notifications=True) as pilot:
        await burst(pilot, "no : ett⏎no : två⏎no : tre⏎st n1⏎st n1⏎st n1⏎")
        (text,) = await told(pilot)
        assert text.startswith("Struket")
        await burst(pilot, "↶↶")
        (text,) = await told(pilot)
        assert text.startswith("Ångrat")


async def test_what_is_told_about_the_file_stays_though_receipts_come(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE, notifications=True) as pilot:
        session.store.notiser += ["om filen", "mer om filen"]
        screen(pilot).tell()
        await burst(pilot, "no : ett⏎no : två⏎st n1⏎st n1⏎")
        texts = await told(pilot)
    assert {"om filen", "mer om filen"} < set(texts)
    assert len(texts) == 3


async def test_a_warning_is_not_covered_by_the_receipt_of_the_same_line(session: Session) -> None:
    async with app_for(session).run_test(size=SIZE, notifications=True) as pilot:
        await burst(pilot, "118>⏎no : ett⏎bi xq⏎st n1⏎")
        texts = await told(pilot)
    assert any("notering att reda ut" in text for text in texts)
    assert any(text.startswith("Struket") for text in texts)


async def test_a_take_over_that_cannot_be_done_says_why(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "nej")

    reader = Session.open(session.store.path, session.clock)
    async with app_for(reader).run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        monkeypatch.setattr("protokoll_tui.storage.lock.take_over", refuse)
        await pilot.press("ctrl+l")
        await settle(pilot)
        texts = await told(pilot)
    assert any("Du får inte skriva i mappen" in text for text in texts)
    assert "Sammanträdet kunde inte tas över." not in texts
    assert at(reader, 112).notering == ()
