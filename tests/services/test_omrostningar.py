"""Lines that ask for a vote, count it, and say who decides where the count does not."""

from __future__ import annotations

import pytest

from protokoll_tui.domain.fraga import Grund, Metod
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.votering import Rostmarke, Votering
from protokoll_tui.procedure import Utfall, decided_svar, outcomes
from protokoll_tui.procedure.kedja import winner
from protokoll_tui.procedure.rakning import tally
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.rendering import block_text
from protokoll_tui.services.session import Session
from tests.services.hand import at, marks, say

UPPROP = "ru"
MOT = ("bi hä", "av ab", "pr f1")
TRE = ("bi hä", "av ab", "ny cd : Kommunen avstår.", "pr f1")


@pytest.fixture
def rum(session: Session) -> Session:
    """The example with its upprop done: thirteen serve."""
    say(session, 112, UPPROP)
    return session


def votering(session: Session, n: int = 0, q: int = 0) -> Votering:
    return at(session, 118).fraga[q].votering[n]


def mark_of(session: Session, sig: str) -> Rostmarke | None:
    return next(row.rost for row in votering(session).rostlangd if row.person == sig)


def fates(p: Paragraf) -> list[Utfall | None]:
    return list(outcomes(p).values())


def next_of(session: Session) -> tuple[str, list[str]]:
    harnast = session.guide(at(session, 118).id).harnast
    return harnast.text, [val.rad for val in harnast.val]


def test_a_vote_that_is_asked_for_has_one_row_for_each_seat_and_the_chair_last(
    rum: Session,
) -> None:
    say(rum, 118, *MOT, "om ab")
    v = votering(rum)
    assert len(v.rostlangd) == 13
    assert v.rostlangd[-1].person == rum.state.ordforande == v.ordforande
    assert [a.person for a in v.begard_av] == ["ab"]
    assert v.ja == at(rum, 118).fraga[0].funnet
    assert winner(at(rum, 118), at(rum, 118).fraga[0]) is None
    assert fates(at(rum, 118)) == [None, None]


def test_the_guide_says_what_ja_and_nej_mean_until_the_votes_are_there(rum: Session) -> None:
    say(rum, 118, *MOT, "om")
    text, lines = next_of(rum)
    assert text.startswith("omröstning: ja = bifall till")
    assert "nej = avslag på" in text
    assert "om omvänt" in lines
    assert rum.guide(at(rum, 118).id).harnast.rosta == votering(rum).id


