"""Goals: periods as they are written, targets against the archive, split to managers, months from a year."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import goal_labels, words
from rmdesk.models import AumFigure, Customer, Goal, GoalTarget, Staff, TierChange
from rmdesk.models.base import utc_now
from rmdesk.services import (
    changes,
    figures,
    goals,
    holdings,
    interactions,
    recycle_bin,
    relations,
    tiers,
)
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.goals import measures, periods, splitting
from tests.support.branches import Branch

TODAY = date.today()
YEAR = TODAY.year


def begin(branch: Branch, period: str = str(YEAR), *targets: dict[str, Any]) -> tuple[Goal, list[GoalTarget]]:
    """A goal of a period, set by the head, with targets."""
    branch.act("head")
    found = periods.read(period)
    assert found is not None
    goal = branch.write(goals.add_goal, found)
    return goal, [branch.write(goals.set_target, goal.uid, one) for one in targets]


def sheet(branch: Branch, goal: Goal, today: date = TODAY) -> goals.GoalSheet:
    return branch.read(goals.load_goal, goal.uid, today)


@pytest.mark.parametrize(
    ("typed", "name", "first", "last"),
    [
        ("2026", "2026", "2026-01-01", "2026-12-31"),
        (" 2026 年 ", "2026", "2026-01-01", "2026-12-31"),
        ("2026q3", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026年一季度", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("2028-2", "2028-02", "2028-02-01", "2028-02-29"),
        ("2026年12月", "2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_periods_are_read_as_people_write_them(typed: str, name: str, first: str, last: str) -> None:
    found = periods.read(typed)
    assert found is not None
    assert (found.name, found.first.isoformat(), found.last.isoformat()) == (name, first, last)


def test_what_is_no_period_is_none_and_the_one_before_is_found() -> None:
    assert [periods.read(one) for one in ("", "26", "2026-13", "2026Q5", "1850", "开门红")] == [None] * 6
    assert periods.before(date(2026, 1, 1), date(2026, 12, 31)) == (date(2025, 1, 1), date(2025, 12, 31))
    assert periods.before(date(2026, 3, 1), date(2026, 3, 31)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert periods.before(date(2026, 3, 5), date(2026, 3, 14)) == (date(2026, 2, 23), date(2026, 3, 4))


@pytest.mark.parametrize("step", [1, 100])
def test_parts_add_up_to_the_whole_whatever_the_weights(step: int) -> None:
    for amount in (0, 1, 99, 100, 12_345, 10**14):
        for weights in ([1, 1, 1], [0, 0], [5, 0, 3, 1], [-4, 7], [10**13, 1]):
            parts = splitting.by_weights(amount, dict(enumerate(weights)), step=step)
            assert sum(parts.values()) == amount
            assert all(part >= 0 for part in parts.values())
    assert splitting.by_weights(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert splitting.by_weights(5, {}) == {}
    assert splitting.path(100, 130, 3) == [110, 120, 130]


def test_targets_are_followed_by_what_the_archive_tells(branch: Branch) -> None:
    manager = branch.act("manager")
    rich, poor = branch.add("张晓敏"), branch.add("李伟")
    branch.write(figures.add_figure, rich.uid, 300_0000_00, TODAY.isoformat())
    branch.write(figures.add_figure, poor.uid, 1_0000_00, TODAY.isoformat())
    fund = {"kind": "fund", "amount_fen": 5_0000_00, "starts_on": TODAY.isoformat()}
    branch.write(holdings.add_holding, rich.uid, fund)
    branch.write(holdings.add_holding, rich.uid, fund | {"kind": "wealth", "amount_fen": 7_0000_00})
    branch.write(holdings.add_holding, rich.uid, fund | {"bank": "招商银行"})
    branch.write(holdings.add_holding, rich.uid, fund | {"starts_on": "1999-01-01"})
    contact = {"held_on": TODAY.isoformat(), "channel": "call", "content": "问候"}
    branch.write(interactions.add_interaction, poor.uid, contact)
    branch.write(interactions.add_interaction, poor.uid, contact | {"result": "no_answer"})
    branch.write(relations.add_relation, poor.uid, "introducer", other_uid=rich.uid)
    gold = branch.read(tiers.list_tiers)[1]
    goal, _targets = begin(
        branch,
        str(YEAR),
        {"measure": "aum", "target": 400_0000_00},
        {"measure": "quality_customers", "target": 4, "tier": gold.uid},
        {"measure": "products", "target": 10_0000_00, "product": "fund"},
        {"measure": "products", "target": 10_0000_00},
        {"measure": "contacts", "target": 100},
        {"measure": "referrals", "target": 3},
        {"measure": "own", "target": 20, "name": "手机银行签约"},
    )
    found = sheet(branch, goal)
    assert [one.actual for one in found.targets] == [301_0000_00, 1, 5_0000_00, 12_0000_00, 1, 1, None]
    assert [one.baseline for one in found.targets] == [0, 0, None, None, None, None, None]
    mine = [next(s for s in one.shares if s.staff_uid == manager.staff_uid) for one in found.targets]
    assert [one.actual for one in mine] == [301_0000_00, 1, 5_0000_00, 12_0000_00, 1, 1, None]
    own = found.targets[-1]
    branch.write(goals.set_actual, own.uid, 7, version=own.version)
    with pytest.raises(UserError) as computed:
        branch.write(goals.set_actual, found.targets[0].uid, 7, version=1)
    assert computed.value.code == "goal.computed"
    half = found.targets[4]
    assert half.expected == round(100 * found.elapsed)
    assert sheet(branch, goal).targets[-1].actual == 7
    words.use("zh_CN")
    assert [goal_labels.measure(one) for one in found.targets[1:3]] == ["金卡以上客户数", "基金销售额"]
    assert goal_labels.number(found.targets[0].target, is_money=True) == "400万元"
    assert found.targets[0].expected % 100 == 0  # nobody needs an estimate to the fen
    told = [goal_labels.named(one) for one in ("2026", "2026-Q3", "2026-09", "开门红", "2026年9月活动")]
    assert told == ["2026年", "2026年3季度", "2026年9月", "开门红", "2026年9月活动"]


def test_the_past_is_told_by_what_was_known_then(branch: Branch) -> None:
    branch.act("manager")
    one = branch.add("张晓敏")
    last_year = date(YEAR - 1, 6, 30)
    branch.write(figures.add_figure, one.uid, 80_0000_00, last_year.isoformat())
    branch.write(figures.add_figure, one.uid, 90_0000_00, TODAY.isoformat())
    gold = branch.read(tiers.list_tiers)[1]
    targets = (
        {"measure": "aum", "target": 100_0000_00},
        {"measure": "quality_customers", "target": 2, "tier": gold.uid},
    )
    past, _ = begin(branch, str(YEAR - 1), *targets)
    now, _ = begin(branch, str(YEAR), *targets)
    assert [one.actual for one in sheet(branch, past).targets] == [80_0000_00, 1]
    assert sheet(branch, past).elapsed == 1.0
    assert [(one.actual, one.baseline) for one in sheet(branch, now).targets] == [
        (90_0000_00, 80_0000_00),
        (1, 1),
    ]


@pytest.mark.parametrize("few", [0, 5000])
def test_assets_and_tiers_of_any_day_are_what_rows_read_one_by_one_tell(
    branch: Branch, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures of both bases, gaps, a tier measured at a point, somebody in the bin, nobody in charge."""
    dice = random.Random(20261128)
    branch.act("head")
    steps = branch.read(tiers.present_steps)
    steps[2] = replace(steps[2], basis="point")
    with branch.store.read() as session:
        versions = {one.uid: one.version for one in tiers.list_tiers(session)}
    branch.write(tiers.set_tiers, steps, versions=versions)
    days = [TODAY - timedelta(days=30 * back) for back in range(8)]
    for number in range(24):
        branch.act("head" if number % 5 == 0 else "manager" if number % 2 else "colleague")
        one = branch.add(f"客户{number}")
        for day in sorted(dice.sample(days, dice.randrange(len(days)))):
            for basis in dice.sample(["point", "month_average"], dice.choice([1, 1, 2])):
                amount = dice.choice([1, 30, 80, 300, 900]) * 10_000_00
                branch.write(figures.add_figure, one.uid, amount, day.isoformat(), basis)
        if number == 7:
            branch.write(recycle_bin.delete_customer, one.uid, version=branch.version(one))
    # Looked up one by one, and read as a whole, as of a branch with many.
    monkeypatch.setattr(measures, "_FEW_FIGURES", few)
    for day in (*days, days[2] + timedelta(days=3), days[-1] - timedelta(days=1)):
        with branch.store.read() as session:
            counting = measures.Counting(session, TODAY)
            assert counting.count("aum", day, day) == _assets(session, day), day
            found = counting.count("quality_customers", day, day, rank=2)
            assert {one: count for one, count in found.items() if count} == _in_tier(session, day, 2), day


