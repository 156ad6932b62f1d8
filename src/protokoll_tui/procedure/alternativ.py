"""What there is to choose between: live yrkanden, live förslag, and the answers they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Stallning, Verkan, Yrkande


def live_yrkanden(paragraf: Paragraf) -> tuple[Yrkande, ...]:
    """Yrkanden that are neither taken back nor replaced by another (R3, R94)."""
    replaced = {old for yrkande in paragraf.yrkande for old in yrkande.ersatter}
    return tuple(y for y in paragraf.yrkande if not y.atertaget and y.id not in replaced)


def live_forslag(paragraf: Paragraf) -> tuple[Forslag, ...]:
    """Förslag that can still be put.

    One that came with a yrkande lives as long as some live yrkande asks for bifall to it.
    """
    wanted, moved = _backed(live_yrkanden(paragraf)), _backed(paragraf.yrkande)
    return tuple(
        f
        for f in paragraf.forslag
        if not f.aterkallat
        and not f.ersatt_av
        and (f.slag is ForslagSlag.HUVUD or f.id not in moved or f.id in wanted)
    )


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
    laid together are named after the first of them.
    """
    aims = tuple(_put_as(paragraf, svar.verkan, mal) for mal in svar.pa)
    return svar if aims == svar.pa else replace(svar, pa=tuple(dict.fromkeys(aims)))


def _put_as(paragraf: Paragraf, verkan: Verkan, mal: Mal) -> Mal:
    if not mal.pa:
        main = main_forslag(paragraf)
        return replace(mal, pa=main.id) if main else mal
    together = changed_together(paragraf, mal.pa) if verkan is Verkan.BIFALL else ()
    return replace(mal, pa=together[0]) if together else mal


def changed_together(paragraf: Paragraf, id: str) -> tuple[str, ...]:
    """Ids of the ändringar of points laid in one yrkande with this one, itself among them.

    Nothing where it is no ändring of points. Those in first and second hand are apart.
    """
    changes = {f.id: f for f in paragraf.forslag if _changes_points(f)}
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


def same_svar(a: Svar | None, b: Svar | None) -> bool:
    """Whether two answers say the same, unknown keys aside."""
    if a is None or b is None:
        return a is b
    return a.verkan is b.verkan and _aims(a) == _aims(b)


def _aims(svar: Svar) -> frozenset[tuple[str, tuple[int, ...]]]:
    return frozenset((mal.pa, mal.punkter) for mal in svar.pa)


def settled(paragraf: Paragraf) -> set[str]:
    """Ids of the förslag that some question with a recorded outcome has been put on."""
    put = (fraga for fraga in paragraf.fraga if fraga.funnet is not None)
    return {mal.pa for fraga in put for svar in fraga.svar for mal in svar.pa}


def is_formal(paragraf: Paragraf, fraga: Fraga) -> bool:
    """Whether a question is about how the matter is handled (R90), not what is decided."""
    formal = {f.id for f in paragraf.forslag if f.formellt}
    return any(mal.pa in formal for svar in fraga.svar for mal in svar.pa)


def formal_question(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers to the next formal question, or nothing.

    Formal yrkanden are tried before the matter itself, separately, in the order laid (R90–R92):
    "avgörs i dag" first, then what was asked for.
    """
    done = settled(paragraf)
    waiting = (f for f in live_forslag(paragraf) if f.formellt and f.id not in done)
    forslag = next(waiting, None)
    if forslag is None:
        return ()
    aim = (Mal(pa=forslag.id),)
    return Svar(verkan=Verkan.AVSLAG, pa=aim), Svar(verkan=Verkan.BIFALL, pa=aim)


def alternatives(paragraf: Paragraf) -> tuple[Svar, ...]:
    """The answers to the main question: the huvudförslag, then each stand that is taken (R96, R98).

    Avslag is an ordinary alternative; tillägg and formal förslag have questions of their own.
    """
    main = main_forslag(paragraf)
    found = [Svar(pa=(Mal(pa=main.id),))] if main else []
    for stallning in material_stands(paragraf):
        svar = resolved(paragraf, stand_svar(stallning))
        if not any(same_svar(svar, s) for s in found):
            found.append(svar)
    return tuple(found)


def material_stands(paragraf: Paragraf) -> tuple[Stallning, ...]:
    """The stands that belong to the main question; one towards a dead förslag falls with it."""
    live = {f.id for f in live_forslag(paragraf)}
    apart = {
        f.id
        for f in paragraf.forslag
        if f.formellt or f.slag is ForslagSlag.TILLAGG or f.id not in live
    }
    stands = (s for yrkande in live_yrkanden(paragraf) for s in yrkande.stallning)
    return tuple(s for s in stands if s.pa.pa not in apart)


def additions(paragraf: Paragraf) -> tuple[Forslag, ...]:
    """Tilläggsförslag that have not been put yet; they come last, one by one (R96)."""
    done = settled(paragraf)
    live = live_forslag(paragraf)
    return tuple(f for f in live if f.slag is ForslagSlag.TILLAGG and f.id not in done)
