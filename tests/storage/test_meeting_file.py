"""A meeting file is read whatever a person or a program has done to it."""

from __future__ import annotations

import codecs
import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll_tui.domain.paragraf import Paragraf
from protokoll_tui.storage import blocks
from protokoll_tui.storage.errors import FelKodning, InterntFel, KanInteLasa, TrasigFil
from protokoll_tui.storage.historik import Historik, Spets
from protokoll_tui.storage.meeting_file import cleaned, load, parse, render
from tests.storage.builders import TEXTS, meeting, renamed

HERE = Path("ks.toml")
DATA = render(None, meeting(), Historik({"i-234567": Spets(3, "ab")})).data


def test_a_meeting_is_read_back_as_it_was() -> None:
    loaded = parse(DATA, HERE)
    assert loaded.state == meeting()
    assert loaded.historik.of("i-234567") == Spets(3, "ab")
    assert loaded.historik.innehall == loaded.innehall
    assert (loaded.marken, loaded.nya_id, loaded.omskriven) == ((), (), False)


def test_the_history_is_no_part_of_the_meeting() -> None:
    assert parse(DATA, HERE).state.okant == ()
    assert "historik" in tomllib.loads(DATA.decode())


def test_an_unchanged_meeting_is_written_as_the_same_bytes() -> None:
    loaded = parse(DATA, HERE)
    assert render(loaded.image, loaded.state, loaded.historik).data == DATA


def test_other_bytes_with_the_same_content_have_the_same_hash() -> None:
    text = DATA.decode()
    versions = [
        text.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", text),
        text.replace("[[paragraf]]", "# min kommentar\n[[paragraf]]"),
        "\ufeff" + text,
    ]
    assert {parse(v.encode(), HERE).innehall for v in versions} == {parse(DATA, HERE).innehall}


def test_a_single_changed_letter_has_another_hash() -> None:
    changed = DATA.replace("Ärende 2".encode(), "Ärende Z".encode())
    assert parse(changed, HERE).innehall != parse(DATA, HERE).innehall


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse(codecs.BOM_UTF8 + DATA, HERE).state == meeting()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_another_encoding_is_told_with_its_place(encoding: str) -> None:
    data = 'id = "m-2"\nplats = "Sjövik"\n'.encode(encoding)
    with pytest.raises(FelKodning) as caught:
        parse(data, HERE)
    assert caught.value.byte == (0 if encoding == "utf-16" else data.index(b"\xf6"))
    assert "UTF-8" in str(caught.value)


def test_broken_toml_is_told_with_line_and_column_and_carries_the_text() -> None:
    text = 'id = "m-2"\nplats = Salen\n'
    with pytest.raises(TrasigFil) as caught:
        parse(text.encode(), HERE)
    assert (caught.value.rad, caught.value.kolumn) == (2, 9)
    assert caught.value.text == text
    assert str(caught.value).startswith("ks.toml, rad 2, kolumn 9:")


def test_a_missing_file_is_told() -> None:
    with pytest.raises(KanInteLasa, match="kan inte öppnas"):
        load(Path("/finns/inte/ks.toml"))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(DATA) - 1), st.binary(max_size=3), st.integers(0, 3))
def test_no_change_of_bytes_makes_anything_but_a_meeting_or_a_told_error(
    at: int, put: bytes, cut: int
) -> None:
    data = DATA[:at] + put + DATA[at + cut :]
    try:
        loaded = parse(data, HERE)
    except TrasigFil as error:
        assert 1 <= error.rad <= data.count(b"\n") + 2
        return
    written = render(None if loaded.omskriven else loaded.image, loaded.state, loaded.historik)
    again = parse(written.data, HERE)
    assert again.state == loaded.state
    assert again.nya_id == ()


def test_records_without_an_id_or_with_a_used_one_get_their_own() -> None:
    text = 'id = "m-2"\n[[paragraf]]\nnr = 1\n[[paragraf]]\nid = "p-2"\n[[paragraf]]\nid = "p-2"\n'
    loaded = parse(text.encode(), HERE)
    ids = {p.id for p in loaded.state.paragraf}
    assert len(ids) == 3
    assert len(loaded.nya_id) == 2
    written = render(loaded.image, loaded.state, loaded.historik).data
    assert {p.id for p in parse(written, HERE).state.paragraf} == ids


