"""Records a § of a city's protocols as entries of a secretary, each step asked of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import (
    Avgorande,
    Fraga,
    Grund,
    Metod,
    Propositionsordning,
    Satt,
)
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostetal, Rostmarke, Votering
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure import Steg, StegKod, next_step
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.omrostning import motforslag_question, sides_of, votable
from tests.real.arende import Arendet, Forslaget, Fragan, Rostningen, Svaret

GODKAND = frozenset(
    {
        ("goteborg-kf-2023-06-08", 15),
        ("goteborg-kf-2024-08-22", 307),
        ("goteborg-kf-2025-01-30", 23),
        ("goteborg-kf-2025-09-11", 410),
    }
)
"""The §§ that say that fullmäktige approves what the chair said of the propositions."""

MAJORITET = {("goteborg-kf-2024-08-22", 307): {1: "till ett bolag krävs majoritet"}}
"""Questions (by index) that a third is enough for by the count, and why it is not."""

LIKA = {("goteborg-kf-2025-09-11", 420): ("alt D+M+L+KD", "alt SD")}
"""Papers with the same decision that the source takes for one without a word of it.

Both carry the motion, each with its own grounds; no counter-proposal is chosen between them.
"""

EJ_YRKAT = {("goteborg-ks-2026-01-14", 17): "slk"}
"""A huvudförslag that nobody moves, only speaks against: it is not put."""


@dataclass(frozen=True)
class Inspelning:
    """A § as the program's records, and what the engine proposed on the way to them.

    The question of the source with index n is q<n>. ``ordnat`` tells what had to be recorded of
    the order, ``avvikelser`` where the engine proposed another step. ``omvand`` are the questions
    where Ja meant the other side than the engine's, ``ensamma`` those that the source puts with
    bifall alone, ``foljd`` those where it puts the answers in another order.
    """

    arende: Arendet
    ids: dict[str, Mal]
    paragraf: Paragraf
    ordnat: tuple[str, ...]
    avvikelser: tuple[str, ...]
    omvand: tuple[int, ...]
    ensamma: tuple[int, ...]
    foljd: tuple[int, ...]

    @property
    def plats(self) -> tuple[str, int]:
        """Its file and §."""
        return self.arende.fil, self.arende.paragraf

    def fraga(self, index: int) -> Fraga:
        """The question that one of the source became."""
        return next(q for q in self.paragraf.fraga if q.id == f"q{index}")

    def labels(self, svar: Svar) -> set[str]:
        """The labels of what an answer is about."""
        return {label for label, mal in self.ids.items() if mal in svar.pa}

    def means(self, svar: Svar | None, source: Svaret) -> bool:
        """Whether an answer is what the source says, which may name one paper of several."""
        if svar is None or svar.verkan.value != source.verkan:
            return False
        return set(source.pa) <= self.labels(svar)


def record(arende: Arendet) -> Inspelning:
    """The § as recorded, question by question."""
    return _Inspelare(arende).run()


SLAG = {
    "huvud": ForslagSlag.HUVUD,
    "alternativ": ForslagSlag.ALTERNATIV,
    "tillägg": ForslagSlag.TILLAGG,
    "återremiss": ForslagSlag.ATERREMISS,
    "bordläggning": ForslagSlag.BORDLAGGNING,
    "remiss": ForslagSlag.REMISS,
    "ordningsfråga": ForslagSlag.ORDNINGSFRAGA,
}


def _aims(arende: Arendet) -> dict[str, Mal]:
    """What each label aims at: the förslag, or points of an organ's."""
    return {one.label: _aim(n, one) for n, one in enumerate(arende.forslag)}


def _aim(n: int, forslag: Forslaget) -> Mal:
    own_points = forslag.punkt and not forslag.partier
    punkter = tuple(int(nr) for nr in forslag.punkt.split("+")) if own_points else ()
    return Mal(pa=f"f{n}", punkter=punkter)


def _debated(arende: Arendet, ids: dict[str, Mal]) -> Paragraf:
    """The § when the debate is over: its förslag and yrkanden."""
    formal = all(one.slag == "ordningsfråga" for one in arende.forslag)
    return Paragraf(
        id="p",
        nr=arende.paragraf,
        slag=ParagrafSlag.ORDNINGSFRAGA if formal else ParagrafSlag.ARENDE,
        forslag=tuple(
            Forslag(id=ids[one.label].pa, slag=SLAG[one.slag], fran=Aktor(ord=one.fran))
            for one in arende.forslag
        ),
        yrkande=tuple(
            Yrkande(
                id=f"y{n}",
                av=tuple(Aktor(ord=f"{name} ({party})") for name, party in one.av),
                stallning=tuple(
                    Stallning(verkan=Verkan(s.verkan), pa=ids[s.label], hand=s.hand)
                    for s in one.stallningar
                ),
            )
            for n, one in enumerate(arende.yrkanden)
        ),
        overlaggning_avslutad=True,
    )


