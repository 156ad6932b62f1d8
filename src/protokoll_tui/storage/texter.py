"""Everything this room says to a reader. Read it as prose.

One word for one thing: *sammanträdet* is the meeting, *filen* its file, a *post* an entry. What
lies in the log folder is never named: a reader cannot do anything with it.
"""

from __future__ import annotations

from datetime import datetime

from protokoll_tui.swedish.dates import format_date, format_time
from protokoll_tui.swedish.lists import join_list

RETYPED_FILE = (
    "Filen är uppställd på ett annat sätt än programmets och ställs om vid nästa sparning. "
    "Den gamla finns kvar som säkerhetskopia i mappen bredvid."
)
HAND_EDIT = "Filen har ändrats utanför programmet sedan sist. Ändringen är inläst."
HAND_EDIT_UNKNOWN = (
    "Filen har ändrats utanför programmet sedan sist. Ändringen är inläst, men vad som ändrades "
    "kan inte visas, eftersom den förra versionen inte finns kvar."
)
MERGED = "Någon annan har också sparat i filen. Ändringarna är sammanförda."
QUEUE_FLUSHED = "Det som väntade på den här datorn är nu sparat i sammanträdets mapp."
READ_ONLY_FILE = "Filen är skrivskyddad och öppnas bara för läsning."
READ_ONLY = "Sammanträdet är öppet bara för läsning. Det du gjorde nu är inte sparat."
NOT_SAVED = "Det du gjorde nu är inte sparat."
IN_LOG_ONLY = "Posten är sparad bredvid filen, som själv inte kunde skrivas"
LOCAL_ONLY = "Posten är sparad på den här datorn och väntar på sammanträdets mapp"
NOWHERE = "Posten kunde inte sparas någonstans"
LAST_GOOD = "Den senaste hela versionen visas, bara för läsning."
FOREIGN_ID = "Filen har bytts mot ett annat sammanträde och skrivs inte över."
OTHER_MEETING = "Filen hör till ett annat sammanträde och kan inte föras in i det här."
NOTHING_TO_UNDO = "Det finns inget att ångra."
NOTHING_TO_REDO = "Det finns inget att göra om."
BARRIER = "Det som är justerat eller gallrat ångras inte. Gör en rättelse i stället."
PURGE_WAITS = "Poster väntar på att sparas. Gallra när de är sparade."
PURGED = "Innehållet är gallrat och kan inte ångras."
UNDO_CONFLICT = "Posten har ändrats efteråt och kan inte ångras."
NO_KOMMUN = (
    "Det finns ingen kommun.toml i sammanträdets mapp eller mapparna ovanför. "
    "Personer visas med sina signaturer."
)
KOMMUN_CHANGED = (
    "Filen har ändrats av någon annan sedan den lästes, och är orörd. "
    "Läs in registret en gång till."
)
NEW_KOMMUN = """# Skriv kommunens namn.
namn = ""
"""
"""What a new roster begins with."""
FULL_DISK = "Disken är full"
NO_ACCESS = "Du får inte skriva i mappen"
NO_READING = "Du får inte läsa den"
READ_ONLY_DISK = "Disken är skrivskyddad"
FOLDER_GONE = "Mappen går inte att nå"
NO_FILE = "Filen finns inte."
IS_FOLDER = "Det är en mapp"
HELD = "Filen hålls öppen av ett annat program"
KIND_UNDO = "ångrat"
KIND_REDO = "gjort om"
KIND_HAND_EDIT = "ändrad utanför programmet"
KIND_MERGE = "sammanfört"
KIND_RECOVERED = "återställt vid öppning"

_LOOK_AT_THE_LAST = "Se efter att det sista du skrev finns med."
INTERRUPTED = f"Programmet eller datorn stannade mitt i en sparning. {_LOOK_AT_THE_LAST}"
"""The newest line of the log is cut off: its entry was never said to be saved."""

NO_LOG = (
    "Filen innehåller hela sammanträdet, men uppgifterna om hur det skrevs finns inte kvar. "
    "Det som redan står där går inte att ångra. Du behöver inte göra något."
)


def damaged(since: datetime | None, unsure: bool) -> str:
    """Lines of the log are changed, gone or unreadable before ``since`` (None: up to now).

    ``unsure`` tells that they may have held entries that the file does not.
    """
    when = "Det som redan står där"
    if since is not None:
        moment = f"den {format_date(since.date())} {format_time(since.time())}"
        when = f"Det som skrevs före {moment}"
    undo = f"{when} går kanske inte att ångra."
    if unsure:
        return f"Uppgifterna om hur sammanträdet skrevs är skadade. {_LOOK_AT_THE_LAST} {undo}"
    return (
        "Filen innehåller hela sammanträdet, men uppgifterna om hur det skrevs är skadade. "
        f"{undo} Du behöver inte göra något."
    )


def unread_log(reason: str) -> str:
    """The log cannot be read now."""
    return (
        f"Uppgifterna om hur sammanträdet skrevs kan inte läsas nu: {reason}. Det som redan står "
        "där går inte att ångra förrän de kan läsas."
    )


