"""What a supervisor looks at first: each manager's customers, who was not contacted, what waits for a word.

Three readings, so that the first is quick: `load` for all managers at once, `count_late` for one of them as
Today counts it, and `load_goals` for the goals in force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, DailyLog, PeriodKind, PlanState, Staff, Stage
from rmdesk.services import care, complaints, goals, plans, roles, submitted_logs
from rmdesk.services.archive import Condition
from rmdesk.services.customers import managers
from rmdesk.services.errors import NotAllowed
from rmdesk.services.goals import GoalSheet
from rmdesk.services.queries import Query, given
from rmdesk.services.roles import Permission, Reach

DAYS = 90  # without contact, unless somebody asks for another number
_SHORTEST = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)

_FACT = CustomerFact.__table__.c
_COVERED = Query(
    select(
        _FACT.owner_id.label("owner_id"),
        func.count().label("customers"),
        func.count()
        .filter(or_(_FACT.last_contact_on.is_(None), _FACT.last_contact_on <= given("since")))
        .label("without"),
    )
    .where(_FACT.is_lost.is_(False))
    .group_by(_FACT.owner_id)
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a manager (`staff_id` None: of customers nobody is in charge of), or of everybody.

    `without` are customers nobody reached for so many days, or ever; who is lost is left out of both counts.
    `logs` wait for a countersignature, `plans` for agreement; `running` plans, some of them `behind`.
    `plan_uid`: of their plans the one that asks for something first. `complaints` in their charge are not
    answered yet, some of them `complaints_late`.
    """

    staff_id: int | None
    uid: str | None
    name: str
    customers: int = 0
    without: int = 0
    logs: int = 0
    plans: int = 0
    running: int = 0
    behind: int = 0
    plan_uid: str | None = None
    complaints: int = 0
    complaints_late: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """`since`: whoever was last reached on that day or before counts as not contacted."""

    day: date
    since: date
    everybody: Figures
    managers: tuple[Figures, ...]


def load(session: Session, today: date, *, days: int = DAYS) -> Overview:
    """The figures of all managers, by name. Raises NotAllowed but for those who see all and countersign."""
    _require(session)
    since = today - timedelta(days=days)
    counted = {row.owner_id: (row.customers, row.without) for row in _COVERED.read(session, since=since)}
    logs = Counter(session.scalars(select(DailyLog.staff_id).where(*submitted_logs.waiting(session))))
    listed = plans.list_plans(session, today)
    asking = Counter(one.owner_uid for one in listed if one.state == PlanState.SUBMITTED.value)
    running = Counter(one.owner_uid for one in listed if one.standing in ("running", "ended"))
    behind = Counter(one.owner_uid for one in listed if one.standing == "running" and one.is_behind)
    first: dict[str, str] = {}
    for plan in listed:
        first.setdefault(plan.owner_uid, plan.uid)
    people = {one.id: one for one in managers(session)}
    cases = complaints.count_by_owner(session, today)
    owners = {one.owner_uid for one in listed}
    known = [*(one for one in counted if one is not None), *logs, *cases]
    others = select(Staff).where(or_(Staff.id.in_(known), Staff.uid.in_(owners)))
    people |= {one.id: one for one in session.scalars(others)}
    found = []
    for one in sorted(people.values(), key=lambda each: (each.name, each.id)):
        customers, without = counted.get(one.id, (0, 0))
        found.append(
            Figures(
                one.id,
                one.uid,
                one.name,
                customers,
                without,
                logs[one.id],
                asking[one.uid],
                running[one.uid],
                behind[one.uid],
                first.get(one.uid),
                *cases.get(one.id, (0, 0)),
            )
        )
    if None in counted:
        found.append(Figures(None, None, "", *counted[None]))
    together = _together(found, listed[0].uid if listed else None)
    return Overview(today, since, together, tuple(found))


def count_late(session: Session, staff_id: int | None, today: date) -> tuple[int, int]:
    """How much waits today for a manager (None: for all), and how much of it is late, as Today shows it."""
    _require(session)
    return care.count_waiting(session, care.Asked(today, today, today, manager_id=staff_id))


def load_goals(session: Session, today: date) -> list[GoalSheet]:
    """The goal of the shortest period in force, and the campaigns, with what was reached by now."""
    _require(session)
    force = [one for one in goals.list_goals(session) if one.first <= today <= one.last]
    shortest = next((one for kind in _SHORTEST for one in force if one.kind == kind), None)
    wanted = [one for one in force if one is shortest or one.kind == PeriodKind.CAMPAIGN]
    return goals.load_goals(session, [one.uid for one in wanted], today)


def conditions(of: Figures | None, since: date | None = None) -> list[Condition]:
    """What lists the customers of a manager (None: of everybody) that a figure counts; with `since`, those
    without contact.
    """
    present = tuple(one.value for one in Stage if one is not Stage.LOST)
    found = [Condition("stage", present)]
    if of is not None:
        found.append(Condition("owner", (of.uid,)))
    if since is not None:
        found.append(Condition("last_contact", (None, since.isoformat(), True)))
    return found


def _together(found: Sequence[Figures], plan_uid: str | None) -> Figures:
    def total(name: str) -> int:
        return sum(getattr(one, name) for one in found)

    return Figures(
        None,
        None,
        "",
        total("customers"),
        total("without"),
        total("logs"),
        total("plans"),
        total("running"),
        total("behind"),
        plan_uid,
        total("complaints"),
        total("complaints_late"),
    )


def _require(session: Session) -> None:
    roles.require(session, Permission.APPROVE_WORK)
    if roles.require(session, Permission.READ_WORK, accepting=()).reach() < Reach.ALL:
        raise NotAllowed("role.not_permitted", permission=Permission.READ_WORK.value)
