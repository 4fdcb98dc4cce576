"""The supervisor's overview: every figure is what the list behind it counts; others are refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk.services import (
    archive,
    care,
    daily_logs,
    follow_ups,
    goals,
    interactions,
    overview,
    plans,
    recycle_bin,
)
from rmdesk.services.errors import NotAllowed
from rmdesk.services.goals import periods
from rmdesk.services.overview import Figures, Overview
from tests.support.branches import Branch

TODAY = date.today()


def load(branch: Branch, days: int = 90) -> Overview:
    return branch.read(overview.load, TODAY, days=days)


def of(branch: Branch, who: str) -> Figures:
    return next(one for one in load(branch).managers if one.staff_id == branch.people[who].staff_id)


def listed(branch: Branch, figures: Figures | None, since: date | None = None) -> int:
    found = overview.conditions(figures, since)
    return len(branch.read(archive.find_customers, conditions=found))


def met(branch: Branch, uid: str, days_ago: int) -> None:
    given = {"held_on": TODAY - timedelta(days=days_ago), "channel": "call", "purpose": "问候"}
    branch.write(interactions.add_interaction, uid, given)


def test_coverage_is_what_the_list_behind_it_shows(branch: Branch) -> None:
    branch.act("manager")
    fresh, stale, _never = branch.add("陈静怡"), branch.add("王磊"), branch.add("张敏")
    lost, gone = branch.add("李强", stage="lost"), branch.add("赵婷")
    met(branch, fresh.uid, 89)
    met(branch, stale.uid, 90)
    branch.write(recycle_bin.delete_customer, gone.uid, version=branch.version(gone))
    branch.act("colleague")
    branch.add("刘洋")
    branch.act("head")
    branch.add("孙浩")  # nobody's
    branch.act("supervisor")
    seen = load(branch)
    one = of(branch, "manager")
    assert (one.customers, one.without) == (3, 2)
    assert (seen.everybody.customers, seen.everybody.without) == (5, 4)
    for figures in (*seen.managers, None):
        expected = seen.everybody if figures is None else figures
        assert listed(branch, figures) == expected.customers
        assert listed(branch, figures, seen.since) == expected.without
    assert lost.id
    assert [figures.customers for figures in seen.managers if figures.staff_id is None] == [1]
    assert load(branch, days=30).everybody.without == 5


def test_what_waits_for_the_supervisor_is_counted_by_manager(branch: Branch) -> None:
    branch.act("manager")
    one = branch.add("陈静怡")
    given = {"name": "维护", "first_on": TODAY, "last_on": TODAY + timedelta(days=30)}
    plan = branch.write(plans.add_plan, given)
    branch.write(plans.add_node, plan.uid, {"name": "全部", "times": 1})
    branch.write(plans.generate_items, plan.uid, version=branch.version(plan))
    branch.write(plans.submit_plan, plan.uid, version=branch.version(plan))
    item = branch.write(daily_logs.add_item, TODAY, {"purpose": "走访"}, on_rest_day=True)
    branch.write(daily_logs.complete_item, item.uid, "done", version=item.version, result="已走访")
    branch.write(daily_logs.submit, TODAY)
    branch.act("supervisor")
    figures = of(branch, "manager")
    assert (figures.logs, figures.plans, figures.running) == (1, 1, 0)
    assert figures.logs == len(branch.read(daily_logs.list_waiting))
    assert (of(branch, "colleague").logs, of(branch, "colleague").plans) == (0, 0)
    branch.write(plans.agree_plan, plan.uid, version=branch.version(plan))
    figures = of(branch, "manager")
    assert (figures.plans, figures.running, figures.behind) == (0, 1, 0)
    assert one.id


def test_what_is_late_is_what_today_shows_of_the_manager(branch: Branch) -> None:
    branch.act("manager")
    one = branch.add("陈静怡")
    branch.write(follow_ups.add_follow_up, one.uid, {"due_on": TODAY - timedelta(days=20), "step": "回电"})
    branch.act("supervisor")
    manager = branch.people["manager"].staff_id
    asked = care.Asked(TODAY, TODAY, TODAY, manager_id=manager)
    shown = branch.read(care.load_worklist, asked)
    assert branch.read(overview.count_late, manager, TODAY) == (shown.open_count, shown.overdue_count)
    assert shown.overdue_count > 0


def test_goals_in_force_are_the_shortest_period_and_campaigns(branch: Branch) -> None:
    branch.act("head")
    year = branch.write(goals.add_goal, periods.year(TODAY.year))
    branch.write(goals.set_target, year.uid, {"measure": "contacts", "target": 100})
    assert [one.goal.uid for one in branch.read(overview.load_goals, TODAY)] == [year.uid]
    ends = TODAY + timedelta(days=5)
    campaign = branch.write(goals.add_campaign, "开门红", TODAY - timedelta(days=5), ends)
    branch.write(goals.add_campaign, "去年", TODAY - timedelta(days=400), TODAY - timedelta(days=380))
    period = periods.read(f"{TODAY:%Y-%m}")
    assert period is not None
    month = branch.write(goals.add_goal, period)
    found = {one.goal.uid for one in branch.read(overview.load_goals, TODAY)}
    assert found == {month.uid, campaign.uid}


@pytest.mark.parametrize("who", ["manager", "lobby", "teller", "administrator", "auditor"])
def test_others_are_refused(branch: Branch, who: str) -> None:
    manager = branch.people["manager"].staff_id
    branch.act(who)
    for question in (overview.load, overview.load_goals):
        with pytest.raises(NotAllowed):
            branch.read(question, TODAY)
    with pytest.raises(NotAllowed):
        branch.read(overview.count_late, manager, TODAY)
