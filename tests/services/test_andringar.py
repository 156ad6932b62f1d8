"""A yrkande that was changed is the one that holds: who joins it, puts it or falls with it."""

from __future__ import annotations

import pytest

from protokoll_tui.procedure.alternativ import alternatives, live_forslag
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say, sentence

CHANGED = ("ny ef : Kommunen hyr lokalen.", "än y1 : Kommunen köper lokalen.")


def test_a_yrkande_is_changed_only_by_its_mover(session: Session) -> None:
    say(session, 118, "ny ef : Kommunen hyr lokalen.")
    last = say(session, 118, "än y1 ml : Kommunen köper lokalen.")
    assert marks(last) == ("annans_yrkande",)
    assert last.anmarkningar == (
        "y1 är Eva Falks (V) yrkande. Ändras det, skriv raden utan namn. "
        "Yrkar Maja Lindqvist (MP) något eget, skriv det som ett nytt yrkande.",
    )
    assert len(at(session, 118).yrkande) == 1
    assert marks(say(session, 118, "än y1 ef : Kommunen köper lokalen.")) == ()
    assert at(session, 118).yrkande[-1].av[0].person == "ef"


def test_of_two_yrkanden_made_one_each_mover_may_be_named(session: Session) -> None:
    say(session, 118, "ny ef : Ett.", "ny cd : Två.")
    last = session.read("än y1 y2 ml : Tre.", at(session, 118).id)
    assert last.anmarkningar == (
        "y1 och y2 är Eva Falks (V) och Cia Dahls (S) yrkanden. Ändras de, skriv raden utan "
        "namn. Yrkar Maja Lindqvist (MP) något eget, skriv det som ett nytt yrkande.",
    )
    assert marks(session.read("än y1 y2 cd : Tre.", at(session, 118).id)) == ()


@pytest.mark.parametrize(
    "line",
    ["än y1 : text", "än y1 ml : text", "in y1 gh", "pr y1", "bi y1 gh", "tb y1", "pr y1 faller"],
)
def test_what_was_taken_back_is_not_there_to_change_join_or_put(
    session: Session, line: str
) -> None:
    say(session, 118, "ny ef : Kommunen hyr lokalen.", "av ab", "tb y1")
    last = say(session, 118, line)
    assert marks(last) == ("atertaget",)
    assert last.anmarkningar[0].startswith("y1 är återtaget.")
    assert at(session, 118).yrkande[0].atertaget


def test_whoever_joins_the_old_place_joins_what_holds_now(session: Session) -> None:
    say(session, 118, *CHANGED)
    assert sentence(session, 118, "in y1 gh").endswith(
        "Gunnar Holm (KD) instämmer i det ändrade yrkandet."
    )
    say(session, 118, "in y1 gh")
    old, new = at(session, 118).yrkande
    assert not old.instammer and [i.vem.person for i in new.instammer] == ["gh"]


def test_two_places_that_are_one_yrkande_now_are_joined_once(session: Session) -> None:
    say(session, 118, "ny ef : Ett.", "ny cd : Två.", "än y1 y2 : Ett och två.", "in y1 y2 gh")
    assert [len(y.instammer) for y in at(session, 118).yrkande] == [0, 0, 1]


@pytest.mark.parametrize("line", ["pr y1", "pr f2", "pr y2"])
def test_a_proposition_is_on_the_words_that_hold(session: Session, line: str) -> None:
    say(session, 118, *CHANGED, line)
    (question,) = at(session, 118).fraga
    assert question.svar == alternatives(at(session, 118))
    assert question.funnet and question.funnet.pa[0].pa == at(session, 118).forslag[-1].id


def test_a_reservation_and_a_stand_are_towards_the_words_that_hold(session: Session) -> None:
    say(session, 118, *CHANGED, "av gh y1", "be f1", "rs ef y1", "rs ml y1")
    p = at(session, 118)
    assert p.yrkande[-1].stallning[0].pa.pa == p.forslag[-1].id
    assert [r.till_forman for r in p.reservation] == [(p.yrkande[1].id,)] * 2


def test_changed_again_by_its_first_place_it_is_changed_once_more(session: Session) -> None:
    say(session, 118, *CHANGED, "än y1 : Kommunen bygger lokalen.")
    p = at(session, 118)
    assert p.yrkande[-1].ersatter == (p.yrkande[1].id,)
    assert [f.text for f in live_forslag(p)][1:] == ["Kommunen bygger lokalen."]


def test_a_change_put_right_by_the_old_place_does_not_replace_itself(session: Session) -> None:
    say(session, 118, *CHANGED, "rä y2 än y1 : Kommunen bygger lokalen.")
    p = at(session, 118)
    assert p.yrkande[1].ersatter == (p.yrkande[0].id,)
    assert [f.text for f in live_forslag(p)][1:] == ["Kommunen bygger lokalen."]


def test_a_change_that_is_struck_leaves_the_yrkande_as_it_was(session: Session) -> None:
    say(session, 118, *CHANGED, "st y2")
    p = at(session, 118)
    assert [f.text for f in live_forslag(p)][1:] == ["Kommunen hyr lokalen."]
    assert len(alternatives(p)) == 2
