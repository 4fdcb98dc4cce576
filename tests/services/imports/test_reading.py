"""Files of tables: encodings, delimiters, workbooks, and files that are none."""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt

from rmdesk.services.errors import UserError
from rmdesk.services.imports import reading

ROWS = [["客户号", "姓名", "金额"], ["C1", "王芳", "1,234.50"], ["C2", "欧阳娜娜", "8"], ["C3", "李雷", "9"]]


def _rows(path: Path, sheet: str | None = None) -> list[list[Any]]:
    with reading.open_table(path, sheet) as table:
        return [cells for _number, cells in table.rows()]


def _code(path: Path) -> tuple[str, dict[str, Any]]:
    with pytest.raises(UserError) as raised:
        _rows(path)
    return raised.value.code, raised.value.params


def _text(delimiter: str, rows: list[list[str]] = ROWS) -> str:
    return "".join(
        delimiter.join(f'"{one}"' if delimiter in one else one for one in row) + "\r\n" for row in rows
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str):
    file = tmp_path / "a.csv"
    file.write_bytes(_text(",").encode(encoding))
    assert _rows(file) == ROWS
    assert reading.sheets(file) == [reading.SheetInfo("", 4, 3)]
    for content in (_text(","), _text(",").rstrip()):
        file.write_bytes(content.encode(encoding))
        with reading.open_table(file) as table:
            assert table.total_rows == 4


@pytest.mark.parametrize("delimiter", list(",;\t|，^"))
def test_delimiters(tmp_path: Path, delimiter: str):
    file = tmp_path / "a.xls"  # its name says nothing
    file.write_bytes(_text(delimiter).encode("gb18030"))
    with reading.open_table(file) as table:
        assert (table.delimiter, [cells for _number, cells in table.rows()]) == (delimiter, ROWS)


