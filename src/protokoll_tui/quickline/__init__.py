"""The quick line: one line typed while people speak, read as one statement. Pure."""

from protokoll_tui.quickline.candidates import Kandidat, candidates
from protokoll_tui.quickline.draft import Inmatning, print_line
from protokoll_tui.quickline.kontext import Kontext
from protokoll_tui.quickline.parse import parse
from protokoll_tui.quickline.tecken import Ref
from protokoll_tui.quickline.text import mends, with_text
from protokoll_tui.quickline.verbs import VERBS, Verb, find_verb

__all__ = [
    "VERBS",
    "Inmatning",
    "Kandidat",
    "Kontext",
    "Ref",
    "Verb",
    "candidates",
    "find_verb",
    "mends",
    "parse",
    "print_line",
    "with_text",
]
