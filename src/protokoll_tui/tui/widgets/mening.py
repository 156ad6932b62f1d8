"""Under the line: the sentence that the protocol will hold, and what is doubtful about the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from protokoll_tui.tui import texter
from protokoll_tui.tui.wrap import wrap

if TYPE_CHECKING:
    from protokoll_tui.services.lasning import Last


class Mening(Static):
    """Shows how a line is read. Its height is fixed: a new layout for each key would be felt."""

    def __init__(self) -> None:
        super().__init__(id="mening")

    def show(self, last: Last | None) -> None:
        """Show the reading of a line, or nothing."""
        self._put(Content("") if last is None else sentence_content(last))

    def ask(self, last: Last) -> None:
        """Say what is wrong with the line, and that Enter again keeps it."""
        text = texter.CONFIRM_NOTE if last.oklar else texter.CONFIRM_NAME
        self._put(Content.styled(text.format(skal=" ".join(last.skal)), "bold $warning"))

    def suggest(self, last: Last) -> None:
        """Show the reading of a line that was filled in, and that Enter again saves it."""
        said = sentence_content(last)
        t = last.tolkning
        can = t.handelser and not (last.oklar or last.tveksam or t.saknar_text or t.redigera)
        hint = Content.styled(texter.SUGGESTED, "$accent")
        self._put(Content("\n").join([hint, said]) if can else said)

    def _put(self, content: Content) -> None:
        lines = wrap(content, max(self.app.size.width - 6, 10))
        room = max(self.size.height, 1)
        if len(lines) > room:
            # The beginning says who, the end what is new: the middle can be read after Enter.
            first = lines[: 1 if room > 1 else 0]
            rest = lines[len(lines) - room + len(first) :]
            lines = [*first, Content("… ") + rest[0], *rest[1:]]
        self.update(Content("\n").join(lines), layout=False)


def sentence_content(last: Last) -> Content:
    """The marks on a line, then its sentence: a long one must not push them out of sight."""
    marks = [Content.styled(f"! {mark}", "bold $warning") for mark in last.anmarkningar]
    return Content("\n").join([*marks, *([Content(last.mening)] if last.mening else [])])
