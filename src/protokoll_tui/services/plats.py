"""Places: the letter and number that name an entry of a § on the screen and in a line (``y2``)."""

from __future__ import annotations

from protokoll_tui.domain.paragraf import Paragraf

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
}
"""The letter of a place (``y2``) to the list of the § that it counts in."""


def place_of(paragraf: Paragraf, id: str) -> tuple[str, int] | None:
    """The letter and number of a record in its list (("y", 2)), or None."""
    for letter, lista in LISTS.items():
        for nr, post in enumerate(getattr(paragraf, lista), 1):
            if post.id == id:
                return letter, nr
    return None
