"""The genitive of names, groups and bodies."""

import re
from collections.abc import Sequence

from protokoll_tui.swedish.lists import join_list

_BRACKET = re.compile(r"^(?P<name>.*\S)(?P<bracket>\s+\([^()]*\))$", re.DOTALL)
_SIBILANTS = ("s", "x", "z")


def genitive(name: str) -> str:
    """The genitive of a name or noun phrase: "Anna Berg" gives "Anna Bergs".

    A name in s, x or z is unchanged, an initialism takes a colon ("SKR:s"), a party bracket stays
    last ("Mats Eks (M)") and a group inflects its last word. There is never an apostrophe that the
    name did not have. Source: Språkrådet.
    """
    if found := _BRACKET.match(name):
        return genitive(found["name"]) + found["bracket"]
    if not name.strip():
        return name
    return _inflect(name.rstrip())


def joint_genitive(names: Sequence[str], *, joint: bool) -> str:
    """The genitive of several owners.

    Joint ownership inflects the last name only ("Anna Berg och Bo Eks yrkande"), separate
    ownership each of them ("Anna Bergs och Bo Eks yrkanden"). Source: Språkrådet.
    """
    if not joint:
        return join_list([genitive(name) for name in names])
    return join_list([*names[:-1], *(genitive(name) for name in names[-1:])])


def _inflect(name: str) -> str:
    if _takes_colon(name.split()[-1]):
        return f"{name.rstrip('.')}:s"
    return name if name.casefold().endswith(_SIBILANTS) else f"{name}s"


def _takes_colon(word: str) -> bool:
    """Initialisms, figures and abbreviations with a stop, read letter by letter."""
    return word.isupper() or word[-1].isdigit() or word.endswith(".")
