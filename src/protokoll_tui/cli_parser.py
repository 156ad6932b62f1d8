"""What the command line takes, with usage, help and faults in Swedish."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from protokoll_tui import __version__
from protokoll_tui import cli_texter as texter

WRONG_USE = 2


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Says "Användning" where the library says "usage"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or texter.USAGE)


class Parser(argparse.ArgumentParser):
    """A parser of which a user sees Swedish only; ``usage`` is the line it shows."""

    def __init__(self, prog: str, *, usage: str, about: str, epilog: str = "") -> None:
        super().__init__(
            prog,
            usage=usage,
            description=about,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        # Groups of our own: the library names its two in English.
        self.words = self.add_argument_group(texter.WORDS)
        self.choices = self.add_argument_group(texter.CHOICES)
        self.choices.add_argument("-h", "--hjälp", "--help", action="help", help=texter.HELP)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is written, and end."""
        self.exit(WRONG_USE, f"{in_swedish(message)}\n{self.format_usage()}")


def in_swedish(message: str) -> str:
    """A fault as the library words it, in Swedish; one that it words otherwise in general terms."""
    for pattern, text in texter.FAULTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return text.format(*found.groups())
    return texter.FAULT


def read_words(words: list[str]) -> argparse.Namespace:
    """The command and what it is given. Ends the program where they are wrong, or help is asked."""
    command = next((word for word in words[:1] if word in _COMMANDS), "")
    if command:
        options = _COMMANDS[command]().parse_args(words[1:])
        options.kommando = command
        return options
    parser = Parser("protokoll", usage=texter.USAGE_ALL, about=texter.ABOUT, epilog=texter.EPILOG)
    version = f"protokoll-tui {__version__}"
    parser.choices.add_argument("--version", action="version", version=version, help=texter.VERSION)
    return parser.parse_args(words)


def _demo() -> Parser:
    parser = Parser("protokoll demo", usage=texter.USAGE_DEMO, about=texter.DEMO)
    parser.choices.add_argument("--till", type=Path, metavar="MAPP", help=texter.DEMO_TO)
    return parser


def _play() -> Parser:
    parser = Parser("protokoll spela", usage=texter.USAGE_PLAY, about=texter.PLAY)
    parser.words.add_argument("fil", type=Path, metavar="FIL", help=texter.FILE)
    parser.words.add_argument("skript", metavar="SKRIPT", help=texter.SCRIPT)
    return parser


def _extract() -> Parser:
    parser = Parser("protokoll utdrag", usage=texter.USAGE_EXTRACT, about=texter.EXTRACT)
    parser.words.add_argument("fil", type=Path, metavar="FIL", help=texter.FILE)
    parser.words.add_argument("paragraf", nargs="*", metavar="NR", help=texter.SECTIONS)
    _add_output(parser)
    parser.choices.add_argument(
        "--närvaro", "--narvaro", action="store_true", dest="narvaro", help=texter.WITH_SERVING
    )
    version = parser.choices.add_mutually_exclusive_group()
    version.add_argument("--publik", action="store_true", help=texter.PUBLIC)
    version.add_argument("--hemligt", action="store_true", help=texter.SECRET)
    return parser


def _attendance() -> Parser:
    parser = Parser("protokoll närvaro", usage=texter.USAGE_ATTENDANCE, about=texter.ATTENDANCE)
    parser.words.add_argument("fil", type=Path, metavar="FIL", help=texter.FILE)
    _add_output(parser)
    return parser


def _add_output(parser: Parser) -> None:
    add = parser.choices.add_argument
    add("--format", default="", metavar="FORMAT", help=texter.FORMAT)
    add("--stil", default="", metavar="STIL", help=texter.STYLE)
    add("-o", "--ut", type=Path, metavar="UTFIL", help=texter.OUT)
    add("--ersätt", "--ersatt", action="store_true", dest="ersatt", help=texter.REPLACE)


def _register() -> Parser:
    parser = Parser("protokoll register", usage=texter.USAGE_REGISTER, about=texter.REGISTER)
    parser.words.add_argument("fil", type=Path, nargs="?", metavar="FIL", help=texter.REGISTER_FILE)
    from protokoll_tui.cli_register import field_names

    columns = texter.REGISTER_COLUMN.format(falt=field_names())
    add = parser.choices.add_argument
    add("--till", type=Path, metavar="FIL", help=texter.REGISTER_TO)
    add("--organ", default="", metavar="ID", help=texter.REGISTER_ORGAN)
    add("--kolumn", action="append", default=[], metavar="RUBRIK=FÄLT", help=columns)
    replace = texter.REGISTER_REPLACE
    add("--ersätt-uppdrag", "--ersatt-uppdrag", action="store_true", dest="ersatt", help=replace)
    add("--bytt-parti", default="", metavar="DAG", dest="bytt", help=texter.REGISTER_CHANGED)
    add("--ja", action="store_true", help=texter.REGISTER_YES)
    return parser


_COMMANDS = {
    "demo": _demo,
    "närvaro": _attendance,
    "register": _register,
    "spela": _play,
    "utdrag": _extract,
}
