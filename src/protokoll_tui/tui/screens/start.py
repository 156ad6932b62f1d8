"""The first screen: pick a meeting in the folder, or create one from an organ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from protokoll_tui.errors import ProtokollError
from protokoll_tui.services.meetings import (
    Rad,
    create_meeting,
    meetings_in,
    organ_names,
    roster_trouble,
)
from protokoll_tui.services.session import opened
from protokoll_tui.swedish.dates import format_day, is_written_as_date, parse_date
from protokoll_tui.tui import texter

LAST_NUMBER = 9999
"""The highest § that a line can go to."""


class StartScreen(Screen[object]):
    """The meetings of a folder."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", texter.START_NEW),
        # With ctrl also from the form, where the letter alone is written.
        Binding("r,ctrl+r", "register", texter.START_REGISTER),
        Binding("escape", "leave_form", show=False),
    ]

    def __init__(self, folder: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self.rows: tuple[Rad, ...] = ()

    def compose(self) -> ComposeResult:
        """The meetings, then the form for a new one."""
        title = texter.START_TITLE.format(mapp=self.folder.resolve())
        yield Static(title, classes="titel", markup=False)
        yield Static(texter.START_HINT, id="tips", classes="tips", markup=False)
        yield OptionList(id="lista", markup=False)
        with Vertical(id="nytt"):
            if trouble := roster_trouble(self.folder):
                text = texter.START_ROSTER.format(fel=trouble)
                yield Static(text, id="kommun", classes="etikett", markup=False)
            yield Static(self._organs(), id="organen", classes="etikett", markup=False)
            yield Input(id="organ")
            yield Static(texter.START_DATE, id="dagen", classes="etikett", markup=False)
            yield Input(id="datum")
            yield Static(texter.START_PLACE, classes="etikett")
            yield Input(id="plats")
            yield Static(texter.START_FIRST, classes="etikett")
            yield Input("1", id="forsta")
            with Horizontal(classes="knappar"):
                yield Button(texter.START_CREATE, id="skapa", variant="primary", compact=True)

    def on_mount(self) -> None:
        """List the meetings; an empty folder goes straight to the form."""
        self.rows = meetings_in(self.folder)
        options = self.query_one(OptionList)
        options.add_options([Option(Content(row.text)) for row in self.rows])
        if self.rows:
            options.highlighted = 0
            self._show_form(False)
        else:
            options.add_option(Option(texter.START_EMPTY, disabled=True))
            self._show_form(True)

    def action_new(self) -> None:
        """Show the form."""
        self._show_form(True)

    @work
    async def action_register(self) -> None:
        """Read a register into the folder's roster; the form then knows its organs."""
        from protokoll_tui.tui.screens.register import RegisterScreen

        if await self.app.push_screen_wait(RegisterScreen(self.folder, self.clock)):
            self.query_one("#organen", Static).update(self._organs())
            await self.query("#kommun").remove()

    def _organs(self) -> str:
        return f"{texter.START_ORGAN}  {', '.join(organ_names(self.folder))}"

    def action_leave_form(self) -> None:
        """Back to the list."""
        if self.rows:
            self._show_form(False)

    def _show_form(self, shown: bool) -> None:
        self.query_one("#nytt").display = shown
        self.query_one("#organ" if shown else "#lista").focus()
        in_form = texter.START_FORM_HINT if self.rows else texter.START_FORM_HINT_EMPTY
        self.query_one("#tips", Static).update(in_form if shown else texter.START_HINT)

    @on(Input.Changed, "#datum")
    def _read_date(self, event: Input.Changed) -> None:
        """Say how a day is read: a day without a year is the next one."""
        day = parse_date(event.value.strip(), self.clock().date())
        label = f"{texter.START_DATE}  {format_day(day)}" if day else texter.START_DATE
        self.query_one("#dagen", Static).update(label)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self._open(self.rows[event.option_index].path)

    def _open(self, path: Path) -> None:
        try:
            session = opened(path, self.clock)
        except ProtokollError as error:
            self.notify(str(error), severity="error", markup=False, timeout=20)
        else:
            self.app.open_meeting(session)  # type: ignore[attr-defined]

    @on(Button.Pressed, "#skapa")
    @on(Input.Submitted)
    def _create(self) -> None:
        values = {field.id: field.value.strip() for field in self.query(Input)}
        day = parse_date(values["datum"], self.clock().date())
        problem = _problem(values["organ"], values["datum"], day, values["forsta"])
        if problem or day is None:
            self.notify(problem, severity="warning")
            return
        try:
            first = int(values["forsta"])
            path = create_meeting(self.folder, values["organ"], day, values["plats"], first)
        except ProtokollError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._open(path)


def _problem(organ: str, written: str, day: date | None, first: str) -> str:
    """What is wrong with the form, the first field first; "" where nothing is."""
    if not organ:
        return texter.START_NO_ORGAN
    if day is None:
        return texter.START_NO_SUCH_DAY if is_written_as_date(written) else texter.START_BAD_DATE
    if not (first.isdecimal() and 1 <= int(first) <= LAST_NUMBER):
        return texter.START_BAD_NUMBER
    return ""
