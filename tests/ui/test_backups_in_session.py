"""Backups over a whole session: one when leaving, none at a lock, and bringing one back in three presses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.services import backups
from rmdesk.services.vault import Vault, VaultFolder
from rmdesk.ui.ask import Question
from rmdesk.ui.settings.backups import BackupsPage
from tests.support.frames import set_setting
from tests.support.sessions import Run
from tests.support.vaults import ADMIN, OpenAgain

WAIT = 60_000  # ms: a limit, not a measure


def kinds(vault: Vault) -> list[str]:
    found = backups.list_backups(vault.folder.backups, vault.keys, vault.uid)
    return [one.name.kind.value for one in found if one.is_verified]


def test_leaving_makes_one(entered: Run, open_again: OpenAgain) -> None:
    entered.session.close()
    assert entered.statuses == [0]
    assert kinds(open_again()) == ["backup"]


def test_a_lock_is_over_at_once_and_makes_none(entered: Run, open_again: OpenAgain) -> None:
    entered.session.lock("key")
    assert kinds(open_again()) == []


def test_one_is_brought_back_in_three_presses_and_the_password_is_asked_for(
    qtbot: QtBot, entered: Run, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    window = entered.window
    backups.make(window.context.vault)
    set_setting(window.context, "lock.idle_seconds", 900)
    page = window.show_settings("backups").page  # the first press
    assert isinstance(page, BackupsPage)
    qtbot.mouseClick(page.rows[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.findChildren(Question)), timeout=WAIT)
    asked = page.findChildren(Question)[0]
    assert asked.buttons["leave"].isDefault()
    qtbot.mouseClick(asked.buttons["do"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.statuses == [0], timeout=WAIT)
    successor = ["--vault", str(vault_folder.root), "--user", ADMIN, "--locked", "restored"]
    assert entered.successors == [successor]
    again = open_again()
    assert again.findings == []
    assert kinds(again) == ["before-restore", "backup"]


def test_a_backup_that_could_not_take_its_place_is_not_told_as_brought_back(
    entered: Run, vault_folder: VaultFolder, open_again: OpenAgain, expected_logs: Callable[[str], None]
) -> None:
    expected_logs("could not be recorded or backed up")
    vault = entered.window.context.vault
    name = backups.make(vault).backup.name.text
    before = set(vault_folder.root.rglob("*.db"))
    prepared = backups.prepare_restore(vault, name)
    made = set(vault_folder.root.rglob("*.db")) - before - set(vault_folder.backups.glob("*.db"))
    for path in made:
        path.unlink()
    entered.session.start_again(prepared)
    assert entered.successors[0][-2:] == ["--locked", "not_restored"]
    assert open_again().findings == []