def _rows(rostning: Rostningen) -> Iterator[Rost]:
    """A row per name, the chair last (R77); the seats are invented."""
    marks = (
        (rostning.namn_ja, Rostmarke.JA),
        (rostning.namn_nej, Rostmarke.NEJ),
        (rostning.namn_avstar, Rostmarke.AVSTAR),
    )
    given = [(name, party, mark) for names, mark in marks for name, party in names]
    given.sort(key=lambda row: row[0] == rostning.ordforande)
    for n, (name, party, mark) in enumerate(given, 1):
        yield Rost(plats=f"plats {n}", person=f"{name} ({party})", rost=mark)


def _counted(vote: Votering, rostning: Rostningen, number: int) -> Votering:
    """The vote as printed: names for kommunstyrelsen, counts and a bilaga for fullmäktige."""
    if rostning.namn_ja or rostning.namn_nej:
        return replace(
            vote, rostlangd=tuple(_rows(rostning)), ordforande=rostning.ordforande, klubbslag=True
        )
    antal = Rostetal(
        ja=rostning.antal_ja,
        nej=rostning.antal_nej,
        avstar=rostning.avstar,
        franvarande=rostning.franvarande,
    )
    return replace(vote, antal=antal, bilaga=str(number), klubbslag=True)


class _Inspelare:
    """The § under way."""

    def __init__(self, arende: Arendet) -> None:
        self.arende = arende
        self.place = (arende.fil, arende.paragraf)
        self.ids = _aims(arende)
        self.p = _debated(arende, self.ids)
        self.praxis = Praxis(metod=Metod.MOTFORSLAG, fullmaktige=arende.fullmaktige)
        self.ordnat: list[str] = []
        self.avvikelser: list[str] = []
        self.omvand: list[int] = []
        self.ensamma: list[int] = []
        self.foljd: list[int] = []

    def run(self) -> Inspelning:
        self._before()
        for index, fragan in enumerate(self.arende.fragor):
            if fragan.motforslag_i is None:
                self._root(index, fragan)
        self._decide()
        return Inspelning(
            self.arende,
            self.ids,
            self.p,
            tuple(self.ordnat),
            tuple(self.avvikelser),
            tuple(self.omvand),
            tuple(self.ensamma),
            tuple(self.foljd),
        )

    def svar(self, source: Svaret) -> Svar:
        pa = tuple(self.ids[label] for label in source.pa)
        return Svar(verkan=Verkan(source.verkan), pa=pa)

    # Before the first question

    def _before(self) -> None:
        if label := EJ_YRKAT.get(self.place):
            self._set_forslag(self.ids[label].pa, fallet=True)
            self.ordnat.append("huvudförslaget yrkas inte")
        alike = {
            svar.pa
            for fragan in self.arende.fragor
            for svar in fragan.svar
            if svar.verkan == "bifall" and len(svar.pa) > 1
        }
        alike |= {LIKA[self.place]} if self.place in LIKA else set()
        for labels in sorted(alike):
            self._say("lika", lika=tuple(self.ids[label].pa for label in labels))
        if not alike and self.place in GODKAND:
            self._say("godkänd")

    def _say(self, what: str, lika: tuple[str, ...] = (), ordning: tuple[str, ...] = ()) -> None:
        """Record what was said of the order."""
        approved = True if self.place in GODKAND else None
        entry = Propositionsordning(
            id=f"o{len(self.p.ordning)}", lika=lika, ordning=ordning, godkand=approved
        )
        self.p = replace(self.p, ordning=(*self.p.ordning, entry))
        self.ordnat.append(what)

    def _set_forslag(self, id: str, **fields: object) -> None:
        rows = (replace(f, **fields) if f.id == id else f for f in self.p.forslag)  # type: ignore[arg-type]
        self.p = replace(self.p, forslag=tuple(rows))

    def _set_fraga(self, id: str, **fields: object) -> None:
        rows = (replace(q, **fields) if q.id == id else q for q in self.p.fraga)  # type: ignore[arg-type]
        self.p = replace(self.p, fraga=tuple(rows))

    # The questions

    def next(self) -> Steg:
        """The next step; where the chair said nothing of the order, the one after that."""
        step = next_step(self.p, self.praxis)
        if step.kod is StegKod.ORDNING:
            silent = replace(self.p, ordning=(Propositionsordning(id="tyst"),))
            step = next_step(silent, self.praxis)
        return step

    def _root(self, index: int, fragan: Fragan) -> None:
        step = self.next()
        if not self._fits(step, fragan):
            step = self._reordered(fragan)
        if not self._fits(step, fragan):
            self._differs(f"fråga {index}", step)
            step = replace(step, svar=tuple(map(self.svar, fragan.svar)), satt=Satt.MOT_VARANDRA)
        places = self._places(step, fragan)
        if len(set(places)) < len(step.svar):
            self.ensamma.append(index)
        if places != sorted(places):
            self.foljd.append(index)
        found = self._meant(step.svar, fragan.funnet) if fragan.funnet else None
        q = Fraga(id=f"q{index}", svar=step.svar, satt=step.satt, funnet=found)
        self.p = replace(self.p, fraga=(*self.p.fraga, q))
        if fragan.rostning:
            self._vote(index, fragan)

    def _meant(self, answers: tuple[Svar, ...], source: Svaret) -> Svar | None:
        return next((one for one in answers if self._is(one, source)), None)

    def _is(self, svar: Svar, source: Svaret) -> bool:
        wanted = self.svar(source)
        return svar.verkan is wanted.verkan and set(wanted.pa) <= set(svar.pa)

    def _places(self, step: Steg, fragan: Fragan) -> list[int]:
        """Where among the engine's answers each of the source's comes."""
        meant = (self._meant(step.svar, source) for source in fragan.svar)
        return [step.svar.index(svar) for svar in meant if svar]

    def _fits(self, step: Steg, fragan: Fragan) -> bool:
        """Whether the step puts what the source put; a tillägg may be put with bifall alone."""
        places = self._places(step, fragan)
        whole = set(places) == set(range(len(step.svar)))
        alone = len(fragan.svar) == 1 and step.kod is StegKod.TILLAGG
        return bool(places) and len(places) == len(fragan.svar) and (whole or alone)

    def _reordered(self, fragan: Fragan) -> Steg:
        """The step when what the source put is said to come next, where that helps."""
        before, ordnat = self.p, len(self.ordnat)
        put = tuple(dict.fromkeys(self.ids[label].pa for s in fragan.svar for label in s.pa))
        earlier = tuple(m.pa for q in self.p.fraga for s in q.svar for m in s.pa)
        self._say("omordnat", ordning=(*dict.fromkeys((*earlier, *put)),))
        step = self.next()
        if not self._fits(step, fragan):
            self.p, self.ordnat = before, self.ordnat[:ordnat]
            return self.next()
        return step

    def _differs(self, where: str, step: Steg) -> None:
        self.avvikelser.append(f"{where}: motorn föreslår {step.kod}")

    # A vote

    def _vote(self, index: int, fragan: Fragan) -> None:
        assert fragan.rostning
        q = votable(self.p)
        assert q and q.id == f"q{index}", (self.place, index)
        below = [i for i, one in enumerate(self.arende.fragor) if one.motforslag_i == index]
        inner = motforslag_question(q, f"q{below[0]}" if below else "q-saknas")
        ja, nej = sides_of(q, inner.id if inner else "")
        if not self._is(ja, fragan.rostning.ja):
            ja, nej = nej, ja
            self.omvand.append(index)
        vote = Votering(id=f"v{index}", ja=ja, nej=nej, godkand=True)
        self._set_fraga(q.id, votering=(vote,))
        if inner:
            self._counter(below, inner)
        self._count(index, fragan, vote)

    def _counter(self, below: list[int], inner: Fraga) -> None:
        """The counter-proposal, found and perhaps voted on in its turn."""
        self.p = replace(self.p, fraga=(*self.p.fraga, inner))
        step = self.next()
        if not below or step.kod is not StegKod.MOTFORSLAG or step.fraga != inner.id:
            self.avvikelser.append(
                f"{inner.id}: motorn föreslår {step.kod} i stället för motförslag"
            )
            return
        index, fragan = below[0], self.arende.fragor[below[0]]
        if not self._fits(step, fragan):
            self._differs(f"röstning {index}", step)
        assert fragan.funnet
        self._set_fraga(inner.id, funnet=self._meant(step.svar, fragan.funnet))
        if fragan.rostning:
            self._vote(index, fragan)

    def _count(self, index: int, fragan: Fragan, vote: Votering) -> None:
        assert fragan.rostning
        step = self.next()
        if step.kod is not StegKod.ROSTNING or step.votering != vote.id:
            self._differs(f"röstning {index}", step)
        number = 1 + self.arende.voteringar.index(index)
        self._set_fraga(f"q{index}", votering=(_counted(vote, fragan.rostning, number),))
        step = self.next()
        if step.kod is StegKod.MINORITET and step.fraga == f"q{index}":
            self._by_minority(index, fragan, step)

    def _by_minority(self, index: int, fragan: Fragan, step: Steg) -> None:
        """What the source says of the third that lost."""
        yes = next(svar for svar in step.svar if svar.verkan is Verkan.BIFALL)
        no = next(svar for svar in step.svar if svar.verkan is Verkan.AVSLAG)
        if fragan.minoritet:
            ruled = Avgorande(grund=Grund.MINORITET, vinnare=yes)
        else:
            why = MAJORITET[self.place][index]
            ruled = Avgorande(grund=Grund.BEDOMNING, vinnare=no, skal=why)
        self._set_fraga(f"q{index}", avgorande=ruled)

    # The decision

    def _decide(self) -> None:
        step = self.next()
        while step.kod is StegKod.TILLAGG:
            for mal in step.svar[0].pa:
                self._set_forslag(mal.pa, fallet=True)
            self.ordnat.append("fallet")
            step = self.next()
        if step.kod is not StegKod.BESLUT:
            self._differs("beslut", step)
        led = Led(id="b", text=self.arende.beslut.ord or "(inget)")
        self.p = replace(self.p, beslut=(led,), klubbslag=True)
        step = self.next()
        if step.kod not in {StegKod.EFTER, StegKod.KLAR}:
            self._differs("efter beslutet", step)
