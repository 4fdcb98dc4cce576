"""A day of the log on paper: plan and completion, what was written beside it, where it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rmdesk.models import Customer, Staff
from rmdesk.services import changes, daily_logs, interactions, recycle_bin, reports
from rmdesk.services.errors import NotAllowed
from tests.support.branches import Branch
from tests.support.printing import print_typed

TODAY = date.today()
HOSTILE = "<img src=x> A&B \U0001f600 \U00020bb7 <b>"


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    return branch.add("陈静怡")


def plan(branch: Branch, words: str, customer: Customer | None = None) -> daily_logs.Item:
    uid = None if customer is None else customer.uid
    given = {"purpose": words, "channel": "call", "at_minute": "9:30"}
    row = branch.write(daily_logs.add_item, TODAY, given, customer_uid=uid, on_rest_day=True)
    return next(one for one in branch.read(daily_logs.load_day, TODAY).items if one.uid == row.uid)


def complete(branch: Branch, item: daily_logs.Item, outcome: str, **given: object) -> None:
    branch.write(daily_logs.complete_item, item.uid, outcome, version=item.version, **given)


def submitted(branch: Branch) -> tuple[str, int]:
    branch.write(daily_logs.submit, TODAY)
    log = branch.read(daily_logs.load_day, TODAY)
    return str(log.uid), log.version


def test_plan_and_completion_stand_beside_each_other_with_what_came_unplanned(
    branch: Branch, customer: Customer
) -> None:
    complete(branch, plan(branch, "谈国债续存", customer), "done", result="同意续存 50 万")
    complete(branch, plan(branch, "晨会"), "moved", moved_to=TODAY + timedelta(days=1), on_rest_day=True)
    said = {"held_on": TODAY, "channel": "branch_visit", "content": "来办卡", "duration_minutes": 25}
    branch.write(interactions.add_interaction, branch.add("赵文博").uid, said)
    news = {"kind": "policy", "headline": "下调存款利率", "meaning": "尽早续存"}
    branch.write(daily_logs.add_news, TODAY, news, [customer.id])
    made = print_typed(branch, "daily_log", "zh_CN", day=TODAY.isoformat())
    for words in (
        "09:30",
        "谈国债续存",
        "同意续存 50 万",
        (TODAY + timedelta(days=1)).isoformat(),
        "计划外联系",
        "赵文博",
        "来办卡",
        "下调存款利率",
        "尽早续存",
        "客户经理：林晓雯",
        "草稿",
        "25 分",
    ):
        assert made.has(words), words
    assert print_typed(branch, "daily_log", "en").has("Plan and completion")


def test_it_says_who_countersigned_with_remarks_and_addenda(branch: Branch, customer: Customer) -> None:
    item = plan(branch, "谈国债", customer)
    complete(branch, item, "not_done", result="没打通")
    uid, version = submitted(branch)
    branch.write(daily_logs.add_addendum, uid, "晚上回了电话", item_uid=item.uid)
    branch.act("supervisor")
    branch.write(daily_logs.countersign, [(uid, version)], comment="明天再打一次")
    made = print_typed(branch, "daily_log", "en", manager="林晓雯")
    for words in ("Countersigned", "何佳怡", "明天再打一次", "谈国债: 晚上回了电话", "没打通", "Not done"):
        assert made.has(words), words
    assert "陈*" in made.text
    assert not made.has("陈静怡")


def test_each_page_of_a_day_tells_the_head_of_the_audit_trail(branch: Branch, customer: Customer) -> None:
    plan(branch, "谈国债", customer)
    head = branch.read(changes.read_head)
    made = print_typed(branch, "daily_log", "en")
    assert head.number == branch.newest().number
    assert made.has(f"Audit trail up to entry {head.number}: {changes.printed(head)}")


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN", "没有计划，也没有任何记录"), ("en", "nothing was written down")]
)
def test_a_day_nobody_planned_says_so(branch: Branch, language: str, words: str) -> None:
    branch.act("manager")
    made = print_typed(branch, "daily_log", language, day="2026-03-02")
    assert len(made.pages) == 1
    assert made.has(words)
    assert made.has("2026-03-02")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_hostile_values_and_a_deleted_customer(branch: Branch, language: str) -> None:
    branch.act("manager")
    one = branch.add(HOSTILE)
    complete(branch, plan(branch, HOSTILE, one), "done", result=HOSTILE)
    gone = branch.add("钱多多")
    plan(branch, "回访", gone)
    branch.write(recycle_bin.delete_customer, gone.uid, version=branch.version(gone))
    made = print_typed(branch, "daily_log", language)
    assert made.has(HOSTILE.replace("\U0001f600", "〔U+1F600〕").replace("\U00020bb7", "〔U+20BB7〕"))
    assert not made.has("钱多多")
    assert made.has("已删除" if language == "zh_CN" else "(deleted)")


def test_two_hundred_items_with_long_words_repeat_their_heading(branch: Branch, customer: Customer) -> None:
    with branch.store.write() as session:
        for place in range(200):
            given = {"purpose": f"第{place}件" + "很长" * 60}
            daily_logs.add_item(session, TODAY, given, on_rest_day=True)
    made = print_typed(branch, "daily_log", "zh_CN")
    assert len(made.pages) > 10
    assert all("目的" in page for page in made.pages[:-1])
    assert made.has("第0件")
    assert made.has("第199件")


def test_the_log_of_one_who_left_can_be_printed_and_none_of_a_colleague(
    branch: Branch, customer: Customer
) -> None:
    plan(branch, "晨会")
    with branch.store.write() as session:
        session.get_one(Staff, branch.people["manager"].staff_id).disabled_at = datetime.now(UTC)
        changes.describe(session, "staff.disabled")
    branch.act("supervisor")
    made = print_typed(branch, "daily_log", "zh_CN", manager="林晓雯")
    assert made.has("晨会")
    assert made.has("已离岗")
    branch.act("colleague")
    values = {"day": TODAY, "manager": branch.people["manager"].staff_uid}
    with pytest.raises(NotAllowed):
        branch.read(reports.prepare, "daily_log", values)
