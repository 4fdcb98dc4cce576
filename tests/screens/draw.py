"""One process of `dev.py screens`: everything at one scale factor. Its home is a temporary folder."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize

from rmdesk import config
from rmdesk.options import Options
from rmdesk.services.demo import opening
from rmdesk.services.vault import Cost, create_vault
from rmdesk.ui.jobs import favour_the_window
from tests.screens import (
    before_window,
    care_calendar,
    customers,
    daily_log,
    importing,
    in_lists,
    in_window,
    plans,
    reports,
    today,
)
from tests.screens.stage import Stage

LANGUAGES = ("zh_CN", "en")


def main() -> None:
    out, only, scale = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    appearances = sys.argv[4].split(",")
    favour_the_window()
    whole = scale == "1"
    # 1920×1080 at 150 % leaves 1280×720.
    stage = Stage(out, only, "" if whole else "-150", QSize(1366, 768) if whole else QSize(1280, 720))
    folder = config.home().parent
    vault, code = create_vault(
        folder / "vault",
        branch=before_window.BRANCH,
        admin=before_window.ADMIN,
        password=before_window.PASSWORD,
        cost=Cost.FLOOR,
    )
    vault.close()
    for language in LANGUAGES:
        for appearance in appearances:
            stage.use(language, appearance)
            before_window.first_start(stage, folder)
            before_window.sign_in(stage, folder, folder / "vault", code)
    password = folder / "password"
    password.write_text(before_window.PASSWORD + "\n", "utf-8")
    empty = Options(vault=folder / "vault", user=before_window.ADMIN, password_file=password)
    for prefix, options in (("", Options(demo=True)), ("empty-", empty)):
        stage.set_prefix(prefix)
        session = stage.enter(options)
        for language in LANGUAGES:
            for appearance in appearances:
                stage.use(language, appearance)
                window = stage.window_of(session)
                in_window.everywhere(stage, window)
                if options.demo:
                    in_window.staff(stage, window)
                    in_window.audit(stage, window)
                    in_lists.lists(stage, window)
                    in_window.bars(stage, window)
                    in_window.working(stage, window)
                    in_window.dialogs(stage, window)
                    if whole:
                        in_window.narrow(stage, window)
                else:
                    importing.importing(stage, window, folder / "files")
        session.close()
    _customers(stage, folder, appearances)
    stage.jobs.close()


def _customers(stage: Stage, folder: Path, appearances: list[str]) -> None:
    """The demonstration as one of its managers works in it."""
    password = folder / "password-of-the-demonstration"
    password.write_text(opening.PASSWORD + "\n", "utf-8")
    stage.set_prefix("customers-")
    own = Options(vault=config.demo_vault_folder(), user="林晓雯", password_file=password)
    session = stage.enter(own)
    for language in LANGUAGES:
        for appearance in appearances:
            stage.use(language, appearance)
            window = stage.window_of(session)
            customers.everything(stage, window)
            care_calendar.everything(stage, window)
            today.day(stage, window)
            daily_log.day(stage, window)
            plans.everything(stage, window)
            reports.pages(stage, window)
            reports.charts(stage, window)
    session.close()


if __name__ == "__main__":
    main()
