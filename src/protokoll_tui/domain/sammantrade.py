"""Sammantrade: the whole meeting, which is what one file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post


@dataclass(frozen=True, kw_only=True)
class Sammantrade(Post):
    """A meeting of an organ. Persons are signatures from the roster (kommun.toml).

    ``tjanstgor`` lists the signatures that serve; empty = every ledamot of the organ.
    ``stil`` overrides the municipality's house style; empty = as kommun.toml says.
    """

    format: int = 1
    organ: str = ""
    datum: date | None = None
    plats: str = ""
    start: time | None = None
    slut: time | None = None
    ordforande: str = ""
    sekreterare: str = ""
    justerare: tuple[str, ...] = ()
    justering_plats: str = ""
    justering_datum: date | None = None
    tjanstgor: tuple[str, ...] = ()
    stil: str = ""
    paragraf: tuple[Paragraf, ...] = ()
