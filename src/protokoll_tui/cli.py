"""The command line: the same services without a screen, and the way to the screen."""

from __future__ import annotations

import gc
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protokoll_tui import cli_texter as texter
from protokoll_tui.errors import ProtokollError

if TYPE_CHECKING:
    import argparse

    from protokoll_tui.rendering import Dokument, Skrivare
    from protokoll_tui.services.session import Session

DONE, FINDINGS, WRONG_USE, COULD_NOT = 0, 1, 2, 3
COMMANDS = ("demo", "närvaro", "register", "spela", "utdrag")
_FOLDED = {"narvaro": "närvaro"}
"""Commands as they are typed without å, ä and ö."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. In: the words after its name. Out: the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console that is piped has a code page without every letter we print.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        words[:1] = [_FOLDED.get(word, word) for word in words[:1]]
        if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
            return _open(Path(words[0]) if words else Path())
        from protokoll_tui.cli_parser import read_words

        return _run(read_words(words))
    except ProtokollError as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    except OSError as error:
        reason = texter.NOT_WRITTEN.format(skal=error.strerror or error)
        print(f"{error.filename or ''}: {reason}".lstrip(": "), file=sys.stderr)
        return COULD_NOT


def _run(options: argparse.Namespace) -> int:
    if options.kommando in {"spela", "utdrag"} and not _is_meeting(options.fil):
        return WRONG_USE
    match options.kommando:
        case "register":
            from protokoll_tui.cli_register import register

            return register(options)
        case "demo":
            return _demo(options.till)
        case "spela":
            return _play(options.fil, options.skript)
        case "närvaro":
            return _attendance(options)
        case _:
            return _extract(options)


def _is_meeting(path: Path) -> bool:
    from protokoll_tui.services.meetings import holds_meeting

    if holds_meeting(path):
        return True
    print(f"{path}: {texter.NO_MEETING}", file=sys.stderr)
    return False


def _open(target: Path, notice: str = "") -> int:
    """The screen, for a folder or a meeting file; ``notice`` is told when it is open."""
    if not target.exists():
        # A lone word may be a command misspelled.
        missing = texter.NO_FILE if target.suffix or len(target.parts) > 1 else texter.NO_COMMAND
        print(f"{target}: {missing}", file=sys.stderr)
        return WRONG_USE
    if target.is_file() and not _is_meeting(target):
        return WRONG_USE
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(texter.NO_TERMINAL, file=sys.stderr)
        return WRONG_USE
    from protokoll_tui.services.documents import crash_path

    # Nothing is thrown away while it starts: collecting garbage then costs a tenth of the time.
    gc.disable()
    from protokoll_tui.services.session import Session, opened
    from protokoll_tui.tui.app import ProtokollApp

    session = opened(target) if target.is_file() else None
    if notice and isinstance(session, Session):
        session.store.notiser.append(notice)
    folder = target if target.is_dir() else target.parent
    app = ProtokollApp(session, folder, crash_file=crash_path())
    app.run()
    if app.session is not None:
        app.session.close()
    return app.return_code or DONE


def _demo(folder: Path | None) -> int:
    from protokoll_tui.services.meetings import copy_example

    path = copy_example(folder)
    where = texter.DEMO_AT.format(fil=path)
    print(where)
    if folder is not None:
        return DONE
    code = _open(path, where)
    print(where)
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
    if played.utelamnade:
        told = texter.PLAYED_LEFT_OUT
    print(told.format(antal=played.antal, fel=played.fel, utelamnade=played.utelamnade))
    return FINDINGS if played.fel or played.utelamnade else DONE


def _session(path: Path, stil: str = "", read_only: bool = False) -> Session:
    """The meeting in the file. Raises also where only its last good version could be shown."""
    from protokoll_tui.services.session import Session

    session = Session.open(path, stil=stil, read_only=read_only)
    if session.store.trasig is not None:
        # A screen can say beside the text that it is old; what is printed or recorded here cannot.
        session.close()
        raise session.store.trasig
    return session


def _written_with(options: argparse.Namespace) -> tuple[Session, Skrivare] | int:
    """The meeting and what writes the document, or the exit code where the words are wrong."""
    from protokoll_tui.rendering import OkandStil, OkantFormat, get_writer

    form = options.format or _format_of(options.ut)
    if not form:
        return WRONG_USE
    session = _session(options.fil, options.stil, read_only=True)
    try:
        writer = get_writer(form)
        _ = session.stil
    except (OkantFormat, OkandStil) as error:
        print(error, file=sys.stderr)
        named = options.stil or isinstance(error, OkantFormat)
        return WRONG_USE if named else COULD_NOT
    return session, writer


def _put_out(data: bytes, options: argparse.Namespace) -> int:
    from protokoll_tui.services.documents import write_document

    if options.ut is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        write_document(data, options.ut, replace=options.ersatt)
    return DONE


def _attendance(options: argparse.Namespace) -> int:
    found = _written_with(options)
    if isinstance(found, int):
        return found
    session, writer = found
    document = session.attendance()
    data = writer.write(document)
    for flag in document.flaggor:
        print(flag.text, file=sys.stderr)
    return _put_out(data, options)


def _extract(options: argparse.Namespace) -> int:
    found = _written_with(options)
    if isinstance(found, int):
        return found
    session, writer = found
    chosen = _chosen(session, options.paragraf)
    if chosen is None:
        return WRONG_USE
    if len(chosen) > 1 and writer.namn != "txt":
        # Two pages, or two JSON values, one after the other are no file of that format.
        numbers = [session.paragraf(id).nr for id in chosen]
        only = texter.TWO_OF_ONE if len(set(numbers)) == 1 else texter.ONE_AT_A_TIME
        print(only.format(form=writer.namn, nr=numbers[0]), file=sys.stderr)
        return WRONG_USE
    told = {"hemligt": options.hemligt, "narvaro": options.narvaro}
    documents = [session.extract(id, **told) for id in chosen]
    data = b"\n".join(writer.write(document, publik=options.publik) for document in documents)
    for text in _remarks(session, chosen, documents, told=options.publik or options.hemligt):
        print(text, file=sys.stderr)
    return _put_out(data, options)


def _format_of(out: Path | None) -> str:
    """The format that a file's ending names; ``txt`` without one, "" (told) for an unknown one."""
    from protokoll_tui.rendering import writer_names

    ending = out.suffix if out else ""
    form = ending.removeprefix(".").lower() or "txt"
    if form in writer_names():
        return form
    known = ", ".join(f".{name}" for name in writer_names())
    print(texter.NO_SUCH_ENDING.format(fil=out, slut=ending, finns=known), file=sys.stderr)
    return ""


