"""The meeting's file on the screen: undo, saving again, taking over, and news from others."""

from __future__ import annotations

from textual.getters import query_one
from textual.notifications import SeverityLevel

from protokoll_tui.services.session import Besked
from protokoll_tui.tui import texter
from protokoll_tui.tui.kvitton import LASTING
from protokoll_tui.tui.screens.dialoger import Dialoger
from protokoll_tui.tui.widgets.status import StatusLine

LOOK_EVERY = 2.0
PULSE_EVERY = 20.0


class Filen(Dialoger):
    """A screen that looks after the file of its session."""

    status = query_one(StatusLine)

    def watch_file(self) -> None:
        """Begin to look after the file, and to give the lock's sign of life."""
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(PULSE_EVERY, lambda: self.session.pulse())

    def restore_draft(self) -> None:
        """Take back what stood half-typed, and say what lines of an earlier window there are."""
        draft = self.session.load_draft()
        if draft:
            text, paragraf = draft
            self.here = paragraf or self.here
            self.line.set_line(text)
            self.notify(texter.DRAFT_BACK)
        if left := [rad for rad in self.session.undanlagda.restore() if not rad.tomd]:
            self.notify(texter.lines_back(len(left)), timeout=LASTING)

    def _look(self) -> None:
        """Notice what others did to the file, and save what could not be saved."""
        seen = self.session.look()
        self.status.show(self.session, self.here)
        if seen:
            self.show_all()
            self.tell()

    def tell(self) -> bool:
        """Tell what is new about the file, each thing once. Out: whether there was anything."""
        texts = self.session.notices()
        for text in texts:
            self.notify(text, markup=False, timeout=LASTING)
        return bool(texts)

    def step_back(self) -> None:
        """Ctrl+z on an empty line."""
        self.action_undo()

    def action_undo(self) -> None:
        """Undo the last entry."""
        self.told(self.session.undo())

    def action_redo(self) -> None:
        """Redo: in the text while there is some, else the last undone entry."""
        if self.line.text:
            self.line.redo()
        else:
            self.told(self.session.redo())

    def told(self, besked: Besked) -> None:
        """Say what an undo did, and show where."""
        severity: SeverityLevel = "information" if besked.taken else "warning"
        self.notify(besked.text, markup=False, severity=severity)
        self.here = besked.paragraf or self.here
        self.show_all()

    def action_retry(self) -> None:
        """Try again to save what is not saved."""
        besked = self.session.retry()
        self.notify(texter.SAVED_ALREADY if besked is None else besked.text, markup=False)
        self.show_all()

    def action_take_over(self) -> None:
        """Take the meeting over from another who has it open."""
        if self.session.saving()[1] and self.session.store.upptagen:
            self.session.take_over()
            taken = not self.session.store.read_only
            # A notice has the reason where there is one.
            if not self.tell() or taken:
                self.notify(texter.TAKEN_OVER if taken else texter.NOT_TAKEN)
            self.show_all()
