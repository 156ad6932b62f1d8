"""Lines as text: where a missing text goes, and whether one line is another put right."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from protokoll_tui.quickline.kontext import Kontext
from protokoll_tui.quickline.parse import parse
from protokoll_tui.quickline.tecken import COLON
from protokoll_tui.quickline.verbs import NEEDS_TEXT, find_verb, near_verb

_ALIKE = 0.6
"""From here on words are as good as the same ones, misspelled and mended."""

_MOST_WORDS = 3
"""More words in a row than these are no misspelling."""

_SIGNS = "+->"
_TAKES = {"replace", "delete"}


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
    """Whether a line is ``held`` put right: the same verb, and nothing gone but misspellings and
    at most one name, place or number that another stands for now."""
    before, after = held.casefold().split(), line.casefold().split()
    if not before or _verb(held, kontext) != _verb(line, kontext):
        return False
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changes = [(before[a:b], after[c:d]) for tag, a, b, c, d in steps if tag in _TAKES]
    unlike = [old for old, new in changes if not _alike(old, new, kontext)]
    replaced = all(new for _, new in changes)
    return replaced and len(unlike) <= 1 and all(_is_one(old, held, kontext) for old in unlike)


def _verb(line: str, kontext: Kontext) -> str:
    """The verb of a line, or the one that its first word is nearly."""
    read = parse(line, kontext).verb
    near = None if read else near_verb(line.split()[0]) if line.split() else None
    return near.kod if near else read


def _alike(old: list[str], new: list[str], kontext: Kontext) -> bool:
    """Whether words are others misspelled. Two signatures are never: each is somebody."""
    if len(old) > _MOST_WORDS or any(_known(word, kontext) for word in old):
        return False
    return SequenceMatcher(None, " ".join(old), " ".join(new)).ratio() >= _ALIKE


def _is_one(words: list[str], held: str, kontext: Kontext) -> bool:
    """Whether words before the colon are one thing: a word that is nobody's, or one name."""
    head = COLON.split(held.casefold(), maxsplit=1)[0]
    read = parse(held, kontext)
    names = {aktor.ord.casefold() for aktor in (*read.av, *read.stod, *read.bort)}
    phrase = " ".join(words).lstrip(_SIGNS)
    one = len(words) == 1 and not _known(words[0], kontext)
    return set(words) <= set(head.split()) and (one or phrase in names)


def _known(word: str, kontext: Kontext) -> bool:
    return kontext.person(word.lstrip(_SIGNS)) is not None
