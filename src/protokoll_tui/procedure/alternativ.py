"""What there is to choose between: live yrkanden, live förslag, and the answers they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.forslag import VALARENDEN, Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande
from protokoll_tui.procedure.kedja import distinct, joined
from protokoll_tui.procedure.uppskjutet import is_put_off, points_put_off_by, put_off


def live_yrkanden(paragraf: Paragraf) -> tuple[Yrkande, ...]:
    """Yrkanden that are neither taken back nor replaced by another (R3, R94)."""
    replaced = {old for yrkande in paragraf.yrkande for old in yrkande.ersatter}
    return tuple(y for y in paragraf.yrkande if not y.atertaget and y.id not in replaced)


def live_forslag(paragraf: Paragraf) -> tuple[Forslag, ...]:
    """Förslag that can still be put.

    One that came with a yrkande lives as long as some live yrkande asks for bifall to it. One that
    the chair did not put is out, unless fullmäktige decided that it is put all the same (R68).
    """
    wanted, moved = _backed(live_yrkanden(paragraf)), _backed(paragraf.yrkande)
    return tuple(
        f
        for f in paragraf.forslag
        if not (f.aterkallat or f.ersatt_av or f.fallet)
        and not is_refused(paragraf, f)
        and (f.slag is ForslagSlag.HUVUD or f.id not in moved or f.id in wanted)
    )


def is_refused(paragraf: Paragraf, forslag: Forslag) -> bool:
    """Whether the chair did not put a förslag, and was not overruled (R68)."""
    if not forslag.avvisat:
        return False
    tried = {
        f.id
        for f in paragraf.forslag
        if f.slag is ForslagSlag.ORDNINGSFRAGA and f.mot and f.mot.pa == forslag.id
    }
    won = (q.funnet for q in joined(paragraf).fraga if q.funnet)
    yes = (svar for svar in won if svar.verkan is Verkan.BIFALL)
    return not any(mal.pa in tried for svar in yes for mal in svar.pa)


def together(paragraf: Paragraf, id: str) -> tuple[str, ...]:
    """Ids of the förslag that are put as one with this one, itself among them (R93, R97)."""
    groups = (g for o in paragraf.ordning for g in (o.lika, o.samlat) if id in g)
    group = next(groups, (id,))
    known = {f.id for f in paragraf.forslag if f.slag is not ForslagSlag.HUVUD or f.id == id}
    return tuple(i for i in group if i in known)


def in_said_order(paragraf: Paragraf, forslag: Iterable[Forslag]) -> tuple[Forslag, ...]:
    """Förslag in the order that was said for the propositions; those not named after, as laid."""
    said = [id for o in paragraf.ordning for id in o.ordning]
    last = {id: n for n, id in enumerate(said)}
    return tuple(sorted(forslag, key=lambda f: last.get(f.id, len(said))))


def _backed(yrkanden: Iterable[Yrkande]) -> set[str]:
    """Ids of the förslag that some of the yrkanden asks for bifall to."""
    return {s.pa.pa for y in yrkanden for s in y.stallning if s.verkan is Verkan.BIFALL}


def main_forslag(paragraf: Paragraf) -> Forslag | None:
    """The förslag of the body that prepared the matter (R95), or None."""
    live = (f for f in live_forslag(paragraf) if f.slag is ForslagSlag.HUVUD)
    return next(live, None)


def stand_svar(stallning: Stallning) -> Svar:
    """The answer that a stand asks for."""
    return Svar(verkan=stallning.verkan, pa=(stallning.pa,))


def resolved(paragraf: Paragraf, svar: Svar) -> Svar:
    """The answer as it is put.

    "Förslaget" is the huvudförslag, where one has been recorded; ändringar of points that were
    laid together are named after the first of them; those with the same words are named together.
    Points that were put off are left out of others (R99).
    """
    aims = tuple(m for mal in svar.pa for m in _put_as(paragraf, svar.verkan, mal))
    return svar if aims == svar.pa else replace(svar, pa=tuple(dict.fromkeys(aims)))


def _put_as(paragraf: Paragraf, verkan: Verkan, mal: Mal) -> tuple[Mal, ...]:
    if not mal.pa:
        main = main_forslag(paragraf)
        return (replace(mal, pa=main.id) if main else mal,)
    if left := set(mal.punkter) - put_off(paragraf, mal.pa):
        mal = replace(mal, punkter=tuple(nr for nr in mal.punkter if nr in left))
    laid = changed_together(paragraf, mal.pa) if verkan is Verkan.BIFALL else ()
    if laid:
        return (replace(mal, pa=laid[0]),)
    if not any(o.lika or o.samlat for o in paragraf.ordning):
        return (mal,)
    return tuple(replace(mal, pa=id) for id in together(paragraf, mal.pa)) or (mal,)


def changed_together(paragraf: Paragraf, id: str) -> tuple[str, ...]:
    """Ids of the ändringar of points laid in one yrkande with this one, itself among them.

    Nothing where it is no ändring of points. Those in first and second hand are apart.
    """
    today = (f for f in paragraf.forslag if not is_put_off(paragraf, Mal(pa=f.id)))
    changes = {f.id: f for f in today if _changes_points(f)}
    if id not in changes:
        return ()
    for yrkande in live_yrkanden(paragraf):
        wanted = (s for s in yrkande.stallning if s.verkan is Verkan.BIFALL and not s.hand)
        laid = tuple(s.pa.pa for s in wanted if s.pa.pa in changes)
        if id in laid:
            aim = changes[id].mot
            return tuple(i for i in laid if _same_matter(changes[i].mot, aim))
    return (id,)


def _changes_points(forslag: Forslag) -> bool:
    """Whether a förslag is an ändring of points; else it stands against the whole."""
    return forslag.slag is ForslagSlag.ANDRING and bool(forslag.mot and forslag.mot.punkter)


def _same_matter(a: Mal | None, b: Mal | None) -> bool:
    return a is not None and b is not None and a.pa == b.pa


def is_main(svar: Svar, main: Forslag) -> bool:
    """Whether an answer is bifall to the huvudförslag, or to points of it."""
    return svar.verkan is Verkan.BIFALL and {mal.pa for mal in svar.pa} == {main.id}


def settled(paragraf: Paragraf) -> set[str]:
    """Ids of the förslag that some question with a recorded outcome has been put on."""
    put = (fraga for fraga in joined(paragraf).fraga if fraga.funnet is not None)
    return {mal.pa for fraga in put for svar in fraga.svar for mal in svar.pa}


def is_formal(paragraf: Paragraf, fraga: Fraga) -> bool:
    """Whether a question is about how the matter is handled (R90), not what is decided."""
    return any(is_about_formal(paragraf, svar) for svar in fraga.svar)


def is_about_formal(paragraf: Paragraf, svar: Svar) -> bool:
    """Whether an answer is to a formal question."""
    formal = {f.id for f in paragraf.forslag if f.formellt}
    return any(mal.pa in formal for mal in svar.pa)


def is_about_election(paragraf: Paragraf, svar: Svar) -> bool:
    """Whether all that an answer aims at is about who holds an uppdrag."""
    own = {f.id for f in paragraf.forslag if f.slag in VALARENDEN}
    return bool(svar.pa) and {mal.pa for mal in svar.pa} <= own


def formal_question(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers to the next formal question, or nothing.

    Formal yrkanden are tried before the matter itself, separately, in the order said, else as laid
    (R90–R92), on the whole matter before on points of it (R99): "avgörs i dag" first, then what
    was asked for.
    """
    waiting = waiting_formal(paragraf)
    return yes_or_no(paragraf, waiting[0]) if waiting else ()


