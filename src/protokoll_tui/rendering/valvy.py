"""Elections as views: who is elected to what, for one name and for several."""

from __future__ import annotations

from collections.abc import Iterable

from protokoll_tui.domain.forslag import VALARENDEN, Forslag
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.procedure.val import named, organ_of
from protokoll_tui.rendering.aktorer import actor_views
from protokoll_tui.rendering.vy import AktorVy, MalVy, ValVy
from protokoll_tui.swedish.uppdrag import plural

VALORD = frozenset(slag.value for slag in VALARENDEN)
"""The ``slag`` of aims that are about who holds an uppdrag."""


def election_view(f: Forslag, punkter: tuple[int, ...], kommun: Kommun) -> ValVy | None:
    """A förslag to an election; ``punkter`` are the names of a list that are meant, by number."""
    if f.slag not in VALARENDEN:
        return None
    meant = named(f, punkter)
    organ = organ_of(f.uppdrag)
    home = (o for o in kommun.organ if o.fullmaktige)
    return ValVy(
        kandidater=actor_views(meant, kommun),
        lista=len(meant) > 1 and not punkter,
        uppdrag=f.uppdrag,
        uppdragen=plural(f.uppdrag),
        mandattid=f.mandattid,
        efter=actor_views((f.efter,) if f.efter else (), kommun),
        fullmaktige=bool(organ) and any(organ == o.namn.casefold() for o in home),
        vakant=not (f.kandidater or f.text),
    )


def is_election(mal: Iterable[MalVy]) -> bool:
    """Whether all that is aimed at are förslag to elections."""
    slag = [m.slag for m in mal]
    return bool(slag) and set(slag) <= VALORD


def candidates(mal: Iterable[MalVy]) -> tuple[AktorVy, ...]:
    """Everybody whom some förslag to elections name, in their order."""
    return tuple(a for m in mal if m.val for a in m.val.kandidater)


def elected_together(mal: Iterable[MalVy]) -> tuple[tuple[MalVy, ...], ...]:
    """Aims in groups that one sentence says: to the same uppdrag, for the same time, after nobody.

    Somebody who comes after somebody else has a sentence alone, and so has a vacant place.
    """
    groups: dict[object, tuple[MalVy, ...]] = {}
    for n, m in enumerate(mal):
        val = m.val or ValVy()
        alone = bool(val.efter) or val.vakant or not val.kandidater
        key = (n,) if alone else (m.slag, val.uppdrag, val.mandattid)
        groups[key] = (*groups.get(key, ()), m)
    return tuple(groups.values())
