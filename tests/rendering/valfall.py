"""What can happen in an election, case by case: each is a § and the organ that meets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Grund
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat
from tests.rendering.exempel import BIFALL, aktor, paragraf, stand, svar, yrkande
from tests.rendering.rostexempel import question
from tests.rendering.rostfall import ground

FROM = "från och med den 1 juli 2031"
TERM = "till och med den 31 december 2034"


def uttagen(id: str, sigs: str, fran: str = "", **kw: Any) -> Forslag:
    """Somebody proposed as ledamot in a nämnd."""
    fields: dict[str, Any] = {
        "slag": ForslagSlag.VAL,
        "uppdrag": "ledamot i socialnämnden",
        "mandattid": TERM,
        "fran": Aktor(grupp=fran) if fran else None,
    }
    return Forslag(id=id, kandidater=tuple(map(aktor, sigs.split())), **(fields | kw))


def chosen(sigs: str, **kw: Any) -> Paragraf:
    """Somebody elected, or relieved, by acklamation."""
    f = uttagen("f-1", sigs, **kw)
    found = svar(BIFALL, f.id)
    return paragraf(forslag=(f,), fraga=(question("q-1", found, funnet=found),))


def contested(*lists: str, **kw: Any) -> Paragraf:
    """More proposed than there are places."""
    forslag = tuple(uttagen(f"f-{n}", sigs) for n, sigs in enumerate(lists, 1))
    answers = (svar(BIFALL, f.id) for f in forslag)
    return paragraf(forslag=forslag, fraga=(question("q-1", *answers, **kw),))


def lists(*resultat: tuple[str, int], **kw: Any) -> Sluten:
    """A ballot on lists; ``f-1:2`` is the second name of the first."""
    rows = []
    for word, roster in resultat:
        id, _, nr = word.partition(":")
        rows.append(Valresultat(pa=Mal(pa=id, punkter=(int(nr),) if nr else ()), roster=roster))
    return Sluten(id="s-1", resultat=tuple(rows), **kw)


def shared(platser: int = 2) -> dict[str, Any]:
    return {"platser": platser, "proportionellt": Proportionellt(begart_av=14, narvarande=39)}


VALFALL: dict[str, tuple[Paragraf, str]] = {
    "elected, one": (chosen("ab"), "kf"),
    "elected, one, moved in the room": (
        replace(chosen("ab"), yrkande=(yrkande("y-1", "cd", stand(BIFALL, "f-1")),)),
        "kf",
    ),
    "elected, several": (chosen("ab cd ef"), "kf"),
    "elected, after somebody": (chosen("ab", efter=aktor("ul")), "kf"),
    "elected, nobody": (chosen(""), "kf"),
    "elected, somebody leaves": (chosen("ab", slag=ForslagSlag.AVSAGELSE, mandattid=FROM), "kf"),
    "elected, leaves fullmäktige": (
        chosen(
            "ab", slag=ForslagSlag.AVSAGELSE, uppdrag="ledamot i kommunfullmäktige", mandattid=""
        ),
        "kf",
    ),
    "contested, found": (contested("ab", "cd", funnet=svar(BIFALL, "f-2")), "kf"),
    "contested, three": (contested("ab", "cd", "ef"), "kf"),
    "contested, lists": (contested("ab bo", "cd ul", funnet=svar(BIFALL, "f-1")), "kf"),
    "contested, a list against one": (
        contested("ab bo", "cd", sluten=(lists(("f-1:1", 30), ("f-1:2", 20), ("f-2", 25)),)),
        "kf",
    ),
    "closed, the lists as they stand": (
        contested("ab bo", "cd ul", sluten=(lists(("f-1", 20), ("f-2", 16), avgivna=36),)),
        "kf",
    ),
    "closed, proportional": (
        contested("ab bo", "cd ul", sluten=(lists(("f-1", 20), ("f-2", 16), **shared()),)),
        "kf",
    ),
    "closed, proportional, of groups": (
        replace(
            contested("ab bo", "cd ul", sluten=(lists(("f-1", 20), ("f-2", 8), **shared(3)),)),
            forslag=(uttagen("f-1", "ab bo", fran="S"), uttagen("f-2", "cd ul", fran="M")),
        ),
        "kf",
    ),
    "closed, proportional, the lot": (
        contested(
            "ab bo",
            "cd ul",
            sluten=(lists(("f-1", 18), ("f-2", 18), **shared(1)),),
            avgorande=ground(Grund.LOTTNING, svar(BIFALL, "f-2")),
        ),
        "kf",
    ),
    "closed, proportional, asked for by a number that is not known": (
        contested("ab bo", "cd ul", sluten=(lists(proportionellt=Proportionellt()),)),
        "kf",
    ),
    "closed, the ballots not counted, one blank": (
        contested("ab", "cd", sluten=(lists(("f-1", 20), ("f-2", 16), blanka=1),)),
        "kf",
    ),
    "closed, the ballots not counted, some invalid": (
        contested("ab", "cd", sluten=(lists(("f-1", 20), ("f-2", 16), ogiltiga=2),)),
        "kf",
    ),
    "closed, the ballots not counted, blank and invalid": (
        contested("ab", "cd", sluten=(lists(("f-1", 20), ("f-2", 16), blanka=2, ogiltiga=1),)),
        "kf",
    ),
    "closed, the ballots not counted, many blank": (
        contested("ab", "cd", sluten=(lists(("f-1", 9), ("f-2", 6), blanka=13, ogiltiga=2),)),
        "kf",
    ),
    "closed, asked for by somebody": (
        contested("ab", "cd", sluten=(lists(("f-1", 2), ("f-2", 1), begard_av=(aktor("hp"),)),)),
        "kf",
    ),
}
