"""The line before a decision that says what it was taken from, in the style that has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.beslut import Led
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.rendering import Stycke, block_text, load_style, render_sections, sentence_for
from tests.rendering.exempel import (
    AVSLAG,
    BIFALL,
    KOMMUN,
    eget,
    huvud,
    mal,
    mote,
    paragraf,
    stand,
    svar,
    yrkande,
)

GOTEBORG = load_style("goteborg")
PUNKTER = huvud("1. Planen antas.\n2. Den följs upp.\n3. Pengarna tas ur reserven.")
AVSLAGET = "Kommunstyrelsen avslår arbetsutskottets förslag."
ANNA = yrkande("y-1", "ab", stand(AVSLAG, "f-h"), instammer="hp")


def settled(*yrkanden: Yrkande, found: Svar | None = None, **kw: object) -> Paragraf:
    """A § where avslag stood against the huvudförslag, and what was found decided."""
    found = found or svar(AVSLAG, "f-h")
    base: dict[str, object] = {
        "forslag": (huvud(),),
        "yrkande": yrkanden,
        "fraga": (Fraga(id="q-1", svar=(svar(BIFALL, "f-h"), found), funnet=found),),
        "beslut": (Led(id="b-1", text=AVSLAGET, enligt=found.pa),),
    }
    return paragraf(**(base | kw))


def source(p: Paragraf) -> str:
    """What stands between the heading of the decision and the decision, "" if nothing does."""
    made = render_sections(mote(p), "p-1", KOMMUN, GOTEBORG).blocks
    row = [b for b in made if b.nyckel == "beslut:b-1" and isinstance(b, Stycke)]
    first = block_text(row[0])
    return first if first.endswith(":") else ""


def test_a_decision_on_avslag_names_the_yrkande_that_won() -> None:
    assert source(settled(ANNA)) == "Enligt Anna Bergs yrkande:"


@pytest.mark.parametrize(
    ("yrkanden", "line"),
    [
        ((yrkande("y-1", "ab hp", stand(AVSLAG, "f-h")),), "Anna Berg och Hans Peters yrkande"),
        (
            (ANNA, yrkande("y-2", "cd", stand(AVSLAG, "f-h"))),
            "Anna Bergs och Cia Dahls yrkanden",
        ),
        (
            (
                yrkande("y-1", "ab hp", stand(AVSLAG, "f-h")),
                yrkande("y-2", "cd", stand(AVSLAG, "f-h")),
            ),
            "Anna Berg och Hans Peters yrkande och Cia Dahls yrkande",
        ),
        ((ANNA, yrkande("y-2", "cd", stand(BIFALL, "f-h"))), "Anna Bergs yrkande"),
        ((replace(ANNA, atertaget=True), replace(ANNA, id="y-2")), "Anna Bergs yrkande"),
    ],
)
def test_all_who_moved_what_won_are_named(yrkanden: tuple[Yrkande, ...], line: str) -> None:
    assert source(settled(*yrkanden)) == f"Enligt {line}:"


@pytest.mark.parametrize(
    ("namn", "line"),
    [
        (("cd", "ef"), "Enligt Cia Dahl och Eva Falks yrkande:"),
        ((), "Enligt Socialdemokraternas yrkande:"),
    ],
)
def test_a_party_group_is_named_as_in_its_yrkande(namn: tuple[str, ...], line: str) -> None:
    group = replace(ANNA, av=(Aktor(grupp="S", namn=namn),))
    assert source(settled(group)) == line


def test_a_decision_as_proposed_names_the_one_who_proposed_it() -> None:
    found, text = svar(BIFALL, "f-h"), huvud().text
    led = Led(id="b-1", text=text, enligt=found.pa)
    line = "Enligt arbetsutskottets förslag:"
    assert source(settled(ANNA, found=found, beslut=(led,))) == line
    # Also in other words than those that were proposed, and without any proposition.
    assert source(settled(ANNA, found=found, beslut=(replace(led, text="Policyn antas."),))) == line
    assert source(settled(ANNA, fraga=(), beslut=(led,))) == line
    assert source(settled(fraga=(), beslut=(replace(led, text="Policyn antas."),))) == line


def test_a_source_that_cannot_be_told_is_left_out() -> None:
    assert source(settled()) == ""
    assert source(settled(replace(ANNA, atertaget=True))) == ""
    assert source(settled(ANNA, fraga=())) == ""
    assert source(settled(ANNA, beslut=(Led(id="b-1", text=AVSLAGET),))) == ""


def test_a_new_yrkande_that_won_is_named_by_all_who_moved_it() -> None:
    own: tuple[Forslag, ...] = tuple(
        eget(f"f-{sig}", ForslagSlag.ALTERNATIV, sig, "Vi väntar.") for sig in ("ab", "cd")
    )
    moved = tuple(
        yrkande(f"y-{n}", sig, stand(BIFALL, f"f-{sig}")) for n, sig in enumerate(("ab", "cd"))
    )
    p = settled(*moved, found=svar(BIFALL, "f-ab", "f-cd"), forslag=(huvud(), *own))
    assert source(p) == "Enligt Anna Bergs och Cia Dahls yrkanden:"


def test_avslag_on_a_point_names_the_one_who_asked_for_it() -> None:
    found = Svar(verkan=AVSLAG, pa=(mal("f-h", 2),))
    moved = (
        yrkande("y-1", "ab", stand(AVSLAG, "f-h", 2)),
        yrkande("y-2", "cd", stand(AVSLAG, "f-h")),
    )
    assert source(settled(*moved, found=found, forslag=(PUNKTER,))) == "Enligt Anna Bergs yrkande:"


def test_a_decision_point_by_point_names_every_source_once() -> None:
    asked = [(BIFALL, 1), (AVSLAG, 2), (BIFALL, 3)]
    fragor = tuple(
        Fraga(
            id=f"q-{nr}",
            svar=tuple(Svar(verkan=way, pa=(mal("f-h", nr),)) for way in (BIFALL, AVSLAG)),
            funnet=Svar(verkan=verkan, pa=(mal("f-h", nr),)),
        )
        for verkan, nr in asked
    )
    led = Led(id="b-1", text="1. Planen antas.", enligt=tuple(mal("f-h", nr) for _, nr in asked))
    moved = yrkande("y-1", "ab", *(stand(AVSLAG, "f-h", nr) for _, nr in asked))
    p = settled(moved, forslag=(PUNKTER,), fraga=fragor, beslut=(led,))
    assert (
        source(p) == "Enligt punkterna 1 och 3 i arbetsutskottets förslag och Anna Bergs yrkande:"
    )


def test_avslag_before_any_proposal_was_written_down_names_the_yrkande() -> None:
    found = Svar(verkan=AVSLAG, pa=(Mal(pa=""),))
    moved = yrkande("y-1", "ab", stand(AVSLAG))
    led = Led(id="b-1", text="Kommunstyrelsen avslår förslaget.", enligt=found.pa)
    assert source(settled(moved, found=found, forslag=(), beslut=(led,))) == (
        "Enligt Anna Bergs yrkande:"
    )


def test_a_joint_yrkande_keeps_all_its_movers_beside_another() -> None:
    own = tuple(eget(f"f-{sig}", ForslagSlag.ALTERNATIV, sig, "Vi väntar.") for sig in ("ab", "cd"))
    moved = (
        yrkande("y-1", "ab hp", stand(BIFALL, "f-ab")),
        yrkande("y-2", "cd", stand(BIFALL, "f-cd")),
    )
    found = svar(BIFALL, "f-ab", "f-cd")
    p = settled(*moved, found=found, forslag=(huvud(), *own))
    assert source(p) == "Enligt Anna Berg och Hans Peters yrkande och Cia Dahls yrkande:"
    assert sentence_for(mote(p), "q-1", KOMMUN, load_style("standard")).endswith(
        "beslutar enligt Anna Berg och Hans Peters yrkande och Cia Dahls yrkande."
    )
