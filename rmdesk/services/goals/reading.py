"""Goals as they are shown: targets against what was reached, by manager, with the rest that nobody has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Goal, GoalShare, GoalTarget, Measure, PeriodKind, Staff, Tier
from rmdesk.services import roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.customers import managers
from rmdesk.services.errors import UserError
from rmdesk.services.goals import keeping, measures, periods
from rmdesk.services.roles import Permission, Reach

_ORDER = (PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.CAMPAIGN)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as lists show it."""

    uid: str
    version: int
    kind: str
    name: str
    first: date
    last: date
    parent: str | None  # the name of the year or quarter a month was made from


@dataclass(frozen=True, slots=True)
class Share:
    """A manager's part: `amount` None where none was given. `is_gone`: the manager no longer works here."""

    staff_uid: str
    name: str
    amount: int | None
    actual: int | None
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Target:
    """One measure of a goal. Numbers in fen where `is_money`, else how many.

    `actual` is None where nobody typed it yet; `expected` is where it should be by now, `baseline` what it
    was before the period, for what is measured at its end. `months`: what the months made from it add up to.
    """

    uid: str
    version: int
    measure: str
    tier_uid: str | None
    tier: str | None
    product: str | None
    name: str | None
    is_money: bool
    target: int
    actual: int | None
    expected: int
    baseline: int | None
    months: int | None
    shares: tuple[Share, ...]

    @property
    def rest(self) -> int:
        """What no manager has; below nothing if they have more than there is."""
        return self.target - sum(one.amount or 0 for one in self.shares)

    @property
    def is_behind(self) -> bool:
        return self.actual is not None and self.actual < self.expected


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """A goal with its targets. `may_edit`: whether whoever acts may change it and sees everybody's part."""

    goal: GoalRow
    targets: tuple[Target, ...]
    elapsed: float  # share of the period's days that are over
    may_edit: bool


def list_goals(session: Session) -> list[GoalRow]:
    """All goals, the newest first, a year before its quarters and months. Raises NotAllowed."""
    roles.require(session, Permission.READ_WORK, accepting=())
    names = dict(session.execute(select(Goal.id, Goal.name)).all())
    found = session.scalars(select(Goal)).all()

    def place(one: Goal) -> tuple[int, int, date]:
        return -one.first_on.year, _ORDER.index(PeriodKind(one.kind)), one.first_on

    order = sorted(found, key=place)
    return [_row(one, names.get(one.parent_id or 0)) for one in order]


def find_goal(session: Session, typed: str) -> GoalRow:
    """The goal of a period as it is written, or of a campaign by name; raises UserError `goal.unknown`."""
    wanted = periods.read(typed)
    name = typed.strip() if wanted is None else wanted.name
    for one in list_goals(session):
        if one.name == name and (wanted is None or one.kind == wanted.kind):
            return one
    raise UserError("goal.unknown", period=typed.strip()[:60])


def load_goal(session: Session, uid: str, today: date | None = None) -> GoalSheet:
    """A goal with what was reached so far; managers see their own part only. Raises UserError `row.gone`."""
    return load_goals(session, [uid], today)[0]


def load_goals(session: Session, uids: Sequence[str], today: date | None = None) -> list[GoalSheet]:
    """The same of some goals: what they count alike is read once."""
    counting = measures.Counting(session, today or date.today())
    return [_load(session, uid, counting) for uid in uids]


def _load(session: Session, uid: str, counting: measures.Counting) -> GoalSheet:
    reach = roles.require(session, Permission.READ_WORK, accepting=()).reach()
    goal = rows.load(session, Goal, uid)
    parent = None if goal.parent_id is None else session.get_one(Goal, goal.parent_id).name
    sees_all = reach == Reach.ALL
    people = _people(session, None if sees_all else acting(session).staff_id)
    listed = session.scalars(select(GoalTarget).where(GoalTarget.goal_id == goal.id).order_by(GoalTarget.id))
    targets = tuple(_target(session, goal, one, people, counting) for one in listed)
    may_edit = bool(roles.allowed(acting(session), Permission.SET_RULES))
    return GoalSheet(_row(goal, parent), targets, _elapsed(goal, counting.today), may_edit)


def _row(goal: Goal, parent: str | None) -> GoalRow:
    return GoalRow(goal.uid, goal.version, goal.kind, goal.name, goal.first_on, goal.last_on, parent)


def _people(session: Session, only: int | None) -> Sequence[Staff]:
    """Whose parts are shown: the managers, and whoever has one; of somebody who sees no others, one's own."""
    if only is not None:
        return [session.get_one(Staff, only)]
    found = managers(session)
    having = select(Staff).where(Staff.id.in_(select(GoalShare.staff_id))).order_by(Staff.name)
    return [*found, *(one for one in session.scalars(having) if one not in found)]


def _elapsed(goal: Goal, today: date) -> float:
    total = (goal.last_on - goal.first_on).days + 1
    return min(max((today - goal.first_on).days + 1, 0) / total, 1.0)


def _target(
    session: Session, goal: Goal, row: GoalTarget, people: Sequence[Staff], counting: measures.Counting
) -> Target:
    tier = None if row.tier_id is None else session.get_one(Tier, row.tier_id)
    counts: measures.Counts = {}
    actual, baseline = row.actual, None
    if row.measure != Measure.OWN:
        counts = keeping.count_of(session, counting, row, goal.first_on, goal.last_on)
        actual = sum(counts.values())
        if row.measure in measures.STOCK:
            before = goal.first_on - timedelta(days=1)
            baseline = sum(keeping.count_of(session, counting, row, before, before).values())
    shares = {one.staff_id: one.amount for one in keeping.shares_of(session, row)}
    visible = {one.id for one in people}
    listed = [
        Share(
            one.uid,
            one.name,
            shares.get(one.id),
            None if row.measure == Measure.OWN else counts.get(one.id, 0),
            one.disabled_at is not None,
        )
        for one in people
        if one.disabled_at is None or one.id in shares
    ]
    hidden = sum(amount for staff_id, amount in shares.items() if staff_id not in visible)
    if hidden:  # what the others have together, so that the rest is true
        listed.append(Share("", "", hidden, None, False))
    start = baseline or 0
    step = keeping.YUAN if row.measure in measures.MONEY else 1  # it is an estimate
    elapsed = _elapsed(goal, counting.today)
    return Target(
        row.uid,
        row.version,
        row.measure,
        None if tier is None else tier.uid,
        None if tier is None else tier.name,
        row.product,
        row.name,
        row.measure in measures.MONEY,
        row.target,
        actual,
        round((start + (row.target - start) * elapsed) / step) * step,
        baseline,
        _months(session, goal, row),
        tuple(listed),
    )


def _months(session: Session, goal: Goal, row: GoalTarget) -> int | None:
    """What the months made from it add up to; of what is measured at the end, the last month's."""
    found = (
        select(GoalTarget.target)
        .join(Goal, Goal.id == GoalTarget.goal_id)
        .where(
            Goal.parent_id == goal.id,
            GoalTarget.measure == row.measure,
            GoalTarget.tier_id.is_not_distinct_from(row.tier_id),
            GoalTarget.product.is_not_distinct_from(row.product),
            GoalTarget.name.is_not_distinct_from(row.name),
        )
    )
    if row.measure in measures.STOCK:
        return session.scalar(found.order_by(Goal.first_on.desc()).limit(1))
    together: int | None = session.scalar(select(func.sum(found.subquery().c.target)))
    return together
