"""What is put has one name: in the proposition, as motförslag, in the vote and in its outcome."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.fraga import Satt
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.rendering import load_style, style_names
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    eget,
    huvud,
    mal,
    paragraf,
    stand,
    svar,
    yrkande,
)
from tests.rendering.rostexempel import NEJ_H, H, counts, question, vote, winner_of
from tests.rendering.test_rostfraser import course

N = svar(BIFALL, "f-n")
TVA = "1. Policyn antas.\n2. Kostnaden ryms i budget."
EN = "1. Policyn antas."


def contest(funnet: Svar, motforslag: Svar, text: str = TVA) -> Paragraf:
    """Bifall, avslag and an ändring of the last point, voted on against a motförslag."""
    rest = tuple(s for s in (H, NEJ_H, N) if s is not funnet)
    return paragraf(
        forslag=(
            huvud(text),
            eget("f-n", ForslagSlag.ANDRING, "ab", "Den ses över.", mot=mal("f-h", 1)),
        ),
        yrkande=(
            yrkande("y-h", "cd", stand(BIFALL, "f-h")),
            yrkande("y-0", "ef", stand(AVSLAG, "f-h")),
            yrkande("y-n", "ab", stand(BIFALL, "f-n")),
        ),
        fraga=(
            question(
                "q-0",
                *(H, NEJ_H, N),
                funnet=funnet,
                satt=Satt.VART_FOR_SIG,
                votering=(vote("v-0", funnet, winner_of("q-1"), counts(8, 5)),),
            ),
            question(
                "q-1",
                *rest,
                funnet=motforslag,
                votering=(vote("v-1", rest[0], rest[1], counts(7, 6)),),
            ),
        ),
    )


@pytest.mark.parametrize("stil", style_names())
@pytest.mark.parametrize("text", [TVA, EN])
@pytest.mark.parametrize(("funnet", "motforslag"), [(H, N), (H, NEJ_H), (N, H), (NEJ_H, N)])
def test_points_do_not_drop_out_between_proposition_and_vote(
    funnet: Svar, motforslag: Svar, text: str, stil: str
) -> None:
    told = " ".join(course(contest(funnet, motforslag, text), "ks", load_style(stil)))
    assert "arbetsutskottets förslag" in told
    assert "punkt" not in told.casefold()


def test_the_whole_forslag_is_huvudforslag() -> None:
    told = course(contest(H, N), "ks", load_style("standard"))
    assert any(said.startswith("Arbetsutskottets förslag är huvudförslag.") for said in told)
    assert any("Den som vill bifalla arbetsutskottets förslag röstar ja." in s for s in told)


@pytest.mark.parametrize(
    ("text", "name"),
    [(TVA, "punkt 1 i arbetsutskottets förslag"), (EN, "arbetsutskottets förslag")],
)
def test_two_proposals_are_called_the_same_when_voted_on(text: str, name: str) -> None:
    p = contest(H, N, text)
    v = vote("v-1", H, N, counts(8, 5))
    both = paragraf(
        forslag=p.forslag,
        yrkande=(p.yrkande[0], p.yrkande[2]),
        fraga=(question("q-1", H, N, funnet=H, votering=(v,)),),
    )
    put, order, outcome = course(both, "ks", load_style("standard"))
    assert put.startswith(f"Ordföranden ställer {name} mot Anna Bergs ändringsyrkande")
    assert f"Den som vill bifalla {name} röstar ja." in order
    assert f"Kommunstyrelsen beslutar därmed enligt {name}." in outcome


def on_point(winner: Svar, *, voted: bool) -> Paragraf:
    """Two points, of which the first is contested."""
    p = contest(H, N)
    v = vote("v-1", winner, N if winner is H else H, counts(8, 5))
    return paragraf(
        forslag=p.forslag,
        yrkande=(p.yrkande[0], p.yrkande[2]),
        fraga=(question("q-1", H, N, funnet=winner, votering=(v,) if voted else ()),),
    )


RESTEN = {
    "standard": "I övrigt beslutar kommunstyrelsen enligt arbetsutskottets förslag.",
    "nacka": "I övrigt beslutade kommunstyrelsen enligt förslaget.",
    "goteborg": "I övrigt beslutar kommunstyrelsen enligt arbetsutskottets förslag.",
    "lomma": "I övrigt beslutar kommunstyrelsen enligt arbetsutskottets förslag.",
}


@pytest.mark.parametrize("voted", [False, True])
@pytest.mark.parametrize("winner", [H, N])
@pytest.mark.parametrize("stil", RESTEN)
def test_the_points_that_nobody_contested_are_told_of(stil: str, winner: Svar, voted: bool) -> None:
    told = course(on_point(winner, voted=voted), "ks", load_style(stil))
    assert told[-1].endswith(RESTEN[stil])
    assert " ".join(told).count(RESTEN[stil]) == 1


@pytest.mark.parametrize("stil", RESTEN)
def test_nothing_is_left_of_a_forslag_that_was_put_as_a_whole(stil: str) -> None:
    told = course(contest(H, N), "ks", load_style(stil))
    assert "I övrigt" not in " ".join(told)
