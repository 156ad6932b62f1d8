"""The form of a verb that a sentence needs: tense, passive, infinitive, supine."""

from enum import StrEnum

from protokoll_tui.swedish.verb_table import VERBS, Verb


class Tense(StrEnum):
    """The tense of a section; a house style names one per section type."""

    PRESENS = "presens"
    PRETERITUM = "preteritum"


class UnknownVerb(KeyError):
    """Raised when the verb table has no such key."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key

    def __str__(self) -> str:
        return f"okänt verb: ”{self.key}”"


class MissingForm(KeyError):
    """Raised when the verb exists but has no such form in Swedish ("rösta" has no passive)."""

    def __init__(self, key: str, form: str) -> None:
        super().__init__(key, form)
        self.key = key
        self.form = form

    def __str__(self) -> str:
        return f"verbet ”{self.key}” saknar {self.form}"


# A template author writes the word that stands in the sentence: verb("är"), verb("blir").
_PRESENT_AS_KEY = {
    "är": "vara",
    "har": "ha",
    "blir": "bli",
    "får": "få",
    "finns": "finnas",
    "vill": "vilja",
    "kan": "kunna",
    "bör": "böra",
}


def find_verb(key: str) -> Verb:
    """The record of a verb by its key ("avslå", "ge i uppdrag") or an auxiliary as said ("är").

    Raises UnknownVerb. Source: the forms are common Swedish (Svenska Akademiens ordlista).
    """
    try:
        return VERBS[_PRESENT_AS_KEY.get(key, key)]
    except KeyError:
        raise UnknownVerb(key) from None


def verb(key: str, tense: Tense) -> str:
    """The active form of a verb in a tense: ("yrka", PRETERITUM) gives "yrkade".

    Particles and objects are not included; the record's pattern shows where they stand.
    Source: Myndigheternas skrivregler, one tense per section.
    """
    found = find_verb(key)
    return found.present if Tense(tense) is Tense.PRESENS else found.past


def passive(key: str, tense: Tense) -> str:
    """The s-passive of a verb in a tense: ("bordlägga", PRETERITUM) gives "bordlades".

    Raises MissingForm where there is none. Source: Språkrådet ("bordläggs", not "bordlägges").
    """
    found = find_verb(key)
    form = found.passive_present if Tense(tense) is Tense.PRESENS else found.passive_past
    return _existing(form, key, "s-passiv")


def infinitive(key: str) -> str:
    """The infinitive of a verb: "ge i uppdrag" gives "ge".

    Source: Svenska Akademiens ordlista.
    """
    return find_verb(key).infinitive


def passive_infinitive(key: str) -> str:
    """The s-passive infinitive, as after ska and skulle: "återremittera" gives "återremitteras".

    Raises MissingForm where there is none. Source: Svenska Akademiens ordlista.
    """
    return _existing(find_verb(key).passive_infinitive, key, "s-passiv")


def supine(key: str) -> str:
    """The form after har and hade: "ta del av" gives "tagit".

    Source: Svenska Akademiens ordlista.
    """
    return find_verb(key).supine


def passive_supine(key: str) -> str:
    """The s-passive after har and hade: "lämna in" gives "lämnats".

    Raises MissingForm where there is none. Source: Svenska Akademiens ordlista.
    """
    return _existing(find_verb(key).passive_supine, key, "s-passiv")


def _existing(form: str, key: str, name: str) -> str:
    if not form:
        raise MissingForm(key, name)
    return form
