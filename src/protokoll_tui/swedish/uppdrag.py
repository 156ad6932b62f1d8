"""What somebody is elected to, for one and for several: "ledamot", "ledamöter"."""

from __future__ import annotations

import re

_FORMS = (
    ("ledamot", "ledamöter"),
    ("revisor", "revisorer"),
    ("suppleant", "suppleanter"),
    ("representant", "representanter"),
    ("förrättare", "förrättare"),
    ("nämndeman", "nämndemän"),
    ("sekreterare", "sekreterare"),
    ("kandidat", "kandidater"),
    ("delegat", "delegater"),
    ("chef", "chefer"),
)
"""The last part of a word for one, and for several. What is not here has one form for both."""

_HEAD_ENDS = re.compile(r"\s(?:i|för|till|på|vid|hos|inom)\s")
_COUNT = re.compile(r"(\d{1,3})\s+(?=\D)")


def singular(uppdrag: str) -> str:
    """An uppdrag for one: "ledamöter i socialnämnden" -> "ledamot i socialnämnden".

    Source: Svenska Akademiens ordlista, the nouns' forms.
    """
    return _changed(uppdrag, {many: one for one, many in _FORMS})


def plural(uppdrag: str) -> str:
    """An uppdrag for several: "revisor" -> "revisorer".

    Source: Svenska Akademiens ordlista, the nouns' forms.
    """
    return _changed(uppdrag, dict(_FORMS))


def places_said(uppdrag: str) -> tuple[int | None, str]:
    """The number before an uppdrag, and the rest: "2 ledamöter i …" -> 2, "ledamöter i …".

    Source: how elections are announced, figures before the noun.
    """
    count = _COUNT.match(uppdrag)
    return (int(count[1]), uppdrag[count.end() :]) if count else (None, uppdrag)


def _changed(uppdrag: str, forms: dict[str, str]) -> str:
    """The words before the organ in the other form."""
    end = _HEAD_ENDS.search(uppdrag)
    head, tail = (uppdrag[: end.start()], uppdrag[end.start() :]) if end else (uppdrag, "")
    return " ".join(_word(word, forms) for word in head.split()) + tail


def _word(word: str, forms: dict[str, str]) -> str:
    end = next((end for end in forms if word.casefold().endswith(end)), None)
    if end is None:
        return word
    at = len(word) - len(end)
    made = forms[end].capitalize() if word[at].isupper() else forms[end]
    return word[:at] + made
