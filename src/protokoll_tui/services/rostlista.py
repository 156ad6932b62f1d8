"""The röstlängd as it is called: its rows, the marks so far, and the quick line that they make.

The marks are nothing but a line under construction: what is not in the line is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.handelse import Lagt
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.votering import Rost, Rostmarke, Votering
from protokoll_tui.quickline import Inmatning, Kontext, parse, print_line
from protokoll_tui.quickline.rostrad import Rostsida
from protokoll_tui.services import rosttexter
from protokoll_tui.services.guide import answer_text
from protokoll_tui.services.rostlangder import called
from protokoll_tui.services.session import Session
from protokoll_tui.services.tolkning import Tolkning

SIDES = (
    Rostmarke.JA,
    Rostmarke.NEJ,
    Rostmarke.AVSTAR,
    Rostmarke.DELTAR_INTE,
    Rostmarke.FRANVARANDE,
)
"""The marks that are called out, as the line has them one after the other."""


@dataclass(frozen=True)
class Rostplats:
    """A seat: its number in the roll, who votes there, and the mark.

    ``fran`` is the mark that is recorded already; ``lage`` says for whom an ersättare serves and
    who is in the chair. Nobody votes on an empty seat: there ``person`` is "".
    """

    nr: int
    person: str
    namn: str
    parti: str = ""
    lage: str = ""
    fran: Rostmarke | None = None
    rost: Rostmarke | None = None

    @property
    def kvar(self) -> bool:
        """Whether it has not been called."""
        return bool(self.person) and self.rost is None

    @property
    def ny(self) -> bool:
        """Whether its mark is to be recorded."""
        return bool(self.person) and self.rost is not None and self.rost is not self.fran


@dataclass(frozen=True)
class Rostlista:
    """The röstlängd while it is called; ``vid`` is the row that is called now.

    ``ja`` and ``nej`` say in words what the two mean.
    """

    votering: str
    ja: str
    nej: str
    rader: tuple[Rostplats, ...]
    vid: int = 0

    @property
    def har(self) -> Rostplats:
        """The row that is called now."""
        return self.rader[self.vid]

    @property
    def kvar(self) -> tuple[Rostplats, ...]:
        """The rows that have not been called."""
        return tuple(row for row in self.rader if row.kvar)

    @property
    def orord(self) -> bool:
        """Whether nobody has voted: what Ja and Nej mean may still change places."""
        sides = (Rostmarke.JA, Rostmarke.NEJ)
        return not any(row.ny or row.rost in sides for row in self.rader)

    def antal(self, marke: Rostmarke) -> int:
        """How many have that mark."""
        return sum(row.rost is marke for row in self.rader)

    def at(self, vid: int) -> Rostlista:
        """With another row as the one that is called."""
        return replace(self, vid=max(0, min(vid, len(self.rader) - 1)))

    def marked(self, marke: Rostmarke) -> Rostlista:
        """The row at hand votes, and the next one who has not is called.

        After one that is put right the call goes on where it was: at the first who has not voted.
        """
        if not self.har.person:
            return self
        voted = self._with({self.vid}, marke)
        return voted if self.har.kvar or not voted.kvar else voted.at(0)._onward()

    def party(self, marke: Rostmarke) -> Rostlista:
        """So do all of that row's party who have not voted; who has no party is alone."""
        kod = self.har.parti
        same = {n for n, row in enumerate(self.rader) if is_party(kod) and row.parti == kod}
        return self._with({n for n in same | {self.vid} if self.rader[n].kvar}, marke)

    def rest(self, marke: Rostmarke) -> Rostlista:
        """So do all who have not voted."""
        return self._with({n for n, row in enumerate(self.rader) if row.kvar}, marke)

    def _with(self, which: set[int], marke: Rostmarke) -> Rostlista:
        rows = (replace(r, rost=marke) if n in which else r for n, r in enumerate(self.rader))
        return replace(self, rader=tuple(rows))._onward() if which else self

    def _onward(self) -> Rostlista:
        """At the next row that has not been called, round to the first; the same where none is."""
        order = [*range(self.vid, len(self.rader)), *range(self.vid)]
        return replace(self, vid=next((n for n in order if self.rader[n].kvar), self.vid))


def is_party(kod: str) -> bool:
    """Whether the letters are those of a party: ``-`` stands for none."""
    return any(map(str.isalpha, kod))


