"""A process that makes a vault, imports a file of customers into it and says what that took.

On standard error: `imported <rows> <seconds> <MB of memory at most, with the process that reads>`.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

import psutil

from rmdesk.services import accounts, imports
from rmdesk.services.vault import Cost, create_vault
from tests.bench.grounds import ADMIN, BRANCH, PASSWORD


def main() -> None:
    folder, file = sys.argv[1], Path(sys.argv[2])
    vault, _ = create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
    this, most = psutil.Process(), 0

    def look(_done: int, _total: int) -> None:
        nonlocal most
        processes = [this, *this.children()]
        most = max(most, sum(one.memory_info().rss for one in processes))

    with closing(vault):
        accounts.sign_in(vault)
        begun = time.perf_counter()
        with imports.Feed(file) as feed:
            with vault.store.read() as session:
                request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
            with vault.store.write() as session:
                report = imports.run(session, request, look, feed=feed)
        taken = time.perf_counter() - begun
        accounts.sign_out(vault)
    print(f"imported {report.file_rows} {taken:.6f} {most / 1e6:.1f}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
