"""What became of an item: done, partly, not done for a reason, moved to another day.

What is done about the touchpoint of an item is done by `care`, and comes back to the item from there
(`planned_items`), so that a line finished in Today and one finished in the log are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActState,
    Channel,
    Customer,
    DailyLog,
    DailyLogItem,
    Interaction,
    Outcome,
    TouchpointAct,
)
from rmdesk.models.base import utc_now
from rmdesk.models.daily_log import RESULT_LONGEST
from rmdesk.services import care, changes, days, interactions, planned_items, text, values
from rmdesk.services.care import Key
from rmdesk.services.daily_logs import access, purposes
from rmdesk.services.errors import UserError

_result = values.optional(partial(text.line, longest=RESULT_LONGEST))
# Once its touchpoint was dealt with, an item is changed by undoing that.
_SETTLED = (Outcome.DONE.value, Outcome.MOVED.value)


def complete_item(
    session: Session,
    uid: str,
    outcome: Outcome | str,
    *,
    version: int,
    result: str | None = None,
    moved_to: date | str | None = None,
    on_rest_day: bool = False,
    contact: Mapping[str, object] | None = None,
    interaction_uid: str | None = None,
) -> DailyLogItem:
    """Say what became of an item of one's own log, with a sentence.

    Done and partly, for a customer, record a contact of that day: `contact` as
    `interactions.add_interaction` takes it, else one by the item's channel that says `result`; or they name
    the one with `interaction_uid`, or one with the customer on that day that no item names yet. Partly and
    not done leave the touchpoint open; not done needs the reason, moved the day.

    Raises NotAllowed, Conflict, UserError `log.frozen`, `log.not_yet`, `log.settled`, `log.same_day`,
    `log.rest_day` (to a day of rest, unless `on_rest_day`), `care.*` of acting upon the touchpoint, and what
    recording the contact raises.
    """
    item, log = access.load_own_item(session, uid, version)
    chosen = Outcome(values.choice(outcome, "daily_log_item.outcome", Outcome))
    said = _result(result, "daily_log_item.result")
    changes.describe(session, "log.item_completed", subject=log, row=uid, outcome=chosen.value)
    if item.rule is not None and item.outcome in _SETTLED and chosen.value != item.outcome:
        raise UserError("log.settled")
    if chosen is Outcome.OPEN:
        _set(item, chosen, None)
    elif chosen is Outcome.MOVED:
        _move(session, item, log, moved_to, said, on_rest_day=on_rest_day)
    elif chosen is Outcome.NOT_DONE:
        if said is None:
            raise UserError("text.empty", what="daily_log_item.result")
        _set(item, chosen, said)
    else:
        _answer(session, item, log, chosen, said, contact, interaction_uid)
    session.flush()
    return item


def _answer(
    session: Session,
    item: DailyLogItem,
    log: DailyLog,
    chosen: Outcome,
    said: str | None,
    contact: Mapping[str, object] | None,
    interaction_uid: str | None,
) -> None:
    if log.day > date.today():
        raise UserError("log.not_yet", day=log.day)
    customer = None if item.customer_id is None else session.get_one(Customer, item.customer_id)
    row: Interaction | None = None
    if customer is not None and item.interaction_id is None:
        if customer.deleted_at is not None:
            raise UserError("customer.in_bin")
        row = _present_contact(session, item, log, interaction_uid) if contact is None else None
        keys = [_key(item)] if chosen is Outcome.DONE and _is_open(session, item) else []
        if row is None:
            entered = {"held_on": log.day, "channel": item.channel or Channel.CALL.value}
            entered |= {"purpose": purposes.told(item, log.day), "content": said} | dict(contact or {})
            if keys:
                row = care.complete(session, customer.uid, entered, keys=keys, today=log.day)
            else:
                row = interactions.add_interaction(session, customer.uid, entered)
        elif keys:
            care.mark_done(session, keys, today=log.day, interaction_uid=row.uid)
    _set(item, chosen, said)
    if row is not None:
        item.interaction_id = row.id
        item.result = said or planned_items.words_of(row)


def _move(
    session: Session,
    item: DailyLogItem,
    log: DailyLog,
    moved_to: date | str | None,
    said: str | None,
    *,
    on_rest_day: bool,
) -> None:
    to = days.check_date(moved_to, "daily_log_item.moved_to")
    if to == log.day:
        raise UserError("log.same_day")
    if to < date.today():
        raise UserError("care.postponed_to_past")
    if not on_rest_day:
        access.check_working_day(session, to)
    if item.outcome == Outcome.MOVED.value and item.moved_to == to:
        item.result = said
        return
    if item.outcome == Outcome.MOVED.value:
        raise UserError("log.settled")
    covered: dict[Key, Key] = {}
    if item.customer_id is not None and _is_open(session, item):
        there = care.find_these(session, [_key(item)], today=date.today())
        covered = care.covering(session, there.values(), to)
        care.postpone(session, [_key(item)], to, today=date.today())
    carried = item.outcome == Outcome.MOVED.value  # by what was done about the touchpoint
    item.moved_to = to
    _set(item, Outcome.MOVED, said)
    if not carried:
        by = covered.get(_key(item)) if covered else None
        planned_items.carry_over(session, item, log, to, due_on=by and by.due_on)


def _set(item: DailyLogItem, outcome: Outcome, said: str | None) -> None:
    item.outcome = outcome.value
    item.result = said
    if outcome is Outcome.OPEN:
        item.completed_at = None
    elif item.completed_at is None:
        item.completed_at = utc_now()
    if outcome is not Outcome.MOVED:
        item.moved_to = None


def _key(item: DailyLogItem) -> Key:
    assert item.rule is not None
    assert item.subject is not None
    assert item.due_on is not None
    return Key(item.rule, item.customer_id, item.subject, item.due_on)


def _is_open(session: Session, item: DailyLogItem) -> bool:
    """Whether the touchpoint of an item still waits for somebody."""
    if item.rule is None:
        return False
    act = select(TouchpointAct.id).where(
        TouchpointAct.customer_id == item.customer_id,
        TouchpointAct.rule == item.rule,
        TouchpointAct.subject == item.subject,
        TouchpointAct.due_on == item.due_on,
        TouchpointAct.state != ActState.POSTPONED.value,
    )
    if session.scalar(act) is not None:
        return False
    return bool(care.find_these(session, [_key(item)], today=date.today()))


def _present_contact(
    session: Session, item: DailyLogItem, log: DailyLog, interaction_uid: str | None
) -> Interaction | None:
    """The contact named, else the last one of that day with this customer that stands for no item yet."""
    named = select(DailyLogItem.id).where(DailyLogItem.interaction_id == Interaction.id).exists()
    found = select(Interaction).where(
        Interaction.customer_id == item.customer_id,
        Interaction.staff_id == log.staff_id,
        Interaction.held_on == log.day,
    )
    if interaction_uid is not None:
        row = session.scalars(found.where(Interaction.uid == interaction_uid)).one_or_none()
        if row is None:
            raise UserError("row.gone", table="interaction")
        return row
    newest = found.where(~named).order_by(Interaction.id.desc()).limit(1)
    return session.scalars(newest).one_or_none()
