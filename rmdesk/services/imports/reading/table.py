"""What every reader of files gives: sheets, and the rows of one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None

# No list of a branch is larger; beyond these a file is refused before it costs memory.
MOST_FILE_BYTES = 256 << 20
MOST_WORKBOOK_BYTES = 64 << 20
MOST_ROWS = 1_048_576
MOST_COLUMNS = 1_024
MOST_CELLS = 4_000_000  # of the rectangle from A1 that a sheet fills; 40 bytes each while it is read
LONGEST_FIELD = 131_072  # characters


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet; a text file has one, named "". `rows` and `columns` reach to the last cell with a value."""

    name: str
    rows: int
    columns: int
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text file is to be read where a person said so; "" leaves it to be told by its content."""

    encoding: str = ""
    delimiter: str = ""


AS_TOLD = TextForm()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet or text file.

    `encoding` and `delimiter` are "" for workbooks; `total_rows` of a text counts lines: a record may have
    several; `is_1904` says that day numbers of the workbook count from 1904.
    """

    sheet: str
    read: Callable[[], Iterator[list[Cell]]]
    encoding: str = ""
    delimiter: str = ""
    total_rows: int = 0
    is_1904: bool = False

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Number, from 1 as the file counts, and cells of every row, blank ones too; anew at each call.

        Empty cells are "" or None, those at the end of a row are cut. Merged cells all hold the value of
        their first. Raises UserError `import.…` where the file is damaged.
        """
        for number, cells in enumerate(self.read(), 1):
            while cells and (cells[-1] is None or cells[-1] == ""):
                cells.pop()
            yield number, cells
