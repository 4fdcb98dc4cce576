"""Contacts on the page of a customer: written in seconds, never lost, and what is owed settled in place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Staff
from rmdesk.services import (
    attachments,
    commitments,
    customers,
    interactions,
    promises,
    tasks,
    typed_steps,
    visits,
)
from rmdesk.services.actor import Actor
from rmdesk.services.errors import UserError
from rmdesk.ui.conflict_card import MINE
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.prepare_visit import PrepareVisit
from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.dialogs.view_attachment import ViewAttachment
from rmdesk.ui.interactions.quick_entry import QuickEntry
from rmdesk.ui.panes.approvals.pane import ApprovalsPane
from rmdesk.ui.panes.customers.page.page import CustomerPage
from tests.support.frames import add_people, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()


@pytest.fixture
def manager(context: Context) -> Actor:
    add_people(context, "manager")
    return context.store.actor


@pytest.fixture
def people(context: Context, manager: Actor) -> list[str]:
    with context.store.write() as session:
        return [customers.add_customer(session, {"name": name}).uid for name in ("陈静怡", "赵文博")]


@pytest.fixture
def page(qtbot: QtBot, context: Context, people: list[str]) -> Iterator[CustomerPage]:
    made = CustomerPage(context)
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    show(qtbot, made, people[0])
    yield made
    settle(qtbot, context)


def show(qtbot: QtBot, page: CustomerPage, uid: str) -> None:
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.show_customer(uid)
    for id in ("contact", "owed"):
        page.sections[id].head.setChecked(True)
        page.sections[id].catch_up()


def entry(page: CustomerPage) -> QuickEntry:
    found: QuickEntry = page.sections["contact"].body.entry
    return found


def contacts(context: Context, uid: str) -> list[interactions.InteractionRow]:
    with context.store.read() as session:
        return interactions.list_interactions(session, uid)


def owed(context: Context, uid: str) -> list[promises.Owed]:
    with context.store.read() as session:
        return promises.list_owed(session, uid)


def test_a_contact_is_written_by_keyboard_and_stands_everywhere(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    quick = entry(page)
    page.findChild(type(page._menu_actions[0]), "record contact").trigger()  # type: ignore[attr-defined]
    assert page.focusWidget() is quick.content
    QTest.keyClicks(quick.content, "asked for pension plans")
    quick.step.setText("明天 回电")
    assert quick.step.hint
    quick.promise.setText("后天 给出续作方案")
    quick.kind.choose("rate")
    quick.satisfaction.button("satisfied").click()
    with qtbot.waitSignal(quick.saved, timeout=WAIT):
        QTest.keyClick(quick.content, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert quick.content.toPlainText() == ""
    assert not quick.is_typed
    [row] = contacts(context, people[0])
    assert (row.channel, row.content, row.satisfaction) == ("call", "asked for pension plans", "satisfied")
    assert [(one.table, one.words, one.state) for one in owed(context, people[0])] == [
        ("follow_up", "回电", "open"),
        ("commitment", "给出续作方案", "waiting"),
    ]
    qtbot.waitUntil(lambda: len(page.sections["owed"].body.rows.items) == 2, timeout=WAIT)
    timeline = page.sections["timeline"].body
    qtbot.waitUntil(lambda: any(one.icon == "phone" for one in timeline.rows.items), timeout=WAIT)
    told = [one.words for one in timeline.rows.items]
    assert "Call: asked for pension plans" in told
    assert not any("recorded" in words for words in told)  # the contact itself stands there
    assert page.record is not None
    assert page.record.facts.last_contact_on == TODAY


def test_what_cannot_be_saved_is_said_and_kept(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    quick = entry(page)
    quick.content.setPlainText("卡密码 123456 记下了")
    quick.step.setText("回电")
    quick.save()
    assert quick.step.error
    assert contacts(context, people[0]) == []
    quick.step.setText("明天")
    quick.save()
    qtbot.waitUntil(quick.trouble.isVisible, timeout=WAIT)
    assert quick.content.toPlainText() == "卡密码 123456 记下了"
    quick.promise.setText("明天")
    quick.save()
    assert quick.promise_row.error
    quick.promise.setText("")
    quick.content.setPlainText("没有秘密")
    with qtbot.waitSignal(quick.saved, timeout=WAIT):
        quick.save()
    [step] = owed(context, people[0])
    assert step.words == "没有秘密"  # what was said stands for a step without words


def test_drafts_stay_with_their_customers(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    quick = entry(page)
    quick.content.setPlainText("写到一半")
    show(qtbot, page, people[1])
    assert quick.content.toPlainText() == ""
    quick.content.setPlainText("另一位")
    show(qtbot, page, people[0])
    assert quick.content.toPlainText() == "写到一半"
    show(qtbot, page, people[1])
    assert quick.content.toPlainText() == "另一位"
    # A save that fails while another customer is shown comes back with its reason.
    quick.content.setPlainText("密码 888888")
    quick.save()
    show(qtbot, page, people[0])
    settle(qtbot, context)
    show(qtbot, page, people[1])
    assert quick.content.toPlainText() == "密码 888888"
    assert quick.trouble.text()
    assert contacts(context, people[1]) == []


def test_the_whole_form_records_changes_and_removes(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    quick = entry(page)
    quick.content.setPlainText("谈到年底搬家")
    quick.whole_button.click()
    form = page.findChild(RecordContact)
    assert form is not None
    assert form.content.toPlainText() == "谈到年底搬家"
    form.cost.setText("300")
    form.cost_for.setText("果篮")
    form.need_amount.setText("45万")
    form.submit()
    qtbot.waitUntil(lambda: bool(form.rows["cost_reason"].error), timeout=WAIT)  # above the limit
    form.cost_reason.setText("六十大寿")
    with qtbot.waitSignal(form.saved, timeout=WAIT):
        form.submit()
    assert not quick.is_typed
    [row] = contacts(context, people[0])
    assert (row.cost_fen, row.cost_reason, row.need_amount_fen) == (30_000, "六十大寿", 45_000_000)
    timeline = page.sections["timeline"].body
    qtbot.waitUntil(lambda: any(one.subject for one in timeline.rows.items), timeout=WAIT)
    timeline.rows.edit_wanted.emit(next(one for one in timeline.rows.items if one.subject))
    again = page.findChildren(RecordContact)[-1]
    again.purpose.setText("家访")
    with qtbot.waitSignal(again.saved, timeout=WAIT):
        again.submit()
    assert contacts(context, people[0])[0].purpose == "家访"
    assert contacts(context, people[0])[0].cost_fen == 30_000


def test_promises_are_added_and_settled_in_place(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    section: Any = page.sections["owed"].body
    section.add()
    form = section.form
    form.widget("promise").setText("寄送对账单")
    form.commit()
    assert form.rows["due_on"].error
    form.widget("due_on").setText("后天")
    with qtbot.waitSignal(page.desk.saver.saved, timeout=WAIT):
        form.commit()
    section.add_kind("task")
    section.form.widget("work").setText("查询汇率")
    section.form.widget("due_on").setText("明天")
    section.form.widget("department").setText("国际业务部")
    with qtbot.waitSignal(page.desk.saver.saved, timeout=WAIT):
        section.form.commit()
    qtbot.waitUntil(lambda: len(section.rows.items) == 2, timeout=WAIT)
    promise = next(one for one in section.rows.items if one.table == "commitment")
    offered = [words for words, _ in section.choices_of(promise)]
    assert offered == ["Kept", "Broken", "Withdrawn", "Edit…", "Remove"]
    with qtbot.waitSignal(page.desk.saver.saved, timeout=WAIT):
        section.settle(promise, "kept")
    qtbot.waitUntil(lambda: not section.rows.items[-1].is_pending, timeout=WAIT)
    with context.store.read() as session:
        [row] = commitments.list_commitments(session, 1)
        assert (row.state, row.settled_on) == ("kept", TODAY)


def test_of_a_promise_that_another_changed_each_field_is_chosen(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    section: Any = page.sections["owed"].body
    section.add()
    section.form.widget("promise").setText("寄送对账单")
    section.form.widget("due_on").setText("今天")
    with qtbot.waitSignal(page.desk.saver.saved, timeout=WAIT):
        section.form.commit()
    qtbot.waitUntil(lambda: len(section.rows.items) == 1, timeout=WAIT)
    uid = section.rows.items[0].uid
    section.edit(f"commitment:{uid}")
    section.form.widget("promise").setText("寄送两份对账单")
    section.form.widget("due_on").setText("后天")
    with context.store.write() as session:
        commitments.edit_commitment(session, uid, {"promise": "邮寄对账单"}, version=1)
    section.form.commit()
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    assert page.conflict is not None
    assert set(page.conflict.choices) == {"promise", "due_on"}
    assert page.conflict.choices["promise"].current == "theirs"
    with qtbot.waitSignal(page.desk.saver.saved, timeout=WAIT):
        page.conflict.save.click()
    with context.store.read() as session:
        [row] = commitments.list_commitments(session, 1)
        assert (row.promise, row.due_on) == ("邮寄对账单", TODAY + timedelta(2))
    # A task for a colleague that was given to somebody else meanwhile, and one that is gone.
    with context.store.write() as session:
        task = tasks.add_task(
            session, people[0], {"work": "查询", "due_on": TODAY, "department": "个贷中心"}
        ).uid
        commitments.remove_commitment(session, uid, version=row.version)
    qtbot.waitUntil(lambda: any(one.table == "task" for one in section.rows.items), timeout=WAIT)
    section.edit(f"task:{task}")
    section.form.widget("department").setText("国际业务部")
    with context.store.write() as session:
        own = {"assignee": context.actor.staff_uid, "department": None}
        tasks.edit_task(session, task, own, version=1)
    section.form.commit()
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    page.conflict.leave.click()
    with context.store.read() as session:
        assert tasks.load_task(session, task).assignee == "林晓雯"


def test_a_visit_is_prepared_judged_and_reported(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    section: Any = page.sections["owed"].body
    section.add_kind("visit")
    [dialog] = page.findChildren(PrepareVisit)
    dialog.submit()
    assert dialog.rows["planned_on"].error
    dialog.day.setText("明天")
    dialog.things["to_prepare"][0].setText("持仓诊断")
    dialog.things["to_prepare"][1].setText("伴手礼")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.send_button.click()
    [row] = owed(context, people[0])
    assert (row.table, row.state) == ("visit", "submitted")
    with context.store.read() as session:
        visit = visits.load_visit(session, row.uid)
    assert visit.to_prepare == "持仓诊断\n伴手礼"
    reporting = PrepareVisit(context, people[0], "陈静怡", visit_uid=row.uid, parent=page)
    reporting.open()
    reporting.held_button.click()
    qtbot.waitUntil(lambda: bool(reporting.report_row.error), timeout=WAIT)
    reporting.report_row.set_error("")
    reporting.report.setPlainText("谈妥续作")
    for gives_it_up in (reporting.send_button, reporting.cancel_visit_button):
        gives_it_up.click()
        assert reporting.report_row.error
        assert not reporting.is_busy
    reporting.step.setText("明天 回电")
    reporting.promise.setText("后天")
    reporting.submit()
    assert reporting.promise_row.error  # what was promised is not said
    reporting.promise.setText("后天 利率上浮")
    with qtbot.waitSignal(reporting.saved, timeout=WAIT):
        reporting.submit()  # a report that was typed is no preparation
    [contact] = contacts(context, people[0])
    assert (contact.channel, contact.content) == ("visit", "谈妥续作")
    found = {one.table: one for one in owed(context, people[0])}
    assert found["visit"].state == "held"
    assert (found["follow_up"].words, found["commitment"].state) == ("回电", "waiting")


def test_who_only_reads_is_offered_nothing(qtbot: QtBot, context: Context, people: list[str]) -> None:
    with context.store.read() as session:
        context.store.actor = Actor.of(session.get_one(Staff, 1))
    page = CustomerPage(context)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.show_customer(people[0])
    assert "contact" not in page.sections
    page.sections["owed"].catch_up()
    assert not page.sections["owed"].body.add_button.isVisible()
    settle(qtbot, context)


@pytest.mark.parametrize(
    ("typed", "due_on", "words", "minute"),
    [
        ("周六上午", date(2026, 9, 12), "", None),
        ("周六上午 带爱人来网点", date(2026, 9, 12), "带爱人来网点", None),
        ("明天下午3点带资料", date(2026, 9, 11), "带资料", 900),
        ("12月5日14:30 见面", date(2026, 12, 5), "见面", 870),
        ("下周三前给方案", date(2026, 9, 16), "给方案", None),
        ("tomorrow send papers", date(2026, 9, 11), "send papers", None),
        ("2026-12-05", date(2026, 12, 5), "", None),
    ],
)
def test_a_step_in_one_line(typed: str, due_on: date, words: str, minute: int | None) -> None:
    found = typed_steps.read_step(typed, "follow_up.due_on", today=date(2026, 9, 10))
    assert (found.due_on, found.words, found.at_minute) == (due_on, words, minute)


@pytest.mark.parametrize("typed", ["回电", "9月", "2月30日 见面", "x" * 5000])
def test_a_step_needs_a_day(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        typed_steps.read_step(typed, "follow_up.due_on", today=date(2026, 9, 10))
    assert caught.value.code == "date.not_a_date"


def test_documents_are_dropped_shown_and_saved_out(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str], tmp_path: Path
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF1D5A96)
    scan = tmp_path / "扫描.png"
    assert image.save(str(scan))
    harmful = tmp_path / "a.pdf.exe"
    harmful.write_bytes(b"MZ")
    page.sections["documents"].head.setChecked(True)
    section: Any = page.sections["documents"].body
    section.add([scan, harmful])
    qtbot.waitUntil(lambda: len(section.rows.items) == 1, timeout=WAIT)
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)
    [row] = section.rows.items
    section.open(row)
    qtbot.waitUntil(lambda: bool(page.findChildren(ViewAttachment)), timeout=WAIT)
    page.findChildren(ViewAttachment)[0].reject()
    target = tmp_path / section.suggested_name(row)
    with qtbot.waitSignal(section.saved_out, timeout=WAIT):
        section.save_to(row, target)
    assert target.read_bytes() == scan.read_bytes()
    section.remove(row)
    qtbot.waitUntil(lambda: not section.rows.items, timeout=WAIT)


def test_a_document_that_cannot_be_shown_is_said(
    qtbot: QtBot, context: Context, page: CustomerPage, people: list[str]
) -> None:
    with context.store.write() as session:
        attachments.add_attachment(session, context.vault, people[0], "坏.pdf", b"%PDF-1.7 nothing")
    page.sections["documents"].head.setChecked(True)
    section: Any = page.sections["documents"].body
    qtbot.waitUntil(lambda: len(section.rows.items) == 1, timeout=WAIT)
    section.open(section.rows.items[0])
    qtbot.waitUntil(page.notice.isVisible, timeout=WAIT)


def test_promises_and_visits_are_judged_in_their_pane(
    qtbot: QtBot, context: Context, people: list[str]
) -> None:
    promise = {"promise": "利率上浮", "kind": "rate", "due_on": TODAY}
    with context.store.write() as session:
        for _ in range(2):
            commitments.add_commitment(session, people[0], promise)
        visit = visits.add_visit(session, people[1], {"planned_on": TODAY, "purpose": "续作"})
        visits.submit_visit(session, visit.uid, version=visit.version)
    with context.store.read() as session:
        context.store.actor = Actor.of(session.get_one(Staff, 1))
    pane = ApprovalsPane(context)
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    qtbot.waitUntil(lambda: pane.models["promises"].rowCount() == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: pane.current is not None, timeout=WAIT)
    with qtbot.waitSignal(pane.customer_wanted, timeout=WAIT) as shown:  # Enter judges nothing
        QTest.keyClick(pane.tables["promises"], Qt.Key.Key_Return)
    assert shown.args == [people[0]]
    assert pane.models["promises"].rowCount() == 2
    pane.approve()
    qtbot.waitUntil(lambda: pane.models["promises"].rowCount() == 1, timeout=WAIT)
    qtbot.waitUntil(lambda: pane.current is not None, timeout=WAIT)
    refusing = pane.refuse()
    assert refusing is not None
    refusing.submit()
    assert pane.models["promises"].rowCount() == 1  # not without a reason
    refusing.note.setText("超出授权")
    with qtbot.waitSignal(refusing.judged, timeout=WAIT):
        QTest.keyClick(refusing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pane.models["promises"].rowCount() == 0, timeout=WAIT)
    assert {(one.state, one.note) for one in owed(context, people[0])} == {
        ("open", None),
        ("refused", "超出授权"),
    }
    pane.show_list("visits")
    qtbot.waitUntil(lambda: pane.current is not None, timeout=WAIT)
    pane.approve()
    qtbot.waitUntil(lambda: pane.models["visits"].rowCount() == 0, timeout=WAIT)
    assert owed(context, people[1])[0].state == "approved"
    settle(qtbot, context)


def test_two_who_change_one_contact_choose_field_by_field(
    qtbot: QtBot, context: Context, people: list[str]
) -> None:
    with context.store.write() as session:
        given = {"channel": "call", "purpose": "回访", "content": "第一版"}
        interactions.add_interaction(session, people[0], given)
    with context.store.read() as session:
        [row] = interactions.list_interactions(session, people[0])
    dialog = RecordContact(context, people[0], "陈静怡", row=row)
    dialog.show()
    with context.store.write() as session:
        interactions.edit_interaction(
            session, row.uid, {"content": "别人写的", "result": "no_answer"}, version=row.version
        )
    dialog.content.setPlainText("我写的")
    dialog.purpose.setText("到期提醒")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.conflict is not None, timeout=WAIT)
    card = dialog.conflict
    assert card is not None
    # Where both changed a field, theirs is chosen at first; what only one of them changed is no question.
    assert {name: pick.current for name, pick in card.choices.items()} == {
        "content": "theirs",
        "purpose": "mine",
    }
    card.choices["content"].choose(MINE)
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        card.save.click()
    with context.store.read() as session:
        [row] = interactions.list_interactions(session, people[0])
    assert (row.content, row.purpose, row.result) == ("我写的", "到期提醒", "no_answer")
    settle(qtbot, context)
