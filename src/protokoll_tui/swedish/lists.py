"""Lists in running text."""

from collections.abc import Iterable


def join_list(words: Iterable[str], conjunction: str = "och") -> str:
    """Words as one list: "A", "A och B", "A, B och C"; no words give "".

    There is no comma before the conjunction; "samt" is the conjunction of a second level.
    Source: Myndigheternas skrivregler.
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last
