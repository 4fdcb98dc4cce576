"""What a person does with a table by keyboard and mouse: walking, marking, copying."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from rmdesk.models import Staff
from rmdesk.services.vault import Vault
from rmdesk.ui.table import QueryTable
from rmdesk.ui.tokens import SIZE
from tests.ui.table.conftest import PEOPLE, Make, People, changing, load, press


class TestKeys:
    def test_arrows_pages_home_and_end(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Up)
        assert table.currentIndex().row() == 1
        press(qtbot, table, Qt.Key.Key_PageDown)
        assert 10 <= table.currentIndex().row() <= 14
        press(qtbot, table, Qt.Key.Key_End)
        assert table.currentIndex().row() == PEOPLE - 1
        press(qtbot, table, Qt.Key.Key_Down)
        assert table.currentIndex().row() == PEOPLE - 1
        assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
        press(qtbot, table, Qt.Key.Key_Home)
        assert table.verticalScrollBar().value() == 0

    def test_enter_and_a_double_press_open(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(4))
        with qtbot.waitSignal(table.opened) as blocker:
            press(qtbot, table, Qt.Key.Key_Return)
        assert blocker.args == [table.query.id_at(4)]
        at = QPoint(80, 2 * SIZE.row + 5)
        with qtbot.waitSignal(table.opened) as blocker:
            qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
            qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert blocker.args == [table.query.id_at(2)]

    def test_letters_typed_are_handed_on(self, qtbot: QtBot, table: QueryTable) -> None:
        with qtbot.waitSignal(table.typed) as blocker:
            press(qtbot, table, Qt.Key.Key_Z)
        assert blocker.args == ["z"]
        assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def test_the_first_tab_into_the_table_makes_a_row_current(self, qtbot: QtBot, make: Make) -> None:
        table = make()
        with qtbot.waitActive(table):
            table.activateWindow()
        table.clearFocus()
        load(qtbot, table)
        assert table.current_id is None
        table.setFocus(Qt.FocusReason.TabFocusReason)
        assert table.current_id == table.query.id_at(0)

    def test_space_marks_and_escape_clears(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        press(qtbot, table, Qt.Key.Key_Space)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Space)
        assert table.query.marked_ids() == list(table.query.ids[:2])
        press(qtbot, table, Qt.Key.Key_Space)
        assert table.query.marked_count == 1
        press(qtbot, table, Qt.Key.Key_Escape)
        assert table.query.marked_count == 0

    def test_all_means_all(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert table.query.marked_ids() == list(table.query.ids)
        assert len(table.query.marked_ids()) == PEOPLE

    def test_shift_marks_a_range_and_takes_it_back(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        for _ in range(3):
            press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[:4])
        press(qtbot, table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[:3])


class TestMouse:
    def test_the_box_marks_without_moving_the_current_row(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(0))
        at = QPoint(18, 5 * SIZE.row + 10)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert table.query.is_marked(5)
        assert table.currentIndex().row() == 0

    def test_shift_and_control_mark(self, qtbot: QtBot, table: QueryTable) -> None:
        def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            at = QPoint(100, row * SIZE.row + 10)
            qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, at)

        click(2)
        click(5, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[2:6])
        click(4, Qt.KeyboardModifier.ControlModifier)
        assert not table.query.is_marked(4)

    def test_the_box_in_the_head_marks_all_and_none(self, qtbot: QtBot, table: QueryTable) -> None:
        header = table.header.viewport()
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(17, 10))
        assert table.query.marked_count == PEOPLE
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(17, 10))
        assert table.query.marked_count == 0


class TestTooltips:
    def tip(self, table: QueryTable, row: int, column: int) -> str:
        QToolTip.hideText()
        index = table.query.index(row, column)
        at = table.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        return QToolTip.text()

    def test_only_what_is_cut_off_has_one(self, table: QueryTable) -> None:
        assert self.tip(table, 0, 1) == ""
        table.header.resizeSection(1, 44)
        assert self.tip(table, 1, 1) == "员工001"

    def test_a_shortened_figure_tells_the_exact_one(self, table: QueryTable) -> None:
        assert self.tip(table, 3, 3) == "3 yuan"


class TestCopying:
    def copied(self, qtbot: QtBot, table: QueryTable) -> tuple[str, str]:
        with qtbot.waitSignal(table.copied, timeout=20_000):
            press(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        data = QGuiApplication.clipboard().mimeData()
        return data.text(), data.html()

    def test_the_current_row_as_shown(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(3))
        text, html = self.copied(qtbot, table)
        assert text.split("\t")[:3] == ["员工003", "00003", "0.00万"]
        assert "<td>员工003</td>" in html

    def test_the_marked_rows_in_the_order_and_columns_shown(self, qtbot: QtBot, table: QueryTable) -> None:
        table.query.mark([9, 2, 300])
        table.header.moveSection(table.header.visualIndex(2), 1)
        table.header.setSectionHidden(3, True)
        text, html = self.copied(qtbot, table)
        lines = [line.split("\t")[:2] for line in text.splitlines()]
        assert lines == [["Mobile", "Name"], ["00002", "员工002"], ["00009", "员工009"], ["00300", "员工300"]]
        assert html.count("<tr>") == 4

    def test_all_of_them(self, qtbot: QtBot, table: QueryTable, people: People) -> None:
        table.query.mark_all()
        assert len(self.copied(qtbot, table)[0].splitlines()) == PEOPLE + 1
        assert threading.main_thread() not in people.threads

    def test_words_with_breaks_and_marks_stay_in_their_cell(
        self, qtbot: QtBot, table: QueryTable, filled: Vault
    ) -> None:
        with changing(filled) as session:
            session.get_one(Staff, table.query.id_at(0)).name = "a\tb\n<i>&"
        load(qtbot, table)
        table.go_to(table.query.id_at(0))
        text, html = self.copied(qtbot, table)
        assert text.startswith("a b <i>&\t00000\t")
        assert "<td>a b &lt;i&gt;&amp;</td>" in html
