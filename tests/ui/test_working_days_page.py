"""The settings page of working days: a year seen, edited, pasted, refused, and taken back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rmdesk.services import working_days
from rmdesk.services.working_days import Line
from rmdesk.ui.context import Context
from rmdesk.ui.settings.working_days import LineRow, WorkingDaysPage

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> WorkingDaysPage:
    made = WorkingDaysPage(context)
    qtbot.addWidget(made)
    made.year = 2027
    made.load()
    made.show()
    return made


def save(qtbot: QtBot, page: WorkingDaysPage) -> None:
    assert page.check(), page.trouble.accessibleName()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()


def type_line(row: LineRow, name: str, first: str, last: str = "", *, is_working: bool = False) -> None:
    row.name.setText(name)
    row.first.setText(first)
    row.last.setText(last)
    row.kind.choose(is_working)


def lines(context: Context, year: int = 2027) -> list[tuple[str, date, date, bool]]:
    with context.store.read() as session:
        found = working_days.load_year(session, year)
    return [(one.name, one.starts_on, one.ends_on, one.is_working) for one in found.lines if found.is_own]


def test_a_new_year_is_entered_edited_and_taken_back(
    qtbot: QtBot, context: Context, page: WorkingDaysPage
) -> None:
    assert (page.rows, page.is_changed) == ([], False)
    type_line(page.add_line(), "春节", "2月5日", "2月12日")
    type_line(page.add_line(), "春节", "2.20", is_working=True)
    assert page.is_changed
    save(qtbot, page)
    spring = ("春节", date(2027, 2, 5), date(2027, 2, 12), False)
    made_up = ("春节", date(2027, 2, 20), date(2027, 2, 20), True)
    assert lines(context) == [spring, made_up]
    page.rows[1].removed.emit()
    page.rows[0].last.setText("2月11日")
    save(qtbot, page)
    assert lines(context) == [("春节", date(2027, 2, 5), date(2027, 2, 11), False)]
    page.clear()
    save(qtbot, page)
    assert lines(context) == []
    assert not page.clear_button.isVisible()


def test_what_cannot_be_is_said_and_stays(context: Context, page: WorkingDaysPage) -> None:
    type_line(page.add_line(), "春节", "2月30日")
    assert not page.check()
    assert page.rows[0].first.error
    assert page.trouble.isVisible()
    type_line(page.rows[0], "春节", "2月5日", "2月12日")
    type_line(page.add_line(), "元宵", "2月12日")
    assert not page.check()
    assert not page.rows[0].first.error
    assert page.trouble.isVisible()
    page.go_to(2028)
    assert (page.year, len(page.rows)) == (2027, 2)
    page.load()
    page.go_to(2026)
    assert page.year == 2026
    assert ("春节", False) in [row.typed[:2] for row in page.rows]
    assert lines(context) == []


def test_a_table_is_pasted(context: Context, page: WorkingDaysPage) -> None:
    QGuiApplication.clipboard().setText(
        "名称\t类型\t开始\t结束\n元旦\t放假\t2026-12-31\t2027-1-2\n春节\t加班\t2月5日\t\n"
    )
    page.paste()
    page.paste()  # a line that stands there already is not added again
    assert [row.typed[0] for row in page.rows] == ["元旦"]
    assert page.trouble.isVisible()
    assert page.rows[0].read() == Line("元旦", date(2026, 12, 31), date(2027, 1, 2))


def test_a_file_is_imported(
    qtbot: QtBot, context: Context, page: WorkingDaysPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook's days are taken, what it has wrong is said, and a file that is none loses nothing."""
    book, damaged = tmp_path / "2027.xlsx", tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04")
    with xlsxwriter.Workbook(book) as workbook:
        sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ("名称", "类型", "开始", "结束"))
        sheet.write_row(1, 0, ("春节", "放假"))
        sheet.write_datetime(1, 2, datetime(2027, 2, 5), day)
        sheet.write_datetime(1, 3, datetime(2027, 2, 12), day)
        sheet.write_row(2, 0, ("春节", "上班", 20270220))
        sheet.write_row(3, 0, ("国庆节", "放假", "10月32日"))
    chosen = iter((book, damaged))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(chosen)), ""))
    page.file_button.click()
    qtbot.waitUntil(lambda: page.file_button.isEnabled() and bool(page.rows), timeout=WAIT)
    expected = [
        Line("春节", date(2027, 2, 5), date(2027, 2, 12)),
        Line("春节", date(2027, 2, 20), date(2027, 2, 20), is_working=True),
    ]
    assert [row.read() for row in page.rows] == expected
    assert "line 4" in page.trouble.accessibleName()
    page.trouble.hide()
    page.file_button.click()
    qtbot.waitUntil(page.trouble.isVisible, timeout=WAIT)
    assert [row.read() for row in page.rows] == expected
    save(qtbot, page)
    assert lines(context) == [(one.name, one.starts_on, one.ends_on, one.is_working) for one in expected]


def test_somebody_else_was_quicker(qtbot: QtBot, context: Context, page: WorkingDaysPage) -> None:
    type_line(page.add_line(), "春节", "2月5日", "2月12日")
    with context.store.write() as session:
        other = Line("元旦", date(2027, 1, 1), date(2027, 1, 3))
        working_days.set_year(session, 2027, [other], versions={})
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert [row.typed[0] for row in page.rows] == ["春节"]
    save(qtbot, page)
    assert [one[0] for one in lines(context)] == ["春节"]
