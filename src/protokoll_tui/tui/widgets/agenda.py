"""The left side: the agenda, with what is done, begun and here."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.steg import is_done, unread, unsettled
from protokoll_tui.services.guide import heading


class Agenda(OptionList):
    """One row per §; a click goes there."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="dagordning", markup=False, compact=True)
        self._shown: list[tuple[str, str]] = []

    def show(self, state: Sammantrade, here: str, fel: Collection[str] = ()) -> None:
        """Show the agenda, ``fel`` = §§ with an error; only rows that changed are drawn anew."""
        rows = [(p.id, row_text(p, p.id == here, p.id in fel)) for p in state.paragraf]
        if [i for i, _ in rows] != [i for i, _ in self._shown]:
            self.set_options([Option(Content(text), id=i) for i, text in rows])
        else:
            for (i, text), old in zip(rows, self._shown, strict=True):
                if (i, text) != old:
                    self.replace_option_prompt(i, Content(text))
        self._shown = rows
        at = next((n for n, (i, _) in enumerate(rows) if i == here), None)
        if self.highlighted != at:
            self.highlighted = at


def row_text(p: Paragraf, here: bool, fel: bool = False) -> str:
    """A row: sign, number, heading (a secret one without its heading)."""
    return f"{'▶' if here else ' '}{_sign(p, fel)} {heading(p).removeprefix('§').strip()}"


def _sign(p: Paragraf, fel: bool) -> str:
    """A line not understood shows at once, a part not recorded or an error when it is done."""
    if unread(p) or (is_done(p) and not p.utgar and (fel or unsettled(p))):
        return "!"
    if p.utgar:
        return "–"
    if is_done(p):
        return "✓"
    return "●" if p.yrkande or p.fraga or p.overlaggning_avslutad else " "
