"""Reading a file in a worker process: what stands in it, then its rows as values of a target's fields.

No database here. A row travels as a tuple, for it crosses a pipe: number, values or None, problems,
customer number and name as the file has them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, dating
from rmdesk.services.imports.fields import Hints, ImportField
from rmdesk.services.imports.layout import Layout, RowKind, find_layout
from rmdesk.services.imports.reading import AS_TOLD, SheetInfo, Table, TextForm, sheets
from rmdesk.services.imports.report import PassedOver, Problem
from rmdesk.services.imports.writing import Choices, Row, Target

SAMPLE = 200  # rows that are looked at before anything is decided
_LONGEST_SHOWN = 200  # characters of a cell in a report
_FIRST, _LAST = 60, 12  # rows of an excerpt


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """A row of the file as it stands there, and what it is taken for."""

    number: int
    kind: RowKind
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a file: the sheet that is read, where its table is, samples of it; all sheets, if the
    file was read to its end.

    `samples` are cells by column; `excerpt` the first rows and, if the file was read to its end, the last;
    `filled_rows` says how many rows hold any cell, None if the file was not read to its end. `file_on` is
    the day the file speaks of, by its titles or its name, else the day it was last written, of which
    `is_dated` is false.
    """

    path: str
    sheets: tuple[SheetInfo, ...]
    sheet: str
    encoding: str
    delimiter: str
    total_rows: int
    layout: Layout
    samples: tuple[tuple[Any, ...], ...]
    excerpt: tuple[ExcerptRow, ...]
    file_on: date
    is_dated: bool
    heading: int | None = None  # its row, where the person said so
    basis: str | None = None  # of figures of assets, as the titles tell
    form: TextForm = AS_TOLD
    filled_rows: int | None = None
    last_row: int | None = None  # the number of the last of them

    def complete(self, choices: Choices) -> Choices:
        """With what the file itself tells: its day where none was chosen, its name, and its titles."""
        return replace(
            choices,
            as_of=choices.as_of or (self.file_on if self.is_dated else None),
            file_on=self.file_on,
            told_basis=self.basis,
            source=Path(self.path).name[:LINE_LONGEST],
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """How the columns of a file are read: the field of each column that has one, by its index."""

    columns: Mapping[int, str]
    heading: int | None = None  # its row, where the person said so
    basis: str | None = None  # of figures of assets, as the titles tell


def look(
    path: Path, table: Table, heading: int | None, form: TextForm = AS_TOLD, *, to_the_end: bool = False
) -> Found:
    """What stands in an open file; `heading` as for `find_layout`. `to_the_end` costs reading all of it."""
    every = table.rows()
    rows = list(islice(every, SAMPLE))
    layout = find_layout(rows, heading=heading)
    body = [row for number, row in rows if layout.kind_of_row(number, row) is RowKind.BODY]
    samples = tuple(
        tuple(row[column.index] for row in body if column.index < len(row)) for column in layout.columns
    )
    told = dating.told(layout.titles, path.name)
    last: deque[tuple[int, list[Any]]] = deque(maxlen=_LAST)
    full = [number for number, row in rows if not _is_blank(row)]
    filled, last_row = len(full), full[-1] if full else 0
    if to_the_end:
        for number, row in every:
            if row and (row[0] or not _is_blank(row)):
                filled += 1
                last_row = number
                last.append((number, row))
    if len(rows) <= _FIRST + _LAST or not to_the_end:
        shown = rows if to_the_end else rows[:_FIRST]
    else:
        shown = [*rows[:_FIRST], *[*rows[_FIRST:], *last][-_LAST:]]
    excerpt = tuple(_excerpt(layout, number, row) for number, row in shown)
    return Found(
        str(path),
        tuple(sheets(path, form)) if to_the_end else (),
        table.sheet,
        table.encoding,
        table.delimiter,
        table.total_rows,
        layout,
        samples,
        excerpt,
        told or dating.written_on(path),
        told is not None,
        heading,
        dating.basis_of(*layout.titles, path.stem),
        form,
        filled if to_the_end else None,
        last_row if to_the_end else None,
    )


def _is_blank(row: Sequence[Any]) -> bool:
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


class Parser:
    """Reads the rows of a table as a plan says."""

    def __init__(self, target: Target, table: Table, found: Found, plan: Plan) -> None:
        self._target = target
        self._layout = found.layout
        self._readers: list[tuple[int, str, ImportField, cells.Reader[Any]]] = []
        self._column_of: dict[str, int] = {}
        for index, name in plan.columns.items():
            field = target.by_name[name]
            heading = found.layout.columns[index].heading
            hints = Hints(
                heading,
                cells.unit_of(heading) if cells.unit_of(heading) != 1 else _unit_of_titles(found.layout),
                cells.are_fractions(found.samples[index]),
                table.is_1904,
                cells.order_of(found.samples[index]),
            )
            self._readers.append((index, heading, field, _reader(field, hints, found.samples[index])))
            self._column_of.setdefault(name, index)
        self._headings = {
            name: found.layout.columns[index].heading for name, index in self._column_of.items()
        }
        self._required = [one for one in target.fields if one.required]
        target.begin(self._column_of.keys())

    def rows(self, table: Table) -> Iterator[Row | PassedOver]:
        """The rows of the body, and any other that holds cells. Blank ones are left out."""
        kind_of_row, blank, body = self._layout.kind_of_row, RowKind.BLANK, RowKind.BODY
        for number, row in table.rows():
            kind = kind_of_row(number, row)
            if kind is body:
                yield self._row(number, row)
            elif kind is not blank:
                texts = (cells.as_text(cell).strip() for cell in row)
                words = " ".join(dict.fromkeys(text for text in texts if text))
                yield PassedOver(number, kind, words[:_LONGEST_SHOWN])

    def _row(self, number: int, row: Sequence[Any]) -> Row:
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        width = len(row)
        for index, heading, field, read in self._readers:
            if index >= width:
                continue
            cell = row[index]
            if cell is None or cell == "":
                continue
            try:
                value = read(cell)
            except UserError as error:
                problems.append(Problem.of(error, field.name, heading, _said(cell, error)))
                continue
            if value is None:
                continue
            if field.many and field.name in values:
                values[field.name] = [
                    *values[field.name],
                    *(one for one in value if one not in values[field.name]),
                ]
            elif field.name not in values:
                values[field.name] = value
        no, name = self._text("number", row), self._text("name", row)
        try:
            for field in self._required:
                if values.get(field.name) is None:
                    if any(one.field == field.name for one in problems):  # there is one, but who can read it
                        return Row(number, None, tuple(problems), no, name)
                    raise UserError("import.missing", what=field.what)
            self._target.complete(values, problems)
        except UserError as error:
            return Row(number, None, (Problem.of(error), *problems), no, name)
        if not problems:
            return Row(number, values, (), no, name)
        told = tuple(
            one
            if one.value
            else Problem(
                one.field, self._headings.get(one.field, ""), self._text(one.field, row), one.code, one.params
            )
            for one in problems
        )
        return Row(number, values, told, no, name)

    def _text(self, field: str, row: Sequence[Any]) -> str:
        index = self._column_of.get(field)
        return (
            "" if index is None or index >= len(row) else cells.as_text(row[index]).strip()[:_LONGEST_SHOWN]
        )


def _reader(field: ImportField, hints: Hints, sample: Sequence[Any]) -> cells.Reader[Any]:
    """How a column's cells are read; what was read is remembered where the sample says that cells repeat."""

    def read(cell: Any) -> Any:
        return field.read(cell, hints)

    given = [one for one in sample if one is not None and one != ""]
    repeats = 2 * len({(type(one), one) for one in given}) < len(given)
    # Of several values in a cell a list is made, which is the row's own.
    return cells.remembering(read) if repeats and not field.many else read


def _excerpt(layout: Layout, number: int, row: Sequence[Any]) -> ExcerptRow:
    """A row to be looked at; secrets of customers are not shown."""
    kind = layout.kind_of_row(number, row)
    texts = [cells.as_text(cell)[:_LONGEST_SHOWN] for cell in row]
    if kind is RowKind.BODY:
        for column in layout.columns:
            if column.is_secret and column.index < len(texts) and texts[column.index]:
                texts[column.index] = "…"
    return ExcerptRow(number, kind, tuple(texts))


def _said(cell: Any, error: UserError) -> str:
    """A cell as a report shows it; a secret is not repeated."""
    return "…" if error.code == "text.secret" else cells.as_text(cell).strip()[:_LONGEST_SHOWN] or "…"


def _unit_of_titles(layout: Layout) -> int:
    """The unit of all amounts, where a title says it: 单位：万元."""
    return next((unit for title in layout.titles if (unit := cells.unit_of(title)) != 1), 1)
