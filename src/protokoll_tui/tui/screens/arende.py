"""The item itself: heading, förslag, text, papers; and its place on the agenda."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Footer, Input, Select, Static

from protokoll_tui.domain.handelse import Handelse
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.services.arende import (
    Blad,
    move_item,
    new_item,
    remove_item,
    renumber,
    save_sheet,
    sheet_of,
)
from protokoll_tui.services.guide import heading
from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.screens.editor import LongText, split_long_lines
from protokoll_tui.tui.utkast import AFTER

LINES = ("dnr", "rubrik", "fran")
TEXTS = ("forslag", "arende", "foredragande", "handling", "tidigare", "expediering")


class ArendeScreen(ModalScreen[str]):
    """Edits one § as a sheet. Gives back the id of the § that was shown last."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", texter.KEYS["saved"], priority=True),
        Binding("ctrl+n", "new", texter.ARENDE_BUTTONS["nytt"], priority=True),
        Binding("ctrl+up", "move(-1)", texter.ARENDE_BUTTONS["upp"], priority=True),
        Binding("ctrl+down", "move(1)", texter.ARENDE_BUTTONS["ned"], priority=True),
        Binding("escape", "close", texter.KEYS["save_close"], priority=True),
    ]

    def __init__(self, session: Session, paragraf: str) -> None:
        super().__init__()
        self.session = session
        self.paragraf = paragraf
        self._shown = Blad()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The fields in the order that a secretary writes them."""
        yield Static(id="rubriken", classes="titel", markup=False)
        with VerticalScroll(id="falt"):
            yield self._label("slag")
            kinds = [(slag.value, slag.value) for slag in ParagrafSlag]
            yield Select(kinds, allow_blank=False, compact=True, id="slag")
            for name in LINES:
                yield self._label(name)
                # Nothing is selected: a key pressed by mistake must not wipe a heading.
                yield Input(id=name, select_on_focus=False)
            for name in TEXTS:
                yield self._label(name)
                yield LongText(id=name, tab_behavior="focus")
            yield Static(texter.ARENDE_NUMBER, classes="etikett")
            yield Input(id="forsta", type="integer", select_on_focus=False)
        with Horizontal(classes="knappar"):
            for name, label in texter.ARENDE_BUTTONS.items():
                yield Button(label, id=name, compact=True)
        yield Footer(show_command_palette=False)

    def _label(self, name: str) -> Static:
        return Static(texter.ARENDE_FIELDS[name], classes="etikett")

    def on_input_changed(self) -> None:
        """What is written is kept like a half-typed line until the sheet is saved."""
        self._touch()

    def on_text_area_changed(self) -> None:
        """The same for the long fields."""
        self._touch()

    def _touch(self) -> None:
        if self._timer is None:
            self._timer = self.set_timer(AFTER, self._keep_half)

    def _keep_half(self) -> None:
        self._timer = None
        self.session.undanlagda.half("\n".join(self._lines()), self.paragraf, "blad")

    def _lines(self) -> list[str]:
        """What has been changed and is not saved, each field as a line that keeps it as a note."""
        place, now = heading(self.session.paragraf(self.paragraf)), self._sheet()
        names = {texter.ARENDE_FIELDS[name]: getattr(now, name) for name in self._changed()}
        return [
            texter.ARENDE_LINE.format(falt=label.partition(" (")[0], var=place, text=text)
            for label, text in names.items()
        ]

    def keep(self) -> None:
        """The program ends: save the sheet, or put aside what cannot be saved."""
        if not self._save():
            self._put_aside()

    def _put_aside(self) -> None:
        for line in self._lines():
            self.session.undanlagda.add(line, self.paragraf)
        self._saved()

    def _saved(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.session.undanlagda.half("", "", "blad")

    def on_mount(self) -> None:
        """Show the § and begin with its heading."""
        if not self.session.state.paragraf:
            self._add()
        self._show()
        self.query_one("#rubrik", Input).focus()

    def _show(self) -> None:
        p = self.session.paragraf(self.paragraf)
        self.paragraf = p.id
        blad = self._shown = sheet_of(p)
        reading = f"  {self.session.saving()[0]}" if self.session.store.read_only else ""
        order = self.session.state.paragraf
        place = texter.ARENDE_PLACE.format(nr=order.index(p) + 1, antal=len(order))
        title = f"{texter.ARENDE_TITLE}  {heading(p)}  {place}{reading}"
        self.query_one("#rubriken", Static).update(title)
        self.query_one("#slag", Select).value = blad.slag
        for name in LINES:
            self.query_one(f"#{name}", Input).value = getattr(blad, name)
        for name in TEXTS:
            self.query_one(f"#{name}", LongText).text = split_long_lines(getattr(blad, name))
        numbers = [q.nr for q in self.session.state.paragraf if q.nr is not None]
        self.query_one("#forsta", Input).value = str(min(numbers, default=1))

    def _sheet(self) -> Blad:
        lines = {name: self.query_one(f"#{name}", Input).value for name in LINES}
        texts = {name: self.query_one(f"#{name}", LongText).text for name in TEXTS}
        return Blad(slag=str(self.query_one("#slag", Select).value), **lines, **texts)

    def _save(self) -> bool:
        p = self.session.paragraf(self.paragraf)
        handelser = save_sheet(p, self._sheet(), self.session.kontext().namn)
        taken = self._record("ärende", handelser)
        if taken:
            self._saved()
        return taken

    def _record(self, slag: str, handelser: Iterable[Handelse]) -> bool:
        events = tuple(handelser)
        if not events:
            return True
        besked = self.session.record_events(slag, events)
        if not besked.taken:
            self.notify(besked.text or texter.READ_ONLY_ENTRY, severity="warning", markup=False)
        return besked.taken

    def action_save(self) -> None:
        """Save the sheet and stay."""
        if self._save():
            self._show()
            self.notify(texter.ARENDE_SAVED)

    def action_close(self) -> None:
        """Close the list that is open, else save the sheet and leave, and tell what changed.

        Nothing written is thrown away: what cannot be saved is put aside.
        """
        select = self.query_one("#slag", Select)
        if select.expanded:
            select.expanded = False
            return
        labels = [texter.ARENDE_FIELDS[name].partition(" (")[0].lower() for name in self._changed()]
        if not self._save():
            self._put_aside()
            self.app.notify(texter.ARENDE_ASIDE, severity="warning")
        elif labels:
            place = heading(self.session.paragraf(self.paragraf))
            text = texter.ARENDE_CHANGED.format(var=place, vad=", ".join(labels))
            self.app.notify(text, markup=False)
        self.dismiss(self.paragraf)

    def _changed(self) -> list[str]:
        before, now = self._shown, self._sheet()
        return [name for name in texter.ARENDE_FIELDS if _words(before, name) != _words(now, name)]

    def action_new(self) -> None:
        """Save the sheet and begin a new item."""
        if self._save():
            self._begin_new()
            self._show()

    def _begin_new(self) -> None:
        self._add()
        self.query_one("#rubrik", Input).focus()

    def _add(self) -> None:
        laid = new_item(self.session.state, self.paragraf)
        if self._record("nytt ärende", (laid, *renumber(self.session.state))):
            self.paragraf = laid.post.id

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons; each saves the sheet first."""
        if event.button.id == "stang":
            self.action_close()
            return
        if not self._save():
            return
        match event.button.id:
            case "upp" | "ned":
                self._move(-1 if event.button.id == "upp" else 1)
            case "nytt":
                self._begin_new()
            case "numrera":
                self._renumber()
            case _:
                self._remove()
        self._show()

    def action_move(self, step: int) -> None:
        """Save the sheet and give the item another place on the agenda."""
        if self._save():
            self._move(step)
            self._show()

    def _move(self, step: int) -> None:
        handelser = move_item(self.session.state, self.paragraf, step)
        if not handelser:
            self.notify(texter.ARENDE_FIXED, severity="warning")
        self._record("flyttat", handelser)

    def _renumber(self) -> None:
        handelser = renumber(self.session.state, self._first_number())
        if not handelser:
            self.notify(texter.ARENDE_NUMBERED, severity="warning")
        self._record("numrerat", handelser)

    def _first_number(self) -> int | None:
        value = self.query_one("#forsta", Input).value
        return int(value) if value.isdigit() else None

    def _remove(self) -> None:
        p = self.session.paragraf(self.paragraf)
        order = self.session.state.paragraf
        handelser = remove_item(p)
        if not handelser:
            self.notify(texter.ARENDE_TREATED, severity="warning")
            return
        at = order.index(p)
        neighbours = (*order[at + 1 : at + 2], *order[max(at - 1, 0) : at])
        if self._record("struket", (*handelser, *renumber(self.session.state))):
            self.paragraf = next((q.id for q in neighbours), "")
            self.notify(texter.ARENDE_REMOVED.format(var=heading(p)), markup=False)


def _words(blad: Blad, name: str) -> list[str]:
    """A field's words: how its lines are broken is no change."""
    return str(getattr(blad, name)).split()
