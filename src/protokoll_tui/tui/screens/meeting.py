"""The meeting screen: agenda, guide, preview, and the quick line that keeps focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Footer, Static

from protokoll_tui.errors import ProtokollError
from protokoll_tui.services.borjan import begin_at
from protokoll_tui.services.guide import heading
from protokoll_tui.services.guidevy import Guide, Val
from protokoll_tui.services.session import Session
from protokoll_tui.tui import texter
from protokoll_tui.tui.radminne import Radminne
from protokoll_tui.tui.screens.rosta import Rostande
from protokoll_tui.tui.utkast import Utkast
from protokoll_tui.tui.widgets.agenda import Agenda
from protokoll_tui.tui.widgets.guide import GuideView
from protokoll_tui.tui.widgets.kandidater import Kandidater
from protokoll_tui.tui.widgets.mening import Mening
from protokoll_tui.tui.widgets.preview import Preview
from protokoll_tui.tui.widgets.quickline import QuickLine
from protokoll_tui.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from protokoll_tui.services.lasning import Last

READ_AFTER = 0.012
"""Seconds from a key until the line is read: the letter reaches the terminal first."""


class MeetingScreen(Rostande):
    """Where the secretary sits during the meeting."""

    CSS_PATH = "meeting.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", texter.KEYS["help"]),
        Binding("f2", "form", texter.KEYS["form"]),
        Binding("f3", "narvaro", texter.KEYS["narvaro"]),
        Binding("f5", "extract", texter.KEYS["extract"]),
        Binding("f9", "arende", texter.KEYS["arende"]),
        Binding("ctrl+g", "step(1)", texter.KEYS["next"]),
        Binding("ctrl+b", "step(-1)", texter.KEYS["previous"], show=False),
        Binding("ctrl+z", "undo", texter.KEYS["undo"]),
        Binding("ctrl+y", "redo", texter.KEYS["redo"], show=False, priority=True),
        Binding("ctrl+o", "editor", texter.KEYS["editor"], show=False),
        Binding("ctrl+s", "retry", texter.KEYS["save"], show=False),
        Binding("ctrl+r", "conflicts", texter.KEYS["conflicts"], show=False),
        Binding("ctrl+l", "take_over", texter.KEYS["take_over"], show=False),
        Binding("pageup", "scroll_preview(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_preview(1)", show=False, priority=True),
        Binding("shift+pageup", "scroll_guide(-1)", show=False),
        Binding("shift+pagedown", "scroll_guide(1)", show=False),
    ]

    kandidater = query_one(Kandidater)
    guide_view = query_one(GuideView)
    preview = query_one(Preview)
    agenda = query_one(Agenda)
    sentence = query_one(Mening)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.here = begin_at(session)
        self.guide: Guide | None = None
        self.utkast = Utkast(self, session)
        self._reading: Timer | None = None
        self.minne = Radminne(session)
        self._newest = ""
        self._shown_line = ""
        self._drawn_for = Size(0, 0)
        self._checked = False

    def compose(self) -> ComposeResult:
        """Status, the three columns, the line with its sentence, the keys."""
        yield StatusLine()
        with Horizontal(id="mitten"):
            yield Agenda()
            yield GuideView(id="guide")
            yield Preview(id="utdrag")
        with Vertical(id="inmatning"):
            with Horizontal(id="radrad"):
                yield Static("›", id="pil")
                yield QuickLine(texter.PLACEHOLDER, self)
            yield Mening()
            yield Kandidater()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the meeting, take back a half-typed line, start looking after the file."""
        self.line.focus()
        self.restore_draft()
        self.watch_file()
        # The first frame is the meeting itself, before any layout has told the widths.
        self._fit(self.app.size)
        self.show_all()
        self.call_after_refresh(self._look_closer)

    def _look_closer(self) -> None:
        """After the first frame: what the checks find, and what is to be told."""
        self._checked = True
        # The line is left alone: somebody may be typing on it.
        self._show_guide()
        self.tell()

    def on_resize(self, event: events.Resize) -> None:
        """Fewer columns: first the preview goes, then the agenda; few rows: only the line stays."""
        if event.size != self._drawn_for:
            self._fit(event.size)
            # After the new layout: what is shown is wrapped to the widths there are then.
            self.call_after_refresh(self.show_all)

    def _fit(self, size: Size) -> None:
        self._drawn_for = size
        width, height = size
        self.set_class(width < 100, "-smal")
        self.set_class(width < 64, "-trang")
        self.set_class(height < 36, "-lag")
        self.set_class(height < 12, "-liten")

    # What is shown

    def show_all(self) -> None:
        """Draw everything from the state."""
        state = self.session.state
        self.status.show(self.session, self.here)
        self.agenda.show(state, self.here, self.session.with_errors if self._checked else ())
        if not state.paragraf:
            self.guide_view.show_text(texter.NO_PARAGRAPH)
            return
        self._show_guide()
        if self.preview.display:
            # After the frame: the templates of the first preview take longer than all the rest.
            self.call_after_refresh(self._show_preview)
        self._show_line(self.line.value)

    def _show_guide(self) -> None:
        if self.session.state.paragraf:
            p = self.session.paragraf(self.here)
            self.here = p.id
            self.guide = self.session.guide(p.id, checked=self._checked)
            self.guide_view.show(p, self.guide)

    def _show_preview(self) -> None:
        try:
            self.preview.show(self.session.live(self.here), self.here, self._newest)
        except ProtokollError as error:
            self.preview.show_text(str(error))

    def _show_line(self, line: str) -> Last | None:
        """The sentence the line will become, marks on it, and what could follow."""
        self._shown_line = line
        if not line.strip():
            self.sentence.show(None)
            self.kandidater.show_values(self._choices())
            return None
        last = self.session.read(line, self.here)
        self._show_sentence(line, last)
        found = [Val(k.rad, f"{k.ord}  {k.text}") for k in self.session.candidates(line)]
        if not found and line.strip() == "pr":
            found = list(self._choices())
        self.kandidater.show_values(tuple(found))
        return last

    def _show_sentence(self, line: str, last: Last) -> None:
        if self.minne.holds(line) and (last.oklar or last.tveksam):
            self.sentence.ask(last)
        elif line == self.minne.suggested and self.line.selected_text:
            self.sentence.suggest(last)
        else:
            self.sentence.show(last)

    def _choices(self) -> tuple[Val, ...]:
        """The lines of Härnäst, for a choice with the arrows; nothing where there is only one."""
        val = self.guide.harnast.val if self.guide else ()
        return val if len(val) > 1 else ()

    # The line

    @on(QuickLine.Edited)
    def _line_edited(self, message: QuickLine.Edited) -> None:
        if self.line.value == self._shown_line:
            return
        if self._reading is None:
            self._reading = self.set_timer(READ_AFTER, self._show_edited)
        self.utkast.touch(lambda: self.line.value, self.here)

    @on(QuickLine.Grown)
    def _line_grown(self, message: QuickLine.Grown) -> None:
        self.query_one("#radrad").styles.height = message.rows

    def _show_edited(self) -> None:
        self._reading = None
        if self.line.value != self._shown_line:
            self._show_line(self.line.value)

    def line_submitted(self, line: str) -> None:
        """Enter: take the candidate that is chosen, or the line, or what stands after Härnäst."""
        self._catch_up()
        chosen = self.kandidater.chosen()
        if chosen:
            self._take(chosen)
        elif self.calls_roll(line):
            return
        elif line.strip():
            self.submit(line)
        elif self.guide and self.guide.harnast.valj:
            self.kandidater.step(1)
        elif self.guide and self.guide.harnast.val:
            self._take(self.guide.harnast.val[0].rad)
        else:
            self.notify(texter.ALL_DONE)

    def _take(self, line: str) -> None:
        """Put a suggested line in for the eye to check; mere moving about is done at once.

        Only what nobody has typed is put in to be typed over.
        """
        begun = self.line.value.strip()
        if line.rstrip(">").isdigit() or line in "<>":
            self.submit(line)
        elif self.calls_roll(line):
            return
        elif begun and begun != self.minne.suggested.strip():
            self.line.set_line(line)
            self._show_line(line)
        else:
            self.minne.suggested = line
            self._offer(line)
            if line.endswith(" "):
                # Something is to be written after it: it must not be typed over.
                self.line.move_cursor(self.line.document.end)

    def _offer(self, line: str) -> None:
        """Put a line in, selected: Enter takes it, whoever types instead types over it."""
        self.line.set_line(line)
        self.line.select_all()
        self._show_line(line)

    def submit(self, line: str) -> None:
        """Carry out a line: move, open the editor, or record."""
        # First: a line that becomes a note now is one that this line comes after.
        if told := self.minne.settle(line):
            self.notify(told, markup=False, severity="warning")
        last = self.session.read(line, self.here)
        tolkning = last.tolkning
        if tolkning.hjalp:
            self._forget_line()
            self.app.action_help()  # type: ignore[attr-defined]
        elif tolkning.redigera or tolkning.saknar_text:
            self._forget_line()
            self.write_text(line, tolkning)
        elif not tolkning.handelser:
            self._forget_line()
            self.go(tolkning.ga_till)
        elif last.istallet:
            self.minne.hold(line, self.here, last.istallet)
            self._offer(last.istallet)
        elif last.oklar and line == self.minne.suggested:
            self._show_line(line)  # It is nobody's words yet: nothing to keep.
        elif (last.oklar or last.tveksam) and not self.minne.holds(line):
            self.minne.hold(line, self.here)
            self._offer(line)
        else:
            self.record(line)

    def record(self, line: str) -> None:
        """Make a line an entry; one that is not taken stays on the line."""
        last, besked = self.session.record(line, self.here)
        if besked is None:
            return
        if besked.taken:
            self._forget_line()
            self.minne.taken(line)
            self._newest = last.tolkning.post
            self.here = last.tolkning.ga_till or self.here
            if last.kvitto:
                self.notify(last.kvitto, markup=False)
        else:
            self.minne.refuse(line, self.here)
            self.give_back(line)
            self.line.select_all()
            self.notify(besked.text or texter.READ_ONLY_ENTRY, severity="warning", markup=False)
        self.show_all()
        if besked.taken:
            self.open_laid_vote(last.tolkning)

    def give_back(self, line: str) -> None:
        """Put a line back that became no entry; where another has been begun, Up brings it."""
        if self.line.value in {"", line}:
            self.line.set_line(line)
        else:
            self.session.undanlagda.add(line, self.here)
            self.notify(texter.LINE_ASIDE.format(rad=line[:40]), markup=False)

    def _forget_line(self) -> None:
        self.line.clear_line()
        self._shown_line = ""
        self.utkast.drop()

    def go(self, paragraf: str) -> None:
        """Show another §; what stands on the line stays there."""
        if paragraf:
            self.here = paragraf
        self.show_all()

    def line_wants(self, what: str) -> None:
        """Tab and the arrows: complete the word, choose a candidate, or recall an entry."""
        self._catch_up()
        if what == "complete":
            top = self.kandidater.chosen() or self.kandidater.top()
            if top:
                self.line.set_line(top)
        elif what == "up" and (not self.line.text or self.minne.is_brought_back(self.line.value)):
            self._recall()
        else:
            self.kandidater.step(-1 if what == "up" else 1)

    def _catch_up(self) -> None:
        """Show the line as it is now: what a key chooses among must be what belongs to it."""
        if self._reading is not None:
            self._reading.stop()
        # Not only then: the letters may have come so fast that nothing has been told of them yet.
        self._show_edited()

    def _recall(self) -> None:
        """A line that was put aside comes back, else the latest entry as one that corrects it."""
        found = self.minne.older(self.line.value)
        if found is not None:
            self.line.set_line(found.text)
            p = self.session.paragraf(found.paragraf)
            if p.id == found.paragraf != self.here:
                self.notify(texter.TYPED_IN.format(var=heading(p)), markup=False)
        elif line := self.session.last_line(self.here):
            self.minne.suggested = line
            self.line.set_line(line)

    def line_wiped(self, line: str) -> None:
        """Escape: the line is put aside."""
        self.minne.wiped(line, self.here)

    def discard(self, line: str) -> None:
        """As Escape on the line: ctrl+z gives it back."""
        self.line.wiped = line
        self.minne.wiped(line, self.here)

    def line_put_back(self, line: str) -> None:
        """Ctrl+z right after Escape."""
        self.minne.put_back(line)

    @on(Agenda.OptionSelected)
    def _agenda_clicked(self, event: Agenda.OptionSelected) -> None:
        if event.option.id:
            self.here = event.option.id
            self.show_all()
        self.line.focus()

    @on(Kandidater.Picked)
    def _candidate_clicked(self, event: Kandidater.Picked) -> None:
        self._take(event.rad)
        self.line.focus()

    def keep(self) -> None:
        """The program ends: what stands on the line is kept."""
        self.utkast.flush()

    def action_step(self, step: int) -> None:
        """To the next or previous §."""
        self.go(self.session.read(">" if step > 0 else "<", self.here).tolkning.ga_till)

    def action_scroll_preview(self, step: int) -> None:
        """Leaf through the preview, or the guide where there is no preview."""
        target = self.preview if self.preview.display else self.guide_view
        target.scroll_page_down() if step > 0 else target.scroll_page_up()

    def action_scroll_guide(self, step: int) -> None:
        """Leaf through the guide of the §."""
        view = self.guide_view
        view.scroll_page_down() if step > 0 else view.scroll_page_up()
