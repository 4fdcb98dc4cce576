"""Complaints in the window: taken down, seen to, told, closed; their record; what each role is offered."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import complaints, reports, settings
from rmdesk.services.actor import Actor
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.settle_complaint import Settling
from rmdesk.ui.panes import PANES
from rmdesk.ui.panes.surveys.complaints import ComplaintsView
from rmdesk.ui.panes.surveys.complaints.pane import ComplaintsPane
from rmdesk.ui.panes.surveys.pane import SurveysPane
from rmdesk.ui.panes.today import wording as today_wording
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.settings.complaints import ComplaintsPage
from rmdesk.ui.window import MainWindow
from tests.support.frames import add_customer, add_people, settle
from tests.ui.test_surveys_pane import WAIT, made

GIVEN = {"kind": "waiting", "content": "排队两个小时"}


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    head = context.store.actor
    assert head is not None
    found = {"head": head} | add_people(context, "manager", "lobby")
    context.store.actor = head
    return found


@pytest.fixture
def pane(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> SurveysPane:
    return made(qtbot, context)


def shown(qtbot: QtBot, context: Context, pane: SurveysPane) -> ComplaintsView:
    pane.show_half("complaints")
    assert pane.complaints is not None
    loaded(qtbot, context, pane.complaints)
    return pane.complaints


def loaded(qtbot: QtBot, context: Context, view: ComplaintsView) -> None:
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not view.table.query.is_busy, timeout=WAIT)
    settle(qtbot, context)


def offered(view: ComplaintsView) -> set[str]:
    return {name for name, button in view.page.buttons.items() if not button.isHidden()}


def test_a_complaint_is_taken_down_seen_to_and_closed(
    qtbot: QtBot, context: Context, pane: SurveysPane, tmp_path: Path
) -> None:
    customer = add_customer(context, "陈静怡")
    view = shown(qtbot, context, pane)
    assert not any(action.isEnabled() for action in pane.actions())
    dialog = view.add()
    qtbot.waitExposed(dialog)
    dialog.customer.setFocus()
    walked = []
    for _each in range(6):  # as it reads, whatever was made first
        walked.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    picks = [dialog.picks[name] for name in ("nature", "kind", "seriousness", "source")]
    assert walked == [dialog.customer, dialog.person, *picks]
    assert dialog.focusWidget() is dialog.texts["content"]
    dialog.submit()
    assert dialog.rows["content"].error
    assert dialog.rows["person"].error
    dialog.customer.choose(customer, "陈静怡")
    dialog.texts["content"].setPlainText("排队两个小时")
    dialog.texts["wish"].setPlainText("增开窗口")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: view.page.record is not None, timeout=WAIT)
    assert view.page.record is not None
    assert view.page.record.row.number.startswith("T")
    assert offered(view) == {"resolve", "edit", "print", "customer", "remove"}
    view.page.boxes[0].click()
    loaded(qtbot, context, view)
    qtbot.waitUntil(
        lambda: view.page.record is not None and view.page.record.steps[0].done_on is not None, timeout=WAIT
    )
    asked = view.page.settle(Settling.RESOLVE)
    assert asked is not None
    asked.submit()
    assert asked.form.rows[0].error
    asked.text.setPlainText("增开午间窗口")
    with qtbot.waitSignal(asked.saved, timeout=WAIT):
        asked.submit()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: "tell" in offered(view), timeout=WAIT)
    asked = view.page.settle(Settling.TELL)
    assert asked is not None
    asked.satisfied.choose("yes")
    with qtbot.waitSignal(asked.saved, timeout=WAIT):
        asked.submit()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0, timeout=WAIT)  # nobody waits any more
    view._on_empty()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: view.page.record is not None, timeout=WAIT)
    assert offered(view) == {"reopen", "edit", "print", "customer"}
    qtbot.waitUntil(lambda: "100%" in view.figures.text(), timeout=WAIT)
    edit = view.edit()
    assert edit is not None
    edit.texts["cause"].setPlainText("人手不足")
    edit.texts["measure"].setPlainText("错峰排班")
    edit.picks["measure_for"].choose("operations")
    with qtbot.waitSignal(edit.saved, timeout=WAIT):
        edit.submit()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: "passed" in offered(view), timeout=WAIT)
    view.page.pass_on()
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: "passed" not in offered(view), timeout=WAIT)
    preview = view.page.print_record()
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    preview.reject()


def test_a_managers_own_are_listed_and_a_step_is_added_by_keys(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    context.store.actor = people["manager"]
    mine = add_customer(context, "王建国")
    with context.store.write() as session:
        complaints.add_complaint(session, GIVEN, customer_uid=mine)
    pane = made(qtbot, context)
    view = shown(qtbot, context, pane)
    qtbot.waitUntil(lambda: view.page.record is not None, timeout=WAIT)
    asked = view.page.settle(Settling.STEP)
    assert asked is not None
    asked.step.setText("请大堂经理回访")
    QTest.keyClick(asked.step, Qt.Key.Key_Return)
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: view.page.record is not None and len(view.page.record.steps) == 4, timeout=WAIT)
    pane.show_half("surveys")
    assert pane.save_state()["half"] == "surveys"


@pytest.mark.parametrize("role", Role)
def test_who_only_assists_has_complaints_without_surveys(role: Role) -> None:
    actor = Actor(1, "0" * 32, "某人", frozenset({role}))
    offered = {spec.id for spec in PANES if spec.allowed(actor)} & {"surveys", "complaints"}
    both = {Role.RELATIONSHIP_MANAGER, Role.SUPERVISOR, Role.BRANCH_HEAD}
    assert offered == (
        {"surveys"} if role in both else {"complaints"} if role is Role.LOBBY_MANAGER else set()
    )


def test_a_lobby_manager_sees_to_the_cases_given_to_them_and_no_others(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    customer = add_customer(context, "陈静怡")
    lobby = people["lobby"]
    with context.store.write() as session:
        complaints.add_complaint(session, GIVEN | {"assistant": lobby.staff_uid}, customer_uid=customer)
        complaints.add_complaint(session, GIVEN | {"content": "别人的"}, customer_uid=customer)
    context.store.actor = lobby
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    pane = window.show_pane("complaints")
    assert isinstance(pane, ComplaintsPane)
    view = pane.complaints
    loaded(qtbot, context, view)
    qtbot.waitUntil(lambda: view.page.record is not None, timeout=WAIT)
    assert view.model.rowCount() == 1
    assert view.current is not None
    assert view.current.who == "陈*"
    assert view.new_button.isHidden()
    assert offered(view) == {"resolve", "edit", "print"}
    names = {action.objectName() for action in pane.actions()}
    assert names == {"edit complaint", "find complaint", "print complaint"}
    with context.store.read() as session:  # signed at the counter, the name masked as in the list
        printed = reports.prepare(session, "complaint_record", {"complaint": view.current.uid})
        others = complaints.find_complaints(session, which="all")
    assert printed.data.record.row.who == "陈*"
    assert len(others) == 1
    view.page.boxes[0].click()
    loaded(qtbot, context, view)
    qtbot.waitUntil(
        lambda: view.page.record is not None and view.page.record.steps[0].done_on is not None, timeout=WAIT
    )
    edit = view.edit()
    assert edit is not None
    edit.texts["cause"].setPlainText("人手不足")
    with qtbot.waitSignal(edit.saved, timeout=WAIT):
        edit.submit()
    loaded(qtbot, context, view)
    qtbot.waitUntil(
        lambda: view.page.record is not None and view.page.record.cause == "人手不足", timeout=WAIT
    )
    assert pane.save_state() == {}


def test_a_late_case_is_opened_from_today_by_a_head_who_keeps_no_records(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    """What is escalated can be acted upon, though the head looks after no customers."""
    raised = date.today() - timedelta(days=30)
    with context.store.write() as session:
        given = GIVEN | {"person": "过路的李先生", "raised_on": raised}
        uid = complaints.add_complaint(session, given).uid
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    today = window.show_pane("today")
    assert isinstance(today, TodayPane)
    settle(qtbot, context)
    qtbot.waitUntil(lambda: today.view.current is not None, timeout=WAIT)
    line = today.view.current
    assert line is not None
    assert line.is_case
    assert today_wording.name(line) == "过路的李先生"
    assert [hint.action for hint in today.deeds.hints(line)] == ["case"]
    QTest.keyClick(today.view, Qt.Key.Key_O)
    pane = window.current_pane
    assert isinstance(pane, SurveysPane)
    assert pane.complaints is not None
    loaded(qtbot, context, pane.complaints)
    view = pane.complaints
    qtbot.waitUntil(lambda: view.page.record is not None and view.page.record.row.uid == uid, timeout=WAIT)
    assert {"resolve", "edit"} <= offered(view)


def test_the_days_of_complaints_are_set(qtbot: QtBot, context: Context) -> None:
    page = ComplaintsPage(context)
    qtbot.addWidget(page)
    page.load()
    page.show()
    assert not page.is_changed
    page.fields["grave"]["call"].setText("3")
    page.fields["minor"]["tell"].setText("两天")
    page.boxes["branch_head"].setChecked(False)
    assert not page.check()
    assert page.fields["grave"]["call"].error  # beyond the day of the decision
    assert page.fields["minor"]["tell"].error
    page.fields["grave"]["final"].setText("3")
    page.fields["minor"]["tell"].setText("2")
    assert not page.check()
    page.boxes["supervisor"].setChecked(True)
    assert page.check()
    page.save()
    settle(qtbot, context)
    with context.store.read() as session:
        kept = settings.get(session, settings.COMPLAINT_DAYS)
        told = settings.get(session, settings.COMPLAINT_ESCALATION)
    assert (kept["grave"]["call"], kept["grave"]["final"], kept["minor"]["tell"]) == (3, 3, 2)
    assert told == {"roles": ["supervisor"], "after": 0}


def test_figures_that_do_not_fit_are_left_out_whole(
    qtbot: QtBot, context: Context, pane: SurveysPane
) -> None:
    with context.store.write() as session:
        complaints.add_complaint(session, GIVEN | {"person": "过路的李先生"})
    view = shown(qtbot, context, pane)
    qtbot.waitUntil(lambda: bool(view.figures.text()), timeout=WAIT)
    view.figures.resize(12, view.figures.height())
    assert view.figures.text() == ""
    assert view.figures.toolTip()
    view.figures.resize(900, view.figures.height())
    assert view.figures.text() == view.figures.toolTip()
