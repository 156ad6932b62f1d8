"""The order of the propositions as a view: every answer that is to be put, avslag too (R93)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Metod, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.alternativ import main_forslag
from protokoll_tui.procedure.forlopp import method_of, rounds
from protokoll_tui.rendering.alternativvy import apart
from protokoll_tui.rendering.malvy import Paragrafregister, is_own
from protokoll_tui.rendering.rostposter import EITHER, OrdningVy
from protokoll_tui.rendering.vy import MalVy, SvarVy

_SEVERAL = frozenset((ForslagSlag.ALTERNATIV, ForslagSlag.ANDRING, ForslagSlag.TILLAGG))
"""Kinds of which somebody can have laid two that have the same name."""


def order_view(o: Propositionsordning, register: Paragrafregister) -> OrdningVy:
    """What the chair said, of the förslag that are still there."""
    samlat, lika = (tuple(_still(ids, register)) for ids in (o.samlat, o.lika))
    movers = (a for id in lika for a in register.target(Mal(pa=id)).agare)
    return OrdningVy(
        id=o.id,
        metod=o.metod.value if o.metod else "",
        svar=_put(o, register),
        samlat=tuple(register.target(Mal(pa=id)) for id in samlat),
        lika=tuple(dict.fromkeys(movers)),
        godkand=o.godkand,
    )


def _still(ids: Iterable[str], register: Paragrafregister) -> Iterator[str]:
    """The förslag that were neither struck nor taken back since: those are not told of (R3)."""
    for id in ids:
        if id in register.forslag:
            laid = [y for y in register.paragraf.yrkande if is_own(register.forslag[id], y)]
            if not laid or not all(y.atertaget for y in laid):
                yield id


def _put(o: Propositionsordning, register: Paragrafregister) -> tuple[SvarVy, ...]:
    """The answers in the order said. A förslag is named; avslag on it comes where it is put."""
    p = replace(register.paragraf, fraga=())
    said = [Svar(pa=(Mal(pa=id),)) for id in _still(_once(o.ordning, register), register)]
    answers = [s for group in rounds(p, register.praxis) for s in group]
    either = len(answers) < 3 or method_of(p, register.praxis) is Metod.VART_FOR_SIG
    views = [_named(s, len(answers) > 2, register) for s in said]
    for svar in answers:
        if svar.verkan is Verkan.AVSLAG and _about(svar) <= {id for s in said for id in _about(s)}:
            if either and _is_main(svar, p):
                views = [_or_avslag(v, svar) for v in views]
                continue
            place = _place(svar, answers, said)
            said.insert(place, svar)
            views.insert(place, _named(svar, len(answers) > 2, register))
    return tuple(_joined(views))


def _once(ids: tuple[str, ...], register: Paragrafregister) -> Iterator[str]:
    """Ändringar of points laid in one yrkande are one proposal, and named once."""
    seen: set[str] = set()
    for id in ids:
        if id not in seen:
            yield id
        laid = register.changes(register.forslag[id]) if id in register.forslag else ()
        seen |= {id, *(f.id for f in laid)}


def _about(svar: Svar) -> set[str]:
    return {mal.pa for mal in svar.pa}


def _is_main(svar: Svar, p: Paragraf) -> bool:
    """Whether an answer is about the whole huvudförslag."""
    main = main_forslag(p)
    return main is not None and svar.pa == (Mal(pa=main.id),)


def _or_avslag(view: SvarVy, svar: Svar) -> SvarVy:
    own = [m.id for m in view.mal] == [m.pa for m in svar.pa]
    return replace(view, verkan=EITHER) if own else view


def _place(svar: Svar, answers: list[Svar], said: list[Svar]) -> int:
    """After the answer that is put before it, else before the one that is put after."""
    at = answers.index(svar)
    for before in reversed(answers[:at]):
        if before in said:
            return said.index(before) + 1
    return next((said.index(after) for after in answers[at:] if after in said), len(said))


def _named(svar: Svar, several: bool, register: Paragrafregister) -> SvarVy:
    """An answer as the question will name it: among three or more, after its sender."""
    view = register.answer(svar)
    return apart(view) if several else view


def _joined(views: Iterable[SvarVy]) -> Iterator[SvarVy]:
    """Proposals in a row that have the same name as one: "Anna Bergs två tilläggsyrkanden"."""
    row: SvarVy | None = None
    for view in views:
        if row and row.verkan == view.verkan and _same_name(row.mal[0], view.mal[0]):
            row = replace(row, mal=(*row.mal, *view.mal))
            continue
        if row:
            yield row
        row = view
    if row:
        yield row


def _same_name(a: MalVy, b: MalVy) -> bool:
    return a.slag == b.slag and a.slag in _SEVERAL and a.agare == b.agare != ()