def _assets(session: Session, day: date) -> dict[int | None, int]:
    by_point = {one.id for one in tiers.list_tiers(session) if one.basis == "point"}
    found: dict[int | None, int] = {}
    for one in session.scalars(select(Customer).where(Customer.deleted_at.is_(None))):
        told = session.scalars(select(AumFigure).where(AumFigure.customer_id == one.id))
        wanted = "point" if one.tier_id in by_point else "month_average"
        known = sorted(
            (each.basis == wanted, each.as_of, each.amount_fen) for each in told if each.as_of <= day
        )
        found[one.owner_id] = found.get(one.owner_id, 0) + (known[-1][2] if known else 0)
    return found


def _in_tier(session: Session, day: date, rank: int) -> dict[int | None, int]:
    ranks = {one.id: one.rank for one in tiers.list_tiers(session)}
    found: dict[int | None, int] = {}
    for one in session.scalars(select(Customer).where(Customer.deleted_at.is_(None))):
        rows = select(TierChange).where(TierChange.customer_id == one.id, TierChange.since <= day)
        changes_then = session.scalars(rows.order_by(TierChange.since, TierChange.id)).all()
        if changes_then and ranks.get(changes_then[-1].tier_id or 0, 0) >= rank:
            found[one.owner_id] = found.get(one.owner_id, 0) + 1
    return found


