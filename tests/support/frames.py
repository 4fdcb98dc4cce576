"""The machinery around a window, for tests of panes, dialogs and the frame."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, settings
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.dialogs.preview_report import PreviewReport
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.theme import Theme
from tests.support.branches import PEOPLE
from tests.support.printing import Printed, read_pdf
from tests.support.vaults import add_person

_WAIT = 60_000  # ms: a limit, not a measure


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


def add_people(context: Context, *who: str) -> dict[str, Actor]:
    """People of the branch as tests of services know them, by what they are; the first acts from now on."""
    found: dict[str, Actor] = {}
    for one in who:
        name, role = PEOPLE[one]
        found[one] = Actor.of(add_person(context.vault, name, "一次性密码 Abc-2468", [role]))
    context.store.actor = found[who[0]]
    return found


def add_customer(context: Context, name: str = "陈静怡") -> str:
    """The uid of a customer of whoever acts."""
    with context.store.write() as session:
        return customers.add_customer(session, {"name": name}).uid


def set_setting(context: Context, name: str, value: object) -> None:
    """Change a setting of the branch as the person signed in, on this thread."""
    with context.store.write() as session:
        settings.set(session, name, value, version=settings.load(session)[name].version)


def printed(qtbot: QtBot, preview: PreviewReport | None) -> Printed:
    """What a preview that was opened shows, once it is drawn; it is closed."""
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=_WAIT)
    assert preview.pdf is not None
    found = read_pdf(preview.pdf.content)
    preview.reject()
    return found
