"""Reads the yrkanden of a §: who moves what, and which proposals there are by that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.real.arende import Forslaget, Stallning, Svaret, Yrkandet
from tests.real.goteborg import PERSON
from tests.real.hanvisningar import REF, Forslagen

NAMED = re.compile(rf"({PERSON}) \(([A-ZÅÄÖ-]+)\)")
MENING = re.compile(r"(?<=[^A-Z.][a-zåäö0-9)]\.) (?=[A-ZÅÄÖ])")
HAND = {"första": 1, "andra": 2, "tredje": 3}
MATERIELLA = ("huvud", "alternativ")
FORMELLA = ("återremiss", "bordläggning", "remiss")

ORD = re.compile(
    r"i (?P<hand>första|andra|tredje) hand"
    r"|att ärendet (?:ska )?(?P<remiss>återremitteras|remitteras)"
    r"|att ärendet ska (?P<bord>bordläggas)"
    r"|att ärendet ska (?P<idag>avgöras) vid dagens sammanträde"
    r"|att motionen ska (?P<motion>anses besvarad|tillstyrkas|avstyrkas)"
    r"(?: i enlighet med yrkande från [^.]*)?"
    r"|att (?P<utredning>utredningen) ska tillstyrkas"
    r"|att Göteborgsförslag \d+ (?P<bereds>inte ska beredas vidare)"
    r"|att frågan om (?P<fraga>.+?) ska få framställas"
    r"|(?P<alla>övriga|samtliga) yrkanden"
    rf"|(?P<ref>{REF.pattern})"
    r"|(?P<motionen>motionen)|(?P<bifall>bifall)|(?P<avslag>avslag)|(?P<slut>anmäler)"
)
"""The words of a yrkande that matter, in the order they are looked for."""


@dataclass
class Yrkandena:
    """The yrkanden of a § with the proposals they name; ``ordforande`` is the chair's name."""

    forslag: Forslagen
    alla: list[Yrkandet] = field(default_factory=list)
    ordforande: str = ""

    def person(self, words: str) -> str:
        """The mover named first in the words, or ""."""
        movers = {name for yrkande in self.alla for name, _ in yrkande.av}
        found = sorted((words.index(name), name) for name in movers if name in words)
        return found[0][1] if found else ""

    def answer_of(self, person: str) -> Svaret | None:
        """What a person moves in the matter itself."""
        return next(iter(self._answers(self._stances(person))), None)

    def formal_of(self, person: str) -> tuple[str, ...]:
        """The formal proposals, such as a återremiss, that a person moves."""
        stances = [one for one in self._stances(person) if one.verkan == "bifall"]
        return tuple(one.label for one in stances if self.forslag.slag(one.label) in FORMELLA)

    def answers(self) -> tuple[Svaret, ...]:
        """The answers in the matter itself that somebody moves, in the order of the yrkanden."""
        found: list[Svaret] = []
        for yrkande in self.alla:
            whole = self.answer_of(yrkande.av[0][0])
            for answer in self._answers(yrkande.stallningar):
                # Who moves a proposal elsewhere moves avslag only as the other side of it.
                if answer.verkan == "bifall" or not whole or whole.verkan == "avslag":
                    found.append(answer)
        return tuple(dict.fromkeys(found))

    def _stances(self, person: str) -> tuple[Stallning, ...]:
        return tuple(
            stance
            for yrkande in self.alla
            if any(name == person for name, _ in yrkande.av)
            for stance in yrkande.stallningar
        )

    def _answers(self, stances: tuple[Stallning, ...]) -> Iterator[Svaret]:
        """First what is to be carried, hand by hand, else what is to be rejected."""
        material = [one for one in stances if self.forslag.slag(one.label) in MATERIELLA]
        carried = [one for one in material if one.verkan == "bifall"]
        for hand in sorted({one.hand for one in carried}):
            yield Svaret("bifall", tuple(one.label for one in carried if one.hand == hand))
        if material and not carried:
            yield Svaret("avslag", tuple(one.label for one in material))


