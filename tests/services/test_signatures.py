"""A signature that the line reads as something else is told when the meeting opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokoll_tui.domain.kommun import Kommun, Person
from protokoll_tui.services.interpret import unusable_signatures
from protokoll_tui.services.session import Session


@pytest.mark.parametrize("sig", ["av", "åt", "f1", "p2", "1h"])
def test_a_verb_or_a_place_is_told_with_its_person(sig: str) -> None:
    kommun = Kommun(person=(Person(sig=sig, namn="Anna Berg"), Person(sig="ab", namn="Bo Ek")))
    told = unusable_signatures(kommun)
    assert len(told) == 1
    assert sig in told[0] and "Anna Berg" in told[0]


def test_the_example_has_none(session: Session) -> None:
    assert unusable_signatures(session.kommun) == []


def test_it_is_among_the_notices_of_an_opened_meeting(meeting_file: Path) -> None:
    roster = meeting_file.with_name("kommun.toml")
    text = roster.read_text(encoding="utf-8")
    roster.write_text(text.replace('sig = "lg"', 'sig = "av"'), encoding="utf-8")
    assert any("Signaturen av" in notice for notice in Session.open(meeting_file).notices())
