"""Files of tables: .xlsx, .xlsm, .xls and text of any encoding and delimiter, told by content, not by name.

Pure functions without a database, made for a worker process. Whatever is wrong with a file is a UserError
`import.…` that says where; what would cost too much memory or time is refused before it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading import delimited, workbooks
from rmdesk.services.imports.reading.content import Content, tell
from rmdesk.services.imports.reading.table import (
    AS_TOLD,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    SheetInfo,
    Table,
    TextForm,
)

__all__ = [
    "AS_TOLD",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Cell",
    "SheetInfo",
    "Table",
    "TextForm",
    "open_table",
    "sheets",
]


def sheets(path: Path | str, form: TextForm = AS_TOLD) -> list[SheetInfo]:
    """The sheets of a workbook in its order; of a text file one, named ""."""
    file = Path(path)
    content = tell(file)
    if content is Content.TEXT:
        return [delimited.info(file, form)]
    return workbooks.sheets(file, content)


@contextmanager
def open_table(path: Path | str, sheet: str | None = None, form: TextForm = AS_TOLD) -> Iterator[Table]:
    """One sheet; by default the visible one with the most rows, the first among equals.

    Raises UserError `import.no_such_sheet`, `import.no_rows`.
    """
    file = Path(path)
    content = tell(file)
    if content is Content.TEXT:
        if sheet:
            raise UserError("import.no_such_sheet", sheet=sheet)
        yield delimited.table(file, form)
        return
    with workbooks.open_workbook(file, content, sheet) as table:
        yield table
