"""What the services say of the order of the propositions, and of votes. Read as prose."""

from __future__ import annotations

from protokoll_tui.domain.fraga import Metod
from protokoll_tui.services import valtexter
from protokoll_tui.swedish.lists import join_list

OKLART = {
    "rosta_forst": "Omröstningen är begärd. Skriv rösterna: om ja … nej …, eller om 8-5.",
    "motforslag_forst": "Välj motförslag först: pr och det yrkande som ordföranden finner.",
    "annans_yrkande": "{om}",
    "atertaget": "{om} är återtaget. Yrkar någon det igen, skriv det som ett nytt yrkande.",
    "inget_eget": "Yrkandet har ingen egen text att ändra. Ta tillbaka det och skriv ett nytt.",
    "vad_upphavs": "Skriv vilket beslut som upphävs: be upphäver kf 2030-12-11 § 541.",
    "ett_svar_finns": "Det finns bara ett förslag i frågan. Det går inte att rösta om den.",
    "ingen_fraga": "Ställ proposition först: pr och det som ordföranden finner.",
    "ja_och_nej": "Skriv både ja- och nej-röster, till exempel om 8-5.",
    "vilken_sida": "Skriv vilken sida som vann: ja eller nej sist på raden.",
    "vilket_motforslag": "Det är inget av förslagen som kan bli motförslag. Skriv pr och yrkandet.",
    "inte_i_fragan": "Det förslaget är inte med i den fråga som ställs nu.",
    "ratta_verb": "Verbet saknas. Skriv {om}.",
    "rostat_redan": "Rösterna är redan räknade. Rätta dem: {om}. Röstas det igen: om ny.",
    "inte_omtvistad": (
        "Ingen yrkar något särskilt om punkt {om}. Den ställs inte för sig utan följer med: "
        "skriv raden utan den."
    ),
    "ordning_finns": "Beslutsgången är redan redovisad. Blev den fel: rä {om} och hela raden.",
    "vilka_ihop": "Skriv minst två yrkanden som ska behandlas tillsammans.",
    "vagran_skal": "Skriv skälet efter kolon: nytt ärende, eller lagen som det strider mot.",
    "rost_saknas": "{om} är inte uppropade än. Enter på tom rad fortsätter uppropet.",
    "rostetal": "Antalet stämmer inte med namnen: {om}.",
    "efter_klubbslag": "Klubban har fallit. Det står kvar vad som antecknades före rättelsen.",
} | valtexter.OKLART
"""Marks on an entry, by key."""

NEXT = {
    "propositionsordning": "ordföranden redovisar beslutsgången: {vad} Godkänns den?",
    "motförslag": "motförslag i omröstningen: vad finner ordföranden? Ja är {vad}",
    "rösträkning": "omröstning: ja = {ja}, nej = {nej}",
    "utslagsröst": "lika röstetal, {ja}–{nej}: hur röstar ordföranden, som har utslagsröst?",
    "lottning": "lika röstetal: vem faller lotten på?",
    "minoritet": "minst en tredjedel röstade för. Begär en minoritet det?",
} | valtexter.NEXT
"""The guide's one next thing, by step."""

ORDER = {
    "formell": "{vad}",
    "formella": "{vad} ({antal} yrkanden, vart för sig)",
    "sak": "huvudfrågan",
    "flera": "huvudfrågan ({antal} förslag, {metod})",
    "punkter": "{vad}",
    "tillägg": "tillägg för sig",
    "samlat": "tilläggen samlat",
}
"""What the order of the propositions is made of."""

ORDER_ROW = {
    "": "beslutsgången är redovisad",
    "motförslag": "beslutsgången: motförslag vid omröstning",
    "parvis": "beslutsgången: förslagen parvis",
    "vart för sig": "beslutsgången: förslagen vart för sig",
    "samlat": "tillägg som ställs samlat",
    "lika": "yrkanden som behandlas som ett",
}
"""A row of the guide on what was said of the order."""

METHODS = {
    Metod.MOTFORSLAG: "motförslag vid omröstning",
    Metod.PARVIS: "parvis",
    Metod.VART_FOR_SIG: "vart för sig",
}

CHOICES = {
    "godkänns": "mötet godkänner",
    "parvis": "förslagen parvis",
    "vart": "förslagen vart för sig",
    "motförslag": "motförslag vid omröstning",
    "omröstning": "omröstning begärs",
    "röstlista": "upprop: j, n, a …",
    "antal": "bara antalet: om 8-5",
    "omvänt": "byt ja och nej",
    "om motförslaget": "omröstning begärs om motförslaget",
    "ja": "ja: {vad}",
    "nej": "nej: {vad}",
    "minoritet": "ja: {vad}",
    "ingen minoritet": "nej: {vad}",
}
"""What may follow, in a vote and before it."""


VOTE_OPEN = "{vad} pågår"
VOTE_COUNTED = "{vad}: {ja} ja, {nej} nej"
VOTE_ON = {"": "omröstning", "motförslag": "omröstning om motförslaget"}
ABSTAIN = "{antal} avstår"

CHAIR = "ordförande"
FOR = "för {namn}"
"""Who is in the chair, and for whom an ersättare votes, in the röstlängd."""


def somebody_elses(platser: tuple[str, ...], vems: str, vem: str) -> str:
    """Whose yrkanden a line would change that names somebody else."""
    one = len(platser) == 1
    what, change = ("yrkande", "Ändras det") if one else ("yrkanden", "Ändras de")
    return (
        f"{join_list(platser)} är {vems} {what}. {change}, skriv raden utan namn. "
        f"Yrkar {vem} något eget, skriv det som ett nytt yrkande."
    )


def asked_for(names: tuple[str, ...]) -> str:
    """That a vote is asked for, and by whom where that is said."""
    return f"Omröstning begärs av {join_list(names)}." if names else "Omröstning begärs."
