"""Words that someone adds to a sentence: how they can be joined to it."""

import re
from enum import Enum

CONNECTORS = (
    *("alternativt", "angående", "att", "av", "avseende", "beträffande", "bland", "dels", "då"),
    *("därför att", "eftersom", "efter", "eller", "emedan", "enligt", "exklusive", "fram till"),
    *("från", "fr.o.m.", "för", "förutsatt att", "före", "förrän", "genom", "givet att"),
    *("gällande", "hos", "i", "ifall", "inför", "inklusive", "innan", "innebärande", "inom"),
    *("intill", "jämlikt", "jämte", "kring", "med", "medan", "mellan", "men", "mot"),
    *("när", "och", "om", "oavsett", "på", "rörande", "samt", "sedan", "som", "såsom", "såvida"),
    *("så att", "så länge", "så snart", "så som", "tack vare", "till", "till dess", "tills"),
    *("till följd av", "trots", "t.o.m.", "under", "ur", "utan", "utanför", "utifrån", "utom"),
    *("utöver", "varav", "vare sig", "varför", "varmed", "varvid", "via", "vid", "vilket"),
    *("vilka", "vilken", "åt", "över"),
    *("enl.", "förutom", "istället för", "liksom", "m.h.t.", "mht", "p.g.a.", "pga"),
)
"""Prepositions and conjunctions: a text that begins with one can go on where a clause ends."""

DEGREES = frozenset(
    (
        *("billigt", "bra", "brett", "dyr", "dyra", "dyrt", "dålig", "dåligt", "få", "högt", "hög"),
        *("höga", "kort", "liten", "litet", "lite", "lågt", "långt", "långsamt", "många", "mycket"),
        *("osäkert", "riskabelt", "sent", "små", "smalt", "snabbt", "stor", "stora", "stort"),
        *("svagt", "svårt", "tidigt", "tungt", "vagt", "oklart"),
    )
)
"""What "för" only strengthens ("för dyrt"): then it is no preposition."""


class Tail(Enum):
    """How a text joins the clause before it."""

    FOLLOWS = "följer"
    """It goes on in the same clause: "eftersom kostnaden är hög"."""
    SENTENCE = "mening"
    """It is a sentence of its own: "Kostnaden är hög."."""
    WORDS = "ord"
    """It is neither, and can only be quoted: "det är för dyrt"."""


_FIRST = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(CONNECTORS, key=len, reverse=True)) + r")(?!\w)"
)
_DEGREE = re.compile(r"för (\w+)")
# The stop of an abbreviation belongs to it: "m.m.", "bl.a.", "osv.".
_STOP = re.compile(r"(?<!\.)(?<!\.\w)(?<!\bosv)(?<!\betc)(?<!\bdvs)(?<!\bkap)\.$")


def tail(text: str) -> Tail:
    """How a text can follow a finished clause, by its first word.

    Source: Myndigheternas skrivregler.
    """
    words = text.strip()
    if words[:1].isupper():
        return Tail.SENTENCE
    degree = _DEGREE.match(words)
    if degree and degree[1] in DEGREES:
        return Tail.WORDS
    return Tail.FOLLOWS if _FIRST.match(words) else Tail.WORDS


def without_stop(text: str) -> str:
    """The text without a final full stop, so that a sentence can go on after it.

    An abbreviation keeps its stop. Source: Myndigheternas skrivregler.
    """
    return _STOP.sub("", text.rstrip())