def test_rows_keep_the_numbers_of_the_file(tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_text('标题,,\n\na,"两\n行",c\n,,\nd\n', "utf-8")
    with reading.open_table(file) as table:
        assert list(table.rows()) == [(1, ["标题"]), (2, []), (3, ["a", "两\n行", "c"]), (4, []), (5, ["d"])]


def test_text_that_lost_half_a_character(tmp_path: Path):
    whole = _text(",", ROWS * 40).encode("gb18030")
    file = tmp_path / "a.csv"
    file.write_bytes(whole.replace("李雷".encode("gb18030"), "李雷".encode("gb18030")[:3], 1))
    assert [row[1] for row in _rows(file) if "\ufffd" in "".join(row)] == ["李\ufffd"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as workbook:
        hidden = workbook.add_worksheet("旧")
        hidden.write_column(0, 0, range(50))
        hidden.hide()
        workbook.add_worksheet("空")
        sheet = workbook.add_worksheet("客户")
        sheet.activate()
        sheet.set_first_sheet()
        sheet.merge_range("B3:D3", "基本信息")
        sheet.merge_range("E3:E4", "备注")
        sheet.write_row("B4", ["客户号", "生日", "金额"])
        sheet.write("B5", "C1")
        sheet.write("C5", date(1984, 6, 3), workbook.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_formula("D5", "=1+2", None, 3)
    return file


def test_workbooks(book: Path):
    assert reading.sheets(book) == [
        reading.SheetInfo("旧", 50, 1, True),
        reading.SheetInfo("空", 0, 0),
        reading.SheetInfo("客户", 5, 5),
    ]
    assert _rows(book) == [
        [],
        [],
        ["", "基本信息", "基本信息", "基本信息", "备注"],
        ["", "客户号", "生日", "金额", "备注"],
        ["", "C1", date(1984, 6, 3), 3.0],
    ]
    assert len(_rows(book, "旧")) == 50
    with pytest.raises(UserError, match=r"import\.no_such_sheet"):
        _rows(book, "新")


def test_rows_of_a_long_sheet_come_in_order_as_often_as_asked(tmp_path: Path):
    file = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(file) as writing:
        sheet, day = writing.add_worksheet(), writing.add_format({"num_format": "yyyy-mm-dd"})
        for number in range(1203):
            sheet.write_row(number, 0, [f"客户{number}", number + 0.5, number % 2 == 0])
            sheet.write_datetime(number, 3, date(2026, 1, 1 + number % 28), day)
    with reading.open_table(file) as table:
        file.unlink()  # what was opened needs its file no more
        rows = list(table.rows())
        assert rows == list(table.rows())
    assert [number for number, _cells in rows] == list(range(1, 1204))
    assert all(
        cells == [f"客户{place}", place + 0.5, place % 2 == 0, date(2026, 1, 1 + place % 28)]
        for place, (_number, cells) in enumerate(rows)
    )


def test_old_workbooks_by_any_name(tmp_path: Path):
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("客户")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    file = tmp_path / "a.xlsx"
    workbook.save(str(file))
    assert reading.sheets(file) == [reading.SheetInfo("客户", 4, 3)]
    assert _rows(file) == ROWS


def test_files_that_are_no_tables(tmp_path: Path, book: Path):
    file = tmp_path / "b.xlsx"
    assert _code(tmp_path / "none.csv")[0] == "import.not_readable"
    told = {
        b"": "import.empty_file",
        b"%PDF-1.7": "import.other_format",
        b"<html><table><tr><td>1": "import.other_format",
        b"BEGIN:VCARD\r\nFN:1\r\n": "import.other_format",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000): "import.damaged",
        book.read_bytes()[:2000]: "import.damaged",
        bytes(range(256)) * 40: "import.unknown_encoding",
        b'a,b\nc,"d\n' + b"e,f\n" * 50: "import.open_quote",
        b'a,b\nc,"d\n' + b"e,f\n" * 5000: "import.open_quote",
        b"a,b\nc," + b"x" * 200_000 + b"\n": "import.field_too_long",
        b"a,b\n" + b"," * 3_000_000: "import.line_too_long",
        b"a,b\n" + b'"x\n",' * 300 + b"\n": "import.open_quote",
        b"a,b\n" + b"," * 20_000 + b"x\n": "import.too_many_columns",
    }
    for content, code in told.items():
        file.write_bytes(content)
        assert _code(file)[0] == code, content[:20]


def _changed(book: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with other bytes in one part."""
    file = book.with_name("changed.xlsx")
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return file


SHEET = "xl/worksheets/sheet3.xml"


def test_hostile_workbooks(book: Path):
    far = _changed(book, SHEET, b'r="D5"', b'r="XFD1048576"')
    assert _code(far) == (
        "import.too_many_cells",
        {"where": "客户!XFD1048576", "most": 4_000_000},
    )
    wide = _changed(book, SHEET, b'r="D5"', b'r="XFD5"')
    assert _code(wide)[0] == "import.too_many_cells"
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'
    assert _code(_changed(book, SHEET, b"<worksheet", entity)) == ("import.unsafe", {"where": SHEET})
    strings = _changed(book, "xl/sharedStrings.xml", b"<sst", b"<!DOCTYPE x><sst")
    assert _code(strings) == ("import.unsafe", {"where": "xl/sharedstrings.xml"})
    bomb = _changed(book, "xl/sharedStrings.xml", b"<si>", b" " * (40 << 20) + b"<si>")
    assert _code(bomb) == ("import.unpacks_too_large", {"where": "xl/sharedstrings.xml"})
    bare = _changed(book, SHEET, b'<c r="D5"', b"<c")
    assert _rows(bare, "客户")[4] == ["", "C1", date(1984, 6, 3), 3.0]
    assert _rows(_changed(book, SHEET, b'<row r="5"', b'<row r="1048576"'), "客户")[4][1] == "C1"


def test_places_beyond_all_sheets(book: Path):
    """The reader would make room for each cell in between: such a place must not be overlooked."""
    for place, code in (
        (b"A4294967295", "import.too_many_rows"),
        (b"A99999999999999999999999", "import.too_many_rows"),
        (b"A1048577", "import.too_many_rows"),
        (b"AAAAAA5", "import.too_many_cells"),
        (b"XFE5", "import.too_many_cells"),
        (b"D1048576", "import.too_many_cells"),
    ):
        assert _code(_changed(book, SHEET, b'r="D5"', b'r="' + place + b'"'))[0] == code, place


def test_counts_nobody_could_have_written(book: Path):
    """The reader would make room for so many before it has seen one."""
    for part, old in (("xl/sharedStrings.xml", b"<sst"), ("xl/styles.xml", b"<cellXfs")):
        for count in (b"4294967295", b"1" * 5000):
            said = old + b' uniqueCount="' + count + b'"'
            assert _code(_changed(book, part, old, said))[0] == "import.damaged"


def test_workbooks_by_any_name(book: Path, tmp_path: Path):
    wanted = _rows(book)
    for name in ("a.xlsm", "a.csv", "a"):
        assert _rows(Path(shutil.copy(book, tmp_path / name))) == wanted
    no_such_string = _changed(book, SHEET, b"<v>0</v>", b"<v>9999</v>")
    with contextlib.suppress(UserError):
        assert len(_rows(no_such_string)) == len(wanted)
    file = tmp_path / "nul.csv"
    file.write_bytes(b"a,b\nc,d\x00e\n")
    with contextlib.suppress(UserError):
        assert len(_rows(file)) == 2


def test_hostile_old_workbooks(tmp_path: Path):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("x")
    sheet.write(0, 0, "a" * 3000)
    sheet.write(65_535, 255, 1)
    file = tmp_path / "a.xls"
    workbook.save(str(file))
    assert _code(file) == ("import.too_many_cells", {"where": "R65536C256", "most": 4_000_000})
    name = "Workbook".encode("utf-16-le").ljust(64, b"\x00") + (18).to_bytes(2, "little")
    other = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\x00") + (34).to_bytes(2, "little")
    content = file.read_bytes()
    assert name in content
    file.write_bytes(content.replace(name, other))
    assert _code(file)[0] == "import.encrypted"
    # The chain of its sectors is a circle.
    whole = bytearray(content)
    table = (int.from_bytes(whole[76:80], "little") + 1) * 512
    whole[table : table + 512] = bytes(512)
    file.write_bytes(whole)
    assert _code(file)[0] == "import.damaged"
