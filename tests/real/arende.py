"""What a § with a voting holds: proposals, yrkanden, the questions put, the votings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Svaret:
    """An answer to a question: ``verkan`` "bifall" or "avslag", ``pa`` the labels of proposals.

    To decide today is avslag on every återremiss in the question.
    """

    verkan: str
    pa: tuple[str, ...]

    def ryms_i(self, other: Svaret) -> bool:
        """Whether it is the other answer, or that answer on some of its proposals."""
        return self.verkan == other.verkan and set(self.pa) <= set(other.pa)


@dataclass(frozen=True)
class Forslaget:
    """A proposal. ``label`` is unique in the §; ``fran`` says in words whose it is.

    ``slag`` is "huvud", "alternativ", "tillägg", "återremiss", "bordläggning", "remiss" or
    "ordningsfråga". ``punkt`` is set when it is of one or some points of a proposal.
    ``partier`` and ``amne`` are what a later mention of it goes by.
    """

    label: str
    slag: str
    fran: str
    punkt: str = ""
    partier: tuple[str, ...] = ()
    amne: str = ""
    motionen: bool = False


@dataclass(frozen=True)
class Stallning:
    """What a yrkande says of a proposal; ``hand`` is 0 where no order is said."""

    verkan: str
    label: str
    hand: int = 0


@dataclass(frozen=True)
class Yrkandet:
    """Persons who move the same, as (name, party), and what they say of each proposal."""

    av: tuple[tuple[str, str], ...]
    stallningar: tuple[Stallning, ...]


@dataclass(frozen=True)
class Rostningen:
    """A voting: what Ja and Nej mean as printed, and the votes; None = not printed.

    The names are of whom the text lists, ``ordforande`` is who among them is named as the chair.
    """

    ja: Svaret
    nej: Svaret
    antal_ja: int
    antal_nej: int
    avstar: int | None = None
    franvarande: int | None = None
    namn_ja: tuple[tuple[str, str], ...] = ()
    namn_nej: tuple[tuple[str, str], ...] = ()
    namn_avstar: tuple[tuple[str, str], ...] = ()
    ordforande: str = ""

    @property
    def summa(self) -> int:
        """The marks that are printed."""
        return self.antal_ja + self.antal_nej + (self.avstar or 0) + (self.franvarande or 0)


@dataclass(frozen=True)
class Fragan:
    """A question: the answers in the order put, what the chair found, and the voting on it.

    ``motforslag_i`` is the index of the question whose counter-proposal is chosen here;
    ``minoritet`` says that a minority carried the återremiss against the count.
    """

    svar: tuple[Svaret, ...]
    funnet: Svaret | None
    rostning: Rostningen | None = None
    motforslag_i: int | None = None
    minoritet: bool = False


@dataclass(frozen=True)
class Beslutet:
    """The words that open the Beslut, and what they say of proposals where that can be read."""

    ord: str
    svar: tuple[Svaret, ...]


@dataclass(frozen=True)
class Reservationen:
    """Who reserves themselves, in the words of the source; ``egna`` = for the own yrkande."""

    vem: str
    egna: bool


@dataclass(frozen=True)
class Arendet:
    """A § with at least one voting. ``fragor`` are in the order they were put."""

    fil: str
    paragraf: int
    forslag: tuple[Forslaget, ...]
    yrkanden: tuple[Yrkandet, ...]
    fragor: tuple[Fragan, ...]
    beslut: Beslutet
    reservationer: tuple[Reservationen, ...]

    @property
    def fullmaktige(self) -> bool:
        """Whether it is of fullmäktige."""
        return "-kf-" in self.fil

    @property
    def voteringar(self) -> tuple[int, ...]:
        """The indexes in ``fragor`` of the questions voted on, in the order of the votings."""
        voted = [i for i, fraga in enumerate(self.fragor) if fraga.rostning]
        # The vote on a counter-proposal comes before the vote that it is to stand in.
        return tuple(sorted(voted, key=lambda i: (self._rot(i), -i)))

    def _rot(self, index: int) -> int:
        while (above := self.fragor[index].motforslag_i) is not None:
            index = above
        return index
