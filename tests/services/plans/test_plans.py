"""Plans from the first line to the evaluation: written, made into contacts, agreed, worked, closed."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, select

from rmdesk.models import Plan, PlanItem, PlanNode, Role, Segment, StaffRole
from rmdesk.services import (
    care,
    daily_logs,
    dates,
    goals,
    interactions,
    plans,
    segments,
    undoing,
    working_days,
)
from rmdesk.services.days import Day
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.goals import periods
from tests.support.branches import Branch
from tests.support.plans import END, START, TODAY, agreed, begin, generated, segment


def refused(branch: Branch, use_case: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(UserError) as error:
        branch.write(use_case, *arguments, **named)
    return error.value.code


def sheet(branch: Branch, plan: Plan) -> plans.PlanSheet:
    return branch.read(plans.load_plan, plan.uid)


def names(branch: Branch, plan: Plan) -> list[tuple[str, int]]:
    return [(one.name, one.depth) for one in sheet(branch, plan).nodes]


def items(branch: Branch, plan: Plan, **given: Any) -> list[plans.ItemRow]:
    with branch.store.read() as session:
        ids = plans.find_items(session, plan.uid, **given)
        found = {one.id: one for one in plans.load_items(session, ids)}
        return [found[one] for one in ids]


# --- the tree ------------------------------------------------------------------------------------------


def test_a_tree_is_built_moved_and_taken_back(branch: Branch) -> None:
    plan, (first, second) = begin(branch, {"name": "存量客户"}, {"name": "新客户"})
    child = branch.write(plans.add_node, plan.uid, {"name": "钻石"}, parent_uid=first.uid)
    branch.write(plans.add_node, plan.uid, {"name": "白金"}, parent_uid=first.uid, before_uid=child.uid)
    assert names(branch, plan) == [("存量客户", 0), ("白金", 1), ("钻石", 1), ("新客户", 0)]
    move = plans.move_node
    branch.write(move, second.uid, parent_uid=None, before_uid=first.uid, version=branch.version(second))
    branch.write(move, child.uid, parent_uid=second.uid, version=branch.version(child))
    assert names(branch, plan) == [("新客户", 0), ("钻石", 1), ("存量客户", 0), ("白金", 1)]
    seen = branch.version(second)
    assert refused(branch, move, second.uid, parent_uid=child.uid, version=seen) == "plan.below_itself"
    branch.undo()
    assert names(branch, plan) == [("新客户", 0), ("存量客户", 0), ("白金", 1), ("钻石", 1)]
    branch.write(plans.remove_node, first.uid, version=branch.version(first))
    assert names(branch, plan) == [("新客户", 0)]
    branch.undo()
    assert len(names(branch, plan)) == 4
    assert branch.is_sound()


def test_many_may_be_put_before_the_same_one(branch: Branch) -> None:
    plan, (last,) = begin(branch, {"name": "最后"})
    for number in range(14):  # so many halvings leave no place between two positions
        branch.write(plans.add_node, plan.uid, {"name": str(number)}, before_uid=last.uid)
    assert [name for name, _depth in names(branch, plan)] == [*map(str, range(14)), "最后"]
    deep = last.uid
    for number in range(plans.MOST_DEPTH - 1):
        deep = branch.write(plans.add_node, plan.uid, {"name": f"层{number}"}, parent_uid=deep).uid
    assert refused(branch, plans.add_node, plan.uid, {"name": "太深"}, parent_uid=deep) == "plan.too_deep"


def test_fields_are_checked_and_nothing_is_lost(branch: Branch) -> None:
    plan, (node,) = begin(branch, {"name": "回访"})
    version = branch.version(node)

    def wrong(**given: Any) -> str:
        return refused(branch, plans.edit_node, node.uid, given, version=version)

    assert wrong(first_on=START - timedelta(days=1)) == "plan.outside"
    assert wrong(first_on=END, last_on=START) == "plan.ends_before"
    assert wrong(channels={"call": 60}) == "plan.shares"
    assert wrong(name=" ") == "text.empty"
    assert wrong(times=0) == "value.out_of_range"
    assert wrong(cost_fen=-1) == "amount.not_an_amount"
    assert wrong(segment="0" * 32) == "row.gone"
    # Four weeks, a week apart: at most four contacts with one customer.
    with pytest.raises(UserError) as often:
        branch.write(plans.edit_node, node.uid, {"times": 6}, version=version)
    assert (often.value.code, often.value.params["most"]) == ("plan.too_often", 4)
    given = {"times": 4, "channels": {"visit": 30, "call": 70}, "cost_fen": 500_00, "people": "林晓雯"}
    branch.write(plans.edit_node, node.uid, given, version=version)
    [row] = sheet(branch, plan).nodes
    assert (row.times, row.channels, row.cost_fen) == (4, {"call": 70, "visit": 30}, 500_00)
    assert branch.version(node) == version + 1
    with pytest.raises(Conflict):
        branch.write(plans.edit_node, node.uid, {"name": "别人改的"}, version=version)
    # A shorter plan would have no room for what its sub-plans ask for.
    short = {"last_on": START + timedelta(days=6)}
    seen = branch.version(plan)
    assert refused(branch, plans.edit_plan, plan.uid, short, version=seen) == "plan.too_often"
    backwards = {"last_on": START - timedelta(days=1)}
    assert refused(branch, plans.edit_plan, plan.uid, backwards, version=seen) == "plan.ends_before"
    assert (
        refused(branch, plans.add_plan, {"name": "x", "first_on": END, "last_on": START})
        == "plan.ends_before"
    )
    far = {"name": "x", "first_on": START, "last_on": START + timedelta(days=900)}
    assert refused(branch, plans.add_plan, far) == "plan.too_long"


def test_who_agrees_is_never_the_manager(branch: Branch) -> None:
    me = branch.people["manager"].staff_uid
    plan, _nodes = begin(branch)
    version = branch.version(plan)
    for uid in (me, branch.people["teller"].staff_uid):
        given = {"supervisor": uid}
        assert refused(branch, plans.edit_plan, plan.uid, given, version=version) == "plan.supervisor_unfit"
    supervisor = branch.people["supervisor"].staff_uid
    branch.write(plans.edit_plan, plan.uid, {"supervisor": supervisor}, version=version)
    assert sheet(branch, plan).supervisor == "何佳怡"
    names_ = [one.name for one in branch.read(plans.judges, branch.people["supervisor"].staff_id)]
    assert names_ == ["周建国"]


# --- contacts made of it -------------------------------------------------------------------------------


def test_days_of_a_year_whose_holidays_are_not_known_are_told(branch: Branch) -> None:
    far = {"first_on": date(2031, 1, 2), "last_on": date(2031, 1, 31)}
    plan, _nodes = begin(branch, {"channels": {"call": 100}, "times": 1}, **far)
    assert branch.read(plans.propose_items, plan.uid, START).guessed == (2031,)
    branch.act("head")
    new_year = working_days.Line("元旦", date(2031, 1, 1), date(2031, 1, 1))
    branch.write(working_days.set_year, 2031, [new_year], versions={})
    branch.act("manager")
    assert branch.read(plans.propose_items, plan.uid, START).guessed == ()


def test_contacts_are_spread_over_working_days_within_the_time_there_is(branch: Branch) -> None:
    plan, (node,) = begin(branch, {"channels": {"call": 50, "visit": 50}, "times": 2}, minutes_a_day=180)
    proposal = branch.read(plans.propose_items, plan.uid, START)
    done = generated(branch, plan)
    assert (len(done.placed), len(done.left_out)) == (len(proposal.placed), len(proposal.left_out))
    rows = items(branch, plan)
    assert len(rows) + len(done.left_out) == 24
    assert {one.customer for one in rows if "蒋" in one.customer} == set()
    work = branch.read(working_days.load)
    assert all(work.is_working_day(one.day) for one in rows)
    load: Counter[Any] = Counter()
    for one in rows:
        load[one.day] += one.minutes
    assert max(load.values()) <= 180
    for name in {one.customer for one in rows}:
        days = sorted(one.day for one in rows if one.customer == name)
        assert all((b - a).days >= 7 for a, b in pairwise(days))
    [count] = done.nodes
    assert (count.customers, count.wanted, count.placed) == (12, 24, len(rows))
    assert done.asked == 12 * 10 + 12 * 90
    assert {one.state for one in rows} == {"planned"}
    assert branch.read(plans.load_progress, plan.uid).total.items == len(rows)
    assert node.uid == rows[0].node_uid


def test_what_does_not_fit_is_listed_and_the_wealthiest_fit(branch: Branch) -> None:
    plan, _nodes = begin(branch, {"channels": {"visit": 100}, "minutes": 60}, minutes_a_day=10 * 6)
    short = {"last_on": START + timedelta(days=4)}
    branch.write(plans.edit_plan, plan.uid, short, version=branch.version(plan))
    done = generated(branch, plan)
    assert len(done.placed) == len(branch.read(working_days.load).working_days(START, short["last_on"]))
    assert all(one.is_full for one in done.left_out)
    with branch.store.read() as session:
        rich = [one.customer for one in plans.load_items(session, plans.find_items(session, plan.uid))]
    assert {"赵小敏", "钱小敏"} <= set(rich)
    assert done.had < done.asked


def test_contacts_keep_a_week_from_what_is_due_or_was_said(branch: Branch) -> None:
    plan, _nodes = begin(branch, {}, first_on=TODAY, last_on=TODAY + timedelta(days=20))
    customer = branch.read(lambda session: plans_customer(session, "赵小敏"))
    day = TODAY + timedelta(days=9)
    date_ = {"kind": "wedding", "day": Day(day.month, day.day)}
    branch.write(dates.add_date, customer, date_)
    contact = {"held_on": (TODAY - timedelta(days=2)).isoformat(), "channel": "call", "content": "问候"}
    branch.write(interactions.add_interaction, customer, contact)
    generated(branch, plan, TODAY)
    [mine] = [one.day for one in items(branch, plan) if one.customer == "赵小敏"]
    assert abs((mine - day).days) >= 7
    assert (mine - TODAY).days >= 5
    # Unless it is said: then only the same day is kept free.
    branch.write(plans.edit_plan, plan.uid, {"apart_days": 0}, version=branch.version(plan))
    generated(branch, plan, TODAY)
    assert len(items(branch, plan)) == 12


def plans_customer(session: Any, name: str) -> str:
    from rmdesk.models import Customer

    return str(session.scalars(select(Customer.uid).where(Customer.name == name)).one())


def test_sub_groups_are_within_their_segment_and_named_once_more(branch: Branch) -> None:
    branch.act("manager")
    rich, all_ = segment(branch, 960_000, "九十六万以上"), segment(branch, 0, "有资产")
    plan, (above,) = begin(branch, {"name": "重点", "times": None, "segment": rich.uid})
    given = {"name": "其中", "times": 1, "segment": all_.uid}
    branch.write(plans.add_node, plan.uid, given, parent_uid=above.uid)
    done = generated(branch, plan)
    assert [(one.name, one.customers) for one in done.nodes] == [("其中", 5)]
    removed = refused(branch, segments.remove_segment, rich.uid, version=branch.version(rich))
    assert removed == "segment.in_plans"
    nobody = segment(branch, 90_000_000, "没有人")
    node = branch.write(plans.add_node, plan.uid, {"name": "空", "times": 1, "segment": nobody.uid})
    again = generated(branch, plan)
    assert [(one.name, one.placed) for one in again.nodes] == [("其中", 5), ("空", 0)]
    assert node.uid in [one.node_uid for one in again.nodes]


def test_generating_again_keeps_what_was_made_or_put_by_hand(branch: Branch) -> None:
    days = {"first_on": TODAY - timedelta(days=3), "last_on": TODAY + timedelta(days=60)}
    plan, _nodes = begin(branch, {}, minutes_a_day=10, **days)
    generated(branch, plan)
    before = items(branch, plan)
    later = [one for one in before if one.day >= TODAY]
    assert later
    to = TODAY + timedelta(days=30)
    assert branch.write(plans.move_items, plan.uid, [later[0].id], to) == 1
    done = generated(branch, plan, TODAY)
    assert done.kept == len(before) - len(later) + 1
    assert done.replaced == len(later) - 1
    after = items(branch, plan)
    assert len({one.customer for one in after}) == len(after) == 12
    [moved] = [one for one in after if one.by_hand]
    assert (moved.day, moved.customer) == (to, later[0].customer)
    assert refused(branch, plans.move_items, plan.uid, [moved.id], TODAY - timedelta(days=1)) == (
        "care.postponed_to_past"
    )
    outside = TODAY + timedelta(days=61)
    assert refused(branch, plans.move_items, plan.uid, [moved.id], outside) == "plan.day_outside"
    assert branch.write(plans.remove_items, plan.uid, [moved.id]) == 1
    branch.undo()
    assert len(items(branch, plan)) == 12


def test_without_a_frequency_there_is_nothing_to_make(branch: Branch) -> None:
    plan, _nodes = begin(branch, {"times": None})
    version = branch.version(plan)
    assert refused(branch, plans.generate_items, plan.uid, version=version) == "plan.no_frequency"
    assert refused(branch, plans.submit_plan, plan.uid, version=version) == "plan.nothing_planned"


# --- agreement -----------------------------------------------------------------------------------------


def test_a_plan_is_agreed_by_somebody_else_and_changed_as_a_next_version(branch: Branch) -> None:
    plan, (node,) = begin(branch, {"cost_fen": 100_00})
    generated(branch, plan)
    branch.write(plans.submit_plan, plan.uid, version=branch.version(plan))
    assert refused(branch, plans.edit_node, node.uid, {"name": "x"}, version=1) == "plan.submitted"
    with pytest.raises(NotAllowed):
        branch.write(plans.agree_plan, plan.uid, version=branch.version(plan))
    branch.act("supervisor")
    assert branch.read(plans.count_asking) == (1, 0)
    assert sheet(branch, plan).may_judge
    assert refused(branch, plans.return_plan, plan.uid, "", version=branch.version(plan)) == "text.empty"
    branch.write(plans.return_plan, plan.uid, "频次再高一些", version=branch.version(plan))
    branch.act("manager")
    assert (sheet(branch, plan).row.standing, sheet(branch, plan).decision_note) == (
        "returned",
        "频次再高一些",
    )
    branch.write(plans.edit_node, node.uid, {"times": 2}, version=branch.version(node))
    generated(branch, plan)
    agreed(branch, plan)
    assert sheet(branch, plan).row.standing == "running"
    assert (
        refused(branch, plans.edit_node, node.uid, {"name": "x"}, version=branch.version(node))
        == "plan.agreed"
    )
    assert refused(branch, plans.remove_plan, plan.uid, version=branch.version(plan)) == "plan.agreed"
    with pytest.raises(UserError):  # what was judged stays
        branch.undo()
    branch.write(plans.revise_plan, plan.uid, version=branch.version(plan))
    branch.write(plans.edit_node, node.uid, {"cost_fen": 300_00}, version=branch.version(node))
    branch.write(plans.add_node, plan.uid, {"name": "新增", "times": 1})
    assert refused(branch, plans.remove_plan, plan.uid, version=branch.version(plan)) == "plan.kept"
    assert {one.state for one in items(branch, plan)} == {"open"}  # the agreed one stays in force
    told = [
        (one.node, one.change, one.field, one.before, one.after)
        for one in branch.read(plans.compare, plan.uid, 1)
    ]
    assert told == [("回访", "changed", "cost_fen", 100_00, 300_00), ("新增", "added", None, None, None)]
    generated(branch, plan, TODAY)
    agreed(branch, plan)
    assert [one.number for one in branch.read(plans.list_versions, plan.uid)] == [2, 1]
    assert branch.read(plans.load_version, plan.uid, 1)["nodes"][0]["cost_fen"] == 100_00
    assert branch.read(plans.load_version, plan.uid, 2)["nodes"][0]["cost_fen"] == 300_00
    assert branch.is_sound()


def test_nobody_agrees_to_what_they_wrote_whatever_else_they_are(branch: Branch) -> None:
    def also_supervisor(session: Any) -> None:
        from rmdesk.models import Staff
        from rmdesk.services import changes

        me = session.get_one(Staff, branch.people["manager"].staff_id)
        me.roles.append(StaffRole(role=Role.SUPERVISOR.value))
        changes.describe(session, "test.set")

    branch.write(also_supervisor)
    plan, _nodes = begin(branch, {})
    generated(branch, plan)
    branch.write(plans.submit_plan, plan.uid, version=branch.version(plan))
    branch.people = Branch(branch.store).people
    branch.act("manager")
    assert not sheet(branch, plan).may_judge
    with pytest.raises(NotAllowed) as own:
        branch.write(plans.agree_plan, plan.uid, version=branch.version(plan))
    assert own.value.code == "plan.own"
    branch.write(plans.take_back, plan.uid, version=branch.version(plan))
    assert sheet(branch, plan).row.state == "draft"


def test_plans_of_others_are_read_by_those_who_may_and_changed_by_nobody(branch: Branch) -> None:
    plan, (node,) = begin(branch, {})
    generated(branch, plan)
    branch.act("colleague")
    assert branch.read(plans.list_plans) == []
    with pytest.raises(NotAllowed):
        branch.read(plans.load_plan, plan.uid)
    branch.act("supervisor")
    assert [one.name for one in branch.read(plans.list_plans)] == ["旺季维护"]
    assert "赵*" in {one.customer for one in items(branch, plan)}
    for use_case in (plans.edit_node, plans.remove_node):
        given = ({"name": "x"},) if use_case is plans.edit_node else ()
        with pytest.raises(NotAllowed):
            branch.write(use_case, node.uid, *given, version=branch.version(node))  # type: ignore[operator]
    for who in ("lobby", "teller", "administrator", "auditor"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.read(plans.list_plans)


# --- worked --------------------------------------------------------------------------------------------


def due_keys(branch: Branch) -> list[care.Touchpoint]:
    asked = care.Asked(START, END, TODAY, kinds=frozenset({care.Kind.PLAN}))
    return branch.read(care.agenda, asked)


def test_agreed_contacts_stand_in_the_calendar_and_are_completed_there(branch: Branch) -> None:
    plan, (node,) = begin(branch, {"purpose": "年终配置建议", "cost_fen": 100_00})
    generated(branch, plan)
    assert due_keys(branch) == []  # not before it was agreed
    agreed(branch, plan)
    found = due_keys(branch)
    assert len(found) == 12
    assert found[0].values[0] == "年终配置建议"
    late = [one for one in found if one.day < TODAY]
    uids = {one.uid: one for one in items(branch, plan)}
    first, second, third = late[:3]
    contact = {"held_on": TODAY.isoformat(), "channel": "call", "content": "谈了配置", "cost_fen": 30_00}
    contact["cost_for"] = "茶叶"
    customer = uids[first.key.subject].customer_uid
    row = branch.write(care.complete, customer, contact, keys=[first.key], today=TODAY)
    branch.write(care.skip, [second.key], "出国", today=TODAY)
    branch.write(care.postpone, [third.key], END, today=TODAY)
    rows = {one.uid: one for one in items(branch, plan)}
    assert rows[first.key.subject].state == "done"
    assert rows[second.key.subject].state == "skipped"
    assert rows[third.key.subject].day == END
    told = branch.read(plans.load_progress, plan.uid)
    assert (told.total.done, told.total.skipped, told.total.cost_spent) == (1, 1, 30_00)
    assert told.total.late == len(late) - 3
    assert told.burn[-1].planned == 12
    assert [one.done for one in told.burn if one.day == TODAY] == [1]
    branch.write(interactions.remove_interaction, row.uid, version=branch.version(row))
    assert branch.read(plans.load_progress, plan.uid).total.cost_spent == 0
    assert branch.read(plans.load_progress, plan.uid).total.done == 1
    branch.undo()
    assert refused(branch, plans.remove_node, node.uid, version=branch.version(node)) == "plan.agreed"
    branch.write(plans.revise_plan, plan.uid, version=branch.version(plan))
    assert refused(branch, plans.remove_node, node.uid, version=branch.version(node)) == "plan.node_worked"
    assert branch.is_sound()


def test_what_was_done_by_way_of_today_is_taken_back_there(branch: Branch) -> None:
    plan, _nodes = begin(branch, {})
    generated(branch, plan)
    agreed(branch, plan)
    [first, *_more] = due_keys(branch)
    branch.write(care.mark_done, [first.key], today=TODAY)
    assert branch.read(plans.load_progress, plan.uid).total.done == 1
    branch.undo()
    assert branch.read(plans.load_progress, plan.uid).total.done == 0
    assert len(due_keys(branch)) == 12


def test_a_planned_contact_is_one_with_its_line_in_the_daily_log(branch: Branch) -> None:
    plan, _nodes = begin(branch, {"channels": {"wechat": 100}})
    generated(branch, plan)
    agreed(branch, plan)
    [first, *_more] = [one for one in due_keys(branch) if one.day <= TODAY]
    proposed = {one.key for one in branch.read(daily_logs.propose, TODAY)}
    assert first.key in proposed
    branch.write(daily_logs.plan_touchpoints, TODAY, [first.key], on_rest_day=True)
    [line] = branch.read(daily_logs.load_day, TODAY).items
    branch.write(daily_logs.complete_item, line.uid, "done", version=line.version, result="已发配置建议")
    total = branch.read(plans.load_progress, plan.uid).total
    assert total.done == 1
    with branch.store.read() as session:
        linked = select(func.count()).where(PlanItem.interaction_id.is_not(None))
        assert session.scalar(linked) == 1


def test_a_plan_that_falls_behind_is_told_to_both(branch: Branch) -> None:
    supervisor = branch.people["supervisor"].staff_uid
    plan, _nodes = begin(branch, {}, supervisor=supervisor, last_on=TODAY + timedelta(days=3))
    generated(branch, plan)
    agreed(branch, plan)
    assert sheet(branch, plan).row.is_behind
    assert branch.read(plans.count_asking) == (0, 1)
    branch.act("supervisor")
    assert branch.read(plans.count_asking) == (0, 1)
    branch.act("head")
    assert branch.read(plans.count_asking) == (0, 0)


# --- the end -------------------------------------------------------------------------------------------


def test_the_evaluation_closes_a_plan_and_is_carried_into_the_next(branch: Branch) -> None:
    branch.act("head")
    period = periods.read("2026")
    assert period is not None
    goal = branch.write(goals.add_goal, period)
    plan, (node,) = begin(branch, {"name": "老客户"}, goal=goal.uid)
    branch.write(plans.add_node, plan.uid, {"name": "其中", "times": 1}, parent_uid=node.uid)
    assert refused(branch, plans.evaluate_plan, plan.uid, {"reached": "x"}, version=branch.version(plan)) == (
        "plan.not_agreed"
    )
    generated(branch, plan)
    agreed(branch, plan)
    [first, *_more] = due_keys(branch)
    branch.write(care.mark_done, [first.key], today=TODAY)
    done_by = branch.newest().number
    assert refused(branch, plans.evaluate_plan, plan.uid, {"reached": " "}, version=branch.version(plan)) == (
        "text.empty"
    )
    told = {"reached": "完成一半", "lessons": "早上电话好打", "next_steps": "提前一周约访"}
    branch.write(plans.evaluate_plan, plan.uid, told, version=branch.version(plan))
    closed = sheet(branch, plan)
    assert (closed.row.standing, closed.row.tally.done) == ("closed", 1)
    assert closed.row.tally.dropped == closed.row.tally.items - 1
    assert due_keys(branch)[0].state is care.State.DONE
    assert len(due_keys(branch)) == 1
    with pytest.raises(UserError) as late:
        branch.write(undoing.undo, done_by)
    assert late.value.code == "plan.closed"
    copy = branch.write(plans.copy_plan, plan.uid)
    after = sheet(branch, copy)
    assert after.carried is not None
    assert after.carried.next_steps == "提前一周约访"
    assert [(one.name, one.depth) for one in after.nodes] == [("老客户", 0), ("其中", 1)]
    assert (after.row.first, after.row.tally.items) == (END + timedelta(days=1), 0)
    branch.act("head")
    branch.write(goals.remove_goal, goal.uid, version=branch.version(goal))
    branch.act("manager")
    assert sheet(branch, plan).goal is None
    assert branch.is_sound()


def test_a_plan_is_handed_over_when_its_manager_leaves(branch: Branch) -> None:
    branch.act("manager")
    own = segment(branch, 0)
    plan, _nodes = begin(branch, {"segment": own.uid})
    generated(branch, plan)
    agreed(branch, plan)
    colleague = branch.people["colleague"].staff_uid
    with pytest.raises(NotAllowed):
        branch.write(plans.hand_over, plan.uid, colleague, version=branch.version(plan))
    branch.act("supervisor")
    teller = branch.people["teller"].staff_uid
    version = branch.version(plan)
    assert refused(branch, plans.hand_over, plan.uid, teller, version=version) == "plan.successor_unfit"
    branch.write(plans.hand_over, plan.uid, colleague, version=version)
    branch.act("colleague")
    branch.write(plans.revise_plan, plan.uid, version=branch.version(plan))
    found = sheet(branch, plan)
    assert (found.row.owner, found.nodes[0].segment, found.may_edit) == ("陈立", "重点客户", True)
    assert branch.read(lambda session: session.scalar(select(func.count()).select_from(Segment))) == 2
    generated_by_new = branch.write(plans.generate_items, plan.uid, version=branch.version(plan), today=TODAY)
    assert {one.customers for one in generated_by_new.nodes} == {2}


@pytest.mark.parametrize("count", [2000])
def test_two_thousand_contacts_are_taken_back_at_once(branch: Branch, count: int) -> None:
    from rmdesk.models import Customer
    from rmdesk.services import bulk, changes

    plan, (node,) = begin(branch, {})

    def fill(session: Any) -> None:
        changes.describe(session, "plan.generated", subject=("plan", plan.uid))
        customer = session.scalars(select(Customer.id).limit(1)).one()
        row = {"plan_id": plan.id, "node_id": node.id, "customer_id": customer, "slot_on": START}
        row |= {"due_on": END, "channel": "call", "minutes": 10}
        bulk.insert(session, PlanItem, [row] * count)

    branch.write(fill)
    assert branch.read(plans.load_progress, plan.uid).total.items == count
    assert branch.undo() == count
    assert branch.read(plans.load_progress, plan.uid).total.items == 0


def test_a_name_or_the_beginning_of_an_id_finds_a_plan(branch: Branch) -> None:
    plan, _nodes = begin(branch)
    other, _none = begin(branch, name="旺季维护")
    with pytest.raises(UserError) as several:
        branch.read(plans.find_plan, "旺季维护")
    assert several.value.code == "plan.ambiguous"
    assert branch.read(plans.find_plan, other.uid).uid == other.uid
    with pytest.raises(UserError) as unknown:
        branch.read(plans.find_plan, "淡季")
    assert unknown.value.code == "plan.unknown"
    branch.write(plans.remove_plan, other.uid, version=branch.version(other))
    assert branch.read(plans.find_plan, " 旺季维护 ").uid == plan.uid
    assert branch.read(lambda session: session.scalar(select(func.count()).select_from(PlanNode))) == 0


def test_the_result_of_a_plan_is_the_manager_s_part_of_its_goal(branch: Branch) -> None:
    branch.act("head")
    period = periods.read("2026")
    assert period is not None
    goal = branch.write(goals.add_goal, period)
    contacts = branch.write(goals.set_target, goal.uid, {"measure": "contacts", "target": 900})
    branch.write(goals.set_target, goal.uid, {"measure": "referrals", "target": 9})  # nobody has a part of it
    me = branch.people["manager"].staff_uid
    branch.write(goals.set_shares, contacts.uid, {me: 300}, seen={}, version=1)
    plan, _nodes = begin(branch, {}, goal=goal.uid)
    other, _none = begin(branch, {})
    customer = branch.read(lambda session: plans_customer(session, "赵小敏"))
    contact = {"held_on": "2026-03-02", "channel": "call", "content": "问候"}
    branch.write(interactions.add_interaction, customer, contact)
    [result] = branch.read(plans.load_results, plan.uid)
    assert (result.target.measure, result.part, result.actual) == ("contacts", 300, 1)
    assert branch.read(plans.load_results, other.uid) == []
    branch.act("supervisor")
    assert [one.part for one in branch.read(plans.load_results, plan.uid)] == [300]


def test_a_contact_added_by_hand_counts_and_stays_where_it_is(branch: Branch) -> None:
    plan, (node,) = begin(
        branch, {"channels": {"wechat": 60, "call": 40}}, last_on=TODAY + timedelta(days=30)
    )
    customer = branch.read(lambda session: plans_customer(session, "钱小敏"))
    day = TODAY + timedelta(days=10)
    added = branch.write(plans.add_item, node.uid, customer, day)
    assert (added.channel, added.minutes) == ("wechat", 5)
    outside = TODAY + timedelta(days=31)
    assert refused(branch, plans.add_item, node.uid, customer, outside) == "plan.day_outside"
    generated(branch, plan, TODAY)
    assert [one.day for one in items(branch, plan) if one.customer == "钱小敏"] == [day]
    assert len(items(branch, plan)) == 12
    other = branch.read(lambda session: plans_customer(session, "蒋小敏"))
    with pytest.raises(NotAllowed):
        branch.write(plans.add_item, node.uid, other, day)