def open_roll(session: Session, paragraf: str, votering: str, rad: str = "") -> Rostlista | None:
    """The röstlängd of a votering with the marks of a line; None where there is none to call."""
    p = session.paragraf(paragraf)
    v = next((v for q in p.fraga for v in q.votering if v.id == votering), None)
    if v is None or not v.rostlangd:
        return None
    ja, nej = (answer_text(p, side, session.kommun) if side else "" for side in (v.ja, v.nej))
    rows = tuple(_row(n, row, v, session.kommun) for n, row in enumerate(v.rostlangd, 1))
    return with_line(Rostlista(v.id, ja, nej, rows), rad, session.kontext(paragraf))


def _row(nr: int, row: Rost, v: Votering, kommun: Kommun) -> Rostplats:
    chair = [rosttexter.CHAIR] if row.person and row.person == v.ordforande else []
    stand_in = row.person and row.plats not in {"", row.person}
    whose = [rosttexter.FOR.format(namn=kommun.name_of(row.plats))] if stand_in else []
    return Rostplats(
        nr=nr,
        person=row.person,
        namn=kommun.named(row.person or row.plats),
        parti=kommun.party_of(row.person),
        lage=", ".join([*chair, *whose]),
        fran=row.rost,
        rost=row.rost,
    )


def is_roll_line(rad: str, kontext: Kontext) -> bool:
    """Whether a line is nothing but marks by name, as ``vote_line`` makes it."""
    i = parse(rad, kontext)
    by_name = bool(i.roster) and all(s.antal is None and (s.vem or s.alla) for s in i.roster)
    return by_name and i == Inmatning(verb="om", roster=i.roster)


def with_line(roll: Rostlista, rad: str, kontext: Kontext) -> Rostlista:
    """The list with the marks of a line, at the first row that has not been called.

    Who has no seat gets a row: what was said is kept.
    """
    if not rad.strip() or not is_roll_line(rad, kontext):
        return roll._onward()
    given = _called(roll, rad, kontext)
    rows = tuple(replace(row, rost=mark.rost) for row, mark in zip(roll.rader, given, strict=False))
    extra = tuple(
        Rostplats(n, mark.person, kontext.namn.get(mark.person, mark.person), rost=mark.rost)
        for n, mark in enumerate(given[len(rows) :], len(rows) + 1)
    )
    return replace(roll, rader=(*rows, *extra), vid=0)._onward()


def _called(roll: Rostlista, rad: str, kontext: Kontext) -> tuple[Rost, ...]:
    """The röstlängd as the line would leave it."""
    before = tuple(Rost(person=row.person, rost=row.fran) for row in roll.rader)
    return called(before, parse(rad, kontext).roster)


def vote_line(roll: Rostlista, kontext: Kontext) -> str:
    """The line of the marks: ``om ja S V nej ab cd``; "" while there are none.

    A party's letters stand for it where all of it that serves votes the same. They and signatures
    give way to plainer words where the line would not read back the same.
    """
    if not any(row.ny for row in roll.rader):
        return ""
    wanted = [(row.person, row.rost) for row in roll.rader if row.person]
    rad = ""
    for written in (_by_party(roll, kontext), _by_person, _in_quotes):
        rad = print_line(Inmatning(verb="om", roster=tuple(_sides(roll, written))))
        given = [(row.person, row.rost) for row in _called(roll, rad, kontext) if row.person]
        if given == wanted:
            break
    return rad


def _sides(roll: Rostlista, written: Callable[[Rostplats], Aktor]) -> Iterator[Rostsida]:
    for marke in SIDES:
        rows = (row for row in roll.rader if row.ny and row.rost is marke)
        if vem := tuple(dict.fromkeys(map(written, rows))):
            yield Rostsida(marke.value, vem=vem)


def _by_person(row: Rostplats) -> Aktor:
    return Aktor(person=row.person)


def _in_quotes(row: Rostplats) -> Aktor:
    return Aktor(ord=row.person)


def _by_party(roll: Rostlista, kontext: Kontext) -> Callable[[Rostplats], Aktor]:
    whole = {kod: _of_one_mind(roll, kod, kontext) for kod in {row.parti for row in roll.rader}}
    return lambda row: whole.get(row.parti) or _by_person(row)


def _of_one_mind(roll: Rostlista, kod: str, kontext: Kontext) -> Aktor | None:
    """A party as a group, where all who serve for it sit in the röstlängd and vote the same."""
    group = kontext.group(kod) if is_party(kod) else None
    rows = [row for row in roll.rader if row.person and row.parti == kod]
    if group is None or {row.person for row in rows} != set(group.namn):
        return None
    return group if len({row.rost for row in rows}) == 1 else None


def laid_vote(tolkning: Tolkning) -> str:
    """The id of the votering that a line lays, "" where it lays none."""
    laid = (h.post.id for h in tolkning.handelser if isinstance(h, Lagt) and h.lista == "votering")
    return next(laid, "")
