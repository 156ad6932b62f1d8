"""Who sits in the room of these tests."""

from datetime import date

from protokoll_tui.domain.aktor import Aktor
from protokoll_tui.quickline import Inmatning, Kontext, parse

RUM = Kontext(
    namn={
        "ab": "Anna Berg",
        "al": "Anna Lind",
        "cd": "Cia Dahl",
        "ef": "Eva Falk",
        "cu": "Carl-Johan af Ugglas",
        "öå": "Östen Åberg Öst",
    },
    parti={"ab": "M", "al": "", "cd": "S", "ef": "S", "cu": "V", "öå": "KD"},
    tjanstgor=("ab", "cd", "ef", "zz"),
    dag=date(2031, 6, 17),
)


def p(*sigs: str) -> tuple[Aktor, ...]:
    """Persons by signature."""
    return tuple(Aktor(person=sig) for sig in sigs)


def words(*names: str) -> tuple[Aktor, ...]:
    """Actors in words as written."""
    return tuple(Aktor(ord=name) for name in names)


S_GROUP = Aktor(grupp="S", namn=("cd", "ef"))


def read(line: str) -> Inmatning:
    return parse(line, RUM)
