"""A process with the whole window that imports a file and tells how late its event loop answered."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rmdesk.services import accounts, imports
from rmdesk.services.vault import open_vault, unlock
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.jobs import Jobs, favour_the_window
from rmdesk.ui.start import make_application, settle_memory
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.support.responsiveness import answer_times

_BEATS = 0.25  # seconds between two looks at whether the import has ended


def main() -> None:
    folder, name, password, file = sys.argv[1:]
    favour_the_window()
    app = make_application()
    theme = Theme(app)
    theme.apply("light")
    vault = open_vault(unlock(folder, name, password))
    accounts.sign_in(vault)
    jobs, bus = Jobs(vault.store), Bus(vault.store)
    window = MainWindow(Context(vault, vault.store, jobs, bus, ConfigHolder(), theme))
    window.show()
    with imports.Feed(Path(file)) as feed, vault.store.read() as session:
        request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
    answer_times(1.0)  # until the window is filled
    settle_memory()
    idle = answer_times(2.0)
    job = jobs.write("Importing", lambda session, progress: imports.run(session, request, progress))
    late: list[float] = []
    while not job.is_over:
        late += answer_times(_BEATS)
    told = {"idle": idle, "busy": late}
    print("answered " + json.dumps(told), file=sys.stderr, flush=True)
    jobs.close()
    bus.close()
    vault.close()


if __name__ == "__main__":
    main()
