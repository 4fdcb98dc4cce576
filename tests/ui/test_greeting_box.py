"""Greetings in Today and the calendar: shown for the current line, another one, copied, remembered."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Customer, GreetingUse
from rmdesk.services import changes, commitments, customers, facts
from rmdesk.services.days import Day
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.greeting_box import GreetingBox
from rmdesk.ui.panes.calendar.pane import CalendarPane
from rmdesk.ui.panes.today.pane import TodayPane
from tests.support.frames import add_people, set_setting, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
QUIET = {rule: {"on": False} for rule in ("festival", "cadence_call", "cadence_meeting", "assessment")}


@pytest.fixture
def uid(context: Context) -> str:
    """Of a customer of the manager who is signed in, whose birthday it is; a second one has a promise due."""
    set_setting(context, "care.rules", QUIET)
    add_people(context, "manager")
    born = Day(TODAY.month, TODAY.day, 1988)
    with context.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡", "gender": "female", "birthday": born})
        other = customers.add_customer(session, {"name": "赵文博"})
        commitments.add_commitment(session, other.uid, {"promise": "寄资料", "due_on": TODAY})
    with context.store.write() as session:
        for row in session.query(Customer):
            row.known_since = date(2020, 1, 1)
        changes.describe(session, "customer.edited")
        session.flush()
        facts.refresh(session)
    return one.uid


def used(context: Context) -> list[str]:
    with context.store.read() as session:
        return [row.text for row in session.query(GreetingUse)]


def wait_for(qtbot: QtBot, box: GreetingBox) -> None:
    qtbot.waitUntil(lambda: box.isVisible() and not box.is_busy, timeout=WAIT)


@pytest.fixture
def today(qtbot: QtBot, context: Context, uid: str) -> Iterator[TodayPane]:
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 692)
    pane.show()
    pane.reload()
    qtbot.waitUntil(lambda: pane.worklist is not None, timeout=WAIT)
    pane.setFocus()
    yield pane
    settle(qtbot, context)


def go_to(pane: TodayPane, name: str) -> None:
    for row in range(pane.model.rowCount()):
        line = pane.model.line_at(row)
        if line is not None and line.person is not None and line.person.name == name:
            pane.view.setCurrentIndex(pane.model.index(row, 0))
            return
    raise AssertionError(name)


def test_a_greeting_is_copied_with_one_key_and_remembered(
    qtbot: QtBot, context: Context, today: TodayPane
) -> None:
    go_to(today, "陈静怡")
    box = today.panel.greeting
    assert box is not None
    wait_for(qtbot, box)
    first = box.words.text()
    assert "陈" in first or "Chen" in first
    assert box.state.text() == "Not sent before"
    QTest.keyClick(today.view, Qt.Key.Key_R)
    assert box.words.text() != first
    with qtbot.waitSignal(box.noted, timeout=WAIT):
        QTest.keyClick(today.view, Qt.Key.Key_G)
    sent = QGuiApplication.clipboard().text()
    assert sent
    assert used(context) == [sent]
    qtbot.waitUntil(lambda: "林晓雯" in box.state.text(), timeout=WAIT)
    assert box.words.text() == sent
    with qtbot.waitSignal(box.noted, timeout=WAIT):
        box.copy_button.click()
    assert used(context) == [sent]


def test_a_greeting_is_printed_and_remembered_once_it_left(
    qtbot: QtBot, context: Context, today: TodayPane, tmp_path: Path
) -> None:
    go_to(today, "陈静怡")
    box = today.panel.greeting
    assert box is not None
    wait_for(qtbot, box)
    QTest.keyClick(today.view, Qt.Key.Key_R)
    shown = box.words.text()
    QTest.keyClick(today.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: today.deeds.printing.preview is not None, timeout=WAIT)
    preview = today.deeds.printing.preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    assert used(context) == []  # it was only looked at
    with qtbot.waitSignal(preview.saved, timeout=WAIT):
        preview.save_to(tmp_path / "greeting.pdf")
    assert used(context) == [shown]
    preview.reject()
    settle(qtbot, context)


def test_what_asks_for_no_text_shows_none(qtbot: QtBot, context: Context, today: TodayPane) -> None:
    box = today.panel.greeting
    assert box is not None
    go_to(today, "陈静怡")
    wait_for(qtbot, box)
    go_to(today, "赵文博")
    qtbot.waitUntil(box.isHidden, timeout=WAIT)
    QTest.keyClick(today.view, Qt.Key.Key_G)
    assert used(context) == []


def test_who_wants_none(qtbot: QtBot, context: Context, today: TodayPane, uid: str) -> None:
    go_to(today, "陈静怡")
    box = today.panel.greeting
    assert box is not None
    wait_for(qtbot, box)
    line = today.view.current
    with context.store.write() as session:
        customers.edit_customer(session, uid, {"no_greetings": True}, version=2)
    box.follow(line, TODAY)
    wait_for(qtbot, box)
    assert box.state.text() == "This customer wants no greetings."
    assert not box.copy_button.isVisible()


def test_the_calendar_offers_the_same(qtbot: QtBot, context: Context, uid: str) -> None:
    pane = CalendarPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 692)
    pane.show()
    qtbot.waitUntil(lambda: pane.is_loaded, timeout=WAIT)
    box = pane.panel.greeting
    assert box is not None
    pane.list.go_first()
    wait_for(qtbot, box)
    with qtbot.waitSignal(box.noted, timeout=WAIT):
        QTest.keyClick(pane.list, Qt.Key.Key_G)
    assert used(context) == [QGuiApplication.clipboard().text()]
    settle(qtbot, context)


def test_a_text_of_one_line_is_never_shown_for_another(
    qtbot: QtBot, context: Context, today: TodayPane
) -> None:
    go_to(today, "陈静怡")
    box = today.panel.greeting
    assert box is not None
    wait_for(qtbot, box)
    line = today.view.current
    assert line is not None
    key = line.key._replace(customer_id=999_999)  # a customer who has gone meanwhile
    box.follow(dataclasses.replace(line, touchpoint=dataclasses.replace(line.touchpoint, key=key)), TODAY)
    box.copy()
    settle(qtbot, context)
    box.copy()
    assert box.isHidden()
    assert used(context) == []
