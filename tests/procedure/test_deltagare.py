"""Who is in the room without a mandate, and in which §§ (situation 28)."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.narvaro import Deltagare
from protokoll_tui.procedure.deltagare import attending
from tests.procedure.rum import item, meeting


@pytest.mark.parametrize(
    ("nr", "till", "there"),
    [
        pytest.param(2, "p3", [2, 3], id="to a later one"),
        pytest.param(2, "p2", [2], id="in one alone"),
        pytest.param(2, "", [2, 3, 4], id="to the end"),
        pytest.param(2, "p1", [2, 3, 4], id="a last one that stands before the first"),
        pytest.param(2, "gone", [2, 3, 4], id="a last one that is gone"),
        pytest.param(1, "gone", [1, 2, 3, 4], id="from the first"),
        pytest.param(4, "p4", [4], id="in the last"),
        pytest.param(1, "p1", [1], id="in the first"),
    ],
)
def test_somebody_is_there_from_one_paragraf_to_another(
    nr: int, till: str, there: list[int]
) -> None:
    guest = Deltagare(id="d", vem="rev", till=till)
    items = [item(n, deltagare=(guest,) if n == nr else ()) for n in range(1, 5)]
    state = meeting(*items)
    assert [(d, [state.paragraf[n].nr for n in at]) for d, at in attending(state)] == [
        (guest, there)
    ]
