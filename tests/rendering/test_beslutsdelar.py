"""A decision in pieces: for oneself and to another organ, what it repeals, other §§ it settles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from protokoll_tui.domain.beslut import Led, Upphavt
from protokoll_tui.domain.forslag import ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.reservation import DeltarInte
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.svar import Svar
from protokoll_tui.rendering import Stil, block_text, load_style, render_sections, sentence_for
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.verbs import Tense
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    aktor,
    eget,
    huvud,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)


def in_tense(tense: Tense) -> Stil:
    return replace(load_style("standard"), tempus={"allt": tense})


def decided(state: Sammantrade, stil: Stil, id: str = "p-1") -> list[str]:
    """Everything under the heading Beslut, and the heading."""
    blocks = render_sections(state, id, KOMMUN, stil, forhandsvisning=False).blocks
    told = [(getattr(b, "nyckel", ""), block_text(b).replace(NBSP, " ")) for b in blocks]
    keys = ("avsnitt:beslut", "beslut", "till", "egen_del", "upphaver", "avgors")
    return [text for key, text in told if key in keys or key.partition(":")[0] in keys[1:]]


def both_ways(led: tuple[Led, ...], organ: str = "ks") -> tuple[list[str], list[str]]:
    state = mote(paragraf(beslut=led), organ)
    present, past = (decided(state, in_tense(tense)) for tense in Tense)
    return present, past


def test_a_decision_for_oneself_and_one_to_another_organ_are_told_apart() -> None:
    own = Led(id="b-1", text="1. Planen antas.\n2. Den följs upp.")
    other = Led(id="b-2", text="1. Skatten höjs.", till="kf")
    present, past = both_ways((own, other))
    assert present == [
        "Beslut",
        "Kommunstyrelsen beslutar för egen del följande.",
        "Planen antas.\nDen följs upp.",
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.",
        "Skatten höjs.",
    ]
    assert past[1] == "Kommunstyrelsen beslutade för egen del följande."


def test_a_decision_of_one_kind_needs_no_introduction_of_its_own() -> None:
    two = (Led(id="b-1", text="Planen antas."), Led(id="b-2", text="Den följs upp."))
    assert both_ways(two)[0] == ["Beslut", "Planen antas.", "Den följs upp."]


UPPHAVT = [
    (
        Upphavt(organ="kf", datum=date(2031, 12, 11), nr=541),
        "Kommunstyrelsen upphäver kommunfullmäktiges beslut den 11 december 2031, § 541.",
        "Kommunstyrelsen upphävde kommunfullmäktiges beslut den 11 december 2031, § 541.",
    ),
    (
        Upphavt(organ="ks", datum=date(2031, 12, 11), nr=541),
        "Kommunstyrelsen upphäver sitt beslut den 11 december 2031, § 541.",
        "Kommunstyrelsen upphävde sitt beslut den 11 december 2031, § 541.",
    ),
    (
        Upphavt(organ="byggnadsnämnden", nr=12),
        "Kommunstyrelsen upphäver byggnadsnämndens beslut § 12.",
        "Kommunstyrelsen upphävde byggnadsnämndens beslut § 12.",
    ),
    (
        Upphavt(datum=date(2031, 12, 11)),
        "Kommunstyrelsen upphäver sitt beslut den 11 december 2031.",
        "Kommunstyrelsen upphävde sitt beslut den 11 december 2031.",
    ),
]


@pytest.mark.parametrize(("upphavt", "presens", "preteritum"), UPPHAVT)
def test_what_a_decision_repeals_is_told(upphavt: Upphavt, presens: str, preteritum: str) -> None:
    led = Led(id="b-1", text="Planen antas.", upphaver=(upphavt,))
    present, past = both_ways((led,))
    assert (present[-1], past[-1]) == (presens, preteritum)


def test_a_paragraph_that_another_settles_says_where() -> None:
    deciding = paragraf(id="p-9", nr=421, beslut=(Led(id="b-9", paragrafer=("p-1",)),))
    state = mote(paragraf())
    state = replace(state, paragraf=(deciding, *state.paragraf))
    present, past = (decided(state, in_tense(tense)) for tense in Tense)
    assert present == ["Beslut", "Ärendet avgörs genom beslutet i § 421."]
    assert past == ["Beslut", "Ärendet avgjordes genom beslutet i § 421."]
    blocks = render_sections(state, "p-1", KOMMUN, load_style("standard")).blocks
    assert not any("inte registrerat" in block_text(block) for block in blocks)


def test_goteborg_names_the_source_of_each_piece() -> None:
    p = paragraf(
        forslag=(huvud(), eget("f-t", ForslagSlag.TILLAGG, "ef", "Ett samråd hålls.")),
        yrkande=(yrkande("y-1", "ef", stand(BIFALL, "f-t")),),
        beslut=(
            Led(id="b-1", text="1. Planen antas.\n2. Den följs upp.", enligt=(Mal(pa="f-h"),)),
            Led(id="b-2", text="1. Ett samråd hålls.", enligt=(Mal(pa="f-t"),)),
        ),
    )
    blocks = render_sections(mote(p), "p-1", KOMMUN, load_style("goteborg")).blocks
    told = [b for b in blocks if getattr(b, "nyckel", "").startswith("beslut:")]
    assert [block_text(b).splitlines()[0] for b in told] == [
        "Enligt arbetsutskottets förslag:",
        "Planen antas.",
        "Enligt Eva Falks tilläggsyrkande:",
        "Ett samråd hålls.",
    ]
    assert [getattr(b, "start", 1) for b in told] == [1, 1, 1, 1]


LATER = eget("f-å", ForslagSlag.ATERREMISS, "ef")


def conditional(funnet: Svar | None) -> Paragraf:
    today, later = svar(AVSLAG, "f-å"), svar(BIFALL, "f-å")
    put = (Fraga(id="q-1", svar=(today, later), funnet=funnet),) if funnet else ()
    return paragraf(
        forslag=(huvud(), LATER),
        yrkande=(yrkande("y-1", "ef", stand(BIFALL, "f-å")),),
        fraga=put,
        deltar_inte=(DeltarInte(id="d-1", av=(aktor("ab"),), om_faller="y-1"),),
    )


VILLKOR = [
    (
        None,
        "Anna Berg (M) deltar inte i beslutet om yrkandet om återremiss faller.",
        "Anna Berg (M) anmälde att Anna Berg inte skulle delta i beslutet om yrkandet om "
        "återremiss föll.",
    ),
    (
        svar(AVSLAG, "f-å"),
        "Anna Berg (M) deltar inte i beslutet.",
        "Anna Berg (M) deltog inte i beslutet.",
    ),
    (
        svar(BIFALL, "f-å"),
        "Anna Berg (M) deltar inte i beslutet om yrkandet om återremiss faller.",
        "Anna Berg (M) anmälde att Anna Berg inte skulle delta i beslutet om yrkandet om "
        "återremiss föll.",
    ),
]


@pytest.mark.parametrize(("funnet", "presens", "preteritum"), VILLKOR)
def test_a_condition_that_has_come_true_is_no_condition(
    funnet: Svar | None, presens: str, preteritum: str
) -> None:
    state = mote(conditional(funnet))
    said = tuple(sentence_for(state, "d-1", KOMMUN, in_tense(tense)) for tense in Tense)
    assert said == (presens, preteritum)


def test_a_condition_on_a_yrkande_that_is_not_there_is_flagged() -> None:
    p = replace(
        conditional(None),
        deltar_inte=(DeltarInte(id="d-1", av=(aktor("ab"),), om_faller="y-9"),),
    )
    made = render_sections(mote(p), "p-1", KOMMUN, load_style("standard"))
    assert [flagga.nyckel for flagga in made.flaggor] == ["y-9"]
