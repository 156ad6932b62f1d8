"""A house style that cannot be read stops no meeting: lines are kept and say what is wrong."""

from __future__ import annotations

from protokoll_tui.services.session import Session


def with_unknown_style(session: Session) -> Session:
    path = session.store.path
    session.close()
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('organ = "ks"', 'organ = "ks"\nstil = "lund"', 1), encoding="utf-8"
    )
    return Session.open(path, session.clock)


def test_a_yrkande_is_recorded_without_its_sentence(session: Session) -> None:
    again = with_unknown_style(session)
    here = again.state.paragraf[6].id
    last, besked = again.record("av ab", here)
    assert besked is not None and besked.taken
    assert last.mening == ""
    assert again.paragraf(here).yrkande


def test_a_decision_that_needs_its_words_says_which_styles_there_are(session: Session) -> None:
    again = with_unknown_style(session)
    here = again.state.paragraf[6].id
    last = again.read("be f1", here)
    assert any("lund" in mark for mark in last.anmarkningar)
    assert last.oklar
