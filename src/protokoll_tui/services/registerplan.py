"""What an import would do to the roster: a plan that can be shown, asked about and carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, Parti, Person
from protokoll_tui.domain.records import Term
from protokoll_tui.reading.uppdrag import Brist


class Partisvar(Term):
    """What is answered about one who has another party in the file than in the roster."""

    SAMMA = "samma person, bytt parti"
    ANNAN = "en annan person"
    HOPPA = "läs inte in"


@dataclass(frozen=True)
class Partifraga:
    """One with a known name and another party. ``nyckel`` is what the answer is given under."""

    nyckel: str
    rad: int
    namn: str
    sig: str
    parti_nu: str
    parti_ny: str


@dataclass(frozen=True)
class Onskan:
    """How the user wants it.

    ``organ``: where it is given, only its mandates, and those that name none. ``ersatt``: mandates
    of the organs that the file does not have are ended. ``bytt``: the first day of a new party.
    ``svar`` answers the questions by key, ``alla`` those that have no answer.
    """

    dag: date
    organ: str = ""
    ersatt: bool = False
    bytt: date | None = None
    svar: Mapping[str, Partisvar] = field(default_factory=dict)
    alla: Partisvar | None = None

    @property
    def bytesdag(self) -> date:
        """The first day of a new party: the one given, else that of the import."""
        return self.bytt or self.dag

    def answer(self, fraga: Partifraga) -> Partisvar | None:
        """What was answered, or None."""
        return self.svar.get(fraga.nyckel, self.alla)


@dataclass(frozen=True)
class Plan:
    """The roster before and after, what differs, what is wrong and what must be asked.

    ``kvar``: mandates that the file does not have and that stay, since they are not to be ended.
    """

    fore: Kommun
    efter: Kommun
    organ: tuple[Organ, ...] = ()
    partier: tuple[Parti, ...] = ()
    personer: tuple[Person, ...] = ()
    bytta: tuple[tuple[Person, Person], ...] = ()
    mandat: tuple[Mandat, ...] = ()
    andrade: tuple[tuple[Mandat, Mandat], ...] = ()
    avslutade: tuple[Mandat, ...] = ()
    kvar: tuple[Mandat, ...] = ()
    brister: tuple[Brist, ...] = ()
    fragor: tuple[Partifraga, ...] = ()
    oforandrade: int = 0
    andra_organ: int = 0

    @property
    def tom(self) -> bool:
        """Whether nothing would change."""
        return self.fore == self.efter
