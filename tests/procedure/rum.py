"""A room for the tests of who serves: a roster, an upprop and movements in a few words.

``"rh>aw"`` is rh on the seat of aw, ``"-:S"`` a vacant seat of S, ``"rh:S/norra"`` one elected in
the valkrets norra.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import (
    PRESIDIUM,
    Kommun,
    Mandat,
    Organ,
    OrganSlag,
    Partiordning,
    Person,
    Roll,
)
from protokoll_tui.domain.narvaro import Fas, Rorelse, RorelseSlag, Tjanst
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import Jav
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.procedure.narvaro import Gang, gang

DAY = date(2031, 6, 17)
NAMND, KF = OrganSlag.NAMND, OrganSlag.FULLMAKTIGE
KOMMER, GAR, BYTER = RorelseSlag.KOMMER, RorelseSlag.GAR, RorelseSlag.BYTER
TAPPAR, ATER = RorelseSlag.TAPPAR, RorelseSlag.ATER
FORE, UNDER, EFTER = Fas.FORE, Fas.UNDER, Fas.EFTER

NAMES = {
    "kå": "Karin Åkesson",
    "ab": "Anna Berg",
    "cd": "Cia Dahl",
    "ef": "Eva Falk",
    "gh": "Gunnar Holm",
    "jn": "Jonas Nyqvist",
    "lg": "Louise Grahn",
    "rh": "Roger Hallström",
    "ft": "Fatima Tahir",
    "nv": "Nils Vikander",
}


def roster(seats: str, subs: str = "", slag: OrganSlag = NAMND, **fields: Any) -> Kommun:
    """An organ with these seats and ersättare; the first three sit in the presidium."""
    order = fields.pop("order", {})
    organ = Organ(
        id="n",
        namn="kommunfullmäktige" if slag is KF else "nämnden",
        slag=slag,
        partiordning=tuple(Partiordning(parti=p, sedan=then) for p, then in order.items()),
        **fields,
    )
    roles = (*PRESIDIUM[:3], *[Roll.LEDAMOT] * 99)
    own = [_mandate(word, roll) for word, roll in zip(seats.split(), roles, strict=False)]
    more = [_mandate(word, Roll.ERSATTARE) for word in subs.split()]
    people = {m.person: m.parti for m in (*own, *more) if m.person}
    persons = (Person(sig=s, namn=NAMES.get(s, s), parti=p) for s, p in people.items())
    return Kommun(organ=(organ,), person=tuple(persons), mandat=(*own, *more))


def _mandate(word: str, roll: Roll) -> Mandat:
    sig, _, rest = word.partition(":")
    parti, _, where = rest.partition("/")
    valkrets, _, turn = where.partition("#")
    return Mandat(
        person="" if sig == "-" else sig,
        organ="n",
        roll=roll,
        parti=parti,
        valkrets=valkrets,
        ordning=int(turn) if turn else None,
        vakant=sig == "-",
    )


def on(words: str | Iterable[str]) -> tuple[Tjanst, ...]:
    """Who serves where: ``"ab rh>aw"``."""
    split = words.split() if isinstance(words, str) else words
    pairs = (word.partition(">") for word in split)
    return tuple(Tjanst(vem=vem, ersatter=seat) for vem, _, seat in pairs)


def meeting(*items: Paragraf, serves: str = "", rest: str = "", **fields: Any) -> Sammantrade:
    """A meeting with an upprop; those of ``rest`` are ersättare who are there and do not serve.

    ``deltagare`` and ``justering`` are put into the first §.
    """
    own = {name: fields.pop(name) for name in ("deltagare", "justering") if name in fields}
    items = (replace(items[0], **own), *items[1:]) if own and items else items
    given: dict[str, Any] = {"organ": "n", "datum": DAY} | fields
    return Sammantrade(
        id="m",
        tjanstgor=on(serves),
        ej_tjanstgor=tuple(rest.split()),
        paragraf=items,
        **given,
    )


def item(nr: int, *records: Rorelse | Jav, **fields: Any) -> Paragraf:
    """A § with these movements and jäv."""
    return Paragraf(
        id=f"p{nr}",
        nr=nr,
        rorelse=tuple(r for r in records if isinstance(r, Rorelse)),
        jav=tuple(r for r in records if isinstance(r, Jav)),
        **fields,
    )


def move(slag: RorelseSlag, vem: str, seats: str = "", fas: Fas = FORE, **fields: Any) -> Rorelse:
    """A movement, with who serves where after it."""
    given: dict[str, Any] = {"id": f"w-{slag.name}-{vem}", "tid": time(14, 0)} | fields
    return Rorelse(slag=slag, vem=vem, fas=fas, tjanst=on(seats), **given)


def jav(who: str, seats: str = "", *punkter: int, **fields: Any) -> Jav:
    """Jäv of one or more, with who steps in: ``"ingen>ab"`` for an empty seat."""
    given: dict[str, Any] = {"id": f"j-{who}"} | fields
    av = tuple(Aktor(person=sig) for sig in who.split())
    return Jav(av=av, tjanst=on(seats), punkter=punkter, **given)


def walk(kommun: Kommun, state: Sammantrade) -> Gang:
    return gang(state, kommun)
