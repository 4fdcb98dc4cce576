"""Today: whom to contact and why, answered from the keyboard; who may only read; empty days."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk import care_labels
from rmdesk.models import Role, Staff
from rmdesk.services import (
    care,
    commitments,
    customers,
    follow_ups,
    interactions,
    phones,
    tasks,
    visits,
    working_days,
)
from rmdesk.services.actor import Actor
from rmdesk.services.almanac import festivals_of
from rmdesk.services.care import Asked, Key, Kind, Line, Said, Section, Touchpoint, Worklist
from rmdesk.services.days import Day
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.answer_task import AnswerTask
from rmdesk.ui.dialogs.prepare_visit import PrepareVisit
from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.panes import PANES
from rmdesk.ui.panes.today import wording
from rmdesk.ui.panes.today.asking import PostponeTo, SkipBecause
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.panes.today.work_view import WorkView
from rmdesk.ui.settings.appearance import AppearancePage
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.undo import UndoStack
from rmdesk.ui.window import MainWindow
from tests.support.frames import add_people, set_setting, settle
from tests.support.vaults import add_person

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
NAMES = ("陈静怡", "赵文博", "孙丽华")
# No day of these rules falls on the day a test happens to run.
QUIET = {rule: {"on": False} for rule in ("festival", "cadence_call", "cadence_meeting", "assessment")}


@pytest.fixture
def manager(context: Context) -> Actor:
    set_setting(context, "care.rules", QUIET)
    add_people(context, "manager")
    return context.store.actor


@pytest.fixture
def people(context: Context, manager: Actor) -> list[str]:
    """Three customers: a promise due today each, for the second a follow-up that is late."""
    with context.store.write() as session:
        uids = [customers.add_customer(session, {"name": name}).uid for name in NAMES]
        for uid in uids:
            commitments.add_commitment(
                session, uid, {"promise": "寄资料", "due_on": TODAY, "promised_on": YESTERDAY}
            )
        follow_ups.add_follow_up(session, uids[1], {"step": "回电确认", "due_on": YESTERDAY})
    return uids


def open_pane(qtbot: QtBot, context: Context) -> TodayPane:
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 692)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.worklist is not None, timeout=WAIT)
    pane.setFocus()
    return pane


@pytest.fixture
def pane(qtbot: QtBot, context: Context, people: list[str]) -> Iterator[TodayPane]:
    yield open_pane(qtbot, context)
    settle(qtbot, context)


def listed(pane: TodayPane) -> list[tuple[str, list[str]]]:
    """The sections with the names of their lines."""
    assert pane.worklist is not None
    return [
        (part.section.value, [line.person.name if line.person else "" for line in part.lines])
        for part in pane.worklist.parts
    ]


def current(pane: TodayPane) -> str:
    line = pane.view.current
    return "" if line is None or line.person is None else line.person.name


def press(view: WorkView, key: Any) -> None:
    QTest.keyClick(view, key)


def wait_for(qtbot: QtBot, pane: TodayPane, sections: dict[str, int]) -> Worklist:
    qtbot.waitUntil(lambda: {name: len(names) for name, names in listed(pane)} == sections, timeout=WAIT)
    assert pane.worklist is not None
    return pane.worklist


def test_the_day_is_walked_and_answered_by_two_keys(
    qtbot: QtBot, context: Context, pane: TodayPane, people: list[str]
) -> None:
    assert [(name, len(names)) for name, names in listed(pane)] == [("overdue", 1), ("commitment", 3)]
    assert current(pane) == NAMES[1]  # what is late comes first
    assert pane.progress_words.text() == "0 of 4 done"
    press(pane.view, Qt.Key.Key_D)
    entry = pane.panel.entry
    assert entry is not None
    qtbot.waitUntil(entry.content.hasFocus, timeout=WAIT)
    with qtbot.waitSignal(entry.saved, timeout=WAIT):
        QTest.keyClick(entry.content, Qt.Key.Key_Return)
    found = wait_for(qtbot, pane, {"commitment": 3, "done": 1})
    assert (found.open_count, found.done_count) == (3, 1)
    assert pane.view.hasFocus()
    with context.store.read() as session:
        [contact] = interactions.list_interactions(session, people[1])
        assert (contact.channel, contact.result, contact.purpose) == ("call", "reached", "回电确认")
        assert follow_ups.list_follow_ups(session, 2)[0].state == "done"
    press(pane.view, Qt.Key.Key_Home)
    first = current(pane)
    press(pane.view, Qt.Key.Key_Down)
    assert current(pane) != first
    press(pane.view, Qt.Key.Key_End)  # the head of what is done, which is folded
    assert pane.view.current is None
    press(pane.view, Qt.Key.Key_Right)
    assert current(pane) == NAMES[1]
    press(pane.view, Qt.Key.Key_D)  # done already: nothing to do
    assert pane.view.hasFocus()


def test_of_a_visit_done_is_its_report(qtbot: QtBot, context: Context, people: list[str]) -> None:
    with context.store.write() as session:
        visit = visits.add_visit(session, people[2], {"planned_on": TODAY, "purpose": "续作"}).uid
    pane = open_pane(qtbot, context)
    wait_for(qtbot, pane, {"overdue": 1, "commitment": 3, "appointment": 1})
    while pane.view.current is None or pane.view.current.key.rule != "visit":
        press(pane.view, Qt.Key.Key_Down)
    press(pane.view, Qt.Key.Key_D)
    [dialog] = pane.findChildren(PrepareVisit)
    qtbot.waitUntil(dialog.report.hasFocus, timeout=WAIT)
    dialog.report.setPlainText("同意续作")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.verb_button.click()
    wait_for(qtbot, pane, {"overdue": 1, "commitment": 3, "done": 1})
    with context.store.read() as session:
        assert visits.load_visit(session, visit).state == "held"
        assert [one.content for one in interactions.list_interactions(session, people[2])] == ["同意续作"]
    settle(qtbot, context)


def test_only_the_current_line_is_high_after_the_list_was_read_anew(pane: TodayPane) -> None:
    assert pane.worklist is not None
    pane.view.go_first()
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    parts = pane.worklist.parts
    turned = [dataclasses.replace(one, lines=one.lines[::-1]) for one in parts]
    pane.model.set_parts(pane.day, turned[::-1])  # as many rows as before, in other places
    for row in range(pane.model.rowCount()):
        entry = pane.model.entry(row)
        assert entry is not None
        wanted = SIZE.group_head if entry.is_head else SIZE.work_row
        if row == pane.view.currentIndex().row():
            wanted = SIZE.work_row_current
        assert pane.view.rowHeight(row) == wanted


def test_a_line_that_went_elsewhere_is_not_followed(pane: TodayPane) -> None:
    assert pane.worklist is not None
    overdue, promises = pane.worklist.parts
    pane.view.go_to(overdue.lines[0].key)
    moved = dataclasses.replace(promises, lines=(*promises.lines, *overdue.lines), count=4)
    pane.model.set_parts(pane.day, [moved])  # as handing over does
    assert pane.view.current is not None
    assert pane.view.current.key == promises.lines[0].key


def test_save_only_leaves_it_open(qtbot: QtBot, context: Context, pane: TodayPane, people: list[str]) -> None:
    entry = pane.panel.entry
    assert entry is not None
    press(pane.view, Qt.Key.Key_N)
    qtbot.waitUntil(entry.content.hasFocus, timeout=WAIT)
    QTest.keyClicks(entry.content, "will call back")
    QTest.keyClick(entry.content, Qt.Key.Key_Return)  # a new line, now that something is written
    assert entry.content.toPlainText() == "will call back\n"
    with qtbot.waitSignal(entry.saved, timeout=WAIT):
        entry.save_button.click()
    settle(qtbot, context)
    assert [(name, len(names)) for name, names in listed(pane)] == [("overdue", 1), ("commitment", 3)]
    with context.store.read() as session:
        assert len(interactions.list_interactions(session, people[1])) == 1


def test_the_whole_form_takes_over_what_was_typed_and_completes_too(
    qtbot: QtBot, context: Context, pane: TodayPane, people: list[str]
) -> None:
    press(pane.view, Qt.Key.Key_D)
    entry = pane.panel.entry
    assert entry is not None
    qtbot.waitUntil(entry.content.hasFocus, timeout=WAIT)
    entry.step.setText("明天 回电")
    entry.promise.setText("明天 管理费减半")
    entry.whole_button.click()
    dialog = pane.findChild(RecordContact)
    assert dialog is not None
    assert dialog.promise_kind.currentData() == "fee"  # nobody chose: the words tell
    dialog.content.setPlainText("上门")
    dialog.cost.setText("2000")
    dialog.cost_for.setText("礼盒")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.rows["cost_reason"].error), timeout=WAIT)
    dialog.cost_reason.setText("十周年")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, pane, {"commitment": 3, "done": 1})
    with context.store.read() as session:
        [contact] = interactions.list_interactions(session, people[1])
        steps = [one for one in follow_ups.list_follow_ups(session, 2) if one.state == "open"]
        promised = [one for one in commitments.list_commitments(session, 2) if one.kind == "fee"]
    assert contact.content == "上门"
    assert [one.step for one in steps] == ["回电"]
    assert [one.state for one in promised] == ["waiting"]


def test_postponed_by_what_people_type(
    qtbot: QtBot, context: Context, pane: TodayPane, people: list[str], expected_logs: Callable[..., None]
) -> None:
    expected_logs("grabbing the keyboard")
    press(pane.view, Qt.Key.Key_P)
    asked = pane.view.findChild(PostponeTo)
    assert asked is not None
    asked.field.setText("回头再说")
    asked.accept()
    assert asked.field.error
    assert asked.isVisible()
    asked.field.setText("昨天")
    asked.accept()
    assert asked.trouble.text()
    asked.field.setText("明天")
    assert asked.trouble.isHidden()  # what is wrong no more is not said
    assert not asked.field.error
    assert asked.field.hint
    asked.field.setText((TODAY - timedelta(days=1)).strftime("%m-%d"))
    asked.accept()  # without a year that is next year's: told, and taken only if it is meant
    assert asked.isVisible()
    assert asked.trouble.isVisible()
    asked.field.clear()  # nothing typed is the next working day
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    wait_for(qtbot, pane, {"commitment": 3})
    assert pane.model.marked == []
    with context.store.read() as session:
        [act] = care.list_acts(session, people[1])
        assert act.moved_to == working_days.load(session).next_working_day(TODAY)


def test_many_are_marked_and_skipped_in_one_change(
    qtbot: QtBot, context: Context, pane: TodayPane, expected_logs: Callable[..., None]
) -> None:
    expected_logs("grabbing the keyboard")
    press(pane.view, Qt.Key.Key_Down)
    for _ in range(3):
        press(pane.view, Qt.Key.Key_Space)
    assert len(pane.model.marked) == 3
    press(pane.view, Qt.Key.Key_S)
    asked = pane.view.findChild(SkipBecause)
    assert asked is not None
    asked.accept()
    assert asked.field.error  # a reason is wanted
    asked.field.setText("客户出国")
    asked.accept()
    found = wait_for(qtbot, pane, {"overdue": 1, "done": 3})
    assert {line.touchpoint.state.value for part in found.parts[1:] for line in part.lines} == {"skipped"}
    with context.store.read() as session:
        assert care.recent_reasons(session) == ["客户出国"]
    press(pane.view, Qt.Key.Key_S)
    again = pane.view.findChildren(SkipBecause)[-1]
    assert "客户出国" in [button.text() for button in again.findChildren(type(again.verb_button))]
    again.close()


def test_marked_ones_are_done_without_a_record(qtbot: QtBot, context: Context, pane: TodayPane) -> None:
    undo = UndoStack(context)
    QTest.keyClick(pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(pane.model.marked) == 4
    with qtbot.waitSignal(undo.offered) as offered:
        press(pane.view, Qt.Key.Key_D)
    assert offered.args == ["Touchpoint done (4)"]
    found = wait_for(qtbot, pane, {"done": 4})
    assert found.open_count == 0
    with context.store.read() as session:
        assert interactions.list_interactions(session, care.load_persons(session, [1])[1].uid) == []


def test_the_list_is_searched_by_pinyin_and_reason(qtbot: QtBot, pane: TodayPane) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_Z)  # no key of the strip: it begins a search
    assert pane.search.text() == "z"
    pane.search.setText("zwb")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4, timeout=WAIT)
    assert {line.person.name for row in range(4) if (line := pane.model.line_at(row)) and line.person} == {
        NAMES[1]
    }
    pane.search.setText("回电")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2, timeout=WAIT)
    pane.search.setText("没有这个人")
    qtbot.waitUntil(pane.empty.isVisible, timeout=WAIT)
    pane.empty.button.click()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 6, timeout=WAIT)


def test_enter_opens_the_customer_in_the_archive(qtbot: QtBot, context: Context, people: list[str]) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    assert window.pane_ids[0] == "today"
    pane = window.current_pane
    assert isinstance(pane, TodayPane)
    qtbot.waitUntil(lambda: pane.worklist is not None, timeout=WAIT)
    press(pane.view, Qt.Key.Key_Return)
    archive: Any = window.current_pane
    qtbot.waitUntil(
        lambda: archive.list.page.record is not None and archive.list.page.record.uid == people[1],
        timeout=WAIT,
    )
    settle(qtbot, context)


def test_the_number_and_the_notice_come_without_opening_the_pane(
    qtbot: QtBot, context: Context, people: list[str]
) -> None:
    context.config.remember("frame", {"pane": "customers"})
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    assert window.rail.items()["today"].accessibleDescription() == ""
    window.count_panes()
    rail = window.rail.items()["today"]
    qtbot.waitUntil(lambda: rail.accessibleDescription() == "4", timeout=WAIT)
    assert window.tray.sentence == "Today: 4 to contact, 1 of them late"
    assert not any(name in window.tray.sentence for name in NAMES)
    with context.store.write() as session:
        follow_ups.add_follow_up(session, people[0], {"step": "寄合同", "due_on": TODAY})
    qtbot.waitUntil(lambda: rail.accessibleDescription() == "5", timeout=WAIT)
    assert window.tray.sentence == "Today: 4 to contact, 1 of them late"  # once a day
    settle(qtbot, context)


def test_the_notice_can_be_switched_off(qtbot: QtBot, context: Context, people: list[str]) -> None:
    page = AppearancePage(context)
    qtbot.addWidget(page)
    page.load()
    page.morning.choose("off")
    assert page.is_changed
    page.save()
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    window.count_panes()
    rail = window.rail.items()["today"]
    qtbot.waitUntil(lambda: rail.accessibleDescription() == "4", timeout=WAIT)
    assert window.tray.sentence == ""
    settle(qtbot, context)


def test_a_festival_opens_its_people(qtbot: QtBot, context: Context, people: list[str]) -> None:
    day = next(
        TODAY + timedelta(days=ahead)
        for ahead in range(400)
        if "spring_festival" in [one.value for one in festivals_of(TODAY + timedelta(days=ahead))]
    )
    care_rules = {rule: given for rule, given in QUIET.items() if rule != "festival"}
    context.store.actor = Actor.of(_first(context))
    set_setting(context, "care.rules", care_rules)
    with context.store.read() as session:
        found = care.load_worklist(session, Asked(day, day, day))
        festival = next(line for part in found.parts for line in part.lines if line.person is None)
        part, keys = care.load_members(session, Asked(day, day, day), festival.key)
    assert (part.count, len(keys)) == (festival.touchpoint.count, 3)


def test_the_people_of_a_festival_are_done_at_once(
    qtbot: QtBot, context: Context, pane: TodayPane, people: list[str]
) -> None:
    rules = {rule: given for rule, given in QUIET.items() if rule != "festival"}
    manager = context.store.actor
    context.store.actor = Actor.of(_first(context))
    set_setting(context, "care.rules", rules)
    context.store.actor = manager
    day = date(TODAY.year + 1, 1, 1)
    key = Key("festival", None, "new_years_day", day)
    pane.deeds.opened.emit(Line(Touchpoint(key, Kind.FESTIVAL, day), None, None, None, "wechat"))
    qtbot.waitUntil(pane.bar.isVisible, timeout=WAIT)
    assert pane.bar_words.text() == "New Year's Day: 3 people"
    assert pane.model.rowCount() == 4
    pane.bar_done.click()
    qtbot.waitUntil(lambda: not pane.bar.isVisible(), timeout=WAIT)  # nobody is left
    found = wait_for(qtbot, pane, {"overdue": 1, "commitment": 3, "done": 3})
    assert found.done_count == 3
    with context.store.read() as session:
        assert care.load_members(session, Asked(day, day, TODAY), key)[1] == []
    settle(qtbot, context)


def test_tasks_due_are_a_group_and_are_answered_from_it(
    qtbot: QtBot, context: Context, people: list[str]
) -> None:
    me = context.actor
    with context.store.write() as session:
        tasks.add_task(
            session, people[0], {"work": "核对代发名单", "due_on": YESTERDAY, "assignee": me.staff_uid}
        )
        tasks.add_task(session, None, {"work": "整理折页", "due_on": TODAY, "assignee": me.staff_uid})
        tasks.add_task(session, None, {"work": "还早", "due_on": TOMORROW, "assignee": me.staff_uid})
    pane = open_pane(qtbot, context)
    found = wait_for(qtbot, pane, {"overdue": 1, "commitment": 3, "task": 2})
    assert (found.open_count, found.overdue_count) == (6, 2)
    with context.store.read() as session:
        assert care.count_waiting(session, pane.asked) == (6, 2)
    first, _second = next(part.lines for part in found.parts if part.section is Section.TASK)
    assert care_labels.reason(first.touchpoint) == "核对代发名单, for 陈静怡, given by 林晓雯"
    pane.view.setCurrentIndex(pane.model.index(pane.model.row_of(first.key), 0))
    press(pane.view, Qt.Key.Key_Space)
    assert pane.model.marked == []  # what is done with many at once is about customers
    with qtbot.waitSignal(pane.row_wanted, timeout=WAIT) as opened:
        press(pane.view, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] == "tasks"
    key = pane.view.current.key
    press(pane.view, Qt.Key.Key_D)
    dialog = pane.findChild(AnswerTask) or pane.window().findChild(AnswerTask)
    assert dialog is not None
    QTest.keyClicks(dialog.answer.text, "done")
    QTest.keyClick(dialog.answer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, pane, {"overdue": 1, "commitment": 3, "task": 1})
    with context.store.read() as session:
        assert tasks.load_task(session, key.subject).result == "done"
        narrowed = dataclasses.replace(pane.asked, tiers=frozenset({1}))
        assert care.count_waiting(session, narrowed) == (0, 0)
    with context.store.write() as session:  # what was done for a customer is to be told to them
        [late] = [one for one in tasks.list_due(session, TODAY) if one.customer_uid is not None]
        tasks.finish_task(session, late.uid, version=late.version, result="无误")
    qtbot.waitUntil(lambda: pane.worklist is not None and pane.worklist.overdue_count == 1, timeout=WAIT)
    assert pane.worklist is not None
    [report] = next(part.lines for part in pane.worklist.parts if part.section is Section.TASK)
    assert care_labels.reason(report.touchpoint) == "Tell 陈静怡 what 林晓雯 did: 核对代发名单"
    assert wording.when(report, TODAY)[1] != "warning"
    settle(qtbot, context)


def test_at_midnight_the_day_turns(qtbot: QtBot, context: Context, pane: TodayPane) -> None:
    pane.watch.day = pane.day = YESTERDAY
    pane.watch.look()
    qtbot.waitUntil(lambda: pane.worklist is not None and pane.worklist.day == TODAY, timeout=WAIT)
    assert pane.day == TODAY


def test_handing_over_needs_somebody_who_sees_the_customer(
    qtbot: QtBot, context: Context, pane: TodayPane
) -> None:
    press(pane.view, Qt.Key.Key_H)
    question = pane.view.findChild(Question)
    assert question is not None
    question.reject()


def test_the_number_is_copied_and_a_promise_begun(
    qtbot: QtBot, context: Context, pane: TodayPane, people: list[str]
) -> None:
    with context.store.write() as session:
        phones.add_phone(session, people[1], "13800138000")
    settle(qtbot, context)
    entry = pane.panel.entry
    assert entry is not None
    press(pane.view, Qt.Key.Key_C)
    qtbot.waitUntil(entry.promise.hasFocus, timeout=WAIT)
    pane.view.setFocus()
    qtbot.waitUntil(pane.panel.phone.isVisible, timeout=WAIT)
    press(pane.view, Qt.Key.Key_T)
    assert QApplication.clipboard().text() == "13800138000"
    assert "13800138000" in entry.note.text()


def _first(context: Context) -> Staff:
    with context.store.read() as session:
        return session.get_one(Staff, 1)


def test_who_only_reads_sees_masked_names_and_is_told_why(
    qtbot: QtBot, context: Context, people: list[str]
) -> None:
    context.store.actor = Actor.of(add_branch_head(context))
    pane = open_pane(qtbot, context)
    assert {name for _section, names in listed(pane) for name in names} == {"陈*", "赵*", "孙*"}
    assert pane.panel.entry is None
    assert not pane.record_button.isEnabled()
    assert all(hint.why for hint in pane.view.hints if hint.action in ("done", "postpone", "skip", "note"))
    assert pane.managers is not None
    qtbot.waitUntil(lambda: pane.panel.companion is not None, timeout=WAIT)
    pane.managers.setCurrentIndex(pane.managers.findText("林晓雯"))
    pane.managers.changed.emit()
    settle(qtbot, context)
    assert sum(len(names) for _section, names in listed(pane)) == 4
    pane.close()


def add_branch_head(context: Context) -> Staff:
    context.store.actor = Actor.of(_first(context))
    return add_person(context.vault, "方志远", "一次性密码 Abc-1357", [Role.BRANCH_HEAD])


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.RELATIONSHIP_MANAGER, True),
        (Role.SUPERVISOR, True),
        (Role.BRANCH_HEAD, True),
        (Role.LOBBY_MANAGER, False),
        (Role.TELLER, False),
        (Role.ADMINISTRATOR, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_sees_the_pane(role: Role, sees: bool) -> None:
    actor = Actor(1, "0" * 32, "某人", frozenset({role}))
    assert PANES[0].id == "today"
    assert PANES[0].allowed(actor) is sees


def test_an_empty_archive_and_an_empty_day(qtbot: QtBot, context: Context, manager: Actor) -> None:
    pane = open_pane(qtbot, context)
    assert "no customers" in pane.empty.sentence
    with qtbot.waitSignal(pane.pane_wanted, timeout=WAIT):
        pane.empty.button.click()
    with context.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡"})
    qtbot.waitUntil(lambda: "Nothing is due" in pane.empty.sentence, timeout=WAIT)
    with context.store.write() as session:
        customers.add_customer(session, {"name": "赵文博", "birthday": Day(TODAY.month, TODAY.day, 1980)})
    if (TODAY.month, TODAY.day) != (2, 29):
        wait_for(qtbot, pane, {Section.CARE.value: 1})
    settle(qtbot, context)


def test_a_folded_section_stays_folded(qtbot: QtBot, context: Context, pane: TodayPane) -> None:
    press(pane.view, Qt.Key.Key_End)
    press(pane.view, Qt.Key.Key_Left)
    assert pane.view.current is None
    assert pane.model.is_folded(Section.COMMITMENT)
    kept = pane.save_state()
    again = open_pane(qtbot, context)
    again.restore_state(kept)
    assert again.model.is_folded(Section.COMMITMENT)
    assert again.model.rowCount() == 3


def test_of_who_was_never_contacted_no_lateness_is_counted() -> None:
    """In older vaults, customers who were imported have no day since which one is due."""
    first = Key("cadence_call", 1, "", date(2000, 3, 31))
    line = Line(Touchpoint(first, Kind.CADENCE, first.due_on), None, None, None, "call")
    assert wording.when(line, TODAY) == ("Never contacted", "warning")
    said = Said(TODAY, "wechat", "reached", "")
    assert wording.when(dataclasses.replace(line, said=said), TODAY) == ("None of this kind yet", "warning")
    again = Key("cadence_call", 1, "", YESTERDAY)
    line = dataclasses.replace(line, touchpoint=Touchpoint(again, Kind.CADENCE, again.due_on))
    assert wording.when(line, TODAY) == ("1 day late", "warning")