def test_a_layout_that_cannot_be_followed_is_read_and_written_anew() -> None:
    text = 'id = "m-2"\nparagraf = [{ id = "p-2", rubrik = "A" }]\n'
    loaded = parse(text.encode(), HERE)
    assert loaded.omskriven
    assert loaded.state.paragraf == (Paragraf(id="p-2", rubrik="A"),)


def test_unknown_keys_and_values_that_cannot_be_read_survive_a_save() -> None:
    text = (
        'id = "m-2"\negen = { a = 1 }\n[[paragraf]]\nid = "p-2"\nnr = "ett"\nfarg = "blå"\n'
        "[[paragraf.eget]]\nx = 1\n"
    )
    loaded = parse(text.encode(), HERE)
    assert len(loaded.marken) == 1
    state = renamed(loaded.state, 0, "Ny")
    values = tomllib.loads(render(loaded.image, state, loaded.historik).data.decode())
    assert values["egen"] == {"a": 1}
    assert values["paragraf"][0]["nr"] == "ett"
    assert values["paragraf"][0]["farg"] == "blå"
    assert values["paragraf"][0]["eget"] == [{"x": 1}]


NO_HISTORY = [
    "historik = 3",
    "[historik]\nlogg = 1",
    "[historik.logg]\ni-2 = 1",
    '[historik]\nlogg = { i-2 = { nr = "x", hash = 1 } }',
    "[[historik]]\na = 1",
]


@pytest.mark.parametrize("table", NO_HISTORY)
def test_a_history_that_makes_no_sense_stops_nothing(table: str) -> None:
    loaded = parse(f'id = "m-2"\n{table}\n'.encode(), HERE)
    assert loaded.historik == Historik()
    written = render(loaded.image if not loaded.omskriven else None, loaded.state, loaded.historik)
    assert parse(written.data, HERE).historik.innehall == loaded.innehall


def test_a_block_that_does_not_read_back_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = parse(DATA, HERE)
    monkeypatch.setattr(blocks, "render_record", lambda path, plain: "[[paragraf]]\nid = 'fel'\n")
    with pytest.raises(InterntFel, match="läses inte tillbaka"):
        render(loaded.image, renamed(loaded.state, 1, "Ny"), loaded.historik)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_whatever_is_typed_is_read_back_as_it_was_kept(text: str) -> None:
    before = meeting(1)
    state = cleaned(renamed(before, 0, text), before)
    data = render(None, state, Historik()).data
    assert parse(data, HERE).state == state


def test_what_is_clean_stays_the_same_object() -> None:
    before = meeting()
    after = renamed(before, 1, "Ny")
    assert cleaned(after, before).paragraf[1] is after.paragraf[1]


def test_the_newest_line_of_each_log_is_kept_when_versions_meet() -> None:
    ours = Historik({"i-a": Spets(3, "x"), "i-b": Spets(1, "y")})
    theirs = Historik({"i-b": Spets(4, "z"), "i-c": Spets(1, "w")})
    joined = ours.joined(theirs)
    assert {n: h.nr for n, h in joined.logg.items()} == {"i-a": 3, "i-b": 4, "i-c": 1}


def test_paragraphs_in_another_order_keep_their_text() -> None:
    loaded = parse(DATA, HERE)
    turned = replace(loaded.state, paragraf=tuple(reversed(loaded.state.paragraf)))
    image = render(loaded.image, turned, loaded.historik)
    assert [b.text for b in image.blocks] == [b.text for b in reversed(loaded.image.blocks)]
    assert parse(image.data, HERE).state == turned


def test_a_value_that_cannot_be_read_is_told_with_its_place() -> None:
    text = 'format = 1\nid = "m-2"\ndatum = "2 september"\n[[paragraf]]\nnr = 7\nrubrik = 3\n'
    told = parse(text.encode(), Path("ks.toml")).marken
    assert [(mark.plats, mark.text.split()[1]) for mark in told] == [
        ("ks.toml", "'2"),
        ("§ 7", "'3'"),
    ]
