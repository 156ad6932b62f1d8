"""Justering: who signs which §§, where and when, and when it was posted (R13, R14, R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from protokoll_tui.domain.records import Post, Varde


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Anslag(Varde):
    """The notice on the board: posted, to be taken down (days), and where the protokoll is kept."""

    uppsatt: date | None = None
    nedtas: date | None = None
    forvaring: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Justering(Post):
    """One justering, held by the § where it was settled.

    ``justerare`` sign the §§ whose ids are in ``paragrafer``; empty = every § that no other
    justering holds. ``ordforande`` empty = the one who chaired the §. ``plats`` stands as in a
    sentence ("på kommunkansliet").
    """

    justerare: tuple[str, ...] = ()
    ordforande: str = ""
    paragrafer: tuple[str, ...] = ()
    datum: date | None = None
    tid: time | None = None
    plats: str = ""
    anslag: Anslag | None = None
