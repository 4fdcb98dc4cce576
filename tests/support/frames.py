"""The machinery around a window, for tests of panes, dialogs and the frame."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.services import settings
from rmdesk.services.vault import Vault
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.apply("light")
    return made


@pytest.fixture
def context(qtbot: QtBot, vault: Vault, theme: Theme) -> Iterator[Context]:
    """The test's own open vault with jobs and bus, the administrator signed in."""
    jobs = Jobs(vault.store)
    bus = Bus(vault.store)
    yield Context(vault, vault.store, jobs, bus, ConfigHolder(), theme)
    jobs.close()
    bus.close()


def settle(qtbot: QtBot, context: Context) -> None:
    """Wait until every task is over and its news has arrived."""
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=20_000)


def set_setting(context: Context, name: str, value: object) -> None:
    """Change a setting of the branch as the person signed in, on this thread."""
    with context.store.write() as session:
        settings.set(session, name, value, version=settings.load(session)[name].version)
