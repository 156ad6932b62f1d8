"""The meeting screen: agenda, guide, preview, and the quick line that keeps focus."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Static

from protokoll_tui.procedure.steg import is_done
from protokoll_tui.services.guide import Guide, Val
from protokoll_tui.services.session import Besked, Last, Session
from protokoll_tui.services.tolkning import Tolkning
from protokoll_tui.tui import texter
from protokoll_tui.tui.screens.editor import TextEditor
from protokoll_tui.tui.widgets.agenda import Agenda
from protokoll_tui.tui.widgets.guide import GuideView
from protokoll_tui.tui.widgets.kandidater import Kandidater
from protokoll_tui.tui.widgets.preview import Preview
from protokoll_tui.tui.widgets.quickline import QuickLine
from protokoll_tui.tui.widgets.status import StatusLine
from protokoll_tui.tui.wrap import wrap

DRAFT_AFTER = 0.8
LOOK_EVERY = 2.0
PULSE_EVERY = 20.0


class MeetingScreen(Screen[None]):
    """Where the secretary sits during the meeting."""

    CSS_PATH = "meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", texter.KEYS["help"]),
        Binding("f2", "form", texter.KEYS["form"]),
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
        Binding("escape", "clear", show=False),
        Binding("pageup", "scroll_preview(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_preview(1)", show=False, priority=True),
    ]

    line = query_one(QuickLine)
    status = query_one(StatusLine)
    kandidater = query_one(Kandidater)
    guide_view = query_one(GuideView)
    preview = query_one(Preview)
    agenda = query_one(Agenda)
    sentence = query_one("#mening", Static)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.here = self._first_open()
        self.guide: Guide | None = None
        self._draft: Timer | None = None
        self._asked = ""
        self._newest = ""

    def _first_open(self) -> str:
        state = self.session.state
        first = next((p for p in state.paragraf if not is_done(p)), None)
        return first.id if first else (state.paragraf[0].id if state.paragraf else "")

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
                yield QuickLine(texter.PLACEHOLDER)
            yield Static(id="mening")
            yield Kandidater()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the meeting, take back a half-typed line, start looking after the file."""
        self.line.focus()
        self._restore_draft()
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(PULSE_EVERY, self.session.pulse)
        self.show_all()
        for text in self.session.notices():
            self.notify(text, markup=False, timeout=12)

    def on_resize(self, event: events.Resize) -> None:
        """Fewer columns: first the preview goes, then the agenda; few rows: only the line stays."""
        width, height = event.size
        self.set_class(width < 100, "-smal")
        self.set_class(width < 64, "-trang")
        self.set_class(height < 26, "-lag")
        self.set_class(height < 12, "-liten")
        if self.guide is not None:
            self.show_all()

    # What is shown

    def show_all(self) -> None:
        """Draw everything from the state."""
        state = self.session.state
        self.status.show(self.session)
        self.agenda.show(state, self.here)
        if not state.paragraf:
            self.guide_view.show_text(texter.NO_PARAGRAPH)
            return
        p = self.session.paragraf(self.here)
        self.here = p.id
        self.guide = self.session.guide(p.id)
        self.guide_view.show(p, self.guide, self.has_class("-smal"))
        if self.preview.display:
            self.preview.show(self.session.live(p.id), p.id, self._newest)
        self._show_line(self.line.value)

    def _show_line(self, line: str) -> Last | None:
        """The sentence the line will become, marks on it, and what could follow."""
        if not line.strip():
            self.sentence.update("")
            self.kandidater.show_values(self._choices())
            return None
        last = self.session.read(line, self.here)
        lines = wrap(sentence_content(last), max(self.size.width - 4, 10))
        self.sentence.update(Content("\n").join(lines))
        found = [Val(k.rad, f"{k.ord}  {k.text}") for k in self.session.candidates(line)]
        if not found and line.strip() == "pr":
            found = list(self._choices())
        self.kandidater.show_values(tuple(found))
        return last

    def _choices(self) -> tuple[Val, ...]:
        """The lines of Härnäst, for a choice with the arrows; nothing where there is only one."""
        val = self.guide.harnast.val if self.guide else ()
        return val if len(val) > 1 else ()

    # The line

    @on(QuickLine.Edited)
    def _line_edited(self, message: QuickLine.Edited) -> None:
        self._asked = ""
        self._show_line(self.line.value)
        if self._draft is None:
            self._draft = self.set_timer(DRAFT_AFTER, self._save_draft)

    @on(QuickLine.Submitted)
    def _line_submitted(self, message: QuickLine.Submitted) -> None:
        chosen = self.kandidater.chosen()
        if chosen:
            self._take(chosen)
        elif message.line.strip():
            self.submit(message.line)
        elif self.guide and self.guide.harnast.valj:
            self.kandidater.step(1)
        elif self.guide and self.guide.harnast.val:
            self._take(self.guide.harnast.val[0].rad)
        else:
            self.notify(texter.ALL_DONE)

    def _take(self, line: str) -> None:
        """Put a suggested line in for the eye to check; mere moving about is done at once."""
        if line.rstrip(">").isdigit() or line in "<>":
            self.submit(line)
        else:
            self.line.set_line(line)

    @work
    async def submit(self, line: str) -> None:
        """Carry out a line: move, open the editor, or record."""
        last = self.session.read(line, self.here)
        tolkning = last.tolkning
        if tolkning.hjalp:
            self.line.clear_line()
            self.app.action_help()  # type: ignore[attr-defined]
        elif tolkning.redigera or tolkning.saknar_text:
            await self._write_text(line, tolkning)
        elif not tolkning.handelser:
            self._go(tolkning.ga_till)
        elif last.oklar and self._asked != line:
            self._asked = line
            self.sentence.update(texter.CONFIRM_NOTE.format(skal=last.anmarkningar[0]))
        else:
            self._record(line)

    async def _write_text(self, line: str, tolkning: Tolkning) -> None:
        old = tolkning.redigera.text if tolkning.redigera else ""
        text = await self.app.push_screen_wait(TextEditor(old, line))
        if text is not None:
            self._record(f"{line.rstrip().rstrip(':').rstrip()} : {text}")

    def _record(self, line: str) -> None:
        last, besked = self.session.record(line, self.here)
        if besked is None:
            return
        if besked.taken:
            self.line.clear_line()
            self._drop_draft()
            self._newest = last.tolkning.post
            self.here = last.tolkning.ga_till or self.here
        else:
            self.notify(besked.text or texter.READ_ONLY_ENTRY, severity="warning", markup=False)
        self.show_all()

    def _go(self, paragraf: str) -> None:
        self.line.clear_line()
        self._drop_draft()
        if paragraf:
            self.here = paragraf
        self.show_all()

    @on(QuickLine.Wanted)
    def _wanted(self, message: QuickLine.Wanted) -> None:
        if message.what == "complete":
            top = self.kandidater.chosen() or self.kandidater.top()
            if top:
                self.line.set_line(top)
        elif message.what == "up" and not self.line.text:
            self._recall()
        else:
            self.kandidater.step(-1 if message.what == "up" else 1)

    def _recall(self) -> None:
        """The latest entry of the § comes back as a line that corrects it."""
        line = self.session.last_line(self.here)
        if line:
            self.line.set_line(line)

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

    # Drafts and the file

    def _save_draft(self) -> None:
        self._draft = None
        self.session.save_draft(self.line.value, self.here)

    def _drop_draft(self) -> None:
        if self._draft is not None:
            self._draft.stop()
            self._draft = None
        self.session.clear_draft()

    def _restore_draft(self) -> None:
        draft = self.session.load_draft()
        if draft:
            text, paragraf = draft
            self.here = paragraf or self.here
            self.line.set_line(text)
            self.notify(texter.DRAFT_BACK)

    def _look(self) -> None:
        """Notice what others did to the file, and save what could not be saved."""
        seen = self.session.look()
        if seen:
            self.show_all()
            for text in self.session.notices():
                self.notify(text, markup=False, timeout=12)

    # Keys

    def action_step(self, step: int) -> None:
        """To the next or previous §."""
        self.submit(">" if step > 0 else "<")

    @on(QuickLine.UndoEntry)
    def action_undo(self) -> None:
        """Undo the last entry."""
        self._told(self.session.undo())

    def action_redo(self) -> None:
        """Redo: in the text while there is some, else the last undone entry."""
        if self.line.text:
            self.line.redo()
        else:
            self._told(self.session.redo())

    def _told(self, besked: Besked) -> None:
        severity: SeverityLevel = "information" if besked.taken else "warning"
        self.notify(besked.text, markup=False, severity=severity)
        self.here = besked.paragraf or self.here
        self.show_all()

    def action_clear(self) -> None:
        """Empty the line; what was there can be had back with ctrl+z."""
        if self.line.text:
            self.line.set_line("")

    def action_retry(self) -> None:
        """Try again to save what is not saved."""
        besked = self.session.retry()
        self.notify(texter.SAVED_ALREADY if besked is None else besked.text, markup=False)
        self.show_all()

    def action_scroll_preview(self, step: int) -> None:
        """Leaf through the preview, or the guide where there is no preview."""
        target = self.preview if self.preview.display else self.guide_view
        target.scroll_page_down() if step > 0 else target.scroll_page_up()

    @work
    async def action_editor(self) -> None:
        """Write the text of the line in the editor."""
        head, _, text = self.line.value.partition(" : ")
        new = await self.app.push_screen_wait(TextEditor(text, head))
        if new is not None:
            self.line.set_line(f"{head.rstrip()} : {new}")

    @work
    async def action_form(self) -> None:
        """The same verbs as a form; it gives a line back."""
        from protokoll_tui.tui.screens.form import VerbForm

        line = await self.app.push_screen_wait(VerbForm(self.session, self.here, self.line.value))
        if line:
            self.line.set_line(line)

    @work
    async def action_extract(self) -> None:
        """The whole extract on the screen, to save or copy."""
        from protokoll_tui.tui.screens.utdrag import ExtractScreen

        await self.app.push_screen_wait(ExtractScreen(self.session, self.here))

    @work
    async def action_arende(self) -> None:
        """Write the item itself."""
        from protokoll_tui.tui.screens.arende import ArendeScreen

        self.here = (
            await self.app.push_screen_wait(ArendeScreen(self.session, self.here)) or self.here
        )
        self.show_all()

    def action_take_over(self) -> None:
        """Take the meeting over from another who has it open."""
        if self.session.saving()[1] and self.session.store.upptagen:
            self.session.take_over()
            taken = not self.session.store.read_only
            self.notify(texter.TAKEN_OVER if taken else texter.NOT_TAKEN)
            self.show_all()

    @work
    async def action_conflicts(self) -> None:
        """Both texts where two have changed the same place."""
        from protokoll_tui.tui.screens.krock import ConflictScreen

        await self.app.push_screen_wait(ConflictScreen(self.session.conflicts()))


def sentence_content(last: Last) -> Content:
    """The sentence that the protocol will hold, and the marks on the line."""
    marks = [Content.styled(f"! {mark}", "bold $warning") for mark in last.anmarkningar]
    return Content("\n").join([*([Content(last.mening)] if last.mening else []), *marks])
