"""What could be typed next: verbs, persons, targets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokoll_tui.quickline.kontext import Kontext
from protokoll_tui.quickline.tecken import COLON
from protokoll_tui.quickline.verbs import AFTER_NAME, RAW, VERBS, Verb, find_verb
from protokoll_tui.swedish.folding import fold
from protokoll_tui.swedish.matching import match_names

_PRECEDING = re.compile(r'([^\s+>\-"][^\s+>"]*)\s+$')


@dataclass(frozen=True)
class Kandidat:
    """A candidate: the whole line it would give, the word itself, and what it stands for."""

    rad: str
    ord: str
    text: str


def candidates(line: str, kontext: Kontext, limit: int = 8) -> tuple[Kandidat, ...]:
    """What the last word of the line could become, best first; nothing inside free text."""
    if COLON.search(line) or (line.endswith(" ") and line.strip()):
        return ()
    before, last = _last_word(line)
    first, *more = before.split() or [""]
    verb = find_verb(first)
    if verb and verb.kod in RAW:
        return ()
    has_verb = verb is not None or any(_may_follow(find_verb(word)) for word in more)
    found = [] if has_verb else _verbs(before, last)
    if last and (has_verb or not find_verb(last)):
        persons = _persons(before, last, kontext)
        # "Anna b" goes on with her name rather than with what she does.
        name_goes_on = _whole_name(before, last, kontext)[1] != last
        found = [*persons, *found] if name_goes_on else [*found, *persons]
    return tuple(found[:limit])


def _last_word(line: str) -> tuple[str, str]:
    match = re.search(r"(?:[^\s+>\-][^\s+>]*)?$", line)
    assert match is not None
    return line[: match.start()], match[0]


def _may_follow(verb: Verb | None) -> bool:
    return verb is not None and verb.kod in AFTER_NAME


def _verbs(before: str, last: str) -> list[Kandidat]:
    exact, wanted = last.casefold(), fold(last)
    verbs = [v for v in VERBS if not before.strip() or _may_follow(v)]
    near = [v for v in verbs if any(fold(w).startswith(wanted) for w in (v.kod, v.namn, *v.ord))]
    near.sort(key=lambda v: v.kod != exact and not v.namn.startswith(exact))
    return [Kandidat(f"{before}{v.kod} ", v.kod, f"{v.namn}: {v.exempel}") for v in near]


def _persons(before: str, last: str, kontext: Kontext) -> list[Kandidat]:
    if last in kontext.namn:
        found = [last]
    else:
        before, words = _whole_name(before, last, kontext)
        found = [match.key for match in match_names(words, kontext.namn)]
    return [Kandidat(f"{before}{sig} ", sig, _label(sig, kontext)) for sig in found]


def _whole_name(before: str, last: str, kontext: Kontext) -> tuple[str, str]:
    """The line before a name of several words, and its words: "av anna" + "be" names one person."""
    words = last
    while (match := _PRECEDING.search(before)) and not find_verb(match[1]):
        longer = f"{match[1]} {words}"
        if match[1] in kontext.namn or not match_names(longer, kontext.namn):
            break
        before, words = before[: match.start()], longer
    return before, words


def _label(sig: str, kontext: Kontext) -> str:
    party = kontext.parti.get(sig, "")
    return f"{kontext.namn[sig]} ({party})" if party else kontext.namn[sig]
