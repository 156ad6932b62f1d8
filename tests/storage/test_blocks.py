"""Comments and hand layout stay where they belong, whatever is edited."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.domain.yrkande import Stallning, Yrkande
from protokoll_tui.storage.blocks import split_blocks
from protokoll_tui.storage.edit import edit_block
from protokoll_tui.storage.historik import Historik
from protokoll_tui.storage.meeting_file import Loaded, parse, render
from protokoll_tui.storage.scan import comments, split_chunks
from tests.storage.builders import FAKE, TEXTS, meeting

HERE = Path("ks.toml")


def read(text: str) -> Loaded:
    return parse(text.encode(), HERE)


def commented(count: int) -> str:
    """A meeting with a comment above, in and beside everything."""
    out = []
    for n, chunk in enumerate(split_chunks(render(None, meeting(count), Historik()).data.decode())):
        lines = chunk.text.strip("\n").split("\n")
        at = next((i for i, row in enumerate(lines) if row.startswith("[")), 0)
        lines[at] += f"  # bredvid {n}"
        key = next((i for i, row in enumerate(lines) if row.startswith("id =")), None)
        if key is not None:
            lines[key] += f" # vid nyckeln {n}"
        lines.insert(at, f"# ovanför {n}")
        out.append("\n".join(lines) + "\n\n")
    return (
        "".join(out).removeprefix("# ovanför 0\n").replace("format = 1  # bredvid 0", "format = 1")
    )


def test_a_text_split_at_its_headers_is_the_same_when_joined() -> None:
    text = commented(4)
    assert "".join(chunk.text for chunk in split_chunks(text)) == text


PIECES = [
    *("# k\n", "\n", "[[paragraf]]\n", 'a = "#["\n', "b = [\n[1],\n]\n"),
    *("c = '''\n[[paragraf]]\n'''\n", "[x]\n", '"'),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_splitting_loses_no_character_of_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(chunk.text for chunk in split_chunks(text)) == text


def test_headers_and_comments_in_strings_are_only_text() -> None:
    text = f'id = "m-2"\n[[paragraf]]\nid = "p-2"\ntext = """\n{FAKE}"""\n'
    assert len(split_blocks(text).paragraf) == 1
    assert comments(text) == ()


def test_brackets_in_a_list_of_lists_are_no_headers() -> None:
    text = "x = [\n[true],\n[1]\n]\n[[paragraf]]\n"
    assert [chunk.path for chunk in split_chunks(text)] == [(), ("paragraf",)]


def test_a_comment_above_a_header_belongs_to_that_header() -> None:
    text = (
        'id = "m-2"\n\n# om 1\n[[paragraf]]\nnr = 1\n\n# om 2\n\n# mer om 2\n[[paragraf]]\nnr = 2\n'
    )
    assert [comments(p) for p in split_blocks(text).paragraf] == [
        ("# om 1",),
        ("# om 2", "# mer om 2"),
    ]


def test_a_comment_right_below_a_statement_belongs_to_it() -> None:
    text = "[[paragraf]]\nnr = 1\n# om nr 1\n\n# om 2\n[[paragraf]]\nnr = 2\n"
    assert [comments(p) for p in split_blocks(text).paragraf] == [("# om nr 1",), ("# om 2",)]


def test_tables_of_the_meeting_among_the_paragraphs_move_to_the_head() -> None:
    text = 'id = "m-2"\n[[paragraf]]\nid = "p-2"\n[eget]\na = 1\n'
    parts = split_blocks(text)
    assert tomllib.loads(parts.head) == {"id": "m-2", "eget": {"a": 1}}
    assert dict(read(text).state.okant) == {"eget": {"a": 1}}


def test_an_edit_of_one_paragraph_leaves_every_other_byte_alone() -> None:
    loaded = read(commented(3))
    state = loaded.state
    second = replace(state.paragraf[1], rubrik="Nytt")
    changed = replace(state, paragraf=(state.paragraf[0], second, state.paragraf[2]))
    image = render(loaded.image, changed, loaded.historik)
    assert image.blocks[0].text == loaded.image.blocks[0].text
    assert image.blocks[2].text == loaded.image.blocks[2].text
    assert image.blocks[1].text.count('rubrik = "Nytt"') == 1


def test_taking_away_a_paragraph_leaves_the_comment_above_the_next() -> None:
    loaded = read(commented(3))
    kept = replace(loaded.state, paragraf=(loaded.state.paragraf[0], loaded.state.paragraf[2]))
    image = render(loaded.image, kept, loaded.historik)
    assert [b.text for b in image.blocks] == [
        loaded.image.blocks[0].text,
        loaded.image.blocks[2].text,
    ]


def test_taking_away_a_yrkande_leaves_the_comment_above_the_next() -> None:
    text = (
        '[[paragraf]]\nid = "p-2"\n# om a\n[[paragraf.yrkande]]\nid = "y-a"\n'
        '# om b\n[[paragraf.yrkande]]\nid = "y-b"\n'
    )
    old = tomllib.loads(text)["paragraf"][0]
    new = {"id": "p-2", "yrkande": [{"id": "y-b"}]}
    assert edit_block(text, old, new) == text.replace(
        '# om a\n[[paragraf.yrkande]]\nid = "y-a"\n', ""
    )


def test_a_comment_inside_a_list_that_is_replaced_moves_above_the_record() -> None:
    text = '[[paragraf]]\nid = "p-2"\nforedragande = [\n  "ab", # chefen\n]\n'
    old = tomllib.loads(text)["paragraf"][0]
    edited = edit_block(text, old, {"id": "p-2", "foredragande": ["cd"]})
    assert tomllib.loads(edited)["paragraf"] == [{"id": "p-2", "foredragande": ["cd"]}]
    assert comments(edited) == ("# chefen",)


def test_sub_tables_written_by_hand_are_understood_and_kept() -> None:
    text = (
        '[[paragraf]]\nid = "p-2"\n[[paragraf.yrkande]]\nid = "y-a"  # a\n'
        '[[paragraf.yrkande.stallning]]\nverkan = "avslag"\n[paragraf.eget]\nx = 1\n'
    )
    old = tomllib.loads(text)["paragraf"][0]
    new: dict[str, Any] = {**old, "rubrik": "Ny"}
    edited = edit_block(text, old, new)
    assert tomllib.loads(edited)["paragraf"] == [new]
    assert "[[paragraf.yrkande.stallning]]" in edited
    assert comments(edited) == ("# a",)


def test_the_head_keeps_its_comments_when_a_value_changes() -> None:
    loaded = read(
        '# mötet\nid = "m-2" # fast\nplats = "Salen" # byts\n\n# logg\n[historik]\nkanon = 1\n'
    )
    image = render(loaded.image, replace(loaded.state, plats="Biblioteket"), loaded.historik)
    text = image.data.decode()
    assert comments(text) == ("# mötet", "# fast", "# byts", "# logg")
    assert read(text).state.plats == "Biblioteket"


def _change(state: Sammantrade, rng: random.Random, n: int) -> Sammantrade:
    """One random edit that takes no record away, so that every comment has a home."""
    at = rng.randrange(len(state.paragraf))
    p = state.paragraf[at]
    fake = rng.choice([FAKE, "ny text", 'slut """', "# nej"])
    y = Yrkande(id=f"y-n{n}", av=(Aktor(person="gh"),), stallning=(Stallning(att=fake),))
    edits = [
        lambda: replace(p, rubrik=fake.replace("\n", " ")),
        lambda: replace(p, yrkande=(*p.yrkande, y)),
        lambda: replace(p, yrkande=(y, *p.yrkande)),
        lambda: replace(p, yrkande=tuple(reversed(p.yrkande))),
        lambda: replace(p, forslag=tuple(replace(f, text=fake) for f in p.forslag)),
        lambda: replace(p, dnr="" if p.dnr else f"KS {n}", sekretess=not p.sekretess),
        lambda: replace(p, fraga=tuple(replace(q, klubbslag=not q.klubbslag) for q in p.fraga)),
    ]
    rows = list(state.paragraf)
    rows[at] = rng.choice(edits)()
    if rng.random() < 0.1:
        rng.shuffle(rows)
    return replace(state, paragraf=tuple(rows))


