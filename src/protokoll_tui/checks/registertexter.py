"""What the checks say to a reader. Read it as prose."""

from __future__ import annotations

from collections.abc import Mapping

from protokoll_tui.checks.register import Rad, Registerfel
from protokoll_tui.swedish.lists import join_list

FYND = {
    "delad_signatur": (
        "signaturen {sig} ({namn}) finns också på {andra}. Bara den första hittas. "
        "Ge en av dem en ny."
    ),
    "utan_signatur": "{namn} saknar signatur. Skriv en, till exempel två bokstäver.",
    "felskriven_signatur": (
        "signaturen {sig} ({namn}) går inte att skriva på raden. Den ska ha två till fyra små "
        "bokstäver eller siffror och börja med en bokstav."
    ),
    "samma_namn": "{namn}{parti} finns också som {andra}. Är det två personer?",
    "okant_parti": "{vad} har partiet {parti}, som inte finns bland partierna.",
    "okant_i_partiordning": (
        "partiordningen för {organ} nämner {parti}, som inte finns bland partierna."
    ),
    "utan_person": (
        "uppdraget som {roll} ({organ}) saknar person. Skriv en signatur, eller vakant = true."
    ),
    "okand_person": "signaturen {sig} ({organ}) finns inte bland personerna.",
    "okant_organ": "{vem} har ett uppdrag i {organ}, som inte finns bland organen.",
    "organ_saknas": "{vem} har ett uppdrag där organet inte är skrivet.",
    "slutar_fore": "uppdraget för {vem} slutar {till}, innan det börjar {fran}.",
    "for_manga": (
        "{dag}{organ} har {platser} platser men {antal} ledamöter. Se efter vilket uppdrag som är "
        "slut, eller rätta antalet platser."
    ),
    "tva_ordforande": "{namn} är ordförande ({organ}) samtidigt som {andra}{dag}.",
    "dubbelt_mandat": "{vem} har redan ett uppdrag ({organ}) samma dag: {andra}.",
}
"""What is wrong in a table, after its place."""

NAMES = {"organ": "organ", "parti": "parti", "person": "person", "mandat": "mandat"}
"""What a table of each list is called; the ordinal follows."""

MOST_NAMED = 3


def place(fil: str, rad: Rad, lines: Mapping[Rad, int]) -> str:
    """``kommun.toml, rad 214: mandat 12``; without line where it cannot be told."""
    line = lines.get(rad)
    return f"{fil}, rad {line}: {name(rad)}" if line else f"{fil}: {name(rad)}"


def name(rad: Rad) -> str:
    """``mandat 12``."""
    return f"{NAMES.get(rad.lista, rad.lista)} {rad.nr}"


def sentence(fil: str, fynd: Registerfel, lines: Mapping[Rad, int]) -> str:
    """A fault with its place: the file, the line where it can be told, the table, what is wrong."""
    facts = dict(fynd.om)
    key = "organ_saknas" if fynd.regel == "okant_organ" and not facts["organ"] else fynd.regel
    facts |= {"andra": _others(fynd, lines)}
    if key in {"for_manga", "tva_ordforande"}:
        facts["dag"] = _day(key, facts["dag"])
    if key == "samma_namn" and facts["parti"]:
        facts["parti"] = f" ({facts['parti']})"
    return f"{place(fil, fynd.rad, lines)}: {FYND[key].format(**facts)}"


def _day(key: str, dag: str) -> str:
    if not dag:
        return ""
    return f"den {dag}: " if key == "for_manga" else f" (den {dag})"


def _others(fynd: Registerfel, lines: Mapping[Rad, int]) -> str:
    rows = [
        f"{name(rad)} (rad {lines[rad]})" if rad in lines else name(rad)
        for rad in fynd.andra[:MOST_NAMED]
    ]
    return join_list(rows)
