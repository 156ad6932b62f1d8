"""What the guide of a § is made of, and how it names people."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.procedure import Del, Lage


@dataclass(frozen=True)
class Val:
    """A line that can be taken next, and what it means in words."""

    rad: str
    text: str


@dataclass(frozen=True)
class Harnast:
    """The one next thing: in words, the lines to choose between, the rule behind it.

    ``valj``: which line is for a person to choose, none is suggested (what the chair found).
    ``rosta`` is the id of the votering whose röstlängd is to be called.
    """

    text: str
    val: tuple[Val, ...] = ()
    regel: str = ""
    valj: bool = False
    rosta: str = ""


@dataclass(frozen=True)
class Postrad:
    """An entry in the guide: its place, what it says, and how it ended or what is wrong with it."""

    plats: str
    text: str
    utfall: str = ""
    fel: bool = False


@dataclass(frozen=True)
class Guide:
    """What the middle of the screen shows for a §."""

    delar: tuple[tuple[Del, Lage, int], ...]
    poster: tuple[Postrad, ...]
    harnast: Harnast


def actor_name(aktor: Aktor, kommun: Kommun) -> str:
    """An actor as the guide names it: name (party), the party's name, or the words."""
    if aktor.grupp:
        return kommun.party_name(aktor.grupp)
    return kommun.named(aktor.person) if aktor.person else aktor.ord
