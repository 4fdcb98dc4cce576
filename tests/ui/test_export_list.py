"""The dialog that exports what a list shows: rows, columns and order of the list, masked or with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from rmdesk.services import changes, customers, phones
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.export_list import ExportList
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.panes.staff.pane import StaffPane
from tests.support.frames import settle

WAIT = 60_000


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> Any:
    with context.store.write() as session:
        for place, name in enumerate(("陈静怡", "王志强", "王辉")):
            given = {
                "name": name,
                "number": f"N{place}",
                "employer": "海天集团",
                "owner": context.actor.staff_uid,
            }
            one = customers.add_customer(session, given)
            phones.add_phone(session, one.uid, f"1380000800{place}")
    shown = CustomersPane(context)
    qtbot.addWidget(shown)
    shown.resize(1294, 700)
    shown.show()
    qtbot.waitUntil(lambda: shown.list.model.is_loaded and not shown.list.model.is_busy, timeout=WAIT)
    yield shown
    settle(qtbot, context)


def leave(qtbot: QtBot, dialog: ExportList, path: Path) -> list[list[Any]]:
    with qtbot.waitSignal(dialog.exported, timeout=WAIT):
        dialog.export_to(path)
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_marked_rows_with_the_columns_as_they_are_shown(
    qtbot: QtBot, context: Context, pane: CustomersPane, tmp_path: Path
):
    arrangement = pane.list.table.arrangement()
    order = ["number", "phone", "name"]
    hidden = [one for one in arrangement["order"] if one not in order]
    pane.list.table.arrange(arrangement | {"order": order, "hidden": hidden})
    pane.list.model.sort_by("number", False)
    qtbot.waitUntil(lambda: pane.list.model.is_loaded and not pane.list.model.is_busy, timeout=WAIT)
    pane.list.model.mark([0, 2])
    dialog = pane.export()
    assert dialog is not None
    assert dialog.scope.current == "marked"
    assert "masked" in dialog.masked.text()
    rows = leave(qtbot, dialog, tmp_path / "a.xlsx")
    assert rows == [
        ["Customer number", "Phone", "Name"],
        ["N0", "138****8000", "陈静怡"],
        ["N2", "138****8002", "王辉"],
    ]
    assert dialog.done_notice.text == f"2 rows saved as {tmp_path / 'a.xlsx'}"
    dialog.submit()
    assert not dialog.isVisible()


def test_with_a_reason_in_full_without_the_file_ending(
    qtbot: QtBot, context: Context, pane: CustomersPane, tmp_path: Path
):
    dialog = pane.export()
    assert dialog is not None
    dialog.columns.choose("all")
    dialog.reason.setText("总行检查")
    assert "in full" in dialog.masked.text()
    with qtbot.waitSignal(dialog.exported, timeout=WAIT):
        dialog.export_to(tmp_path / "客户")
    rows = CalamineWorkbook.from_path(tmp_path / "客户.xlsx").get_sheet_by_index(0).to_python()
    assert "13800008001" in [row[rows[0].index("Phone")] for row in rows]
    with context.store.read() as session:
        newest = changes.load_sets(session, changes.find_numbers(session, kinds=["data.exported"])[:1])[0]
    assert newest.detail["reason"] == "总行检查"


def test_what_cannot_be_written_is_said_and_the_choices_stay(
    qtbot: QtBot, context: Context, pane: CustomersPane, tmp_path: Path
):
    dialog = pane.export()
    assert dialog is not None
    dialog.kind.choose("gb18030")
    dialog.export_to(tmp_path / "nowhere" / "a.csv")
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    assert "could not be written" in dialog.trouble.text
    assert dialog.kind.current == "gb18030"
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_other_lists(qtbot: QtBot, context: Context, pane: CustomersPane, tmp_path: Path):
    view = pane.show_organisations()
    qtbot.waitUntil(lambda: view.model.is_loaded and view.model.rowCount() == 1, timeout=WAIT)
    dialog = pane.export()
    assert dialog is not None
    assert leave(qtbot, dialog, tmp_path / "a.xlsx")[1][:2] == ["海天集团", ""]
    staff = StaffPane(context)
    qtbot.addWidget(staff)
    staff.show()
    qtbot.waitUntil(lambda: staff.table.query.is_loaded, timeout=WAIT)
    assert leave(qtbot, staff.export(), tmp_path / "b.xlsx")[0][:2] == ["Name", "State"]
    assert pane.show_bin() is not None
    assert pane.export() is None
