"""A process that makes a vault, fills it with an invented branch and says what that took.

On standard error: `filled <seconds> <MB of memory before> <MB at most>`.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from datetime import date

import psutil

from rmdesk.services import accounts, demo
from rmdesk.services.vault import Cost, create_vault
from tests.bench.grounds import ADMIN, BRANCH, PASSWORD

SEED = 1


def main() -> None:
    folder, customers = sys.argv[1], int(sys.argv[2])
    vault, _ = create_vault(folder, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
    memory = psutil.Process()
    most = before = memory.memory_info().rss

    def look(_done: int, _total: int) -> None:
        nonlocal most
        most = max(most, memory.memory_info().rss)

    with closing(vault):
        accounts.sign_in(vault)
        people = demo.prepare_people(vault, {ADMIN}, PASSWORD)
        begun = time.perf_counter()
        with vault.store.write() as session:
            demo.add_branch(
                session, vault, people, customers=customers, seed=SEED, today=date.today(), progress=look
            )
        taken = time.perf_counter() - begun
        look(customers, customers)
        accounts.sign_out(vault)
    print(f"filled {taken:.6f} {before / 1e6:.1f} {most / 1e6:.1f}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
