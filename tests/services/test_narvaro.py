"""Lines about who is in the room, said in the example meeting and put right again."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.narvaro import Fas, RorelseSlag, Tjanst
from protokoll_tui.domain.reservation import Provning
from protokoll_tui.procedure.ordforande import presides
from protokoll_tui.procedure.rostlangd import rostlangd, serving
from protokoll_tui.rendering import Stil, load_style
from protokoll_tui.services.session import Session
from tests.services.hand import TickingClock, at, marks, say

SERVE = "kå ab cd ef gh mö hä ml ol cg rh ts pk"


@pytest.fixture(scope="module")
def stil() -> Stil:
    """The words of the style, read once: they are the slow part of an opened meeting."""
    return load_style("standard")


@pytest.fixture
def room(meeting_file: Path, stil: Stil) -> Session:
    """The example with four ersättare in the room who do not serve."""
    session = Session.open(meeting_file, TickingClock())
    session._stil = stil
    say(session, 112, "ru -aw +jn lg nv rh", "kl ft")
    return session


def serves(session: Session, nr: int, punkt: int | None = None) -> str:
    return " ".join(serving(session.gang, at(session, nr), punkt))


def empty(session: Session, nr: int, punkt: int | None = None) -> dict[str, str]:
    rows = rostlangd(session.gang, at(session, nr), punkt)
    return {row.plats: str(row.tom) for row in rows if row.tom}


def changed(**seats: str) -> str:
    """Those who serve in the example with other people on some seats ("" = nobody)."""
    owner = {"aw": "rh"}
    changes = {owner.get(seat, seat): vem for seat, vem in seats.items()}
    return " ".join(filter(None, (changes.get(sig, sig) for sig in SERVE.split())))


# Who serves after a line


MOVES = [
    # what was said before, the line, who serves at the decision
    ((), "kl aw", changed(aw="aw")),
    ((), "kl aw 13.40", changed(aw="aw")),
    ((), "aw kommer", changed(aw="aw")),
    ((), "Ann-Sofie Wallin kommer kl. 13.40", changed(aw="aw")),
    ((), "Ann-Sofie Wallin anländer klockan 13.40 och ersätter Roger Hallström", changed(aw="aw")),
    ((), "kl aw >rh", changed(aw="aw")),
    ((), "kl aw >ingen", SERVE),
    ((), "kl ab", changed(ab="lg")),
    ((), "kl ab 15.10", changed(ab="lg")),
    ((), "Anna går 15.10", changed(ab="lg")),
    ((), "Anna Berg (M) lämnar sammanträdet 15.10", changed(ab="lg")),
    ((), "Anna går hem", changed(ab="lg")),
    ((), "kl ab utvisas", changed(ab="lg")),
    ((), "kl ab >jn : Louise hann inte", changed(ab="jn")),
    ((), "kl ab >Jonas Nyqvist", changed(ab="jn")),
    ((), "kl ab >Jonas Nyqvist (C)", changed(ab="jn")),
    ((), "kl ab >ingen", changed(ab="")),
    ((), "kl ab >-", changed(ab="")),
    ((), "kl ab går, lg träder in", changed(ab="lg")),
    ((), "ab går 15.10, jn ersätter", changed(ab="jn")),
    ((), "ab går, ersätts av jn", changed(ab="jn")),
    ((), "kl ab cd", changed(ab="lg", cd="ft")),
    ((), "kl ab och cd går 15.00", changed(ab="lg", cd="ft")),
    ((), "kl ab cd >jn nv", changed(ab="jn", cd="nv")),
    ((), "kl ab cd >jn", changed(ab="jn", cd="ft")),
    ((), "kl ab cd >ingen", changed(ab="", cd="ft")),
    ((), "kl rh", changed(aw="ft")),
    ((), "kl pk", changed(pk="jn")),
    ((), "kl S går", changed(cd="ft", mö="nv", aw="jn")),
    ((), "kl ef distans", SERVE),
    ((), "kl ef tappar 14.12", SERVE),
    ((), "kl ef tappar >nv", changed(ef="nv")),
    (("kl ef tappar",), "kl ef", SERVE),
    (("kl ef tappar",), "kl ef går", changed(ef="nv")),
    (("kl ef tappar",), "kl nv >ef", changed(ef="nv")),
    (("kl ab",), "kl ab", changed(ab="lg")),
    (("kl ab",), "kl ab >ab", changed()),
    (("kl ab >ingen",), "kl lg >ab", changed(ab="lg")),
    (("kl ab >jn",), "kl lg >jn", changed(ab="lg")),
    (("kl aw",), "kl ab", changed(aw="aw", ab="lg")),
    (("kl lg går", "kl ab >jn"), "kl lg kommer", changed(ab="lg")),
    (("kl ab >ingen", "kl gh >ingen"), "kl kv kommer", changed(ab="", gh="kv")),
]


@pytest.mark.parametrize(("before", "line", "who"), MOVES)
def test_a_line_says_who_serves_from_then_on(
    room: Session, before: tuple[str, ...], line: str, who: str
) -> None:
    say(room, 118, *before, line)
    assert serves(room, 118) == who
    assert serves(room, 119) == who
    assert serves(room, 117) == SERVE


@pytest.mark.parametrize(
    ("said", "word", "fas", "here"),
    [
        ((), "", Fas.FORE, changed(ab="lg")),
        (("bi hä",), "", Fas.UNDER, changed(ab="lg")),
        (("bi hä", "be f1"), "", Fas.EFTER, SERVE),
        ((), "efter", Fas.EFTER, SERVE),
        (("bi hä", "be f1"), "före", Fas.FORE, changed(ab="lg")),
        (("be f1",), "under", Fas.UNDER, changed(ab="lg")),
    ],
)
def test_a_movement_is_in_the_phase_of_the_item_unless_the_line_says_another(
    room: Session, said: tuple[str, ...], word: str, fas: Fas, here: str
) -> None:
    say(room, 118, *said, f"kl ab {word}".strip())
    assert at(room, 118).rorelse[0].fas is fas
    assert serves(room, 118) == here
    assert serves(room, 119) == changed(ab="lg")


@pytest.mark.parametrize("line", ["kl ab 120", "kl ab till 120", "kl ab t.o.m. § 120 15.10"])
def test_a_movement_may_hold_to_and_with_a_section(room: Session, line: str) -> None:
    say(room, 118, line)
    rooms = [serves(room, nr) for nr in (118, 119, 120, 121)]
    assert rooms == [changed(ab="lg")] * 3 + [SERVE]


def test_the_time_is_the_one_said_and_else_now(room: Session) -> None:
    say(room, 118, "kl ab 15.10", "kl gh", "kl mö 1412")
    first, then, bare = (r.tid for r in at(room, 118).rorelse)
    assert (first, bare) == (time(15, 10), time(14, 12))
    assert then and then < time(14)


def test_the_reason_after_the_colon_is_why_the_order_was_not_followed(room: Session) -> None:
    say(room, 118, "kl ab >jn : Louise hann inte", "kl aw : sen buss", "kl gh : sjuk")
    other, late, ill = at(room, 118).rorelse
    assert other.tjanst == (Tjanst(vem="jn", ersatter="ab", skal="Louise hann inte"),)
    assert other.skal == ""
    assert (late.tjanst, late.skal) == ((Tjanst(vem="aw"),), "sen buss")
    assert ill.skal == "sjuk"


def test_out_of_turn_is_told_until_the_reason_is_given(room: Session) -> None:
    last = room.read("kl ab >jn", at(room, 118).id)
    assert [f.regel for f in last.fynd] == ["R34"]
    assert room.read("kl ab >jn : skäl", at(room, 118).id).fynd == ()


def test_at_a_distance_is_a_coming_for_one_who_is_not_there(room: Session) -> None:
    say(room, 118, "kl aw distans", "kl ef distans")
    come, here = at(room, 118).rorelse
    assert (come.slag, come.distans) == (RorelseSlag.KOMMER, True)
    assert here.slag is RorelseSlag.DISTANS
    assert room.gang.at(at(room, 118).id).beslut.distans == {"aw", "ef"}


def test_who_broke_off_and_comes_back_is_asked_about(room: Session) -> None:
    assert "far_inte_tjanstgora" in marks(say(room, 118, "kl ab", "kl ab"))
    last = room.read("kl ab >ab", at(room, 119).id)
    assert "redan_har" not in marks(last) or last.tveksam
    assert [f.regel for f in room.read("kl lg >jn", at(room, 119).id).fynd] == []


def test_what_a_line_would_break_is_told_before_it_is_kept(room: Session) -> None:
    last = room.read("kl kå", at(room, 118).id)
    assert [f.regel for f in last.fynd] == ["R225"]
    assert last.anmarkningar[0].endswith("(5 kap. 72 § p. 5, 6 kap. 22 § KL, R225)")
    gone = room.read("kl ab cd ef gh mö hä ml ol cg rh ts går >ingen", at(room, 118).id)
    assert "R30" in {f.regel for f in gone.fynd}
    assert gone.tveksam


# Jäv


JAV = [
    ((), "jä ab", changed(ab="lg")),
    ((), "Anna Berg anmäler jäv", changed(ab="lg")),
    ((), "Anna Berg är jävig", changed(ab="lg")),
    ((), "jäv Anna Berg", changed(ab="lg")),
    ((), "ab jävig i ärendet", changed(ab="lg")),
    ((), "jä ab >jn", changed(ab="jn")),
    ((), "jä ab >ingen", changed(ab="")),
    ((), "ab anmäler jäv, jn ersätter", changed(ab="jn")),
    ((), "jä ab cd", changed(ab="lg", cd="ft")),
    ((), "jä ab +cd", changed(ab="lg", cd="ft")),
    ((), "jä ab cg", changed(ab="lg", cg="jn")),
    ((), "jä ab, cd >ingen", changed(ab="", cd="ft")),
    ((), "jä ab cd >jn nv", changed(ab="jn", cd="nv")),
    ((), "jä ab lg", changed(ab="jn")),
    ((), "jä lg", SERVE),
    ((), "jä rh", changed(aw="ft")),
    (("jä ab",), "jä cg", changed(ab="lg", cg="jn")),
    (("jä ab p2",), "jä cg", changed(cg="jn")),
    (("jä ab p2",), "jä cg p3", SERVE),
    (("jä ab",), "kl cg", changed(ab="lg", cg="jn")),
    (("jä ab",), "kl ab", changed(ab="lg")),
    (("jä ab >jn",), "kl ab går", changed(ab="jn")),
    ((), "jä ab prövas", SERVE),
    (("jä ab prövas",), "jä j1 jävig", changed(ab="lg")),
    (("jä ab prövas",), "jä j1 jävig >jn", changed(ab="jn")),
    (("jä ab prövas",), "jä j1 inte", SERVE),
    ((), "jä ab inte : inget samband", SERVE),
]


@pytest.mark.parametrize(("before", "line", "who"), JAV)
def test_jav_puts_the_one_in_turn_on_the_seat_in_that_item_alone(
    room: Session, before: tuple[str, ...], line: str, who: str
) -> None:
    say(room, 118, *before, line)
    assert serves(room, 118) == who


def test_jav_leaves_no_trace_in_the_next_item(room: Session) -> None:
    say(room, 118, "jä ab")
    assert serves(room, 119) == SERVE
    assert "avbrutit" not in " ".join(f.text for f in room.fynd)


def test_jav_at_points_empties_the_seat_at_those_alone(room: Session) -> None:
    say(room, 118, "jä ab p2,3 >ingen")
    assert [empty(room, 118, n) for n in (None, 1, 2, 3)] == [{}, {}, {"ab": "jäv"}, {"ab": "jäv"}]


def test_one_serves_for_one_of_two_at_the_same_point_and_for_both_at_two(room: Session) -> None:
    say(room, 118, "jä ab p2", "jä cg p3")
    assert [serves(room, 118, n) for n in (2, 3)] == [changed(ab="lg"), changed(cg="lg")]
    say(room, 119, "jä ab p2", "jä cg p2")
    assert serves(room, 119, 2) == changed(ab="lg", cg="jn")


def test_who_raised_a_disputed_jav_stands_after_plus_and_is_not_javig(room: Session) -> None:
    say(room, 118, "jä ab prövas +cd : ombud för bolaget")
    (jav,) = at(room, 118).jav
    assert (jav.av, jav.vackt_av) == ((Aktor(person="ab"),), (Aktor(person="cd"),))
    assert (jav.provning, jav.skal) == (Provning.PROVAS, "ombud för bolaget")
    guide = room.guide(at(room, 118).id)
    assert [val.rad for val in guide.harnast.val] == ["jä j1 jävig", "jä j1 inte"]


def test_that_the_challenged_took_part_in_trying_it_takes_a_reason(room: Session) -> None:
    say(room, 118, "jä ab prövas")
    last = say(room, 118, "jä j1 inte deltog")
    assert [f.regel for f in last.fynd] == ["R49"]
    say(room, 119, "jä ab prövas", "jä j1 inte deltog : nämnden var annars inte beslutsför")
    assert [f.regel for f in room.fynd if f.paragraf == at(room, 119).id] == []


def test_a_group_that_is_javig_is_frozen_to_those_who_serve(room: Session) -> None:
    say(room, 118, "jä S")
    assert at(room, 118).jav[0].av == (Aktor(grupp="S", namn=("cd", "mö", "rh")),)
    assert set(empty(room, 118)) <= {"cd", "mö", "aw"}
    assert not {"cd", "mö", "rh"} & set(serves(room, 118).split())


# Doors, authority, chair, another day


def test_doors_close_and_open_by_the_clock_or_as_the_line_says(room: Session) -> None:
    say(room, 118, "dr", "dr")
    say(room, 119, "dr 14.10", "dr 14.30")
    say(room, 120, "dr 1410-1430", "dr kl. 14.40-14.50")
    (now,) = at(room, 118).stangda_dorrar
    assert now.fran and now.till and now.fran < now.till
    (said,) = at(room, 119).stangda_dorrar
    assert (said.fran, said.till) == (time(14, 10), time(14, 30))
    assert len(at(room, 120).stangda_dorrar) == 1 + (
        at(room, 120).stangda_dorrar[0].till is not None
    )


def test_authority_is_turned_on_and_off(room: Session) -> None:
    say(room, 118, "my")
    assert at(room, 118).myndighetsutovning
    say(room, 118, "my")
    assert not at(room, 118).myndighetsutovning


@pytest.mark.parametrize(
    "line", ["or cd 120", "or cd till 120", "or cd 118-120", "or cd till och med § 120"]
)
def test_the_chair_may_be_taken_to_and_with_a_section(room: Session, line: str) -> None:
    say(room, 118, line)
    chairs = [presides(room.state, at(room, nr)) for nr in (117, 118, 119, 120, 121)]
    assert chairs == ["kå", "cd", "cd", "cd", "kå"]


def test_a_meeting_that_goes_on_another_day_lets_those_who_broke_off_serve(room: Session) -> None:
    say(room, 118, "kl ab", "aj 19/6 13.00")
    assert at(room, 118).ajournering[0].datum == date(2031, 6, 19)
    last = say(room, 119, "kl ab")
    assert marks(last) == ()
    assert (serves(room, 118), serves(room, 119)) == (changed(ab="lg"), SERVE)
    assert not [f for f in room.fynd if f.regel == "R36"]


def test_a_pause_that_has_begun_ends_at_the_time_said(room: Session) -> None:
    say(room, 118, "aj 14.05", "aj 14.20")
    (pause,) = at(room, 118).ajournering
    assert (pause.fran, pause.till) == (time(14, 5), time(14, 20))


# The upprop


UPPROP = [
    ("ru", SERVE),
    ("ru -ab", changed(ab="")),
    ("ru lg -ab", changed(ab="lg")),
    ("ru jn lg -ab -kå", changed(kå="jn", ab="lg")),
    ("ru ft -ab", changed(ab="rh", aw="ft")),
    ("ru aw", changed(aw="aw")),
    ("ru ft -rh", changed(aw="ft")),
]


@pytest.mark.parametrize(("line", "who"), UPPROP)
def test_the_upprop_is_all_but_those_after_minus_and_the_ersattare_named(
    session: Session, line: str, who: str
) -> None:
    say(session, 112, "ru -aw +rh", line)
    assert serves(session, 118) == who


def test_an_unknown_name_at_the_upprop_is_kept_as_a_note(session: Session) -> None:
    before = session.state.tjanstgor
    assert marks(say(session, 112, "ru -Zäta")) == ("okand_person",)
    assert session.state.tjanstgor == before


# Who is meant by all


def test_all_and_a_group_are_those_who_serve_in_that_section(room: Session) -> None:
    say(room, 118, "kl aw")
    say(room, 119, "jä cd >ingen")
    say(room, 117, "av ab +S")
    say(room, 118, "av ab +S", "av gh +alla")
    say(room, 119, "av ab +S")
    named = [at(room, nr).yrkande[0].instammer[0].vem.namn for nr in (117, 118, 119)]
    assert named == [("cd", "mö", "rh"), ("cd", "mö", "aw"), ("mö", "aw")]
    everybody = {i.vem.person for i in at(room, 118).yrkande[1].instammer}
    assert everybody == set(changed(aw="aw").split()) - {"gh"}


# What cannot be carried out


UNREAD = [
    ("kl zäta kommer", "okand_person"),
    ("kl ab >zäta", "okand_person"),
    ("kl ab >lg zäta", "okand_person"),
    ("kl ab 999", "ingen_paragraf"),
    ("kl ab 117", "fore_denna"),
    ("kl ab 119-120", "annan_borjan"),
    ("kl ab >lg ft", "for_manga"),
    ("kl ab cd >lg ft nv", "for_manga"),
    ("kl aw >nv", "ingen_plats"),
    ("kl lg går >ft", "ingen_plats"),
    ("kl ab -cd", "minus"),
    ("kl ab 14.10-14.30", "en_tid"),
    ("jä ab >jn rh", "for_manga"),
    ("jä lg >jn", "for_manga"),
    ("jä ab >zäta", "okand_person"),
    ("or cd 999", "ingen_paragraf"),
    ("or ab cd", "vem_ordforande"),
    ("or S", "vem_ordforande"),
    ("nä S", "vem_narvarande"),
    ("nä Lotta Hagman 120-999", "ingen_paragraf"),
    ("nä Lotta Hagman 117", "fore_denna"),
    ("ju hä 999", "ingen_paragraf"),
    ("ju S", "vem_justerar"),
    ("ab går 15.10 kaffe", "okand_person"),
    ("Anna Berg lämnar ett särskilt yttrande", "okand_person"),
]


@pytest.mark.parametrize(("line", "mark"), UNREAD)
def test_a_line_that_cannot_be_carried_out_is_kept_as_a_note(
    room: Session, line: str, mark: str
) -> None:
    before = at(room, 118)
    assert mark in marks(say(room, 118, line))
    after = at(room, 118)
    assert after.notering[-1].text == line
    assert after.notering[-1].otolkad
    assert (after.rorelse, after.jav) == (before.rorelse, before.jav)
    assert not any(p.deltagare for p in room.state.paragraf)


# The same line twice


TWICE = [
    ("kl ab går", "inte_har"),
    ("kl aw kommer", "redan_har"),
    ("kl ef åter", "redan_har"),
    ("jä ab", "redan_javig"),
    ("jä ab p2", "redan_javig"),
]


@pytest.mark.parametrize(("line", "mark"), TWICE)
def test_the_same_line_again_is_asked_about_and_changes_nobodys_seat(
    room: Session, line: str, mark: str
) -> None:
    say(room, 118, line)
    here = serves(room, 118), serves(room, 118, 2)
    last = room.read(line, at(room, 118).id)
    assert mark in marks(last)
    assert last.tveksam
    say(room, 118, line)
    assert (serves(room, 118), serves(room, 118, 2)) == here


# Put right, struck, moved, undone


BACK = [
    ("kl ab",),
    ("kl ab 15.10",),
    ("kl ab >ingen",),
    ("kl ab >jn : skäl",),
    ("kl ab >ingen : sjuk",),
    ("kl ab 120",),
    ("kl ab utvisas",),
    ("kl aw",),
    ("kl aw : sen buss",),
    ("kl aw >ingen",),
    ("kl aw kommer distans 13.40",),
    ("kl ef distans",),
    ("kl ef tappar 14.12",),
    ("kl ef tappar >nv",),
    ("kl ef tappar", "kl ef"),
    ("kl ef tappar >nv", "kl ef >ef"),
    ("kl ab", "kl ab"),
    ("kl ab >ingen", "kl lg >ab"),
    ("kl cd >ingen", "kl aw"),
    ("bi hä", "kl ab"),
    ("kl ab efter",),
    ("kl ab cd",),
    ("kl lg",),
    ("jä ab",),
    ("jä ab >ingen",),
    ("jä ab >jn",),
    ("jä ab cd >jn",),
    ("jä ab p2,3 : delägare",),
    ("jä lg",),
    ("jä S",),
    ("jä ab", "jä cg"),
    ("jä ab prövas +cd",),
    ("jä ab prövas +cd", "jä j1 jävig"),
    ("jä ab prövas", "jä j1 inte deltog : skäl"),
    ("dr 14.10-14.30",),
    ("dr",),
    ("or cd",),
    ("or cd 120",),
    ("or cd 13.10 120",),
    ("aj 14.05-14.20",),
    ("aj 15.00 19/6 13.00",),
    ("aj 14.05",),
]


@pytest.mark.parametrize("lines", BACK, ids=" / ".join)
def test_the_line_that_comes_back_changes_nothing_as_it_stands(
    room: Session, lines: tuple[str, ...]
) -> None:
    say(room, 118, *lines)
    before, again = room.state, room.last_line(at(room, 118).id)
    assert again and again.startswith("rä ")
    last = say(room, 118, again)
    assert not last.oklar
    assert room.state == before


def test_a_movement_comes_back_unchanged_whatever_was_said_after_it(room: Session) -> None:
    say(room, 118, "kl ab", "kl lg", "kl ab >ab")
    before = room.state
    say(room, 118, "rä k1 kl ab 13.05 går före >lg")
    assert [r.slag for r in at(room, 118).rorelse] == [r.slag for r in before.paragraf[6].rorelse]
    assert at(room, 118).rorelse[0].tjanst == (Tjanst(vem="lg", ersatter="ab"),)


CORRECTED = [
    ("kl ab", "rä k1 kl cd", changed(cd="ft")),
    ("kl ab", "rä k1 kl ab >jn : skäl", changed(ab="jn")),
    ("kl ab", "rä k1 kl ab efter", SERVE),
    ("kl ab >ingen", "rä k1 kl ab", changed(ab="lg")),
    ("kl aw", "rä k1 kl ab går", changed(ab="lg")),
    ("jä ab", "rä j1 jä cd", changed(cd="ft")),
    ("jä ab", "rä j1 jä ab p2", SERVE),
    ("jä ab", "rä j1 jä ab >jn", changed(ab="jn")),
    ("jä ab", "rä j1 jä ab prövas", SERVE),
    ("jä ab", "st j1", SERVE),
    ("kl ab", "st k1", SERVE),
]


@pytest.mark.parametrize(("line", "right", "who"), CORRECTED)
def test_a_corrected_line_takes_the_place_of_the_wrong_one(
    room: Session, line: str, right: str, who: str
) -> None:
    say(room, 118, line, right)
    assert serves(room, 118) == who
    assert not at(room, 118).notering


def test_a_corrected_time_is_the_one_said_and_one_that_is_not_said_stays(room: Session) -> None:
    say(room, 118, "kl ab 15.10", "rä k1 kl ab 15.30 går")
    assert at(room, 118).rorelse[0].tid == time(15, 30)
    before = at(room, 118).rorelse[0]
    say(room, 118, "rä k1 kl ab >jn : skäl")
    after = at(room, 118).rorelse[0]
    assert (after.id, after.tid) == (before.id, before.tid)
    assert after.tjanst[0].vem == "jn"


def test_a_struck_jav_and_a_struck_movement_leave_the_meeting_as_it_was(room: Session) -> None:
    before = room.state
    say(room, 118, "kl ab", "jä cd", "st k1 j1")
    assert room.state == before


def test_a_movement_can_be_said_in_the_wrong_section_and_moved(room: Session) -> None:
    say(room, 118, "kl ab", "fl k1 120")
    assert [serves(room, nr) for nr in (118, 119, 120)] == [SERVE, SERVE, changed(ab="lg")]


def test_undo_and_redo_take_a_movement_and_a_jav_away_and_back(room: Session) -> None:
    say(room, 118, "kl ab cd", "jä ef")
    after = room.state
    room.undo()
    assert serves(room, 118) == changed(ab="lg", cd="ft")
    room.undo()
    assert (serves(room, 118), at(room, 118).rorelse) == (SERVE, ())
    room.redo()
    room.redo()
    assert room.state == after


# Who is not there any longer


GONE = [
    # what was said before, the line, whether it is asked about
    (("kl ab",), "av ab", True),
    (("kl ab",), "av cd +ab", True),
    (("av cd", "kl ab"), "in y1 ab", True),
    (("kl ef tappar",), "av ef", True),
    (("kl ab", "kl ab"), "av ab", False),
    (("kl ab efter",), "av ab", False),
    (("av ab", "kl ab"), "rä y1 av ab : skäl", False),
    ((), "av ab", False),
]


@pytest.mark.parametrize(("before", "line", "asked"), GONE)
def test_a_yrkande_of_one_who_has_left_the_item_is_asked_about(
    room: Session, before: tuple[str, ...], line: str, asked: bool
) -> None:
    say(room, 118, *before)
    last = room.read(line, at(room, 118).id)
    assert ("inte_har_nu" in marks(last)) is asked
    assert last.tveksam or not asked


def test_a_note_and_a_jav_of_one_who_is_away_are_asked_about(room: Session) -> None:
    say(room, 118, "kl ab")
    for line in ("an ab : text", "sy ab : text", "jä ab"):
        assert "inte_har_nu" in marks(room.read(line, at(room, 119).id)), line
        assert "inte_har_nu" not in marks(room.read(line, at(room, 117).id)), line


def test_who_comes_back_and_who_reserves_may_be_said_in_everyday_words(room: Session) -> None:
    say(room, 118, "av hä", "kl ab", "Anna kommer tillbaka kl 14.05", "pr f1", "be")
    assert [r.slag for r in at(room, 118).rorelse] == [RorelseSlag.GAR, RorelseSlag.KOMMER]
    say(room, 118, "Hanna reserverar sig")
    assert [a.person for r in at(room, 118).reservation for a in r.av] == ["hä"]


def test_what_a_line_makes_wrong_in_another_section_is_told_with_its_number(room: Session) -> None:
    say(room, 119, "av ab")
    marked = room.read("kl ab >ingen", at(room, 118).id).anmarkningar
    assert any(mark.startswith("§\u00a0119: Anna Berg") for mark in marked)


def test_a_decided_item_whose_yrkande_was_never_put_says_why_it_is_marked(room: Session) -> None:
    say(room, 118, "av ab", "be : Ärendet avslutas.")
    rows = room.guide(at(room, 118).id).poster
    assert any(row.fel and row.text.startswith("Något saknas") for row in rows)


# When the meeting ended


def held(session: Session) -> tuple[time | None, time | None]:
    """From when to when the meeting was held."""
    return session.state.start, session.state.slut


def test_the_end_of_the_meeting_is_said_in_a_line_and_undone(room: Session) -> None:
    began = held(room)[0]
    last = say(room, 125, "sl 16.10")
    assert (held(room), last.mening) == ((began, time(16, 10)), "Sammanträdets tid: 16.10.")
    room.undo()
    assert held(room) == (began, None)
    say(room, 125, "slut kl 1615")
    assert held(room) == (began, time(16, 15))
    say(room, 125, "sl 13.05-16.20")
    assert held(room) == (time(13, 5), time(16, 20))


def test_without_a_time_it_ends_now_on_the_day_itself_only(room: Session) -> None:
    say(room, 125, "sl")
    assert room.state.slut is not None
    assert isinstance(room.clock, TickingClock)
    room.clock.now = room.clock.now.replace(day=18)
    assert "vilken_tid" in marks(room.read("sl", at(room, 125).id))
