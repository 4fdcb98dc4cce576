"""A process with the whole window that makes backups and tells how late it answers, beats and keys."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from rmdesk.services import accounts, backups
from rmdesk.services.backups.quiet import quietly
from rmdesk.services.vault import open_vault, unlock
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.jobs import Job, Jobs, favour_the_window
from rmdesk.ui.start import make_application, settle_memory
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.bench.list_once import Ours, rest, until
from tests.support.responsiveness import answer_times

_BEATS = 0.25  # seconds between two looks at whether the backup is made
_TYPED = ("wang", "zhangw", "1380", "lixm", "5678")
_BETWEEN = 120  # ms between two keys


def _type(ours: Ours, is_enough: Callable[[], bool]) -> list[float]:
    """Ms from each key to the painted list."""
    taken = []
    for text in _TYPED:
        for key in text:
            if is_enough():
                break
            taken.append(ours.press(key))
            rest(_BETWEEN)
        ours.empty()
    return taken


def main() -> None:
    folder, name, password, rounds = sys.argv[1:]
    favour_the_window()
    app = make_application()
    theme = Theme(app)
    theme.apply("light")
    vault = open_vault(unlock(folder, name, password))
    accounts.sign_in(vault)
    jobs, bus = Jobs(vault.store), Bus(vault.store)
    window = MainWindow(Context(vault, vault.store, jobs, bus, ConfigHolder(), theme))
    window.resize(1366, 768)
    window.show()
    ours = Ours(window, clock=time.perf_counter)
    until(lambda: ours.model.is_loaded)
    _type(ours, lambda: False)  # into a window that is in use
    settle_memory()

    def begin() -> Job:
        """As the watch over backups makes one, with tables and indexes checked as once a day."""
        return jobs.background(
            "Backing up",
            lambda report: quietly(lambda told: backups.make(vault, thorough=True, progress=told), report),
        )

    told: dict[str, list[float]] = {"idle": answer_times(2.0), "busy": [], "keys": [], "keys idle": []}
    for _ in range(int(rounds)):
        job = begin()
        while not job.is_over:
            told["busy"] += answer_times(_BEATS)
        told["keys idle"] += _type(ours, lambda: False)
        job = begin()
        while not job.is_over:
            told["keys"] += _type(ours, lambda job=job: job.is_over)
    print("answered " + json.dumps(told), file=sys.stderr, flush=True)
    jobs.close()
    bus.close()
    vault.close()


if __name__ == "__main__":
    main()
