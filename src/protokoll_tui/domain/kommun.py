"""Kommun: the roster of a municipality, its organs and persons (kommun.toml)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from protokoll_tui.domain.records import Term, Varde


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
    TREDJE_VICE = "tredje vice ordförande"
    LEDAMOT = "ledamot"
    ERSATTARE = "ersättare"


PRESIDIUM = (Roll.ORDFORANDE, Roll.FORSTE_VICE, Roll.ANDRE_VICE, Roll.TREDJE_VICE)
"""Who takes the chair, in turn (R225)."""


class Vaxling(Term):
    """Whether one who broke off may serve again the same day, by the reglemente (R36)."""

    FORBUD = "förbud"
    STYRKEBALANS = "förbud utom när styrkebalansen ändrats"
    TILLATEN = "tillåten"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Partiordning(Varde):
    """From which parties ersättare are called for a party's ledamot, after its own (R37)."""

    parti: str = ""
    sedan: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Organ(Varde):
    """An organ, named in its definite form in small letters ("kommunstyrelsen").

    ``justerare`` = how many sign beside the chair; ``distans`` = taking part at a distance is
    allowed (R38); ``oppet`` = the organ may hold its meetings in public (R39).
    """

    id: str = ""
    namn: str = ""
    slag: OrganSlag = OrganSlag.NAMND
    platser: int | None = None
    justerare: int = 1
    distans: bool = False
    oppet: bool = False
    vaxeltjanstgoring: Vaxling = Vaxling.FORBUD
    partiordning: tuple[Partiordning, ...] = ()

    @property
    def fullmaktige(self) -> bool:
        """Whether the rules of fullmäktige hold for it."""
        return self.slag is OrganSlag.FULLMAKTIGE


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Parti(Varde):
    """A party as data (R194): its letters and its name ("Socialdemokraterna")."""

    kod: str = ""
    namn: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Partitid(Varde):
    """An earlier party of a person, to and with a day (situation 53)."""

    parti: str = ""
    till: date | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Person(Varde):
    """A person with a stable signature. ``parti`` empty = shown without party.

    ``tidigare_parti`` are those before, ``titel`` what an employee is ("ekonomichef").
    """

    sig: str = ""
    namn: str = ""
    parti: str = ""
    titel: str = ""
    tidigare_parti: tuple[Partitid, ...] = ()

    @property
    def med_parti(self) -> str:
        """Name with party: "Anna Berg (M)"."""
        return f"{self.namn} ({self.parti})" if self.parti else self.namn

    def on(self, dag: date | None) -> Person:
        """The person with the party of that day; old protocols keep the old one."""
        if dag is None or not self.tidigare_parti:
            return self
        ended = sorted((p for p in self.tidigare_parti if p.till), key=lambda p: p.till or dag)
        then = next((p.parti for p in ended if p.till and dag <= p.till), self.parti)
        return replace(self, parti=then)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Mandat(Varde):
    """A seat: person (signature), organ (id), role, and from when to when.

    ``parti`` is the list it was won on, where it is not the person's own party; ``ordning`` the
    turn among ersättare, else as they stand in the file. ``vakant`` = nobody holds it.
    """

    person: str = ""
    organ: str = ""
    roll: Roll = Roll.LEDAMOT
    parti: str = ""
    valkrets: str = ""
    ordning: int | None = None
    vakant: bool = False
    fran: date | None = None
    till: date | None = None

    def runs(self, dag: date | None) -> bool:
        """Whether it holds that day; without a day always."""
        return dag is None or (
            (self.fran is None or self.fran <= dag) and (self.till is None or dag <= self.till)
        )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Kommun(Varde):
    """A municipality: name, house style, organs, parties, persons, mandates."""

    namn: str = ""
    stil: str = "standard"
    organ: tuple[Organ, ...] = ()
    parti: tuple[Parti, ...] = ()
    person: tuple[Person, ...] = ()
    mandat: tuple[Mandat, ...] = ()

    def on(self, dag: date | None) -> Kommun:
        """The municipality with every person in the party of that day."""
        persons = tuple(person.on(dag) for person in self.person)
        return self if persons == self.person else replace(self, person=persons)

    def find_organ(self, id: str) -> Organ:
        """The organ with that id; one that is not in the roster is named as written."""
        return next((organ for organ in self.organ if organ.id == id), Organ(id=id, namn=id))

    def find_person(self, sig: str) -> Person | None:
        """The person with that signature, or None."""
        return next((person for person in self.person if person.sig == sig), None)

    def name_of(self, sig: str) -> str:
        """A person's name, the signature of one who is not in the roster."""
        person = self.find_person(sig)
        return person.namn if person else sig

    def named(self, sig: str) -> str:
        """A person's name with party, the signature of one who is not in the roster."""
        person = self.find_person(sig)
        return person.med_parti if person else sig

    def party_of(self, sig: str) -> str:
        """The letters of a person's party, "" where none is known."""
        person = self.find_person(sig)
        return person.parti if person else ""

    def party_name(self, kod: str) -> str:
        """The party's name ("Socialdemokraterna"), or its letters where no name is given."""
        return next((parti.namn for parti in self.parti if parti.kod == kod and parti.namn), kod)

    def mandates(self, organ: str, dag: date | None) -> tuple[Mandat, ...]:
        """The mandates of the organ that hold that day, in the roster's order."""
        return tuple(m for m in self.mandat if m.organ == organ and m.runs(dag))

    def ledamoter(self, organ: str, dag: date | None) -> tuple[str, ...]:
        """Signatures of those who hold a seat in the organ that day, in the roster's order."""
        seats = (m for m in self.mandates(organ, dag) if m.roll is not Roll.ERSATTARE)
        return tuple(m.person for m in seats if m.person)

    def valda(self, organ: str, dag: date | None) -> tuple[str, ...]:
        """Signatures of ledamöter and ersättare of the organ that day."""
        return tuple(m.person for m in self.mandates(organ, dag) if m.person)
