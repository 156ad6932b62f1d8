"""Elections line by line: proposed, put, counted in secret, drawn by lot, decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.fraga import Grund
from protokoll_tui.domain.handelse import Satt
from protokoll_tui.domain.paragraf import ParagrafSlag
from protokoll_tui.domain.votering import Proportionellt, Sluten
from protokoll_tui.procedure import Utfall, outcomes
from protokoll_tui.procedure.kedja import winner
from protokoll_tui.procedure.steg import is_done
from protokoll_tui.rendering import get_writer, load_style, render_extract, writer_names
from protokoll_tui.services.lasning import Last
from protokoll_tui.services.session import Session
from protokoll_tui.services.val import term_of
from protokoll_tui.services.valtexter import SECRET_BALLOT
from tests.services.hand import at, marks, say, sentence

NR = 126
TERM = "t.o.m. 2034-12-31"
BEREDNING = f"va valberedningen föreslår Ada Ek (S) till ordförande i socialnämnden {TERM}"
MOT = "va ab föreslår cd"
TVA = (BEREDNING, MOT)
LISTOR = ("va ab hä >2 ledamöter i socialnämnden", "va ab föreslår cd ef")


@pytest.fixture
def val(session: Session) -> Session:
    """The example with its upprop done, and an item of its own for the election."""
    say(session, 112, "ru")
    say(session, 112, "är : Val till socialnämnden")
    return session


def ballot(session: Session, n: int = -1, q: int = -1) -> Sluten:
    return at(session, NR).fraga[q].sluten[n]


def votes(session: Session) -> list[int]:
    return [r.roster for r in ballot(session).resultat]


def next_of(session: Session) -> tuple[str, list[str]]:
    harnast = session.guide(at(session, NR).id).harnast
    return harnast.text, [row.rad for row in harnast.val]


def decision(session: Session) -> str:
    return at(session, NR).beslut[-1].text.replace("\u00a0", " ")


def elected(session: Session, q: int = -1) -> list[str]:
    p = at(session, NR)
    won = winner(p, p.fraga[q])
    names = {f.id: [a.person or a.ord for a in f.kandidater] for f in p.forslag}
    return [
        name
        for mal in (won.pa if won else ())
        for n, name in enumerate(names[mal.pa], 1)
        if not mal.punkter or n in mal.punkter
    ]


# Proposed


def test_who_is_proposed_is_kept_with_uppdrag_and_term(val: Session) -> None:
    last = say(val, NR, BEREDNING)
    (f,) = at(val, NR).forslag
    assert f.uppdrag == "ordförande i socialnämnden"
    assert f.mandattid.replace("\u00a0", " ") == "till och med den 31 december 2034"
    assert [a.ord for a in f.kandidater] == ["Ada Ek (S)"]
    assert f.fran is not None and f.fran.ord == "valberedningen"
    assert not marks(last) and not at(val, NR).yrkande


def test_a_second_name_is_for_the_same_uppdrag_and_a_person_who_moves_it_has_a_yrkande(
    val: Session,
) -> None:
    say(val, NR, f"{BEREDNING}, efter gh", MOT)
    first, second = at(val, NR).forslag
    same = ("uppdrag", "mandattid", "efter")
    assert all(getattr(first, name) == getattr(second, name) for name in same)
    (yrkande,) = at(val, NR).yrkande
    assert yrkande.av[0].person == "ab" and yrkande.stallning[0].pa.pa == second.id
    assert sentence(val, NR, "va ef föreslår hä").startswith("Eva Falk (V) föreslår Hanna Ängström")


@pytest.mark.parametrize(
    ("typed", "kept", "platser"),
    [
        ("ledamöter i socialnämnden", "ledamot i socialnämnden", None),
        ("2 ledamöter i socialnämnden", "ledamot i socialnämnden", 2),
        ("lekmannarevisorer", "lekmannarevisor", None),
        ("ersättare i socialnämnden", "ersättare i socialnämnden", None),
        ("nämndemän vid tingsrätten", "nämndeman vid tingsrätten", None),
    ],
)
def test_an_uppdrag_is_kept_for_one_with_its_places(
    val: Session, typed: str, kept: str, platser: int | None
) -> None:
    say(val, NR, f"va ab >{typed}")
    (f,) = at(val, NR).forslag
    assert (f.uppdrag, f.platser) == (kept, platser)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("t.o.m. 2034-12-31", "till och med den 31 december 2034"),
        ("2034-12-31", "till och med den 31 december 2034"),
        ("till och med den 2034-12-31", "till och med den 31 december 2034"),
        ("fr.o.m. 2031-07-01", "från och med den 1 juli 2031"),
        ("för mandatperioden 2031–2034.", "för mandatperioden 2031–2034"),
        ("till och med 2034-13-99", "till och med 2034-13-99"),
        ("", ""),
    ],
)
def test_a_term_is_written_out(typed: str, written: str) -> None:
    assert term_of(typed).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("va ab", "vilket_uppdrag"),
        ("va >ordförande", "vem_valjs"),
        ("va sluten", "inget_val"),
        ("va 39 ab 20", "inget_val"),
        ("va lott ab", "inget_val"),
        ("va zz >ordförande", "okand_person"),
    ],
)
def test_what_is_missing_is_asked_for_and_the_line_is_kept(
    val: Session, line: str, mark: str
) -> None:
    assert mark in marks(say(val, NR, line))


# Uncontested


def test_an_item_for_an_election_asks_for_who_is_proposed(val: Session) -> None:
    here = at(val, NR).id
    assert next_of(val)[1] == ["fr ", "be : "]
    val.record_events("ärende", (Satt(id=here, falt="slag", varde=ParagrafSlag.VAL),))
    assert next_of(val) == ("skriv in den som föreslås: va ab till ledamot i …", ["va "])


def test_nobody_against_it_is_decided_at_once(val: Session) -> None:
    say(val, NR, BEREDNING)
    text, lines = next_of(val)
    assert "ordförande i socialnämnden" in text and lines == ["be"]
    say(val, NR, "be")
    assert decision(val) == (
        "Kommunstyrelsen väljer Ada Ek (S) till ordförande i socialnämnden till och med den "
        "31 december 2034."
    )
    assert is_done(at(val, NR))


def test_many_elections_are_decided_in_one_line_each_a_point(val: Session) -> None:
    say(
        val,
        NR,
        "va ef avgår från uppdraget som ersättare i socialnämnden från och med 2031-07-01",
        "va cd >ersättare i socialnämnden, efter ef",
        "va ab hä >ledamöter i socialnämnden",
        "va vakant >ersättare i byggnadsnämnden",
        "be",
    )
    assert decision(val).split("\n") == [
        "1. Kommunstyrelsen befriar Eva Falk (V) från uppdraget som ersättare i socialnämnden "
        "från och med den 1 juli 2031.",
        "2. Kommunstyrelsen väljer Cia Dahl (S) till ersättare i socialnämnden, efter Eva Falk "
        "(V).",
        "3. Kommunstyrelsen väljer följande personer till ledamöter i socialnämnden: Anna Berg "
        "(M) och Hanna Ängström (L).",
        "4. Platsen som ersättare i byggnadsnämnden förblir obesatt.",
    ]


def test_what_somebody_in_the_room_proposes_is_put_to_the_organ(val: Session) -> None:
    say(val, NR, "va ab föreslår cd till ordförande i socialnämnden")
    text, lines = next_of(val)
    assert "Cia Dahl (S)" in text and lines == ["pr y1"]
    say(val, NR, "pr")
    assert elected(val) == ["cd"]
    assert next_of(val)[1] == ["be"]


def test_an_election_beside_a_matter_comes_after_it_and_both_are_in_the_decision(
    val: Session,
) -> None:
    say(val, NR, "fr : 1. Ett utskott inrättas.", "av ef", "va ab >ordförande i utskottet", "pr f1")
    assert next_of(val)[1][0] == "be"
    say(val, NR, "be")
    assert decision(val).split("\n") == [
        "1. Ett utskott inrättas.",
        "2. Kommunstyrelsen väljer Anna Berg (M) till ordförande i utskottet.",
    ]


# Contested


def test_the_chair_finds_one_of_two_and_the_other_lost(val: Session) -> None:
    say(val, NR, *TVA)
    text, lines = next_of(val)
    assert text.startswith("val till ordförande") and lines == ["pr f1", "pr y1", "va sluten"]
    assert marks(say(val, NR, "pr")) == ("valj_kandidat",)
    assert marks(say(val, NR, "be")) == ("val_forst",)
    say(val, NR, "pr f1")
    assert elected(val) == ["Ada Ek (S)"]
    assert list(outcomes(at(val, NR)).values()) == [Utfall.FALLET]


@pytest.mark.parametrize("asked", ["va sluten", "om", "om ef", "va sluten ef"])
def test_a_vote_in_an_election_is_a_closed_ballot_whoever_types_what(
    val: Session, asked: str
) -> None:
    say(val, NR, *TVA, asked)
    by = (Aktor(person="ef"),) if "ef" in asked else ()
    assert ballot(val) == Sluten(id=ballot(val).id, begard_av=by)
    assert not at(val, NR).fraga[0].votering
    text, lines = next_of(val)
    assert "va 13 f1 6 cd 6 blanka 1" in text and lines[0] == "va "


def test_the_ballots_are_counted_and_the_most_votes_win_over_what_the_chair_found(
    val: Session,
) -> None:
    say(val, NR, *TVA, "pr f1", "om", "va 13 Ada Ek (S) 4 cd 6 blanka 2 ogiltiga 1")
    s = ballot(val)
    assert (s.avgivna, s.blanka, s.ogiltiga, votes(val)) == (13, 2, 1, [4, 6])
    assert elected(val) == ["cd"]
    assert list(outcomes(at(val, NR)).values()) == [Utfall.BIFALLET]


def test_numbers_said_again_are_corrected_and_a_new_round_keeps_those_before(val: Session) -> None:
    say(val, NR, *TVA, "va 13 f1 7 y1 6", "va 13 f1 6 y1 7")
    assert votes(val) == [6, 7] and len(at(val, NR).fraga[0].sluten) == 1
    say(val, NR, "va ny", "va 12 f1 8 y1 4")
    assert [s.omgang for s in at(val, NR).fraga[0].sluten] == [1, 2]
    assert elected(val) == ["Ada Ek (S)"]
    assert marks(say(val, NR, "va lott cd")) == ("ingen_lottning",)


def test_a_tie_is_drawn_by_lot_among_the_equal(val: Session) -> None:
    say(val, NR, *TVA, "va 13 f1 6 cd 6 blank 1")
    text, lines = next_of(val)
    assert "en plats" in text.casefold() and lines == ["va lott f1", "va lott cd", "va ny"]
    assert marks(say(val, NR, "va lott gh")) == ("vem_lotten",)
    say(val, NR, "va lott cd")
    ruling = at(val, NR).fraga[0].avgorande
    assert ruling is not None and ruling.grund is Grund.LOTTNING
    assert elected(val) == ["cd"]


def test_the_lot_is_not_drawn_before_the_ballots_are_counted(val: Session) -> None:
    assert marks(say(val, NR, *TVA, "om", "va lott cd")) == ("rakna_forst",)
    assert marks(say(val, NR, "va sluten")) == ("rakna_forst",)
    assert marks(say(val, NR, "om 7-6")) == ("sluten_antal",)


def test_votes_for_somebody_who_was_not_proposed_count_too(val: Session) -> None:
    say(val, NR, *TVA, "va 13 f1 3 cd 4 ef 6")
    assert elected(val) == ["ef"]
    say(val, NR, "be")
    assert decision(val).startswith("Kommunstyrelsen väljer Eva Falk (V) till ordförande")


def test_who_was_not_proposed_is_not_said_to_have_been(val: Session) -> None:
    say(val, NR, *TVA, "om", "va 13 f1 3 cd 4 ef 6", "be")
    extract = render_extract(val.state, at(val, NR).id, val.kommun, load_style("standard"))
    text = get_writer("txt").write(extract).decode("utf-8").replace("\u00a0", " ").split()
    assert "föreslås Ada Ek (S) och Cia Dahl. Omröstning" in " ".join(text)
    assert elected(val) == ["ef"]


def test_a_ballot_after_the_chair_found_one_is_on_that_election(val: Session) -> None:
    others = (
        "va gh avgår från uppdraget som ledamot i nämnden",
        "va valberedningen föreslår Bo Ek (S) till ersättare i nämnden",
    )
    say(val, NR, *LISTOR, *others, "pr f1", "va proportionellt 9")
    (question,) = at(val, NR).fraga
    assert len(question.sluten) == 1
    say(val, NR, "va 13 f1 8 f2 5")
    assert elected(val) == ["ab", "cd"]


def test_there_is_no_ballot_with_as_many_names_as_places(val: Session) -> None:
    assert marks(say(val, NR, BEREDNING, "va sluten")) == ("en_kandidat",)
    assert not at(val, NR).fraga


# Proportional


def told(last: Last) -> set[str]:
    """The rules that a line would break, and that somebody is asked about."""
    assert last.tveksam
    return {fynd.regel for fynd in last.fynd}


def test_lists_share_the_places_where_enough_ask_for_it(val: Session) -> None:
    say(val, NR, *LISTOR, "va proportionellt 5", "va 13 f1 8 y1 5")
    assert ballot(val).proportionellt == Proportionellt(begart_av=5, narvarande=13)
    assert elected(val) == ["ab", "cd"]
    say(val, NR, "be")
    assert "Anna Berg (M) och Cia Dahl (S)" in decision(val)


def test_too_few_who_ask_are_told_of_and_a_presidium_is_never_proportional(val: Session) -> None:
    assert told(say(val, NR, *LISTOR, "va proportionellt 4")) == {"R81"}
    say(val, NR, "va proportionellt 5")
    assert ballot(val).proportionellt == Proportionellt(begart_av=5, narvarande=13)
    say(val, NR, "st q1", *TVA)
    assert told(say(val, NR, "va f3 proportionellt 13")) == {"R230"}


def test_a_list_that_is_not_in_the_election_has_no_votes_there(val: Session) -> None:
    say(val, NR, *LISTOR, BEREDNING, "va f1 sluten")
    assert marks(say(val, NR, "va 13 f1 8 f3 5")) == ("inte_kandidat",)


# Corrected


def test_a_proposal_is_corrected_with_its_own_line(val: Session) -> None:
    say(val, NR, BEREDNING)
    line = val.last_line(at(val, NR).id)
    assert line is not None and line.startswith('rä f1 va "valberedningen" föreslår "Ada Ek (S)"')
    before = at(val, NR).forslag
    say(val, NR, line)
    assert at(val, NR).forslag == before
    say(val, NR, "rä f1 va valberedningen föreslår hä >ordförande i socialnämnden", MOT)
    assert [f.kandidater[0].person for f in at(val, NR).forslag] == ["hä", "cd"]
    moved = val.last_line(at(val, NR).id)
    assert moved is not None and moved.startswith("rä y1 va ab föreslår cd")
    say(val, NR, moved.replace("cd", "ef"))
    assert at(val, NR).forslag[1].kandidater[0].person == "ef"
    assert len(at(val, NR).forslag) == 2


def test_the_numbers_of_a_ballot_are_corrected_at_the_place_of_its_question(val: Session) -> None:
    say(val, NR, *TVA, "om ef", "va 13 f1 7 cd 6 blanka 0")
    line = val.last_line(at(val, NR).id)
    assert line == 'rä q1 va valsedlar 13 blanka 0 "Ada Ek (S)" 7 cd 6'
    before = at(val, NR).fraga
    say(val, NR, line)
    assert at(val, NR).fraga == before
    last = say(val, NR, "rä q1 va f1 5 cd 8")
    assert last.tolkning.slag == "rättelse" and votes(val) == [5, 8]
    kept = ballot(val)
    assert (kept.avgivna, [a.person for a in kept.begard_av]) == (13, ["ef"])
    say(val, NR, "rä m1 va f1 6 cd 7")
    assert votes(val) == [6, 7] and len(at(val, NR).fraga[0].sluten) == 1


def test_lists_are_corrected_by_their_places_and_who_asked_by_number(val: Session) -> None:
    say(val, NR, *LISTOR, "va proportionellt 5", "va 13 f1 8 y1 5")
    assert val.last_line(at(val, NR).id) == "rä q1 va valsedlar 13 f1 8 f2 5"
    say(val, NR, "rä q1 va proportionellt 6")
    assert ballot(val).proportionellt == Proportionellt(begart_av=6, narvarande=13)
    assert votes(val) == [8, 5]


def test_who_asked_for_a_ballot_is_corrected(val: Session) -> None:
    say(val, NR, *TVA, "om ef")
    assert val.last_line(at(val, NR).id) == "rä q1 om ef"
    say(val, NR, "rä q1 om gh")
    assert [a.person for a in ballot(val).begard_av] == ["gh"]
    val.undo()
    assert [a.person for a in ballot(val).begard_av] == ["ef"]
    assert "okand_person" in marks(say(val, NR, "st q1", "va sluten Zäta"))


@pytest.mark.parametrize(
    ("line", "mark"),
    [("rä q1 om 7-6", "sluten_antal"), ("rä q1 va sluten", "rakna_forst")],
)
def test_what_says_nothing_of_a_ballot_does_not_correct_it(
    val: Session, line: str, mark: str
) -> None:
    assert marks(say(val, NR, *TVA, "om", "va 13 f1 7 cd 6", line)) == (mark,)
    assert votes(val) == [7, 6]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ordförande i sbn", "ordförande i samhällsbyggnadsnämnden"),
        ("2 ledamöter i SBN", "ledamot i samhällsbyggnadsnämnden"),
        ("ledamot i sbns presidium", "ledamot i samhällsbyggnadsnämndens presidium"),
        ("ordförande i socialnämnden", "ordförande i socialnämnden"),
        ("sbn-samordnare", "sbn-samordnare"),
    ],
)
def test_an_organ_by_its_id_is_written_with_its_name(val: Session, typed: str, kept: str) -> None:
    say(val, NR, f"va ab till {typed}")
    assert at(val, NR).forslag[0].uppdrag == kept


# Secret


@pytest.mark.parametrize("line", ["om ja ab nej gh", "rä q1 om ja ab nej gh", "rä m1 ja ab nej gh"])
def test_voters_typed_after_the_count_are_not_kept_either(val: Session, line: str) -> None:
    say(val, NR, *TVA, "om ef", "va 13 f1 7 cd 6", line)
    assert at(val, NR).notering[-1].text == SECRET_BALLOT


def test_who_asked_is_kept_in_the_file_and_nothing_else_about_him(
    val: Session, tmp_path: Path
) -> None:
    say(val, NR, *TVA, "om ef", "va 13 f1 7 cd 6", "be")
    text = val.store.path.read_text(encoding="utf-8")
    (block,) = (part for part in text.split("\n\n") if "avgivna" in part)
    assert [line for line in block.splitlines() if '"ef"' in line] == ['begard_av = ["ef"]']


def test_a_line_with_voters_by_name_is_not_kept_anywhere(val: Session, tmp_path: Path) -> None:
    say(val, NR, *TVA, "om", "om ja ab gh nej jn")
    val.keep("om ja ab gh nej jn", at(val, NR).id)
    assert at(val, NR).notering[0].text == "Valet är slutet. Vad var och en röstade sparas inte."
    assert not at(val, NR).fraga[0].votering
    say(val, NR, "va 13 f1 6 cd 6 blank 1", "va lott cd", "be")
    spoken = [path for path in tmp_path.rglob("*") if path.is_file()]
    texts = [path.read_bytes().decode("utf-8", "replace") for path in spoken]
    assert texts and not any("gh nej jn" in text or "ja ab gh" in text for text in texts)


@pytest.mark.parametrize("line", ["ja ef nej gh", "nej S", "JA ef NEJ gh"])
def test_votes_without_a_verb_are_no_note_in_an_election(val: Session, line: str) -> None:
    last = say(val, NR, *TVA, "om", line)
    assert marks(last) == ("sluten_namn",)
    assert at(val, NR).notering[-1].text == "Valet är slutet. Vad var och en röstade sparas inte."


def test_words_that_begin_with_yes_are_a_note_all_the_same(val: Session) -> None:
    for line in ("ja alla är överens", "nej tack till kaffe"):
        say(val, NR, *TVA, "om", line)
        assert at(val, NR).notering[-1].text == line
        say(val, NR, "st q1", "st f1 y1")
    say(val, 118, "ja ef nej gh")
    assert at(val, 118).notering[-1].text == "ja ef nej gh"


def test_a_half_typed_or_wiped_line_with_voters_is_put_aside_nowhere(
    val: Session, state_folder: Path
) -> None:
    say(val, NR, *TVA, "om")
    here = at(val, NR).id
    for line in ("om ja ef nej gh", "ja ef nej gh"):
        val.save_draft(line, here)
        val.undanlagda.add(line, here, tomd=True)
        val.undanlagda.half(line, here, "blad")
    assert val.load_draft() is None and val.undanlagda.rader == ()
    kept = [p.read_bytes() for p in state_folder.rglob("*") if p.is_file()]
    assert not any(b"ef nej gh" in found for found in kept)
    val.save_draft("va 13 ab 7", here)
    assert val.load_draft() == ("va 13 ab 7", here)


def test_no_voter_stands_with_a_ballot_in_file_log_json_or_text(
    val: Session, tmp_path: Path
) -> None:
    say(val, NR, *TVA, "om", "va 13 f1 6 cd 6 blank 1", "va lott cd", "be")
    voters = [p for p in val.kommun.person if p.sig not in {"ab", "cd"}]
    extract = render_extract(val.state, at(val, NR).id, val.kommun, load_style("standard"))
    for name in writer_names():
        told = get_writer(name).write(extract).decode("utf-8")
        about = told[told.index("Till ordförande") :]
        assert "valsedlar" in about
        assert not any(p.namn in about for p in voters), name
    for line in lines_about_ballots(tmp_path):
        assert not any(f'"{p.sig}"' in line or p.namn in line for p in voters), line


def lines_about_ballots(root: Path) -> list[str]:
    """The lines of every file below a folder that tell of a closed ballot."""
    found: list[str] = []
    for path in root.rglob("*"):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            found += [line for line in text.splitlines() if "sluten" in line or "avgivna" in line]
    assert found
    return found
