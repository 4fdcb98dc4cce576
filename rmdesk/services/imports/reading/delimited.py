"""Text files of any encoding and delimiter, row by row: memory does not grow with them."""

from __future__ import annotations

import codecs
import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from rmdesk.services.csv_texts import unmarked
from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.table import (
    LONGEST_FIELD,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    SheetInfo,
    Table,
    TextForm,
)

_CHUNK = 1 << 20  # bytes
_SAMPLE = 64 << 10  # bytes, of which the kind of UTF-16 is told
_SAMPLE_LINES = 200  # of which the delimiter is told
_MOST_LINES = 200  # of one record: more is a quote that was never closed
_BAD = 0.02  # of the characters that are not ASCII: so many may be damaged
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",\t;|，^~；\x01\x1f"


def info(path: Path, form: TextForm) -> SheetInfo:
    found = table(path, form)
    rows = columns = 0
    for number, cells in found.rows():
        if cells:
            rows, columns = number, max(columns, len(cells))
    return SheetInfo("", rows, columns)


def table(path: Path, form: TextForm) -> Table:
    """Raises UserError `import.unknown_encoding`, `import.line_too_long`."""
    lines = _count_lines(path)
    encoding = form.encoding or _encoding(path)
    if encoding == "utf-16" and not _has_mark(path):
        encoding = "utf-16-le"  # as Windows writes it; without a mark the codec refuses
    delimiter = form.delimiter or _delimiter(path, encoding)
    return Table("", partial(_records, path, encoding, delimiter), encoding, delimiter, total_rows=lines)


def _count_lines(path: Path) -> int:
    """How many lines there are; mostly as many as records. Raises UserError `import.line_too_long`: a line is
    taken into memory whole, so none may be longer than two chunks.
    """
    lines, last = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            ends = chunk.count(b"\n") or chunk.count(b"\r")
            if not ends and len(chunk) == _CHUNK:
                raise UserError("import.line_too_long", row=lines + 1)
            lines, last = lines + ends, chunk
    return lines + (not last.rstrip(b"\0").endswith((b"\n", b"\r")))


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    nuls = sample.count(0)
    if nuls > len(sample) // 10:
        # Figures and delimiters have a zero byte in UTF-16; it says which of the two halves comes first.
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if min(even, odd) * 4 > max(even, odd):
            raise UserError("import.unknown_encoding", row=1)
        return "utf-16-le" if odd > even else "utf-16-be"
    by_damage = {}
    for name in ("utf-8", "gb18030"):
        bad, others, first = _damage(path, name)
        if not bad:
            return name
        by_damage[name] = (bad / max(others, 1), first)
    name, (damage, first) = min(by_damage.items(), key=lambda one: one[1][0])
    if damage > _BAD:
        raise UserError("import.unknown_encoding", row=first)
    return name


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _damage(path: Path, encoding: str) -> tuple[int, int, int]:
    """Characters that cannot be decoded, those beyond ASCII, and the line of the first bad one."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    bad = others = line = first = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if chunk.isascii() and not others:
                line += chunk.count(b"\n")
                continue
            text = decoder.decode(chunk)
            here = text.count("\ufffd")
            if here and not bad:
                first = line + text.count("\n", 0, text.index("\ufffd")) + 1
            bad += here
            others += len(text) - len(text.encode("ascii", "ignore"))
            line += text.count("\n")
            if bad > 100 and bad > others / 2:
                break  # this is not the encoding
    return bad, others, first


def _delimiter(path: Path, encoding: str) -> str:
    """The one that splits most of the first lines into equally many, and into most."""
    with _open(path, encoding) as file:
        lines = [line[:LONGEST_FIELD] for line in itertools.islice(file, _SAMPLE_LINES)]
    first = lines[0].strip().lower() if lines else ""
    if first.startswith("sep=") and len(first) == 5:
        return first[4]
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        if not any(delimiter in line for line in lines):
            continue
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        except csv.Error:
            continue
        # Titles and signatures have other widths; a table's rows agree, or lack only their last cells.
        score = max((width - 1) ** 0.5 * count for width, count in widths.items())
        if score > most * 1.05:
            best, most = delimiter, score
    return best


def _open(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, errors="replace", newline="")


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[list[Cell]]:
    number = line = before = 0
    pending = [0]  # lines of the record that is being read
    with _open(path, encoding) as file:
        reader = csv.reader(_few(file, pending), delimiter=delimiter)
        cells: list[Cell]
        try:
            for cells in reader:  # type: ignore[assignment]
                number += 1
                pending[0] = 0
                if len(cells) > MOST_COLUMNS:
                    while cells and not cells[-1]:
                        cells.pop()
                    if len(cells) > MOST_COLUMNS:
                        raise UserError("import.too_many_columns", row=number, most=MOST_COLUMNS)
                if number > MOST_ROWS:
                    raise UserError("import.too_many_rows", most=MOST_ROWS)
                before, line = line, reader.line_num
                yield [unmarked(one) if one[:1] == "'" else one for one in cells]  # type: ignore[index,arg-type]
        except _TooManyLines as error:
            raise UserError("import.open_quote", row=number + 1) from error
        except csv.Error as error:
            if reader.line_num - line > 1:
                raise UserError("import.open_quote", row=number + 1) from error
            raise UserError("import.field_too_long", row=number + 1, most=LONGEST_FIELD) from error
    if line - before > 1 and _is_open(path, encoding, delimiter, before):
        raise UserError("import.open_quote", row=number)


class _TooManyLines(Exception):
    pass


def _few(lines: Iterable[str], pending: list[int]) -> Iterator[str]:
    for line in lines:
        pending[0] += 1
        if pending[0] > _MOST_LINES:
            raise _TooManyLines
        yield line


def _is_open(path: Path, encoding: str, delimiter: str, start: int) -> bool:
    """Whether the record from this line on, the last of the file, ends inside quotes."""
    with _open(path, encoding) as file:
        lines = list(itertools.islice(file, start, None))
    try:
        for _row in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
