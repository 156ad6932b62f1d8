"""The small HTML of the templates."""

from __future__ import annotations

import pytest

from protokoll_tui.rendering import (
    Cell,
    Lista,
    MallFel,
    Punkt,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    block_text,
)
from protokoll_tui.rendering.parse_html import parse_html


def test_every_element_becomes_its_block() -> None:
    assert parse_html(
        '<h1>T</h1><p data-nyckel="yrkande:y-1" class="markning">a <b>b</b> <i>c</i></p>'
        '<ul><li>x<ol start="3"><li>y</li></ol></li></ul>'
        "<table><tr><th>h</th></tr><tr><td>d</td></tr></table>"
    ) == (
        Rubrik(1, (Run("T"),)),
        Stycke(
            (Run("a "), Run("b", fet=True), Run(" "), Run("c", kursiv=True)),
            "yrkande:y-1",
            "markning",
        ),
        Lista((Punkt((Run("x"),), (Lista((Punkt((Run("y"),)),), True, 3),)),)),
        Tabell((((Cell((Run("h"),), huvud=True)),), (Cell((Run("d"),)),))),
    )


def test_white_space_is_folded_but_no_break_spaces_are_kept() -> None:
    (block,) = parse_html("<p>\n  17\u00a0juni \n 2031\t</p>")
    assert block == Stycke((Run("17\u00a0juni 2031"),))


def test_a_break_starts_a_new_line_in_the_same_heading() -> None:
    assert parse_html("<h2>Nr<br>Rubrik</h2>") == (Rubrik(2, (Run("Nr\nRubrik"),)),)


def test_masked_text_is_marked() -> None:
    (block,) = parse_html('<p>a <span class="maskerad">b</span></p>')
    assert block == Stycke((Run("a "), Run("b", maskerad=True)))


def test_entities_are_read_as_the_signs_they_stand_for() -> None:
    assert parse_html("<p>&lt;b&gt; &amp;amp;</p>") == (Stycke((Run("<b> &amp;"),)),)


@pytest.mark.parametrize(
    "html",
    [
        "text",
        "<div>a</div>",
        "<p>a</p> b",
        "<script>x</script>",
        '<p style="x">a</p>',
        '<p class="okänd">a</p>',
        '<span class="x">a</span>',
        "<b>a</b>",
        "<p><p>a</p></p>",
        "<ul>a</ul>",
        "<ul><p>a</p></ul>",
        "<li>a</li>",
        "<p>a",
        "<p><b>a</p>",
        "<p>a</ul>",
        "</p>",
        "<table><td>a</td></table>",
        "<a href='x'>a</a>",
        "<img src='x'>",
    ],
)
def test_what_is_not_known_is_refused(html: str) -> None:
    with pytest.raises(MallFel):
        parse_html(html)


def test_figures_that_were_typed_never_part_at_the_end_of_a_line() -> None:
    (block,) = parse_html("<p>Enligt § 118 den 3 juni, kl. 14.20: 1 250 000 kronor, 12 34.</p>")
    assert block_text(block) == (
        "Enligt §~118 den 3~juni, kl.~14.20: 1~250~000~kronor, 12 34.".replace("~", "\u00a0")
    )
