"""What the rendering room says to a reader. The words of the protocol itself lie in templates/."""

from __future__ import annotations

from collections.abc import Sequence


def unknown_style(name: str, known: Sequence[str]) -> str:
    """A house style that does not exist."""
    return f"Stilen ”{name}” finns inte. Det finns: {', '.join(known)}."


def bad_style_value(key: str, why: str) -> str:
    """A value in stil.toml that cannot be used."""
    return f"”{key}” i stil.toml kan inte användas: {why}."


BAD_TOML = "Filen kan inte läsas. Raden följer inte reglerna för TOML"
NOT_TEXT = "där ska stå en text"
NOT_BOOL = "där ska stå true eller false"
NOT_TEXTS = "där ska stå en lista med texter"
NOT_TABLE = "där ska stå en tabell"


def not_one_of(choices: Sequence[str]) -> str:
    """A value outside a closed list."""
    return f"välj något av {', '.join(choices)}"


def unknown_name(name: str) -> str:
    """A template uses a name that nothing answers to."""
    return f"Mallen använder ett okänt namn: ”{name}”."


def template_syntax(message: str) -> str:
    """A template that Jinja cannot read."""
    return f"Mallen kan inte läsas: {message}"


def template_missing(name: str) -> str:
    """A template that is asked for but does not exist."""
    return f"Mallen ”{name}” finns inte."


def template_forbidden(message: str) -> str:
    """A template does what templates may not."""
    return f"Mallen gör något som mallar inte får göra: {message}"


def template_failed(message: str) -> str:
    """A template stopped for another reason."""
    return f"Mallen kan inte köras: {message}"


TOO_LARGE = "resultatet blir för stort"


def unknown_tag(tag: str) -> str:
    """HTML outside the small set that documents are made of."""
    return f"Elementet <{tag}> får inte användas i en mall."


def unknown_attribute(tag: str, attribute: str) -> str:
    """An attribute outside the list."""
    return f"Attributet ”{attribute}” får inte stå på <{tag}>."


def misplaced_tag(tag: str, around: str) -> str:
    """An element where it cannot stand."""
    return f"<{tag}> kan inte stå i {around}."


def text_outside(text: str) -> str:
    """Text that belongs to no paragraph."""
    return f"Texten ”{text}” står utanför stycke, rubrik, lista och tabell."


def unclosed_tag(tag: str) -> str:
    """An element without its end."""
    return f"<{tag}> saknar sitt slut, eller ett slut saknar sin början."


THE_DOCUMENT = "dokumentet"


def unknown_paragraph(id: str) -> str:
    """A § that is not in the meeting."""
    return f"Sammanträdet har ingen paragraf med id {id}."


def unknown_writer(name: str, known: Sequence[str]) -> str:
    """A format that nothing writes."""
    return f"Formatet ”{name}” finns inte. Det finns: {', '.join(known)}."


BAD_JSON = "Filen är inte ett dokument som programmet har skrivit."


def changed_sentence(key: str) -> str:
    """An own wording whose data has changed."""
    return f"Den egna lydelsen av {key} ersatte en mening som nu lyder på ett annat sätt."


def orphan_wording(key: str) -> str:
    """An own wording of a sentence that is no longer printed."""
    return f"Den egna lydelsen av {key} skrivs inte ut: meningen finns inte längre i paragrafen."


def unknown_person(sig: str) -> str:
    """A signature that is not in the roster."""
    return f"Signaturen ”{sig}” finns inte i registret och skrivs som den är."


def unknown_target(id: str) -> str:
    """A pointer to a förslag that is not there."""
    return f"Något pekar på {id}, som inte finns i paragrafen."


MASK = "[maskerat]"
TABLE_BREAK = " | "
