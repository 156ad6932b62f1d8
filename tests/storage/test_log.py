"""The log shows what was done, survives a cut anywhere, and shows what was changed."""

from __future__ import annotations

import errno
import json
import os
import random
from pathlib import Path

import pytest

from protokoll_tui.domain.changes import Andring
from protokoll_tui.storage.historik import Spets
from protokoll_tui.storage.log import (
    Entry,
    Rad,
    make_line,
    print_line,
    purge,
    read_line,
    read_log,
    verify,
)
from protokoll_tui.storage.log_file import LogFile
from tests.storage.builders import MORNING
from tests.storage.fake_fs import SpyFs


def line(before: Spets, words: str) -> Rad:
    patch = (Andring("p-2", "rubrik", None, words),)
    return make_line(Entry(MORNING, "Anna", "DATOR1", "post", patch, rad=words), before)


def chain(count: int) -> list[Rad]:
    lines: list[Rad] = []
    for n in range(count):
        lines.append(line(lines[-1].head if lines else Spets(), f"rad {n} åäö"))
    return lines


def data_of(lines: list[Rad]) -> bytes:
    return b"".join(map(print_line, lines))


def test_a_line_is_read_back_as_it_was() -> None:
    made = chain(1)[0]
    assert read_line(print_line(made)) == made
    assert made.patch == (Andring("p-2", "rubrik", None, "rad 0 åäö"),)


def test_a_chain_that_no_one_touched_has_no_problem() -> None:
    lines = chain(5)
    assert verify(lines, lines[-1].head) == []
    assert read_log(data_of(lines)).problems == ()


def test_a_log_cut_at_any_byte_keeps_every_whole_line_and_takes_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is in the file is asked about here, over a thousand times, not when the disk has it.
    monkeypatch.setattr(os, "fsync", lambda fd: None)
    lines = chain(4)
    data = data_of(lines)
    ends = [len(data_of(lines[: n + 1])) for n in range(4)]
    path = tmp_path / "l.logg" / "a.jsonl"
    path.parent.mkdir()
    for cut in range(len(data)):
        path.write_bytes(data[:cut])
        log = LogFile(path)
        found = log.read()
        # A line that lacks nothing but its line break is whole.
        whole = sum(end - 1 <= cut for end in ends)
        assert list(found.lines) == lines[:whole]
        half = cut > 0 and cut not in ends and cut + 1 not in ends
        assert [p.rad for p in found.problems] == ([whole + 1] if half else [])
        log.append([line(found.head, "efteråt")])
        again = LogFile(path).read()
        assert again.problems == ()
        assert [row.nr for row in again.lines] == list(range(1, whole + 2))


def test_a_bad_line_in_the_middle_is_told_with_its_number_and_the_rest_is_read() -> None:
    rows = data_of(chain(4)).split(b"\n")
    rows[1] = b'{"huvud": '
    found = read_log(b"\n".join(rows))
    assert [row.nr for row in found.lines] == [1, 3, 4]
    assert [p.rad for p in found.problems] == [2, 3]


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"[]", b"1", b'{"huvud":{},"hash":"","innehall":1}',
                                  b"[" * 5000, b"null"])  # fmt: skip
def test_what_is_no_line_stops_nothing(junk: bytes) -> None:
    lines = chain(2)
    found = read_log(print_line(lines[0]) + junk + b"\n" + print_line(lines[1]))
    assert list(found.lines) == lines
    assert [p.rad for p in found.problems] == [2]


def test_three_hundred_random_changes_are_all_seen() -> None:
    lines = chain(6)
    data = data_of(lines)
    rng = random.Random(300)
    for _ in range(300):
        changed = bytearray(data)
        kind = rng.randrange(3)
        if kind == 0:
            at = rng.randrange(len(changed))
            changed[at] ^= 1 << rng.randrange(7)
        else:
            rows = data.splitlines(keepends=True)
            gone = rows.pop(rng.randrange(len(rows)))
            if kind == 2:
                rows.insert(
                    rng.choice([n for n in range(6) if data_of_rows(rows, n, gone) != data]), gone
                )
            changed = bytearray(b"".join(rows))
        found = read_log(bytes(changed))
        same = list(found.lines) == lines
        assert same or found.problems or verify(found.lines, lines[-1].head)


def data_of_rows(rows: list[bytes], at: int, row: bytes) -> bytes:
    return b"".join([*rows[:at], row, *rows[at:]])


def test_a_cut_tail_is_seen_against_the_meeting_file() -> None:
    lines = chain(5)
    assert verify(lines[:3]) == []
    assert [p.rad for p in verify(lines[:3], lines[-1].head)] == [3]


def test_another_line_with_the_same_number_is_seen_against_the_meeting_file() -> None:
    lines = chain(3)
    assert verify(chain(3), lines[-1].head)[0].rad == 3


def test_purging_a_content_leaves_the_chain_whole_and_the_words_gone() -> None:
    lines = chain(4)
    purged = purge(lines, {2, 3})
    assert verify(purged, lines[-1].head) == []
    assert "rad 1" not in data_of(list(purged)).decode()
    assert purged[1].patch == ()


def test_equal_contents_have_different_hashes_so_that_none_can_be_guessed() -> None:
    assert line(Spets(), "ja").huvud["innehall"] != line(Spets(), "ja").huvud["innehall"]


def test_a_header_holds_none_of_the_words() -> None:
    assert "hemligt" not in json.dumps(dict(line(Spets(), "hemligt").huvud))


def test_surrogates_and_controls_never_reach_the_file() -> None:
    made = line(Spets(), "a\ud800b\x1b[31mc")
    assert read_line(print_line(made)) == made


@pytest.mark.parametrize("call", ["append", "truncate", "write", "fsync", "fsync_folder"])
def test_a_refused_line_is_not_in_the_log_and_the_next_one_is(tmp_path: Path, call: str) -> None:
    lines = chain(3)
    fs = SpyFs()
    log = LogFile(tmp_path / "l" / "a.jsonl", fs)
    log.read()
    log.append(lines[:1])
    fs.fails = lambda c, p: errno.ENOSPC if c == call else 0
    if call == "fsync_folder":
        log.append(lines[1:2])
    else:
        with pytest.raises(OSError):
            log.append(lines[1:2])
        fs.fails = lambda c, p: 0
        log.append(lines[1:2])
    fs.fails = lambda c, p: 0
    log.append(lines[2:])
    assert list(LogFile(log.path).read().lines) == lines
    assert LogFile(log.path).read().problems == ()


def test_lines_of_another_window_are_never_cut_away(tmp_path: Path) -> None:
    lines = chain(3)
    first, second = (LogFile(tmp_path / "l" / "a.jsonl") for _ in range(2))
    first.read()
    first.append(lines[:1])
    second.read()
    second.append(lines[1:2])
    first.append(lines[2:])
    assert list(second.read().lines) == lines
