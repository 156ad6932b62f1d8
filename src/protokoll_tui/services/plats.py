"""Places: the letter and number that name an entry of a § on the screen and in a line (``y2``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Post
from protokoll_tui.services import texter

if TYPE_CHECKING:
    from protokoll_tui.rendering import Dokument

LISTS = {
    "f": "forslag",
    "y": "yrkande",
    "q": "fraga",
    "b": "beslut",
    "r": "reservation",
    "a": "anteckning",
    "t": "yttrande",
    "n": "notering",
    "l": "lydelse",
    "d": "deltar_inte",
    "j": "jav",
    "u": "ajournering",
    "o": "ordforandeskap",
    "k": "rorelse",
    "s": "stangda_dorrar",
    "g": "deltagare",
    "v": "justering",
    "e": "ordning",
    "m": "votering",
}
"""The letter of a place (``y2``) to the list of the § that it counts in, or of its questions."""


def posts_of(paragraf: Paragraf, lista: str) -> tuple[Post, ...]:
    """The records of a list; those of the questions in the order of the questions."""
    if lista == "votering":
        return tuple(v for q in paragraf.fraga for v in q.votering)
    posts: tuple[Post, ...] = getattr(paragraf, lista)
    return posts


class Platser:
    """The numbers that entries go by.

    Counted from 1 when first looked at. An entry keeps its number while the meeting is open, and
    no other gets it: whoever writes ``st y1`` and ``st y2`` in one breath means what was seen.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], dict[str, int]] = {}

    def rows(self, paragraf: Paragraf, letter: str) -> tuple[tuple[int, Post], ...]:
        """The records that a letter counts, in their order, each with its number."""
        posts = posts_of(paragraf, LISTS[letter])
        seen = self._seen.setdefault((paragraf.id, letter), {})
        return tuple((seen.setdefault(post.id, len(seen) + 1), post) for post in posts)

    def at(self, paragraf: Paragraf, letter: str, nr: int) -> Post | None:
        """The record that goes by a letter and number, or None."""
        return next((post for n, post in self.rows(paragraf, letter) if n == nr), None)

    def place_of(self, paragraf: Paragraf, id: str) -> tuple[str, int] | None:
        """The letter and number of a record (("y", 2)), or None."""
        for letter in LISTS:
            for nr, post in self.rows(paragraf, letter):
                if post.id == id:
                    return letter, nr
        return None

    def name_of(self, paragraf: Paragraf, id: str) -> str:
        """The place of a record as it is typed, "" for one that has none."""
        found = self.place_of(paragraf, id)
        return f"{found[0]}{found[1]}" if found else ""


def with_places(document: Dokument, paragraf: Paragraf, platser: Platser) -> Dokument:
    """The document, its flags on own wordings with the place of the entry in place of its id."""
    flags = tuple(
        replace(f, text=f.text.replace(f.nyckel, _spoken(f.nyckel, paragraf, platser)))
        if f.slag == "lydelse"
        else f
        for f in document.flaggor
    )
    return replace(document, flaggor=flags)


def _spoken(key: str, paragraf: Paragraf, platser: Platser) -> str:
    """What a sentence is of: "r1 i § 116"; of an entry that is gone, its own wording is named."""
    item = texter.THE_ITEM if paragraf.nr is None else f"§ {paragraf.nr}"
    if name := platser.name_of(paragraf, key.partition(":")[2]):
        return texter.PLACE.format(plats=name, paragraf=item)
    own = next((x.id for x in paragraf.lydelse if x.av == key), "")
    return texter.PLACE_GONE.format(plats=platser.name_of(paragraf, own), paragraf=item)