def test_five_hundred_random_edits_lose_no_comment_and_no_value() -> None:
    rng = random.Random(118)
    text = commented(4)
    wanted = sorted(comments(text))
    per_block = [sorted(c for c in comments(p) if "#" in c) for p in split_blocks(text).paragraf]
    loaded = read(text)
    for n in range(500):
        state = _change(loaded.state, rng, n)
        if n % 50 == 0:
            state = replace(state, plats=f"Sal {n}")
        image = render(loaded.image, state, loaded.historik)
        loaded = parse(image.data, HERE)
        assert loaded.state == state
        assert sorted(comments(image.data.decode())) == wanted
    order = {p.id: n for n, p in enumerate(meeting(4).paragraf)}
    for block in loaded.image.blocks:
        assert sorted(comments(block.text)) == per_block[order[block.plain["id"]]]


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_typed_into_a_commented_block_is_read_back(rubrik: str, text: str) -> None:
    clean = [t.encode("utf-8", "replace").decode() for t in (rubrik, text)]
    block = '# om\n[[paragraf]]\nid = "p-2" # id\nrubrik = "R" # byt\n'
    new = {"id": "p-2", "rubrik": clean[0], "forslag": [{"id": "f-2", "text": clean[1]}]}
    edited = edit_block(block, {"id": "p-2", "rubrik": "R"}, new)
    assert tomllib.loads(edited)["paragraf"] == [new]
    assert sorted(comments(edited)) == ["# byt", "# id", "# om"]
