"""A process that opens a vault once and says on standard error how long that took."""

from __future__ import annotations

import sys
import time

from rmdesk.services.vault import open_vault, unlock


def main() -> None:
    folder, name, password = sys.argv[1:]
    unlocked = unlock(folder, name, password)
    begun = time.perf_counter()
    vault = open_vault(unlocked)
    print(f"opened {time.perf_counter() - begun:.6f}", file=sys.stderr, flush=True)
    vault.close()


if __name__ == "__main__":
    main()
