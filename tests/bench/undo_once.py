"""A process that takes back the newest import of a vault and says what that took.

On standard error: `undone <rows> <seconds> <seconds of the processor> <MB of memory at most> <MB before>`.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing

import psutil

from rmdesk.services import accounts, imports
from rmdesk.services.vault import open_vault, unlock
from tests.bench.grounds import ADMIN, PASSWORD


def main() -> None:
    this = psutil.Process()
    with closing(open_vault(unlock(sys.argv[1], ADMIN, PASSWORD))) as vault:
        accounts.sign_in(vault)
        before = most = this.memory_info().rss

        def look(_done: int, _total: int) -> None:
            nonlocal most
            most = max(most, this.memory_info().rss)

        with vault.store.read() as session:
            number = imports.find_imports(session)[0]
        begun, used = time.perf_counter(), time.process_time()
        with vault.store.write() as session:
            rows = imports.undo(session, number, look)
        taken, processor = time.perf_counter() - begun, time.process_time() - used
        accounts.sign_out(vault)
    told = f"undone {rows} {taken:.6f} {processor:.6f} {most / 1e6:.1f} {before / 1e6:.1f}"
    print(told, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
