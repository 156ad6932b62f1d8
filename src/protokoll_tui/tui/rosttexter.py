"""What the screens say of votes. Read through as prose; every key that is named must work."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from protokoll_tui.domain.votering import Rostmarke
from protokoll_tui.swedish.dates import NBSP
from protokoll_tui.swedish.lists import join_list

TITLE = "Omröstning"
SIDES = {Rostmarke.JA: "Ja", Rostmarke.NEJ: "Nej"}
LEFT = "kvar {antal}"
NOW = "{nr} {namn}: {val}?"
VOTED = "{nr} {namn}: {rost}. En annan tangent ändrar rösten."
CHOICE = "ja (j), nej (n) eller avstår (a)"
REST = "Alla som är kvar ({antal}): {val}?"
ALL_CALLED = "Alla är uppropade. Enter tar rösterna: {ja} ja, {nej} nej{lika}."
TIE = ", lika röstetal"
EMPTY_SEAT = "Platsen är tom. Ingen röstar på den."
PARTY_DONE = "Alla i {parti} har redan röstat. Rätta var och en för sig."
NOT_YET = "Kvar att ropa upp: {vilka}."
MORE = "{antal} till"
NO_SEAT = "Plats {nr} finns inte."
TAKEN_BACK = "Borttaget: {vad}."
NOTHING_TO_TAKE = "Ingen röst att ta bort."
TURN_FIRST = "Ja och nej kan bara byta plats innan någon har röstat."
TURNED = "Ja och nej har bytt plats."
REST_WHICH = "Skriv j, n, a, f eller d för alla som är kvar. Esc ångrar."
RESULT = "Omröstningen gav {ja} ja och {nej} nej."
PAUSED = "Uppropet är avbrutet. Enter fortsätter det; rösterna står på raden så länge."
COUNTS = "Skriv antalet, till exempel 8-5."
MARKS_ASIDE = "Rösterna som ropats upp är undanlagda. Pil upp på tom rad hämtar dem."
VOTE_GONE = "Omröstningen har ändrats av någon annan. Se efter innan du sparar raden."

KEYS = (
    ("j", "ja"),
    ("n", "nej"),
    ("a", "avstår"),
    ("f", "frånvarande"),
    ("d", "deltar inte"),
    ("J N A F D".replace(" ", NBSP), "hela partiet"),
    ("rj", "resten ja"),
    ("7n", "plats 7 nej"),
)
FOOTER = {
    "take": "Ta rösterna",
    "back": "Ta bort",
    "turn": "Byt ja och nej",
    "counts": "Bara antal",
}

HELP_TITLE = "Omröstning"
HELP = (
    ("om ab", "ab begär omröstning: uppropet öppnas med namnen i ordning, ordföranden sist"),
    ("j n a f d", "i uppropet: ja, nej, avstår, frånvarande, deltar inte; sedan nästa på tur"),
    ("J N A F D", "hela partiet, utom de som redan har röstat"),
    ("rj rn ra", "alla som är kvar"),
    ("7n", "till plats 7, som röstar nej; så rättas en röst"),
    ("backsteg", "tar bort det du gjorde senast"),
    ("o l", "byt ja och nej innan någon har röstat; bara antalet"),
    ("Enter Esc", "ta rösterna när ingen är kvar; avbryt och fortsätt senare med Enter"),
    ("om ja S V nej M", "samma sak på raden, med partier och signaturer; om ja alla nej ab"),
    ("om 8-5", "bara antalet; om 40-38 bilaga 5 när namnen finns i en bilaga"),
    ("om omvänt", "ja och nej byter plats"),
    ("om utslagsröst ja", "vid lika röstetal; i val om lottning ja"),
    ("om minoritet", "en tredjedel begär det (fullmäktige); om minoritet 29-81: utan omröstning"),
    ("om majoritet ja", "två tredjedelar krävs: ja vann, eller nej"),
    ("om enhällighet ja", "alla ska vara överens; så också om enhällighet nej"),
    ("om bedömning ja : …", "ordföranden avgör vad rösterna betyder, med skälet efter kolon"),
    ("om q2", "omröstning om motförslaget, som är proposition 2"),
    ("pr ordning", "beslutsgången är redovisad och godkänd; parvis, vart: hur förslagen ställs"),
    ("va proportionellt 9", "nio begär att valet är proportionellt"),
    ("rä q1 va 39 ab 20 cd 19", "rättar hur valsedlarna räknades"),
    ("rä m1 ja ab", "rättar en röst efter klubbslaget; det som stod finns kvar"),
)


def result(count: Callable[[Rostmarke], int]) -> str:
    """How the vote went."""
    return RESULT.format(ja=count(Rostmarke.JA), nej=count(Rostmarke.NEJ))


def few(names: Iterable[str], shown: int = 3) -> str:
    """Some of those meant by name, the rest as a number."""
    known = tuple(names)
    more = [MORE.format(antal=len(known) - shown)] if len(known) > shown else []
    return join_list((*known[:shown], *more))


def counted(marks: Iterable[tuple[Rostmarke, int]]) -> tuple[str, ...]:
    """The running count: Ja, Nej and Avstår always, the others where there are any."""
    always = {Rostmarke.JA, Rostmarke.NEJ, Rostmarke.AVSTAR}
    kept = ((marke, n) for marke, n in marks if n or marke in always)
    return tuple(f"{marke.value.capitalize()} {n}".replace(" ", NBSP) for marke, n in kept)
