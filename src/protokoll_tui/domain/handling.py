"""The papers of an ärende and how it was treated before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from protokoll_tui.domain.records import Post


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Handling(Post):
    """A paper, named as it is listed ("Tjänsteskrivelse den 3 juni 2031")."""

    titel: str = ""
    datum: date | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Tidigare(Post):
    """An earlier treatment. ``rubrik`` is printed as written; the rest is for finding it."""

    rubrik: str = ""
    text: str = ""
    organ: str = ""
    datum: date | None = None
    paragraf: str = ""
