"""A foreign register read into the roster: its columns, what is wrong, what it would do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, Input, Select, Static
from textual.worker import get_current_worker

from protokoll_tui.errors import ProtokollError
from protokoll_tui.services.inlasning import (
    FALT,
    Inlasning,
    begin,
    carry_out,
    missing_columns,
    parse_wished_day,
    plan_of,
)
from protokoll_tui.services.registerord import plan_parts, plan_tail
from protokoll_tui.services.registerplan import Onskan, Partifraga, Partisvar, Plan
from protokoll_tui.tui import texter


class Found(Message):
    """A file has been read, or why it could not be."""

    def __init__(self, lasning: Inlasning | None, fault: str = "") -> None:
        super().__init__()
        self.lasning = lasning
        self.fault = fault


class Planned(Message):
    """What a file would do, with the columns as they were then."""

    def __init__(self, lasning: Inlasning, plan: Plan) -> None:
        super().__init__()
        self.lasning = lasning
        self.plan = plan


class RegisterScreen(ModalScreen[bool]):
    """Reads a file in a worker, shows what it would do, and does it. Gives back whether it did."""

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", texter.REGISTER_CANCEL, priority=True),
        Binding("pageup", "leaf(-1)", texter.KEYS["leaf"], priority=True),
        Binding("pagedown", "leaf(1)", show=False, priority=True),
    ]

    def __init__(self, folder: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self.lasning: Inlasning | None = None
        self.plan: Plan | None = None
        self._svar: dict[str, Partisvar] = {}
        self._asked: tuple[Partifraga, ...] = ()

    def compose(self) -> ComposeResult:
        """The file, then what it holds; the latter is shown when it has been read."""
        yield Static(texter.REGISTER_TITLE, classes="titel")
        yield Static(texter.REGISTER_HINT, id="tips", classes="tips", markup=False)
        yield Static(id="antal", markup=False)
        yield Static(texter.REGISTER_FILE, classes="etikett")
        yield Input(id="fil")
        with VerticalScroll(id="falt") as body:
            body.display = False
            yield Static(texter.REGISTER_COLUMNS, classes="etikett")
            yield Vertical(id="kolumner")
            yield Static(texter.REGISTER_ORGAN, classes="etikett")
            yield Input(id="organ", select_on_focus=False)
            yield Static(texter.REGISTER_REST, classes="etikett")
            rest = [(text, end) for end, text in texter.REGISTER_RESTS.items()]
            yield Select(rest, value=False, allow_blank=False, compact=True, id="ersatt")
            with Vertical(id="byten"):
                yield Static(texter.REGISTER_DAY, classes="etikett")
                yield Input(id="dag", select_on_focus=False)
                yield Vertical(id="fragor")
            yield Static(id="plan", markup=False)
            yield Static(id="brister", markup=False)
        with Horizontal(classes="knappar"):
            yield Button(
                texter.REGISTER_OK, id="lasin", variant="primary", disabled=True, compact=True
            )
            yield Button(texter.REGISTER_CANCEL, id="avbryt", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the file; there is nothing to read in before it is read."""
        self._show_faults("", "")
        self.query_one("#lasin", Button).disabled = True
        self.query_one("#fil", Input).focus()

    @on(Input.Submitted, "#fil")
    def _submitted(self, event: Input.Submitted) -> None:
        # A file that is dropped on a terminal comes with quotation marks around it.
        written = event.value.strip().strip("\"'")
        if written:
            path = self.folder / Path(written).expanduser()
            self.lasning = self.plan = None
            self.query_one("#falt").display = False
            self.query_one("#lasin", Button).disabled = True
            self._show_faults("", "")
            self._tell(texter.REGISTER_READING.format(fil=path.name))
            self._read(path)

    @work(thread=True, exclusive=True, group="las")
    def _read(self, path: Path) -> None:
        worker = get_current_worker()
        try:
            found = Found(begin(path, self.folder))
        except ProtokollError as error:
            found = Found(None, str(error))
        if not worker.is_cancelled:
            self.post_message(found)

    def _tell(self, text: str) -> None:
        self.query_one("#tips", Static).update(text)

    @on(Found)
    async def _show(self, event: Found) -> None:
        """What a file holds, with a choice for each of its columns."""
        lasning = event.lasning
        if lasning is None:
            self._tell(event.fault)
            return
        self.lasning, self._svar = lasning, {}
        told = texter.REGISTER_KEPT if lasning.minns else texter.REGISTER_READ
        self._tell(f"{told.format(fil=lasning.fil.name, mal=lasning.mal)} {_taken_as(lasning)}")
        columns = self.query_one("#kolumner")
        await columns.remove_children()
        await columns.mount_all(
            self._column(lasning, at) for at in range(len(lasning.kolumner.rubriker))
        )
        self.query_one("#falt").display = True
        self._replan()

    def _column(self, lasning: Inlasning, at: int) -> Horizontal:
        heading = lasning.kolumner.rubriker[at]
        samples = " · ".join(lasning.samples(at))
        text = Content.assemble((heading, "bold"), "  ", (samples, "$text-muted"))
        chosen = lasning.kolumner.falt[at].value
        choices = [(falt, falt) for falt in FALT]
        choice = Select(choices, value=chosen, allow_blank=False, compact=True, name=str(at))
        return Horizontal(Static(text), choice, classes="kolumn")

    @on(Select.Changed, "#kolumner Select")
    def _column_chosen(self, event: Select.Changed) -> None:
        if self.lasning is None or event.select.name is None:
            return
        at = int(event.select.name)
        if self.lasning.kolumner.falt[at].value == event.value:
            return
        self.lasning = self.lasning.with_column(at, str(event.value))
        for select, falt in zip(self._selects(), self.lasning.kolumner.falt, strict=True):
            select.value = falt.value
        self._replan()

    def _selects(self) -> list[Select[str]]:
        return list(self.query("#kolumner Select").results(Select))

    @on(Select.Changed, "#fragor Select")
    def _answered(self, event: Select.Changed) -> None:
        key = event.select.name or ""
        if self._svar.get(key, Partisvar.HOPPA).value != event.value:
            self._svar[key] = Partisvar(str(event.value))
            self._replan()

    @on(Select.Changed, "#ersatt")
    @on(Input.Changed, "#organ")
    @on(Input.Changed, "#dag")
    def _replan(self) -> None:
        """Make the plan anew, away from the screen."""
        self.query_one("#lasin", Button).disabled = True
        wishes = self._wishes()
        if self.lasning is not None and wishes is not None:
            self._make_plan(self.lasning, wishes)

    def _wishes(self) -> Onskan | None:
        try:
            changed = parse_wished_day(self.query_one("#dag", Input).value)
        except ValueError:
            self.query_one("#plan", Static).update(texter.REGISTER_BAD_DAY)
            return None
        return Onskan(
            self._today(),
            organ=self.query_one("#organ", Input).value.strip(),
            ersatt=self.query_one("#ersatt", Select).value is True,
            bytt=changed,
            svar=dict(self._svar),
        )

    def _today(self) -> date:
        return self.clock().date()

    @work(thread=True, exclusive=True, group="plan")
    def _make_plan(self, lasning: Inlasning, onskan: Onskan) -> None:
        worker = get_current_worker()
        plan = plan_of(lasning, onskan)
        if not worker.is_cancelled:
            self.post_message(Planned(lasning, plan))

    @on(Planned)
    async def _show_plan(self, event: Planned) -> None:
        lasning, plan = event.lasning, event.plan
        if lasning is not self.lasning:
            return
        self.plan = plan
        await self._show_questions(plan.fragor)
        missing = missing_columns(lasning.kolumner)
        text = texter.REGISTER_MISSING.format(vad=", ".join(missing)) if missing else _words(plan)
        self.query_one("#plan", Static).update(text)
        self._show_faults(_count(plan), _faults(lasning, plan))
        self.query_one("#lasin", Button).disabled = plan.tom

    def _show_faults(self, count: str, faults: str) -> None:
        """How many there are stands above what scrolls: in a long plan they are far down."""
        line = self.query_one("#antal", Static)
        line.display = bool(count)
        line.update(count)
        self.query_one("#brister", Static).update(faults)

    async def _show_questions(self, fragor: tuple[Partifraga, ...]) -> None:
        """A choice for each who has another party in the file."""
        self.query_one("#byten").display = bool(fragor)
        if fragor == self._asked:
            return
        self._asked = fragor
        questions = self.query_one("#fragor")
        await questions.remove_children()
        await questions.mount_all(self._question(fraga) for fraga in fragor)

    def _question(self, fraga: Partifraga) -> Horizontal:
        nu, ny = fraga.parti_nu or "-", fraga.parti_ny or "-"
        text = texter.REGISTER_PARTY.format(namn=fraga.namn, nu=nu, ny=ny)
        chosen = self._svar.get(fraga.nyckel, Partisvar.HOPPA).value
        choices = [(val.value, val.value) for val in Partisvar]
        key = fraga.nyckel
        choice = Select(choices, value=chosen, allow_blank=False, compact=True, name=key)
        return Horizontal(Static(Content(text)), choice, classes="kolumn")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do it, or leave."""
        if event.button.id == "avbryt":
            self.dismiss(False)
        elif self.lasning is not None and self.plan is not None:
            self._carry_out(self.lasning, self.plan)

    def _carry_out(self, lasning: Inlasning, plan: Plan) -> None:
        try:
            path = carry_out(lasning, plan)
        except ProtokollError as error:
            self.notify(str(error), severity="error", markup=False, timeout=20)
            return
        told = texter.REGISTER_DONE if lasning.roster.path else texter.REGISTER_NEW
        self.app.notify(told.format(fil=path.name), markup=False)
        self.dismiss(True)

    def action_leaf(self, step: int) -> None:
        """Leaf through columns, plan and faults: in a low window they do not all fit."""
        body = self.query_one("#falt")
        body.scroll_page_down() if step > 0 else body.scroll_page_up()

    def action_cancel(self) -> None:
        """Close the list that is open, else leave; nothing is changed."""
        open_ones = [select for select in self.query(Select).results() if select.expanded]
        for select in open_ones:
            select.expanded = False
        if not open_ones:
            self.dismiss(False)


def _taken_as(lasning: Inlasning) -> str:
    """How the file was read, for who sees that it came out wrong."""
    kalla = lasning.kalla
    if kalla.kodning:
        return texter.REGISTER_CODING.format(kodning=kalla.kodning, skilje=kalla.skilje)
    return texter.REGISTER_SHEET.format(blad=lasning.tabell.blad)


def _words(plan: Plan) -> str:
    parts = [title + "".join(f"\n  {line}" for line in lines) for title, lines in plan_parts(plan)]
    return "\n".join([*parts, *plan_tail(plan, texter.REGISTER_ENDING)])


def _count(plan: Plan) -> str:
    rows = {fault.rad for fault in plan.brister if fault.utelamnad}
    return texter.register_faults(len(plan.brister), len(rows)) if plan.brister else ""


def _faults(lasning: Inlasning, plan: Plan) -> str:
    if not plan.brister:
        return ""
    rows = [
        (texter.REGISTER_LEFT_OUT if f.utelamnad else texter.REGISTER_TOLD).format(
            plats=f.plats or lasning.mal.name, text=f.text
        )
        for f in plan.brister
    ]
    return "\n".join([texter.REGISTER_FAULTS.format(antal=len(rows)), *rows])
