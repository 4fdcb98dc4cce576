"""The frame of the window: navigation, keys, menus, what it says."""

from __future__ import annotations

import dataclasses
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import accounts, changes, settings, staff
from rmdesk.services.vault import Finding, Vault
from rmdesk.ui import lock_watch
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.about import AboutDialog
from rmdesk.ui.palette import Palette
from rmdesk.ui.panes import Count
from rmdesk.ui.rail import Rail
from tests.conftest import ExpectedLogs
from tests.support.frames import set_setting, settle
from tests.support.vaults import ADMIN, BRANCH, add_person
from tests.ui.window.conftest import SPECS, MakeWindow, Notes


def as_role(context: Context, vault: Vault, role: Role) -> Context:
    """The same vault, with a person of one role acting."""
    person = add_person(vault, "另一人", "一次性密码 Abc-2468", [role])
    actor = dataclasses.replace(
        context.actor, staff_id=person.id, staff_uid=person.uid, name=person.name, roles=frozenset({role})
    )
    vault.store.actor = actor
    return context


class TestNavigation:
    def test_it_opens_at_the_first_pane(self, make_window: MakeWindow) -> None:
        window = make_window()
        assert window.pane_ids == ["notes", "audit"]
        assert isinstance(window.current_pane, Notes)
        assert window.windowTitle() == f"{BRANCH} - rmdesk"
        assert window.rail.items()["notes"].isChecked()

    def test_ctrl_and_a_digit_open_panes(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        first = window.current_pane
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.current_pane is not first
        assert window.rail.items()["audit"].isChecked()
        qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert window.current_pane is first  # kept as it was left

    def test_the_rail_opens_panes_and_settings(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        qtbot.mouseClick(window.rail.items()["audit"], Qt.MouseButton.LeftButton)
        assert window.rail.items()["audit"].isChecked()
        qtbot.mouseClick(window.rail.settings, Qt.MouseButton.LeftButton)
        assert window.current_pane is None
        assert window.rail.settings.isChecked()

    def test_nobody_sees_a_pane_their_roles_do_not_permit(
        self, make_window: MakeWindow, context: Context, vault: Vault
    ) -> None:
        window = make_window(context=as_role(context, vault, Role.AUDITOR))
        assert window.pane_ids == ["audit"]
        assert [spec.id for spec in window.show_settings().specs] == ["names"]

    def test_a_role_without_panes_is_told_where_to_go(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context, vault: Vault
    ) -> None:
        window = make_window(context=as_role(context, vault, Role.TELLER))
        assert window.pane_ids == []
        window.stack.currentWidget().button.click()  # type: ignore[attr-defined]
        assert window.rail.settings.isChecked()

    def test_a_pane_has_its_count_without_being_made(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        found = [Count(3, is_urgent=True, notice="Three notes", day=date(2026, 3, 2))]
        told: list[str] = []
        window = make_window(
            panes=(
                dataclasses.replace(
                    SPECS[0], count=lambda _session: found[-1], counted=frozenset({"setting"})
                ),
            )
        )
        window._counts.told.connect(told.append)
        mark = window.rail.items()["notes"].mark
        window.count_panes()
        qtbot.waitUntil(lambda: mark.words == "3")
        found.append(Count(2, notice="Two notes", day=date(2026, 3, 2)))
        set_setting(context, "branch.name", "Somewhere")
        qtbot.waitUntil(lambda: mark.words == "2")
        found.append(Count(0, notice="", day=date(2026, 3, 3)))
        window.count_panes()
        qtbot.waitUntil(mark.isHidden)
        assert told == ["Three notes"]  # once a day

    def test_every_item_has_a_name_and_shows_its_key(self, make_window: MakeWindow) -> None:
        rail = make_window().rail
        for item in (*rail.items().values(), rail.search, rail.settings, rail.lock):
            assert item.accessibleName()
            assert "Ctrl " in item.toolTip()

    def test_a_narrow_window_drops_the_labels(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        window.resize(1200, 700)
        assert window.rail.width() == 72
        window.resize(1099, 700)
        assert window.rail.width() == 48
        window.resize(1200, 700)
        assert window.rail.width() == 72

    def test_a_long_rail_draws_together_then_scrolls_by_key_wheel_and_arrow(self, qtbot: QtBot) -> None:
        rail = Rail("赵敏")
        items = [rail.add_pane(str(place), "users", "客户档案", "Ctrl+1") for place in range(12)]
        qtbot.addWidget(rail)

        def in_sight(item: QWidget) -> bool:
            """All of it, and no arrow over it."""
            shown = item.visibleRegion().boundingRect().height() == item.height()
            place = QRect(item.mapTo(rail, QPoint()), item.size())
            arrows = [arrow for arrow in (rail.more_above, rail.more_below) if arrow.isVisible()]
            return shown and not any(place.intersects(arrow.geometry()) for arrow in arrows)

        rail.resize(72, 740)
        rail.show()
        qtbot.waitUntil(lambda: all(in_sight(item) for item in (*items, rail.person)))
        rail.set_narrow(True)
        rail.resize(48, 490)
        qtbot.waitUntil(lambda: all(in_sight(item) for item in (*items, rail.person)))

        rail.resize(48, 330)
        qtbot.waitUntil(lambda: rail.more_below.isVisible() and not rail.more_above.isVisible())
        assert not in_sight(items[-1])
        assert in_sight(rail.person)
        items[0].setFocus(Qt.FocusReason.TabFocusReason)
        for item in items[:-1]:
            assert in_sight(item)
            qtbot.keyClick(item, Qt.Key.Key_Down)
        assert items[-1].hasFocus()
        assert in_sight(items[-1])
        assert rail.more_above.isVisible()
        assert not rail.more_below.isVisible()
        qtbot.mouseClick(rail.more_above, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(rail.more_above, Qt.MouseButton.LeftButton)
        assert in_sight(items[0])
        assert not in_sight(items[-1])
        panes = rail.findChild(QScrollArea).viewport()
        here = QPointF(panes.rect().center())
        down = QWheelEvent(
            here,
            QPointF(panes.mapToGlobal(here.toPoint())),
            QPoint(),
            QPoint(0, -1200),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(panes, down)
        assert in_sight(items[-1])
        rail.set_current("0")
        assert in_sight(items[0])


class TestKeys:
    def test_the_keys_of_a_pane_work_only_while_it_is_shown(
        self, qtbot: QtBot, make_window: MakeWindow
    ) -> None:
        window = make_window()
        first = window.show_pane("notes")
        second = window.show_pane("audit")
        assert isinstance(first, Notes)
        assert isinstance(second, Notes)
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert (first.made_new, second.made_new) == (0, 1)
        window.show_pane("notes")
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert (first.made_new, second.made_new) == (1, 1)

    def test_f5_reloads_what_is_shown(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        pane = window.current_pane
        assert isinstance(pane, Notes)
        qtbot.keyClick(window, Qt.Key.Key_F5)
        assert pane.reloads == 1

    def test_ctrl_l_asks_for_the_lock(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        with qtbot.waitSignal(window.lock_requested) as blocker:
            qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert blocker.args == [lock_watch.BY_KEY]

    def test_a_dialog_does_not_keep_the_lock_away(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        dialog = QDialog(window)
        field = QLineEdit(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        with qtbot.waitSignal(window.lock_requested) as blocker:
            qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert blocker.args == [lock_watch.BY_KEY]

    def test_every_action_has_a_name_in_english_and_shows_its_key(self, make_window: MakeWindow) -> None:
        window = make_window()
        pane = window.current_pane
        assert pane is not None
        for action in (*window.actions(), *pane.actions()):
            assert action.objectName()
            key = action.shortcut().toString()
            assert not key or key.replace("+", " ") in action.toolTip()

    def test_alt_shows_and_hides_the_menus(
        self, qtbot: QtBot, make_window: MakeWindow, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("does not support grabbing the keyboard")  # the offscreen platform has none to grab
        window = make_window()
        assert window.menuBar().isHidden()
        qtbot.keyClick(window, Qt.Key.Key_Alt)
        assert window.menuBar().isVisible()
        qtbot.keyClick(window, Qt.Key.Key_Alt)
        assert window.menuBar().isHidden()

    def test_alt_with_another_key_does_not(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        qtbot.keyPress(window, Qt.Key.Key_Alt)
        qtbot.keyPress(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
        qtbot.keyRelease(window, Qt.Key.Key_Alt)
        assert window.menuBar().isHidden()

    def test_alt_with_the_key_of_a_command_does_not(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        taken: list[bool] = []
        action = QAction(window)
        action.setShortcut("Alt+Left")
        action.triggered.connect(lambda: taken.append(True))
        window.addAction(action)
        qtbot.keyPress(window, Qt.Key.Key_Alt)
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        qtbot.keyRelease(window, Qt.Key.Key_Alt)
        assert len(taken) == 1
        assert window.menuBar().isHidden()

    def test_the_menu_here_lists_what_the_pane_offers(self, make_window: MakeWindow) -> None:
        window = make_window()
        menus = [action.menu() for action in window.menuBar().actions()]
        for menu in menus:
            menu.aboutToShow.emit()  # type: ignore[attr-defined]
        here = [menu for menu in menus if "New note…" in [one.text() for one in menu.actions()]]  # type: ignore[attr-defined]
        assert len(here) == 1

    def test_ctrl_k_finds_commands_of_window_pane_and_settings(
        self, qtbot: QtBot, make_window: MakeWindow
    ) -> None:
        window = make_window()
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = window.findChild(Palette)
        assert palette is not None
        for words, title in (
            ("new n", "New note"),
            ("bj", "Notes"),
            ("mingzi", "Names"),
            ("lock", "Lock"),
            ("about", "About rmdesk"),
        ):
            palette.field.setText(words)
            assert palette.entries[0].title == title, words
        palette.field.setText("bj")
        window.show_pane("audit")
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert window.rail.items()["notes"].isChecked()

    def test_ctrl_z_takes_back_the_last_change(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        with qtbot.waitSignal(window.undo_stack.offered):
            set_setting(context, "branch.name", "江北支行")
        assert window.undo_bar.isVisible()
        window.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.undo_bar.isHidden()
        qtbot.waitUntil(lambda: window.facts.branch == BRANCH)
        settle(qtbot, context)
        qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.facts.branch == "江北支行")
        settle(qtbot, context)


class TestSaying:
    def test_a_change_of_the_branch_is_shown_at_once(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        assert window.status.vault.text == "Vault encrypted, locks after 5 min without use"
        with qtbot.waitSignal(window.facts_changed) as blocker:
            set_setting(context, "lock.idle_seconds", 90)
        assert blocker.args[0].idle_seconds == 90
        assert window.status.vault.text == "Vault encrypted, locks after 90 s without use"

    def test_what_opening_found_stays_until_it_was_read(
        self, qtbot: QtBot, make_window: MakeWindow, vault: Vault
    ) -> None:
        vault.findings.append(Finding("keyfile.restored_from_backup"))
        (bar,) = make_window().bars
        assert "The key file was damaged or missing." in bar.text
        bar.acted.emit()
        assert bar.isHidden()
        assert vault.findings == []

    def test_a_notice_is_read_once(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context, vault: Vault
    ) -> None:
        with vault.store.write() as session:
            person = staff.get_active(session, ADMIN)
            staff.raise_notice(session, person, staff.ONE_USE_PASSWORD_USED, by=context.actor)
            session.flush()
            changes.describe(session, "staff.password_reset", subject=person)
            notices = accounts.load_notices(session, person.id)
        window = make_window(notices=notices)
        (bar,) = window.bars
        assert bar.isVisible()
        bar.acted.emit()
        settle(qtbot, context)
        assert bar.isHidden()
        with vault.store.read() as session:
            assert accounts.load_notices(session, context.actor.staff_id) == ()
        assert not window.undo_stack.can_undo

    def test_a_demonstration_says_so(self, make_window: MakeWindow, vault: Vault) -> None:
        with vault.store.write() as session:
            settings.fix(session, "vault.demonstration", True)
        window = make_window()
        assert window.facts.demonstration
        assert window.rail.lock.isEnabled()  # its people have passwords of their own

    def test_a_vault_that_opens_by_itself_has_no_lock(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window(opens_by_itself=True)
        assert not window.rail.lock.isEnabled()
        with qtbot.assertNotEmitted(window.lock_requested):
            qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def test_about_names_versions_folders_and_licences(
        self, qtbot: QtBot, make_window: MakeWindow, vault: Vault
    ) -> None:
        window = make_window()
        about = window.show_about()
        assert isinstance(about, AboutDialog)
        qtbot.mouseClick(about.copy_button, Qt.MouseButton.LeftButton)
        copied = QApplication.clipboard().text()
        assert str(vault.folder.root) in copied
        assert "SQLCipher" in copied
        names = [about.list.item(row).text() for row in range(about.list.count())]
        assert names[0].startswith("rmdesk")
        for row in range(about.list.count()):
            about.list.setCurrentRow(row)
            assert about.text.toPlainText()
        about.close()
