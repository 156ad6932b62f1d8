"""Whether a line typed over a doubtful one is that line put right, or another one."""

from __future__ import annotations

import pytest

from protokoll_tui.quickline import mends
from tests.quickline.people import RUM

LONG = "med hänvisning till att frågan redan är utredd"


@pytest.mark.parametrize(
    ("held", "line"),
    [
        ("bi xq", "bi cd"),
        ("bi xq", "bi cd +ef"),
        ("bi ab +xq", "bi ab +cd"),
        ("av ana berg", "av anna berg"),
        ("av okänd person", "av cd"),
        (f"av xq : {LONG}", f"av cd : {LONG}"),
        (f"av xq : {LONG}", f"av cd : {LONG.replace('utredd', 'utred')}"),
        ("bo ab 2/99", "bo ab 2/9"),
        ("tb y9", "tb y1"),
        ("fl y1 999", "fl y1 119"),
        ("avslg ab", "av ab"),
        ("bifal ab +cd", "bifall ab +cd"),
        ("BI XQ", "bi cd"),
    ],
)
def test_a_line_with_one_thing_mended_is_the_same_line(held: str, line: str) -> None:
    assert mends(line, held, RUM)


@pytest.mark.parametrize(
    ("held", "line"),
    [
        (f"av xq : {LONG}", "av cd"),
        (f"av xq : {LONG}", "av cd : för att det kostar för mycket"),
        (f"an xq : {LONG}", f"an cd : {LONG.replace('utredd', 'avgjord')}"),
        ("bi xq", "av cd"),
        ("bi xq", "av xq"),
        ("bi xq", ">"),
        ("bi xq", "no : xq"),
        ("bi xq cd", "bi ef"),
        ("bi xq +cd", "bi ef"),
        ("bi ab +xq", "bi ab"),
        ("bi ab +xq", "bi cd +xq"),
        ("än xq p1", "än cd"),
        ("an xq begärd", "an cd"),
        ("bi cd", "bi ef"),
        ("bi ab +cd", "bi ab +ef"),
        ("hemställer om paus", "än ab p1 : ny lydelse"),
        ("", "bi cd"),
    ],
)
def test_a_line_that_would_take_something_with_it_is_another(held: str, line: str) -> None:
    assert not mends(line, held, RUM)
