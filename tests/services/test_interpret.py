"""Each verb and what it becomes, and each way in which a line can be unclear."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.handelse import Struket, apply_all
from protokoll_tui.procedure.justeringar import recorded
from protokoll_tui.procedure.narvaro import gang
from protokoll_tui.quickline import VERBS, with_text
from protokoll_tui.services.interpret import context_of
from protokoll_tui.services.lasning import DOUBTS
from protokoll_tui.services.session import Session
from protokoll_tui.services.texter import OKLART, mark_text
from tests.services.hand import at, marks, say

READ = {
    "bi": (118, (), "bi ab +cd", "yrkande"),
    "av": (118, (), "av ab", "yrkande"),
    "än": (118, (), "än ab p2 : Kostnaden halveras.", "yrkande"),
    "ti": (118, (), "ti ab : Arkivet ska vara öppet.", "yrkande"),
    "ny": (118, (), "ny ab : Kommunen avstår.", "yrkande"),
    "åt": (118, (), "åt ab >socialnämnden : för att …", "yrkande"),
    "bo": (118, (), "bo ab 2/9", "yrkande"),
    "re": (118, (), "re ab >socialnämnden", "yrkande"),
    "aj": (118, (), "aj 14.05-14.20", "ajournering"),
    "in": (118, ("av ab",), "in y1 cd ef", "instämmande"),
    "tb": (118, ("av ab",), "tb y1", "återtagande"),
    "fr": (114, (), "fr arbetsutskottet : Ärendet utgår.", "förslag"),
    "öv": (118, (), "öv", "överläggningen avslutad"),
    "pr": (118, ("av ab",), "pr y1", "proposition"),
    "om": (118, ("av ab", "pr y1"), "om cd", "omröstning begärs"),
    "va": (123, (), "va ab till ordförande i nämnden", "förslag"),
    "of": (118, (), "of ab : streck i debatten", "yrkande"),
    "be": (118, (), "be f1", "beslut"),
    "di": (118, (), "di ab p2", "deltar inte"),
    "rs": (118, ("be f1",), "rs ab cd", "reservation"),
    "an": (118, (), "an cd S : text", "anteckning"),
    "sy": (118, (), "sy ab : text", "yttrande"),
    "oj": (118, (), "oj", "omedelbar justering"),
    "or": (118, (), "or cd", "ordförande"),
    "up": (118, (), "up", "utgår"),
    "ru": (112, (), "ru", "rutin"),
    "no": (118, (), "no : text", "notering"),
    "är": (118, (), "är KS 2031/0300 : Rubrik", "extra ärende"),
    "rä": (118, ("bi ab",), "rä y1 av ab +cd", "rättelse"),
    "fl": (118, ("av ab",), "fl y1 119", "flytt"),
    "st": (118, ("av ab",), "st y1", "struket"),
    "ly": (118, ("av ab",), "ly y1 : Anna Berg säger nej.", "egen lydelse"),
    "se": (118, (), "se 18:1", "sekretess"),
    "kl": (118, ("kl aw",), "kl kv 13.40", "närvaro"),
    "jä": (118, (), "jä ab", "jäv"),
    "nä": (118, (), "nä sg 118-120 : jurist", "närvarande"),
    "dr": (118, (), "dr", "stängda dörrar"),
    "sl": (118, (), "sl 16.10", "sammanträdet slutar"),
    "my": (118, (), "my", "myndighetsutövning"),
    "ju": (118, (), "ju hä 118-120 2031-06-24", "justering"),
}
"""A verb: the §, what was said before, the line, and what kind of entry it becomes."""

BY_POINTS = ("fr ksau : 1. A.\n2. B.", "än ab p1 : C.", "av cd p2", "pr y1 y2")

PUT = ("av ab", "pr y1", "om")
CALLED = ("ru", "fr ab : text", *PUT)
CONTESTED = ("av ab", "ny cd : text", "pr f1", "om")

ELECTION = ("va ab >ordförande i nämnden", "va cd")

UNCLEAR = {
    "vem_valjs": (123, (), "va >ordförande"),
    "vilket_uppdrag": (123, (), "va ab"),
    "inget_val": (123, (), "va sluten"),
    "valj_kandidat": (123, (*ELECTION, "va gh föreslår ef"), "pr"),
    "val_forst": (123, ELECTION, "be"),
    "en_kandidat": (123, ELECTION[:1], "va sluten"),
    "rakna_forst": (123, (*ELECTION, "om"), "va lott ab"),
    "inte_kandidat": (123, (*ELECTION, "va ef >revisor"), "va f1 7 f3 6"),
    "ingen_lottning": (123, (*ELECTION, "va 13 ab 7 cd 6"), "va lott cd"),
    "vem_lotten": (123, (*ELECTION, "va 12 ab 6 cd 6"), "va lott"),
    "sluten_namn": (123, (*ELECTION, "om"), "om ja ef nej gh"),
    "sluten_antal": (123, (*ELECTION, "om"), "om 7-6"),
    "rostande_namn": (123, ELECTION, "va 13 ab 7 cd 6 ef"),
    "saknas": (118, (), "in y9 cd"),
    "vem": (118, (), "bi"),
    "vem_instammer": (118, ("av ab",), "in y1"),
    "vem_ordforande": (118, (), "or"),
    "inget_yrkande": (118, (), "+cd"),
    "inget_formellt": (118, (), "pr dag"),
    "formellt_forst": (118, ("åt ab",), "be"),
    "inget_forslag": (114, (), "be"),
    "valj_svar": (118, ("av ab",), "pr"),
    "beslut_finns": (118, ("be f1",), "be"),
    "beslut_text": (118, (), "be sekreteraren kolla siffrorna"),
    "vilken_post": (118, (), "st"),
    "en_post": (118, ("av ab", "bi hä"), "rä y1 y2 av ab"),
    "annat_slag": (118, ("av ab",), "rä y1 di ab"),
    "ingen_paragraf": (118, ("av ab",), "fl y1 999"),
    "vilken_paragraf": (118, ("av ab",), "fl y1"),
    "ratta_hur": (118, ("av ab",), "rä y1"),
    "rubrik": (118, (), "är KS 2031/0300"),
    "okand_rad": (118, (), "Tomas undrar något"),
    "okand_person": (118, (), "av Zäta"),
    "flera_personer": (118, (), "av Lindqvist"),
    "bara_namn": (118, (), "aw"),
    "vem_ror": (118, (), "kl"),
    "vem_javig": (118, (), "jä"),
    "vem_narvarande": (118, (), "nä"),
    "javsprovning": (118, ("jä ab prövas",), "jä j1"),
    "vilken_tid": (118, ("aj 16.00 19/6 13.00",), "sl"),
    "en_tid": (118, (), "kl ab 14.10-14.30"),
    "for_manga": (118, (), "jä ab >jn rh"),
    "ingen_plats": (118, (), "kl lg går >ft"),
    "annan_borjan": (118, (), "kl ab 119-120"),
    "fore_denna": (118, (), "or cd 117"),
    "redan_javig": (118, ("jä ab",), "jä ab cd"),
    "redan_har": (118, (), "kl ab kommer"),
    "inte_har": (118, ("kl aw",), "kl aw går"),
    "inte_har_nu": (118, ("kl ab",), "av ab"),
    "inte_pa_distans": (118, (), "kl ef tappar"),
    "redan_med": (118, ("nä Per Ek",), "nä Per Ek 120 : revisor"),
    "ett_spann": (118, (), "nä Per Ek 118-120, 122"),
    "inte_rutin": (118, (), "ru"),
    "far_inte_tjanstgora": (118, ("kl ab",), "kl ab"),
    "instammer_inte": (118, ("av ab +cd",), "-gh"),
    "vem_justerar": (113, (), "ru"),
    "om_proposition": (118, ("av ab", "pr y1"), "pr f1"),
    "ett_svar": (118, ("av ab", "ny cd : text"), "pr y1 y2"),
    "vilken_punkt": (114, BY_POINTS, "pr f1"),
    "flera_beslut": (118, ("av ab", "ny cd : text"), "be y1 y2"),
    "tom": (118, (), ""),
    "menade": (118, (), "avs ab"),
    "avsluta": (118, (), "avsluta"),
    "mottagare": (118, (), "bi ab >Det är ett fint växthus."),
    "minus": (118, ("bi hä +ab",), "av ab -cd"),
    "annan_person": (118, (), "ti ab : text // av cd"),
    "saknar_punkt": (118, (), "än ab p9 : text"),
    "yrkar_redan": (118, ("bi ab",), "av ab"),
    "fore_beslut": (118, (), "rs ab"),
    "tider": (118, (), "aj 14.20-14.05"),
    "annan_grupp": (118, (), "an ab S : text"),
    "efter_beslut": (118, ("be f1",), "av ab"),
    "efter_notering": (118, ("av ab", "Ändra punkt 2"), "+kå"),
    "efter_proposition": (118, ("av ab", "pr y1"), "tb y1"),
    "lagrum": (118, (), "Se bilaga 2"),
    "okand_dag": (118, (), "bo ab imorgon"),
    "rosta_forst": (118, PUT, "om"),
    "motforslag_forst": (118, CONTESTED, "om 8-5"),
    "vilket_motforslag": (118, CONTESTED, "pr f1"),
    "inte_i_fragan": (118, ("av ab", "ny cd : text", "pr ordning parvis"), "pr f1"),
    "inget_eget": (118, ("av ab",), "än y1 : text"),
    "annans_yrkande": (118, ("ny ef : text",), "än y1 ml : ny text"),
    "atertaget": (118, ("ny ef : text", "tb y1"), "in y1 gh"),
    "ratta_verb": (118, ("be f1", "rs ab"), "rä r1 ab gh"),
    "rostat_redan": (118, ("av ab", "pr y1", "om 8-5"), "om 7-6"),
    "inte_omtvistad": (114, ("fr ksau : 1. A.\n2. B.", "än ab p2 : C."), "pr y1 p1"),
    "vad_upphavs": (118, (), "be upphäver kf"),
    "ett_svar_finns": (118, ("pr f1",), "om"),
    "ingen_fraga": (118, (), "om"),
    "ja_och_nej": (118, PUT, "om ja 8"),
    "vilken_sida": (118, ("av ab", "pr y1", "om 6-6"), "om utslagsröst"),
    "ordning_finns": (118, (*CONTESTED[:2], "pr ordning"), "pr ordning"),
    "vilka_ihop": (118, ("ti ab : text",), "pr samlat y1"),
    "vagran_skal": (118, ("ny ab : text",), "pr y1 vägras"),
    "rost_saknas": (112, CALLED, "om ja S"),
    "rostetal": (118, PUT, "om ja 3 alla nej ab"),
    "efter_klubbslag": (118, ("av ab", "pr y1", "om ja alla nej ab"), "rä m1 ja ab"),
}
"""A mark: the §, what was said before, and the line that gets it."""

MORE_UNCLEAR = [
    ("pr", 114, (), "pr", "inget_forslag"),
    ("pr", 118, ("av ab",), "pr åt", "inget_formellt"),
    ("pr", 118, (), "pr y1", "saknas"),
    ("pr", 114, ("fr ksau : 1. A.\n2. B.", "än ab p2 : C."), "pr f1 p1", "inte_omtvistad"),
    ("pr", 114, ("fr ksau : 1. A.\n2. B.", "av ab"), "pr f1 p1", "inte_omtvistad"),
    ("rä", 118, ("av ab",), "rä y1 cd", "ratta_verb"),
    ("rä", 118, ("av ab",), "rä y1 avs cd", "menade"),
    ("be", 118, ("av ab",), "be", "valj_svar"),
    ("be", 118, (), "be f7", "saknas"),
    ("tb", 118, ("av ab", "bi hä"), "tb cd", "inget_yrkande"),
    ("tb", 118, (), "tb", "inget_yrkande"),
    ("tb", 118, ("av ab",), "tb q1", "vilken_post"),
    ("om", 118, (), "om 8-5", "ingen_fraga"),
    ("om", 118, PUT, "om ja Zäta nej alla", "okand_person"),
    ("fl", 118, ("av ab",), "fl y1 zzz", "vilken_paragraf"),
    ("fl", 118, (), "fl 119", "vilken_post"),
    ("fl", 118, (), "fl y1 119", "saknas"),
    ("ly", 118, (), "ly", "vilken_post"),
    ("ly", 118, (), "ly y1 : text", "saknas"),
    ("st", 118, (), "st r1", "saknas"),
    ("rä", 118, (), "rä", "ratta_hur"),
    ("rä", 118, (), "rä y1 av ab", "saknas"),
    ("rä", 118, (), "rä f1 ny ab : Kommunen avstår.", "annat_slag"),
    ("gå", 118, (), "999>", "ingen_paragraf"),
    ("rs", 118, ("be f1",), "rs", "vem"),
    ("rä", 118, ("av ab", "bi hä"), "rä y1 y2", "en_post"),
    ("ly", 118, ("av ab", "bi hä"), "ly y1 y2 : text", "en_post"),
    ("st", 118, ("av ab",), "st y1 y9", "saknas"),
    ("ru", 113, (), "ru S", "vem_justerar"),
    ("av", 118, (), "at ab", "menade"),
    ("bi", 118, (), "bi ab // av cd", "annan_person"),
    ("rs", 118, ("be f1",), "rs ab p9", "saknar_punkt"),
    ("rs", 118, (), "rs ab y1", "saknas"),
    ("an", 118, (), "an : text", "vem"),
    ("sy", 118, (), "sy : text", "vem"),
    ("sy", 118, (), "sy cd ab S : text", "annan_grupp"),
    ("in", 118, ("av ab", "be f1"), "+cd", "efter_beslut"),
    ("är", 118, (), "är ordföranden sjuk", "rubrik"),
    ("di", 118, (), "di", "vem"),
    ("be", 118, (), "be f1 ab", "beslut_text"),
    ("be", 118, (), "be S : text", "beslut_text"),
    ("in", 118, (), "in cd", "inget_yrkande"),
    ("bi", 118, (), "bi ab y3", "saknas"),
    ("åt", 118, (), "åt >socialnämnden", "vem"),
    ("or", 118, (), "or ab 13.40-13.10", "tider"),
]


def test_every_verb_of_the_help_has_its_row_here() -> None:
    assert set(READ) == {verb.kod for verb in VERBS}


def test_every_mark_that_a_line_can_get_has_its_row_here() -> None:
    assert set(UNCLEAR) == set(OKLART)


@pytest.mark.parametrize("verb", sorted(READ))
def test_a_verb_becomes_its_entry(session: Session, verb: str) -> None:
    nr, before, line, slag = READ[verb]
    say(session, nr, *before)
    last = session.read(line, at(session, nr).id)
    assert (last.tolkning.slag, marks(last)) == (slag, ())
    after = apply_all(session.state, last.tolkning.handelser)
    assert after != session.state
    assert not any(n.otolkad for p in after.paragraf for n in p.notering)


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.ord], ids=lambda v: v.kod)
def test_the_whole_word_means_the_same_as_two_letters(session: Session, verb: object) -> None:
    kod, words = getattr(verb, "kod", ""), getattr(verb, "ord", ())
    nr, before, line, slag = READ[kod]
    if kod == "aj":
        line = "aj 14.05"
    say(session, nr, *before)
    # Of "kommer" and "går" each says which of the two it is: here she comes.
    for word in words[:1] if kod == "kl" else words:
        last = session.read(line.replace(kod, word, 1), at(session, nr).id)
        assert (last.tolkning.slag, marks(last)) == (slag, ())


@pytest.mark.parametrize("mark", sorted(UNCLEAR))
def test_an_unclear_line_says_why_and_is_kept(session: Session, mark: str) -> None:
    nr, before, line = UNCLEAR[mark]
    # The example knows who is to adjust its protocol; a new meeting does not.
    session.record_events("ny", [Struket(id=recorded(session.state)[0].id)])
    say(session, nr, *before)
    last, besked = session.record(line, at(session, nr).id)
    assert mark in marks(last)
    # A finding of the checks ends with its law and rule.
    ends = (".", "?", ")")
    assert last.anmarkningar and all(text.endswith(ends) for text in last.anmarkningar)
    assert "{" not in "".join(last.anmarkningar)
    assert besked and besked.taken


@pytest.mark.parametrize(("verb", "nr", "before", "line", "mark"), MORE_UNCLEAR)
def test_there_are_more_ways_to_be_unclear(
    session: Session, verb: str, nr: int, before: tuple[str, ...], line: str, mark: str
) -> None:
    say(session, nr, *before)
    assert mark in marks(session.read(line, at(session, nr).id))


@pytest.mark.parametrize(
    "line", ["in y9 cd", "pr dag", "st", "be ordna kaffe", "Tomas undrar något", "999>"]
)
def test_a_line_that_cannot_be_carried_out_is_a_flagged_note_with_its_words(
    session: Session, line: str
) -> None:
    last = say(session, 118, line)
    assert last.tolkning.slag == "notering"
    (note,) = at(session, 118).notering
    assert (note.text, note.otolkad) == (line, True)
    rows = session.guide(at(session, 118).id).poster
    assert any(row.plats == "n1" and row.fel and row.text == line for row in rows)


def test_an_unclear_line_changes_nothing_but_the_note(session: Session) -> None:
    say(session, 118, "av ab", "bi hä")
    before = at(session, 118)
    say(session, 118, "pr")
    after = at(session, 118)
    assert (after.yrkande, after.fraga) == (before.yrkande, before.fraga)


DOUBTFUL = [
    ("okand_person", (), "av Zäta"),
    ("flera_personer", (), "av Lindqvist"),
    ("okand_dag", (), "bo ab imorgon"),
    ("redan_har", (), "kl ab kommer"),
    ("inte_har", ("kl aw",), "kl aw går"),
    ("inte_har_nu", ("kl ab",), "av ab"),
    ("inte_pa_distans", (), "kl ef tappar"),
    ("redan_med", ("nä Per Ek",), "nä Per Ek 120 : revisor"),
    ("redan_javig", ("jä ab",), "jä ab"),
    ("far_inte_tjanstgora", ("kl ab",), "kl ab"),
    ("saknar_punkt", (), "än ab p9 : text"),
    ("annan_grupp", (), "an ab S : text"),
    ("efter_beslut", ("be f1",), "av ab"),
    ("efter_beslut", ("av ab", "be f1"), "+cd"),
    ("efter_notering", ("av ab", "Ändra punkt 2"), "+kå"),
    ("efter_proposition", ("av ab", "ny cd : text", "pr f1"), "tb y1 y2"),
    ("lagrum", (), "Se bilaga 2"),
    ("lagrum", (), "Se : bilaga 2"),
    ("rubrik", (), "Är det rast nu?"),
    ("rost_saknas", CALLED, "om ja S"),
    ("rostetal", PUT, "om ja 3 alla nej ab"),
    ("ordning_finns", (*CONTESTED[:2], "pr ordning"), "pr ordning"),
    ("efter_beslut", ("be f1",), "pr ordning"),
    ("efter_klubbslag", ("av ab", "pr y1", "om ja alla nej ab"), "rä m1 ja ab"),
]


@pytest.mark.parametrize(("mark", "before", "line"), DOUBTFUL)
def test_what_may_be_a_slip_is_asked_once_and_can_be_kept_as_it_stands(
    session: Session, mark: str, before: tuple[str, ...], line: str
) -> None:
    nr = 112 if before == CALLED else 118
    say(session, nr, *before)
    last = session.read(line, at(session, nr).id)
    assert mark in marks(last)
    assert last.tveksam and not last.oklar


def test_every_mark_that_is_asked_about_is_one_that_a_line_can_get() -> None:
    assert {mark for mark, _, _ in DOUBTFUL} == DOUBTS
    assert set(OKLART) >= DOUBTS


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (("av ab", "pr y1"), "pr f1"),
        (("bi ab",), "av ab"),
        ((), "rs ab"),
        (("av ab +cd", "be f1"), "-cd"),
        (("av ab", "Ändra punkt 2"), "in y1 kå"),
        (("av ab", "åt cd", "pr dag"), "tb y1"),
        (("av ab +kå", "Ändra punkt 2"), "-kå"),
        (("av ab", "no Ändra punkt 2"), "+kå"),
        (("av ab", "Ändra punkt 2"), "rä n1 +kå"),
        (("av ab", "be f1"), "rä y1 av ab +cd"),
        ((), "an cd S : text"),
        ((), "an S : text"),
        ((), "se"),
        ((), "se 18:1"),
        ((), "se OSL 18 kap. 1 §"),
        ((), "se osl 39:2 och 21:1"),
    ],
)
def test_what_is_no_slip_is_not_asked_about(
    session: Session, before: tuple[str, ...], line: str
) -> None:
    say(session, 118, *before)
    assert not session.read(line, at(session, 118).id).tveksam


def test_who_speaks_for_another_group_is_told_by_name(session: Session) -> None:
    last = session.read("an ab S : text", at(session, 118).id)
    assert last.anmarkningar == ("Anna Berg (M) hör inte till Socialdemokraterna.",)


def test_a_mark_is_worded_with_what_it_is_about() -> None:
    assert mark_text("saknas:y9").startswith("y9 finns inte")
    assert mark_text("okand_person:Zäta: Quist").startswith("Zäta: Quist finns inte")
    assert mark_text("okand_person:{om} {0}").startswith("{om} {0} finns inte")


# Moving about


def test_moving_about_records_nothing(session: Session) -> None:
    before = session.state
    here = at(session, 118).id
    for line, to in ((">", 119), ("<", 117), ("121>", 121), ("§ 122", 122), ("115", 115)):
        last, besked = session.record(line, here)
        assert besked is None
        assert last.tolkning.ga_till == at(session, to).id
    assert session.state == before


def test_one_stays_at_the_ends_of_the_agenda(session: Session) -> None:
    assert session.read("<", at(session, 112).id).tolkning.ga_till == at(session, 112).id
    assert session.read(">", at(session, 125).id).tolkning.ga_till == at(session, 125).id


def test_a_question_mark_asks_for_help(session: Session) -> None:
    assert session.read("?", at(session, 118).id).tolkning.hjalp


# Who there is


def test_those_who_serve_are_as_recorded_and_else_every_ledamot(session: Session) -> None:
    say(session, 112, "ru -aw +rh")
    served = session.gang.upprop.tjanstgor
    assert "rh" in served and "aw" not in served
    nobody_called = type(session.state)(organ="ks", datum=session.state.datum)
    roster = gang(nobody_called, session.kommun).upprop.tjanstgor
    assert "aw" in roster and "rh" not in roster
    assert len(roster) == 13


def test_the_organ_s_people_come_before_the_rest_of_the_roster(session: Session) -> None:
    kontext = context_of(session.state, session.kommun, ())
    names = list(kontext.namn)
    assert names[0] == "kå"
    assert names[-1] == "sg"
    assert kontext.dag == session.state.datum


def test_no_signature_of_the_example_is_a_verb(session: Session) -> None:
    words = {word for verb in VERBS for word in (verb.kod, *verb.ord)}
    assert not words & {person.sig for person in session.kommun.person}


# An empty agenda


def test_on_an_empty_agenda_nothing_breaks_and_the_way_out_is_said(session: Session) -> None:
    session.record_events("tömt", [Struket(id=p.id) for p in session.state.paragraf])
    assert session.state.paragraf == ()
    for line in (">", "<", "118>", "av ab", "något", "pr", "ly y1"):
        _, besked = session.record(line, "")
        assert besked is None or (not besked.taken and "är" in besked.text)
    last, besked = session.record("är : Första ärendet", "")
    assert besked and besked.taken
    assert session.paragraf(last.tolkning.ga_till).nr == 1


def test_a_hurried_sentence_is_read_without_its_small_words(session: Session) -> None:
    say(session, 118, "Anna Berg yrkar avslag", "bi gh och hä")
    first, second = at(session, 118).yrkande
    assert [a.person for a in first.av] == ["ab"]
    assert [a.person for a in second.av] == ["gh", "hä"]


def test_the_word_for_help_is_as_good_as_its_sign(session: Session) -> None:
    assert session.read("hjälp", "").tolkning.hjalp


def test_those_after_a_plus_reserve_themselves_too(session: Session) -> None:
    say(session, 118, "be f1", "rs ab +cd")
    assert [a.person for a in at(session, 118).reservation[0].av] == ["ab", "cd"]


def test_a_line_says_what_it_will_strike_and_move_and_where(session: Session) -> None:
    say(session, 118, "av ab")
    p = at(session, 118).id
    struck, moved = session.read("st y1", p), session.read("fl y1 119", p)
    assert struck.mening.startswith("Stryks: Anna Berg (M) yrkar avslag")
    assert struck.kvitto.startswith("Struket: Anna Berg (M) yrkar avslag")
    assert moved.mening.startswith("Flyttas till § 119: Anna Berg (M) yrkar avslag")
    assert "§ 119" in moved.kvitto


@pytest.mark.parametrize(
    ("line", "end", "done"),
    [
        ("st y1 y2 n1", " n1", "Struket: "),
        ("fl y1 y2 n1 119", " n1", "Flyttat till § 119"),
        ("tb y1, y2", " Yrkandena tas tillbaka och står inte i utdraget.", ""),
    ],
)
def test_a_line_on_several_entries_names_them_all(
    session: Session, line: str, end: str, done: str
) -> None:
    say(session, 118, "av ab", "bi hä", "no")
    last = session.read(line, at(session, 118).id)
    assert "Anna Berg (M) yrkar avslag" in last.mening
    assert "Hanna Ängström (L) yrkar bifall" in last.mening
    assert last.mening.endswith(end)
    assert last.kvitto.startswith(done)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("öv", "överläggningen avslutad"),
        ("up", "utgår"),
        ("se 18:1", "sekretess. 18:1"),
        ("be ingen", "utan beslut"),
        ("är KS 2031/0300 : Nytt kök", "§ 126 KS 2031/0300 Nytt kök"),
        ("ti cd", "Enter öppnar en ruta"),
    ],
)
def test_what_is_no_sentence_of_the_protocol_is_told_before_enter(
    session: Session, line: str, said: str
) -> None:
    assert said in session.read(line, at(session, 118).id).mening


def test_a_text_that_is_missing_goes_to_the_statement_that_lacks_it() -> None:
    assert with_text("ny ab 1h // av 2h", "text") == "ny ab 1h : text // av 2h"
    assert with_text("åt ab 1h : för att // ti 2h", "text") == "åt ab 1h : för att // ti 2h : text"
    assert with_text("an ab S :", "text") == "an ab S : text"


def test_who_chairs_is_corrected_struck_and_said_again_by_its_place(session: Session) -> None:
    say(session, 118, "or ab")
    assert [o.vem for o in at(session, 118).ordforandeskap] == ["ab"]
    say(session, 118, "rä o1 or cd")
    assert [o.vem for o in at(session, 118).ordforandeskap] == ["cd"]
    say(session, 118, "st o1")
    assert at(session, 118).ordforandeskap == ()


THREE = "1. Ett. 2. Två den 3.5. 3. Tre."


@pytest.mark.parametrize("line", ["fr arbetsutskottet", "ny ab", "ti ab", "be", "rä n1 be"])
def test_points_written_on_one_line_are_points(session: Session, line: str) -> None:
    say(session, 114, "hm", f"{line} : {THREE}")
    p = at(session, 114)
    texts = [*(f.text for f in p.forslag), *(led.text for led in p.beslut)]
    assert texts[-1] == "1. Ett.\n2. Två den 3.5.\n3. Tre."


def test_a_point_of_a_forslag_written_on_one_line_can_be_changed(session: Session) -> None:
    say(session, 114, f"fr arbetsutskottet : {THREE}")
    assert marks(session.read("än ab p2 : Två och en halv.", at(session, 114).id)) == ()
    say(session, 114, "be f1", "ly b1 : 1. A. 2. B.")
    assert at(session, 114).beslut[0].text == "1. A.\n2. B."


@pytest.mark.parametrize(
    "text", ["1. Ett.", "1. Ett. 3. Tre.", "Den 1. och 2. x", "1. Ett. 2. Två.\n3. Tre. 4. Fyra."]
)
def test_a_text_without_a_row_of_points_is_kept_as_written(session: Session, text: str) -> None:
    say(session, 114, f"be : {text}")
    assert at(session, 114).beslut[0].text == text


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("aw", "kl aw"),
        ("Ann-Sofie Wallin", "kl aw"),
        ("aw 13.20", "kl aw 13.20"),
        ("ab distans", "kl ab distans"),
        ("ab cd", ""),
        ("ab undrar", ""),
        ("kaffe 13.20", ""),
    ],
)
def test_a_name_without_a_verb_is_asked_about_as_one_who_comes_or_goes(
    session: Session, line: str, instead: str
) -> None:
    assert session.read(line, at(session, 118).id).istallet == instead
