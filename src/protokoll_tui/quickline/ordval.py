"""Words of a line that are no names: those with a meaning of their own, and those without."""

from __future__ import annotations

_GRANTED = frozenset({"nekad", "begärd", "medgiven"})

MODIFIERS = {
    "av": frozenset({"övriga"}),
    "pr": frozenset(
        {
            *("ensam", "dag", "åt", "bo", "re", "aj", "of", "av", "bi"),
            *("ordning", "motförslag", "parvis", "vart", "samlat", "lika"),
            *("faller", "vägras"),
        }
    ),
    "om": frozenset(
        {
            *("omvänt", "ny", "förut"),
            *("utslagsröst", "lottning", "minoritet"),
            *("majoritet", "enhällighet", "bedömning"),
        }
    ),
    "be": frozenset({"ingen", "upphäver"}),
    "rs": frozenset({"muntlig", "skriftlig", "bilaga", "aviserad", "utebliven"}),
    "an": _GRANTED,
    "sy": _GRANTED,
    "kl": frozenset(
        {
            *("kommer", "anländer", "återkommer", "går", "lämnar", "utvisas"),
            "uteblir",
            *("tappar", "åter", "distans", "byter", "prövat"),
            *("före", "under", "efter"),
        }
    ),
    "nä": frozenset({"distans"}),
    "jä": frozenset({"prövas", "jävig", "inte", "deltog"}),
}
"""Words with a meaning of their own after a verb."""

_ASKED = {
    **dict.fromkeys(("nekat", "nekas", "nekades", "nekar"), "nekad"),
    **dict.fromkeys(("avslås", "avslagen", "avslaget", "vägras", "vägrad", "vägrat"), "nekad"),
    **dict.fromkeys(("begärt", "begärs", "begär"), "begärd"),
    **dict.fromkeys(("medgivet", "medges", "medgavs", "beviljas", "beviljad"), "medgiven"),
}

SAME_AS = {
    "om": {
        "tredjedelar": "majoritet",
        "2/3": "majoritet",
        "enhälligt": "enhällighet",
        "enhällig": "enhällighet",
        "bedömt": "bedömning",
        "bedöms": "bedömning",
        "lott": "lottning",
        "lotten": "lottning",
    },
    "rs": {
        **dict.fromkeys(("skriftligt", "skriftligen"), "skriftlig"),
        **dict.fromkeys(("muntligt", "muntligen"), "muntlig"),
        **dict.fromkeys(("aviserat", "aviseras"), "aviserad"),
        **dict.fromkeys(("uteblev", "uteblivit", "uteblir"), "utebliven"),
    },
    "an": _ASKED,
    "sy": _ASKED,
}
"""Other forms of such words. Two thirds is the one qualified majority that the law has (R67)."""

FILLERS = frozenset({"yrkar", "yrkade", "och", "samt", "§", "§§"})
"""Words that a hurried hand writes and that say nothing here: ``Anna yrkar avslag``."""

CLOCK = frozenset({"kl", "kl.", "klockan"})
_LAST = frozenset({"till", "tom", "t.o.m.", "med"})
_PLACES_LEFT = frozenset({"lokalen", "salen", "rummet", "mötet", "sammanträdet"})

FILLERS_OF = {
    "pr": frozenset({"för", "sig", "mötet", "godkänner"}),
    "om": frozenset({"begärs", "begär", "votering", "med", "två", "tredjedelars", "kvalificerad"}),
    "di": frozenset({"inte", "ej", "i", "beslutet"}),
    "rs": frozenset({"sig", "mot", "beslutet"}),
    "kl": CLOCK | _LAST | _PLACES_LEFT | {"på", "hem", "tillbaka"},
    "or": CLOCK | _LAST,
    "aj": CLOCK,
    "dr": CLOCK,
    "sl": CLOCK | {"mötet", "sammanträdet"},
    "ju": CLOCK | {"den", "justerar"},
    "jä": _PLACES_LEFT | {"anmäler", "är", "har", "för", "i", "ärendet", "lämnar"},
}
"""Such words of one verb: ``Anna deltar inte i beslutet``."""

STEPS_IN_WORDS = {
    "kl": frozenset({"ersätter", "ersätts", "för"}),
    "jä": frozenset({"ersätts"}),
}
"""Words that say > where somebody steps in: ``aw kommer och ersätter rh``."""

TAILS = {"kl": (("ersätter",), ("träder", "in")), "jä": (("ersätter",), ("träder", "in"))}
"""How a line ends where the last one named steps in: ``ab går, lg ersätter``."""

READ_AFTER = frozenset({"kl", "jä", "ju", "be"})
"""Verbs where not all that stands after > is a name or a place."""

DROPPED = CLOCK | {"och", "av", "den", "ersätter", "ersätts", "för", "in"}
"""Words after > that say nothing there, or something else."""
