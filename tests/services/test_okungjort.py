"""An ärende that fullmäktige had not announced: all have to agree to take it up (R55, 5:52 KL)."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokoll_tui.rendering import get_writer, load_style, render_extract
from protokoll_tui.services.session import Session
from tests.services.hand import at, say

NR = 126
EXTRA = "är KF 2031/0099 : Borgen för en ny vattenledning"


@pytest.fixture
def fullmaktige(meeting_file: Path) -> Session:
    """A meeting of fullmäktige."""
    text = meeting_file.read_text("utf-8").replace('organ = "ks"', 'organ = "kf"', 1)
    meeting_file.write_text(text, "utf-8", newline="\n")
    return Session.open(meeting_file)


def next_of(session: Session) -> tuple[str, list[str]]:
    harnast = session.guide(at(session, NR).id).harnast
    return harnast.text, [val.rad for val in harnast.val]


def errors(session: Session) -> set[str]:
    return {f.regel for f in session.fynd if f.fel and f.paragraf == at(session, NR).id}


def test_the_guide_asks_before_the_debate_whether_it_is_taken_up(fullmaktige: Session) -> None:
    say(fullmaktige, 118, EXTRA)
    asked = "ärendet är inte kungjort. Beslutar alla närvarande att ta upp det?"
    assert next_of(fullmaktige) == (asked, ["är tas upp", "up"])
    last = say(fullmaktige, NR, "är tas upp")
    assert last.mening == "Alla närvarande beslutar att ärendet tas upp."
    assert at(fullmaktige, NR).tas_upp
    assert next_of(fullmaktige)[0].startswith("skriv in förslaget")
    say(fullmaktige, NR, "fr : Borgen lämnas.", "be f1")
    assert "R55" not in errors(fullmaktige)
    assert Session.open(fullmaktige.store.path, read_only=True).state == fullmaktige.state


def test_a_decision_without_it_is_asked_about_and_kept(fullmaktige: Session) -> None:
    say(fullmaktige, 118, EXTRA)
    say(fullmaktige, NR, "fr : Borgen lämnas.")
    asked = fullmaktige.read("be f1", at(fullmaktige, NR).id)
    assert asked.tveksam and any("inte kungjort" in reason for reason in asked.skal)
    say(fullmaktige, NR, "be f1")
    assert "R55" in errors(fullmaktige)


def test_a_namnd_asks_for_no_such_thing(session: Session) -> None:
    say(session, 118, EXTRA)
    assert at(session, NR).extra
    assert next_of(session)[0].startswith("skriv in förslaget")
    say(session, NR, "fr : Borgen lämnas.", "be f1")
    assert errors(session) == set()


NOW = "är inte kungjort. Alla närvarande ledamöter beslutar att ta upp det."
THEN = "var inte kungjort. Alla närvarande ledamöter beslutade att ta upp det."


@pytest.mark.parametrize(
    ("style", "said"),
    [("standard", NOW), ("nacka", THEN), ("goteborg", NOW), ("lomma", NOW)],
)
def test_that_it_was_taken_up_comes_first_in_the_beslutsgang(
    fullmaktige: Session, style: str, said: str
) -> None:
    say(fullmaktige, 118, EXTRA)
    say(fullmaktige, NR, "fr : Borgen lämnas.", "är tas upp", "bi ab", "pr f1", "be f1")
    assert f"Ärendet {said}" in told(fullmaktige, style)


def test_a_namnd_takes_up_what_was_not_on_the_agenda(session: Session) -> None:
    say(session, 118, EXTRA)
    say(session, NR, "är tas upp")
    assert "Ärendet står inte på dagordningen. Kommunstyrelsen beslutar att ta upp det." in told(
        session, "standard"
    )


def told(session: Session, style: str) -> str:
    extract = render_extract(session.state, at(session, NR).id, session.kommun, load_style(style))
    text = get_writer("txt").write(extract).decode("utf-8")
    return " ".join(text.replace("\u00a0", " ").split())
