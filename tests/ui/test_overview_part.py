"""The supervisor's overview in the window: figures by manager, each opening what it counts."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import complaints, customers, daily_logs, goals
from rmdesk.services.actor import Actor
from rmdesk.services.goals import periods
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.panes.log.pane import LogPane
from rmdesk.ui.panes.plans.overview_part import OverviewPart
from rmdesk.ui.panes.plans.pane import PlansPane
from rmdesk.ui.panes.surveys.pane import SurveysPane
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.window import MainWindow
from tests.support.frames import settle
from tests.support.vaults import add_person

WAIT = 30_000  # ms: a limit, not a measure
TODAY = date.today()


@pytest.fixture
def manager(context: Context) -> Actor:
    """Somebody with two customers nobody contacted and a log handed in; the head of the branch acts."""
    head = context.actor
    found = Actor.of(add_person(context.vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER]))
    with context.store.write() as session:
        goal = goals.add_goal(session, periods.year(TODAY.year))
        goals.set_target(session, goal.uid, {"measure": "contacts", "target": 200})
    context.store.actor = found
    with context.store.write() as session:
        for name in ("陈静怡", "王磊"):
            customers.add_customer(session, {"name": name})
    with context.store.write() as session:
        daily_logs.add_item(session, TODAY, {"purpose": "走访"}, on_rest_day=True)
    with context.store.write() as session:
        [item] = daily_logs.load_day(session, TODAY).items
        daily_logs.complete_item(session, item.uid, "done", version=item.version, result="已走访")
        daily_logs.submit(session, TODAY)
    with context.store.write() as session:
        complaints.add_complaint(session, {"kind": "waiting", "content": "排队太久", "person": "孙女士"})
    context.store.actor = head
    with context.store.write() as session:
        complaints.add_complaint(session, {"kind": "waiting", "content": "没有空调", "person": "钱先生"})
    return found


@pytest.fixture
def window(qtbot: QtBot, context: Context, manager: Actor) -> MainWindow:
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def shown(qtbot: QtBot, context: Context, window: MainWindow, manager: Actor) -> OverviewPart:
    """The overview with the manager's line current, all counted."""
    pane = window.show_pane("plans")
    assert isinstance(pane, PlansPane)
    part = pane.show_part("overview")
    assert isinstance(part, OverviewPart)
    id = str(manager.staff_id)
    qtbot.waitUntil(lambda: part.model.row_of(id) >= 0, timeout=WAIT)
    part.table.go_to(id)
    qtbot.waitUntil(lambda: part.current is not None and part.current.late is not None, timeout=WAIT)
    settle(qtbot, context)
    return part


def test_every_figure_opens_what_it_counts(
    qtbot: QtBot, context: Context, window: MainWindow, manager: Actor
) -> None:
    part = shown(qtbot, context, window, manager)
    assert part.current is not None
    figures = part.current.figures
    assert (figures.customers, figures.without, figures.logs) == (2, 2, 1)
    # By keys: Enter goes to the figures, the button answers to Space.
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    button = part.buttons["without"]
    assert "2" in button.text()
    QTest.keyClick(button, Qt.Key.Key_Space)
    archive = window.current_pane
    assert isinstance(archive, CustomersPane)
    qtbot.waitUntil(lambda: archive.list.model.rowCount() == 2, timeout=WAIT)
    assert {one.trait for one in archive.list.filters.conditions} == {"stage", "owner", "last_contact"}
    settle(qtbot, context)

    part.buttons["logs"].click()
    log = window.current_pane
    assert isinstance(log, LogPane)
    qtbot.waitUntil(lambda: log.readings is not None and log.readings.waiting_count == 1, timeout=WAIT)
    qtbot.waitUntil(
        lambda: (
            log.readings is not None
            and len(log.readings.chosen()) == 1
            and log.readings.models["waiting"].marked_count == 1
        ),
        timeout=WAIT,
    )
    settle(qtbot, context)

    assert figures.complaints == 1
    part.buttons["complaints"].click()
    surveys = window.current_pane
    assert isinstance(surveys, SurveysPane)
    qtbot.waitUntil(
        lambda: surveys.complaints is not None and surveys.complaints.model.rowCount() == 1, timeout=WAIT
    )
    settle(qtbot, context)

    part.open_late()
    today = window.current_pane
    assert isinstance(today, TodayPane)
    assert today.managers is not None
    assert today.managers.manager_id == manager.staff_id
    qtbot.waitUntil(lambda: today.worklist is not None, timeout=WAIT)
    settle(qtbot, context)


def test_goals_in_force_stand_beside_and_open(
    qtbot: QtBot, context: Context, window: MainWindow, manager: Actor
) -> None:
    part = shown(qtbot, context, window, manager)
    part.table.go_to("everybody")
    qtbot.waitUntil(lambda: len(part.goals) == 1, timeout=WAIT)
    settle(qtbot, context)
    part.open_goal(part.goals[0].goal.uid)
    pane = window.current_pane
    assert isinstance(pane, PlansPane)
    assert pane.current is pane.parts["goals"]
    settle(qtbot, context)


def test_another_span_counts_anew_and_is_there_after_a_restart(
    qtbot: QtBot, context: Context, window: MainWindow, manager: Actor
) -> None:
    part = shown(qtbot, context, window, manager)
    part.days.choose(30)
    part.reload()
    qtbot.waitUntil(
        lambda: part.overview is not None and (part.overview.day - part.overview.since).days == 30,
        timeout=WAIT,
    )
    settle(qtbot, context)
    again = OverviewPart(context)
    qtbot.addWidget(again)
    again.restore_state(part.save_state())
    assert again.days.currentData() == 30


def test_a_manager_has_no_overview(qtbot: QtBot, context: Context, manager: Actor) -> None:
    context.store.actor = manager
    pane = PlansPane(context)
    qtbot.addWidget(pane)
    assert "overview" not in pane.specs
