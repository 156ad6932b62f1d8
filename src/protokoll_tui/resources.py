"""Where the files that are shipped with the program lie."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def templates() -> Traversable:
    """The shipped house styles: inside the wheel, or the repository's folder in a checkout."""
    shipped = files("protokoll_tui") / "templates"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "templates"


def example() -> Traversable:
    """The folder of the example meeting."""
    return files("protokoll_tui") / "exempel"
