"""What a table shows: its columns and their arrangement, its states, every kind of cell."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.ui.columns import BadgeCell, IconCell, RiskCell, StrategyCell, TagCell
from rmdesk.ui.table import CellKind, Column, QueryTable
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.widgets import EmptyState
from tests.ui.table.conftest import Make, asked, columns, load


class TestColumns:
    def test_the_arrangement_is_remembered(self, qtbot: QtBot, make: Make) -> None:
        first = make()
        load(qtbot, first)
        first.header.moveSection(first.header.visualIndex(2), 1)
        first.header.resizeSection(1, 133)
        first.header.setSectionHidden(3, True)
        asked(qtbot, first, lambda: first.query.sort_by("name", True))
        kept = first.arrangement()
        second = make()
        asked(qtbot, second, lambda: second.arrange(kept))
        assert second.arrangement() == kept
        assert second.header.visualIndex(2) == 1
        assert second.header.sectionSize(1) == 133
        assert second.query.is_descending

    def test_what_is_unknown_or_nonsense_is_ignored(self, table: QueryTable) -> None:
        first = table.arrangement()
        table.arrange({"order": ["gone", "name"], "widths": {"name": -4, "mobile": "wide"}, "sort": "gone"})
        assert table.header.sectionSize(1) >= 90
        table.arrange({})
        assert table.arrangement() == first

    def test_the_boxes_stay_in_front(self, table: QueryTable) -> None:
        table.header.moveSection(1, 0)
        assert table.header.visualIndex(0) == 0

    def test_one_column_takes_the_room_that_is_left(self, table: QueryTable) -> None:
        table.resize(900, 400)
        total = sum(table.header.sectionSize(n) for n in table.header.shown_columns())
        assert total == table.viewport().width()
        table.header.resizeSection(1, 160)
        assert sum(table.header.sectionSize(n) for n in table.header.shown_columns()) == total

    def test_columns_give_way_where_there_is_no_room(self, qtbot: QtBot, make: Make) -> None:
        shown = columns()
        shown[1], shown[2] = (
            dataclasses.replace(shown[1], gives_way=2),
            dataclasses.replace(shown[2], gives_way=1),
        )
        table = make(columns=shown)
        load(qtbot, table)
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]
        before = table.arrangement()
        needed = sum(table.query.columns[number].first_width for number in (0, 1, 2, 3, 4))
        table.resize(needed - 20, 400)
        assert table.header.shown_columns() == [0, 1, 2, 4]
        table.resize(needed - 120, 400)
        assert table.header.shown_columns() == [0, 1, 4]
        assert table.arrangement() == before
        table.resize(600, 400)
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]

    def test_columns_are_chosen_from_a_menu(self, table: QueryTable) -> None:
        menu = table.columns_menu()
        actions = {action.text(): action for action in menu.actions() if action.text()}
        assert not actions["Spare"].isChecked()
        actions["Spare"].trigger()
        actions["Mobile"].trigger()
        assert table.header.shown_columns() == [0, 1, 3, 4, 5]
        actions["Columns as they were"].trigger()
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]
        menu.close()

    def test_columns_are_moved_in_the_menu_by_keys(self, qtbot: QtBot, table: QueryTable) -> None:
        menu = table.columns_menu()
        before = table.shown_columns()
        lit = next(action for action in menu.actions() if action.text() == "Mobile")
        place = before.index("mobile")
        menu.setActiveAction(lit)
        qtbot.keyClick(menu, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        moved = [*before]
        moved.insert(place - 1, moved.pop(place))
        assert table.shown_columns() == moved
        assert menu.activeAction() is lit
        for _ in before:  # the first stays the first
            qtbot.keyClick(menu, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        assert table.shown_columns()[0] == "mobile"
        assert menu.actions()[0] is lit
        for _ in menu.actions():
            qtbot.keyClick(menu, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert table.shown_columns()[-1] == "mobile"
        menu.close()

    def test_space_or_a_press_ticks_a_column_and_the_menu_stays(
        self, qtbot: QtBot, table: QueryTable, expected_logs: Callable[..., None]
    ) -> None:
        expected_logs("grabbing the keyboard")
        menu = table.columns_menu()
        menu.popup(table.mapToGlobal(table.rect().center()))
        lit = next(action for action in menu.actions() if action.text() == "Mobile")
        menu.setActiveAction(lit)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
        assert "mobile" not in table.shown_columns()
        assert menu.isVisible()
        qtbot.keyClick(menu, Qt.Key.Key_Space)
        assert "mobile" in table.shown_columns()
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(lit).center())
        assert "mobile" not in table.shown_columns()
        assert menu.isVisible()
        menu.close()

    def test_widths_that_nobody_changed_are_not_kept(self, table: QueryTable) -> None:
        assert table.arrangement()["widths"] == {}
        header = table.header
        number = header.shown_columns()[1]
        header.resizeSection(number, header.sectionSize(number) + 40)
        assert list(table.arrangement()["widths"]) == [table.query.columns[number].id]

    def test_the_last_column_cannot_go(self, qtbot: QtBot, make: Make) -> None:
        table = make(columns=[Column("name", "Name", lambda row: row.name)])
        menu = table.columns_menu()
        assert not menu.actions()[0].isEnabled()
        menu.close()


class TestStates:
    def test_an_empty_table_says_so_and_offers_the_next_step(self, qtbot: QtBot, table: QueryTable) -> None:
        empty = EmptyState("There are no people yet.", action="Add a person")
        table.set_empty(empty)
        assert not empty.isVisible()
        asked(qtbot, table, lambda: table.query.set_filters(search="nobody"))
        assert empty.isVisible()
        assert empty.size() == table.viewport().size()
        with qtbot.waitSignal(empty.acted):
            qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        asked(qtbot, table, lambda: table.query.set_filters(search=None))
        assert not empty.isVisible()

    def test_nothing_is_said_before_the_first_answer(self, make: Make) -> None:
        table = make()
        empty = EmptyState("There are no people yet.")
        table.set_empty(empty)
        assert not empty.isVisible()

    def test_screen_readers_hear_column_and_value(self, table: QueryTable) -> None:
        index = table.query.index(3, 1)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: 员工003"
        assert table.accessibleName() == "People"
        box = table.query.index(3, 0)
        assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
        assert table.query.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
        assert table.query.is_marked(3)


def test_every_kind_of_cell_is_drawn(qtbot: QtBot, make: Make) -> None:
    cells: dict[CellKind, Any] = {
        CellKind.TEXT: "words",
        CellKind.NAME: "陈静怡",
        CellKind.QUIET: "quiet",
        CellKind.NUMBER: 12,
        CellKind.CHANGE: -380,
        CellKind.BADGE: BadgeCell("钻石", 3),
        CellKind.TAG: TagCell("draft", "caution", "clock"),
        CellKind.ICON_TEXT: IconCell("maturity", "calendar-clock", "kind.maturity"),
        CellKind.RISK: RiskCell("high", "high"),
        CellKind.STRATEGY: StrategyCell("active", 3),
    }
    shown = [
        Column(kind.value, kind.value, lambda _row, cell=cell: cell, kind, width=90)  # type: ignore[misc]
        for kind, cell in cells.items()
    ]
    table = make(columns=[*shown, Column("none", "none", lambda _row: None, CellKind.BADGE)])
    table.resize(1000, 300)
    load(qtbot, table)
    table.query.mark([1])
    image = table.grab().toImage()
    row = 40 + SIZE.row // 2  # the first row, below the head
    ground = image.pixelColor(990, row)
    for number in table.header.shown_columns()[:-1]:
        left = table.header.sectionViewportPosition(number)
        width = table.header.sectionSize(number)
        inked = any(
            image.pixelColor(x, y) != ground
            for x in range(left, left + width)
            for y in range(SIZE.row + 4, 2 * SIZE.row - 4)
        )
        assert inked, table.query.columns[number].kind
