"""What the style goteborg says in its own words loses nothing that the other styles say."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.anteckning import Anteckning, Yttrande
from protokoll_tui.domain.reservation import Reservation
from protokoll_tui.rendering import load_style, sentence_for
from protokoll_tui.swedish.dates import NBSP
from tests.rendering.exempel import KOMMUN, aktor, mote, paragraf

GRUPP = " för Socialdemokraternas grupp i kommunstyrelsen"


def said(post: Anteckning | Yttrande | Reservation) -> str:
    lista = type(post).__name__.lower()
    state = mote(paragraf(**{lista: (post,)}))
    return sentence_for(state, post.id, KOMMUN, load_style("goteborg")).replace(NBSP, " ")


@pytest.mark.parametrize(("grupp", "words"), [("S", GRUPP), ("", "")])
def test_a_note_keeps_its_group_and_is_quoted(grupp: str, words: str) -> None:
    note = Anteckning(id="a-1", av=(aktor("cd"),), grupp=grupp, text="Vi delar uppfattningen.")
    assert said(note) == (
        f"Cia Dahl (S) antecknar följande till protokollet{words}: ”Vi delar uppfattningen.”"
    )


def test_a_note_in_several_paragraphs_is_quoted_as_a_whole() -> None:
    note = Anteckning(id="a-1", av=(aktor("cd"),), text="Tanken är god.\n\nStaten betalar.")
    assert said(note) == (
        "Cia Dahl (S) antecknar följande till protokollet:\n\n”Tanken är god.\n\nStaten betalar.”"
    )


def test_a_note_in_a_paper_keeps_its_group() -> None:
    note = Anteckning(id="a-1", av=(aktor("cd"),), grupp="S", handling="Bilaga 3")
    assert said(note) == f"Cia Dahl (S) lämnar en anteckning till protokollet{GRUPP} (bilaga 3)."


def test_an_opinion_of_its_own_keeps_its_group_and_is_quoted() -> None:
    opinion = Yttrande(id="t-1", av=(aktor("cd"),), grupp="S", text="Vi vill vänta.")
    assert said(opinion) == f"Cia Dahl (S) lämnar ett särskilt yttrande{GRUPP}: ”Vi vill vänta.”"


def test_a_reservation_is_quoted() -> None:
    assert said(Reservation(id="r-1", av=(aktor("cd"),), text="Vi vill vänta.")) == (
        "Cia Dahl (S) reserverar sig mot beslutet. Reservationen lyder: ”Vi vill vänta.”"
    )
