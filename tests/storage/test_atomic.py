"""A file is the old one or the new one, never something between."""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path

import pytest

from protokoll_tui.storage.atomic import (
    LONGEST_WAIT,
    TRIES,
    RealFileSystem,
    Reserve,
    write_atomic,
    write_new,
)
from protokoll_tui.storage.errors import KanInteSpara
from tests.storage.fake_fs import SpyFs


def leftovers(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.endswith(".tmp")]


def test_the_data_is_on_the_disk_before_the_name_and_the_name_before_the_answer(
    tmp_path: Path,
) -> None:
    fs = SpyFs()
    write_atomic(tmp_path / "ks.toml", b"ny", fs)
    assert fs.calls == ["create", "write", "fsync", "replace", "fsync_folder"]


def test_the_temp_file_lies_beside_and_is_named_so_that_sync_clients_pass_it_by(
    tmp_path: Path,
) -> None:
    seen: list[str] = []
    fs = SpyFs(lambda call, path: seen.append(path) or 0 if call == "create" else 0)  # type: ignore[func-returns-value]
    write_atomic(tmp_path / "ks.toml", b"ny", fs)
    temp = Path(seen[0])
    assert temp.parent == tmp_path
    assert temp.name.startswith("~$ks.toml.") and temp.name.endswith(".tmp")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", ["create", "write", "fsync", "replace"])
def test_a_refused_call_leaves_the_old_file_and_no_temp_file(
    tmp_path: Path, call: str, code: int
) -> None:
    path = tmp_path / "ks.toml"
    path.write_bytes(b"gammal")
    with pytest.raises(OSError, match=os.strerror(code)):
        write_atomic(path, b"ny", SpyFs(lambda c, p: code if c == call else 0))
    assert path.read_bytes() == b"gammal"
    assert leftovers(tmp_path) == []


def test_a_descriptor_is_never_flushed_again_after_a_failed_flush(tmp_path: Path) -> None:
    fs = SpyFs(lambda c, p: errno.EIO if c == "fsync" else 0)
    with pytest.raises(OSError):
        write_atomic(tmp_path / "ks.toml", b"ny", fs)
    assert fs.calls.count("fsync") == 1


class Held(RealFileSystem):
    """Windows with a scanner that holds the file with some probability."""

    def __init__(self, probability: float, code: int = 32) -> None:
        self.rng, self.probability, self.code = random.Random(5), probability, code

    def replace(self, source: Path, target: Path) -> None:
        if self.rng.random() < self.probability:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = self.code  # type: ignore[attr-defined]
            raise error
        super().replace(source, target)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_held_for_a_while_is_saved_in_the_end(tmp_path: Path, code: int) -> None:
    fs, waits = Held(0.3, code), list[float]()
    for n in range(200):
        write_atomic(tmp_path / "ks.toml", b"%d" % n, fs, waits.append)
    assert (tmp_path / "ks.toml").read_bytes() == b"199"
    assert waits and leftovers(tmp_path) == []


@pytest.mark.parametrize("probability", [0.6, 0.9])
def test_a_file_that_stays_held_keeps_every_new_version_as_a_temp_file(
    tmp_path: Path, probability: float
) -> None:
    fs, given_up = Held(probability), 0
    for n in range(200):
        try:
            write_atomic(tmp_path / "ks.toml", b"%d" % n, fs, lambda s: None)
        except KanInteSpara as error:
            given_up += 1
            assert error.temp is not None
            assert error.temp.read_bytes() == b"%d" % n
    assert len(leftovers(tmp_path)) == given_up > 0


def test_waiting_is_bounded(tmp_path: Path) -> None:
    waits: list[float] = []
    with pytest.raises(KanInteSpara, match="annat program"):
        write_atomic(tmp_path / "ks.toml", b"ny", Held(1.0), waits.append)
    assert len(waits) == TRIES - 1
    assert max(waits) <= LONGEST_WAIT


def test_other_refusals_are_not_waited_for(tmp_path: Path) -> None:
    waits: list[float] = []
    with pytest.raises(PermissionError):
        write_atomic(tmp_path / "ks.toml", b"ny", Held(1.0, 1), waits.append)
    assert waits == []


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    write_new(tmp_path / "ks.toml", b"ett")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "ks.toml", b"tva")
    assert (tmp_path / "ks.toml").read_bytes() == b"ett"
    assert leftovers(tmp_path) == []


def test_without_hard_links_a_new_file_still_never_overwrites(tmp_path: Path) -> None:
    class Fat(RealFileSystem):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links")

    write_new(tmp_path / "ks.toml", b"ett", Fat())
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "ks.toml", b"tva", Fat())
    assert (tmp_path / "ks.toml").read_bytes() == b"ett"


def test_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "ks.toml"
    path.write_bytes(b"gammal")
    path.chmod(0o640)
    write_atomic(path, b"ny")
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_reserve_is_given_once(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path)
    reserve.fill()
    assert (tmp_path / ".reserv").stat().st_size == Reserve.SIZE
    assert [reserve.give(), reserve.give()] == [True, False]
