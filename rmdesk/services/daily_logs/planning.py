"""The plan of a day: what is proposed for it, what the person puts on it, and whether that was in time."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Channel,
    Customer,
    DailyLog,
    DailyLogItem,
    FollowUp,
    FollowUpState,
    ItemSource,
    Outcome,
)
from rmdesk.models.base import utc_now
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import care, changes, follow_ups, planned_items, rows, text, values, work, working_days
from rmdesk.services.actor import acting
from rmdesk.services.care import Asked, Key, Kind, Line, Section, Touchpoint
from rmdesk.services.customers import access as customer_access
from rmdesk.services.daily_logs import access, purposes
from rmdesk.services.errors import UserError

CHECKS: dict[str, values.Check] = {
    "purpose": partial(text.line, longest=LINE_LONGEST),
    "channel": values.optional(partial(values.choice, choices=Channel)),
    "at_minute": values.optional(values.minute_of_day),
}
PROPOSED = 40  # candidates; more is no proposal
_MILLION = 100_000_000  # fen
FOLLOW_UP_RULE = "follow_up"

# How pressing a touchpoint of a kind is on its day: what was promised before what may wait.
_URGENCY: dict[Kind, float] = {
    Kind.WARNING: 3.0,
    Kind.COMMITMENT: 3.0,
    Kind.APPOINTMENT: 3.0,
    Kind.MATURITY: 2.5,
    Kind.FOLLOW_UP: 2.0,
    Kind.BIRTHDAY: 2.0,
    Kind.FAMILY_DATE: 1.5,
    Kind.FESTIVAL: 1.0,
    Kind.ASSESSMENT: 1.0,
    Kind.NOTICE: 1.0,
    Kind.PLAN: 1.5,
    Kind.ACTIVITY: 1.5,
    Kind.CADENCE: 0.8,
}
_LATE_DAY, _LATE_MOST = 0.05, 1.0  # what each day late adds, and at most


@dataclass(frozen=True, slots=True)
class Proposal:
    """A touchpoint that stands open on the day and is on no plan; `weight` is value × urgency."""

    line: Line
    purpose: str
    at_minute: int | None
    days_late: int
    weight: float

    @property
    def key(self) -> Key:
        return self.line.key


@dataclass(frozen=True, slots=True)
class Due:
    """What a day asks for besides its plan: `count` touchpoints of single customers, of which the
    weightiest are here; `collective` ones, such as festivals; and how many tasks.
    """

    proposals: tuple[Proposal, ...]
    count: int
    collective: tuple[Touchpoint, ...]
    tasks: int


def propose(session: Session, day: date, *, few: int = PROPOSED) -> list[Proposal]:
    """What whoever acts might plan for a day, the weightiest first: due, promised, late, on no plan yet.

    Value is the logarithm of what the customer and the matter are worth, in millions of yuan. Raises
    NotAllowed.
    """
    return list(_load_due(session, day, access.require_writing(session)).proposals[:few])


def load_due(session: Session, day: date, *, staff_uid: str | None = None) -> Due:
    """The same of whoever acts or of somebody else, and how much of it there is.

    Raises NotAllowed, UserError `row.gone`.
    """
    return _load_due(session, day, access.person(session, staff_uid).id)


def _load_due(session: Session, day: date, staff_id: int) -> Due:
    asked = Asked(day, day, min(day, date.today()), manager_id=staff_id)
    found = care.load_worklist(session, asked, with_cases=False)
    taken = _planned_keys(session, staff_id, day)
    beside = (Section.DONE, Section.AHEAD, Section.PLAN, Section.TASK)
    parts = [part for part in found.parts if part.section not in beside]
    lines = [line for part in parts for line in part.lines]
    single = [line for line in lines if line.key.customer_id is not None]
    proposals = [_proposal(line, day) for line in single if line.key not in taken]
    return Due(
        tuple(sorted(proposals, key=lambda one: -one.weight)),
        sum(part.count for part in parts) - (len(lines) - len(proposals)),
        tuple(line.touchpoint for line in lines if line.key.customer_id is None),
        sum(part.count for part in found.parts if part.section is Section.TASK),
    )


def plan_touchpoints(
    session: Session,
    day: date,
    keys: Sequence[Key],
    *,
    on_rest_day: bool = False,
    now: datetime | None = None,
) -> list[DailyLogItem]:
    """Put touchpoints on the own plan of a day, in this order; those that stand there are passed over.

    Raises NotAllowed, UserError `care.gone`, `care.collective`, and what `add_item` raises of the day.
    """
    log = _open(session, day, on_rest_day, now)
    changes.describe(session, "log.planned", subject=log, day=day.isoformat(), items=len(keys))
    if any(key.customer_id is None for key in keys):
        raise UserError("care.collective")
    customer_access.check_all_visible(session, [key.customer_id or 0 for key in keys])
    there = care.find_these(session, keys, today=date.today())
    persons = care.load_persons(session, [key.customer_id or 0 for key in keys])
    taken = _keys_of(session, [log.id])
    added = []
    for key in dict.fromkeys(keys):
        if key not in there:
            raise UserError("care.gone")
        if key in taken:
            continue
        line = care.line(replace(there[key], day=day), persons.get(key.customer_id or 0), None)
        proposal = _proposal(line, day)
        given = {
            "purpose": proposal.purpose,
            "told_of": purposes.made_of(line.touchpoint),
            "channel": line.channel,
            "at_minute": proposal.at_minute,
            "customer_id": key.customer_id,
            "source": ItemSource.TOUCHPOINT.value,
        }
        added.append(_add(session, log, given, key, now))
    return added


def add_item(
    session: Session,
    day: date,
    given: Mapping[str, object],
    *,
    customer_uid: str | None = None,
    source: ItemSource = ItemSource.FREE,
    on_rest_day: bool = False,
    now: datetime | None = None,
) -> DailyLogItem:
    """A line of one's own on the own plan of a day; `given` holds `purpose`, and perhaps channel and time.

    With a customer it is a next step with them, due that day: undone it stays due like any other. Raises
    NotAllowed, UserError as the checks do, `log.rest_day` unless it is meant, `log.too_far`, `log.frozen`.
    """
    log = _open(session, day, on_rest_day, now)
    changes.describe(session, "log.planned", subject=log, day=day.isoformat(), items=1)
    checked = values.check_all(given, CHECKS, "daily_log_item", required=("purpose",))
    checked["source"] = source.value
    if customer_uid is None:
        return _add(session, log, checked, None, now)
    customer = work.load_for_writing(session, customer_uid)
    step: dict[str, object] = {"due_on": day, "step": checked["purpose"], "channel": checked.get("channel")}
    follow_up = follow_ups.add_follow_up(session, customer.uid, step)
    checked["customer_id"] = customer.id
    return _add(session, log, checked, Key(FOLLOW_UP_RULE, customer.id, follow_up.uid, day), now)


def edit_item(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change purpose, channel or time of an item; raises NotAllowed, Conflict, `log.frozen`."""
    item, log = access.load_own_item(session, uid, version)
    checked = values.check_all(given, CHECKS, "daily_log_item")
    if "purpose" in checked and checked["purpose"] is None:
        raise UserError("text.empty", what="daily_log_item.purpose")
    if checked.get("purpose") == purposes.told(item, log.day):
        del checked["purpose"]
    elif "purpose" in checked:
        item.told_of = None
    changes.describe(session, "log.item_edited", subject=log, row=item.uid, fields=sorted(checked))
    for name, value in checked.items():
        setattr(item, name, value)
    session.flush()
    step = _own_step(session, item)
    if step is not None:
        told = {"step": item.purpose, "channel": item.channel}
        follow_ups.edit_follow_up(session, step.uid, told, version=step.version)
    if checked.get("at_minute") is not None:
        _place_by_time(session, log, item)


