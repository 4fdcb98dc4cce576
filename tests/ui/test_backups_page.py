"""The settings' page of backups: listing, making, bringing back in three presses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import backups, settings
from rmdesk.services.vault import Vault
from rmdesk.services.vault.backup_names import Name
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.settings.backups import BackupsPage
from tests.support.vaults import OpenAgain, add_person

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> BackupsPage:
    made = BackupsPage(context)
    qtbot.addWidget(made)
    made.load()
    made.show()
    return made


def question(page: BackupsPage) -> Question | None:
    return next((one for one in page.findChildren(Question) if one.isVisible()), None)


def test_one_is_made_and_listed(qtbot: QtBot, page: BackupsPage, context: Context) -> None:
    assert page.rows == []
    assert "no backup yet" in page.state.text()
    qtbot.mouseClick(page.now_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.rows) == 1 and page.now_button.isEnabled(), timeout=WAIT)
    assert "verified" in page.rows[0].label.text()
    assert page.trouble.isHidden()


def test_bringing_back_says_what_is_lost_and_asks(
    qtbot: QtBot, page: BackupsPage, context: Context, open_again: OpenAgain
) -> None:
    vault = context.vault
    backups.make(vault)
    page.load()
    add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.TELLER])
    qtbot.mouseClick(page.rows[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question(page) is not None, timeout=WAIT)
    asked = question(page)
    assert asked is not None
    assert "1 then, 2 now" in asked.accessibleDescription()
    with qtbot.waitSignal(page.restart_wanted, timeout=WAIT) as wanted:
        qtbot.mouseClick(asked.buttons["do"], Qt.MouseButton.LeftButton)
    wanted.args[0].finish()
    again = open_again()
    with again.store.read() as session:
        assert settings.get(session, "vault.disposable") is False
    assert [one.kind for one in _names(again)] == [backups.Kind.BEFORE_RESTORE, backups.Kind.REGULAR]


def _names(vault: Vault) -> list[Name]:
    return [one.name for one in backups.list_backups(vault.folder.backups, vault.keys, vault.uid)]


def test_a_damaged_one_is_refused_and_work_goes_on(qtbot: QtBot, page: BackupsPage, context: Context) -> None:
    vault = context.vault
    one = backups.make(vault).backup
    raw = bytearray(one.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    one.path.write_bytes(raw)
    page.load()
    page.bring_back(one)
    assert not page.isEnabled()
    qtbot.waitUntil(lambda: page.isEnabled() and not page.trouble.isHidden(), timeout=WAIT)
    add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.TELLER])


def test_the_second_folder_and_the_limit_are_kept(
    qtbot: QtBot, page: BackupsPage, context: Context, tmp_path: Path
) -> None:
    page.folder.setText("rmdesk")
    page.most.setText("many")
    assert not page.check()
    page.folder.setText(str(tmp_path))
    page.most.setText("20")
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()
    with context.store.read() as session:
        assert settings.get(session, "backup.folder") == str(tmp_path)
        assert settings.get(session, "backup.most_gb") == 20


def test_the_demonstration_offers_nothing(qtbot: QtBot, context: Context) -> None:
    with context.store.write() as session:
        settings.fix(session, "vault.disposable", True)
    page = BackupsPage(context)
    qtbot.addWidget(page)
    page.load()
    assert not page.now_button.isEnabled()
    assert not page.folder.isEnabled()
    assert "no backups" in page.state.text()
