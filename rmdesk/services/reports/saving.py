"""A print-out as a file: prepared under a temporary name, recorded, then put in its place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rmdesk.services import files, reports
from rmdesk.services.export.leaving import beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rmdesk.services.store import Store


@dataclass(frozen=True, slots=True)
class Saved:
    """What left: where to, under which number, how many pages and rows."""

    target: Path
    number: str
    pages: int
    rows: int


def save(target: Path, pdf: bytes, record: Callable[[], None] | None) -> None:
    """Write the PDF; `record` is called once all of it is on the disk, and nothing leaves if that fails.

    What fails leaves a former file as it was and nothing beside it. Raises UserError `export.not_written`.
    """
    with beside(target) as prepared:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with prepared.open("wb") as stream:
            stream.write(pdf)
            stream.flush()
            os.fsync(stream.fileno())
        if record is not None:
            record()
        os.replace(prepared, target)
        files.sync_folder(target.parent)


def save_report(store: Store, name: str, typed: Mapping[str, str], target: Path, language: str) -> Saved:
    """Make a report with parameters as they are typed and save it; raises as making, saving and the store."""
    with store.read() as session:
        made = reports.prepare_typed(session, name, typed)
    pages = reports.render(made, language)

    def record() -> None:
        with store.write() as session:
            reports.note_print(session, made, pages.count)

    save(target, pages.pdf, record)
    return Saved(target, made.sheet.number, pages.count, made.rows)
