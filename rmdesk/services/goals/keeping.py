"""Goals set, changed and removed; targets split to managers; months made from a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    Goal,
    GoalShare,
    GoalTarget,
    Measure,
    PeriodKind,
    Plan,
    ProductKind,
    Staff,
    Tier,
)
from rmdesk.models.goal import GOAL_NAME_LONGEST, MOST_TARGET
from rmdesk.services import changes, days, roles, rows, text, values
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.goals import measures, periods, splitting
from rmdesk.services.goals.periods import Period
from rmdesk.services.roles import Permission

YUAN = 100  # fen: what parts of money are whole multiples of
EVENLY, PORTFOLIO, LAST_RESULT = "evenly", "portfolio", "last_result"
WAYS = (EVENLY, PORTFOLIO, LAST_RESULT)


def add_goal(session: Session, period: Period) -> Goal:
    """Begin the goal of a year, quarter or month; raises NotAllowed, UserError `goal.overlaps`."""
    roles.require(session, Permission.SET_RULES)
    row = _add(session, period.kind, period.name, period.first, period.last)
    changes.describe(session, "goal.added", subject=row)
    return row


def add_campaign(session: Session, name: object, first: object, last: object) -> Goal:
    """Begin the goal of a campaign; raises NotAllowed, UserError `goal.ends_before`, `goal.name_taken`."""
    roles.require(session, Permission.SET_RULES)
    row = _add(session, PeriodKind.CAMPAIGN.value, *_checked(name, first, last))
    changes.describe(session, "goal.added", subject=row)
    return row


def edit_campaign(
    session: Session, uid: str, name: object, first: object, last: object, *, version: int
) -> None:
    """Another name or other days of a campaign; raises as `add_campaign`, and Conflict."""
    row = _editable(session, uid, version)
    if row.kind != PeriodKind.CAMPAIGN:
        raise UserError("goal.period_stays")
    wanted, begins, ends = _checked(name, first, last)
    if wanted != row.name:
        _check_name(session, row.kind, wanted)
    row.name, row.first_on, row.last_on = wanted, begins, ends
    session.flush()
    changes.describe(session, "goal.edited", subject=row)


def remove_goal(session: Session, uid: str, *, version: int) -> None:
    """Remove a goal with its targets; months made from it stay by themselves."""
    row = _editable(session, uid, version)
    changes.describe(session, "goal.removed", subject=("goal", uid))
    for target in session.scalars(select(GoalTarget).where(GoalTarget.goal_id == row.id)).all():
        _drop(session, target)
    for child in session.scalars(select(Goal).where(Goal.parent_id == row.id)).all():
        child.parent_id = None
    for plan in session.scalars(select(Plan).where(Plan.goal_id == row.id)).all():
        plan.goal_id = None
    for activity in session.scalars(select(Activity).where(Activity.goal_id == row.id)).all():
        activity.goal_id = None
    session.flush()
    session.delete(row)
    session.flush()


def set_target(
    session: Session, goal_uid: str, given: Mapping[str, Any], *, uid: str | None = None, version: int = 0
) -> GoalTarget:
    """Add a target, or change the one with this uid: {measure, target, tier (uid), product, name}.

    `target` in fen of a measure of money, else how many. Raises NotAllowed, Conflict, UserError
    `goal.target_twice`, and what the values raise.
    """
    roles.require(session, Permission.SET_RULES)
    goal = rows.load(session, Goal, goal_uid)
    row = GoalTarget(goal_id=goal.id) if uid is None else rows.load_seen(session, GoalTarget, uid, version)
    if uid is None:
        row.measure = values.choice(given["measure"], "goal_target.measure", Measure)
    amount = values.whole(given["target"], "goal_target.target", 0, MOST_TARGET)
    with session.no_autoflush:
        row.tier_id = row.product = row.name = None
        match row.measure:
            case Measure.QUALITY_CUSTOMERS:
                row.tier_id = rows.load(session, Tier, str(given.get("tier") or "")).id
            case Measure.PRODUCTS if given.get("product"):
                row.product = values.choice(given["product"], "goal_target.product", ProductKind)
            case Measure.OWN:
                row.name = text.line(given.get("name"), "goal_target.name", longest=GOAL_NAME_LONGEST)
        row.target = amount
        _check_once(session, row)
    session.add(row)
    session.flush()
    changes.describe(session, "goal.target_set", subject=goal)
    return row


def remove_target(session: Session, uid: str, *, version: int) -> None:
    roles.require(session, Permission.SET_RULES)
    row = rows.load_seen(session, GoalTarget, uid, version)
    goal = session.get_one(Goal, row.goal_id)
    changes.describe(session, "goal.target_removed", subject=goal)
    _drop(session, row)
    session.flush()


def set_actual(session: Session, uid: str, actual: int | None, *, version: int) -> None:
    """What was reached by a measure of the branch's own; raises UserError `goal.computed` for any other."""
    roles.require(session, Permission.SET_RULES)
    row = rows.load_seen(session, GoalTarget, uid, version)
    if row.measure != Measure.OWN:
        raise UserError("goal.computed")
    row.actual = (
        None if actual is None else values.whole(actual, "goal_target.actual", -MOST_TARGET, MOST_TARGET)
    )
    session.flush()
    changes.describe(session, "goal.actual_typed", subject=session.get_one(Goal, row.goal_id))


