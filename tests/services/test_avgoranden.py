"""What is settled: propositions, decisions, routine, and how people stand to it afterwards."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import pytest

from protokoll_tui.domain.anteckning import Medgivande
from protokoll_tui.domain.fraga import Satt
from protokoll_tui.domain.reservation import ReservationForm
from protokoll_tui.domain.yrkande import Verkan
from protokoll_tui.procedure import StegKod, Utfall, next_step, outcomes
from protokoll_tui.procedure.justeringar import recorded
from protokoll_tui.rendering import get_writer
from protokoll_tui.services.session import Session
from protokoll_tui.swedish.dates import NBSP
from tests.services.hand import TickingClock, at, marks, say


@pytest.fixture
def ticking(meeting_file: Path) -> Session:
    return Session.open(meeting_file, TickingClock())


def decided(session: Session, nr: int) -> str:
    return "\n\n".join(led.text for led in at(session, nr).beslut).replace("\u00a0", " ")


# The decision


def test_the_decision_takes_the_words_of_the_forslag_that_was_found(session: Session) -> None:
    say(session, 118, "bi hä", "pr f1", "be")
    p = at(session, 118)
    assert p.beslut[0].text == p.forslag[0].text
    assert [mal.pa for mal in p.beslut[0].enligt] == [p.forslag[0].id]
    assert p.klubbslag


def test_the_decision_takes_the_words_of_an_own_forslag_that_won(session: Session) -> None:
    say(session, 118, "bi hä", "ny ab : Kommunen avstår.", "pr y2", "be")
    assert decided(session, 118) == "Kommunen avstår."


def test_avslag_is_written_out_with_the_movers_own_words(session: Session) -> None:
    say(session, 118, "av ab : med hänvisning till kostnaden", "pr y1", "be")
    words = "Kommunstyrelsen avslår arbetsutskottets förslag med hänvisning till kostnaden."
    assert decided(session, 118) == words


def test_a_decision_can_follow_a_forslag_or_yrkande_that_is_named(session: Session) -> None:
    say(session, 118, "be f1")
    assert at(session, 118).beslut[0].enligt[0].pa == at(session, 118).forslag[0].id
    say(session, 119, "av ab", "be y1")
    assert decided(session, 119) == "Kommunstyrelsen avslår samhällsbyggnadsnämndens förslag."


def test_without_a_huvudforslag_avslag_on_all_is_one_answer(session: Session) -> None:
    lines = ("ny ab : Kommunen avstår.", "ny cd : Kommunen betalar.", "av hä y1", "av hä y2")
    say(session, 123, *lines, "pr y3")
    p = at(session, 123)
    assert len(p.fraga) == 1
    assert p.fraga[0].funnet == p.fraga[0].svar[-1]
    assert {mal.pa for mal in p.fraga[0].svar[-1].pa} == {f.id for f in p.forslag}
    fallen, met = Utfall.AVSLAGET, Utfall.BIFALLET
    assert list(outcomes(p).values()) == [fallen, fallen, met, met]


def test_own_words_are_the_decision_as_they_stand(session: Session) -> None:
    say(session, 118, "be : Ärendet utgår från dagens sammanträde.")
    assert decided(session, 118) == "Ärendet utgår från dagens sammanträde."
    say(session, 118, "be f1 : Dessutom prövas frågan i budgeten.")
    assert at(session, 118).beslut[1].enligt[0].pa == at(session, 118).forslag[0].id


def test_a_paragraph_can_end_without_a_decision(session: Session) -> None:
    say(session, 118, "be ingen")
    assert (at(session, 118).beslut, bool(at(session, 118).klubbslag)) == ((), True)


def test_tillagg_that_carried_are_appended_and_those_that_fell_are_not(session: Session) -> None:
    say(session, 118, "bi hä", "ti ml : Arkivet ska vara öppet.", "ti ab : Avtalet är på ett år.")
    say(session, 118, "pr f1", "pr y2", "pr av y3", "be")
    p = at(session, 118)
    text = decided(session, 118)
    assert text.endswith("Arkivet ska vara öppet.")
    assert "Avtalet är på ett år" not in text
    assert " ".join(text.split()).startswith(" ".join(p.forslag[0].text.split()))
    assert [outcomes(p)[y.id] for y in p.yrkande[1:]] == [Utfall.BIFALLET, Utfall.AVSLAGET]


def test_a_decision_waits_for_the_formal_question(session: Session) -> None:
    last = say(session, 118, "bi hä", "åt ab", "be")
    assert marks(last) == ("formellt_forst",)
    assert at(session, 118).beslut == ()
    say(session, 118, "pr dag", "pr f1", "be")
    assert len(at(session, 118).beslut) == 1


def test_an_aterremiss_that_carried_is_the_decision(session: Session) -> None:
    say(session, 118, "bi hä", "åt ab >socialnämnden : för att belysa nyttan", "pr åt", "be")
    assert decided(session, 118) == (
        "Kommunstyrelsen återremitterar ärendet till socialnämnden för att belysa nyttan."
    )
    p = at(session, 118)
    assert outcomes(p)[p.yrkande[0].id] is Utfall.EJ_PROVAT


def test_a_change_of_one_point_is_written_into_the_whole_forslag(session: Session) -> None:
    say(session, 121, "bi ef", "än ab p2 : Nämnden redovisar arbetet varje år.", "pr y2", "be")
    text = decided(session, 121)
    assert "2. Nämnden redovisar arbetet varje år." in text
    assert text.startswith("1. Kommunstyrelsen antar handlingsplanen")
    assert "när planen har löpt ut" not in text


# The proposition


def test_the_chair_finds_one_of_what_was_asked_for(session: Session) -> None:
    say(session, 118, "av ab", "bi hä", "pr y1")
    (fraga,) = at(session, 118).fraga
    assert [svar.verkan for svar in fraga.svar] == [Verkan.BIFALL, Verkan.AVSLAG]
    assert fraga.funnet in fraga.svar and fraga.funnet == fraga.svar[1]
    assert fraga.satt is Satt.MOT_VARANDRA


def test_three_answers_are_put_one_by_one(session: Session) -> None:
    say(session, 118, "av ab", "ny hä : Kommunen avstår.", "pr f1")
    assert at(session, 118).fraga[0].satt is Satt.VART_FOR_SIG


def test_a_single_proposal_is_put_alone(session: Session) -> None:
    say(session, 118, "bi hä", "pr f1 ensam")
    assert len(at(session, 118).fraga[0].svar) == 1


def test_a_proposition_put_again_corrects_the_first_and_keeps_its_time(ticking: Session) -> None:
    say(ticking, 118, "av ab", "pr y1")
    before = at(ticking, 118).fraga[0]
    last = say(ticking, 118, "pr f1")
    (after,) = at(ticking, 118).fraga
    assert marks(last) == ("om_proposition",)
    assert (after.id, after.tid) == (before.id, before.tid)
    assert after.funnet and after.funnet.verkan is Verkan.BIFALL


def test_formal_and_main_questions_are_two_and_each_can_be_corrected(session: Session) -> None:
    say(session, 118, "bi hä", "åt ab", "pr dag", "pr f1")
    assert len(at(session, 118).fraga) == 2
    say(session, 118, "pr åt")
    formal, _ = at(session, 118).fraga
    assert len(at(session, 118).fraga) == 2
    assert formal.funnet and formal.funnet.verkan is Verkan.BIFALL


def test_a_yrkande_laid_after_the_proposition_opens_the_question_again(session: Session) -> None:
    say(session, 118, "bi hä", "pr f1")
    assert next_step(at(session, 118)).kod is StegKod.BESLUT
    say(session, 118, "ny ab : Kommunen avstår.")
    assert next_step(at(session, 118)).kod is StegKod.HUVUDFRAGA
    say(session, 118, "pr f1")
    assert len(at(session, 118).fraga) == 1
    assert len(at(session, 118).fraga[0].svar) == 2


# Routine


def test_a_routine_paragraph_is_settled_in_one_stroke(session: Session) -> None:
    say(session, 114, "ru")
    assert decided(session, 114) == "Kommunstyrelsen fastställer dagordningen."
    assert at(session, 114).klubbslag == time(15, 38, 20)


def test_another_justerare_can_be_named_in_the_same_stroke(session: Session) -> None:
    say(session, 113, "ru ab")
    assert recorded(session.state)[0].justerare == ("ab",)
    assert "Anna Berg (M)" in decided(session, 113)


def test_own_words_replace_those_of_the_style(session: Session) -> None:
    say(session, 114, "ru : Dagordningen godkänns med ändringen att § 120 utgår.")
    assert decided(session, 114).endswith("§ 120 utgår.")


def test_an_item_that_is_dropped_keeps_its_number_and_is_done(session: Session) -> None:
    say(session, 118, "up")
    assert at(session, 118).utgar
    assert next_step(at(session, 118)).kod is StegKod.KLAR
    assert [p.nr for p in session.state.paragraf] == list(range(112, 126))


# Afterwards


def test_a_reservation_is_in_favour_of_the_own_yrkande_that_lost(session: Session) -> None:
    say(session, 118, "av ab +cd", "bi hä", "pr f1", "be", "rs ab", "rs cd", "rs hä")
    p = at(session, 118)
    lost = p.yrkande[0].id
    assert [r.till_forman for r in p.reservation] == [(lost,), (lost,), ()]


def test_a_reservation_can_name_the_yrkande_the_form_and_the_words(session: Session) -> None:
    say(session, 118, "av ab", "bi hä", "pr f1", "be")
    say(session, 118, "rs gh y1 p2 skriftlig : Det blir för dyrt.")
    (reservation,) = at(session, 118).reservation
    assert reservation.till_forman == (at(session, 118).yrkande[0].id,)
    assert reservation.form is ReservationForm.SKRIFTLIG
    assert (reservation.punkter, reservation.text) == ((2,), "Det blir för dyrt.")


def test_a_note_for_a_group_says_who_gave_it_and_for_which_group(session: Session) -> None:
    say(session, 118, "an cd S : Vi återkommer.")
    (note,) = at(session, 118).anteckning
    assert ([a.person for a in note.av], note.grupp) == (["cd"], "S")
    text = session.read("an cd S : Vi återkommer.", at(session, 118).id).mening
    assert text.startswith("Cia Dahl ") and "Vi återkommer." in text
    assert "socialdemokrat" in text.casefold()


def test_a_note_can_be_refused_and_pasted_quotation_marks_go(session: Session) -> None:
    say(session, 118, "an ab nekad", 'an ab : "Vi återkommer."', "sy cd : ”Så ” där”")
    refused, granted = at(session, 118).anteckning
    assert refused.status is Medgivande.NEKAD
    assert granted.text == "Vi återkommer."
    assert at(session, 118).yttrande[0].text == "”Så ” där”"


def test_one_can_stay_out_of_the_decision_or_of_a_point_of_it(session: Session) -> None:
    say(session, 118, "di pk", "di gh p2 : om återremissen faller")
    whole, part = at(session, 118).deltar_inte
    assert (whole.punkter, part.punkter) == ((), (2,))
    assert part.villkor == "om återremissen faller"


def test_a_pause_without_times_begins_now_and_ends_with_the_next(ticking: Session) -> None:
    say(ticking, 118, "aj")
    (pause,) = at(ticking, 118).ajournering
    assert pause.fran and pause.till is None
    say(ticking, 118, "paus")
    (pause,) = at(ticking, 118).ajournering
    assert pause.fran and pause.till and pause.fran < pause.till


def test_a_pause_with_a_name_is_asked_for(session: Session) -> None:
    say(session, 118, "aj ab")
    assert at(session, 118).ajournering == ()
    assert at(session, 118).forslag[-1].slag.value == "ajournering"


def test_who_takes_the_chair_first_does_it_from_the_start(session: Session) -> None:
    say(session, 119, "or ab", "bi kå", "or cd")
    first, second = at(session, 119).ordforandeskap
    assert (first.vem, first.fran) == ("ab", None)
    assert (second.vem, second.fran) == ("cd", time(15, 38, 20))


def test_everyone_who_held_the_chair_is_told_also_within_one_second(session: Session) -> None:
    say(session, 119, "bi cd", "or ab", "pr y1", "or kå")
    assert [o.vem for o in at(session, 119).ordforandeskap] == ["ab", "kå"]
    text = " ".join(written(session, 119).replace(NBSP, " ").split())
    assert (
        "Anna Berg (M) är ordförande kl. 15.38. Karin Åkesson (C) är ordförande från kl. 15.38."
    ) in text


def test_the_second_who_takes_the_chair_before_anything_else_follows_the_first(
    session: Session,
) -> None:
    say(session, 119, "or ab", "or cd")
    assert [(o.vem, o.fran) for o in at(session, 119).ordforandeskap] == [
        ("ab", None),
        ("cd", time(15, 38, 20)),
    ]


@pytest.mark.parametrize(
    ("line", "fran", "till"),
    [
        ("or ab 13.10", time(13, 10), None),
        ("or ab 13.10-13.40", time(13, 10), time(13, 40)),
    ],
)
def test_who_takes_the_chair_does_it_at_the_time_that_is_said(
    session: Session, line: str, fran: time, till: time | None
) -> None:
    say(session, 119, line)
    (chair,) = at(session, 119).ordforandeskap
    assert (chair.fran, chair.till) == (fran, till)
    assert session.last_line(at(session, 119).id) == f"rä o1 {line}"


def test_the_time_of_a_chair_is_corrected_and_stays_where_none_is_said(session: Session) -> None:
    say(session, 119, "or ab 13.10-13.40", "rä o1 or cd")
    (chair,) = at(session, 119).ordforandeskap
    assert (chair.vem, chair.fran, chair.till) == ("cd", time(13, 10), time(13, 40))
    say(session, 119, "rä o1 or cd 13.15")
    (chair,) = at(session, 119).ordforandeskap
    assert (chair.fran, chair.till) == (time(13, 15), None)


def test_a_chair_recalled_and_recorded_again_is_the_same(session: Session) -> None:
    say(session, 119, "bi cd", "or ab")
    (chair,) = at(session, 119).ordforandeskap
    say(session, 119, session.last_line(at(session, 119).id) or "")
    assert at(session, 119).ordforandeskap == (chair,)


# Own wording


def test_an_own_wording_is_kept_with_what_it_replaces(session: Session) -> None:
    say(session, 118, "av ab", "ly y1 : Anna Berg (M) säger bestämt nej.")
    p = at(session, 118)
    (wording,) = p.lydelse
    assert wording.av == f"yrkande:{p.yrkande[0].id}"
    assert wording.ersatter.startswith("Anna Berg (M) yrkar avslag")
    assert "säger bestämt nej" in written(session, 118)
    assert session.extract(p.id).flaggor == ()


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("rä y1 av cd",), "y1 i § 118 ersatte"),
        (("tb y1",), "y1 i § 118 skrivs inte ut"),
        (("st y1",), "en struken post (l1) i § 118 skrivs inte ut"),
    ],
)
def test_a_flag_on_an_own_wording_names_its_place(
    session: Session, lines: tuple[str, ...], place: str
) -> None:
    say(session, 118, "av ab", "ly y1 : Anna Berg (M) säger bestämt nej.", *lines)
    id = at(session, 118).id
    for document in (session.extract(id), session.live(id)):
        assert [f.text.startswith(f"Den egna lydelsen av {place}") for f in document.flaggor] == [
            True
        ]


def written(session: Session, nr: int) -> str:
    data = get_writer("txt").write(session.extract(at(session, nr).id))
    return " ".join(data.decode("utf-8").split())


def test_an_own_wording_is_flagged_when_its_entry_changes(session: Session) -> None:
    say(session, 118, "av ab", "ly y1 : Anna Berg (M) säger bestämt nej.", "+cd")
    (flag,) = session.extract(at(session, 118).id).flaggor
    assert "Cia Dahl" in flag.nu and "Cia Dahl" not in flag.da
    assert "säger bestämt nej" in written(session, 118)


def test_ly_without_words_opens_what_stands_there(session: Session) -> None:
    say(session, 118, "av ab")
    asked = session.read("ly y1", at(session, 118).id).tolkning.redigera
    assert asked and asked.text.startswith("Anna Berg (M) yrkar avslag")
    say(session, 118, "ly y1 : Egna ord.")
    asked = session.read("ly y1", at(session, 118).id).tolkning.redigera
    assert asked and asked.text == "Egna ord."


def test_an_own_wording_written_twice_is_one(session: Session) -> None:
    say(session, 118, "av ab", "ly y1 : Första.", "ly y1 : Andra.")
    assert [w.text for w in at(session, 118).lydelse] == ["Andra."]


def test_ly_edits_words_that_are_the_users_own_where_they_stand(session: Session) -> None:
    say(session, 118, "be : Som föreslaget.", "ly b1 : Enligt förslaget.", "ly f1 : Nytt förslag.")
    assert decided(session, 118) == "Enligt förslaget."
    assert at(session, 118).forslag[0].text == "Nytt förslag."
    assert at(session, 118).lydelse == ()


# Sekretess and extra items


def test_a_paragraph_is_made_secret_with_its_section_and_opened_again(session: Session) -> None:
    say(session, 118, "se 18:1")
    assert (at(session, 118).sekretess, at(session, 118).lagrum) == (True, "18:1")
    assert "översättningsarkiv" not in written(session, 118)
    say(session, 118, "se")
    assert (at(session, 118).sekretess, at(session, 118).lagrum) == (False, "")
    assert "översättningsarkiv" in written(session, 118)


def test_the_guide_of_the_paragraph_before_does_not_name_a_secret_heading(
    session: Session,
) -> None:
    say(session, 118, "se 18:1")
    say(session, 117, "up")
    text = session.guide(at(session, 117).id).harnast.text
    assert "§ 118" in text and "översättningsarkiv" not in text


def test_an_extra_item_comes_last_with_the_next_number(session: Session) -> None:
    last = say(session, 114, "är KS 2031/0300 : Skadan på bron")
    item = session.state.paragraf[-1]
    assert (item.nr, item.dnr, item.rubrik) == (126, "KS 2031/0300", "Skadan på bron")
    assert last.tolkning.ga_till == item.id


def test_a_yrkande_laid_before_the_forslag_is_no_alternative_of_its_own(session: Session) -> None:
    say(session, 118, "är KS 2031/0999 : Nytt")
    nr = max(p.nr for p in session.state.paragraf if p.nr is not None)
    say(session, nr, "av ab", "fr arbetsutskottet : Kommunstyrelsen antar planen.", "pr y1")
    fraga = at(session, nr).fraga[0]
    assert [(s.verkan.value, len(s.pa)) for s in fraga.svar] == [("bifall", 1), ("avslag", 1)]
    assert all(mal.pa for svar in fraga.svar for mal in svar.pa)


# Point by point (R99)

POLICY = (
    "ly f1 : 1. Policyn antas.\n2. Den gäller från 2032.\n3. Nämnden följer upp.\n4. Den trycks."
)


@pytest.fixture
def policy(session: Session) -> Session:
    """§ 119 with a förslag of four points."""
    say(session, 119, POLICY)
    return session


def next_lines(session: Session, nr: int) -> list[str]:
    """The propositions that the guide offers; a vote can be asked for beside them."""
    offered = [val.rad for val in session.guide(at(session, nr).id).harnast.val]
    return [line for line in offered if line != "om"]


def test_changes_of_different_points_are_each_put_and_both_can_be_carried(policy: Session) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas.", "än åk p2 : Den gäller genast.")
    assert next_lines(policy, 119) == ["pr f1 p1", "pr y1"]
    say(policy, 119, "pr y1")
    assert next_lines(policy, 119) == ["pr f1 p2", "pr y2"]
    say(policy, 119, "pr y2", "be")
    assert len(at(policy, 119).fraga) == 2
    assert decided(policy, 119) == (
        "1. Policyn prövas.\n2. Den gäller genast.\n3. Nämnden följer upp.\n4. Den trycks."
    )
    assert set(outcomes(at(policy, 119)).values()) == {Utfall.BIFALLET}


def test_one_line_can_settle_the_questions_of_two_yrkanden(policy: Session) -> None:
    say(
        policy, 119, "än ab p1 : Policyn prövas.", "än åk p2 : Den gäller genast.", "pr y1 y2", "be"
    )
    assert len(at(policy, 119).fraga) == 2
    assert decided(policy, 119).startswith("1. Policyn prövas.\n2. Den gäller genast.")


def test_the_forslag_can_stand_in_one_point_and_a_change_be_carried_in_another(
    policy: Session,
) -> None:
    say(policy, 119, "bi hä", "än ab p1 : Policyn prövas.", "av åk p3", "pr f1 p1")
    assert next_step(at(policy, 119)).kod is StegKod.PUNKT
    assert marks(policy.read("pr f1 p1", at(policy, 119).id)) == ("om_proposition",)
    say(policy, 119, "pr y3", "be")
    assert decided(policy, 119) == (
        "1. Policyn antas.\n2. Den gäller från 2032.\n4. Den trycks.\n\n"
        "Kommunstyrelsen avslår punkt 3 i samhällsbyggnadsnämndens förslag."
    )
    found = [outcome.value for outcome in outcomes(at(policy, 119)).values() if outcome]
    assert found == ["delvis bifallet", "fallet", "bifallet"]


def test_the_forslag_as_a_whole_is_found_in_every_point_not_yet_put(policy: Session) -> None:
    say(policy, 119, "bi hä", "än ab p1 : Policyn prövas.", "än åk p2 : Genast.", "pr y2", "pr f1")
    founds = [q.funnet.pa[0].punkter for q in at(policy, 119).fraga if q.funnet]
    assert founds == [(), (2,)]
    say(policy, 119, "be")
    assert decided(policy, 119).startswith("1. Policyn prövas.\n2. Den gäller från 2032.\n3.")


def test_the_changes_of_one_yrkande_are_one_question_and_are_carried_together(
    policy: Session,
) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas. // än p2 : Genast.", "pr y1", "be")
    assert len(at(policy, 119).fraga) == 1
    assert decided(policy, 119).startswith("1. Policyn prövas.\n2. Genast.\n3.")
    assert list(outcomes(at(policy, 119)).values()) == [Utfall.BIFALLET]


def test_a_yrkande_on_points_apart_is_carried_on_each_that_is_named(policy: Session) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas. // av p3")
    assert next_lines(policy, 119) == ["pr f1 p1", "pr y1 p1"]
    say(policy, 119, "pr y1 p1", "pr f1 p3", "be")
    assert decided(policy, 119).startswith("1. Policyn prövas.\n2. Den gäller från 2032.\n3. Nämnd")
    assert list(outcomes(at(policy, 119)).values()) == [Utfall.DELVIS]


def test_two_answers_to_one_question_are_asked_about(policy: Session) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas.", "än åk p1 : Policyn avslås.")
    assert marks(policy.read("pr y1 y2", at(policy, 119).id)) == ("ett_svar",)


def test_a_decision_by_points_named_by_hand_takes_all_of_them(policy: Session) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas.", "än åk p2 : Genast.", "be y1 y2")
    assert decided(policy, 119).startswith("1. Policyn prövas.\n2. Genast.\n3.")
    say(policy, 118, "ny ab : Ett.", "ny åk : Två.")
    assert marks(policy.read("be y1 y2", at(policy, 118).id)) == ("flera_beslut",)


def test_a_meeting_written_up_another_day_has_its_pauses_in_the_debate(meeting_file: Path) -> None:
    morning_after = Session.open(meeting_file, lambda: datetime(2031, 6, 18, 9, 30))
    say(morning_after, 118, "be f1", "aj 14.05-14.20")
    assert at(morning_after, 118).klubbslag is True
    lines = get_writer("txt").write(morning_after.extract(at(morning_after, 118).id)).decode()
    assert lines.index("14.05") < lines.index("Beslut\n")


def next_text(session: Session, nr: int) -> str:
    return session.guide(at(session, nr).id).harnast.text


def test_whether_the_debate_is_over_is_asked_until_it_is_known(policy: Session) -> None:
    say(policy, 119, "än ab p1 : Policyn prövas.", "än hä p2 : Genast.")
    assert next_text(policy, 119).startswith(
        "är överläggningen slut, och deltar alla i beslutet? Ställ proposition på punkt 1"
    )
    say(policy, 119, "öv")
    assert next_text(policy, 119) == "ställ proposition på punkt 1: vad finner ordföranden?"


def test_a_procedural_question_is_asked_as_what_it_is(session: Session) -> None:
    say(session, 118, "aj ab")
    assert next_text(session, 118) == "ordföranden frågar om sammanträdet ska ajourneras"
    say(session, 118, "pr aj av", "åt ab")
    assert next_text(session, 118) == "ordföranden frågar om ärendet ska avgöras i dag"


def test_those_who_lost_each_their_own_are_asked_in_the_plural(session: Session) -> None:
    say(session, 118, "bi hä", "av ab +cd", "pr y1", "be")
    assert "fick inte igenom sitt yrkande" in next_text(session, 118)
    say(session, 119, "bi hä", "av ab", "ny cd : Annat.", "pr y1", "be")
    assert "fick inte igenom sina yrkanden" in next_text(session, 119)


MANY = (
    "bi hä",
    "än ab p2 : Den gäller från 2033.",
    "än cd p3 : Nämnden rapporterar.",
    "än ef p2 : Den gäller genast.",
    "av ts",
    "ny pk : Frågan utreds.",
)


def test_the_whole_is_put_before_its_points_where_that_too_is_contested(policy: Session) -> None:
    say(policy, 119, *MANY)
    assert next_lines(policy, 119)[0] == "pr ordning"
    say(policy, 119, "pr ordning")
    assert next_lines(policy, 119) == ["pr y1", "pr y5", "pr y6"]
    say(policy, 119, "pr y1")
    assert next_lines(policy, 119) == ["pr f1 p2", "pr y2", "pr y4"]
    say(policy, 119, "pr y4", "pr y3", "be")
    assert decided(policy, 119) == (
        "1. Policyn antas.\n2. Den gäller genast.\n3. Nämnden rapporterar.\n4. Den trycks."
    )
    found = [o.value for o in outcomes(at(policy, 119)).values() if o]
    assert found == ["delvis bifallet", "fallet", "bifallet", "bifallet", "avslaget", "fallet"]


def test_where_the_whole_is_turned_down_no_point_is_put(policy: Session) -> None:
    say(policy, 119, *MANY, "pr y5")
    assert next_step(at(policy, 119)).kod is StegKod.BESLUT
    say(policy, 119, "be")
    assert decided(policy, 119) == "Kommunstyrelsen avslår samhällsbyggnadsnämndens förslag."
    found = [o.value for o in outcomes(at(policy, 119)).values() if o]
    assert found == ["avslaget", "fallet", "fallet", "fallet", "bifallet", "fallet"]


def test_changes_found_before_the_whole_are_kept_when_it_is_put(policy: Session) -> None:
    say(policy, 119, *MANY, "pr y4", "pr y3")
    assert next_lines(policy, 119) == ["pr y1", "pr y5", "pr y6"]
    say(policy, 119, "pr y1", "be")
    assert decided(policy, 119).startswith(
        "1. Policyn antas.\n2. Den gäller genast.\n3. Nämnden rapporterar."
    )


def test_points_of_no_recorded_forslag_make_no_decision_of_themselves(session: Session) -> None:
    say(session, 114, "av ab p2", "av cd p3")
    assert marks(session.read("be y1 y2", at(session, 114).id)) == ("flera_beslut",)
    say(session, 114, "pr y1", "be")
    assert decided(session, 114) == "Kommunstyrelsen avslår punkt 2 i förslaget."


def test_points_of_another_forslag_are_no_points_of_the_main_one(policy: Session) -> None:
    say(policy, 119, "ny cd : 1. Ett. 2. Två.", "bi ab y1 p1", "än hä p2 : Genast.", "av ef p3")
    say(policy, 119, "pr ordning")
    assert next_lines(policy, 119) == ["pr f1", "pr y1", "pr y2"]
    say(policy, 119, "pr f1")
    assert next_lines(policy, 119) == ["pr f1 p2", "pr y3"]


def offered(session: Session, nr: int) -> list[str]:
    return [val.rad for val in session.guide(at(session, nr).id).harnast.val]


def test_those_who_lost_different_yrkanden_have_a_line_each(session: Session) -> None:
    say(session, 112, "ru")
    say(session, 118, "bi kå +C", "än gh p1 : Nej.", "av cd", "pr ordning", "pr y3", "be")
    assert offered(session, 118) == [">", "rs kå C y1", "rs gh y2"]
    say(session, 118, "rs kå C y1")
    assert offered(session, 118) == [">", "rs gh"]
    say(session, 118, "rs gh")
    assert offered(session, 118) == [">"]


def test_one_of_a_group_who_voted_with_the_majority_is_not_offered_a_reservation(
    session: Session,
) -> None:
    say(session, 112, "ru")
    say(session, 118, "av ab +M", "bi hä", "pr y2", "om ab", "om ja alla nej ab KD", "be")
    assert offered(session, 118) == [">", "rs ab"]
