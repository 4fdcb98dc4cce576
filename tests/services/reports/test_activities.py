"""Reports of activities: what stands on paper, in both languages, and what cannot be printed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rmdesk.models import Activity
from rmdesk.services import activities
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.activities import TODAY, at, begin, customers_of, guests, held, on_today, opened
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed


@pytest.fixture
def activity(branch: Branch) -> Activity:
    """A salon on its day: three invited, one said yes."""
    people = customers_of(branch, "赵钱孙")
    made = begin(branch, theme="个人养老金", capacity=20, expected="意向 5 户")
    branch.write(activities.add_need, made.uid, {"kind": "equipment", "what": "投影仪", "number": 1})
    branch.write(activities.add_point, made.uid, {"at_minute": "14:00", "what": "主题分享", "who": "沈老师"})
    branch.write(activities.add_cost, made.uid, {"what": "茶歇", "estimate_fen": 120_000})
    branch.write(activities.invite, made.uid, [one.id for one in people])
    opened(branch, made)
    first = guests(branch, made)[0]
    branch.write(activities.answer, first.uid, "yes", companions=2, version=first.version)
    return made


def test_the_sheet_and_the_lists(branch: Branch, activity: Activity) -> None:
    paper = print_typed(branch, "activity_sheet", "zh_CN", activity="养老沙龙")
    for words in ("活动筹备表", "投影仪", "主题分享", "沈老师", "茶歇", "1,200", "意向 5 户"):
        assert paper.has(words), words
    invited = print_typed(branch, "activity_invitations", "zh_CN", activity=activity.uid[:12])
    for words in ("邀请名单", "赵小敏", "参加", "贵宾室"):
        assert invited.has(words), words
    door = print_report(branch, "activity_check_in", "en", activity=activity.uid)
    for words in ("Check-in list", "赵小敏", "On no list", "1 accepted, 3 people"):
        assert door.has(words), words
    branch.act("supervisor")
    assert not print_report(branch, "activity_check_in", "zh_CN", activity=activity.uid).has("赵小敏")
    branch.act("teller")
    with pytest.raises(NotAllowed):
        print_report(branch, "activity_check_in", "zh_CN", activity=activity.uid)


def test_the_evaluation(branch: Branch, activity: Activity) -> None:
    with pytest.raises(UserError) as early:
        print_report(branch, "activity_evaluation", "zh_CN", activity=activity.uid)
    assert early.value.code == "activity.not_evaluated"
    on_today(branch, activity)
    first = guests(branch, activity)[0]
    branch.write(activities.check_in, first.uid, now=at(14))
    promise = {"promise": "领取办法", "due_on": TODAY + timedelta(days=3)}
    given = {"question": "怎么领取？"}
    branch.write(
        activities.add_question, activity.uid, given, customer_uid=first.customer_uid, promise=promise
    )
    held(branch, activity)
    said = {"reached": "登记意向三户", "lessons": "留足答疑", "next_steps": "逐户回访"}
    branch.write(activities.evaluate_activity, activity.uid, said, version=branch.version(activity))
    paper = print_report(branch, "activity_evaluation", "zh_CN", activity=activity.uid)
    for words in ("活动评估", "登记意向三户", "留足答疑", "逐户回访", "怎么领取", "100%"):
        assert paper.has(words), words
    assert print_report(branch, "activity_evaluation", "en", activity=activity.uid).has("Asked on site")
