"""The block list with its metadata as JSON, and back: for archives and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from protokoll_tui.errors import ProtokollError
from protokoll_tui.rendering import texter
from protokoll_tui.rendering.blocks import (
    Block,
    Cell,
    Dokument,
    Flagga,
    Lista,
    Punkt,
    Rubrik,
    Run,
    Stycke,
    Tabell,
    shown,
)

SCHEMA = 1


class OgiltigtDokument(ProtokollError):
    """A JSON file that no document can be read from."""


class JsonSkrivare:
    """JSON in UTF-8, with a schema number; ``read_json`` reads it back."""

    namn = "json"
    suffix = ".json"

    def write(self, dokument: Dokument, *, publik: bool = False) -> bytes:
        """The document as JSON; ``publik`` leaves out what is masked, and the flags."""
        plain = {
            "schema": SCHEMA,
            "titel": shown(dokument.titel, publik) if publik else dokument.titel,
            "metadata": {
                name: shown(value, publik) if publik else value
                for name, value in dokument.metadata.items()
            },
            "block": [_plain(block, publik) for block in dokument.blocks],
            "flaggor": [] if publik else [_flag(flagga) for flagga in dokument.flaggor],
        }
        return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _flag(flagga: Flagga) -> dict[str, str]:
    values = {name: getattr(flagga, name) for name in Flagga.__dataclass_fields__}
    return {name: value for name, value in values.items() if value}


def _plain(block: Block, publik: bool) -> dict[str, Any]:
    match block:
        case Rubrik():
            own: dict[str, Any] = {"rubrik": block.niva, "text": _runs(block.runs, publik)}
        case Stycke():
            own = {"stycke": block.roll, "text": _runs(block.runs, publik)}
        case Lista():
            own = _list(block, publik)
        case Tabell():
            rows = [[_cell(cell, publik) for cell in row] for row in block.rader]
            own = {"tabell": rows}
    return own | ({"nyckel": block.nyckel} if block.nyckel else {})


def _list(lista: Lista, publik: bool) -> dict[str, Any]:
    items = [
        {"text": _runs(p.runs, publik)}
        | ({"listor": [_list(inner, publik) for inner in p.listor]} if p.listor else {})
        for p in lista.punkter
    ]
    return {"lista": items} | ({"start": lista.start} if lista.numrerad else {})


def _cell(cell: Cell, publik: bool) -> dict[str, Any]:
    return {"text": _runs(cell.runs, publik)} | ({"huvud": True} if cell.huvud else {})


def _runs(runs: Iterable[Run], publik: bool) -> list[str | dict[str, Any]]:
    """A run of plain text is the text itself."""
    return [_run(run, publik) for run in runs]


def _run(run: Run, publik: bool) -> str | dict[str, Any]:
    marks = {name: True for name in ("fet", "kursiv", "maskerad") if getattr(run, name)}
    text = texter.MASK if publik and run.maskerad else run.text
    return {"t": text} | marks if marks else text


def read_json(data: bytes) -> Dokument:
    """The document in a JSON file. Raises ``OgiltigtDokument``."""
    try:
        plain = json.loads(data)
        if plain["schema"] != SCHEMA:
            raise ValueError(plain["schema"])
        return Dokument(
            plain["titel"],
            tuple(_block(block) for block in plain["block"]),
            dict(plain["metadata"]),
            tuple(Flagga(**flagga) for flagga in plain["flaggor"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OgiltigtDokument(texter.BAD_JSON) from error


def _block(plain: dict[str, Any]) -> Block:
    key = plain.get("nyckel", "")
    if "rubrik" in plain:
        return Rubrik(plain["rubrik"], _read_runs(plain["text"]), key)
    if "stycke" in plain:
        return Stycke(_read_runs(plain["text"]), key, plain["stycke"])
    if "tabell" in plain:
        rows = plain["tabell"]
        return Tabell(tuple(tuple(_read_cell(cell) for cell in row) for row in rows), key)
    return _read_list(plain, key)


def _read_list(plain: dict[str, Any], key: str = "") -> Lista:
    items = tuple(
        Punkt(_read_runs(p["text"]), tuple(_read_list(inner) for inner in p.get("listor", [])))
        for p in plain["lista"]
    )
    return Lista(items, "start" in plain, plain.get("start", 1), key)


def _read_cell(plain: dict[str, Any]) -> Cell:
    return Cell(_read_runs(plain["text"]), plain.get("huvud", False))


def _read_runs(plain: list[str | dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(
        Run(run)
        if isinstance(run, str)
        else Run(run["t"], **{name: value for name, value in run.items() if name != "t"})
        for run in plain
    )
