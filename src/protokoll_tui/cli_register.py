"""``protokoll register``: the roster's check, and a foreign register read into it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from protokoll_tui import cli_texter as texter

if TYPE_CHECKING:
    from protokoll_tui.reading.uppdrag import Brist
    from protokoll_tui.services.inlasning import Inlasning
    from protokoll_tui.services.registerplan import Onskan, Plan

DONE, FINDINGS, WRONG_USE = 0, 1, 2


def register(options: argparse.Namespace) -> int:
    """Run the command. Out: the exit code. Raises ProtokollError."""
    fil = options.fil
    if fil is None or fil.suffix == ".toml" or fil.is_dir():
        return _check(fil or _target(options.till))
    return _read_in(options)


def _target(till: Path | None) -> Path:
    """The roster's file that was asked for; where none was, the folder to search upwards from."""
    from protokoll_tui.services.register import own_roster

    return Path() if till is None else own_roster(till)


def _check(target: Path) -> int:
    from protokoll_tui.services.register import read_roster, roster_faults

    found = read_roster(target)
    faults = roster_faults(found)
    for fault in faults:
        print(fault)
    count = texter.ROSTER_FAULTS.format(antal=len(faults))
    print(count if faults else texter.NO_ROSTER_FAULTS.format(fil=found.path))
    return FINDINGS if faults else DONE


def _read_in(options: argparse.Namespace) -> int:
    from protokoll_tui.services.inlasning import begin, missing_columns, plan_of

    lasning = begin(options.fil, _target(options.till))
    chosen = _with_columns(lasning, options.kolumn)
    onskan = _wishes(options)
    if chosen is None or onskan is None or not _organ_is_known(chosen, options.organ):
        return WRONG_USE
    _show_source(chosen)
    if missing := missing_columns(chosen.kolumner):
        _fault(texter.MISSING_COLUMN.format(vad=", ".join(missing)))
        return WRONG_USE
    if not options.ja and _can_ask():
        onskan = _asked(chosen, onskan)
    plan = plan_of(chosen, onskan)
    _show_plan(chosen, plan)
    return _finish(chosen, plan, sure=options.ja)


def _finish(lasning: Inlasning, plan: Plan, *, sure: bool) -> int:
    from protokoll_tui.services.inlasning import carry_out

    left = FINDINGS if any(fault.utelamnad for fault in plan.brister) else DONE
    if plan.tom:
        return left
    if not sure and not (_can_ask() and _is_yes(_ask(texter.ASK))):
        print(texter.NOT_READ_IN if _can_ask() else texter.NOT_ASKED)
        return FINDINGS
    path = carry_out(lasning, plan)
    bak = path.with_name(f"{path.name}.bak")
    told = texter.WRITTEN_BAK if lasning.roster.path else texter.WRITTEN
    print(told.format(fil=path, bak=bak.name))
    return left


def _with_columns(lasning: Inlasning, choices: Iterable[str]) -> Inlasning | None:
    """The file with its columns as asked for; None (told) where a choice cannot be read."""
    from protokoll_tui.services.inlasning import FALT
    from protokoll_tui.swedish.folding import fold

    known = {fold(falt): falt for falt in FALT}
    for choice in choices:
        heading, sign, field = choice.rpartition("=")
        falt = known.get(fold(field.strip()))
        if not sign or falt is None:
            _fault(texter.BAD_COLUMN.format(ord=choice, falt=field_names()))
            return None
        at = lasning.find_column(heading)
        if at is None:
            there = ", ".join(filter(None, lasning.kolumner.rubriker))
            _fault(texter.NO_SUCH_COLUMN.format(ord=heading, finns=there))
            return None
        lasning = lasning.with_column(at, falt)
    return lasning


def field_names() -> str:
    """What a column can hold, as it is written after ``--kolumn``."""
    from protokoll_tui.services.inlasning import FALT

    return ", ".join(FALT)


def _wishes(options: argparse.Namespace) -> Onskan | None:
    from protokoll_tui.services.inlasning import parse_wished_day
    from protokoll_tui.services.registerplan import Onskan, Partisvar

    try:
        changed = parse_wished_day(options.bytt)
    except ValueError:
        _fault(texter.BAD_DAY.format(ord=options.bytt))
        return None
    everyone = Partisvar.SAMMA if changed else None
    return Onskan(date.today(), options.organ, options.ersatt, changed, alla=everyone)


