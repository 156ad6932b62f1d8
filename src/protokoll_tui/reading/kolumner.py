"""What the columns of a register's export hold: proposed from their headings. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from protokoll_tui.domain.records import Term
from protokoll_tui.reading.tabell import Cell, Tabell, words
from protokoll_tui.swedish.folding import fold


class Falt(Term):
    """What a column can hold."""

    INGET = "används inte"
    NAMN = "namn"
    FORNAMN = "förnamn"
    EFTERNAMN = "efternamn"
    PARTI = "parti"
    ORGAN = "organ"
    ROLL = "uppdrag"
    FRAN = "från"
    TILL = "till"
    ORDNING = "ordning"
    VALKRETS = "valkrets"
    SIGNATUR = "signatur"


SYNONYMS: Mapping[Falt, tuple[str, ...]] = {
    Falt.FORNAMN: ("Tilltalsnamn", "Förnamn", "Förnamn/tilltalsnamn", "Given name"),
    Falt.EFTERNAMN: ("Efternamn", "Mellan- och efternamn", "Surname"),
    Falt.NAMN: (
        *("Namn", "För- och efternamn", "Fullständigt namn", "Person", "Förtroendevald"),
        *("Ledamotens namn", "Personnamn", "Visningsnamn", "Innehavare"),
    ),
    Falt.PARTI: (
        *("Partiförkortning", "Partibeteckning", "Partikod", "Parti", "Partinamn", "Partigrupp"),
        *("Partitillhörighet", "Grupp"),
    ),
    Falt.ORGAN: (
        *("Organ", "Nämnd", "Organisation", "Organnamn", "Nämnd/styrelse", "Instans", "Enhet"),
        *("Styrelse/nämnd", "Förtroendeorgan", "Nämndnamn", "Organisationsenhet"),
    ),
    Falt.ROLL: (
        *(
            "Uppdrag",
            "Befattning",
            "Roll",
            "Funktion",
            "Uppdragstyp",
            "Mandattyp",
            "Typ av uppdrag",
        ),
        *("Uppdragsnamn", "Uppdragsroll"),
    ),
    Falt.FRAN: (
        *("Fr.o.m.", "From", "Fr o m", "Från och med", "Från", "Startdatum", "Start", "Vald från"),
        *("Tillträde", "Tillträdesdag", "Tillträdesdatum", "Fr.o.m. datum", "Från datum", "Börjar"),
        *("Uppdrag fr.o.m.", "Giltig från", "Period från", "Datum från"),
    ),
    Falt.TILL: (
        *("T.o.m.", "Tom", "T o m", "Till och med", "Till", "Slutdatum", "Slut", "Vald till"),
        *("Avgång", "Avgångsdag", "Avgångsdatum", "T.o.m. datum", "Till datum", "Slutar"),
        *("Uppdrag t.o.m.", "Giltig till", "Period till", "Datum till", "Upphör"),
    ),
    Falt.ORDNING: ("Ordning", "Turordning", "Ordningsnummer", "Ersättarordning", "Plats", "Nr"),
    Falt.VALKRETS: ("Valkrets", "Valkretsnamn"),
    Falt.SIGNATUR: ("Signatur", "Sign", "Kortnamn"),
}
"""Headings of each field, the one that says most first."""

SEARCHED = 25
"""The heading stands among the first rows: above it there may be a title and a day."""

SAMPLES = 3


def folded(heading: str) -> str:
    """A heading without signs, blanks, accents and capitals: "Fr.o.m." is "from"."""
    return re.sub(r"[^a-z0-9]", "", fold(heading))


_KNOWN = {
    folded(word): (field, rank)
    for field, synonyms in SYNONYMS.items()
    for rank, word in enumerate(synonyms)
}


def propose(headings: Sequence[str]) -> tuple[Falt, ...]:
    """A field for each heading: each field once, where the heading says most."""
    best: dict[Falt, tuple[int, int]] = {}
    for at, heading in enumerate(headings):
        if known := _KNOWN.get(folded(heading)):
            field, rank = known
            best[field] = min(best.get(field, (rank, at)), (rank, at))
    if Falt.EFTERNAMN in best and Falt.FORNAMN in best:
        # The parts are surer than the whole, which may be written in any order.
        best.pop(Falt.NAMN, None)
    chosen = {at: field for field, (_, at) in best.items()}
    return tuple(chosen.get(at, Falt.INGET) for at in range(len(headings)))


def heading_row(tabell: Tabell) -> int:
    """The index of the row that holds the headings: the one with the most that are known."""
    rows = tabell.rader[:SEARCHED]
    counts = [_known_in(row) for row in rows]
    if max(counts, default=0) < 2:
        filled = (at for at, row in enumerate(rows) if any(words(cell) for cell in row))
        return next(filled, 0)
    return counts.index(max(counts))


def _known_in(row: Sequence[Cell]) -> int:
    found = (_KNOWN.get(folded(words(cell))) for cell in row)
    return len({known[0] for known in found if known})


def best_table(tables: Sequence[Tabell]) -> Tabell:
    """Of the sheets of a file the one whose headings say most; the first where none does."""
    return max(tables, key=lambda table: max(map(_known_in, table.rader[:SEARCHED]), default=0))


def headings_of(tabell: Tabell, row: int) -> tuple[str, ...]:
    """The headings of a table, one for each column that holds anything."""
    wide = max((len(_trimmed(cells)) for cells in tabell.rader[row:]), default=0)
    named = [words(cell) for cell in tabell.rader[row]] if tabell.rader else []
    return tuple((named + [""] * wide)[:wide])


def _trimmed(row: Sequence[Cell]) -> Sequence[Cell]:
    last = max((at for at, cell in enumerate(row, 1) if words(cell)), default=0)
    return row[:last]


def samples_of(tabell: Tabell, row: int, column: int) -> tuple[str, ...]:
    """The first different values of a column."""
    values = (words(cells[column]) for cells in tabell.rader[row + 1 :] if column < len(cells))
    found: dict[str, None] = {}
    for value in values:
        if value:
            found[value] = None
        if len(found) == SAMPLES:
            break
    return tuple(found)
