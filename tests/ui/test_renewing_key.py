"""The master key renewed from the settings: asked for, made ready behind, finished by starting again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes
from rmdesk.services.actor import Actor
from rmdesk.services.vault import open_vault, unlock
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.wait_alone import WaitAlone
from rmdesk.ui.settings.security import SecurityPage
from tests.support.vaults import ADMIN, PASSWORD, add_person

WAIT = 60_000  # ms: a limit, not a measure


def shown(qtbot: QtBot, context: Context) -> SecurityPage:
    page = SecurityPage(context)
    qtbot.addWidget(page)
    page.load()
    page.show()
    return page


def test_it_is_asked_for_made_ready_and_finished(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    former = context.vault.keys.master
    qtbot.mouseClick(page.renew_button, Qt.MouseButton.LeftButton)
    [asked] = [one for one in page.findChildren(Question) if one.isVisible()]
    with qtbot.waitSignal(page.restart_wanted, timeout=WAIT) as wanted:
        qtbot.mouseClick(asked.buttons["do"], Qt.MouseButton.LeftButton)
    assert not page.window().isEnabled()
    prepared = wanted.args[0]
    assert prepared.cause == "rotated"
    prepared.finish()
    context.vault.close()
    again = open_vault(unlock(context.vault.folder, ADMIN, PASSWORD))
    again.close()
    assert again.keys.master != former
    assert again.keys.former[0].master == former


def test_it_is_broken_off_and_the_vault_is_as_it_was(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    before = sorted(one.name for one in context.vault.folder.root.iterdir())
    page.renew()
    [waiting] = [one for one in page.findChildren(WaitAlone) if one.isVisible()]
    assert not page.isEnabled()
    qtbot.keyClick(waiting, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.isEnabled, timeout=WAIT)
    qtbot.waitUntil(lambda: "Cancelled" in page.trouble.text, timeout=WAIT)
    assert sorted(one.name for one in context.vault.folder.root.iterdir()) == before
    with context.store.write() as session:
        changes.note(session, "data.printed", report="staff_list", rows=0, pages=0)


def test_without_the_permission_it_rests(qtbot: QtBot, context: Context) -> None:
    person = add_person(context.vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    context.store.actor = Actor.of(person)
    page = shown(qtbot, context)
    assert not page.renew_button.isEnabled()
    page.ask_to_renew()
    assert not page.findChildren(Question)
