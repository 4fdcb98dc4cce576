"""Printing from the customers pane: the list as it is shown, the marked ones, the card of the current one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.services import customers
from rmdesk.services.export import LISTINGS
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import printed, settle

WAIT = 60_000  # ms: a limit, not a measure
NAMES = ("陈静怡", "王志强", "欧阳雪梅")


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> CustomersPane:
    with context.store.write() as session:
        for place, name in enumerate(NAMES):
            given = {"name": name, "owner": context.actor.staff_uid, "number": f"33{place}"}
            customers.add_customer(session, given)
    made = CustomersPane(context)
    qtbot.addWidget(made)
    made.resize(1294, 700)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.rowCount() == len(NAMES), timeout=WAIT)
    settle(qtbot, context)
    return made


def test_what_is_listed_is_printed_in_its_order_with_its_columns(qtbot: QtBot, pane: CustomersPane) -> None:
    pane.list.model.sort_by("number", True)
    settle(qtbot, pane.context)
    made = printed(qtbot, pane.print())
    assert sorted(NAMES, key=made.text.index) == list(reversed(NAMES))
    shown = pane.list.table.shown_columns()
    for column in LISTINGS["customers"].columns:
        assert made.has(column.title()) or column.name not in shown
    assert not made.has("Occupation")


def test_only_marked_ones_are_printed_if_any_are(qtbot: QtBot, pane: CustomersPane) -> None:
    pane.list.table.go_to(pane.list.model.ids[0])
    qtbot.keyClick(pane.list.table, Qt.Key.Key_Space)
    (marked,) = pane.list.model.marked_ids()
    row = pane.list.model.row_at(list(pane.list.model.ids).index(marked))
    made = printed(qtbot, pane.print())
    assert [name for name in NAMES if name in made.text] == [row.name]


def test_the_card_of_the_current_customer(qtbot: QtBot, pane: CustomersPane) -> None:
    pane.list.table.go_to(pane.list.model.ids[1])
    current = pane.list.current
    assert current is not None
    made = printed(qtbot, pane.print_card())
    assert made.has(current.name)
    assert made.has("Customer card")


def test_on_the_page_its_card_is_what_is_printed(qtbot: QtBot, pane: CustomersPane) -> None:
    pane.list.table.go_to(pane.list.model.ids[0])
    pane.list.open_page()
    settle(qtbot, pane.context)
    pane.list.page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: pane.list.is_page_used, timeout=WAIT)
    assert printed(qtbot, pane.print()).has("Customer card")
