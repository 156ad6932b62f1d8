"""``[historik]``: what a meeting file contains of each installation's log, kept out of the domain.

[historik]
kanon = 1
innehall = "9f2c…"
logg = { i-7k3p2m = { nr = 12, hash = "51ab…" } }
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from protokoll_tui.storage.canonical import VERSION, digest
from protokoll_tui.storage.toml_write import render_keys


@dataclass(frozen=True)
class Spets:
    """The newest line of a log: its number and the hash of its header."""

    nr: int = 0
    hash: str = ""


@dataclass(frozen=True)
class Historik:
    """The newest line contained per installation, and the hash of the content then."""

    logg: Mapping[str, Spets] = field(default_factory=dict)
    innehall: str = ""

    def of(self, installation: str) -> Spets:
        """What the file contains of that installation's log."""
        return self.logg.get(installation, Spets())

    def with_head(self, installation: str, head: Spets) -> Historik:
        """The same with another newest line for one installation."""
        return Historik({**self.logg, installation: head}, self.innehall)

    def joined(self, other: Historik) -> Historik:
        """Of two versions the newest line of each installation."""
        both = dict(self.logg)
        for installation, head in other.logg.items():
            if head.nr > self.of(installation).nr:
                both[installation] = head
        return Historik(both, self.innehall)


def whole_hash(head: str, paragraf: Iterable[str]) -> str:
    """The hash of a meeting from those of its head and its §§, in order."""
    return digest("\n".join((f"kanon {VERSION}", head, *paragraf)))


def historik_from(table: Any) -> Historik:
    """Read the table. What does not fit is left out: a missing log never stops a meeting."""
    if not isinstance(table, dict):
        return Historik()
    logs = table.get("logg")
    heads = {
        str(name): Spets(row["nr"], row["hash"])
        for name, row in (logs.items() if isinstance(logs, dict) else ())
        if isinstance(row, dict)
        and isinstance(row.get("nr"), int)
        and isinstance(row.get("hash"), str)
    }
    content = table.get("innehall") if table.get("kanon") == VERSION else ""
    return Historik(heads, content if isinstance(content, str) else "")


def render_historik(historik: Historik, lead: str) -> str:
    """The table as text, below ``lead``."""
    logs = {name: {"nr": h.nr, "hash": h.hash} for name, h in sorted(historik.logg.items())}
    table = {"kanon": VERSION, "innehall": historik.innehall, "logg": logs}
    return f"{lead or DEFAULT_LEAD}[historik]\n{render_keys(table)}"


DEFAULT_LEAD = "\n# Skrivs av programmet: vad filen innehåller av loggarna. Ändra inte för hand.\n"
