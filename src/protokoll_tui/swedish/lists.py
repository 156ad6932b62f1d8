"""Lists in running text."""

from collections.abc import Iterable


def join_list(words: Iterable[str], conjunction: str = "och") -> str:
    """Words as one list: "A", "A och B", "A, B och C"; no words give "".

    There is no comma before the conjunction; "samt" is the conjunction of a second level.
    Source: Myndigheternas skrivregler.
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def join_titled(words: Iterable[str], *, goes_on: bool = False) -> str:
    """Persons with their titles as one list: "Bo Ek, rektor, och Cia Dahl".

    A title after a comma is an apposition, so a comma closes it before what follows: the next
    name, or the rest of the sentence where it ``goes_on``. Source: Myndigheternas skrivregler.
    """
    names = [name for word in words if (name := word.strip(" ,"))]
    closed = [f"{name}," if "," in name else name for name in names]
    *first, last = closed or [""]
    if not goes_on:
        last = last.rstrip(",")
    return f"{' '.join(_between(first))} och {last}" if first else last


def _between(names: list[str]) -> list[str]:
    """Names of a list but the last, a comma after each that another name follows."""
    return [f"{name.rstrip(',')}," for name in names[:-1]] + names[-1:]
