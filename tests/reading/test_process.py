"""Files of others, most of them hostile: a table or a clear sentence, and never anything else."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from protokoll_tui.reading import kalkylblad
from protokoll_tui.reading.felkoder import Olaslig
from protokoll_tui.reading.process import KanInteLasaTabell, read_file
from protokoll_tui.reading.tabell import MOST_COLUMNS, MOST_ROWS, Tabell
from protokoll_tui.reading.texter import UNCHANGED
from tests.reading.arbetsbok import lying, packed, parts_of, sheet, write_book, write_parts

ROWS = (("Namn", "Ort"), ("Åsa Ängström", "Sjövik"), ("Bo Öberg", "Älvhamra"))


def table(path: Path) -> Tabell:
    """The only table of a file."""
    (found,) = read_file(path).tabeller
    return found


def refused(path: Path) -> str:
    """Why a file is not read, without its name."""
    with pytest.raises(KanInteLasaTabell) as error:
        read_file(path)
    assert error.value.plats == path.name
    assert error.value.message.endswith(UNCHANGED)
    return error.value.message


# CSV


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
    ],
)
@pytest.mark.parametrize(("sign", "name"), [(";", "semikolon"), (",", "komma"), ("\t", "tabb")])
def test_a_csv_is_read_in_every_encoding_with_every_separator(
    tmp_path: Path, encoding: str, told: str, sign: str, name: str
) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes("\r\n".join(sign.join(row) for row in ROWS).encode(encoding))
    found = read_file(file)
    assert (found.kodning, found.skilje) == (told, name)
    assert found.tabeller[0].rader == ROWS


def test_utf_16_of_the_other_byte_order_is_read(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes("\ufeffNamn;Ort\nÅsa;Sjövik\n".encode("utf-16-be"))
    assert table(file).rader == (("Namn", "Ort"), ("Åsa", "Sjövik"))


def test_a_line_break_inside_quotation_marks_begins_no_row(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text('Namn;Ort\n"Berg;\nAnna";"Sjö ""vik"""\nBo;X\n', encoding="utf-8")
    assert table(file).rader == (("Namn", "Ort"), ("Berg;\nAnna", 'Sjö "vik"'), ("Bo", "X"))


def test_commas_in_names_do_not_make_a_file_with_semicolons_one_with_commas(
    tmp_path: Path,
) -> None:
    file = tmp_path / "r.csv"
    file.write_text("Namn;Parti\nBerg, Anna;M\nDahl, Cia;S\n", encoding="utf-8")
    assert table(file).rader[1] == ("Berg, Anna", "M")


def test_ragged_and_empty_rows_keep_their_places(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("a;b;c\n\n1\n1;2;3;4\n;;\n", encoding="utf-8")
    assert table(file).rader == (("a", "b", "c"), (), ("1",), ("1", "2", "3", "4"), ("", "", ""))


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes(data)
    assert "tom" in refused(file)


def test_a_million_columns_are_refused_with_their_number(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes(b"Namn" + b";" * 999_999)
    assert "1000000 kolumner" in refused(file)


def test_more_rows_than_a_register_can_have_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes(b"a;b\n" * (MOST_ROWS + 1))
    assert f"{MOST_ROWS} rader" in refused(file)


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text('a;b\nc;"' + "x" * 20_000, encoding="utf-8")
    assert "Rad 2" in refused(file)


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes(bytes(range(256)) * 10)
    assert "varken CSV eller en arbetsbok" in refused(file)


# Workbooks


def test_days_numbers_formulas_and_words_of_a_workbook_are_read(tmp_path: Path) -> None:
    rows = (
        ("Namn", "Nr", "Från", "Till"),
        (("formel", "Åsa Öberg"), 7, ("datum", "47849"), "2034-12-31"),
        ("", 1.5, ("datum", "47849.5"), "007"),
    )
    found = table(write_book(tmp_path / "r.xlsx", rows))
    assert found.blad == "Blad1"
    assert found.rader == (
        ("Namn", "Nr", "Från", "Till"),
        ("Åsa Öberg", "7", date(2031, 1, 1), "2034-12-31"),
        ("", "1.5", date(2031, 1, 1), "007"),
    )


def test_rows_of_a_workbook_keep_their_numbers_where_the_first_are_empty(tmp_path: Path) -> None:
    parts = parts_of({"Blad": sheet((("Namn", "Ort"), ("Bo", "X")), first=4)})
    assert table(write_parts(tmp_path / "r.xlsx", parts)).rader[3:] == (
        ("Namn", "Ort"),
        ("Bo", "X"),
    )


def test_the_sheets_of_a_workbook_are_read_and_empty_ones_left_out(tmp_path: Path) -> None:
    parts = parts_of({"Info": sheet((("Uttag",),)), "Tom": sheet(()), "Lista": sheet(ROWS)})
    found = read_file(write_parts(tmp_path / "r.xlsx", parts))
    assert [t.blad for t in found.tabeller] == ["Info", "Lista"]


def test_a_workbook_is_known_by_what_it_holds_and_not_by_its_name(tmp_path: Path) -> None:
    assert table(write_book(tmp_path / "r.csv", ROWS)).rader == ROWS


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\0" * 500,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
        packed({"hej.txt": "hej"}),
        packed({"xl/workbook.xml": "<inte xml"}),
    ],
    # A packed file holds the time: named by its bytes the test would not be the same in each run.
    ids=["signatur", "bara nollor", "äldre kalkylblad", "annan zip", "trasig xml"],
)
def test_what_only_begins_as_a_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "r.xlsx"
    file.write_bytes(data)
    assert "går inte att läsa som arbetsbok" in refused(file)


