"""What a line says, before it is set against the meeting; and how it is written back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.quickline.ordval import DROPPED, READ_AFTER
from protokoll_tui.quickline.rostrad import Rostsida, vote_words
from protokoll_tui.quickline.tecken import Ref
from protokoll_tui.quickline.valrad import NO_VAL, Valrad, election_words
from protokoll_tui.quickline.verbs import TIMED

_SIGN = re.compile(r"[+>]|(?:^|\s)-")
BECAUSE = re.compile(r"(?<!\S)(?:med hänvisning till|för att|eftersom)(?!\S)", re.IGNORECASE)
"""How a reason begins: from there on a stand is free text, also without a colon."""


@dataclass(frozen=True)
class Inmatning:
    """A line as read. ``verb`` is a verb's two letters, ``gå`` for moving about, ``""`` = a note.

    ``text`` is None without a colon. ``nr`` is the § to go or move to, or the last that the line
    holds for, ``fran_nr`` then the first. ``nasta`` is the next stand of the same mover, or the
    corrected line of ``rä``. ``roster`` are the sides of a vote, ``bilaga`` where its names are,
    ``val`` what is said of an election, with ``text`` the mandattid.
    """

    verb: str = ""
    av: tuple[Aktor, ...] = ()
    stod: tuple[Aktor, ...] = ()
    bort: tuple[Aktor, ...] = ()
    ref: tuple[Ref, ...] = ()
    punkter: tuple[int, ...] = ()
    hand: int = 0
    nr: int | None = None
    fran_nr: int | None = None
    datum: date | None = None
    tider: tuple[time, ...] = ()
    grupp: str = ""
    mottagare: str = ""
    ord: tuple[str, ...] = ()
    roster: tuple[Rostsida, ...] = ()
    bilaga: str = ""
    val: Valrad = NO_VAL
    text: str | None = None
    nasta: Inmatning | None = None
    rad: str = field(default="", compare=False)


def print_line(inmatning: Inmatning) -> str:
    """The line that reads back as this: ``parse(print_line(i)) == i`` for what ``parse`` gives."""
    i = inmatning
    if not i.verb:
        return i.text or ""
    if i.verb == "gå":
        return f"{i.nr}>" if i.nr is not None else i.ord[0]
    if i.verb == "rä":
        tail = print_line(i.nasta) if i.nasta else i.text or ""
        return " ".join(part for part in ("rä", _refs(i), tail) if part)
    if i.verb == "va":
        words = [i.verb, *election_words(i.val, i.av, i.ord, i.ref, aktor_word)]
    else:
        words = [i.verb, *_head(i), *vote_words(i.roster, i.bilaga, aktor_word)]
    if i.text is not None:
        words.append(f": {i.text}".rstrip(" "))
    line = " ".join(words)
    return f"{line} // {print_line(i.nasta)}" if i.nasta else line


def _refs(i: Inmatning) -> str:
    return " ".join(f"{ref.lista}{ref.nr}" for ref in i.ref)


def _head(i: Inmatning) -> list[str]:
    words = [aktor_word(aktor) for aktor in i.av]
    # A group after the first name is the one spoken for; those that follow are actors again.
    words[1:1] = [i.grupp] if i.grupp else []
    words += [_refs(i)] if i.ref else []
    words += ["p" + ",".join(map(str, i.punkter))] if i.punkter else []
    words += [f"{i.hand}h"] if i.hand else []
    if i.nr is not None:
        number = str(i.nr) if i.fran_nr is None else f"{i.fran_nr}-{i.nr}"
        # Four figures by themselves would be a time.
        words.append(f"§{number}" if i.verb in TIMED and i.nr > 999 else number)
    words += [i.datum.isoformat()] if i.datum else []
    words += ["-".join(f"{t:%H.%M}" for t in i.tider)] if i.tider else []
    # The verb said twice would be read as one.
    words += [f'"{word}"' if word == i.verb else _guarded(word) for word in i.ord]
    words += [">" + _pointed(i)] if i.mottagare else []
    words += ["+" + " ".join(aktor_word(a) for a in i.stod)] if i.stod else []
    words += ["-" + " ".join(aktor_word(a) for a in i.bort)] if i.bort else []
    return words


def _pointed(i: Inmatning) -> str:
    """What stands after >, between quotes if a word of it would be read as something else there."""
    words = i.mottagare.casefold().split()
    other = any(word in DROPPED or any(map(str.isdigit, word)) for word in words)
    steps_in = i.verb in READ_AFTER and other
    return f'"{i.mottagare}"' if steps_in else _guarded(i.mottagare)


def _guarded(words: str) -> str:
    """Words between quotes if a sign in them would be read as one, or a part as a reason."""
    return f'"{words}"' if _SIGN.search(words) or BECAUSE.search(words) else words


def aktor_word(aktor: Aktor) -> str:
    """An actor as it is typed: signature, party, or words between quotes."""
    return aktor.person or aktor.grupp or f'"{aktor.ord}"'
