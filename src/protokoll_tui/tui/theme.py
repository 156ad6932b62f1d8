"""Two themes of our own: text at least 7:1 on its background, signs at least 4.5:1."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="protokoll-mörk",
    dark=True,
    primary="#7cc4ff",
    secondary="#a9b7c6",
    accent="#ffd166",
    warning="#ffb454",
    error="#ff8b8b",
    success="#8fdc8f",
    foreground="#e8edf2",
    background="#12171d",
    surface="#12171d",
    panel="#1e2630",
)

LIGHT = Theme(
    name="protokoll-ljus",
    dark=False,
    primary="#0b4f8a",
    secondary="#44515e",
    accent="#7a3e00",
    warning="#8a4100",
    error="#a31515",
    success="#1d5c1d",
    foreground="#15191e",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#e9e6df",
)

THEMES = (DARK, LIGHT)


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two colours given as ``#rrggbb``; 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
