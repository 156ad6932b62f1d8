"""What the chair has to choose between, counted as a reader counts: one yrkande, one förslag."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure.uppskjutet import point_numbers
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.vy import MalVy, SvarVy


def as_put(q: Fraga, register: Paragrafregister, *, on_points: bool = True) -> Fraga:
    """The question with all that the same yrkanden ask for as one answer.

    A yrkande on bifall to point 1 and avslag on point 2 is one förslag, not two. Against the whole
    huvudförslag, an ändring or avslag of points is put against those points; with ``on_points``
    False it is against the whole, since there is a third proposal that both met or are to meet.
    """
    if any(m.pa in register.fraga for svar in q.svar for m in svar.pa):
        return q
    groups = _groups(q, register)
    put: dict[Svar, None] = {}
    for svar in q.svar:
        put[groups.get(svar, svar)] = None
    found = q.funnet
    if found is not None and not _change_of(found, register):
        found = groups.get(found, found)
    answers = tuple(put)
    if on_points and (aim := _points_put(answers, register)):
        meant = {s: Svar(pa=(aim,)) for s in answers if _is_main(s, register)}
        answers = tuple(meant.get(s, s) for s in answers)
        found = meant.get(found, found) if found else None
    return replace(q, svar=answers, funnet=found)


def _groups(q: Fraga, register: Paragrafregister) -> dict[Svar, Svar]:
    """From each answer that only some yrkanden ask for, together with another one, to the whole."""
    askers: dict[tuple[str, ...], list[Svar]] = {}
    for svar in q.svar:
        askers.setdefault(_askers(svar, register), []).append(svar)
    return {
        svar: _whole(ids, same, register)
        for ids, same in askers.items()
        if ids and len(same) > 1
        for svar in same
    }


def _askers(svar: Svar, register: Paragrafregister) -> tuple[str, ...]:
    """The live yrkanden that ask for just this, in no order of preference."""
    if len(svar.pa) != 1 or _is_main(svar, register):
        return ()
    return tuple(
        y.id
        for y in register.live()
        if any(s.verkan is svar.verkan and s.pa == svar.pa[0] and not s.hand for s in y.stallning)
    )


def _whole(ids: tuple[str, ...], same: list[Svar], register: Paragrafregister) -> Svar:
    if len(ids) == 1 and all(_change_of(svar, register) for svar in same):
        return same[0]
    return Svar(pa=tuple(Mal(pa=id) for id in ids))


def _is_main(svar: Svar, register: Paragrafregister) -> bool:
    """Whether an answer is bifall to the whole huvudförslag, which needs no yrkande."""
    main = register.forslag.get(svar.pa[0].pa) if svar.pa else None
    whole = not any(m.punkter for m in svar.pa)
    is_huvud = main is not None and main.slag is ForslagSlag.HUVUD
    return is_huvud and whole and svar.verkan is Verkan.BIFALL


def _change_of(svar: Svar, register: Paragrafregister) -> Forslag | None:
    """The ändring of points that an answer is bifall to."""
    forslag = register.forslag.get(svar.pa[0].pa) if len(svar.pa) == 1 else None
    if forslag is None or svar.verkan is not Verkan.BIFALL:
        return None
    return forslag if register.changes(forslag) else None


def _points_put(answers: tuple[Svar, ...], register: Paragrafregister) -> Mal | None:
    """The points in question where one of two answers is the whole huvudförslag, else None."""
    if len(answers) != 2 or sum(_is_main(svar, register) for svar in answers) != 1:
        return None
    whole, other = sorted(answers, key=lambda svar: not _is_main(svar, register))
    return _disputed(whole.pa[0].pa, other, register)


def _disputed(main: str, other: Svar, register: Paragrafregister) -> Mal | None:
    change = _change_of(other, register)
    if change and change.mot and change.mot.pa == main:
        laid = register.changes(change)
        points = tuple(sorted({n for f in laid if f.mot for n in f.mot.punkter}))
    elif other.verkan is Verkan.AVSLAG and len(other.pa) == 1 and other.pa[0].pa == main:
        points = other.pa[0].punkter
    else:
        return None
    known, every = register.at_stake(main), point_numbers(register.forslag[main].text)
    # A förslag of one point is put as it is called.
    apart = len(every) > 1 and points and known.issuperset(points)
    return Mal(pa=main, punkter=points) if apart else None


def changed_points(answers: tuple[Svar, ...], register: Paragrafregister) -> bool:
    """Whether points of a förslag stand against an ändring of them."""
    changes = [f for svar in answers if (f := _change_of(svar, register))]
    aims = [m for svar in answers for m in svar.pa if m.punkter]
    return len(changes) == 1 and any(changes[0].mot and m.pa == changes[0].mot.pa for m in aims)


def points_left(aim: Mal, register: Paragrafregister) -> tuple[int, ...]:
    """The points that stand when some are turned down: those of a förslag put as a whole too."""
    main = register.forslag.get(aim.pa)
    put = (q for q in register.paragraf.fraga if any(aim in svar.pa for svar in q.svar))
    whole = any(_is_main(svar, register) for q in put for svar in q.svar)
    if main is None or not aim.punkter or not whole:
        return ()
    return tuple(sorted(register.at_stake(main.id) - set(aim.punkter)))


def apart(view: SvarVy) -> SvarVy:
    """An answer whose förslag is named after its sender in every style."""
    return replace(view, mal=tuple(_named(m) for m in view.mal))


def _named(m: MalVy) -> MalVy:
    ground = replace(m.grund, enda=False) if m.grund else None
    return replace(m, enda=False, grund=ground)


def shortened(view: SvarVy) -> SvarVy:
    """An answer after the förslag of its points has been said."""
    return replace(view, mal=tuple(replace(m, kort=True) for m in view.mal))
