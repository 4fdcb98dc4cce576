"""Ctrl+P in the log and in Today: the report of what is shown, with whose it is and the day filled in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, daily_logs, phones
from rmdesk.services.actor import Actor
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.preview_report import PreviewReport
from rmdesk.ui.panes.log.pane import MONTH, ONE_DAY, WEEK, LogPane
from rmdesk.ui.panes.log.readings import READING
from rmdesk.ui.panes.today.pane import TodayPane
from tests.support.frames import add_people, printed, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
PHONE = "13912345678"


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """A manager, who acts and has planned a call for today, and a supervisor."""
    found = add_people(context, "manager", "supervisor")
    with context.store.write() as session:
        uid = customers.add_customer(session, {"name": "陈静怡"}).uid
        phones.add_phone(session, uid, PHONE)
        daily_logs.add_item(session, TODAY, {"purpose": "谈国债"}, customer_uid=uid, on_rest_day=True)
    return found


@pytest.fixture
def log(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> Iterator[LogPane]:
    pane = LogPane(context)
    qtbot.addWidget(pane)
    pane.resize(1300, 700)
    pane.show()
    qtbot.waitUntil(lambda: pane.log is not None, timeout=WAIT)
    yield pane
    settle(qtbot, context)


def test_the_day_the_week_and_the_month_that_are_shown(qtbot: QtBot, log: LogPane) -> None:
    made = printed(qtbot, log.out.print())
    assert made.has("Daily log")
    assert made.has("谈国债")
    assert made.has(TODAY.isoformat())
    for view in (WEEK, MONTH):
        log.show_view(view)
        settle(qtbot, log.context)
        made = printed(qtbot, log.out.print())
        assert made.has("Summary of the daily log")
        assert made.has(f"{log.span[0].isoformat()} – {log.span[1].isoformat()}")


def test_the_button_and_the_palette_print_and_another_day_is_another_page(qtbot: QtBot, log: LogPane) -> None:
    assert {"print log", "print morning page"} <= {one.objectName() for one in log.actions()}
    log.go_to_day(TODAY - timedelta(days=400))
    qtbot.mouseClick(log.print_button, Qt.MouseButton.LeftButton)
    (preview,) = log.window().findChildren(PreviewReport)
    assert printed(qtbot, preview).has((TODAY - timedelta(days=400)).isoformat())


def test_the_morning_page_is_of_the_day_shown_and_never_of_a_past_one(qtbot: QtBot, log: LogPane) -> None:
    made = printed(qtbot, log.out.print_morning())
    assert made.has("谈国债")
    assert made.has(PHONE)
    log.go_to_day(TODAY - timedelta(days=3))
    assert printed(qtbot, log.out.print_morning()).has(TODAY.isoformat())


def test_a_supervisor_prints_the_week_of_the_branch_and_anybodys_day(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    context.store.actor = people["supervisor"]
    pane = LogPane(context)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_view(READING)
    settle(qtbot, context)
    made = printed(qtbot, pane.out.print())
    assert made.has("The whole branch")
    assert made.has("林晓雯")
    assert pane.out.print_morning() is None
    pane.read_log(people["manager"].staff_uid, TODAY)
    settle(qtbot, context)
    assert pane.view == ONE_DAY
    assert printed(qtbot, pane.out.print()).has("谈国债")
    assert not printed(qtbot, pane.out.print_morning()).has(PHONE)
    settle(qtbot, context)


def test_today_prints_the_morning_page(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> None:
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.worklist is not None, timeout=WAIT)
    made = printed(qtbot, pane.print())
    assert made.has("Morning page")
    assert made.has("谈国债")
    settle(qtbot, context)


def test_a_supervisor_says_first_whose_morning_page(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    context.store.actor = people["supervisor"]
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.worklist is not None, timeout=WAIT)
    assert pane.print() is None
    (question,) = pane.window().findChildren(Question)
    question.reject()
    assert pane.managers is not None
    pane.managers.choose(people["manager"].staff_id)
    assert printed(qtbot, pane.print()).has("谈国债")
    settle(qtbot, context)
