"""What this room says to a reader. Read it as prose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from protokoll_tui.domain.kommun import Mandat
from protokoll_tui.reading.tabell import MOST_COLUMNS, MOST_ROWS
from protokoll_tui.swedish.genitive import genitive
from protokoll_tui.swedish.text import capitalize

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


COLUMN_NAME = "namn (eller efternamn)"
SIG_KEPT = "{namn} har redan signaturen {sig} och behåller den."
SEVERAL_NAMESAKES = "Flera heter {namn}. Ange parti, eller lägg till en kolumn med signatur."
ALSO_MEMBER = "Står också som {roll} på rad {rad}. Det uppdraget läses in."
TWICE_IN_FILE = "Samma uppdrag står på rad {rad}. Det läses in en gång."
NOT_ENDED = "{vem} börjar först {dag} ({organ}), finns inte i filen och avslutas inte. Se efter."
SECOND_CHAIR = "{vem} är redan ordförande ({organ}) samma dag."
NEW_PARTY = "Partiet {parti} finns inte i registret och läggs till. Se efter hur det ska skrivas."
ORGAN_MISSPELT = (
    "Organet {organ} finns inte i registret, men {kant} gör det. Rätta namnet i filen, eller lägg "
    "till organet i registret om det är ett annat."
)
ORGAN_MISSPELT_IN_FILE = (
    "Organet {organ} står på {antal} av filens rader och {kant} på fler. Rätta namnet, eller lägg "
    "till organet i registret om det är ett annat."
)
NO_ORGAN = "Organet saknas. Ange ett organ för filen, eller välj en kolumn som har det."


def other_party(namn: str, nu: str, ny: str) -> str:
    """One with a known name and another party, about whom nothing has been answered."""
    return (
        f"{namn} är {_in_party(nu)} i registret och {_in_party(ny)} här. Är det samma person, som "
        "har bytt parti, eller en annan?"
    )


def _in_party(kod: str) -> str:
    return f"({kod})" if kod else "utan parti"


def sig_refused(sig: str, owner: str, namn: str, proposed: str) -> str:
    """A signature of the file that its person cannot have."""
    why = f"är redan {genitive(owner)}" if owner else "går inte att skriva på raden"
    return f"Signaturen {sig} {why}. {namn} får {proposed}."


def had_already(namn: str, own: Mandat, organ: str) -> str:
    """A person has a mandate in the organ on the same days."""
    return (
        f"{namn} är redan {own.roll} ({organ}{_days(own)}). Det uppdraget avslutas bara om du "
        "väljer att ersätta uppdragen i organet."
    )


def no_seat(organ: str, platser: int, antal: int) -> str:
    """More would hold a seat than there are."""
    return (
        f"{capitalize(organ)} har {platser} platser, och det här blir ledamot nummer {antal} samma "
        "dag."
    )


def _days(mandat: Mandat) -> str:
    return f", {days(mandat)}" if mandat.fran or mandat.till else ""


def days(mandat: Mandat) -> str:
    """When a mandate holds, as far as the roster says."""
    if mandat.fran and mandat.till:
        return f"{mandat.fran}–{mandat.till}"
    if mandat.fran:
        return f"från {mandat.fran}"
    return f"till {mandat.till}" if mandat.till else "utan dagar"


PLAN = {
    "organ": "Nya organ",
    "partier": "Nya partier",
    "personer": "Nya personer, med signatur",
    "bytta": "Byter parti",
    "mandat": "Nya uppdrag",
    "andrade": "Ändrade uppdrag",
    "avslutade": "Uppdrag som avslutas",
}
"""The parts of a plan, in the order in which they are shown."""

NOTHING_NEW = "Inget nytt: allt i filen finns redan i registret."


def title(part: str, count: int) -> str:
    """The heading of a part of a plan."""
    return f"{PLAN[part]} ({count})"


def mandate(namn: str, mandat: Mandat, organ: str) -> str:
    """A mandate in words."""
    return f"{namn}, {mandat.roll}, {organ}, {days(mandat)}"


def changed_party(namn: str, nu: str, ny: str, till: date | None) -> str:
    """One who changes party."""
    return f"{namn}: {_in_party(nu)} till och med {till}, sedan {_in_party(ny)}"


def unchanged(count: int) -> str:
    """How many mandates the roster has already."""
    return f"Oförändrade uppdrag: {count}"


MOST_NAMES = 5
"""So many are named of those who stay."""


def staying(count: int, namn: Sequence[str], ending: str) -> str:
    """Mandates that the file does not have and that stay; ``ending`` tells how they are ended."""
    more = f" och {len(namn) - MOST_NAMES} till" if len(namn) > MOST_NAMES else ""
    return (
        f"{count} uppdrag i registret finns inte i filen och står kvar: "
        f"{', '.join(namn[:MOST_NAMES])}{more} ({ending})."
    )


def other_organs(count: int) -> str:
    """How many rows are about another organ than the one asked for."""
    return f"Rader om andra organ, som inte läses in: {count}"