def waiting_formal(paragraf: Paragraf) -> tuple[Forslag, ...]:
    """Formal förslag that have not been put, in the order they are to be."""
    done = settled(paragraf)
    whole_first = sorted(live_forslag(paragraf), key=lambda f: bool(points_put_off_by(f)))
    live = (f for f in in_said_order(paragraf, whole_first) if f.formellt and f.id not in done)
    return tuple(f for f in live if not is_put_off(paragraf, Mal(pa=f.id)))


def others_like(paragraf: Paragraf, forslag: Forslag) -> tuple[Forslag, ...]:
    """Other live formal förslag of the same kind and on the same points, put for themselves.

    Where there are some, "ärendet återremitteras" does not say which of them is meant.
    """
    points, as_one = points_put_off_by(forslag), together(paragraf, forslag.id)
    alike = (f for f in live_forslag(paragraf) if f.slag is forslag.slag and f.formellt)
    return tuple(f for f in alike if f.id not in as_one and points_put_off_by(f) == points)


def yes_or_no(paragraf: Paragraf, forslag: Forslag) -> tuple[Svar, ...]:
    """The answers to a question on one förslag, or on those put as one with it."""
    aims = tuple(Mal(pa=id) for id in together(paragraf, forslag.id)) or (Mal(pa=forslag.id),)
    yes, no = Svar(pa=aims), Svar(verkan=Verkan.AVSLAG, pa=aims)
    return (no, yes) if forslag.formellt else (yes, no)


