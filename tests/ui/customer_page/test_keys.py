"""The page of a customer without the mouse: Tab, sections, editors; what is exact while it is true."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes, dates, documents, relations, undoing
from rmdesk.services.days import Day
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page.page import CustomerPage
from rmdesk.ui.panes.customers.page.rows import PaintedRows
from rmdesk.ui.widgets import Label
from tests.support.vaults import add_person
from tests.ui.customer_page.conftest import (
    WAIT,
    add,
    body,
    edit,
    enter,
    grid,
    open_editor,
    record,
    type_in,
    value,
)

ID = "330106198506151217"


@pytest.fixture
def chen(context: Context) -> str:
    return add(context, "陈静怡", occupation="教师")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(key: Qt.Key = Qt.Key.Key_Tab) -> QWidget:
    QTest.keyClick(focused(), key)
    return focused()


def section_of(page: CustomerPage, widget: QWidget) -> str:
    return next((id for id, one in page.sections.items() if one.isAncestorOf(widget)), "")


def test_tab_reads_the_page_from_top_to_bottom(qtbot: QtBot, make: Any, chen: str) -> None:
    """Also into bodies built when their section was unfolded, and out of the page at its end only."""
    page = make(chen)
    window, before, behind = QWidget(), QPushButton(), QPushButton()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (before, page, behind):
        column.addWidget(widget)
    page.show()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    body(page, "service")
    body(page, "dates")
    before.setFocus()
    seen: list[str] = []
    while (holder := tab()) is not behind:
        assert len(seen) < 40
        assert page.isAncestorOf(holder)
        if [section_of(page, holder)] != seen[-1:]:
            seen.append(section_of(page, holder))
    assert seen == ["", *page.sections]
    assert page.isAncestorOf(tab(Qt.Key.Key_Backtab))
    page.header.edit.setFocus()
    assert tab(Qt.Key.Key_Backtab) is before
    page.setParent(None)  # each of the two is closed by itself


def test_shift_tab_leads_back(make: Any, chen: str) -> None:
    page = make(chen)
    grid(page).setFocus()
    there = focused()
    assert tab() is page.sections["owed"].head
    assert tab(Qt.Key.Key_Backtab) is there
    assert tab(Qt.Key.Key_Backtab) is page.sections["basic"].head


def test_tab_leaves_an_editor_for_the_next_value_and_saves(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    editor = open_editor(page, "occupation")
    editor.fields[0].clear()  # type: ignore[attr-defined]
    type_in(editor.fields[0], "医生")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        holder = tab()
    assert holder is grid(page)
    assert grid(page).current not in ("", "occupation")
    assert value(context, chen, "occupation") == "医生"
    open_editor(page, "name")
    assert tab(Qt.Key.Key_Backtab) is grid(page)
    assert grid(page).current == "occupation"
    assert not body(page, "basic").editors  # nothing was changed, so it went


def test_what_was_refused_stays_while_tab_goes_on(make: Any, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "identity_document:new")
    type_in(editor.fields[1], "12345")
    assert tab() is grid(page)
    assert editor.error
    assert editor.typed()[1] == "12345"
    grid(page).setFocus()
    assert tab() is editor.fields[0]  # it can be come back to


def test_keys_go_from_section_to_section(make: Any, chen: str) -> None:
    page = make(chen)
    grid(page).setFocus()
    ids = list(page.sections)
    control = Qt.KeyboardModifier.ControlModifier
    for id in ids[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Down, control)
        assert focused() is page.sections[id].head
    QTest.keyClick(focused(), Qt.Key.Key_Down, control)
    assert focused() is page.sections[ids[-1]].head
    QTest.keyClick(focused(), Qt.Key.Key_Up, control)
    assert focused() is page.sections[ids[-2]].head
    seen = page.area.viewport().rect()
    assert seen.contains(focused().mapTo(page.area.viewport(), focused().rect().center()))
    grid(page).setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up, control)
    assert focused() is page.sections["basic"].head


def test_a_number_has_room_beside_the_longest_kind(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "identity_document:new")
    number = editor.fields[1]
    assert number.width() > number.fontMetrics().horizontalAdvance(ID) + 20


def test_what_is_exact_goes_when_the_row_changes(qtbot: QtBot, make: Any, context: Context) -> None:
    """Else the number before stands there as if it were the present one, until its time is over."""
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    uid = add(context, "赵文博", owner=lin.uid, wechat="zhaowenbo88")
    with context.store.write() as session:
        document = documents.add_document(session, uid, ID, "resident_id").uid
    page = make(uid)
    key = f"identity_document:{document}"
    part = grid(page)
    for one in (key, "wechat"):
        part.go_to(one)
        QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: (part.shown(key), part.shown("wechat")) == (ID, "zhaowenbo88"), timeout=WAIT)
    enter(qtbot, page, key, "330106850615122")
    assert part.shown(key) == record(context, uid).documents[0].number.value
    assert part.shown("wechat") == "zhaowenbo88"  # of another row: it stays for its time
    part.go_to(key)
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.shown(key) == "330106850615122", timeout=WAIT)
    with context.store.write() as session:
        undoing.undo(session, changes.find_numbers(session, kinds=["document.edited"])[0])
    qtbot.waitUntil(lambda: part.shown(key) == record(context, uid).documents[0].number.value, timeout=WAIT)


def test_after_walking_to_a_relative_the_keyboard_is_seen(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    other = add(context, "李卫东")
    with context.store.write() as session:
        relations.add_relation(session, chen, "spouse", other_uid=other)
    page = make(chen)
    page.customer_chosen.connect(page.show_customer)
    graph = body(page, "relations").relations.graph
    graph.setFocus()
    port = page.area.viewport()
    for there in ("李卫东", "陈静怡"):
        QTest.keyClick(graph, Qt.Key.Key_Right)
        with qtbot.waitSignal(page.shown, timeout=WAIT):
            QTest.keyClick(graph, Qt.Key.Key_Return)
        assert page.header.name.words == there
        assert focused() is graph
        qtbot.waitUntil(lambda: port.rect().contains(graph.mapTo(port, graph.rect().center())), timeout=WAIT)


def cell_is_seen(page: CustomerPage) -> bool:
    part, port = grid(page), page.area.viewport()
    rect = next(one.whole for one in part._places if one.cell.key == part.current).toRect()
    top = part.mapTo(port, rect.topLeft()).y()
    return top >= 0 and top + rect.height() <= port.height()


def test_the_cell_with_the_keyboard_is_always_seen(qtbot: QtBot, make: Any, chen: str) -> None:
    """Whoever types where the eye is not changes what they did not mean."""
    page = make(chen)
    page.resize(420, 300)
    part = grid(page)
    part.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Up):
        QTest.keyClick(part, key)
        qtbot.waitUntil(lambda: cell_is_seen(page), timeout=WAIT)
    QTest.keyClick(part, Qt.Key.Key_End)
    page.setFocus()
    assert part.current == part.cells[0].key or part.cell(part.current).value
    bar = page.area.verticalScrollBar()
    assert bar.value() == 0
    page.sections["dates"].head.setFocus()
    bar.setValue(bar.maximum())
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: cell_is_seen(page), timeout=WAIT)


def test_a_section_that_is_gone_to_or_unfolded_is_seen(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    page.resize(420, 500)
    control = Qt.KeyboardModifier.ControlModifier
    port = page.area.viewport()

    def bottom(id: str) -> int:
        one = page.sections[id]
        return one.mapTo(port, one.rect().bottomLeft()).y()

    body(page, "dates")
    grid(page).setFocus()
    while section_of(page, focused()) != "dates":
        QTest.keyClick(focused(), Qt.Key.Key_Down, control)
    qtbot.waitUntil(lambda: 0 < bottom("dates") <= port.height(), timeout=WAIT)
    page.sections["service"].head.setFocus()
    while section_of(page, focused()) != "service":
        QTest.keyClick(focused(), Qt.Key.Key_Up, control)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.sections["service"].head.isChecked()
    qtbot.waitUntil(lambda: 0 < bottom("service") <= port.height(), timeout=WAIT)


def test_delete_empties_a_field(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    part = grid(page)
    part.setFocus()
    part.go_to("no_calls")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(part, Qt.Key.Key_Return)
    for key, empty in (("no_calls", False), ("occupation", None)):
        part.go_to(key)
        with qtbot.waitSignal(page.changed, timeout=WAIT):
            QTest.keyClick(part, Qt.Key.Key_Delete)
        assert value(context, chen, key) == empty
    for key in ("name", "taboos"):  # must stay; empty already
        part.go_to(key)
        QTest.keyClick(part, Qt.Key.Key_Delete)
    body(page, "care").grid.go_to("owner")
    QTest.keyClick(grid(page, "care"), Qt.Key.Key_Delete)
    assert value(context, chen, "name") == "陈静怡"
    assert value(context, chen, "owner") is not None


def test_several_lines_say_how_they_are_saved(make: Any, chen: str) -> None:
    page = make(chen)
    said = [one.text() for one in open_editor(page, "taboos").findChildren(Label)]
    assert any("saves" in one for one in said)
    assert not any("saves" in one.text() for one in open_editor(page, "position").findChildren(Label))


def test_after_a_form_the_keys_are_on_its_row_again(make: Any, context: Context, chen: str) -> None:
    with context.store.write() as session:
        dates.add_date(session, chen, {"kind": "wedding", "day": Day(6, 3)})
    page = make(chen)
    days = body(page, "dates")
    rows = days.findChild(PaintedRows)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is rows
    days.add()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is days.add_button


def test_what_an_identity_card_tells_otherwise_is_said(qtbot: QtBot, make: Any, context: Context) -> None:
    uid = add(context, "赵文博", gender="female", birthday=Day(6, 15, 1985))
    with context.store.write() as session:
        documents.add_document(session, uid, ID, "resident_id")
    page = make(uid)
    part = grid(page)
    assert part.cell("gender").caution
    assert not part.cell("birthday").caution
    enter(qtbot, page, "birthday", "1985-06-16")
    assert part.cell("birthday").caution


def test_a_tag_is_taken_back_where_it_was_typed(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), page)
    field = body(page, "tags").field
    field.setFocus()
    QTest.keyClicks(field, "vip")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(undo.activated, timeout=WAIT):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    QTest.keyClicks(field, "half")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""  # first what is typed there


def test_after_a_conflict_the_keys_are_on_the_value_again(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    editor = open_editor(page, "occupation")
    type_in(editor.fields[0], "医生")
    edit(context, chen, position="主任")
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    assert focused() is page.conflict.save
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is grid(page)
    assert (value(context, chen, "occupation"), value(context, chen, "position")) == ("医生", "主任")


def test_after_a_form_its_rows_are_seen(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    page.resize(420, 400)
    days, port = body(page, "dates"), page.area.viewport()
    days.add()
    QTest.keyClicks(focused(), "3 Jun")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.window().focusWidget() is days.add_button, timeout=WAIT)
    rows = days.findChild(PaintedRows)
    qtbot.waitUntil(
        lambda: rows.isVisible() and port.rect().contains(rows.mapTo(port, rows.rect().center())),
        timeout=WAIT,
    )


def test_an_editor_is_seen_whole_with_what_is_wrong_in_it(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    page.resize(420, 360)
    port = page.area.viewport()

    def is_seen(editor: QWidget) -> bool:
        top = editor.mapTo(port, editor.rect().topLeft()).y()
        return top >= 0 and top + editor.height() <= port.height()

    body(page, "service")
    grid(page, "service").setFocus()
    notes = open_editor(page, "cares_least", "service")
    notes.focus_field()
    qtbot.waitUntil(lambda: is_seen(notes), timeout=WAIT)
    number = open_editor(page, "identity_document:new")
    number.focus_field()
    page.resize(420, 250)
    type_in(number.fields[1], "12345")
    QTest.keyClick(number.fields[1], Qt.Key.Key_Return)
    assert number.error
    qtbot.waitUntil(lambda: is_seen(number), timeout=WAIT)