@dataclass
class _Sats:
    """A sentence under way; "*" as a label stands for what is known only after the last one."""

    forslag: Forslagen
    stallningar: list[Stallning] = field(default_factory=list)
    verkan: str = ""
    hand: int = 0
    formal: str = ""

    def say(self, *labels: str, verkan: str = "") -> None:
        self.stallningar += [Stallning(verkan or self.verkan, label, self.hand) for label in labels]

    def word(self, found: re.Match[str]) -> None:
        """Take in the next word that matters."""
        if found["hand"]:
            self.hand = HAND[found["hand"]]
        elif found["bifall"] or found["avslag"]:
            self.verkan, self.formal = found[0], ""
        elif found["remiss"]:
            self.verkan = "bifall"
            self.formal = "återremiss" if found["remiss"].startswith("åter") else "remiss"
        elif found["ref"]:
            self.say(*self.forslag.named(found["ref"], self.formal))
        elif found["alla"]:
            self.say(f"*{found['alla']}")
        elif found["idag"]:
            self.say("*återremiss", verkan="avslag")
        else:
            self._own(found)

    def _own(self, found: re.Match[str]) -> None:
        """What is moved without a paper."""
        if found["motionen"]:
            self.say(self.forslag.motion())
        elif found["motion"] == "anses besvarad":
            self._new("motionen besvarad", "alternativ")
        elif found["motion"]:
            verkan = "avslag" if found["motion"] == "avstyrkas" else "bifall"
            self.say(self.forslag.motion(), verkan=verkan)
        elif found["bord"]:
            self._new("bordläggning", "bordläggning")
        elif found["utredning"]:
            self._new("utredningen tillstyrks", "alternativ")
        elif found["bereds"]:
            self._new("bereds inte vidare", "alternativ")
        elif found["fraga"]:
            number = len(self.forslag.labels("ordningsfråga")) + 1
            self._new(f"fråga {number}", "ordningsfråga", found["fraga"])

    def _new(self, label: str, slag: str, amne: str = "") -> None:
        self.say(self.forslag.add(Forslaget(label, slag, "", amne=amne)), verkan="bifall")


def read(text: str, fullmaktige: bool) -> Yrkandena:
    """The yrkanden of a section."""
    result = Yrkandena(Forslagen(fullmaktige))
    if fullmaktige and "kommunstyrelsens förslag" in text:
        result.forslag.named("kommunstyrelsens förslag")
    for sentence in MENING.split(text):
        if "yrkar" in sentence:
            result.alla.append(_yrkande(sentence, result))
    result.alla = [_settled(yrkande, result.forslag) for yrkande in result.alla]
    return result


def _yrkande(sentence: str, result: Yrkandena) -> Yrkandet:
    before, _, said = sentence.partition("yrkar")
    if before == "Vidare ":
        before, said = _moved_on(said)
    if chair := re.search(rf"[Oo]rdföranden ({PERSON})", before):
        result.ordforande = chair[1]
    sats = _Sats(result.forslag)
    for found in ORD.finditer(said):
        if found["slut"]:
            break
        sats.word(found)
    return Yrkandet(tuple(NAMED.findall(before)), tuple(sats.stallningar))


def _moved_on(said: str) -> tuple[str, str]:
    """Of "Vidare yrkar A (P) bifall till": the names, and what they move."""
    end = max(found.end() for found in NAMED.finditer(said))
    return said[:end], said[end:]


def _settled(yrkande: Yrkandet, forslag: Forslagen) -> Yrkandet:
    """The same with labels where it said all, the others, or no återremiss."""
    own = {one.label for one in yrkande.stallningar}
    every = forslag.labels("alternativ", "tillägg", *FORMELLA)
    meant = {
        "*samtliga": every,
        "*övriga": tuple(label for label in every if label not in own),
        "*återremiss": forslag.labels("återremiss"),
    }
    settled = (
        Stallning(one.verkan, label, one.hand)
        for one in yrkande.stallningar
        for label in meant.get(one.label, (one.label,))
    )
    return Yrkandet(yrkande.av, tuple(dict.fromkeys(settled)))
