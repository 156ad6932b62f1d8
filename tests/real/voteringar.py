"""Reads every § with a voting out of the protocols of a city, as one who records it would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.real.arende import Arendet, Beslutet, Reservationen, Svaret
from tests.real.beslutsgang import Beslutsgang
from tests.real.paragrafer import Paragrafen, voted_on
from tests.real.rattningar import SIDA
from tests.real.yrkandelasning import Yrkandena, read

RESERVATION = re.compile(r"(?P<vem>[A-ZÅÄÖ][^.:]*?) reserverar sig(?P<egna>[^.:]*? egna yrkande)?")

OWN = re.compile(
    r"motionen (?:(?P<bifalls>bifalles)|avslås)|Göteborgsförslag \d+ (?P<bereds>bereds inte vidare)"
)
"""A Beslut that names no proposal."""


def arenden() -> Iterator[Arendet]:
    """The §§ with a voting, file by file."""
    for paragraf in voted_on():
        yield _arende(paragraf)


def _arende(paragraf: Paragrafen) -> Arendet:
    yrkanden = read(paragraf["yrkanden"], "-kf-" in paragraf.fil)
    sida = SIDA.get((paragraf.fil, paragraf.nummer), {})
    fragor = Beslutsgang(yrkanden, sida).read(paragraf["gång"])
    return Arendet(
        paragraf.fil,
        paragraf.nummer,
        tuple(yrkanden.forslag.alla),
        tuple(yrkanden.alla),
        fragor,
        _beslut(paragraf["beslut"], yrkanden),
        tuple(
            Reservationen(found["vem"], bool(found["egna"]))
            for found in RESERVATION.finditer(paragraf["reservationer"])
        ),
    )


def _beslut(text: str, yrkanden: Yrkandena) -> Beslutet:
    """The words up to the decision itself, and whose proposal they say it is."""
    forslag = yrkanden.forslag
    if rejected := re.fullmatch(r"Y(?P<vad>rkandet? från [^.]*) avslås\.", text):
        labels = forslag.known(f"y{rejected['vad']}")
        return Beslutet(text, (Svaret("avslag", tuple(labels)),))
    source = re.match(r"(Enligt|Kommunstyrelsen tillstyrker) [^:]*", text)
    if source:
        labels = forslag.known(source[0])
        return Beslutet(source[0], (Svaret("bifall", tuple(labels)),))
    if own := OWN.search(text):
        verkan = "bifall" if own["bifalls"] or own["bereds"] else "avslag"
        label = "bereds inte vidare" if own["bereds"] else forslag.carrying_motion()
        return Beslutet(own[0], (Svaret(verkan, (label,)),))
    return Beslutet("", ())
