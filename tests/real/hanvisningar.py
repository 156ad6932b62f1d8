"""Reads which proposals a wording refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.real.arende import Forslaget

PARTI = r"(?:SD|MP|KD|[SVMDLC])\b"
PARTIER = rf"{PARTI}(?:(?:, | och ){PARTI})*"
DAY = r"\d+ [a-z]+ \d{4}"

REF = re.compile(
    rf"(?:punkt (?P<punkt>\d+(?: och \d+)*) i )?"
    rf"(?:(?P<organ>kommunstyrelsen|stadsledningskontoret|presidium)s? förslag"
    rf"|(?P<slag>tilläggs|återremiss)?(?P<ord>yrkande|förslag)(?P<bojning>na|et|t)?"
    rf"(?: med motiv)? från (?P<partier>{PARTIER}(?: samt {PARTIER})?)"
    rf"(?: i kommunstyrelsen)?(?: den {DAY})?"
    rf"(?: beträffande (?P<amne>.+?)(?= (?:samt|och) tilläggs| och finner|[.”\"]|$))?"
    rf"(?P<bar> om (?:bifall till|att bifalla) motionen)?"
    rf"|(?P<parti>{PARTI}):s (?P<slag2>tilläggs|återremiss)?yrkande)"
)
"""A proposal by whose it is."""

SLAG = {"tilläggs": "tillägg", "återremiss": "återremiss"}
ORGAN = {
    "kommunstyrelsen": ("ks", "kommunstyrelsen"),
    "stadsledningskontoret": ("slk", "stadsledningskontoret"),
    "presidium": ("presidiet", "kommunfullmäktiges presidium"),
}


@dataclass
class Forslagen:
    """The proposals of a §, in the order they were first named."""

    fullmaktige: bool
    alla: list[Forslaget] = field(default_factory=list)

    def labels(self, *slag: str) -> tuple[str, ...]:
        """The labels of some kinds."""
        return tuple(one.label for one in self.alla if one.slag in slag)

    def slag(self, label: str) -> str:
        """The kind of a proposal."""
        return next(one.slag for one in self.alla if one.label == label)

    def add(self, forslag: Forslaget) -> str:
        """Its label, and room for it if it is new."""
        if all(one.label != forslag.label for one in self.alla):
            self.alla.append(forslag)
        return forslag.label

    def named(self, words: str, formal: str = "") -> list[str]:
        """The labels of what the words name, each laid in if it is new.

        ``formal`` is the kind that a plain yrkande is of here, e.g. "återremiss".
        """
        found = REF.finditer(words)
        return [self.add(one) for ref in found for one in self._of(ref, formal)]

    def known(self, words: str, formal: str = "") -> list[str]:
        """The labels among those already there of what the words name."""
        return [
            label
            for ref in REF.finditer(words)
            for one in self._of(ref, formal)
            if (label := self._known(one, bool(ref["slag"] or formal)))
        ]

    def motion(self) -> str:
        """The motion as a proposal of its own, laid in if it is new."""
        return self.add(Forslaget("motionen", "alternativ", "motionen", motionen=True))

    def carrying_motion(self) -> str:
        """The proposal that carries the motion, by itself or with another's grounds, or ""."""
        bearers = [one.label for one in self.alla if one.motionen]
        return "motionen" if "motionen" in bearers else "".join(bearers[:1])

    def _known(self, wanted: Forslaget, certain: bool) -> str:
        alike = [
            one.label
            for one in self.alla
            if set(one.partier) == set(wanted.partier)
            and one.punkt == wanted.punkt
            and (one.slag == wanted.slag or not (certain or wanted.slag == "huvud"))
            and (not wanted.amne or wanted.amne == one.amne)
            and (wanted.partier or one.label == wanted.label)
        ]
        exact = [label for label in alike if self.slag(label) == wanted.slag]
        return (exact or alike or [""])[0]

    def _of(self, ref: re.Match[str], formal: str) -> Iterator[Forslaget]:
        punkt = (ref["punkt"] or "").replace(" och ", "+")
        if ref["organ"]:
            label, fran = ORGAN[ref["organ"]]
            slag = "alternativ" if label == "slk" and self.fullmaktige else "huvud"
            slag = "tillägg" if label == "presidiet" else slag
            yield Forslaget(f"{label} p{punkt}" if punkt else label, slag, fran, punkt)
            return
        kind = ref["slag"] or ref["slag2"]
        slag = SLAG[kind] if kind else formal or "alternativ"
        for partier in (ref["partier"] or ref["parti"]).split(" samt "):
            for amne in _topics(ref):
                yield _by_parties(slag, partier, amne, punkt, bool(ref["bar"]))


def _topics(ref: re.Match[str]) -> list[str]:
    if not ref["amne"]:
        return [""]
    return re.split(r", | samt | och ", ref["amne"]) if ref["bojning"] == "na" else [ref["amne"]]


def _by_parties(slag: str, partier: str, amne: str, punkt: str, motionen: bool) -> Forslaget:
    letters = tuple(re.findall(PARTI, partier))
    kind = "alt" if slag == "alternativ" else slag
    label = f"{kind} {'+'.join(letters)}"
    label += f": {' '.join(amne.split()[:4])}" if amne else ""
    label += f" p{punkt}" if punkt else ""
    return Forslaget(label, slag, partier, punkt, letters, amne, motionen)
