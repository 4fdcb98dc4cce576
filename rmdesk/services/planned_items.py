"""What becomes of the planned items of daily logs when their touchpoints are acted upon, wherever that is.

An item of a log and its touchpoint are one thing: finished in Today it is finished in the log, in the same
change. Logs that were submitted are left as they were; so are those of days gone by, which tell what was
done on their day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActState,
    DailyLog,
    DailyLogItem,
    Interaction,
    ItemSource,
    LogState,
    Outcome,
    TouchpointAct,
)
from rmdesk.models.base import utc_now
from rmdesk.models.daily_log import RESULT_LONGEST
from rmdesk.services.queries import Query, given


class Said(Protocol):
    """A contact, or a row with what it says."""

    @property
    def content(self) -> str | None: ...
    @property
    def need(self) -> str | None: ...


class Identity(NamedTuple):
    """Which touchpoint an item stands for, as the key of `care` names it."""

    rule: str | None
    customer_id: int | None
    subject: str | None
    due_on: date | None


OPEN_STATES = (LogState.DRAFT.value, LogState.RETURNED.value)


def answered(
    session: Session,
    acts: Collection[TouchpointAct],
    today: date,
    covered: Mapping[Identity, date] = MappingProxyType({}),
) -> None:
    """Take over what was done about these touchpoints into the open items that stand for them.

    `covered`: the due day of the later reminder of the same thing that takes the place of one put off.
    """
    if not acts:
        return
    by_key = {_identity(act): act for act in acts}
    found = (
        select(DailyLogItem, DailyLog)
        .join(DailyLog, DailyLog.id == DailyLogItem.log_id)
        .where(
            DailyLogItem.customer_id.in_({act.customer_id for act in acts}),
            DailyLogItem.due_on.in_({act.due_on for act in acts}),
            DailyLogItem.outcome == Outcome.OPEN.value,
            DailyLog.state.in_(OPEN_STATES),
            DailyLog.day >= today,
        )
    )
    for item, log in session.execute(found).all():
        act = by_key.get(_identity(item))
        if act is not None:
            _take_over(session, item, log, act, covered.get(_identity(item)))
    session.flush()


def linked(session: Session, acts: Collection[TouchpointAct], contact: Interaction) -> None:
    """Let the items of a log that these acts finished name the contact that did it."""
    for act in acts:
        for item in session.scalars(select(DailyLogItem).where(*_finished_by(act))):
            item.interaction_id = contact.id
            item.result = item.result or words_of(contact)
    session.flush()


def words_of(contact: Said) -> str | None:
    """What a contact says, in one sentence."""
    said = (contact.content or contact.need or "").strip().split("\n", 1)[0]
    return said[:RESULT_LONGEST] or None


def log_of(session: Session, staff_id: int, day: date) -> DailyLog | None:
    found = select(DailyLog).where(DailyLog.staff_id == staff_id, DailyLog.day == day)
    return session.scalars(found).one_or_none()


_ANY_LOG = Query(
    select(DailyLog.id).where(
        DailyLog.staff_id == given("whose"), DailyLog.day == given("day"), DailyLog.state.in_(OPEN_STATES)
    )
)


def load_open(session: Session, staff_id: int, day: date) -> list[DailyLogItem]:
    """What stands open on the plan of a person's day, in its order; nothing once the log was submitted."""
    if not _ANY_LOG.read(session, whose=staff_id, day=day.isoformat()):
        return []
    found = (
        select(DailyLogItem)
        .join(DailyLog, DailyLog.id == DailyLogItem.log_id)
        .where(
            DailyLog.staff_id == staff_id,
            DailyLog.day == day,
            DailyLog.state.in_(OPEN_STATES),
            DailyLogItem.outcome == Outcome.OPEN.value,
        )
    )
    return list(session.scalars(found.order_by(DailyLogItem.position, DailyLogItem.id)))


