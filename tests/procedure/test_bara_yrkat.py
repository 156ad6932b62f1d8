"""Houses that put the huvudförslag only where somebody moves bifall to it (R100)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Metod, Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import StegKod, Utfall, next_step, outcomes
from protokoll_tui.procedure.forlopp import Avslagsplats, Praxis, answers_put
from protokoll_tui.procedure.plan import planned
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    BIFALL,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    MOT,
    TILLAGG,
    avslag,
    bifall,
    forslag,
    fraga,
    item,
    stand,
    yrkar,
)

PA, AV = Praxis(bara_yrkat=True), Praxis()
ANNAT, TREDJE = forslag("h", ForslagSlag.ALTERNATIV), forslag("i", ForslagSlag.ALTERNATIV)
HELA = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f"))
FOR_ANNAT, FOR_TREDJE = yrkar("m", stand(BIFALL, "h")), yrkar("n", stand(BIFALL, "i"))
TRE = (EGET, FOR_ANNAT, FOR_TREDJE)


def moved(*yrkanden: Yrkande) -> Paragraf:
    known = (ALTERNATIV, ANNAT, TREDJE, ANDRING, HELA, TILLAGG)
    aims = {s.pa.pa for y in yrkanden for s in y.stallning}
    return item(HUVUD, *(f for f in known if f.id in aims), *yrkanden)


@pytest.mark.parametrize(
    ("yrkanden", "answers"),
    [
        pytest.param((MOT,), (avslag("f"),), id="one avslag is all there is"),
        pytest.param((EGET, MOT), (bifall("g"), avslag("f")), id="what is moved"),
        pytest.param((FOR, MOT), (bifall("f"), avslag("f")), id="bifall is moved"),
        pytest.param(
            (yrkar("a", stand(BIFALL, "f", 1)), MOT),
            (bifall("f"), bifall("f", 1), avslag("f")),
            id="bifall to a point",
        ),
        pytest.param(
            (yrkar("a", stand(BIFALL, "")), MOT),
            (bifall("f"), avslag("f")),
            id="bifall to förslaget",
        ),
        pytest.param(
            (ANDRA, MOT),
            (bifall("f"), bifall("k"), avslag("f")),
            id="an ändring builds on it",
        ),
        pytest.param((LAGGA_TILL, MOT), (bifall("f"), avslag("f")), id="a tillägg does"),
        pytest.param(
            (yrkar("d", stand(BIFALL, "l")), MOT),
            (bifall("l"), avslag("f")),
            id="an ändring of the whole stands in its place",
        ),
        pytest.param((LAGGA_TILL,), (bifall("f"),), id="nothing else is moved"),
    ],
)
def test_what_is_put(yrkanden: tuple[Yrkande, ...], answers: tuple[Svar, ...]) -> None:
    assert answers_put(moved(*yrkanden), PA) == answers


def test_it_is_put_where_the_house_says_nothing() -> None:
    p = moved(EGET, MOT)
    assert answers_put(p, AV) == (bifall("f"), bifall("g"), avslag("f"))
    assert next_step(p, AV).kod is StegKod.ORDNING
    step = next_step(p, PA)
    assert (step.kod, step.svar, step.regel) == (
        StegKod.HUVUDFRAGA,
        (bifall("g"), avslag("f")),
        "R100",
    )


def test_one_avslag_is_found_and_decided() -> None:
    p = moved(MOT)
    p = replace(p, fraga=(replace(fraga(*next_step(p, PA).svar), satt=next_step(p, PA).satt),))
    assert outcomes(p) == {"b": Utfall.BIFALLET}
    assert next_step(p, PA).kod is StegKod.BESLUT


def test_the_order_that_is_said_leaves_it_out() -> None:
    p = moved(*TRE)
    assert next_step(p, PA).kod is StegKod.ORDNING
    assert [way.svar for way in planned(p, PA)] == [(bifall("g"), bifall("h"), bifall("i"))]


def put_next(p: Paragraf, praxis: Praxis, funnet: Svar | None = None) -> Paragraf:
    step = next_step(p, praxis)
    q = Fraga(id=f"q{len(p.fraga)}", svar=step.svar, satt=step.satt, funnet=funnet or step.svar[0])
    return replace(p, fraga=(*p.fraga, q))


@pytest.mark.parametrize("avslagsplats", list(Avslagsplats))
def test_in_pairs_the_last_pair_settles_the_matter(avslagsplats: Avslagsplats) -> None:
    praxis = Praxis(Metod.PARVIS, avslagsplats, bara_yrkat=True)
    p = replace(
        moved(*TRE, MOT),
        fraga=(
            Fraga(id="q0", svar=(bifall("g"), bifall("h")), satt=Satt.PARVIS, funnet=bifall("h")),
        ),
    )
    step = next_step(p, praxis)
    assert (step.svar, step.satt) == ((Svar(pa=(Mal(pa="q0"),)), bifall("i")), Satt.PARVIS)
    p = put_next(p, praxis, bifall("i"))
    assert outcomes(p)["n"] is None
    step = next_step(p, praxis)
    assert (step.svar, step.satt) == ((Svar(pa=(Mal(pa="q1"),)), avslag("f")), Satt.MOT_VARANDRA)
    p = put_next(p, praxis)
    assert next_step(p, praxis).kod is StegKod.BESLUT
    fates = {"c": Utfall.FALLET, "m": Utfall.FALLET, "n": Utfall.BIFALLET, "b": Utfall.FALLET}
    assert outcomes(p) == fates


def test_one_by_one_it_is_tried_when_all_that_was_moved_is_turned_down() -> None:
    praxis = Praxis(Metod.VART_FOR_SIG, bara_yrkat=True)
    p = moved(*TRE)
    for id in "ghi":
        q = Fraga(
            id=f"q{id}", svar=(bifall(id), avslag(id)), satt=Satt.VART_FOR_SIG, funnet=avslag(id)
        )
        p = replace(p, fraga=(*p.fraga, q))
    assert next_step(p, praxis).svar == (bifall("f"), avslag("f"))
    one = replace(p, fraga=p.fraga[:1])
    assert next_step(one, praxis).svar == (bifall("h"), avslag("h"))
