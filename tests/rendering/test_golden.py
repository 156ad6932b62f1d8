"""Whole documents, byte for byte. ``SKRIV_GOLDEN=1`` writes them anew: read the diff then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering import get_writer, load_style, render_extract, writer_names
from protokoll_tui.rendering.write_json import read_json
from tests.rendering.exempel import (
    HOSTILE,
    KOMMUN,
    changed,
    full,
    hostile,
    mote,
    nacka_shaped,
    paragraf,
)

GOLDEN = Path(__file__).parent / "golden"
FALL: dict[str, tuple[Sammantrade, Kommun]] = {
    "full": (mote(full()), KOMMUN),
    "minimal": (mote(paragraf(rubrik=""), datum=None), KOMMUN),
    "fientlig": hostile(HOSTILE[0]),
    "vardag": (mote(nacka_shaped()), KOMMUN),
    "punkter": (mote(changed()), KOMMUN),
}


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", ["standard", "nacka"])
@pytest.mark.parametrize("fall", list(FALL))
def test_the_extract_is_what_it_was(fall: str, stil: str, form: str) -> None:
    state, kommun = FALL[fall]
    dokument = render_extract(state, "p-1", kommun, load_style(stil))
    made = get_writer(form).write(dokument)
    file = GOLDEN / f"{fall}-{stil}.{form}"
    if os.environ.get("SKRIV_GOLDEN"):
        file.write_bytes(made)
    assert made == file.read_bytes()


@pytest.mark.parametrize("stil", ["standard", "nacka"])
@pytest.mark.parametrize("fall", list(FALL))
def test_json_read_back_is_the_same_document(fall: str, stil: str) -> None:
    state, kommun = FALL[fall]
    dokument = render_extract(state, "p-1", kommun, load_style(stil), forhandsvisning=True)
    assert read_json(get_writer("json").write(dokument)) == dokument
