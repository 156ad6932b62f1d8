"""Every fact of who was there in real protocols, recorded, and printed word for word."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, OrganSlag, Person, Roll
from protokoll_tui.domain.narvaro import Tjanst
from protokoll_tui.domain.paragraf import Ordforandeskap, Paragraf
from protokoll_tui.domain.reservation import DeltarInte, Jav, Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.rendering import block_text, load_style, render_sections, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.real.goteborg import TITLE, Faktum, facts, protocols, running_text

GOTEBORG = load_style("goteborg")

EXPECTED = {
    "jäv": 17,
    "på förslag av": 17,
    "yrkar": 16,
    "deltar inte": 13,
    "reserverar sig": 6,
    "justerar": 1,
}
"""How many facts of each kind there are. All of them are printed as they stood."""

WHOLE_YRKANDEN = 5
"""Of the yrkanden those whose whole sentence is printed; of the others who moves it is: what they
move is a paper named in other words than the style has ("yrkande från S, V och MP den …")."""

NOT_EXPRESSED = {
    "röstlistor": 96,
    "ingen anmäler jäv": 3,
    "jäv i förväg": 12,
    "anmälan med pronomen": 7,
}
"""What is not recorded here, by kind:

- röstlistor: namings in the lists of an omröstning, which the program does not hold yet;
- ingen anmäler jäv: a statement about nobody, in a § of its own, which is that §'s decision;
- jäv i förväg: the announcements gathered in that §; the jäv itself stands in its own § and is
  counted there;
