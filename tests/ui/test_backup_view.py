"""A backup looked into in the window: somebody found in it, compared with today, brought back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rmdesk.models import Customer, CustomerPhone
from rmdesk.services import backups, customers, phones
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.backup_view import BackupView
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import settle


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> Iterator[CustomersPane]:
    shown = CustomersPane(context)
    qtbot.addWidget(shown)
    shown.resize(1294, 660)
    shown.show()
    yield shown
    settle(qtbot, context)


@pytest.fixture
def zhang(context: Context) -> str:
    """Somebody whose phone was removed and whose taboos were overwritten after the backup."""
    with context.store.write() as session:
        zhang = customers.add_customer(session, {"name": "张晓敏", "number": "10010", "taboos": "不谈股票"})
        customers.add_customer(session, {"name": "王芳"})
        phone = phones.add_phone(session, zhang.uid, "13800000001")
    backups.make(context.vault)
    with context.store.write() as session:
        phones.remove_phone(session, phone.uid, version=phone.version)
        there = session.get_one(Customer, zhang.id)
        customers.edit_customer(session, zhang.uid, {"taboos": "x"}, version=there.version)
    return zhang.uid


def opened(qtbot: QtBot, pane: CustomersPane) -> BackupView:
    view = pane.show_backup()
    qtbot.waitUntil(lambda: view.card.found is not None)
    return view


def taboos_and_phones(context: Context, uid: str) -> tuple[str | None, list[str]]:
    with context.store.read() as session:
        there = session.scalars(select(Customer).where(Customer.uid == uid)).one()
        numbers = select(CustomerPhone.number).where(CustomerPhone.customer_id == there.id)
        return there.taboos, list(session.scalars(numbers))


def test_somebody_is_found_by_keys_and_brought_back(
    qtbot: QtBot, context: Context, pane: CustomersPane, zhang: str
) -> None:
    view = opened(qtbot, pane)
    with qtbot.waitActive(pane):
        pane.activateWindow()
    assert view.search.hasFocus()
    QTest.keyClicks(view.search, "zxm")
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.card.found is not None and view.card.found.then.uid == zhang)
    assert list(view.card.rows) == ["taboos"]
    assert view.card.found is not None
    assert view.card.found.missing == {"customer_phone": 1}
    with qtbot.waitSignal(view.brought_back):
        QTest.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taboos_and_phones(context, zhang) == ("不谈股票", ["13800000001"])
    qtbot.waitUntil(lambda: view.card.found is not None and view.card.found.is_same)
    assert not view.card.button.isEnabled()


def test_the_value_of_today_may_be_kept(
    qtbot: QtBot, context: Context, pane: CustomersPane, zhang: str
) -> None:
    view = opened(qtbot, pane)
    view.search.setText("张晓敏")
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "taboos" in view.card.rows)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert pane.focusWidget() is view.card.rows["taboos"]
    QTest.keyClick(view.card.rows["taboos"], Qt.Key.Key_Right)
    with qtbot.waitSignal(view.brought_back):
        view.card.button.click()
    assert taboos_and_phones(context, zhang) == ("x", ["13800000001"])


def test_what_cannot_come_back_is_said_on_the_card(
    qtbot: QtBot, context: Context, pane: CustomersPane, zhang: str
) -> None:
    with context.store.write() as session:
        there = session.scalars(select(Customer).where(Customer.uid == zhang)).one()
        customers.edit_customer(session, zhang, {"number": ""}, version=there.version)
        customers.add_customer(session, {"name": "李强", "number": "10010"})
    view = opened(qtbot, pane)
    view.search.setText("zxm")
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "number" in view.card.rows)
    view.card.button.click()
    qtbot.waitUntil(view.card.trouble.isVisible)
    assert "10010" in view.card.trouble.text
    assert taboos_and_phones(context, zhang) == ("x", [])


def test_without_a_backup_the_view_says_so(qtbot: QtBot, pane: CustomersPane) -> None:
    view = pane.show_bin()
    view.backup_button.click()
    shown = pane.show_backup()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 0 and not shown.choice.isEnabled())
    assert shown.empty.isVisible()
