"""House styles: stil.toml read over that of ``standard``, and where the templates lie."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NoReturn

from protokoll_tui.domain.fraga import Metod
from protokoll_tui.procedure.forlopp import Avslagsplats, Praxis
from protokoll_tui.rendering import texter
from protokoll_tui.rendering.mallfel import MallFel, OkandStil
from protokoll_tui.resources import templates
from protokoll_tui.swedish.folding import fold
from protokoll_tui.swedish.verbs import Tense

BAS = "standard"
"""The style that every other builds on."""

FIL = "stil.toml"
TEMPUS = tuple(tense.value for tense in Tense)
SKILLNAD = ("föregående", "uppropet", "ordinarie", "nej")
INSTAMMANDE = ("egen mening", "i meningen")
BENAMNING = ("avsändare", "enda")
PARTI = ("parentes", "komma")
ROSTLISTA = ("löptext", "tabell", "bilaga")
METOD = tuple(metod.value for metod in Metod)
AVSLAG = tuple(plats.value for plats in Avslagsplats)


@dataclass(frozen=True)
class Stil:
    """A house style.

    ``ordning`` is the order of the sections; ``tempus`` a tense per section, ``rubriker`` the
    heading in singular and plural. ``instammande`` says whether supporters stand in the mover's
    sentence, ``benamning`` whether the only förslag is called after its sender or "förslaget".
    ``tjanst_vid_namn`` are the sections where a serving ersättare and the chair are named as such;
    ``narvarolista`` is the order of the sections of the list of who was there, and
    ``narvaro_i_utdrag`` says whether every extract names those who took part in its decision,
    ``skillnad`` what a § is held against to tell that others took part. ``rostlista`` says where
    the names of a vote stand, ``annat_utfall`` whether it is told that the count went against what
    the chair found. ``propositionsordning``, ``avslag`` and ``bara_yrkat`` are how the house
    puts the questions; ``praxis`` is the same in the engine's terms.
    ``extra`` is the user's own folder, searched before what is shipped.
    """

    namn: str
    extra: Path | None
    ordning: tuple[str, ...]
    tempus: Mapping[str, Tense]
    rubriker: Mapping[str, tuple[str, str]]
    parti_vid_forsta_omnamnande: bool
    parti: str
    parti_gemener: bool
    parti_i_genitiv: bool
    tjanst_vid_namn: tuple[str, ...]
    narvarolista: tuple[str, ...]
    narvaro_i_utdrag: bool
    skillnad: str
    rostlista: str
    annat_utfall: bool
    propositionsordning: str
    avslag: str
    bara_yrkat: bool
    instammande: str
    benamning: str
    citat: tuple[str, str]
    citat_eget_stycke: bool
    inled_led: bool
    foredragande: bool
    sidfot: tuple[str, ...]
    text: Mapping[str, str]
    grupp: Mapping[str, str]

    @property
    def praxis(self) -> Praxis:
        """How the house puts the questions, as the engine has it (R95, R98, R100)."""
        return Praxis(
            Metod(self.propositionsordning),
            Avslagsplats(self.avslag),
            bara_yrkat=self.bara_yrkat,
        )

    def tense(self, avsnitt: str) -> Tense:
        """The tense of a section (R205): its own, else that of ``allt``."""
        return self.tempus.get(avsnitt, self.tempus["allt"])

    def heading(self, avsnitt: str, antal: int) -> str:
        """The heading of a section that holds ``antal`` things; empty where it has none."""
        singular, plural = self.rubriker.get(avsnitt, ("", ""))
        return singular if antal == 1 else plural


def style_names() -> tuple[str, ...]:
    """The names of the shipped styles, ``standard`` first."""
    found = sorted(entry.name for entry in templates().iterdir() if (entry / FIL).is_file())
    return tuple(sorted(found, key=lambda name: name != BAS))


def load_style(name: str, extra: Path | None = None) -> Stil:
    """The house style of that name; folded names and capitals are accepted.

    ``extra`` is a folder with own files laid over the style. Raises ``OkandStil`` when there is
    no such style and ``MallFel`` when a stil.toml cannot be used.
    """
    known = style_names()
    found = next((style for style in known if fold(style) == fold(name.strip())), None)
    if found is None:
        raise OkandStil(texter.unknown_style(name, known))
    merged: dict[str, Any] = {}
    layers: list[Traversable] = [templates() / BAS, templates() / found]
    for folder in [*layers, *([extra] if extra else [])]:
        _merge(merged, _read(folder))
    return _Values(merged, f"{found}/{FIL}").style(found, extra)


def _read(folder: Traversable) -> dict[str, Any]:
    file = folder / FIL
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        row = re.search(r"at line (\d+)", str(error))
        place = f"{folder.name}/{FIL}" + (f", rad {row[1]}" if row else "")
        raise MallFel(f"{texter.BAD_TOML}.", place) from error


def _merge(base: dict[str, Any], over: dict[str, Any]) -> None:
    """Tables are laid over each other key by key, all else is replaced."""
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            base[key] = base[key] | value
        else:
            base[key] = value


@dataclass(frozen=True)
class _Values:
    """Values of stil.toml, taken out one by one and checked."""

    raw: dict[str, Any]
    plats: str

    def style(self, namn: str, extra: Path | None) -> Stil:
        return Stil(
            namn=namn,
            extra=extra,
            ordning=self.texts("ordning"),
            tempus={
                k: Tense(self.one_of(f"tempus.{k}", v, TEMPUS)) for k, v in self.items("tempus")
            },
            rubriker={k: self.heading(k, v) for k, v in self.items("rubriker")},
            parti_vid_forsta_omnamnande=self.flag("parti_vid_forsta_omnamnande"),
            parti=self.one_of("parti", self.raw.get("parti"), PARTI),
            parti_gemener=self.flag("parti_gemener"),
            parti_i_genitiv=self.flag("parti_i_genitiv"),
            tjanst_vid_namn=self.texts("tjanst_vid_namn"),
            narvarolista=self.texts("narvarolista"),
            narvaro_i_utdrag=self.flag("narvaro_i_utdrag"),
            skillnad=self.one_of("skillnad", self.raw.get("skillnad"), SKILLNAD),
            rostlista=self.one_of("rostlista", self.raw.get("rostlista"), ROSTLISTA),
            annat_utfall=self.flag("annat_utfall"),
            propositionsordning=self.one_of(
                "propositionsordning", self.raw.get("propositionsordning"), METOD
            ),
            avslag=self.one_of("avslag", self.raw.get("avslag"), AVSLAG),
            bara_yrkat=self.flag("bara_yrkat"),
            instammande=self.one_of("instammande", self.raw.get("instammande"), INSTAMMANDE),
            benamning=self.one_of("benamning", self.raw.get("benamning"), BENAMNING),
            citat=self.pair("citat", self.raw.get("citat")),
            citat_eget_stycke=self.flag("citat_eget_stycke"),
            inled_led=self.flag("inled_led"),
            foredragande=self.flag("foredragande"),
            sidfot=self.texts("sidfot"),
            text={k: self.words(f"text.{k}", v) for k, v in self.items("text")},
            grupp={k: self.words(f"grupp.{k}", v) for k, v in self.items("grupp")},
        )

    def heading(self, key: str, value: Any) -> tuple[str, str]:
        name = f"rubriker.{key}"
        return (value, value) if isinstance(value, str) else self.pair(name, value)

    def pair(self, key: str, value: Any) -> tuple[str, str]:
        if not isinstance(value, list) or len(value) != 2:
            self.refuse(key, texter.NOT_TEXTS)
        return self.words(key, value[0]), self.words(key, value[1])

    def items(self, key: str) -> list[tuple[str, Any]]:
        value = self.raw.get(key)
        if not isinstance(value, dict):
            self.refuse(key, texter.NOT_TABLE)
        return list(value.items())

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key)
        if not isinstance(value, list):
            self.refuse(key, texter.NOT_TEXTS)
        return tuple(self.words(key, item) for item in value)

    def words(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            self.refuse(key, texter.NOT_TEXT)
        return value

    def flag(self, key: str) -> bool:
        value = self.raw.get(key)
        if not isinstance(value, bool):
            self.refuse(key, texter.NOT_BOOL)
        return value

    def one_of(self, key: str, value: Any, choices: tuple[str, ...]) -> str:
        found = next((choice for choice in choices if fold(str(value)) == fold(choice)), None)
        if found is None:
            self.refuse(key, texter.not_one_of(choices))
        return found

    def refuse(self, key: str, why: str) -> NoReturn:
        raise MallFel(texter.bad_style_value(key, why), self.plats)
