"""The meetings of a folder, a new one, and the example."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file
from pathlib import Path

from protokoll_tui.domain.ids import random_id
from protokoll_tui.domain.kommun import Kommun, Roll
from protokoll_tui.domain.paragraf import Paragraf, ParagrafSlag
from protokoll_tui.domain.sammantrade import Sammantrade
from protokoll_tui.errors import ProtokollError
from protokoll_tui.resources import example
from protokoll_tui.services import texter
from protokoll_tui.storage.atomic import reason
from protokoll_tui.storage.create import create_meeting as store_meeting
from protokoll_tui.storage.create import list_meetings, summarize
from protokoll_tui.storage.errors import FinnsRedan, KanInteSpara
from protokoll_tui.storage.kommun_file import load_kommun
from protokoll_tui.swedish.dates import format_date
from protokoll_tui.swedish.folding import fold
from protokoll_tui.swedish.text import capitalize

EXAMPLE = "ks-2031-06-17.toml"
"""The meeting file of the example."""


@dataclass(frozen=True)
class Rad:
    """A meeting in the list: its file and its words."""

    path: Path
    text: str


def meetings_in(folder: Path) -> tuple[Rad, ...]:
    """The meetings of a folder, newest first, in words."""
    kommun = _kommun(folder)
    rows = []
    for found in list_meetings(folder):
        name = capitalize(kommun.find_organ(found.organ).namn)
        day = format_date(found.datum) if found.datum else ""
        about = texter.BROKEN.format(skal=found.fel) if found.fel else texter.items(found.antal)
        rows.append(Rad(found.path, f"{name or found.path.name} {day} · {about}"))
    return tuple(rows)


def holds_meeting(path: Path) -> bool:
    """Whether a file may be opened as a meeting; False for a roster, which holds none.

    One that cannot be read says why when it is opened.
    """
    return summarize(path) is not None


def organ_names(folder: Path) -> tuple[str, ...]:
    """The organs of the municipality, by name."""
    return tuple(organ.namn for organ in _kommun(folder).organ)


def roster_trouble(folder: Path) -> str:
    """Why a new meeting in a folder would lack organs and persons; "" where nothing is wrong."""
    return " ".join(load_kommun(folder / "x.toml").notiser)


def create_meeting(folder: Path, organ: str, day: date, place: str, first: int) -> Path:
    """A new meeting of an organ, with the items that every meeting begins with.

    ``organ`` is a name, its beginning or an id. Raises ProtokollError when the file exists.
    """
    kommun = _kommun(folder)
    wanted = fold(organ)
    found = (o for o in kommun.organ if wanted == fold(o.id) or fold(o.namn).startswith(wanted))
    chosen = next((o.id for o in found), organ)
    if kommun.organ and kommun.find_organ(chosen) not in kommun.organ:
        names = ", ".join(o.namn for o in kommun.organ)
        raise OkantOrgan(texter.UNKNOWN_BODY.format(organ=organ, finns=names))
    state = Sammantrade(
        organ=chosen,
        datum=day,
        plats=place,
        ordforande=_chair(kommun, chosen),
        paragraf=tuple(_opening(nr, slag) for nr, slag in enumerate(OPENING, first)),
    )
    return store_meeting(folder, chosen, day, mall=state)


class OkantOrgan(ProtokollError):
    """The municipality has no such organ."""


OPENING = (ParagrafSlag.UPPROP, ParagrafSlag.JUSTERARE, ParagrafSlag.DAGORDNING)


def _opening(nr: int, slag: ParagrafSlag) -> Paragraf:
    return Paragraf(id=random_id("paragraf"), nr=nr, slag=slag, rubrik=capitalize(slag.value))


def _chair(kommun: Kommun, organ: str) -> str:
    chairs = (m for m in kommun.mandat if m.organ == organ and m.roll is Roll.ORDFORANDE)
    return next((m.person for m in chairs), "")


def _kommun(folder: Path) -> Kommun:
    return load_kommun(folder / "x.toml").kommun


def copy_example(folder: Path | None = None) -> Path:
    """A fresh copy of the example meeting, in a folder or in a new temporary one.

    Out: its meeting file. Raises ``FinnsRedan`` when one of its files is there already (a
    kommun.toml may be the user's own), ``KanInteSpara``.
    """
    target = folder or Path(tempfile.mkdtemp(prefix="protokoll-demo-"))
    with as_file(example()) as source:
        files = [file for file in source.iterdir() if file.suffix in {".toml", ".txt"}]
        for file in files:
            if (target / file.name).exists():
                raise FinnsRedan(texter.EXAMPLE_THERE, str(target / file.name))
        try:
            target.mkdir(parents=True, exist_ok=True)
            for file in files:
                shutil.copyfile(file, target / file.name)
        except OSError as error:
            raise KanInteSpara(reason(error), target) from error
    return target / EXAMPLE
