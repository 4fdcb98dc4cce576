"""A process that opens a vault once and says on standard error how long that took.

With `--kill` it then writes a little and ends as a killed one does: its journal is left.
"""

from __future__ import annotations

import os
import sys
import time

from rmdesk.services import changes
from rmdesk.services.vault import open_vault, unlock


def main() -> None:
    folder, name, password, *kill = sys.argv[1:]
    unlocked = unlock(folder, name, password)
    begun = time.perf_counter()
    vault = open_vault(unlocked)
    taken = time.perf_counter() - begun
    if kill:
        with vault.store.write() as session:
            changes.note(session, "bench.killed")
    else:
        vault.close()
    # Said last: whoever measures ends this process then.
    print(f"opened {taken:.6f}", file=sys.stderr, flush=True)
    os._exit(9 if kill else 0)


if __name__ == "__main__":
    main()