# --- split to managers -------------------------------------------------------------------------------


def propose_split(session: Session, uid: str, staff_uids: Sequence[str], how: str) -> dict[str, int]:
    """A target split to these managers, by uid: evenly, by portfolio, or by what each reached in the period
    before. Nothing is kept. Raises UserError `goal.nothing_before`.
    """
    row = rows.load(session, GoalTarget, uid)
    people = {one: rows.load(session, Staff, one).id for one in staff_uids}
    step = YUAN if row.measure in measures.MONEY else 1
    weights: dict[str, int] = dict.fromkeys(people, 1)
    if how != EVENLY:
        counts = _weights(session, row, how)
        weights = {one: counts.get(id, 0) for one, id in people.items()}
        if people and not any(weight > 0 for weight in weights.values()):
            raise UserError("goal.nothing_before")
    return splitting.by_weights(row.target, weights, step=step)


def _weights(session: Session, row: GoalTarget, how: str) -> measures.Counts:
    counting = measures.Counting(session, date.today())
    if how == PORTFOLIO:
        return counting.portfolio(by_money=row.measure in measures.MONEY)
    if row.measure == Measure.OWN:
        return {}
    goal = session.get_one(Goal, row.goal_id)
    first, last = periods.before(goal.first_on, goal.last_on)
    return count_of(session, counting, row, first, last)


def count_of(
    session: Session, counting: measures.Counting, row: GoalTarget, first: date, last: date
) -> measures.Counts:
    """What a target's measure, one that is computed, counts between two days."""
    tier = None if row.tier_id is None else session.get_one(Tier, row.tier_id)
    rank = 1 if tier is None else tier.rank
    return counting.count(row.measure, first, last, rank=rank, product=row.product)


def shares_of(session: Session, target: GoalTarget) -> list[GoalShare]:
    return list(session.scalars(select(GoalShare).where(GoalShare.target_id == target.id)))


def set_shares(
    session: Session, uid: str, wanted: Mapping[str, int], *, seen: Mapping[str, int], version: int
) -> None:
    """Give managers these parts of a target, by uid, and nobody else any; `seen` is what stood there.

    The parts need not add up: the rest is shown, also one below nothing. Raises NotAllowed, Conflict,
    UserError `goal.manager_gone` for a new part of somebody who left.
    """
    roles.require(session, Permission.SET_RULES)
    target = rows.load_seen(session, GoalTarget, uid, version)
    people = {one.id: one for one in session.scalars(select(Staff))}
    by_uid = {one.uid: one for one in people.values()}
    present = {people[one.staff_id].uid: one for one in shares_of(session, target)}
    if {one: share.amount for one, share in present.items()} != dict(seen):
        raise Conflict("row.changed", table="goal_target", uid=uid, seen=version, present=version)
    for one, share in present.items():
        if one not in wanted:
            session.delete(share)
    for one, amount in wanted.items():
        values.whole(amount, "goal_share.amount", 0, MOST_TARGET)
        if one in present:
            present[one].amount = amount
            continue
        person = by_uid.get(one)
        if person is None or person.disabled_at is not None:
            raise UserError("goal.manager_gone", name="?" if person is None else person.name)
        session.add(GoalShare(target_id=target.id, staff_id=person.id, amount=amount))
    session.flush()
    changes.describe(session, "goal.split", subject=session.get_one(Goal, target.goal_id))


