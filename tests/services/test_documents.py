"""Where a document goes, and what is told when it cannot go there."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokoll_tui.cli import COULD_NOT, main
from protokoll_tui.services.documents import FileExists, write_document
from protokoll_tui.storage.errors import KanInteSpara


def test_a_folder_that_is_not_there_is_told_with_the_whole_path(tmp_path: Path) -> None:
    path = tmp_path / "nej" / "x.txt"
    with pytest.raises(KanInteSpara) as caught:
        write_document(b"", path)
    assert str(caught.value) == f"{path}: Filen kunde inte sparas: Mappen finns inte."


def test_a_file_in_the_place_of_the_folder_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(KanInteSpara, match="Mappen finns inte"):
        write_document(b"", tmp_path / "fil" / "x.txt")


def test_a_document_is_never_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_document(b"ett", path)
    with pytest.raises(FileExists):
        write_document(b"tv\xc3\xa5", path)
    write_document(b"tre", path, replace=True)
    assert path.read_bytes() == b"tre"


def test_the_command_line_says_the_whole_path(
    meeting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "nej" / "x"
    assert main(["utdrag", str(meeting_file), "118", "-o", str(target)]) == COULD_NOT
    assert capsys.readouterr().err == f"{target}: Filen kunde inte sparas: Mappen finns inte.\n"


def test_a_meeting_that_is_not_there_is_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "finns.toml"
    assert main(["utdrag", str(missing), "118"]) == COULD_NOT
    assert capsys.readouterr().err == f"{missing}: Filen finns inte.\n"
