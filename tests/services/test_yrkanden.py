"""What is asked for in the room: moved, joined, taken back, corrected, moved elsewhere."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import Utfall, main_forslag, outcomes
from protokoll_tui.services.session import Session
from tests.services.hand import TickingClock, at, marks, say, sentence


@pytest.fixture
def session(session: Session) -> Session:
    """The example meeting after an upprop where rh serves for aw."""
    say(session, 112, "ru -aw +rh")
    return session


@pytest.fixture
def ticking(meeting_file: Path) -> Session:
    """The example meeting by a clock that goes one minute per line."""
    return Session.open(meeting_file, TickingClock())


def persons(*signatures: str) -> tuple[Aktor, ...]:
    return tuple(Aktor(person=sig) for sig in signatures)


# Supporters

MP_KD = (("MP", ("ml",)), ("KD", ("gh",)))


def test_one_who_joins_later_keeps_the_time_when_it_was_said(ticking: Session) -> None:
    say(ticking, 118, "av ab +cd")
    moved = at(ticking, 118).yrkande[0].tid
    say(ticking, 118, "bi hä", "in y1 ts")
    first, late = at(ticking, 118).yrkande[0].instammer
    assert (first.vem.person, first.tid) == ("cd", None)
    assert late.vem.person == "ts"
    assert moved and late.tid and late.tid > moved


def test_a_bare_plus_joins_the_newest_yrkande(session: Session) -> None:
    say(session, 118, "av ab", "bi hä", "+gh")
    first, second = at(session, 118).yrkande
    assert first.instammer == ()
    assert [i.vem for i in second.instammer] == [*persons("gh")]


def test_who_joins_after_a_line_that_was_not_read_is_asked_which_yrkande_it_is(
    ticking: Session,
) -> None:
    say(ticking, 118, "av ab", "Ändra punkt 2", "Mer att reda ut")
    last = ticking.read("+kå", at(ticking, 118).id)
    assert last.anmarkningar == ("Raden före blev en notering. Instämmandet gäller y1.",)
    assert last.tveksam
    assert ticking.read("rä n2 +kå", at(ticking, 118).id).tveksam
    say(ticking, 118, "bi hä")
    assert not ticking.read("+kå", at(ticking, 118).id).anmarkningar


def test_one_who_only_nodded_is_taken_away_again(session: Session) -> None:
    say(session, 118, "av ab +cd pk", "-pk")
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == ["cd"]


@pytest.mark.parametrize(
    ("supporters", "gone", "left"),
    [
        ("eå gh", "åk", ["gh"]),
        ("kå gh", "åk", ["gh"]),
        ("ml gh", "lindq", ["gh"]),
        ("ml ol", "lindq", ["ml", "ol"]),
        ("ml gh pk", "lindqvist holm", ["pk"]),
        ("eå gh", "kå", ["eå", "gh"]),
        ("eå gh", "Karin Åkesson", ["eå", "gh"]),
        ("Zäta gh", "Zäta", ["gh"]),
        ("Zäta gh", "zät", ["gh"]),
        ("S gh", "S", ["gh"]),
    ],
)
def test_who_is_taken_away_is_looked_for_among_those_who_join(
    session: Session, supporters: str, gone: str, left: list[str]
) -> None:
    say(session, 118, f"av ab +{supporters}", "bi hä")
    say(session, 118, f"in y1 -{gone}")
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == left


def test_a_group_is_taken_away_whoever_of_it_was_left(session: Session) -> None:
    say(session, 118, "av cd +S gh", "-S")
    assert joined(session) == [*persons("gh")]


def test_nobody_joins_twice_and_no_mover_joins_his_own_yrkande(session: Session) -> None:
    say(session, 118, "av ab +cd", "+cd ab gh")
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == ["cd", "gh"]


def test_a_group_that_joins_is_frozen_to_those_who_serve_now(session: Session) -> None:
    say(session, 118, "ti ml +S : Arkivet ska vara öppet för skolorna.")
    (joined,) = at(session, 118).yrkande[0].instammer
    # Ann-Sofie Wallin is replaced by Roger Hallström today.
    assert joined.vem == Aktor(grupp="S", namn=("cd", "mö", "rh"))


def joined(session: Session, nr: int = 118) -> list[Aktor]:
    return [i.vem for i in at(session, nr).yrkande[0].instammer]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("av cd +S",), [Aktor(grupp="S", namn=("mö", "rh"))]),
        (("av ab +cd S",), [*persons("cd"), Aktor(grupp="S", namn=("mö", "rh"))]),
        (("av ab +S cd",), [Aktor(grupp="S", namn=("mö", "rh")), *persons("cd")]),
        (("av ef +V",), []),
        (("av S +cd gh",), [*persons("gh")]),
        (("av ab +MP KD // av 2h +KD",), [Aktor(grupp=k, namn=n) for k, n in MP_KD]),
        (("av cd", "in y1 S"), [Aktor(grupp="S", namn=("mö", "rh"))]),
        (("av ab +mö", "+S"), [*persons("mö"), Aktor(grupp="S", namn=("cd", "rh"))]),
        (("av ab +S", "+cd"), [Aktor(grupp="S", namn=("cd", "mö", "rh"))]),
        (("av ef", "+V"), []),
        (("av ab +S", "rä y1 av cd"), [Aktor(grupp="S", namn=("mö", "rh"))]),
    ],
)
def test_a_group_that_joins_names_nobody_twice(
    session: Session, lines: tuple[str, ...], left: list[Aktor]
) -> None:
    say(session, 118, *lines)
    assert joined(session) == left


def test_no_mover_joins_his_own_yrkande_through_his_group(session: Session) -> None:
    said = sentence(session, 118, "av cd +S")
    assert said.count("Cia Dahl") == 1 and "Mikael Öberg (S) och Roger Hallström (S) inst" in said
    assert "instämmer" not in sentence(session, 118, "av ef +V")


def test_movers_and_their_own_group_are_named_once_and_so_is_whose_the_forslag_is(
    session: Session,
) -> None:
    last = say(session, 118, "ny S cd : Kommunen avstår.")
    p = at(session, 118)
    assert marks(last) == ()
    assert p.yrkande[0].av == (Aktor(grupp="S", namn=("mö", "rh")), *persons("cd"))
    assert p.forslag[-1].fran == p.yrkande[0].av[0]


def test_a_line_that_goes_on_for_a_person_and_his_group_is_no_other_persons(
    session: Session,
) -> None:
    assert marks(say(session, 118, "åt cd S 1h >sn // av 2h")) == ()


def test_nobody_who_lost_is_named_twice_by_the_reservation_that_is_offered(
    session: Session,
) -> None:
    say(session, 118, "av cd +S", "bi hä", "pr f1", "be")
    offered = next(v.rad for v in session.guide(at(session, 118).id).harnast.val if "rs" in v.rad)
    say(session, 118, offered)
    p = at(session, 118)
    assert p.reservation[0].av == (*persons("cd"), Aktor(grupp="S", namn=("mö", "rh")))
    assert p.reservation[0].till_forman == (p.yrkande[0].id,)
    assert session.guide(p.id).harnast.text.startswith("nästa")


def test_a_group_reserves_itself_in_favour_of_what_it_joined_whoever_was_left_of_it(
    session: Session,
) -> None:
    say(session, 118, "av cd +S", "bi hä", "pr f1", "be", "rs S")
    p = at(session, 118)
    assert p.reservation[0].till_forman == (p.yrkande[0].id,)


def test_the_supporters_named_in_the_second_part_of_a_line_are_not_lost(session: Session) -> None:
    say(session, 118, "åt ab 1h >socialnämnden : för att belysa kostnaden // av 2h +cd")
    (yrkande,) = at(session, 118).yrkande
    assert [i.vem.person for i in yrkande.instammer] == ["cd"]
    assert yrkande.av == persons("ab")


# Stands


def test_two_stands_of_one_person_are_one_yrkande_with_its_own_forslag(session: Session) -> None:
    say(session, 118, "åt ab 1h >socialnämnden : för att belysa kostnaden // av 2h")
    p = at(session, 118)
    (yrkande,) = p.yrkande
    first, second = yrkande.stallning
    assert (first.verkan, first.hand) == (Verkan.BIFALL, 1)
    assert p.forslag[-1].id == first.pa.pa
    assert p.forslag[-1].slag is ForslagSlag.ATERREMISS
    assert (second.verkan, second.hand, second.pa.pa) == (Verkan.AVSLAG, 2, p.forslag[0].id)


def test_the_same_on_two_forslag_says_which_in_the_list(session: Session) -> None:
    say(session, 118, "fr cd : En egen plan.", "av ab f1 f2", "bi ef f1 // av f2")
    rows = [r.text for r in session.guide(at(session, 118).id).poster if r.plats[0] == "y"]
    assert rows == ["avslag f1 och avslag f2 · Anna Berg (M)", "bifall och avslag · Eva Falk (V)"]


def test_bifall_to_a_yrkande_asks_for_the_same_and_avslag_for_the_opposite(
    session: Session,
) -> None:
    say(session, 118, "av ab", "bi cd y1", "av ef y1")
    stands = [y.stallning[0].verkan for y in at(session, 118).yrkande]
    assert stands == [Verkan.AVSLAG, Verkan.AVSLAG, Verkan.BIFALL]


def test_own_words_follow_the_clause_and_words_after_att_replace_it(session: Session) -> None:
    say(session, 118, "av ab : med hänvisning till kostnaden", "av cd : att ärendet faller")
    first, second = (y.stallning[0] for y in at(session, 118).yrkande)
    assert (first.att, first.ord) == ("", "med hänvisning till kostnaden")
    assert (second.att, second.ord) == ("ärendet faller", "")


def test_a_change_points_at_the_forslag_and_the_point_that_it_changes(session: Session) -> None:
    say(session, 121, "än ab p2 : Socialnämnden redovisar arbetet varje år.")
    p = at(session, 121)
    change = p.forslag[-1]
    assert change.mot and (change.mot.pa, change.mot.punkter) == (p.forslag[0].id, (2,))
    assert p.yrkande[0].stallning[0].pa.pa == change.id


def test_where_there_is_no_forslag_one_still_asks_for_bifall(session: Session) -> None:
    last = say(session, 114, "bi ab")
    assert marks(last) == ()
    assert at(session, 114).yrkande[0].stallning[0].pa.pa == ""


def test_a_second_forslag_is_an_alternative_to_the_first(session: Session) -> None:
    say(session, 114, "fr ab : Ärendet utgår.", "fr cd : Ärendet bordläggs.")
    slag = [f.slag for f in at(session, 114).forslag]
    assert slag == [ForslagSlag.HUVUD, ForslagSlag.ALTERNATIV]


def test_a_name_that_is_in_no_roster_stays_as_written_and_is_flagged(session: Session) -> None:
    last = say(session, 118, "av ab +Zäta Quist")
    assert marks(last) == ("okand_person",)
    assert "Zäta Quist finns inte i registret" in last.anmarkningar[0]
    assert at(session, 118).yrkande[0].instammer[0].vem == Aktor(ord="Zäta Quist")


# Organs by their id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sbn", "samhällsbyggnadsnämnden"),
        ("SBN", "samhällsbyggnadsnämnden"),
        ("bun", "barn- och utbildningsnämnden"),
        ("socialnämnden", "socialnämnden"),
        ("sn och bun", "sn och bun"),
        ("xyz", "xyz"),
    ],
)
def test_an_organ_is_written_out_by_name(session: Session, typed: str, name: str) -> None:
    say(session, 118, f"åt ab >{typed}", f"re gh >{typed}", f"fr {typed} : Ett förslag.")
    p = at(session, 118)
    assert [f.mottagare for f in p.forslag[1:3]] == [name, name]
    assert p.forslag[3].fran == Aktor(ord=name)


@pytest.mark.parametrize("line", ["åt ab >bun : för att …", "fr sbn : Ett förslag."])
def test_the_line_that_corrects_a_named_organ_reads_back_the_same(
    session: Session, line: str
) -> None:
    say(session, 118, line)
    before = at(session, 118)
    again = session.last_line(before.id)
    assert again and "nämnden" in again
    say(session, 118, again)
    assert at(session, 118) == before


def test_an_organ_whose_name_is_another_organs_id_keeps_its_name(meeting_file: Path) -> None:
    roster = meeting_file.parent / "kommun.toml"
    text = roster.read_text(encoding="utf-8").replace('id = "sn"', 'id = "arbetsutskottet"')
    roster.write_text(text, encoding="utf-8")
    session = Session.open(meeting_file)
    say(session, 118, "åt ab >au", "re gh >arbetsutskottet")
    assert [f.mottagare for f in at(session, 118).forslag[1:]] == ["arbetsutskottet"] * 2


# Taken back, struck, corrected: three different things


def test_a_yrkande_that_is_taken_back_stays_as_taken_back(ticking: Session) -> None:
    say(ticking, 120, "bi ol", "ny ts : Motionen bifalls.", "tb ts")
    p = at(ticking, 120)
    assert len(p.yrkande) == 2
    assert isinstance(p.yrkande[1].atertaget, time)
    assert outcomes(p)[p.yrkande[1].id] is Utfall.ATERTAGET


def test_tb_takes_the_persons_own_newest_yrkande_and_else_the_newest(session: Session) -> None:
    say(session, 118, "av ab", "bi hä", "tb ab")
    assert [bool(y.atertaget) for y in at(session, 118).yrkande] == [True, False]
    say(session, 118, "tb")
    assert [bool(y.atertaget) for y in at(session, 118).yrkande] == [True, True]


def test_a_struck_yrkande_never_happened_and_its_forslag_goes_with_it(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "st y1")
    p = at(session, 118)
    assert (p.yrkande, len(p.forslag)) == ((), 1)


def test_a_struck_yrkande_leaves_a_forslag_that_somebody_else_asks_for(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "bi cd f2", "st y1")
    p = at(session, 118)
    assert len(p.yrkande) == 1
    assert [f.text for f in p.forslag[1:]] == ["Kommunen avstår."]


def test_a_corrected_yrkande_keeps_its_id_and_its_time(ticking: Session) -> None:
    say(ticking, 118, "av ab +cd", "bi hä")
    before = at(ticking, 118).yrkande[0]
    say(ticking, 118, "rä y1 bi ef +gh")
    after = at(ticking, 118).yrkande[0]
    assert (after.id, after.tid) == (before.id, before.tid)
    assert after.av == persons("ef")
    assert after.stallning[0].verkan is Verkan.BIFALL
    assert not after.atertaget
    assert len(at(ticking, 118).yrkande) == 2


def test_a_correction_removes_the_own_forslag_that_no_longer_holds(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "rä y1 av ab")
    p = at(session, 118)
    assert [f.slag for f in p.forslag] == [ForslagSlag.HUVUD]
    assert p.yrkande[0].stallning[0].pa.pa == p.forslag[0].id


def test_a_correction_of_the_words_keeps_the_forslag_that_was_voted_on(session: Session) -> None:
    say(session, 118, "bi hä", "ny ab : Kommunen avstår i ar.", "pr y2", "be")
    before = at(session, 118)
    say(session, 118, "rä y2 ny ab : Kommunen avstår i år.")
    after = at(session, 118)
    assert [f.id for f in after.forslag] == [f.id for f in before.forslag]
    assert after.forslag[1].text == "Kommunen avstår i år."
    assert outcomes(after) == outcomes(before)
    assert outcomes(after)[after.yrkande[1].id] is Utfall.BIFALLET


def test_a_correction_keeps_the_time_of_one_who_joined_late(ticking: Session) -> None:
    say(ticking, 118, "av ab +cd", "+gh")
    late = at(ticking, 118).yrkande[0].instammer[1]
    say(ticking, 118, "rä y1 av ab +cd gh ts")
    joined = at(ticking, 118).yrkande[0].instammer
    assert [i.vem.person for i in joined] == ["cd", "gh", "ts"]
    assert joined[1] == late and late.tid


def test_a_correction_does_not_bring_a_withdrawn_yrkande_back(session: Session) -> None:
    say(session, 118, "av ab", "tb y1", "rä y1 av cd")
    assert at(session, 118).yrkande[0].atertaget


def test_a_corrected_main_forslag_is_still_the_main_one_with_its_paper(session: Session) -> None:
    before = at(session, 115).forslag[0]
    say(session, 115, "rä f1 fr kommundirektören : Köket byggs om.")
    p = at(session, 115)
    after = p.forslag[0]
    assert main_forslag(p) == after
    assert (after.id, after.handling, after.slag) == (before.id, before.handling, before.slag)
    assert (after.fran, after.text) == (Aktor(ord="kommundirektören"), "Köket byggs om.")


def test_a_corrected_motion_of_form_is_still_one(session: Session) -> None:
    say(session, 118, "åt pk >socialnämnden : för att belysa kostnaden", "bi gh f2")
    say(session, 118, "rä f2 fr pk : för att belysa nyttan")
    after = at(session, 118).forslag[1]
    assert after.slag is ForslagSlag.ATERREMISS
    assert (after.mottagare, after.motivering) == ("socialnämnden", "för att belysa nyttan")
    assert after.text == ""


def test_an_unknown_name_in_a_correction_is_flagged_too(session: Session) -> None:
    say(session, 118, "av ab")
    assert marks(say(session, 118, "rä y1 av Zäta")) == ("okand_person",)


def test_a_correction_without_the_words_that_it_needs_asks_for_them(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.")
    last = session.read("rä y1 ny ab", at(session, 118).id)
    assert last.tolkning.saknar_text


def test_what_a_hand_wrote_into_the_file_survives_a_correction(
    session: Session, meeting_file: Path
) -> None:
    say(session, 118, "av ab")
    session.close()
    text = meeting_file.read_text(encoding="utf-8")
    id = at(session, 118).yrkande[0].id
    meeting_file.write_text(text.replace(f'id = "{id}"', f'id = "{id}"\nrost = "tyst"'), "utf-8")
    again = Session.open(meeting_file)
    say(again, 118, "rä y1 av cd")
    assert at(again, 118).yrkande[0].okant == (("rost", "tyst"),)
    assert 'rost = "tyst"' in meeting_file.read_text(encoding="utf-8")


# Moved to another §


def test_a_moved_yrkande_asks_for_the_other_matter_s_forslag(session: Session) -> None:
    say(session, 118, "av ab p2 +cd", "fl y1 119")
    moved = at(session, 119).yrkande[0]
    assert at(session, 118).yrkande == ()
    assert moved.stallning[0].pa.pa == at(session, 119).forslag[0].id
    assert moved.stallning[0].pa.punkter == (2,)
    assert [i.vem.person for i in moved.instammer] == ["cd"]


def test_a_moved_yrkande_takes_its_own_forslag_along(session: Session) -> None:
    say(session, 118, "ny ab 1h : Kommunen avstår. // av 2h", "fl y1 119")
    here, there = at(session, 118), at(session, 119)
    assert (here.yrkande, len(here.forslag)) == ((), 1)
    own = there.forslag[-1]
    assert own.text == "Kommunen avstår."
    first, second = there.yrkande[0].stallning
    assert first.pa.pa == own.id
    assert second.pa.pa == there.forslag[0].id


def test_a_moved_yrkande_can_be_moved_back_by_undo(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.")
    before = session.state
    say(session, 118, "fl y1 119")
    assert session.undo().taken
    assert session.state == before


def test_a_moved_change_changes_the_other_matter_s_forslag(session: Session) -> None:
    say(session, 121, "än ab p2 : Socialnämnden redovisar arbetet varje år.", "fl y1 118")
    p = at(session, 118)
    change = p.forslag[-1]
    assert change.mot and change.mot.pa == p.forslag[0].id


def test_the_sentence_is_shown_before_the_line_is_taken(session: Session) -> None:
    before = session.state
    text = sentence(session, 118, "av ab +cd ef")
    assert text.startswith("Anna Berg (M) yrkar avslag på arbetsutskottets förslag.")
    assert "Cia Dahl (S) och Eva Falk (V)" in text
    assert session.state == before


def test_correcting_the_words_leaves_who_joined_and_who_moved(session: Session) -> None:
    say(session, 118, "av ab", "in y1 hä", "rä y1 av : eftersom kostnaden är hög")
    yrkande = at(session, 118).yrkande[0]
    assert [a.person for a in yrkande.av] == ["ab"]
    assert [i.vem.person for i in yrkande.instammer] == ["hä"]
    assert yrkande.stallning[0].ord == "eftersom kostnaden är hög"


def test_correcting_with_a_plus_says_who_joins(session: Session) -> None:
    say(session, 118, "av ab +cd hä", "rä y1 av ab +cd")
    assert [i.vem.person for i in at(session, 118).yrkande[0].instammer] == ["cd"]


# The numbers that entries go by


def test_a_place_keeps_its_number_so_that_lines_written_in_one_breath_hit_what_was_seen(
    session: Session,
) -> None:
    say(session, 118, "bi ab", "av cd", "bi hä", "st y1", "st y2")
    assert [y.av[0].person for y in at(session, 118).yrkande] == ["hä"]
    assert [post.plats for post in session.guide(at(session, 118).id).poster][-1] == "y3"
    assert marks(session.read("st y1", at(session, 118).id)) == ("saknas",)


def test_a_new_entry_gets_a_number_of_its_own_and_an_undone_strike_the_old_one(
    session: Session,
) -> None:
    say(session, 118, "bi ab", "av cd", "st y1")
    session.undo()
    say(session, 118, "st y2", "bi hä")
    rows = [post.plats for post in session.guide(at(session, 118).id).poster]
    assert [place for place in rows if place[0] == "y"] == ["y1", "y3"]


# Lines that were not understood


def test_a_line_not_understood_gives_way_to_the_right_one_in_one_step(session: Session) -> None:
    say(session, 118, "Tomas undrar något", "Anna säger nej")
    before = at(session, 118)
    last = say(session, 118, "rä n2 av ab +cd")
    p = at(session, 118)
    assert (last.tolkning.slag, marks(last)) == ("yrkande", ())
    assert "Anna Berg (M) yrkar avslag" in last.mening
    assert [n.text for n in p.notering] == ["Tomas undrar något"]
    assert [i.vem for i in p.yrkande[0].instammer] == [*persons("cd")]
    session.undo()
    assert at(session, 118) == before


@pytest.mark.parametrize("line", ["be f1", "pr f1", "öv", "an ab : text", "st n1"])
def test_whatever_the_right_line_becomes_the_note_is_gone(session: Session, line: str) -> None:
    say(session, 118, "Tomas undrar något", f"rä n1 {line}")
    assert at(session, 118).notering == ()


def test_a_note_of_ones_own_is_no_line_to_sort_out(session: Session) -> None:
    say(session, 118, "no : ljudet försvann")
    assert "annat_slag" in marks(session.read("rä n1 av ab", at(session, 118).id))


def test_a_line_not_understood_is_kept_when_the_new_one_is_unclear_too(session: Session) -> None:
    say(session, 118, "Tomas undrar något", "av ab", "rä n1 in y9 cd", "rä n1 ly y1")
    kept = [n.text for n in at(session, 118).notering]
    assert kept == ["Tomas undrar något", "rä n1 in y9 cd", "rä n1 ly y1"]


def test_a_line_not_understood_can_become_a_note_that_is(session: Session) -> None:
    say(session, 118, "Tomas undrar något", "rä n1 no : Tomas undrar något")
    assert [n.otolkad for n in at(session, 118).notering] == [False]


def test_the_guide_says_how_a_line_is_sorted_out(session: Session) -> None:
    say(session, 118, "Tomas undrar något", "bi hä", "pr f1", "be")
    assert "rä n1" in session.guide(at(session, 118).id).harnast.text


# Several entries in one line


@pytest.mark.parametrize("line", ["st y1 y2 y1", "st y2, y1", "st y1 f2 y2", "st f2 y2 y1"])
def test_all_that_a_line_names_is_struck_in_one_entry(session: Session, line: str) -> None:
    before = at(session, 118)
    say(session, 118, "ny ab : Kommunen avstår.", "bi cd y1", line)
    assert at(session, 118) == before
    session.undo()
    assert len(at(session, 118).yrkande) == 2


def test_all_that_a_line_names_is_moved_with_what_came_with_it(session: Session) -> None:
    say(session, 118, "ny ab : Kommunen avstår.", "bi cd y1", "av ef", "fl y1 y2 y3 117")
    here, there = at(session, 118), at(session, 117)
    assert here.yrkande == ()
    own = there.forslag[-1]
    assert own.text == "Kommunen avstår." and own not in here.forslag
    main = main_forslag(there)
    assert main
    assert [y.stallning[0].pa.pa for y in there.yrkande] == [own.id, own.id, main.id]
    session.undo()
    assert len(at(session, 118).yrkande) == 3


def test_all_that_a_line_names_is_taken_back(session: Session) -> None:
    say(session, 118, "av ab", "bi hä", "av cd", "tb y1 y3")
    assert [bool(y.atertaget) for y in at(session, 118).yrkande] == [True, False, True]
    session.undo()
    assert not any(y.atertaget for y in at(session, 118).yrkande)


def test_an_item_whose_every_decision_is_struck_is_open_again(session: Session) -> None:
    say(session, 118, "be : Ett.", "be : Två.", "st b1")
    assert at(session, 118).klubbslag
    session.undo()
    say(session, 118, "st b1 b2")
    assert not at(session, 118).klubbslag and not at(session, 118).beslut


@pytest.mark.parametrize(
    ("moved", "line"),
    [("av ab", "rs M"), ("av hä +cg", "rs M"), ("av M", "rs cg"), ("av hä +M", "rs ab")],
)
def test_a_group_and_its_members_reserve_themselves_in_favour_of_the_same(
    session: Session, moved: str, line: str
) -> None:
    say(session, 118, moved, "bi gh", "pr f1", "be", line)
    p = at(session, 118)
    assert p.reservation[0].till_forman == (p.yrkande[0].id,)


M_GROUP = Aktor(grupp="M", namn=("ab", "cg"))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("in y1 -ab", [("gh",), ("cg",)]),
        ("in y1 -granhult", [("gh",), ("ab",)]),
        ("in y1 -ab gh", [("cg",)]),
        ("in y1 -ab cg", [("gh",)]),
        ("in y1 -M", [("gh",)]),
    ],
)
def test_one_who_joined_through_a_group_is_taken_out_of_it(
    ticking: Session, line: str, left: list[tuple[str, ...]]
) -> None:
    say(ticking, 118, "av hä", "+M gh")
    before = at(ticking, 118).yrkande[0].instammer
    assert before[0].vem == M_GROUP
    assert marks(say(ticking, 118, line)) == ()
    after = at(ticking, 118).yrkande[0].instammer
    assert [i.vem.namn or (i.vem.person,) for i in after] == left
    assert {i.tid for i in after} <= {i.tid for i in before}


def test_one_can_join_two_yrkanden_in_one_line(session: Session) -> None:
    say(session, 118, "bi ab", "bi hä", "in y1 y2 +cd")
    joined = [[i.vem.person for i in y.instammer] for y in at(session, 118).yrkande]
    assert joined == [["cd"], ["cd"]]