def test_a_target_is_split_and_the_rest_is_told(branch: Branch) -> None:
    manager, colleague = branch.act("manager"), branch.act("colleague")
    branch.act("manager")
    branch.write(figures.add_figure, branch.add("张晓敏").uid, 300_0000_00, TODAY.isoformat())
    branch.act("colleague")
    branch.write(figures.add_figure, branch.add("李伟").uid, 100_0000_00, TODAY.isoformat())
    goal, [target, contacts] = begin(
        branch,
        str(YEAR),
        {"measure": "aum", "target": 1000_0000_00},
        {"measure": "contacts", "target": 101},
    )
    both = [manager.staff_uid, colleague.staff_uid]

    def proposed(of: GoalTarget, how: str) -> list[int]:
        return list(branch.read(goals.propose_split, of.uid, both, how).values())

    assert proposed(target, "evenly") == [500_0000_00, 500_0000_00]
    assert proposed(target, "portfolio") == [750_0000_00, 250_0000_00]
    assert proposed(contacts, "evenly") == [51, 50]
    with pytest.raises(UserError) as nothing:
        proposed(contacts, "last_result")
    assert nothing.value.code == "goal.nothing_before"
    given = {both[0]: 600_0000_00, both[1]: 300_0000_00}
    branch.write(goals.set_shares, target.uid, given, seen={}, version=1)
    assert sheet(branch, goal).targets[0].rest == 100_0000_00
    with pytest.raises(Conflict):
        branch.write(goals.set_shares, target.uid, {}, seen={}, version=1)
    more = {both[0]: 900_0000_00, both[1]: 300_0000_00}
    branch.write(goals.set_shares, target.uid, more, seen=given, version=1)
    assert sheet(branch, goal).targets[0].rest == -200_0000_00
    branch.undo()
    assert sheet(branch, goal).targets[0].rest == 100_0000_00
    branch.act("manager")
    own = sheet(branch, goal)
    assert not own.may_edit
    assert [(one.staff_uid, one.amount) for one in own.targets[0].shares] == [
        (both[0], 600_0000_00),
        ("", 300_0000_00),
    ]
    with pytest.raises(NotAllowed):
        branch.write(goals.set_shares, target.uid, {}, seen=given, version=1)


def test_a_manager_who_left_keeps_the_part_and_gets_no_other(branch: Branch) -> None:
    leaver = branch.act("colleague")
    goal, [target, other] = begin(
        branch, str(YEAR), {"measure": "contacts", "target": 10}, {"measure": "referrals", "target": 5}
    )
    branch.write(goals.set_shares, target.uid, {leaver.staff_uid: 4}, seen={}, version=1)
    with branch.store.write() as session:
        person = session.query(Staff).filter_by(uid=leaver.staff_uid).one()
        person.disabled_at = utc_now()
        changes.describe(session, "test.left")
    [gone] = [one for one in sheet(branch, goal).targets[0].shares if one.is_gone]
    assert (gone.amount, gone.name) == (4, leaver.name)
    assert not any(one.is_gone for one in sheet(branch, goal).targets[1].shares)
    with pytest.raises(UserError) as caught:
        branch.write(goals.set_shares, other.uid, {leaver.staff_uid: 1}, seen={}, version=1)
    assert caught.value.code == "goal.manager_gone"
    branch.write(goals.set_shares, target.uid, {}, seen={leaver.staff_uid: 4}, version=1)
    assert sheet(branch, goal).targets[0].rest == 10


