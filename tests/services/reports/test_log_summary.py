"""Weeks and months of the log on paper: of one manager by day, of the branch by manager, with charts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rmdesk.services import daily_logs, interactions, reports, working_days
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.reports import log_parts, log_summary
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed

TODAY = date.today()
BEFORE = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def worked(branch: Branch) -> Branch:
    """The manager planned two items for today, did one and moved one; two visits and a call."""
    branch.act("manager")
    for words, outcome, given in (
        ("晨会", "done", {}),
        ("整理材料", "moved", {"moved_to": TODAY + timedelta(days=1), "on_rest_day": True}),
    ):
        row = branch.write(daily_logs.add_item, TODAY, {"purpose": words}, on_rest_day=True)
        (item,) = [one for one in branch.read(daily_logs.load_day, TODAY).items if one.uid == row.uid]
        branch.write(daily_logs.complete_item, item.uid, outcome, version=item.version, **given)
    one = branch.add("陈静怡")
    for channel in ("visit", "branch_visit", "call", "wechat"):
        said = {"held_on": TODAY, "channel": channel, "content": "聊聊", "duration_minutes": 20}
        branch.write(interactions.add_interaction, one.uid, said)
    return branch


def summary(branch: Branch, **values: object) -> daily_logs.Summary:
    return branch.read(reports.prepare, "log_summary", values).data.summary


def test_a_manager_gets_their_own_days_whatever_is_asked(worked: Branch) -> None:
    made = print_typed(worked, "log_summary", "zh_CN", period="month")
    assert made.sizes[0][0] < made.sizes[0][1]
    for words in ("林晓雯", "按日", f"{TODAY:%m-%d}", "见面", "每日计划与完成", "按渠道联系"):
        assert made.has(words), words
    assert not made.has("陈立")
    with pytest.raises(UserError, match=r"report\.wrong_value"):
        print_typed(worked, "log_summary", "zh_CN", manager="陈立")
    uid = worked.people["colleague"].staff_uid
    with pytest.raises(NotAllowed):
        print_report(worked, "log_summary", "en", period="week", day=TODAY, manager=uid)


def test_the_branch_is_listed_by_manager_on_a_wide_page(worked: Branch) -> None:
    worked.act("supervisor")
    made = print_typed(worked, "log_summary", "en", period="week")
    assert made.sizes[0][0] > made.sizes[0][1]
    for words in ("The whole branch", "林晓雯", "陈立", "Together", "By manager", "Planned and done by day"):
        assert made.has(words), words
    assert not made.has("陈静怡")
    alone = print_typed(worked, "log_summary", "en", period="week", manager="林晓雯")
    assert not alone.has("陈立")
    assert alone.has("By day")


def test_numbers_are_those_of_the_log(worked: Branch) -> None:
    found = summary(worked, period="week", day=TODAY)
    counted = found.counted
    assert (counted.done, counted.moved, counted.contacts, counted.minutes) == (1, 1, 4, 80)
    channels = dict(counted.channels)
    told = log_parts.visits(channels), log_parts.calls(channels), log_parts.messages(channels)
    assert sum(told) == counted.contacts
    assert told[0] == 2
    chart = log_parts.trend(found.by_day)
    place = list(found.by_day).index(TODAY)
    assert [one.values[place] for one in chart.series] == [1.0, 1.0, 0.0]
    by_channel = log_parts.by_channel(channels)
    assert sum(value or 0 for value in by_channel.series[0].values) == counted.contacts


def test_who_did_not_plan_or_submit_is_named_with_the_days(branch: Branch) -> None:
    calendar = branch.read(working_days.load)
    day = calendar.previous_working_day(TODAY)
    branch.act("manager")
    branch.write(daily_logs.add_item, day, {"purpose": "晨会"}, now=BEFORE)
    branch.act("supervisor")
    made = branch.read(reports.prepare, "log_summary", {"period": "month", "day": day})
    (mine,) = [one for one in made.data.summary.managers if one.staff == "林晓雯"]
    assert mine.counted.missing_logs == 1
    read = print_report(branch, "log_summary", "zh_CN", period="month", day=day)
    assert read.has("未写计划、未提交的日子")
    assert read.has(f"{day.month}/{day.day}")


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        ("week", date(2026, 3, 1), date(2026, 2, 23), date(2026, 3, 1)),
        ("month", date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29)),
        ("month", date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_weeks_begin_on_monday_and_months_are_whole(period: str, day: date, first: date, last: date) -> None:
    assert log_summary.days_of(period, day) == (first, last)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_time_without_any_log_makes_a_good_page(branch: Branch, language: str) -> None:
    branch.act("manager")
    made = print_typed(branch, "log_summary", language, day="2026-03-02")
    assert made.has("这些天没有联系记录" if language == "zh_CN" else "No contacts in these days")
    branch.act("supervisor")
    made = print_typed(branch, "log_summary", language, day="2020-03-02", period="week")
    assert made.has("林晓雯") or made.has("还没有人写日志") or made.has("Nobody keeps a log yet")


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator"])
def test_who_reads_no_logs_gets_no_summary(branch: Branch, who: str) -> None:
    branch.act(who)
    with pytest.raises(NotAllowed):
        branch.read(reports.prepare_typed, "log_summary", {})
