"""What decided beside the count, where the votes say something else, case by case."""

from __future__ import annotations

from protokoll_tui.domain.forslag import ForslagSlag
from protokoll_tui.domain.fraga import Grund
from protokoll_tui.domain.paragraf import Paragraf
from tests.rendering.rostexempel import A, H, counts, marks
from tests.rendering.rostfall import LATER, ground, later, mot

UTSLAG = ground(Grund.UTSLAGSROST, H)
FEW = ground(Grund.MINORITET, LATER)

AVGORANDEFALL: dict[str, tuple[Paragraf, str]] = {
    "no tie any more, the chair with the more": (mot(counts(7, 6), avgorande=UTSLAG), "ks"),
    "no tie any more, the chair with the fewer": (mot(counts(6, 7), avgorande=UTSLAG), "ks"),
    "no tie any more, the chair for nej": (
        mot(counts(6, 7), avgorande=ground(Grund.UTSLAGSROST, A)),
        "ks",
    ),
    "utslagsröst, the votes not recorded": (mot(avgorande=UTSLAG), "ks"),
    "a minority of too few": (later(antal=counts(14, 6), avgorande=FEW), "kf"),
    "a minority of one": (later(antal=counts(19, 1), avgorande=FEW), "kf"),
    "a minority of too few, but many": (later(antal=counts(46, 16), avgorande=FEW), "kf"),
    "a minority of just a third": (later(antal=counts(14, 7), avgorande=FEW), "kf"),
    "a minority of too few without a vote": (
        later(avgorande=ground(Grund.MINORITET, LATER, antal=6, narvarande=20)),
        "kf",
    ),
    "a minority for bordläggning with a reason": (
        later(
            ForslagSlag.BORDLAGGNING,
            counts(40, 29),
            forslag={"mottagare": "", "motivering": "för att kostnaden ska utredas"},
            avgorande=FEW,
        ),
        "kf",
    ),
    "by name, one named before": (
        mot(rostlangd=marks(ja="ab bo", nej="cd ef", avstar="hp"), begard_av=()),
        "ks",
    ),
}
