"""What a decision was taken from: the förslag that was adopted, or the yrkanden that won."""

from __future__ import annotations

from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Verkan, Yrkande
from protokoll_tui.procedure.alternativ import resolved
from protokoll_tui.procedure.forlopp import course
from protokoll_tui.procedure.uppskjutet import without_put_off
from protokoll_tui.rendering.forslagsvy import compared
from protokoll_tui.rendering.malvy import Paragrafregister
from protokoll_tui.rendering.vy import MalVy


def source_views(led: Led, register: Paragrafregister) -> tuple[MalVy, ...]:
    """The sources of a piece of the decision; none where one of them cannot be told."""
    found = [_sources(led, mal, register) for mal in _joined(led.enligt, register)]
    return tuple(dict.fromkeys(m for views in found for m in views)) if all(found) else ()


def _joined(aims: tuple[Mal, ...], register: Paragrafregister) -> tuple[Mal, ...]:
    """Points of one förslag that were adopted one by one, as one aim."""
    kept: dict[tuple[str, int], Mal] = {}
    for n, mal in enumerate(aims):
        apart = n if not mal.punkter or _found(mal, register) is Verkan.AVSLAG else -1
        points = {*kept.get((mal.pa, apart), mal).punkter, *mal.punkter}
        kept[mal.pa, apart] = Mal(pa=mal.pa, punkter=tuple(sorted(points)))
    return tuple(kept.values())


def _sources(led: Led, mal: Mal, register: Paragrafregister) -> tuple[MalVy, ...]:
    adopted = register.forslag.get(mal.pa)
    if adopted is not None and compared(adopted.text) == compared(led.text):
        return (register.target(mal),)
    against = [y for y in register.live() if _opposes(y, mal, register)]
    match _found(mal, register):
        case Verkan.AVSLAG:
            return tuple(register.target(Mal(pa=y.id)) for y in against)
        case None if against:
            return ()
        case _:
            return (register.target(mal),)


def _found(mal: Mal, register: Paragrafregister) -> Verkan | None:
    """The answer that won on an aim, the last where there are several."""
    settled = [q.funnet for q in course(register.paragraf).fraga if q.funnet]
    aimed = [svar.verkan for svar in settled if any(_same(m, mal, register) for m in svar.pa)]
    return aimed[-1] if aimed else None


def _same(found: Mal, mal: Mal, register: Paragrafregister) -> bool:
    """Whether both are the whole of one förslag, or what is left of it, or share points of it."""
    found, mal = (without_put_off(register.paragraf, m) for m in (found, mal))
    share = bool({*mal.punkter} & {*found.punkter}) or mal.punkter == found.punkter
    return share and mal.pa in (found.pa, *register.root(found))


def _opposes(y: Yrkande, mal: Mal, register: Paragrafregister) -> bool:
    """Whether a yrkande asks for avslag of just what is aimed at: the whole, or its points."""
    denied = (s.pa for s in y.stallning if s.verkan is Verkan.AVSLAG)
    aims = (m for pa in denied for m in resolved(register.paragraf, Svar(pa=(pa,))).pa)
    return any(_same(m, mal, register) for m in aims)
