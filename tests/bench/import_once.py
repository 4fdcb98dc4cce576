"""A process that makes a vault, imports a file of customers into it and says what that took.

On standard error: `imported <rows> <seconds> <MB of memory at most, with the process that reads> <seconds of
this process's processor>`.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

import psutil

import rmdesk.late_imports  # noqa: F401 - as the program does, also in the process that reads


def main() -> None:
    # Not above: the process that reads loads this module as it would the program's, and would hold all that.
    from rmdesk.services import accounts, imports
    from rmdesk.services.vault import Cost, create_vault
    from tests.bench.grounds import ADMIN, BRANCH, PASSWORD

    folder, file = sys.argv[1], Path(sys.argv[2])
    vault, _ = create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
    this, most = psutil.Process(), 0

    def look(_done: int, _total: int) -> None:
        nonlocal most
        processes = [this, *this.children()]
        most = max(most, sum(one.memory_info().rss for one in processes))

    with closing(vault):
        accounts.sign_in(vault)
        begun, used = time.perf_counter(), time.process_time()
        with imports.Feed(file) as feed:
            with vault.store.read() as session:
                request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
            with vault.store.write() as session:
                report = imports.run(session, request, look, feed=feed)
        taken, processor = time.perf_counter() - begun, time.process_time() - used
        accounts.sign_out(vault)
    told = f"imported {report.file_rows} {taken:.6f} {most / 1e6:.1f} {processor:.6f}"
    print(told, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