def remove_item(session: Session, uid: str, *, version: int) -> None:
    """Take an item off the plan; the next step that came with it goes too, a touchpoint stays.

    Raises NotAllowed, Conflict, UserError `log.frozen`, `log.completed` (undo that first).
    """
    item, log = access.load_own_item(session, uid, version)
    if item.outcome != Outcome.OPEN.value:
        raise UserError("log.completed")
    changes.describe(session, "log.item_removed", subject=log, row=uid)
    step = _own_step(session, item)
    session.delete(item)
    session.flush()
    if step is not None:
        follow_ups.remove_follow_up(session, step.uid, version=step.version)
    if planned_items.last_position(session, log) == 0 and log.planned_at is not None:
        log.planned_at, log.plan_is_late, log.clock_at = None, False, None
        session.flush()


def reorder(session: Session, day: date, uids: Collection[str]) -> None:
    """Put the items of the own plan of a day into this order. Raises NotAllowed, `log.frozen`, `row.gone`."""
    me = access.require_writing(session)
    log = planned_items.log_of(session, me, day)
    if log is None:
        raise UserError("row.gone", table="daily_log")
    access.check_open(log)
    changes.describe(session, "log.reordered", subject=log, day=day.isoformat())
    planned_items.move_positions(session, log.id, uids)


# --- the day -----------------------------------------------------------------------------------------


