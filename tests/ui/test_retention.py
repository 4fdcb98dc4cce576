"""How long things are kept, in the window: years set, what is due told, and let go when two agree."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from rmdesk.models import Customer
from rmdesk.services import customers, retention, settings
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.erase_customer import EraseCustomer
from rmdesk.ui.dialogs.expire_due import ExpireDue
from rmdesk.ui.settings.retention import RetentionPage

WAIT = 60_000  # ms: a limit, not a measure
LATER = retention.years_before(date.today(), -11)


def lose(context: Context, name: str) -> Customer:
    with context.store.write() as session:
        return customers.add_customer(session, {"name": name, "stage": "lost"})


def count(context: Context) -> int:
    with context.store.read() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def test_years_are_set_and_checked(qtbot: QtBot, context: Context) -> None:
    page = RetentionPage(context)
    qtbot.addWidget(page)
    page.load()
    assert {field.text() for field in page.fields.values()} == {"10", "20"}
    assert not page.is_changed
    page.fields["refusals"].setText("9")
    assert not page.check()
    assert "10 years or more" in page._rows[settings.RETENTION].error
    page.fields["refusals"].setText("20")
    page.fields["audit"].setText("0")
    assert not page.check()
    page.fields["audit"].setText("6")
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()
    with context.store.read() as session:
        assert settings.get(session, settings.RETENTION)["audit"] == 6


def test_what_is_due_is_told_and_goes(qtbot: QtBot, context: Context) -> None:
    lose(context, "张晓敏")
    page = RetentionPage(context)
    qtbot.addWidget(page)
    page.load()
    qtbot.waitUntil(lambda: page.state.text() == "Nothing is due.", timeout=WAIT)
    assert not page.expire_button.isEnabled()
    page.look(LATER)
    qtbot.waitUntil(page.expire_button.isEnabled, timeout=WAIT)
    assert "Customers: 1" in page.state.text()
    page.ask_to_expire()
    [dialog] = page.findChildren(ExpireDue)
    assert not dialog.verb_button.isEnabled()  # nothing is ticked at first
    assert not dialog.second.is_needed  # the first person of a vault has both roles
    for box in dialog.boxes.values():
        box.setChecked(True)
    with qtbot.waitSignal(dialog.expired, timeout=WAIT):
        dialog.submit()
    assert count(context) == 0
    with context.store.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 0


def test_a_customer_is_deleted_at_their_request(qtbot: QtBot, context: Context) -> None:
    from rmdesk.services import archive

    person = lose(context, "张晓敏")
    with context.store.read() as session:
        [row] = archive.load_customers(session, [person.id])
    holder = QWidget()
    qtbot.addWidget(holder)
    dialog = EraseCustomer(context, row, person.version, parent=holder)
    assert dialog.keep.isChecked()
    dialog.keep.setChecked(False)
    assert "Deleted:" in dialog.told
    with qtbot.waitSignal(dialog.erased, timeout=WAIT) as told:
        dialog.submit()
    assert told.args[0].number is None
    assert count(context) == 0
