"""Completion: one row, finished once, in Today or in the log; then submitted, and only added to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rmdesk.models import Customer
from rmdesk.services import (
    care,
    commitments,
    daily_logs,
    follow_ups,
    holdings,
    interactions,
    undoing,
    working_days,
)
from rmdesk.services.care import Asked, Key, Section
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date.today()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    return branch.add()


def plan(branch: Branch, customer: Customer, words: str = "谈国债", day: date = TODAY) -> daily_logs.Item:
    given = {"purpose": words, "channel": "call"}
    row = branch.write(daily_logs.add_item, day, given, customer_uid=customer.uid, on_rest_day=True)
    return item_of(branch, row.uid, day)


def item_of(branch: Branch, uid: str, day: date = TODAY) -> daily_logs.Item:
    return next(one for one in branch.read(daily_logs.load_day, day).items if one.uid == uid)


def complete(branch: Branch, item: daily_logs.Item, outcome: str, day: date = TODAY, **given: object):
    branch.write(daily_logs.complete_item, item.uid, outcome, version=item.version, **given)
    return item_of(branch, item.uid, day)


def key_of(branch: Branch, customer: Customer, day: date = TODAY) -> Key:
    [step] = branch.read(follow_ups.list_follow_ups, customer.id)
    return Key("follow_up", customer.id, step.uid, day)


def test_done_in_the_log_records_the_contact_and_does_the_touchpoint(
    branch: Branch, customer: Customer
) -> None:
    done = complete(branch, plan(branch, customer), "done", result="续存 50 万")
    [contact] = branch.read(interactions.list_interactions, customer.uid)
    assert (contact.channel, contact.content, contact.purpose) == ("call", "续存 50 万", "谈国债")
    assert (done.outcome, done.result, done.contact.uid) == ("done", "续存 50 万", contact.uid)
    assert branch.read(follow_ups.list_follow_ups, customer.id)[0].state == "done"
    assert branch.read(daily_logs.load_day, TODAY).unplanned == ()
    branch.undo()
    assert item_of(branch, done.uid).outcome == "open"
    assert branch.read(interactions.list_interactions, customer.uid) == []
    assert branch.read(follow_ups.list_follow_ups, customer.id)[0].state == "open"
    assert branch.is_sound()


def test_done_in_today_completes_the_same_row_of_the_log(branch: Branch, customer: Customer) -> None:
    item = plan(branch, customer)
    worklist = branch.read(care.load_worklist, Asked(TODAY, TODAY, TODAY))
    [line] = next(part.lines for part in worklist.parts if part.section is Section.PLAN)
    given = {"channel": "wechat", "content": "已发产品对比"}
    row = branch.write(care.complete, customer.uid, given, keys=[line.key], today=TODAY)
    done = item_of(branch, item.uid)
    assert (done.outcome, done.result, done.contact.uid) == ("done", "已发产品对比", row.uid)
    again = branch.read(care.load_worklist, Asked(TODAY, TODAY, TODAY))
    assert Section.PLAN not in [part.section for part in again.parts]
    branch.undo()
    assert item_of(branch, item.uid).outcome == "open"


def test_skipped_and_put_off_in_today_say_so_in_the_log(branch: Branch, customer: Customer) -> None:
    item = plan(branch, customer)
    key = key_of(branch, customer)
    branch.write(care.skip, [key], "出国了", today=TODAY)
    assert (item_of(branch, item.uid).outcome, item_of(branch, item.uid).result) == ("not_done", "出国了")
    branch.undo()
    branch.write(care.postpone, [key], TOMORROW, today=TODAY)
    moved = item_of(branch, item.uid)
    assert (moved.outcome, moved.moved_to) == ("moved", TOMORROW)
    [carried] = branch.read(daily_logs.load_day, TOMORROW).items
    assert (carried.source, carried.purpose, carried.outcome) == ("moved", "谈国债", "open")
    # Somebody still has to plan that day.
    assert branch.read(daily_logs.load_day, TOMORROW).planned_at is None


def test_moved_in_the_log_puts_the_touchpoint_off(branch: Branch, customer: Customer) -> None:
    moved = complete(
        branch, plan(branch, customer), "moved", moved_to=TOMORROW, on_rest_day=True, result="在开会"
    )
    assert (moved.outcome, moved.moved_to, moved.result) == ("moved", TOMORROW, "在开会")
    assert [one.purpose for one in branch.read(daily_logs.load_day, TOMORROW).items] == ["谈国债"]
    agenda = branch.read(care.agenda, Asked(TODAY, TOMORROW, TODAY))
    assert [(one.day, one.postponed) for one in agenda if one.key.rule == "follow_up"] == [(TOMORROW, True)]
    with pytest.raises(UserError, match=r"log\.settled"):
        complete(branch, moved, "done")
    branch.undo()
    assert branch.read(daily_logs.load_day, TOMORROW).items == ()
    open_again = item_of(branch, moved.uid)
    with pytest.raises(UserError, match=r"log\.same_day"):
        complete(branch, open_again, "moved", moved_to=TODAY)
    with pytest.raises(UserError, match=r"care\.postponed_to_past"):
        complete(branch, open_again, "moved", moved_to=TODAY - timedelta(days=1))


def test_a_planned_reminder_that_is_moved_stays_one_line(branch: Branch) -> None:
    """Whichever reminder of a holding is planned, wherever it is moved to, in the log or in Today."""
    branch.act("manager")

    def lines(holding: str, day: date) -> list[care.Line]:
        parts = branch.read(care.load_worklist, Asked(day, day, TODAY)).parts
        open_parts = [part for part in parts if part.section not in (Section.DONE, Section.AHEAD)]
        return [line for part in open_parts for line in part.lines if line.key.subject == holding]

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(0, 30), st.integers(1, 45), st.booleans())
    @example(20, 13, False)  # to the day of the next
    @example(20, 16, True)  # past it
    def holds(matures_in: int, days: int, in_log: bool) -> None:
        customer, due = branch.add(), TODAY + timedelta(days=matures_in)
        matures = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": due}
        holding = branch.write(holdings.add_holding, customer.uid, matures).uid
        for line in lines(holding, TODAY):
            branch.write(daily_logs.plan_touchpoints, TODAY, [line.key], on_rest_day=True)
            item = branch.read(daily_logs.load_day, TODAY).items[-1]
            to = TODAY + timedelta(days=days)
            if in_log:
                complete(branch, item, "moved", moved_to=to, on_rest_day=True)
            else:
                branch.write(care.postpone, [line.key], to, today=TODAY)
            for day in {to, *(due - timedelta(days=lead) for lead in (7, 1, 0))}:
                assert day <= TODAY or len(lines(holding, day)) <= 1
            [moved] = lines(holding, to)
            assert moved.planned is not None
            branch.write(care.mark_done, [moved.key], today=to)
            assert lines(holding, to) == []

    holds()


def test_a_day_of_rest_to_move_to_is_told_and_taken_if_it_is_meant(branch: Branch) -> None:
    branch.act("manager")
    row = branch.write(daily_logs.add_item, TODAY, {"purpose": "晨会"}, on_rest_day=True)
    calendar = branch.read(working_days.load)
    rest = TODAY + timedelta(days=1)
    while calendar.is_working_day(rest):
        rest += timedelta(days=1)
    with pytest.raises(UserError) as caught:
        complete(branch, item_of(branch, row.uid), "moved", moved_to=rest)
    assert (caught.value.code, caught.value.params["day"]) == ("log.rest_day", rest)
    assert item_of(branch, row.uid).outcome == "open"
    complete(branch, item_of(branch, row.uid), "moved", moved_to=rest, on_rest_day=True)
    assert [one.purpose for one in branch.read(daily_logs.load_day, rest).items] == ["晨会"]


def test_an_item_about_nobody_moves_and_is_done_too(branch: Branch) -> None:
    branch.act("manager")
    row = branch.write(daily_logs.add_item, TODAY, {"purpose": "晨会"}, on_rest_day=True)
    worklist = branch.read(care.load_worklist, Asked(TODAY, TODAY, TODAY))
    [line] = next(part.lines for part in worklist.parts if part.section is Section.PLAN)
    assert (line.person, line.planned.uid, worklist.open_count) == (None, row.uid, 1)
    complete(branch, item_of(branch, row.uid), "moved", moved_to=TOMORROW, on_rest_day=True)
    [carried] = branch.read(daily_logs.load_day, TOMORROW).items
    assert carried.purpose == "晨会"
    with pytest.raises(UserError, match=r"log\.not_yet"):
        complete(branch, carried, "done", TOMORROW)


def test_partly_and_not_done_leave_the_touchpoint_open(branch: Branch, customer: Customer) -> None:
    item = plan(branch, customer)
    with pytest.raises(UserError, match=r"text\.empty"):
        complete(branch, item, "not_done")
    missed = complete(branch, item, "not_done", result="没打通")
    assert branch.read(follow_ups.list_follow_ups, customer.id)[0].state == "open"
    partly = complete(branch, missed, "partly", result="报了测算")
    assert partly.contact is not None
    assert branch.read(follow_ups.list_follow_ups, customer.id)[0].state == "open"
    done = complete(branch, partly, "done", result="都办好了")
    assert done.outcome == "done"


def test_a_contact_of_the_day_is_listed_by_itself_and_taken_by_the_item_it_answers(
    branch: Branch, customer: Customer
) -> None:
    item, other = plan(branch, customer), branch.add("许志明")
    given = {"channel": "branch_visit", "content": "改手机号", "at_minute": "10:20"}
    stray = branch.write(interactions.add_interaction, other.uid, given)
    met = branch.write(interactions.add_interaction, customer.uid, {"channel": "call", "content": "问国债"})
    day = branch.read(daily_logs.load_day, TODAY)
    assert [one.uid for one in day.unplanned] == [stray.uid, met.uid]
    assert item_of(branch, item.uid).met.uid == met.uid
    assert (day.numbers.unplanned, day.numbers.channels) == (2, {"branch_visit": 1, "call": 1})
    done = complete(branch, item, "done")
    assert (done.contact.uid, done.result) == (met.uid, "问国债")
    assert [one.uid for one in branch.read(daily_logs.load_day, TODAY).unplanned] == [stray.uid]
    assert len(branch.read(interactions.list_interactions, customer.uid)) == 1


def test_a_submitted_log_is_only_added_to(branch: Branch, customer: Customer) -> None:
    item = plan(branch, customer)
    with pytest.raises(UserError) as caught:
        branch.write(daily_logs.submit, TODAY)
    assert (caught.value.code, caught.value.params["count"]) == ("log.open_items", 1)
    complete(branch, item, "done", result="办好了")
    completed = branch.newest().number
    branch.write(daily_logs.submit, TODAY)
    day = branch.read(daily_logs.load_day, TODAY)
    assert (day.standing, day.submit_is_late, day.is_open) == ("submitted", False, False)
    submitted = branch.newest().number
    now = item_of(branch, item.uid)
    for attempt in (
        lambda: branch.write(daily_logs.submit, TODAY),
        lambda: complete(branch, now, "partly"),
        lambda: branch.write(daily_logs.add_item, TODAY, {"purpose": "又"}, on_rest_day=True),
        lambda: branch.write(daily_logs.edit_item, now.uid, {"purpose": "改"}, version=now.version),
        lambda: branch.write(undoing.undo, completed),
        lambda: branch.write(undoing.undo, submitted),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.code in ("log.frozen", "log.submitted_already", "changes.undo_not_possible")
    branch.write(daily_logs.add_addendum, day.uid, "客户晚上回电确认", item_uid=item.uid)
    [said] = branch.read(daily_logs.load_day, TODAY).remarks
    assert (said.kind, said.text, said.item_uid) == ("addendum", "客户晚上回电确认", item.uid)
    assert item_of(branch, item.uid) == now


def test_what_is_done_after_submitting_leaves_the_log_as_it_was(branch: Branch, customer: Customer) -> None:
    item = complete(branch, plan(branch, customer), "not_done", result="没打通")
    branch.write(daily_logs.submit, TODAY)
    branch.write(care.mark_done, [key_of(branch, customer)], today=TODAY)
    assert item_of(branch, item.uid).outcome == "not_done"


def test_a_log_of_a_past_day_is_late_and_submitted_late(branch: Branch) -> None:
    branch.act("manager")
    day = branch.read(working_days.load).previous_working_day(TODAY)
    assert branch.read(daily_logs.load_day, day).standing == "draft" or (
        branch.read(daily_logs.load_day, day).standing == "missing"
    )
    branch.write(daily_logs.add_item, day, {"purpose": "补记"})
    [item] = branch.read(daily_logs.load_day, day).items
    assert branch.read(daily_logs.load_day, day).standing == "late"
    complete(branch, item, "done", day)
    branch.write(daily_logs.submit, day)
    found = branch.read(daily_logs.load_day, day)
    assert (found.standing, found.submit_is_late, found.plan_is_late) == ("submitted", True, True)
    with pytest.raises(UserError, match=r"log\.not_yet"):
        branch.write(daily_logs.submit, TOMORROW)


def test_submitting_in_time_by_a_clock_set_back_is_late_all_the_same(branch: Branch) -> None:
    branch.act("manager")
    day = TODAY - timedelta(days=3)
    before = datetime.now(UTC) - timedelta(days=4)
    branch.write(daily_logs.add_item, day, {"purpose": "补记"}, on_rest_day=True, now=before)
    [item] = branch.read(daily_logs.load_day, day).items
    complete(branch, item, "done", day)
    branch.write(daily_logs.submit, day, now=before)
    found = branch.read(daily_logs.load_day, day)
    assert (found.plan_is_late, found.submit_is_late) == (True, True)


def test_news_finds_whom_it_touches_and_becomes_contacts(branch: Branch) -> None:
    branch.act("manager")
    holder, other = branch.add("存单客户"), branch.add("别的客户")
    from rmdesk.services import archive, holdings, tags

    given = {"kind": "time_deposit", "amount_fen": 45_000_000, "bank": "招商银行"}
    branch.write(holdings.add_holding, holder.uid, given)
    branch.write(tags.add_tag, other.uid, "企业主")
    by_kind = branch.read(daily_logs.find_touched, kind="time_deposit")
    assert by_kind == [holder.id]
    tagged = [archive.Condition("tag", ("企业主",))]
    assert branch.read(daily_logs.find_touched, conditions=tagged) == [other.id]
    assert branch.read(daily_logs.find_touched, kind="time_deposit", conditions=tagged) == []
    words = {"kind": "market", "headline": "同业下调存单利率", "found_by": "持有 定期存款"}
    news = branch.write(daily_logs.add_news, TODAY, words, [holder.id, other.id])
    version = branch.version(news)
    assert branch.write(daily_logs.plan_contacts, news.uid, [holder.id], TODAY, version=version) == 1
    assert branch.write(daily_logs.plan_contacts, news.uid, [holder.id], TODAY, version=version) == 0
    day = branch.read(daily_logs.load_day, TODAY)
    assert [(one.headline, one.touched, one.planned) for one in day.news] == [("同业下调存单利率", 2, 1)]
    assert [(one.source, one.person.uid) for one in day.items] == [("news", holder.uid)]
    touched = branch.read(daily_logs.load_touched, news.uid)
    assert [(person.uid, planned) for person, planned in touched] == [(holder.uid, TODAY), (other.uid, None)]
    with pytest.raises(UserError, match=r"log\.too_many"):
        branch.write(daily_logs.plan_contacts, news.uid, range(1, 60), TODAY, version=version)
    # At the close of business the log is handed in; what follows from the news is planned all the same.
    [item] = day.items
    branch.write(daily_logs.complete_item, item.uid, "done", version=item.version)
    branch.write(daily_logs.submit, TODAY)
    following = branch.read(working_days.load).next_working_day(TODAY)
    assert branch.write(daily_logs.plan_contacts, news.uid, [other.id], following, version=version) == 1
    with pytest.raises(UserError, match=r"log\.frozen"):
        branch.write(daily_logs.remove_news, news.uid, version=version)


def test_somebody_elses_item_is_not_completed_and_an_old_version_is_a_conflict(
    branch: Branch, customer: Customer
) -> None:
    item = plan(branch, customer)
    with pytest.raises(Conflict):
        branch.write(daily_logs.complete_item, item.uid, "done", version=item.version + 1)
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.write(daily_logs.complete_item, item.uid, "done", version=item.version)


def test_a_promise_kept_in_the_log_is_kept(branch: Branch, customer: Customer) -> None:
    row = branch.write(commitments.add_commitment, customer.uid, {"promise": "报价", "due_on": TODAY})
    key = Key("commitment", customer.id, row.uid, TODAY)
    [planned] = branch.write(daily_logs.plan_touchpoints, TODAY, [key], on_rest_day=True)
    complete(branch, item_of(branch, planned.uid), "done", result="已报价")
    assert branch.read(commitments.list_commitments, customer.id)[0].state == "kept"
