"""Both themes can be read: text at least 7:1 on its background, signs at least 4.5:1."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from protokoll_tui.tui.theme import DARK, LIGHT, THEMES, contrast

GROUNDS = ("background", "panel", "surface")
SIGNS = ("primary", "accent", "warning", "error", "success")


def colour(theme: Theme, name: str) -> str:
    found = getattr(theme, name)
    assert isinstance(found, str) and found.startswith("#")
    return found


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_every_ground(theme: Theme, ground: str) -> None:
    assert contrast(colour(theme, "foreground"), colour(theme, ground)) >= 7


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_coloured_word_can_be_read_on_every_ground(theme: Theme, ground: str, sign: str) -> None:
    assert contrast(colour(theme, sign), colour(theme, ground)) >= 4.5


def test_one_theme_is_dark_and_the_other_light() -> None:
    assert (DARK.dark, LIGHT.dark) == (True, False)
    assert contrast("#000000", colour(DARK, "background")) < 2
    assert contrast("#ffffff", colour(LIGHT, "background")) < 2


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0b4f8a", "#0b4f8a") == 1
    assert contrast("#123456", "#fedcba") == contrast("#fedcba", "#123456")
