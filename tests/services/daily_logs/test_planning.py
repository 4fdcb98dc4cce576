"""Planning a day: what is proposed, what is put on it, in which order, and whether that was in time."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from rmdesk import words
from rmdesk.models import Customer, DailyLog, DailyLogItem, FollowUp
from rmdesk.services import (
    care,
    changes,
    commitments,
    daily_logs,
    facts,
    follow_ups,
    holdings,
    recycle_bin,
    settings,
    working_days,
)
from rmdesk.services.care import Asked, Key, Kind, Section
from rmdesk.services.changes.writing import stored_moment
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date.today()


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    return branch.add()


@pytest.fixture
def ahead(branch: Branch) -> date:
    """A working day whose plan is not due yet at whatever hour this runs."""
    calendar = branch.read(working_days.load)
    return calendar.next_working_day(calendar.next_working_day(TODAY))


def promise(branch: Branch, customer: Customer, due: date, words: str = "回电报价") -> Key:
    given = {"promise": words, "due_on": due, "promised_on": TODAY - timedelta(days=30)}
    row = branch.write(commitments.add_commitment, customer.uid, given)
    return Key("commitment", customer.id, row.uid, due)


def purposes(branch: Branch, day: date) -> list[str]:
    return [one.purpose for one in branch.read(daily_logs.load_day, day).items]


def test_what_is_due_is_proposed_by_value_and_urgency_until_it_is_planned(
    branch: Branch, ahead: date
) -> None:
    branch.act("manager")
    rich, poor = branch.add("钱多"), branch.add("钱少")
    branch.write(_figure, rich, 900_000_000)
    keys = [promise(branch, poor, ahead), promise(branch, rich, ahead)]
    late = promise(branch, poor, TODAY - timedelta(days=20), "早该做的")
    step = {"due_on": ahead, "step": "问候"}
    branch.write(follow_ups.add_follow_up, poor.uid, step)
    found = branch.read(daily_logs.propose, ahead)
    assert [one.key for one in found][:2] == [keys[1], late]
    assert found[1].days_late >= 20
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    branch.write(daily_logs.plan_touchpoints, ahead, [keys[1], late])
    left = {one.key for one in branch.read(daily_logs.propose, ahead)}
    assert keys[1] not in left
    assert late not in left
    assert keys[0] in left
    # What is on the plan of a day before that day is proposed for no later one.
    assert keys[1] not in {one.key for one in branch.read(daily_logs.propose, ahead + timedelta(days=7))}


def _figure(session: object, customer: Customer, fen: int) -> None:
    from rmdesk.services import figures

    figures.add_figure(session, customer.uid, fen, TODAY)  # type: ignore[arg-type]


def test_an_own_entry_with_a_customer_is_a_next_step_due_that_day(
    branch: Branch, customer: Customer, ahead: date
) -> None:
    given = {"purpose": "谈国债", "channel": "visit", "at_minute": "15:00"}
    item = branch.write(daily_logs.add_item, ahead, given, customer_uid=customer.uid)
    [step] = branch.read(follow_ups.list_follow_ups, customer.id)
    assert (step.step, step.due_on, step.channel) == ("谈国债", ahead, "visit")
    worklist = branch.read(care.load_worklist, Asked(ahead, ahead, TODAY))
    [line] = next(part.lines for part in worklist.parts if part.section is Section.PLAN)
    assert (line.key.subject, line.planned.uid, line.planned.at_minute) == (step.uid, item.uid, 900)
    assert [part.section for part in worklist.parts] == [Section.PLAN]
    branch.write(daily_logs.edit_item, item.uid, {"purpose": "谈国债和存单"}, version=branch.version(item))
    assert branch.read(follow_ups.list_follow_ups, customer.id)[0].step == "谈国债和存单"
    branch.write(daily_logs.remove_item, item.uid, version=branch.version(item))
    assert branch.read(follow_ups.list_follow_ups, customer.id) == []
    assert branch.is_sound()


def test_items_stand_in_the_order_they_were_put_into_and_by_their_time(branch: Branch, ahead: date) -> None:
    branch.act("manager")
    for purpose, at in (("乙", "10:00"), ("丙", "14:00"), ("甲", "9:00"), ("丁", None)):
        branch.write(daily_logs.add_item, ahead, {"purpose": purpose, "at_minute": at})
    assert purposes(branch, ahead) == ["甲", "乙", "丙", "丁"]
    uids = [one.uid for one in branch.read(daily_logs.load_day, ahead).items]
    branch.write(daily_logs.reorder, ahead, [uids[3], uids[0]])
    assert purposes(branch, ahead) == ["丁", "甲", "乙", "丙"]
    branch.undo()
    assert purposes(branch, ahead) == ["甲", "乙", "丙", "丁"]


def test_a_plan_is_on_time_until_the_closing_hour_of_the_working_day_before(
    branch: Branch, ahead: date
) -> None:
    branch.act("manager")
    branch.write(daily_logs.add_item, ahead, {"purpose": "例会"})
    day = branch.read(daily_logs.load_day, ahead)
    before = branch.read(working_days.load).previous_working_day(ahead)
    assert day.plan_due_at == datetime(before.year, before.month, before.day, 18).astimezone()
    assert (day.plan_is_late, day.clock_at, day.items[0].is_extra) == (False, None, False)
    after = day.plan_due_at + timedelta(minutes=1)
    branch.write(daily_logs.add_item, ahead, {"purpose": "临时"}, now=after)
    assert [one.is_extra for one in branch.read(daily_logs.load_day, ahead).items] == [False, True]
    assert branch.read(daily_logs.load_day, ahead).numbers.planned == 1
    branch.act("head")
    branch.write(settings.set, "branch.closing_minute", 17 * 60, version=0)
    branch.act("manager")
    assert branch.read(daily_logs.load_day, ahead).plan_due_at.astimezone().hour == 17


def test_around_a_public_holiday_the_plan_is_due_before_it_and_on_a_day_worked_in_exchange(
    branch: Branch,
) -> None:
    """The last day before the week off, and the Sunday that is worked for it."""
    line = working_days.Line
    own = {2030: (line("国庆", date(2030, 10, 1), date(2030, 10, 7), False),)}
    own[2030] += (line("国庆", date(2030, 9, 29), date(2030, 9, 29), True),)
    calendar = working_days.WorkCalendar(own)
    due = {
        day: branch.read(daily_logs.plan_due_at, calendar, day).date()
        for day in (date(2030, 10, 8), date(2030, 9, 30), date(2030, 9, 29))
    }
    assert due == {
        date(2030, 10, 8): date(2030, 9, 30),
        date(2030, 9, 30): date(2030, 9, 29),
        date(2030, 9, 29): date(2030, 9, 27),
    }


def test_a_plan_made_late_is_marked_so_and_stays_so_with_a_clock_that_was_set_back(branch: Branch) -> None:
    branch.act("manager")
    long_ago = datetime.now(UTC) - timedelta(days=40)
    branch.write(daily_logs.add_item, TODAY, {"purpose": "今日"}, on_rest_day=True, now=long_ago)
    day = branch.read(daily_logs.load_day, TODAY)
    assert day.plan_is_late
    assert day.clock_at == long_ago
    assert day.planned_at > day.plan_due_at
    # All of a late plan counts as planned, late, until the first of it was answered.
    branch.write(daily_logs.add_item, TODAY, {"purpose": "再一件"}, on_rest_day=True)
    [first, _] = branch.read(daily_logs.load_day, TODAY).items
    branch.write(daily_logs.complete_item, first.uid, "done", version=first.version)
    branch.write(daily_logs.add_item, TODAY, {"purpose": "事后"}, on_rest_day=True)
    assert [one.is_extra for one in branch.read(daily_logs.load_day, TODAY).items] == [False, False, True]


def test_the_window_s_own_clock_is_said_where_it_stands_behind_the_record(
    branch: Branch, ahead: date
) -> None:
    """Neither the moment nor a change made after the clock was moved back hides it."""
    branch.act("manager")
    later = stored_moment(datetime.now(UTC) + timedelta(hours=2))
    with branch.store.write() as session:
        session.connection().exec_driver_sql("UPDATE change_set SET at = ? WHERE number = 1", (later,))
    branch.write(daily_logs.add_item, ahead, {"purpose": "例会"})
    day = branch.read(daily_logs.load_day, ahead)
    assert day.clock_at is not None
    assert day.planned_at > day.clock_at + timedelta(hours=1)


def test_what_was_planned_is_told_in_the_language_of_whoever_reads(
    branch: Branch, customer: Customer, ahead: date
) -> None:
    key = promise(branch, customer, ahead, "寄对账单")
    branch.write(daily_logs.plan_touchpoints, ahead, [key])
    assert purposes(branch, ahead)[0].startswith("Promised on")
    words.use("zh_CN")
    assert purposes(branch, ahead)[0].endswith("答应：寄对账单")
    [item] = branch.read(daily_logs.load_day, ahead).items
    branch.write(daily_logs.edit_item, item.uid, {"purpose": item.purpose}, version=item.version)
    words.use("en")
    [item] = branch.read(daily_logs.load_day, ahead).items
    assert item.purpose.startswith("Promised on")
    branch.write(daily_logs.edit_item, item.uid, {"purpose": "当面交给他"}, version=item.version)
    assert purposes(branch, ahead) == ["当面交给他"]


def test_a_reminder_that_stands_on_a_plan_is_not_late_before_what_it_reminds_of(
    branch: Branch, customer: Customer
) -> None:
    with branch.store.write() as session:
        session.get_one(Customer, customer.id).known_since = TODAY - timedelta(days=900)
        session.flush()
        facts.refresh(session, [customer.id])
        changes.describe(session, "test.prepared")
    given = {"kind": "time_deposit", "amount_fen": 10_000_000, "matures_on": TODAY + timedelta(days=20)}
    row = branch.write(holdings.add_holding, customer.uid, given)
    key = Key("own_maturity", customer.id, row.uid, TODAY - timedelta(days=10))
    branch.write(daily_logs.plan_touchpoints, TODAY, [key], on_rest_day=True)
    found = branch.read(care.load_worklist, Asked(TODAY, TODAY, TODAY))
    [line] = next(part.lines for part in found.parts if part.section is Section.PLAN)
    assert line.touchpoint.day == TODAY
    assert purposes(branch, TODAY)[0].count("matures")


def test_a_planned_assessment_is_not_late_before_the_present_one_expires(
    branch: Branch, customer: Customer
) -> None:
    with branch.store.write() as session:
        row = session.get_one(Customer, customer.id)
        row.known_since, row.risk_tolerance = TODAY - timedelta(days=900), 3
        row.risk_assessed_on = TODAY - timedelta(days=362)  # good for a year, told 14 days ahead
        session.flush()
        facts.refresh(session, [customer.id])
        changes.describe(session, "test.prepared")
    asked = Asked(TODAY - timedelta(days=30), TODAY, TODAY, kinds=frozenset({Kind.ASSESSMENT}))
    [one] = branch.read(care.agenda, asked)
    assert one.day < TODAY
    branch.write(daily_logs.plan_touchpoints, TODAY, [one.key], on_rest_day=True)
    found = branch.read(care.load_worklist, Asked(TODAY, TODAY, TODAY))
    [line] = next(part.lines for part in found.parts if part.section is Section.PLAN)
    assert line.touchpoint.day == TODAY


def test_a_plan_that_was_emptied_is_as_if_it_never_was(branch: Branch, ahead: date) -> None:
    branch.act("manager")
    item = branch.write(daily_logs.add_item, ahead, {"purpose": "例会"})
    branch.write(daily_logs.remove_item, item.uid, version=branch.version(item))
    day = branch.read(daily_logs.load_day, ahead)
    assert (day.planned_at, day.items) == (None, ())


def test_a_day_of_rest_is_planned_only_if_it_is_meant(branch: Branch) -> None:
    branch.act("manager")
    calendar = branch.read(working_days.load)
    days = (TODAY + timedelta(days=one) for one in range(1, 15))
    rest = next(day for day in days if not calendar.is_working_day(day))
    with pytest.raises(UserError) as caught:
        branch.write(daily_logs.add_item, rest, {"purpose": "加班"})
    assert caught.value.code == "log.rest_day"
    assert caught.value.params["following"] == calendar.next_working_day(rest)
    branch.write(daily_logs.add_item, rest, {"purpose": "加班"}, on_rest_day=True)
    assert purposes(branch, rest) == ["加班"]
    with pytest.raises(UserError, match=r"log\.too_far"):
        branch.write(daily_logs.add_item, TODAY + timedelta(days=400), {"purpose": "明年"}, on_rest_day=True)


def test_two_who_begin_the_same_day_at_once_write_into_one_log(branch: Branch, ahead: date) -> None:
    branch.act("manager")
    barrier, errors = threading.Barrier(2), []

    def plan(words: str) -> None:
        try:
            barrier.wait()
            branch.write(daily_logs.add_item, ahead, {"purpose": words})
        except Exception as error:  # told below
            errors.append(error)

    threads = [threading.Thread(target=plan, args=(words,)) for words in ("甲", "乙")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert errors == []
    with branch.store.read() as session:
        assert session.query(DailyLog).count() == 1
    assert sorted(purposes(branch, ahead)) == ["乙", "甲"]


def test_the_same_touchpoint_stands_on_a_plan_once(branch: Branch, customer: Customer, ahead: date) -> None:
    key = promise(branch, customer, ahead)
    branch.write(daily_logs.plan_touchpoints, ahead, [key, key])
    branch.write(daily_logs.plan_touchpoints, ahead, [key])
    assert len(purposes(branch, ahead)) == 1
    gone = Key("commitment", customer.id, "f" * 32, ahead)
    with pytest.raises(UserError, match=r"care\.gone"):
        branch.write(daily_logs.plan_touchpoints, ahead, [gone])
    with pytest.raises(UserError, match=r"care\.collective"):
        branch.write(daily_logs.plan_touchpoints, ahead, [Key("festival", None, "mid_autumn", ahead)])


def test_who_keeps_no_records_plans_nothing_and_nobody_plans_for_another(branch: Branch, ahead: date) -> None:
    branch.act("manager")
    item = branch.write(daily_logs.add_item, ahead, {"purpose": "例会"})
    for who in ("head", "teller", "auditor", "administrator"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.write(daily_logs.add_item, ahead, {"purpose": "例会"})
    for who in ("colleague", "supervisor"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.write(daily_logs.edit_item, item.uid, {"purpose": "改"}, version=branch.version(item))


def test_a_log_still_names_a_customer_who_was_deleted(
    branch: Branch, customer: Customer, ahead: date
) -> None:
    key = promise(branch, customer, ahead)
    branch.write(daily_logs.plan_touchpoints, ahead, [key])
    branch.write(recycle_bin.delete_customer, customer.uid, version=branch.version(customer))
    [item] = branch.read(daily_logs.load_day, ahead).items
    assert (item.person, item.is_gone, bool(item.purpose)) == (None, True, True)
    assert branch.read(care.load_worklist, Asked(ahead, ahead, TODAY)).parts == ()
    branch.write(recycle_bin.restore_customer, customer.uid, version=branch.version(customer))
    assert branch.read(daily_logs.load_day, ahead).items[0].person.uid == customer.uid


def test_planning_is_undone_step_by_step(branch: Branch, customer: Customer, ahead: date) -> None:
    branch.write(daily_logs.add_item, ahead, {"purpose": "谈国债"}, customer_uid=customer.uid)
    assert branch.newest().kind == "log.planned"
    branch.undo()
    with branch.store.read() as session:
        assert session.query(DailyLogItem).count() == session.query(FollowUp).count() == 0
    assert branch.is_sound()
