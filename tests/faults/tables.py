"""Damaged files of tables: each is read or refused with a sentence, whatever became of its bytes."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
import xlwt

from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, layout, reading

_ROWS = [
    ["客户清单"],
    ["客户号", "姓名", "生日", "金额", "备注"],
    *([f"C{i}", "王芳" * (i % 3 + 1), "1984-06-03", f"{i * 13.5:,.2f}", '备,注"x\n'] for i in range(60)),
    ["合计", "", "", "1.00"],
]
_NUMBERS = (b"999999999", b"-1", b"0", b"18446744073709551616", b"4294967295", b"1048576", b"3e999", b"")
_READERS = (
    cells.read_amount,
    cells.read_date,
    cells.read_day,
    cells.read_phones,
    cells.read_rate,
    cells.read_count,
    cells.read_flag,
    cells.read_gender,
    lambda cell, what: cells.read_text(cell, what, longest=100),
    lambda cell, what: cells.read_number(cell, what, longest=40),
    lambda cell, what: cells.read_document(None, cell, what),
    lambda cell, _what: cells.read_month(cell),
)


@contextlib.contextmanager
def trials(place: Path, files: Path | None) -> Iterator[Callable[[random.Random], str]]:
    """Damaged files, our own and real ones of a folder, read to the end; each cell by every reader."""
    sound, others = seeds(_ROWS), real(files, "")

    def trial(chance: random.Random) -> str:
        # Real ones are long, and take a hundred times as long.
        content, is_by_parts = chance.choice(others if others and chance.random() < 0.05 else sound)
        file = place / "file.xlsx"
        file.write_bytes(damaged(chance, content, is_by_parts=is_by_parts))
        reading.sheets(file)
        with reading.open_table(file) as table:
            found = layout.find_layout(list(itertools.islice(table.rows(), 200)))
            for number, row in table.rows():
                found.kind_of_row(number, row)
                for cell, read in itertools.product(row, _READERS):
                    with contextlib.suppress(UserError):
                        read(cell, "customer.name")
        return "read"

    yield trial


def seeds(rows: Sequence[Sequence[str]]) -> list[tuple[bytes, bool]]:
    """These rows as files of each kind, and whether what is damaged is a part of them before it is packed."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("客户")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, number * 1.5 if column == 3 and number > 1 else cell)
    sheet.write_merge(70, 71, 0, 3, "合并")
    old_bytes, new_bytes = io.BytesIO(), io.BytesIO()
    old.save(old_bytes)
    with xlsxwriter.Workbook(new_bytes) as workbook:
        new = workbook.add_worksheet("客户")
        for number, row in enumerate(rows):
            new.write_row(number, 0, row)
        new.merge_range("A80:D81", "合并")
    return [
        *((text.getvalue().encode(encoding), False) for encoding in ("gb18030", "utf-16", "utf-8")),
        (old_bytes.getvalue(), False),
        (new_bytes.getvalue(), False),
        (new_bytes.getvalue(), True),
    ]


def real(files: Path | None, *words: str) -> list[tuple[bytes, bool]]:
    """Real files of a folder whose names begin so, as `tables.seeds` gives them."""
    if files is None:
        return []
    found = [path for path in sorted(files.iterdir()) if path.name.startswith(words)]
    return [
        (path.read_bytes(), is_by_parts)
        for path in found
        for is_by_parts in ((False, True) if path.suffix == ".xlsx" else (False,))
    ]


def damaged(chance: random.Random, content: bytes, *, is_by_parts: bool) -> bytes:
    """A sound file after something happened to it."""
    return _damage_part(chance, content) if is_by_parts else damage_bytes(chance, content)


def damage_bytes(chance: random.Random, content: bytes) -> bytes:
    """Bytes that change, go or come, in some places."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not damaged:
            break
        kind, place = chance.randrange(7), chance.randrange(len(damaged))
        if kind == 0:
            damaged[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            damaged[place] = chance.choice((0, 255, 0x80, 34, 44, 10, chance.randrange(256)))
        elif kind == 2:
            del damaged[place : place + chance.choice((1, 2, 16, 200))]
        elif kind == 3:
            damaged[place:place] = chance.randbytes(chance.choice((1, 4, 50)))
        elif kind == 4 and chance.random() < 0.3:
            del damaged[place:]
        elif kind == 5:
            sizes = (b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", bytes(4), b"\x00\x00\x00\x80")
            damaged[place : place + 4] = chance.choice(sizes)
        else:
            source = chance.randrange(len(damaged))
            damaged[place : place + 40] = damaged[source : source + 40]
    return bytes(damaged)


def _damage_part(chance: random.Random, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        names = source.namelist()
        victim = chance.choice([name for name in names if name.startswith("xl/") and "theme" not in name])
        for name in names:
            part = source.read(name)
            if name == victim:
                part = damage_bytes(chance, part) if chance.random() < 0.6 else _other_number(chance, part)
            target.writestr(name, part)
    return packed.getvalue()


def _other_number(chance: random.Random, part: bytes) -> bytes:
    """A reference, a count or an index that points elsewhere."""
    found = chance.choice(list(re.finditer(rb"[0-9]+", part)))
    return part[: found.start()] + chance.choice(_NUMBERS) + part[found.end() :]
