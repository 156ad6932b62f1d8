"""Rows for elections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat, Votering
from tests.checks.beslutsrader import arende, asks, led
from tests.checks.rader import FEL, HANDE, VARNING, held, rad, who
from tests.procedure.builders import HUVUD, MOT, avslag, bifall, forslag

SEATS, SUBS = "ledamöter i socialnämnden", "ersättare i socialnämnden"


def stands(id: str, sigs: str, uppdrag: str = "ordförande", **fields: Any) -> Forslag:
    given = {"mandattid": "till och med 2034"} | fields
    return forslag(id, ForslagSlag.VAL, kandidater=who(sigs), uppdrag=uppdrag, **given)


def ballot(*votes: tuple[str, int], id: str = "s", **fields: Any) -> Sluten:
    rows = tuple(Valresultat(pa=Mal(pa=name), roster=n) for name, n in votes)
    return Sluten(id=id, resultat=rows, **fields)


def elects(
    *ballots: Sluten, lot: str = "", done: bool = False, p: tuple[Forslag, ...] = (), **fields: Any
) -> Sammantrade:
    """An election between a and c."""
    names = p or (stands("a", "ab"), stands("c", "cd"))
    won = Svar(pa=tuple(Mal(pa=id) for id in lot.split()))
    ruling = Avgorande(grund=Grund.LOTTNING, vinnare=won) if lot else None
    answers = tuple(bifall(f.id) for f in names)
    q = Fraga(id="q", svar=answers, sluten=ballots, avgorande=ruling)
    return held(arende(*names, q, **(led() if done else {}), **fields))


def shared(begart: int | None, of: int | None) -> dict[str, Any]:
    return {"proportionellt": Proportionellt(begart_av=begart, narvarande=of)}


def lists(uppdrag: str, id: str, *ballots: Sluten) -> tuple[Forslag, Fraga]:
    return stands(id, "ab cd", uppdrag), asks(f"q{id}", bifall(id), sluten=ballots)


GROUPS = ballot(("a", 3), ("c", 2), platser=4, **shared(2, 5))

VALRADER = (
    rad(
        "named_election",
        held(
            arende(
                stands("a", "ab"),
                asks("q", bifall("a"), avslag("a"), votering=(Votering(id="v"),)),
            )
        ),
        *("R64", HANDE),
        ("Omröstning i val är sluten. Namn ska inte stå vid rösterna.", "p1", "v"),
        nara=held(arende(HUVUD, MOT, asks("q", bifall("f"), votering=(Votering(id="v"),)))),
    ),
    rad(
        "more_than_numbers",
        elects(
            replace(
                ballot(("a", 3)),
                okant=(("valda", ["ab"]),),
                resultat=(Valresultat(pa=Mal(pa="a"), roster=3, okant=(("av", "cd"),)),),
            )
        ),
        *("R64", FEL),
        (
            "Den slutna omröstningen har uppgifter som inte hör dit (valda, av). Ingen röst får "
            "gå att följa till en person.",
            "p1",
            "s",
        ),
        nara=elects(ballot(("a", 3), ("c", 2), avgivna=5, ogiltiga=0, blanka=0)),
    ),
    rad(
        "miscounted",
        elects(ballot(("a", 3), ("c", 2), avgivna=5, ogiltiga=0, blanka=1)),
        *("R80", FEL),
        ("Rösterna stämmer inte med valsedlarna.", "p1", "s"),
        nara=elects(
            ballot(("a", 3), ("c", 1), avgivna=5, ogiltiga=0, blanka=1),
            ballot(("a", 3), ("c", 1), avgivna=5, id="s2"),
        ),
    ),
    rad(
        "miscounted",
        elects(ballot(avgivna=6)),
        *("R80", FEL),
        ("Antalet valsedlar är 6, men bara 5 tjänstgör.", "p1", "s"),
        nara=elects(ballot(avgivna=5)),
    ),
    rad(
        "no_lot",
        elects(ballot(("a", 2), ("c", 2)), done=True),
        *("R80", FEL),
        ("Lika röstetal i valet: lotten ska avgöra.", "p1", "q"),
        nara=elects(ballot(("a", 2), ("c", 2)), lot="c", done=True),
    ),
    rad(
        "no_lot",
        elects(ballot(("a", 2), ("c", 2)), done=True),
        *("R80", FEL),
        ("Lika röstetal i valet: lotten ska avgöra.", "p1", "q"),
        nara=elects(ballot(("a", 2), ("c", 2))),
    ),
    rad(
        "lot_elsewhere",
        elects(ballot(("a", 2), ("c", 2), ("e", 1)), lot="e"),
        *("R80", FEL),
        ("Lotten faller på någon som inte hade lika röstetal.", "p1", "q"),
        nara=elects(ballot(("a", 2), ("c", 2), ("e", 1)), lot="a"),
    ),
    rad(
        "lot_elsewhere",
        elects(ballot(("a", 3), ("c", 2)), lot="a"),
        *("R80", FEL),
        ("Lotten faller på någon som inte hade lika röstetal.", "p1", "q"),
        nara=elects(ballot(), lot="a"),
    ),
    rad(
        "too_few_ask",
        elects(ballot(platser=15, **shared(3, 61))),
        *("R81", FEL),
        (
            "Proportionellt val begärs av 3 av 61. Till 15 platser krävs 4.",
            "p1",
            "s",
        ),
        nara=elects(
            ballot(platser=15, **shared(4, 61)),
            ballot(platser=15, id="s2", **shared(None, 61)),
            ballot(platser=15, id="s3"),
        ),
    ),
    rad(
        "presidium_proportional",
        elects(GROUPS),
        *("R230", FEL),
        ("Presidiet väljs aldrig proportionellt.", "p1", "q"),
        nara=elects(GROUPS, p=(stands("a", "ab", SEATS), stands("c", "cd", SEATS))),
    ),
    rad(
        "substitutes_alone",
        held(arende(*lists(SEATS, "a"), *lists(SUBS, "c", GROUPS))),
        *("R82", FEL),
        ("Ersättarna väljs proportionellt men inte ledamöterna.", "p1", "qc"),
        nara=held(
            arende(*lists(SEATS, "a", GROUPS), *lists(SUBS, "c", GROUPS)),
            replace(
                arende(*lists("ledamöter i byggnadsnämnden", "a"), *lists(SUBS, "c", GROUPS)),
                id="p2",
            ),
            replace(arende(*lists(SEATS, "a", GROUPS), *lists(SUBS, "c")), id="p3"),
        ),
    ),
    rad(
        "incomplete",
        elects(
            done=True,
            p=(
                stands("a", "ab", "", mandattid=""),
                forslag(
                    "c",
                    ForslagSlag.VAL,
                    kandidater=(*who("cd"), Aktor(ord="Kim Ek (S)")),
                    uppdrag="vice ordförande",
                ),
            ),
        ),
        *("R79", VARNING),
        ("Valet av Anna Berg (M) saknar uppdraget och mandattiden.", "p1", "a"),
        ("Valet av Cia Dahl (S) och Kim Ek (S) saknar mandattiden.", "p1", "c"),
        nara=held(
            arende(
                stands("a", "ab"),
                stands("c", "cd", mandattid=""),
                asks("q", bifall("a"), bifall("c")),
                **led(),
            ),
            replace(arende(stands("a", "ab", "")), id="p2"),
            replace(arende(stands("a", "ab", "", aterkallat=True), **led()), id="p3"),
            replace(arende(forslag("a", ForslagSlag.VAL, text="Som i bilagan."), **led()), id="p4"),
        ),
    ),
)
