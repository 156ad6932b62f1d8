"""The röstlängd as it is called: the marks make a line, and the line makes the marks again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.votering import Rostmarke, Votering
from protokoll_tui.quickline import Kontext
from protokoll_tui.services.interpret import unusable_signatures
from protokoll_tui.services.rostlista import (
    SIDES,
    Rostlista,
    Rostplats,
    is_roll_line,
    laid_vote,
    open_roll,
    vote_line,
    with_line,
)
from protokoll_tui.services.session import Session
from tests.services.hand import at, say

JA, NEJ, AVSTAR, DELTAR_INTE, FRANVARANDE = SIDES

PARTIES = {"ab": "M", "cd": "S", "ef": "V", "mö": "S", "pk": "-", "aw": "S", "ts": ""}
PEOPLE = Kontext(
    namn={sig: f"Namn {sig.upper()}" for sig in PARTIES},
    parti=PARTIES,
    tjanstgor=tuple(PARTIES),
)


def roll(*persons: str) -> Rostlista:
    """A röstlängd of these in that order; "" is an empty seat."""
    rows = (
        Rostplats(n, sig, sig, PARTIES.get(sig, ""), fran=mark, rost=mark)
        for n, sig in enumerate(persons or tuple(PARTIES), 1)
        for mark in [None if sig else Rostmarke.TOM_PLATS]
    )
    return Rostlista("v-1", "bifall", "avslag", tuple(rows))


def marks(found: Rostlista) -> dict[str, str]:
    return {row.person: row.rost.value for row in found.rader if row.rost and row.person}


def voting(session: Session, *before: str) -> Votering:
    """The vote of § 118, asked for by ab."""
    say(session, 112, *(before or ("ru",)))
    say(session, 118, "av ab +cd", "öv", "pr f1", "om ab")
    return at(session, 118).fraga[0].votering[-1]


def called(session: Session, line: str = "") -> Rostlista:
    vote = at(session, 118).fraga[0].votering[-1]
    found = open_roll(session, at(session, 118).id, vote.id, line)
    assert found is not None
    return found


# One key after the other


def test_a_mark_goes_on_to_the_next_who_has_not_voted_and_round_to_the_first() -> None:
    found = roll().at(5).marked(JA)
    assert (found.vid, found.har.person) == (6, "ts")
    found = found.marked(NEJ)
    assert (found.vid, marks(found)) == (0, {"aw": "ja", "ts": "nej"})


def test_after_one_that_is_put_right_the_call_goes_on_where_it_was() -> None:
    called = roll().at(2).party(JA).at(4).marked(NEJ).at(0).marked(JA)
    assert called.har.person == "cd", "who has not been called, though later ones have"
    called = called.at(4).marked(JA)
    assert (called.har.person, marks(called)["pk"]) == ("cd", "ja")
    done = roll().rest(JA).at(3).marked(NEJ)
    assert (done.vid, done.kvar) == (3, ())


def test_when_nobody_is_left_the_row_stays() -> None:
    found = roll("ab", "cd").marked(JA).marked(NEJ)
    assert (found.vid, found.kvar) == (1, ())
    assert marks(found.at(0).marked(NEJ)) == {"ab": "nej", "cd": "nej"}


def test_a_party_votes_together_but_for_those_who_have_voted() -> None:
    found = roll().at(3).marked(NEJ).at(1).party(JA)
    assert marks(found) == {"cd": "ja", "mö": "nej", "aw": "ja"}


@pytest.mark.parametrize("sig", ["pk", "ts"])
def test_who_has_no_party_votes_alone(sig: str) -> None:
    rows = roll("pk", "ts")
    rows = replace(rows, rader=tuple(replace(r, parti=PARTIES[sig]) for r in rows.rader))
    assert marks(rows.party(JA)) == {"pk": "ja"}


def test_the_rest_votes_and_an_empty_seat_does_not() -> None:
    found = roll("ab", "", "cd").marked(AVSTAR).rest(JA)
    assert marks(found) == {"ab": "avstår", "cd": "ja"}
    assert found.rader[1].rost is Rostmarke.TOM_PLATS
    assert found.at(1).marked(JA) == found.at(1)


def test_the_two_may_change_places_until_somebody_votes() -> None:
    assert roll("ab", "").orord
    assert not roll("ab", "").marked(AVSTAR).orord


# The line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ({}, ""),
        ({"ab": JA}, "om ja M"),
        ({"cd": JA, "mö": JA}, "om ja cd mö"),
        ({"cd": JA, "mö": JA, "aw": JA}, "om ja S"),
        ({"cd": JA, "mö": NEJ, "aw": JA}, "om ja cd aw nej mö"),
        ({"pk": JA, "ts": AVSTAR, "ef": NEJ}, "om ja pk nej V avstår ts"),
        ({"ab": DELTAR_INTE, "ef": FRANVARANDE}, "om deltar M frånvarande V"),
    ],
)
def test_the_marks_are_a_line_a_party_where_all_of_it_votes_the_same(
    marked: dict[str, Rostmarke], line: str
) -> None:
    found = roll()
    for sig, mark in marked.items():
        found = found.at(list(PARTIES).index(sig)).marked(mark)
    assert vote_line(found, PEOPLE) == line
    assert marks(with_line(roll(), line, PEOPLE)) == {sig: m.value for sig, m in marked.items()}


@given(st.lists(st.sampled_from([None, *SIDES]), min_size=7, max_size=7))
def test_any_marks_at_all_are_read_back(given_marks: list[Rostmarke | None]) -> None:
    found = roll()
    for n, mark in enumerate(given_marks):
        found = found.at(n).marked(mark) if mark else found
    again = with_line(roll(), vote_line(found, PEOPLE), PEOPLE)
    assert marks(again) == marks(found)


def test_a_party_of_which_somebody_does_not_sit_in_the_list_is_written_by_name() -> None:
    found = roll("ab", "cd", "mö").at(1).party(JA)
    assert vote_line(found, PEOPLE) == "om ja cd mö"


@pytest.mark.parametrize("sig", ["ja", "tom", "inte", "zz"])
def test_a_signature_that_is_a_word_of_votes_or_in_no_roster_is_kept(sig: str) -> None:
    people = replace(PEOPLE, namn={"ab": "Anna Berg"}, tjanstgor=("ab",))
    found = roll(sig, "ab").rest(NEJ)
    assert marks(with_line(roll(sig, "ab"), vote_line(found, people), people)) == {
        sig: "nej",
        "ab": "nej",
    }


def test_who_has_no_seat_gets_a_row_so_that_nothing_said_is_lost() -> None:
    found = with_line(roll("ab"), "om ja ab nej cd", PEOPLE)
    assert [(row.nr, row.namn, row.rost) for row in found.rader] == [
        (1, "ab", JA),
        (2, "Namn CD", NEJ),
    ]
    assert marks(with_line(roll("ab"), vote_line(found, PEOPLE), PEOPLE)) == marks(found)


@pytest.mark.parametrize(
    "line", ["", "om", "om 8-5", "om ab", "om ab ja S", "om omvänt", "om ja S : x", "ja S", "om ja"]
)
def test_a_line_that_says_anything_else_is_no_list_of_marks(line: str) -> None:
    assert not is_roll_line(line, PEOPLE)
    assert with_line(roll(), line, PEOPLE) == roll()


def test_a_word_that_votes_are_made_of_is_no_good_signature(session: Session) -> None:
    person = replace(session.kommun.person[0], sig="tom")
    kommun = replace(session.kommun, person=(person,))
    assert unusable_signatures(session.kommun) == []
    assert len(unusable_signatures(kommun)) == 1


# In a meeting


def test_the_rows_are_the_seats_in_order_the_chair_last(session: Session) -> None:
    voting(session, "ru -aw +ft")
    found = called(session)
    assert [row.nr for row in found.rader] == list(range(1, 14))
    assert (found.rader[-1].namn, found.rader[-1].lage) == ("Karin Åkesson (C)", "ordförande")
    stand_in = next(row for row in found.rader if row.person == "ft")
    assert (stand_in.namn, stand_in.lage) == ("Fatima Tahir (S)", "för Ann-Sofie Wallin")
    assert (found.ja, found.nej) == (
        "bifall till arbetsutskottets förslag",
        "avslag på arbetsutskottets förslag",
    )


def test_an_empty_seat_and_who_takes_no_part_are_marked_from_the_start(session: Session) -> None:
    say(session, 118, "di pk")
    voting(session, "ru -aw")
    given_from_start = {row.namn: row.rost for row in called(session).rader if row.rost}
    assert given_from_start == {
        "Ann-Sofie Wallin (S)": Rostmarke.TOM_PLATS,
        "Petra Kvist (-)": DELTAR_INTE,
    }
    assert len(called(session).kvar) == 11


def test_marks_that_are_recorded_already_are_not_said_again(session: Session) -> None:
    voting(session)
    say(session, 118, "om ja S")
    found = called(session)
    assert len(found.kvar) == 10
    assert vote_line(found.marked(NEJ), session.kontext(at(session, 118).id)) == "om nej ab"


def test_the_line_of_the_marks_is_the_vote(session: Session) -> None:
    voting(session)
    found = called(session).party(JA).rest(NEJ).at(6).marked(AVSTAR)
    say(session, 118, vote_line(found, session.kontext(at(session, 118).id)))
    rows = at(session, 118).fraga[0].votering[-1].rostlangd
    assert {row.person: row.rost.value for row in rows if row.rost} == marks(found)
    assert len(marks(found)) == 13


def test_without_an_upprop_there_is_nobody_to_call(session: Session) -> None:
    say(session, 118, "av ab", "öv", "pr f1", "om ab")
    here = at(session, 118)
    assert open_roll(session, here.id, here.fraga[0].votering[0].id) is None
    assert session.guide(here.id).harnast.rosta == ""
    assert session.guide(here.id).harnast.val[0].rad == "om "


def test_a_line_that_lays_a_vote_names_it(session: Session) -> None:
    vote = voting(session)
    here = at(session, 118)
    assert session.guide(here.id).harnast.rosta == vote.id
    assert laid_vote(session.read("om ja S", here.id).tolkning) == ""
    say(session, 118, "st m1")
    assert laid_vote(session.read("om cd", here.id).tolkning) != ""