def _remarks(
    session: Session, chosen: Sequence[str], documents: Sequence[Dokument], *, told: bool
) -> Iterator[str]:
    """What is said beside extracts; ``told`` = the user has chosen how secret §§ are printed."""
    counts = Counter(session.paragraf(id).nr for id in chosen)
    yield from (texter.SAME_NUMBER.format(nr=nr, antal=n) for nr, n in counts.items() if n > 1)
    for id, document in zip(chosen, documents, strict=True):
        paragraf = session.paragraf(id)
        if paragraf.sekretess and not told:
            yield texter.SECRET_SECTION.format(nr=paragraf.nr)
        yield from (flag.text for flag in document.flaggor)


def _chosen(session: Session, words: Sequence[str]) -> list[str] | None:
    ids: dict[int, list[str]] = {}
    for p in session.state.paragraf:
        if p.nr is not None:
            ids.setdefault(p.nr, []).append(p.id)
    wanted = list(ids) if not words else []
    wrong = [] if ids else [texter.NO_SECTIONS]
    for word in words:
        found = _numbers(word, ids)
        wanted += found
        if not found:
            wrong.append(texter.BAD_RANGE.format(nr=word))
    missing = [nr for nr in wanted if nr not in ids]
    wrong += [texter.NO_SECTION.format(nr=nr, finns=_there(list(ids))) for nr in missing]
    for text in wrong:
        print(text, file=sys.stderr)
    return None if wrong else [id for nr in dict.fromkeys(wanted) for id in ids[nr]]


def _there(numbers: Sequence[int]) -> str:
    first, last = min(numbers, default=0), max(numbers, default=0)
    if len(numbers) > 2 and len(numbers) == last - first + 1:
        return f"§§ {first}–{last}"
    return ", ".join(f"§ {nr}" for nr in numbers)


def _numbers(word: str, there: Iterable[int]) -> tuple[int, ...]:
    """The §§ that a word names: ``118``, ``§118``, those there are of ``118-120``; none if wrong.

    The end that is not there stands for a range in which none is.
    """
    found = re.fullmatch(r"§*\s*(\d{1,4})(?:[-–](\d{1,4}))?", word)
    if not found:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        return ()
    return tuple(nr for nr in there if first <= nr <= last) or (first,)
