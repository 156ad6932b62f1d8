"""Value in = value out, for both readers of TOML."""

from __future__ import annotations

import math
import tomllib
from datetime import date, datetime, time
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll_tui.domain.coding import encode
from protokoll_tui.storage.toml_write import render_document, render_pair
from tests.storage.builders import TEXTS, meeting

STRINGS = TEXTS.map(lambda t: t.encode("utf-8", "replace").decode())
SCALARS = (
    STRINGS
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.dates()
    | st.times().map(lambda t: t.replace(fold=0))
    | st.datetimes().map(lambda t: t.replace(fold=0))
)
KEYS = st.text('abcå-_." #[]=', max_size=6) | st.sampled_from(["yrkande", "id", "text", ""])
VALUES = st.recursive(
    SCALARS, lambda v: st.lists(v, max_size=3) | st.dictionaries(KEYS, v, max_size=3), max_leaves=8
)
RECORDS = st.dictionaries(KEYS, VALUES, max_size=3)
TREES = st.dictionaries(KEYS, VALUES, max_size=4).flatmap(
    lambda head: st.lists(
        st.dictionaries(KEYS, VALUES, max_size=3).flatmap(
            lambda own: st.lists(RECORDS, max_size=2).map(lambda rows: {**own, "fraga": rows})
        ),
        max_size=3,
    ).map(lambda rows: {**head, "paragraf": rows})
)


@settings(max_examples=1500, deadline=None)
@given(STRINGS)
def test_every_string_is_read_back_as_it_was_by_both_readers(text: str) -> None:
    written = render_pair("text", text)
    assert tomllib.loads(written) == {"text": text}
    assert tomlkit.parse(written).unwrap() == {"text": text}


@settings(max_examples=400, deadline=None)
@given(TREES)
def test_every_tree_of_values_is_read_back_as_it_was(tree: dict[str, Any]) -> None:
    written = render_document(tree)
    assert tomllib.loads(written) == tree
    assert tomlkit.parse(written).unwrap() == tree


def test_text_of_several_lines_stands_as_it_looks() -> None:
    assert render_pair("text", "Första.\n\nAndra.\n") == 'text = """\nFörsta.\n\nAndra.\n"""\n'


def test_blanks_at_the_end_of_a_line_are_safe_from_editors() -> None:
    assert render_pair("text", "rad \nrad") == 'text = """\nrad\\u0020\nrad"""\n'


def test_a_text_that_ends_in_quotes_does_not_end_its_string() -> None:
    assert render_pair("text", 'a\n"""') == 'text = """\na\n\\"\\"\\""""\n'


def test_no_invisible_character_stands_bare_in_a_file() -> None:
    written = render_pair("text", "a\u202eb\u00adc\u200bd\ufeffe\x85")
    assert all(char.isprintable() for char in written.rstrip("\n"))


def test_records_become_tables_and_values_stand_inline() -> None:
    written = render_document(encode(meeting(1)))
    assert "[[paragraf.fraga.votering]]\n" in written
    assert 'stallning = [{ pa = "f-000001"' in written or "stallning = [" in written
    assert "[paragraf.stallning" not in written


def test_a_long_list_gets_one_line_per_part() -> None:
    rows = [{"plats": str(n), "rost": "ja"} for n in range(40)]
    assert render_pair("rostlangd", rows).count("\n") == 42


@pytest.mark.parametrize("value", [math.inf, -math.inf])
def test_endless_numbers_are_written_as_toml_does(value: float) -> None:
    assert tomllib.loads(render_pair("x", value)) == {"x": value}


def test_moments_keep_their_kind() -> None:
    values = {"a": date(2031, 6, 17), "b": time(15, 38, 20), "c": datetime(2031, 6, 17, 9)}
    assert tomllib.loads(render_document(values)) == values


def test_what_toml_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        render_pair("x", object())
