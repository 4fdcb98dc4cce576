"""The supervisor's reading, and what days, weeks and months count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from rmdesk.models import Staff
from rmdesk.services import daily_logs, interactions, undoing, working_days
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date.today()


def handed_in(branch: Branch, who: str, day: date = TODAY) -> tuple[str, int]:
    branch.act(who)
    branch.write(daily_logs.add_item, day, {"purpose": "例会"}, on_rest_day=True)
    [item] = branch.read(daily_logs.load_day, day).items
    branch.write(daily_logs.complete_item, item.uid, "done", version=item.version)
    branch.write(daily_logs.submit, day)
    log = branch.read(daily_logs.load_day, day)
    return str(log.uid), log.version


def test_a_supervisor_reads_comments_and_countersigns_many(branch: Branch) -> None:
    first, second = handed_in(branch, "manager"), handed_in(branch, "colleague")
    branch.act("supervisor")
    waiting = branch.read(daily_logs.list_waiting)
    assert [(one.staff, one.items, one.done) for one in waiting] == [("林晓雯", 1, 1), ("陈立", 1, 1)] or [
        (one.staff, one.items, one.done) for one in waiting
    ] == [("陈立", 1, 1), ("林晓雯", 1, 1)]
    branch.write(daily_logs.comment_on, first[0], "注意高建平的取款")
    branch.write(daily_logs.countersign, [first, second], comment="已阅")
    assert branch.read(daily_logs.list_waiting) == []
    branch.act("manager")
    day = branch.read(daily_logs.load_day, TODAY)
    assert (day.standing, day.decided_by) == ("countersigned", "何佳怡")
    assert [(one.kind, one.staff, one.text) for one in day.remarks] == [
        ("comment", "何佳怡", "注意高建平的取款"),
        ("countersigned", "何佳怡", "已阅"),
    ]
    branch.act("supervisor")
    with pytest.raises(UserError, match=r"changes\.undo_not_possible"):
        branch.write(undoing.undo, branch.newest().number)
    with pytest.raises(UserError, match=r"log\.not_waiting"):
        branch.write(daily_logs.countersign, [first])


def test_nobody_countersigns_their_own_nor_one_they_did_not_read(branch: Branch) -> None:
    own = handed_in(branch, "supervisor")
    other = handed_in(branch, "manager")
    branch.act("supervisor")
    with pytest.raises(NotAllowed, match=r"work\.own"):
        branch.write(daily_logs.countersign, [other, own])
    with pytest.raises(Conflict):
        branch.write(daily_logs.countersign, [(other[0], other[1] + 1)])
    assert [one.staff for one in branch.read(daily_logs.list_waiting)] == ["林晓雯"]
    branch.act("head")
    assert len(branch.write(daily_logs.countersign, [own, other])) == 2
    for who in ("manager", "colleague", "teller", "auditor", "administrator", "lobby"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.write(daily_logs.countersign, [own])


def test_a_log_sent_back_is_written_into_and_handed_in_anew(branch: Branch) -> None:
    uid, version = handed_in(branch, "manager")
    branch.act("supervisor")
    with pytest.raises(UserError, match=r"text\.empty"):
        branch.write(daily_logs.send_back, uid, " ", version=version)
    branch.write(daily_logs.send_back, uid, "缺原因", version=version)
    branch.act("manager")
    day = branch.read(daily_logs.load_day, TODAY)
    assert (day.standing, day.is_open) == ("returned", True)
    with pytest.raises(UserError, match=r"log\.not_submitted"):
        branch.write(daily_logs.add_addendum, uid, "补")
    branch.write(
        daily_logs.complete_item, day.items[0].uid, "partly", version=day.items[0].version, result="补上"
    )
    branch.write(daily_logs.submit, TODAY)
    day = branch.read(daily_logs.load_day, TODAY)
    assert (day.standing, day.decided_by, day.remarks[0].text) == ("submitted", None, "缺原因")


def test_logs_are_read_by_whom_the_table_of_roles_says(branch: Branch) -> None:
    handed_in(branch, "manager")
    uid = branch.people["manager"].staff_uid
    for who in ("supervisor", "head"):
        branch.act(who)
        assert branch.read(daily_logs.load_day, TODAY, staff_uid=uid).standing == "submitted"
    for who in ("colleague", "teller", "lobby", "auditor", "administrator"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.read(daily_logs.load_day, TODAY, staff_uid=uid)
        with pytest.raises(NotAllowed):
            branch.read(daily_logs.summarise, TODAY, TODAY, branch=True)


def test_the_database_itself_lets_nobody_judge_their_own(branch: Branch) -> None:
    from sqlalchemy.exc import IntegrityError

    handed_in(branch, "manager")
    statement = "UPDATE daily_log SET state = 'countersigned', decided_by_id = staff_id, decided_at = 'x'"
    with pytest.raises(IntegrityError), branch.store.write() as session:
        session.connection().exec_driver_sql(statement)


def test_a_summary_counts_by_manager_by_day_and_for_the_branch(branch: Branch) -> None:
    handed_in(branch, "manager")
    branch.act("manager")
    customer = branch.add()
    given = {"channel": "visit", "content": "面谈", "duration_minutes": 40}
    branch.write(interactions.add_interaction, customer.uid, given)
    branch.act("colleague")
    yesterday = TODAY - timedelta(days=1)
    branch.write(daily_logs.add_item, yesterday, {"purpose": "没做"}, on_rest_day=True)
    branch.act("head")
    found = branch.read(daily_logs.summarise, yesterday, TODAY, branch=True)
    by_name = {one.staff: one for one in found.managers}
    assert set(by_name) == {"林晓雯", "陈立"}
    mine = by_name["林晓雯"].counted
    assert (mine.planned, mine.done, mine.late_plans, mine.contacts, mine.minutes) == (1, 1, 1, 1, 40)
    assert mine.channels == {"visit": 1}
    theirs = by_name["陈立"].counted
    assert (theirs.planned, theirs.open, theirs.overdue) == (1, 1, 1)
    assert by_name["陈立"].days[0].standing == "late"
    assert (found.counted.planned, found.by_day[TODAY].done, found.by_day[yesterday].overdue) == (2, 1, 1)
    calendar = branch.read(working_days.load)
    if calendar.is_working_day(TODAY):
        assert by_name["陈立"].days[1].standing == "draft"
    with pytest.raises(UserError, match=r"care\.wrong_range"):
        branch.read(daily_logs.summarise, TODAY, yesterday)


def test_whoever_keeps_no_log_has_none_missing_and_names_are_masked_in_what_was_written(
    branch: Branch,
) -> None:
    branch.act("manager")
    customer = branch.add("赵敏敏")
    given = {"channel": "call", "content": "赵敏敏 电话 满意"}
    branch.write(interactions.add_interaction, customer.uid, given)
    assert branch.read(daily_logs.load_day, TODAY).unplanned[0].words == "赵敏敏 电话 满意"
    branch.write(
        daily_logs.add_item, TODAY, {"purpose": "给赵敏敏送资料"}, customer_uid=customer.uid, on_rest_day=True
    )
    news = {"kind": "market", "headline": "赵敏敏所在行业减税"}
    branch.write(daily_logs.add_news, TODAY, news)
    uid = str(branch.read(daily_logs.load_day, TODAY).uid)
    branch.act("supervisor")
    branch.write(daily_logs.comment_on, uid, "赵敏敏请尽快联系")
    log = branch.read(daily_logs.load_day, TODAY, staff_uid=branch.people["manager"].staff_uid)
    assert [one.words for one in log.unplanned] == ["赵* 电话 满意"]
    assert [one.purpose for one in log.items if one.person is not None] == ["给赵*送资料"]
    assert [one.text for one in log.remarks] == ["赵*请尽快联系"]
    assert [one.headline for one in log.news] == ["赵*所在行业减税"]
    days = (TODAY - timedelta(days=9), TODAY)
    mine = branch.read(daily_logs.summarise, *days).counted
    assert (mine.working_days, mine.missing_plans, mine.missing_logs) == (0, 0, 0)
    past = branch.read(working_days.load).previous_working_day(TODAY)
    assert branch.read(daily_logs.load_day, past).standing == "draft"


def test_days_before_a_person_came_and_after_they_left_are_not_missing(branch: Branch) -> None:
    uid = branch.people["colleague"].staff_uid
    branch.act("head")
    month = (TODAY - timedelta(days=30), TODAY - timedelta(days=1))
    found = branch.read(daily_logs.summarise, *month, branch=True)
    assert found.counted.missing_logs == found.counted.working_days == 0
    handed_in(branch, "colleague")
    with branch.store.write() as session:
        from rmdesk.services import changes

        person = session.query(Staff).filter_by(uid=uid).one()
        person.disabled_at = datetime.now(UTC)
        changes.describe(session, "staff.disabled", subject=person)
    branch.act("head")
    later = branch.read(daily_logs.summarise, TODAY, TODAY + timedelta(days=6), branch=True)
    left = next(one for one in later.managers if one.staff_uid == uid)
    assert (left.has_left, left.counted.missing_logs) == (True, 0)
    log = branch.read(daily_logs.load_day, TODAY, staff_uid=uid)
    assert log.has_left
    branch.write(daily_logs.countersign, [(str(log.uid), log.version)])


def test_a_day_and_a_month_are_read_from_indexes(branch: Branch) -> None:
    plans = {
        "SELECT channel, count(*), sum(duration_minutes) FROM interaction WHERE staff_id IN (1, 2)"
        " AND held_on BETWEEN '2026-09-01' AND '2026-09-30' GROUP BY staff_id, held_on, channel": (
            "USING COVERING INDEX ix_interaction_staff_id_held_on"
        ),
        "SELECT outcome, count(*) FROM daily_log_item WHERE log_id = 1 GROUP BY outcome, is_extra": (
            "USING COVERING INDEX ix_daily_log_item_log_id"
        ),
    }
    with branch.store.read() as session:
        for statement, wanted in plans.items():
            plan = " ".join(row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {statement}")))
            assert wanted in plan
