"""Everything this room says to a reader."""

from __future__ import annotations

from datetime import datetime

NO_LOG = (
    "Händelseloggen saknas eller är avkortad. Mötet är helt ändå, men det som gjordes före "
    "avbrottet kan inte ångras."
)
RETYPED_FILE = (
    "Filens uppställning kunde inte följas och skrivs om vid nästa sparning. "
    "Den gamla finns kvar som säkerhetskopia i mötets loggmapp."
)
HAND_EDIT = "Filen har ändrats utanför programmet sedan sist. Ändringen är läst och antecknad."
HAND_EDIT_UNKNOWN = (
    "Filen har ändrats utanför programmet sedan sist. Vad som ändrades kan inte visas, eftersom "
    "den förra versionen inte finns kvar."
)
MERGED = "Någon annan har sparat samma möte. Ändringarna är sammanförda."
QUEUE_FLUSHED = "Poster som väntade på den här datorn har förts över till mötets mapp."
READ_ONLY_FILE = "Filen är skrivskyddad och öppnas för läsning."
READ_ONLY = "Sammanträdet är öppet bara för läsning. Det du gjorde nu är inte sparat."
NOT_SAVED = "Det du gjorde nu är inte sparat."
IN_LOG_ONLY = "Posten är sparad i loggen men mötesfilen kunde inte skrivas"
LOCAL_ONLY = "Sparat på den här datorn, väntar på mötets mapp"
NOWHERE = "Posten kunde inte sparas någonstans"
FOLDER_REFUSES = "Mötets mapp kan inte skrivas. Det du skriver sparas på den här datorn så länge"
LAST_GOOD = "Den senaste hela versionen visas, för läsning."
FOREIGN_ID = "Filen har bytts mot ett annat möte. Den skrivs inte över. Posten finns i loggen."
NOTHING_TO_UNDO = "Det finns inget att ångra."
NOTHING_TO_REDO = "Det finns inget att göra om."
BARRIER = "Det som är justerat eller gallrat ångras inte. Gör en rättelse i stället."
PURGE_WAITS = "Poster väntar på att sparas. Gallra när de är sparade."
PURGED = "Innehållet är gallrat och kan inte ångras."
UNDO_CONFLICT = "Posten har ändrats efteråt och kunde inte ångras helt."
NO_KOMMUN = "Ingen kommun.toml finns vid mötet eller ovanför. Personer visas med signatur."
FULL_DISK = "Disken är full"
NO_ACCESS = "Du får inte skriva i mappen"
READ_ONLY_DISK = "Disken är skrivskyddad"
FOLDER_GONE = "Mappen går inte att nå"
NO_FILE = "Filen finns inte"
IS_FOLDER = "Det är en mapp"
HELD = "Filen hålls öppen av ett annat program"
KIND_UNDO = "ångrat"
KIND_REDO = "gjort om"
KIND_HAND_EDIT = "ändrad utanför programmet"
KIND_MERGE = "sammanfört"
KIND_RECOVERED = "återställt vid öppning"


def bad_encoding(at: int) -> str:
    """A meeting file is not UTF-8."""
    return (
        f"Filen är inte sparad som UTF-8 (byte {at}). Öppna den i en textredigerare och spara den "
        "med teckenkodningen UTF-8."
    )


def broken_toml(reason: str) -> str:
    """A meeting file is not TOML; ``reason`` is a sentence."""
    return f"Filen kan inte läsas. {reason} Rätta raden, eller öppna den senaste hela versionen."


def file_place(name: str, line: int, column: int) -> str:
    """Where in a file."""
    return f"{name}, rad {line}, kolumn {column}" if line else name


def unopened(name: str, reason: str) -> str:
    """A file could not be read."""
    return f"{name} kan inte öppnas: {reason}."


def not_saved(reason: str, temp: str = "") -> str:
    """A file could not be replaced."""
    kept = f" Det nya ligger kvar i {temp}." if temp else ""
    return f"Filen kunde inte sparas: {reason}.{kept}"


def os_reason(words: str, code: int | None) -> str:
    """An error of the operating system that has no words of ours."""
    return words if code is None else f"{words} (fel {code})"


def half_line(number: int) -> str:
    """The last line of a log was cut off in a crash."""
    return f"Rad {number} i loggen är avbruten och räknas inte."


def bad_line(number: int) -> str:
    """A line of a log is no log line."""
    return f"Rad {number} i loggen kan inte läsas."


def bad_header(number: int) -> str:
    """The header of a line was changed."""
    return f"Rad {number} i loggen: huvudet är ändrat."


def bad_content(number: int) -> str:
    """The content of a line was changed."""
    return f"Rad {number} i loggen: innehållet är ändrat."


def broken_chain(number: int) -> str:
    """A line does not follow the one before it."""
    return f"Rad {number} i loggen följer inte på raden före."


def cut_log(nr: int, head: int) -> str:
    """The log is shorter than the meeting file says."""
    return f"Loggen slutar vid post {nr}, men mötesfilen innehåller post {head}."


def other_head(nr: int) -> str:
    """The log holds another line than the meeting file was written from."""
    return f"Loggens post {nr} är en annan än den som mötesfilen innehåller."


def missing_ids(places: list[str]) -> str:
    """Records got new ids at load."""
    return f"Poster utan eget id har fått ett: {', '.join(places)}."


def double_numbers(numbers: list[int]) -> str:
    """Two §§ have the same number."""
    return f"Samma nummer på flera paragrafer: {', '.join(f'§ {n}' for n in numbers)}."


def recovered(count: int) -> str:
    """Entries of the log were put into the file at load."""
    return f"{count} {'post' if count == 1 else 'poster'} ur loggen har förts in i mötesfilen."


def not_recovered(nr: int) -> str:
    """A purged line cannot be put back."""
    return f"Post {nr} i loggen är gallrad och kunde inte föras in i mötesfilen."


def conflict_copies(names: list[str]) -> str:
    """Other files of the same meeting lie in the folder."""
    return f"Samma möte finns också i {', '.join(names)}. De kan föras samman."


def orphan_queue(path: str) -> str:
    """Entries wait for another file with the same meeting."""
    return f"På den här datorn väntar poster till samma möte i {path}."


def other_queue(count: int) -> str:
    """Waiting entries do not belong to this version of the meeting."""
    return f"{count} väntande poster hör till en annan version av mötet och har inte förts in."


def busy(who: str, machine: str, since: datetime | None) -> str:
    """Somebody else has the meeting open."""
    when = f" sedan {since:%H.%M}" if since else ""
    return f"{who or 'Någon'} på {machine or 'okänd dator'} har mötet öppet{when}."


def taken_over(who: str, machine: str, since: datetime | None, left: int) -> str:
    """Somebody has taken over the meeting; so many entries of ours are saved nowhere."""
    when = f" {since:%H.%M}" if since else ""
    told = (
        f"{who or 'Någon'} på {machine or 'okänd dator'} tog över sammanträdet{when}. "
        "Här kan du nu bara läsa. Tryck ctrl+l för att ta tillbaka det."
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


def double_signature(sig: str) -> str:
    """Two persons share a signature."""
    return f"Signaturen {sig} finns på flera personer. Den första används."


def internal_mismatch(id: str) -> str:
    """What would have been written does not read back."""
    return f"Det som skulle skrivas för {id} läses inte tillbaka lika. Filen är orörd."
