"""Reports of plans and goals: what stands on paper, in both languages, and what cannot be printed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk.models import Plan
from rmdesk.services import care, figures, goals, plans
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.goals import periods
from tests.support.branches import Branch
from tests.support.plans import START, TODAY, agreed, begin, generated
from tests.support.printing import print_report, print_typed


@pytest.fixture
def plan(branch: Branch) -> Plan:
    """An agreed plan of three contacts, one of which was made."""
    branch.act("manager")
    for name in ("赵小敏", "钱小敏", "孙小敏"):
        one = branch.add(name)
        branch.write(figures.add_figure, one.uid, 900_0000_00, START)
    made, _nodes = begin(branch, {"name": "存量客户", "purpose": "年终配置", "materials": "台历"})
    given = {"theme": "旺季", "expected": "新增理财 500 万元"}
    branch.write(plans.edit_plan, made.uid, given, version=branch.version(made))
    generated(branch, made)
    agreed(branch, made)
    asked = care.Asked(START, TODAY, TODAY, kinds=frozenset({care.Kind.PLAN}))
    [first, *_more] = branch.read(care.agenda, asked)
    branch.write(care.mark_done, [first.key], today=TODAY)
    return made


def test_the_plan_with_its_contacts(branch: Branch, plan: Plan) -> None:
    printed = print_typed(branch, "action_plan", "zh_CN", plan="旺季维护", with_contacts="yes")
    for words in ("行动计划", "存量客户", "年终配置", "台历", "新增理财 500 万元", "赵小敏", "审定人"):
        assert printed.has(words), words
    plain = print_typed(branch, "action_plan", "en", plan=plan.uid[:12])
    assert plain.has("Action plan")
    assert not plain.has("赵小敏")
    branch.act("supervisor")
    masked = print_report(branch, "action_plan", "zh_CN", plan=plan.uid, with_contacts=True)
    assert not masked.has("赵小敏")
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        print_report(branch, "action_plan", "zh_CN", plan=plan.uid, with_contacts=False)


def test_progress_and_evaluation(branch: Branch, plan: Plan) -> None:
    with pytest.raises(UserError) as early:
        print_report(branch, "plan_evaluation", "zh_CN", plan=plan.uid)
    assert early.value.code == "plan.not_evaluated"
    for language, words in (("zh_CN", "逐日进度"), ("en", "Contacts over time")):
        assert print_report(branch, "plan_progress", language, plan=plan.uid).has(words)
    told = {"reached": "完成三分之一", "lessons": "上午好打电话", "next_steps": "提前约访"}
    branch.write(plans.evaluate_plan, plan.uid, told, version=branch.version(plan))
    printed = print_report(branch, "plan_evaluation", "zh_CN", plan=plan.uid)
    for words in ("行动计划评估", "完成三分之一", "上午好打电话", "提前约访", "未联系"):
        assert printed.has(words), words


def test_the_goal_sheet(branch: Branch) -> None:
    branch.act("head")
    period = periods.month(date.today().year, date.today().month)
    goal = branch.write(goals.add_goal, period)
    target = branch.write(goals.set_target, goal.uid, {"measure": "contacts", "target": 300})
    me = branch.people["manager"].staff_uid
    branch.write(goals.set_shares, target.uid, {me: 120}, seen={}, version=1)
    printed = print_typed(branch, "goal_sheet", "zh_CN", goal=period.name)
    for words in ("目标表", "300", "林晓雯", "120"):
        assert printed.has(words), words
    with pytest.raises(UserError):
        print_typed(branch, "goal_sheet", "zh_CN", goal="2031-01")
    assert period.last - period.first >= timedelta(days=27)
