"""Whole sessions of the window, from sign-in to lock, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.options import Options
from rmdesk.services.vault import VaultFolder
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.i18n import Languages
from rmdesk.ui.start import Session
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.support.vaults import ADMIN, PASSWORD

Begin = Callable[..., "Run"]


class Run:
    """One session and what it did to the processes."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.successors: list[Sequence[str]] = []
        self.ended_at_once: list[int] = []
        self.statuses: list[int] = []
        session.ended.connect(self.statuses.append)

    @property
    def window(self) -> MainWindow:
        assert self.session.window is not None
        return self.session.window


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(PASSWORD + "\n", "utf-8")
    return path


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    made.use("en")
    yield made
    made.use("en")


@pytest.fixture
def begin(qtbot: QtBot, languages: Languages, theme: Theme) -> Iterator[Begin]:
    """Starts a session with these options, in English."""
    runs: list[Run] = []

    def begin_(**options: Any) -> Run:
        holder = ConfigHolder()
        holder.change(language="en", theme="light")
        made: list[Run] = []
        session = Session(
            Options(**options),
            holder,
            languages,
            theme,
            start_process=lambda arguments: made[0].successors.append(arguments),
            end_process=lambda status: made[0].ended_at_once.append(status),
        )
        made.append(Run(session))
        runs.append(made[0])
        session.begin()
        return made[0]

    yield begin_
    for run in runs:
        run.session.close()


@pytest.fixture
def entered(
    qtbot: QtBot, begin: Begin, vault_folder: VaultFolder, password_file: Path, derived_once: None
) -> Run:
    """A session with its window open on this test's vault."""
    run = begin(vault=vault_folder.root, user=ADMIN, password_file=password_file)
    qtbot.waitUntil(lambda: run.session.window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: run.session.watch is not None, timeout=20_000)  # made after the first paint
    return run
