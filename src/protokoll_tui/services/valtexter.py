"""What the services say of elections. Read as prose."""

from __future__ import annotations

from protokoll_tui.swedish.numbers import number_word

SECRET_BALLOT = "Valet är slutet. Vad var och en röstade sparas inte."
"""Kept in the place of a line that named voters in an election."""

NEXT = {
    "val": "val till {vad}: vad finner ordföranden?",
    "val, ett förslag": "val till {vad}: väljs {vem}?",
    "avsägelse": "avsägelse: befrias {vem}?",
    "valsedlar": "sluten omröstning. Rösterna: va {exempel}",
    "vallottning": "lika röstetal. {platser} Vem faller lotten på?",
    "val utan omröstning": "beslutet: ingen annan är föreslagen till {vad}",
}
"""The guide's one next thing in an election."""

CHOICES = {
    "sluten": "sluten omröstning begärs",
    "valsedlar": "hur valsedlarna räknades",
    "proportionellt": "proportionellt val begärs, av så många",
    "lott": "lotten faller på {vem}",
    "ny": "en ny omgång",
}

ELECTED = {
    "val": "{vem} väljs",
    "avsägelse": "{vem} befrias från uppdraget",
    "vakant": "platsen förblir obesatt",
}
"""An answer in an election, as a clause."""

PROPOSED = {
    "val": "{vem} till {uppdrag}",
    "avsägelse": "{vem} avsäger sig uppdraget som {uppdrag}",
    "vakant": "platsen som {uppdrag} förblir obesatt",
}
"""A förslag in an election, as a row of the guide."""

BALLOT_OPEN = "sluten omröstning pågår"
BALLOT_COUNTED = "sluten omröstning: {vad}"
ROUND = "omgång {nr}, {vad}"
VOTES = "{vem} {antal}"

OKLART = {
    "vem_valjs": "Skriv vem som föreslås: va ab till ledamot i socialnämnden.",
    "vilket_uppdrag": "Skriv till vilket uppdrag: va ab till ledamot i socialnämnden.",
    "inget_val": "Det finns inget val här än: va ab till ledamot i socialnämnden.",
    "valj_kandidat": "Välj vem ordföranden finner vald: pr f1 eller pr f2.",
    "val_forst": "Ett val är inte avgjort: pr och förslaget som vann, eller va sluten.",
    "en_kandidat": "Det finns inte fler föreslagna än platser. Det blir ingen omröstning.",
    "rakna_forst": "Skriv hur valsedlarna räknades: va 39 ab 20 cd 16 blanka 2 ogiltiga 1.",
    "inte_kandidat": "{om} är inte med i det här valet.",
    "ingen_lottning": "Rösterna avgör valet. Det blir ingen lottning.",
    "vem_lotten": "Skriv vem lotten föll på: va lott ab.",
    "sluten_namn": "I ett val är omröstningen sluten. Namnen på dem som röstade är inte sparade.",
    "sluten_antal": "I ett val räknas valsedlar: va 39 ab 20 cd 16 blanka 2 ogiltiga 1.",
    "rostande_namn": "Skriv antalet efter varje namn. Ett namn utan antal togs inte med.",
}
"""Marks on an entry, by key."""


def places_left(antal: int) -> str:
    """How many places the lot is about: "En plats är kvar."."""
    return f"{number_word(antal).capitalize()} {'plats' if antal == 1 else 'platser'} är kvar."
