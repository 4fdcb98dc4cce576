"""The pane of tasks: given, done with a result, reported to the customer, taken back; what each role sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rmdesk.services import interactions, tasks
from rmdesk.services.actor import Actor
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.answer_task import AnswerTask
from rmdesk.ui.panes.tasks.pane import TasksPane
from rmdesk.ui.window import MainWindow
from tests.support.frames import add_customer, add_people, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """A manager, who acts, and a teller."""
    return add_people(context, "manager", "teller")


@pytest.fixture
def customer(context: Context, people: dict[str, Actor]) -> str:
    return add_customer(context)


@pytest.fixture
def pane(qtbot: QtBot, context: Context, customer: str) -> Iterator[TasksPane]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context) -> TasksPane:
    found = TasksPane(context)
    qtbot.addWidget(found)
    found.resize(1200, 700)
    found.show()
    loaded(qtbot, context, found)
    return found


def loaded(qtbot: QtBot, context: Context, pane: TasksPane) -> None:
    """Wait for what is being saved and then for the list."""
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not pane.table.query.is_busy, timeout=WAIT)


def give(context: Context, customer: str | None, work: str, *, days: int = 0, to: str | None = None) -> str:
    whom = {"assignee": to} if to is not None else {"department": "国际业务部"}
    with context.store.write() as session:
        given = {"work": work, "due_on": TODAY + timedelta(days)} | whom
        return tasks.add_task(session, customer, given).uid


def load(context: Context, uid: str) -> tasks.TaskRow:
    with context.store.read() as session:
        return tasks.load_task(session, uid)


def test_a_task_is_given_by_keyboard_and_stands_in_the_list(
    qtbot: QtBot, context: Context, pane: TasksPane, people: dict[str, Actor]
) -> None:
    assert pane.shown == "mine"
    dialog = pane.assign()
    dialog.submit()
    assert dialog.rows["assignee"].error
    assert dialog.focusWidget() is dialog.who
    dialog.who.choose(people["teller"].staff_uid)
    assert dialog.rows["department"].isHidden()
    QTest.keyClicks(dialog.work, "check the quota")
    dialog.due.setText("whenever")
    dialog.submit()
    assert dialog.rows["due_on"].error
    dialog.due.setText("昨天")
    dialog.submit()
    assert "passed" in dialog.rows["due_on"].error
    dialog.due.setText("明天")
    assert dialog.customer is not None
    dialog.customer.setText("nobody")
    dialog.customer.suggest("nobody")
    dialog.submit()
    assert dialog.rows["customer"].error  # typed, and nobody found
    dialog.customer.setText("cjy")
    dialog.customer.suggest("cjy")  # one only: that is enough
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        QTest.keyClick(dialog.work, Qt.Key.Key_Return, CONTROL)
    loaded(qtbot, context, pane)
    assert pane.shown == "given"
    task = pane.current
    assert task is not None
    assert (task.customer, task.whom, task.work) == ("陈静怡", "马志强", "check the quota")
    assert task.due_on == TODAY + timedelta(1)
    again = pane.edit()
    assert again is not None
    again.who.choose("")
    again.submit()
    assert again.rows["department"].error
    again.department.setText("国际业务部")
    with qtbot.waitSignal(again.saved, timeout=WAIT):
        again.submit()
    assert load(context, task.uid).whom == "国际业务部"


def test_a_teller_finishes_and_the_manager_reports(
    qtbot: QtBot, context: Context, customer: str, people: dict[str, Actor]
) -> None:
    uid = give(context, customer, "核对购汇额度", to=people["teller"].staff_uid)
    late = give(context, None, "整理沙龙签到表", days=-2, to=people["teller"].staff_uid)
    context.store.actor = people["teller"]
    at_counter = made(qtbot, context)
    assert not at_counter.may_assign
    assert at_counter.which.isHidden()
    assert at_counter.assign_button.isHidden()
    at_counter.restore_state({"which": "given", "only": "report"})  # of a manager at the same computer
    loaded(qtbot, context, at_counter)
    assert at_counter.current is not None
    assert at_counter.current.uid == late  # the most urgent first
    at_counter.chips["today"].click()
    loaded(qtbot, context, at_counter)
    assert at_counter.detail.facts["customer"][1].text() == "陈*"
    assert at_counter.detail.customer.isHidden()
    answer = at_counter.detail.answer
    QTest.keyClick(at_counter.table, Qt.Key.Key_Return)
    assert at_counter.focusWidget() is answer.text
    answer.text.setPlainText("密码 123456")
    answer.save()
    loaded(qtbot, context, at_counter)
    assert answer.row.error
    assert answer.text.toPlainText() == "密码 123456"  # nothing is lost
    answer.text.setPlainText("额度 5 万美元")
    assert not answer.row.error
    with qtbot.waitSignal(answer.answered, timeout=WAIT):
        QTest.keyClick(answer.text, Qt.Key.Key_Return, CONTROL)
    loaded(qtbot, context, at_counter)
    assert load(context, uid).result == "额度 5 万美元"
    assert at_counter.table.query.rowCount() == 0
    assert at_counter.list.empty.button.isVisible()
    at_counter.list.empty.button.click()
    loaded(qtbot, context, at_counter)
    assert at_counter.table.query.rowCount() == 1

    context.store.actor = people["manager"]
    pane = made(qtbot, context)
    pane.show_list("given")
    pane.chips["report"].click()
    loaded(qtbot, context, pane)
    report = pane.detail.answer
    assert report.reports
    assert report.text.toPlainText() == "额度 5 万美元"  # what the customer is told, to begin with
    report.channel.choose("wechat")
    with qtbot.waitSignal(report.answered, timeout=WAIT):
        report.save_button.click()
    with context.store.read() as session:
        [contact] = interactions.list_interactions(session, customer)
    assert (contact.channel, contact.purpose, contact.content) == ("wechat", "核对购汇额度", "额度 5 万美元")
    assert load(context, uid).state == "reported"
    loaded(qtbot, context, pane)


def test_what_is_typed_stays_with_its_task(
    qtbot: QtBot, context: Context, pane: TasksPane, people: dict[str, Actor]
) -> None:
    first, second = (give(context, None, work, days=day) for work, day in (("甲", 1), ("乙", 2)))
    pane.show_list("departments")
    loaded(qtbot, context, pane)
    pane.detail.answer.text.setPlainText("写到一半")
    pane.go_to(load(context, second).id)
    assert pane.detail.answer.text.toPlainText() == ""
    pane.withdraw()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.table.query.rowCount() == 1, timeout=WAIT)
    assert pane.detail.answer.text.toPlainText() == "写到一半"
    assert load(context, second).state == "withdrawn"
    # Somebody else changed it meanwhile: said beside what was typed, which stays.
    with context.store.write() as session:
        tasks.edit_task(session, first, {"work": "甲乙"}, version=1)
    pane.detail.answer.save()
    loaded(qtbot, context, pane)
    assert pane.detail.answer.row.error
    assert pane.detail.answer.text.toPlainText() == "写到一半"
    qtbot.waitUntil(lambda: pane.current is not None and pane.current.work == "甲乙", timeout=WAIT)
    with qtbot.waitSignal(pane.detail.answer.answered, timeout=WAIT):
        pane.detail.answer.save()
    assert load(context, first).result == "写到一半"


def test_the_rail_counts_before_the_pane_is_opened(
    qtbot: QtBot, context: Context, customer: str, people: dict[str, Actor]
) -> None:
    own = people["manager"].staff_uid
    give(context, None, "补录地址", days=-1, to=own)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    window.count_panes()
    mark = window.rail.items()["tasks"]
    qtbot.waitUntil(lambda: mark.accessibleDescription() == "1", timeout=WAIT)
    give(context, customer, "补录电话", to=own)
    qtbot.waitUntil(lambda: mark.accessibleDescription() == "2", timeout=WAIT)
    assert "tasks" in window.pane_ids
    pane = window.show_pane("tasks")
    assert isinstance(pane, TasksPane)
    loaded(qtbot, context, pane)
    assert pane.table.query.rowCount() == 2
    pane.show_list("given")
    pane.chips["ended"].click()
    loaded(qtbot, context, pane)
    window.save_state()
    again = TasksPane(context)
    qtbot.addWidget(again)
    again.restore_state(pane.save_state())
    loaded(qtbot, context, again)
    assert (again.shown, again.chips["ended"].isChecked()) == ("given", True)
    window.close()
    settle(qtbot, context)


def test_a_task_is_answered_from_the_customer(
    qtbot: QtBot, context: Context, customer: str, people: dict[str, Actor]
) -> None:
    uid = give(context, customer, "审批进度")
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = AnswerTask(context, load(context, uid), page)
    dialog.open()
    dialog.answer.text.setPlainText("已批")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    [question] = dialog.findChildren(Question)
    assert dialog.isVisible()  # what was typed is not given up without a word
    question.reject()
    with qtbot.waitSignal(dialog.accepted, timeout=WAIT):
        dialog.submit()
    assert load(context, uid).state == "done"
    settle(qtbot, context)


def test_what_one_cannot_do_is_given_back(
    qtbot: QtBot, context: Context, customer: str, people: dict[str, Actor]
) -> None:
    uid = give(context, customer, "开大额限额", to=people["teller"].staff_uid)
    context.store.actor = people["teller"]
    at_counter = made(qtbot, context)
    answer = at_counter.detail.answer
    answer.back_button.click()
    assert answer.row.error  # why is wanted
    answer.text.setPlainText("需要主管授权")
    with qtbot.waitSignal(answer.answered, timeout=WAIT):
        answer.back_button.click()
    loaded(qtbot, context, at_counter)
    assert at_counter.table.query.rowCount() == 0
    context.store.actor = people["manager"]
    desk = made(qtbot, context)
    loaded(qtbot, context, desk)
    assert desk.current is not None
    assert desk.current.uid == uid
    assert "需要主管授权" in desk.detail.facts["result"][1].text()
    assert desk.detail.state.words == "Given back"
    assert desk.detail.answer.back_button.isHidden()
