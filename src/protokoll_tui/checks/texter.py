"""What the checks say. Read as prose; the law stands beside and is not repeated."""

from __future__ import annotations

from collections.abc import Iterable

from protokoll_tui.swedish.lists import join_list


def quorum(antal: int, platser: int, punkt: int | None) -> str:
    """Too few are there."""
    var = f" vid punkt {punkt}" if punkt else ""
    return f"Inte beslutsför{var}: {antal} av {platser} är på plats, mer än hälften krävs."


def out_of_turn(vem: str, ersatter: str, tur: str) -> str:
    """An ersättare serves though another is in turn."""
    return f"{tur} står före {vem} i tur att ersätta {ersatter}. Skriv skälet efter kolon."


def mid_item(vem: Iterable[str]) -> str:
    """Somebody takes a seat in the middle of an item."""
    return f"Byte mitt i ärendet: {join_list(vem)}. Byten görs i regel mellan ärenden."


RETURNS = "Växeltjänstgöring: {vem} har avbrutit sin tjänstgöring och tjänstgör igen samma dag."
DISTANCE_OFF = "{vem} deltar på distans, men det är inte tillåtet för {organ} i kommun.toml."
DISTANCE_UNTRIED = "Det är inte noterat att alla på distans ser och hör varandra (F3)."
LOST_AT_DECISION = "{vem} saknar anslutning när beslutet fattas."
DOORS_UNDECIDED = "Stängda dörrar utan att fullmäktige har beslutat det."
DOORS_OPEN = "Ärendet får inte behandlas offentligt. Skriv dr när dörrarna stängs."
BOTH_LISTS = "{vem} står både som tjänstgörande och som ej tjänstgörande ersättare."
NO_TIME = "{vem}: klockslaget saknas."
NO_CHAIR = "{vem} är ordförande men deltar inte här. Skriv or och den som leder ärendet."
TWICE_CHOSEN = "Paragrafen står i två justeringar."
NOT_CHOSEN = "Paragrafen står inte i någon justering."


def too_many(antal: int, platser: int) -> str:
    """More serve than there are seats."""
    return f"{antal} tjänstgör, men organet har {platser} platser."


def same_seat(vem: Iterable[str], plats: str) -> str:
    """Two on one seat."""
    return f"Två på samma plats: {join_list(vem)} för {plats}."


EMPTY_SEAT = "{vem} är jävig. Skriv vem som träder in (jä … >signatur) eller >ingen."
STAYS = "{vem} är jävig och får inte yrka eller delta i ärendet."
CANNOT_RESERVE = "{vem} är jävig och kan inte reservera sig."
VOTES = "{vem} är jävig och kan inte rösta."
UNTRIED = "Frågan om jäv för {vem} är inte avgjord."
TOOK_PART = "{vem} deltog i prövningen av sitt eget jäv. Skriv skälet."
NOT_SERVING = "{vem} tjänstgör inte och kan inte yrka."
NOT_RESERVING = "{vem} deltog inte i beslutet och kan inte reservera sig."
NOT_THERE = "{vem} är inte närvarande."
MUST_DECIDE = "{vem} har deltagit i handläggningen och måste delta i beslutet."
LATE_ABSTENTION = "{vem} anmälde efter propositionen att inte delta i beslutet."
ABSTAINS_AND_RESERVES = "{vem} deltar inte i beslutet och kan inte reservera sig mot det."
AFTER_THE_END = "{vem} reserverade sig efter att sammanträdet avslutades."
NOTE_RESERVES = "Anteckningen säger att någon reserverar sig. En reservation skrivs med rs."
STAFF_IN_BOARD = "Personalföreträdare får inte närvara i {organ}."
STAFF_IN_AUTHORITY = "Personalföreträdare får inte närvara vid myndighetsutövning."
STAFF_TOO_MANY = "Högst tre personalföreträdare får närvara."
