"""The page of a customer without the mouse: Tab, sections, editors; what is exact while it is true."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes, documents, relations, undoing
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page.page import CustomerPage
from tests.support.vaults import add_person
from tests.ui.customer_page.conftest import WAIT, add, body, enter, grid, open_editor, record, type_in, value

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