def make_months(session: Session, uid: str, today: date | None = None) -> list[Goal]:
    """The months of a year or quarter, with its targets and their parts: what is counted over the period
    is shared out, what is measured at its end is come to step by step from what was there before.

    Raises NotAllowed, UserError `goal.no_months`, `goal.months_there`, `goal.no_targets`.
    """
    roles.require(session, Permission.SET_RULES)
    goal = rows.load(session, Goal, uid)
    if goal.kind not in (PeriodKind.YEAR, PeriodKind.QUARTER):
        raise UserError("goal.no_months")
    spans = periods.months_in(goal.first_on, goal.last_on)
    taken = select(Goal.name).where(Goal.kind == PeriodKind.MONTH, Goal.name.in_([one.name for one in spans]))
    there = session.scalars(taken.order_by(Goal.name)).first()
    if there is not None:
        raise UserError("goal.months_there", name=there)
    targets = session.scalars(select(GoalTarget).where(GoalTarget.goal_id == goal.id)).all()
    if not targets:
        raise UserError("goal.no_targets")
    changes.describe(session, "goal.months_made", subject=goal, months=len(spans))
    made = [_add(session, one.kind, one.name, one.first, one.last, goal.id) for one in spans]
    counting = measures.Counting(session, today or date.today())
    for target in targets:
        start: measures.Counts = {}
        if target.measure in measures.STOCK:
            before = goal.first_on - timedelta(days=1)
            start = count_of(session, counting, target, before, before)
        parts = _by_month(target, target.target, sum(start.values()), len(spans))
        shares = {
            one.staff_id: _by_month(target, one.amount, start.get(one.staff_id, 0), len(spans))
            for one in shares_of(session, target)
        }
        for place, month in enumerate(made):
            row = GoalTarget(
                goal_id=month.id,
                measure=target.measure,
                tier_id=target.tier_id,
                product=target.product,
                name=target.name,
                target=parts[place],
            )
            session.add(row)
            session.flush()
            for staff_id, amounts in shares.items():
                session.add(GoalShare(target_id=row.id, staff_id=staff_id, amount=amounts[place]))
    session.flush()
    return made


def _by_month(target: GoalTarget, amount: int, start: int, months: int) -> list[int]:
    """An amount by month; `start` is what there was before of what is measured at the end."""
    step = YUAN if target.measure in measures.MONEY else 1
    if target.measure not in measures.STOCK:
        return list(splitting.by_weights(amount, dict.fromkeys(range(months), 1), step=step).values())
    return splitting.path(max(0, start), amount, months, step=step)


# --- checks ------------------------------------------------------------------------------------------


def _editable(session: Session, uid: str, version: int) -> Goal:
    roles.require(session, Permission.SET_RULES)
    return rows.load_seen(session, Goal, uid, version)


def _add(
    session: Session, kind: str, name: str, first: date, last: date, parent_id: int | None = None
) -> Goal:
    _check_name(session, kind, name)
    if kind != PeriodKind.CAMPAIGN:
        across = select(Goal.name).where(Goal.kind == kind, Goal.first_on <= last, Goal.last_on >= first)
        found = session.scalars(across).first()
        if found is not None:
            raise UserError("goal.overlaps", name=found)
    row = Goal(kind=kind, name=name, first_on=first, last_on=last, parent_id=parent_id)
    session.add(row)
    session.flush()
    return row


def _check_name(session: Session, kind: str, name: str) -> None:
    if session.scalar(select(Goal.id).where(Goal.kind == kind, Goal.name == name)) is not None:
        raise UserError("goal.name_taken", name=name)


def _checked(name: object, first: object, last: object) -> tuple[str, date, date]:
    wanted = text.line(name, "goal.name", longest=GOAL_NAME_LONGEST)
    begins, ends = days.check_date(first, "goal.first_on"), days.check_date(last, "goal.last_on")
    if ends < begins:
        raise UserError("goal.ends_before")
    return wanted, begins, ends


def _check_once(session: Session, row: GoalTarget) -> None:
    alike = select(GoalTarget.id).where(
        GoalTarget.goal_id == row.goal_id,
        GoalTarget.measure == row.measure,
        GoalTarget.tier_id.is_not_distinct_from(row.tier_id),
        GoalTarget.product.is_not_distinct_from(row.product),
        GoalTarget.name.is_not_distinct_from(row.name),
        GoalTarget.id != (row.id or 0),
    )
    if session.scalar(alike) is not None:
        raise UserError("goal.target_twice")


def _drop(session: Session, target: GoalTarget) -> None:
    for share in shares_of(session, target):
        session.delete(share)
    session.flush()
    session.delete(target)
