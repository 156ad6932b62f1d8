"""Protokollsanteckning, särskilt yttrande, and the secretary's own notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.records import Post, Term


class Medgivande(Term):
    """Whether a note was asked for, granted or refused (R46)."""

    BEGARD = "begärd"
    MEDGIVEN = "medgiven"
    NEKAD = "nekad"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Anteckning(Post):
    """A protokollsanteckning, own or for a party's group (``grupp`` = the party's letters)."""

    av: tuple[Aktor, ...] = ()
    grupp: str = ""
    text: str = ""
    status: Medgivande = Medgivande.MEDGIVEN
    handling: str = ""
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Yttrande(Post):
    """A särskilt yttrande, in the text or as a bilaga."""

    av: tuple[Aktor, ...] = ()
    grupp: str = ""
    text: str = ""
    status: Medgivande = Medgivande.MEDGIVEN
    handling: str = ""
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Notering(Post):
    """A free note of the secretary; it is not printed.

    ``otolkad`` marks a line that could not be understood and waits to be mended.
    """

    text: str = ""
    otolkad: bool = False
    tid: time | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Lydelse(Post):
    """The secretary's own wording of one generated sentence.

    ``av`` names the sentence (``yrkande:y-7k3p2m``), ``ersatter`` is the text it replaced: when
    the generated sentence no longer equals it, the wording is flagged.
    """

    av: str = ""
    text: str = ""
    ersatter: str = ""