def test_votes_by_party_with_exceptions_by_name(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om ja alla nej S ab avstår cd frånvarande gh")
    assert mark_of(rum, "ab") is Rostmarke.NEJ
    assert mark_of(rum, "cd") is Rostmarke.AVSTAR
    assert mark_of(rum, "gh") is Rostmarke.FRANVARANDE
    assert mark_of(rum, "hä") is Rostmarke.JA
    counted = tally(votering(rum))
    assert counted is not None
    numbers = (counted.ja, counted.nej, counted.avstar, counted.franvarande)
    assert sum(n or 0 for n in numbers) == 13
    assert votering(rum).klubbslag


def test_a_roll_call_can_be_written_in_several_lines(rum: Session) -> None:
    say(rum, 118, *MOT, "om")
    last = say(rum, 118, "om ja S")
    assert marks(last) == ("rost_saknas",)
    assert votering(rum).klubbslag is False
    say(rum, 118, "om nej alla")
    assert mark_of(rum, "cd") is Rostmarke.JA
    assert mark_of(rum, "ab") is Rostmarke.NEJ
    assert votering(rum).klubbslag


def test_counts_alone_with_the_appendix_that_holds_the_names(rum: Session) -> None:
    say(rum, 118, *MOT, "om 8-5 bilaga 3")
    v = votering(rum)
    assert (v.antal.ja, v.antal.nej, v.bilaga) == (8, 5, "3") if v.antal else False
    assert fates(at(rum, 118)) == [Utfall.BIFALLET, Utfall.AVSLAGET]


def test_the_chair_is_overturned_by_the_count(rum: Session) -> None:
    say(rum, 118, *MOT, "om 5-8", "be")
    assert fates(at(rum, 118)) == [Utfall.AVSLAGET, Utfall.BIFALLET]
    assert at(rum, 118).beslut[0].text.startswith("Kommunstyrelsen avslår")


def test_ja_and_nej_can_be_turned_round_before_anybody_votes(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om omvänt", "om 5-8")
    q = at(rum, 118).fraga[0]
    assert q.votering[0].nej == q.funnet
    assert fates(at(rum, 118)) == [Utfall.BIFALLET, Utfall.AVSLAGET]


def test_a_tie_waits_for_the_chair_and_the_casting_vote_settles_it(rum: Session) -> None:
    say(rum, 118, *MOT, "om 6-6")
    text, lines = next_of(rum)
    assert text.startswith("lika röstetal, 6–6")
    assert lines == ["om utslagsröst ja", "om utslagsröst nej"]
    assert decided_svar(at(rum, 118)) == ()
    say(rum, 118, "om utslagsröst nej")
    assert fates(at(rum, 118)) == [Utfall.AVSLAGET, Utfall.BIFALLET]


def test_the_casting_vote_is_the_chairs_own_where_it_is_known(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om nej ab cd ef gh mö kå ja alla frånvarande ts")
    assert rum.guide(at(rum, 118).id).harnast.text.startswith("lika röstetal")
    say(rum, 118, "om utslagsröst")
    ruling = at(rum, 118).fraga[0].avgorande
    assert ruling is not None
    assert (ruling.grund, ruling.vinnare) == (Grund.UTSLAGSROST, votering(rum).nej)


def test_three_proposals_need_a_motforslag_before_the_vote(rum: Session) -> None:
    say(rum, 118, *TRE, "om")
    p = at(rum, 118)
    assert len(p.fraga) == 2
    assert next_of(rum)[1] == ["pr y2", "pr y3"]
    say(rum, 118, "pr y3", "om 7-6")
    assert fates(at(rum, 118)) == [Utfall.BIFALLET, Utfall.AVSLAGET, Utfall.FALLET]


def test_a_vote_on_the_motforslag_comes_before_the_main_one(rum: Session) -> None:
    say(rum, 118, *TRE, "om", "pr y2")
    assert next_of(rum)[1][-1] == "om q2"
    say(rum, 118, "om ab", "om 4-9", "om 6-7", "be")
    p = at(rum, 118)
    rows = {row.plats: row.text for row in rum.guide(p.id).poster}
    assert (rows["m1"], rows["m2"]) == (
        "omröstning: 6 ja, 7 nej",
        "omröstning om motförslaget: 4 ja, 9 nej",
    )
    assert [len(q.votering) for q in p.fraga] == [1, 1]
    assert fates(p) == [Utfall.FALLET, Utfall.FALLET, Utfall.BIFALLET]
    assert p.beslut[0].text == "Kommunen avstår."


def test_four_proposals_nest(rum: Session) -> None:
    say(rum, 118, "av ab", "ny cd : Ett.", "ny ef : Två.", "pr f1", "om", "pr y2", "om q2")
    assert next_of(rum)[1] == ["pr y1", "pr y3"]
    say(rum, 118, "pr y3", "om 3-10", "om 5-8", "be")
    assert at(rum, 118).beslut[0].text == "Två."


def test_pairs_where_the_order_says_so(rum: Session) -> None:
    say(rum, 118, *TRE[:-1], "pr ordning parvis")
    assert at(rum, 118).ordning[0].metod is Metod.PARVIS
    assert next_of(rum)[1] == ["pr y2", "pr y3"]
    say(rum, 118, "pr y3")
    assert next_of(rum)[1] == ["pr y1", "pr y3", "om"]
    say(rum, 118, "pr y3", "om 7-6", "be")
    assert fates(at(rum, 118)) == [Utfall.FALLET, Utfall.FALLET, Utfall.BIFALLET]


def test_one_at_a_time_where_the_order_says_so(rum: Session) -> None:
    say(rum, 118, *TRE[:-1], "pr ordning vart", "pr av f1")
    assert fates(at(rum, 118)) == [None, None, None]
    say(rum, 118, "pr y3", "be")
    assert fates(at(rum, 118)) == [Utfall.FALLET, Utfall.FALLET, Utfall.BIFALLET]


def test_several_votes_in_one_paragraph(rum: Session) -> None:
    say(rum, 118, "bi hä", "ti ab : Ett.", "ti cd : Två.", "pr ordning", "pr f1", "pr av y2")
    say(rum, 118, "om 7-6", "pr av y3", "om 6-7", "be")
    p = at(rum, 118)
    assert fates(p) == [Utfall.BIFALLET, Utfall.AVSLAGET, Utfall.BIFALLET]
    assert p.beslut[0].text.endswith("Två.")
    assert rum.platser.place_of(p, p.fraga[2].votering[0].id) == ("m", 2)


def test_additions_with_the_same_words_are_put_as_one(rum: Session) -> None:
    say(rum, 118, "bi hä", "ti ab : Ett.", "ti cd : Ett.", "pr lika y2 y3", "pr f1", "pr y2", "be")
    p = at(rum, 118)
    assert len(p.fraga) == 2
    assert fates(p) == [Utfall.BIFALLET] * 3


def test_bundled_additions_fall_together(rum: Session) -> None:
    say(rum, 118, "bi hä", "ti ab : Ett.", "ti cd : Två.", "pr samlat y2 y3", "pr f1", "pr av y2")
    assert fates(at(rum, 118)) == [Utfall.BIFALLET, Utfall.AVSLAGET, Utfall.AVSLAGET]
    assert at(rum, 118).fraga[1].satt.value == "samlat"


def test_a_vote_before_the_klubbslag_is_put_right_without_a_trace(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om ja S", "om nej cd")
    row = next(r for r in votering(rum).rostlangd if r.person == "cd")
    assert (row.rost, row.stod) == (Rostmarke.NEJ, None)


def test_a_vote_after_the_klubbslag_is_never_changed_silently(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om ja alla nej S")
    last = say(rum, 118, "rä m1 ja cd")
    assert "efter_klubbslag" in marks(last)
    row = next(r for r in votering(rum).rostlangd if r.person == "cd")
    assert (row.rost, row.stod) == (Rostmarke.JA, Rostmarke.NEJ)


def test_who_takes_no_part_is_marked_when_the_vote_starts(rum: Session) -> None:
    say(rum, 118, "di ef", *MOT, "om")
    assert mark_of(rum, "ef") is Rostmarke.DELTAR_INTE
    say(rum, 118, "om ja alla")
    assert mark_of(rum, "ef") is Rostmarke.DELTAR_INTE


def test_who_takes_no_part_on_a_condition_does_so_when_it_has_come_true(rum: Session) -> None:
    say(rum, 118, "bi hä", "av ab", "åt ef : för att räkna om", "di gh y3", "pr dag", "om")
    assert mark_of(rum, "gh") is None
    say(rum, 118, "om ja alla", "pr f1", "om")
    row = next(r for r in votering(rum, 0, 1).rostlangd if r.person == "gh")
    assert row.rost is Rostmarke.DELTAR_INTE


def test_a_changed_yrkande_takes_the_place_of_the_old_one(rum: Session) -> None:
    say(rum, 118, "ny ab : Ett. ", "+cd", "än y1 : Två.")
    p = at(rum, 118)
    assert fates(p)[0] is Utfall.ERSATT
    assert p.yrkande[1].instammer == ()
    assert p.forslag[1].ersatt_av == p.forslag[2].id
    say(rum, 118, "pr y2", "be")
    assert at(rum, 118).beslut[0].text == "Två."


def test_two_movers_agree_on_one_yrkande(rum: Session) -> None:
    say(rum, 118, "ny ab : Ett.", "ny cd : Två.", "än y1 y2 : Ett och två.")
    p = at(rum, 118)
    assert fates(p)[:2] == [Utfall.ERSATT, Utfall.ERSATT]
    assert [a.person for a in p.yrkande[2].av] == ["ab", "cd"]


def test_a_forslag_that_is_withdrawn_takes_the_stands_on_it_along(rum: Session) -> None:
    say(rum, 118, "bi ab", "tb f1", "ny cd : Annat.", "pr y2", "be")
    assert fates(at(rum, 118)) == [Utfall.EJ_PROVAT, Utfall.BIFALLET]


def test_a_refused_forslag_is_out_until_the_chair_is_overruled(rum: Session) -> None:
    say(rum, 118, "bi hä", "ny ab : Annat.", "pr y2 vägras : nytt ärende")
    assert fates(at(rum, 118))[1] is Utfall.AVVISAT
    say(rum, 118, "of cd y2 : förslaget ska läggas fram", "pr of")
    assert fates(at(rum, 118))[1] is None


def test_an_addition_can_be_said_to_have_fallen_with_what_it_adds_to(rum: Session) -> None:
    say(rum, 118, "bi hä", "ny ab : Annat.", "ti cd y2 : Mer.", "pr f1", "pr y3 faller", "be")
    assert fates(at(rum, 118)) == [Utfall.BIFALLET, Utfall.FALLET, Utfall.FALLET]


def test_avslag_on_all_others_is_won_with_the_own_proposal(rum: Session) -> None:
    say(rum, 118, "ny ab : Annat.", "ti cd : Mer.", "bi hä // av övriga", "pr f1", "pr av y2")
    assert fates(at(rum, 118))[2] is Utfall.BIFALLET


def test_the_line_up_brings_back_corrects_the_votes(rum: Session) -> None:
    say(rum, 118, *MOT, "om 8-5 bilaga 3")
    assert rum.last_line(at(rum, 118).id) == "rä m1 om ja 8 nej 5 bilaga 3"


def test_the_whole_vote_is_taken_back_in_one_step(rum: Session) -> None:
    say(rum, 118, *MOT, "om", "om ja alla nej S")
    assert rum.undo().taken
    assert all(row.rost is None for row in votering(rum).rostlangd)
    assert rum.guide(at(rum, 118).id).harnast.rosta


def test_a_decision_in_two_pieces(rum: Session) -> None:
    say(rum, 118, "bi hä", "pr f1", "be p1", "be >kf p2")
    first, second = at(rum, 118).beslut
    assert first.till == "" and second.till == "kommunfullmäktige"
    assert first.text.startswith("1.") and second.text.startswith("2.")


def test_one_decision_settles_other_paragraphs_too(rum: Session) -> None:
    say(rum, 118, "be 119-120 : Ärendena bordläggs.")
    assert at(rum, 118).beslut[0].paragrafer == (at(rum, 119).id, at(rum, 120).id)
    assert is_done(at(rum, 120))
    told = "".join(block_text(b) for b in rum.extract(at(rum, 120).id).blocks)
    say(rum, 118, "st b1")
    assert not is_done(at(rum, 120))
    assert "Ärendet avgörs genom beslutet i § 118." in told.replace("\u00a0", " ")


def test_a_decision_repeals_an_earlier_one(rum: Session) -> None:
    say(rum, 118, "be upphäver kf 2030-12-11 § 541")
    (repealed,) = at(rum, 118).beslut[0].upphaver
    assert (repealed.organ, repealed.nr) == ("kommunfullmäktige", 541)


def test_that_a_minority_put_the_matter_off_before_is_said_and_unsaid(rum: Session) -> None:
    say(rum, 118, "om minoritet förut")
    assert at(rum, 118).minoritet_forut
    say(rum, 118, "om minoritet förut")
    assert not at(rum, 118).minoritet_forut


def test_an_announced_reservation_can_be_said_not_to_have_come(rum: Session) -> None:
    say(rum, 118, *MOT, "be", "rs ab aviserad", "rä r1 rs ab utebliven")
    assert at(rum, 118).reservation[0].form.value == "utebliven"


def test_the_order_tells_formal_yrkanden_of_one_kind_together(rum: Session) -> None:
    say(rum, 118, "bi hä", "åt ab : för att räkna om", "åt cd : för att höra fler")
    text = next_of(rum)[0]
    assert "återremiss (två yrkanden, vart för sig) och huvudfrågan" in text


@pytest.mark.parametrize("words", ["två tredjedelar", "2/3", "kvalificerad majoritet"])
def test_two_thirds_are_the_qualified_majority_whichever_words_say_so(
    rum: Session, words: str
) -> None:
    say(rum, 118, *MOT, "om 10-3")
    assert marks(rum.read(f"om {words}", at(rum, 118).id)) == ("vilken_sida",)
    assert marks(say(rum, 118, f"om {words} ja")) == ()
    ruling = at(rum, 118).fraga[0].avgorande
    assert ruling is not None and ruling.grund is Grund.KVALIFICERAD


def test_a_count_said_again_is_told_how_it_is_corrected(rum: Session) -> None:
    last = say(rum, 118, "av ab", "pr y1", "om 8-5", "om 7-6")
    assert last.anmarkningar == (
        "Rösterna är redan räknade. Rätta dem: rä m1 om 7-6. Röstas det igen: om ny.",
    )
    assert marks(say(rum, 118, "rä m1 om 7-6")) == ()
    assert marks(say(rum, 118, "om ny 9-4")) == ()
    assert marks(rum.read("om 8-5", at(rum, 118).id)) == ("rostat_redan",)
