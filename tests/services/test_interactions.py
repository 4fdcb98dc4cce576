"""Contacts with customers, what comes of them, and promises that wait for somebody else's word."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from rmdesk.models import Channel, Commitment, Customer, FollowUp, Level
from rmdesk.services import (
    changes,
    commitments,
    contacts,
    follow_ups,
    interactions,
    recycle_bin,
    settings,
    staff,
    tasks,
    visits,
)
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date.today()
CALL = {"channel": "call", "content": "问过养老理财，嫌期限长"}


@pytest.fixture
def own(branch: Branch) -> Customer:
    """A customer of the manager, who acts."""
    branch.act("manager")
    return branch.add()


def last_contact(branch: Branch, customer: Customer) -> date | None:
    return branch.record(customer).facts.last_contact_on


def refused(code: str, branch: Branch, *call: Any, **named: Any) -> None:
    head = branch.store.head()
    with pytest.raises(UserError) as caught:
        branch.write(*call, **named)
    assert caught.value.code == code
    assert branch.store.head() == head


def test_a_contact_and_what_comes_of_it_are_one_change(branch: Branch, own: Customer) -> None:
    before = branch.newest().number
    given = CALL | {"at_minute": "上午9点05", "satisfaction": "satisfied", "need_amount_fen": 50_000_000}
    branch.write(
        interactions.add_interaction,
        own.uid,
        given,
        follow_up={"due_on": TODAY + timedelta(3), "step": "带爱人来网点", "channel": "branch_visit"},
        commitment={"promise": "给出大额存单续作方案", "due_on": TODAY + timedelta(1)},
        appointment={"due_on": TODAY + timedelta(3), "at_minute": 600},
    )
    assert branch.newest().number == before + 1
    [row] = branch.read(interactions.list_interactions, own.uid)
    assert (row.staff, row.held_on, row.at_minute, row.result) == ("林晓雯", TODAY, 545, "reached")
    assert row.need_amount_fen == 50_000_000
    assert last_contact(branch, own) == TODAY
    [step] = branch.read(follow_ups.list_follow_ups, own.id)
    [promise] = branch.read(commitments.list_commitments, own.id)
    assert (step.interaction_id, promise.interaction_id, promise.state) == (row.id, row.id, "open")
    branch.undo()
    assert branch.read(interactions.list_interactions, own.uid) == []
    assert branch.read(follow_ups.list_follow_ups, own.id) == []
    assert last_contact(branch, own) is None
    branch.undo()
    assert last_contact(branch, own) == TODAY
    assert branch.is_sound()


def test_an_attempt_is_no_contact(branch: Branch, own: Customer) -> None:
    long_ago, lately = TODAY - timedelta(90), TODAY - timedelta(2)
    visit = branch.write(
        interactions.add_interaction,
        own.uid,
        {"channel": "visit", "purpose": "拜访", "level": "leader", "held_on": long_ago},
    )
    branch.write(interactions.add_interaction, own.uid, {"channel": "call", "result": "no_answer"})
    assert last_contact(branch, own) == long_ago
    call = branch.write(interactions.add_interaction, own.uid, CALL | {"held_on": lately})
    assert last_contact(branch, own) == lately
    with branch.store.read() as session:
        by_leader = select(contacts.last_contact(Customer.id, levels=[Level.LEADER]))
        assert session.scalar(by_leader.where(Customer.id == own.id)) == long_ago
        by_call = select(contacts.last_contact(Customer.id, channels=[Channel.CALL]))
        assert session.scalar(by_call.where(Customer.id == own.id)) == lately
    branch.write(interactions.remove_interaction, call.uid, version=call.version)
    assert last_contact(branch, own) == long_ago
    branch.write(
        interactions.edit_interaction, visit.uid, {"held_on": TODAY - timedelta(9)}, version=visit.version
    )
    assert last_contact(branch, own) == TODAY - timedelta(9)
    with pytest.raises(Conflict):
        branch.write(interactions.edit_interaction, visit.uid, {"content": "x"}, version=visit.version)
    branch.edit(own, notes="所有事实重新计算")
    assert last_contact(branch, own) == TODAY - timedelta(9)


def test_what_came_of_a_contact_stays_when_it_is_removed(branch: Branch, own: Customer) -> None:
    step = {"due_on": TODAY, "step": "回电"}
    row = branch.write(interactions.add_interaction, own.uid, CALL, follow_up=step)
    branch.write(interactions.remove_interaction, row.uid, version=row.version)
    [kept] = branch.read(follow_ups.list_follow_ups, own.id)
    assert kept.interaction_id is None
    branch.undo()
    [kept] = branch.read(follow_ups.list_follow_ups, own.id)
    assert kept.interaction_id == row.id


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"content": "无方式"}, "text.empty"),
        ({"channel": "call"}, "text.empty"),
        ({"channel": "fax", "content": "x"}, "value.not_a_choice"),
        (CALL | {"held_on": TODAY + timedelta(1)}, "date.in_future"),
        (CALL | {"at_minute": "25:00"}, "value.not_a_time"),
        (CALL | {"cost_fen": -1}, "amount.not_an_amount"),
        (CALL | {"cost_fen": 100}, "interaction.cost_for_nothing"),
        (CALL | {"cost_fen": 20_001, "cost_for": "果篮"}, "interaction.cost_needs_reason"),
        (CALL | {"content": "银行卡密码是 123456"}, "text.secret"),
        (CALL | {"content": "长" * 4001}, "text.too_long"),
        (CALL | {"staff": "nobody"}, "value.not_a_choice"),
    ],
)
def test_wrong_contacts(branch: Branch, own: Customer, given: dict[str, object], code: str) -> None:
    refused(code, branch, interactions.add_interaction, own.uid, given)


def test_a_wrong_next_step_leaves_no_contact_behind(branch: Branch, own: Customer) -> None:
    refused(
        "commitment.due_before_promised",
        branch,
        interactions.add_interaction,
        own.uid,
        CALL,
        commitment={"promise": "x", "due_on": TODAY - timedelta(1)},
    )
    assert branch.read(interactions.list_interactions, own.uid) == []


def test_the_branch_sets_what_may_be_spent_without_a_reason(branch: Branch, own: Customer) -> None:
    gift = CALL | {"cost_fen": 30_000, "cost_for": "茶叶"}
    branch.write(interactions.add_interaction, own.uid, gift | {"cost_reason": "六十大寿"})
    branch.act("head")
    branch.write(settings.set, interactions.COST_LIMIT, 50_000, version=0)
    branch.act("manager")
    branch.write(interactions.add_interaction, own.uid, gift)
    branch.act("head")
    with pytest.raises(UserError):
        branch.write(settings.set, interactions.COST_LIMIT, -5, version=1)


@pytest.mark.parametrize("who", ["colleague", "head", "lobby", "teller", "administrator", "auditor"])
def test_who_may_not_record_contacts(branch: Branch, own: Customer, who: str) -> None:
    branch.act(who)
    with pytest.raises(NotAllowed):
        branch.write(interactions.add_interaction, own.uid, CALL)


def test_a_stand_in_and_the_supervisor_record_and_read(branch: Branch, own: Customer) -> None:
    branch.edit(own, stand_in=branch.people["colleague"].staff_uid)
    branch.act("colleague")
    row = branch.write(interactions.add_interaction, own.uid, CALL | {"need_amount_fen": 50_000_000})
    branch.act("supervisor")
    branch.write(interactions.add_interaction, own.uid, CALL | {"level": "leader"})
    listed = branch.read(interactions.list_interactions, own.uid)
    assert [one.staff for one in listed] == ["何佳怡", "陈立"]
    assert listed[1].need_amount_fen == "500,000–1,000,000"
    with pytest.raises(NotAllowed):  # reads all, but keeps only their own
        branch.write(interactions.edit_interaction, row.uid, {"content": "x"}, version=row.version)
    branch.act("head")
    assert len(branch.read(interactions.list_interactions, own.uid)) == 2
    branch.act("manager")  # in charge: a stand-in's entry is theirs, too
    branch.write(interactions.edit_interaction, row.uid, {"content": "改"}, version=row.version)


def test_a_promise_on_a_rate_counts_once_somebody_else_approved_it(branch: Branch, own: Customer) -> None:
    given = {"promise": "续存利率上浮到 1.60%", "kind": "rate", "due_on": TODAY + timedelta(2)}
    row = branch.write(commitments.add_commitment, own.uid, given)
    assert row.state == "waiting"
    refused(
        "commitment.not_approved",
        branch,
        commitments.settle_commitment,
        row.uid,
        "kept",
        version=row.version,
    )
    with pytest.raises(NotAllowed):
        branch.write(commitments.approve_commitment, row.uid, version=row.version)
    branch.act("supervisor")
    assert branch.read(commitments.find_waiting) == [row.id]
    [waiting] = branch.read(commitments.load_waiting, [row.id])
    assert (waiting.customer, waiting.staff) == ("张晓敏", "林晓雯")
    branch.write(commitments.approve_commitment, row.uid, version=row.version, note="同意，限本笔")
    assert branch.read(commitments.find_waiting) == []
    refused("changes.undo_not_possible", branch, _undo, branch.newest().number)
    branch.act("manager")
    [approved] = branch.read(commitments.list_commitments, own.id)
    assert (approved.state, approved.decision_note) == ("open", "同意，限本笔")
    refused("commitment.judged", branch, commitments.remove_commitment, row.uid, version=approved.version)
    # Other words need another approval.
    branch.write(commitments.edit_commitment, row.uid, {"promise": "上浮到 1.80%"}, version=approved.version)
    [again] = branch.read(commitments.list_commitments, own.id)
    assert (again.state, again.decided_by_id) == ("waiting", None)
    branch.act("head")
    branch.write(commitments.refuse_commitment, row.uid, version=again.version, note="超出授权")
    told = branch.read(staff.find_unread_notices, branch.people["manager"].staff_id)
    assert [(one.code, one.by_id) for one in told] == [("commitment.refused", branch.people["head"].staff_id)]
    branch.act("manager")
    refused(
        "commitment.not_approved",
        branch,
        commitments.settle_commitment,
        row.uid,
        "open",
        version=branch.version(row),
    )
    assert branch.is_sound()


def _undo(session: Any, number: int) -> int:
    return changes.undo(session, number)


def test_nobody_approves_their_own_promise(branch: Branch) -> None:
    branch.act("supervisor")
    customer = branch.add()
    given = {"promise": "免年费", "kind": "fee", "due_on": TODAY}
    row = branch.write(commitments.add_commitment, customer.uid, given)
    assert branch.read(commitments.find_waiting) == []
    refused("work.own", branch, commitments.approve_commitment, row.uid, version=row.version)
    branch.act("head")
    branch.write(commitments.approve_commitment, row.uid, version=row.version)
    assert branch.version(row) == row.version + 1


def test_promises_and_steps_are_settled_and_opened_again(branch: Branch, own: Customer) -> None:
    promise = branch.write(commitments.add_commitment, own.uid, {"promise": "寄资料", "due_on": TODAY})
    branch.write(
        commitments.settle_commitment, promise.uid, "kept", version=promise.version, outcome="已寄出"
    )
    refused(
        "commitment.settled",
        branch,
        commitments.edit_commitment,
        promise.uid,
        {"promise": "x"},
        version=branch.version(promise),
    )
    branch.write(commitments.settle_commitment, promise.uid, "open", version=branch.version(promise))
    step = branch.write(follow_ups.add_follow_up, own.uid, {"step": "回访", "due_on": TODAY})
    branch.write(follow_ups.settle_follow_up, step.uid, "done", version=step.version)
    with branch.store.read() as session:
        assert session.get_one(Commitment, promise.id).settled_on is None
        assert session.get_one(FollowUp, step.id).settled_on == TODAY


def test_a_task_is_done_by_a_teller_and_reported_back(branch: Branch, own: Customer) -> None:
    teller = branch.people["teller"].staff_uid
    given = {"work": "核对购汇预约额度", "due_on": TODAY, "assignee": teller}
    refused("task.for_one", branch, tasks.add_task, own.uid, given | {"department": "国际业务部"})
    head = branch.people["head"].staff_uid  # reads the work of others, and does none
    refused("value.not_a_choice", branch, tasks.add_task, own.uid, given | {"assignee": head})
    assert teller in dict(branch.read(tasks.assignees))
    assert head not in dict(branch.read(tasks.assignees))
    row = branch.write(tasks.add_task, own.uid, given)
    branch.write(tasks.add_task, None, {"work": "沙龙布展", "due_on": TODAY, "department": "办公室"})
    assert len(branch.read(tasks.find_tasks, which="given")) == 2
    branch.act("teller")
    assert branch.read(tasks.count_open) == (1, False)
    [found] = branch.read(tasks.load_tasks, branch.read(tasks.find_tasks))
    assert (found.customer, found.customer_uid, found.given_by) == ("张*", None, "林晓雯")
    assert (found.may_finish, found.may_manage) == (True, False)
    branch.write(tasks.finish_task, row.uid, version=row.version, result="额度 5 万美元")
    told = {"channel": "call", "content": "额度已经告知"}
    with pytest.raises(NotAllowed):
        branch.write(tasks.report_task, row.uid, told, version=branch.version(row))
    assert branch.undo() == 1
    branch.write(tasks.finish_task, row.uid, version=branch.version(row), result="额度 5 万美元")
    branch.act("colleague")
    assert branch.read(tasks.load_tasks, [row.id]) == []
    with pytest.raises(NotAllowed):
        branch.write(tasks.report_task, row.uid, told, version=branch.version(row))
    branch.act("manager")
    assert branch.read(tasks.find_tasks, which="given", only="report") == [row.id]
    refused(
        "text.empty", branch, tasks.report_task, row.uid, {"channel": "call"}, version=branch.version(row)
    )
    branch.write(tasks.report_task, row.uid, told, version=branch.version(row))
    [reported] = branch.read(tasks.list_tasks, own.uid)
    assert (reported.state, reported.result, reported.reported_on) == ("reported", "额度 5 万美元", TODAY)
    assert branch.newest().kind == "task.reported"
    [contact] = branch.read(interactions.list_interactions, own.uid)
    assert contact.content == "额度已经告知"
    assert last_contact(branch, own) == TODAY
    refused("task.not_open", branch, tasks.withdraw_task, row.uid, version=branch.version(row))
    branch.undo()  # the report and its contact are one change
    assert branch.read(interactions.list_interactions, own.uid) == []
    assert branch.read(tasks.load_task, row.uid).state == "done"


def test_a_task_that_cannot_be_done_is_given_back_with_the_reason(branch: Branch, own: Customer) -> None:
    teller, me = (branch.people[who].staff_uid for who in ("teller", "manager"))
    given = {"work": "核对额度", "due_on": TODAY + timedelta(5), "assignee": teller}
    row = branch.write(tasks.add_task, own.uid, given)
    with pytest.raises(NotAllowed):
        branch.write(tasks.give_back_task, row.uid, "不归我", version=row.version)
    branch.act("teller")
    assert branch.read(tasks.load_task, row.uid).may_give_back
    refused("text.empty", branch, tasks.give_back_task, row.uid, " ", version=row.version)
    branch.write(tasks.give_back_task, row.uid, "没有权限", version=row.version)
    assert branch.read(tasks.find_tasks) == []
    branch.act("manager")
    back = branch.read(tasks.load_task, row.uid)
    assert (back.state, back.assignee_uid, back.result) == ("open", me, "马志强: 没有权限")
    assert not back.may_give_back
    assert [one.id for one in branch.read(tasks.list_due, TODAY)] == [row.id]  # though it is due later
    with pytest.raises(NotAllowed):
        branch.write(tasks.give_back_task, row.uid, "不归我", version=back.version)
    assert branch.read(tasks.find_tasks) == [row.id]
    branch.write(tasks.edit_task, row.uid, {"assignee": teller}, version=back.version)
    assert branch.read(tasks.load_task, row.uid).result is None
    for _ in range(2):
        branch.undo()
    assert branch.read(tasks.load_task, row.uid).assignee_uid == teller


def test_what_was_done_for_a_customer_is_told_today_until_it_is_reported(
    branch: Branch, own: Customer
) -> None:
    row = branch.write(tasks.add_task, own.uid, {"work": "问额度", "due_on": TODAY, "department": "国际部"})
    branch.write(tasks.finish_task, row.uid, version=row.version, result="5 万")
    assert [one.id for one in branch.read(tasks.list_due, TODAY)] == [row.id]
    assert branch.read(tasks.list_due, TODAY + timedelta(tasks.TOLD_WITHIN + 1)) == []
    told = {"channel": "call", "content": "已告知"}
    branch.write(tasks.report_task, row.uid, told, version=branch.version(row))
    assert branch.read(tasks.list_due, TODAY) == []


def test_whose_tasks_are_listed(branch: Branch, own: Customer) -> None:
    """The manager of a customer has a say in tasks that others gave for them; the head reads all."""
    teller, me = (branch.people[who].staff_uid for who in ("teller", "manager"))
    late = {"work": "补录地址", "due_on": TODAY - timedelta(2), "assignee": me}
    branch.act("supervisor")
    asked = branch.write(tasks.add_task, own.uid, late)
    branch.write(tasks.add_task, None, {"work": "备茶歇100%", "due_on": TODAY, "assignee": teller})
    loans = branch.write(
        tasks.add_task, own.uid, {"work": "审批进度", "due_on": TODAY, "department": "个贷中心"}
    )
    assert branch.read(tasks.departments) == ["个贷中心"]
    by_whom = branch.read(tasks.load_tasks, branch.read(tasks.find_tasks, which="all", sort="whom"))
    assert sorted(one.whom for one in by_whom) == sorted(["个贷中心", "林晓雯", "马志强"])
    assert branch.read(tasks.find_tasks, which="all", search="00%") != []
    assert branch.read(tasks.find_tasks, which="all", search="0_%") == []
    branch.act("manager")
    assert branch.read(tasks.count_open) == (1, True)
    assert branch.read(tasks.find_tasks, only="overdue") == [asked.id]
    assert branch.read(tasks.find_tasks, only="today") == []
    assert branch.read(tasks.find_tasks, which="departments") == [loans.id]
    assert branch.read(tasks.find_tasks, which="all") == [asked.id, loans.id]
    branch.write(tasks.edit_task, loans.uid, {"due_on": TODAY + timedelta(1)}, version=branch.version(loans))
    branch.write(tasks.finish_task, loans.uid, version=branch.version(loans), result="已批")
    branch.write(tasks.withdraw_task, asked.uid, version=branch.version(asked))
    assert branch.read(tasks.find_tasks) == []
    assert branch.read(tasks.find_tasks, ended=True) == [asked.id]
    branch.act("head")
    assert len(branch.read(tasks.find_tasks, which="all")) == 2
    with pytest.raises(NotAllowed):
        branch.write(tasks.finish_task, loans.uid, version=branch.version(loans))
    branch.act("auditor")
    with pytest.raises(NotAllowed):
        branch.read(tasks.find_tasks)


def test_contacts_of_a_deleted_customer_wait_in_the_bin(branch: Branch, own: Customer) -> None:
    row = branch.write(interactions.add_interaction, own.uid, CALL)
    branch.write(recycle_bin.delete_customer, own.uid, version=branch.version(own))
    refused("customer.in_bin", branch, interactions.list_interactions, own.uid)
    refused(
        "customer.in_bin",
        branch,
        interactions.edit_interaction,
        row.uid,
        {"content": "x"},
        version=row.version,
    )
    branch.write(recycle_bin.restore_customer, own.uid, version=branch.version(own))
    assert len(branch.read(interactions.list_interactions, own.uid)) == 1


def test_the_last_contact_is_read_from_an_index(branch: Branch) -> None:
    with branch.store.read() as session:
        asked = select(contacts.last_contact(Customer.id, channels=[Channel.CALL], levels=[Level.BUSINESS]))
        compiled = asked.compile(session.connection(), compile_kwargs={"literal_binds": True})
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}").all()
    assert any("COVERING INDEX ix_interaction_customer" in str(step) for step in plan), plan


def test_for_good_takes_contacts_and_promises_along(branch: Branch, own: Customer) -> None:
    step, promise = {"due_on": TODAY, "step": "送香菇礼盒"}, {"due_on": TODAY, "promise": "代办护照翻译"}
    said = CALL | {"content": "女儿要去爱丁堡"}
    row = branch.write(interactions.add_interaction, own.uid, said, follow_up=step, commitment=promise)
    branch.write(tasks.add_task, own.uid, {"work": "查汇率", "due_on": TODAY, "department": "国际部"})
    branch.write(interactions.edit_interaction, row.uid, {"purpose": "留学"}, version=row.version)
    removed = branch.write(interactions.add_interaction, own.uid, CALL)
    branch.write(interactions.remove_interaction, removed.uid, version=removed.version)
    branch.write(recycle_bin.delete_customer, own.uid, version=branch.version(own))
    branch.act("head")
    consent = recycle_bin.Consent(branch.people["administrator"].staff_uid)
    assert branch.write(recycle_bin.purge_customers, [own.uid], consent) == 1
    with branch.store.read() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).all()
        left = repr([session.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables])
    words = ("香菇", "护照", "爱丁堡", "汇率", "留学", "嫌期限长")
    assert [word for word in words if word in left] == []
    assert branch.is_sound()


def test_a_visit_is_approved_by_another_and_its_report_is_a_contact(branch: Branch, own: Customer) -> None:
    given = {"planned_on": TODAY, "at_minute": "14:00", "purpose": "续作", "to_see": "厂房\n车间\n账房"}
    row = branch.write(visits.add_visit, own.uid, given)
    branch.write(visits.submit_visit, row.uid, version=row.version)
    with pytest.raises(NotAllowed):
        branch.write(visits.approve_visit, row.uid, version=branch.version(row))
    branch.act("supervisor")
    assert branch.read(visits.find_submitted) == [row.id]
    branch.write(visits.return_visit, row.uid, version=branch.version(row), note="带上对比表")
    refused("visit.not_submitted", branch, visits.approve_visit, row.uid, version=branch.version(row))
    branch.act("manager")
    branch.write(visits.edit_visit, row.uid, {"to_prepare": "对比表"}, version=branch.version(row))
    branch.write(visits.submit_visit, row.uid, version=branch.version(row))
    branch.act("head")
    branch.write(visits.approve_visit, row.uid, version=branch.version(row))
    branch.act("manager")
    contact = branch.write(
        visits.hold_visit, row.uid, {}, version=branch.version(row), report="同意续作", follow_up=None
    )
    assert (contact.channel, contact.purpose, contact.content) == ("visit", "续作", "同意续作")
    assert last_contact(branch, own) == TODAY
    refused("visit.ended", branch, visits.cancel_visit, row.uid, version=branch.version(row))
    held = branch.read(visits.load_visit, row.uid)
    assert (held.state, held.report) == ("held", "同意续作")
    branch.write(interactions.remove_interaction, contact.uid, version=contact.version)
    assert branch.read(visits.load_visit, row.uid).state == "approved"
    assert branch.is_sound()
