"""Kommun: the roster of a municipality, its organs and persons (kommun.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from protokoll_tui.domain.records import Term, Varde
from protokoll_tui.domain.sammantrade import Sammantrade


class OrganSlag(Term):
    """Kinds of organ; many rules differ between them."""

    FULLMAKTIGE = "fullmäktige"
    NAMND = "nämnd"
    UTSKOTT = "utskott"


class Roll(Term):
    """A person's mandate in an organ."""

    ORDFORANDE = "ordförande"
    FORSTE_VICE = "förste vice ordförande"
    ANDRE_VICE = "andre vice ordförande"
    LEDAMOT = "ledamot"
    ERSATTARE = "ersättare"


@dataclass(frozen=True, kw_only=True)
class Organ(Varde):
    """An organ, named in its definite form in small letters ("kommunstyrelsen")."""

    id: str = ""
    namn: str = ""
    slag: OrganSlag = OrganSlag.NAMND
    platser: int | None = None


@dataclass(frozen=True, kw_only=True)
class Parti(Varde):
    """A party as data (R194): its letters and its name ("Socialdemokraterna")."""

    kod: str = ""
    namn: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(Varde):
    """A person with a stable signature. ``parti`` empty = shown without party."""

    sig: str = ""
    namn: str = ""
    parti: str = ""


@dataclass(frozen=True, kw_only=True)
class Mandat(Varde):
    """A seat: person (signature), organ (id), role, and from when to when."""

    person: str = ""
    organ: str = ""
    roll: Roll = Roll.LEDAMOT
    fran: date | None = None
    till: date | None = None


@dataclass(frozen=True, kw_only=True)
class Kommun(Varde):
    """A municipality: name, house style, organs, parties, persons, mandates."""

    namn: str = ""
    stil: str = "standard"
    organ: tuple[Organ, ...] = ()
    parti: tuple[Parti, ...] = ()
    person: tuple[Person, ...] = ()
    mandat: tuple[Mandat, ...] = ()

    def find_organ(self, id: str) -> Organ:
        """The organ with that id; one that is not in the roster is named as written."""
        return next((organ for organ in self.organ if organ.id == id), Organ(id=id, namn=id))

    def find_person(self, sig: str) -> Person | None:
        """The person with that signature, or None."""
        return next((person for person in self.person if person.sig == sig), None)

    def party_name(self, kod: str) -> str:
        """The party's name ("Socialdemokraterna"), or its letters where no name is given."""
        return next((parti.namn for parti in self.parti if parti.kod == kod and parti.namn), kod)

    def ledamoter(self, organ: str, dag: date | None) -> tuple[str, ...]:
        """Signatures of those who hold a seat in the organ that day, in the roster's order."""
        return tuple(
            m.person
            for m in self.mandat
            if m.organ == organ and m.roll is not Roll.ERSATTARE and _runs(m, dag)
        )

    def valda(self, organ: str, dag: date | None) -> tuple[str, ...]:
        """Signatures of ledamöter and ersättare of the organ that day."""
        return tuple(m.person for m in self.mandat if m.organ == organ and _runs(m, dag))


def serving_now(state: Sammantrade, kommun: Kommun) -> tuple[str, ...]:
    """Signatures of those who serve: as recorded, else every ledamot of the organ."""
    return state.tjanstgor or kommun.ledamoter(state.organ, state.datum)


def _runs(mandat: Mandat, dag: date | None) -> bool:
    if dag is None:
        return True
    return (mandat.fran is None or mandat.fran <= dag) and (
        mandat.till is None or dag <= mandat.till
    )
