"""What a line means in the meeting as it stands: the events it would become, before they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from typing import TYPE_CHECKING, TypeVar

from protokoll_tui.domain.handelse import Handelse
from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.kommun import Kommun, Organ
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.records import Nar, Post
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.narvaro import Gang, Narvaro
from protokoll_tui.procedure.platser import Besattning
from protokoll_tui.quickline import Inmatning, Kontext, Ref
from protokoll_tui.services.plats import Platser
from protokoll_tui.services.praxis import praxis_of

if TYPE_CHECKING:
    from protokoll_tui.rendering import Stil

P = TypeVar("P", bound=Post)


@dataclass(frozen=True)
class Rum:
    """Where a line is typed: the meeting, the §, the roster, the style, the time, who is there.

    The style is loaded when a line first needs its words: templates are the slow part of a start.
    ``i_dag``: it is the day of the meeting.
    """

    state: Sammantrade
    paragraf: Paragraf
    kommun: Kommun
    load_stil: Callable[[], Stil]
    klocka: time | None = None
    gang: Gang = field(default_factory=lambda: Gang(Besattning(Organ()), Narvaro()))
    i_dag: bool = True
    make_id: Callable[[str], str] = random_id
    platser: Platser = field(default_factory=Platser)

    @property
    def stil(self) -> Stil:
        """The house style. Raises ProtokollError when it cannot be read."""
        return self.load_stil()

    @property
    def praxis(self) -> Praxis:
        """How this house does what the law leaves open; the style is asked only where it says."""
        return praxis_of(self.paragraf, self.gang, self.load_stil)

    @property
    def nu(self) -> time | None:
        """The time of day, where it is the day of the meeting: one that is printed must be true."""
        return self.klocka if self.i_dag else None

    @property
    def klubba(self) -> Nar:
        """When the gavel fell: a time only on the day itself, to be set against those of pauses."""
        return self.klocka if self.i_dag and self.klocka else True

    def new_id(self, lista: str) -> str:
        """A fresh id for a record of that list."""
        return self.make_id(lista)

    def at(self, ref: Ref) -> Post:
        """The record at a place. Raises ``Oklart`` when there is none."""
        post = self.platser.at(self.paragraf, ref.lista, ref.nr)
        if post is None:
            raise Oklart("saknas", f"{ref.lista}{ref.nr}")
        return post

    def name(self, sig: str) -> str:
        """A person as messages name one; words as they stand."""
        return self.kommun.name_of(sig)

    def find(self, words: str) -> str:
        """The signature of the one that words name, "" where none or several fit."""
        return self.kontext().person(words) or ""

    def kontext(self) -> Kontext:
        """The people of the roster, for finding one by name."""
        return Kontext(namn={p.sig: p.namn for p in self.kommun.person})

    def holding(self, ref: Ref) -> Post:
        """The record at a place; of a yrkande or förslag that was changed the one that holds now.

        Nobody joins or puts words that their mover has left (R94).
        """
        p, post = self.paragraf, self.at(ref)
        later = {old: y.id for y in p.yrkande for old in y.ersatter}
        later |= {f.id: f.ersatt_av for f in p.forslag if f.ersatt_av}
        posts: dict[str, Post] = {post.id: post for post in (*p.yrkande, *p.forslag)}
        for _ in posts:
            post = posts.get(later.get(post.id, ""), post)
        return post

    def aimed(self, inmatning: Inmatning, letter: str) -> Post | None:
        """What the first place with that letter in the line stands for now, or None.

        Raises ``Oklart`` for a yrkande that was taken back (R3).
        """
        ref = next((r for r in inmatning.ref if r.lista == letter), None)
        return self.live(ref) if ref else None

    def live(self, ref: Ref) -> Post:
        """What a place stands for now. Raises ``Oklart`` for a yrkande that was taken back."""
        post = self.holding(ref)
        if isinstance(post, Yrkande) and post.atertaget:
            raise Oklart("atertaget", self.platser.name_of(self.paragraf, post.id))
        return post


def one_span(inmatning: Inmatning) -> None:
    """Raises ``Oklart`` where a line names more §§ than one span of them."""
    for aktor in inmatning.av:
        if aktor.ord[:1].isdigit():
            raise Oklart("ett_spann", aktor.ord)


def parts_of(inmatning: Inmatning) -> Iterator[Inmatning]:
    """A line and those that follow in it: further stands of the mover, or a corrected line."""
    part: Inmatning | None = inmatning
    while part is not None:
        yield part
        part = part.nasta


class Oklart(Exception):
    """The line cannot be carried out as it stands: why (a key of texter.OKLART), and about what.

    ``rad`` is kept in the place of a line that must not be.
    """

    def __init__(self, skal: str, om: str = "", rad: str = "") -> None:
        super().__init__(skal, om)
        self.skal = skal
        self.om = om
        self.rad = rad


@dataclass(frozen=True)
class Redigera:
    """A text that is best written in the editor: which record and field, and what stands there."""

    id: str
    falt: str
    text: str = ""


@dataclass(frozen=True)
class Tolkning:
    """What a line means.

    ``handelser`` would happen, in one entry called ``slag``; ``post`` is the record to show;
    ``ga_till`` is the id of a § to go to; ``saknar_text`` asks for a text in the editor, where
    the line is the head of it, ``redigera`` for one that stands already; ``sparr`` stops undo;
    ``anmarkningar`` are marks that the entry is given. ``galler`` are the records that are struck,
    moved, taken back or shown together, ``om`` a number or words about the act (texter.ACTS).
    ``rad`` is logged in the place of a line that must not be kept.
    """

    slag: str
    handelser: tuple[Handelse, ...] = ()
    post: str = ""
    ga_till: str = ""
    hjalp: bool = False
    sparr: bool = False
    redigera: Redigera | None = None
    saknar_text: bool = False
    anmarkningar: tuple[str, ...] = field(default=())
    galler: tuple[str, ...] = ()
    om: str = ""
    rad: str = ""

    def marked(self, *anmarkningar: str) -> Tolkning:
        """The same with more marks."""
        return replace(self, anmarkningar=(*self.anmarkningar, *anmarkningar))