def _organ_is_known(lasning: Inlasning, organ: str) -> bool:
    from protokoll_tui.services.inlasning import known_organs
    from protokoll_tui.services.registernamn import Organen

    there = known_organs(lasning)
    if not organ or not there or Organen(list(there)).find(organ):
        return True
    names = ", ".join(f"{o.id} ({o.namn})" for o in there)
    _fault(texter.NO_SUCH_ORGAN.format(organ=organ, finns=names))
    return False


def _asked(lasning: Inlasning, onskan: Onskan) -> Onskan:
    """The wishes with what the user answers about those who have another party in the file."""
    from dataclasses import replace

    from protokoll_tui.services.inlasning import plan_of
    from protokoll_tui.services.registerplan import Partisvar

    while True:
        open_ones = [f for f in plan_of(lasning, onskan).fragor if onskan.answer(f) is None]
        if not open_ones:
            return onskan
        fraga = open_ones[0]
        nu, ny = fraga.parti_nu or "-", fraga.parti_ny or "-"
        said = _ask(texter.ASK_SAME.format(namn=fraga.namn, nu=nu, ny=ny))
        answer = Partisvar.SAMMA if _is_yes(said) else Partisvar.ANNAN if said else Partisvar.HOPPA
        onskan = replace(onskan, svar={**onskan.svar, fraga.nyckel: answer})
        if answer is Partisvar.SAMMA and onskan.bytt is None:
            onskan = replace(onskan, bytt=_asked_day(onskan.dag))


def _asked_day(today: date) -> date:
    from protokoll_tui.services.inlasning import parse_wished_day

    while True:
        said = _ask(texter.ASK_DAY.format(dag=today))
        try:
            return parse_wished_day(said) or today
        except ValueError:
            print(texter.BAD_DAY.format(ord=said))


def _show_source(lasning: Inlasning) -> None:
    from protokoll_tui.reading.tabell import column_letter

    kalla = lasning.kalla
    print(texter.READ_FROM.format(fil=lasning.fil))
    if lasning.tabell.blad:
        print(texter.SHEET.format(blad=lasning.tabell.blad, antal=len(kalla.tabeller)))
    if kalla.kodning:
        print(texter.CODING.format(kodning=kalla.kodning, skilje=kalla.skilje))
    into = lasning.mal if lasning.roster.path else texter.NEW_ROSTER.format(fil=lasning.mal)
    print(texter.INTO.format(fil=into))
    print(f"\n{texter.COLUMNS_KEPT if lasning.minns else texter.COLUMNS_TITLE}")
    for at, heading in enumerate(lasning.kolumner.rubriker):
        samples = " · ".join(lasning.samples(at))
        row = texter.COLUMN.format(
            bokstav=column_letter(at),
            rubrik=heading,
            falt=lasning.kolumner.falt[at],
            prov=texter.COLUMN_SAMPLES.format(prov=samples) if samples else "",
        )
        print(row)


def _show_plan(lasning: Inlasning, plan: Plan) -> None:
    from protokoll_tui.services.registerord import plan_parts, plan_tail

    for title, lines in plan_parts(plan):
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")
    tail = plan_tail(plan, texter.ENDING)
    print("\n" + "\n".join(tail) if tail else "", flush=True)
    if plan.brister:
        _fault(texter.FAULTS_TITLE.format(antal=len(plan.brister)))
    for fault in plan.brister:
        _fault(_in_words(lasning, fault))
    if any(fault.namn for fault in plan.brister) and plan.fragor and not plan.bytta:
        _fault(texter.HOW_CHANGED)


def _in_words(lasning: Inlasning, fault: Brist) -> str:
    left_out = f" [{texter.LEFT_OUT}]" if fault.utelamnad else ""
    text = f"{fault.text}{left_out}"
    if not fault.plats:
        return texter.ROSTER_FAULT.format(fil=lasning.mal.name, text=text)
    return texter.ROW_FAULT.format(fil=lasning.fil.name, plats=fault.plats, text=text)


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(question: str) -> str:
    """What is answered; nothing where the keyboard gives no more. Ctrl+c ends the program."""
    try:
        return input(question).strip()
    except EOFError:
        return ""
    except KeyboardInterrupt:
        print(f"\n{texter.NOT_READ_IN}")
        raise SystemExit(FINDINGS) from None


def _is_yes(said: str) -> bool:
    return said.casefold() in {"j", "ja", "y"}


def _fault(text: str) -> None:
    print(text, file=sys.stderr)
