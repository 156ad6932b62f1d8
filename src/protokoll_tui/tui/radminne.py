"""What becomes of lines that are no entries yet: held for a second Enter, put aside, brought back.

Nothing that was typed is let go before it has become an entry; what was suggested is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.services.session import Session
from protokoll_tui.services.undanlagda import Undanlagd
from protokoll_tui.tui import texter


@dataclass(frozen=True)
class Hallen:
    """A line that waits for a second Enter, its §, whether it was refused, and the line that was
    offered in its place."""

    rad: str
    paragraf: str
    nekad: bool = False
    istallet: str = ""


class Radminne:
    """The lines of a meeting screen. ``suggested`` is the line that the program filled in."""

    def __init__(self, session: Session) -> None:
        self.suggested = ""
        self._session = session
        self._pile = session.undanlagda
        self._held: Hallen | None = None
        self._in_hand = ""

    def holds(self, line: str) -> bool:
        """Whether Enter on this line is the second one."""
        return self._held is not None and self._held.rad == line

    def hold(self, line: str, paragraf: str, istallet: str = "") -> None:
        """A doubtful line is to be confirmed, or the one that is offered in its place."""
        self._held = Hallen(line, paragraf, istallet=istallet)

    def refuse(self, line: str, paragraf: str) -> None:
        """A line was not taken: it is put aside, and Enter tries again."""
        self._let_go(line)
        self._pile.add(line, paragraf)
        self._held, self._in_hand = Hallen(line, paragraf, nekad=True), line

    def settle(self, line: str) -> str:
        """Another line than the held one is carried out. Out: what to tell of the held one.

        A doubtful one is kept as a note, unless it was mended.
        """
        held = self._held
        if held is None or held.rad == line:
            return ""
        self._held = None
        asked = held.istallet or held.rad
        if held.rad == self.suggested or line == asked or self._session.mends(line, asked):
            return ""
        kept = not held.nekad and self._session.keep(held.rad, held.paragraf).taken
        if not kept:
            self._pile.add(held.rad, held.paragraf)
        return (texter.HELD_KEPT if kept else texter.LINE_ASIDE).format(rad=held.rad[:40])

    def taken(self, line: str) -> None:
        """The line has become an entry, and so has the one that it was made from."""
        self._held, self.suggested = None, ""
        self._let_go(line)
        self._pile.drop(line)

    def wiped(self, line: str, paragraf: str) -> None:
        """The line was wiped: out of the way, but it can be brought back."""
        held = self._held.rad if self._held else ""
        self._held = None
        self._let_go(line)
        for text in dict.fromkeys((held, line)):
            if text != self.suggested:
                self._pile.add(text, paragraf, tomd=True)

    def put_back(self, line: str) -> None:
        """A line that was wiped stands on the line again."""
        self._in_hand = line

    def older(self, line: str) -> Undanlagd | None:
        """The newest line that was put aside, or the one before the one that stands on the line
        as it was brought back; None when there is none older."""
        rader = self._pile.rader
        texts = [rad.text for rad in rader]
        at = texts.index(line) if line in texts else len(texts)
        if at == 0:
            return None
        self._in_hand = texts[at - 1]
        return rader[at - 1]

    def is_brought_back(self, line: str) -> bool:
        """Whether the line stands just as it was brought back."""
        return bool(line) and line == self._in_hand

    def _let_go(self, line: str) -> None:
        """The line that was brought back lives on in this one, or stays where it was."""
        if self._in_hand and self._session.mends(line, self._in_hand):
            self._pile.drop(self._in_hand)
        self._in_hand = ""
