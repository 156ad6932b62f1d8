"""Whole documents, byte for byte. ``SKRIV_GOLDEN=1`` writes them anew: read the diff then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.rendering import (
    Dokument,
    get_writer,
    load_style,
    render_attendance,
    render_extract,
    writer_names,
)
from protokoll_tui.rendering.write_json import read_json
from tests.rendering import narvaroexempel, rostexempel
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

STILAR = ("standard", "nacka", "goteborg")
ROSTFALL: dict[str, tuple[Paragraf, str, tuple[str, ...]]] = {
    "kontraproposition": (rostexempel.kontraproposition(), "ks", ("standard", "goteborg")),
    "tillagg": (rostexempel.tillagg(), "ks", ("standard", "nacka", "goteborg")),
    "minoritet": (rostexempel.minoritet(), "kf", ("standard", "nacka", "goteborg")),
    "utslagsrost": (rostexempel.utslagsrost(), "ks", ("standard", "nacka", "goteborg", "lomma")),
    "parvis": (rostexempel.parvis(), "ks", ("standard", "lomma")),
    "vartforsig": (rostexempel.vart_for_sig(), "ks", ("standard", "lomma")),
}
"""§§ that were settled by vote, in the styles that do it so."""
GOLDEN = Path(__file__).parent / "golden"
FALL: dict[str, tuple[Sammantrade, Kommun]] = {
    "full": (mote(full()), KOMMUN),
    "minimal": (mote(paragraf(rubrik=""), datum=None), KOMMUN),
    "fientlig": hostile(HOSTILE[0]),
    "vardag": (mote(nacka_shaped()), KOMMUN),
    "punkter": (mote(changed()), KOMMUN),
}


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("fall", list(FALL))
def test_the_extract_is_what_it_was(fall: str, stil: str, form: str) -> None:
    state, kommun = FALL[fall]
    same(render_extract(state, "p-1", kommun, load_style(stil)), f"{fall}-{stil}", form)


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize(
    ("fall", "stil"), [(fall, stil) for fall, (_, _, styles) in ROSTFALL.items() for stil in styles]
)
def test_the_extract_of_a_vote_is_what_it_was(fall: str, stil: str, form: str) -> None:
    p, organ, _ = ROSTFALL[fall]
    made = render_extract(mote(p, organ), "p-1", rostexempel.KOMMUN, load_style(stil))
    same(made, f"{fall}-{stil}", form)


def same(dokument: Dokument, namn: str, form: str) -> None:
    made = get_writer(form).write(dokument)
    file = GOLDEN / f"{namn}.{form}"
    if os.environ.get("SKRIV_GOLDEN"):
        file.write_bytes(made)
    assert made == file.read_bytes()


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
def test_the_list_of_who_was_there_is_what_it_was(stil: str, form: str) -> None:
    made = render_attendance(narvaroexempel.helt(), narvaroexempel.KOMMUN, load_style(stil))
    same(made, f"narvaro-{stil}", form)


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("nr", [115, 117])
def test_an_extract_with_those_who_take_part_is_what_it_was(nr: int, stil: str, form: str) -> None:
    state, kommun = narvaroexempel.helt(), narvaroexempel.KOMMUN
    made = render_extract(state, f"p-{nr}", kommun, load_style(stil), narvaro=True)
    same(made, f"narvaro{nr}-{stil}", form)


@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("fall", list(FALL))
def test_json_read_back_is_the_same_document(fall: str, stil: str) -> None:
    state, kommun = FALL[fall]
    dokument = render_extract(state, "p-1", kommun, load_style(stil), forhandsvisning=True)
    assert read_json(get_writer("json").write(dokument)) == dokument
