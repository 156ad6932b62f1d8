"""The house's practice reaches the questions: from stil.toml to what is put (R95, R98, R100)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokoll_tui.procedure import next_step
from protokoll_tui.procedure.forlopp import Praxis
from protokoll_tui.rendering import Stil, load_style
from protokoll_tui.rendering.mallfel import MallFel
from protokoll_tui.services.praxis import praxis_of
from protokoll_tui.services.session import Session
from tests.services.hand import at, say


@pytest.mark.parametrize(("bara_yrkat", "answers"), [(True, 1), (False, 2)])
def test_a_forslag_that_nobody_moves_is_left_out_where_the_house_says_so(
    session: Session, bara_yrkat: bool, answers: int
) -> None:
    say(session, 118, "av ab")
    stil = replace(load_style("standard"), bara_yrkat=bara_yrkat)
    praxis = praxis_of(at(session, 118), session.gang, lambda: stil)
    assert praxis.bara_yrkat is bara_yrkat
    assert len(next_step(at(session, 118), praxis).svar) == answers


def test_the_style_is_not_loaded_where_it_changes_nothing(session: Session) -> None:
    def never() -> Stil:
        raise AssertionError

    say(session, 118, "av ab", "bi cd")
    assert praxis_of(at(session, 118), session.gang, never) == Praxis()


def test_a_style_that_cannot_be_read_leaves_the_plain_practice(session: Session) -> None:
    def broken() -> Stil:
        raise MallFel("stil.toml")

    say(session, 118, "av ab")
    assert praxis_of(at(session, 118), session.gang, broken) == Praxis()