def _open(session: Session, day: date, on_rest_day: bool, now: datetime | None) -> DailyLog:
    """The own log of a day, made if there is none, with the moment of planning."""
    me = access.require_writing(session)
    if day > date.today() + timedelta(days=access.FURTHEST):
        raise UserError("log.too_far", most=access.FURTHEST)
    if not on_rest_day:
        access.check_working_day(session, day)
    log = planned_items.make_log(session, me, day)
    access.check_open(log)
    return log


def _add(
    session: Session, log: DailyLog, given: dict[str, Any], key: Key | None, now: datetime | None
) -> DailyLogItem:
    recorded = access.recorded_now(session, now)
    clock = now or utc_now()
    due = access.plan_due_at(session, working_days.load(session), log.day)
    is_late = recorded > due
    is_extra = is_late and log.planned_at is not None and (not log.plan_is_late or _began(session, log))
    if log.planned_at is None:
        log.planned_at, log.plan_is_late = recorded, is_late
        log.clock_at = clock if (recorded - clock) > timedelta(minutes=1) else None
    item = DailyLogItem(
        log_id=log.id,
        position=planned_items.last_position(session, log) + 1,
        is_extra=is_extra,
        added_at=recorded,
        **given,
    )
    if key is not None:
        item.rule, item.subject, item.due_on = key.rule, key.subject, key.due_on
    session.add(item)
    session.flush()
    if item.at_minute is not None:
        _place_by_time(session, log, item)
    return item


def _began(session: Session, log: DailyLog) -> bool:
    """Whether something of the day was answered for already: what comes after that was no plan."""
    answered = select(DailyLogItem.id).where(
        DailyLogItem.log_id == log.id, DailyLogItem.outcome != Outcome.OPEN.value
    )
    return session.scalar(answered.limit(1)) is not None


def _place_by_time(session: Session, log: DailyLog, item: DailyLogItem) -> None:
    """An item with a time stands before the first of a later time, else behind the last that has one."""
    found = select(DailyLogItem).where(DailyLogItem.log_id == log.id).order_by(DailyLogItem.position)
    others = [one for one in session.scalars(found) if one.uid != item.uid]
    timed = [(place, one.at_minute) for place, one in enumerate(others) if one.at_minute is not None]
    later = [place for place, minute in timed if minute > (item.at_minute or 0)]
    place = later[0] if later else timed[-1][0] + 1 if timed else 0
    ordered = [*others[:place], item, *others[place:]]
    planned_items.move_positions(session, log.id, [one.uid for one in ordered])


def _own_step(session: Session, item: DailyLogItem) -> FollowUp | None:
    """The open next step that was made together with this item of one's own."""
    if item.source == ItemSource.TOUCHPOINT.value or item.rule != FOLLOW_UP_RULE or item.subject is None:
        return None
    found = select(FollowUp).where(
        FollowUp.uid == item.subject,
        FollowUp.state == FollowUpState.OPEN.value,
        FollowUp.interaction_id.is_(None),
        FollowUp.staff_id == acting(session).staff_id,
    )
    step = session.scalars(found).one_or_none()
    if step is None:
        return None
    customer = rows.load(session, Customer, session.get_one(Customer, step.customer_id).uid)
    return step if customer.deleted_at is None else None


def _planned_keys(session: Session, staff_id: int, day: date) -> set[Key]:
    """What is on the plan of this day, and open on those between today and it."""
    between = select(DailyLog.id).where(
        DailyLog.staff_id == staff_id, DailyLog.day.between(min(day, date.today()), day)
    )
    here = select(DailyLog.id).where(DailyLog.staff_id == staff_id, DailyLog.day == day)
    open_ones = _keys_of(session, list(session.scalars(between)), only_open=True)
    return open_ones | _keys_of(session, list(session.scalars(here)))


def _keys_of(session: Session, log_ids: Collection[int], *, only_open: bool = False) -> set[Key]:
    found = select(
        DailyLogItem.rule, DailyLogItem.customer_id, DailyLogItem.subject, DailyLogItem.due_on
    ).where(DailyLogItem.log_id.in_(log_ids), DailyLogItem.rule.is_not(None))
    if only_open:
        found = found.where(DailyLogItem.outcome == Outcome.OPEN.value)
    listed: Any = session.execute(found)
    return {Key(*row) for row in listed}


def _proposal(line: Line, day: date) -> Proposal:
    one = line.touchpoint
    worth = (one.aum_fen + (one.amount_fen or 0)) / _MILLION
    late = max(0, (day - one.late_after).days)
    urgency = _URGENCY[one.kind] + min(late * _LATE_DAY, _LATE_MOST)
    minute = one.values[2] if one.kind is Kind.APPOINTMENT and len(one.values) > 2 else None
    weight = (1 + math.log1p(max(worth, 0.0))) * urgency
    return Proposal(line, purposes.sentence(one), minute, late, weight)