def folder_refuses(reason: str) -> str:
    """The meeting's folder cannot be written."""
    return (
        f"Sammanträdets mapp går inte att skriva i: {reason}. Det du skriver sparas så länge på "
        "den här datorn."
    )


BAD_ENCODING = (
    "Filen är inte sparad med teckenkodningen UTF-8. Öppna den i en textredigerare och spara om "
    "den som UTF-8."
)


EMPTY_FILE = (
    "Filen är tom. Det kan hända när strömmen bryts, eller när mappen synkroniseras mitt i en "
    "sparning."
)


def put_back(path: str, name: str) -> str:
    """How to go on from a meeting file that is empty; ``path`` is the last good version."""
    return (
        f"Så kommer du vidare: stäng, kopiera {path} över {name} och öppna igen, på den dator där "
        "sammanträdet senast skrevs. Det som skrevs efter den versionen förs då in."
    )


def broken_toml(reason: str) -> str:
    """A meeting file is not TOML; ``reason`` is a sentence."""
    return f"Filen kan inte läsas. {reason} Rätta raden, eller öppna den senaste hela versionen."


def fault_in_row(row: int, reason: str) -> str:
    """The same in short, for a list of files."""
    return f"rad {row}: {reason}" if row else reason


def file_place(name: str, line: int, column: int) -> str:
    """Where in a file."""
    return f"{name}, rad {line}, kolumn {column}" if line else name


def unopened(reason: str) -> str:
    """A file could not be read."""
    return f"Filen kan inte öppnas: {reason}."


def not_saved(reason: str, temp: str = "") -> str:
    """A file could not be replaced."""
    kept = f" Det nya ligger kvar i {temp}." if temp else ""
    return f"Filen kunde inte sparas: {reason}.{kept}"


def os_reason(words: str, code: int | None) -> str:
    """An error of the operating system that has no words of ours."""
    return words if code is None else f"{words} (fel {code})"


def missing_ids(places: list[str]) -> str:
    """Records got new ids at load."""
    return f"Poster utan eget id har fått ett: {', '.join(places)}."


def double_numbers(numbers: list[int]) -> str:
    """Two §§ have the same number."""
    which = join_list(f"§ {n}" for n in numbers)
    return (
        f"{which} finns mer än en gång på dagordningen. Rätta numret i filen när sammanträdet är "
        f"stängt. Så länge går {numbers[0]}> till den första av dem."
    )


def recovered(count: int) -> str:
    """Entries of the log were put into the file at load."""
    what = "1 post som inte hann in i filen sist är nu införd"
    return (
        f"{what if count == 1 else f'{count} poster som inte hann in i filen sist är nu införda'}."
    )


NOT_RECOVERED = "En post som inte hann in i filen är gallrad och kan inte föras in."
"""A purged line cannot be put back."""


def conflict_copies(names: list[str]) -> str:
    """Other files of the same meeting lie in the folder."""
    return (
        f"Samma sammanträde finns också i {', '.join(names)}, kanske skrivet på en annan dator. "
        "Jämför dem, så att inget saknas i den här filen."
    )


def orphan_queue(path: str) -> str:
    """Entries wait for another file with the same meeting."""
    return (
        f"På den här datorn väntar poster till samma sammanträde i {path}. De sparas när du öppnar "
        "den filen."
    )


def other_queue(count: int) -> str:
    """Waiting entries do not belong to this version of the meeting."""
    if count == 1:
        return "1 post som väntade hör till en annan version av filen och är inte införd."
    return f"{count} poster som väntade hör till en annan version av filen och är inte införda."


def busy(who: str, machine: str, since: datetime | None) -> str:
    """Somebody else has the meeting open."""
    when = f" sedan {since:%H.%M}" if since else ""
    return (
        f"{who or 'Någon'} på {machine or 'okänd dator'} har sammanträdet öppet{when}. "
        "Du kan läsa men inte skriva. Tryck ctrl+l för att ta över det."
    )


def taken_over(who: str, machine: str, since: datetime | None, left: int) -> str:
    """Somebody has taken over the meeting; so many entries of ours are saved nowhere."""
    when = f" {since:%H.%M}" if since else ""
    told = (
        f"{who or 'Någon'} på {machine or 'okänd dator'} tog över sammanträdet{when}. "
        "Du kan läsa men inte skriva. Tryck ctrl+l för att ta tillbaka det."
    )
    if not left:
        return told
    waiting = "1 post är inte sparad" if left == 1 else f"{left} poster är inte sparade"
    return f"{told} {waiting} och förs in när du tar tillbaka det."


def exists_already(name: str) -> str:
    """A new meeting would overwrite a file."""
    return f"{name} finns redan. Öppna den, eller välj ett annat namn."


def kommun_broken(place: str, reason: str) -> str:
    """kommun.toml is not readable; ``reason`` is a sentence."""
    return f"{place}: {reason} Personer visas med sina signaturer."


def internal_mismatch(id: str) -> str:
    """What would have been written does not read back."""
    return (
        f"Fel i programmet: det som skulle skrivas för {id} läses inte tillbaka lika. "
        "Filen är orörd."
    )
