"""The verbs of the quick line, with what help says about each. No signature may be a verb."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from protokoll_tui.swedish.folding import fold


@dataclass(frozen=True)
class Verb:
    """A verb: two letters, its name, other words for it, an example line, what it does."""

    kod: str
    namn: str
    ord: tuple[str, ...]
    exempel: str
    hjalp: str


VERBS: tuple[Verb, ...] = (
    Verb("bi", "bifall", ("bifall",), "bi ab +cd ef", "yrkar bifall; + före den som instämmer"),
    Verb("av", "avslag", ("avslag",), "av ab : med hänvisning till …", "yrkar avslag"),
    Verb(
        "än",
        "ändring",
        ("ändring",),
        "än ab p2 : ny lydelse",
        "yrkar att en punkt ändras; än y3 : text ändrar det egna yrkandet",
    ),
    Verb("ti", "tillägg", ("tillägg",), "ti ab : text", "yrkar ett tillägg"),
    Verb("ny", "eget förslag", ("nytt",), "ny ab : text", "yrkar ett eget förslag i stället"),
    Verb(
        "åt",
        "återremiss",
        ("återremiss",),
        "åt ab >socialnämnden : för att …",
        "yrkar återremiss",
    ),
    Verb("bo", "bordläggning", ("bordläggning",), "bo ab 2/9", "yrkar bordläggning till dagen"),
    Verb("re", "remiss", ("remiss",), "re ab >socialnämnden", "yrkar att ärendet remitteras"),
    Verb(
        "aj",
        "ajournering",
        ("ajournering", "paus"),
        "aj 14.05-14.20",
        "paus; utan tid: börjar eller slutar nu; 19/6 13.00: fortsätter den dagen; med namn: yrkar",
    ),
    Verb(
        "in", "instämmer", ("instämmer",), "in y1 cd ef", "fler instämmer; + räcker för det senaste"
    ),
    Verb("tb", "tar tillbaka", ("tillbaka", "återtar"), "tb y1", "tar tillbaka sitt yrkande"),
    Verb(
        "fr", "förslag", ("förslag",), "fr arbetsutskottet : text", "det förslag som ärendet gäller"
    ),
    Verb(
        "öv",
        "överläggningen avslutad",
        ("överläggning",),
        "öv",
        "överläggningen förklaras avslutad",
    ),
    Verb(
        "pr",
        "proposition",
        ("proposition",),
        "pr f1",
        "vad ordföranden finner: f1, y2, dag, åt, bo; ordning: mötet godkänner",
    ),
    Verb(
        "om",
        "omröstning",
        ("omröstning", "votering"),
        "om ab ja S V nej M SD",
        "begärs; 8-5: rösterna; q2: om motförslaget; omvänt; utslagsröst ja; minoritet",
    ),
    Verb(
        "of",
        "ordningsfråga",
        ("ordningsfråga",),
        "of ab : streck i debatten",
        "yrkar i en fråga om ordningen",
    ),
    Verb(
        "va",
        "val",
        ("val",),
        "va ab till ledamot i socialnämnden",
        "föreslår någon; sluten; proportionellt 9; 39 ab 20 cd 16: rösterna; lott ab; avgår",
    ),
    Verb(
        "be", "beslut", ("beslut",), "be", "beslutet: som funnet, be f1, be : egen text, be ingen"
    ),
    Verb("di", "deltar inte", ("deltar",), "di ab p2", "deltar inte i beslutet"),
    Verb(
        "rs",
        "reservation",
        ("reservation", "reserverar"),
        "rs ab cd",
        "reserverar sig mot beslutet; skriftlig, aviserad, utebliven; : bilaga 7",
    ),
    Verb(
        "an",
        "protokollsanteckning",
        ("anteckning",),
        "an ab S : text",
        "anteckning, även för en grupp; nekad, begärd; : bilaga 7",
    ),
    Verb("sy", "särskilt yttrande", ("yttrande",), "sy ab : text", "lämnar särskilt yttrande"),
    Verb("oj", "omedelbar justering", ("omedelbar",), "oj", "justeras omedelbart; oj ml: av ml"),
    Verb(
        "or",
        "ordförande",
        ("ordförande",),
        "or cd 13.10",
        "tar över ordförandeskapet; utan tid: nu; or cd 120: till och med § 120",
    ),
    Verb(
        "kl",
        "kommer eller går",
        ("kommer", "går", "lämnar", "anländer", "återkommer", "uteblir"),
        "kl aw 13.40",
        "kommer, går; >ft träder in; tappar, åter, distans, utvisas, uteblir; 120: t.o.m. § 120",
    ),
    Verb(
        "jä",
        "jäv",
        ("jäv", "jävig", "jäviga"),
        "jä ab",
        "anmäler jäv; p2: bara punkten; >jn träder in, >ingen: tom plats; prövas",
    ),
    Verb(
        "nä",
        "närvarande",
        ("närvarande",),
        "nä Lotta Hagman 118-120 : socialdirektör",
        "någon utan uppdrag är med, med titel; distans",
    ),
    Verb("dr", "stängda dörrar", ("dörrar",), "dr", "dörrarna stängs; en gång till: öppnas"),
    Verb(
        "my",
        "myndighetsutövning",
        ("myndighetsutövning",),
        "my",
        "ärendet rör myndighetsutövning mot enskild; en gång till: inte",
    ),
    Verb(
        "ju",
        "justering",
        ("justering",),
        "ju hä 118-120 2031-06-24",
        "vem som justerar vilka paragrafer, när och >var",
    ),
    Verb(
        "sl",
        "sammanträdet slutar",
        ("slut", "slutar"),
        "sl 16.10",
        "klockslaget till förstasidan; sl 13.05-16.10: början och slut",
    ),
    Verb("up", "utgår", ("utgår",), "up", "ärendet utgår"),
    Verb("ru", "rutin", ("rutin",), "ru", "rutinparagrafen klar i ett slag"),
    Verb("no", "notering", ("notering",), "no : text", "fri notering, skrivs inte ut"),
    Verb(
        "är",
        "extra ärende",
        ("extra",),
        "är KS 2031/0300 : Rubrik",
        "lägger till ett ärende; är tas upp: alla är ense om det, när det inte är kungjort",
    ),
    Verb("rä", "rätta", ("rätta",), "rä y1 av ab +cd", "rättar en post som blev fel"),
    Verb("fl", "flytta", ("flytta",), "fl y1 119", "flyttar en post till en annan paragraf"),
    Verb("st", "stryk", ("stryk",), "st y1", "stryker en post som inte hörde hit"),
    Verb(
        "ly",
        "egen lydelse",
        ("lydelse",),
        "ly y1 : text",
        "egna ord i stället för en färdig mening",
    ),
    Verb("se", "sekretess", ("sekretess",), "se 18:1", "paragrafen omfattas av sekretess"),
)

STANDS = frozenset({"bi", "av", "än", "ti", "ny", "åt", "bo", "re", "aj", "of"})
"""Verbs that state a yrkande; only these can follow `` // ``."""

