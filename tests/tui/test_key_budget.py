"""What the common things cost in keys. The table of the keystroke-level model is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from protokoll_tui.rendering import Rubrik, block_text
from protokoll_tui.resources import example
from protokoll_tui.services.play import play
from protokoll_tui.services.session import Session
from tests.tui.hand import Hand, app_for, screen


@dataclass(frozen=True)
class Scenario:
    """A thing to do: keys typed line by line (``⏎`` = Enter, ``⇥…`` = paste), and the budget."""

    name: str
    start: str
    script: tuple[str, ...]
    budget: int
    before: str = ""
    """A line that was said at the upprop."""


PASTE = "⇥"

SCENARIOS = (
    Scenario("yrkande med två som instämmer", "118>", ("av ab +cd ef", "⏎"), 13),
    Scenario("sent instämmande", "118>", ("av ab", "⏎", "+gh", "⏎"), 10),
    Scenario("nästa ärende", "118>", (">", "⏎"), 2),
    Scenario("plant bifall: beslut och vidare", "115>", ("⏎", "⏎", "⏎"), 3),
    Scenario("rutinparagraf och vidare", "112>", ("⏎", "⏎", "⏎"), 3),
    Scenario("upprop av 13 där två saknas", "112>", ("f3", "space", "aw", "pk", "⏎", "⏎"), 8),
    Scenario("sen ankomst", "115>", ("aw", "⏎", "⏎"), 5, "ru -aw"),
    Scenario("jäv i ärendet", "118>", ("jä ab", "⏎"), 6),
    Scenario("notering", "118>", ("no : ", PASTE + "ljudet försvann", "⏎"), 7),
    Scenario("ångra", "118>", ("av ab", "⏎", "ctrl+z"), 7),
    Scenario("utdraget från var som helst", "118>", ("f5",), 1),
    Scenario("bordläggning", "117>", ("bo gh 2/9", "⏎", "pr bo", "⏎", "⏎", "⏎"), 20),
    Scenario("omedelbar justering", "122>", ("⏎", "⏎", "oj", "⏎"), 5),
    Scenario(
        "beslutsgången i § 118: yrkande, fyra instämmer, fynd, beslut, anteckning",
        "118>",
        (
            "av ab +cd ef gh ts : ",
            PASTE + "med hänvisning till att arkivet bör betalas med medlemsavgifterna",
            "⏎",
            "pr y1",
            "⏎",
            "⏎",
            "⏎",
            "an cd S : ",
            PASTE + "”Vi delar förbundets uppfattning men inte om vem som ska betala.”",
            "⏎",
        ),
        60,
    ),
)

KEY_NAMES = frozenset({"ctrl+z", "f5", "f3", "space"})


async def perform(hand: Hand, script: tuple[str, ...]) -> None:
    """Play a script of keys."""
    for part in script:
        if part == "⏎":
            await hand.enter()
        elif part.startswith(PASTE):
            await hand.paste(part.removeprefix(PASTE))
        elif part in KEY_NAMES:
            await hand.press(part)
        else:
            await hand.type(part)


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """The rows of the printed table."""
    rows: list[str] = []
    yield rows
    print("\n\ntangenter  gräns  KLM s  vad")
    print("\n".join(rows))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)
async def test_it_costs_no_more_keys_than_its_budget(
    session: Session, scenario: Scenario, table: list[str]
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        going = Hand(pilot)
        await going.type(scenario.start)
        await going.enter()
        if scenario.before:
            session.record(scenario.before, session.state.paragraf[0].id)
        before = session.state
        hand = Hand(pilot)
        await perform(hand, scenario.script)
        assert hand.keys <= scenario.budget
        moved = scenario.script in {(">", "⏎"), ("f5",)}
        assert moved or session.state != before or "ctrl+z" in scenario.script
    row = f"{hand.keys:9}  {scenario.budget:5}  {hand.seconds:5.1f}  {scenario.name}"
    table.append(row)


ALONG_PARTY_LINES = ("JNNJJNJ", "nj", "7j", "11a", "⏎")
"""M, S and V, KD, L, MP, C and the two without a group, then two who leave the line."""


async def test_a_vote_of_thirteen_along_party_lines_with_two_exceptions(
    session: Session, table: list[str]
) -> None:
    for nr, line in ((112, "ru"), (118, "av ab"), (118, "öv"), (118, "pr f1"), (118, "om ab")):
        session.record(line, next(p.id for p in session.state.paragraf if p.nr == nr))
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        going = Hand(pilot)
        await going.type("118>")
        await going.enter()
        await going.enter()
        hand = Hand(pilot)
        await perform(hand, ALONG_PARTY_LINES)
    vote = next(p for p in session.state.paragraf if p.nr == 118).fraga[0].votering[-1]
    assert [row.rost.value for row in vote.rostlangd if row.rost].count("ja") == 8
    assert len(vote.rostlangd) == 13 and vote.klubbslag
    assert hand.keys <= 20
    table.append(f"{hand.keys:9}  {20:5}  {hand.seconds:5.1f}  omröstning, 13 med två undantag")


CONTEST = ("⏎", "⏎", "⏎", "⏎", "⏎", "om", "⏎", "⏎", "⏎", "⏎", "⏎")
"""The order approved, what the chair finds, a vote asked for, the motförslag, the vote opened."""


async def test_a_contest_of_three_proposals_with_a_vote(session: Session, table: list[str]) -> None:
    said = ("bi hä", "av ab", "ny cd : Kommunen avstår.")
    for nr, line in ((112, "ru"), *((118, line) for line in said)):
        session.record(line, next(p.id for p in session.state.paragraf if p.nr == nr))
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        await perform(Hand(pilot), ("118>", "⏎"))
        hand = Hand(pilot)
        await perform(hand, CONTEST)
        await perform(Hand(pilot), ALONG_PARTY_LINES)
        await perform(hand, ("⏎", "⏎"))
    p = next(p for p in session.state.paragraf if p.nr == 118)
    assert [len(q.votering) for q in p.fraga] == [1, 0]
    assert p.fraga[1].funnet and p.beslut and p.klubbslag
    assert hand.keys <= 30
    table.append(f"{hand.keys:9}  {30:5}  {hand.seconds:5.1f}  tre förslag, motförslag, omröstning")


ELECTION = ("om", "⏎", "⏎", "13 ab 7 cd 5 blanka 1", "⏎", "⏎", "⏎")
"""A closed ballot is asked for, its count after "va" from the guide, the decision."""


async def test_a_contested_election_with_a_closed_ballot(
    session: Session, table: list[str]
) -> None:
    said = ("är : Val", "va ab >ordförande i nämnden t.o.m. 2034-12-31", "va ef föreslår cd")
    session.record("ru", session.state.paragraf[0].id)
    for line in said:
        session.record(line, session.state.paragraf[-1].id)
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        await perform(Hand(pilot), ("126>", "⏎"))
        hand = Hand(pilot)
        await perform(hand, ELECTION)
    p = session.state.paragraf[-1]
    assert [r.roster for r in p.fraga[0].sluten[0].resultat] == [7, 5]
    assert "väljer Anna Berg (M) till ordförande" in p.beslut[0].text.replace("\u00a0", " ")
    assert hand.keys <= 28
    table.append(f"{hand.keys:9}  {28:5}  {hand.seconds:5.1f}  val med två föreslagna, valsedlar")


async def test_the_keys_of_118_give_the_whole_extract_in_the_style_nacka(
    session: Session,
) -> None:
    async with app_for(session).run_test(size=(140, 40)) as pilot:
        going = Hand(pilot)
        await going.type("118>")
        await going.enter()
        await perform(Hand(pilot), SCENARIOS[-1].script)
        here = screen(pilot).here
    session.close()
    again = Session.open(session.store.path, session.clock, stil="nacka")
    headings = [block_text(b) for b in again.extract(here).blocks if isinstance(b, Rubrik)]
    wanted = ["Beslut", "Ärende", "Yrkanden", "Beslutsgång", "Protokollsanteckningar"]
    assert [h for h in headings if h in wanted] == wanted
    text = "\n".join(block_text(b) for b in again.extract(here).blocks)
    assert "lät anteckna följande till protokollet för Socialdemokraternas" in text
    assert "Kommunstyrelsen avslår arbetsutskottets förslag med hänvisning till att arkivet" in text


def test_the_script_of_the_example_types_the_same_meeting_without_a_screen(
    session: Session, tmp_path: Path
) -> None:
    played = play(session, (example() / "skript.txt").read_text(encoding="utf-8"))
    assert (played.fel, played.ej_sparat) == (0, None)
    assert all(p.klubbslag or p.utgar for p in session.state.paragraf)
    assert replace(session.state) == Session.open(session.store.path, session.clock).state
