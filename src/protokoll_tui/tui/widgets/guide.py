"""The middle of the screen: the parts of the §, the next thing to do, and the entries."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.procedure import Lage
from protokoll_tui.services.guidevy import Guide, Harnast, Postrad
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.tui import texter
from protokoll_tui.tui.wrap import wrap

SIGNS = {Lage.KLART: "✓", Lage.PAGAR: "●", Lage.TOMT: "–", Lage.SAKNAS: "○"}


WORDS_FROM = 50
"""Cells from which the state of each part is said in words; below, its sign has to do."""


class GuideView(VerticalScroll):
    """Shows a Guide."""

    can_focus = False
    _shown = ""

    def compose(self) -> ComposeResult:
        """One text: few widgets keep each key quick."""
        yield Static(id="guide-text")

    def show(self, paragraf: Paragraf, guide: Guide) -> None:
        """Show the guide of a §, wrapped to its width."""
        width = self.scrollable_content_region.width or width_before_layout(self.app.size.width)
        if paragraf.id != self._shown:
            self._shown = paragraf.id
            self.scroll_home(animate=False)
        lines = list(guide_lines(paragraf, guide, width))
        self.query_one("#guide-text", Static).update(Content("\n").join(lines))

    def show_text(self, text: str) -> None:
        """Show a sentence instead of a guide."""
        self.query_one("#guide-text", Static).update(Content(text))


def width_before_layout(screen: int) -> int:
    """The width that meeting.tcss gives the guide's text, for the first frame."""
    agenda = 0 if screen < 64 else 22 if screen < 100 else 26
    preview = 0 if screen < 100 else screen * 2 // 5
    return max(screen - agenda - preview - 3, 10)


def guide_lines(paragraf: Paragraf, guide: Guide, width: int) -> Iterator[Content]:
    """The guide as styled lines, the next thing to do right under the heading."""
    yield from wrap(heading(paragraf), width)
    yield from wrap(progress_line(guide, width < WORDS_FROM), width)
    yield Content("")
    for line, hang in next_block(guide.harnast):
        yield from wrap(line, width, hang)
    if guide.poster:
        yield Content("")
    for post in guide.poster:
        yield from wrap(entry_line(post), width, 4)


def heading(paragraf: Paragraf) -> Content:
    """§, dnr and heading, with marks in words."""
    number = f"§ {paragraf.nr}" if paragraf.nr is not None else "§"
    marks = [
        texter.MARKS[m]
        for m in ("sekretess", "utgar", "omedelbart_justerad")
        if getattr(paragraf, m)
    ]
    head = Content.assemble((number, "bold $primary"), f"  {paragraf.dnr}".rstrip())
    if marks:
        head = Content.assemble(head, ("  " + " · ".join(marks), "bold $warning"))
    return Content("\n").join([head, Content.styled(paragraf.rubrik, "bold")])


def progress_line(guide: Guide, narrow: bool) -> Content:
    """Each part with its sign and state, in words where there is room."""
    pieces = []
    for part, state, count in guide.delar:
        number = f" {count}" if count and state is not Lage.SAKNAS else ""
        word = "" if narrow or state is Lage.TOMT else f" {texter.state_word(part, state)}"
        style = "$success" if state is Lage.KLART else "$warning" if state is Lage.SAKNAS else ""
        # A part keeps together: the line breaks between parts only.
        words = f"{part.value}{number}{word} ".replace(" ", NBSP)
        pieces.append(Content.assemble(words, (SIGNS[state], style)))
    return Content(f"{NBSP}· ").join(pieces)


def next_block(harnast: Harnast) -> Iterator[tuple[Content, int]]:
    """Härnäst, and the lines that can be taken, each with how far in its continuation begins."""
    yield Content.assemble((f"{texter.NEXT} ", "bold $accent"), (harnast.text, "bold")), 0
    for number, val in enumerate(harnast.val):
        key = "▸ " if harnast.valj else "↵ " if number == 0 else "  "
        yield Content.assemble((f"  {key}{val.rad}", "bold $accent"), f"  {val.text}"), 6


def entry_line(post: Postrad) -> Content:
    """An entry: its place, what it says, how it ended."""
    fate = (f"  {post.utfall}", "bold $warning" if post.fel else "italic $success")
    return Content.assemble(
        (f"{post.plats:<3} ", "$primary"), post.text, fate if post.utfall else ""
    )
