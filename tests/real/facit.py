"""The key to the votings of a city: which side won, judged by a reader of each §.

The side is judged from the Beslut, from what the chair found and from what Ja and Nej mean,
never from the counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

UR = {
    "beslut": "the Beslut follows the winner, or says that the loser is rejected",
    "utan": "the Beslut follows a proposal without the tillägg or the återremiss of the voting",
    "sats": "a sentence after the voting says who won",
    "huvud": "the main vote has the winner as its Nej",
    "inget": "nothing says it; the remark tells how it was concluded",
}
"""What a side was judged by."""


@dataclass(frozen=True)
class Rad:
    """The winner of a voting: ``vann`` is "ja" or "nej", ``grund`` "" where the count decides."""

    fil: str
    paragraf: int
    nummer: int
    vann: str
    ur: str
    grund: str = ""
    anmarkning: str = ""


TABELL = """\
= goteborg-kf-2023-06-08
2 1 ja inget | the § has no Beslut; the question is not among those put, and three groups reserve
    themselves against the refusal
2 2 ja inget | as number 1
4 1 ja beslut
6 1 ja beslut
7 1 ja beslut
8 1 ja utan
9 1 ja beslut | a tillägg is settled by acclamation under the heading of the voting
10 1 ja beslut
12 1 ja utan
12 2 ja utan
12 3 ja utan
12 4 ja utan
13 1 ja beslut
13 2 ja utan
13 3 ja utan
14 1 ja utan
15 1 ja beslut
16 1 ja utan
= goteborg-kf-2024-03-21
109 1 ja beslut
109 2 ja utan | the proposition leaves out where the tillägg was put forward (kommunstyrelsen)
109 3 ja utan | as number 2
111 1 ja utan
111 2 ja utan
112 1 ja beslut
= goteborg-kf-2024-08-22
306 1 ja beslut
307 1 nej beslut minoritet | point 1 of the återremiss: a third is enough to send it to a
    beredande organ
307 2 ja sats | point 2 of the same återremiss: to a company a minority cannot send it, same count
    as number 1
309 1 ja beslut
310 1 ja beslut
311 1 ja beslut
312 1 ja beslut
312 2 ja utan
313 1 ja utan
313 2 ja beslut
314 1 ja beslut
315 1 nej huvud | of the counter-proposal; what the chair had found stands as Nej, and as Nej in
    the main vote
315 2 ja beslut
316 1 ja beslut
320 1 ja beslut
= goteborg-kf-2024-11-07
451 1 ja sats | of the counter-proposal, whose own counter-proposal was found by acclamation; 43
    abstain
451 2 ja beslut | the Beslut follows kommunstyrelsen, the yrkanden and propositions say the budget
    of three parties: the same proposal
= goteborg-kf-2025-01-30
12 1 ja beslut | Nej names two persons of whom the second moved nothing in this §; the movers are
    of M and SD
14 1 ja utan
14 2 ja utan
23 1 nej beslut minoritet | Ja is avslag on the återremiss
29 1 ja utan
30 1 ja utan
31 1 ja beslut
33 1 ja beslut
38 1 nej beslut | three papers with the same wording carried as one
43 1 ja beslut
= goteborg-kf-2025-09-11
404 1 ja beslut
407 1 nej beslut | two papers with the same wording carried as one
410 1 nej beslut
410 2 nej beslut | two tillägg put as one
410 3 ja utan
411 1 ja beslut
414 1 ja beslut
415 1 ja beslut
416 1 nej beslut | the Beslut says what is decided, not whose proposal it is
417 1 nej beslut
417 2 ja utan
418 1 ja beslut
420 1 ja beslut
= goteborg-kf-2026-02-26
48 1 ja beslut | the counter-proposal and the tillägg lie in one paper, named once among the
    yrkanden
