"""What stands, answers and decisions point at: förslag, questions and their winners, as views."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure.alternativ import changed_together, others_like
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.kedja import ended, through
from protokoll_tui.procedure.steg import NO_PRAXIS
from protokoll_tui.procedure.uppskjutet import (
    points_at_stake,
    points_put_off_by,
    put_off,
    without_put_off,
)
from protokoll_tui.rendering.aktorer import actor_views
from protokoll_tui.rendering.valvy import election_view
from protokoll_tui.rendering.vy import AktorVy, MalVy, SvarVy
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.folding import fold

_BESVARAD = re.compile(r"(?:\d+\. )?(\S+) (?:ska anses|anses) (besvarad|besvarat|besvarade)\.?")
_ARENDE = (("motion", "motionen"), ("medborgarforslag", "medborgarförslaget"))
_FLERA_ARENDEN = (("motioner", "motionerna"),)
YRKANDE = "yrkande"
"""The ``slag`` of an aim that is a yrkande as a whole."""
FRAGA = "fråga"
"""The ``slag`` of an aim that is a question which has not been settled."""
SJALVA = (ForslagSlag.HUVUD, ForslagSlag.ALTERNATIV)
"""Kinds that stand against each other as the decision itself."""


@dataclass(frozen=True)
class Paragrafregister:
    """The records of one § by id, and what has been pointed at in vain."""

    paragraf: Paragraf
    kommun: Kommun
    forslag: dict[str, Forslag] = field(default_factory=dict)
    fraga: dict[str, Fraga] = field(default_factory=dict)
    yrkande: dict[str, Yrkande] = field(default_factory=dict)
    okanda: set[str] = field(default_factory=set)
    praxis: Praxis = NO_PRAXIS

    @classmethod
    def of(cls, paragraf: Paragraf, kommun: Kommun, praxis: Praxis = NO_PRAXIS) -> Paragrafregister:
        """The register of a §; ``praxis`` is how the house puts its questions."""
        return cls(
            paragraf,
            kommun,
            {f.id: f for f in paragraf.forslag},
            {q.id: q for q in paragraf.fraga},
            {y.id: y for y in paragraf.yrkande},
            praxis=praxis,
        )

    def live(self) -> list[Yrkande]:
        """Yrkanden that are neither taken back nor replaced (R3)."""
        replaced = {id for y in self.paragraf.yrkande for id in y.ersatter}
        return [y for y in self.paragraf.yrkande if not y.atertaget and y.id not in replaced]

    def root(self, mal: Mal) -> tuple[str, ...]:
        """The ids of the förslag that an aim ends at, through questions that are settled."""
        seen: set[str] = set()
        ids = [mal.pa]
        while ids and ids[0] in self.fraga and ids[0] not in seen:
            seen.add(ids[0])
            won = ended(self.paragraf, self.fraga[ids[0]])
            ids = [m.pa for m in won.pa] if won else []
        return tuple(ids)

    def target(self, mal: Mal) -> MalVy:
        """The view of an aim. An unknown id is kept as words and noted in ``okanda``."""
        id = next(iter(self.root(mal)), mal.pa)
        if id in self.forslag:
            return self._forslag(self.forslag[id], mal.punkter)
        if id in self.yrkande:
            owners = actor_views(self.yrkande[id].av, self.kommun)
            return MalVy(id, YRKANDE, owners, enda=False, punkter=mal.punkter)
        if id in self.fraga:
            return MalVy(id, FRAGA, enda=False, punkter=mal.punkter)
        arende = matter_word(self.paragraf.rubrik)
        if id:
            self.okanda.add(id)
        return MalVy(id, punkter=mal.punkter, arende=arende, enda=self._alone(""))

    def _forslag(self, f: Forslag, punkter: tuple[int, ...]) -> MalVy:
        besvarad = _BESVARAD.fullmatch(f.text.strip())
        bare = f.slag is ForslagSlag.HUVUD and not f.text and f.fran is None
        return MalVy(
            id=f.id,
            slag=f.slag.value,
            agare=self.owners(f),
            text=f.text,
            enda=self._alone(f.id),
            punkter=punkter or (f.mot.punkter if f.slag is ForslagSlag.ANDRING and f.mot else ()),
            arende=matter_word(self.paragraf.rubrik) if bare else "förslaget",
            mottagare=f.mottagare,
            datum=format_date(f.till_datum) if f.till_datum else "",
            motivering=f.motivering,
            besvarad=f"{besvarad[1].lower()} {besvarad[2]}" if besvarad else "",
            grund=self._ground(f),
            val=election_view(f, punkter, self.kommun),
            andrar=tuple(sorted({n for g in self.changes(f) if g.mot for n in g.mot.punkter})),
            avser=self.target(f.mot) if f.mot and points_put_off_by(f) else None,
            en_av_flera=bool(f.formellt and others_like(self.paragraf, f)),
        )

    def _ground(self, f: Forslag) -> MalVy | None:
        ground = self.forslag.get(f.mot.pa) if f.mot and self.changes(f) else None
        return self._forslag(ground, ()) if ground and ground.id != f.id else None

    def changes(self, f: Forslag) -> tuple[Forslag, ...]:
        """The ändringar of points that were laid in one yrkande with this one, itself among them.

        Nothing where it is no ändring of points: then it stands against the whole.
        """
        return tuple(self.forslag[id] for id in changed_together(self.paragraf, f.id))

    def owners(self, f: Forslag) -> tuple[AktorVy, ...]:
        """Who a förslag is called after: all movers of the yrkande it was laid with."""
        mover = next((y for y in self.paragraf.yrkande if is_own(f, y)), None)
        fran: tuple[Aktor, ...] = (f.fran,) if f.fran else ()
        return actor_views(mover.av if mover else fran, self.kommun)

    def _alone(self, id: str) -> bool:
        others = [
            f
            for f in self.paragraf.forslag
            if f.slag in SJALVA and f.id != id and not f.aterkallat and not f.ersatt_av
        ]
        return all(self._dropped(f) for f in others)

    def _dropped(self, f: Forslag) -> bool:
        """Whether every yrkande that laid a förslag is taken back or replaced."""
        laid = [y for y in self.paragraf.yrkande if is_own(f, y)]
        return bool(laid) and not any(y in self.live() for y in laid)

    def answer(self, svar: Svar) -> SvarVy:
        """The view of an answer, with the movers who ask for it; of a question, what won it."""
        svar = through(self.paragraf, svar) or svar
        movers = [y for y in self.live() if self.asks_for(y, svar)]
        av = tuple(dict.fromkeys(v for y in movers for v in actor_views(y.av, self.kommun)))
        mal = tuple(self.today(m) for m in svar.pa)
        return SvarVy(svar.verkan.value, mal, av, gemensamt=len(movers) <= 1)

    def today(self, mal: Mal) -> MalVy:
        """The view of an aim as it is put or decided: without points that were put off (R99)."""
        view = self.target(without_put_off(self.paragraf, mal))
        if view.grund is None:
            return view
        ground = without_put_off(self.paragraf, Mal(pa=view.grund.id))
        return replace(view, grund=replace(view.grund, punkter=ground.punkter))

    def at_stake(self, id: str) -> frozenset[int]:
        """The points of a förslag that can be decided today."""
        return points_at_stake(self.paragraf, self.forslag[id])

    def rest(self, id: str, settled: Iterable[int]) -> MalVy | None:
        """What is left of a förslag when some of its points are settled; None where nothing is."""
        left = tuple(sorted(self.at_stake(id) - set(settled)))
        named = left if put_off(self.paragraf, id) else ()
        return self.target(Mal(pa=id, punkter=named)) if left else None

    def asks_for(self, y: Yrkande, svar: Svar) -> bool:
        """Whether a yrkande takes the stand that an answer means."""
        aims = {id for m in svar.pa for id in self.root(m)}
        return any(s.verkan is svar.verkan and s.pa.pa in aims for s in y.stallning)


def is_own(f: Forslag, y: Yrkande) -> bool:
    """Whether a förslag was laid with that yrkande, by one of its movers."""
    if f.slag is ForslagSlag.HUVUD or (f.fran is not None and f.fran not in y.av):
        return False
    return any(s.verkan is Verkan.BIFALL and s.pa.pa == f.id for s in y.stallning)


def matter_word(rubrik: str) -> str:
    """What the matter itself is called when no förslag is recorded."""
    folded = fold(rubrik)
    for start, word in (*_FLERA_ARENDEN, *_ARENDE):
        if re.match(rf"{start}\b", folded):
            return word
    return "förslaget"
