"""The staff pane: people added, edited in place, disabled and let in again; masked numbers; conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rmdesk.models import Role, Staff
from rmdesk.services import changes, people, staff
from rmdesk.services.errors import UserError
from rmdesk.services.people import PersonRow
from rmdesk.services.vault import unlock
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.panes.staff.pane import StaffPane
from tests.conftest import ExpectedLogs
from tests.support.frames import set_setting, settle
from tests.support.vaults import ADMIN, add_person

WAIT = 60_000  # ms: a limit, not a measure
MOBILE = "13800138000"
MASKED = "138****8000"


@pytest.fixture
def lin(context: Context) -> Staff:
    """A colleague with a mobile number."""
    person = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    with context.store.write() as session:
        staff.set_mobile(session, person.uid, MOBILE, version=person.version)
    return person


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Any]:
    def make_(**options: Any) -> StaffPane:
        pane = StaffPane(context, **options)
        qtbot.addWidget(pane)
        pane.resize(1280, 640)
        pane.show()
        pane.activateWindow()  # quick answers are there before the window is, and only that has the focus
        qtbot.waitUntil(pane.isActiveWindow, timeout=WAIT)
        qtbot.waitUntil(lambda: pane.table.query.is_loaded and not pane.table.query.is_busy, timeout=WAIT)
        return pane

    yield make_
    settle(qtbot, context)


def row_of(context: Context, name: str) -> PersonRow:
    with context.store.read() as session:
        (found,) = people.load_rows(session, staff.find_staff(session, search=name))
    return found


def go_to(qtbot: QtBot, pane: StaffPane, name: str) -> None:
    assert pane.table.go_to(row_of(pane.context, name).id)
    qtbot.waitUntil(lambda: pane.detail.person is not None and pane.detail.person.name == name, timeout=WAIT)


def kinds(context: Context) -> list[str]:
    with context.store.read() as session:
        return [one.kind for one in changes.load_sets(session, changes.find_numbers(session))]


def question(pane: StaffPane) -> Question:
    return next(one for one in pane.findChildren(Question) if one.isVisible())


def test_one_person_alone_is_told_what_to_do_next(qtbot: QtBot, make: Any) -> None:
    pane = make()
    assert pane.hint.isVisible()
    pane.hint.acted.emit()
    assert any(dialog.isVisible() for dialog in pane.dialogs())


def test_people_are_listed_with_roles_state_and_masked_number(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    row = pane.table.currentIndex().row()
    shown = [pane.table.query.index(row, column).data() for column in range(pane.table.query.columnCount())]
    assert "林晓雯" in shown
    assert MASKED in shown
    assert MOBILE not in shown
    assert not pane.hint.isVisible()


def test_the_branchs_own_word_for_managers_is_used(make: Any, context: Context, lin: Staff) -> None:
    set_setting(context, "branch.manager_label", "理财经理")
    pane = make()
    pane.table.go_to(lin.id)
    row = pane.table.currentIndex().row()
    assert "理财经理" in [pane.table.query.index(row, n).data() for n in range(6)]


def test_a_person_is_added_and_signs_in_with_what_was_handed_over(
    qtbot: QtBot, make: Any, context: Context
) -> None:
    pane = make()
    dialog = pane.add_person()
    dialog.name.setText("  林晓雯 ")
    dialog.mobile.setText("138 0013 8000")
    dialog.roles.boxes[Role.SUPERVISOR].click()
    password = dialog.password.password
    with qtbot.waitSignal(dialog.added, timeout=WAIT):
        dialog.verb_button.click()
    assert password in dialog.handed_over
    dialog.verb_button.click()
    qtbot.waitUntil(
        lambda: pane.detail.person is not None and pane.detail.person.name == "林晓雯", timeout=WAIT
    )
    person = row_of(context, "林晓雯")
    assert person.mobile == MASKED
    assert set(person.roles) == {Role.RELATIONSHIP_MANAGER, Role.SUPERVISOR}
    assert unlock(context.vault.folder, "林晓雯", password).slot.one_use


def test_what_is_wrong_with_a_new_person_stands_beside_its_field(
    qtbot: QtBot, make: Any, context: Context
) -> None:
    pane = make()
    dialog = pane.add_person()
    dialog.verb_button.click()
    assert dialog.name.error
    dialog.name.setText(ADMIN)
    dialog.mobile.setText("12345")
    dialog.roles.boxes[Role.RELATIONSHIP_MANAGER].click()
    dialog.password.field.setText("short")
    dialog.verb_button.click()
    assert dialog.mobile.error
    assert dialog.password.field.error
    dialog.mobile.clear()
    dialog.roles.boxes[Role.TELLER].click()
    dialog.password.another.click()
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: bool(dialog.name.error), timeout=WAIT)  # the name is taken
    assert ADMIN in dialog.name.error
    assert not dialog.is_busy
    dialog.reject()


def test_a_name_is_saved_as_it_is_left(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    with qtbot.waitSignal(pane.detail.saved, timeout=WAIT):
        pane.detail.name.setText("林晓文")
        pane.detail.name.editingFinished.emit()
    assert row_of(context, "林晓文").uid == lin.uid
    assert context.vault.keyfile.named("林晓文") is not None


def test_escape_puts_a_name_back(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.detail.name.setFocus()
    pane.detail.name.setText("someone else")
    qtbot.keyClick(pane.detail.name, Qt.Key.Key_Escape)
    assert pane.detail.name.text() == "林晓雯"
    qtbot.keyClick(pane.detail.name, Qt.Key.Key_Escape)  # and then back to the list
    assert pane.table.hasFocus()


def test_a_name_that_is_taken_stays_in_its_field_with_the_reason(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.detail.name.setText(ADMIN)
    pane.detail.name.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(pane.detail.name.error), timeout=WAIT)
    assert pane.detail.name.text() == ADMIN
    assert row_of(context, "林晓雯").uid == lin.uid


def test_roles_are_saved_at_once_and_never_none(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    boxes = pane.detail.roles.boxes
    with qtbot.waitSignal(pane.detail.saved, timeout=WAIT):
        boxes[Role.LOBBY_MANAGER].click()
    assert set(row_of(context, "林晓雯").roles) == {Role.RELATIONSHIP_MANAGER, Role.LOBBY_MANAGER}
    boxes[Role.TELLER].click()  # faster than the one before is saved
    boxes[Role.TELLER].click()
    boxes[Role.RELATIONSHIP_MANAGER].click()
    settle(qtbot, context)
    boxes[Role.LOBBY_MANAGER].click()
    assert pane.detail.roles_row.error
    assert set(row_of(context, "林晓雯").roles) == {Role.LOBBY_MANAGER}


def test_the_last_administrator_keeps_the_role(qtbot: QtBot, make: Any, context: Context) -> None:
    pane = make()
    go_to(qtbot, pane, ADMIN)
    pane.detail.roles.boxes[Role.ADMINISTRATOR].click()
    qtbot.waitUntil(lambda: bool(pane.detail.roles_row.error), timeout=WAIT)
    assert pane.detail.roles.boxes[Role.ADMINISTRATOR].isChecked()


def test_a_number_is_shown_for_a_while_and_recorded(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make(reveal_seconds=0.2)
    go_to(qtbot, pane, "林晓雯")
    assert pane.detail.mobile.text == MASKED
    with qtbot.waitSignal(pane.detail.mobile.revealed, timeout=WAIT):
        pane.detail.mobile.eye.click()
    assert pane.detail.mobile.text == MOBILE
    with qtbot.waitSignal(pane.detail.mobile.hidden_again, timeout=WAIT):
        pass
    assert pane.detail.mobile.text == MASKED
    assert kinds(context).count("field.revealed") == 1


def test_a_shown_number_is_hidden_with_the_row(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make(reveal_seconds=60)
    go_to(qtbot, pane, "林晓雯")
    with qtbot.waitSignal(pane.detail.mobile.revealed, timeout=WAIT):
        pane.detail.mobile.eye.click()
    go_to(qtbot, pane, ADMIN)
    assert MOBILE not in pane.detail.mobile.text
    go_to(qtbot, pane, "林晓雯")
    assert pane.detail.mobile.text == MASKED
    with qtbot.waitSignal(pane.detail.mobile.revealed, timeout=WAIT):
        pane.detail.mobile.eye.click()
    pane.hide()
    assert pane.detail.mobile.text == MASKED


def test_a_number_is_changed_without_showing_the_old_one(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.detail.change_mobile.click()
    assert pane.detail.new_mobile.isVisible()
    assert pane.detail.new_mobile.text() == ""
    qtbot.keyClicks(pane.detail.new_mobile, "1391")
    qtbot.keyClick(pane.detail.new_mobile, Qt.Key.Key_Return)
    assert pane.detail.new_mobile.error
    with qtbot.waitSignal(pane.detail.saved, timeout=WAIT):
        qtbot.keyClicks(pane.detail.new_mobile, "2345678")
        qtbot.keyClick(pane.detail.new_mobile, Qt.Key.Key_Return)
    assert row_of(context, "林晓雯").mobile == "139****5678"
    qtbot.waitUntil(lambda: pane.detail.mobile.text == "139****5678", timeout=WAIT)


def test_a_conflict_is_told_field_by_field_and_loses_nothing(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.hide()  # somebody else saves while this list is not looked at
    with context.store.write() as session:
        staff.rename_staff(
            session, context.vault, lin.uid, "林小雯", version=row_of(context, "林晓雯").version
        )
    pane.detail.name.setText("林晓文")
    pane.detail.name.setModified(True)
    pane.detail.name.editingFinished.emit()
    qtbot.waitUntil(lambda: not pane.detail.conflict.isHidden(), timeout=WAIT)
    assert "林晓雯 → 林小雯" in pane.detail.conflict.text
    pane.show()
    settle(qtbot, context)
    qtbot.waitUntil(
        lambda: pane.detail.person is not None and pane.detail.person.name == "林小雯", timeout=WAIT
    )
    assert pane.detail.name.text() == "林晓文"
    pane.detail.name.editingFinished.emit()  # leaving the field overwrites nobody
    settle(qtbot, context)
    assert row_of(context, "林小雯").uid == lin.uid
    with qtbot.waitSignal(pane.detail.saved, timeout=WAIT):
        qtbot.keyClick(pane.detail.name, Qt.Key.Key_Return)
    assert row_of(context, "林晓文").uid == lin.uid


def test_disabling_asks_first_and_enabling_hands_out_a_password(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.detail.switch.click()
    question(pane).buttons["leave"].click()
    assert row_of(context, "林晓雯").is_active
    pane.detail.switch.click()
    question(pane).buttons["do"].click()
    qtbot.waitUntil(lambda: not row_of(context, "林晓雯").is_active, timeout=WAIT)
    with pytest.raises(UserError):
        unlock(context.vault.folder, "林晓雯", "k7mp-29xr-4tqh")
    settle(qtbot, context)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in pane.findChildren(Question)), timeout=WAIT)
    question(pane).buttons["close"].click()
    qtbot.waitUntil(lambda: pane.detail.person is not None and not pane.detail.person.is_active, timeout=WAIT)
    assert not pane.detail.name.isEnabled()
    dialog = pane.switch_person()
    password = dialog.password.password
    with qtbot.waitSignal(dialog.done_for, timeout=WAIT):
        dialog.verb_button.click()
    dialog.verb_button.click()
    assert row_of(context, "林晓雯").is_active
    assert unlock(context.vault.folder, "林晓雯", password).slot.one_use


def test_a_forgotten_password_is_reset(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    dialog = pane.reset_password()
    password = dialog.password.password
    with qtbot.waitSignal(dialog.done_for, timeout=WAIT):
        dialog.verb_button.click()
    assert password in dialog.handed_over
    dialog.verb_button.click()
    unlock(context.vault.folder, "林晓雯", password)
    with pytest.raises(UserError):
        unlock(context.vault.folder, "林晓雯", "k7mp-29xr-4tqh")


def test_nobody_disables_or_resets_themselves(qtbot: QtBot, make: Any) -> None:
    pane = make()
    go_to(qtbot, pane, ADMIN)
    assert not pane.detail.switch.isEnabled()
    assert not pane.detail.reset.isEnabled()
    assert pane.reset_password() is None
    assert pane.switch_person() is None


def test_searching_and_hiding_former_colleagues(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    with context.store.write() as session:
        staff.disable_staff(session, context.vault, lin.uid, version=row_of(context, "林晓雯").version)
    pane = make()
    assert pane.table.query.rowCount() == 2
    pane.with_former.click()
    qtbot.waitUntil(lambda: pane.table.query.rowCount() == 1, timeout=WAIT)
    pane.with_former.click()
    qtbot.waitUntil(lambda: pane.table.query.rowCount() == 2, timeout=WAIT)
    pane.search.setText("晓")
    qtbot.waitUntil(lambda: pane.table.query.rowCount() == 1, timeout=WAIT)
    pane.search.setText("nobody")
    qtbot.waitUntil(lambda: pane.table.query.rowCount() == 0, timeout=WAIT)
    qtbot.waitUntil(pane.detail.isHidden, timeout=WAIT)


def test_the_pane_is_worked_by_keyboard(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    pane.activateWindow()
    pane.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Home)
    first = pane.table.current_id
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.current_id != first
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.detail.name.hasFocus()
    names = {action.objectName() for action in pane.actions()}
    assert {"new person", "find person", "print list of staff", "reset password"} <= names


def test_the_context_menu_offers_what_may_be_done(
    qtbot: QtBot, make: Any, lin: Staff, expected_logs: ExpectedLogs
) -> None:
    expected_logs("grabbing the keyboard")  # what the offscreen platform says of every menu
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    pane.table.customContextMenuRequested.emit(pane.table.rect().center())
    (menu,) = (one for one in pane.findChildren(QMenu) if one.isVisible())
    assert sum(action.isEnabled() and not action.isSeparator() for action in menu.actions()) == 4
    menu.close()


def test_a_change_made_elsewhere_shows(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    go_to(qtbot, pane, "林晓雯")
    with context.store.write() as session:
        staff.rename_staff(
            session, context.vault, lin.uid, "林小雯", version=row_of(context, "林晓雯").version
        )
    qtbot.waitUntil(lambda: pane.detail.name.text() == "林小雯", timeout=WAIT)


def test_the_list_is_printed(qtbot: QtBot, make: Any) -> None:
    pane = make()
    preview = pane.print_list()
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    preview.reject()


def test_the_place_comes_back_and_is_left_alone_by_later_changes(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    pane = make()
    former = row_of(context, "林晓雯")
    pane.restore_state({"current": former.id})  # the list was there already
    assert pane.current is not None
    assert pane.current.name == "林晓雯"
    go_to(qtbot, pane, ADMIN)
    pane.restore_state({"current": 999_999})
    with qtbot.waitSignal(pane.list.listed, timeout=WAIT):
        pane.reload()
    assert pane.current.name == ADMIN