def test_months_are_made_of_a_year_and_add_up(branch: Branch) -> None:
    manager = branch.act("manager")
    branch.write(figures.add_figure, branch.add("张晓敏").uid, 12_0000_00, f"{YEAR - 1}-12-31")
    goal, [contacts, _assets] = begin(
        branch,
        str(YEAR),
        {"measure": "contacts", "target": 100},
        {"measure": "aum", "target": 36_0000_00},
    )
    branch.write(goals.set_shares, contacts.uid, {manager.staff_uid: 50}, seen={}, version=1)
    months = branch.write(goals.make_months, goal.uid, TODAY)
    assert [one.name for one in months] == [f"{YEAR}-{number:02}" for number in range(1, 13)]
    told = [sheet(branch, one) for one in months]
    assert sum(one.targets[0].target for one in told) == 100
    assert sum(share.amount or 0 for one in told for share in one.targets[0].shares) == 50
    assert [one.targets[1].target for one in told][::6] == [14_0000_00, 26_0000_00]
    assert told[-1].targets[1].target == 36_0000_00
    assert [one.months for one in sheet(branch, goal).targets] == [100, 36_0000_00]
    with pytest.raises(UserError) as again:
        branch.write(goals.make_months, goal.uid)
    assert again.value.code == "goal.months_there"
    with pytest.raises(UserError) as of_month:
        branch.write(goals.make_months, months[0].uid)
    assert of_month.value.code == "goal.no_months"
    version = branch.version(goal)
    branch.write(goals.remove_goal, goal.uid, version=version)
    assert [one.parent for one in branch.read(goals.list_goals)] == [None] * 12
    branch.undo()
    assert sheet(branch, goal).targets[0].target == 100
    assert branch.is_sound()


def test_periods_that_cannot_be_are_refused_by_name(branch: Branch) -> None:
    goal, _ = begin(branch, str(YEAR), {"measure": "contacts", "target": 5})

    def refused(use_case: Any, *given: Any, **named: Any) -> str:
        with pytest.raises(UserError) as caught:
            branch.write(use_case, *given, **named)
        return caught.value.code

    assert refused(goals.add_goal, periods.year(YEAR)) == "goal.name_taken"
    shifted = goals.Period("year", "x", date(YEAR, 6, 1), date(YEAR + 1, 5, 31))
    assert refused(goals.add_goal, shifted) == "goal.overlaps"
    assert refused(goals.add_campaign, "开门红", "2026-03-01", "2026-02-01") == "goal.ends_before"
    campaign = branch.write(goals.add_campaign, "开门红", f"{YEAR}-01-01", f"{YEAR}-03-31")
    assert refused(goals.add_campaign, "开门红", f"{YEAR}-01-01", f"{YEAR}-03-31") == "goal.name_taken"
    assert refused(goals.set_target, goal.uid, {"measure": "contacts", "target": 9}) == "goal.target_twice"
    assert refused(goals.set_target, goal.uid, {"measure": "contacts", "target": -1}) == "value.out_of_range"
    assert refused(goals.make_months, branch.write(goals.add_goal, periods.quarter(YEAR - 1, 1)).uid) == (
        "goal.no_targets"
    )
    edited = {"name": "春季", "first": f"{YEAR}-02-01", "last": f"{YEAR}-04-30", "version": 1}
    branch.write(goals.edit_campaign, campaign.uid, **edited)
    assert refused(goals.edit_campaign, goal.uid, **edited) == "goal.period_stays"
    assert branch.read(goals.find_goal, "春季").first == date(YEAR, 2, 1)
    assert branch.read(goals.find_goal, f"{YEAR}年").uid == goal.uid
    with pytest.raises(UserError) as unknown:
        branch.read(goals.find_goal, "2031")
    assert unknown.value.code == "goal.unknown"
    gold = branch.read(tiers.list_tiers)[1]
    branch.write(goals.set_target, goal.uid, {"measure": "quality_customers", "target": 1, "tier": gold.uid})
    with branch.store.read() as session:
        steps = tiers.present_steps(session)
        versions = {one.uid: one.version for one in tiers.list_tiers(session)}
    assert refused(tiers.set_tiers, [one for one in steps if one.uid != gold.uid], versions=versions) == (
        "tier.in_goals"
    )
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(goals.add_goal, periods.year(YEAR + 5))
    assert len(branch.read(goals.list_goals)) == 3
