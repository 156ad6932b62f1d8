"""What this room says to a reader. Read it as prose."""

from __future__ import annotations

from datetime import date

from protokoll_tui.reading.tabell import MOST_COLUMNS, MOST_ROWS

OLASLIG = {
    "saknas": "Filen finns inte.",
    "ingen_fil": "Det är ingen fil som går att läsa.",
    "oppnas_inte": "Filen kan inte öppnas. Är den öppen i ett annat program, eller saknar du rätt?",
    "stor": "Filen är större än 20 MB. Gör ett mindre uttag ur registret.",
    "tom": "Filen är tom.",
    "kodning": "Filens teckenkodning går inte att läsa. Spara den som UTF-8.",
    "ingen_tabell": "Filen är varken CSV eller en arbetsbok (Excel, OpenDocument).",
    "ingen_bok": "Filen går inte att läsa som arbetsbok. Öppna den i Excel och spara om den.",
    "losenord": "Arbetsboken är skyddad med lösenord. Spara en kopia utan lösenord.",
    "packad": "Filen är mycket större uppackad än den ser ut att vara, och läses inte.",
    "kolumner": f"Tabellen har {{om}} kolumner. Högst {MOST_COLUMNS} läses.",
    "rader": f"Tabellen har fler än {MOST_ROWS} rader. Gör ett mindre uttag ur registret.",
    "citattecken": "Rad {om} har ett citattecken som inte avslutas, eller en orimligt lång text.",
    "tid": "Filen tog mer än {om} sekunder att läsa, och läsningen avbröts.",
    "start": "Läsningen kunde inte startas.",
    "avbruten": "Läsningen avbröts: filen är för stor eller trasig.",
}
"""Why a file could not be read, by the key of the child."""

UNCHANGED = "Inget är ändrat."


def unreadable(kod: str, om: str) -> str:
    """Why a file could not be read, and that nothing else has happened."""
    reason = OLASLIG.get(kod, OLASLIG["avbruten"]).format(om=om)
    return f"{reason} {UNCHANGED}"


BRACKET = "”({ord})” efter namnet är inget parti och läses inte in."
NO_PERSON = "Uppdraget saknar person. Står platsen tom, skriv Vakant."
NO_ROLE = "”{ord}” är inget uppdrag i registret: ordförande, vice ordförande, ledamot, ersättare."
EMPTY_ROLE = "Uppdraget saknas: ordförande, vice ordförande, ledamot eller ersättare."
NO_DAY = "”{ord}” är inget datum som går att läsa. Skriv till exempel 2031-01-01."
NO_ORDER = "”{ord}” är inget ordningsnummer. Ersättaren läses in utan."


def ends_before(fran: date, till: date) -> str:
    """A mandate that holds no day."""
    return f"Uppdraget slutar {till}, innan det börjar {fran}."
