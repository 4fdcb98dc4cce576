"""What days, weeks and months count: planned, done, late, overdue, by channel; by manager and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    DailyLog,
    DailyLogItem,
    Interaction,
    LogState,
    Role,
    Staff,
    StaffRole,
)
from rmdesk.services import driver_rows, roles, working_days
from rmdesk.services.actor import acting
from rmdesk.services.daily_logs import access
from rmdesk.services.daily_logs.reading import LATE, MISSING, standing
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.working_days import WorkCalendar

LONGEST = 400  # days of one summary
_SENT = (LogState.SUBMITTED.value, LogState.COUNTERSIGNED.value, LogState.RETURNED.value)


@dataclass(slots=True)
class Counted:
    """Numbers of some days. `overdue` are items whose day has passed without any completion.

    `late_plans`, `missing_plans`, `late_logs`, `missing_logs` count working days: planned after the plan was
    due or not at all, submitted late or not at all; missing only of those who are to keep a log.
    """

    planned: int = 0
    done: int = 0
    partly: int = 0
    not_done: int = 0
    moved: int = 0
    open: int = 0
    overdue: int = 0
    extra: int = 0
    late_plans: int = 0
    missing_plans: int = 0
    late_logs: int = 0
    missing_logs: int = 0
    countersigned: int = 0
    working_days: int = 0
    contacts: int = 0
    minutes: int = 0
    channels: dict[str, int] = field(default_factory=dict)

    def add(self, other: Counted) -> None:
        for name in self.__dataclass_fields__:
            if name != "channels":
                setattr(self, name, getattr(self, name) + getattr(other, name))
        for channel, count in other.channels.items():
            self.channels[channel] = self.channels.get(channel, 0) + count


@dataclass(slots=True)
class DayOf:
    """One day of one manager: where its log stands, and its numbers. `is_expected`: there should be one."""

    day: date
    is_expected: bool
    standing: str
    is_planned: bool
    plan_is_late: bool
    submit_is_late: bool
    uid: str | None
    version: int
    counted: Counted


@dataclass(slots=True)
class OfManager:
    """One manager's days and their sum."""

    staff_uid: str
    staff: str
    has_left: bool
    days: list[DayOf]
    counted: Counted


@dataclass(slots=True)
class Summary:
    """Managers by name, their sum, and the sum of each day for the trend."""

    first: date
    last: date
    managers: list[OfManager]
    counted: Counted
    by_day: dict[date, Counted]


def summarise(
    session: Session, first: date, last: date, *, staff_uid: str | None = None, branch: bool = False
) -> Summary:
    """What the days from `first` to `last` count: of whoever acts, of another, or of the whole `branch`.

    Of the branch are its relationship managers, those who left in so far as they were there, and whoever
    else kept a log. Raises NotAllowed, UserError `care.wrong_range`, `care.range_too_long`.
    """
    if last < first:
        raise UserError("care.wrong_range")
    if (last - first).days >= LONGEST:
        raise UserError("care.range_too_long", most=LONGEST)
    if branch:
        roles.require(session, Permission.READ_WORK, reach=Reach.ALL, accepting=())
        people = _keepers(session, first, last)
    else:
        people = [access.person(session, staff_uid)]
    calendar = working_days.load(session)
    today = date.today()
    ids = [one.id for one in people]
    logs = {(log.staff_id, log.day): log for log in _logs(session, ids, first, last)}
    items = _items(session, ids, first, last)
    contacts = _contacts(session, ids, first, last)
    keeping = access.keepers_among(session, ids)
    managers = []
    for one in people:
        days = [
            _day(one, one.id in keeping, day, logs.get((one.id, day)), items, contacts, calendar, today)
            for day in _days(first, last)
        ]
        whole = Counted()
        for each in days:
            whole.add(each.counted)
        managers.append(OfManager(one.uid, one.name, one.disabled_at is not None, days, whole))
    total = Counted()
    by_day = {day: Counted() for day in _days(first, last)}
    for manager in managers:
        total.add(manager.counted)
        for each in manager.days:
            by_day[each.day].add(each.counted)
    return Summary(first, last, managers, total, by_day)


def list_keepers(session: Session) -> list[tuple[str, str]]:
    """Uid and name of those whose logs whoever acts may read: oneself, or everybody who keeps one."""
    reach = roles.require(session, Permission.READ_WORK, accepting=()).reach()
    if reach < Reach.ALL:
        me = acting(session)
        return [(me.staff_uid, me.name)]
    today = date.today()
    found = _keepers(session, today - timedelta(days=LONGEST), today)
    return [(one.uid, one.name) for one in found]


# --- reading -----------------------------------------------------------------------------------------


