"""Notices in the window: written for the list or for holders, told with a tick, closed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, holdings, interactions, notices
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import add_people, settle

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> CustomersPane:
    add_people(context, "manager")
    with context.store.write() as session:
        for place, name in enumerate(("陈静怡", "赵文博", "孙丽华")):
            one = customers.add_customer(session, {"name": name})
            if place < 2:
                given = {"kind": "fund", "product": "沪深三百", "amount_fen": 100, "bank": "工商银行" * place}
                holdings.add_holding(session, one.uid, given)
    made = CustomersPane(context)
    qtbot.addWidget(made)
    made.resize(1294, 692)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 3, timeout=WAIT)
    return made


def test_a_notice_is_written_told_and_closed(qtbot: QtBot, context: Context, pane: CustomersPane) -> None:
    dialog = pane.new_notice()
    assert "3" in dialog.count.text()
    dialog.submit()
    assert dialog._form.rows[0].error
    dialog.title.setText("利率下调")
    dialog.text.setPlainText("下月起三年期利率调整。")
    dialog.due.setText("31 Feb")
    dialog.submit()
    assert not dialog.is_busy
    dialog.due.clear()
    dialog.channel.choose("wechat")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    view = pane.show_notices()
    settle(qtbot, context)
    assert view.title.text() == "利率下调"
    assert view.people.count() == 3
    view.people.item(0).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(view.changed, timeout=WAIT):
        view.tell()
    assert view.current is not None
    assert (view.current.to_tell, view.current.told) == (2, 1)
    with context.store.read() as session:
        told = [one for one in notices.list_recipients(session, view.current.uid) if one.told_on]
        [contact] = interactions.list_interactions(session, told[0].uid)
    assert (contact.channel, contact.held_on) == ("wechat", date.today())
    view.tick_all()
    with qtbot.waitSignal(view.changed, timeout=WAIT):
        view.close_button.click()
    assert view.current is None
    view.closed.setChecked(True)
    assert view.current is not None
    assert not view.tell_button.isEnabled()
    settle(qtbot, context)


def test_a_notice_for_holders(qtbot: QtBot, context: Context, pane: CustomersPane) -> None:
    dialog = pane.new_notice()
    dialog.whom.choose("holders")
    dialog.whom.activated.emit(1)
    assert dialog.product.isVisible()
    dialog.kind.choose("gold")
    dialog.title.setText("分红")
    dialog.text.setPlainText("基金分红到账。")
    dialog.submit()
    assert dialog.trouble.isVisible()
    dialog.kind.choose("fund")
    dialog.product.setText("沪深")
    dialog.product.editingFinished.emit()
    assert "1" in dialog.count.text()
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    settle(qtbot, context)
    assert pane.show_notices().people.count() == 1
    settle(qtbot, context)


def test_ones_own_notice_is_changed_and_a_colleagues_change_is_not_overwritten(
    qtbot: QtBot, context: Context, pane: CustomersPane
) -> None:
    dialog = pane.new_notice()
    dialog.title.setText("费率调整")
    dialog.text.setPlainText("下月起优惠。")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    view = pane.show_notices()
    settle(qtbot, context)
    again = view.edit()
    assert again is not None
    assert (again.title.text(), again.text.toPlainText()) == ("费率调整", "下月起优惠。")
    assert not again.whom.isVisible()
    again.title.setText("")
    again.submit()
    assert again.isVisible()
    again.title.setText("费率再调整")
    again.text.setPlainText("下季度起优惠。")
    with qtbot.waitSignal(view.changed, timeout=WAIT):
        again.submit()
    assert view.current is not None
    assert (view.current.title, view.words.text()) == ("费率再调整", "下季度起优惠。")
    late = view.edit()
    assert late is not None
    seen = view.current
    with context.store.write() as session:
        notices.edit_notice(session, seen.uid, {"title": "别处改的"}, version=seen.version)
    late.title.setText("这里改的")
    late.submit()
    qtbot.waitUntil(late.trouble.isVisible, timeout=WAIT)
    assert late.title.text() == "这里改的"  # nothing is lost
    late.reject()
    settle(qtbot, context)
