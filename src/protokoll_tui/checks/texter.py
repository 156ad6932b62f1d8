"""What the checks say. Read as prose; the law stands beside and is not repeated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from protokoll_tui.swedish.dates import format_time
from protokoll_tui.swedish.genitive import genitive
from protokoll_tui.swedish.lists import join_list


def quorum(antal: int, platser: int, punkt: int | None) -> str:
    """Too few are there."""
    var = f" vid punkt {punkt}" if punkt else ""
    return f"Inte beslutsför{var}: {antal} av {platser} är på plats, mer än hälften krävs."


def out_of_turn(vem: str, plats: str, tur: str) -> str:
    """An ersättare serves though another is in turn."""
    return f"{tur} står före {vem} i tur till {plats}. Skriv skälet efter kolon."


def seat_of(namn: str) -> str:
    """A seat by its ledamot; "" where nobody was elected to it."""
    return f"{genitive(namn)} plats" if namn else "en vakant plats"


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
NO_TIME = "Klockslaget saknas för {vem}."
NO_CHAIR = "{vem} är ordförande men deltar inte här. Skriv or och den som leder ärendet."
TWICE_CHOSEN = "Paragrafen står i två justeringar."
AT_ONCE_UNDECIDED = "Paragrafen är omedelbart justerad men har inget beslut."
NOT_CHOSEN = "Paragrafen står inte i någon justering."
SIGNS_AND_CHAIRS = "{vem} justerar paragrafen men ledde den. En annan bör justera den (ju)."
SIGNS_THOUGH_OUT = "{vem} justerar paragrafen men var jävig. En annan bör justera den (ju)."
SIGNS_THOUGH_AWAY = "{vem} justerar paragrafen men var inte med. En annan bör justera den (ju)."


NOBODY = "ingen"
NO_SUBSTITUTE = "{vem} är inte ersättare i {organ}."
OTHER_PARTY = "{vem} är vald för ett annat parti och kan inte tjänstgöra på {plats}."
NO_SEAT = "{vem} tjänstgör men har ingen plats i organet."
NOWHERE = "{vem} träder in, men det framgår inte på vems plats{plats}."
PUSHED_OUT = "{vem} sätts på {plats}, fast {ledamot} är här."


def too_many(antal: int, platser: int) -> str:
    """More serve than there are seats."""
    seats = "1 plats" if platser == 1 else f"{platser} platser"
    return f"Antalet tjänstgörande är {antal}, men organet har {seats}."


def same_seat(vem: Iterable[str], plats: str) -> str:
    """Several on one seat."""
    return f"Flera på {plats}: {join_list(vem)}."


def several_seats(vem: str, platser: Iterable[str]) -> str:
    """One on several seats."""
    return f"{vem} står på flera platser: {join_list(platser)}."


def too_early(vem: str, tid: time, last: time) -> str:
    """A movement is earlier than what came before it."""
    return f"{vem}: {format_time(tid)} är före {format_time(last)}, som kom tidigare. Se efter."


NEW_DAY = "Ny sammanträdesdag. Skriv den som inte är tillbaka: kl ab uteblir."
EMPTY_SEAT = "{vem} är jävig. Skriv vem som träder in (jä … >signatur) eller >ingen."
STAYS = "{vem} är jävig och får inte yrka eller delta i ärendet."
CANNOT_RESERVE = "{vem} är jävig och kan inte reservera sig."
NOT_THIS_POINT = "{vem} är jävig vid punkt {nr} och kan bara reservera sig mot resten."
VOTES = "{vem} är jävig och kan inte rösta."
UNTRIED = "Frågan om jäv för {vem} är inte avgjord."
TOOK_PART = "{vem} deltog i prövningen av sitt eget jäv. Skriv skälet."
NOT_SERVING = "{vem} tjänstgör inte och kan inte yrka."
NOT_RESERVING = "{vem} deltog inte i beslutet och kan inte reservera sig."
NOT_THERE = "{vem} är inte närvarande."
MUST_DECIDE = "{vem} har deltagit i handläggningen och måste delta i beslutet."
LATE_ABSTENTION = "Att {vem} inte deltar i beslutet anmäldes först efter propositionen."
ABSTAINS_AND_RESERVES = "{vem} deltar inte i beslutet och kan inte reservera sig mot det."
AFTER_THE_END = "{vem} reserverade sig efter att sammanträdet avslutades."
NOTE_RESERVES = "Anteckningen säger att någon reserverar sig. En reservation skrivs med rs."
STAFF_IN_BOARD = "Personalföreträdare får inte närvara i {organ}."
STAFF_IN_AUTHORITY = "Personalföreträdare får inte närvara vid myndighetsutövning."
STAFF_TOO_MANY = "Högst tre personalföreträdare får närvara."
