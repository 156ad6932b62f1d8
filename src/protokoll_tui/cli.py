"""The command line: the same services without a screen, and the way to the screen."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protokoll_tui import __version__
from protokoll_tui import cli_texter as texter
from protokoll_tui.errors import ProtokollError

if TYPE_CHECKING:
    from protokoll_tui.services.session import Session

DONE, FINDINGS, WRONG_USE, COULD_NOT = 0, 1, 2, 3
COMMANDS = ("demo", "spela", "utdrag")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. In: the words after its name. Out: the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console that is piped has a code page without every letter we print.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
            return _open(Path(words[0]) if words else Path())
        return _run(_parser().parse_args(words))
    except ProtokollError as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    except OSError as error:
        reason = texter.NOT_WRITTEN.format(skal=error.strerror or error)
        print(f"{error.filename or ''}: {reason}".lstrip(": "), file=sys.stderr)
        return COULD_NOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("protokoll", description=texter.ABOUT, epilog=texter.EPILOG)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="kommando", required=True, metavar="kommando")
    demo = commands.add_parser("demo", help=texter.DEMO, description=texter.DEMO)
    demo.add_argument("--till", type=Path, metavar="MAPP", help=texter.DEMO_TO)
    play = commands.add_parser("spela", help=texter.PLAY, description=texter.PLAY)
    play.add_argument("fil", type=Path, metavar="FIL", help=texter.FILE)
    play.add_argument("skript", metavar="SKRIPT", help=texter.SCRIPT)
    _add_extract(commands.add_parser("utdrag", help=texter.EXTRACT, description=texter.EXTRACT))
    return parser


def _add_extract(extract: argparse.ArgumentParser) -> None:
    extract.add_argument("fil", type=Path, metavar="FIL", help=texter.FILE)
    extract.add_argument("paragraf", nargs="*", metavar="NR", help=texter.SECTIONS)
    extract.add_argument("--format", default="txt", help=texter.FORMAT)
    extract.add_argument("--stil", default="", help=texter.STYLE)
    extract.add_argument("-o", "--ut", type=Path, metavar="UT", help=texter.OUT)
    extract.add_argument(
        "--ersätt", "--ersatt", action="store_true", dest="ersatt", help=texter.REPLACE
    )
    extract.add_argument("--publik", action="store_true", help=texter.PUBLIC)


def _run(options: argparse.Namespace) -> int:
    match options.kommando:
        case "demo":
            return _demo(options.till)
        case "spela":
            return _play(options.fil, options.skript)
        case _:
            return _extract(options)


def _open(target: Path) -> int:
    """The screen, for a folder or a meeting file."""
    if not target.exists():
        print(f"{target}: {texter.NO_FILE}", file=sys.stderr)
        return WRONG_USE
    if not sys.stdout.isatty():
        print(texter.NO_TERMINAL, file=sys.stderr)
        return WRONG_USE
    from protokoll_tui.services.documents import crash_path

    # Nothing is thrown away while it starts: collecting garbage then costs a tenth of the time.
    gc.disable()
    from protokoll_tui.services.session import opened
    from protokoll_tui.tui.app import ProtokollApp

    session = opened(target) if target.is_file() else None
    folder = target if target.is_dir() else target.parent
    app = ProtokollApp(session, folder, crash_file=crash_path())
    app.run()
    if app.session is not None:
        app.session.close()
    return app.return_code or DONE


def _demo(folder: Path | None) -> int:
    from protokoll_tui.services.meetings import copy_example

    path = copy_example(folder)
    print(texter.DEMO_AT.format(fil=path))
    if folder is not None:
        return DONE
    code = _open(path)
    print(texter.DEMO_AT.format(fil=path))
    return code


def _play(path: Path, script: str) -> int:
    from protokoll_tui.services.play import play, read_script

    text = read_script(script, sys.stdin.buffer)
    session = _session(path)
    try:
        _ = session.stil  # A style that cannot be read is told before the first line is kept.
        played = play(session, text)
    finally:
        session.close()
    for nr, mark in played.anmarkningar:
        print(texter.LINE_MARK.format(nr=nr, text=mark), file=sys.stderr)
    if played.ej_sparat:
        nr, why = played.ej_sparat
        print(texter.UNSAVED.format(nr=nr, skal=why), file=sys.stderr)
        return COULD_NOT
    told = texter.PLAYED_MARKED if played.fel else texter.PLAYED
    print(told.format(antal=played.antal, fel=played.fel))
    return FINDINGS if played.fel else DONE


def _session(path: Path, stil: str = "", read_only: bool = False) -> Session:
    from protokoll_tui.services.session import Session

    return Session.open(path, stil=stil, read_only=read_only)


def _extract(options: argparse.Namespace) -> int:
    from protokoll_tui.rendering import get_writer
    from protokoll_tui.services.documents import write_document

    session = _session(options.fil, options.stil, read_only=True)
    writer = get_writer(options.format)
    chosen = _chosen(session, options.paragraf)
    if chosen is None:
        return WRONG_USE
    if len(chosen) > 1 and writer.namn != "txt":
        # Two pages, or two JSON values, one after the other are no file of that format.
        first = session.paragraf(chosen[0]).nr
        print(texter.ONE_AT_A_TIME.format(form=writer.namn, nr=first), file=sys.stderr)
        return WRONG_USE
    documents = [session.extract(id) for id in chosen]
    data = b"\n".join(writer.write(document, publik=options.publik) for document in documents)
    for document in documents:
        for flag in document.flaggor:
            print(flag.text, file=sys.stderr)
    if options.ut is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        write_document(data, options.ut, replace=options.ersatt)
    return DONE


def _chosen(session: Session, words: Sequence[str]) -> list[str] | None:
    numbers = {str(p.nr): p.id for p in session.state.paragraf if p.nr is not None}
    wanted = [word.removeprefix("§").strip() for word in words] or list(numbers)
    missing = [word for word in wanted if word not in numbers]
    if missing or not wanted:
        there = ", ".join(f"§ {nr}" for nr in numbers) or texter.NO_SECTIONS
        for word in missing or [""]:
            print(texter.NO_SECTION.format(nr=word, finns=there), file=sys.stderr)
        return None
    return [numbers[word] for word in wanted]
