"""Reads what the chair put and what was voted on, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.real.arende import Fragan, Svaret
from tests.real.goteborg import PERSON
from tests.real.hanvisningar import REF
from tests.real.rostlasning import RESULTAT, read_votes
from tests.real.yrkandelasning import FORMELLA, Yrkandena

SLUT = r"(?=\.(?: [A-ZÅÄÖ”\"]|$))"
"""The full stop of a sentence, not that of m.fl."""

CHAIR = rf"Ordföranden(?: {PERSON} \([A-ZÅÄÖ-]+\))?"
TURN = r"(?:först |härefter |därefter |slutligen )*"

GANG = re.compile(
    rf"{CHAIR} ställer {TURN}proposition(?:er)? på återstående yrkanden och finner att "
    rf"(?P<mot>[^.]+?(?:m\.fl\.)?) (?:har )?antagits som motförslag"
    rf"|Återstående yrkanden ställs under proposition\. Ordföranden finner att "
    rf"(?P<mot2>.+?) (?:har )?antagits som motförslag"
    rf"|{CHAIR} ställer {TURN}proposition(?:er)? på (?P<om>.+?)(?: och|\. Ordföranden) finner att "
    rf"(?P<fann>.+?){SLUT}"
    rf"|[Kk]ommun(?:styrelsen|fullmäktige) beslutar {TURN}att bifalla (?P<direkt>.+?){SLUT}"
    rf"|(?P<begars>Omröstning begärs)"
    rf"|voteringsproposition(?: i omröstning om [^:]*)?: ?(?P<rost>.+?){RESULTAT}"
    rf"|(?P<minoritet>genom en minoritets)"
)
"""What is put, found, asked for and voted on."""

FORM = {
    "avslag": re.compile(
        r"avgörande idag|avgöra (?:ärendet|det) vid dagens|avstyrka"
        r"|inte (?:får|ska få) framställas"
    ),
    "bifall": re.compile(
        r"ärendets återremiss|beslutat återremittera|att remittera|beslutat remittera|tillstyrka"
        r"|frågan ska få framställas"
    ),
}
"""Words that mean one answer without naming whose it is."""

SIDOR = re.compile(r"Ja för (?P<ja>.+?)[.,]?(?: och)? Nej för (?P<nej>.+)")


class Olasligt(Exception):
    """The words could not be resolved to proposals of the §."""


@dataclass
class Beslutsgang:
    """The questions of a § as they are read, one after another."""

    yrkanden: Yrkandena
    sida: dict[str, int]
    """The index of the yrkande that a side of a voting means, where its words do not say it."""
    fragor: list[Fragan] = field(default_factory=list)
    begarda: list[int] = field(default_factory=list)
    """The questions on which a vote is asked for and not yet held; the last is voted on first."""

    def read(self, text: str) -> tuple[Fragan, ...]:
        """The questions of a text."""
        for found in GANG.finditer(text):
            if found["om"]:
                self._put(found["om"], found["fann"])
            elif found["mot"] or found["mot2"]:
                self._counter(found["mot"] or found["mot2"])
            elif found["direkt"]:
                answer = Svaret("bifall", self._labels(found["direkt"]))
                self.fragor.append(Fragan((answer,), answer))
            elif found["begars"]:
                self.begarda.append(len(self.fragor) - 1)
            elif found["rost"]:
                self._vote(found)
            else:
                self.fragor[-1] = replace(self.fragor[-1], minoritet=True)
        return tuple(self.fragor)

    def _put(self, om: str, fann: str) -> None:
        answers = self._answers(om)
        self.fragor.append(Fragan(answers, self._found(fann, answers)))

    def _counter(self, words: str) -> None:
        """The choice of a counter-proposal to what the chair found in the question above."""
        above = self.begarda[-1]
        rest = tuple(one for one in self.fragor[above].svar if one != self.fragor[above].funnet)
        found = _matching(self._answer(words), rest)
        self.fragor.append(Fragan(rest, found, motforslag_i=above))

    def _vote(self, found: re.Match[str]) -> None:
        index = self.begarda.pop() if self.begarda else len(self.fragor) - 1
        fraga = self.fragor[index]
        sides = SIDOR.search(found["rost"].rstrip(' .”"'))
        if not sides:
            raise Olasligt(found["rost"])
        ja, nej = self._sides(sides["ja"], sides["nej"], fraga)
        self.fragor[index] = replace(fraga, rostning=read_votes(found, ja, nej))

    def _sides(self, ja: str, nej: str, fraga: Fragan) -> tuple[Svaret, Svaret]:
        """Both sides; one that says only bifall or avslag is on what the other names."""
        if ja in ("avslag", "bifall"):
            nej_svar = self._side("nej", nej, fraga)
            return Svaret(ja, nej_svar.pa), nej_svar
        return self._side("ja", ja, fraga), self._side("nej", nej, fraga)

    def _side(self, side: str, words: str, fraga: Fragan) -> Svaret:
        if side in self.sida:
            mover = self.yrkanden.alla[self.sida[side]].av[0][0]
            return _of(self.yrkanden.answer_of(mover), words)
        return self._formal(words, fraga.svar) or self._answer(words)

    def _answers(self, om: str) -> tuple[Svaret, ...]:
        """The answers to a question by its words."""
        forslag = self.yrkanden.forslag
        if labels := self._put_alone(om):
            return _two(labels)
        if formal := next((one for one in FORMELLA if f"ärendets {one}" in om), ""):
            return _two(forslag.labels(formal))
        return self.yrkanden.answers()

    def _put_alone(self, om: str) -> tuple[str, ...]:
        """The labels of what is put as bifall or avslag."""
        forslag = self.yrkanden.forslag
        if question := re.search(r"om frågan från .+? om (.+?) ska få framställas", om):
            return tuple(one.label for one in forslag.alla if one.amne == question[1])
        if "bifall respektive avslag" in om:
            return self._labels(om)
        if "avgöras idag" in om:
            return self._labels(om, "återremiss")
        if "remittera ärendet" in om:
            return self._labels(om, "remiss")
        return ()

    def _found(self, fann: str, answers: tuple[Svaret, ...]) -> Svaret:
        """Which answer the chair found."""
        if formal := self._formal(fann, answers):
            return formal
        if bare := re.fullmatch(r"(?:det|de|den)(?: har)? (avslag|bifall)its", fann):
            return next(one for one in answers if one.verkan == bare[1])
        return _matching(self._answer(fann), answers)

    def _formal(self, words: str, answers: tuple[Svaret, ...]) -> Svaret | None:
        """The answer, where the words do not name whose it is."""
        for verkan, form in FORM.items():
            if form.search(words):
                return next((one for one in answers if one.verkan == verkan), None)
        return None

    def _answer(self, words: str) -> Svaret:
        """The answer that words mean: somebody's yrkande, a proposal, the motion."""
        own = self.yrkanden.ordforande if "det egna yrkandet" in words else ""
        person = own or self.yrkanden.person(words)
        if person:
            return _of(self.yrkanden.answer_of(person), words)
        if REF.search(words):
            verkan = "avslag" if words.startswith("avslag") else "bifall"
            return self._whole(Svaret(verkan, self._labels(words)))
        if "motionen" in words and (label := self.yrkanden.forslag.carrying_motion()):
            return Svaret("bifall", (label,))
        raise Olasligt(words)

    def _whole(self, answer: Svaret) -> Svaret:
        """Several papers with the same wording are one answer, also where one of them is named."""
        return next((one for one in self.yrkanden.answers() if answer.ryms_i(one)), answer)

    def _labels(self, words: str, formal: str = "") -> tuple[str, ...]:
        """The labels of what the words name, by its parties or by its mover."""
        forslag = self.yrkanden.forslag
        labels = tuple(forslag.known(words, formal))
        if not labels and (person := self.yrkanden.person(words)):
            labels = self._moved_by(person, words)
        if not labels and "presidium" in words:
            labels = tuple(forslag.named(words))
        if not labels:
            raise Olasligt(words)
        return labels

    def _moved_by(self, person: str, words: str) -> tuple[str, ...]:
        if "remiss" in words:
            return self.yrkanden.formal_of(person)
        return _of(self.yrkanden.answer_of(person), words).pa


def _two(labels: tuple[str, ...]) -> tuple[Svaret, Svaret]:
    return Svaret("bifall", labels), Svaret("avslag", labels)


def _of(answer: Svaret | None, words: str) -> Svaret:
    if not answer:
        raise Olasligt(words)
    return answer


def _matching(answer: Svaret, answers: tuple[Svaret, ...]) -> Svaret:
    """The one among the answers put that is meant."""
    fitting: Iterator[Svaret] = (one for one in answers if answer.ryms_i(one))
    return _of(next(fitting, None), f"{answer} of {answers}")
