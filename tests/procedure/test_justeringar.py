"""Which justering each § belongs to: each to one, none to two (R22, R23)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from protokoll_tui.domain.justering import Justering
from protokoll_tui.domain.narvaro import Fas
from protokoll_tui.domain.paragraf import Ajournering, Paragraf
from protokoll_tui.procedure.justeringar import justering_of, justeringar, main_justering
from tests.procedure.rum import DAY, item, meeting

REST = Justering(id="k", justerare=("ab",), datum=date(2031, 6, 24), ordforande="kå")
TWO = Justering(id="k2", justerare=("cd",), paragrafer=("p2", "p4"))


def ranges(*justering: Justering, items: tuple[Paragraf, ...]) -> list[tuple[str, list[int]]]:
    """Each justering by the first who signs, with the numbers of its §§."""
    state = meeting(*items, justering=justering)
    return [
        (j.justerare[0] if j.justerare else "", [p.nr or 0 for p in held])
        for j, held in justeringar(state)
    ]


FIVE = tuple(item(n) for n in range(1, 6))


def test_one_justering_without_sections_holds_them_all() -> None:
    assert ranges(REST, items=FIVE) == [("ab", [1, 2, 3, 4, 5])]


def test_named_sections_go_to_their_own_and_the_rest_to_the_other() -> None:
    assert ranges(REST, TWO, items=FIVE) == [("ab", [1, 3, 5]), ("cd", [2, 4])]


def test_they_come_in_the_order_of_the_first_section_of_each() -> None:
    first = Justering(id="k3", justerare=("ef",), paragrafer=("p1",))
    assert [who for who, _ in ranges(REST, TWO, first, items=FIVE)] == ["ef", "cd", "ab"]


def test_a_section_that_is_in_none_has_none() -> None:
    state = meeting(*FIVE, justering=(TWO,))
    assert main_justering(state) is None
    assert [justering_of(state, p) is None for p in FIVE] == [True, False, True, False, True]
    assert ranges(TWO, items=FIVE) == [("cd", [2, 4])]


def test_a_section_that_is_justerad_at_once_has_one_of_its_own_that_day() -> None:
    now = item(2, omedelbart_justerad=time(15))
    state = meeting(item(1), now, item(3), justering=(REST,))
    own = justering_of(state, now)
    assert own is not None
    assert (own.paragrafer, own.datum, own.justerare, own.ordforande) == (
        ("p2",),
        DAY,
        ("ab",),
        "kå",
    )
    assert [[p.nr for p in held] for _, held in justeringar(state)] == [[1, 3], [2]]


def test_sections_justerade_at_once_the_same_day_are_signed_together() -> None:
    at_once = tuple(item(n, omedelbart_justerad=True) for n in (1, 2))
    assert [held for _, held in ranges(REST, items=(*at_once, item(3)))] == [[1, 2], [3]]


def test_one_that_is_decided_another_day_is_justerad_at_once_that_day() -> None:
    later = Ajournering(id="u", datum=date(2031, 6, 19), fas=Fas.UNDER)
    after = replace(later, fas=Fas.EFTER)
    for paus, days in ((later, [19, 19]), (after, [17, 19])):
        first = item(1, omedelbart_justerad=True, ajournering=(paus,))
        state = meeting(first, item(2, omedelbart_justerad=True))
        found = [justering_of(state, p) for p in state.paragraf]
        assert [j.datum.day for j in found if j and j.datum] == days


def test_a_section_justerad_at_once_that_somebody_recorded_one_for_keeps_that() -> None:
    now = item(2, omedelbart_justerad=True)
    state = meeting(item(1), now, justering=(REST, TWO))
    assert justering_of(state, now) == TWO


def test_without_any_justering_one_that_is_justerad_at_once_still_has_its_day() -> None:
    now = item(1, omedelbart_justerad=True)
    own = justering_of(meeting(now), now)
    assert own is not None
    assert (own.justerare, own.datum) == ((), DAY)


def test_a_meeting_without_sections_has_nothing_to_justera() -> None:
    assert ranges(REST, items=()) == []


def test_at_once_where_no_other_justering_is_recorded_nobody_signs_yet() -> None:
    p = item(1, omedelbart_justerad=True)
    assert justering_of(meeting(p), p) == Justering(paragrafer=("p1",), datum=DAY)


def test_a_break_before_the_item_moves_its_day() -> None:
    later = date(2031, 6, 18)
    for fas, day in ((Fas.FORE, later), (Fas.UNDER, later), (Fas.EFTER, DAY)):
        p = item(
            1,
            omedelbart_justerad=True,
            ajournering=(Ajournering(id="a", datum=later, fas=fas),),
        )
        found = justering_of(meeting(p), p)
        assert found is not None and found.datum == day
