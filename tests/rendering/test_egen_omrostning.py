"""An own wording of a vote takes the place of all that is told of it, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.anteckning import Lydelse
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.rendering import Dokument, Tabell, load_style, render_extract, sentence_for
from protokoll_tui.rendering.write_text import document_text
from tests.rendering.exempel import mote
from tests.rendering.rostexempel import (
    KOMMUN,
    counts,
    kontraproposition,
    marks,
    tillagg,
    utslagsrost,
)
from tests.rendering.rostfall import mot

OWN = "Med tre röster mot två bifalls arbetsutskottets förslag."
VOTED = mot(rostlangd=marks(ja="ab bo ne/ul", nej="cd ef"))


def worded(p: Paragraf, ersatter: str = "", av: str = "v-1") -> Paragraf:
    own = Lydelse(id="l-1", av=f"votering:{av}", text=OWN, ersatter=ersatter)
    return replace(p, lydelse=(own,))


def whole(p: Paragraf, stil: str, av: str = "v-1") -> str:
    return sentence_for(mote(p), av, KOMMUN, load_style(stil), egen=False)


def extract(p: Paragraf, stil: str) -> Dokument:
    return render_extract(mote(p), "p-1", KOMMUN, load_style(stil))


@pytest.mark.parametrize("stil", ["standard", "nacka", "goteborg", "lomma"])
def test_order_result_and_list_are_replaced_as_one(stil: str) -> None:
    generated = whole(VOTED, stil)
    made = extract(worded(VOTED, generated), stil)
    text = " ".join(document_text(made).split())
    assert text.count(OWN) == 1
    assert made.flaggor == ()
    for part in generated.split("\n\n"):
        assert " ".join(part.split()) not in text


def test_the_table_of_who_voted_how_is_no_sentence_and_stays() -> None:
    made = extract(worded(VOTED), "lomma")
    assert sum(isinstance(block, Tabell) for block in made.blocks) == 1


@pytest.mark.parametrize("stil", ["standard", "goteborg"])
def test_all_that_is_told_can_be_had_beside_the_own_wording(stil: str) -> None:
    generated = whole(VOTED, stil)
    assert generated == whole(worded(VOTED), stil)
    printed = " ".join(document_text(extract(VOTED, stil)).split())
    assert all(" ".join(part.split()) in printed for part in generated.split("\n\n"))
    assert sentence_for(mote(worded(VOTED)), "v-1", KOMMUN, load_style(stil)) == OWN


def test_the_flag_comes_when_the_votes_are_others_than_they_were() -> None:
    before = mot(counts(8, 5))
    generated = whole(before, "standard")
    assert extract(worded(before, generated), "standard").flaggor == ()
    (flagga,) = extract(worded(mot(counts(7, 6)), generated), "standard").flaggor
    assert (flagga.nyckel, flagga.da) == ("votering:v-1", generated)
    assert "7 ja-röster och 6 nej-röster" in flagga.nu


def test_a_vote_that_is_gone_leaves_its_wording_over() -> None:
    (flagga,) = extract(worded(VOTED, av="v-9"), "standard").flaggor
    assert "skrivs inte ut" in flagga.text


def test_other_votes_of_the_same_paragraf_are_told_as_before() -> None:
    p = kontraproposition()
    text = " ".join(document_text(extract(worded(p, av="v-1"), "standard")).split())
    assert text.count(OWN) == 1
    assert "Omröstning 1. " in text
    assert "Omröstning 2. " not in text
    assert "Omröstning 3. " in text


@pytest.mark.parametrize("p", [utslagsrost(), tillagg()])
def test_without_own_words_everything_is_told(p: Paragraf) -> None:
    made = extract(p, "standard")
    assert made.flaggor == ()
    assert "Följande röstar ja" in " ".join(document_text(made).split())
