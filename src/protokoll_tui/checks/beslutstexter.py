"""What the checks of the beslutsgång, the votes and the elections say. Read as prose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from protokoll_tui.swedish.dates import format_time
from protokoll_tui.swedish.lists import join_list

# The order of the questions

NOTHING_PUT = "Flera förslag finns men ingen proposition. Skriv hur ordföranden ställde dem."
ONE_NOT_PUT = "Ett yrkande finns men ingen proposition. Det räcker att skriva att det finns ett."
NOT_ANNOUNCED = (
    "Ärendet är inte kungjort. Det kan avgöras bara om alla närvarande beslutar att ta upp det: "
    "skriv är tas upp."
)
NO_OUTCOME = "Yrkandet från {vem} är inte avgjort."
FORMAL_AGAINST_MATTER = (
    "En formell fråga ställs mot ett förslag i sak. Den ska prövas för sig och först."
)
FORMAL_TOO_LATE = "En formell fråga prövas efter förslagen i sak. Den ska prövas först."
FORMAL_AGAINST_FORMAL = (
    "Formella yrkanden ställs mot varandra. I fullmäktige prövas de var för sig, så att en "
    "tredjedel kan få sin återremiss eller bordläggning prövad."
)
AFTER_POSTPONED = "Ärendet avgörs i sak fast det redan är uppskjutet."
NO_ORDER = "Flera propositioner ställs utan att ordningen är godkänd."
ADDITION_AGAINST_MATTER = (
    "Ett tillägg ställs mot ett annat förslag. Det prövas för sig, bifall eller avslag."
)
ADDITION_FIRST = "Ett tillägg prövas före förslagen i sak. Tillägg prövas sist."
BUNDLED = "Flera tillägg prövas samlat utan att det är godkänt."
POINTS_TOGETHER = "En proposition rör flera punkter med olika yrkanden. Ställ en för varje punkt."
NOT_PUT_IN_NAMND = (
    "Ett förslag är avvisat. Bara i fullmäktige får ordföranden vägra att ta upp ett förslag."
)
NOT_PUT_WITHOUT_REASON = "Ett förslag är avvisat men skälet saknas."


def after_proposition(vem: str, tid: time, put: time) -> str:
    """A yrkande came after the proposition."""
    return f"{vem} yrkar {format_time(tid)}, efter propositionen {format_time(put)}."


def after_debate(vem: str, tid: time, closed: time) -> str:
    """A yrkande was moved, changed or taken back after the debate."""
    return (
        f"Yrkandet från {vem} läggs, ändras eller återtas {format_time(tid)}, efter att "
        f"överläggningen avslutades {format_time(closed)}. Det kräver att alla är överens."
    )


# The decision and who is against it

DECIDES_WHAT_LOST = "Beslutet följer ett förslag som föll."
OTHER_WORDS = "Beslutet har en annan lydelse än förslaget det följer. Se efter att det är menat."
NO_OWN = "{vem} reserverar sig för ett eget yrkande men har inget i paragrafen."
NOT_LIVE = "Reservationen från {vem} gäller ett yrkande som inte finns kvar."
WON = "{vem} reserverar sig men har fått bifall till allt som yrkades."

# The votes

NO_SIDES = "Omröstningen saknar vad {vad} betyder."
BOTH_SIDES = "ja och nej"
SAME_SIDES = "Ja och nej betyder samma sak i omröstningen."
NO_RESULT = "Omröstningen saknar resultat."
NO_NAMES = "Omröstningen har röstetal men varken namn eller bilaga."
TIE = "Lika röstetal: det framgår inte hur frågan avgörs."
TIE_CHAIR = "Lika röstetal: {vem} är ordförande och måste rösta."
LOT_IN_VOTE = "Lotten avgör bara val. Vid lika röstetal har ordföranden utslagsröst."
CASTING_IN_ELECTION = "I val avgör lotten vid lika röstetal, inte utslagsröst."
NO_TIE = "Frågan avgörs med {grund} fast röstetalen inte är lika."
NEITHER_SIDE = "Det som vann med {grund} är varken ja eller nej i omröstningen."
AGAINST_OWN_VOTE = "{vem} röstar {rost} men avgör frågan åt andra hållet."
UNAPPROVED = "Det är inte noterat att voteringspropositionen är godkänd."


def after_klubbslag(tid: time, klubbslag: time) -> str:
    """A vote came after the klubbslag."""
    return (
        f"Omröstningen {format_time(tid)} är efter klubbslaget {format_time(klubbslag)}. "
        "Den ska begäras före."
    )


# Majorities

NOT_UNANIMOUS = "Enhällighet krävs men {antal} röstar emot."
NOT_QUALIFIED = "Två tredjedelar krävs: {antal} av {rostande} räcker inte."
QUALIFIED = "Två tredjedelar röstar för ({antal} av {rostande}), men förslaget sägs falla."
MINORITY_IN_NAMND = "I en nämnd krävs majoritet. En minoritet kan inte skjuta upp ärendet."
MINORITY_IN_ELECTION = "Val kan inte skjutas upp av en minoritet."
MINORITY_AGAIN = "En minoritet har redan skjutit upp ärendet. Nu krävs majoritet."
MINORITY_OF_OTHER = "En minoritet kan bara få ärendet bordlagt eller återremitterat."
MINORITY_TOO_SMALL = "En tredjedel krävs: {antal} av {narvarande} är för få, det ska vara {minst}."
MINORITY_UNCOUNTED = "Det framgår inte hur många av de närvarande som begärde det."
NO_MOTIVE = "Återremissen saknar motivering. I fullmäktige bestäms den av dem som begärde den."
NO_MOTIVE_NAMND = "Återremissen saknar motivering. Mottagaren behöver veta vad som ska göras."

# The röstlängd

CHANGED = "Rösten för {vem} ändrades efter klubbslaget, från {stod} till {rost}."
CHAIR_NOT_LAST = "{vem} är ordförande och ska rösta sist."
TWICE = "{vem} står två gånger i röstlängden."
SEAT_TWICE = "Platsen för {vem} står två gånger i röstlängden."
NOT_SERVING = "{vem} röstar men tjänstgör inte."
SEATS = "Röstlängden har {rader} rader, men organet har {platser} platser."
TOO_MANY = "Röstetalen är tillsammans {summa}, men organet har {platser} platser."
MORE_THAN_SERVE = "Röstetalen är tillsammans {summa}, men bara {antal} kan rösta."
NOT_ALL = "Röstetalen är tillsammans {summa} av {platser} platser."
OTHER_COUNT = "Röstlängden ger {rader} {marke} men {antal} är angivet."
TAKES_NO_PART = "{vem} deltar inte i beslutet men står som {rost}."
JAV_AS_ABSENT = "{vem} är jävig. Det är något annat än att inte delta i beslutet."
SAME_BILAGA = "Två omröstningar hänvisar till samma bilaga ({bilaga}). Skilj listorna åt."
FOR_LEDAMOT = "Rösten står på {ledamot}, men {vem} tjänstgör på platsen."

MARKS = {
    "ja": "ja-röster",
    "nej": "nej-röster",
    "avstar": "som avstår",
    "deltar_inte": "som inte deltar",
    "franvarande": "frånvarande",
    "tomma": "tomma platser",
}
"""What each count is called after a number."""

# Elections

NAMED_ELECTION = "Omröstning i val är sluten. Namn ska inte stå vid rösterna."
MORE_THAN_NUMBERS = (
    "Den slutna omröstningen har uppgifter som inte hör dit ({vad}). Ingen röst får gå att följa "
    "till en person."
)
BALLOTS = "Rösterna stämmer inte med valsedlarna."
TOO_MANY_BALLOTS = "Antalet valsedlar är {antal}, men bara {tjanstgor} tjänstgör."
NO_LOT = "Lika röstetal i valet: lotten ska avgöra."
LOT_ELSEWHERE = "Lotten faller på någon som inte hade lika röstetal."
TOO_FEW_ASK = (
    "Proportionellt val begärs av {antal} av {narvarande}. Till {platser} platser krävs {minst}."
)
SUBSTITUTES_ALONE = "Ersättarna väljs proportionellt men inte ledamöterna."
PRESIDIUM = "Presidiet väljs aldrig proportionellt."
FIELDS = {"uppdrag": "uppdraget", "mandattid": "mandattiden"}


def incomplete(vem: Iterable[str], saknas: Iterable[str]) -> str:
    """What is not said of the elected."""
    return f"Valet av {join_list(vem)} saknar {join_list(FIELDS[name] for name in saknas)}."
