"""The text format of the file: paragraphs, nested lists, masks; read and written both ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.text import (
    Block,
    Item,
    Lista,
    Run,
    Stycke,
    parse_runs,
    parse_text,
    print_runs,
    print_text,
)


def stycke(text: str) -> Stycke:
    return Stycke((Run(text),))


def item(text: str, *lists: Lista) -> Item:
    return Item((Run(text),), lists)


def numbered(*texts: str, start: int = 1) -> Lista:
    return Lista(tuple(item(text) for text in texts), numbered=True, start=start)


def dashes(*texts: str) -> Lista:
    return Lista(tuple(item(text) for text in texts))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("  \n \n", (), id="only blanks"),
        pytest.param("ett\ntvå", (stycke("ett två"),), id="a line break is no paragraph"),
        pytest.param("ett\n \n\ntvå", (stycke("ett"), stycke("två")), id="blank lines part"),
        pytest.param("1. a\n2. b", (numbered("a", "b"),), id="numbers"),
        pytest.param("- a\n– b\n• c", (dashes("a", "b", "c"),), id="dashes of any kind"),
        pytest.param("3. c\n4. d", (numbered("c", "d", start=3),), id="a list may start at 3"),
        pytest.param(
            "1. a\n3. c",
            (numbered("a"), numbered("c", start=3)),
            id="a jump keeps the number that was written",
        ),
        pytest.param("1. a\n1. b", (numbered("a"), numbered("b")), id="1 begins a new list"),
        pytest.param("0. a\n\n1. b", (numbered("a", "b", start=0),), id="from nought"),
        pytest.param(
            "999. a\n1000. b", (numbered("a 1000. b", start=999),), id="four figures are a year"
        ),
        pytest.param("1. a\n\n2. b", (numbered("a", "b"),), id="blank line between items"),
        pytest.param("- a\n\n- b", (dashes("a", "b"),), id="blank line between dashes"),
        pytest.param(
            "1. a\n\nmellan\n\n2. b",
            (numbered("a"), stycke("mellan"), numbered("b", start=2)),
            id="a paragraph between keeps the numbers",
        ),
        pytest.param("Beslut:\n1. a", (stycke("Beslut:"), numbered("a")), id="words, then list"),
        pytest.param("1. a\n   mer", (numbered("a mer"),), id="an item goes on"),
        pytest.param("1. a\nmer", (numbered("a mer"),), id="also without indent"),
        pytest.param("3.\nord", (numbered("ord", start=3),), id="bullet alone on its line"),
        pytest.param("-\n-\na", (dashes("- a"),), id="two marks alone"),
        pytest.param("2031. ord", (stycke("2031. ord"),), id="a year is no number"),
        pytest.param("-ord", (stycke("-ord"),), id="a dash without blank is literal"),
        pytest.param("1.ord", (stycke("1.ord"),), id="a number without blank is literal"),
        pytest.param("- \u00a0a", (stycke("- \u00a0a"),), id="no-break space is no item"),
        pytest.param("# a *b* <c>", (stycke("# a *b* <c>"),), id="all else is literal"),
    ],
)
def test_a_text_reads_as(text: str, blocks: tuple[Block, ...]) -> None:
    assert parse_text(text) == blocks


def test_lists_nest_by_indent() -> None:
    text = "1. a\n   - x\n     - djupt\n   - y\n2. b\n   1. z"
    inner = Lista((item("x", dashes("djupt")), item("y")))
    outer = Lista((item("a", inner), item("b", numbered("z"))), numbered=True)
    assert parse_text(text) == (outer,)
    assert parse_text(print_text((outer,))) == (outer,)


def test_a_list_can_hold_lists_of_both_kinds() -> None:
    (outer,) = parse_text("- a\n   1. x\n   - y")
    assert outer == Lista((item("a", numbered("x"), dashes("y")),))


def test_lists_nested_without_end_stop_at_the_deepest_level() -> None:
    steps = "\n".join(" " * n + f"- {n}" for n in range(400))
    blocks = parse_text(steps)
    assert print_text(blocks).count("- ") == 400
    assert parse_text(print_text(blocks)) == blocks


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("a ==b== c", (Run("a "), Run("b", masked=True), Run(" c"))),
        ("==b==", (Run("b", masked=True),)),
        ("==a== ==b==", (Run("a", masked=True), Run(" "), Run("b", masked=True))),
        ("a == b", (Run("a == b"),)),
        ("a ==b== c ==d", (Run("a "), Run("b", masked=True), Run(" c ==d"))),
        ("====", (Run("===="),)),
        ("==== a ==", (Run("="), Run("= a ", masked=True))),
        ("a === b", (Run("a === b"),)),
        ("", ()),
    ],
)
def test_one_mark_encloses_what_the_public_version_masks(line: str, runs: tuple[Run, ...]) -> None:
    assert parse_runs(line) == runs
    assert print_runs(runs) == line


@given(st.text(st.sampled_from("=ab "), max_size=20))
def test_reading_masks_loses_no_character(line: str) -> None:
    assert print_runs(parse_runs(line)) == line


def test_a_mask_may_run_over_a_line_break_within_its_paragraph() -> None:
    assert parse_text("==ett\ntvå==") == (Stycke((Run("ett två", masked=True),)),)


WORDS = st.text(st.sampled_from("abcåäö §.:1–"), min_size=1, max_size=8).map(
    lambda words: f"x{words.strip(' ')}"
)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    first = draw(st.booleans())
    texts = draw(st.lists(WORDS, min_size=1, max_size=3))
    return tuple(Run(text, masked=bool(n % 2) is first) for n, text in enumerate(texts))


def lists(depth: int) -> st.SearchStrategy[tuple[Lista, ...]]:
    """Lists under each other: of different kinds, or with numbers that do not run on."""
    if not depth:
        return st.just(())
    items = st.lists(st.builds(Item, runs(), lists(depth - 1)), min_size=1, max_size=3).map(tuple)
    one = st.one_of(
        st.builds(Lista, items),
        st.builds(Lista, items, st.just(True), st.sampled_from([1, 3, 17])),
    )
    return st.lists(one, max_size=3).map(lambda found: tuple(_parted(found)))


def _parted(found: list[Lista]) -> list[Lista]:
    return [x for n, x in enumerate(found) if not n or not _one_list(found[n - 1], x)]


def _one_list(a: Lista, b: Lista) -> bool:
    return a.numbered == b.numbered


BLOCKS = st.lists(st.one_of(runs().map(Stycke), lists(3)), max_size=4).map(
    lambda parts: tuple(_flat(parts))
)


def _flat(parts: list[Stycke | tuple[Lista, ...]]) -> list[Block]:
    out: list[Block] = []
    for part in parts:
        for block in (part,) if isinstance(part, Stycke) else part:
            last = out[-1] if out else None
            if not (
                isinstance(last, Lista) and isinstance(block, Lista) and _one_list(last, block)
            ):
                out.append(block)
    return out


@settings(max_examples=50)
@given(BLOCKS)
def test_blocks_that_are_written_read_back_the_same(blocks: tuple[Block, ...]) -> None:
    assert parse_text(print_text(blocks)) == blocks


PIECES = st.sampled_from(
    [
        *("a", "ord", "- ", "1. ", "2. ", "3. ", "999. ", "10.", "-", "•", "–", "==", "="),
        *(" ", "   ", "\n", "\n\n", "\n \n", "\n   ", "\t", "\u00a0", "\u0301", "\u2028", "٣. "),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=16).map("".join)))
def test_any_text_at_all_reads_and_settles_at_once(text: str) -> None:
    blocks = parse_text(text)
    assert parse_text(print_text(blocks)) == blocks


@given(st.lists(PIECES, max_size=16).map("".join))
def test_no_letter_or_number_of_a_text_is_lost(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(c for c in of if c.isalnum() or c == "=")

    assert letters(print_text(parse_text(text))) == letters(clean(text))
