"""Who is meant on a line: each once, organs by name, and those who join before all others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.domain.kommun import Kommun
from protokoll_tui.domain.yrkande import Yrkande
from protokoll_tui.quickline import Inmatning, Kontext, parse
from protokoll_tui.swedish.genitive import genitive
from protokoll_tui.swedish.matching import match_names


def once(aktorer: Iterable[Aktor], before: Iterable[Aktor] = ()) -> tuple[Aktor, ...]:
    """The actors without anybody named twice, there or among those ``before`` them.

    A group is frozen without the persons who are named by themselves; one that nobody is left
    of is left out.
    """
    aktorer = tuple(dict.fromkeys(aktorer))
    alone = {aktor.person for aktor in aktorer if aktor.person}
    taken = {sig for aktor in before for sig in aktor.signaturer}
    kept: list[Aktor] = []
    for aktor in aktorer:
        gone = taken | alone if aktor.grupp else taken
        left = tuple(sig for sig in aktor.signaturer if sig not in gone)
        taken |= set(left)
        if left or not aktor.signaturer:
            kept.append(replace(aktor, namn=left) if aktor.grupp else aktor)
    return tuple(kept)


def same_side(one: Aktor, other: Aktor) -> bool:
    """Whether they are the same, whoever of a group served or was named by himself then."""
    return one == other or one.grupp == other.grupp != ""


def shares(vem: Aktor, aktor: Aktor) -> bool:
    """Whether somebody acts in both, by himself or as one of a group."""
    return same_side(vem, aktor) or not set(vem.signaturer).isdisjoint(aktor.signaturer)


def organ_name(words: str, kommun: Kommun) -> str:
    """An organ's name where the words are its id ("sbn"), in any case; else as written."""
    known = {organ.id.casefold(): organ.namn for organ in kommun.organ if organ.namn}
    # What is a name already is not looked up again: it may be the id of another organ.
    return words if words in known.values() else known.get(words.casefold(), words)


def with_organs(uppdrag: str, kommun: Kommun) -> str:
    """An uppdrag with an organ's name where its id was typed: "ordförande i sbn"."""
    words = uppdrag.split(" ")
    row = enumerate(words)
    return " ".join(_organ_here(words[n - 1 : n], word, kommun) for n, word in row)


def _organ_here(before: list[str], word: str, kommun: Kommun) -> str:
    if not before or before[0].casefold() not in _PREPOSITIONS:
        return word
    if (named := organ_name(word, kommun)) != word:
        return named
    stem = word.removesuffix("s").removesuffix(":")
    of = organ_name(stem, kommun) if stem != word else word
    return genitive(of) if of not in (stem, word) else word


_PREPOSITIONS = frozenset({"i", "vid", "på", "för", "hos", "till", "inom"})


def leaving(inmatning: Inmatning, yrkande: Yrkande, kommun: Kommun) -> tuple[Aktor, ...]:
    """Who no longer joins: the words after minus, read first among those who join now.

    Those that fit none of them are as the line was read.
    """
    joined = tuple(i.vem for i in yrkande.instammer)
    there = {sig for vem in joined for sig in vem.signaturer}
    near = {p.sig: p.namn for p in kommun.person if p.sig in there}
    parties = {p.sig: p.parti for p in kommun.person}
    narrow = parse(inmatning.rad, Kontext(namn=near, parti=parties)).bort
    if len(narrow) != len(inmatning.bort):
        narrow = inmatning.bort
    typed = set(re.findall(r"[^\s,+-]+", inmatning.rad.casefold()))
    pairs = zip(narrow, inmatning.bort, strict=True)
    # A signature always means its person, also one who does not join.
    return tuple(w if w.person in typed else _standing(n, w, joined) for n, w in pairs)


def _standing(narrow: Aktor, wide: Aktor, joined: tuple[Aktor, ...]) -> Aktor:
    """The one who joins that is meant, else who was read."""
    for meant in (narrow, wide):
        for vem in joined:
            if same_side(vem, meant):
                return vem
            if meant.person and meant.person in vem.namn:
                return meant
    found = match_names(wide.ord, {vem.ord: vem.ord for vem in joined if vem.ord})
    return Aktor(ord=found[0].key) if len(found) == 1 else wide
