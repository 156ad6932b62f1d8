"""Elections: how they are put, whether they may be proportional, and that a ballot is secret."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import Forslag, ForslagSlag, Mal
from protokoll_tui.domain.fraga import Satt
from protokoll_tui.domain.records import Varde
from protokoll_tui.domain.svar import Svar
from protokoll_tui.domain.votering import Proportionellt, Sluten, Valresultat
from protokoll_tui.procedure.forlopp import Proposition
from protokoll_tui.procedure.val import (
    Uppdragsslag,
    elections,
    is_put,
    kind_of,
    may_be_proportional,
    missing,
    named,
    new_round,
    next_put,
    on_ballot,
    open_elections,
    organ_of,
    proposition,
    question_of,
)
from tests.procedure.builders import BIFALL, avslag, bifall, forslag, fraga, item, stand, who, yrkar

CHAIR = "ordförande i socialnämnden"


def stands(id: str, *sigs: str, uppdrag: str = CHAIR, **fields: Any) -> Forslag:
    return forslag(id, ForslagSlag.VAL, kandidater=who(*sigs), uppdrag=uppdrag, **fields)


# Secret


def kinds(hint: Any, seen: set[Any]) -> Iterator[Any]:
    """Every type that a value of a type hint can hold, however deep."""
    if hint in seen:
        return
    seen.add(hint)
    for arm in typing.get_args(hint):
        yield from kinds(arm, seen)
    plain = isinstance(hint, type) and not isinstance(hint, types.GenericAlias)
    if plain and issubclass(hint, Varde):
        hints = typing.get_type_hints(hint)
        yield hint
        for name, inner in hints.items():
            yield from kinds(inner, seen) if name != "okant" else ()
    elif plain:
        yield hint


def text_fields(cls: type[Varde]) -> set[str]:
    return {name for name, hint in typing.get_type_hints(cls).items() if hint is str}


def test_no_field_of_a_closed_ballot_can_hold_a_person_but_who_asked_for_it() -> None:
    fields = {
        name: set(kinds(hint, set()))
        for name, hint in typing.get_type_hints(Sluten).items()
        if name != "okant"
    }
    assert [name for name, held in fields.items() if Aktor in held] == ["begard_av"]
    del fields["begard_av"]
    held = set(kinds(Valresultat, set())).union(*fields.values())
    assert held == {Valresultat, Proportionellt, Mal, str, int, types.NoneType}
    # The only words are ids: of the ballot itself, and of what the votes are for.
    assert text_fields(Sluten) == {"id"}
    assert text_fields(Mal) == {"pa"}
    assert text_fields(Valresultat) == text_fields(Proportionellt) == set()


def test_a_field_with_a_person_would_have_been_seen() -> None:
    assert Aktor in set(kinds(Forslag, set()))


# Put


def test_an_uncontested_election_is_one_question_with_one_answer() -> None:
    one = elections(item(stands("a", "ab")))[0]
    assert not one.contested
    assert proposition(one) == Proposition((bifall("a"),))
    many = elections(item(stands("a", "ab", "cd", "ef")))[0]
    assert (many.platser, many.contested) == (3, False)
    apart = elections(item(stands("a", "ab", platser=2), stands("c", "cd")))[0]
    assert (apart.platser, apart.contested) == (2, False)
    assert proposition(apart) == Proposition((Svar(pa=(Mal(pa="a"), Mal(pa="c"))),))


def test_with_more_candidates_than_places_they_stand_against_each_other() -> None:
    two = elections(item(stands("a", "ab"), stands("c", "cd")))[0]
    assert two.contested
    assert proposition(two) == Proposition((bifall("a"), bifall("c")), Satt.MOT_VARANDRA)
    lists = elections(item(stands("a", "ab", "cd"), stands("c", "cd", "ef")))[0]
    assert (lists.platser, lists.contested) == (2, True)


def test_a_name_that_is_only_in_words_is_one_candidate() -> None:
    one = forslag("a", ForslagSlag.VAL, text="Välja Anna Berg (M) till ordförande.")
    two = forslag("c", ForslagSlag.VAL, text="Välja Cia Dahl (S) till ordförande.")
    assert not elections(item(one))[0].contested
    assert elections(item(one, two))[0].contested


def test_each_uppdrag_is_an_election_of_its_own_in_the_order_proposed() -> None:
    vice = stands("b", "ef", uppdrag="vice ordförande i socialnämnden")
    p = item(forslag("h"), stands("a", "ab"), vice, stands("c", "cd"))
    assert [[f.id for f in v.forslag] for v in elections(p)] == [["a", "c"], ["b"]]


def test_a_candidate_whose_proposal_was_taken_back_does_not_stand() -> None:
    gone = yrkar("y", stand(bifall("a").verkan, "c"), atertaget=True)
    p = item(stands("a", "ab"), stands("c", "cd"), gone)
    assert not elections(p)[0].contested


def test_an_election_is_open_until_somebody_is_elected() -> None:
    vice = stands("b", "ef", uppdrag="vice ordförande i socialnämnden")
    parts = (stands("a", "ab"), stands("c", "cd"), vice)
    for put, left in (
        ((), ["a", "b"]),
        ((fraga(bifall("a"), bifall("c")),), ["b"]),
        ((fraga(bifall("a"), avslag("a"), funnet=avslag("a")),), ["a", "b"]),
        ((fraga(bifall("a"), bifall("c")), fraga(bifall("b"))), []),
    ):
        found = open_elections(item(*parts, *put))
        assert [val.forslag[0].id for val in found] == left


@pytest.mark.parametrize(
    ("lists", "proportional", "counted"),
    [
        ((("a", "ab"), ("c", "cd")), False, ["a", "c"]),
        ((("a", "ab", "cd"), ("c", "ef", "gh")), False, ["a", "c"]),
        ((("a", "ab", "cd"), ("c", "ef")), False, ["a1", "a2", "c"]),
        ((("a", "ab", "cd"), ("c", "ef")), True, ["a", "c"]),
    ],
)
def test_votes_are_counted_for_names_or_for_whole_lists(
    lists: tuple[tuple[str, ...], ...], proportional: bool, counted: list[str]
) -> None:
    val = elections(item(*(stands(*words) for words in lists)))[0]
    found = [f"{mal.pa}{''.join(map(str, mal.punkter))}" for mal in on_ballot(val, proportional)]
    assert found == counted


def test_a_new_round_is_numbered_after_the_last_and_fills_as_many_places() -> None:
    q = fraga(bifall("a"), bifall("c"))
    first = new_round(q, "s1")
    assert (first.omgang, first.platser, first.resultat) == (1, None, ())
    held = Sluten(id="s1", omgang=2, platser=3, avgivna=39, proportionellt=Proportionellt())
    again = new_round(replace(q, sluten=(held,)), "s2")
    assert again == Sluten(id="s2", omgang=3, platser=3, proportionellt=Proportionellt())


def test_an_elected_name_lacks_its_uppdrag_or_its_term_until_they_are_said() -> None:
    assert missing(stands("a", "ab", mandattid="till och med den 31 december 2034")) == ()
    assert missing(stands("a", "ab")) == ("mandattid",)
    assert missing(stands("a", "ab", uppdrag="")) == ("uppdrag", "mandattid")
    assert missing(forslag("a", ForslagSlag.VAL, text="Som i bilagan.")) == ()
    assert missing(forslag("a", kandidater=who("ab"))) == ()


# Proportional


@pytest.mark.parametrize(
    ("uppdrag", "kind", "may"),
    [
        ("ordförande i socialnämnden", Uppdragsslag.PRESIDIUM, False),
        ("Ordförande", Uppdragsslag.PRESIDIUM, False),
        ("andre vice ordförande i kommunfullmäktige", Uppdragsslag.PRESIDIUM, False),
        ("ledamot och tillika ordförande i arbetsutskottet", Uppdragsslag.PRESIDIUM, False),
        ("presidiet", Uppdragsslag.PRESIDIUM, False),
        ("ledamot i kommunstyrelsen", Uppdragsslag.LEDAMOT, True),
        ("ledamöter i socialnämnden", Uppdragsslag.LEDAMOT, True),
        ("ersättare i socialnämnden", Uppdragsslag.ERSATTARE, True),
        ("styrelsesuppleant", None, None),
        ("suppleant i bolaget", Uppdragsslag.ERSATTARE, True),
        ("revisorer", Uppdragsslag.REVISOR, True),
        ("justerare", None, None),
        ("", None, None),
    ],
)
def test_what_is_elected_is_told_by_its_words(
    uppdrag: str, kind: Uppdragsslag | None, may: bool | None
) -> None:
    assert kind_of(uppdrag) is kind
    assert may_be_proportional(uppdrag) is may


def test_the_organ_of_an_uppdrag_stands_after_its_preposition() -> None:
    assert organ_of("ledamot i Socialnämnden ") == "socialnämnden"
    assert organ_of("ersättare i socialnämnden") == "socialnämnden"
    assert organ_of("ordförande") == ""


LEAVES = forslag("o", ForslagSlag.AVSAGELSE, uppdrag=CHAIR, kandidater=who("ef"))


def test_an_election_says_to_what_and_an_avsagelse_is_one_of_its_own() -> None:
    p = item(stands("m", "ab"), LEAVES, stands("n", "cd", uppdrag="revisor"), stands("l", "gh"))
    assert [(v.uppdrag, v.slag, [f.id for f in v.forslag]) for v in elections(p)] == [
        (CHAIR, ForslagSlag.VAL, ["m", "l"]),
        (CHAIR, ForslagSlag.AVSAGELSE, ["o"]),
        ("revisor", ForslagSlag.VAL, ["n"]),
    ]


def test_an_election_is_put_by_itself_where_it_is_contested_or_moved_in_the_room() -> None:
    plain, other = stands("m", "ab"), stands("n", "cd", uppdrag="revisor")
    p = item(plain, other, stands("l", "gh", uppdrag="revisor"))
    assert [is_put(p, v) for v in elections(p)] == [False, True]
    moved = item(plain, other, yrkar("x", stand(BIFALL, "m")))
    assert [is_put(moved, v) for v in elections(moved)] == [True, False]
    assert [v.uppdrag for v in (next_put(p), next_put(moved)) if v] == ["revisor", CHAIR]
    assert next_put(item(plain)) is None


def test_the_question_of_an_election_is_the_last_that_names_one_of_it() -> None:
    one, two = stands("m", "ab"), stands("n", "cd")
    other = fraga(bifall("f"))
    first, last = fraga(bifall("m")), fraga(bifall("m"), bifall("n"))
    p = item(one, two, first, last, other)
    (val,) = elections(p)
    assert question_of(p, val) == last
    assert question_of(item(one, two, other), val) is None


def test_the_names_of_a_list_are_counted_each_unless_the_ballot_is_proportional() -> None:
    (val,) = elections(item(stands("m", "ab", "cd", platser=3), stands("n", "ef", platser=3)))
    names = (Mal(pa="m", punkter=(1,)), Mal(pa="m", punkter=(2,)), Mal(pa="n"))
    assert on_ballot(val) == names
    assert on_ballot(val, True) == (Mal(pa="m"), Mal(pa="n"))


def test_a_list_names_all_its_candidates_or_those_that_are_meant() -> None:
    names = stands("m", "ab", "cd", "ef")
    assert [a.person for a in named(names)] == ["ab", "cd", "ef"]
    assert [a.person for a in named(names, (3, 1))] == ["ab", "ef"]