def alternatives(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers to the main question: the huvudförslag, then each stand that is taken (R96, R98).

    Avslag is an ordinary alternative; without a huvudförslag avslag on all that is moved is one
    answer, and comes last. Tillägg and formal förslag have questions of their own.
    """
    main, live = main_forslag(paragraf), live_yrkanden(paragraf)
    none = [against for y in live if (against := against_all(paragraf, y))]
    taken = {s for against in none for s in against}
    found = [Svar(pa=(Mal(pa=main.id),))] if main else []
    found += (_answer(paragraf, (s,)) for s in material_stands(paragraf) if s not in taken)
    return distinct((*found, *(_answer(paragraf, against) for against in none)))


def _answer(paragraf: Paragraf, stands: tuple[Stallning, ...]) -> Svar:
    """The one answer that stands with the same word make."""
    aims = tuple(dict.fromkeys(s.pa for s in stands))
    return resolved(paragraf, Svar(verkan=stands[0].verkan, pa=aims))


def wishes(paragraf: Paragraf, yrkande: Yrkande) -> tuple[Svar, ...]:
    """The answers that a yrkande asks for: one for each stand, of avslag on all that is moved one.

    Stands in the order they were taken; what is one answer stands where its first part did.
    """
    against = against_all(paragraf, yrkande)
    whole = (_answer(paragraf, against),) if against else ()
    each = (
        whole if s in against else (resolved(paragraf, stand_svar(s)),) for s in yrkande.stallning
    )
    return distinct(svar for some in each for svar in some)


def material_stands(paragraf: Paragraf) -> tuple[Stallning, ...]:
    """The stands that belong to the main question; one towards a dead förslag falls with it.

    Avslag on one of several proposals is no proposal of its own: it is won when another is. What
    is about points that were put off waits with them (R99).
    """
    apart = _apart(paragraf)
    stands = ((y, s) for y in live_yrkanden(paragraf) for s in y.stallning if s.pa.pa not in apart)
    today = ((y, s) for y, s in stands if not is_put_off(paragraf, s.pa))
    return tuple(s for y, s in today if not is_counterpart(paragraf, y, s))


OWN_QUESTION = VALARENDEN | {ForslagSlag.TILLAGG}
"""Kinds that are put by themselves, after the main question."""


def _apart(paragraf: Paragraf) -> set[str]:
    """Ids of the förslag that are not answers to the main question: formal, tillägg, val, dead."""
    live = {f.id for f in live_forslag(paragraf)}
    return {
        f.id for f in paragraf.forslag if f.formellt or f.slag in OWN_QUESTION or f.id not in live
    }


def is_counterpart(paragraf: Paragraf, yrkande: Yrkande, stallning: Stallning) -> bool:
    """Whether a stand is avslag on a proposal that stands against the huvudförslag, or others."""
    if stallning.verkan is Verkan.BIFALL or not stallning.pa.pa:
        return False
    main = main_forslag(paragraf)
    if main is not None:
        return stallning.pa.pa != main.id
    proposals = _proposals(paragraf)
    alone = len(proposals) == 1 or stallning in against_all(paragraf, yrkande)
    return stallning.pa.pa in proposals and not alone


def against_all(paragraf: Paragraf, yrkande: Yrkande) -> tuple[Stallning, ...]:
    """The stands by which a mover asks for avslag on all that is moved: one answer (R98, R100).

    Those of all yrkanden with the same movers as this one. Nothing where there is a huvudförslag,
    or where some proposal is left out.
    """
    proposals = set[str]() if main_forslag(paragraf) else _proposals(paragraf)
    apart = _apart(paragraf)
    moved = _moved_by(paragraf, yrkande) if proposals else ()
    for hand in sorted({s.hand for s in moved}):
        own = (s for s in moved if s.hand == hand and s.verkan is Verkan.AVSLAG)
        stands = tuple(s for s in own if s.pa.pa not in apart and not s.pa.punkter)
        if stands and proposals <= {m.pa for m in _answer(paragraf, stands).pa}:
            return stands
    return ()


def _moved_by(paragraf: Paragraf, yrkande: Yrkande) -> tuple[Stallning, ...]:
    """The stands of the movers of a yrkande, in this one and in others of theirs."""
    same = (y for y in live_yrkanden(paragraf) if y.av and set(y.av) == set(yrkande.av))
    return tuple(s for y in same for s in y.stallning) or yrkande.stallning


def _proposals(paragraf: Paragraf) -> set[str]:
    """Ids of what is moved in the matter itself."""
    return _backed(live_yrkanden(paragraf)) - _apart(paragraf) - {""}


def additions(paragraf: Paragraf) -> tuple[Forslag, ...]:
    """Tilläggsförslag that have not been put yet; they come last, one by one (R96)."""
    done = settled(paragraf)
    live = in_said_order(paragraf, live_forslag(paragraf))
    return tuple(f for f in live if f.slag is ForslagSlag.TILLAGG and f.id not in done)