def _keepers(session: Session, first: date, last: date) -> list[Staff]:
    """Relationship managers who were there within these days, and whoever kept a log; by name."""
    began = datetime.combine(first, datetime.min.time()).astimezone()
    role = select(StaffRole.staff_id).where(StaffRole.role == Role.RELATIONSHIP_MANAGER.value)
    kept = select(DailyLog.staff_id).where(DailyLog.day.between(first, last))
    is_there = or_(Staff.disabled_at.is_(None), Staff.disabled_at >= began)
    found = select(Staff).where(or_(Staff.id.in_(role) & is_there, Staff.id.in_(kept)))
    return list(session.scalars(found.order_by(Staff.name, Staff.id)))


def _logs(session: Session, ids: list[int], first: date, last: date) -> list[DailyLog]:
    found = select(DailyLog).where(DailyLog.day.between(first, last), DailyLog.staff_id.in_(ids))
    return list(session.scalars(found))


def _items(
    session: Session, ids: list[int], first: date, last: date
) -> dict[tuple[int, date], dict[tuple[str, bool], int]]:
    """Items by person and day: how many of each outcome, planned in time or added later."""
    found = (
        select(DailyLog.staff_id, DailyLog.day, DailyLogItem.outcome, DailyLogItem.is_extra, func.count())
        .join(DailyLogItem, DailyLogItem.log_id == DailyLog.id)
        .where(DailyLog.day.between(first, last), DailyLog.staff_id.in_(ids))
        .group_by(DailyLog.staff_id, DailyLog.day, DailyLogItem.outcome, DailyLogItem.is_extra)
    )
    counted: dict[tuple[int, date], dict[tuple[str, bool], int]] = {}
    for staff_id, day, outcome, is_extra, count in driver_rows.read(session, found):
        of_day = counted.setdefault((int(staff_id), date.fromisoformat(str(day))), {})
        of_day[str(outcome), bool(is_extra)] = int(count)
    return counted


def _contacts(
    session: Session, ids: list[int], first: date, last: date
) -> dict[tuple[int, date], dict[str, tuple[int, int]]]:
    """Contacts by person and day: by channel how many, and their minutes; from one index alone."""
    found = (
        select(
            Interaction.staff_id,
            Interaction.held_on,
            Interaction.channel,
            func.count(),
            func.sum(Interaction.duration_minutes),
        )
        .where(Interaction.staff_id.in_(ids), Interaction.held_on.between(first, last))
        .group_by(Interaction.staff_id, Interaction.held_on, Interaction.channel)
    )
    counted: dict[tuple[int, date], dict[str, tuple[int, int]]] = {}
    for staff_id, day, channel, count, minutes in driver_rows.read(session, found):
        of_day = counted.setdefault((int(staff_id), date.fromisoformat(str(day))), {})
        of_day[str(channel)] = (int(count), int(minutes or 0))
    return counted


def _day(
    person: Staff,
    keeps: bool,
    day: date,
    log: DailyLog | None,
    items: dict[tuple[int, date], dict[tuple[str, bool], int]],
    contacts: dict[tuple[int, date], dict[str, tuple[int, int]]],
    calendar: WorkCalendar,
    today: date,
) -> DayOf:
    was_there = log is not None or access.was_there(person, day)
    is_expected = keeps and calendar.is_working_day(day) and was_there
    state = None if log is None else log.state
    stands = standing(state, day, today, is_expected=is_expected)
    counted = Counted()
    for (outcome, is_extra), count in items.get((person.id, day), {}).items():
        setattr(counted, outcome, getattr(counted, outcome) + count)
        counted.extra += count if is_extra else 0
        counted.planned += 0 if is_extra else count
    counted.overdue = counted.open if day < today else 0
    for channel, (count, minutes) in contacts.get((person.id, day), {}).items():
        counted.channels[channel] = count
        counted.contacts += count
        counted.minutes += minutes
    is_planned = log is not None and log.planned_at is not None
    if log is not None:
        counted.late_plans = int(log.plan_is_late)
        counted.late_logs = int(log.submit_is_late)
        counted.countersigned = int(log.state == LogState.COUNTERSIGNED.value)
    if is_expected and day <= today:
        counted.working_days = 1
        counted.missing_plans = int(not is_planned)
    counted.missing_logs = int(stands in (LATE, MISSING))
    return DayOf(
        day=day,
        is_expected=is_expected,
        standing=stands,
        is_planned=is_planned,
        plan_is_late=log is not None and log.plan_is_late,
        submit_is_late=log is not None and log.submit_is_late,
        uid=None if log is None else log.uid,
        version=0 if log is None else log.version,
        counted=counted,
    )


def _days(first: date, last: date) -> Iterable[date]:
    return [first + timedelta(days=one) for one in range((last - first).days + 1)]
