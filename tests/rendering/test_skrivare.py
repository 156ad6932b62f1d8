"""Writers: every string comes through, lines hold their width, masks mask."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from protokoll_tui.rendering import (
    Cell,
    Dokument,
    Lista,
    OkantFormat,
    Punkt,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    get_writer,
    load_style,
    render_extract,
    writer_names,
)
from protokoll_tui.rendering.write_json import OgiltigtDokument, read_json
from protokoll_tui.rendering.write_text import WIDTH
from tests.rendering.exempel import (
    AVSLAG,
    HOSTILE,
    KOMMUN,
    full,
    hostile,
    mote,
    paragraf,
    stand,
    yrkande,
)

STILAR = ("standard", "nacka")


class Text(HTMLParser):
    """The text of a page and the elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def words_of(form: str, data: bytes) -> str:
    """What a reader of the format sees, on one line."""
    if form == "json":
        document = read_json(data)
        data = get_writer("txt").write(document)
    if form == "html":
        reader = Text()
        reader.feed(data.decode())
        return " ".join(reader.text.split())
    return " ".join(data.decode().split())


@pytest.mark.parametrize("form", writer_names())
@pytest.mark.parametrize("stil", STILAR)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_string_is_printed_as_it_is(text: str, stil: str, form: str) -> None:
    state, kommun = hostile(text)
    dokument = render_extract(state, "p-1", kommun, load_style(stil))
    made = words_of(form, get_writer(form).write(dokument))
    assert " ".join(text.split()) in made


@pytest.mark.parametrize("text", HOSTILE)
def test_no_data_becomes_an_element_of_the_page(text: str) -> None:
    state, kommun = hostile(text or "x")
    reader, expected = Text(), Text()
    for into, (meeting, roster) in ((reader, (state, kommun)), (expected, hostile("x"))):
        page = render_extract(meeting, "p-1", roster, load_style("standard"))
        into.feed(get_writer("html").write(page).decode())
    assert reader.tags == expected.tags


def test_lines_are_at_most_72_wide_and_a_longer_word_stands_whole() -> None:
    word = "x" * 100
    dokument = Dokument("T", (Stycke((Run("a " * 60 + word),)), Lista((Punkt((Run("b " * 60),)),))))
    lines = get_writer("txt").write(dokument).decode().splitlines()
    assert max(len(line) for line in lines if word not in line) <= WIDTH
    assert word in lines


def test_a_no_break_space_holds_the_line_together() -> None:
    text = "x" * 68 + " 17\u00a0juni"
    lines = get_writer("txt").write(Dokument("T", (Stycke((Run(text),)),))).decode().splitlines()
    assert lines == ["x" * 68, "17\u00a0juni"]


def test_nested_and_numbered_lists_are_written_with_their_numbers() -> None:
    inner = Lista((Punkt((Run("c"),)),), numrerad=True, start=2)
    lista = Lista((Punkt((Run("a"),), (inner,)), Punkt((Run("b"),))))
    made = get_writer("txt").write(Dokument("T", (lista,))).decode()
    assert made == "- a\n  2. c\n- b\n"


def test_the_words_of_a_point_stand_in_one_column() -> None:
    inner = Lista((Punkt((Run("d " * 60 + "e"),)),))
    lista = Lista(
        (Punkt((Run("b " * 60 + "c"),), (inner,)), Punkt((Run("f"),))), numrerad=True, start=9
    )
    lines = get_writer("txt").write(Dokument("T", (lista,))).decode().splitlines()
    starts = ["9.  b b", "    b b", "    - d", "      d", "10. f"]
    assert [line[:7] for line in lines] == starts


def test_three_hundred_papers_are_all_written() -> None:
    lista = Lista(tuple(Punkt((Run(f"Bilaga {n}"),)) for n in range(300)))
    made = get_writer("txt").write(Dokument("T", (lista,))).decode()
    assert made.count("Bilaga") == 300


def test_the_page_says_its_language_and_title_and_has_one_main_heading() -> None:
    dokument = render_extract(mote(full()), "p-1", KOMMUN, load_style("standard"))
    page = get_writer("html").write(dokument).decode()
    assert '<html lang="sv-SE">' in page
    assert f"<title>{dokument.titel}</title>" in unescape(page)
    assert page.count("<h1>") == 1
    levels = [b.niva for b in dokument.blocks if isinstance(b, Rubrik)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


TABELL = Tabell(((Cell((Run("Namn"),), huvud=True),), (Cell((Run("Bo & Co"),)),)), "q-1")


def test_a_table_has_scoped_headers_on_the_page_and_survives_json() -> None:
    dokument = Dokument("T", (TABELL,))
    assert '<th scope="col">Namn</th>' in get_writer("html").write(dokument).decode()
    assert read_json(get_writer("json").write(dokument)) == dokument
    assert get_writer("txt").write(dokument).decode() == "Namn\nBo & Co\n"


@pytest.mark.parametrize("form", writer_names())
def test_the_public_version_leaves_out_what_is_masked(form: str) -> None:
    p = paragraf(
        rubrik="Skolskjuts för ==Kim Sten==",
        arende="Eleven ==Kim Sten== byter skola.",
        yrkande=(yrkande("y-1", "ab", stand(AVSLAG, ord="för ==Kim Stens== skull")),),
    )
    dokument = render_extract(mote(p), "p-1", KOMMUN, load_style("standard"))
    writer = get_writer(form)
    assert b"Kim Sten" in writer.write(dokument)
    public = writer.write(dokument, publik=True)
    assert b"Kim" not in public
    assert b"[maskerat]" in public
    assert b"==" not in public.replace(b"=" * 16, b"")


def test_a_mark_without_a_partner_cannot_unmask_another_field() -> None:
    stands = (stand(AVSLAG, ord="a == b"), stand(AVSLAG, ord="==Kim=="))
    p = paragraf(yrkande=(yrkande("y-1", "ab", *stands),))
    dokument = render_extract(mote(p), "p-1", KOMMUN, load_style("standard"))
    public = get_writer("html").write(dokument, publik=True).decode()
    assert "Kim" not in public
    assert "a == b" in public


def test_an_unknown_format_is_told_with_those_that_exist() -> None:
    with pytest.raises(OkantFormat, match="txt, html, json"):
        get_writer("odt")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"schema": 2}', b"\xff"])
def test_a_json_file_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(OgiltigtDokument):
        read_json(data)
