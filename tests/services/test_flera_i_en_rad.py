"""Stands towards several in one line, and a tillägg to what fell (R94)."""

from __future__ import annotations

from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import Utfall, outcomes
from protokoll_tui.services.recall import correction_line
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say


def entry_line(session: Session, nr: int, id: str) -> str:
    """The line that an entry is corrected with, without the place."""
    whole = correction_line(at(session, nr), id, session.platser, {})
    assert whole is not None
    return whole.split(" ", 2)[2]


def test_avslag_on_several_in_one_line_is_one_yrkande(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "ny cd : Kommunen väntar.", "ti ef : Mer.")
    last = say(session, 118, "av lg f2 y2 f4 : det är dyrt")
    assert marks(last) == ()
    p = at(session, 118)
    stands = p.yrkande[-1].stallning
    assert [(s.verkan, s.pa.pa, s.ord) for s in stands] == [
        (Verkan.AVSLAG, p.forslag[1].id, ""),
        (Verkan.AVSLAG, p.forslag[2].id, ""),
        (Verkan.AVSLAG, p.forslag[3].id, "det är dyrt"),
    ]
    assert len(p.forslag) == 4


def test_bifall_to_several_and_avslag_on_others_go_together(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "ti cd : Mer.", "ti ef : Ännu mer.")
    say(session, 118, "bi lg f1 y2 f1 // av y1 y3")
    p = at(session, 118)
    assert [(s.verkan, s.pa.pa) for s in p.yrkande[-1].stallning] == [
        (Verkan.BIFALL, p.forslag[0].id),
        (Verkan.BIFALL, p.forslag[2].id),
        (Verkan.AVSLAG, p.forslag[1].id),
        (Verkan.AVSLAG, p.forslag[3].id),
    ]


def test_a_line_on_several_is_told_again_for_the_same_yrkande(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "ny cd : Kommunen väntar.", "av ef y1 y2 : dyrt")
    before = at(session, 118).yrkande[-1]
    line = entry_line(session, 118, before.id)
    say(session, 118, f"rä y3 {line}")
    assert at(session, 118).yrkande[-1].stallning == before.stallning


def test_a_tillagg_to_a_forslag_that_fell_is_suggested_to_fall_with_it_r94(
    session: Session,
) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "ny cd : Kommunen väntar.", "ti ef f2 : Mer.")
    assert entry_line(session, 118, at(session, 118).yrkande[2].id) == "ti ef f2 : Mer."
    say(session, 118, "pr ordning", "pr y2")
    harnast = session.guide(at(session, 118).id).harnast
    assert not harnast.valj
    assert [val.rad for val in harnast.val] == ["pr y3 faller", "pr y3", "pr av y3"]
    say(session, 118, "pr y3 faller")
    assert outcomes(at(session, 118))[at(session, 118).yrkande[2].id] is Utfall.FALLET


def test_a_tillagg_to_what_won_is_put_as_always(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "ti ef f2 : Mer.", "pr y1")
    harnast = session.guide(at(session, 118).id).harnast
    assert [val.rad for val in harnast.val][:2] == ["pr y2", "pr av y2"]
