"""Writing the roster: the old file or the new one, whatever happens, and only what was meant."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll_tui.domain.clean import clean
from protokoll_tui.domain.coding import decode
from protokoll_tui.domain.kommun import Kommun, Mandat, Organ, Parti, Partitid, Person
from protokoll_tui.storage.errors import KanInteSpara
from protokoll_tui.storage.kommun_file import read_kommun
from protokoll_tui.storage.kommun_write import roster_text, write_kommun
from protokoll_tui.storage.meeting_file import parse_toml
from protokoll_tui.storage.scan import comments
from tests.storage.builders import TEXTS
from tests.storage.fake_fs import SpyFs

TEXT = """# först
namn = "Älvhamra"

[[person]]
sig = "ab" # a
namn = "Anna Berg"

# före c
[[person]]
sig = "cd"
[[person.tidigare_parti]]
parti = "S"
till = 2030-12-31

[egen]
nyckel = 1 # min egen
"""
BO = Person(sig="bo", namn="Bo Ek", parti="M")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "kommun.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def with_bo(kommun: Kommun) -> Kommun:
    return replace(kommun, person=(*kommun.person, BO), mandat=(Mandat(person="bo", organ="ks"),))


@pytest.mark.parametrize("call", ["create", "write", "fsync", "replace"])
@pytest.mark.parametrize("name", ["kommun.toml.bak", "kommun.toml"])
def test_a_disk_that_refuses_leaves_the_file_as_it_was(path: Path, call: str, name: str) -> None:
    def fails(made: str, where: str) -> int:
        mine = re.sub(r"^~\$|\.[0-9a-f]{8}\.tmp$", "", Path(where).name)
        return errno.ENOSPC if (made, mine) == (call, name) else 0

    found = read_kommun(path)
    with pytest.raises(KanInteSpara, match="Disken är full"):
        write_kommun(path, found, with_bo(found.kommun), SpyFs(fails))
    assert path.read_text(encoding="utf-8") == TEXT
    assert [file for file in path.parent.iterdir() if file.suffix == ".tmp"] == []


def test_the_old_version_is_kept_before_the_new_one_takes_its_place(path: Path) -> None:
    fs = SpyFs()
    found = read_kommun(path)
    write_kommun(path, found, with_bo(found.kommun), fs)
    assert fs.calls.count("replace") == 2
    assert path.with_name("kommun.toml.bak").read_text(encoding="utf-8") == TEXT
    assert read_kommun(path).kommun == with_bo(found.kommun)


def test_nothing_is_written_where_nothing_differs(path: Path) -> None:
    fs = SpyFs()
    found = read_kommun(path)
    write_kommun(path, found, found.kommun, fs)
    assert fs.calls == []


def test_new_tables_stand_with_their_like_and_a_changed_one_keeps_its_comments(
    path: Path,
) -> None:
    kommun = read_kommun(path).kommun
    second = replace(
        kommun.person[1],
        parti="M",
        tidigare_parti=(*kommun.person[1].tidigare_parti, Partitid(parti="V")),
    )
    wanted = replace(kommun, person=(replace(kommun.person[0], parti="S"), second, BO))
    text = roster_text(TEXT, kommun, wanted, path)
    assert comments(text) == comments(TEXT)
    assert text.index('sig = "ab" # a') < text.index("# före c") < text.index('"bo"')
    assert text.index('"bo"') < text.index("[egen]")


WORDS = TEXTS.map(clean)
VALUES = st.builds(
    Kommun,
    namn=st.just("Älvhamra"),
    organ=st.lists(
        st.builds(Organ, id=WORDS, namn=WORDS, platser=st.none() | st.integers(0, 99))
    ).map(tuple),
    parti=st.lists(st.builds(Parti, kod=WORDS, namn=WORDS)).map(tuple),
    person=st.lists(st.builds(Person, sig=WORDS, namn=WORDS, parti=WORDS)).map(tuple),
    mandat=st.lists(
        st.builds(Mandat, person=WORDS, fran=st.none() | st.dates(date(1900, 1, 1)))
    ).map(tuple),
)


@given(VALUES)
def test_whatever_is_added_reads_back_and_the_comments_stay(added: Kommun) -> None:
    before = Kommun(namn="Älvhamra")
    text = roster_text('namn = "Älvhamra" # här\n', before, added, Path("kommun.toml"))
    table = parse_toml(text, Path("kommun.toml"))
    assert decode(Kommun, table, "", []) == added
    assert comments(text) == ("# här",)