48 2 ja utan | as number 1
49 1 nej beslut | two papers carried as one
50 1 ja beslut
53 1 nej beslut
54 1 ja beslut
56 1 ja beslut
59 1 nej beslut | two papers carried as one
62 1 ja beslut
= goteborg-kf-2026-03-26
79 1 ja beslut
79 2 ja utan
80 1 ja beslut
87 1 ja beslut
90 1 nej beslut minoritet
91 1 nej beslut minoritet
92 1 nej beslut minoritet
= goteborg-ks-2024-03-20
237 1 ja beslut
244 1 ja beslut
246 1 ja beslut
251 1 ja beslut
= goteborg-ks-2024-04-24
335 1 ja utan
341 1 ja utan
351 1 ja beslut
355 1 ja beslut
358 1 ja beslut
361 1 ja beslut
366 1 ja beslut
= goteborg-ks-2024-05-08
390 1 ja utan
402 1 ja beslut
404 1 ja beslut
405 1 ja beslut
409 1 ja beslut
= goteborg-ks-2024-05-15
441 1 ja utan
451 1 ja beslut
458 1 ja beslut
459 1 ja beslut
= goteborg-ks-2024-08-28
607 1 ja beslut
608 1 ja beslut | the Beslut rejects the counter-proposal only; of the yrkande that the § is about
    (SD) it says nothing
615 1 ja beslut
617 1 ja beslut
620 1 ja beslut | a remiss, not an återremiss
631 1 ja beslut
644 1 ja beslut | the sides are tillstyrka and avstyrka the motion, not yrkanden
647 1 ja beslut
648 1 ja beslut
649 1 ja beslut | Nej names the mover of another § (SD) instead of the mover here (D)
652 1 ja beslut | Ja and Nej name movers of other §§: Ja says S and M for V and M, Nej says SD
    only for D and SD
653 1 ja beslut | the mover on the Ja side is misspelt
= goteborg-ks-2024-09-11
686 1 ja beslut | the opening quotation mark is missing
686 2 ja beslut
690 1 ja beslut
691 1 ja beslut
709 1 ja beslut
710 1 ja beslut
718 1 ja beslut
= goteborg-ks-2024-10-09
803 1 ja beslut
808 1 ja utan
809 1 ja utan
815 1 ja beslut
816 1 ja beslut
817 1 ja beslut
818 1 ja beslut
= goteborg-ks-2025-02-26
155 1 ja utan
161 1 ja utan
180 1 ja beslut | the chair's yrkande rejects both papers, the proposition and the Beslut name one
181 1 ja beslut | as § 180
182 1 ja beslut
= goteborg-ks-2025-03-12
207 1 ja beslut | the paper that won is dated after the meeting
208 1 ja beslut
209 1 ja beslut
210 1 ja beslut
221 1 ja beslut
221 2 ja utan
224 1 ja beslut
225 1 ja beslut
228 1 ja beslut
233 1 ja utan
= goteborg-ks-2025-05-07
407 1 ja beslut
409 1 ja beslut
411 1 ja utan
417 1 ja beslut
418 1 ja beslut
423 1 ja beslut
= goteborg-ks-2025-08-27
594 1 ja beslut
594 2 ja utan
599 1 ja utan
614 1 ja beslut
615 1 ja beslut
617 1 ja utan | the chair is said to find the tillägg carried; the Beslut is without it, and the
    proposition is worded as if found rejected: likely a slip in the sentence
623 1 ja beslut
624 1 ja beslut
= goteborg-ks-2026-01-14
17 1 ja beslut | the counter-proposal is to tillstyrka the inquiry, which no paper holds
19 1 ja beslut
33 1 ja beslut
36 1 ja beslut
"""
"""Under a line per file a row per voting: § number won judged-by [ground] [| remark].

An indented line continues the remark.
"""


def rader() -> Iterator[Rad]:
    """The key, row by row."""
    fil = ""
    for line in TABELL.replace("\n    ", " ").splitlines():
        if line.startswith("= "):
            fil = line.removeprefix("= ")
            continue
        facts, _, remark = line.partition(" | ")
        paragraf, nummer, vann, ur, *grund = facts.split()
        yield Rad(fil, int(paragraf), int(nummer), vann, ur, "".join(grund), remark)


FACIT = tuple(rader())
