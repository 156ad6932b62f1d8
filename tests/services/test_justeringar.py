"""Who signs which §§, and who is in the room without a mandate: said, put right, taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from protokoll_tui.domain.handelse import Rattat
from protokoll_tui.domain.justering import Anslag
from protokoll_tui.domain.narvaro import DeltagareSlag
from protokoll_tui.procedure.deltagare import attending
from protokoll_tui.procedure.justeringar import recorded
from protokoll_tui.rendering import render_attendance
from protokoll_tui.rendering.write_text import document_text
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say, sentence

# Justering


def test_a_justering_of_some_sections_takes_them_from_the_others(session: Session) -> None:
    say(session, 118, "ju hä kv §§ 118–120 den 24/6 kl 13.00 >på kommunkansliet")
    rest, some = recorded(session.state)
    assert rest.paragrafer == ()
    assert some.paragrafer == tuple(at(session, nr).id for nr in (118, 119, 120))
    assert (some.justerare, some.plats) == (("hä", "kv"), "på kommunkansliet")
    assert (some.datum, some.tid) == (date(2031, 6, 24), time(13))
    say(session, 118, "ju ab 119")
    assert [len(j.paragrafer) for j in recorded(session.state)] == [0, 2, 1]
    say(session, 118, "ju ab 118-120")
    assert [len(j.paragrafer) for j in recorded(session.state)] == [0, 3]


def test_a_justering_said_again_changes_only_what_the_line_says(session: Session) -> None:
    say(session, 118, "ju hä 118-120 24/6 >på kansliet", "ju 118-120 25/6 13.30", "ju gh kv")
    rest, some = recorded(session.state)
    assert (some.justerare, some.datum, some.plats) == (("hä",), date(2031, 6, 25), "på kansliet")
    assert rest.justerare == ("gh", "kv")


def test_the_day_and_time_of_a_justering_may_follow_the_place(session: Session) -> None:
    say(session, 118, "ju hä 118 >på plan 3 i kommunhuset 24/6 kl. 13.00")
    some = recorded(session.state)[-1]
    assert (some.plats, some.datum, some.tid) == (
        "på plan 3 i kommunhuset",
        date(2031, 6, 24),
        time(13),
    )


def test_a_justering_is_told_in_words(session: Session) -> None:
    said = sentence(session, 118, "ju hä 118 24/6")
    assert said == "Hanna Ängström justerar § 118 den 24 juni 2031 på kommunkansliet."


def test_what_is_signed_at_once_is_signed_where_the_rest_is_unless_a_place_is_said(
    session: Session,
) -> None:
    say(session, 118, "ju hä 118 17/6", "ju hä 119 17/6 >i rådhuset")
    assert [j.plats for j in recorded(session.state)] == [
        *("på kommunkansliet", "på kommunkansliet", "i rådhuset")
    ]


def test_a_justering_comes_back_with_its_sections_and_place(session: Session) -> None:
    assert session.last_line(at(session, 118).id) is None
    say(session, 118, "ju hä kv 118-120 24/6 13.00")
    line = session.last_line(at(session, 118).id)
    assert line == "rä v1 ju hä kv 118-120 2031-06-24 13.00 >på kommunkansliet"
    say(session, 118, line)
    assert len(recorded(session.state)) == 2


def test_a_justering_put_right_takes_other_sections_and_keeps_what_is_not_said(
    session: Session,
) -> None:
    say(session, 118, "ju hä 118-120 24/6 13.00")
    (made,) = at(session, 118).justering
    board = Anslag(uppsatt=date(2031, 6, 25))
    session.record_events("anslag", [Rattat(post=replace(made, anslag=board, ordforande="ab"))])
    say(session, 118, "rä v1 ju ef 118-119")
    (made,) = at(session, 118).justering
    assert (made.justerare, made.datum, made.tid) == (("ef",), date(2031, 6, 24), time(13))
    assert (made.anslag, made.ordforande) == (board, "ab")
    assert made.paragrafer == tuple(at(session, nr).id for nr in (118, 119))
    say(session, 118, "rä v1 ju gh")
    assert at(session, 118).justering[0].paragrafer == made.paragrafer


def test_sections_that_are_no_row_stay_as_they_are_when_the_rest_is_put_right(
    session: Session,
) -> None:
    say(session, 118, "ju hä 118-120", "ju ef 119")
    line = session.last_line(at(session, 118).id) or ""
    assert line.startswith("rä v2 ju ef 119 ")
    say(session, 118, "st v2", "rä v1 ju kv")
    held = at(session, 118).justering[0].paragrafer
    assert session.last_line(at(session, 118).id) == "rä v1 ju kv >på kommunkansliet"
    assert held == tuple(at(session, nr).id for nr in (118, 120))


def test_who_signs_what_is_justerat_at_once_is_said_with_it(session: Session) -> None:
    say(session, 118, "be f1", "oj ml")
    assert at(session, 118).omedelbart_justerad
    (made,) = at(session, 118).justering
    assert (made.justerare, made.paragrafer) == (("ml",), (at(session, 118).id,))
    assert (made.datum, made.plats) == (date(2031, 6, 17), "på kommunkansliet")
    say(session, 119, "be f1", "oj")
    assert at(session, 119).justering == ()


def test_a_justerare_said_after_it_was_justerat_at_once_signs_the_same_day(
    session: Session,
) -> None:
    say(session, 118, "be f1", "oj", "ju ml 118")
    assert at(session, 118).justering[0].datum == date(2031, 6, 17)
    say(session, 119, "ju ml 119")
    assert at(session, 119).justering[0].datum is None


def test_a_group_signs_nothing_at_once(session: Session) -> None:
    assert "vem_justerar" in marks(say(session, 118, "oj S"))


def test_a_justering_is_struck_and_its_sections_are_the_others_again(session: Session) -> None:
    say(session, 118, "ju hä 118-120", "st v1")
    assert [j.paragrafer for j in recorded(session.state)] == [()]


def test_the_guide_shows_the_justering_of_a_section_where_it_was_settled(
    session: Session,
) -> None:
    say(session, 118, "ju hä 118-120 24/6")
    rows = {row.plats: row.text for row in session.guide(at(session, 118).id).poster}
    text = rows["v1"].replace("\u00a0", " ")
    assert text == "Hanna Ängström justerar §§ 118–120 den 24 juni 2031 på kommunkansliet"
    assert "v1" in {row.plats for row in session.guide(at(session, 113).id).poster}
    assert "v1" not in {row.plats for row in session.guide(at(session, 119).id).poster}


# Somebody without a mandate


def test_those_without_a_mandate_have_a_title_and_a_span_of_sections(session: Session) -> None:
    say(session, 118, "nä Lotta Hagman 118-120 : socialdirektör", "nä Per Ek, revisor 119")
    say(session, 118, "nä sg : jurist")
    first, then, last = at(session, 118).deltagare
    assert (first.vem, first.titel) == ("Lotta Hagman", "socialdirektör")
    assert first.till == at(session, 120).id
    assert (then.vem, then.titel, then.slag) == ("Per Ek", "revisor", DeltagareSlag.REVISOR)
    assert then.till == at(session, 119).id
    assert (last.vem, last.till) == ("sg", "")
    assert session.read("nä Lotta Hagman 122 : ekonom", at(session, 121).id).anmarkningar == ()
    assert marks(session.read("nä Lotta Hagman 119", at(session, 119).id)) == ("redan_med",)


def there(session: Session) -> list[tuple[str, list[int]]]:
    """Each guest with the numbers of the §§."""
    numbers = [p.nr or 0 for p in session.state.paragraf]
    return [(d.vem, [numbers[n] for n in places]) for d, places in attending(session.state)]


def test_a_guest_is_there_from_the_section_where_it_is_said(session: Session) -> None:
    say(session, 118, "nä Lotta Hagman 118-120", "nä Per Ek")
    last = [p.nr for p in session.state.paragraf][-1] or 0
    assert there(session) == [
        ("Lotta Hagman", [118, 119, 120]),
        ("Per Ek", list(range(118, last + 1))),
    ]


def test_a_guest_is_put_right_moved_and_struck(session: Session) -> None:
    say(session, 118, "nä Lotta Hagman 118-120 : socialdirektör")
    line = session.last_line(at(session, 118).id)
    assert line == 'rä g1 nä "Lotta Hagman" 118-120 : socialdirektör'
    assert marks(session.read("rä g1 nä Lotta Hagman 119-120", at(session, 118).id)) == ()
    say(session, 118, "rä g1 nä Lotta Hagman 119-120")
    assert (at(session, 118).deltagare, there(session)) == ((), [("Lotta Hagman", [119, 120])])
    (guest,) = at(session, 119).deltagare
    assert guest.titel == "socialdirektör"
    say(session, 119, "rä g1 nä Lotta Hagman 119-120 : ekonom", "fl g1 120")
    (guest,) = at(session, 120).deltagare
    assert (guest.titel, there(session)) == ("ekonom", [("Lotta Hagman", [120])])
    say(session, 120, "st g1")
    assert there(session) == []


def test_a_guest_who_is_moved_past_the_last_section_stays_to_the_end(session: Session) -> None:
    say(session, 118, "nä Per Ek 118-119", "fl g1 124")
    assert there(session)[0][1][0] == 124


def test_the_guide_shows_who_is_there_with_title_and_last_section(session: Session) -> None:
    say(session, 118, "nä Lotta Hagman 118-120 : socialdirektör", "nä Per Ek")
    rows = {row.plats: row.text for row in session.guide(at(session, 118).id).poster}
    assert rows["g1"] == "närvarande till § 120: Lotta Hagman, socialdirektör"
    assert rows["g2"] == "närvarande: Per Ek"


def test_two_spans_of_one_guest_are_one_row_of_the_list(session: Session) -> None:
    say(session, 115, "nä Lotta Hagman 115-116 : ekonom")
    say(session, 118, "nä Lotta Hagman 118-118 : ekonom")
    assert "ett_spann" in marks(say(session, 118, "ju hä 118-119, 121"))
    document = render_attendance(session.state, session.kommun, session.stil)
    text = document_text(document).replace("\u00a0", " ")
    assert "Lotta Hagman, ekonom, §§ 115–116, 118" in text
    assert text.count("Lotta Hagman") == 1


def test_a_guest_and_a_justering_are_named_when_they_are_struck(session: Session) -> None:
    say(session, 118, "nä Lotta Hagman : ekonom", "ju hä 118")
    assert sentence(session, 118, "st g1") == "Stryks: närvarande: Lotta Hagman, ekonom"
    assert "Hanna Ängström justerar § 118" in sentence(session, 118, "st v1")


def test_an_entry_of_the_room_is_put_right_without_its_verb(session: Session) -> None:
    say(session, 118, "kl ef 13.20", "nä Per Ek : vd", "ju hä 118", "jä ab", "or cd")
    say(session, 118, "rä k1 ef 13.25", "rä g1 Pär Ek : vd", "rä v1 kv", "rä j1 gh")
    here = at(session, 118)
    assert here.notering == ()
    assert here.rorelse[0].tid == time(13, 25)
    assert here.deltagare[0].vem == "Pär Ek"
    assert here.justering[0].justerare == ("kv",)
    assert here.jav[0].av[0].person == "gh"


def test_a_guest_at_a_distance_is_told_so_and_comes_back_as_the_line(session: Session) -> None:
    say(session, 118, "nä Per Ek 118-119 distans : vd")
    assert at(session, 118).deltagare[0].distans
    line = session.last_line(at(session, 118).id)
    assert line == 'rä g1 nä "Per Ek" 118-119 distans : vd'
    assert (
        sentence(session, 118, "st g1") == "Stryks: närvarande till § 119: Per Ek, vd, på distans"
    )
    say(session, 118, "rä g1 Per Ek 118-119")
    assert not at(session, 118).deltagare[0].distans