def count_of_nobody(session: Session, staff_id: int, day: date) -> int:
    """How many of those are about no customer: no touchpoint counts them."""
    return sum(one.customer_id is None for one in load_open(session, staff_id, day))


def make_log(session: Session, staff_id: int, day: date) -> DailyLog:
    """The log of a person and day, made if there is none: one vault has one writer at a time."""
    log = log_of(session, staff_id, day)
    if log is None:
        log = DailyLog(staff_id=staff_id, day=day)
        session.add(log)
        session.flush()
    return log


def last_position(session: Session, log: DailyLog) -> int:
    found = select(func.max(DailyLogItem.position)).where(DailyLogItem.log_id == log.id)
    return session.scalar(found) or 0


def carry_over(
    session: Session, item: DailyLogItem, log: DailyLog, to: date, *, due_on: date | None = None
) -> None:
    """Put an item that was moved on the plan of its new day, unless it stands there or that was submitted.

    There it stands for the reminder that is due on `due_on`, if that covers its own by then. That day is not
    planned by it: somebody still has to look at it.
    """
    due_on = due_on or item.due_on
    target = make_log(session, log.staff_id, to)
    if target.state not in OPEN_STATES:
        return
    if item.rule is not None:
        there = select(DailyLogItem.id).where(
            DailyLogItem.log_id == target.id,
            DailyLogItem.customer_id == item.customer_id,
            DailyLogItem.rule == item.rule,
            DailyLogItem.subject == item.subject,
            DailyLogItem.due_on == due_on,
        )
        if session.scalar(there) is not None:
            return
    session.add(
        DailyLogItem(
            log_id=target.id,
            position=last_position(session, target) + 1,
            customer_id=item.customer_id,
            purpose=item.purpose,
            told_of=item.told_of,
            channel=item.channel,
            source=ItemSource.MOVED.value,
            rule=item.rule,
            subject=item.subject,
            due_on=due_on,
            added_at=utc_now(),
        )
    )
    session.flush()


def move_positions(session: Session, log_id: int, uids: Iterable[str]) -> None:
    """Number the items of a log by this order; those that are not named follow as they stood."""
    found = select(DailyLogItem).where(DailyLogItem.log_id == log_id).order_by(DailyLogItem.position)
    items = {one.uid: one for one in session.scalars(found)}
    ordered = [items[uid] for uid in dict.fromkeys(uids) if uid in items]
    ordered += [one for one in items.values() if one not in ordered]
    for position, one in enumerate(ordered, 1):
        if one.position != position:
            one.position = position
    session.flush()


def _identity(one: DailyLogItem | TouchpointAct) -> Identity:
    return Identity(one.rule, one.customer_id, one.subject, one.due_on)


def _take_over(
    session: Session, item: DailyLogItem, log: DailyLog, act: TouchpointAct, due_on: date | None
) -> None:
    if act.state == ActState.DONE.value:
        item.outcome, item.completed_at = Outcome.DONE.value, utc_now()
    elif act.state == ActState.SKIPPED.value:
        item.outcome, item.completed_at, item.result = Outcome.NOT_DONE.value, utc_now(), act.reason
    elif act.handed_to_id is None and act.moved_to is not None and act.moved_to != log.day:
        item.outcome, item.completed_at, item.moved_to = Outcome.MOVED.value, utc_now(), act.moved_to
        carry_over(session, item, log, act.moved_to, due_on=due_on)


def _finished_by(act: TouchpointAct) -> tuple[ColumnElement[bool], ...]:
    in_open_logs = select(DailyLog.id).where(DailyLog.state.in_(OPEN_STATES), DailyLog.day >= act.acted_on)
    return (
        DailyLogItem.customer_id == act.customer_id,
        DailyLogItem.rule == act.rule,
        DailyLogItem.subject == act.subject,
        DailyLogItem.due_on == act.due_on,
        DailyLogItem.outcome == Outcome.DONE.value,
        DailyLogItem.interaction_id.is_(None),
        DailyLogItem.log_id.in_(in_open_logs),
    )
