"""Finding duplicates among very many customers: reading the rows, and the search in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing

from rmdesk.services import accounts, duplicates
from rmdesk.services.vault import open_vault
from rmdesk.ui.workers import Worker, function_name
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with closing(open_vault(branches.unlocked(grounds, customers))) as vault:
        accounts.sign_in(vault)
        worker = Worker()
        try:
            begun = time.perf_counter()
            with vault.store.read() as session:
                searched = duplicates.gather(session, lambda _done, _total: None)
            gathered = time.perf_counter() - begun
            arguments = (searched.pieces, searched.apart)
            pairs, count = worker.run(function_name(duplicates.search), arguments, lambda _done, _total: None)
            taken = time.perf_counter() - begun
        finally:
            worker.stop()
    print(f"  {count} pairs, the likeliest {pairs[0].score if pairs else 0}", flush=True)
    yield Figure(f"reading {customers:,} customers for it", "s", (gathered,))
    yield Figure(f"finding duplicates among {customers:,}", "s", (taken,), limit=Limit(20))
