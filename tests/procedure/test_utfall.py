"""What became of each yrkande, and who lost: computed from the questions put."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga, Satt
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rost, Rostmarke, Votering
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.procedure import Utfall, decided_svar, losers, outcomes
from protokoll_tui.procedure.utfall import has_fallen, never_outvoted
from tests.procedure.builders import (
    ALTERNATIV,
    ANDRA,
    ANDRING,
    ATER,
    ATERREMISS,
    AVSLAG,
    BIFALL,
    BORD,
    BORDLAGGNING,
    EGET,
    FOR,
    HUVUD,
    LAGGA_TILL,
    LAGGA_TILL_2,
    MOT,
    PAUS,
    TILLAGG,
    TILLAGG_2,
    avslag,
    bifall,
    forslag,
    fraga,
    item,
    joined,
    stand,
    who,
    yrkar,
)

ALLT = (HUVUD, ALTERNATIV, ANDRING, TILLAGG, TILLAGG_2, ATERREMISS, BORDLAGGNING, PAUS)
DAG, TILLBAKA = avslag("r"), bifall("r")
BIFALLET, DELVIS, AVSLAGET = Utfall.BIFALLET, Utfall.DELVIS, Utfall.AVSLAGET
FALLET, EJ_PROVAT = Utfall.FALLET, Utfall.EJ_PROVAT


def fates(*parts: Yrkande | Fraga) -> list[Utfall | None]:
    """The outcomes of these yrkanden after these questions, in their order."""
    return list(outcomes(item(*ALLT, *parts)).values())


HAND = yrkar("m", stand(BIFALL, "r", hand=1), stand(AVSLAG, "f", hand=2))
HAND_3 = yrkar(
    "m", stand(BIFALL, "g", hand=1), stand(BIFALL, "k", hand=2), stand(AVSLAG, "f", hand=3)
)
POINTS = yrkar("a", stand(BIFALL, "f", 1, 2), stand(AVSLAG, "f", 3))
MAIN = (bifall("f"), avslag("f"), bifall("g"), bifall("k"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((FOR,), [None], id="nothing put yet: not settled"),
        pytest.param((FOR, fraga(bifall("f"))), [BIFALLET], id="plain bifall, R191"),
        pytest.param((FOR, MOT, fraga(*MAIN)), [BIFALLET, AVSLAGET], id="huvud wins, R98"),
        pytest.param(
            (FOR, MOT, fraga(*MAIN, funnet=avslag("f"))), [AVSLAGET, BIFALLET], id="avslag wins"
        ),
        pytest.param(
            (FOR, MOT, EGET, fraga(*MAIN, funnet=bifall("g"))),
            [FALLET, FALLET, BIFALLET],
            id="an alternative wins: the others fall, R94",
        ),
        pytest.param((FOR, EGET, fraga(*MAIN)), [BIFALLET, FALLET], id="an alternative falls, R94"),
        pytest.param(
            (FOR, ANDRA, fraga(*MAIN, funnet=bifall("k"))), [FALLET, BIFALLET], id="ändring, R96"
        ),
        pytest.param((MOT, fraga(bifall("f"))), [AVSLAGET], id="only one answer, and not his"),
        pytest.param(
            (LAGGA_TILL, LAGGA_TILL_2, fraga(bifall("f")), fraga(bifall("t"), avslag("t"))),
            [BIFALLET, None],
            id="one tillägg carried, the other not yet put, R97",
        ),
        pytest.param(
            (LAGGA_TILL, fraga(bifall("f")), fraga(avslag("t"), bifall("t"))),
            [AVSLAGET],
            id="tillägg refused, R96",
        ),
        pytest.param(
            (FOR, MOT, EGET, LAGGA_TILL, BORD, ATER, fraga(TILLBAKA, DAG)),
            [EJ_PROVAT, EJ_PROVAT, EJ_PROVAT, EJ_PROVAT, EJ_PROVAT, BIFALLET],
            id="återremiss carried: the rest is not tried, R92",
        ),
        pytest.param(
            (MOT, ATER, fraga(DAG, TILLBAKA), fraga(*MAIN)),
            [AVSLAGET, AVSLAGET],
            id="settled today, then the matter itself, R92",
        ),
        pytest.param(
            (ATER, BORD, fraga(DAG, TILLBAKA), fraga(bifall("o"), avslag("o"))),
            [AVSLAGET, BIFALLET],
            id="two formal ones, tried one by one, R91",
        ),
        pytest.param(
            (
                ATER,
                BORD,
                Fraga(id="q", funnet=Svar(verkan=AVSLAG, pa=(Mal(pa="r"), Mal(pa="o")))),
                fraga(Svar(verkan=AVSLAG, pa=(Mal(pa="r"), Mal(pa="o"))), DAG),
            ),
            [AVSLAGET, AVSLAGET],
            id="settled today answers every formal one",
        ),
        pytest.param(
            (ATER, fraga(Svar(verkan=BIFALL, pa=(Mal(pa="r"), Mal(pa="o"))), DAG)),
            [BIFALLET],
            id="identical yrkanden as one answer, R93",
        ),
        pytest.param(
            (yrkar("n", stand(AVSLAG, "r")), ATER, fraga(TILLBAKA, DAG)),
            [AVSLAGET, BIFALLET],
            id="one who spoke against the återremiss lost",
        ),
        pytest.param(
            (MOT, yrkar("s", stand(BIFALL, "s")), fraga(bifall("s"), avslag("s"))),
            [None, BIFALLET],
            id="a pause does not put the matter off, R90",
        ),
        pytest.param((HAND, fraga(TILLBAKA, DAG)), [BIFALLET], id="first hand won"),
        pytest.param((HAND, fraga(DAG, TILLBAKA)), [None], id="first hand fell, second is live"),
        pytest.param(
            (HAND, fraga(DAG, TILLBAKA), fraga(*MAIN, funnet=avslag("f"))),
            [DELVIS],
            id="first hand fell, second won",
        ),
        pytest.param((HAND, fraga(DAG, TILLBAKA), fraga(*MAIN)), [AVSLAGET], id="both hands lost"),
        pytest.param((HAND,), [None], id="no hand put"),
        pytest.param((HAND, fraga(*MAIN)), [None], id="second hand put before the first"),
        pytest.param(
            (HAND_3, fraga(*MAIN, funnet=bifall("k"))), [DELVIS], id="second of three hands won"
        ),
        pytest.param(
            (replace(HAND, stallning=HAND.stallning[::-1]), fraga(TILLBAKA, DAG)),
            [BIFALLET],
            id="the hand counts, not the order typed",
        ),
        pytest.param(
            (POINTS, fraga(bifall("f"), avslag("f", 3))), [DELVIS], id="points: two of three, R99"
        ),
        pytest.param(
            (POINTS, fraga(bifall("f", 1, 2), avslag("f", 1, 2)), fraga(avslag("f", 3))),
            [BIFALLET],
            id="point by point, all won, R99",
        ),
        pytest.param(
            (FOR, fraga(bifall("f", 1), bifall("f"))),
            [DELVIS],
            id="a part of it was carried",
        ),
        pytest.param(
            (yrkar("a", stand(BIFALL, "f", 2)), fraga(bifall("f"), avslag("f"))),
            [BIFALLET],
            id="the whole carries its points",
        ),
        pytest.param(
            (yrkar("b", stand(AVSLAG, "f", 2)), fraga(bifall("f", 1), avslag("f", 2))),
            [FALLET],
            id="another point was carried",
        ),
        pytest.param(
            (replace(MOT, atertaget=True), fraga(*MAIN)), [Utfall.ATERTAGET], id="taken back, R3"
        ),
        pytest.param(
            (MOT, yrkar("n", stand(BIFALL, "g"), ersatter=("b",)), fraga(*MAIN)),
            [Utfall.ERSATT, FALLET],
            id="changed in the debate, R94",
        ),
        pytest.param(
            (yrkar("n", stand(AVSLAG, "r")), replace(ATER, atertaget=True), fraga(*MAIN)),
            [EJ_PROVAT, Utfall.ATERTAGET],
            id="its target was withdrawn before it was put",
        ),
        pytest.param((Yrkande(id="x"), fraga(*MAIN)), [None], id="a yrkande without a stand"),
        pytest.param(
            (MOT, replace(fraga(*MAIN), funnet=None)), [None], id="put, but no finding recorded"
        ),
    ],
)
def test_the_outcome(parts: tuple[Yrkande | Fraga, ...], expected: list[Utfall | None]) -> None:
    assert fates(*parts) == expected


def test_no_forslag_recorded_and_one_avslag_is_settled_like_any_r100() -> None:
    alone = yrkar("b", stand(AVSLAG, ""))
    assert outcomes(item(alone, fraga(avslag("")))) == {"b": BIFALLET}


def test_forslaget_means_the_main_one_when_that_was_written_down_later() -> None:
    early = yrkar("b", stand(AVSLAG, ""))
    assert outcomes(item(early, HUVUD, fraga(bifall("f"), avslag("f")))) == {"b": AVSLAGET}
    assert outcomes(item(early, HUVUD, fraga(avslag(""), bifall("f")))) == {"b": BIFALLET}


def test_what_the_chair_found_is_the_decision_r62() -> None:
    assert decided_svar(item(HUVUD, FOR)) == ()
    assert decided_svar(item(HUVUD, FOR, MOT, fraga(*MAIN))) == (bifall("f"),)
    carried = item(*ALLT, MOT, ATER, fraga(TILLBAKA, DAG))
    assert decided_svar(carried) == (TILLBAKA,)
    refused = item(*ALLT, MOT, ATER, fraga(DAG, TILLBAKA))
    assert decided_svar(refused) == ()


def test_a_question_on_a_tillagg_decides_nothing_about_the_matter() -> None:
    assert decided_svar(item(*ALLT, LAGGA_TILL, fraga(bifall("t"), avslag("t")))) == ()


def test_who_won_the_first_pair_has_won_nothing_before_the_last_one_is_put_r95() -> None:
    pair = Fraga(id="q", svar=MAIN[1:3], satt=Satt.PARVIS, funnet=avslag("f"))
    half = item(HUVUD, ALTERNATIV, FOR, MOT, EGET, pair)
    assert list(outcomes(half).values()) == [None, None, None]
    assert decided_svar(half) == ()
    held = Svar(pa=(Mal(pa="q"),))
    last = Fraga(id="s", svar=(MAIN[0], held), satt=Satt.PARVIS, funnet=held)
    whole = replace(half, fraga=(pair, last))
    assert list(outcomes(whole).values()) == [AVSLAGET, BIFALLET, FALLET]


def test_those_who_lost_are_movers_and_supporters_in_their_order_r43() -> None:
    paragraf = item(*ALLT, FOR, joined(MOT, "x", "y"), joined(EGET, "z"), fraga(*MAIN))
    lost = [("b", "b"), ("b", "x"), ("b", "y"), ("c", "c"), ("c", "z")]
    assert [(id, aktor.person) for id, aktor in losers(paragraf)] == lost


def test_who_was_not_tried_has_not_lost_and_who_won_in_part_has_r193() -> None:
    assert losers(item(*ALLT, MOT, ATER, fraga(TILLBAKA, DAG))) == ()
    partly = item(*ALLT, HAND, fraga(DAG, TILLBAKA), fraga(*MAIN, funnet=avslag("f")))
    assert losers(partly) == (("m", who("m")[0]),)


def test_an_answer_with_several_aims_beside_questions_on_points_is_no_trouble() -> None:
    changes = (ANDRING, forslag("l", ForslagSlag.ANDRING, mot=Mal(pa="f", punkter=(3,))))
    other = yrkar("n", stand(BIFALL, "l"))
    both = Svar(pa=(Mal(pa="k"), Mal(pa="l")))
    paragraf = item(HUVUD, *changes, FOR, ANDRA, other, fraga(both, bifall("f")))
    assert set(outcomes(paragraf)) == {"a", "d", "n"}


@pytest.mark.parametrize(
    ("fragor", "fallen"),
    [
        ((), set()),
        ((fraga(*MAIN[:3], funnet=bifall("g")),), {"f"}),
        ((fraga(*MAIN[:3], funnet=bifall("f")),), {"g"}),
        ((fraga(*MAIN[:3], funnet=avslag("f")),), {"f", "g"}),
        ((fraga(bifall("f"), bifall("k"), funnet=bifall("k")),), set()),
    ],
    ids=["nothing put", "another", "the huvudförslag", "avslag", "an ändring of it"],
)
def test_what_has_fallen_r94(fragor: tuple[Fraga, ...], fallen: set[str]) -> None:
    p = item(*ALLT, *fragor)
    assert {id for id in "fg" if has_fallen(p, id)} == fallen


def test_in_first_and_second_hand_the_last_that_was_tried_says_how_it_went() -> None:
    both = yrkar("m", stand(BIFALL, "r", hand=1), stand(BIFALL, "g", hand=2))
    main = fraga(bifall("f"), avslag("f"), bifall("g"))
    assert fates(both, FOR, fraga(DAG, TILLBAKA), replace(main, id="q2")) == [FALLET, BIFALLET]


def test_an_election_of_all_who_are_proposed_is_decided() -> None:
    first, second = (forslag(id, ForslagSlag.VAL, uppdrag="ledamot", platser=2) for id in "mn")
    both = Svar(pa=(Mal(pa="m"), Mal(pa="n")))
    assert decided_svar(item(first, second, fraga(both))) == (both,)


def test_who_voted_with_the_winner_each_time_has_lost_nothing() -> None:
    def rows(words: str) -> tuple[Rost, ...]:
        pairs = (word.split(":") for word in words.split())
        return tuple(Rost(plats=sig, person=sig, rost=Rostmarke(mark)) for sig, mark in pairs)

    back = Votering(id="v", ja=DAG, nej=TILLBAKA, rostlangd=rows("ab:ja cd:nej ef:ja gh:avstår"))
    main = Votering(id="w", ja=bifall("f"), nej=avslag("f"), rostlangd=rows("ab:ja cd:ja ef:nej"))
    first = replace(fraga(DAG, TILLBAKA), votering=(back,))
    last = replace(fraga(bifall("f"), avslag("f")), id="q2", votering=(main,))
    assert never_outvoted(item(*ALLT, first, last)) == {"ab"}
    assert never_outvoted(item(*ALLT, first)) == {"ab", "ef"}
    by_list = replace(last, votering=(replace(main, rostlangd=(), lista="v"),))
    assert never_outvoted(item(*ALLT, first, by_list)) == {"ab", "ef"}
    assert never_outvoted(item(*ALLT, fraga(DAG, TILLBAKA))) == frozenset()
