"""From the records of a § to the views that templates see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from itertools import zip_longest

from protokoll_tui.domain.anteckning import Anteckning, Yttrande
from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.narvaro import Fas
from protokoll_tui.domain.paragraf import RUTIN, UTAN_BESLUT, Ajournering, Paragraf
from protokoll_tui.domain.records import Nar
from protokoll_tui.domain.reservation import DeltarInte, Reservation
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure.justeringar import main_justering
from protokoll_tui.rendering.aktorer import actor_views, person_actor
from protokoll_tui.rendering.forslagsvy import proposal_views
from protokoll_tui.rendering.fragevy import question_views
from protokoll_tui.rendering.gangvy import course_view, votes_of
from protokoll_tui.rendering.ledvy import piece_views
from protokoll_tui.rendering.malvy import Paragrafregister, is_own
from protokoll_tui.rendering.omstandigheter import (
    alike_changes,
    clock,
    conditional,
    decides,
    statute,
)
from protokoll_tui.rendering.rostvy import paper_name
from protokoll_tui.rendering.vy import (
    AktorVy,
    AnteckningVy,
    FranvaroVy,
    MoteVy,
    OrganVy,
    ParagrafVy,
    RadVy,
    ReservationVy,
    StallningVy,
    TidigareVy,
    TidVy,
    YrkandeVy,
)
from protokoll_tui.swedish.clauses import without_stop
from protokoll_tui.swedish.dates import format_date, format_on_day, format_sections, format_span


def meeting_view(state: Sammantrade, kommun: Kommun, dag: date | None) -> MoteVy:
    """The meeting on the day of a §, for the frame and for routine sentences."""
    organ = kommun.find_organ(state.organ)
    signing = main_justering(state) or Justering()
    return MoteVy(
        kommun=kommun.namn,
        organ=OrganVy(organ.namn or organ.id, organ.fullmaktige),
        datum=format_date(dag) if dag else "",
        datum_iso=dag.isoformat() if dag else "",
        plats=state.plats,
        justerare=tuple(person_actor(sig, kommun) for sig in signing.justerare),
        justering_datum=format_date(signing.datum) if signing.datum else "",
        justering_plats=signing.plats,
    )


def paragraf_view(p: Paragraf, register: Paragrafregister) -> ParagrafVy:
    """The § with everything in it that is printed, but for who was there and who chaired."""
    kommun = register.kommun
    fragor = question_views(p, register)
    gang = course_view(fragor, p, register)
    return ParagrafVy(
        id=p.id,
        nummer=format_sections([p.nr]) if p.nr is not None else "§",
        slag=p.slag.value,
        dnr=p.dnr,
        rubrik=p.rubrik,
        arende=p.arende,
        hemlig=p.sekretess,
        utgar=happened(p.utgar),
        omedelbart_justerad=happened(p.omedelbart_justerad),
        foredragande=p.foredragande,
        expediering=p.expediering,
        handlingar=tuple(RadVy(h.id, h.titel) for h in p.handling),
        tidigare=tuple(TidigareVy(t.id, t.rubrik, t.text) for t in p.tidigare),
        yrkanden=tuple(motion_view(y, register) for y in p.yrkande if not happened(y.atertaget)),
        fragor=fragor,
        gang=gang,
        voteringar=votes_of(gang),
        beslut=piece_views(p, register),
        deltar_inte=tuple(_absence(d, register) for d in p.deltar_inte),
        reservationer=tuple(_reservation(r, register) for r in p.reservation),
        anteckningar=tuple(_note(a, register) for a in p.anteckning),
        yttranden=tuple(_note(y, register) for y in p.yttrande),
        ajourneringar=_pauses(p, after=False),
        ajourneringar_efter=_pauses(p, after=True),
        oppna=_open_sections(p, register),
        lagrum=statute(p.lagrum),
        beslutas=decides(p, kommun),
        tvetydiga=alike_changes(p, register),
        forslag=proposal_views(p, register),
    )


def happened(nar: Nar) -> bool:
    """Whether a Nar says that it happened; midnight too is a time."""
    return nar is not False


def _open_sections(p: Paragraf, register: Paragrafregister) -> frozenset[str]:
    """Sections that are still waited for, or hold a pause that has not ended."""
    found = {"ajournering"} if any(_lasts(a) for a in p.ajournering) else set()
    if happened(p.utgar) or p.slag in RUTIN:
        return frozenset(found)
    if register.live() and not p.fraga:
        found.add("beslutsgang")
    if not p.beslut and p.slag not in UTAN_BESLUT:
        found.add("beslut")
    return frozenset(found)


def motion_view(y: Yrkande, register: Paragrafregister) -> YrkandeVy:
    """A yrkande, its stands merged per förslag."""
    stands = _said_once(_merged(y, register))
    rest = next((s for s in stands if _goes_along(s, stands)), None)
    return YrkandeVy(
        id=y.id,
        av=actor_views(y.av, register.kommun),
        instammer=actor_views((i.vem for i in y.instammer), register.kommun),
        stallning=tuple(s for s in stands if s is not rest),
        ovrigt=rest,
        form=_form(y, stands),
        flera=len(register.live()) > 1,
        atertaget=happened(y.atertaget),
    )


def _merged(y: Yrkande, register: Paragrafregister) -> list[StallningVy]:
    """Bifall to point 1 and bifall to point 3 of the same förslag are one stand."""
    merged: dict[tuple[object, ...], list[Stallning]] = {}
    for n, s in enumerate(y.stallning):
        apart = n if s.att or not s.pa.punkter else -1
        merged.setdefault((s.verkan, s.pa.pa, s.hand, s.villkor, apart), []).append(s)
    return [_stand(group, y, register) for group in merged.values()]


def _said_once(stands: list[StallningVy]) -> list[StallningVy]:
    """Of two stands in a row on points of one förslag, only the last says which förslag."""
    return [
        replace(a, mal=replace(a.mal, kort=True)) if b is not None and _same_points(a, b) else a
        for a, b in zip_longest(stands, stands[1:])
    ]


def _same_points(a: StallningVy, b: StallningVy) -> bool:
    plain = not (a.eget or b.eget or a.att or b.att)
    return plain and a.mal.id == b.mal.id and bool(a.mal.punkter and b.mal.punkter)


def _stand(group: list[Stallning], y: Yrkande, register: Paragrafregister) -> StallningVy:
    first = group[0]
    points = tuple(sorted({n for s in group for n in s.pa.punkter}))
    target = register.target(type(first.pa)(pa=first.pa.pa, punkter=points))
    forslag = register.forslag.get(first.pa.pa)
    return StallningVy(
        verkan=first.verkan.value,
        mal=target,
        hand=first.hand,
        att=without_stop(first.att),
        ord=" ".join(dict.fromkeys(s.ord for s in group if s.ord)),
        villkor=first.villkor,
        eget=first.verkan is Verkan.BIFALL and forslag is not None and is_own(forslag, y),
    )


def _goes_along(s: StallningVy, stands: list[StallningVy]) -> bool:
    """Bifall to the rest of a förslag that the same yrkande changes a point of."""
    changes = any(o.eget and o.mal.slag == ForslagSlag.ANDRING and not o.hand for o in stands)
    plain = not (s.eget or s.hand or s.att or s.mal.punkter)
    return changes and plain and s.verkan == Verkan.BIFALL


def _form(y: Yrkande, stands: list[StallningVy]) -> str:
    words = any(s.eget and s.mal.text for s in stands)
    if len(y.ersatter) > 1 and len(y.av) > 1 and words:
        return "enas"
    return "andrat" if y.ersatter and words else "vanlig"


def _absence(d: DeltarInte, register: Paragrafregister) -> FranvaroVy:
    om = conditional(d, register) if d.om_faller else None
    return FranvaroVy(d.id, actor_views(d.av, register.kommun), d.punkter, d.villkor, om)


def _reservation(r: Reservation, register: Paragrafregister) -> ReservationVy:
    kommun = register.kommun
    motions = [register.yrkande[id] for id in r.till_forman if id in register.yrkande]
    register.okanda.update(id for id in r.till_forman if id not in register.yrkande)
    av = actor_views(r.av, kommun)
    movers = tuple(dict.fromkeys(v for y in motions for v in actor_views(y.av, kommun)))
    own = _names(av) <= _names(movers) and all(
        _names(av) & _names(actor_views(y.av, kommun)) for y in motions
    )
    return ReservationVy(
        id=r.id,
        av=av,
        punkter=r.punkter,
        forman=movers,
        antal=len(motions),
        for_andra=bool(motions) and not own,
        gemensamt=own and len(motions) == 1 and len(_names(av)) > 1,
        form=r.form.value,
        andrar=_told_apart(motions, register),
        text=r.text,
        bilaga=_paper(r.handling, register),
    )


def _told_apart(motions: list[Yrkande], register: Paragrafregister) -> tuple[int, ...]:
    """The points of a single yrkande that only they tell from another by the same."""
    alike = alike_changes(register.paragraf, register)
    aims = [s.pa for y in motions for s in y.stallning if s.pa.pa in alike]
    return register.target(aims[0]).andrar if len(motions) == 1 and aims else ()


def _names(aktorer: Iterable[AktorVy]) -> set[str]:
    return {name for a in aktorer for name in ([p.sig for p in a.personer] or [a.ord])}


def _note(a: Anteckning | Yttrande, register: Paragrafregister) -> AnteckningVy:
    kommun = register.kommun
    grupp = kommun.party_name(a.grupp) if a.grupp else ""
    bilaga = _paper(a.handling, register)
    return AnteckningVy(a.id, actor_views(a.av, kommun), grupp, a.text, a.status.value, bilaga)


def _paper(handling: str, register: Paragrafregister) -> str:
    """A paper inside a sentence: "bilaga 2"."""
    title = next((h.titel for h in register.paragraf.handling if h.id == handling), handling)
    return paper_name(title)


def _pauses(p: Paragraf, *, after: bool) -> tuple[TidVy, ...]:
    """The pauses before or after the decision in time order, those of an unknown time last."""
    row = sorted(p.ajournering, key=lambda a: (a.fran is None, a.fran or time()))
    return tuple(_pause(a) for a in row if _after_decision(a, p) is after)


def _after_decision(a: Ajournering, p: Paragraf) -> bool:
    """Whether a pause began when the item was ended; of an unknown time it belongs to the debate.

    A pause is known to the minute, so one in the minute of the klubbslag came after it.
    """
    if a.fas is not None:
        return a.fas is Fas.EFTER
    ended = p.klubbslag
    if not isinstance(ended, time) or a.fran is None:
        return False
    return a.fran >= ended.replace(second=0, microsecond=0)


def _lasts(a: Ajournering) -> bool:
    return a.fran is not None and a.till is None and a.datum is None


def _pause(a: Ajournering) -> TidVy:
    span = format_span(a.fran, a.till) if a.fran and a.till and not a.datum else ""
    dag = format_on_day(a.datum) if a.datum else ""
    return TidVy(a.id, clock(a.fran), clock(a.till), span, dag=dag)
