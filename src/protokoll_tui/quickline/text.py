"""Lines as text: where a missing text goes, and whether one line is another put right."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from protokoll_tui.quickline.kontext import Kontext
from protokoll_tui.quickline.parse import COLON, parse
from protokoll_tui.quickline.verbs import NEEDS_TEXT, find_verb

_ALIKE = 0.6
"""From here on two lines are as good as the same one, misspelled and mended."""


def with_text(line: str, text: str) -> str:
    """The line with ``text`` after the colon of the statement that lacks one, else of the last."""
    parts = re.split(r"\s//\s+", line)
    lacking = (n for n, part in enumerate(parts) if not COLON.search(part) and _needs_text(part))
    at = next(lacking, len(parts) - 1)
    head = parts[at].rstrip().removesuffix(":").rstrip()
    parts[at] = f"{head} : {text}"
    return " // ".join(parts)


def _needs_text(part: str) -> bool:
    verbs = (verb.kod for word in part.split() if (verb := find_verb(word)))
    return next(verbs, "") in NEEDS_TEXT


def mends(line: str, held: str, kontext: Kontext) -> bool:
    """Whether a line is ``held`` put right: the same verb, or nearly the same letters."""
    verb, before = parse(line, kontext).verb, parse(held, kontext).verb
    alike = SequenceMatcher(None, line.casefold(), held.casefold()).ratio() >= _ALIKE
    return alike or (verb == before != "")
