"""Propositions as views: which kind of sentence each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.forslag import VALARENDEN, ForslagSlag
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Votering
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import alternatives
from protokoll_tui.procedure.kedja import is_among, is_single, winner
from protokoll_tui.procedure.uppskjutet import is_put_off
from protokoll_tui.rendering.alternativvy import (
    apart,
    as_put,
    changed_points,
    points_left,
    shortened,
)
from protokoll_tui.rendering.malvy import YRKANDE, Paragrafregister
from protokoll_tui.rendering.rostposter import VoteringVy
from protokoll_tui.rendering.rostvy import (
    ballot_views,
    chosen_in,
    ground_view,
    inner_questions,
    vote_view,
)
from protokoll_tui.rendering.vy import AktorVy, FragaVy, MalVy, SvarVy

MATTER = frozenset(("ett", "mot", "bifall_avslag", "andring", "flera"))
"""Forms of questions on the matter itself."""


def question_views(p: Paragraf, register: Paragrafregister) -> tuple[FragaVy, ...]:
    """The propositions in the order put (R4); one that chose a motförslag is within its vote."""
    inner = chosen_in(p)
    return tuple(_question(fraga, p, register) for fraga in p.fraga if fraga.id not in inner)


def _question(
    asked: Fraga, p: Paragraf, register: Paragrafregister, kedja: tuple[SvarVy, ...] = ()
) -> FragaVy:
    """A question with its votes, and as it ended where something else than the chair settled it."""
    view = _found(asked, p, register, kedja)
    if not (asked.votering or asked.sluten or asked.avgorande):
        return view
    won = winner(p, asked)
    return replace(
        view,
        ovriga=False,
        resten=None,
        votering=tuple(_vote(v, asked, view, register) for v in asked.votering),
        sluten=ballot_views(asked, register),
        avgorande=ground_view(asked.avgorande, asked, register) if asked.avgorande else None,
        utfall=_found(replace(asked, funnet=won), p, register, kedja) if won else None,
    )


def _vote(v: Votering, q: Fraga, view: FragaVy, register: Paragrafregister) -> VoteringVy:
    """A vote, with the questions that chose one of its sides."""
    p, niva = register.paragraf, len(view.kedja)
    made = vote_view(v, q, register, niva, matter=view.form in MATTER)
    inner = inner_questions(p, v) if niva < len(p.fraga) else ()
    return replace(
        made,
        inre=tuple(_question(o, p, register, (*view.kedja, *_against(o, v, made))) for o in inner),
    )


def _against(o: Fraga, v: Votering, made: VoteringVy) -> tuple[SvarVy, ...]:
    """The side of a vote that meets what another question chose."""
    chosen_is_ja = v.ja is not None and any(mal.pa == o.id for mal in v.ja.pa)
    side = made.nej if chosen_is_ja else made.ja
    return (side or SvarVy(Verkan.BIFALL.value, ()),)


def _found(
    asked: Fraga, p: Paragraf, register: Paragrafregister, kedja: tuple[SvarVy, ...]
) -> FragaVy:
    form = _form(asked, p, register)
    q = as_put(asked, register, on_points=not kedja) if form in MATTER else asked
    form = "motforslag" if kedja else _form(q, p, register)
    formal = [f for f in p.fraga if _form(f, p, register) == "formell"]
    first, after = _in_row(q, p, formal)
    target = _formal_target(q, register)
    found = _answer(q.funnet, q, register) if q.funnet else None
    row = _row(p, register)
    if found and _is_in(asked, row) and form == "flera":
        # Only these points are settled here: "the förslag with the change" would be all of it.
        found = replace(found, mal=tuple(replace(m, grund=None) for m in found.mal))
    return FragaVy(
        id=q.id,
        form=form,
        svar=tuple(_shortened(q, svar, p, register) for svar in q.svar),
        funnet=shortened(found) if found and form == "bifall_avslag" else found,
        satt=q.satt.value,
        forst=first,
        darefter=after,
        ovriga=_others(q, target, register) if form != "enskilt" else _left_untried(q, p),
        punktvis=_is_in(asked, row[:1]),
        bifallet=q.funnet is not None and q.funnet.verkan is Verkan.BIFALL,
        formell=target,
        ensam=len(formal) == 1,
        som_ett=_as_one(q, register),
        motpart=_opponent(q, p, register),
        delvis=found is not None and _keeps_some(found),
        resten=_left(found, asked, form, row, register),
        kedja=kedja,
    )


def _is_in(q: Fraga, row: Iterable[Fraga]) -> bool:
    """Whether a question, perhaps with another answer found, is one of a row."""
    return any(q.id == other.id for other in row)


def _shortened(q: Fraga, svar: Svar, p: Paragraf, register: Paragrafregister) -> SvarVy:
    """An answer; in a row of questions on the points of one förslag, that is said only once."""
    view = _answer(svar, q, register)
    in_row = q.id in {f.id for f in _row(p, register)}
    return shortened(view) if in_row and all(m.enda for m in view.mal) else view


def _answer(svar: Svar, q: Fraga, register: Paragrafregister) -> SvarVy:
    """An answer as named beside the others: among three or more, "förslaget" is none of them."""
    view = register.answer(svar)
    return apart(view) if len(q.svar) > 2 or _chosen(q, register) else view


def _chosen(q: Fraga, register: Paragrafregister) -> bool:
    """Whether a question chose a motförslag: there is a third förslag that it stood against."""
    return q.id in chosen_in(register.paragraf)


def _keeps_some(found: SvarVy) -> bool:
    """Whether the huvudförslag stands in part: then the others have not simply been turned down."""
    if found.verkan != Verkan.BIFALL:
        return False
    return any(m.grund or m.punkter or m.slag == YRKANDE for m in found.mal)


def _left(
    found: SvarVy | None,
    asked: Fraga,
    form: str,
    row: tuple[Fraga, ...],
    register: Paragrafregister,
) -> MalVy | None:
    """The förslag of which points are left; in a row of questions that is said after the last."""
    if found is None or _is_in(asked, row[:-1]):
        return None
    if _is_in(asked, row):
        return _rest_of_row(row, register)
    with_the_change = form == "flera" and found.verkan == Verkan.BIFALL
    return None if with_the_change else _rest(found, asked, register)


def _rest(found: SvarVy, asked: Fraga, register: Paragrafregister) -> MalVy | None:
    """The förslag of which points are left when some of them stand, are changed or turned down."""
    for m in found.mal:
        if m.grund and (rest := register.rest(m.grund.id, m.andrar)):
            return rest
        stands = found.verkan == Verkan.BIFALL and m.slag == ForslagSlag.HUVUD
        if stands and m.punkter and (rest := register.rest(m.id, m.punkter)):
            return rest
    turned_down = asked.funnet.pa if asked.funnet and found.verkan == Verkan.AVSLAG else ()
    for aim in turned_down:
        if points_left(aim, register):
            return register.rest(aim.pa, aim.punkter)
    return None


def _form(q: Fraga, p: Paragraf, register: Paragrafregister) -> str:
    aims = [frozenset(id for m in svar.pa for id in register.root(m)) for svar in q.svar]
    kinds = {register.forslag[id].slag for ids in aims for id in ids if id in register.forslag}
    if _overruling(q, register):
        return "provas_anda"
    if kinds and kinds <= VALARENDEN:
        return "val"
    if _formal_target(q, register) is not None:
        return "formell"
    if kinds == {ForslagSlag.TILLAGG} and len(set(aims)) == 1:
        return "tillagg"
    if _one_of_several(q, p):
        return "enskilt"
    if len(q.svar) < 2:
        return "ett"
    if _referrer(q, p) is not None:
        return "val_av_motforslag"
    if len(q.svar) > 2:
        return "flera"
    if changed_points(q.svar, register):
        return "andring"
    same = q.svar[0].pa == q.svar[1].pa and q.svar[0].verkan is not q.svar[1].verkan
    return "bifall_avslag" if same else "mot"


def _one_of_several(q: Fraga, p: Paragraf) -> bool:
    """Whether proposals on the matter are tried one at a time, this one among them."""
    if not is_single(q) or any(mal.punkter for svar in q.svar for mal in svar.pa):
        return False
    return sum(is_single(o) for o in p.fraga) > 1 or len(alternatives(p)) > 2


def _overruling(q: Fraga, register: Paragrafregister) -> bool:
    """Whether a question is if a förslag is put although the chair did not put it (R68)."""
    aims = (register.forslag.get(m.pa) for svar in q.svar for m in svar.pa)
    return any(f and f.slag is ForslagSlag.ORDNINGSFRAGA and f.mot for f in aims)


def _formal_target(q: Fraga, register: Paragrafregister) -> MalVy | None:
    """The återremiss, bordläggning … that a question is about, if it is a formal one (R90)."""
    for svar in q.svar:
        for m in svar.pa:
            forslag = register.forslag.get(m.pa)
            if forslag is not None and forslag.formellt:
                return register.target(m)
    return None


def _in_row(q: Fraga, p: Paragraf, formal: list[Fraga]) -> tuple[bool, bool]:
    """Whether a question is the first of several that belong together, or a later one."""
    singles = [o for o in p.fraga if is_single(o)] if _one_of_several(q, p) else []
    for row in (formal, singles):
        if _is_in(q, row):
            return len(row) > 1 and q.id == row[0].id, len(row) > 1 and q.id != row[0].id
    builds_on = any(m.pa == other.id for svar in q.svar for m in svar.pa for other in p.fraga)
    return _referrer(q, p) is not None and not builds_on, builds_on


def _referrer(q: Fraga, p: Paragraf) -> Fraga | None:
    """The question that has the winner of this one as an alternative."""
    if not q.id:
        return None
    return next((o for o in p.fraga for svar in o.svar for m in svar.pa if m.pa == q.id), None)


def _opponent(q: Fraga, p: Paragraf, register: Paragrafregister) -> SvarVy | None:
    later = _referrer(q, p)
    if later is None:
        return None
    others = [svar for svar in later.svar if all(m.pa != q.id for m in svar.pa)]
    return register.answer(others[0]) if len(others) == 1 else None


def _left_untried(q: Fraga, p: Paragraf) -> bool:
    """Whether proposals were never put, since one tried before them carried."""
    tried = [svar for o in p.fraga if is_single(o) for svar in o.svar]
    proposals = (svar for svar in alternatives(p) if svar.verkan is Verkan.BIFALL)
    left = any(not is_among(svar, tried) for svar in proposals)
    return left and q.funnet is not None and q.funnet.verkan is Verkan.BIFALL


def _others(q: Fraga, target: MalVy | None, register: Paragrafregister) -> bool:
    """Whether yrkanden are left untried when a formal one is approved (R92, R94)."""
    if target is None or target.slag == ForslagSlag.AJOURNERING:
        return False
    p, stands = register.paragraf, [s.pa for y in register.live() for s in y.stallning]
    if target.avser is not None:
        return any(is_put_off(p, mal) for mal in stands)
    put = {m.pa for o in (q, *p.fraga) for svar in o.svar for m in svar.pa}
    return any(mal.pa not in put for mal in stands)


def _row(p: Paragraf, register: Paragrafregister) -> tuple[Fraga, ...]:
    """The questions that are put on points alone, where there are several (R99)."""
    put = ((q, as_put(q, register).svar) for q in p.fraga)
    row = tuple(q for q, answers in put if answers and all(_points(a, register) for a in answers))
    return row if len(row) > 1 else ()


def _points(svar: Svar, register: Paragrafregister) -> set[int]:
    """The points that an answer is about; nothing where some of it is about the whole."""
    aims = [m.punkter or register.target(m).andrar for m in svar.pa]
    return {nr for points in aims for nr in points} if all(aims) else set()


def _rest_of_row(row: tuple[Fraga, ...], register: Paragrafregister) -> MalVy | None:
    """The förslag of which points are left when all in a row are settled."""
    aims = [m for q in row for svar in as_put(q, register).svar for m in svar.pa]
    tried = {nr for m in aims for nr in register.target(m).andrar or m.punkter}
    grounds = (f for f in register.forslag.values() if f.slag is ForslagSlag.HUVUD)
    main = next((f for f in grounds if any(m.pa == f.id for m in aims)), None)
    return register.rest(main.id, tried) if main else None


def _as_one(q: Fraga, register: Paragrafregister) -> tuple[AktorVy, ...]:
    """The movers whose equal yrkanden are put as one answer, where that has not been said (R93)."""
    said = {id for o in register.paragraf.ordning for id in (*o.lika, *o.samlat)}
    put = (svar for svar in q.svar if not {m.pa for m in svar.pa} & said)
    merged = [svar for svar in put if _several(svar, register)]
    movers = dict.fromkeys(a for svar in merged for m in svar.pa for a in register.target(m).agare)
    return tuple(movers)


def _several(svar: Svar, register: Paragrafregister) -> bool:
    known = [register.forslag[m.pa] for m in svar.pa if m.pa in register.forslag]
    plain = [f for f in known if not f.formellt]
    return svar.verkan is Verkan.BIFALL and len({f.id for f in plain}) > 1
