"""The verbs as a form, for those who do not want the letters; it shows the line it makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Select, Static, TextArea

from protokoll_tui.quickline import VERBS, parse, print_line
from protokoll_tui.quickline.draft import aktor_word
from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.screens.editor import LongText, Skrivet

SKIPPED = frozenset({"rä"})
"""Verbs whose line holds another line; they have keys of their own."""


class VerbForm(ModalScreen[Skrivet]):
    """Gives back the line that the fields make, as done or not; unchanged and not done it is "".

    ``touched`` is called with the way to the line at each change.
    """

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "done", texter.FORM_OK, priority=True),
        Binding("escape", "cancel", texter.FORM_CANCEL, priority=True),
    ]

    def __init__(
        self,
        session: Session,
        paragraf: str,
        line: str,
        touched: Callable[[Callable[[], str]], None],
    ) -> None:
        super().__init__()
        self.session = session
        self.paragraf = paragraf
        self.start = parse(line, session.kontext(paragraf))
        self._touched = touched
        self._begun = ""

    def compose(self) -> ComposeResult:
        """The fields in the order of the line."""
        start = self.start
        choices = [
            (f"{v.namn} ({v.kod}) – {v.hjalp}", v.kod) for v in VERBS if v.kod not in SKIPPED
        ]
        known = start.verb if any(start.verb == kod for _, kod in choices) else "bi"
        yield Static(texter.FORM_TITLE, classes="titel")
        with VerticalScroll(id="falt"):
            yield Static(texter.FORM_VERB, classes="etikett")
            yield Select(choices, value=known, allow_blank=False, compact=True, id="verb")
            yield from self._field("vem", texter.FORM_WHO, " ".join(map(aktor_word, start.av)))
            yield from self._field("stod", texter.FORM_JOINS, " ".join(map(aktor_word, start.stod)))
            yield from self._field("mal", texter.FORM_TARGET, self._targets())
            yield from self._field("till", texter.FORM_RECEIVER, self._receiver())
            yield Static(texter.FORM_TEXT, classes="etikett")
            yield LongText(start.text or "", id="text", tab_behavior="focus")
        yield Static(id="raden", classes="tips", markup=False)
        yield Static(id="meningen", classes="tips", markup=False)
        with Horizontal(classes="knappar"):
            yield Button(texter.FORM_OK, id="klar", variant="primary")
            yield Button(texter.FORM_CANCEL, id="avbryt")

    def _field(self, id: str, label: str, value: str) -> ComposeResult:
        yield Static(label, classes="etikett")
        yield Input(value, id=id, select_on_focus=False)

    def _targets(self) -> str:
        refs = [f"{ref.lista}{ref.nr}" for ref in self.start.ref]
        points = [f"p{','.join(map(str, self.start.punkter))}"] if self.start.punkter else []
        hand = [f"{self.start.hand}h"] if self.start.hand else []
        return " ".join([*refs, *points, *hand, *self.start.ord])

    def _receiver(self) -> str:
        day = self.start.datum.isoformat() if self.start.datum else ""
        times = "-".join(f"{t:%H.%M}" for t in self.start.tider)
        return self.start.mottagare or day or times

    def on_mount(self) -> None:
        """Begin with the verb."""
        self.query_one(Select).focus()
        self._begun = self.line()
        self._show()

    def line(self) -> str:
        """The line that the fields make."""
        values = {field.id: field.value.strip() for field in self.query(Input)}
        receiver = values["till"] or ""
        parts = [str(self.query_one(Select).value), values["vem"], values["mal"]]
        if receiver:
            parts.append(receiver if receiver[:1].isdigit() else f">{receiver}")
        parts.append(f"+{values['stod'].lstrip('+')}" if values["stod"] else "")
        text = self.query_one(LongText).text.strip()
        parts.append(f": {text}" if text else "")
        return " ".join(part for part in parts if part)

    def _show(self) -> None:
        line = self.line()
        last = self.session.read(line, self.paragraf)
        shown = print_line(parse(line, self.session.kontext(self.paragraf)))
        self.query_one("#raden", Static).update(f"{texter.FORM_LINE} {shown}")
        self.query_one("#meningen", Static).update(
            "\n".join([last.mening, *last.anmarkningar]).strip()
        )

    def _changed(self) -> None:
        self._show()
        if self.line() != self._begun:
            self._touched(self.line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Each change shows the line anew."""
        self._changed()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Each change shows the line anew."""
        self._changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Each change shows the line anew."""
        self._changed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a field is done."""
        self.action_done()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The mouse way."""
        self.action_done() if event.button.id == "klar" else self.action_cancel()

    def action_done(self) -> None:
        """Give the line back."""
        self.dismiss(Skrivet(self.line(), True))

    def action_cancel(self) -> None:
        """Close the list that is open, else leave: what was written is put aside."""
        select = self.query_one(Select)
        if select.expanded:
            select.expanded = False
            return
        line = self.line()
        self.dismiss(Skrivet("" if line == self._begun else line, False))
