"""A point that is put off by itself: what is still put, and what becomes of each yrkande (R99)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Avgorande, Fraga, Grund, Propositionsordning
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import (
    StegKod,
    Utfall,
    alternatives,
    decided_svar,
    losers,
    next_step,
    outcomes,
)
from protokoll_tui.procedure.alternativ import others_like, waiting_formal
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.procedure.uppskjutet import (
    all_put_off,
    carried_on_points,
    is_put_off,
    point_numbers,
    points_at_stake,
    put_off,
    without_put_off,
)
from protokoll_tui.procedure.utfall import carried_formal
from tests.procedure.builders import (
    AVSLAG,
    BIFALL,
    BORD,
    BORDLAGGNING,
    FOR,
    avslag,
    bifall,
    forslag,
    fraga,
    item,
    stand,
    yrkar,
)

F = forslag("f", text="1. Ett.\n2. Två.\n3. Tre.")
BO_2 = forslag("p", ForslagSlag.BORDLAGGNING, mot=Mal(pa="f", punkter=(2,)))
RE_2 = forslag("q", ForslagSlag.REMISS, mot=Mal(pa="f", punkter=(2,)))
RE_3 = forslag("r", ForslagSlag.ATERREMISS, mot=Mal(pa="f", punkter=(3,)))
RE_23 = forslag("s", ForslagSlag.ATERREMISS, mot=Mal(pa="f", punkter=(2, 3)))
K_2 = forslag("k", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(2,)))
K_3 = forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3,)))
K_23 = forslag("m", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(2, 3)))
ALLT = (F, BO_2, RE_2, RE_3, RE_23, K_2, K_3, K_23)


def ask(id: str, pa: str) -> Yrkande:
    return yrkar(id, stand(BIFALL, pa))


BO = ask("j", "p")


def put(id: str, funnet: Svar, n: int = 0) -> Fraga:
    return replace(fraga(avslag(id), bifall(id), funnet=funnet), id=f"q{n}")


CARRIED = put("p", bifall("p"))
DENIED = put("p", avslag("p"))


def p_of(*parts: Forslag | Yrkande | Fraga) -> Paragraf:
    """An item with the förslag that its yrkanden are about."""
    aims = {s.pa.pa for y in parts if isinstance(y, Yrkande) for s in y.stallning} | {"f"}
    return item(*(f for f in ALLT if f.id in aims), *parts)


def test_the_question_on_the_point_comes_first_and_by_itself_r90() -> None:
    step = next_step(p_of(FOR, BO))
    assert (step.kod, step.svar) == (StegKod.FORMELL, (avslag("p"), bifall("p")))


def test_the_whole_matter_comes_before_a_point_of_it() -> None:
    p = replace(p_of(BO, BORD), forslag=(F, BO_2, BORDLAGGNING))
    assert [f.id for f in waiting_formal(p)] == ["o", "p"]
    said = replace(p, ordning=(Propositionsordning(id="e", ordning=("p", "o")),))
    assert [f.id for f in waiting_formal(said)] == ["p", "o"]
    put_off_whole = replace(p, fraga=(put("o", bifall("o")),))
    assert next_step(put_off_whole).kod is StegKod.BESLUT
    decided_today = replace(p, fraga=(put("o", avslag("o")),))
    assert next_step(decided_today).svar == (avslag("p"), bifall("p"))


def test_the_rest_is_put_and_decided_when_a_point_is_put_off() -> None:
    p = p_of(FOR, BO, CARRIED)
    assert carried_formal(p) is None
    assert carried_on_points(p) == (BO_2,)
    assert (next_step(p).kod, next_step(p).svar) == (StegKod.HUVUDFRAGA, (bifall("f"),))
    p = replace(p, fraga=(CARRIED, replace(fraga(bifall("f")), id="q1")))
    assert decided_svar(p) == (bifall("f"),)
    assert next_step(p).kod is StegKod.BESLUT
    assert list(outcomes(p).values()) == [Utfall.BIFALLET, Utfall.BIFALLET]
    assert losers(p) == ()


def test_nothing_is_put_off_where_the_point_is_decided_today() -> None:
    p = p_of(FOR, BO, ask("d", "k"), DENIED)
    assert put_off(p, "f") == frozenset()
    assert next_step(p).svar == (bifall("f"), bifall("k"))
    assert outcomes(p)["j"] is Utfall.AVSLAGET


@pytest.mark.parametrize(
    "waits",
    [
        ask("d", "k"),
        ask("d", "m"),
        yrkar("d", stand(AVSLAG, "f", 2)),
        yrkar("d", stand(BIFALL, "f", 2)),
        ask("d", "q"),
    ],
    ids=["ändring", "ändring of two points", "avslag", "bifall", "another formal one"],
)
def test_what_is_about_the_point_waits_with_it(waits: Yrkande) -> None:
    p = p_of(FOR, BO, waits, CARRIED)
    assert waiting_formal(p) == ()
    assert alternatives(p) == (bifall("f"),)
    assert outcomes(p)["d"] is Utfall.EJ_PROVAT
    assert losers(p) == ()


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (ask("d", "l"), bifall("l")),
        (yrkar("d", stand(AVSLAG, "f", 3)), avslag("f", 3)),
        (yrkar("d", stand(AVSLAG, "f", 2, 3)), avslag("f", 3)),
        (yrkar("d", stand(AVSLAG, "f")), avslag("f")),
    ],
    ids=["ändring", "avslag on a point", "avslag on both", "avslag"],
)
def test_what_is_about_other_points_is_put(other: Yrkande, answer: Svar) -> None:
    p = p_of(FOR, BO, other, CARRIED)
    assert next_step(p).svar == (bifall("f"), answer)
    won = replace(p, fraga=(CARRIED, replace(fraga(*next_step(p).svar, funnet=answer), id="q1")))
    assert outcomes(won)["d"] is Utfall.BIFALLET
    assert next_step(won).kod is StegKod.BESLUT


def test_a_second_formal_yrkande_with_points_left_is_tried() -> None:
    p = p_of(BO, ask("d", "s"), CARRIED)
    assert [f.id for f in waiting_formal(p)] == ["s"]


def test_ändringar_laid_together_are_put_without_the_one_that_waits() -> None:
    both = yrkar("d", stand(BIFALL, "k"), stand(BIFALL, "l"))
    before, after = p_of(FOR, BO, both), p_of(FOR, BO, both, CARRIED)
    assert alternatives(before) == (bifall("f"), bifall("k"))
    assert alternatives(after) == (bifall("f"), bifall("l"))
    won = replace(fraga(bifall("f"), bifall("l"), funnet=bifall("l")), id="q1")
    assert outcomes(replace(after, fraga=(CARRIED, won)))["d"] is Utfall.BIFALLET


def test_points_by_themselves_are_still_put_by_themselves() -> None:
    first = yrkar("b", stand(AVSLAG, "f", 1))
    p = p_of(FOR, BO, first, ask("d", "l"), ask("e", "k"), CARRIED)
    step = next_step(p)
    assert (step.kod, step.svar) == (StegKod.PUNKT, (bifall("f", 1), avslag("f", 1)))


def test_the_matter_is_put_off_when_no_point_is_left() -> None:
    other = forslag("t", ForslagSlag.REMISS, mot=Mal(pa="f", punkter=(1, 3)))
    p = item(F, BO_2, other, FOR, BO, ask("d", "t"), CARRIED)
    assert not all_put_off(p, "f")
    p = replace(p, fraga=(CARRIED, put("t", bifall("t"), 1)))
    assert all_put_off(p, "f")
    assert decided_svar(p) == (bifall("p"), bifall("t"))
    assert next_step(p).kod is StegKod.BESLUT
    assert outcomes(p)["a"] is Utfall.EJ_PROVAT


def voted(ja: int, nej: int) -> Fraga:
    vote = Votering(id="v", ja=avslag("p"), nej=bifall("p"), antal=Rostetal(ja=ja, nej=nej))
    return replace(DENIED, votering=(vote,))


@pytest.mark.parametrize(("ja", "nej", "off"), [(8, 5, ()), (5, 8, (2,))])
def test_a_vote_puts_the_point_off_or_does_not(ja: int, nej: int, off: tuple[int, ...]) -> None:
    p = p_of(FOR, BO, ask("d", "k"), voted(ja, nej))
    assert put_off(p, "f") == frozenset(off)
    assert next_step(p).svar == (bifall("f"), *(() if off else (bifall("k"),)))


def test_in_fullmaktige_a_third_puts_a_point_off_r69() -> None:
    p = p_of(FOR, BO, ask("d", "k"), voted(8, 5))
    assert next_step(p, Praxis(fullmaktige=True)).kod is StegKod.MINORITET
    asked = replace(voted(8, 5), avgorande=Avgorande(grund=Grund.MINORITET, vinnare=bifall("p")))
    p = replace(p, fraga=(asked,))
    assert put_off(p, "f") == {2}
    assert next_step(p, Praxis(fullmaktige=True)).svar == (bifall("f"),)


def test_what_is_left_of_an_aim() -> None:
    p = p_of(FOR, BO, CARRIED)
    assert without_put_off(p, Mal(pa="f")) == Mal(pa="f", punkter=(1, 3))
    assert without_put_off(p, Mal(pa="f", punkter=(2, 3))) == Mal(pa="f", punkter=(3,))
    assert without_put_off(p, Mal(pa="f", punkter=(2,))) == Mal(pa="f", punkter=(2,))
    assert without_put_off(p, Mal(pa="g")) == Mal(pa="g")
    assert without_put_off(p_of(FOR, BO), Mal(pa="f")) == Mal(pa="f")
    assert points_at_stake(p, F) == {1, 3}
    assert points_at_stake(p, K_2) == frozenset()
    assert not is_put_off(p, Mal(pa="f"))
    assert not is_put_off(p, Mal(pa="p"))


def test_points_that_are_not_written_down_leave_the_forslag_as_it_is() -> None:
    p = p_of(FOR, BO, CARRIED)
    p = replace(p, forslag=(forslag("f"), *p.forslag[1:]))
    assert without_put_off(p, Mal(pa="f")) == Mal(pa="f")
    assert next_step(p).svar == (bifall("f"),)


def test_only_what_is_of_one_kind_and_on_the_same_points_is_alike() -> None:
    again = forslag("u", ForslagSlag.BORDLAGGNING, mot=Mal(pa="f", punkter=(2,)))
    p = item(F, BO_2, BORDLAGGNING, RE_2, again, BO, BORD, ask("d", "q"), ask("e", "u"))
    assert others_like(p, BO_2) == (again,)
    assert others_like(p, BORDLAGGNING) == ()
    as_one = replace(p, ordning=(Propositionsordning(id="e", lika=("p", "u")),))
    assert others_like(as_one, BO_2) == ()


@pytest.mark.parametrize(
    ("text", "points"),
    [
        pytest.param("Ingress.\n\n1. Ett.\n2. Två.", {1, 2}, id="after other words"),
        pytest.param("- Ett.\n- Två.", set(), id="a list without numbers"),
        pytest.param("Ett.", set(), id="no list"),
    ],
)
def test_the_points_of_a_text_are_those_with_numbers(text: str, points: set[int]) -> None:
    assert point_numbers(text) == points


def test_what_is_put_off_of_one_forslag_is_not_put_off_of_another() -> None:
    other = forslag("g", ForslagSlag.ALTERNATIV, text="4. Fyra.\n5. Fem.")
    p = p_of(FOR, BO, CARRIED)
    p = replace(p, forslag=(other, *p.forslag))
    assert put_off(p, "f") == {2}
    assert put_off(p, "g") == frozenset()
    assert without_put_off(p, Mal(pa="f")) == Mal(pa="f", punkter=(1, 3))
    assert without_put_off(p, Mal(pa="g")) == Mal(pa="g")
    assert not all_put_off(p, "gone")
