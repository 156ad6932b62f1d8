"""Two writers: everything of both is in the result, or shown as a conflict. Nothing is dropped."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from protokoll_tui.domain.changes import Krock, merge
from protokoll_tui.domain.handelse import Flyttat, Handelse, Instamt, Lagt, Satt, Struket, apply
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.tree import find
from protokoll_tui.domain.yrkande import Instammande, Yrkande
from tests.domain.meetings import (
    AB,
    CD,
    EF,
    SCRIPTS,
    Fact,
    Step,
    facts_in,
    facts_of,
    ids,
    meetings,
    play,
    small,
    yrkande,
)

SOME = settings(max_examples=60, deadline=None)


def told(result: Sammantrade, krockar: tuple[Krock, ...]) -> set[Fact]:
    """What the merged meeting says and what the conflicts show beside it."""
    return facts_of(result).union(*(facts_in(krock.andring) for krock in krockar))


def both(ours: Handelse, theirs: Handelse) -> tuple[Sammantrade, tuple[Krock, ...]]:
    return merge(small(), apply(ours, small()), apply(theirs, small()))


@SOME
@given(meetings(), SCRIPTS, SCRIPTS)
def test_nothing_that_either_writer_wrote_is_missing(
    base: Sammantrade, our_script: list[Step], their_script: list[Step]
) -> None:
    ours, theirs = play(base, our_script, "o"), play(base, their_script, "t")
    result, krockar = merge(base, ours, theirs)
    assert facts_of(ours) - facts_of(base) <= facts_of(result)
    assert facts_of(theirs) - facts_of(base) <= told(result, krockar)


@SOME
@given(meetings(), SCRIPTS, SCRIPTS)
def test_what_stood_before_goes_only_where_a_writer_took_it_away(
    base: Sammantrade, our_script: list[Step], their_script: list[Step]
) -> None:
    ours, theirs = play(base, our_script, "o"), play(base, their_script, "t")
    result, _ = merge(base, ours, theirs)
    assert facts_of(base) & facts_of(ours) & facts_of(theirs) <= facts_of(result)
    assert set(ids(ours)) - set(ids(result)) <= set(ids(base)) - set(ids(theirs))


@SOME
@given(meetings(), meetings(), meetings())
def test_also_of_meetings_that_went_far_apart_every_id_is_there_once(
    base: Sammantrade, ours: Sammantrade, theirs: Sammantrade
) -> None:
    result, krockar = merge(base, ours, theirs)
    assert len(ids(result)) == len(set(ids(result)))
    assert facts_of(theirs) - facts_of(base) <= told(result, krockar)
    assert facts_of(ours) - facts_of(base) <= facts_of(result)


@SOME
@given(meetings(), SCRIPTS)
def test_one_writer_alone_is_simply_taken_over(base: Sammantrade, script: list[Step]) -> None:
    changed = play(base, script, "t")
    assert merge(base, base, changed) == (changed, ())
    assert merge(base, changed, base) == (changed, ())
    assert merge(base, changed, changed) == (changed, ())


def test_supporters_added_on_both_sides_all_survive() -> None:
    result, krockar = both(
        Instamt(yrkande="y-1", instammer=(Instammande(vem=CD),)),
        Instamt(yrkande="y-1", instammer=(Instammande(vem=EF),)),
    )
    merged = find(result, "y-1")
    assert isinstance(merged, Yrkande)
    assert krockar == ()
    assert [i.vem for i in merged.instammer] == [CD, EF]


def test_a_supporter_added_on_both_sides_stands_once() -> None:
    join = Instamt(yrkande="y-1", instammer=(Instammande(vem=CD),))
    result, krockar = both(join, join)
    merged = find(result, "y-1")
    assert isinstance(merged, Yrkande)
    assert (krockar, len(merged.instammer)) == ((), 1)


def test_the_same_paragraph_number_on_both_sides_gives_two_paragraphs() -> None:
    result, krockar = both(
        Lagt(i="m-1", lista="paragraf", post=Paragraf(id="p-o", nr=120, rubrik="Vårt")),
        Lagt(i="m-1", lista="paragraf", post=Paragraf(id="p-t", nr=120, rubrik="Deras")),
    )
    assert krockar == ()
    assert [(p.nr, p.rubrik) for p in result.paragraf][2:] == [(120, "Vårt"), (120, "Deras")]


def test_two_yrkanden_in_the_same_words_stay_two() -> None:
    result, krockar = both(
        Lagt(i="p-1", lista="yrkande", post=yrkande("y-o", EF)),
        Lagt(i="p-1", lista="yrkande", post=yrkande("y-t", EF)),
    )
    assert krockar == ()
    assert [y.id for y in result.paragraf[0].yrkande] == ["y-1", "y-2", "y-o", "y-t"]


def test_the_same_field_on_both_sides_keeps_ours_and_shows_theirs() -> None:
    result, (krock,) = both(
        Satt(id="p-1", falt="rubrik", varde="Vårt"), Satt(id="p-1", falt="rubrik", varde="Deras")
    )
    assert (result.paragraf[0].rubrik, krock.nu, krock.andring.efter) == ("Vårt", "Vårt", "Deras")


def test_different_fields_of_one_record_are_both_taken() -> None:
    result, krockar = both(
        Satt(id="p-1", falt="rubrik", varde="Vårt"), Satt(id="p-1", falt="dnr", varde="KS 1")
    )
    assert (krockar, result.paragraf[0].rubrik, result.paragraf[0].dnr) == ((), "Vårt", "KS 1")


def test_struck_there_and_changed_here_stays_and_is_shown() -> None:
    result, (krock,) = both(Satt(id="y-1", falt="av", varde=(AB, EF)), Struket(id="y-1"))
    assert "y-1" in ids(result)
    assert (krock.andring.id, krock.andring.efter) == ("y-1", None)


def test_struck_here_and_changed_there_shows_the_change() -> None:
    result, (krock,) = both(Struket(id="y-1"), Satt(id="y-1", falt="atertaget", varde=True))
    assert "y-1" not in ids(result)
    assert (krock.andring.id, krock.andring.falt, krock.nu) == ("y-1", "atertaget", None)


def test_moved_there_and_supported_here_is_one_record_and_a_conflict() -> None:
    result, krockar = both(
        Instamt(yrkande="y-1", instammer=(Instammande(vem=CD),)), Flyttat(id="y-1", till="p-2")
    )
    assert ids(result).count("y-1") == 1
    assert {krock.andring.id for krock in krockar} == {"y-1"}


def test_a_paragraph_struck_there_with_a_new_yrkande_here_stays() -> None:
    result, krockar = both(Lagt(i="p-2", lista="yrkande", post=yrkande("y-o")), Struket(id="p-2"))
    assert "y-o" in ids(result)
    assert [krock.andring.id for krock in krockar] == ["p-2"]


def test_order_changed_here_and_a_newcomer_there_are_both_taken() -> None:
    base = small()
    ours = replace(base, paragraf=base.paragraf[::-1])
    theirs = apply(Lagt(i="m-1", lista="paragraf", post=Paragraf(id="p-3"), fore="p-2"), base)
    result, krockar = merge(base, ours, theirs)
    assert krockar == ()
    assert [p.id for p in result.paragraf] == ["p-3", "p-2", "p-1"]
