"""The pane of the daily log: planned and answered for by key and mouse, submitted, read, countersigned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import (
    archive,
    care,
    commitments,
    customers,
    daily_logs,
    follow_ups,
    interactions,
    segments,
    views,
    working_days,
)
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked
from rmdesk.services.daily_logs import DayLog
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.add_log_news import AddLogNews
from rmdesk.ui.dialogs.plan_item import PlanItem
from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog
from rmdesk.ui.panes.log.day_model import PROPOSALS
from rmdesk.ui.panes.log.pane import MONTH, ONE_DAY, WEEK, LogPane
from rmdesk.ui.panes.log.readings import READING, WAITING
from rmdesk.ui.panes.today.asking import PostponeTo
from rmdesk.ui.panes.today.pane import TodayPane
from tests.support.frames import add_customer, add_people, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """A manager, who acts, and a supervisor."""
    return add_people(context, "manager", "supervisor")


@pytest.fixture
def customer(context: Context, people: dict[str, Actor]) -> str:
    return add_customer(context)


@pytest.fixture
def pane(qtbot: QtBot, context: Context, customer: str) -> Iterator[LogPane]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context) -> LogPane:
    found = LogPane(context)
    qtbot.addWidget(found)
    found.resize(1300, 700)
    found.show()
    loaded(qtbot, context, found)
    return found


def loaded(qtbot: QtBot, context: Context, pane: LogPane) -> None:
    """Wait for what is being saved, then for the day as it is now."""
    settle(qtbot, context)
    if pane.view != ONE_DAY:
        return

    def is_there() -> bool:
        stored = load(context, pane.day, pane.staff_uid)
        return pane.log is not None and pane.log.day == pane.day and pane.log == stored

    qtbot.waitUntil(is_there, timeout=WAIT)


def load(context: Context, day: date = TODAY, staff_uid: str | None = None) -> DayLog:
    with context.store.read() as session:
        return daily_logs.load_day(session, day, staff_uid=staff_uid)


def plan(context: Context, customer: str | None, words: str, at: str | None = None) -> str:
    with context.store.write() as session:
        given = {"purpose": words, "channel": "call", "at_minute": at}
        row = daily_logs.add_item(session, TODAY, given, customer_uid=customer, on_rest_day=True)
        return row.uid


def promise(context: Context, customer: str, words: str = "报价", days: int = 0) -> None:
    with context.store.write() as session:
        given = {"promise": words, "due_on": TODAY + timedelta(days)}
        commitments.add_commitment(session, customer, given)


def test_the_next_working_day_is_planned_from_what_is_due_by_key_and_by_dragging(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    with context.store.read() as session:
        day = working_days.load(session).next_working_day(TODAY)
    for words in ("报价", "送对比表"):
        promise(context, customer, words, (day - TODAY).days)
    pane.plan_next()
    qtbot.waitUntil(lambda: len(pane.proposals.proposals) == 2, timeout=WAIT)
    assert pane.proposals.isVisible()
    assert pane.day == day
    qtbot.waitUntil(pane.proposals.hasFocus, timeout=WAIT)
    QTest.keyClick(pane.proposals, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(pane.proposals.proposals) == 1, timeout=WAIT)
    first = load(context, day).items[0]
    data = pane.proposals.list_model.mimeData([pane.proposals.list_model.index(0, 0)])
    assert data.hasFormat(PROPOSALS)
    _drop(pane, data)
    qtbot.waitUntil(lambda: len(load(context, day).items) == 2, timeout=WAIT)
    assert load(context, day).items[1].uid == first.uid  # it was dropped before the first
    loaded(qtbot, context, pane)


def _drop(pane: LogPane, data: QMimeData) -> None:
    """Drop at the top of the list."""
    event = QDropEvent(
        QPointF(40, 1),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.list.dropEvent(event)


def test_an_entry_of_ones_own_is_typed_in_with_bad_input_told_beside_its_field(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    plan(context, None, "晨会")
    loaded(qtbot, context, pane)
    dialog = pane.deeds.add_item()
    assert isinstance(dialog, PlanItem)
    assert dialog.customer is not None
    dialog.submit()
    assert dialog.rows["purpose"].error
    dialog.purpose.setText("谈国债")
    dialog.at.setText("25:00")
    dialog.submit()
    assert dialog.rows["at_minute"].error
    dialog.at.setText("15:00")
    dialog.customer.setText("陈")
    dialog.submit()
    assert dialog.rows["customer"].error
    dialog.customer.suggest("陈")
    dialog.customer.take(next(iter(dialog.customer._found)))
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(load(context).items) == 2, timeout=WAIT)
    loaded(qtbot, context, pane)
    [first, _] = load(context).items
    assert (first.purpose, first.at_minute, first.person.uid) == ("谈国债", 900, customer)
    with context.store.read() as session:
        found = customers.access.find(session, customer)
        assert [one.step for one in follow_ups.list_follow_ups(session, found.id)] == ["谈国债"]


def test_items_are_put_in_order_by_key_and_taken_off_the_plan(
    qtbot: QtBot, context: Context, pane: LogPane
) -> None:
    uids = [plan(context, None, words) for words in ("甲", "乙")]
    loaded(qtbot, context, pane)
    pane.list.go(1)
    QTest.keyClick(pane.list, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: load(context).items[0].uid == uids[1], timeout=WAIT)
    loaded(qtbot, context, pane)
    assert pane.list.current_item is not None
    assert pane.list.current_item.uid == uids[1]
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [one.uid for one in load(context).items] == [uids[0]], timeout=WAIT)
    loaded(qtbot, context, pane)


def test_a_key_and_a_sentence_complete_an_item_and_the_next_one_is_current(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    first, second = plan(context, customer, "谈国债", "9:00"), plan(context, None, "晨会", "10:00")
    loaded(qtbot, context, pane)
    pane.list.setFocus()
    pane.list.go(0)
    QTest.keyClick(pane.list, Qt.Key.Key_1)
    QTest.keyClicks(pane.list.completion.sentence, "ok")
    with qtbot.assertNotEmitted(pane.customer_wanted):
        QTest.keyClick(pane.list.completion.sentence, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: load(context).items[0].outcome == "done", timeout=WAIT)
    loaded(qtbot, context, pane)
    done = load(context).items[0]
    assert (done.uid, done.result, done.contact is not None) == (first, "ok", True)
    assert pane.list.current_item is not None
    assert pane.list.current_item.uid == second
    # Not done needs a reason; nothing is saved without one, and what was typed stays.
    QTest.keyClick(pane.list, Qt.Key.Key_3)
    QTest.keyClick(pane.list.completion.sentence, Qt.Key.Key_Return)
    assert pane.list.completion.sentence.error
    assert load(context).items[1].outcome == "open"
    QTest.keyClicks(pane.list.completion.sentence, "no time")
    QTest.keyClick(pane.list.completion.sentence, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: load(context).items[1].result == "no time", timeout=WAIT)
    loaded(qtbot, context, pane)


def test_keys_pressed_while_a_completion_is_saved_are_about_the_next_item(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    first, second = plan(context, customer, "谈国债", "9:00"), plan(context, None, "晨会", "10:00")
    loaded(qtbot, context, pane)
    pane.list.setFocus()
    pane.list.go(0)
    QTest.keyClick(pane.list, Qt.Key.Key_1)
    QTest.keyClicks(pane.list.completion.sentence, "ok")
    QTest.keyClick(pane.list.completion.sentence, Qt.Key.Key_Return)
    QTest.keyClick(pane.list, Qt.Key.Key_2)  # nothing was waited for
    QTest.keyClicks(pane.list.completion.sentence, "half")
    QTest.keyClick(pane.list.completion.sentence, Qt.Key.Key_Return)
    loaded(qtbot, context, pane)
    told = {one.uid: (one.outcome, one.result) for one in load(context).items}
    assert told == {first: ("done", "ok"), second: ("partly", "half")}
    assert not pane.findChildren(Question)


def test_the_reading_says_by_name_who_has_not_planned_or_not_submitted(
    qtbot: QtBot, context: Context, people: dict[str, Actor], pane: LogPane
) -> None:
    context.store.actor = people["supervisor"]
    with context.store.read() as session:
        work = working_days.load(session)
        name = dict(daily_logs.list_keepers(session))[people["manager"].staff_uid]
    reader = made(qtbot, context)
    reader.day = TODAY if work.is_working_day(TODAY) else work.next_working_day(TODAY)
    reader.show_view(READING)
    settle(qtbot, context)
    assert reader.readings is not None
    words = reader.readings.wanting_words
    expected = "Not planned" if reader.day == TODAY else "Next working day not planned"
    qtbot.waitUntil(lambda: expected in words.text(), timeout=WAIT)
    assert name in words.text()
    assert words.isVisible()
    reader._on_which(WAITING)
    assert not words.isVisible()
    context.store.actor = people["manager"]


def test_focus_stays_beside_the_day_when_a_remark_is_written(
    qtbot: QtBot, context: Context, people: dict[str, Actor], pane: LogPane
) -> None:
    plan(context, None, "晨会")
    loaded(qtbot, context, pane)
    [item] = load(context).items
    with context.store.write() as session:
        daily_logs.complete_item(session, item.uid, "done", version=item.version)
        daily_logs.submit(session, TODAY)
    loaded(qtbot, context, pane)
    button = pane.side.write_remark
    assert button is not None
    button.setFocus()
    dialog = pane.deeds.write_remark()
    assert isinstance(dialog, RemarkOnLog)
    dialog.words.setPlainText("补一句")
    dialog.submit()
    qtbot.waitUntil(lambda: len(load(context).remarks) == 1, timeout=WAIT)
    loaded(qtbot, context, pane)
    assert pane.side.write_remark is not None
    assert pane.window().focusWidget() is pane.side.write_remark


def test_a_sentence_that_is_not_saved_yet_waits_while_other_items_are_looked_at(
    qtbot: QtBot, context: Context, pane: LogPane
) -> None:
    for words in ("甲", "乙"):
        plan(context, None, words)
    loaded(qtbot, context, pane)
    sentence = pane.list.completion.sentence
    pane.list.setFocus()
    pane.list.go(0)
    QTest.keyClick(pane.list, Qt.Key.Key_2)
    QTest.keyClicks(sentence, "half")
    pane.list.go(1)
    assert sentence.text() == ""
    pane.list.go(0)
    assert (sentence.text(), pane.list.completion.outcomes.current) == ("half", "partly")
    QTest.keyClick(sentence, Qt.Key.Key_Escape)
    assert sentence.text() == ""
    pane.list.go(1)
    pane.list.go(0)
    assert sentence.text() == ""


def test_an_item_is_moved_to_a_day_as_people_type_it(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane, expected_logs: Callable[..., None]
) -> None:
    expected_logs("grabbing the keyboard")
    plan(context, customer, "谈国债")
    loaded(qtbot, context, pane)
    pane.list.setFocus()
    pane.list.go(0)
    QTest.keyClick(pane.list, Qt.Key.Key_4)
    [popover] = pane.list.findChildren(PostponeTo)
    assert pane.work is not None
    rest = TODAY + timedelta(days=1)
    while pane.work.is_working_day(rest):
        rest += timedelta(days=1)
    popover.field.setText(rest.isoformat())
    popover.accept()
    # A day of rest is told, and taken if it is entered again.
    assert popover.trouble.text()
    assert load(context).items[0].outcome == "open"
    popover.accept()
    qtbot.waitUntil(lambda: load(context).items[0].outcome == "moved", timeout=WAIT)
    assert load(context).items[0].moved_to == rest
    loaded(qtbot, context, pane)


def test_the_list_and_today_show_the_same_row(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    plan(context, customer, "谈国债")
    plan(context, None, "晨会")
    today = TodayPane(context)
    qtbot.addWidget(today)
    today.resize(1300, 700)
    today.show()
    qtbot.waitUntil(lambda: len(today.model.lines) == 2, timeout=WAIT)
    own = next(line for line in today.model.lines if line.is_own_item)
    today.view.go_to(own.key)
    today.view.setFocus()
    QTest.keyClick(today.view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: [one.outcome for one in load(context).items].count("done") == 1, timeout=WAIT)
    [line] = [one for one in today.model.lines if one.person is not None]
    with context.store.write() as session:
        given = {"channel": "call", "content": "已谈"}
        care.complete(session, customer, given, keys=[line.key], today=TODAY)
    qtbot.waitUntil(
        lambda: pane.log is not None and [one.outcome for one in pane.log.items] == ["done", "done"],
        timeout=WAIT,
    )
    settle(qtbot, context)


def test_a_log_is_submitted_read_commented_sent_back_and_countersigned(
    qtbot: QtBot, context: Context, people: dict[str, Actor], pane: LogPane
) -> None:
    plan(context, None, "晨会")
    loaded(qtbot, context, pane)
    pane.run_primary()
    settle(qtbot, context)
    [told] = pane.findChildren(Question)
    told.reject()
    assert load(context).standing == "draft"
    [item] = load(context).items
    with context.store.write() as session:
        daily_logs.complete_item(session, item.uid, "done", version=item.version)
    loaded(qtbot, context, pane)
    pane.run_primary()
    qtbot.waitUntil(lambda: load(context).standing == "submitted", timeout=WAIT)
    loaded(qtbot, context, pane)
    assert not pane.primary.isVisible()
    assert not pane.list.day_model.may_write
    dialog = pane.deeds.write_remark()
    assert isinstance(dialog, RemarkOnLog)
    dialog.words.setPlainText("补一句")
    dialog.submit()
    qtbot.waitUntil(lambda: [one.kind for one in load(context).remarks] == ["addendum"], timeout=WAIT)
    context.store.actor = people["supervisor"]
    reader = made(qtbot, context)
    reader.show_view(READING)
    qtbot.waitUntil(lambda: reader.readings is not None and reader.readings.waiting_count == 1, timeout=WAIT)
    reader._on_which(WAITING)
    qtbot.waitUntil(lambda: reader.readings.models[WAITING].rowCount() == 1, timeout=WAIT)
    reader.readings.models[WAITING].mark([0])
    qtbot.waitUntil(lambda: reader.primary.isEnabled(), timeout=WAIT)
    reader.read_log(people["manager"].staff_uid, TODAY)
    loaded(qtbot, context, reader)
    dialog = reader.deeds.send_back()
    assert isinstance(dialog, RemarkOnLog)
    dialog.submit()  # without words it stays
    assert load(context, staff_uid=people["manager"].staff_uid).standing == "submitted"
    dialog.words.setPlainText("写原因")
    dialog.submit()
    qtbot.waitUntil(
        lambda: load(context, staff_uid=people["manager"].staff_uid).standing == "returned", timeout=WAIT
    )
    context.store.actor = people["manager"]
    with context.store.write() as session:
        daily_logs.submit(session, TODAY)
    context.store.actor = people["supervisor"]
    loaded(qtbot, context, reader)
    reader.run_primary()
    dialog = reader.findChildren(RemarkOnLog)[-1]
    dialog.submit()
    qtbot.waitUntil(
        lambda: load(context, staff_uid=people["manager"].staff_uid).standing == "countersigned",
        timeout=WAIT,
    )
    settle(qtbot, context)


def test_one_line_is_recorded_beside_the_plan_of_today(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    pane.list.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_3, CONTROL | SHIFT)
    assert pane.view == "month"
    assert pane.views.button("month").hasFocus()
    QTest.keyClick(pane, Qt.Key.Key_1, CONTROL | SHIFT)
    pane.go_to_day(TODAY - timedelta(1))
    loaded(qtbot, context, pane)
    assert pane.line.isHidden()  # what is recorded now belongs to today
    pane.record_line()
    loaded(qtbot, context, pane)
    assert pane.day == TODAY
    assert pane.line.isVisible()
    pane.line.field.setText("陈静怡 电话 满意")
    dialog = pane.line.review()
    assert dialog is not None
    with qtbot.waitSignal(pane.line.recorded, timeout=WAIT):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    loaded(qtbot, context, pane)
    [contact] = load(context).unplanned
    assert contact.person is not None
    assert contact.person.uid == customer
    assert pane.line.field.text() == ""


def test_news_is_written_down_and_weeks_and_months_are_counted(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    dialog = pane.deeds.add_news()
    assert isinstance(dialog, AddLogNews)
    dialog.headline.setText("同业下调利率")
    dialog.submit()
    qtbot.waitUntil(lambda: len(load(context).news) == 1, timeout=WAIT)
    with context.store.write() as session:
        interactions.add_interaction(session, customer, {"channel": "visit", "content": "面谈"})
    for view in (WEEK, MONTH):
        pane.show_view(view)
        qtbot.waitUntil(
            lambda: pane.summary.summary is not None and pane.summary.summary.counted.contacts == 1,
            timeout=WAIT,
        )
        chart = pane.summary.channels.chart
        assert chart is not None
        assert (chart.labels, chart.series[0].values) == (("Visit",), (1.0,))
        pane.step(-1)
        qtbot.waitUntil(lambda: pane.summary.summary.counted.contacts == 0, timeout=WAIT)
        pane.go_today()
    settle(qtbot, context)


def test_news_touches_those_of_a_segment_or_of_a_view_and_says_when_it_is_gone(
    qtbot: QtBot, context: Context, customer: str, pane: LogPane
) -> None:
    other = add_customer(context, name="韩雪")
    women = {"version": 1, "all": [{"field": "gender", "op": "one_of", "value": ["female"]}]}
    with context.store.write() as session:
        customers.edit_customer(session, other, {"gender": "female"}, version=1)
        kept = segments.save_segment(session, "女客户", segments.read(session, women)).uid
        named = archive.Condition("name", "韩雪").stored()
        views.save_view(session, "customers", "姓韩的", {"conditions": [named]})
        views.save_view(session, "customers", "只有列", {"table": {}})
    dialog = pane.deeds.add_news()
    assert isinstance(dialog, AddLogNews)
    texts = [dialog.filter.itemText(at) for at in range(dialog.filter.count())]
    assert [text.split(": ")[-1] for text in texts[1:]] == ["女客户", "姓韩的"]
    dialog.headline.setText("同业下调利率")
    for place in (1, 2):
        dialog.filter.setCurrentIndex(place)
        dialog.filter.activated.emit(place)
        assert "1" in dialog.count.text()
    dialog.filter.setCurrentIndex(1)
    with context.store.write() as session:
        segments.remove_segment(session, kept, version=1)
    dialog.submit()
    assert dialog.isVisible()
    assert load(context).news == ()
    dialog.filter.setCurrentIndex(2)
    dialog.submit()
    qtbot.waitUntil(lambda: [one.touched for one in load(context).news] == [1], timeout=WAIT)
    settle(qtbot, context)


def test_the_pane_comes_back_to_its_day_and_view_and_ignores_what_it_does_not_know(
    qtbot: QtBot, context: Context, pane: LogPane
) -> None:
    pane.go_to_day(TODAY - timedelta(days=3))
    pane.show_view(WEEK)
    state = pane.save_state()
    again = made(qtbot, context)
    again.restore_state(state)
    assert (again.day, again.view) == (TODAY - timedelta(days=3), WEEK)
    again.restore_state(state | {"day": "gestern", "view": "year", "planning": 3})
    assert again.day == TODAY
    state["on"] = (TODAY - timedelta(days=1)).isoformat()
    again.restore_state(state)
    assert again.day == TODAY  # what was looked at yesterday is over
    settle(qtbot, context)


def test_an_empty_day_offers_to_plan_it_and_a_day_that_is_over_does_not(
    qtbot: QtBot, context: Context, pane: LogPane
) -> None:
    assert pane.empty.isVisible()
    pane.empty.acted.emit()
    qtbot.waitUntil(lambda: pane.proposals.isVisible(), timeout=WAIT)
    assert pane.planning
    with context.store.read() as session:
        assert care.load_worklist(session, Asked(TODAY, TODAY, TODAY)).parts == ()
    settle(qtbot, context)
