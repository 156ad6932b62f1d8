"""What somebody is elected to, for one and for several."""

from __future__ import annotations

import pytest

from protokoll_tui.swedish.uppdrag import places_said, plural, singular


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("ledamot i socialnämnden", "ledamöter i socialnämnden"),
        ("ersättare i socialnämnden", "ersättare i socialnämnden"),
        ("vice ordförande i revisorskollegiet", "vice ordförande i revisorskollegiet"),
        ("lekmannarevisor för bolaget", "lekmannarevisorer för bolaget"),
        ("nämndeman vid tingsrätten", "nämndemän vid tingsrätten"),
        ("Revisor", "Revisorer"),
        ("ombud till årsmötet för representanter", "ombud till årsmötet för representanter"),
        ("", ""),
    ],
)
def test_the_words_before_the_organ_change_and_nothing_else(one: str, several: str) -> None:
    assert plural(one) == several
    assert singular(several) == one
    assert (singular(one), plural(several)) == (one, several)


@pytest.mark.parametrize(
    ("typed", "platser", "rest"),
    [
        ("2 ledamöter i nämnden", 2, "ledamöter i nämnden"),
        ("ledamöter i nämnden", None, "ledamöter i nämnden"),
        ("2", None, "2"),
        ("2031 års revisorer", None, "2031 års revisorer"),
    ],
)
def test_the_number_of_places_may_stand_first(typed: str, platser: int | None, rest: str) -> None:
    assert places_said(typed) == (platser, rest)