AFTER_NAME = STANDS - {"aj", "of"} | {"in", "tb", "rs", "an", "sy", "di", "kl", "jä"}
"""What somebody does: these may follow who it is, as in ``Anna yrkar avslag``; others come first.

Many verbs are everyday words too (är, se, no, up), and what is jotted down must not become acts.
"""

NEEDS_TEXT = frozenset({"än", "ti", "ny", "of"})
"""Stands that say nothing without a text of their own."""

RECEIVED = frozenset({"åt", "re"})
"""Verbs whose matter goes to somebody: after > or "till"."""

STEPS_IN = frozenset({"kl", "jä"})
"""Verbs where > names who steps in."""

POINTED = RECEIVED | STEPS_IN | {"ju", "be"}
"""Verbs that take something after >: a receiver, who steps in, or where."""

RANGED = frozenset({"kl", "or", "nä", "ju", "be"})
"""Verbs that hold for several §§: ``118-120``, or ``120`` for to and with that one."""

TIMED = frozenset({"kl", "aj", "dr", "sl"})
"""Verbs where four figures are a time: ``kl aw 1340``."""

RAW = frozenset({"fr", "är", "se"})
"""Verbs whose words are taken as written."""

WHOLE_LINE = frozenset({"no", "rä"})
"""Verbs that take the rest of the line as it stands: as a note, or as another line."""


@cache
def _by_word() -> dict[str, Verb]:
    return {word: verb for verb in VERBS for word in (verb.kod, *verb.ord)}


def near_verb(word: str) -> Verb | None:
    """The verb that a word is a misspelling or the beginning of, or None."""
    verbs = _by_word()
    wanted = word.casefold()
    if bare := next((w for w in verbs if fold(w) == fold(wanted)), None):
        return verbs[bare]
    begun = (w for w in verbs if len(wanted) > 2 and len(w) > 2 and w.startswith(wanted))
    close = next(begun, None) or next(iter(get_close_matches(wanted, verbs, 1, 0.75)), None)
    return verbs[close] if close else None


def find_verb(word: str) -> Verb | None:
    """The verb that a word stands for, in any case, never folded: å, ä and a are different."""
    return _by_word().get(word.casefold())
