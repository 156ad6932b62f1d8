"""Sammantrade: the whole meeting, which is what one file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Nar, Post


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Sammantrade(Post):
    """A meeting of an organ. Persons are signatures from the roster (kommun.toml).

    ``tjanstgor`` lists those who served at the upprop, in roll order; empty = no upprop is
    recorded, and every ledamot is taken to serve. ``ej_tjanstgor`` are ersättare who were there,
    ``distans`` those who took part at a distance then; ``distans_provad`` = that all saw and heard
    each other was tried (R38). What changed later stands in the §§.
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
    stil: str = ""
    tjanstgor: tuple[Tjanst, ...] = ()
    ej_tjanstgor: tuple[str, ...] = ()
    distans: tuple[str, ...] = ()
    distans_provad: Nar = False
    paragraf: tuple[Paragraf, ...] = ()