BOMB = sheet(()).replace("<sheetData>", "<sheetData>" + " " * 200_000_000)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A workbook of 200 kB that unpacks to 200 MB."""
    data = packed(parts_of({"Blad": BOMB}))
    assert len(data) < 300_000
    return data


def test_a_zip_bomb_is_refused(tmp_path: Path, bomb: bytes) -> None:
    file = tmp_path / "r.xlsx"
    file.write_bytes(bomb)
    assert "större uppackad" in refused(file)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path, bomb: bytes) -> None:
    file = tmp_path / "r.xlsx"
    file.write_bytes(lying(bomb, "xl/worksheets/sheet1.xml", 100))
    assert "större uppackad" in refused(file)


def test_a_workbook_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    data = bytearray(packed(parts_of({"Blad": sheet(ROWS)})))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    file = tmp_path / "r.xlsx"
    file.write_bytes(data)
    assert "lösenord" in refused(file)


def test_a_small_part_that_lies_about_its_size_is_read_as_it_is(tmp_path: Path) -> None:
    data = packed(parts_of({"Blad": sheet(ROWS)}))
    file = tmp_path / "r.xlsx"
    file.write_bytes(lying(data, "xl/worksheets/sheet1.xml", 10))
    assert table(file).rader == ROWS


def test_bombs_in_parts_that_no_cell_stands_in_are_never_unpacked() -> None:
    data = packed(
        {
            **parts_of({"Blad": sheet(ROWS)}),
            "xl/media/bild.png": " " * 80_000_000,
            "xl/vbaProject.bin": " " * 80_000_000,
        }
    )
    assert len(kalkylblad.repacked(data)) < 10_000


def test_the_parts_are_counted_together() -> None:
    data = packed({f"xl/worksheets/sheet{n}.xml": " " * 400 for n in range(3)})
    assert kalkylblad.repacked(data, most=1200)
    with pytest.raises(Olaslig):
        kalkylblad.repacked(data, most=1199)


@pytest.mark.parametrize(
    ("place", "told"),
    [("XFD1", "16384 kolumner"), ("A1048576", "rader"), ("ZZZZZZ99999999", "rader")],
)
def test_two_cells_at_the_ends_of_the_world_do_not_fill_the_memory(
    tmp_path: Path, place: str, told: str
) -> None:
    far = f'<row r="9"><c r="{place}"><v>1</v></c></row></sheetData>'
    xml = sheet(ROWS).replace("</sheetData>", far)
    assert told in refused(write_parts(tmp_path / "r.xlsx", parts_of({"Blad": xml})))


def test_cells_that_only_have_a_look_are_not_counted(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    xml = sheet(ROWS).replace("</sheetData>", far)
    assert table(write_parts(tmp_path / "r.xlsx", parts_of({"Blad": xml}))).rader == ROWS


def test_too_many_columns_of_a_workbook_are_refused(tmp_path: Path) -> None:
    book = write_book(tmp_path / "r.xlsx", [["x"] * (MOST_COLUMNS + 1)])
    assert f"{MOST_COLUMNS + 1} kolumner" in refused(book)


def test_a_sheet_of_opendocument_is_read(tmp_path: Path) -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{word}</text:p>'
            "</table:table-cell>"
            for word in row
        )
        + '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        for row in ROWS
    )
    space = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {space}><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<x/>"}
    assert table(write_parts(tmp_path / "r.ods", parts)).rader == ROWS


# The file and the child


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert "finns inte" in refused(tmp_path / "borta.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "mapp.csv").mkdir()
    assert "ingen fil" in refused(tmp_path / "mapp.csv")


def test_a_file_without_end_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "stor.csv"
    with file.open("wb") as out:
        out.truncate(30_000_000)
    assert "20 MB" in refused(file)


def child(code: str) -> list[str]:
    """A child that does something else than ours."""
    return [sys.executable, "-c", code]


def test_a_child_that_hangs_is_ended_and_told(tmp_path: Path) -> None:
    with pytest.raises(KanInteLasaTabell) as error:
        read_file(tmp_path / "r.csv", seconds=0.5, command=child("import time; time.sleep(600)"))
    assert "avbröts" in str(error.value) and str(error.value).startswith("r.csv")


@pytest.mark.parametrize(
    "code",
    [
        "import os; os._exit(3)",
        "import os; os.abort()",
        "print('{')",
        "print('[]')",
        "print('{}')",
        'print(\'{"kalla": {"tabeller": 1}}\')',
        "print('[' * 100000)",
    ],
)
def test_a_child_that_dies_or_talks_nonsense_is_told(tmp_path: Path, code: str) -> None:
    with pytest.raises(KanInteLasaTabell) as error:
        read_file(tmp_path / "r.csv", command=child(code))
    assert "avbröts" in str(error.value)


def test_a_child_that_wants_all_the_memory_dies_alone(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="the system has no limit on memory")
    code = "from protokoll_tui.reading import barn; barn._limit(); bytearray(3 * barn.MEMORY)"
    with pytest.raises(KanInteLasaTabell) as error:
        read_file(tmp_path / "r.csv", command=child(code))
    assert "avbröts" in str(error.value)


def test_a_child_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(KanInteLasaTabell) as error:
        read_file(tmp_path / "r.csv", command=[str(tmp_path / "finns-inte")])
    assert "startas" in str(error.value)


def test_a_module_in_the_folder_where_the_user_stands_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "csv.py").write_text("open('spår', 'w').close()", encoding="utf-8")
    (tmp_path / "json.py").write_text("open('spår', 'w').close()", encoding="utf-8")
    (tmp_path / "r.csv").write_text("a;b\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert table(Path("r.csv")).rader == (("a", "b"),)
    assert not (tmp_path / "spår").exists()
