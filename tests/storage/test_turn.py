"""One program of a computer acts at a time, and none waits for ever."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from protokoll_tui.storage.turn import Turn


def test_two_never_hold_the_turn_at_once(tmp_path: Path) -> None:
    inside: list[str] = []
    most = 0

    def act(name: str) -> None:
        nonlocal most
        turn = Turn(tmp_path / "las" / "x.tur")
        for _ in range(20):
            with turn.taken(patience=60):
                inside.append(name)
                most = max(most, len(inside))
                time.sleep(0.0005)
                inside.remove(name)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, "abcd"))
    assert most == 1


def test_the_same_one_may_take_it_again_and_another_waits_only_so_long(tmp_path: Path) -> None:
    turn, other = Turn(tmp_path / "x"), Turn(tmp_path / "x")
    entered = []
    with turn.taken():
        with turn.taken():
            entered.append("again")
        with other.taken(patience=0.05):
            entered.append("without")
    assert entered == ["again", "without"]


def test_where_there_is_no_place_for_it_one_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    entered = False
    with Turn(tmp_path / "fil" / "under").taken():
        entered = True
    assert entered
