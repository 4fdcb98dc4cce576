"""Letting a list leave the vault: prepared under a temporary name, recorded, then put in its place."""

from __future__ import annotations

import contextlib
import enum
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from rmdesk.services import files, reading, text
from rmdesk.services.errors import UserError
from rmdesk.services.export import cards, writing
from rmdesk.services.export.columns import Cell
from rmdesk.services.export.lists import LISTINGS, Listing
from rmdesk.services.store import expect_many_rows

if TYPE_CHECKING:
    from rmdesk.services.store import Store

Progress = Callable[[int, int], None]

REASON_LONGEST = 200
_CHUNK = 1000


class Kind(enum.StrEnum):
    """The kinds of file; a card file is of customers only."""

    XLSX = "xlsx"
    CSV = "csv"
    VCF = "vcf"


class Encoding(enum.StrEnum):
    """Of CSV: with a byte order mark for today's spreadsheets, or what older Chinese programs read."""

    UTF_8 = "utf-8-sig"
    GB18030 = "gb18030"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported: rows of a list by id (duplicates: by pair), in this order, with these columns.

    With a `reason`, those who may see exact values get them; without one everybody gets them masked.
    """

    listing: str
    ids: Sequence[Any]
    columns: Sequence[str]
    target: Path
    kind: Kind = Kind.XLSX
    encoding: Encoding = Encoding.UTF_8
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What left: where to, how many rows, whether masked."""

    target: Path
    rows: int
    masked: bool


def export(store: Store, request: Request, progress: Progress) -> Exported:
    """Write the list to its file. Slow; the rows are those of one moment, whatever changes meanwhile.

    The act is recorded before the file gets its name, so nothing leaves unseen; what fails or is
    cancelled leaves nothing. Raises NotAllowed, Cancelled, UserError `export.no_such_column`,
    `export.cards_of_customers`, `export.too_many_rows`, `export.not_written`, and as the store does.
    """
    listing = LISTINGS[request.listing]
    _check(listing, request)
    reason = None
    if request.reason is not None and request.reason.strip():
        reason = text.line(request.reason, "export.reason", longest=REASON_LONGEST)
    with beside(request.target) as prepared:
        with store.read() as session:
            expect_many_rows(session)
            rows, masked = _prepare(session, listing, request, reason, prepared, progress)
        with store.write() as session:
            reading.note_export(
                session,
                request.listing,
                rows=rows,
                fields=["card"] if request.kind is Kind.VCF else list(request.columns),
                masked=masked,
                reason=None if masked else reason,
            )
        os.replace(prepared, request.target)
        files.sync_folder(request.target.parent)
    return Exported(request.target, rows, masked)


def _check(listing: Listing, request: Request) -> None:
    known = {one.name for one in listing.columns}
    for name in request.columns:
        if name not in known:
            raise UserError("export.no_such_column", column=name[:40], known=", ".join(sorted(known)))
    if request.kind is Kind.VCF and listing.name != "customers":
        raise UserError("export.cards_of_customers")


def _prepare(
    session: Session,
    listing: Listing,
    request: Request,
    reason: str | None,
    path: Path,
    progress: Progress,
) -> tuple[int, bool]:
    load, masked = listing.begin(session, reason)
    columns = listing.chosen(request.columns)
    count = 0

    def chunks() -> Iterator[Sequence[Any]]:
        nonlocal count
        progress(0, len(request.ids))
        for start in range(0, len(request.ids), _CHUNK):
            yield request.ids[start : start + _CHUNK]
            progress(min(start + _CHUNK, len(request.ids)), len(request.ids))

    def rows() -> Iterator[Sequence[Cell]]:
        nonlocal count
        for chunk in chunks():
            for row in load(session, chunk):
                count += 1
                yield [column.cell(row) for column in columns]

    match request.kind:
        case Kind.XLSX:
            writing.write_xlsx(path, columns, rows())
        case Kind.CSV:
            writing.write_csv(path, columns, rows(), request.encoding)
        case Kind.VCF:
            count = cards.write_cards(session, path, load, chunks(), masked=masked)
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
    return count, masked


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A path in a folder of its own beside `target`, gone afterwards whatever happens."""
    folder: str | None = None
    try:
        folder = tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        yield Path(folder) / target.name
    except OSError as error:
        raise UserError("export.not_written", path=str(target), reason=files.reason_of(error)) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
