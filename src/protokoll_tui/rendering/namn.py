"""How persons are named: with party at first mention, and as what they serve where a style asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import TypeAlias

from protokoll_tui.rendering import texter
from protokoll_tui.rendering.environment import LITERAL_MARK
from protokoll_tui.rendering.stil import Stil
from protokoll_tui.rendering.vy import AktorVy, PersonVy
from protokoll_tui.swedish.genitive import joint_genitive
from protokoll_tui.swedish.lists import join_list
from protokoll_tui.swedish.text import capitalize

Vilka: TypeAlias = AktorVy | PersonVy | Iterable[AktorVy | PersonVy]

ERSATTARE, ORDFORANDE, VICE = "ersattare", "ordforande", "vice"
"""What somebody serves as beside being a ledamot; ``vice`` chairs in the place of another."""

_TITLES = ("tjanst_ersattare", "tjanst_ersattare_flera", "tjanst_ordforande", "tjanst_vice")
"""The words of a style that stand before a name."""


class Namngivare:
    """Names in one rendering: it remembers who has been named."""

    def __init__(
        self,
        stil: Stil,
        homonymer: frozenset[str],
        tjanster: Mapping[str, str],
        flag: Callable[[str, str, str], None],
    ) -> None:
        self.stil = stil
        self.avsnitt = ""
        self._homonymer = homonymer
        self._tjanster = tjanster
        self._flag = flag
        self._omnamnda: set[str] = set()
        words = "|".join(re.escape(stil.text[key]) for key in _TITLES)
        self._forst = re.compile(rf"(?:^|(?<=[.!?] )|(?<=[.!?][”\"] ))(?:{words})(?= )")

    def listed(self, vilka: Vilka, konjunktion: str = "och", *, parti: bool = False) -> str:
        """Names as one list, each with its title where the style gives one in this section.

        ``parti`` = every name has its party, also one that has been named before.
        """
        signed = self._signed(vilka, parti=parti)
        if not self.stil.tjanst_vid_namn or self.avsnitt not in self.stil.tjanst_vid_namn:
            return join_list([name for _, name in signed], konjunktion)
        groups = self._titled(signed)
        compound = len(groups) > 1 and any(title and len(names) > 1 for title, names in groups)
        words = [" ".join(w for w in (t, join_list(n)) if w) for t, n in _apart(groups)]
        return join_list(words, "samt" if compound and konjunktion == "och" else konjunktion)

    def genitive(self, vilka: Vilka, gemensamt: bool = True) -> str:
        """The genitive of names; with the party where the style has one there."""
        names = [name for _, name in self._signed(vilka, genitiv=True)]
        return joint_genitive(names, joint=gemensamt)

    def begun(self, text: str) -> str:
        """A text with a capital letter where a title of a name begins a sentence."""
        if not self.stil.tjanst_vid_namn:
            return text
        return self._forst.sub(lambda found: capitalize(found[0]), text)

    def _titled(self, signed: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
        """Titles with the names that they stand before; ersättare in a row share theirs."""
        row = [(self._tjanster.get(sig, ""), name) for sig, name in signed]
        found: list[tuple[str, list[str]]] = []
        for tjanst, group in groupby(row, key=lambda pair: pair[0]):
            names = [name for _, name in group]
            several = "_flera" if tjanst == ERSATTARE and len(names) > 1 else ""
            title = self.stil.text[f"tjanst_{tjanst}{several}"] if tjanst else ""
            found.append((title, names))
        return found

    def _signed(
        self, vilka: Vilka, *, genitiv: bool = False, parti: bool = False
    ) -> list[tuple[str, str]]:
        """Signatures with the names as they are printed here."""
        aktorer = [vilka] if isinstance(vilka, AktorVy | PersonVy) else list(vilka)
        found: list[tuple[str, str]] = []
        for aktor in aktorer:
            persons = (aktor,) if isinstance(aktor, PersonVy) else aktor.personer
            if not persons and isinstance(aktor, AktorVy):
                found.append(("", aktor.ord))
            found += [(p.sig, self._person(p, genitiv=genitiv, parti=parti)) for p in persons]
        return found

    def _person(self, person: PersonVy, *, genitiv: bool, parti: bool) -> str:
        if person.okand:
            self._flag("okänd person", person.sig, texter.unknown_person(person.sig))
        alone = person.namn not in self._homonymer
        known = person.sig in self._omnamnda and self.stil.parti_vid_forsta_omnamnande
        self._omnamnda.add(person.sig)
        # "Anna Berg, Ms yrkande" cannot be read.
        without = not self.stil.parti_i_genitiv or self.stil.parti == "komma"
        bare = alone and ((known and not parti) or (genitiv and without))
        name = person.namn if bare or not person.parti else self._with_party(person)
        return name.replace("==", LITERAL_MARK)

    def _with_party(self, person: PersonVy) -> str:
        parti = person.parti.lower() if self.stil.parti_gemener else person.parti
        form = "{}, {}" if self.stil.parti == "komma" else "{} ({})"
        return form.format(person.namn, parti)


def _apart(groups: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Those without a title one by one; those who share a title together."""
    found: list[tuple[str, list[str]]] = []
    for title, names in groups:
        found += [(title, names)] if title else [("", [name]) for name in names]
    return found