- anmälan med pronomen: "anmäler att han inte deltar …": the program never writes he or she (R205).
"""


@lru_cache(maxsize=1)
def found() -> tuple[Faktum, ...]:
    protocols()
    return tuple(facts())


@pytest.fixture(scope="module", autouse=True)
def _needs_the_protocols() -> None:
    protocols()


class Scen:
    """The smallest meeting in which a fact can be told: a roster made of the names in it."""

    def __init__(self, fakt: Faktum) -> None:
        self.fakt = fakt
        self.sig = {namn: f"p{n}" for n, (namn, _) in enumerate(fakt.namn)}
        self.av = tuple(Aktor(person=sig) for sig in self.sig.values())
        organ = "kf" if fakt.fullmaktige else "ks"
        persons = [Person(sig=self.sig[namn], namn=namn, parti=parti) for namn, parti in fakt.namn]
        # Each ersättare serves for a ledamot who is away.
        serving = fakt.ersattare if not fakt.uppdrag else frozenset[str]()
        away = {namn: f"x{n}" for n, namn in enumerate(sorted(serving))}
        own = [sig for namn, sig in self.sig.items() if namn not in away]
        mandates = [Mandat(person=sig, organ=organ) for sig in (*own, *away.values())]
        mandates += [
            Mandat(person=self.sig[namn], organ=organ, roll=Roll.ERSATTARE) for namn in away
        ]
        if fakt.uppdrag:
            mandates += [
                Mandat(
                    person=sig,
                    organ="ks",
                    roll=Roll.ERSATTARE if namn in fakt.ersattare else Roll.LEDAMOT,
                )
                for namn, sig in self.sig.items()
            ]
        self.kommun = Kommun(
            organ=(
                Organ(id="ks", namn="kommunstyrelsen"),
                Organ(id="kf", namn="kommunfullmäktige", slag=OrganSlag.FULLMAKTIGE),
            ),
            person=tuple(persons),
            mandat=tuple(mandates),
        )
        self.tjanst = tuple(
            [Tjanst(vem=sig) for sig in own]
            + [Tjanst(vem=self.sig[namn], ersatter=seat) for namn, seat in away.items()]
        )
        self.organ = organ

    def state(self, **kw: object) -> Sammantrade:
        vice = [self.sig[self.fakt.vice]] if self.fakt.vice else []
        chair = tuple(Ordforandeskap(id="o-1", vem=sig) for sig in vice)
        p = Paragraf(id="p-1", nr=1, ordforandeskap=chair, **kw)  # type: ignore[arg-type]
        return Sammantrade(
            id="m-1",
            organ=self.organ,
            ordforande=self.sig.get(self.fakt.ordforande, ""),
            tjanstgor=self.tjanst,
            paragraf=(p,),
        )

    def sentence(self, id: str, **kw: object) -> str:
        return sentence_for(self.state(**kw), id, self.kommun, GOTEBORG).replace(NBSP, " ")


def motion(scen: Scen, n: int = 1, *stands: Stallning) -> Yrkande:
    return Yrkande(id=f"y-{n}", av=scen.av, stallning=stands)


def printed(fakt: Faktum) -> str:
    """What the style prints of a fact that was recorded."""
    scen = Scen(fakt)
    match fakt.slag:
        case "jäv":
            jav = Jav(id="j-1", av=scen.av, uppdrag="ks" if fakt.uppdrag else "")
            return scen.sentence("j-1", jav=(jav,))
        case "deltar inte":
            return scen.sentence("d-1", deltar_inte=(DeltarInte(id="d-1", av=scen.av),))
        case "reserverar sig":
            own = {"det egna": 1, "de egna": 2}
            antal = next((n for words, n in own.items() if words in fakt.ord), 0)
            motions = tuple(motion(scen, n) for n in range(1, antal + 1))
            held = Reservation(id="r-1", av=scen.av, till_forman=tuple(y.id for y in motions))
            return scen.sentence("r-1", yrkande=motions, reservation=(held,))
        case "på förslag av":
            forslag = Forslag(id="f-1", slag=ForslagSlag.BORDLAGGNING, fran=scen.av[0])
            led = Led(id="b-1", text="Ärendet bordläggs.", enligt=(Mal(pa="f-1"),))
            state = scen.state(forslag=(forslag,), beslut=(led,))
            blocks = render_sections(state, "p-1", scen.kommun, GOTEBORG).blocks
            return next(block_text(b) for b in blocks if block_text(b).startswith("På förslag"))
        case _:
            att = re.search(r"yrkar att (.+)\.$", fakt.ord)
            stand = Stallning(verkan=Verkan.BIFALL, att=att[1] if att else "")
            return scen.sentence("y-1", yrkande=(motion(scen, 1, *([stand] if att else [])),))


def compared(fakt: Faktum) -> tuple[str, str]:
    """The words of the source and those printed, as far as a fact goes."""
    made, stood = printed(fakt), fakt.ord.replace(" :", ":")
    if fakt.slag == "yrkar" and " yrkar att " not in stood:
        return stood.partition(" yrkar ")[0], made.partition(" yrkar ")[0]
    if fakt.slag == "justerar":
        return stood.lower(), made.partition(" yrkar ")[0].lower()
    return stood, made


def test_every_fact_is_printed_as_it_stood() -> None:
    differ = [pair for fakt in found() for pair in (compared(fakt),) if pair[0] != pair[1]]
    assert differ == []


def test_every_fact_is_found_and_counted() -> None:
    counted = Counter(fakt.slag for fakt in found())
    print("\n| faktum | antal | ord för ord |\n|---|---|---|")
    for slag, antal in counted.items():
        whole = WHOLE_YRKANDEN if slag == "yrkar" else 0 if slag == "justerar" else antal
        print(f"| {slag} | {antal} | {whole} hela, {antal - whole} namngivningen |")
    for slag, antal in NOT_EXPRESSED.items():
        print(f"| {slag} | {antal} | inte inskrivet |")
    assert counted == EXPECTED
    clauses = [f for f in found() if f.slag == "yrkar" and " yrkar att " in f.ord]
    assert len(clauses) == WHOLE_YRKANDEN


def test_what_is_not_recorded_is_counted_and_nothing_else_is_left() -> None:
    text = "\n".join(running_text(path) for path in protocols())
    sentences = re.split(r"(?<=[.¶:])\s", text)
    votes = [s for s in sentences if re.search(r"röstar (?:Ja|Nej)|avstår från att rösta", s)]
    counted = {
        "röstlistor": sum(len(re.findall(TITLE, s)) for s in votes),
        "ingen anmäler jäv": len(re.findall(r"eller tjänstgörande ersättare ansåg", text)),
        "jäv i förväg": len(re.findall(r"anmäler jäv under", text)),
        "anmälan med pronomen": len(re.findall(r"att (?:han|hon|de) inte deltar i be", text)),
    }
    assert counted == NOT_EXPRESSED
    titles = sum(len(re.findall(TITLE, fakt.ord)) for fakt in found())
    assert len(re.findall(TITLE, text)) == titles + counted["röstlistor"]
    kinds = Counter(fakt.slag for fakt in found())
    assert len(re.findall(r"deltar inte i handläggningen", text)) == kinds["jäv"]
    assert len(re.findall(r"deltar inte i beslutet", text)) == kinds["deltar inte"]


def test_up_to_sixteen_javiga_are_told_as_ledamoter_and_ersattare() -> None:
    many = [fakt for fakt in found() if fakt.slag == "jäv" and len(fakt.namn) > 9]
    assert sorted((len(f.namn), len(f.ersattare)) for f in many) == [(10, 0), (16, 0), (16, 5)]
