"""The page of one customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.services import changes, customers
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page.cell_editor import CellEditor
from rmdesk.ui.panes.customers.page.page import CustomerPage
from rmdesk.ui.panes.customers.page.value_grid import ValueGrid
from tests.support.frames import settle

WAIT = 60_000  # ms: a limit, not a measure
MOBILE = "13800138000"
POPUP = ("grabbing the keyboard",)  # what the offscreen platform says of every list that drops down


def add(context: Context, name: str, **fields: Any) -> str:
    """A customer of whoever is signed in; the uid."""
    with context.store.write() as session:
        return customers.add_customer(session, {"name": name, "owner": context.actor.staff_uid, **fields}).uid


def edit(context: Context, uid: str, **fields: Any) -> None:
    """What somebody else does meanwhile."""
    with context.store.write() as session:
        version = get_customer(session, uid).version
        customers.edit_customer(session, uid, fields, version=version)


def record(context: Context, uid: str) -> CustomerRecord:
    with context.store.read() as session:
        return get_customer(session, uid)


def value(context: Context, uid: str, name: str) -> Any:
    return record(context, uid).fields[name].value


def kinds(context: Context) -> list[str]:
    with context.store.read() as session:
        return [one.kind for one in changes.load_sets(session, changes.find_numbers(session))]


@pytest.fixture
def chen(context: Context) -> str:
    return add(context, "陈静怡", occupation="教师", grade=4, strategy="intensive", number="6222002716")


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Any]:
    def make_(uid: str, **options: Any) -> CustomerPage:
        page = CustomerPage(context, **options)
        qtbot.addWidget(page)
        page.resize(420, 900)
        page.show()
        page.activateWindow()
        show(qtbot, page, uid)
        return page

    yield make_
    settle(qtbot, context)


def show(qtbot: QtBot, page: CustomerPage, uid: str) -> None:
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.show_customer(uid)


def type_in(field: QWidget, text: str) -> None:
    """As an input method does it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def body(page: CustomerPage, id: str) -> Any:
    section = page.sections[id]
    section.head.setChecked(True)
    section.catch_up()
    return section.body


def grid(page: CustomerPage, id: str = "basic") -> ValueGrid:
    found = body(page, id).grid
    assert isinstance(found, ValueGrid)
    return found


def open_editor(page: CustomerPage, key: str, id: str = "basic") -> CellEditor:
    part = body(page, id)
    part.grid.go_to(key)
    part.grid.setFocus()
    QTest.keyClick(part.grid, Qt.Key.Key_F2)
    editor = part.editors[key]
    assert isinstance(editor, CellEditor)
    return editor


def enter(qtbot: QtBot, page: CustomerPage, key: str, typed: str, id: str = "basic") -> None:
    """Type into the cell and press Enter; wait until it is saved."""
    editor = open_editor(page, key, id)
    editor.fields[-1].clear()  # type: ignore[attr-defined]
    type_in(editor.fields[-1], typed)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(editor.fields[-1], Qt.Key.Key_Return)
    assert key not in body(page, id).editors
