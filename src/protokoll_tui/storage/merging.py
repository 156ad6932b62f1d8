"""Somebody else's version of the meeting file set against what holds here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protokoll_tui.domain.changes import Patch, diff, put, reverse
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.storage import texter
from protokoll_tui.storage.foreign import Sammanfort, merge_versions
from protokoll_tui.storage.historik import Historik, Spets
from protokoll_tui.storage.journal import Journal
from protokoll_tui.storage.log import Entry
from protokoll_tui.storage.opening import newer_lines
from protokoll_tui.storage.session import Session
from protokoll_tui.storage.writer import Utbytt, Writer


@dataclass(frozen=True)
class Jamforelse:
    """Both versions made one, and ``patch``, what that changes here.

    ``foraldrar`` are heads of other logs that are news to us; ``utifran`` tells that the file was
    changed by no program of ours; ``hel`` that it holds all of ours already, as its writer left
    it, so that nothing need be written.
    """

    merged: Sammanfort
    patch: Patch
    foraldrar: Mapping[str, Spets]
    utifran: bool
    hel: bool

    @property
    def notis(self) -> str:
        """What to tell of it."""
        return texter.HAND_EDIT if self.utifran else texter.MERGED

    def entry(self, session: Session) -> Entry | None:
        """The log line of the merge; None where it changes nothing and tells of nothing."""
        if not (self.patch or self.foraldrar or self.merged.krockar):
            return None
        slag = texter.KIND_HAND_EDIT if self.utifran else texter.KIND_MERGE
        krockar = tuple(krock.andring for krock in self.merged.krockar)
        return session.entry(slag, self.patch, foraldrar=self.foraldrar, krockar=krockar)


def compare(
    session: Session, journal: Journal, writer: Writer, state: Sammantrade, theirs: Utbytt
) -> Jamforelse:
    """Set a version against ours. Raises nothing."""
    loaded, ours, own = theirs.loaded, writer.historik, session.installation
    base = _common(session, journal, writer, loaded.historik)
    merged = merge_versions(base, state, loaded.state)
    patch = diff(state, merged.state)
    news = session.parents(loaded.historik, ours)
    whole = (
        merged.state == loaded.state
        and not merged.krockar
        and not loaded.nya_id
        and loaded.historik.of(own).nr >= journal.head.nr
        and (loaded.historik.innehall == loaded.innehall or not patch)
    )
    by_program = bool(news) or loaded.historik.of(own).nr > ours.of(own).nr
    return Jamforelse(merged, patch, news, not by_program, whole)


def _common(session: Session, journal: Journal, writer: Writer, theirs: Historik) -> Sammantrade:
    """The state that both start from: ours without the entries that theirs has not seen.

    Else a version written without them, as a sync client may put in place of ours, would look as
    if its writer had struck them.
    """
    own = session.installation
    seen, known = theirs.of(own).nr, writer.historik.of(own).nr
    unseen = [line for line in journal.lines if seen < line.nr <= known]
    if any(head.nr > theirs.of(name).nr for name, head in writer.historik.logg.items()):
        there = {line.hash for line in unseen}
        others = newer_lines(session.path, writer.base.id, theirs, writer.historik)
        unseen = [line for line in others if line.hash not in there] + unseen
    unseen.sort(key=lambda line: (line.tid, line.nr))
    patch = tuple(change for line in reversed(unseen) for change in reverse(line.patch))
    return put(writer.base, patch)[0] if patch else writer.base
