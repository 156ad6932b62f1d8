"""Which question a vote can be asked for on, as it stands in the list of questions."""

from __future__ import annotations

from dataclasses import replace

from protokoll_tui.domain.forslag import Mal
from protokoll_tui.domain.fraga import Fraga
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Rostetal, Votering
from protokoll_tui.procedure.omrostning import votable
from tests.procedure.builders import (
    ALTERNATIV,
    ATER,
    ATERREMISS,
    EGET,
    HUVUD,
    MOT,
    avslag,
    bifall,
    item,
)

TODAY = Fraga(id="q0", svar=(avslag("r"), bifall("r")), funnet=avslag("r"))
MATTER = Fraga(id="q1", svar=(bifall("f"), bifall("g"), avslag("f")), funnet=bifall("f"))
CHOICE = Fraga(id="q2", svar=(bifall("g"), avslag("f")), funnet=bifall("g"))
VOTE = Votering(id="v", ja=bifall("f"), nej=Svar(pa=(Mal(pa="q2"),)))
COUNTED = replace(VOTE, antal=Rostetal(ja=7, nej=6))


def put(*questions: Fraga) -> Paragraf:
    return item(HUVUD, ALTERNATIV, ATERREMISS, ATER, MOT, EGET, *questions)


def votable_id(*questions: Fraga) -> str:
    q = votable(put(*questions))
    return q.id if q else ""


def test_the_question_that_was_put_last_can_be_voted_on() -> None:
    assert votable_id(TODAY) == "q0"
    assert votable_id(TODAY, MATTER) == "q1"


def test_a_vote_is_asked_for_on_a_motforslag_until_the_vote_that_it_is_for_is_counted() -> None:
    assert votable_id(TODAY, replace(MATTER, votering=(VOTE,)), CHOICE) == "q2"
    assert votable_id(TODAY, replace(MATTER, votering=(COUNTED,)), CHOICE) == ""


def test_a_question_is_fixed_once_the_next_one_has_been_put() -> None:
    two = Fraga(id="q1", svar=(bifall("f"), avslag("f")), funnet=bifall("f"))
    vote = Votering(id="v", ja=bifall("f"), nej=avslag("f"), antal=Rostetal(ja=7, nej=6))
    assert votable_id(TODAY, replace(two, votering=(vote,))) == ""
    assert votable_id(TODAY, replace(two, funnet=None)) == ""
