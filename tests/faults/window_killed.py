"""A window in which somebody is typing, killed as soon as what was typed is kept.

    python -m tests.faults.window_killed VAULT PASSWORD_FILE NAME

opens the form of a new customer, types the name, and kills itself once the watch has kept it.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher

from rmdesk.options import Options
from rmdesk.services.vault import VaultFolder
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.i18n import Languages
from rmdesk.ui.start import Session, make_application
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.support.vaults import ADMIN


def main(vault: Path, password_file: Path, name: str) -> None:
    app = make_application()
    folder = VaultFolder.at(vault)
    folder.drafts.mkdir(exist_ok=True)
    watcher = QFileSystemWatcher([str(folder.drafts)])

    def kill_if_kept(_path: str) -> None:
        if list(folder.drafts.glob("*.sealed")):
            os.kill(os.getpid(), signal.SIGKILL)

    watcher.directoryChanged.connect(kill_if_kept)

    def type_in(window: MainWindow) -> None:
        window.show_pane("customers").add_customer().name.setText(name)  # type: ignore[attr-defined]

    options = Options(vault=vault, user=ADMIN, password_file=password_file)
    session = Session(options, ConfigHolder(), Languages(app), Theme(app))
    session.entered.connect(type_in)
    session.begin()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
