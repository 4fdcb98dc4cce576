"""Activities from the first line to the evaluation: agreed to, customers invited, held, followed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import Activity, Commitment, Customer, FollowUp, Interaction, Task
from rmdesk.services import (
    activities,
    archive,
    care,
    complaints,
    dates,
    duplicates,
    figures,
    interactions,
    recycle_bin,
    segments,
    surveys,
    tasks,
    undoing,
)
from rmdesk.services.activities import Why
from rmdesk.services.days import Day
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.activities import (
    COMING,
    TODAY,
    agreed,
    at,
    begin,
    customers_of,
    guest,
    guests,
    held,
    on_today,
    opened,
    sheet,
)
from tests.support.branches import Branch


def refused(branch: Branch, use_case: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(UserError) as error:
        branch.write(use_case, *arguments, **named)
    return error.value.code


def ids(people: list[Customer]) -> list[int]:
    return [one.id for one in people]


def due(branch: Branch, days: int = 30) -> list[care.Touchpoint]:
    asked = care.Asked(TODAY, TODAY + timedelta(days=days), TODAY, kinds=frozenset({care.Kind.ACTIVITY}))
    return branch.read(care.agenda, asked, with_acted=False)


def contacts(branch: Branch, customer: Customer) -> list[interactions.InteractionRow]:
    return branch.read(interactions.list_interactions, customer.uid)


# --- writing and agreeing ------------------------------------------------------------------------------


def test_an_activity_is_agreed_to_by_somebody_else(branch: Branch) -> None:
    activity = begin(branch, "supervisor")
    assert refused(branch, activities.open_activity, activity.uid, version=1) == "activity.not_agreed"
    branch.write(activities.submit_activity, activity.uid, version=1)
    seen = branch.version(activity)
    assert refused(branch, activities.agree_activity, activity.uid, version=seen) == "activity.own"
    change = {"name": "另一个名字"}
    assert (
        refused(branch, activities.edit_activity, activity.uid, change, version=seen) == "activity.submitted"
    )
    branch.act("head")
    branch.write(activities.return_activity, activity.uid, "预算太高", version=seen)
    branch.act("supervisor")
    assert sheet(branch, activity).decision_note == "预算太高"
    agreed(branch, activity, judge="head", who="supervisor")
    assert refused(branch, undoing.undo, branch.newest().number) == "activity.not_led"
    branch.write(activities.open_activity, activity.uid, version=branch.version(activity))
    assert sheet(branch, activity).row.standing == "open"
    assert branch.is_sound()


def test_hours_and_days_that_end_before_they_begin_are_refused(branch: Branch) -> None:
    wrong = [
        {"last_on": COMING - timedelta(days=1)},
        {"start_minute": "16:00", "end_minute": "14:00"},
        {"start_minute": "9:00", "end_minute": "9:00"},
    ]
    branch.act("manager")
    for one in wrong:
        given = {"name": "沙龙", "kind": "salon", "first_on": COMING} | one
        assert refused(branch, activities.add_activity, given) == "activity.ends_before"
    given = {"name": "展览", "kind": "exhibition", "first_on": COMING, "last_on": COMING + timedelta(days=2)}
    branch.write(activities.add_activity, given | {"start_minute": "16:00", "end_minute": "9:00"})


def test_once_agreed_to_only_what_tells_of_it_is_changed(branch: Branch) -> None:
    activity = begin(branch)
    cost = branch.write(activities.add_cost, activity.uid, {"what": "茶歇", "estimate_fen": 50_000})
    agreed(branch, activity)
    edit = activities.edit_activity
    branch.write(edit, activity.uid, {"place": "三楼会议室"}, version=branch.version(activity))
    seen = branch.version(activity)
    assert refused(branch, edit, activity.uid, {"kind": "lecture"}, version=seen) == "activity.agreed_field"
    change = {"estimate_fen": 90_000}
    assert refused(branch, activities.edit_cost, cost.uid, change, version=1) == "activity.agreed_field"
    branch.write(activities.edit_cost, cost.uid, {"spent_fen": 61_000}, version=1)
    with pytest.raises(Conflict):
        branch.write(edit, activity.uid, {"place": "大厅"}, version=1)
    branch.write(activities.take_back_activity, activity.uid, version=branch.version(activity))
    branch.write(activities.edit_cost, cost.uid, change, version=2)
    branch.act("colleague")
    assert sheet(branch, activity).costs[0].estimate_fen == 90_000
    assert refused(branch, edit, activity.uid, {"place": "大厅"}, version=seen) == "activity.not_led"
    branch.act("teller")
    with pytest.raises(NotAllowed):
        sheet(branch, activity)


def test_lines_with_somebody_become_their_tasks(branch: Branch) -> None:
    activity = begin(branch)
    colleague = branch.people["colleague"].staff_uid
    need = branch.write(
        activities.add_need,
        activity.uid,
        {"kind": "equipment", "what": "投影仪", "number": 1, "staff": colleague, "due_on": COMING},
    )
    alone = branch.write(activities.add_need, activity.uid, {"kind": "material", "what": "折页"})
    branch.write(activities.tick_need, alone.uid, done=True, version=1)
    opened(branch, activity)
    branch.act("colleague")
    [task] = branch.read(lambda session: tasks.load_tasks(session, tasks.find_tasks(session)))
    assert task.work == "养老沙龙: 投影仪 × 1"
    branch.write(tasks.finish_task, task.uid, version=task.version)
    branch.act("manager")
    assert [(one.what, one.done_on) for one in sheet(branch, activity).needs] == [
        ("投影仪", TODAY),
        ("折页", TODAY),
    ]
    assert sheet(branch, activity).row.turnout.needs_done == 2
    seen = branch.version(need)
    assert refused(branch, activities.tick_need, need.uid, done=False, version=seen) == "activity.task_done"
    extra = branch.write(
        activities.add_need, activity.uid, {"kind": "person", "what": "签到", "staff": colleague}
    )
    branch.write(activities.tick_need, extra.uid, done=True, version=branch.version(extra))
    branch.act("colleague")
    assert branch.read(tasks.count_open) == (0, False)


# --- inviting ------------------------------------------------------------------------------------------


def test_invitations_are_spread_and_fall_due_once_it_is_open(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙李周吴郑王冯陈")
    activity = begin(branch)
    found = branch.write(activities.invite, activity.uid, ids(people), channel="call")
    assert len(found.placed) == 10
    most = max(count for _day, count in found.by_day)
    assert most <= 2, "they are spread evenly over the working days"
    assert due(branch) == []
    opened(branch, activity)
    assert len(due(branch)) == 10
    assert refused(branch, activities.invite, activity.uid, ids(people)) == "activity.nobody_new"
    assert branch.is_sound()


def test_nobody_is_contacted_twice_within_a_week_unless_it_is_said(branch: Branch) -> None:
    one, two = customers_of(branch, "赵钱")
    first = begin(branch)
    day = TODAY
    branch.write(activities.invite, first.uid, [one.id], first=day, last=COMING)
    opened(branch, first)
    other = begin(branch, name="健康讲座", kind="lecture")
    found = branch.read(activities.propose_invitations, other.uid, [one.id, two.id])
    by_customer = {invited.customer_id: invited.day for invited in found.placed}
    [planned] = due(branch)
    if one.id in by_customer:
        assert abs((by_customer[one.id] - planned.day).days) >= 7
    near = branch.read(
        activities.propose_invitations, other.uid, [one.id, two.id], first=planned.day, last=planned.day
    )
    assert near.left_out == ((one.id, Why.TOO_CLOSE),)
    said = branch.read(
        activities.propose_invitations,
        other.uid,
        [one.id, two.id],
        first=planned.day,
        last=planned.day + timedelta(days=4),
        apart_days=0,
    )
    assert said.left_out == (), "on another day"
    assert planned.day not in [invited.day for invited in said.placed if invited.customer_id == one.id]


def test_who_mourns_or_complains_or_wants_none_of_it_is_left_in_peace(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙李周")
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people), channel="call")
    assert len(due(branch)) == 5
    people[0] = branch.edit(people[0], no_marketing=True)
    branch.edit(people[1], bereaved_on=TODAY)
    branch.write(complaints.add_complaint, {"kind": "fee", "content": "收费"}, customer_uid=people[2].uid)
    branch.edit(people[3], no_calls=True)
    assert [one.key.customer_id for one in due(branch)] == [people[4].id]
    why = {one.customer_uid: one.why for one in guests(branch, activity)}
    assert [why[one.uid] for one in people] == [
        Why.NO_MARKETING,
        Why.MOURNING,
        Why.COMPLAINT,
        Why.NOT_THIS_WAY,
        None,
    ]
    assert len(guests(branch, activity, "held_back")) == 3
    other = begin(branch, name="讲座")
    found = branch.read(activities.propose_invitations, other.uid, ids(people), apart_days=0)
    assert found.counted() == Counter([Why.NO_MARKETING, Why.MOURNING, Why.COMPLAINT])
    ways = {one.customer_id: one.channel for one in found.placed}
    assert ways[people[3].id] != "call", "by a way they do not mind"


def test_an_answer_records_the_invitation(branch: Branch) -> None:
    [one] = customers_of(branch, "赵")
    activity = begin(branch, capacity=3)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, [one.id], channel="call")
    row = guest(branch, activity, one)
    branch.write(activities.answer, row.uid, "yes", companions=2, version=row.version)
    [contact] = contacts(branch, one)
    assert (contact.channel, contact.purpose) == ("call", "Invited to: 养老沙龙")
    assert contact.content == "comes, with 2 more"
    assert due(branch) == []
    assert guest(branch, activity, one).invitation == "done"
    assert sheet(branch, activity).row.turnout.expected == 3
    with pytest.raises(Conflict):
        branch.write(activities.answer, row.uid, "no", version=row.version)
    branch.undo()
    assert contacts(branch, one) == []
    assert len(due(branch)) == 1
    assert branch.is_sound()


def test_seats_are_counted_and_may_be_exceeded_if_it_is_said(branch: Branch) -> None:
    people = customers_of(branch, "赵钱")
    activity = begin(branch, capacity=2)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people))
    first, second = guests(branch, activity)
    branch.write(activities.answer, first.uid, "yes", companions=1, version=first.version)
    code = refused(branch, activities.answer, second.uid, "yes", version=second.version)
    assert code == "activity.full"
    branch.write(activities.answer, second.uid, "perhaps", version=second.version)
    seen = guests(branch, activity)[1]
    branch.write(activities.answer, seen.uid, "yes", version=seen.version, over=True)
    assert sheet(branch, activity).row.turnout.expected == 3


def test_an_invitation_that_was_made_in_today_stands_on_the_list(branch: Branch) -> None:
    [one] = customers_of(branch, "赵")
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, [one.id], first=TODAY, last=COMING)
    [touchpoint] = due(branch)
    said = {"channel": "wechat", "content": "已发邀请函"}
    branch.write(care.complete, one.uid, said, keys=[touchpoint.key], today=TODAY)
    assert guest(branch, activity, one).invitation == "done"
    assert guests(branch, activity, "to_answer") != []


def test_many_invitations_are_sent_at_once(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙李周吴郑王冯陈")
    branch.edit(people[0], no_messages=True)
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people))
    listed = [one.id for one in guests(branch, activity)]
    sent = branch.write(activities.mark_sent, activity.uid, listed, "sms", words="诚邀您参加")
    assert sent == 9
    assert contacts(branch, people[1])[0].result == "sent"
    assert [one.customer_uid for one in guests(branch, activity, "to_invite")] == [people[0].uid]
    branch.undo()
    assert len(guests(branch, activity, "to_invite")) == 10


# --- holding -------------------------------------------------------------------------------------------


def test_a_salon_is_held_thanked_for_and_evaluated(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙李")
    activity = begin(branch)
    branch.write(activities.invite, activity.uid, ids(people[:3]), channel="call")
    opened(branch, activity)
    row = guest(branch, activity, people[0])
    branch.write(activities.answer, row.uid, "yes", companions=1, version=row.version)
    early = refused(branch, activities.check_in, guest(branch, activity, people[0]).uid)
    assert early == "activity.not_begun"
    on_today(branch, activity)
    first = guests(branch, activity, search="zxm")[0]
    branch.write(activities.check_in, first.uid, now=at(13, 50))
    assert refused(branch, activities.check_in, first.uid, now=at(14)) == "activity.checked_in"
    branch.write(activities.walk_in, activity.uid, people[3].uid, now=at(14, 5))
    branch.write(activities.bring_guest, activity.uid, people[3].uid, "李大妈", now=at(14, 6))
    branch.write(
        activities.add_question,
        activity.uid,
        {"question": "养老金怎么领？"},
        customer_uid=people[0].uid,
        promise={"promise": "养老金领取办法", "due_on": TODAY + timedelta(days=3)},
    )
    assert held(branch, activity) == 3
    assert contacts(branch, people[0])[0].purpose == "Came to: 养老沙龙"
    told = sheet(branch, activity)
    assert told.questions[0].promise == "open"
    assert told.row.turnout.heads == 4
    assert (told.row.turnout.came, told.row.turnout.walk_ins, told.row.turnout.guests) == (2, 1, 1)
    assert due(branch) == [], "nobody is invited to what is over"
    branch.write(activities.thank, activity.uid, channel="wechat", version=branch.version(activity))
    assert {one.key.customer_id for one in due(branch)} == {people[0].id, people[3].id}
    given = {"reached": "到场四人", "why": "主题合适", "lessons": "提前两周邀请", "next_steps": "回访"}
    branch.write(activities.evaluate_activity, activity.uid, given, version=branch.version(activity))
    assert sheet(branch, activity).row.turnout.to_thank == 0
    assert refused(branch, undoing.undo, branch.newest().number) == "activity.over"
    copy = branch.write(activities.copy_activity, activity.uid)
    carried = sheet(branch, copy).carried
    assert carried is not None
    assert carried.lessons == "提前两周邀请"
    assert copy.first_on.weekday() == TODAY.weekday()
    assert branch.is_sound()


def test_a_check_in_may_be_taken_back_before_and_after(branch: Branch) -> None:
    people = customers_of(branch, "赵钱")
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people[:1]))
    on_today(branch, activity)
    here = branch.write(activities.walk_in, activity.uid, people[1].uid, now=at(14))
    branch.write(activities.take_back_check_in, here.uid)
    assert len(guests(branch, activity)) == 1, "who stood on no list is taken off it"
    one = guest(branch, activity, people[0])
    branch.write(activities.check_in, one.uid, now=at(14))
    held(branch, activity)
    late = branch.write(activities.walk_in, activity.uid, people[1].uid, now=at(15))
    assert len(contacts(branch, people[1])) == 1
    branch.write(activities.take_back_check_in, late.uid)
    assert contacts(branch, people[1]) == []


def test_who_was_invited_is_told_that_it_is_called_off(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙")
    activity = begin(branch)
    need = {"kind": "person", "what": "主持", "staff": branch.people["colleague"].staff_uid}
    branch.write(activities.add_need, activity.uid, need)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people))
    yes, no, _open = guests(branch, activity)
    branch.write(activities.answer, yes.uid, "yes", version=yes.version)
    branch.write(activities.answer, no.uid, "no", version=no.version)
    cancel = activities.cancel_activity
    assert refused(branch, cancel, activity.uid, " ", version=branch.version(activity)) == "text.empty"
    assert branch.write(cancel, activity.uid, "讲师生病", version=branch.version(activity)) == 1
    with branch.store.read() as session:
        [step] = session.scalars(select(FollowUp.step)).all()
        assert "养老沙龙" in step
        assert session.scalars(select(Task.state)).all() == ["withdrawn"]
    assert due(branch) == []
    assert refused(branch, activities.check_in, yes.uid) == "activity.over"
    branch.undo()
    assert sheet(branch, activity).row.state == "open"
    assert len(due(branch)) == 1


def test_names_of_other_managers_customers_are_masked_but_found_at_the_door(branch: Branch) -> None:
    [theirs] = customers_of(branch, "沈", "colleague")
    activity = begin(branch)
    opened(branch, activity)
    branch.act("colleague")
    branch.write(activities.invite, activity.uid, [theirs.id])
    branch.act("manager")
    [row] = guests(branch, activity, search="shenxm")
    assert row.name == "沈*"
    assert not row.may_see
    with pytest.raises(NotAllowed):
        branch.write(activities.answer, row.uid, "yes", version=row.version)
    on_today(branch, activity)
    branch.write(activities.check_in, row.uid, now=at(14))
    assert guests(branch, activity, "came")[0].came_minute == 14 * 60


# --- afterwards ----------------------------------------------------------------------------------------


def test_inflow_and_needs_are_computed_from_the_archive(branch: Branch) -> None:
    people = customers_of(branch, "赵钱")
    past = TODAY - timedelta(days=40)
    activity = begin(branch)
    opened(branch, activity)
    on_today(branch, activity)
    for one in people:
        branch.write(activities.walk_in, activity.uid, one.uid, now=at(14))
    held(branch, activity)
    for before, after, one in ((100, 130, people[0]), (50, 40, people[1])):
        branch.write(figures.add_figure, one.uid, before * 10_000_00, past - timedelta(days=1))
        branch.write(figures.add_figure, one.uid, after * 10_000_00, past + timedelta(days=20))
    branch.write(
        interactions.add_interaction,
        people[0].uid,
        {
            "channel": "call",
            "content": "想买养老理财",
            "need": "养老理财",
            "need_amount_fen": 20_000_000,
            "held_on": past + timedelta(days=5),
        },
    )
    with branch.store.write() as session:
        row = session.scalars(select(Activity).where(Activity.uid == activity.uid)).one()
        row.first_on = row.last_on = past
        activities.edit_activity.__globals__["changes"].describe(session, "activity.edited", subject=row)
    month, quarter = sheet(branch, activity).outcomes
    assert (month.is_over, quarter.is_over) == (True, False)
    assert (month.customers, month.known, month.inflow_fen) == (2, 2, 20 * 10_000_00)
    assert (month.needs, month.needs_fen) == (1, 20_000_000)


def test_segments_and_lists_know_who_came(branch: Branch) -> None:
    people = customers_of(branch, "赵钱孙")
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, ids(people[:2]))
    first, second = guests(branch, activity)
    for one in (first, second):
        branch.write(activities.answer, one.uid, "yes", version=one.version)
    on_today(branch, activity)
    branch.write(activities.check_in, first.uid, now=at(14))
    came = archive.Condition("came_to", (activity.uid,))
    asked = archive.Condition("invited_to", (activity.uid,))
    never = archive.Condition("invited_to", None)
    listed = [len(branch.read(archive.find_customers, conditions=(one,))) for one in (came, asked, never)]
    assert listed == [1, 2, 1]
    test = {"field": "came_to", "op": "none_of", "value": [activity.uid]}
    with branch.store.read() as session:
        assert segments.count(session, segments.read(session, {"version": 1, "all": [test]})) == 2


def test_feedback_is_a_survey_of_those_who_came(branch: Branch) -> None:
    people = customers_of(branch, "赵钱")
    activity = begin(branch)
    opened(branch, activity)
    on_today(branch, activity)
    branch.write(activities.walk_in, activity.uid, people[0].uid, now=at(14))
    held(branch, activity)
    with pytest.raises(NotAllowed):
        branch.write(activities.ask_for_feedback, activity.uid, version=branch.version(activity))
    branch.act("supervisor")
    uid = branch.write(activities.ask_for_feedback, activity.uid, version=branch.version(activity))
    branch.write(surveys.open_survey, uid, version=1)
    assert branch.read(surveys.load_survey, uid).invited == 1
    assert sheet(branch, activity).survey_uid == uid


def test_merging_and_deleting_for_good_leave_the_list_whole(branch: Branch) -> None:
    one, other, third = customers_of(branch, "赵赵孙")
    activity = begin(branch)
    opened(branch, activity)
    branch.write(activities.invite, activity.uid, [one.id, other.id, third.id])
    on_today(branch, activity)
    branch.write(activities.check_in, guest(branch, activity, other).uid, now=at(14))
    branch.write(activities.check_in, guest(branch, activity, third).uid, now=at(14))
    held(branch, activity)
    seen = (branch.version(one), branch.version(other))
    branch.write(duplicates.merge, one.uid, other.uid, versions=seen)
    assert guest(branch, activity, one).came_on == TODAY
    assert len(guests(branch, activity)) == 2
    branch.undo()
    assert len(guests(branch, activity)) == 3
    branch.write(recycle_bin.delete_customer, third.uid, version=branch.version(third))
    assert sheet(branch, activity).row.turnout.came == 1
    branch.act("head")
    with branch.store.write() as session:
        head = branch.people["head"]
        consent = recycle_bin.Consent(branch.people["administrator"].staff_uid)
        assert head.staff_uid
        recycle_bin.purge_customers(session, [third.uid], consent)
    branch.act("manager")
    assert len(guests(branch, activity)) == 2
    assert branch.is_sound()


def test_removing_what_it_is_linked_with_leaves_it(branch: Branch) -> None:
    [one] = customers_of(branch, "赵")
    activity = begin(branch)
    opened(branch, activity)
    promise = {"promise": "寄资料", "due_on": TODAY + timedelta(days=3)}
    branch.write(
        activities.add_question, activity.uid, {"question": "?"}, customer_uid=one.uid, promise=promise
    )
    with branch.store.read() as session:
        kept = session.scalars(select(Commitment)).one()
    from rmdesk.services import commitments

    branch.write(commitments.remove_commitment, kept.uid, version=kept.version)
    assert sheet(branch, activity).questions[0].promise is None
    branch.write(activities.invite, activity.uid, [one.id])
    row = guest(branch, activity, one)
    branch.write(activities.answer, row.uid, "yes", version=row.version)
    with branch.store.read() as session:
        contact = session.scalars(select(Interaction)).one()
    branch.write(interactions.remove_interaction, contact.uid, version=contact.version)
    assert guest(branch, activity, one).invitation == "done"


def test_invitations_go_round_birthdays(branch: Branch) -> None:
    [one] = customers_of(branch, "赵")
    activity = begin(branch)
    day = TODAY + timedelta(days=7)
    branch.edit(one, birthday=Day(day.month, day.day, 1980))
    branch.write(dates.add_date, one.uid, {"kind": "wedding", "day": Day(day.month, day.day)})
    found = branch.read(activities.propose_invitations, activity.uid, [one.id])
    assert all(abs((invited.day - day).days) >= 7 for invited in found.placed)


def test_a_removed_draft_leaves_nothing(branch: Branch) -> None:
    [one] = customers_of(branch, "赵")
    activity = begin(branch)
    branch.write(activities.invite, activity.uid, [one.id])
    branch.write(activities.add_point, activity.uid, {"at_minute": "14:00", "what": "签到"})
    branch.write(activities.remove_activity, activity.uid, version=branch.version(activity))
    assert branch.read(activities.list_activities) == []
    branch.undo()
    assert len(guests(branch, activity)) == 1
    assert branch.is_sound()
