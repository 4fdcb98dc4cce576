"""Exporting a long list: each kind of file, with loading, masking and the record, beside bare writing."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from rmdesk.services import accounts, archive, export
from rmdesk.services.export import LISTINGS, Kind, Request
from rmdesk.services.export.columns import Cell, Column
from rmdesk.services.export.writing import write_csv, write_xlsx
from rmdesk.services.vault import open_vault, unlock
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

# What the list shows until somebody chooses other columns.
_SHOWN = ("name", "tier", "aum", "change", "strategy", "phone", "last_contact", "next_maturity")
_RAW = "the same cells written to a file, nothing read or recorded"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-export-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(branches.filling(grounds, customers)[0], folder)
        if hasattr(os, "sync"):
            os.sync()  # or the first file that is flushed would wait for the copy
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            listing = LISTINGS["customers"]
            columns = listing.chosen(_SHOWN)
            with vault.store.read() as session:
                ids = archive.find_customers(session)
            taken = {}
            for kind in Kind:
                target = Path(made) / f"customers.{kind.value}"
                request = Request("customers", ids, _SHOWN, target, kind, reason="bench")
                begun, used = time.perf_counter(), time.process_time()
                done = export.export(vault.store, request, lambda _done, _total: None)
                taken[kind] = time.perf_counter() - begun, time.process_time() - used
                assert done.rows == len(ids)
            with vault.store.read() as session:
                rows = archive.load_customers(session, ids, exact=True)
            cells = [[column.cell(row) for column in columns] for row in rows]
        for kind, (seconds, processor) in taken.items():
            floor = _bare(kind, Path(made), columns, cells)
            name = f"exporting {customers:,} customers, {kind.value}"
            yield Figure(name, "s", (seconds,), floor, _RAW if floor else "", Limit(10))
            yield Figure(f"{name}, of it the processor's", "s", (processor,))


def _bare(kind: Kind, folder: Path, columns: Sequence[Column], cells: list[list[Cell]]) -> tuple[float, ...]:
    begun = time.perf_counter()
    match kind:
        case Kind.XLSX:
            write_xlsx(folder / "bare.xlsx", columns, cells)
        case Kind.CSV:
            write_csv(folder / "bare.csv", columns, cells)
        case _:
            return ()
    return (time.perf_counter() - begun,)
