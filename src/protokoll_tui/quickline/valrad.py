"""The line of an election: who is proposed for what, and how a closed ballot was counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.quickline.tecken import REF, Ref, plain

ORD = {
    "sluten": "sluten",
    "slutna": "sluten",
    "ny": "ny",
    "lott": "lott",
    "lotten": "lott",
    "lottning": "lott",
    "proportionellt": "proportionellt",
    "vakant": "vakant",
    "avgår": "avgår",
    "befrias": "avgår",
    "avsäger": "avgår",
}
"""What is done in an election, beside proposing somebody."""

ANTAL = {
    "valsedlar": "valsedlar",
    "sedlar": "valsedlar",
    "blanka": "blanka",
    "blank": "blanka",
    "ogiltiga": "ogiltiga",
    "ogiltig": "ogiltiga",
    "begärt": "begärt",
    "närvarande": "närvarande",
}
"""What a number of a ballot is a number of; beside a name it is that of the votes."""

BALLOTS = "valsedlar"
ROSTER = "röster"
_MOVES = frozenset({"föreslår", "föreslog", "nominerar"})
_AFTER = "efter"
_TO = frozenset({">", "till", "som"})
_UNTIL = frozenset({"t.o.m.", "tom", "fr.o.m.", "från"})
_SAYS_NOTHING = frozenset(
    {"och", "samt", "får", "fick", "röst", "röster", "på", "faller", "väljs", "sig", "av", "de"}
    | {"från", "uppdraget", "omröstning", "val", "omgång", "begärs", "+", "-"}
)
_PARTICLES = frozenset({"von", "af", "de", "la", "el", "van"})
_NUMBER = re.compile(r"\d{1,4}")
_PAIR = re.compile(r"(\d{1,4})[-–](\d{1,4})")
_PARTY = re.compile(r"\([^()\s]+\)")


@dataclass(frozen=True)
class Valsiffra:
    """A number of a ballot: of ``vad``; the votes are those for ``vem``, or a whole list."""

    vad: str
    antal: int
    vem: Aktor | None = None
    lista: Ref | None = None


@dataclass(frozen=True)
class Valrad:
    """What a line says of an election: who is proposed for what, after whom, and the numbers."""

    kandidater: tuple[Aktor, ...] = ()
    uppdrag: str = ""
    efter: Aktor | None = None
    siffror: tuple[Valsiffra, ...] = ()


NO_VAL = Valrad()
"""A line that says nothing of an election."""


@dataclass(frozen=True)
class Last:
    """A whole line as read: the movers, the words, the lists, the mandattid as typed."""

    val: Valrad
    av: tuple[Aktor, ...] = ()
    ord: tuple[str, ...] = ()
    ref: tuple[Ref, ...] = ()
    tid: str = ""


Namngiven = Callable[[tuple[str, ...]], tuple[Aktor, ...]]
"""The actors that a run of words names."""


def read_election(tokens: Sequence[str], named: Namngiven) -> Last:
    """The election behind the tokens."""
    row = [token.casefold().rstrip(",") for token in tokens]
    reader = _Reader(named, efter_talet=_is_after_its_number(row))
    for n, token in enumerate(tokens, 1):
        reader.token(token, row[n] if n < len(row) else "")
    return reader.read()


def _is_after_its_number(row: Sequence[str]) -> bool:
    """Whether what is counted stands after its number: ``2 blanka 1 ogiltig``."""
    pairs = pairwise((*row, ""))
    return any(
        ANTAL.get(word, BALLOTS) != BALLOTS and not _NUMBER.fullmatch(after)
        for word, after in pairs
    )


@dataclass
class _Reader:
    """What has been read so far."""

    named: Namngiven
    efter_talet: bool = False
    side: str = "vem"
    words: tuple[str, ...] = ()
    av: tuple[Aktor, ...] = ()
    vem: tuple[Aktor, ...] = ()
    uppdrag: tuple[str, ...] = ()
    efter: tuple[Aktor, ...] = ()
    tid: tuple[str, ...] = ()
    ord: tuple[str, ...] = ()
    ref: tuple[Ref, ...] = ()
    siffror: dict[tuple[str, Aktor | None, Ref | None], int] = field(default_factory=dict)
    vantar: str = ""
    lista: Ref | None = None
    raknat: bool = False

    def read(self) -> Last:
        """The line as far as it goes."""
        self._flush()
        counted = ((*what, antal) for what, antal in self.siffror.items())
        siffror = tuple(Valsiffra(vad, n, vem, lista) for vad, vem, lista, n in counted)
        efter = self.efter[0] if self.efter else None
        rest = tuple(a for a in self.efter[1:] if a not in self.vem)
        val = Valrad((*self.vem, *rest), " ".join(self.uppdrag), efter, siffror)
        ord = tuple(dict.fromkeys(self.ord))
        return Last(val, self.av, ord, tuple(dict.fromkeys(self.ref)), " ".join(self.tid))

    def token(self, token: str, following: str) -> None:
        """Put one word where it belongs."""
        if self.side == "vem":
            parted = [token] if token.startswith('"') else token.split(",")
            for n, word in enumerate(parted):
                if n:
                    self._flush()
                if word:
                    self._of_somebody(word, following)
        else:
            self._of_the_uppdrag(token, following)

    def _of_somebody(self, token: str, following: str) -> None:
        word = token.casefold()
        if word in _MOVES:
            self._flush()
            self.av, self.vem = (*self.av, *self.vem), ()
        elif word in _TO:
            self._flush()
            self.side = "uppdrag"
        elif word in ORD:
            self._flush()
            self.ord = (*self.ord, ORD[word])
            self.vantar = "begärt" if word == "proportionellt" else ""
        elif word in ANTAL:
            self._flush()
            said = self.raknat and (self.efter_talet or ANTAL[word] == BALLOTS)
            self.vantar = "" if said else ANTAL[word]
        elif self._number(token, following):
            self.raknat = True
            return
        elif word not in _SAYS_NOTHING:
            self._name(token)
        self.raknat = False

    def _number(self, token: str, following: str) -> bool:
        """Whether a word is a number, or a list that one may follow."""
        if ref := REF.fullmatch(token):
            self._flush()
            self.lista = Ref(ref[1], int(ref[2]))
        elif pair := _PAIR.fullmatch(token):
            self._count("begärt", int(pair[1]))
            self._count("närvarande", int(pair[2]))
        elif _NUMBER.fullmatch(token):
            self._count(self._of_what(following), int(token))
        else:
            return False
        return True

    def _of_what(self, following: str) -> str:
        """What a number is of: the word before it, else the name before, else the word after."""
        if self.vantar:
            return self.vantar
        if self.words or self.lista:
            return ROSTER
        return ANTAL.get(following, BALLOTS) if self.efter_talet else BALLOTS

    def _count(self, vad: str, antal: int) -> None:
        self.vantar = ""
        if vad != ROSTER:
            self._flush()
            self.siffror[vad, None, None] = antal
            return
        lista, self.lista = self.lista, None
        if lista:
            self.siffror[vad, None, lista] = antal
            return
        before = self.vem
        self._flush()
        new = [a for a in self.vem if a not in before]
        # The number is that of the last one named; a name said again is a name all the same.
        whose = new[-1] if new else self.vem[-1] if self.vem else None
        if whose is None:
            self.siffror[BALLOTS, None, None] = antal
            return
        self.vem = tuple(a for a in self.vem if a != whose or a in before)
        self.siffror[vad, whose, None] = antal

    def _name(self, token: str) -> None:
        if self.lista:
            self._flush()
        self.words = (*self.words, token)

    def _of_the_uppdrag(self, token: str, following: str) -> None:
        word = token.casefold().rstrip(",")
        quoted = token.startswith('"')
        if not quoted and word == _AFTER:
            self._flush()
            self.side = "efter"
        elif self.side != "tid" and not quoted and _begins_term(word, following):
            self._flush()
            self.side = "tid"
            self.tid = (*self.tid, token)
        elif self.side == "efter":
            self.words = (*self.words, token.rstrip(","))
        elif bare := plain(token.rstrip(",") if self.side == "uppdrag" else token):
            part = self.side
            setattr(self, part, (*getattr(self, part), bare))

    def _flush(self) -> None:
        """The words so far are names; a list by itself is one that is meant."""
        words, self.words = self.words, ()
        if self.lista:
            self.ref, self.lista = (*self.ref, self.lista), None
        known = self._named(words) if words else ()
        if self.side == "efter":
            self.efter = (*self.efter, *known)
        else:
            self.vem = (*self.vem, *(a for a in known if a not in self.vem))

    def _named(self, words: tuple[str, ...]) -> tuple[Aktor, ...]:
        """Who the words name; the party of somebody who is not in the roster stays with the name.

        ``Ada Ek (S) Bo Ask (M)`` are two.
        """
        found: list[Aktor] = []
        run: tuple[str, ...] = ()
        for word in words:
            if not _PARTY.fullmatch(word):
                run = (*run, word)
                continue
            named = self._run(run)
            last = named[-1] if named else Aktor()
            party = (replace(last, ord=f"{last.ord} {word}"),) if last.ord else named[-1:]
            found += [*named[:-1], *party]
            run = ()
        return tuple(dict.fromkeys([*found, *self._run(run)]))

    def _run(self, words: tuple[str, ...]) -> tuple[Aktor, ...]:
        """A run of words; a name that is not one whole person of the roster is nobody's in it.

        Who is elected may come from outside: "Cia Holm" is not Cia Dahl and Gunnar Holm.
        """
        known = self.named(words) if words else ()
        capitals = sum(word[:1].isupper() for word in words)
        if len(words) < 2 or not capitals or (len(known) == 1 and known[0].person):
            return known
        for end in range(len(words) - 1, 1, -1):
            first, rest = self.named(words[:end]), words[end:]
            if len(first) == 1 and first[0].person:
                return (*first, *self._run(rest))
        if words[0].startswith('"') or capitals < sum(word not in _PARTICLES for word in words):
            return known
        return (Aktor(ord=plain(" ".join(words))),)


def _begins_term(word: str, following: str) -> bool:
    """Whether the mandattid begins: "t.o.m.", "till och med", "för mandatperioden"."""
    if word == "till":
        return following == "och"
    for_term = word == "för" and following.startswith(("mandat", "tid", "år", "peri"))
    return word in _UNTIL or for_term


def election_words(
    val: Valrad,
    av: Sequence[Aktor],
    ord: Iterable[str],
    ref: Iterable[Ref],
    written: Callable[[Aktor], str],
) -> list[str]:
    """The words that read back as this election."""
    words = [written(aktor) for aktor in av] + (["föreslår"] if av else [])
    words += [written(aktor) for aktor in val.kandidater]
    words += ord
    for siffra in val.siffror:
        who = written(siffra.vem) if siffra.vem else _place(siffra.lista)
        words += [who or siffra.vad, str(siffra.antal)]
    words += map(_place, ref)
    if val.uppdrag or val.efter:
        words.append(f">{_guarded(val.uppdrag)}")
    if val.efter:
        words += [_AFTER, written(val.efter)]
    return words


def _place(ref: Ref | None) -> str:
    return f"{ref.lista}{ref.nr}" if ref else ""


def _guarded(words: str) -> str:
    """An uppdrag between quotes where one of its words would end it, or be read as a sign."""
    row = words.casefold().split()
    pairs = pairwise((*row, ""))
    ends = any(word == _AFTER or _begins_term(word, after) for word, after in pairs)
    odd = any(sign in words for sign in "+->,")
    return f'"{words}"' if ends or odd else words
