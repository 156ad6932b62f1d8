"""Who is there: the upprop with one key and exceptions, later who comes and goes in a §."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from protokoll_tui.services.guide import heading
from protokoll_tui.services.narvarolista import Listrad, Narvarolista
from protokoll_tui.services.session import Session
from protokoll_tui.services.uppropsrad import Svar, at_upprop, finished, in_item, is_upprop
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.tui import texter
from protokoll_tui.tui.widgets.status import meeting_title


class Personlista(OptionList):
    """A list of persons; a click is as the signature typed."""

    can_focus = False

    def show(self, rows: Iterable[Listrad]) -> None:
        """Show the persons."""
        self.set_options([Option(row_content(row), id=row.sig) for row in rows])


class Namnrad(Input):
    """The line of the screen. It tells its owner of each key at once, not by message: the next
    key must find the line as it is after this one, however fast names are called."""

    def __init__(self, owner: AttendanceScreen) -> None:
        super().__init__(placeholder=texter.NARVARO_PLACEHOLDER, id="namn", select_on_focus=False)
        self.owner = owner

    async def _on_key(self, event: events.Key) -> None:
        act = {"enter": self.owner.submitted, "escape": self.owner.leave}.get(event.key)
        if event.key == "space" and not self.value:
            act = self.owner.everybody
        if act is None:
            await super()._on_key(event)
            self.owner.typed(self.value)
        else:
            event.stop()
            event.prevent_default()
            act()


class AttendanceScreen(ModalScreen[str]):
    """Upprop while that § is open, else who comes and goes in the § at hand.

    Gives back the id of the § to show. Each answer is recorded at once.
    """

    CSS_PATH = "modal.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "leave", texter.KEYS["close"]),
        Binding("ctrl+z", "undo", texter.KEYS["undo"], priority=True),
        Binding("pageup", "leaf(-1)", texter.KEYS["leaf"], priority=True),
        Binding("pagedown", "leaf(1)", show=False, priority=True),
    ]

    def __init__(self, session: Session, paragraf: str) -> None:
        super().__init__()
        self.session = session
        self.here = session.paragraf(paragraf).id
        self._asked = ""
        self._answered = ""

    @property
    def upprop(self) -> bool:
        """Whether the upprop is being held."""
        return is_upprop(self.session, self.here)

    def compose(self) -> ComposeResult:
        """Title, what can be typed, the two lists, others, the line."""
        yield Static(id="rubriken", classes="titel", markup=False)
        yield Static(id="tips", classes="tips", markup=False)
        with Horizontal(id="listor"):
            with Vertical():
                yield Static(texter.NARVARO_LEDAMOTER, classes="etikett")
                yield Personlista(id="ledamoter", markup=False, compact=True)
            with Vertical():
                yield Static(texter.NARVARO_ERSATTARE, classes="etikett")
                yield Personlista(id="ersattare", markup=False, compact=True)
        with VerticalScroll(id="ovrigt"):
            yield Static(id="ovriga", markup=False)
        yield Static(id="svaret", classes="tips", markup=False)
        yield Namnrad(self)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show who is there and wait for a name."""
        self.show()
        self.query_one(Namnrad).focus()

    def show(self) -> None:
        """Draw everything from the state."""
        held = self.session.attendance_list("" if self.upprop else self.here)
        self.query_one("#rubriken", Static).update(self._title(held))
        keys = texter.NARVARO_KEYS_UPPROP if self.upprop else texter.NARVARO_KEYS
        self.query_one("#tips", Static).update(keys_content(keys))
        self.query_one("#ledamoter", Personlista).show(held.ledamoter)
        self.query_one("#ersattare", Personlista).show(held.ersattare)
        self.query_one("#ovriga", Static).update(others_content(held))

    def _title(self, held: Narvarolista) -> str:
        p = self.session.paragraf(self.here)
        if self.upprop:
            about = meeting_title(self.session.state, self.session.kommun)
            return f"{texter.NARVARO_UPPROP}  {held.sammanfattning}  {about}"
        return f"{texter.NARVARO_TITLE}  {held.sammanfattning}  {heading(p)}"

    def everybody(self) -> None:
        """Space: all ledamöter are there; once more: the ersättare too."""
        self._answered = ""
        if self.upprop:
            self._done(at_upprop(self.session, " "))

    def typed(self, line: str) -> None:
        """A whole signature at the upprop is an answer without Enter."""
        if line != self._asked:
            self._asked = ""
        if line == ">" and self._answered:
            # rh>aw: rh alone was an answer already.
            self._put(f"{self._answered}>")
            return
        answer = at_upprop(self.session, line, whole=False) if self.upprop else Svar()
        if answer.tagen:
            self._done(answer)
            self._answered = line.removeprefix("*")
        elif not self._asked:
            self.query_one("#svaret", Static).update("")

    def _put(self, text: str) -> None:
        line = self.query_one(Namnrad)
        line.value = text
        line.cursor_position = len(text)

    def submitted(self) -> None:
        """Enter: take the line, show what it becomes, or be done."""
        value = self.query_one(Namnrad).value.strip()
        if not value and self._answered:
            # Enter after a signature that was taken already is not the one that ends the upprop.
            self._answered = ""
            self.query_one("#svaret", Static).update(texter.NARVARO_TAKEN)
        elif not value:
            self._finish()
        elif self.upprop:
            self._done(at_upprop(self.session, value))
        else:
            sure = self._asked == value
            self._asked = value
            self._done(in_item(self.session, value, self.here, sure=sure))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        sig = event.option.id or ""
        if self.upprop:
            self._done(at_upprop(self.session, sig))
        else:
            self.query_one(Namnrad).value = sig
            self._asked = sig
            self._done(in_item(self.session, sig, self.here, sure=False))

    def _done(self, answer: Svar) -> None:
        line = self.query_one(Namnrad)
        if answer.tagen:
            line.value = ""
            self._asked = ""
            self.show()
        elif self.upprop:
            # The next name that is called is typed over the one that was not found.
            line.select_all()
        self.query_one("#svaret", Static).update(answer.text)
        line.focus()

    def _finish(self) -> None:
        """Enter on an empty line: the upprop is done, or the list has been looked at."""
        if self.upprop:
            answer = finished(self.session, self.here)
            if not answer.tagen:
                self._done(answer)
                return
            self.app.notify(texter.NARVARO_DONE.format(text=answer.text), markup=False)
        self.dismiss(self.here)

    def leave(self) -> None:
        """Empty the line, else leave; what was answered is recorded already."""
        line = self.query_one(Namnrad)
        if line.value:
            line.value = ""
            self.typed("")
        else:
            self.dismiss(self.here)

    def on_resize(self, event: events.Resize) -> None:
        """In a low window the lists get the rows."""
        self.set_class(event.size.height < 30, "-lag")

    def action_leaf(self, step: int) -> None:
        """Leaf through both lists, and what stands under them."""
        for rows in (*self.query(Personlista), self.query_one("#ovrigt")):
            rows.scroll_page_down() if step > 0 else rows.scroll_page_up()

    def action_leave(self) -> None:
        """F3 once more, or the footer's Esc."""
        self.leave()

    def action_undo(self) -> None:
        """Empty the line while there is text, else undo the last answer."""
        if self.query_one(Namnrad).value:
            self.leave()
            return
        besked = self.session.undo()
        self.query_one("#svaret", Static).update(besked.text)
        self.show()


def keys_content(keys: Iterable[tuple[str, str]]) -> Content:
    """What can be typed, each with what it does."""
    pairs = [
        Content.assemble((key, "bold $accent"), f" {what}".replace(" ", NBSP)) for key, what in keys
    ]
    return Content("  ·  ").join(pairs)


def row_content(row: Listrad) -> Content:
    """A person as a row: sign, signature, name, where."""
    sign = "✓" if row.tjanstgor else "·" if row.har else "–"
    style = "" if row.tjanstgor else "$text-muted"
    where = f" · {row.lage}" if row.lage else ""
    return Content.assemble(
        (f"{sign} ", "$success" if row.tjanstgor else "$warning"),
        (f"{row.sig:<4} ", "$primary"),
        (row.namn, style),
        (where, "italic $text-muted"),
    )


def others_content(held: Narvarolista) -> Content:
    """Others, justering and findings, each under its heading."""
    lines = []
    for title, rows in (
        (texter.NARVARO_FINDINGS, held.fynd),
        (texter.NARVARO_OTHERS, held.ovriga),
    ):
        if rows:
            lines += [Content.styled(title, "bold"), *(Content(f"  {row}") for row in rows)]
    return Content("\n").join(lines)
