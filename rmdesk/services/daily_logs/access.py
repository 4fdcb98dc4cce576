"""Whose log it is, who reads and who judges it, and what may still be changed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ChangeRecord,
    ChangeSet,
    DailyLog,
    DailyLogItem,
    DailyLogNews,
    Role,
    Staff,
    StaffRole,
)
from rmdesk.models.base import utc_now
from rmdesk.services import roles, rows, settings, working_days
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.planned_items import OPEN_STATES
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.working_days import WorkCalendar

CLOSING = "branch.closing_minute"
_LATELY = 1000  # change sets
FURTHEST = 92  # days that may be planned ahead


def recorded_now(session: Session, now: datetime | None = None) -> datetime:
    """The moment it is by the record: never before what was recorded lately, whatever the clock says.

    The latest moment of the last changes counts, not that of the very last: a clock that was moved back
    has written that one already. A clock that once stood ahead is outlived after `_LATELY` changes.
    """
    clock = now or utc_now()
    lately = select(ChangeSet.at).order_by(ChangeSet.number.desc()).limit(_LATELY).subquery()
    newest = session.scalar(select(func.max(lately.c.at)))
    return clock if newest is None else max(clock, newest)


def plan_due_at(session: Session, work: WorkCalendar, day: date) -> datetime:
    """Until when the plan of a day is on time: closing hour of the working day before it, local time."""
    minute = int(settings.get(session, CLOSING))
    closing = time(minute // 60, minute % 60)
    return datetime.combine(work.previous_working_day(day), closing).astimezone()


def check_working_day(session: Session, day: date) -> None:
    """Raise UserError `log.rest_day` for a day of rest."""
    work = working_days.load(session)
    if not work.is_working_day(day):
        raise UserError("log.rest_day", day=day, following=work.next_working_day(day))


def submit_due_at(day: date) -> datetime:
    """Until when a log is submitted on time: the end of its day, local time."""
    return datetime.combine(day + timedelta(days=1), time()).astimezone()


def require_writing(session: Session) -> int:
    """The id of whoever acts, who must be one to keep a log. Raises NotAllowed."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    return acting(session).staff_id


def require_reading(session: Session, staff_id: int) -> None:
    """Raise NotAllowed unless whoever acts reads the logs of this person."""
    needed = Reach.OWN if staff_id == acting(session).staff_id else Reach.ALL
    roles.require(session, Permission.READ_WORK, reach=needed, accepting=())


def keepers_among(session: Session, ids: Collection[int]) -> set[int]:
    """Of whom a log is expected: relationship managers. Anybody else who may record work keeps one or not."""
    role = select(StaffRole.staff_id).where(
        StaffRole.role == Role.RELATIONSHIP_MANAGER.value, StaffRole.staff_id.in_(ids)
    )
    return set(session.scalars(role))


def was_there(person: Staff, day: date) -> bool:
    """Whether somebody belonged to the branch on a day: from the one they were added until they left."""
    added = datetime.fromtimestamp(int(person.uid[:12], 16) / 1000, UTC).astimezone().date()
    left = None if person.disabled_at is None else person.disabled_at.astimezone().date()
    return added <= day and (left is None or day < left)


def load_own_item(session: Session, uid: str, version: int) -> tuple[DailyLogItem, DailyLog]:
    """An item of an own log to change; raises NotAllowed, Conflict, `row.gone`, `log.frozen`."""
    item = rows.load_seen(session, DailyLogItem, uid, version)
    return item, own(session, session.get_one(DailyLog, item.log_id))


def load_own_news(
    session: Session, uid: str, version: int, *, also_submitted: bool = False
) -> tuple[DailyLogNews, DailyLog]:
    """News of an own log to change; raises as `load_own_item`."""
    news = rows.load_seen(session, DailyLogNews, uid, version)
    return news, own(session, session.get_one(DailyLog, news.log_id), also_submitted=also_submitted)


def own(session: Session, log: DailyLog, *, also_submitted: bool = False) -> DailyLog:
    """A log that whoever acts may change; raises NotAllowed, UserError `log.frozen`."""
    if log.staff_id != require_writing(session):
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    if not also_submitted:
        check_open(log)
    return log


def check_open(log: DailyLog) -> None:
    if log.state not in OPEN_STATES:
        raise UserError("log.frozen", day=log.day)


def person(session: Session, staff_uid: str | None) -> Staff:
    """Whose log is read: of whoever acts without a uid. Raises NotAllowed, UserError `row.gone`."""
    found = rows.load(session, Staff, staff_uid or acting(session).staff_uid)
    require_reading(session, found.id)
    return found


def check_undo(session: Session, number: int) -> None:
    """Raise UserError `log.frozen` if a change set changed what was submitted since: that is never undone."""
    record = ChangeRecord
    # Whom an item names may follow the merging of two customers, to and fro: that says nothing else.
    changed = or_(record.field.is_(None), record.field != "customer_id")
    touched = select(record.row_uid).where(record.set_number == number, changed)
    of_items = select(DailyLogItem.log_id).where(
        DailyLogItem.uid.in_(touched.where(record.table_name == DailyLogItem.__tablename__))
    )
    of_news = select(DailyLogNews.log_id).where(
        DailyLogNews.uid.in_(touched.where(record.table_name == DailyLogNews.__tablename__))
    )
    for logs in (of_items, of_news):
        frozen = select(DailyLog.day).where(DailyLog.id.in_(logs), DailyLog.state.not_in(OPEN_STATES))
        day = session.scalar(frozen.limit(1))
        if day is not None:
            raise UserError("log.frozen", day=day)
