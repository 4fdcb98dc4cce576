"""Handing a log in at the close of business, and what is added to it afterwards."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import DailyLog, DailyLogItem, DailyLogRemark, LogState, Outcome, RemarkKind
from rmdesk.models.base import utc_now
from rmdesk.models.customer import TEXT_LONGEST
from rmdesk.services import changes, planned_items, rows, text
from rmdesk.services.actor import acting
from rmdesk.services.daily_logs import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission


def submit(session: Session, day: date, *, now: datetime | None = None) -> DailyLog:
    """Hand in the own log of a day: from then on only addenda. One that was sent back is handed in anew.

    Raises NotAllowed, UserError `log.not_yet`, `log.submitted_already`, `log.open_items`.
    """
    me = access.require_writing(session)
    if day > date.today():
        raise UserError("log.not_yet", day=day)
    log = planned_items.make_log(session, me, day)
    if log.state not in planned_items.OPEN_STATES:
        raise UserError("log.submitted_already", day=day)
    waiting = select(func.count()).where(
        DailyLogItem.log_id == log.id, DailyLogItem.outcome == Outcome.OPEN.value
    )
    count = session.scalar(waiting) or 0
    if count:
        raise UserError("log.open_items", count=count)
    recorded = access.recorded_now(session, now)
    if log.submitted_at is None:
        log.submit_is_late = recorded > access.submit_due_at(day)
    log.state, log.submitted_at = LogState.SUBMITTED.value, recorded
    log.decided_by_id = log.decided_at = None
    session.flush()
    changes.describe(session, "log.submitted", subject=log, day=day.isoformat())
    return log


def add_addendum(
    session: Session, log_uid: str, words: str, *, item_uid: str | None = None
) -> DailyLogRemark:
    """Add to an own log that was submitted. Raises NotAllowed, UserError `row.gone`, `log.not_submitted`."""
    log = rows.load(session, DailyLog, log_uid)
    if log.staff_id != access.require_writing(session):
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    if log.state in planned_items.OPEN_STATES:
        raise UserError("log.not_submitted", day=log.day)
    if item_uid is not None and rows.load(session, DailyLogItem, item_uid).log_id != log.id:
        raise UserError("row.gone", table="daily_log_item")
    said = text.paragraphs(words, "daily_log_remark.text", longest=TEXT_LONGEST)
    row = remark(session, log, RemarkKind.ADDENDUM, said, item_uid=item_uid)
    changes.describe(session, "log.addendum", subject=log, row=row.uid)
    return row


def remark(
    session: Session, log: DailyLog, kind: RemarkKind, words: str | None, *, item_uid: str | None = None
) -> DailyLogRemark:
    """A remark by whoever acts."""
    row = DailyLogRemark(
        log_id=log.id,
        staff_id=acting(session).staff_id,
        kind=kind.value,
        text=words,
        item_uid=item_uid,
        said_at=utc_now(),
    )
    session.add(row)
    session.flush()
    return row
