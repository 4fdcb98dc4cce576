"""A process with the whole window that tells on standard error how late its event loop answered."""

from __future__ import annotations

import json
import sys

from rmdesk.services import accounts
from rmdesk.services.vault import open_vault, unlock
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.jobs import Jobs, favour_the_window
from rmdesk.ui.start import make_application, settle_memory
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.support.responsiveness import BusyBeside, answer_times


def main() -> None:
    folder, name, password, seconds = sys.argv[1:]
    favour_the_window()
    app = make_application()
    theme = Theme(app)
    theme.apply("light")
    vault = open_vault(unlock(folder, name, password))
    accounts.sign_in(vault)
    jobs, bus = Jobs(vault.store), Bus(vault.store)
    window = MainWindow(Context(vault, vault.store, jobs, bus, ConfigHolder(), theme))
    window.show()
    answer_times(1.0)  # until the window is filled
    settle_memory()
    idle = answer_times(float(seconds))
    busy = BusyBeside(jobs)
    answer_times(1.0)  # until the worker runs
    before = busy.written
    late = answer_times(float(seconds))
    told = {"idle": idle, "busy": late, "written": busy.written - before}
    busy.stop()
    print("answered " + json.dumps(told), file=sys.stderr, flush=True)
    jobs.close()
    bus.close()
    vault.close()


if __name__ == "__main__":
    main()
